// One rule's graph as a Mermaid flow chart. Ids are generated, every label is quoted and escaped.
import { indexNodes } from '../rules/index-nodes.ts';
import type { PayloadNode, Rule } from '../rules/rule.ts';
import { leadsToFallback } from '../simulate/decide-move.ts';
import { mermaidLabel } from './escape.ts';
import { NODE_WORDS, spellFallback } from './node-words.ts';

/** Nodes and edges, and UTF-16 units. Over either, a diagram is left out: GitHub draws up to 500 edges and 50,000 characters. */
export const MOST_EDGES = 400;
export const MOST_CHARACTERS = 40_000;

/** The two halves of a shape, by node type; told apart without colour. */
export const SHAPES: Readonly<Record<PayloadNode['type'], readonly [string, string]>> = {
  greeting: ['["', '"]'],
  dtmf: ['{{"', '"}}'],
  queue: ['[("', '")]'],
  transfer: ['[/"', '"/]'],
  hangup: ['(["', '"])'],
};

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly conditions: string[];
}

/** Transitions with one source and one target become one edge. */
function mergeEdges(nodes: readonly PayloadNode[], indexOf: ReadonlyMap<string, number>): Edge[] {
  const edges = new Map<string, Edge>();
  nodes.forEach((node, from) => {
    for (const { condition, target } of node.transitions) {
      const to = indexOf.get(target) ?? -1;
      const key = `${from} ${to < 0 ? JSON.stringify(target) : to}`;
      const edge = edges.get(key) ?? { from, to, conditions: [] };
      edge.conditions.push(condition);
      edges.set(key, edge);
    }
  });
  return [...edges.values()];
}

/**
 * Renders a rule as a flow chart.
 * @returns the diagram without its fence, or undefined where it is too large for GitHub to draw
 */
export function renderMermaid(rule: Rule): string | undefined {
  const { nodes } = rule.payload;
  const indexOf = indexNodes(nodes);
  const edges = mergeEdges(nodes, indexOf);
  const ends = nodes.flatMap((node, index) => (leadsToFallback(node) ? [index] : []));
  if (edges.length + ends.length >= MOST_EDGES || nodes.length > MOST_EDGES) return undefined;
  const lines = ['flowchart TD', '  start(("call")) --> n0'];
  nodes.forEach((node, index) => {
    const [open, close] = SHAPES[node.type];
    lines.push(`  n${index}${open}${mermaidLabel(node.id)} (${NODE_WORDS[node.type]})${close}`);
  });
  let missing = 0;
  for (const { from, to, conditions } of edges) {
    const label = mermaidLabel(conditions.join(', '));
    if (to >= 0) {
      lines.push(`  n${from} -->|"${label}"| n${to}`);
    } else {
      lines.push(`  n${from} -->|"${label}"| missing${missing++}["target does not exist"]:::missing`);
    }
  }
  if (ends.length > 0) {
    const words = `otherwise: ${spellFallback(rule.payload.fallbackAction)}`;
    lines.push(`  fallback(["${mermaidLabel(words)}"])`);
  }
  for (const index of ends) lines.push(`  n${index} -.->|"otherwise"| fallback`);
  if (missing > 0) lines.push('  classDef missing stroke-dasharray: 4 3,stroke-width:2px');
  const text = lines.join('\n');
  return text.length > MOST_CHARACTERS ? undefined : text;
}
