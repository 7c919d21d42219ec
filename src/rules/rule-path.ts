// Which paths are rule files and which are path tests: the same answer for the workspace and for git trees.
import picomatch from 'picomatch';

/** Whether a path's ending makes its file one of path tests, not a rule. */
export function isPathTestPath(path: string): boolean {
  return path.endsWith('.test.json');
}

/**
 * Makes the predicate of the globs of input `rules`, for rules and path tests alike; a line that starts with `!` takes
 * paths away again.
 * @param globs relative to the workspace, with slashes
 */
export function isWantedPath(globs: readonly string[]): (path: string) => boolean {
  const trim = (glob: string): string => glob.replace(/^\.\//, '');
  const wanted = globs.filter((glob) => !glob.startsWith('!')).map(trim);
  const unwanted = globs.filter((glob) => glob.startsWith('!')).map((glob) => trim(glob.slice(1)));
  const isWanted = picomatch(wanted);
  const isUnwanted = unwanted.length > 0 ? picomatch(unwanted) : () => false;
  return (path) => isWanted(path) && !isUnwanted(path);
}

/** Like {@link isWantedPath}, for rules only. */
export function isRulePath(globs: readonly string[]): (path: string) => boolean {
  const isWanted = isWantedPath(globs);
  return (path) => !isPathTestPath(path) && isWanted(path);
}
