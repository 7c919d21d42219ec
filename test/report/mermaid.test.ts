// @vitest-environment happy-dom
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import mermaid from 'mermaid';
import { describe, expect, it } from 'vitest';
import { mermaidLabel } from '../../src/report/escape.ts';
import { renderMermaid } from '../../src/report/mermaid.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import type { PayloadNode, Rule } from '../../src/rules/rule.ts';
import { decideMove } from '../../src/simulate/decide-move.ts';
import { hostileTexts } from './hostile-text.ts';

mermaid.initialize({ startOnLoad: false });

function ruleOf(nodes: readonly PayloadNode[], fallbackTarget?: string): Rule {
  const fallbackAction =
    fallbackTarget === undefined
      ? { type: 'hangup' as const }
      : { type: 'queue' as const, target: fallbackTarget };
  const payload = { name: 'a', campaignId: 'c', nodes, fallbackAction };
  return { path: 'rules/a.json', payload, payloadHash: '0'.repeat(64), status: 'ACTIVE' };
}

interface FlowChart {
  readonly getVertices: () => Map<string, { readonly text?: string }>;
  readonly getEdges: () => readonly { readonly text: string; readonly start: string; readonly end: string }[];
}

/** The nodes and edges that Mermaid's own parser finds. */
async function parse(text: string): Promise<{ nodes: number; edges: readonly string[] }> {
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  const chart = diagram.db as unknown as FlowChart;
  return {
    nodes: chart.getVertices().size,
    edges: chart.getEdges().map(({ start, end }) => `${start} ${end}`),
  };
}

const types = ['greeting', 'dtmf', 'transfer', 'queue', 'hangup'] as const;

const hostileRules = fc
  .tuple(fc.uniqueArray(hostileTexts, { minLength: 1, maxLength: 4 }), hostileTexts)
  .chain(([ids, fallback]) =>
    fc
      .tuple(
        ...ids.map((id) =>
          fc.record({
            id: fc.constant(id),
            type: fc.constantFrom(...types),
            transitions: fc.array(
              fc.record({ condition: hostileTexts, target: fc.oneof(fc.constantFrom(...ids), hostileTexts) }),
              { maxLength: 3 },
            ),
          }),
        ),
      )
      .map((nodes) => ruleOf(nodes, fallback)),
  );

describe('a diagram of hostile texts', () => {
  it('has the nodes and edges of the rule, and no others', async () => {
    await fc.assert(
      fc.asyncProperty(hostileRules, async (rule) => {
        const { nodes } = rule.payload;
        const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
        const pairs = new Set<string>();
        let missing = 0;
        nodes.forEach(({ transitions }, from) => {
          const gone = new Set(
            transitions.map(({ target }) => target).filter((target) => !indexOf.has(target)),
          );
          for (const { target } of transitions)
            if (indexOf.has(target)) pairs.add(`n${from} n${indexOf.get(target)}`);
          for (const _ of gone) pairs.add(`n${from} missing${missing++}`);
        });
        const inputs = ['timeout', ...Array.from({ length: 10 }, (_, key) => `press_${key}`)];
        const ends = nodes.flatMap((node, index) =>
          inputs.some((input) => decideMove(node, input).kind === 'fallback') ? [index] : [],
        );
        for (const index of ends) pairs.add(`n${index} fallback`);
        pairs.add('start n0');
        const found = await parse(renderMermaid(rule) ?? '');
        expect(new Set(found.edges)).toEqual(pairs);
        expect(found.edges).toHaveLength(pairs.size);
        expect(found.nodes).toBe(1 + nodes.length + missing + (ends.length > 0 ? 1 : 0));
      }),
      { numRuns: 400, seed: 20_271_101 },
    );
  });

  it('does not end its fence or command Mermaid', () => {
    fc.assert(
      fc.property(hostileTexts, (text) => {
        const label = mermaidLabel(text);
        expect(label).not.toMatch(/["`<>&%@\\\r\n]|[\p{Cc}\u2028\u2029]/u);
        expect(label.replaceAll(/#(?:quot|lt|gt|amp|\d+);/g, '')).not.toMatch(/[#;]/);
        expect(label).not.toBe('');
      }),
      { numRuns: 5000, seed: 20_271_101 },
    );
  });
});

describe('a label', () => {
  it.each([
    ['a plain text', 'press_1, press_2', 'press_1, press_2'],
    ['quotes', 'a "b"', 'a #quot;b#quot;'],
    ['an entity', '#quot;', '#35;quot#59;'],
    ['a comment', '%%{init}%%', '#37;#37;{init}#37;#37;'],
    ['HTML', '<b>&amp;</b>', '#lt;b#gt;#amp;amp#59;#lt;/b#gt;'],
    ['nothing', '', ' '],
    ['a formula', '$$x$$', '#36;#36;x#36;#36;'],
    ['lines', 'a\n\nb', 'a b'],
    ['what is too long', 'a'.repeat(61), `${'a'.repeat(59)}…`],
  ])('of %s', (_, text, expected) => {
    expect(mermaidLabel(text)).toBe(expected);
  });
});

describe('a diagram', () => {
  it('shows each type, merged transitions, a missing target and the fallback', async () => {
    const text = renderMermaid(
      ruleOf(
        [
          {
            id: 'menu',
            type: 'dtmf',
            transitions: [
              { condition: 'press_1', target: 'sales' },
              { condition: 'press_2', target: 'sales' },
              { condition: 'press_3', target: 'gone' },
              { condition: 'timeout', target: 'menu' },
            ],
          },
          { id: 'sales', type: 'queue', transitions: [{ condition: 'busy', target: 'out' }] },
          { id: 'out', type: 'transfer', transitions: [{ condition: 'error', target: 'bye' }] },
          { id: 'bye', type: 'hangup', transitions: [] },
          { id: 'note', type: 'greeting', transitions: [] },
        ],
        'late',
      ),
    );
    expect(text).toMatchInlineSnapshot(`
      "flowchart TD
        start(("call")) --> n0
        n0{{"menu (menu)"}}
        n1[("sales (queue)")]
        n2[/"out (transfer)"/]
        n3(["bye (hang up)"])
        n4["note (greeting)"]
        n0 -->|"press_1, press_2"| n1
        n0 -->|"press_3"| missing0["target does not exist"]:::missing
        n0 -->|"timeout"| n0
        n1 -->|"busy"| n2
        n2 -->|"error"| n3
        fallback(["otherwise: queue late"])
        n0 -.->|"otherwise"| fallback
        n4 -.->|"otherwise"| fallback
        classDef missing stroke-dasharray: 4 3,stroke-width:2px"
    `);
    expect((await parse(text ?? '')).edges).toHaveLength(8);
  });

  const ring = (count: number): PayloadNode[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `n${index}`,
      type: 'queue',
      transitions: [{ condition: 'busy', target: `n${(index + 1) % count}` }],
    }));

  it('of 400 nodes and edges is drawn, of more is left out', async () => {
    expect((await parse(renderMermaid(ruleOf(ring(399))) ?? '')).edges).toHaveLength(400);
    expect(renderMermaid(ruleOf(ring(401)))).toBeUndefined();
  });

  it('of more characters than GitHub takes is left out', () => {
    const long = ring(390).map((node) => ({ ...node, id: `${node.id} ${'"'.repeat(60)}` }));
    expect(renderMermaid(ruleOf(long))).toBeUndefined();
  });

  it('counts the ways into the fallback as edges', () => {
    const menu: PayloadNode = {
      id: 'menu',
      type: 'dtmf',
      transitions: Array.from({ length: 300 }, (_, index) => ({
        condition: `c${index}`,
        target: `g${index}`,
      })),
    };
    const ends = menu.transitions.map(({ target }): PayloadNode => ({
      id: target,
      type: 'greeting',
      transitions: [],
    }));
    const text = renderMermaid(ruleOf([menu, ...ends]));
    expect(text?.split('\n').filter((line) => / -->| -\.->/.test(line)).length ?? 0).toBeLessThanOrEqual(500);
  });
});

/** Rules of a folder, one test each. */
function rulesIn(folder: URL): (readonly [string, Rule])[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.test.json'));
  const { rules } = loadRules(files.map((path) => ({ path, bytes: readFileSync(new URL(path, folder)) })));
  return rules.map((rule) => [rule.path, rule]);
}

async function expectDrawable(rule: Rule): Promise<boolean> {
  const text = renderMermaid(rule);
  if (text === undefined) return false;
  expect(text.length).toBeLessThan(50_000);
  expect((await parse(text)).edges.length).toBeLessThan(500);
  await expect(mermaid.parse(text)).resolves.toMatchObject({ diagramType: 'flowchart-v2' });
  return true;
}

const root = new URL('../../', `file://${import.meta.filename}`);

describe('the example rules', () => {
  it.each(rulesIn(new URL('rules/', root)))('%s can be drawn', async (_, rule) => {
    expect(await expectDrawable(rule)).toBe(true);
  });
});

const corpus = rulesIn(new URL('../shared/corpus/flows/', root));
if (corpus.length === 0) console.warn('SKIPPED: the corpus is not beside the repository (../shared/corpus).');

describe.skipIf(corpus.length === 0)('the corpus of published call flows', () => {
  it.each(corpus)('%s can be drawn, or is left out', async (_, rule) => {
    const isDrawn = await expectDrawable(rule);
    if (rule.payload.nodes.length <= 100) expect(isDrawn).toBe(true);
  });
});
