// The footprint of a run in its own record: what was there, and what it is about to touch.
import { parsePayload } from '../plan/deployed-state.ts';
import { type FlowState, stateOf } from '../plan/flow-state.ts';
import { type Plan, isWrite } from '../plan/plan.ts';
import type { Footprint } from '../plan/recovery.ts';
import { readUndoEntry } from './undo-entry.ts';

/** Characters of JSON; GitHub documents no limit for a payload, so a larger footprint is left out. */
const LARGEST = 60_000;

/** Makes the footprint of a plan; undefined where it is too large. */
export function makeFootprint(plan: Plan): Footprint | undefined {
  const writes = plan.changes.filter(isWrite);
  const known = Object.fromEntries(
    writes.map((change) => [change.name, change.known.map((flow) => flow.id)]),
  );
  const touched = writes.flatMap(({ retirements, source }) => [
    ...retirements.map(({ flow }) => stateOf(flow)),
    ...(source?.kind === 'existing' ? [stateOf(source.flow)] : []),
  ]);
  const created = Object.fromEntries(
    writes.flatMap(({ name, rule, source }): [string, string][] =>
      rule !== undefined && source?.kind === 'create' ? [[name, rule.payloadHash]] : [],
    ),
  );
  const footprint = { known, touched, created };
  return JSON.stringify(footprint).length > LARGEST ? undefined : footprint;
}

/** The value as a map of names to values of one kind; undefined where it is none. */
function readMap<T>(value: unknown, isKind: (entry: unknown) => entry is T): Record<string, T> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value);
  return entries.every((entry): entry is [string, T] => isKind(entry[1]))
    ? Object.fromEntries(entries)
    : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isList = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

function readState(value: unknown): FlowState | undefined {
  const restore = readUndoEntry({ ...Object(value), kind: 'restore' });
  if (restore?.kind !== 'restore') return undefined;
  const { kind: _kind, ...state } = restore;
  return state;
}

/** Reads the footprint in a record's payload; undefined where there is none that can be read. */
export function readFootprint(payload: unknown): Footprint | undefined {
  const { footprint } = Object(parsePayload(payload)) as { footprint?: unknown };
  const { known, touched, created } = Object(footprint) as Readonly<Record<string, unknown>>;
  const readableKnown = readMap(known, isList);
  if (readableKnown === undefined || !Array.isArray(touched)) return undefined;
  const states = touched.map(readState);
  if (!states.every((state) => state !== undefined)) return undefined;
  const hashes = readMap(created, isText);
  return { known: readableKnown, touched: states, ...(hashes === undefined ? {} : { created: hashes }) };
}
