// When callers of a campaign met a flow: it was ACTIVE, within its window, and the newest such flow of the campaign. Worked out from
// the history, so that a flow that is gone by now counts too.

import type { HistoryEntry } from './history.ts';
import type { Tenant } from './tenant.ts';

/** From `start` up to, not at, `end`; milliseconds since the epoch. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Change {
  readonly at: number;
  readonly entry: HistoryEntry;
}

/** A flow that was put in ready made has been there since it was created. */
function changesOf({ history, flows, gone }: Tenant, campaignId: string): Change[] {
  const createdAt = (id: string): number =>
    Date.parse((flows.get(id)?.flow ?? gone.get(id))?.createdAt ?? '');
  const changes = history
    .filter((entry) => entry.campaignId === campaignId)
    .map((entry) => {
      const created = entry.change === 'created' ? createdAt(entry.flowId) : Number.NaN;
      return { at: Number.isNaN(created) ? entry.at : Math.min(entry.at, created), entry };
    });
  return changes.toSorted((one, other) => one.at - other.at || one.entry.seq - other.entry.seq);
}

function isInForce({ status, change, effectiveDate, expirationDate }: HistoryEntry, at: number): boolean {
  if (status !== 'ACTIVE' || change === 'deleted') return false;
  if (effectiveDate !== null && Date.parse(effectiveDate) > at) return false;
  return expirationDate === null || Date.parse(expirationDate) > at;
}

/** The instants within a stretch at which another flow may come into force. */
function turningPoints(changes: readonly Change[], { start, end }: Span): number[] {
  const dates = changes.flatMap(({ at, entry }) => [
    at,
    ...[entry.effectiveDate, entry.expirationDate].flatMap((date) => (date === null ? [] : Date.parse(date))),
  ]);
  const within = dates.filter((date) => date > start && date < end);
  return [...new Set([start, ...within, end])].toSorted((one, other) => one - other);
}

/** The stretches of a stretch in which callers met a flow, in their order. */
export function findSpans(tenant: Tenant, flowId: string, stretch: Span): Span[] {
  const flow = tenant.flows.get(flowId)?.flow ?? tenant.gone.get(flowId);
  if (flow === undefined || stretch.start >= stretch.end) return [];
  const changes = changesOf(tenant, flow.campaignId);
  const born = new Map(
    changes.filter(({ entry }) => entry.change === 'created').map(({ entry }) => [entry.flowId, entry.seq]),
  );
  const age = (id: string): number => born.get(id) ?? 0;
  const points = turningPoints(changes, stretch);
  const states = new Map<string, HistoryEntry>();
  const spans: Span[] = [];
  let next = 0;
  for (const [index, start] of points.slice(0, -1).entries()) {
    for (let change = changes[next]; change !== undefined && change.at <= start; change = changes[++next])
      states.set(change.entry.flowId, change.entry);
    const inForce = [...states.values()].filter((entry) => isInForce(entry, start));
    const newest = inForce.toSorted((one, other) => age(other.flowId) - age(one.flowId))[0];
    if (newest?.flowId === flowId) spans.push({ start, end: points[index + 1] ?? start });
  }
  return spans;
}
