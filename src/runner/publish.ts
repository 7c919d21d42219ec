// Edge: everything a run leaves behind: files, annotations, job summary, comment, outputs.
import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import type { CommandResult, Session } from '../commands/session.ts';
import { messageOf } from '../errors.ts';
import { countFindings } from '../lint/finding.ts';
import { driftedNames } from '../plan/drift.ts';
import { chooseAnnotations } from '../report/annotations.ts';
import { renderJson } from '../report/json.ts';
import { commentMarker, renderComment, renderSummary } from '../report/markdown.ts';
import { orderFindings } from '../report/order-findings.ts';
import { type Report, changedNames, largestDepth, wentWrong } from '../report/report.ts';
import { renderSarif } from '../report/sarif.ts';
import { writeAnnotations } from './log.ts';
import type { ReportFiles } from './report-files.ts';

/** The outputs that are declared in action.yml. */
export const OUTPUTS = [
  'result',
  'reason',
  'errors',
  'warnings',
  'max-depth',
  'changed-rules',
  'flow-ids',
  'ruleset-digest',
  'audit-hash',
  'report-json',
  'report-html',
  'sarif',
  'audit-log',
  'comment-body',
  'comment-id',
  'drifted',
  'written-files',
] as const;

export type OutputName = (typeof OUTPUTS)[number];

const [JSON_FILE, COMMENT_FILE, SARIF_FILE] = ['report.json', 'comment.md', 'report.sarif'] as const;

/** The files that a run cannot do without. */
export const REPORT_FILES = [JSON_FILE, COMMENT_FILE, SARIF_FILE];

export function setOutput(name: OutputName, value: string | number): void {
  core.setOutput(name, value);
}

/**
 * Writes the job summary, where the runner takes one. The toolkit's own summary does no more, and loads node:fs/promises, which
 * is noticed in a run of 50 ms.
 */
export function writeSummary(markdown: string): void {
  const file = process.env.GITHUB_STEP_SUMMARY ?? '';
  if (file !== '') appendFileSync(file, markdown);
}

/** Posts or updates the comment. Where that cannot be done, the verdict stays the same, and a warning says why. */
async function postComment(
  session: Session,
  { report }: CommandResult,
  body: string,
): Promise<number | undefined> {
  const { inputs, trigger, log } = session;
  const { pullRequest } = trigger;
  if (trigger.command !== 'lint' || pullRequest === undefined || inputs.comment === 'never') return undefined;
  try {
    const github = await session.openGitHub();
    if (github === undefined) {
      log.warning('no comment is posted: input github-token is empty. The job summary has the report');
      return undefined;
    }
    const marker = commentMarker(inputs.environment);
    const isQuiet =
      inputs.comment === 'on-findings' && !report.findings.some((finding) => finding.severity !== 'info');
    // A comment that told of findings is brought up to date when they are gone.
    if (isQuiet && (await github.findComment(pullRequest, marker)) === undefined) return undefined;
    return await github.upsertComment(pullRequest, marker, body);
  } catch (error) {
    log.warning(`no comment is posted: ${messageOf(error)}. The job summary has the report`);
    return undefined;
  }
}

function writeOutputs(result: CommandResult): void {
  const { report, flowIds, rulesetDigest, auditHash } = result;
  setOutput('result', report.result);
  setOutput('reason', report.reason ?? '');
  setOutput('errors', countFindings(report.findings, 'error'));
  setOutput('warnings', countFindings(report.findings, 'warning'));
  setOutput('max-depth', largestDepth(report));
  setOutput('changed-rules', JSON.stringify(changedNames(report.rules)));
  if (flowIds !== undefined) setOutput('flow-ids', JSON.stringify(flowIds));
  if (rulesetDigest !== undefined) setOutput('ruleset-digest', rulesetDigest);
  if (auditHash !== undefined) setOutput('audit-hash', auditHash);
  if (report.drift !== undefined) setOutput('drifted', JSON.stringify(driftedNames(report.drift)));
  if (report.writtenFiles !== undefined) setOutput('written-files', JSON.stringify(report.writtenFiles));
}

/**
 * Writes report.html, once all else is done, and loads only then what makes it: laying graphs out is most of the work of a small
 * run. A page that cannot be made changes nothing of what the run did, and so not its result.
 */
async function writePage({ log }: Session, report: Report, files: ReportFiles): Promise<void> {
  try {
    const { renderHtml } = await import('../report/html/render-html.ts');
    setOutput('report-html', files.write('report.html', renderHtml(report)));
  } catch (error) {
    log.warning(
      `report.html is not written: ${messageOf(error)}. report.json and the job summary say the same`,
    );
  }
}

/** Publishes a run. */
export async function publish(session: Session, result: CommandResult, files: ReportFiles): Promise<void> {
  const { report } = result;
  const comment = renderComment(report, session.run.runUrl);
  setOutput('report-json', files.write(JSON_FILE, renderJson(report)));
  setOutput('comment-body', files.write(COMMENT_FILE, comment));
  setOutput('sarif', files.write(SARIF_FILE, renderSarif(report)));
  // The run's own failure is shown as an error too, and counts to the runner's ten.
  writeAnnotations(chooseAnnotations(orderFindings(report), wentWrong(report) ? 1 : 0));
  writeOutputs(result);
  writeSummary(renderSummary(report));
  const commentId = await postComment(session, result, comment);
  await writePage(session, report, files);
  if (commentId !== undefined) setOutput('comment-id', commentId);
}
