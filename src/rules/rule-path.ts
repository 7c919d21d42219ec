// Which paths are rule files: the same answer for the workspace and for git trees.
import picomatch from 'picomatch';

/** Files with this ending are path tests, not rules. */
const TEST_ENDING = '.test.json';

/**
 * Makes the predicate of the globs of input `rules`; a line that starts with `!` takes paths away again.
 * @param globs relative to the workspace, with slashes
 */
export function isRulePath(globs: readonly string[]): (path: string) => boolean {
  const trim = (glob: string): string => glob.replace(/^\.\//, '');
  const wanted = globs.filter((glob) => !glob.startsWith('!')).map(trim);
  const unwanted = globs.filter((glob) => glob.startsWith('!')).map((glob) => trim(glob.slice(1)));
  const isWanted = picomatch(wanted);
  const isUnwanted = unwanted.length > 0 ? picomatch(unwanted) : () => false;
  return (path) => !path.endsWith(TEST_ENDING) && isWanted(path) && !isUnwanted(path);
}
