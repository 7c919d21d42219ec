// The calls that a flow gets: simulated callers, one after another, who walk through it as it is. Nothing is stored: the same
// caller makes the same call whenever somebody asks.

import type { Flow } from './flow.ts';
import type { Span } from './in-force.ts';
import { findSpans } from './in-force.ts';
import type { Check, Problem } from './shape.ts';
import { amount, closedObject, filledText } from './shape.ts';
import { hashText, takeCall } from './take-call.ts';
import type { Tenant } from './tenant.ts';

/** How many calls come: to one flow, to one campaign, or to every campaign. */
export interface TrafficOrder {
  readonly flowId?: string;
  readonly campaignId?: string;
  readonly callsPerHour: number;
}

/** The calls of a stretch of time. */
export interface CallSum {
  readonly calls: number;
  /** Seconds, of all calls together. */
  readonly duration: number;
  /** From 0 to 1; 0 without calls. */
  readonly completionRate: number;
}

const NO_CALLS: CallSum = { calls: 0, duration: 0, completionRate: 0 };
const HOUR = 3_600_000;
/** So many calls of one stretch are made; where more come, every n-th stands for n. */
const MOST_MADE = 2000;

const orderShape: Check = closedObject(
  { callsPerHour: amount },
  { flowId: filledText, campaignId: filledText },
);

/** Takes parsed JSON; returns what keeps it from being a `TrafficOrder`, or an empty array. */
export function checkTraffic(json: unknown): readonly Problem[] {
  return orderShape(json, '');
}

/** The last order for a flow counts, else the last for its campaign, else the last for all. */
function callsPerHour({ traffic }: Tenant, flowId: string, campaignId: string): number {
  const last = (isMeant: (order: TrafficOrder) => boolean): number | undefined =>
    traffic.findLast(isMeant)?.callsPerHour;
  return (
    last((order) => order.flowId === flowId) ??
    last((order) => order.flowId === undefined && order.campaignId === campaignId) ??
    last((order) => order.flowId === undefined && order.campaignId === undefined) ??
    0
  );
}

/** Callers are numbered from the epoch on, and each comes at an instant of its own. */
interface Callers {
  readonly first: number;
  readonly count: number;
}

/** Those who come in a span; none where it ends before it starts. */
function callersIn({ start, end }: Span, perHour: number): Callers {
  const first = Math.ceil((start * perHour) / HOUR);
  return { first, count: Math.max(0, Math.ceil((end * perHour) / HOUR) - first) };
}

function addUp(flow: Flow, groups: readonly Callers[]): CallSum {
  const calls = groups.reduce((sum, { count }) => sum + count, 0);
  const step = Math.max(1, Math.ceil(calls / MOST_MADE));
  let [made, duration, completed] = [0, 0, 0];
  for (const { first, count } of groups) {
    for (let index = 0; index < count; index += step) {
      const call = takeCall(flow, hashText(`${flow.id} ${first + index}`));
      made += 1;
      duration += call.duration;
      completed += call.completed ? 1 : 0;
    }
  }
  return made === 0
    ? NO_CALLS
    : { calls, duration: (duration / made) * calls, completionRate: completed / made };
}

/**
 * Looks up when callers met a flow within a stretch, but not after the tenant's present.
 * @returns a function that adds up the calls of a part of the stretch
 */
export function openTraffic(tenant: Tenant, flowId: string, stretch: Span): (part: Span) => CallSum {
  const flow = tenant.flows.get(flowId)?.flow ?? tenant.gone.get(flowId);
  const perHour = flow === undefined ? 0 : callsPerHour(tenant, flowId, flow.campaignId);
  if (flow === undefined || perHour === 0) return () => NO_CALLS;
  const end = Math.min(stretch.end, tenant.settings.now());
  const spans = findSpans(tenant, flowId, { start: stretch.start, end });
  return (part) =>
    addUp(
      flow,
      spans.map((span) =>
        callersIn({ start: Math.max(span.start, part.start), end: Math.min(span.end, part.end) }, perHour),
      ),
    );
}
