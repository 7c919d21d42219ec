// What was live in the place of held versions: a commit's own rules do not say, since a hold kept them from callers.
import { makeRule } from '../rules/make-rule.ts';
import type { Rule } from '../rules/rule.ts';
import { type Held, flowIdOf } from './deployed-state.ts';
import { type Plan, isWrite } from './plan.ts';

/** Rule name → the version that was live; undefined where none was. */
export type StandIns = ReadonlyMap<string, Rule | undefined>;

/**
 * The versions that a plan took the place of, of rules that were held when it was made.
 * @param held what was held then
 * @param flows rule name → flow id, of what was live then
 */
export function findStandIns(
  plan: Plan,
  held: readonly Held[],
  flows: Readonly<Record<string, string>>,
): StandIns {
  const names = new Set(held.map(({ name }) => name));
  const written = plan.changes.filter((change) => isWrite(change) && names.has(change.name));
  return new Map(
    written.map(({ name, known, rule }) => {
      const own = flowIdOf(flows, name);
      const active = known.filter(({ status }) => status === 'ACTIVE');
      // A deployment that passed a rule over (input `only`) has left it without a flow in the record.
      const flow = active.find(({ id }) => id === own) ?? active[0];
      return [name, flow && makeRule(rule?.path ?? '', flow.payload, 'ACTIVE')];
    }),
  );
}

/** A commit's rules with what was live in the place of some. */
export function standIn(rules: readonly Rule[], standIns: StandIns): Rule[] {
  const others = rules.filter((rule) => !standIns.has(rule.payload.name));
  return [...others, ...[...standIns.values()].filter((rule) => rule !== undefined)];
}
