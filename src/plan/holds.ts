// Holds: the versions that a rollback took away, and that no deployment brings back until they are released
// (INTERFACE section 11). Pure.
import type { Rule } from '../rules/rule.ts';
import { compareRuleSets, isSameVersion } from './compare-rule-sets.ts';
import { type Held, sortHeld } from './deployed-state.ts';

/** Whether a version of a rule is held. @param payloadHash empty for its removal */
export function isHeld(held: readonly Held[], name: string, payloadHash: string): boolean {
  return held.some((entry) => entry.name === name && entry.payloadHash === payloadHash);
}

/** What is held after a deployment: a hold ends with an edit, or with an override. */
export function holdsAfterDeploy(
  held: readonly Held[],
  desired: readonly Rule[],
  releases: boolean,
  only: readonly string[],
): Held[] {
  const hashOf = new Map(desired.map((rule) => [rule.payload.name, rule.payloadHash]));
  const isSelected = (name: string): boolean => only.length === 0 || only.includes(name);
  return held.filter(
    ({ name, payloadHash }) => !isSelected(name) || (!releases && (hashOf.get(name) ?? '') === payloadHash),
  );
}

/** The same for two holds where they hold the same version, or the same removal. */
export function holdKey({ name, payloadHash }: Held): string {
  return `${name}\n${payloadHash}`;
}

/** All holds of two lists, each once. */
export function joinHolds(holds: readonly Held[], others: readonly Held[]): Held[] {
  const unique = new Map([...holds, ...others].map((entry) => [holdKey(entry), entry]));
  return sortHeld([...unique.values()]);
}

/**
 * What a rollback holds: each version that it takes away, on top of what is held already and is not the target's own.
 * @param live what callers meet: of a held rule the version that is live, not the commit's
 * @param target what callers met then
 * @param heldThere what was held when the target was deployed: it was not live then either, and is held again
 */
export function holdsAfterRollback(
  live: readonly Rule[],
  target: readonly Rule[],
  held: readonly Held[],
  only: readonly string[],
  heldThere: readonly Held[] = [],
): Held[] {
  const isSelected = (name: string): boolean => only.length === 0 || only.includes(name);
  const taken = compareRuleSets(live, target).flatMap(({ name, kind, before, after }): Held[] => {
    if (kind === 'unchanged' || (before !== undefined && after !== undefined && isSameVersion(before, after)))
      return [];
    const renamed: Held[] =
      kind === 'renamed' && before !== undefined
        ? [{ name: before.payload.name, payloadHash: before.payloadHash }]
        : [];
    return kind === 'renamed'
      ? [...renamed, { name, payloadHash: '' }]
      : [{ name, payloadHash: before?.payloadHash ?? '' }];
  });
  const targetHash = new Map(target.map((rule) => [rule.payload.name, rule.payloadHash]));
  const isTargets = (entry: Held): boolean =>
    isSelected(entry.name) &&
    (targetHash.get(entry.name) ?? '') === entry.payloadHash &&
    !isHeld(heldThere, entry.name, entry.payloadHash);
  const added = [...taken, ...heldThere].filter(({ name }) => isSelected(name));
  return joinHolds(
    held.filter((entry) => !isTargets(entry)),
    added,
  );
}
