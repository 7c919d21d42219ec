// The longest simple path through one irreducible loop, tried depth first with nothing remembered: cheap for each path,
// so it is good at finding a long one, and bad at proving that there is no longer one.
import { type Budget, type Component, type LongestPath, searchComponent } from './search-component.ts';

/** The bound that the other search starts from; where the budget is too small for that, the component's ceiling. */
function findBound(component: Component, start: number, budget: Budget): number {
  const { edgeCount, successors, ceiling } = component;
  const cost = edgeCount + successors.length;
  if (cost > budget.left / 2) return ceiling;
  budget.left -= cost;
  return searchComponent(component, start, { left: 1 }).bound;
}

/**
 * Tries the simple paths from a node, depth first, until one is as long as the bound or the budget is spent. No
 * recursion; memory is linear.
 */
export function walkComponent(component: Component, start: number, budget: Budget): LongestPath {
  const bound = findBound(component, start, budget);
  const onPath = new Uint8Array(component.successors.length);
  const path: number[] = [];
  const cursors: number[] = [];
  let best = { length: -1, path: [] as number[] };
  // The best path is copied only when the walk is about to leave it; until then it is a prefix of `path`.
  let prefix = 0;
  const keepPrefix = (): void => {
    if (prefix > 0) best = { ...best, path: path.slice(0, prefix) };
    prefix = 0;
  };
  const enter = (node: number): void => {
    onPath[node] = 1;
    path.push(node);
    cursors.push(0);
    const length = path.length - 1 + (component.wayOut[node] ?? 0);
    if (length <= best.length) return;
    best = { length, path: [] };
    prefix = path.length;
  };
  enter(start);
  while (path.length > 0 && budget.left > 0 && best.length < bound) {
    const node = path.at(-1) ?? start;
    const cursor = cursors.at(-1) ?? 0;
    const target = component.successors[node]?.[cursor];
    if (target === undefined) {
      if (path.length === prefix) keepPrefix();
      onPath[node] = 0;
      path.pop();
      cursors.pop();
      continue;
    }
    budget.left--;
    cursors[cursors.length - 1] = cursor + 1;
    if (onPath[target] === 0) enter(target);
  }
  const isExhausted = path.length === 0;
  keepPrefix();
  return { ...best, bound: isExhausted ? best.length : bound };
}
