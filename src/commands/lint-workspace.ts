// The part that lint and deploy share: the workspace's rule files, loaded and checked.
import { type LintResult, lintRules } from '../lint/lint-rules.ts';
import { type LoadedRules, loadRules } from '../rules/load-rules.ts';
import type { SourceFile } from '../rules/rule.ts';
import type { Session } from './session.ts';

export interface CheckedWorkspace {
  readonly files: readonly SourceFile[];
  readonly loaded: LoadedRules;
  readonly lint: LintResult;
}

/** @throws UserError (`input`) where no rule file can be read */
export async function lintWorkspace({ workspace, inputs }: Session): Promise<CheckedWorkspace> {
  const files = await workspace.readRuleFiles(inputs.rules);
  const loaded = loadRules(files);
  return { files, loaded, lint: lintRules(loaded, { maxDepth: inputs.maxDepth }) };
}
