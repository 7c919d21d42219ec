// What a check is: an id, how much it weighs, and a look at one rule or at all of them.
import type { Figures } from '../graph/figures.ts';
import type { Problem } from '../rules/problem.ts';
import type { Rule } from '../rules/rule.ts';
import type { Severity } from './finding.ts';
import type { LintSettings } from './settings.ts';

/** One rule with the figures of its graph. */
export interface Subject {
  readonly rule: Rule;
  readonly figures: Figures;
}

export interface Check {
  /** Kebab-case; also the name of its file and of its page in docs/checks. */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence: what it finds. */
  readonly finds: string;
  /** Looks at one rule. A check without either look is made while files are loaded. */
  readonly lookAtRule?: (subject: Subject, settings: LintSettings) => readonly Problem[];
  /** Looks at all rules together. */
  readonly lookAtAll?: (subjects: readonly Subject[], settings: LintSettings) => readonly Problem[];
}
