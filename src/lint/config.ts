// What a repository's config file says: severities, thresholds and suppressions. It knows no JSON and no file system.
import type { Severity } from './finding.ts';
import { DEFAULT_THRESHOLDS, type Thresholds } from './settings.ts';

/** A check's severity in one repository; `off` takes its findings away. */
export type ConfiguredSeverity = Severity | 'off';

/** Findings of one check in one rule, or in one node of it, that are accepted for a while. */
export interface Suppression {
  /** Its place in the file, as a JSON pointer. */
  readonly pointer: string;
  readonly check: string;
  /** The name of the rule. */
  readonly rule: string;
  /** A node's id; undefined: the whole rule. */
  readonly node: string | undefined;
  readonly reason: string;
  /** As the file has it: a date, or a date-time with an offset. */
  readonly expires: string;
  /** The first instant at which it suppresses nothing, in milliseconds since the epoch. */
  readonly until: number;
}

export interface LintConfig {
  /** Relative to the workspace, with slashes. */
  readonly path: string;
  /** The file's text, for pointing at lines. */
  readonly text: string;
  /** Check id → severity, for the checks that the file names. */
  readonly severities: ReadonlyMap<string, ConfiguredSeverity>;
  readonly thresholds: Thresholds;
  /** In the order of the file. */
  readonly suppressions: readonly Suppression[];
}

/** What holds where there is no config file. */
export const NO_CONFIG: LintConfig = {
  path: '',
  text: '',
  severities: new Map(),
  thresholds: DEFAULT_THRESHOLDS,
  suppressions: [],
};
