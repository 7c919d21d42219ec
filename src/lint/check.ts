// What a check is: an id, how much it weighs, and a look at one rule or at all of them.
import type { Figures } from '../graph/figures.ts';
import type { Problem } from '../rules/problem.ts';
import type { Rule } from '../rules/rule.ts';
import type { Timeline } from '../schedule/timeline.ts';
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
  /**
   * Looks at one rule. A check without any look is made elsewhere: while files are loaded, by the path tests, or of the
   * config file's suppressions.
   */
  readonly lookAtRule?: (subject: Subject, settings: LintSettings) => readonly Problem[];
  /** Looks at all rules together. */
  readonly lookAtAll?: (subjects: readonly Subject[], settings: LintSettings) => readonly Problem[];
  /** Looks at the timelines of all campaigns. */
  readonly lookAtTimelines?: (timelines: readonly Timeline[], settings: LintSettings) => readonly Problem[];
  /**
   * Whether a config file can neither change its severity nor suppress its findings. It holds for checks that keep a rule
   * from being loaded (a deployment would take a rule that is not there for a removed one), or that tell of rules that
   * cannot be deployed side by side.
   */
  readonly isFixed?: true;
  /** Whether its severity can be changed, but its findings cannot be suppressed one by one. */
  readonly isNeverSuppressed?: true;
}
