// The rules as Markdown tables: those that changed or have findings, and all others folded.
import type { Finding } from '../lint/finding.ts';
import { count } from '../rules/count.ts';
import { groupBy } from '../rules/group-by.ts';
import { codeSpan } from './escape.ts';
import type { Section } from './fit.ts';
import { type Report, type ReportedRule, isChanged } from './report.ts';
import { isCompared, spellCounts } from './verdict.ts';

/** What became of a rule, told by a sign and a word. */
export const SIGNS = {
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

function ruleRow(report: Report, entry: ReportedRule, findings: readonly Finding[]): string {
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
    spellCounts(own) || '–',
  ];
  return `| ${cells.join(' | ')} |\n`;
}

function tableHead({ maxDepth }: Report): string {
  const heads = `| Rule | Change | Nodes | Edges | Depth (limit ${maxDepth}) | Findings |\n`;
  return `${heads}| --- | --- | ---: | ---: | ---: | --- |\n`;
}

/** More rows than these are folded. */
const FIRST_ROWS = 20;

function foldedRows(report: Report, summary: string, rows: readonly string[], rank: number): Section {
  const head = `\n<details><summary>${summary}</summary>\n\n${tableHead(report)}`;
  return { noun: 'table rows', head, items: rows, tail: '\n</details>\n', rank };
}

/** The rules that changed or have errors or warnings, of many the first; the rest of them; and all others. */
export function rulesTableSections(report: Report): Section[] {
  const weighty = report.findings.filter(({ severity }) => severity !== 'info');
  const findingsOf = groupBy(weighty, ({ path }) => path);
  const row = (entry: ReportedRule): string => ruleRow(report, entry, findingsOf.get(entry.rule.path) ?? []);
  const isShownFirst = (entry: ReportedRule): boolean => isChanged(entry) || findingsOf.has(entry.rule.path);
  const first = report.rules.filter(isShownFirst).map(row);
  const others = report.rules.filter((entry) => !isShownFirst(entry)).map(row);
  const more = first.slice(FIRST_ROWS);
  const noun = isCompared(report) ? 'unchanged rule' : first.length > 0 ? 'other rule' : 'rule';
  return [
    {
      noun: 'table rows',
      head: `\n${tableHead(report)}`,
      items: first.slice(0, FIRST_ROWS),
      tail: '',
      rank: 3,
    },
    foldedRows(report, count(more.length, 'more rule'), more, 3),
    foldedRows(report, count(others.length, noun), others, 4),
  ];
}
