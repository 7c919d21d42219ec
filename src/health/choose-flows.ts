// Which flows the calls of a plan's rules are asked of: those that callers meet at an instant.
import { flowIdOf } from '../plan/deployed-state.ts';
import { newestFirst } from '../plan/pick-version.ts';
import { type Change, type Plan, isWrite } from '../plan/plan.ts';
import type { Flow } from '../ports.ts';
import { isInWindow, windowOf } from '../schedule/window.ts';

/** A rule, and the flow that callers of it meet. */
export interface RuleFlow {
  readonly name: string;
  readonly flowId: string;
}

/** So many rules are asked for: each is a request. */
export const MOST_RULES = 200;

/** The version of a rule that was in force before a plan, the newest where there are several; undefined where there is none. */
export function flowBefore({ known }: Change, at: number): Flow | undefined {
  const inForce = known.filter(
    ({ status, payload }) => status === 'ACTIVE' && isInWindow(windowOf(payload), at),
  );
  return inForce.toSorted(newestFirst)[0];
}

/**
 * The live versions of the rules that a plan writes.
 * @param at the instant (ms) at which they must be in force
 * @returns those to ask for, and how many rules were left out
 */
export function chooseFlows(
  plan: Plan,
  at: number,
): { readonly flows: readonly RuleFlow[]; readonly leftOut: number } {
  const flows = plan.changes.filter(isWrite).flatMap((change): RuleFlow[] => {
    const flow = flowBefore(change, at);
    return flow === undefined ? [] : [{ name: change.name, flowId: flow.id }];
  });
  return { flows: flows.slice(0, MOST_RULES), leftOut: Math.max(0, flows.length - MOST_RULES) };
}

/**
 * The versions that a plan has made active, with a window that has begun.
 * @param flowIds rule name → flow id, of what is live after the plan
 * @returns those that callers meet, and the names of those that take effect later
 */
export function chooseNewFlows(
  plan: Plan,
  flowIds: Readonly<Record<string, string>>,
  at: number,
): { readonly flows: readonly RuleFlow[]; readonly later: readonly string[] } {
  const flows: RuleFlow[] = [];
  const later: string[] = [];
  for (const change of plan.changes) {
    const { name, rule, finalStatus } = change;
    const flowId = flowIdOf(flowIds, name);
    if (!isWrite(change) || rule === undefined || finalStatus !== 'ACTIVE' || flowId === undefined) continue;
    const window = windowOf(rule.payload);
    if (isInWindow(window, at)) flows.push({ name, flowId });
    else if (window.start > at) later.push(name);
  }
  return { flows, later };
}
