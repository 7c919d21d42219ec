// Texts of rule files → findings, through loading and all checks, as a run does it.
import type { LintSettings } from '../../src/lint/check.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { lintRules } from '../../src/lint/lint-rules.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import { sourceFile } from '../rules/rule-file.ts';

export const SETTINGS: LintSettings = { maxDepth: 15 };

/** Lints files given as path → text, or path → value. */
export function lintFiles(
  files: Readonly<Record<string, unknown>>,
  settings: LintSettings = SETTINGS,
): readonly Finding[] {
  const sources = Object.entries(files).map(([path, content]) => sourceFile(path, content));
  return lintRules(loadRules(sources), settings).findings;
}

/** Lints one file; its findings are of `rules/a.json`. */
export function lintText(content: unknown, settings: LintSettings = SETTINGS): readonly Finding[] {
  return lintFiles({ 'rules/a.json': content }, settings);
}

/** What a finding points at in its file's text. */
export function textAt(text: string, { line, column, endLine, endColumn }: Finding): string {
  const lines = text.split('\n').slice(line - 1, endLine);
  const last = lines.length - 1;
  return lines
    .map((content, index) =>
      content.slice(index === 0 ? column - 1 : 0, index === last ? endColumn - 1 : undefined),
    )
    .join('\n');
}

/** A rule with one node a line, each as JSON text: the first node stands on line 4. */
export function ruleText(...nodes: readonly string[]): string {
  return [
    '{',
    '  "name": "Main-Menu", "campaignId": "camp_1",',
    '  "nodes": [',
    nodes.map((node) => `    ${node}`).join(',\n'),
    '  ],',
    '  "fallbackAction": { "type": "hangup" }',
    '}',
    '',
  ].join('\n');
}

/** A node as JSON text; `to` maps conditions to targets. */
export function node(id: string, type: string, to: Readonly<Record<string, string>> = {}): string {
  const transitions = Object.entries(to).map(([condition, target]) => ({ condition, target }));
  const media = type === 'greeting' ? { mediaAssetId: 'asset_1' } : {};
  return JSON.stringify({ id, type, ...media, transitions });
}

/** The findings of one check, without what is the same for all of them. */
export function ofCheck(findings: readonly Finding[], check: string): Omit<Finding, 'check' | 'path'>[] {
  return findings
    .filter((finding) => finding.check === check)
    .map(({ check: _check, path: _path, ...rest }) => rest);
}
