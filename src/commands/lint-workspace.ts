// The part that lint, test and deploy share: the workspace's config, rule files and path tests, loaded and checked.
import { type LintResult, lintRules } from '../lint/lint-rules.ts';
import type { Clock, Workspace } from '../ports.ts';
import type { Inputs } from '../request/inputs.ts';
import { type LoadedRules, loadRules } from '../rules/load-rules.ts';
import type { SourceFile } from '../rules/rule.ts';
import { type LoadedPathTests, loadPathTests } from '../simulate/read-path-tests.ts';
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
  readonly pathTests: LoadedPathTests;
  readonly lint: LintResult;
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
  return { files: files.rules, loaded, pathTests, lint: lintRules(input, settings) };
}
