// Problems → findings: each gets its severity, and the line and column of its place.
import { groupBy } from '../rules/group-by.ts';
import { compareCodePoints } from '../rules/hash.ts';
import { locate } from '../rules/locate.ts';
import type { Problem } from '../rules/problem.ts';
import type { Check } from './check.ts';
import type { ConfiguredSeverity, LintConfig } from './config.ts';
import { type Finding, milderSeverity } from './finding.ts';

/** Problem → its severity: what the config says of its check, else the check's own. One's own severity counts where it is milder. */
export type Weigh = (problem: Problem) => ConfiguredSeverity;

/** Makes the weighing of problems. A check that is not known weighs an error. */
export function weighBy(checks: readonly Check[], { severities }: LintConfig): Weigh {
  const ownOf = new Map(checks.map(({ id, severity }) => [id, severity]));
  return ({ check, severity: own }) => {
    const weight = severities.get(check) ?? ownOf.get(check) ?? 'error';
    return weight === 'off' || own === undefined ? weight : milderSeverity(weight, own);
  };
}

function placeInFile(path: string, text: string, problems: readonly Problem[], weigh: Weigh): Finding[] {
  const ranges = locate(
    text,
    problems.map((problem) => problem.place),
  );
  return problems.flatMap((problem, index): Finding[] => {
    const severity = weigh(problem);
    if (severity === 'off') return [];
    const range = ranges[index] ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
    const pointer = 'pointer' in problem.place ? problem.place.pointer : '';
    return [{ check: problem.check, severity, path, ...range, pointer, message: problem.message }];
  });
}

/**
 * Places problems; those of a check that is off are left out.
 * @param textOf the text of a file
 * @returns by path, and within a file in the order of the problems
 */
export function placeProblems(
  problems: readonly Problem[],
  textOf: (path: string) => string,
  weigh: Weigh,
): Finding[] {
  return [...groupBy(problems, ({ path }) => path)]
    .toSorted(([a], [b]) => compareCodePoints(a, b))
    .flatMap(([path, group]) => placeInFile(path, textOf(path), group, weigh));
}
