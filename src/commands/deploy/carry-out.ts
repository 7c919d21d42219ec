// Carrying out a deployment whose plan stands: preflight, record, transaction, clean-up, seal.
import type { AuditLog } from '../../audit/audit-log.ts';
import { UserError } from '../../errors.ts';
import { type Deployment, countLive } from '../../plan/deployment.ts';
import { findBrokenLimits } from '../../plan/limits.ts';
import { isWrite } from '../../plan/plan.ts';
import { describeFailure } from '../../report/describe-failure.ts';
import type { Ending } from '../../report/report.ts';
import { count } from '../../rules/count.ts';
import type { Journal } from '../../transaction/journal.ts';
import type { Outcome } from '../../transaction/outcome.ts';
import { findPreflightProblems } from '../../transaction/preflight.ts';
import { runTransaction } from '../../transaction/run-transaction.ts';
import { DONE, closeRecord, openRecord } from '../records/open-record.ts';
import type { Doors, Session } from '../session.ts';
import { auditDecisions } from './audit-decisions.ts';
import type { CarriedOut } from './carried-out.ts';
import { cleanUp } from './clean-up.ts';
import { sealOrWarn, sealUnchanged } from './seal-deployment.ts';

/** What keeps a plan from being carried out; nothing is written to find out. */
async function findRefusal(
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
