// @vitest-environment happy-dom
// The comment on each of 142 published call flows, as a new rule and as a changed one: every diagram in it by Mermaid's own parser,
// all of it by a strict Markdown parser. The flows stay outside the repository.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import mermaid from 'mermaid';
import { beforeAll, describe, expect, it } from 'vitest';
import { byteLength } from '../../src/report/fit.ts';
import { COMMENT_BUDGET, renderComment } from '../../src/report/markdown.ts';
import { LIVE_TEXT } from '../report/read-markdown.ts';
import { readGfm } from '../report/read-gfm.ts';
import { type Files, lintReport } from '../report/sample-report.ts';

const folder = join(import.meta.dirname, '../../../shared/corpus/flows');
const isThere = existsSync(folder);

if (!isThere)
  console.warn(
    'SKIPPED: the corpus is not beside the repository (../shared/corpus); no comment was made of it.',
  );

interface Flow {
  readonly nodes: readonly { readonly transitions?: readonly { readonly target: string }[] }[];
}

/** The flow as it may have been: without every seventh node, and with every fifth transition leading to the entry's id. */
function earlier(flow: Flow): object {
  let count = 0;
  const entry = (flow.nodes[0] as { readonly id?: string } | undefined)?.id ?? '';
  const nodes = flow.nodes
    .filter((_, index) => index % 7 !== 3)
    .map((node) => ({
      ...node,
      transitions: (node.transitions ?? []).map((one) =>
        count++ % 5 === 2 ? { ...one, target: entry } : one,
      ),
    }));
  return { ...flow, nodes, effectiveDate: '2027-09-01T00:00:00Z' };
}

async function check(head: Files, base: Files): Promise<readonly string[]> {
  const text = renderComment(lintReport(head, base), '');
  expect(byteLength(text)).toBeLessThanOrEqual(COMMENT_BUDGET);
  const { blocks, texts } = readGfm(text);
  expect(texts.find((part) => LIVE_TEXT.test(part))).toBeUndefined();
  for (const block of blocks) await mermaid.parse(block);
  return blocks.map((block) => block.split('\n')[0] ?? '');
}

describe.skipIf(!isThere)('the comments on the corpus of published call flows', () => {
  beforeAll(() => mermaid.initialize({ startOnLoad: false, maxTextSize: 50_000, maxEdges: 500 }));
  const drawn = new Map<string, number>();
  const files = isThere ? readdirSync(folder).toSorted() : [];

  it.each(files)('%s', async (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const head = { 'rules/flow.json': text };
    const asNew = await check(head, {});
    const asChanged = await check(head, { 'rules/flow.json': earlier(JSON.parse(text) as Flow) });
    for (const kind of [...asNew, ...asChanged]) drawn.set(kind, (drawn.get(kind) ?? 0) + 1);
  });

  // Drafts have no window, and a flow with hundreds of findings has no room for pictures.
  it('have two graphs and a chart for nearly all flows', () => {
    expect(new Set(drawn.keys())).toEqual(new Set(['flowchart TD', 'gantt']));
    expect(drawn.get('flowchart TD')).toBeGreaterThan(250);
    expect(drawn.get('gantt')).toBeGreaterThan(130);
  });
});
