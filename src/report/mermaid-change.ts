// The part of a rule's graph that changed, with its neighbours, both versions in one flow chart. Signs, lines and borders
// tell what is new from what is gone, so that colour is never needed.
import {
  type EdgeDiff,
  type GraphDiff,
  type NodeDiff,
  findCore,
  findSurroundings,
} from '../graph/diff-graphs.ts';
import { ENTRY } from '../graph/graph.ts';
import { type Payload, isSameFallback } from '../rules/rule.ts';
import { leadsToFallback } from '../simulate/decide-move.ts';
import { mermaidLabel } from './escape.ts';
import { MOST_CHARACTERS, MOST_EDGES, SHAPES } from './mermaid.ts';
import { NODE_WORDS, spellFallback } from './node-words.ts';

/** Two versions of a rule, and their difference. */
export interface ChangedGraph {
  readonly before: Pick<Payload, 'nodes' | 'fallbackAction'>;
  readonly after: Pick<Payload, 'nodes' | 'fallbackAction'>;
  readonly diff: GraphDiff;
}

/** What is new, what is gone, what changed, and what did not. */
export type Sign = '+' | '−' | '~' | '';

/** A diagram without its fence, and how many of the nodes of both versions together it shows. */
export interface DrawnChange {
  readonly text: string;
  readonly signs: ReadonlySet<Sign>;
  readonly drawn: number;
  readonly nodes: number;
}

const SIGNS: Readonly<Record<NodeDiff['kind'], Sign>> = {
  added: '+',
  removed: '−',
  changed: '~',
  renamed: '~',
  unchanged: '',
};

/** Strokes only: fills would hide the text in one of GitHub's themes. */
const CLASSES: Readonly<Record<Exclude<Sign, ''>, readonly [string, string]>> = {
  '+': ['added', 'stroke:#2da44e,stroke-width:4px'],
  '−': ['removed', 'stroke:#d1242f,stroke-width:2px,stroke-dasharray:8 5'],
  '~': ['changed', 'stroke:#bf8700,stroke-width:3px,stroke-dasharray:2 3'],
};

const LINKS: Readonly<Record<Sign, string>> = { '+': '==>', '−': '-.->', '~': '-->', '': '-->' };

/** The longest id in a label with two of them, in UTF-16 units; the type must not be cut off. */
const LONGEST_ID = 40;
const LONGEST_OF_TWO = 20;

function cut(id: string, most: number): string {
  return id.length > most ? `${id.slice(0, most - 1).toWellFormed()}…` : id;
}

/** Such as `+ billing (queue)` or `~ sales → billing (transfer → queue)`. */
function nodeLabel({ before, after }: ChangedGraph, { kind, before: oldAt, after: newAt }: NodeDiff): string {
  const old = before.nodes[oldAt ?? -1];
  const now = after.nodes[newAt ?? -1] ?? old;
  if (now === undefined) return '';
  const isRenamed = old !== undefined && old.id !== now.id;
  const id = isRenamed
    ? `${cut(old.id, LONGEST_OF_TWO)} → ${cut(now.id, LONGEST_OF_TWO)}`
    : cut(now.id, LONGEST_ID);
  const type =
    old === undefined || old.type === now.type
      ? NODE_WORDS[now.type]
      : `${NODE_WORDS[old.type]} → ${NODE_WORDS[now.type]}`;
  return `${SIGNS[kind]} ${id} (${type})`.trim();
}

interface Line {
  readonly from: number;
  /** Undefined where the target does not exist. */
  readonly to: number | undefined;
  readonly sign: Sign;
  readonly conditions: string[];
}

/** One transition as lines: one that leads elsewhere now is gone from one place and new at another. */
function linesOf({ kind, from, before, after, condition }: EdgeDiff): Line[] {
  const line = (sign: Sign, to: number | undefined): Line => ({ from, to, sign, conditions: [condition] });
  if (kind === 'added') return [line('+', after?.to)];
  if (kind === 'removed') return [line('−', before?.to)];
  return kind === 'unchanged' ? [line('', after?.to)] : [line('−', before?.to), line('+', after?.to)];
}

/** Parallel transitions to one target become one line, those that are new or gone each for themselves. */
function mergeLines(diff: GraphDiff, isDrawn: ReadonlySet<number>): Line[] {
  const merged = new Map<string, Line>();
  for (const line of diff.edges.flatMap(linesOf)) {
    if (!isDrawn.has(line.from) || (line.to !== undefined && !isDrawn.has(line.to))) continue;
    const key = `${line.from} ${line.to ?? '-'} ${line.sign}`;
    const known = merged.get(key);
    if (known === undefined) merged.set(key, line);
    else known.conditions.push(...line.conditions);
  }
  return [...merged.values()];
}

/** Positions in the difference of the new version's nodes at which callers can get the fallback. */
function findEndsInFallback({ after, diff }: ChangedGraph): number[] {
  return diff.nodes.flatMap(({ after: at }, position) => {
    const node = after.nodes[at ?? -1];
    return node !== undefined && leadsToFallback(node) ? [position] : [];
  });
}

/** The entry, and by dashed lines what is come to over nodes that are not drawn. */
function startLines(changed: ChangedGraph, drawn: readonly number[], isDrawn: ReadonlySet<number>): string[] {
  const { nodes, edges } = changed.diff;
  const entry = drawn.find((position) => nodes[position]?.after === ENTRY);
  const old = drawn.find((position) => nodes[position]?.before === ENTRY);
  const lines = entry === undefined ? [] : [`  start --> n${entry}`];
  if (old !== undefined && old !== entry) lines.push(`  start -.->|"− start"| n${old}`);
  if (lines.length > 0) return ['  start(("call"))', ...lines];
  const goesOn = new Set(edges.flatMap(({ from, after }) => (after === undefined ? [] : [from])));
  const entrances = edges.flatMap(({ from, after }) =>
    after?.to !== undefined && !isDrawn.has(from) && isDrawn.has(after.to) ? [after.to] : [],
  );
  // Calls come to an end over many nodes, which says less than how they come to what leads on.
  const to = entrances.find((position) => goesOn.has(position)) ?? entrances[0];
  return to === undefined ? [] : ['  start(("call"))', `  start -.->|"over nodes not drawn"| n${to}`];
}

function fallbackLines(changed: ChangedGraph, drawn: readonly number[]): string[] {
  const ends = new Set(findEndsInFallback(changed));
  const from = drawn.filter((position) => ends.has(position));
  const isSame = isSameFallback(changed.before.fallbackAction, changed.after.fallbackAction);
  if (from.length === 0 && isSame) return [];
  const now = `otherwise: ${spellFallback(changed.after.fallbackAction)}`;
  const label = isSame ? now : `~ ${now}, was: ${spellFallback(changed.before.fallbackAction)}`;
  return [
    `  fallback(["${mermaidLabel(label)}"])${isSame ? '' : ':::changed'}`,
    ...from.map((position) => `  n${position} -.->|"otherwise"| fallback`),
  ];
}

function draw(changed: ChangedGraph, drawn: readonly number[]): DrawnChange | undefined {
  const isDrawn = new Set(drawn);
  const used = new Set<Sign>();
  const nodes = drawn.flatMap((position) => {
    const node = changed.diff.nodes[position];
    const real = changed.after.nodes[node?.after ?? -1] ?? changed.before.nodes[node?.before ?? -1];
    if (node === undefined || real === undefined) return [];
    const [open, close] = SHAPES[real.type];
    const sign = SIGNS[node.kind];
    const style = sign === '' ? '' : `:::${CLASSES[sign][0]}`;
    if (sign !== '') used.add(sign);
    return [`  n${position}${open}${mermaidLabel(nodeLabel(changed, node))}${close}${style}`];
  });
  let missing = 0;
  const merged = mergeLines(changed.diff, isDrawn);
  const lines = merged.map(({ from, to, sign, conditions }) => {
    const label = mermaidLabel(`${sign} ${conditions.join(', ')}`.trim());
    const end = to === undefined ? `missing${missing++}["target does not exist"]:::missing` : `n${to}`;
    return `  n${from} ${LINKS[sign]}|"${label}"| ${end}`;
  });
  const fallback = fallbackLines(changed, drawn);
  if (fallback.some((line) => line.endsWith(':::changed'))) used.add('~');
  const classes = (['+', '−', '~'] as const).flatMap((sign) =>
    used.has(sign) ? [`  classDef ${CLASSES[sign].join(' ')}`] : [],
  );
  if (missing > 0) classes.push('  classDef missing stroke-dasharray: 4 3,stroke-width:2px');
  const start = startLines(changed, drawn, isDrawn);
  if (nodes.length > MOST_EDGES || start.length + lines.length + fallback.length > MOST_EDGES)
    return undefined;
  const text = ['flowchart TD', ...start, ...nodes, ...lines, ...fallback, ...classes].join('\n');
  if (text.length > MOST_CHARACTERS) return undefined;
  const signs = new Set([...used, ...merged.map(({ sign }) => sign)]);
  return { text, signs, drawn: drawn.length, nodes: changed.diff.nodes.length };
}

export interface ChangeDiagrams {
  /** With the unchanged neighbours of what changed; undefined where that is too large for GitHub to draw. */
  readonly whole: DrawnChange | undefined;
  /** Without them; undefined where that is too large, too, or no smaller. */
  readonly core: DrawnChange | undefined;
  /** Whether there is nothing to draw: the graph is what it was. */
  readonly isUnchanged: boolean;
}

/** Draws what changed in a graph. */
export function renderChange(changed: ChangedGraph): ChangeDiagrams {
  const { diff } = changed;
  const near = findSurroundings(diff);
  if (near.length === 0) {
    // Where nothing but the fallback changed, those who get it are shown.
    const ends = isSameFallback(changed.before.fallbackAction, changed.after.fallbackAction)
      ? []
      : findEndsInFallback(changed);
    return {
      whole: ends.length === 0 ? undefined : draw(changed, ends),
      core: undefined,
      isUnchanged: ends.length === 0,
    };
  }
  const core = findCore(diff);
  return {
    whole: draw(changed, near),
    core: core.length < near.length ? draw(changed, core) : undefined,
    isUnchanged: false,
  };
}
