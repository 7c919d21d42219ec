// The beginning of a run's audit log: who decided what, before anything is written for it.
import { type AuditLog, startAuditLog } from '../../audit/audit-log.ts';
import type { LiveRecord } from '../../plan/deployed-state.ts';
import { type Deployment, auditStart, countLive } from '../../plan/deployment.ts';
import { findBrokenLimits } from '../../plan/limits.ts';
import type { Session } from '../session.ts';

/** Starts the audit log of a run; nothing is written before the first record. @param sha the commit that goes live */
export function startAudit(session: Session, sha: string, live: LiveRecord | undefined): AuditLog {
  const { run, inputs, auditPorts } = session;
  const identity = { userId: run.actor, environment: inputs.environment, commit: sha, runId: run.runId };
  return startAuditLog(identity, auditStart(live), auditPorts);
}

/** Whether input override-reason lets anything past: a limit, a hold, or the checks of a rollback's target. */
function isOverridden({ inputs }: Session, deployment: Deployment): boolean {
  const { live, plan, held, skipsChecks } = deployment;
  const releases = (live?.state.held.length ?? 0) > held.length;
  return skipsChecks === true || releases || findBrokenLimits(plan, inputs, countLive(deployment)).length > 0;
}

/** What was decided, before anything is written for it. */
export function auditDecisions(session: Session, deployment: Deployment, audit: AuditLog): void {
  const { overrideReason: reason } = session.inputs;
  const about = { flowId: null, ruleName: null, payloadHash: deployment.digest };
  // A rollback that a deployment makes of itself says why.
  const why = deployment.reason === undefined ? {} : { reason: deployment.reason };
  audit.append({ action: 'PLAN', ...about, ...why });
  if (reason !== '' && isOverridden(session, deployment))
    audit.append({ action: 'OVERRIDE', ...about, reason });
}
