// A path test as the later files know it: one caller, and what is expected of the call (INTERFACE section 10).

/** How a call may be expected to end. */
export const ENDS = ['queue', 'transfer', 'hangup', 'fallback', 'abandoned'] as const;
export type ExpectedEnd = (typeof ENDS)[number];

/** What `endsAt` says where no rule may be in force. */
export const NO_RULE = 'no-rule';

export interface Expectations {
  /** A node's id, the fallback's target, or {@link NO_RULE}. */
  readonly endsAt?: string;
  readonly endsIn?: ExpectedEnd;
  /** Node ids that the call comes to in this order; others may lie between. */
  readonly passes?: readonly string[];
  /** Media assets that are heard in this order; others may lie between. */
  readonly hears?: readonly string[];
  /** The most transitions that the call may take. */
  readonly maxSteps?: number;
}

/** The rule that is walked: the one with a name, or the one that is in force for a campaign. */
export type TestedRule = { readonly rule: string } | { readonly campaign: string };

export interface PathTest {
  /** The file, relative to the workspace, with slashes. */
  readonly path: string;
  /** The JSON pointer of this test in its file. */
  readonly pointer: string;
  readonly name: string;
  readonly of: TestedRule;
  /** What happens, one condition an input. */
  readonly caller: readonly string[];
  readonly expects: Expectations;
  /** The instant of the call (milliseconds since the epoch), where the test gives one. */
  readonly at?: number;
}
