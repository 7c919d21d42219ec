// Carrying out a deployment whose plan stands: preflight, record, transaction, clean-up, seal.
import { type AuditLog, startAuditLog } from '../../audit/audit-log.ts';
import { UserError, messageOf } from '../../errors.ts';
import type { LiveRecord } from '../../plan/deployed-state.ts';
import { findBrokenLimits } from '../../plan/limits.ts';
import { isWrite } from '../../plan/plan.ts';
import type { GitHub, Tenant } from '../../ports.ts';
import { count } from '../../rules/count.ts';
import type { Ending, Report } from '../../report/report.ts';
import type { Journal } from '../../transaction/journal.ts';
import type { Outcome } from '../../transaction/outcome.ts';
import { findPreflightProblems } from '../../transaction/preflight.ts';
import type { Rejected } from '../../transaction/rejection.ts';
import { runTransaction } from '../../transaction/run-transaction.ts';
import { cleanUp } from './clean-up.ts';
import {
  type Deployment,
  auditStart,
  countLive,
  flowsAfter,
  isSealNeeded,
  writtenNames,
} from '../../plan/deployment.ts';
import { keepLog } from '../records/keep-log.ts';
import { DONE, closeRecord, openRecord, yieldToOthers } from '../records/open-record.ts';
import { postOutcome } from '../records/post-outcome.ts';
import { postSuccess, recordDeployment, tellCommits } from '../records/seal.ts';
import type { CommandResult, Session } from '../session.ts';

export interface Doors {
  readonly github: GitHub;
  readonly tenant: Tenant;
  readonly undoTenant: Tenant;
}

/** How a deployment ended; `flows` and `auditHash` where it was sealed, or was sealed already. */
export interface CarriedOut extends Ending {
  readonly flows?: Readonly<Record<string, string>>;
  readonly auditHash?: string;
  /** Of the rules that are live, where they are not those of the run's own commit. */
  readonly rulesetDigest?: string;
  /** What the tenant said against rules, where it did. */
  readonly rejected?: readonly Rejected[];
}

/** What a command ends with, after a deployment or without one. @param digest of the rules, where they are known */
export function resultOf(
  report: Report,
  digest: string | undefined,
  { flows, auditHash, rulesetDigest = digest }: CarriedOut,
): CommandResult {
  return {
    report,
    ...(rulesetDigest === undefined ? {} : { rulesetDigest }),
    ...(flows === undefined ? {} : { flowIds: flows }),
    ...(auditHash === undefined ? {} : { auditHash }),
  };
}

/** What keeps a plan from being carried out; nothing is written to find out. */
export async function findRefusal(
  session: Session,
  deployment: Deployment,
  { tenant }: Doors,
): Promise<Ending | undefined> {
  const { inputs } = session;
  const broken =
    inputs.overrideReason === '' ? findBrokenLimits(deployment.plan, inputs, countLive(deployment)) : [];
  if (broken.length > 0) {
    const message = 'the plan is over a limit; raise the limit, or set input override-reason';
    return { result: 'refused', reason: 'plan-limit', message, details: broken.map((text) => ({ text })) };
  }
  const problems = await findPreflightProblems(deployment.plan, tenant);
  const [first] = problems;
  if (first === undefined) return undefined;
  const details = problems.map((problem) => ({ text: problem.message }));
  const message = `the preflight found ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}, and nothing was written`;
  return { result: 'refused', reason: first.reason, message, details };
}

/** Starts the audit log of a run; nothing is written before the first record. @param sha the commit that goes live */
export function startAudit(session: Session, sha: string, live: LiveRecord | undefined): AuditLog {
  const { run, inputs, auditPorts } = session;
  const identity = { userId: run.actor, environment: inputs.environment, commit: sha, runId: run.runId };
  return startAuditLog(identity, auditStart(live), auditPorts);
}

function describeFailure(outcome: Exclude<Outcome, { kind: 'deployed' }>): CarriedOut {
  const { failure } = outcome;
  const rejected = failure.rejected === undefined ? {} : { rejected: failure.rejected };
  const what = failure.message.replace(/\.+$/, '');
  if (outcome.kind === 'refused')
    return { result: 'refused', reason: failure.reason, message: `${what}. Nothing was written` };
  if (outcome.kind === 'undone') {
    const message = `${what}. Everything was undone (${count(outcome.undone, 'step')}): callers are where they were`;
    return { ...rejected, result: 'undone', reason: failure.reason, message };
  }
  const details = outcome.left.map(({ entry, message, mend }) => ({
    text: `rule ${JSON.stringify(entry.name)}, flow ${JSON.stringify(entry.flowId ?? 'unknown')}: ${message.replace(/\.+$/, '')}. To mend it:`,
    command: mend,
  }));
  const message = `${what}. Undoing failed for ${outcome.left.length} of ${count(outcome.left.length + outcome.undone, 'step')}: a person must look at the tenant`;
  return { ...rejected, result: 'undo-failed', reason: failure.reason, message, details };
}

/** Whether input override-reason lets anything past: a limit, a hold, or the checks of a rollback's target. */
function isOverridden({ inputs }: Session, deployment: Deployment): boolean {
  const { live, plan, held, skipsChecks } = deployment;
  const releases = (live?.state.held.length ?? 0) > held.length;
  return skipsChecks === true || releases || findBrokenLimits(plan, inputs, countLive(deployment)).length > 0;
}

/** What was decided, before anything is written for it. */
function auditDecisions(session: Session, deployment: Deployment, audit: AuditLog): void {
  const { overrideReason: reason } = session.inputs;
  const about = { flowId: null, ruleName: null, payloadHash: deployment.digest };
  // A rollback that a deployment makes of itself says why.
  const why = deployment.reason === undefined ? {} : { reason: deployment.reason };
  audit.append({ action: 'PLAN', ...about, ...why });
  if (reason !== '' && isOverridden(session, deployment))
    audit.append({ action: 'OVERRIDE', ...about, reason });
}

async function transact(
  session: Session,
  deployment: Deployment,
  doors: Doors,
  audit: AuditLog,
  journal: Journal,
): Promise<Outcome> {
  const { inputs, clock, log, cancelled } = session;
  auditDecisions(session, deployment, audit);
  return runTransaction(deployment.plan, {
    tenant: doors.tenant,
    undoTenant: doors.undoTenant,
    journal,
    clock,
    log,
    cancelled,
    compileTimeout: inputs.compileTimeout,
    compilePollInterval: inputs.compilePollInterval,
    audit: audit.append,
  });
}

/** Rules that `only` left out although they differ from what is deployed. */
function passedOver(deployment: Deployment): Set<string> {
  return new Set(
    deployment.plan.changes.filter((change) => change.reason === 'not selected').map((change) => change.name),
  );
}

/** A status that cannot be written takes nothing from what is recorded. */
async function tellOrWarn(
  session: Session,
  deployment: Deployment,
  github: GitHub,
  auditHash: string,
): Promise<void> {
  try {
    await tellCommits(github, session.inputs.environment, deployment, auditHash);
  } catch (error) {
    session.log.warning(
      `it is live and recorded, but its commit status could not be written: ${messageOf(error)}`,
    );
  }
}

interface Sealed {
  readonly end: CarriedOut;
  /** Whether GitHub says that it is live. */
  readonly isRecorded: boolean;
}

async function sealOrWarn(
  session: Session,
  deployment: Deployment,
  github: GitHub,
  audit: AuditLog,
  made: ReadonlyMap<string, string>,
): Promise<Sealed> {
  const flows = flowsAfter(deployment, made, passedOver(deployment));
  const result = deployment.kind === 'rollback' ? 'rolled-back' : 'deployed';
  const written = deployment.plan.changes.filter(isWrite).length;
  const message = `${count(written, 'rule')} ${deployment.kind === 'rollback' ? 'rolled back' : 'deployed'}: ${writtenNames(deployment)}`;
  const { environment } = session.inputs;
  const end = { result, message, flows } as const;
  try {
    const auditHash = await recordDeployment(github, environment, deployment, flows, audit);
    await tellOrWarn(session, deployment, github, auditHash);
    await keepLog(session, github, deployment, audit);
    return { end: { ...end, auditHash }, isRecorded: true };
  } catch (error) {
    const why = `it is live, but GitHub did not take the record that says so, so the next run takes it back and deploys it again: ${messageOf(error)}`;
    session.log.warning(why);
    await postOutcome(session, github, 'error', why, deployment.sha);
    return { end: { ...end, auditHash: audit.head() }, isRecorded: false };
  }
}

/** Ends a run that has nothing to write: the record and the statuses may still have something to say. */
async function sealUnchanged(
  session: Session,
  deployment: Deployment,
  github: GitHub,
  audit: AuditLog,
): Promise<CarriedOut> {
  const { environment } = session.inputs;
  const held = deployment.plan.changes
    .filter((change) => change.action === 'held')
    .map((change) => change.name);
  const waits = held.length === 0 ? '' : `; held since a rollback: ${held.join(', ')}`;
  const message = `everything is live already${waits}`;
  const flows = flowsAfter(deployment, new Map(), passedOver(deployment));
  const result = deployment.kind === 'rollback' ? 'rolled-back' : 'nothing-to-do';
  const head = auditStart(deployment.live);
  // A recovery has written records, which must be sealed too.
  if (!isSealNeeded(deployment) && audit.head() === head) {
    if (held.length === 0) await postSuccess(github, environment, deployment, head);
    return { result: 'nothing-to-do', message, flows, auditHash: head };
  }
  await yieldToOthers(session, github, { live: deployment.live, unsettled: [] });
  auditDecisions(session, deployment, audit);
  const auditHash = await recordDeployment(github, environment, deployment, flows, audit);
  await tellOrWarn(session, deployment, github, auditHash);
  await keepLog(session, github, deployment, audit);
  return { result, message, flows, auditHash };
}

/** What would become of a deployment: everything is looked at, and nothing is written. */
export async function rehearse(session: Session, deployment: Deployment, doors: Doors): Promise<CarriedOut> {
  const writes = deployment.plan.changes.filter(isWrite).length;
  const planned = `dry run: ${count(writes, 'rule')} would change on the tenant`;
  return (await findRefusal(session, deployment, doors)) ?? { result: 'planned', message: planned };
}

/**
 * Carries out a deployment, and says how it ended; the tenant is then all new or all old.
 * @throws UserError where GitHub or the tenant fails before the first write
 */
export async function carryOut(
  session: Session,
  deployment: Deployment,
  doors: Doors,
  audit: AuditLog,
): Promise<CarriedOut> {
  const { environment, keepVersions } = session.inputs;
  const { github, tenant } = doors;
  if (!deployment.plan.changes.some(isWrite)) return sealUnchanged(session, deployment, github, audit);
  const refused = await findRefusal(session, deployment, doors);
  if (refused !== undefined) return refused;
  if (session.cancelled.aborted)
    throw new UserError('cancelled', 'the run was cancelled before anything was written');
  const record = await openRecord(session, github, deployment);
  const journal = session.openJournal();
  const outcome = await transact(session, deployment, doors, audit, journal);
  if (outcome.kind === 'deployed') {
    // From here on nothing is undone by this run: what GitHub is not told of, the next run settles.
    journal.seal();
    await cleanUp(deployment.plan, keepVersions, environment, { github, tenant, audit, log: session.log });
    const { end, isRecorded } = await sealOrWarn(session, deployment, github, audit, outcome.flowIds);
    // One that ends as an error is brought in order by the next run, like one that died.
    if (isRecorded) await closeRecord(session, github, record, 'inactive', DONE);
    else
      await closeRecord(
        session,
        github,
        record,
        'error',
        'live, but not recorded: the next run brings it in order',
      );
    return end;
  }
  const state = { refused: 'inactive', undone: 'failure', 'undo-failed': 'error' } as const;
  await closeRecord(session, github, record, state[outcome.kind], outcome.failure.message);
  return { ...describeFailure(outcome), auditHash: audit.head() };
}
