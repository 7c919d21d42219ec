// The one issue of an environment that tells of its drift (input drift-issue): opened, kept up to date and closed by itself.
import { messageOf } from '../../errors.ts';
import type { GitHub, IssueText } from '../../ports.ts';
import { driftIssueMarker, renderClosedIssue, renderDriftIssue } from '../../report/drift-issue.ts';
import type { Report } from '../../report/report.ts';
import type { Session } from '../session.ts';

/** GitHub may give a text back with other ends of lines, and without those at its end. */
function isSameText(a: IssueText, b: IssueText): boolean {
  const spell = ({ title, body }: IssueText): string =>
    `${title}\n${body.replaceAll('\r\n', '\n').trimEnd()}`;
  return spell(a) === spell(b);
}

/** @returns what was done */
async function tell(github: GitHub, report: Report): Promise<string> {
  const [kept, ...others] = await github.findIssues(driftIssueMarker(report.environment));
  if (report.result === 'in-sync') {
    if (kept === undefined) return 'is not needed';
    for (const { number, ...issue } of [kept, ...others])
      await github.updateIssue(number, renderClosedIssue(issue, report), 'closed');
    return `#${kept.number} was closed: the tenant is in sync again`;
  }
  const wanted = renderDriftIssue(report);
  if (kept === undefined) return `#${await github.openIssue(wanted)} was opened`;
  if (isSameText(kept, wanted)) return `#${kept.number} says so already`;
  await github.updateIssue(kept.number, wanted, 'open');
  return `#${kept.number} was brought up to date`;
}

/** Brings the issue in line with a comparison. It never throws: the verdict stays the same without it. */
export async function syncDriftIssue(session: Session, github: GitHub, report: Report): Promise<void> {
  const { inputs, log } = session;
  const isCompared = report.result === 'in-sync' || report.result === 'drifted';
  if (!inputs.driftIssue || inputs.dryRun || !isCompared) return;
  try {
    log.info(`the issue on drift ${await tell(github, report)}`);
  } catch (error) {
    log.warning(
      `the issue on drift (input drift-issue) could not be kept: ${messageOf(error)}. The job summary has the report`,
    );
  }
}
