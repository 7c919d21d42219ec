// Drift as Markdown: what differs rule by rule first, then what waits, then what no rule describes.
import type { Drift, UnknownFlow } from '../plan/drift.ts';
import { type RuleDrift, isDrift } from '../plan/find-drift.ts';
import type { FieldDifference } from '../plan/list-differences.ts';
import { count } from '../rules/count.ts';
import { spellLastChange } from './drift-text.ts';
import { STATE_WORDS } from './drift-words.ts';
import { codeSpan, markdownSentence } from './escape.ts';
import type { Section } from './fit.ts';

/** Rows of one rule's table, and UTF-16 units of a value in it: report.json has all. */
const MOST_ROWS = 40;
const LONGEST_VALUE = 200;

function valueCell(value: string | undefined): string {
  return value === undefined ? '–' : codeSpan(value, LONGEST_VALUE);
}

function differenceRow({ what, git, tenant }: FieldDifference): string {
  return `| ${markdownSentence(what)} | ${valueCell(git)} | ${valueCell(tenant)} |\n`;
}

/** Where git has moved on, what it has now is not what the tenant is compared with. */
function differenceTable({ differences, state }: RuleDrift): string {
  const git = state === 'both' ? 'Deployed last' : 'In git';
  if (differences.length === 0) return '';
  const rows = differences.slice(0, MOST_ROWS).map(differenceRow);
  const rest = differences.length - rows.length;
  const more = rest > 0 ? `\n${count(rest, 'more difference')}: report.json has them all.\n` : '';
  return `\n| What | ${git} | On the tenant |\n| --- | --- | --- |\n${rows.join('')}${more}`;
}

function sentenceList(head: string, sentences: readonly string[]): string {
  const items = sentences.map((sentence) => `- ${markdownSentence(sentence)}\n`).join('');
  return items === '' ? '' : `\n${head}${items}`;
}

function driftedItem(rule: RuleDrift): string {
  const change = spellLastChange(rule);
  return [
    `\n#### ${codeSpan(rule.name)}: ${STATE_WORDS[rule.state]}\n`,
    change === '' ? '' : `\n${markdownSentence(change.replace(/^l/, 'L'))}\n`,
    sentenceList('', rule.remarks),
    differenceTable(rule),
    sentenceList('For callers:\n\n', rule.callers ?? []),
  ].join('');
}

function plainItem({ name, remarks }: RuleDrift): string {
  const remark = remarks.length === 0 ? '' : `: ${remarks.map(markdownSentence).join('; ')}`;
  return `- ${codeSpan(name)}${remark}\n`;
}

function unknownItem({ name, id, status, why }: UnknownFlow): string {
  const state = status === undefined ? `cannot be read: ${markdownSentence(why)}` : status;
  return `- ${codeSpan(name)}, flow ${codeSpan(id)}: ${state}\n`;
}

function folded(title: string): Pick<Section, 'head' | 'tail'> {
  return { head: `\n<details><summary>${title}</summary>\n\n`, tail: '\n</details>\n' };
}

/** The sections on drift; those without an item may be left out. */
export function driftSections({ rules, unknown = [] }: Drift): Section[] {
  const drifted = rules.filter(({ state }) => isDrift(state));
  const waiting = rules.filter(({ state }) => state === 'not-deployed');
  const remarked = rules.filter(({ state, remarks }) => state === 'in-sync' && remarks.length > 0);
  const sections: Section[] = [
    { noun: 'drifted rules', head: '\n### Drift\n', items: drifted.map(driftedItem), tail: '', rank: 1 },
    {
      noun: 'rules that are not deployed yet',
      head: '\n### Not deployed yet\n\nGit has moved on since the last deployment; the tenant has not.\n\n',
      items: waiting.map(plainItem),
      tail: '',
      rank: 2,
    },
    {
      noun: 'remarks',
      head: '\n### In sync, with a remark\n\n',
      items: remarked.map(plainItem),
      tail: '',
      rank: 2,
    },
    {
      noun: 'unknown flows',
      ...folded(`${count(unknown.length, 'flow')} on the tenant that no rule describes; never touched`),
      items: unknown.map(unknownItem),
      rank: 3,
    },
  ];
  return sections.filter(({ items }) => items.length > 0);
}
