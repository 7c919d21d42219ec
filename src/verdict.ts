// How a run can end: every word of the outputs `result` and `reason`, with what it means. It must not know who ends a run so.

/** Output `result`. The tables of the documentation are made from this list. */
export const RESULTS = {
  passed: 'lint or the path tests found nothing that fails',
  failed: 'the rules, the path tests, an input or the credentials said no before there was a plan',
  deployed: 'everything that was to change is live and was read back',
  'nothing-to-do': 'what is live is what the commit says',
  planned: 'a dry run: what would change was looked at, and nothing was written',
  'rolled-back': 'the rules are live as they were at the target',
  undone: 'a deployment failed half-way, and callers are where they were before it',
  'undo-failed': 'a deployment failed, and undoing it too: the summary says what is left and how to mend it',
  refused: 'a limit, a lock, a hold or the preflight said no, and nothing was written',
  superseded: 'a newer commit is live or on its way, so this one was left alone',
  'in-sync': 'the tenant holds what was deployed',
  drifted: 'the tenant does not hold what was deployed',
  verified: 'the digest and the chain of the audit log were computed again and agree',
} as const;

export type Result = keyof typeof RESULTS;

/** Output `reason`: why a run failed. */
export const REASONS = {
  lint: 'an error finding in a rule file, or a finding at or over `fail-on`',
  input: 'an input, the event, or a file that an input names',
  auth: 'the tenant or GitHub does not accept the credentials',
  scope: 'a scope of the client or a permission of the job is missing',
  reference: 'a campaign or a media asset that the tenant does not have',
  'plan-limit': 'the plan is larger than `max-changes` or `max-removals` allow',
  locked: 'another run is deploying to this environment, or one left it for a person to mend',
  held: 'a version that a rollback took away was asked for again',
  tenant: 'the tenant or GitHub failed, or the tenant rejected a rule',
  timeout: 'the tenant did not answer, or did not compile a rule, in time',
  cancelled: 'the run was cancelled',
  drift: 'somebody changed the tenant beside this repository',
  mismatch: 'a digest, a hash of the chain or a live rule is not what was recorded',
  test: 'a path test does not hold',
  metrics: 'calls went worse after the deployment than the inputs allow',
} as const;

export type Reason = keyof typeof REASONS;
