// A rule as one call walks it, and what became of the call, as data.
import type { FallbackAction, Payload } from '../rules/rule.ts';

/** What a walk needs of a rule. */
export type WalkedRule = Pick<Payload, 'nodes' | 'fallbackAction'>;

/** A transition that the call took: `nodes[node].transitions[transition]`. */
export interface TakenTransition {
  readonly node: number;
  readonly transition: number;
  /** The input that made the call take it; absent where it was taken without waiting. */
  readonly input?: string;
  /** The input was not told: the caller had none left, and stayed silent. */
  readonly isSilence?: true;
}

/** Where and how a call ended. */
export type CallEnd =
  /** At the node with this id; `abandoned`: the caller hung up there. */
  | { readonly in: 'queue' | 'transfer' | 'hangup' | 'abandoned'; readonly at: string }
  | {
      readonly in: 'fallback';
      /** The fallback's target; where it has none, the id of the node at which nothing else was left. */
      readonly at: string;
      readonly action: FallbackAction;
      readonly because: 'dead-end' | 'no-match' | 'undefined-target';
      /** The input that nothing matched; `timeout` for silence. */
      readonly input?: string;
    }
  /** No end: round and round without waiting (`loop`), or more steps than are followed (`step-limit`). */
  | { readonly in: 'endless'; readonly at: string; readonly because: 'loop' | 'step-limit' }
  /** No rule was in force. */
  | { readonly in: 'no-rule'; readonly at: 'no-rule' };

export interface Walk {
  /** The ids of the nodes that the call came to, the entry first, each as often as the call came to it. */
  readonly passed: readonly string[];
  /** The media assets that the caller heard, in that order. */
  readonly heard: readonly string[];
  readonly taken: readonly TakenTransition[];
  readonly end: CallEnd;
  /** How many of the inputs were used; the others are left over. */
  readonly usedInputs: number;
}
