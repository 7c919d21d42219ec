// What the tenant said against a rule → findings at the lines of its file.
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

/** @returns an error a complaint, in the order of the file; none where the tenant named none, or the rule has no file */
export function placeRejection(rejected: Rejected | undefined, rules: LoadedRules): Finding[] {
  const rule = rules.rules.find(({ payload }) => payload.name === rejected?.ruleName);
  if (rule === undefined || rejected === undefined) return [];
  const problems = rejected.errors.map(({ path, message }): Problem => {
    const pointer = readTenantPath(path, rule.payload);
    const where = pointer === undefined && path !== '' ? ` (at ${JSON.stringify(path)})` : '';
    const told = `the tenant says ${nameOf(pointer ?? '', rule)}${where}: ${message}`;
    return { check: TENANT, path: rule.path, message: told, place: atValue(pointer ?? '/name') };
  });
  const textOf = (path: string): string => rules.textOf(path) ?? '';
  return placeProblems(problems, textOf, () => 'error').toSorted(compareFindings);
}
