// Sealing a deployment: the last audit record, the record that says what is live, the statuses. The record comes first: it alone
// says what is live.
import type { AuditLog } from '../../audit/audit-log.ts';
import {
  outcomeContext,
  rolledBackText,
  rulesContext,
  rulesText,
  successText,
} from '../../audit/status-text.ts';
import { writeDeployedState } from '../../plan/deployed-state.ts';
import { type Deployment, stateAfter } from '../../plan/deployment.ts';
import type { GitHub } from '../../ports.ts';
import { count } from '../../rules/count.ts';
import { readRecordHistory } from './record-history.ts';

/** Of a record that was to say what is live, and never came to. */
export const NOT_RECORDED = 'not recorded: the run ended before';

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

/** Whether GitHub has taken a success although its reply did not come. */
async function isRecorded(github: GitHub, environment: string, head: string): Promise<boolean> {
  try {
    return (await readRecordHistory(github, environment)).live?.state.auditHead === head;
  } catch {
    return false;
  }
}

/**
 * Records a deployment: from here on GitHub says that it is live.
 * @returns the hash of the last audit record
 * @throws UserError where GitHub does not take the record; then nothing says that the deployment is live
 */
export async function recordDeployment(
  github: GitHub,
  environment: string,
  deployment: Deployment,
  flows: Readonly<Record<string, string>>,
  audit: AuditLog,
): Promise<string> {
  const { sha, rules, digest, kind } = deployment;
  audit.append({ action: 'SEAL', flowId: null, ruleName: null, payloadHash: digest });
  const head = audit.head();
  const text = `${count(rules.length, 'rule')} ${kind === 'rollback' ? 'rolled back' : 'deployed'}`;
  const payload = writeDeployedState(stateAfter(deployment, flows, head));
  const record = await github.createRecord(environment, sha, payload, text);
  try {
    await github.setRecordState(record, 'in_progress', 'sealing');
    await github.setRecordState(record, 'success', text);
  } catch (error) {
    if (await isRecorded(github, environment, head)) return head;
    await github.setRecordState(record, 'inactive', NOT_RECORDED).catch(() => {});
    throw error;
  }
  return head;
}

/** Tells the commits of a deployment that is recorded. */
export async function tellCommits(
  github: GitHub,
  environment: string,
  deployment: Deployment,
  head: string,
): Promise<void> {
  const { sha, kind, live } = deployment;
  await postSuccess(github, environment, deployment, head);
  if (kind === 'rollback' && live !== undefined && live.sha !== sha) {
    await github.setStatus(live.sha, outcomeContext(environment), 'failure', rolledBackText(sha, head));
  }
}
