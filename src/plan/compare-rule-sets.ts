// The rules of two commits → what became of each rule. Git's own idea of renames plays no part: the name is the identity.
import { canonicalJson, compareCodePoints, sha256 } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';

export type ChangeKind = 'added' | 'modified' | 'renamed' | 'removed' | 'unchanged';

export interface RuleChange {
  /** The rule's name now; of a removed rule its last one. */
  readonly name: string;
  readonly kind: ChangeKind;
  readonly before?: Rule;
  readonly after?: Rule;
}

/** Rules by their names. */
export function indexByName(rules: readonly Rule[]): Map<string, Rule> {
  const index = new Map<string, Rule>();
  // Of two rules with one name the first counts; check `duplicate-rule-name` stops the second.
  for (const rule of rules) if (!index.has(rule.payload.name)) index.set(rule.payload.name, rule);
  return index;
}

/** Equal for two rules that differ in nothing but their name. */
function contentKey(rule: Rule): string {
  return sha256(canonicalJson({ ...rule.payload, name: '', status: rule.status }));
}

/** Whether two versions of a rule say the same. */
export function isSameVersion(
  a: Pick<Rule, 'payloadHash' | 'status'>,
  b: Pick<Rule, 'payloadHash' | 'status'>,
): boolean {
  return a.payloadHash === b.payloadHash && a.status === b.status;
}

/** Compares the rules of two commits. The result is sorted by name. */
export function compareRuleSets(base: readonly Rule[], head: readonly Rule[]): RuleChange[] {
  const before = indexByName(base);
  const after = indexByName(head);
  const removed = new Map<string, Rule[]>();
  for (const [name, rule] of before) {
    if (after.has(name)) continue;
    const key = contentKey(rule);
    removed.set(key, [...(removed.get(key) ?? []), rule]);
  }
  const changes: RuleChange[] = [];
  for (const [name, rule] of after) {
    const old = before.get(name);
    const mayBeRenamed = old === undefined && removed.size > 0;
    const renamedFrom = mayBeRenamed ? removed.get(contentKey(rule))?.shift() : undefined;
    if (old !== undefined) {
      changes.push({
        name,
        kind: isSameVersion(old, rule) ? 'unchanged' : 'modified',
        before: old,
        after: rule,
      });
    } else if (renamedFrom !== undefined) {
      changes.push({ name, kind: 'renamed', before: renamedFrom, after: rule });
    } else {
      changes.push({ name, kind: 'added', after: rule });
    }
  }
  for (const rule of [...removed.values()].flat())
    changes.push({ name: rule.payload.name, kind: 'removed', before: rule });
  return changes.toSorted((a, b) => compareCodePoints(a.name, b.name));
}
