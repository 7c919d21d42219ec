// What callers met while a commit was live: its own rules, but for those that were held then (INTERFACE section 11), and those of
// which its record alone tells, such as a rule file behind a symbolic link, which git trees do not hold. Pure.
import type { Flow } from '../ports.ts';
import { makeRule } from '../rules/make-rule.ts';
import type { Rule, Status } from '../rules/rule.ts';
import { indexByName } from './compare-rule-sets.ts';
import { type DeployedState, type Held, flowIdOf } from './deployed-state.ts';
import { isHeld } from './holds.ts';
import { type Plan, isWrite } from './plan.ts';

/** What a record says of a commit: its flows, and what was held. */
export type RecordedState = Pick<DeployedState, 'flows' | 'held'>;

/** The rules that callers met. */
export interface Standing {
  readonly rules: readonly Rule[];
  /** Names of rules whose version is not known any more; one that was held is among the rules all the same. */
  readonly unknown: readonly string[];
}

/** Rule name → flow id, of the rules that were what their flow is, and not what the commit says. */
export function flowsToRead(rules: readonly Rule[], { flows, held }: RecordedState): Map<string, string> {
  const own = indexByName(rules);
  const isAnother = ([name]: [string, string]): boolean => {
    const rule = own.get(name);
    return rule === undefined || isHeld(held, name, rule.payloadHash);
  };
  return new Map(Object.entries(flows).filter(isAnother));
}

/**
 * Puts the rules together.
 * @param rules of the commit
 * @param read rule name → flow, of those of {@link flowsToRead} that are known
 * @param pathOf the file of a rule that the commit has none of; empty where no commit says
 */
export function standingRules(
  rules: readonly Rule[],
  state: RecordedState,
  read: ReadonlyMap<string, Flow>,
  pathOf: (name: string) => string,
  statusOf: (flow: Flow) => Status,
): Standing {
  const wanted = [...flowsToRead(rules, state).keys()];
  const found = new Map(
    wanted.flatMap((name): [string, Rule][] => {
      const flow = read.get(name);
      // A flow that was renamed is another rule by now.
      if (flow === undefined || flow.payload.name !== name) return [];
      return [[name, makeRule(pathOf(name), flow.payload, statusOf(flow))]];
    }),
  );
  const own = rules.filter(({ payload: { name }, payloadHash }) => {
    // Held from the day on which it was new: no version of it was live.
    const neverLive = isHeld(state.held, name, payloadHash) && !Object.hasOwn(state.flows, name);
    return !neverLive && !found.has(name);
  });
  return { rules: [...own, ...found.values()], unknown: wanted.filter((name) => !found.has(name)) };
}

/** The state with nothing held, as an override has it: a removal that was held is one then. */
export function withoutHolds({ flows, held }: RecordedState): RecordedState {
  const left = Object.entries(flows).filter(([name]) => !isHeld(held, name, ''));
  return { flows: Object.fromEntries(left), held: [] };
}

/**
 * Leaves the rules of a target as they are now where nobody knows what they were.
 * @returns its rules, and what is to be held, so that the plan leaves them alone
 */
export function stayWhereUnknown(
  now: readonly Rule[],
  { rules, unknown }: Standing,
): { readonly rules: readonly Rule[]; readonly held: readonly Held[] } {
  const names = new Set(unknown);
  const ruleNow = indexByName(now);
  const others = rules.filter(({ payload }) => !names.has(payload.name));
  return {
    rules: [...others, ...unknown.flatMap((name) => ruleNow.get(name) ?? [])],
    held: unknown.map((name) => ({ name, payloadHash: ruleNow.get(name)?.payloadHash ?? '' })),
  };
}

/**
 * What was live before a plan, as flows: a record does not tell of a held rule that a deployment passed over (input `only`), or
 * whose version was put to rest by hand.
 * @param before what the record says
 * @returns rule name → flow id
 */
export function flowsBefore(plan: Plan, { flows, held }: RecordedState): Readonly<Record<string, string>> {
  const names = new Set(held.map(({ name }) => name));
  const written = plan.changes.filter((change) => isWrite(change) && names.has(change.name));
  const met = written.flatMap(({ name, known }): [string, string][] => {
    const active = known.filter(({ status }) => status === 'ACTIVE').map(({ id }) => id);
    const recorded = flowIdOf(flows, name);
    const own = active.find((id) => id === recorded) ?? active[0];
    return own === undefined ? [] : [[name, own]];
  });
  const writtenNames = new Set(written.map(({ name }) => name));
  const others = Object.entries(flows).filter(([name]) => !writtenNames.has(name));
  return Object.fromEntries([...others, ...met]);
}
