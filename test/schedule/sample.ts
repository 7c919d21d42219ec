// Rules with windows, for tests of the schedule: days are counted from one noon.
import { readRule } from '../../src/rules/load-rules.ts';
import type { Rule } from '../../src/rules/rule.ts';

export const NOON = Date.parse('2027-03-01T12:00:00.000Z');
export const DAY = 86_400_000;

/** Days from noon: from where to where; null is open. */
export type Span = readonly [number | null, number | null];

export function day(offset: number): string {
  return new Date(NOON + offset * DAY).toISOString();
}

/** A rule as a file with these dates is read, whatever way they are written. */
export function ruleWith(name: string, changes: Readonly<Record<string, unknown>>): Rule {
  const file = {
    name,
    campaignId: 'camp',
    nodes: [{ id: 'root', type: 'queue' }],
    fallbackAction: { type: 'hangup' },
    ...changes,
  };
  const rule = readRule(JSON.stringify(file), `rules/${name}.json`);
  if (!('payload' in rule)) throw new Error(JSON.stringify(rule));
  return rule;
}

export function ruleIn([from, to]: Span, name: string, campaignId = 'camp'): Rule {
  return ruleWith(name, {
    campaignId,
    ...(from === null ? {} : { effectiveDate: day(from) }),
    ...(to === null ? {} : { expirationDate: day(to) }),
  });
}

/** Rules a, b, c and so on, one a span. */
export function rulesIn(spans: readonly Span[]): Rule[] {
  return spans.map((span, index) => ruleIn(span, String.fromCodePoint(97 + index)));
}

/** An instant as days from noon. */
export function daysOf(at: number): number {
  return (at - NOON) / DAY;
}
