// The audit log of a sealed deployment, kept on a branch (input audit-branch), where it outlives the run's artifacts.
import type { AuditLog } from '../../audit/audit-log.ts';
import { chooseLogFile, logFolder } from '../../audit/log-files.ts';
import { readLog } from '../../audit/read-log.ts';
import { UserError, messageOf } from '../../errors.ts';
import type { Deployment } from '../../plan/deployment.ts';
import type { GitHub } from '../../ports.ts';
import type { Session } from '../session.ts';

/** @throws UserError (`input`) where the branch is one that holds the rules: a log in their history would be deployed with them */
export function checkAuditBranch({ inputs, trigger }: Session): void {
  const { auditBranch } = inputs;
  if (auditBranch === '' || ![trigger.branchRef, trigger.base].includes(`refs/heads/${auditBranch}`)) return;
  throw new UserError(
    'input',
    `input audit-branch is ${JSON.stringify(auditBranch)}, which holds the rules: name a branch of its own for the log, such as ivr-audit`,
  );
}

/** Whether a log goes on from a line. */
function follows(text: string, before: string): boolean {
  const [line, first] = readLog({ path: '', bytes: new TextEncoder().encode(`${before}\n${text}`) });
  return line?.record !== undefined && line.record.hash === first?.record?.previousHash;
}

/**
 * Appends the log of a deployment that is recorded. It never throws: what is deployed and recorded stays so, and the log is in
 * report-dir all the same.
 */
export async function keepLog(
  { inputs, log, run }: Session,
  github: GitHub,
  { sha, kind }: Deployment,
  audit: AuditLog,
): Promise<void> {
  const { auditBranch: branch, environment } = inputs;
  if (branch === '') return;
  const page = run.runUrl === '' ? '' : `\n\n${run.runUrl}`;
  try {
    const before = await github.appendLog({
      branch,
      folder: logFolder(environment),
      chooseFile: chooseLogFile,
      text: audit.text(),
      message: `Audit log of ${environment}: ${kind} of ${sha.slice(0, 12)}${page}`,
    });
    log.info(`the audit log was appended to branch ${branch}`);
    if (before !== undefined && !follows(audit.text(), before))
      log.warning(
        `branch ${branch} lacks the audit log of a deployment before this one: to verify, put the artifact with that log into report-dir as audit.jsonl`,
      );
  } catch (error) {
    log.warning(
      `the deployment is recorded, but its audit log could not be appended to branch ${branch}: ${messageOf(error)}. It is in audit.jsonl in report-dir: keep that file as an artifact`,
    );
  }
}
