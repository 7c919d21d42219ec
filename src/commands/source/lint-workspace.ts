// The part that lint, test and deploy share: the workspace's config, rule files and path tests, loaded and checked.
import { type LintResult, lintRules } from '../../lint/lint-rules.ts';
import type { Clock, Workspace, WorkspaceFiles } from '../../ports.ts';
import type { Inputs } from '../../request/inputs.ts';
import { compareCodePoints } from '../../rules/hash.ts';
import { type LoadedRules, findUnreadable, loadRules } from '../../rules/load-rules.ts';
import { isPathTestPath } from '../../rules/rule-path.ts';
import type { SourceFile } from '../../rules/rule.ts';
import { type LoadedPathTests, loadPathTests } from '../../simulate/read-path-tests.ts';
import { loadConfig } from './load-config.ts';
import { type MapRequest, mapWorkspaceRules } from './map-rules.ts';

/** What this takes of a session, which is all that the command line has. */
export interface LintRequest extends MapRequest {
  readonly workspace: Workspace;
  readonly clock: Pick<Clock, 'now'>;
  readonly inputs: Pick<Inputs, 'rules' | 'config' | 'maxDepth'>;
}

export interface CheckedWorkspace {
  /** The rule files as they were read. */
  readonly files: readonly SourceFile[];
  /** With the ids of the environment's tenant. */
  readonly loaded: LoadedRules;
  /** Where rules may be of which nothing is known: files that cannot be read as rules, and folders that cannot be looked into; sorted. */
  readonly unreadable: readonly string[];
  readonly pathTests: LoadedPathTests;
  readonly lint: LintResult;
}

/** The places that could not be read, but for path tests. That a glob matches nothing is told at the glob. */
function rejectedPlaces({ problems }: WorkspaceFiles, globs: readonly string[]): string[] {
  const isGlob = (path: string): boolean => globs.includes(path) && /[*?[{(]/.test(path);
  return problems
    .filter(({ path, severity }) => severity !== 'info' && !isPathTestPath(path) && !isGlob(path))
    .map(({ path }) => path);
}

/** @throws UserError (`input`) where the config file or the id map is wrong, or the workspace cannot be read */
export async function lintWorkspace(request: LintRequest): Promise<CheckedWorkspace> {
  const { workspace, inputs, clock } = request;
  const config = await loadConfig(request);
  const files = await workspace.readFiles(inputs.rules);
  const written = loadRules(files.rules);
  const loaded = await mapWorkspaceRules(request, written);
  const pathTests = loadPathTests(files.pathTests);
  const settings = { ...config.thresholds, maxDepth: inputs.maxDepth, now: clock.now() };
  const input = { rules: loaded, written: written.rules, pathTests, config, problems: files.problems };
  const unreadable = [...findUnreadable(loaded), ...rejectedPlaces(files, inputs.rules)];
  return {
    files: files.rules,
    loaded,
    unreadable: [...new Set(unreadable)].toSorted(compareCodePoints),
    pathTests,
    lint: lintRules(input, settings),
  };
}
