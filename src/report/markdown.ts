// The report as Markdown: the pull request comment, and the job summary. What each part says is said in a file of its own.
import { callersSections } from './callers-section.ts';
import { codeSpan, markdownSentence } from './escape.ts';
import { findingsSections, suppressedSection } from './findings-section.ts';
import { type Section, fitSections } from './fit.ts';
import { driftSections } from './drift-sections.ts';
import { graphSection } from './graph-section.ts';
import { pathTestSections } from './path-test-sections.ts';
import { planSections } from './plan-section.ts';
import type { Detail, Report } from './report.ts';
import { rulesTableSections } from './rules-table-section.ts';
import { timelineSection } from './timeline-section.ts';
import { trafficSection } from './traffic-section.ts';
import { isCompared, isMessageSaid, spellVerdict } from './verdict.ts';

/** The largest comment, in bytes: safe under every reading of GitHub's limit. */
export const COMMENT_BUDGET = 65_536;
/** The largest job summary, in bytes (1 MiB a step), less what other steps' writers may add. */
export const SUMMARY_BUDGET = 1_000_000;

/** The first line of our comment. */
export function commentMarker(environment: string): string {
  return `<!-- cxone-ivr-gitops:${environment} -->`;
}

const LONGEST_COMMAND = 4000;

function detailItem({ text, command }: Detail): string {
  return `- ${markdownSentence(text)}${command === undefined ? '' : ` ${codeSpan(command, LONGEST_COMMAND)}`}\n`;
}

/** The title, the verdict, and what it leaves unsaid. */
function openingSection(report: Report, marker: string): Section {
  const { command, environment, message } = report;
  const title = `### CXone IVR rules: ${codeSpan(environment)}\n\n`;
  const { icon, main, rest } = spellVerdict(report);
  const words = message === '' || isMessageSaid(report) ? '' : `\n${markdownSentence(message)}\n`;
  const isAlone = command === 'lint' && report.rules.length > 0 && !isCompared(report);
  const alone = isAlone ? '\nThere is no earlier version to compare with.\n' : '';
  const head = `${marker}\n${title}${icon} **${main}**${rest}\n${words}${alone}`;
  return { noun: '', head, items: [], tail: '', rank: 0 };
}

function buildSections(report: Report, marker: string): Section[] {
  return [
    openingSection(report, marker),
    { noun: 'remarks', head: '\n', items: report.details.map(detailItem), tail: '', rank: 2 },
    ...(report.drift === undefined ? [] : driftSections(report.drift)),
    ...callersSections(report),
    ...findingsSections(report),
    suppressedSection(report),
    ...rulesTableSections(report),
    graphSection(report.rules),
    ...planSections(report),
    trafficSection(report),
    timelineSection(report),
    ...(report.pathTests === undefined ? [] : pathTestSections(report.pathTests)),
  ].filter((section) => section.rank === 0 || section.items.length > 0);
}

function explainLeftOut(where: string): (leftOut: ReadonlyMap<string, number>) => string {
  return (leftOut) => {
    const parts = [...leftOut]
      .filter(([noun]) => noun !== '')
      .map(([noun, number]) => (number === 1 ? `1 of the ${noun}` : `${number} ${noun}`));
    return `\n_Left out to fit GitHub's limit: ${parts.join(', ')}. ${where}_\n`;
  };
}

/** Renders the pull request comment: at most 65,536 bytes. @param runUrl the page of the run, whose summary has it all */
export function renderComment(report: Report, runUrl: string): string {
  const where = runUrl === '' ? 'report.json has it all.' : `[The job summary](${runUrl}) has it all.`;
  return fitSections(
    buildSections(report, commentMarker(report.environment)),
    COMMENT_BUDGET,
    explainLeftOut(where),
  ).text;
}

/** Renders the job summary: within 1 MiB. */
export function renderSummary(report: Report): string {
  const { text } = fitSections(
    buildSections(report, ''),
    SUMMARY_BUDGET,
    explainLeftOut('report.json has it all.'),
  );
  return text.trimStart();
}
