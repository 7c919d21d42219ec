// The config file's bytes → the config, or all that is wrong with it, at its place. It reads no file.
import { decodeFile } from '../rules/decode.ts';
import { locate } from '../rules/locate.ts';
import { parseJson } from '../rules/parse-json.ts';
import type { Misfit } from '../rules/problem.ts';
import type { SourceFile } from '../rules/rule.ts';
import type { Check } from './check.ts';
import type { ConfigFile, SuppressionEntry } from './config.generated.ts';
import type { LintConfig, Suppression } from './config.ts';
import { explainConfig } from './explain-config.ts';
import { readExpiry } from './read-expiry.ts';
import { DEFAULT_THRESHOLDS } from './settings.ts';

/** Something wrong with the config file; line and column count from 1. */
export interface LocatedConfigProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type ReadConfig =
  | { readonly config: LintConfig; readonly problems?: undefined }
  /** At least one, in the order of the file. */
  | { readonly problems: readonly LocatedConfigProblem[] };

function locateProblems(text: string, problems: readonly Misfit[]): ReadConfig {
  const ranges = locate(
    text,
    problems.map(({ place }) => place),
  );
  const located = problems.map(({ message }, index) => {
    const { line, column } = ranges[index] ?? { line: 1, column: 1 };
    return { line, column, message };
  });
  return { problems: located.toSorted((a, b) => a.line - b.line || a.column - b.column) };
}

function makeSuppression(
  { check, rule, node, reason, expires }: SuppressionEntry,
  index: number,
): Suppression {
  const until = Number(readExpiry(expires));
  return { pointer: `/suppressions/${index}`, check, rule, node, reason, expires, until };
}

function makeConfig(path: string, text: string, file: ConfigFile): LintConfig {
  const { severities = {}, thresholds = {}, suppressions = [] } = file;
  return {
    path,
    text,
    severities: new Map(Object.entries(severities)),
    thresholds: {
      mostChoices: thresholds.menuTooWide ?? DEFAULT_THRESHOLDS.mostChoices,
      soonDays: thresholds.windowExpiresSoonDays ?? DEFAULT_THRESHOLDS.soonDays,
    },
    suppressions: suppressions.map(makeSuppression),
  };
}

/**
 * Reads a config file: strict JSON, as rule files are.
 * @param checks all checks there are
 */
export function readConfig(file: SourceFile, checks: readonly Check[]): ReadConfig {
  const text = decodeFile(file);
  if (typeof text !== 'string') return locateProblems('', [text]);
  if (text.trim() === '') {
    const message = 'the file is empty: delete it, or write {} for a config that changes nothing';
    return { problems: [{ line: 1, column: 1, message }] };
  }
  const parsed = parseJson(text, file.path);
  if (parsed.problems !== undefined) return locateProblems(text, parsed.problems);
  const problems = explainConfig(parsed.value, checks);
  if (problems.length > 0) return locateProblems(text, problems);
  return { config: makeConfig(file.path, text, parsed.value as ConfigFile) };
}

const MOST_TOLD = 20;

/** A wrong config as one text: a line a problem, each with its place; of very many the first are told. */
export function tellConfigProblems(path: string, problems: readonly LocatedConfigProblem[]): string {
  const told = problems
    .slice(0, MOST_TOLD)
    .map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`);
  const more = problems.length - told.length;
  return [...told, ...(more > 0 ? [`and ${more} more problems in ${path}`] : [])].join('\n');
}
