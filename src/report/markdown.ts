// The report as Markdown: the pull request comment, and the job summary.
import { type Finding, countFindings } from '../lint/finding.ts';
import type { Suppression } from '../lint/config.ts';
import { type PlanAction, isWrite } from '../plan/plan.ts';
import { count } from './count.ts';
import { codeSpan, cutText, markdownSentence, urlPath } from './escape.ts';
import { type Section, fitSections } from './fit.ts';
import { callersSections } from './callers-section.ts';
import { graphSection } from './graph-section.ts';
import { pathTestSections } from './path-test-sections.ts';
import { trafficSection } from './traffic-section.ts';
import { type Detail, type Report, type ReportedRule, isChanged, isFailure } from './report.ts';

/** The largest comment, in bytes: safe under every reading of GitHub's limit. */
export const COMMENT_BUDGET = 65_536;
/** The largest job summary, in bytes (1 MiB a step), less what other steps' writers may add. */
export const SUMMARY_BUDGET = 1_000_000;

/** The first line of our comment. */
export function commentMarker(environment: string): string {
  return `<!-- cxone-ivr-gitops:${environment} -->`;
}

function findingCounts(findings: readonly Finding[]): string {
  const errors = countFindings(findings, 'error');
  const warnings = countFindings(findings, 'warning');
  const parts = [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : ''];
  return parts.filter((part) => part !== '').join(', ');
}

const ICONS = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

/** Whether there was a base to compare the rules with. */
function isCompared(report: Report): boolean {
  return report.rules.every(({ change }) => change !== undefined);
}

/** One line that says it all. */
function verdict(report: Report): string {
  const changed = report.rules.filter(isChanged).length;
  const rules = isCompared(report)
    ? `${count(changed, 'rule')} ${changed === 1 ? 'changes' : 'change'}`
    : count(report.rules.length, 'rule');
  const counts = findingCounts(report.findings);
  if (report.command !== 'lint')
    return `${isFailure(report.result) || report.reason !== undefined ? '❌' : '✅'} **${report.result}** · ${rules}${counts === '' ? '' : `, ${counts}`}`;
  if (report.result === 'failed')
    return `❌ **${rules}, ${counts === '' ? 'failed' : counts}: cannot merge**`;
  return counts === '' ? `✅ **${rules}, clean**` : `✅ **${rules}, ${counts}**`;
}

function fileLink(report: Report, path: string, line?: number): string {
  const label = codeSpan(line === undefined ? path : `${path}:${line}`);
  if (report.repositoryUrl === '' || report.commit === '') return label;
  const anchor = line === undefined ? '' : `#L${line}`;
  return `[${label}](${report.repositoryUrl}/blob/${report.commit}/${urlPath(path)}${anchor})`;
}

const LONGEST_COMMAND = 4000;

function detailItem({ text, command }: Detail): string {
  return `- ${markdownSentence(text)}${command === undefined ? '' : ` ${codeSpan(command, LONGEST_COMMAND)}`}\n`;
}

function findingItem(report: Report, finding: Finding): string {
  const place = fileLink(report, finding.path, finding.line);
  return `- ${ICONS[finding.severity]} ${place} \`${finding.check}\`: ${markdownSentence(finding.message)}\n`;
}

const SIGNS = {
  added: '🆕 added',
  modified: '✏️ changed',
  renamed: '🏷️ renamed',
  removed: '🗑️ removed',
  unchanged: 'unchanged',
} as const;

function figureCell(now: number, before: number | undefined): string {
  return before === undefined || before === now ? `${now}` : `${before} → ${now}`;
}

function depthCell(report: Report, { figures, before, change }: ReportedRule): string {
  const { depth, exact, upperBound } = figures.depth;
  const old = change === 'modified' || change === 'renamed' ? before?.figures.depth.depth : undefined;
  const bound = exact ? '' : ` to ${upperBound}`;
  const over = change !== 'removed' && depth > report.maxDepth ? ' ❌' : '';
  return `${figureCell(depth, old)}${bound}${over}`;
}

function ruleRow(
  report: Report,
  entry: ReportedRule,
  findings: readonly Finding[],
  planned: PlanAction | undefined,
): string {
  const { rule, figures, change, before } = entry;
  const old = change === 'modified' || change === 'renamed' ? before?.figures : undefined;
  const own = change === 'removed' ? [] : findings;
  const name =
    change === 'renamed' && before !== undefined
      ? `${codeSpan(before.rule.payload.name)} → ${codeSpan(rule.payload.name)}`
      : codeSpan(rule.payload.name);
  const cells = [
    name,
    change === undefined ? '' : SIGNS[change],
    figureCell(figures.graph.ids.length, old?.graph.ids.length),
    figureCell(figures.graph.edgeCount, old?.graph.edgeCount),
    depthCell(report, entry),
    findingCounts(own) || '–',
    ...(report.plan === undefined ? [] : [planned ?? '']),
  ];
  return `| ${cells.join(' | ')} |\n`;
}

function tableHead(report: Report): string {
  const heads = [
    'Rule',
    'Change',
    'Nodes',
    'Edges',
    `Depth (limit ${report.maxDepth})`,
    'Findings',
    ...(report.plan === undefined ? [] : ['On the tenant']),
  ];
  const lines = heads.map((_, index) => (index >= 2 && index <= 4 ? '---:' : '---'));
  return `| ${heads.join(' | ')} |\n| ${lines.join(' | ')} |\n`;
}

function planSection(report: Report): Section {
  const writes = (report.plan?.changes ?? []).filter((change) => isWrite(change) || change.action === 'held');
  const items = writes.map(
    (change) => `- **${change.action}** ${codeSpan(change.name)} (${change.reason})\n`,
  );
  return { noun: 'plan lines', head: '\n### Plan\n\n', items, tail: '', rank: 1 };
}

const LONGEST_REASON = 1000;

/** The suppressions that were used, each with its reason and its number of findings: nothing is hidden in silence. */
function suppressedSection({ suppressed }: Report): Section {
  const counts = new Map<Suppression, number>();
  for (const { suppression } of suppressed) counts.set(suppression, (counts.get(suppression) ?? 0) + 1);
  const items = [...counts].map(([{ check, rule, node, reason, expires }, number]) => {
    const where = node === undefined ? codeSpan(rule) : `${codeSpan(rule)}, node ${codeSpan(node)}`;
    const why = markdownSentence(cutText(reason, LONGEST_REASON));
    return `- ${count(number, 'finding')} of \`${check}\` in ${where}, until ${codeSpan(expires)}: ${why}\n`;
  });
  const head = `\n<details><summary>${count(suppressed.length, 'finding')} suppressed</summary>\n\n`;
  return { noun: 'suppressions', head, items, tail: '\n</details>\n', rank: 3 };
}

const FIRST_FINDINGS = 50;

function buildSections(report: Report, marker: string): Section[] {
  const planOf = new Map(report.plan?.changes.map((change) => [change.name, change.action]));
  const findingsOf = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    const own = findingsOf.get(finding.path);
    if (own === undefined) findingsOf.set(finding.path, [finding]);
    else own.push(finding);
  }
  const row = (entry: ReportedRule): string =>
    ruleRow(report, entry, findingsOf.get(entry.rule.path) ?? [], planOf.get(entry.rule.payload.name));
  const isShownFirst = (entry: ReportedRule): boolean => isChanged(entry) || findingsOf.has(entry.rule.path);
  const first = report.rules.filter(isShownFirst);
  const others = report.rules.filter((entry) => !isShownFirst(entry));
  const title = `### CXone IVR rules: ${codeSpan(report.environment)}\n\n`;
  // The verdict of a lint says it all, and of a test the section on path tests.
  const isSaid = report.command === 'lint' || (report.command === 'test' && report.pathTests !== undefined);
  const words = report.message === '' || isSaid ? '' : `\n${markdownSentence(report.message)}\n`;
  const details = report.details.map(detailItem);
  const findings = report.findings.map((finding) => findingItem(report, finding));
  const [callers, otherCallers] = callersSections(report.rules);
  return [
    { noun: '', head: `${marker}\n${title}${verdict(report)}\n${words}`, items: [], tail: '', rank: 0 },
    { noun: 'remarks', head: '\n', items: details, tail: '', rank: 2 },
    callers,
    otherCallers,
    {
      noun: 'findings',
      head: '\n### Findings\n\n',
      items: findings.slice(0, FIRST_FINDINGS),
      tail: '',
      rank: 2,
    },
    // The first findings matter more than the table, the hundredth does not.
    { noun: 'findings', head: '', items: findings.slice(FIRST_FINDINGS), tail: '', rank: 4 },
    suppressedSection(report),
    { noun: 'table rows', head: `\n${tableHead(report)}`, items: first.map(row), tail: '', rank: 3 },
    {
      noun: 'table rows',
      head: `\n<details><summary>${count(others.length, isCompared(report) ? 'unchanged rule' : 'rule')}</summary>\n\n${tableHead(report)}`,
      items: others.map(row),
      tail: '\n</details>\n',
      rank: 4,
    },
    graphSection(report.rules),
    planSection(report),
    trafficSection(report),
    ...(report.pathTests === undefined ? [] : pathTestSections(report.pathTests)),
  ].filter((section) => section.rank === 0 || section.items.length > 0);
}

function explainLeftOut(where: string): (leftOut: ReadonlyMap<string, number>) => string {
  return (leftOut) => {
    const parts = [...leftOut].filter(([noun]) => noun !== '').map(([noun, number]) => `${number} ${noun}`);
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
