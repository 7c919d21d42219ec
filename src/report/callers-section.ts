// What changes for callers, rule by rule, as Markdown; rules of which the same is to be told are told together.
import { groupBy } from '../rules/group-by.ts';
import { listWords } from '../rules/list-words.ts';
import { codeSpan, markdownSentence } from './escape.ts';
import type { Section } from './fit.ts';
import type { Report, ReportedRule } from './report.ts';

/** The first rules matter more than the table, the hundredth does not. */
const FIRST_RULES = 20;
const MOST_NAMED = 5;

/** Such as `Desk-001`, or `Desk-001`, `Desk-002` and 9 more rules. */
function listNames(names: readonly string[], noun: string): string {
  return listWords(names, (name) => codeSpan(name), 'and', MOST_NAMED, ` ${noun}`);
}

/** Rules by what is told of them, in the order of the first of each. */
function groupBySentences(rules: readonly ReportedRule[]): ReportedRule[][] {
  const told = rules.filter(({ callers }) => callers.length > 0);
  return [...groupBy(told, ({ callers }) => JSON.stringify(callers)).values()];
}

/** One sentence stands beside the names, several below them. */
function groupItem(rules: readonly ReportedRule[]): string {
  const named = rules.map(({ rule }) => rule.payload.name);
  const names = `- ${listNames(named, 'rules')}`;
  const sentences = (rules[0]?.callers ?? []).map(markdownSentence);
  return sentences.length === 1
    ? `${names}: ${sentences.join('')}\n`
    : `${names}\n${sentences.map((sentence) => `  - ${sentence}\n`).join('')}`;
}

function unreadableItems(paths: readonly string[]): string[] {
  if (paths.length === 0) return [];
  const what = paths.length === 1 ? 'a rule' : 'rules';
  return [
    `- ${listNames(paths, 'files')} cannot be read as ${what}, so nobody can say what changes for callers there\n`,
  ];
}

/** The sections on callers: the first rules, and all others, which may give way sooner. */
export function callersSections({
  rules,
  unreadable,
}: Pick<Report, 'rules' | 'unreadable'>): [Section, Section] {
  const items = [...unreadableItems(unreadable), ...groupBySentences(rules).map(groupItem)];
  const section = { noun: "rules' changes for callers", tail: '' };
  return [
    {
      ...section,
      head: '\n### What changes for callers\n\n',
      items: items.slice(0, FIRST_RULES),
      rank: 2,
    },
    { ...section, head: '', items: items.slice(FIRST_RULES), rank: 4 },
  ];
}
