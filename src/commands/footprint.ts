// The footprint of a run in its own record: what was there, and what it is about to touch.
import type { Deployment } from './deployment.ts';
import { parsePayload } from '../plan/deployed-state.ts';
import { isWrite } from '../plan/plan.ts';
import { type FlowState, stateOf } from '../plan/flow-state.ts';
import type { Footprint } from '../plan/recovery.ts';
import { readUndoEntry } from '../transaction/undo-entry.ts';

/** Characters of JSON; GitHub documents no limit for a payload, so a larger footprint is left out. */
const LARGEST = 60_000;

/** Makes the footprint of a deployment; undefined where it is too large. */
export function makeFootprint({ plan }: Deployment): Footprint | undefined {
  const writes = plan.changes.filter(isWrite);
  const known = Object.fromEntries(
    writes.map((change) => [change.name, change.known.map((flow) => flow.id)]),
  );
  const touched = writes.flatMap(({ retirements, source }) => [
    ...retirements.map(({ flow }) => stateOf(flow)),
    ...(source?.kind === 'existing' ? [stateOf(source.flow)] : []),
  ]);
  const footprint = { known, touched };
  return JSON.stringify(footprint).length > LARGEST ? undefined : footprint;
}

function readKnown(value: unknown): Record<string, string[]> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value);
  const isList = (ids: unknown): ids is string[] =>
    Array.isArray(ids) && ids.every((id) => typeof id === 'string');
  return entries.every(([, ids]) => isList(ids))
    ? Object.fromEntries(entries as [string, string[]][])
    : undefined;
}

/** Reads the footprint in a record's payload; undefined where there is none that can be read. */
export function readFootprint(payload: unknown): Footprint | undefined {
  const { footprint } = Object(parsePayload(payload)) as { footprint?: unknown };
  const { known, touched } = Object(footprint) as { known?: unknown; touched?: unknown };
  const readableKnown = readKnown(known);
  if (readableKnown === undefined || !Array.isArray(touched)) return undefined;
  const states = touched.map((entry: unknown): FlowState | undefined => {
    const restore = readUndoEntry({ ...Object(entry), kind: 'restore' });
    if (restore?.kind !== 'restore') return undefined;
    const { kind: _kind, ...state } = restore;
    return state;
  });
  return states.every((state) => state !== undefined) ? { known: readableKnown, touched: states } : undefined;
}
