// The part that lint, test and deploy share: the workspace's rule files and path tests, loaded and checked.
import { type LintResult, lintRules } from '../lint/lint-rules.ts';
import { DEFAULT_THRESHOLDS } from '../lint/settings.ts';
import { type LoadedRules, loadRules } from '../rules/load-rules.ts';
import type { SourceFile } from '../rules/rule.ts';
import { loadPathTests } from '../simulate/read-path-tests.ts';
import { mapWorkspaceRules } from './map-rules.ts';
import type { Session } from './session.ts';

export interface CheckedWorkspace {
  /** The rule files as they were read. */
  readonly files: readonly SourceFile[];
  /** With the ids of the environment's tenant. */
  readonly loaded: LoadedRules;
  readonly lint: LintResult;
}

/** @throws UserError (`input`) where no rule file can be read */
export async function lintWorkspace(session: Session): Promise<CheckedWorkspace> {
  const { workspace, inputs, clock } = session;
  const files = await workspace.readFiles(inputs.rules);
  const written = loadRules(files.rules);
  const loaded = await mapWorkspaceRules(session, written);
  const pathTests = loadPathTests(files.pathTests);
  const settings = { ...DEFAULT_THRESHOLDS, maxDepth: inputs.maxDepth, now: clock.now() };
  return {
    files: files.rules,
    loaded,
    lint: lintRules({ rules: loaded, written: written.rules, pathTests }, settings),
  };
}
