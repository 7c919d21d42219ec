// Command deploy: what differs between the last deployed commit and this one goes live, all of it or nothing.
import type { AuditLog } from '../audit/audit-log.ts';
import { outcomeContext } from '../audit/status-text.ts';
import { messageOf } from '../errors.ts';
import type { TrafficReport } from '../health/traffic-report.ts';
import { hasFailingFinding } from '../lint/finding.ts';
import { compareRuleSets } from '../plan/compare-rule-sets.ts';
import type { LiveRecord } from '../plan/deployed-state.ts';
import type { Deployment } from '../plan/deployment.ts';
import { holdsAfterDeploy } from '../plan/holds.ts';
import type { Plan } from '../plan/plan.ts';
import type { GitHub } from '../ports.ts';
import { placeRejections } from '../report/place-rejections.ts';
import { reportBase } from '../report/report-base.ts';
import { type Detail, type Report, type ReportedRule, isFailure } from '../report/report.ts';
import { rulesetDigest } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';
import { startAudit } from './deploy/audit-decisions.ts';
import { type CarriedOut, resultOf } from './deploy/carried-out.ts';
import { carryOut, rehearse } from './deploy/carry-out.ts';
import { explainHolds } from './deploy/explain-holds.ts';
import { planDeployment, requestDeployment } from './deploy/plan-deployment.ts';
import { recoverUnsettled } from './deploy/recover.ts';
import { syncWebhook } from './deploy/sync-webhook.ts';
import { tellPlan } from './deploy/tell-plan.ts';
import { checkAuditBranch } from './records/keep-log.ts';
import { postOutcome } from './records/post-outcome.ts';
import { readRecordHistory } from './records/record-history.ts';
import {
  type CommandResult,
  type Doors,
  type Session,
  aboutRun,
  isRefusal,
  needGitHub,
  needTenant,
} from './session.ts';
import { type CheckedWorkspace, lintWorkspace } from './source/lint-workspace.ts';
import { readCommitRules } from './source/read-commit-rules.ts';
import { lookAfter, warnOfIdleLimits } from './watch/look-after.ts';

/** Whether a newer commit has overtaken this one: it is neither its branch's tip nor a descendant of what is live. */
async function isSuperseded(
  { trigger }: Session,
  github: GitHub,
  live: LiveRecord | undefined,
): Promise<boolean> {
  if (live === undefined || trigger.branchRef === '') return false;
  const tip = await github.resolveCommit(trigger.branchRef);
  if (tip === undefined || tip === trigger.commit) return false;
  const relation = await github.compareCommits(live.sha, trigger.commit);
  return relation !== 'ahead' && relation !== 'identical';
}

/** What a report is made from. */
interface ReportParts {
  readonly checked: CheckedWorkspace;
  readonly deployed: readonly Rule[] | undefined;
  readonly plan: Plan | undefined;
  /** What is held, and since which rollback. */
  readonly holds?: readonly Detail[];
  /** The calls of the rules that changed. */
  readonly traffic?: TrafficReport | undefined;
}

/** Rules whose changes a rollback holds change nothing for callers, whatever their files say. */
function tellHeld(rules: readonly ReportedRule[], plan: Plan | undefined): readonly ReportedRule[] {
  const held = new Set(plan?.changes.flatMap(({ name, action }) => (action === 'held' ? [name] : [])));
  const isHeld = ({ rule, callers }: ReportedRule): boolean =>
    held.has(rule.payload.name) && callers.length > 0;
  const callers = ['nothing, since a rollback holds the change'];
  return rules.map((entry) => (isHeld(entry) ? { ...entry, callers } : entry));
}

function makeReport(
  session: Session,
  { checked, deployed, plan, holds = [], traffic }: ReportParts,
  end: CarriedOut,
): Report {
  const { lint, loaded, unreadable } = checked;
  const changes = deployed === undefined ? undefined : compareRuleSets(deployed, loaded.rules);
  const findings = [...placeRejections(end.rejected, loaded), ...lint.findings];
  const base = reportBase(lint, aboutRun(session), findings, changes, unreadable);
  return {
    ...base,
    rules: tellHeld(base.rules, plan),
    command: 'deploy',
    result: end.result,
    reason: end.reason,
    message: end.message,
    details: [...(end.details ?? []), ...holds],
    plan,
    traffic,
  };
}

function finish(session: Session, parts: ReportParts, end: CarriedOut): CommandResult {
  return resultOf(makeReport(session, parts, end), rulesetDigest(parts.checked.loaded.rules), end);
}

function heldExplicitly(session: Session, plan: Plan): CarriedOut | undefined {
  const held = plan.changes.filter(
    (change) => change.action === 'held' && session.inputs.only.includes(change.name),
  );
  if (held.length === 0) return undefined;
  const message = `${held.map((change) => change.name).join(', ')} is held since a rollback: edit it, or set input override-reason`;
  return { result: 'refused', reason: 'held', message };
}

/** The rules of the live commit; none, with a warning, where it is gone: then every rule is looked at on the tenant. */
async function readDeployed(
  session: Session,
  github: GitHub,
  live: LiveRecord,
  checked: CheckedWorkspace,
): Promise<readonly Rule[]> {
  const loaded = await readCommitRules(github, live.sha, session, checked.files);
  if (loaded !== undefined) return loaded.rules;
  session.log.warning(
    `commit ${live.sha}, which is live, is not in the repository any more: every rule is looked at on the tenant`,
  );
  return [];
}

/** The digest is to be recomputed from git by anybody: a workspace that differs from its commit is worth a warning. */
async function compareWithCommit(session: Session, github: GitHub, checked: CheckedWorkspace): Promise<void> {
  const { trigger, log } = session;
  const committed = await readCommitRules(github, trigger.commit, session, checked.files);
  if (committed === undefined || rulesetDigest(committed.rules) === rulesetDigest(checked.loaded.rules))
    return;
  log.warning(
    `the rules in the workspace are not those of commit ${trigger.commit.slice(0, 12)}: they are deployed, but nobody can recompute their digest from git. Check the commit out unchanged`,
  );
}

/** Carries a plan out and looks after it, or says why not. */
async function deployPlanned(
  session: Session,
  doors: Doors,
  deployment: Deployment,
  parts: ReportParts,
  audit: AuditLog,
): Promise<CommandResult> {
  const refused = heldExplicitly(session, deployment.plan);
  if (refused !== undefined) return finish(session, parts, refused);
  if (session.inputs.dryRun) return finish(session, parts, await rehearse(session, deployment, doors));
  const startedAt = session.clock.now();
  const deployed = await carryOut(session, deployment, doors, audit);
  await syncWebhook(session, deployed.result);
  const { end, traffic } = await lookAfter(session, doors, deployment, deployed, startedAt);
  return finish(session, { ...parts, traffic }, end);
}

async function deployChecked(
  session: Session,
  github: GitHub,
  checked: CheckedWorkspace,
): Promise<CommandResult> {
  const { inputs, trigger, clock } = session;
  const history = await readRecordHistory(github, inputs.environment);
  const { live } = history;
  if (await isSuperseded(session, github, live)) {
    const message = 'a newer commit of the branch is live already: nothing was written';
    return finish(
      session,
      { checked, deployed: undefined, plan: undefined },
      { result: 'superseded', message },
    );
  }
  await compareWithCommit(session, github, checked);
  const doors = { github, ...(await needTenant(session)) };
  const audit = startAudit(session, trigger.commit, live);
  const uncertain = inputs.dryRun ? [] : await recoverUnsettled(session, doors, history, audit);
  const deployed = live === undefined ? [] : await readDeployed(session, github, live, checked);
  const desired = checked.loaded.rules;
  // A rule that is asked for by its name is looked at on the tenant even where git says that it is deployed: so drift is undone.
  const request = {
    ...requestDeployment(session, live, desired, deployed),
    uncertain: [...uncertain, ...inputs.only],
  };
  const plan = tellPlan(session.log, await planDeployment(request, doors.tenant, clock));
  const holds = await explainHolds(session, github, plan);
  const deployment = {
    sha: trigger.commit,
    rules: desired,
    plan,
    live,
    held: holdsAfterDeploy(request.held, desired, request.releasesHolds, inputs.only),
    digest: rulesetDigest(desired),
    kind: 'deploy' as const,
  };
  return deployPlanned(session, doors, deployment, { checked, deployed, plan, holds }, audit);
}

/** Closes the `pending` status of a commit that was not deployed. */
async function postEnd(session: Session, github: GitHub, report: Report): Promise<void> {
  if (report.result === 'superseded') return postOutcome(session, github, 'success', report.message);
  const state = report.result === 'undo-failed' ? 'error' : 'failure';
  return isFailure(report.result)
    ? postOutcome(session, github, state, `${report.result}: ${report.message}`)
    : undefined;
}

async function deployOrRefuse(
  session: Session,
  github: GitHub,
  checked: CheckedWorkspace,
): Promise<CommandResult> {
  const { findings } = checked.lint;
  const unplanned = { checked, deployed: undefined, plan: undefined };
  // An error in a rule is never deployed, whatever fail-on says.
  if (hasFailingFinding(findings, session.inputs.failOn) || hasFailingFinding(findings, 'error')) {
    const message = 'the rules have findings, so nothing is deployed';
    return finish(session, unplanned, { result: 'failed', reason: 'lint', message });
  }
  try {
    return await deployChecked(session, github, checked);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return finish(session, unplanned, { result: 'refused', reason: error.reason, message: error.message });
  }
}

/** Runs command deploy. @throws UserError; the commit's status has then been set */
export async function runDeploy(session: Session): Promise<CommandResult> {
  const { inputs, trigger } = session;
  checkAuditBranch(session);
  warnOfIdleLimits(session);
  const checked = await lintWorkspace(session);
  const github = await needGitHub(session);
  await needTenant(session);
  if (inputs.dryRun) return deployOrRefuse(session, github, checked);
  await github.setStatus(trigger.commit, outcomeContext(inputs.environment), 'pending', 'deploying');
  try {
    const result = await deployOrRefuse(session, github, checked);
    await postEnd(session, github, result.report);
    return result;
  } catch (error) {
    await postOutcome(session, github, 'error', messageOf(error));
    throw error;
  }
}
