// A rule's nodes and transitions as the rows of a table, with what changed in words. It knows no markup.
import type { EdgeDiff, NodeDiff } from '../../graph/diff-graphs.ts';
import { groupBy } from '../../rules/group-by.ts';
import type { PayloadNode } from '../../rules/rule.ts';
import { NODE_WORDS } from '../node-words.ts';
import type { ReportedRule } from '../report.ts';

export type RowChange = '' | 'new' | 'gone' | 'changed';

/** A value, and what it was before where that is another. */
export interface Was {
  readonly now: string;
  readonly was?: string | undefined;
}

export interface TransitionRow {
  readonly condition: string;
  readonly target: Was;
  readonly change: RowChange;
}

export interface NodeRow {
  readonly id: Was;
  readonly type: Was;
  /** Empty for none. */
  readonly media: Was;
  readonly change: RowChange;
  readonly transitions: readonly TransitionRow[];
}

/** What a node without transitions means, in the words of its type. */
export const END_WORDS: Readonly<Record<string, string>> = {
  queue: 'callers wait here for an agent',
  transfer: 'callers are transferred here',
  'hang up': 'the call ends here',
};

function plainRow({ id, type, mediaAssetId, transitions }: PayloadNode): NodeRow {
  return {
    id: { now: id },
    type: { now: NODE_WORDS[type] },
    media: { now: mediaAssetId ?? '' },
    change: '',
    transitions: transitions.map(({ condition, target }) => ({
      condition,
      target: { now: target },
      change: '',
    })),
  };
}

const NODE_CHANGES: Readonly<Record<NodeDiff['kind'], RowChange>> = {
  added: 'new',
  removed: 'gone',
  changed: 'changed',
  renamed: 'changed',
  unchanged: '',
};

const EDGE_CHANGES: Readonly<Record<EdgeDiff['kind'], RowChange>> = {
  added: 'new',
  removed: 'gone',
  retargeted: 'changed',
  unchanged: '',
};

function value(old: string | undefined, now: string | undefined): Was {
  if (now === undefined) return { now: old ?? '' };
  return old === undefined || old === now ? { now } : { now, was: old };
}

function changedRow(
  { kind }: NodeDiff,
  old: PayloadNode | undefined,
  now: PayloadNode | undefined,
  edges: readonly EdgeDiff[],
): NodeRow {
  const wordOf = (node: PayloadNode | undefined): string | undefined =>
    node === undefined ? undefined : NODE_WORDS[node.type];
  const mediaOf = (node: PayloadNode | undefined): string | undefined =>
    node === undefined ? undefined : (node.mediaAssetId ?? '');
  return {
    id: value(old?.id, now?.id),
    type: value(wordOf(old), wordOf(now)),
    media: value(mediaOf(old), mediaOf(now)),
    change: NODE_CHANGES[kind],
    transitions: edges.map((edge) => {
      const before = old?.transitions[edge.before?.transition ?? -1]?.target;
      const after = now?.transitions[edge.after?.transition ?? -1]?.target;
      return {
        condition: edge.condition,
        // The new name of a node that is the same one is no other target.
        target: edge.kind === 'unchanged' ? { now: after ?? '' } : value(before, after),
        change: EDGE_CHANGES[edge.kind],
      };
    }),
  };
}

/** All rows of a rule, in the order of its nodes; what is gone comes last. @param most rows that are made */
export function rowsOf({ rule, before, diff }: ReportedRule, most: number): NodeRow[] {
  if (diff === undefined || before === undefined) return rule.payload.nodes.slice(0, most).map(plainRow);
  const edgesOf = groupBy(diff.edges, ({ from }) => from);
  return diff.nodes
    .slice(0, most)
    .map((node, position) =>
      changedRow(
        node,
        before.rule.payload.nodes[node.before ?? -1],
        rule.payload.nodes[node.after ?? -1],
        edgesOf.get(position) ?? [],
      ),
    );
}
