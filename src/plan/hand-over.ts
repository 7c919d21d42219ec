// How the active versions of a rule make room for a new one: at once, or at the instant at which it takes effect.
import type { Flow, FlowPatch } from '../ports.ts';
import { isInWindow, windowOf } from '../schedule/window.ts';

export interface Retirement {
  readonly flow: Flow;
  readonly patch: FlowPatch;
}

/**
 * Plans the retirement of the versions that are ACTIVE beside a new one.
 * @param active every other ACTIVE version
 * @param takesEffect the new version's effective date (ISO), or undefined for at once
 * @param now milliseconds since the epoch
 */
export function planRetirements(
  active: readonly Flow[],
  takesEffect: string | undefined,
  now: number,
): Retirement[] {
  const isLater = takesEffect !== undefined && Date.parse(takesEffect) > now;
  const retire = (flow: Flow): Retirement => ({ flow, patch: { status: 'INACTIVE' } });
  if (!isLater) return active.map(retire);
  const inForce = active.filter((flow) => isInWindow(windowOf(flow.payload), now));
  // A version that has not begun was to follow the one in force; the new version follows it instead.
  const pending = active.filter((flow) => !isInWindow(windowOf(flow.payload), now));
  const handedOverAt = new Set(pending.map((flow) => windowOf(flow.payload).start));
  const start = Date.parse(takesEffect);
  const handOvers = inForce.flatMap((flow): Retirement[] => {
    const { end } = windowOf(flow.payload);
    const wasHandedOver = handedOverAt.has(end);
    const needsPatch = end > start || (wasHandedOver && end !== start);
    return needsPatch ? [{ flow, patch: { expirationDate: takesEffect } }] : [];
  });
  return [...handOvers, ...pending.map(retire)];
}
