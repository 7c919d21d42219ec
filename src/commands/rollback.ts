// Command rollback: the rules become what they were at a commit (INTERFACE section 11).
import type { AuditLog } from '../audit/audit-log.ts';
import type { Reason } from '../errors.ts';
import { compareRuleSets } from '../plan/compare-rule-sets.ts';
import type { GitHub } from '../ports.ts';
import { placeRejections } from '../report/place-rejections.ts';
import { reportBase, unchecked } from '../report/report-base.ts';
import type { Detail, Report } from '../report/report.ts';
import { tellHolds } from '../report/tell-holds.ts';
import { startAudit } from './deploy/audit-decisions.ts';
import { type CarriedOut, resultOf } from './deploy/carried-out.ts';
import { carryOut, rehearse } from './deploy/carry-out.ts';
import { recoverUnsettled } from './deploy/recover.ts';
import { syncWebhook } from './deploy/sync-webhook.ts';
import { checkAuditBranch } from './records/keep-log.ts';
import { postOutcome } from './records/post-outcome.ts';
import { readRecordHistory } from './records/record-history.ts';
import { tellHowToBringInLine } from './rollback/bring-in-line.ts';
import { tellLetPass } from './rollback/lint-rollback.ts';
import { type Prepared, isPartial, prepareRollback } from './rollback/prepare-rollback.ts';
import { TargetRefusal, checkTarget, resolveTarget } from './rollback/rollback-target.ts';
import {
  type CommandResult,
  type Doors,
  type Session,
  aboutRun,
  isRefusal,
  needGitHub,
  needTenant,
} from './session.ts';

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

function finish(session: Session, end: CarriedOut, prepared: Prepared): CommandResult {
  return resultOf(makeReport(session, end, prepared), prepared.deployment.digest, end);
}

/** The end of a rollback before there was a plan. */
function refuse(session: Session, reason: Reason, message: string): CommandResult {
  const base = reportBase(unchecked(session.clock.now()), aboutRun(session), []);
  const report = { ...base, command: 'rollback', result: 'refused', reason, message } as const;
  return resultOf(report, undefined, { result: 'refused', reason, message });
}

function tellWay({ dryRun, only }: Session['inputs'], from: string, to: string): Detail {
  const verb = dryRun ? 'would go' : 'went';
  const which = only.length === 0 ? '' : `, for ${only.map((name) => JSON.stringify(name)).join(', ')} alone`;
  return { text: `${verb} from commit ${from.slice(0, 12)} back to commit ${to.slice(0, 12)}${which}` };
}

/** What a person should know: which way it went, what is held, and how to bring the branch in line. */
export async function tellAfterwards(
  session: Session,
  github: GitHub,
  prepared: Prepared,
): Promise<Detail[]> {
  const { live, held } = prepared.deployment;
  const holds = [
    tellWay(session.inputs, live?.sha ?? '', prepared.target.sha),
    ...tellHolds(live?.state.held ?? [], held, session.inputs.dryRun),
  ];
  if (session.inputs.dryRun) return holds;
  const loaded = { live: prepared.live, target: prepared.targetRules };
  const commits = { target: prepared.target.sha, live: live?.sha ?? '' };
  return [...holds, ...(await tellHowToBringInLine(session, github, commits, loaded))];
}

/** Carries a prepared rollback out; one that leaves something half undone says so on the commit that was live. */
export async function carryOutRollback(
  session: Session,
  doors: Doors,
  { deployment }: Prepared,
  audit: AuditLog,
): Promise<CarriedOut> {
  const end = await carryOut(session, deployment, doors, audit);
  if (end.result === 'undo-failed' && deployment.live !== undefined) {
    const text = `rollback undo-failed: ${end.message}`;
    await postOutcome(session, doors.github, 'error', text, deployment.live.sha);
  }
  return end;
}

async function rollBack(session: Session, github: GitHub): Promise<CommandResult> {
  const { inputs } = session;
  const history = await readRecordHistory(github, inputs.environment);
  const { live } = history;
  if (live === undefined)
    throw new TargetRefusal(`nothing was ever deployed to environment ${JSON.stringify(inputs.environment)}`);
  const doors = { github, ...(await needTenant(session)) };
  const target = await checkTarget(session, github, live, await resolveTarget(session, github, live));
  const audit = startAudit(session, isPartial(inputs) ? live.sha : target.sha, live);
  const lost = inputs.dryRun ? [] : await recoverUnsettled(session, doors, history, audit);
  const prepared = await prepareRollback(session, doors, live, target, lost);
  if (inputs.dryRun) {
    const end = await rehearse(session, prepared.deployment, doors);
    const details = [...(end.details ?? []), ...(await tellAfterwards(session, github, prepared))];
    return finish(session, { ...end, details }, prepared);
  }
  const end = await carryOutRollback(session, doors, prepared, audit);
  await syncWebhook(session, end.result);
  const afterwards = end.result === 'rolled-back' ? await tellAfterwards(session, github, prepared) : [];
  const details = [...(end.details ?? []), ...afterwards];
  return finish(session, { ...end, details }, prepared);
}

/** Runs command rollback. @throws UserError */
export async function runRollback(session: Session): Promise<CommandResult> {
  checkAuditBranch(session);
  await session.readIdMap();
  const github = await needGitHub(session);
  await needTenant(session);
  try {
    return await rollBack(session, github);
  } catch (error) {
    if (error instanceof TargetRefusal) return refuse(session, 'input', error.message);
    if (isRefusal(error)) return refuse(session, error.reason, error.message);
    throw error;
  }
}
