// How much one page shows. What is over a limit is counted on the page, and report.json has it all.
// A page of these limits has under 20 MB, and takes a few seconds to make.

/** Nodes and lines of one picture. A denser one cannot be read, and takes seconds to lay out. */
export const MOST_DRAWN = 400;
/** Nodes and lines of all whole pictures of rules that changed or have findings: 0.2 ms each where a rule looks like a menu. */
export const WHOLE_BUDGET = 12_000;
/** The same for the pictures of changed parts, which are drawn where whole ones have no room. */
export const PART_BUDGET = 8000;
/** The same for rules that nobody changed and nobody finds fault with: a run should not be slower for them. */
export const UNCHANGED_BUDGET = 3000;
/** Rows of all tables of transitions together, and of one. */
export const MOST_TRANSITIONS = 60_000;
export const MOST_TRANSITIONS_OF_ONE = 1000;
/** Rules in the list, and those with a part of their own. */
export const MOST_RULES = 20_000;
export const MOST_PARTS = 2000;
/** Findings that are shown, of all rules and of one file. */
export const MOST_FINDINGS = 5000;
export const MOST_FINDINGS_OF_ONE = 100;
/** Ids of a rule that the search knows, in UTF-16 units, and of all rules together. */
export const LONGEST_SEARCHED = 10_000;
export const MOST_SEARCHED = 3_000_000;
/** Ids that one list names. */
export const MOST_LISTED_IDS = 60;
/** Campaigns whose windows are drawn, and rules of one. */
export const MOST_CAMPAIGNS = 200;
export const MOST_BARS = 40;
/** Rows of the plan, of the path tests and of suppressed findings. */
export const MOST_ROWS = 2000;
