// What changes for callers, rule by rule, as Markdown.
import { codeSpan, markdownSentence } from './escape.ts';
import type { Section } from './fit.ts';
import type { ReportedRule } from './report.ts';

/** The first rules matter more than the table, the hundredth does not. */
const FIRST_RULES = 20;

/** One sentence stands beside the name, several below it. */
function ruleItem({ rule, callers }: ReportedRule): string {
  const name = `- ${codeSpan(rule.payload.name)}`;
  const sentences = callers.map(markdownSentence);
  return sentences.length === 1
    ? `${name}: ${sentences.join('')}\n`
    : `${name}\n${sentences.map((sentence) => `  - ${sentence}\n`).join('')}`;
}

/** The sections on callers: the first rules, and all others, which may give way sooner. */
export function callersSections(rules: readonly ReportedRule[]): [Section, Section] {
  const items = rules.filter(({ callers }) => callers.length > 0).map(ruleItem);
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
