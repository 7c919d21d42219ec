// Texts of rule files → findings, through loading and all checks, as a run does it.
import { type LintConfig, NO_CONFIG } from '../../src/lint/config.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { type LintResult, lintRules } from '../../src/lint/lint-rules.ts';
import { readConfig, tellConfigProblems } from '../../src/lint/read-config.ts';
import { CHECKS } from '../../src/lint/registry.ts';
import { DEFAULT_THRESHOLDS, type LintSettings } from '../../src/lint/settings.ts';
import { INPUT_DEFAULTS } from '../../src/request/inputs.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import type { SourceFile } from '../../src/rules/rule.ts';
import { isPathTestPath } from '../../src/rules/rule-path.ts';
import { loadPathTests } from '../../src/simulate/read-path-tests.ts';
import { sourceFile } from '../rules/rule-file.ts';

/** The instant at which the examples of the tests and of docs/checks are looked at. */
export const NOW = Date.parse('2027-06-15T12:00:00Z');
export const SETTINGS: LintSettings = { ...DEFAULT_THRESHOLDS, maxDepth: 15, now: NOW };

/** The path of the config file; a file of that path is read as one. */
export const CONFIG_PATH = INPUT_DEFAULTS.config;

/** Reads a config that must be right. */
export function readRightConfig(source: SourceFile): LintConfig {
  const read = readConfig(source, CHECKS);
  if (read.problems !== undefined) throw new Error(tellConfigProblems(source.path, read.problems));
  return read.config;
}

/** Lints files: rules, path tests by their ending, and the config by its path. */
export function lintSources(
  sources: readonly SourceFile[],
  settings: Partial<LintSettings> = {},
): LintResult {
  const configFile = sources.find(({ path }) => path === CONFIG_PATH);
  const config = configFile === undefined ? NO_CONFIG : readRightConfig(configFile);
  const others = sources.filter((source) => source !== configFile);
  const rules = loadRules(others.filter(({ path }) => !isPathTestPath(path)));
  const pathTests = loadPathTests(others.filter(({ path }) => isPathTestPath(path)));
  return lintRules({ rules, pathTests, config }, { ...SETTINGS, ...config.thresholds, ...settings });
}

/** Lints files given as path → text, or path → value. */
export function lintFiles(
  files: Readonly<Record<string, unknown>>,
  settings: Partial<LintSettings> = {},
): readonly Finding[] {
  const sources = Object.entries(files).map(([path, content]) => sourceFile(path, content));
  return lintSources(sources, settings).findings;
}

/** Lints one file; its findings are of `rules/a.json`. */
export function lintText(content: unknown, settings: Partial<LintSettings> = {}): readonly Finding[] {
  return lintFiles({ 'rules/a.json': content }, settings);
}

/** The findings that are more than remarks. */
export function loud(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity !== 'info');
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
