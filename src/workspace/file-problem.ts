// What keeps a place from being a rule file, as problems of check `rule-files`.
import { sep } from 'node:path';
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

/** Whether a path relative to a folder leads out of it. */
export function isOutside(place: string): boolean {
  return place === '..' || place.startsWith(`..${sep}`);
}

/** The system's code of an error, such as `EACCES`; its message has paths of the machine in it. */
export function codeOf(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'unknown error';
}
