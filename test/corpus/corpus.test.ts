// The figures of 142 published call flows against figures that were made by other code. The flows stay outside the repository.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../src/graph/figures.ts';
import { loadRules } from '../../src/rules/load-rules.ts';

const corpus = new URL('../../../shared/corpus/', import.meta.url);
const isThere = existsSync(new URL('stats.json', corpus));

interface Stats {
  readonly name: string;
  readonly nodes: number;
  readonly edges: number;
  readonly unreachable: readonly string[];
  readonly dangling: readonly { readonly node: string; readonly target: string }[];
  readonly cycles: readonly (readonly string[])[];
  readonly acyclic: boolean;
  readonly longestPathFromEntry: number;
  readonly reachesEnd: { readonly trapped: readonly string[] };
}

if (!isThere)
  console.warn(
    'SKIPPED: the corpus is not beside the repository (../shared/corpus); nothing was compared with it.',
  );

describe.skipIf(!isThere)('the corpus of published call flows', () => {
  const files = isThere ? readdirSync(new URL('flows/', corpus)).toSorted() : [];
  const stats = isThere
    ? (JSON.parse(readFileSync(new URL('stats.json', corpus), 'utf8')) as Record<string, Stats>)
    : {};

  it('has all its flows', () => {
    expect(files).toHaveLength(142);
    expect(Object.keys(stats).toSorted()).toEqual(files);
  });

  it.each(files)('%s', (file) => {
    const { rules, problems } = loadRules([
      { path: file, bytes: readFileSync(new URL(`flows/${file}`, corpus)) },
    ]);
    expect(problems).toEqual([]);
    const [rule] = rules;
    const expected = stats[file];
    if (rule === undefined || expected === undefined) throw new Error('no rule');
    const figures = computeFigures(rule.payload.nodes);
    const idOf = (index: number): string => rule.payload.nodes[index]?.id ?? '';
    const sortLoops = (loops: readonly (readonly string[])[]): string[] =>
      loops.map((loop) => loop.toSorted().join('\n')).toSorted();
    expect(rule.payload.name).toBe(expected.name);
    expect(rule.payload.nodes).toHaveLength(expected.nodes);
    expect(figures.graph.edgeCount).toBe(expected.edges);
    expect(figures.unreachable.map(idOf).toSorted()).toEqual(expected.unreachable.toSorted());
    expect(sortLoops(figures.loops.map((loop) => loop.map(idOf)))).toEqual(sortLoops(expected.cycles));
    expect(figures.undefinedTargets.map(({ target }) => target).toSorted()).toEqual(
      expected.dangling.map(({ target }) => target).toSorted(),
    );
    if (expected.acyclic) expect(figures.depth.depth).toBe(expected.longestPathFromEntry);
    expect(figures.depth.depth).toBeGreaterThanOrEqual(0);
    expect(figures.depth.path.length - 1).toBe(figures.depth.depth);
  });
});
