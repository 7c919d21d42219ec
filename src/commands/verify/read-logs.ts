// The audit log of an environment from where it may lie: report-dir, where a workflow has put the artifact, and the audit branch.
import { joinLogs } from '../../audit/join-logs.ts';
import { logFolder, sortLogFiles } from '../../audit/log-files.ts';
import { type LogLine, readLog } from '../../audit/read-log.ts';
import type { GitHub } from '../../ports.ts';
import type { Session } from '../session.ts';

export interface FoundLog {
  readonly lines: readonly LogLine[];
  /** Where it was looked for, and what was found there, a sentence without a full stop each. */
  readonly places: readonly string[];
}

async function readBranch(
  github: GitHub,
  branch: string,
  environment: string,
): Promise<LogLine[] | undefined> {
  const tip = await github.resolveCommit(`refs/heads/${branch}`);
  const tree = tip === undefined ? undefined : await github.readTree(tip);
  if (tree === undefined) return undefined;
  const folder = `${logFolder(environment)}/`;
  const files = tree.filter(({ path }) => path.startsWith(folder));
  const lines: LogLine[] = [];
  for (const name of sortLogFiles(files.map(({ path }) => path.slice(folder.length)))) {
    const path = `${folder}${name}`;
    const blob = files.find((file) => file.path === path)?.blob ?? '';
    for (const line of readLog({ path: `${branch}:${path}`, bytes: await github.readBlob(blob) }))
      lines.push(line);
  }
  return lines;
}

function describeBranch(branch: string, environment: string, lines: readonly LogLine[] | undefined): string {
  if (branch === '') return 'input audit-branch is not set';
  const place = `folder ${JSON.stringify(logFolder(environment))} of branch ${branch}`;
  if (lines === undefined) return `branch ${branch} is not there`;
  return lines.length === 0 ? `${place} has no log` : `${place} has ${lines.length} lines`;
}

/** Finds the log. @throws UserError where a place cannot be read */
export async function findLog({ inputs, readAuditLog }: Session, github: GitHub): Promise<FoundLog> {
  const { auditBranch, environment } = inputs;
  const { file, place } = readAuditLog();
  const own = file === undefined ? undefined : readLog(file);
  const branch = auditBranch === '' ? undefined : await readBranch(github, auditBranch, environment);
  const told = own === undefined ? 'is not there' : own.length === 0 ? 'is empty' : `has ${own.length} lines`;
  return {
    lines: joinLogs(branch ?? [], own ?? []),
    places: [`${place} ${told}`, describeBranch(auditBranch, environment, branch)],
  };
}
