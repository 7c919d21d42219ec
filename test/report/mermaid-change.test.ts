// @vitest-environment happy-dom
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import mermaid from 'mermaid';
import { describe, expect, it } from 'vitest';
import { diffGraphs } from '../../src/graph/diff-graphs.ts';
import { type ChangeDiagrams, renderChange } from '../../src/report/mermaid-change.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import type { FallbackAction, PayloadNode } from '../../src/rules/rule.ts';
import { canonicalCondition } from '../../src/simulate/condition.ts';
import { randomPair } from '../graph/random-rule.ts';
import { payloadOf } from '../simulate/sample.ts';
import { hostileTexts } from './hostile-text.ts';

mermaid.initialize({ startOnLoad: false });

interface FlowChart {
  readonly getVertices: () => Map<string, unknown>;
  readonly getEdges: () => readonly unknown[];
}

async function count(text: string): Promise<{ nodes: number; edges: number }> {
  const chart = (await mermaid.mermaidAPI.getDiagramFromText(text)).db as unknown as FlowChart;
  return { nodes: chart.getVertices().size, edges: chart.getEdges().length };
}

const HANG_UP: FallbackAction = { type: 'hangup' };

function change(
  before: readonly PayloadNode[],
  after: readonly PayloadNode[],
  fallbacks: readonly [FallbackAction, FallbackAction] = [HANG_UP, HANG_UP],
): ChangeDiagrams {
  return renderChange({
    before: { nodes: before, fallbackAction: fallbacks[0] },
    after: { nodes: after, fallbackAction: fallbacks[1] },
    diff: diffGraphs(before, after, canonicalCondition),
  });
}

const nodesOf = (...lines: readonly string[]): readonly PayloadNode[] => payloadOf(lines).nodes;

const MENU = nodesOf(
  'root dtmf press_1>sales press_2>sales press_3>support press_4>far default>far',
  'sales queue busy>bye',
  'support queue busy>bye',
  'bye hangup',
  'far dtmf press_1>farther default>farther',
  'farther greeting default>bye',
);

describe('what changed in a graph', () => {
  it('shows what is new, gone, changed and as it was, by signs and lines', async () => {
    const after = nodesOf(
      'root dtmf press_1>sales press_2>billing press_3>gone press_4>far press_5>billing default>far',
      'sales transfer busy>bye',
      'billing queue',
      'bye hangup',
      'far dtmf press_1>farther default>farther',
      'farther greeting default>bye',
    );
    const { whole, core } = change(MENU, after);
    expect(whole?.text).toMatchInlineSnapshot(`
      "flowchart TD
        start(("call"))
        start --> n0
        n0{{"root (menu)"}}
        n1[/"~ sales (queue → transfer)"/]:::changed
        n2[("+ billing (queue)")]:::added
        n3(["bye (hang up)"])
        n6[("− support (queue)")]:::removed
        n0 -->|"press_1"| n1
        n0 -.->|"− press_2"| n1
        n0 ==>|"+ press_2, press_5"| n2
        n0 -.->|"− press_3"| n6
        n0 ==>|"+ press_3"| missing0["target does not exist"]:::missing
        n1 -->|"busy"| n3
        n6 -.->|"− busy"| n3
        classDef added stroke:#2da44e,stroke-width:4px
        classDef removed stroke:#d1242f,stroke-width:2px,stroke-dasharray:8 5
        classDef changed stroke:#bf8700,stroke-width:3px,stroke-dasharray:2 3
        classDef missing stroke-dasharray: 4 3,stroke-width:2px"
    `);
    expect(whole).toMatchObject({ drawn: 5, nodes: 7 });
    // Every neighbour is the end of a transition that changed.
    expect(core).toBeUndefined();
    await expect(count(whole?.text ?? '')).resolves.toEqual({ nodes: 7, edges: 8 });
  });

  it('is come to from afar where the entry is not in it', () => {
    const after = MENU.map((node) => (node.id === 'farther' ? { ...node, mediaAssetId: 'other' } : node));
    const { whole, core } = change(MENU, after);
    expect(whole?.text).toContain('  start -.->|"over nodes not drawn"| n');
    expect(whole?.text).toContain('["~ farther (greeting)"]:::changed');
    expect(core?.drawn).toBe(1);
  });

  it('shows a moved entry', () => {
    const { whole } = change(
      nodesOf('a dtmf press_1>b', 'b hangup'),
      nodesOf('b hangup', 'a dtmf press_1>b'),
    );
    expect(whole?.text).toContain('  start --> n0\n  start -.->|"− start"| n1\n');
  });

  it('shows the fallback where callers get it, and how it changed', () => {
    const night: FallbackAction = { type: 'queue', target: 'night' };
    const nodes = nodesOf('root dtmf press_1>bye', 'bye hangup');
    const { whole } = change(nodes, nodes, [HANG_UP, night]);
    expect(whole?.text).toContain('fallback(["~ otherwise: queue night, was: hang up"]):::changed');
    expect(whole?.text).toContain('n0 -.->|"otherwise"| fallback');
    const covered = nodesOf('root dtmf press_1>bye default>bye', 'bye hangup');
    expect(change(covered, covered, [HANG_UP, night])).toMatchObject({ isUnchanged: true, whole: undefined });
  });

  it('is nothing where no more than the order of the nodes changed', () => {
    const [root, ...others] = MENU;
    expect(change(MENU, [root as PayloadNode, ...others.toReversed()])).toEqual({
      whole: undefined,
      core: undefined,
      isUnchanged: true,
    });
  });

  it('keeps the type of a node visible, however long its id', () => {
    const node = { id: 'x'.repeat(80), transitions: [] };
    const { whole } = change([{ ...node, type: 'hangup' }], [{ ...node, type: 'queue' }]);
    expect(whole?.text).toMatch(/"~ x{39}… \(hang up → queue\)"/);
    const renamed = change([{ ...node, type: 'hangup' }], [{ ...node, id: 'y'.repeat(80), type: 'hangup' }]);
    expect(renamed.whole?.text).toMatch(/"~ x{19}… → y{19}… \(hang up\)"/);
  });

  it('is left out where GitHub would not draw it', () => {
    const fan = (length: number): PayloadNode[] => [
      {
        id: 'root',
        type: 'queue',
        transitions: Array.from({ length }, (_, at) => ({ condition: `c${at}`, target: `q${at}` })),
      },
      ...Array.from({ length }, (_, at): PayloadNode => ({ id: `q${at}`, type: 'queue', transitions: [] })),
    ];
    expect(change(fan(1), fan(390)).whole).toBeDefined();
    expect(change(fan(1), fan(401))).toEqual({ whole: undefined, core: undefined, isUnchanged: false });
    // One node changed among many neighbours: it is drawn without them.
    const many = change(fan(500), [
      { ...(fan(500)[0] as PayloadNode), type: 'transfer' },
      ...fan(500).slice(1),
    ]);
    expect(many).toMatchObject({ whole: undefined, core: { drawn: 1 } });
  });

  it('can be drawn for any two versions', async () => {
    await fc.assert(
      fc.asyncProperty(randomPair(), async ([before, after]) => {
        const { whole, core } = change(before, after);
        for (const drawn of [whole, core])
          if (drawn !== undefined)
            expect((await count(drawn.text)).nodes).toBeGreaterThanOrEqual(drawn.drawn);
      }),
      { numRuns: 200, seed: 20_271_101 },
    );
  });

  const hostileNodes = fc.array(
    fc.record({
      id: hostileTexts,
      type: fc.constantFrom<PayloadNode['type']>('greeting', 'dtmf', 'transfer', 'queue', 'hangup'),
      transitions: fc.array(fc.record({ condition: hostileTexts, target: hostileTexts }), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  );

  it('has no node that a stranger’s text added', async () => {
    await fc.assert(
      fc.asyncProperty(hostileNodes, hostileNodes, hostileTexts, async (before, after, target) => {
        const { whole } = change(before, after, [HANG_UP, { type: 'queue', target }]);
        if (whole === undefined) return;
        const ids = [
          ...((await mermaid.mermaidAPI.getDiagramFromText(whole.text)).db as unknown as FlowChart)
            .getVertices()
            .keys(),
        ];
        for (const id of ids) expect(id).toMatch(/^(?:n\d+|missing\d+|start|fallback)$/);
        expect(ids.filter((id) => id.startsWith('n'))).toHaveLength(whole.drawn);
      }),
      { numRuns: 200, seed: 20_271_101 },
    );
  });
});

const folder = new URL('../../../shared/corpus/flows/', `file://${import.meta.filename}`);

if (!existsSync(folder)) console.warn('SKIPPED: the corpus is not beside the repository (../shared/corpus).');

describe.skipIf(!existsSync(folder))('the corpus of published call flows', () => {
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => /(?<!\.test)\.json$/.test(name))
    : [];
  it('can be drawn where a node in the middle of each is taken away', async () => {
    const { rules } = loadRules(files.map((path) => ({ path, bytes: readFileSync(new URL(path, folder)) })));
    for (const { payload } of rules) {
      const { nodes } = payload;
      const { whole } = change(nodes, nodes.toSpliced(Math.floor(nodes.length / 2), 1));
      if (whole !== undefined) expect((await count(whole.text)).nodes).toBeGreaterThanOrEqual(whole.drawn);
    }
  });
});
