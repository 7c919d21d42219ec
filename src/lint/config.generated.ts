// Generated from schemas/config.schema.json by `npm run generate`. Do not edit.

/**
 * What the checks go by in one repository: severities, thresholds, and findings that are accepted for a while.
 */
export interface ConfigFile {
  /**
   * For editors.
   */
  $schema?: string;
  /**
   * Check id to severity; off takes the check's findings away. What a check weighs otherwise stands in docs/checks.
   */
  severities?: {
    [k: string]: 'error' | 'warning' | 'info' | 'off';
  };
  thresholds?: {
    /**
     * The most keys that a menu may offer before menu-too-wide finds it.
     */
    menuTooWide?: number;
    /**
     * window-expires-soon finds rules that expire within so many days of 24 hours; 0 finds none.
     */
    windowExpiresSoonDays?: number;
  };
  suppressions?: SuppressionEntry[];
}
/**
 * Findings of one check in one rule that are accepted for a while.
 */
export interface SuppressionEntry {
  /**
   * The id of the check.
   */
  check: string;
  /**
   * The name of the rule.
   */
  rule: string;
  /**
   * The id of a node: only findings in it. Left out: all findings in the rule.
   */
  node?: string;
  /**
   * Why the findings are accepted. The report shows it.
   */
  reason: string;
  /**
   * The last day on which this suppresses (through its end in UTC), such as 2027-12-31, or the instant from which on it does not, such as 2027-12-31T18:00:00+01:00. After that it is an error.
   */
  expires: string;
}
