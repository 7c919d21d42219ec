// Flows by the name of their rule.
import type { Flow } from '../ports.ts';

/** Groups flows, each group in the order given. The command line runs on a Node that has no Map.groupBy. */
export function groupByName(flows: readonly Flow[]): Map<string, Flow[]> {
  const groups = new Map<string, Flow[]>();
  for (const flow of flows) {
    const group = groups.get(flow.payload.name);
    if (group === undefined) groups.set(flow.payload.name, [flow]);
    else group.push(flow);
  }
  return groups;
}
