// The independent checker: all of what must hold after a case, whatever happened in it.
import { checkForeign, followTenant } from './check-tenant.ts';
import { checkTruth } from './check-truth.ts';
import type { Evidence } from './evidence.ts';

const SETTLED: ReadonlySet<string> = new Set([
  'deployed',
  'rolled-back',
  'nothing-to-do',
  'undone',
  'refused',
  'failed',
]);

export interface Verdict {
  /** What is wrong, a sentence each; empty where all is well. */
  readonly problems: readonly string[];
  /** Whether the removed rule was taken away and given back. */
  readonly hadRemovalGap: boolean;
}

/** Checks a case. @param shas the commits of the estate by their names */
export function checkCase(evidence: Evidence, shas: Readonly<Record<string, string>>): Verdict {
  const { runs, history, violations } = evidence;
  const ends = runs.filter(({ said }) => SETTLED.has(said?.result ?? '')).map(({ after }) => after.changes);
  const course = followTenant(history, runs[0]?.before.changes ?? 0, ends);
  const problems = [
    ...course.problems,
    ...checkForeign(evidence),
    ...runs.flatMap((run, index) =>
      checkTruth(run, evidence, shas).map((text) => `run ${index + 1}: ${text}`),
    ),
    ...violations,
  ];
  return { problems: [...new Set(problems)], hadRemovalGap: course.hadRemovalGap };
}
