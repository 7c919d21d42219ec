// One caller walking one rule. It knows no clock, no tenant and no other rule.
import { ENTRY } from '../graph/graph.ts';
import { indexNodes } from '../rules/index-nodes.ts';
import type { PayloadNode } from '../rules/rule.ts';
import { TIMEOUT } from './condition.ts';
import { arrivalAt, decideMove } from './decide-move.ts';
import type { CallEnd, TakenTransition, Walk, WalkedRule } from './walk.ts';

export interface WalkOptions {
  /** The call is given up after so many transitions. */
  readonly stepLimit?: number;
}

/** More transitions than any caller has patience for; it bounds what one test can cost. */
export const STEP_LIMIT = 1000;

function fallback(
  { fallbackAction }: WalkedRule,
  from: string,
  because: 'dead-end' | 'no-match' | 'undefined-target',
  input?: string,
): CallEnd {
  const at = fallbackAction.target ?? from;
  const unmatched = because === 'no-match' && input !== undefined ? { input } : {};
  return { in: 'fallback', at, action: fallbackAction, because, ...unmatched };
}

/**
 * Walks a rule as one caller.
 *
 * - The call starts at the first node. The media asset of every node that it comes to is heard, each time anew.
 * - A hangup ends the call. A greeting or dtmf without transitions ends it in the fallback, without waiting.
 * - A greeting or dtmf whose only transition is `default` goes on without waiting and uses no input. With any other
 *   transitions it waits for one input: a condition of the tenant's own, told by the inputs, counts as one too.
 * - At a waiting node the input takes the transition that names it (`press_hash` is `press_pound`, `no_match` is
 *   `invalid`, `next` is `default`; of two that name it the first). Where none does, a key takes `invalid`, then
 *   `default`; all else takes `default`; and where that is missing too, the call ends in the fallback.
 * - A transfer or queue ends the call, unless the next input is named by one of its transitions, or is a condition of
 *   the tenant's own and it has a `default`: then that transition is taken. `default` alone is never taken there without
 *   an input, since all is taken to go well.
 * - A transition to an id that no node has ends the call in the fallback: nothing is there to go on with.
 * - A caller without inputs left is silent: one `timeout`. At the next waiting node after that the caller hangs up.
 * - A call that comes to a node twice without an input between goes round for ever: `endless`.
 *
 * @param inputs what happens, one condition an input
 */
export function walkRule(
  rule: WalkedRule,
  inputs: readonly string[],
  { stepLimit = STEP_LIMIT }: WalkOptions = {},
): Walk {
  const indexOf = indexNodes(rule.nodes);
  const passed: string[] = [];
  const heard: string[] = [];
  const taken: TakenTransition[] = [];
  let sinceInput = new Set<number>();
  let usedInputs = 0;
  let isSilent = false;
  let at = ENTRY;
  const finish = (end: CallEnd): Walk => ({ passed, heard, taken, end, usedInputs });

  for (let node = rule.nodes[at]; node !== undefined; node = rule.nodes[at]) {
    passed.push(node.id);
    if (node.mediaAssetId !== undefined) heard.push(node.mediaAssetId);
    if (sinceInput.has(at)) return finish({ in: 'endless', at: node.id, because: 'loop' });
    sinceInput.add(at);
    const told = inputs[usedInputs];
    const fallsSilent = told === undefined && !isSilent && arrivalAt(node) === 'waits';
    const input = fallsSilent ? TIMEOUT : told;
    const move = decideMove(node, input);
    if (fallsSilent) isSilent = true;
    if (move.kind === 'end') return finish({ in: endOf(node), at: node.id });
    if (move.kind === 'wait') return finish({ in: 'abandoned', at: node.id });
    if (move.kind === 'fallback') {
      if (move.because === 'no-match' && !fallsSilent) usedInputs++;
      return finish(fallback(rule, node.id, move.because, input));
    }
    if (taken.length >= stepLimit) return finish({ in: 'endless', at: node.id, because: 'step-limit' });
    taken.push({
      node: at,
      transition: move.transition,
      ...(move.takesInput && input !== undefined ? { input } : {}),
      ...(fallsSilent ? { isSilence: true } : {}),
    });
    if (move.takesInput) {
      sinceInput = new Set();
      if (!fallsSilent) usedInputs++;
    }
    const next = indexOf.get(node.transitions[move.transition]?.target ?? '');
    if (next === undefined) return finish(fallback(rule, node.id, 'undefined-target'));
    at = next;
  }
  return finish(fallback(rule, '', 'dead-end'));
}

/** How a call ends at a node at which it can end. */
function endOf({ type }: PayloadNode): 'queue' | 'transfer' | 'hangup' {
  return type === 'queue' || type === 'transfer' ? type : 'hangup';
}
