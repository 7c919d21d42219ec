// What keeps a place from being a rule file, as problems of check `rule-files`.
import type { Problem } from '../rules/problem.ts';

/** A problem with a whole file or folder. */
export function problemAt(path: string, message: string): Problem {
  return { check: 'rule-files', path, message, place: { line: 1 } };
}

export function leadsOut(path: string): Problem {
  return problemAt(
    path,
    'a symbolic link leads from here out of the workspace: rule files must lie inside it',
  );
}
