// Findings and suppressions → the findings that stay, and those that are suppressed with the suppressions that do it.
import { groupBy } from '../rules/group-by.ts';
import type { Rule } from '../rules/rule.ts';
import type { Suppression } from './config.ts';
import type { Finding } from './finding.ts';

/** A finding that does not count, and why. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly suppression: Suppression;
}

export interface SuppressionResult {
  readonly kept: readonly Finding[];
  /** In the order of the findings; of several suppressions of one finding the first in the file is named. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Those that speak of a finding, whether or not another does so too. */
  readonly used: ReadonlySet<Suppression>;
}

export type RulesByName = ReadonlyMap<string, readonly Rule[]>;

/** Indexes rules by name; two of one name are an error, but there all the same. */
export function indexByName(rules: readonly Rule[]): RulesByName {
  return groupBy(rules, ({ payload }) => payload.name);
}

/** Whether a suppression is over at an instant (milliseconds since the epoch). */
export function isExpired({ until }: Suppression, now: number): boolean {
  return now >= until;
}

/** A file, or a node in it, as the key of a set. */
function placeKey(path: string, node = ''): string {
  return `${node} ${path}`;
}

/** The places that a suppression speaks of: the rule's file, or the node's place in it. */
function placesOf({ rule, node }: Suppression, rules: RulesByName): Set<string> {
  const named = rules.get(rule) ?? [];
  if (node === undefined) return new Set(named.map(({ path }) => placeKey(path)));
  const nodes = named.flatMap(({ path, payload }) =>
    payload.nodes.map(({ id }, index) => ({ id, key: placeKey(path, `/nodes/${index}`) })),
  );
  return new Set(nodes.filter(({ id }) => id === node).map(({ key }) => key));
}

/** The places that a finding stands at: its file, and where it stands in a node that node's place. */
function placesOfFinding({ path, pointer }: Finding): string[] {
  const [node] = /^\/nodes\/\d+/.exec(pointer) ?? [];
  return [placeKey(path), ...(node === undefined ? [] : [placeKey(path, node)])];
}

/**
 * Suppresses findings. One is suppressed by a suppression of its check whose rule stands in its file and, where a node is
 * named, whose node the finding stands in.
 * @param suppressions those that are not over
 */
export function suppressFindings(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  rules: RulesByName,
): SuppressionResult {
  const placed = suppressions.map((suppression) => ({ suppression, places: placesOf(suppression, rules) }));
  const byCheck = groupBy(placed, ({ suppression }) => suppression.check);
  const used = new Set<Suppression>();
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const places = placesOfFinding(finding);
    const matching = (byCheck.get(finding.check) ?? []).filter((entry) =>
      places.some((place) => entry.places.has(place)),
    );
    for (const { suppression } of matching) used.add(suppression);
    const [first] = matching;
    if (first === undefined) kept.push(finding);
    else suppressed.push({ finding, suppression: first.suppression });
  }
  return { kept, suppressed, used };
}
