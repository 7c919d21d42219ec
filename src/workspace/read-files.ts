// Edge: rule files and path tests on disk. It finds and reads; what they say is none of its business.
import type { WorkspaceFiles } from '../ports.ts';
import { compareCodePoints } from '../rules/hash.ts';
import type { Problem } from '../rules/problem.ts';
import { isPathTestPath, isWantedPath } from '../rules/rule-path.ts';
import type { SourceFile } from '../rules/rule.ts';
import { problemAt } from './file-problem.ts';
import { findFiles } from './find-files.ts';
import { findRoot } from './place.ts';
import { readPlainFile, readWorkspaceFile } from './read-file.ts';

/** One remark for all files that two globs match: each is read once, but one of the globs may be a mistake. */
function remarkOnOverlap(paths: readonly string[], globs: readonly string[]): Problem[] {
  const wanted = globs.filter((glob) => !glob.startsWith('!'));
  if (wanted.length < 2) return [];
  const matchers = wanted.map((glob) => ({ glob, matches: isWantedPath([glob]) }));
  const globsOf = (path: string): string[] =>
    matchers.flatMap(({ glob, matches }) => (matches(path) ? [glob] : []));
  const shared = paths.filter((path) => globsOf(path).length > 1);
  const [example] = shared;
  if (example === undefined) return [];
  const [one, other] = globsOf(example).map((glob) => JSON.stringify(glob));
  const many =
    shared.length === 1 ? 'this file is' : `${shared.length} files, of which this is the first, are`;
  const message = `${many} matched by two globs of input rules, ${one} and ${other}: each file is read once`;
  return [{ ...problemAt(example, message), severity: 'info' }];
}

function noFile(globs: readonly string[]): Problem {
  const first = globs.find((glob) => !glob.startsWith('!')) ?? globs[0] ?? '';
  return problemAt(
    first,
    `no rule file matches input rules (${globs.join(', ')}) in the workspace: check the glob, and that actions/checkout ran before`,
  );
}

/**
 * Reads the files that the globs match, one after the other, which is faster than many at once; a file that two globs match
 * is read once. What cannot be read is a problem and keeps nothing else from being read.
 * @param workspace absolute path
 * @throws UserError (`input`) where the workspace cannot be read, or a glob leads out of it
 */
export async function readFiles(workspace: string, globs: readonly string[]): Promise<WorkspaceFiles> {
  const root = findRoot(workspace);
  const found = findFiles(root, globs);
  const paths = [...found.paths].toSorted(compareCodePoints);
  const files: SourceFile[] = [];
  const problems: Problem[] = [...found.problems];
  for (const path of paths) {
    const file = found.plain.has(path) ? readPlainFile(root, path) : readWorkspaceFile(root, path);
    if ('bytes' in file) files.push(file);
    else problems.push(file);
  }
  const rules = files.filter(({ path }) => !isPathTestPath(path));
  if (rules.length === 0 && problems.length === 0) problems.push(noFile(globs));
  problems.push(...remarkOnOverlap(paths, globs));
  return { rules, pathTests: files.filter(({ path }) => isPathTestPath(path)), problems };
}
