// What the tenant said against rules → findings at the lines of their files.
import { type Finding, compareFindings } from '../lint/finding.ts';
import { placeProblems } from '../lint/place-problems.ts';
import type { LoadedRules } from '../rules/load-rules.ts';
import { type Problem, atValue } from '../rules/problem.ts';
import { readTenantPath } from '../rules/read-tenant-path.ts';
import type { Rule } from '../rules/rule.ts';
import type { Rejected } from '../transaction/rejection.ts';

/** In place of a check's id: it is the tenant that found it. */
const TENANT = 'tenant';

function nameOf(pointer: string, { payload }: Rule): string {
  const [, index] = /^\/nodes\/(\d+)/.exec(pointer) ?? [];
  const node = index === undefined ? undefined : payload.nodes[Number(index)];
  return node === undefined ? 'of this rule' : `of node ${JSON.stringify(node.id)}`;
}

function problemsOf({ ruleName, errors }: Rejected, rules: LoadedRules): Problem[] {
  const rule = rules.rules.find(({ payload }) => payload.name === ruleName);
  if (rule === undefined) return [];
  return errors.map(({ path, message }): Problem => {
    const pointer = readTenantPath(path, rule.payload);
    const where = pointer === undefined && path !== '' ? ` (at ${JSON.stringify(path)})` : '';
    const told = `the tenant says ${nameOf(pointer ?? '', rule)}${where}: ${message}`;
    return { check: TENANT, path: rule.path, message: told, place: atValue(pointer ?? '/name') };
  });
}

/** @returns an error a complaint, in the order of the files; none where the tenant named none, or a rule has no file */
export function placeRejections(rejected: readonly Rejected[] = [], rules: LoadedRules): Finding[] {
  const problems = rejected.flatMap((rejection) => problemsOf(rejection, rules));
  const textOf = (path: string): string => rules.textOf(path) ?? '';
  return placeProblems(problems, textOf, () => 'error').toSorted(compareFindings);
}
