// What a comparison of git with the tenant came to, as data for every form of its report.
import type { Status } from '../rules/rule.ts';
import { type RuleDrift, isDrift } from './find-drift.ts';

/** A flow of the tenant by a name that no rule has. */
export interface UnknownFlow {
  readonly name: string;
  readonly id: string;
  /** Undefined where the flow cannot be read. */
  readonly status: Status | undefined;
  /** Why it cannot be read, or empty. */
  readonly why: string;
}

export interface Drift {
  /** The commit that was deployed last; undefined where none was. */
  readonly deployedSha: string | undefined;
  /** Whether that commit is gone from git, so that only this commit could be compared. */
  readonly isCommitGone: boolean;
  /** Sorted by name. */
  readonly rules: readonly RuleDrift[];
  /** Sorted by name and id; undefined where the tenant does not list them. */
  readonly unknown: readonly UnknownFlow[] | undefined;
}

/** The names of the rules that are not on the tenant as they were left. */
export function driftedNames({ rules }: Drift): string[] {
  return rules.filter(({ state }) => isDrift(state)).map(({ name }) => name);
}
