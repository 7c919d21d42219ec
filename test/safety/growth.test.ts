// The work for a file grows with the file, whatever is in it: no shape makes a run of seconds one of hours. Only ratios are looked at,
// eight times the size against once, and generously: a square would be 64.
import { describe, expect, it } from 'vitest';
import { lintWorkspace } from '../../src/commands/source/lint-workspace.ts';
import { reportLint } from '../../src/report/report-checked.ts';
import { compareRuleSets } from '../../src/plan/compare-rule-sets.ts';
import { chooseAnnotations } from '../../src/report/annotations.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderComment, renderSummary } from '../../src/report/markdown.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { MAX_FILE_BYTES } from '../../src/rules/decode.ts';
import { isPathTestPath } from '../../src/rules/rule-path.ts';
import type { SourceFile } from '../../src/rules/rule.ts';

const TIMES = 8;
/** What grows like n log n, with the noise of a busy machine and of its caches, stays below it. */
const MOST = 28;
const ROUNDS = 2;
/** Microseconds; what takes less says nothing. */
const NOISE = 10_000;

type Files = Readonly<Record<string, string>>;

/** A lint, and all that is made of it. */
async function lint(files: Files): Promise<void> {
  const sources: SourceFile[] = Object.entries(files).map(([path, text]) => ({
    path,
    bytes: Buffer.from(text),
  }));
  const checked = await lintWorkspace({
    workspace: {
      readFiles: async () => ({
        rules: sources.filter(({ path }) => !isPathTestPath(path)),
        pathTests: sources.filter(({ path }) => isPathTestPath(path)),
        problems: [],
      }),
      readConfigFile: async () => undefined,
    },
    clock: { now: () => Date.parse('2027-06-15T12:00:00Z') },
    inputs: { rules: ['rules/**/*.json'], config: 'cxone-rules.config.json', maxDepth: 15 },
    readIdMap: async () => undefined,
    log: { warning: () => {} },
  });
  const about = {
    environment: 'production',
    maxDepth: 15,
    failOn: 'error',
    commit: '',
    repositoryUrl: '',
  } as const;
  const report = reportLint(checked, about, compareRuleSets([], checked.loaded.rules));
  for (const render of [renderJson, renderSarif, renderSummary, (of: typeof report) => renderComment(of, '')])
    expect(render(report).length).toBeGreaterThan(0);
  expect(chooseAnnotations(report.findings, 1).length).toBeLessThan(50);
}

/** Microseconds of computing, the least of some rounds. */
async function workOf(files: Files): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    await lint(files);
    const { user } = process.cpuUsage(before);
    least = Math.min(least, user);
  }
  return least;
}

const list = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const one = (text: string): Files => ({ 'rules/a.json': text });

interface Node {
  readonly id: string;
  readonly type: string;
  readonly transitions?: readonly object[];
}

const ruleOf = (nodes: readonly Node[], more: object = {}): string =>
  JSON.stringify({ name: 'A', campaignId: 'c', nodes, fallbackAction: { type: 'hangup' }, ...more });
const to = (index: number, condition = 'press_1'): object => ({ condition, target: `n${index}` });
const node = (index: number, transitions: readonly object[] = []): Node => ({
  id: `n${index}`,
  type: 'dtmf',
  transitions,
});

const SHAPES: readonly (readonly [string, number, (size: number) => Files])[] = [
  ['a long text', 80_000, (n) => one(ruleOf([node(0)], { campaignId: 'x'.repeat(n) }))],
  [
    'a long text of signs that are escaped',
    20_000,
    (n) => one(ruleOf([node(0)], { name: '`|<!--@#"\\'.repeat(n / 10) })),
  ],
  [
    'a long name of a node that is told',
    20_000,
    (n) => one(ruleOf([{ id: 'x"'.repeat(n), type: 'dtmf', transitions: [to(1)] }])),
  ],
  ['spaces', 100_000, (n) => one(' '.repeat(n))],
  ['line ends', 100_000, (n) => one(`{${'\n'.repeat(n)}`)],
  ['open brackets', 50_000, (n) => one('['.repeat(n))],
  ['nested brackets', 50_000, (n) => one(`${'['.repeat(n)}${']'.repeat(n)}`)],
  ['nested objects', 20_000, (n) => one(`${'{"a":'.repeat(n)}1${'}'.repeat(n)}`)],
  ['quotes', 50_000, (n) => one('"'.repeat(n))],
  ['backslashes', 50_000, (n) => one(`{"name": "${'\\\\'.repeat(n)}`)],
  ['commas', 50_000, (n) => one(`[${','.repeat(n)}]`)],
  ['a long number', 50_000, (n) => one(`{"name": ${'9'.repeat(n)}}`)],
  [
    'unknown properties',
    2000,
    (n) => one(ruleOf([node(0)], Object.fromEntries(list(n, (i) => [`p${i}`, i])))),
  ],
  ['one key again and again', 4000, (n) => one(`{${list(n, () => '"name":"A"').join(',')}}`)],
  ['nodes of the wrong type', 2000, (n) => one(`{"name":"A","nodes":[${list(n, () => '7').join(',')}]}`)],
  ['a chain', 4000, (n) => one(ruleOf(list(n, (i) => node(i, [to(i + 1)]))))],
  [
    'a chain and its backward edges',
    3000,
    (n) => one(ruleOf(list(n, (i) => node(i, [to(i + 1), to(0, 'press_2'), to(i >> 1, 'press_3')])))),
  ],
  ['rings', 3000, (n) => one(ruleOf(list(n, (i) => node(i, [to((i + 1) % n), to((i + 7) % n, 'press_2')]))))],
  [
    'one node of many transitions',
    6000,
    (n) =>
      one(
        ruleOf([
          node(
            0,
            list(n, (i) => to(1, `c${i}`)),
          ),
          node(1),
        ]),
      ),
  ],
  [
    'one transition again and again',
    6000,
    (n) =>
      one(
        ruleOf([
          node(
            0,
            list(n, () => to(1)),
          ),
          node(1),
        ]),
      ),
  ],
  [
    'undefined targets',
    3000,
    (n) =>
      one(
        ruleOf([
          node(
            0,
            list(n, (i) => to(i + 9, `c${i}`)),
          ),
        ]),
      ),
  ],
  ['undefined targets beside many nodes', 1500, (n) => one(ruleOf(list(n, (i) => node(i, [to(i + n)]))))],
  ['nodes of one id', 4000, (n) => one(ruleOf(list(n, () => node(0, [to(0)]))))],
  ['nodes that nothing reaches', 4000, (n) => one(ruleOf(list(n, (i) => node(i))))],
  [
    'files of one name',
    500,
    (n) => Object.fromEntries(list(n, (i) => [`rules/${i}.json`, ruleOf([node(0)])])),
  ],
  [
    'rules of one campaign in force together',
    200,
    (n) => Object.fromEntries(list(n, (i) => [`rules/${i}.json`, ruleOf([node(0)], { name: `r${i}` })])),
  ],
  [
    'path tests of one rule',
    1000,
    (n) => ({
      ...one(ruleOf([node(0, [to(0)])])),
      'rules/a.test.json': JSON.stringify({
        rule: 'A',
        tests: list(n, (i) => ({ name: `t${i}`, caller: ['press_1'], endsAt: 'n0' })),
      }),
    }),
  ],
  [
    'one long path test',
    5000,
    (n) => ({
      ...one(ruleOf([node(0, [to(0)])])),
      'rules/a.test.json': JSON.stringify({
        rule: 'A',
        tests: [{ name: 't', caller: list(n, () => 'press_1'), endsAt: 'n0' }],
      }),
    }),
  ],
  [
    'dates',
    50_000,
    (n) =>
      one(
        ruleOf([node(0)], {
          effectiveDate: `2027-01-01T00:00:00.${'0'.repeat(n)}Z`,
          expirationDate: '1'.repeat(n),
        }),
      ),
  ],
];

describe('the work grows with the size of', () => {
  it.each(SHAPES)(
    '%s',
    async (_name, size, make) => {
      const [small, large] = [make(size), make(size * TIMES)];
      // Past the limit nothing would be read at all.
      for (const text of Object.values(large)) expect(text.length).toBeLessThan(MAX_FILE_BYTES);
      await lint(small);
      const least = Math.max(await workOf(small), NOISE);
      const most = await workOf(large);
      expect(most / least).toBeLessThan(MOST);
    },
    60_000,
  );
});
