// What a deployment record's payload says is live (INTERFACE sections 7 and 12). Anything that does not parse is nothing.

import { compareCodePoints } from '../rules/hash.ts';

/** A version that was rolled back, and is not deployed again until it is released. */
export interface Held {
  readonly name: string;
  /** 64 hex digits; empty where a removal was rolled back. */
  readonly payloadHash: string;
}

export interface DeployedState {
  readonly schemaVersion: 1;
  readonly rulesetDigest: string;
  readonly auditHead: string;
  /** The commit that was live before. */
  readonly previousSha: string | null;
  /** Rule name → flow id. */
  readonly flows: Readonly<Record<string, string>>;
  readonly held: readonly Held[];
}

/** The flow that a record names for a rule. A rule may be called like a property that every object has, such as `constructor`. */
export function flowIdOf(flows: DeployedState['flows'], name: string): string | undefined {
  return Object.hasOwn(flows, name) ? flows[name] : undefined;
}

/** A state together with the commit that it stands for. */
export interface LiveRecord {
  readonly sha: string;
  readonly state: DeployedState;
}

/** The chain's beginning: the hash before the very first audit record. */
export const NO_AUDIT_HEAD = '0'.repeat(64);

const HASH = /^[0-9a-f]{64}$/;
const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

/** A record's payload as a value: GitHub gives it as an object or as a text. */
export function parsePayload(payload: unknown): unknown {
  if (typeof payload !== 'string') return payload;
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}

function readFlows(value: unknown): Record<string, string> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every(([, id]) => typeof id === 'string')
    ? Object.fromEntries(entries as [string, string][])
    : undefined;
}

function readHeld(value: unknown): Held[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const held = value.map((entry: unknown) => {
    const { name, payloadHash } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<
      string,
      unknown
    >;
    const isHeld = typeof name === 'string' && typeof payloadHash === 'string' && HASH.test(payloadHash);
    return isHeld ? { name, payloadHash } : undefined;
  });
  return held.every((entry) => entry !== undefined) ? held : undefined;
}

/** Holds in the order in which they are always written: by name, then by hash. */
export function sortHeld(held: readonly Held[]): Held[] {
  return held.toSorted(
    (a, b) => compareCodePoints(a.name, b.name) || compareCodePoints(a.payloadHash, b.payloadHash),
  );
}

function readRemovals(value: unknown): Held[] | undefined {
  if (value === undefined) return [];
  if (!Array.isArray(value) || !value.every((name) => typeof name === 'string')) return undefined;
  return value.map((name: string) => ({ name, payloadHash: '' }));
}

/**
 * The payload that a record carries for a state. A removal that is held has no version to name, so it stands beside the
 * held versions, in `heldRemovals`, and only where there is one.
 */
export function writeDeployedState(state: DeployedState): object {
  const held = state.held.filter(({ payloadHash }) => payloadHash !== '');
  const removals = state.held.filter(({ payloadHash }) => payloadHash === '').map(({ name }) => name);
  return { ...state, held, ...(removals.length === 0 ? {} : { heldRemovals: removals }) };
}

/** Reads the payload of a record. */
export function readDeployedState(payload: unknown): DeployedState | undefined {
  const value = parsePayload(payload);
  if (typeof value !== 'object' || value === null) return undefined;
  const { schemaVersion, rulesetDigest, auditHead, previousSha, flows, held, heldRemovals } = value as Record<
    string,
    unknown
  >;
  const readableFlows = readFlows(flows);
  const readableHeld = readHeld(held);
  const removals = readRemovals(heldRemovals);
  if (
    schemaVersion !== 1 ||
    readableFlows === undefined ||
    readableHeld === undefined ||
    removals === undefined
  )
    return undefined;
  if (typeof rulesetDigest !== 'string' || !HASH.test(rulesetDigest)) return undefined;
  if (typeof auditHead !== 'string' || !HASH.test(auditHead)) return undefined;
  const previous = typeof previousSha === 'string' && COMMIT.test(previousSha) ? previousSha : null;
  return {
    schemaVersion,
    rulesetDigest,
    auditHead,
    previousSha: previous,
    flows: readableFlows,
    held: sortHeld([...readableHeld, ...removals]),
  };
}
