// How the active versions of a rule make room for a new one: at once, or at the instant at which it takes effect.
import type { Flow, FlowPatch } from '../ports.ts';

export interface Retirement {
  readonly flow: Flow;
  readonly patch: FlowPatch;
}

function startOf(flow: Flow): number {
  const { effectiveDate } = flow.payload;
  return effectiveDate === undefined ? Number.NEGATIVE_INFINITY : Date.parse(effectiveDate);
}

function endOf(flow: Flow): number {
  const { expirationDate } = flow.payload;
  return expirationDate === undefined ? Number.POSITIVE_INFINITY : Date.parse(expirationDate);
}

/** Windows are half open: in force from the start up to, not at, the end. */
function isInForce(flow: Flow, now: number): boolean {
  return startOf(flow) <= now && now < endOf(flow);
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
  const inForce = active.filter((flow) => isInForce(flow, now));
  // A version that has not begun was to follow the one in force; the new version follows it instead.
  const pending = active.filter((flow) => !isInForce(flow, now));
  const handedOverAt = new Set(pending.map(startOf));
  const start = Date.parse(takesEffect);
  const handOvers = inForce.flatMap((flow): Retirement[] => {
    const end = endOf(flow);
    const wasHandedOver = handedOverAt.has(end);
    const needsPatch = end > start || (wasHandedOver && end !== start);
    return needsPatch ? [{ flow, patch: { expirationDate: takesEffect } }] : [];
  });
  return [...handOvers, ...pending.map(retire)];
}
