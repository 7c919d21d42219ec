// The part that lint, test and deploy share: the workspace's rule files and path tests, loaded and checked.
import { type LintResult, lintRules } from '../lint/lint-rules.ts';
import { DEFAULT_THRESHOLDS } from '../lint/settings.ts';
import { type LoadedRules, loadRules } from '../rules/load-rules.ts';
import type { SourceFile } from '../rules/rule.ts';
import { loadPathTests } from '../simulate/read-path-tests.ts';
import type { Session } from './session.ts';

export interface CheckedWorkspace {
  /** The rule files as they were read. */
  readonly files: readonly SourceFile[];
  readonly loaded: LoadedRules;
  readonly lint: LintResult;
}

/** @throws UserError (`input`) where the workspace cannot be read */
export async function lintWorkspace({ workspace, inputs, clock }: Session): Promise<CheckedWorkspace> {
  const files = await workspace.readFiles(inputs.rules);
  const loaded = loadRules(files.rules);
  const pathTests = loadPathTests(files.pathTests);
  const settings = { ...DEFAULT_THRESHOLDS, maxDepth: inputs.maxDepth, now: clock.now() };
  const input = { rules: loaded, pathTests, problems: files.problems };
  return { files: files.rules, loaded, lint: lintRules(input, settings) };
}
