// What a report says of calls: those of the last day, and those since a deployment that was watched.
import type { Traffic } from '../ports.ts';
import { compareCodePoints } from '../rules/hash.ts';

export interface RuleTraffic {
  readonly name: string;
  /** The last day of the version that is live, or was before the deployment; undefined where there is none. */
  readonly lastDay: Traffic | undefined;
  /** Since the new version was made active, where it was watched. */
  readonly since: Traffic | undefined;
}

export interface TrafficReport {
  /** Sorted by name. */
  readonly rules: readonly RuleTraffic[];
  /** Rules that were not asked for, since there are too many. */
  readonly leftOut: number;
}

/** Puts figures together, by name; undefined where there are none. */
export function makeTrafficReport(
  lastDay: ReadonlyMap<string, Traffic>,
  since: ReadonlyMap<string, Traffic>,
  leftOut: number,
): TrafficReport | undefined {
  const names = [...new Set([...lastDay.keys(), ...since.keys()])].toSorted(compareCodePoints);
  const rules = names.map((name) => ({ name, lastDay: lastDay.get(name), since: since.get(name) }));
  return rules.length === 0 && leftOut === 0 ? undefined : { rules, leftOut };
}
