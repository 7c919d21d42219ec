// The part that lint, test and deploy share: the workspace's rule files and path tests, loaded and checked.
import { type LintResult, lintRules } from '../lint/lint-rules.ts';
import { DEFAULT_THRESHOLDS } from '../lint/settings.ts';
import { type LoadedRules, loadRules } from '../rules/load-rules.ts';
import type { SourceFile } from '../rules/rule.ts';
import type { Clock, Workspace } from '../ports.ts';
import type { Inputs } from '../request/inputs.ts';
import { type LoadedPathTests, loadPathTests } from '../simulate/read-path-tests.ts';

/** What this takes of a session, which is all that the command line has. */
export interface LintRequest {
  readonly workspace: Workspace;
  readonly clock: Pick<Clock, 'now'>;
  readonly inputs: Pick<Inputs, 'rules' | 'maxDepth'>;
}

export interface CheckedWorkspace {
  /** The rule files as they were read. */
  readonly files: readonly SourceFile[];
  readonly loaded: LoadedRules;
  readonly pathTests: LoadedPathTests;
  readonly lint: LintResult;
}

/** @throws UserError (`input`) where the workspace cannot be read */
export async function lintWorkspace({ workspace, inputs, clock }: LintRequest): Promise<CheckedWorkspace> {
  const files = await workspace.readFiles(inputs.rules);
  const loaded = loadRules(files.rules);
  const pathTests = loadPathTests(files.pathTests);
  const settings = { ...DEFAULT_THRESHOLDS, maxDepth: inputs.maxDepth, now: clock.now() };
  const lint = lintRules({ rules: loaded, pathTests, problems: files.problems }, settings);
  return { files: files.rules, loaded, pathTests, lint };
}
