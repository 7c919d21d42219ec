// The findings as Markdown: those that matter in front, remarks on rules that did not change folded, and what is suppressed.
import type { Suppression } from '../lint/config.ts';
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

/** So many findings of one check in one file stand in front; more of them would hide what else is wrong. */
const FEW_ALIKE = 5;
/** So many findings of one check in one file are listed: whoever has mended them sees the next ones. */
const MOST_ALIKE = 100;

function moreItem({ check, path, severity }: Finding, more: number): string {
  return `- ${ICONS[severity]} ${codeSpan(path)} \`${check}\`: ${more} more like these; report.json has them all\n`;
}

/** Where a finding stands among those of its check in its file, from 1, and how many these are. */
type Alike = ReadonlyMap<Finding, { readonly number: number; readonly of: number }>;

function numberAlike(findings: readonly Finding[]): Alike {
  const groups = groupBy(findings, ({ check, path }) => JSON.stringify([check, path]));
  const entries = [...groups.values()].flatMap((group) =>
    group.map((finding, index) => [finding, { number: index + 1, of: group.length }] as const),
  );
  return new Map(entries);
}

/** Findings as items of a list; of very many of one check in one file the first ones, and how many more there are. */
function listFindings(report: Report, findings: readonly Finding[], alike: Alike): string[] {
  return findings.flatMap((finding) => {
    const { number = 0, of = 0 } = alike.get(finding) ?? {};
    if (number > MOST_ALIKE) return [];
    const item = findingItem(report, finding);
    return number === MOST_ALIKE && of > number ? [item, moreItem(finding, of - number)] : [item];
  });
}

/** Such as `8 dead-end, 4 hearing-twice`, the most frequent first. */
function countChecks(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { check } of findings) counts.set(check, (counts.get(check) ?? 0) + 1);
  const sorted = [...counts].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return sorted.map(([check, number]) => `${number} ${check}`).join(', ');
}

function foldedSection(
  noun: string,
  title: string,
  findings: readonly Finding[],
  items: readonly string[],
): Section {
  const head = `\n<details><summary>${title}: ${countChecks(findings)}</summary>\n\n`;
  return { noun, head, items, tail: '\n</details>\n', rank: 4 };
}

/**
 * The sections on findings: the first ones, all others, those that only say more of the same (one wrong target can fail every path
 * test of a rule), and remarks on rules that did not change.
 */
export function findingsSections(report: Report): Section[] {
  const [errors, warnings, infos] = (['error', 'warning', 'info'] as const).map((severity) =>
    groupFindings(report, severity),
  );
  const heavy = [errors, warnings].flatMap((group) => [...(group?.own ?? []), ...(group?.others ?? [])]);
  const front = [...heavy, ...(infos?.own ?? [])];
  const alike = numberAlike(front);
  const isMore = (finding: Finding): boolean => (alike.get(finding)?.number ?? 0) > FEW_ALIKE;
  const more = front.filter(isMore);
  const few = front.filter((finding) => !isMore(finding));
  const items = listFindings(report, few, alike);
  const section = { noun: 'findings', tail: '' };
  const remarks = infos?.others ?? [];
  const where = isCompared(report) ? ' on rules that do not change' : '';
  return [
    { ...section, head: '\n### Findings\n\n', items: items.slice(0, FIRST_FINDINGS), rank: 2 },
    { ...section, head: '', items: items.slice(FIRST_FINDINGS), rank: 4 },
    foldedSection(
      'findings',
      `${count(more.length, 'more finding')} of the same checks in the same files`,
      more,
      listFindings(report, more, alike),
    ),
    foldedSection(
      'remarks',
      `${count(remarks.length, 'remark')}${where}`,
      remarks,
      listFindings(report, remarks, numberAlike(remarks)),
    ),
  ];
}

const LONGEST_REASON = 1000;

/** The suppressions that were used, each with its reason and its number of findings: nothing is hidden in silence. */
export function suppressedSection({ suppressed }: Report): Section {
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
