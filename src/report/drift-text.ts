// Drift as lines for a log or a terminal; whoever prints them escapes them.
import type { Drift } from '../plan/drift.ts';
import { type RuleDrift, isDrift } from '../plan/find-drift.ts';
import type { FieldDifference } from '../plan/list-differences.ts';
import { STATE_WORDS } from './drift-words.ts';

function spellValue(value: string | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

function differenceLine({ path, what, git, tenant }: FieldDifference): string {
  return `    ${what}: git ${spellValue(git)}, tenant ${spellValue(tenant)} (${path})`;
}

/** When and by whom a version was changed last; empty where the tenant does not say. */
export function spellLastChange({ changedAt, changedBy }: RuleDrift): string {
  const by = changedBy === undefined ? '' : ` by ${JSON.stringify(changedBy)}`;
  if (changedAt === undefined && by === '') return '';
  return `last changed on the tenant${by}${changedAt === undefined ? '' : ` at ${changedAt}`}`;
}

function ruleLines(rule: RuleDrift): string[] {
  const change = isDrift(rule.state) ? spellLastChange(rule) : '';
  return [
    `  ${JSON.stringify(rule.name)}: ${STATE_WORDS[rule.state]}${change === '' ? '' : `, ${change}`}`,
    ...rule.remarks.map((remark) => `    ${remark}`),
    ...rule.differences.map(differenceLine),
    ...(rule.callers ?? []).map((sentence) => `    for callers: ${sentence}`),
  ];
}

/** Tabulates drift: a line a rule, below it what differs; then the flows that no rule describes. */
export function tabulateDrift({ rules, unknown = [] }: Drift): string[] {
  return [
    ...rules.flatMap(ruleLines),
    ...unknown.map(
      ({ name, id, status, why }) =>
        `  ${JSON.stringify(name)}: unknown on the tenant, flow ${JSON.stringify(id)} ${status ?? `cannot be read: ${why}`}`,
    ),
  ];
}
