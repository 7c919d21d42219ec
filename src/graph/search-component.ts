// The longest simple path through one irreducible loop: a search that remembers what it has solved.
//
// How a path from a node may go on depends only on the unvisited nodes that can still be reached from it, so two walks
// that come to one node with the same rest share one answer (dynamic programming over subsets, after M. Held and
// R. Karp, "A Dynamic Programming Approach to Sequencing Problems", 1962, but over the subsets that occur only). A
// successor is not looked at where even all of its rest would not make a longer path (branch and bound).

export interface Component {
  /** For each node its successors inside the component, each once, in order; nodes are 0, 1, … here. */
  readonly successors: readonly (readonly number[])[];
  /** For each node the edges of the best path that leaves the component there; 0 where none does. */
  readonly wayOut: readonly number[];
  /** Edges inside the component. */
  readonly edgeCount: number;
  /** No path is longer: every node, and the best way out. */
  readonly ceiling: number;
}

export interface LongestPath {
  /** Edges of the best path found, its way out included. */
  readonly length: number;
  /** No path from the start is longer. */
  readonly bound: number;
  /** The nodes inside the component, from the start on. */
  readonly path: readonly number[];
}

/** How many edges a search may still look at. Shared, and counted down. */
export interface Budget {
  left: number;
}

/** What is known of the paths that start at a node and use only its rest. */
interface Answer {
  readonly node: number;
  length: number;
  bound: number;
  /** How the best path goes on; undefined where it leaves the component or ends. */
  next: Answer | undefined;
}

/** A node with the set of unvisited nodes that it reaches, itself left out; a bit for each node. */
interface State {
  readonly node: number;
  readonly rest: Int32Array;
  readonly bound: number;
}

interface Frame {
  readonly answer: Answer;
  /** What may come next, the most promising last. */
  readonly ahead: State[];
}

function has(set: Int32Array, node: number): boolean {
  return ((set[node >> 5] ?? 0) & (1 << (node & 31))) !== 0;
}

function toggle(set: Int32Array, node: number): void {
  set[node >> 5] = (set[node >> 5] ?? 0) ^ (1 << (node & 31));
}

/**
 * How many nodes of a rest at least no one path can visit: of those with one predecessor left, which they share, all
 * but one; of those that have no successor of their own to go on to, all but one, which may be the last.
 * @param only for each node of the rest its one neighbour, -1 for none, SEVERAL for more
 */
function countShared(nodes: readonly number[], only: Int32Array, owners: Int32Array, stamp: number): number {
  let shared = 0;
  for (const node of nodes) {
    const owner = only[node] ?? -1;
    if (owner === SEVERAL) continue;
    if (owner === NONE || owners[owner] === stamp) shared++;
    else owners[owner] = stamp;
  }
  return shared;
}

const NONE = -1;
const SEVERAL = -2;

/** Makes the states of one component. A state costs the edges of its rest. */
function makeStates(component: Component, budget: Budget): (node: number, allowed: Int32Array) => State {
  const count = component.successors.length;
  const onlyBefore = new Int32Array(count);
  const onlyAfter = new Int32Array(count);
  const owners = new Int32Array(count);
  let stamp = 0;
  return (node, allowed) => {
    const rest = new Int32Array(allowed.length);
    const nodes = [node];
    let out = component.wayOut[node] ?? 0;
    for (const at of nodes) {
      const targets = component.successors[at] ?? [];
      budget.left -= 1 + targets.length;
      onlyAfter[at] = NONE;
      for (const target of targets) {
        if (target === node || !has(allowed, target)) continue;
        onlyAfter[at] = onlyAfter[at] === NONE || onlyAfter[at] === target ? target : SEVERAL;
        if (has(rest, target)) {
          if (onlyBefore[target] !== at) onlyBefore[target] = SEVERAL;
          continue;
        }
        toggle(rest, target);
        onlyBefore[target] = at;
        out = Math.max(out, component.wayOut[target] ?? 0);
        nodes.push(target);
      }
    }
    onlyBefore[node] = SEVERAL;
    const before = countShared(nodes, onlyBefore, owners, ++stamp);
    const after = countShared(nodes, onlyAfter, owners, ++stamp) - 1;
    return { node, rest, bound: nodes.length - 1 - Math.max(before, after, 0) + out };
  };
}

function openFrame(
  component: Component,
  { node, rest, bound }: State,
  budget: Budget,
  makeState: ReturnType<typeof makeStates>,
): Frame {
  const ahead: State[] = [];
  for (const target of component.successors[node] ?? []) {
    if (!has(rest, target)) continue;
    // Past the budget nothing is looked at any more, and a successor may be as good as its node.
    const state = budget.left > 0 ? makeState(target, rest) : { node: target, rest, bound };
    ahead.push({ ...state, bound: Math.min(state.bound, bound - 1) });
  }
  const answer = { node, length: component.wayOut[node] ?? 0, bound, next: undefined };
  return { answer, ahead: ahead.toReversed().sort((a, b) => a.bound - b.bound) };
}

/** Takes over what a successor's answer says. */
function improve(answer: Answer, next: Answer): void {
  if (1 + next.length <= answer.length) return;
  answer.length = 1 + next.length;
  answer.next = next;
}

/** Sets the bound of a frame that is left, from the answers seen and what was not looked at. */
function close({ answer, ahead }: Frame, seen: number): void {
  const most = ahead.reduce(
    (bound, state) => Math.max(bound, 1 + state.bound),
    Math.max(answer.length, seen),
  );
  answer.bound = Math.min(answer.bound, most);
}

/**
 * Finds the longest simple path from a node. Exact (`length` equals `bound`) unless the budget runs out. No recursion.
 * The order of the nodes decides between paths of one length.
 */
export function searchComponent(component: Component, start: number, budget: Budget): LongestPath {
  const makeState = makeStates(component, budget);
  const words = (component.successors.length + 31) >> 5;
  const answers = new Map<string, Answer>();
  const frames: Frame[] = [];
  const seen: number[] = [];
  const enter = (state: State, key: string): Answer => {
    const frame = openFrame(component, state, budget, makeState);
    answers.set(key, frame.answer);
    frames.push(frame);
    seen.push(0);
    return frame.answer;
  };
  const all = new Int32Array(words).fill(-1);
  const root = enter(
    budget.left > 0 ? makeState(start, all) : { node: start, rest: all, bound: component.ceiling },
    '',
  );
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const { answer, ahead } = frame;
    const state = ahead.at(-1);
    if (state !== undefined && budget.left > 0 && 1 + state.bound > answer.length) {
      const key = `${state.node},${state.rest.join()}`;
      const known = answers.get(key);
      if (known === undefined) {
        enter(state, key);
        continue;
      }
      ahead.pop();
      improve(answer, known);
      seen[seen.length - 1] = Math.max(seen.at(-1) ?? 0, 1 + known.bound);
      continue;
    }
    close(frame, seen.pop() ?? 0);
    frames.pop();
    // The frame below finds this answer among the known ones, even where the budget is spent.
    const below = frames.at(-1);
    if (below === undefined) break;
    below.ahead.pop();
    improve(below.answer, answer);
    seen[seen.length - 1] = Math.max(seen.at(-1) ?? 0, 1 + answer.bound);
  }
  const path: number[] = [];
  for (let answer: Answer | undefined = root; answer !== undefined; answer = answer.next)
    path.push(answer.node);
  return { length: root.length, bound: root.bound, path };
}
