// The end of a deployment: what is live is recorded, told and kept, also where there was nothing to write on the tenant.
import type { AuditLog } from '../../audit/audit-log.ts';
import { messageOf } from '../../errors.ts';
import {
  type Deployment,
  auditStart,
  flowsAfter,
  isSealNeeded,
  writtenNames,
} from '../../plan/deployment.ts';
import { isWrite } from '../../plan/plan.ts';
import type { GitHub } from '../../ports.ts';
import { count } from '../../rules/count.ts';
import { keepLog } from '../records/keep-log.ts';
import { yieldToOthers } from '../records/open-record.ts';
import { postOutcome } from '../records/post-outcome.ts';
import { postSuccess, recordDeployment, tellCommits } from '../records/seal.ts';
import type { Session } from '../session.ts';
import { auditDecisions } from './audit-decisions.ts';
import type { CarriedOut } from './carried-out.ts';

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

/** Seals a deployment that is live: where GitHub does not take that, it stays live all the same. */
export async function sealOrWarn(
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
export async function sealUnchanged(
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
