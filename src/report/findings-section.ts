// The findings as Markdown: those that matter in front, remarks on rules that did not change folded, and what is suppressed.
import type { Finding } from '../lint/finding.ts';
import { count } from '../rules/count.ts';
import { groupBy } from '../rules/group-by.ts';
import { codeSpan, cutText, markdownSentence, urlPath } from './escape.ts';
import type { Section } from './fit.ts';
import { groupFindings } from './order-findings.ts';
import type { Report } from './report.ts';
import { isCompared } from './verdict.ts';

const ICONS = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

/** The first findings matter more than the table, the hundredth does not. */
const FIRST_FINDINGS = 50;

/** A file at the report's commit, where there is a repository to link to. */
function fileLink(report: Report, path: string, line: number): string {
  const label = codeSpan(`${path}:${line}`);
  if (report.repositoryUrl === '' || report.commit === '') return label;
  return `[${label}](${report.repositoryUrl}/blob/${report.commit}/${urlPath(path)}#L${line})`;
}

function findingItem(report: Report, finding: Finding): string {
  const place = fileLink(report, finding.path, finding.line);
  return `- ${ICONS[finding.severity]} ${place} \`${finding.check}\`: ${markdownSentence(finding.message)}\n`;
}

/** So many findings of one check in one file are listed: whoever has mended them sees the next ones. */
const MOST_ALIKE = 100;

function moreItem({ check, path, severity }: Finding, more: number): string {
  return `- ${ICONS[severity]} ${codeSpan(path)} \`${check}\`: ${more} more like these; report.json has them all\n`;
}

/** Findings as items of a list; of very many of one check in one file the first ones, and how many more there are. */
function listFindings(report: Report, findings: readonly Finding[]): string[] {
  const alike = groupBy(findings, ({ check, path }) => JSON.stringify([check, path]));
  const shown = new Set<Finding>();
  const moreAfter = new Map<Finding | undefined, number>();
  for (const group of alike.values()) {
    for (const finding of group.slice(0, MOST_ALIKE)) shown.add(finding);
    if (group.length > MOST_ALIKE) moreAfter.set(group[MOST_ALIKE - 1], group.length - MOST_ALIKE);
  }
  return findings.flatMap((finding) => {
    if (!shown.has(finding)) return [];
    const more = moreAfter.get(finding);
    const item = findingItem(report, finding);
    return more === undefined ? [item] : [item, moreItem(finding, more)];
  });
}

/** Such as `8 dead-end, 4 hearing-twice`, the most frequent first. */
function countChecks(findings: readonly Finding[]): string {
  const groups = [...groupBy(findings, ({ check }) => check)];
  return groups
    .toSorted(([a, many], [b, more]) => more.length - many.length || (a < b ? -1 : 1))
    .map(([check, { length }]) => `${length} ${check}`)
    .join(', ');
}

function foldedSection(report: Report, remarks: readonly Finding[]): Section {
  const where = isCompared(report) ? ' on rules that do not change' : '';
  const head = `\n<details><summary>${count(remarks.length, 'remark')}${where}: ${countChecks(remarks)}</summary>\n\n`;
  const items = listFindings(report, remarks);
  return { noun: 'remarks', head, items, tail: '\n</details>\n', rank: 4 };
}

/** The sections on findings: the first ones, all others, and remarks on rules that did not change. */
export function findingsSections(report: Report): Section[] {
  const [errors, warnings, infos] = (['error', 'warning', 'info'] as const).map((severity) =>
    groupFindings(report, severity),
  );
  const front = [errors, warnings].flatMap((group) => [...(group?.own ?? []), ...(group?.others ?? [])]);
  const items = listFindings(report, [...front, ...(infos?.own ?? [])]);
  const section = { noun: 'findings', tail: '' };
  return [
    { ...section, head: '\n### Findings\n\n', items: items.slice(0, FIRST_FINDINGS), rank: 2 },
    { ...section, head: '', items: items.slice(FIRST_FINDINGS), rank: 4 },
    foldedSection(report, infos?.others ?? []),
  ];
}

const LONGEST_REASON = 1000;

/** The suppressions that were used, each with its reason and its number of findings: nothing is hidden in silence. */
export function suppressedSection({ suppressed }: Report): Section {
  const groups = groupBy(suppressed, ({ suppression }) => suppression);
  const items = [...groups].map(([{ check, rule, node, reason, expires }, { length }]) => {
    const where = node === undefined ? codeSpan(rule) : `${codeSpan(rule)}, node ${codeSpan(node)}`;
    const why = markdownSentence(cutText(reason, LONGEST_REASON));
    return `- ${count(length, 'finding')} of \`${check}\` in ${where}, until ${codeSpan(expires)}: ${why}\n`;
  });
  const head = `\n<details><summary>${count(suppressed.length, 'finding')} suppressed</summary>\n\n`;
  return { noun: 'suppressions', head, items, tail: '\n</details>\n', rank: 3 };
}
