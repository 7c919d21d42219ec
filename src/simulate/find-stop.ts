// Where a call comes to rest without an input: it waits, or it ends. Nodes that go on by themselves are followed.
import { indexNodes } from '../rules/index-nodes.ts';
import type { PayloadNode } from '../rules/rule.ts';
import { DEFAULT, canonicalCondition } from './condition.ts';
import { arrivalAt } from './decide-move.ts';
import type { WalkedRule } from './walk.ts';

/** One version of a rule, with the ids looked up. */
export interface Version {
  readonly rule: WalkedRule;
  /** Where two nodes share an id, it means the first, as in the graph. */
  readonly indexOf: ReadonlyMap<string, number>;
}

export interface Stop {
  readonly kind: 'waits' | 'queue' | 'transfer' | 'hangup' | 'fallback' | 'endless';
  /** The last node that the call came to; of a fallback the one after which nothing is left. */
  readonly node: number;
  /** The nodes that the call came to since the last input, in order; of an endless call the first that comes again, too. */
  readonly passed: readonly number[];
}

export function readVersion(rule: WalkedRule): Version {
  return { rule, indexOf: indexNodes(rule.nodes) };
}

/** The node to which a transition leads; undefined where no node has that id. */
export function targetOf(version: Version, node: number, transition: number): number | undefined {
  return version.indexOf.get(version.rule.nodes[node]?.transitions[transition]?.target ?? '');
}

function kindOf(node: PayloadNode): Stop['kind'] | 'goes-on' {
  const arrival = arrivalAt(node);
  if (arrival === 'goes-on' || arrival === 'waits') return arrival;
  if (arrival === 'dead-end') return 'fallback';
  return node.type === 'queue' || node.type === 'transfer' ? node.type : 'hangup';
}

/**
 * Follows a call from the node that it comes to.
 * @param start undefined where the target does not exist: the call ends in the fallback
 * @param from the node that it leaves
 */
export function findStop(version: Version, start: number | undefined, from: number): Stop {
  const passed: number[] = [];
  const seen = new Set<number>();
  let last = from;
  for (let at = start; at !== undefined; at = targetOf(version, at, 0)) {
    const node = version.rule.nodes[at];
    if (node === undefined) break;
    passed.push(at);
    if (seen.has(at)) return { kind: 'endless', node: at, passed };
    seen.add(at);
    last = at;
    const kind = kindOf(node);
    if (kind !== 'goes-on') return { kind, node: at, passed };
  }
  return { kind: 'fallback', node: last, passed };
}

/** The nodes that a caller can come to, by index: a second transition of one condition is never taken. Linear. */
export function findReachable(version: Version): ReadonlySet<number> {
  const { nodes } = version.rule;
  const reached = new Set<number>(nodes.length > 0 ? [0] : []);
  for (const at of reached) {
    const node = nodes[at];
    if (node === undefined || node.type === 'hangup') continue;
    const goesOn = kindOf(node) === 'goes-on';
    const seen = new Set<string>();
    node.transitions.forEach(({ condition }, transition) => {
      const canonical = goesOn ? DEFAULT : canonicalCondition(condition);
      if (seen.has(canonical)) return;
      seen.add(canonical);
      const target = targetOf(version, at, transition);
      if (target !== undefined) reached.add(target);
    });
  }
  return reached;
}
