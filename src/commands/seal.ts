// Sealing a deployment: the last audit record, the record that says what is live, the statuses.
import type { AuditLog } from '../audit/audit-log.ts';
import {
  outcomeContext,
  rolledBackText,
  rulesContext,
  rulesText,
  successText,
} from '../audit/status-text.ts';
import { writeDeployedState } from '../plan/deployed-state.ts';
import type { GitHub } from '../ports.ts';
import { type Deployment, stateAfter } from './deployment.ts';

/** Posts both success statuses of a commit. */
export async function postSuccess(
  github: GitHub,
  environment: string,
  deployment: Deployment,
  auditHead: string,
): Promise<void> {
  const { sha, rules, digest } = deployment;
  const text = successText(rules.length, auditHead);
  await github.setStatus(sha, outcomeContext(environment), 'success', text);
  await github.setStatus(sha, rulesContext(environment), 'success', rulesText(rules.length, digest));
}

/**
 * Seals a deployment. The record comes first: it alone says what is live.
 * @returns the hash of the last audit record
 */
export async function sealDeployment(
  github: GitHub,
  environment: string,
  deployment: Deployment,
  flows: Readonly<Record<string, string>>,
  audit: AuditLog,
): Promise<string> {
  const { sha, rules, digest, kind, live } = deployment;
  audit.append({ action: 'SEAL', flowId: null, ruleName: null, payloadHash: digest });
  const head = audit.head();
  const verb = kind === 'rollback' ? 'rolled back' : 'deployed';
  const record = await github.createRecord(
    environment,
    sha,
    writeDeployedState(stateAfter(deployment, flows, head)),
    `${rules.length} rules ${verb}`,
  );
  await github.setRecordState(record, 'in_progress', 'sealing');
  await github.setRecordState(record, 'success', `${rules.length} rules ${verb}`);
  await postSuccess(github, environment, deployment, head);
  if (kind === 'rollback' && live !== undefined && live.sha !== sha) {
    await github.setStatus(live.sha, outcomeContext(environment), 'failure', rolledBackText(sha, head));
  }
  return head;
}
