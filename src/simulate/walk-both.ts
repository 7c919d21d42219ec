// One step of a call in two versions of a rule at once, and whether a caller can tell the outcomes apart.
import type { FallbackAction } from '../rules/rule.ts';
import { decideMove } from './decide-move.ts';
import { type Stop, type Version, findStop, targetOf } from './find-stop.ts';
import { listInputs } from './list-inputs.ts';

/** Two versions that are walked in step. */
export interface Walker {
  readonly versions: { readonly before: Version; readonly after: Version };
  /** New positions by old ones: which node is which. */
  readonly partners: ReadonlyMap<number, number>;
  /** How many nodes may still be come to, in both versions together. */
  left: number;
}

/** Positions of one node in each version. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

export interface Outcome {
  readonly before: Stop;
  readonly after: Stop;
}

/** What an input leads to in one version. A queue or transfer that does not name it keeps the call. */
function follow(version: Version, node: number, input: string): Stop {
  const at = version.rule.nodes[node];
  const move = at === undefined ? undefined : decideMove(at, input);
  if (move?.kind === 'go') return findStop(version, targetOf(version, node, move.transition), node);
  if (move?.kind === 'fallback') return { kind: 'fallback', node, passed: [] };
  return { kind: at?.type === 'queue' ? 'queue' : 'transfer', node, passed: [] };
}

/** Takes one step in both versions. */
export function followBoth(walker: Walker, pair: Pair, input: string): Outcome {
  const before = follow(walker.versions.before, pair.before, input);
  const after = follow(walker.versions.after, pair.after, input);
  walker.left -= before.passed.length + after.passed.length + 2;
  return { before, after };
}

/** The inputs that can tell two places apart. */
export function inputsAt({ versions }: Pick<Walker, 'versions'>, { before, after }: Pair): string[] {
  const [old, now] = [versions.before.rule.nodes[before], versions.after.rule.nodes[after]];
  return old === undefined || now === undefined ? [] : listInputs(old, now);
}

/** The media assets that a caller hears on the way, in order. */
export function heardBy({ rule }: Version, { passed }: Stop): string[] {
  return passed.flatMap((node) => rule.nodes[node]?.mediaAssetId ?? []);
}

export function hearsSame({ versions }: Walker, { before, after }: Outcome): boolean {
  const [old, now] = [heardBy(versions.before, before), heardBy(versions.after, after)];
  return old.length === now.length && old.every((asset, index) => asset === now[index]);
}

/** To be hung up on is the same at a node and without one. */
function spellEnd({ kind }: Stop, { type, target }: FallbackAction): string {
  if (kind !== 'fallback') return kind;
  return type === 'hangup' ? 'hangup' : JSON.stringify(['fallback', type, target]);
}

/** Whether both calls end alike, or both wait; at which queue or transfer matters, at which other node does not. */
export function endsSame({ versions, partners }: Walker, { before, after }: Outcome): boolean {
  const [old, now] = [versions.before.rule.fallbackAction, versions.after.rule.fallbackAction];
  if (spellEnd(before, old) !== spellEnd(after, now)) return false;
  const isPlace = before.kind === 'queue' || before.kind === 'transfer';
  return !isPlace || partners.get(before.node) === after.node;
}

/** Whether calls can go on from there by an input. */
export function goesOn({ versions }: Walker, { before, after }: Outcome): boolean {
  if (before.kind === 'waits') return true;
  if (before.kind !== 'queue' && before.kind !== 'transfer') return false;
  const countAt = ({ rule }: Version, node: number): number => rule.nodes[node]?.transitions.length ?? 0;
  return countAt(versions.before, before.node) + countAt(versions.after, after.node) > 0;
}
