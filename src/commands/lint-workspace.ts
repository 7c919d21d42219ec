// The part that lint, test and deploy share: the workspace's rule files and path tests, loaded and checked.
import { type LintResult, lintRules } from '../lint/lint-rules.ts';
import { type LoadedRules, loadRules } from '../rules/load-rules.ts';
import type { SourceFile } from '../rules/rule.ts';
import { loadPathTests } from '../simulate/read-path-tests.ts';
import { loadConfig } from './load-config.ts';
import type { Session } from './session.ts';

export interface CheckedWorkspace {
  /** The rule files as they were read. */
  readonly files: readonly SourceFile[];
  readonly loaded: LoadedRules;
  readonly lint: LintResult;
}

/** @throws UserError (`input`) where the config file is wrong, or no rule file can be read */
export async function lintWorkspace(session: Session): Promise<CheckedWorkspace> {
  const { workspace, inputs, clock } = session;
  const config = await loadConfig(session);
  const files = await workspace.readFiles(inputs.rules);
  const loaded = loadRules(files.rules);
  const pathTests = loadPathTests(files.pathTests);
  const settings = { ...config.thresholds, maxDepth: inputs.maxDepth, now: clock.now() };
  return { files: files.rules, loaded, lint: lintRules({ rules: loaded, pathTests, config }, settings) };
}
