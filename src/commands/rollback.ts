// Command rollback: the rules become what they were at a commit (INTERFACE section 11).
import type { Reason } from '../errors.ts';
import type { LintResult } from '../lint/lint-rules.ts';
import { compareRuleSets } from '../plan/compare-rule-sets.ts';
import type { LiveRecord } from '../plan/deployed-state.ts';
import { holdsAfterRollback } from '../plan/holds.ts';
import type { GitHub, Tenant } from '../ports.ts';
import type { Detail, Report } from '../report/report.ts';
import { rulesetDigest } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';
import { type CarriedOut, type Doors, carryOut, rehearse, resultOf, startAudit } from './carry-out.ts';
import type { Deployment } from './deployment.ts';
import { findWayBack } from './find-way-back.ts';
import { lintRollback, tellLetPass } from './lint-rollback.ts';
import { readRecordHistory } from './live-record.ts';
import { placeRejections } from './place-rejections.ts';
import { planDeployment } from './plan-deployment.ts';
import { postOutcome } from './post-outcome.ts';
import { type CommitRules, needCommitRules } from './read-commit-rules.ts';
import { recoverUnsettled } from './recover.ts';
import { aboutRun, reportBase } from './report-checked.ts';
import {
  Refusal,
  type Target,
  checkRules,
  checkTarget,
  checkWindows,
  resolveTarget,
} from './rollback-target.ts';
import { type CommandResult, type Session, isRefusal, needGitHub, needTenant } from './session.ts';
import { readStandingRules } from './standing-rules.ts';
import { syncWebhook } from './sync-webhook.ts';
import { tellHolds } from './tell-holds.ts';

/** With `only` the live commit stays live, with some of its rules held back. */
function isPartial(inputs: Session['inputs']): boolean {
  return inputs.only.length > 0;
}

interface Prepared {
  readonly deployment: Deployment;
  /** What callers meet before and after. */
  readonly before: readonly Rule[];
  readonly after: readonly Rule[];
  readonly live: CommitRules;
  readonly targetRules: CommitRules;
  readonly target: Target;
  readonly lint: LintResult;
}

/** What the rules of a commit were, or are, on the tenant. */
interface Standing {
  readonly before: readonly Rule[];
  readonly target: readonly Rule[];
}

async function readStanding(
  { inputs }: Session,
  tenant: Tenant,
  live: LiveRecord,
  target: Target,
  rules: Pick<Prepared, 'live' | 'targetRules'>,
): Promise<Standing> {
  const all = [...rules.live.rules, ...rules.targetRules.rules];
  const pathOf = (name: string): string => all.find(({ payload }) => payload.name === name)?.path ?? '';
  const before = await readStandingRules(
    { rules: rules.live.rules, state: live.state, pathOf, statusOf: ({ status }) => status },
    tenant,
  );
  // An override releases what was held at the target too: then its rules are all its own.
  if (inputs.overrideReason !== '') return { before, target: rules.targetRules.rules };
  const request = {
    rules: rules.targetRules.rules,
    state: target,
    pathOf,
    statusOf: () => 'ACTIVE' as const,
  };
  return { before, target: await readStandingRules(request, tenant) };
}

/** The rules that callers meet after a rollback of some rules, or of all. */
function rulesAfter({ before, target }: Standing, only: readonly string[]): Rule[] {
  if (only.length === 0) return [...target];
  const isSelected = ({ payload }: Rule): boolean => only.includes(payload.name);
  return [...before.filter((rule) => !isSelected(rule)), ...target.filter(isSelected)];
}

async function prepare(
  session: Session,
  { github, tenant }: Doors,
  live: LiveRecord,
  target: Target,
  lost: readonly string[],
): Promise<Prepared> {
  const { inputs, clock } = session;
  const { only } = inputs;
  const read = async (sha: string) => needCommitRules(github, sha, session, []);
  const [liveLoaded, targetRules] = [await read(live.sha), await read(target.sha)];
  checkRules(target.sha, targetRules);
  const loaded = { live: liveLoaded, targetRules };
  const standing = await readStanding(session, tenant, live, target, loaded);
  const request = {
    desired: standing.target,
    deployed: standing.before,
    deployedFlows: live.state.flows,
    held: target.held,
    uncertain: [...live.state.held.map(({ name }) => name), ...lost],
    releasesHolds: inputs.overrideReason !== '',
    removedRules: inputs.removedRules,
    only,
  };
  const plan = await planDeployment(request, tenant, clock);
  checkWindows(plan, clock.now());
  const heldThere = inputs.overrideReason === '' ? target.held : [];
  const held = holdsAfterRollback(standing.before, standing.target, live.state.held, only, heldThere);
  const { rules } = isPartial(inputs) ? liveLoaded : targetRules;
  const sha = isPartial(inputs) ? live.sha : target.sha;
  const deployment = {
    sha,
    rules,
    plan,
    live,
    held,
    digest: rulesetDigest(rules),
    kind: 'rollback' as const,
    skipsChecks: target.skipsChecks,
  };
  const after = rulesAfter(standing, only);
  const checked = { after, targetSha: target.sha, target: targetRules, live: liveLoaded };
  const lint = await lintRollback(session, github, checked);
  return { deployment, before: standing.before, after, ...loaded, target, lint };
}

function makeReport(session: Session, end: CarriedOut, prepared: Prepared): Report {
  const { lint, before, after, target, targetRules, deployment } = prepared;
  const findings = [...placeRejections(end.rejected, targetRules), ...lint.findings];
  return {
    ...reportBase(lint, aboutRun(session, target.sha), findings, compareRuleSets(before, after)),
    command: 'rollback',
    result: end.result,
    reason: end.reason,
    message: end.message,
    details: [...(end.details ?? []), ...tellLetPass(lint)],
    plan: deployment.plan,
  };
}

const NOTHING_CHECKED: LintResult = {
  files: 0,
  subjects: [],
  timelines: [],
  pathTests: [],
  findings: [],
  suppressed: [],
};

function finish(session: Session, end: CarriedOut, prepared: Prepared): CommandResult {
  return resultOf(makeReport(session, end, prepared), prepared.deployment.digest, end);
}

/** The end of a rollback before there was a plan. */
function refuse(session: Session, reason: Reason, message: string): CommandResult {
  const base = reportBase(NOTHING_CHECKED, aboutRun(session), []);
  const report = { ...base, command: 'rollback', result: 'refused', reason, message } as const;
  return resultOf(report, undefined, { result: 'refused', reason, message });
}

/** What a person should know: what is held, and how to bring the branch in line. */
async function tellAfterwards(session: Session, github: GitHub, prepared: Prepared): Promise<Detail[]> {
  const { live, held } = prepared.deployment;
  const holds = tellHolds(live?.state.held ?? [], held, session.inputs.dryRun);
  if (session.inputs.dryRun) return holds;
  const loaded = { live: prepared.live, target: prepared.targetRules };
  const commits = { target: prepared.target.sha, live: live?.sha ?? '' };
  return [...holds, ...(await findWayBack(session, github, commits, loaded))];
}

async function rollBack(session: Session, github: GitHub): Promise<CommandResult> {
  const { inputs } = session;
  const history = await readRecordHistory(github, inputs.environment);
  const { live } = history;
  if (live === undefined)
    throw new Refusal(`nothing was ever deployed to environment ${JSON.stringify(inputs.environment)}`);
  const doors = { github, ...(await needTenant(session)) };
  const target = await checkTarget(session, github, live, await resolveTarget(session, github, live));
  const audit = startAudit(session, isPartial(inputs) ? live.sha : target.sha, live);
  const lost = inputs.dryRun ? [] : await recoverUnsettled(session, doors, history, audit);
  const prepared = await prepare(session, doors, live, target, lost);
  if (inputs.dryRun) {
    const end = await rehearse(session, prepared.deployment, doors);
    const details = [...(end.details ?? []), ...(await tellAfterwards(session, github, prepared))];
    return finish(session, { ...end, details }, prepared);
  }
  const end = await carryOut(session, prepared.deployment, doors, audit);
  await syncWebhook(session, end.result);
  if (end.result === 'undo-failed') {
    await postOutcome(session, github, 'error', `rollback undo-failed: ${end.message}`, live.sha);
  }
  const afterwards = end.result === 'rolled-back' ? await tellAfterwards(session, github, prepared) : [];
  const details = [...(end.details ?? []), ...afterwards];
  return finish(session, { ...end, details }, prepared);
}

/** Runs command rollback. @throws UserError */
export async function runRollback(session: Session): Promise<CommandResult> {
  await session.readIdMap();
  const github = await needGitHub(session);
  await needTenant(session);
  try {
    return await rollBack(session, github);
  } catch (error) {
    if (error instanceof Refusal) return refuse(session, 'input', error.message);
    if (isRefusal(error)) return refuse(session, error.reason, error.message);
    throw error;
  }
}
