import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { planDigest } from '../../src/plan/plan-digest.ts';
import { makeTrafficReport } from '../../src/health/traffic-report.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { renderJson } from '../../src/report/json.ts';
import type { Report } from '../../src/report/report.ts';
import { ruleFile } from '../rules/rule-file.ts';
import { COMMIT, lintReport } from './sample-report.ts';

const schema = new URL('../../schemas/report.schema.json', import.meta.url);

const read = (report: Report) =>
  JSON.parse(renderJson(report)) as Record<string, unknown> & { rules: object[] };

const menu = ruleFile();
const [root, sales] = menu.nodes as Record<string, unknown>[];
const both = ['press_1', 'press_2'].map((condition) => ({ condition, target: 'sales' }));
const looped = ruleFile({
  name: 'Looped',
  nodes: [
    {
      id: 'a',
      type: 'dtmf',
      transitions: [
        { condition: 'press_1', target: 'a' },
        { condition: 'press_2', target: 'gone' },
      ],
    },
    { id: 'lost', type: 'queue' },
  ],
});
const plan: Plan = {
  changes: [
    { name: 'Main-Menu', action: 'replace', reason: 'content', retirements: [], deletions: [], known: [] },
  ],
};

const tests = {
  rule: 'Main-Menu',
  tests: [
    { name: 'sales', caller: ['press_1'], endsAt: 'sales' },
    { name: 'nothing', caller: [], endsIn: 'queue' },
  ],
};

/** Two findings of one rule, of which one is suppressed in its node. */
const suppressing = {
  'rules/loop.json': looped,
  'cxone-rules.config.json': {
    suppressions: [
      { check: 'undefined-target', rule: 'Looped', node: 'a', reason: 'r', expires: '2027-12-31' },
      { check: 'trap', rule: 'Looped', reason: 's', expires: '2027-12-31T00:00:00Z' },
    ],
  },
};

const REPORTS: readonly (readonly [string, Report])[] = [
  [
    'with path tests, one of which fails',
    lintReport({ 'rules/menu.json': menu, 'rules/loop.json': looped, 'rules/menu.test.json': tests }),
  ],
  ['of a clean lint', lintReport({ 'rules/menu.json': menu })],
  [
    'of a deployment that was watched and taken back',
    lintReport({ 'rules/menu.json': menu }, undefined, {
      command: 'deploy',
      result: 'rolled-back',
      reason: 'metrics',
      traffic: makeTrafficReport(
        new Map([['A', { calls: 3, totalDuration: 4.5, averageDuration: 1.5, completionRate: 1 / 3 }]]),
        new Map([
          ['B', { calls: 0, totalDuration: 0, averageDuration: undefined, completionRate: undefined }],
        ]),
        1,
      ),
    }),
  ],
  [
    'with every kind of change, findings and a plan',
    lintReport(
      {
        'rules/menu.json': ruleFile({ nodes: [root, sales, { id: 'x', type: 'hangup' }] }),
        'rules/loop.json': looped,
        'rules/broken.json': '{',
        'rules/new.json': ruleFile({ name: 'Renamed', campaignId: 'c' }),
      },
      {
        'rules/menu.json': menu,
        'rules/gone.json': ruleFile({ name: 'Gone', campaignId: 'd' }),
        'rules/old.json': ruleFile({ name: 'Old', campaignId: 'c' }),
      },
      { plan },
    ),
  ],
  ['with suppressed findings', lintReport(suppressing)],
  [
    'of drift',
    lintReport({ 'rules/menu.json': menu }, undefined, {
      command: 'drift',
      result: 'drifted',
      reason: 'drift',
      writtenFiles: ['rules/menu.json'],
      drift: {
        deployedSha: COMMIT,
        isCommitGone: false,
        rules: [
          { name: 'A', state: 'in-sync', differences: [], remarks: [] },
          {
            name: 'B',
            state: 'both',
            differences: [{ path: '/status', what: 'status', git: 'ACTIVE' }],
            remarks: ['x'],
            changedBy: 'jo',
          },
        ],
        unknown: [
          { name: 'C', id: 'c', status: 'DRAFT', why: '' },
          { name: 'D', id: 'd', status: undefined, why: 'x' },
        ],
      },
    }),
  ],
  [
    'of a command without rules',
    lintReport({}, undefined, { command: 'rollback', result: 'refused', reason: 'locked' }),
  ],
];

describe('report.json', () => {
  it('says of a rule all that INTERFACE section 6 names', () => {
    const report = read(lintReport({ 'rules/loop.json': looped, 'rules/broken.json': '{' }, {}, { plan }));
    expect(report).toMatchObject({
      schemaVersion: 1,
      command: 'lint',
      environment: 'production',
      commit: COMMIT,
      result: 'failed',
      reason: 'lint',
      summary: { files: 2, rules: 1, errors: 3, warnings: 1, maxDepth: 0 },
    });
    expect(report.rules).toEqual([
      {
        path: 'rules/loop.json',
        name: 'Looped',
        campaignId: 'camp_1',
        payloadHash: expect.stringMatching(/^[\da-f]{64}$/) as string,
        nodes: 2,
        edges: 2,
        depth: 0,
        exact: true,
        depthUpperBound: 0,
        longestPath: ['a'],
        loops: [['a']],
        traps: [['a']],
        unreachable: ['lost'],
        undefinedTargets: [{ node: 'a', target: 'gone' }],
        change: 'added',
        callers: ['new rule for campaign "camp_1", takes effect at once'],
      },
    ]);
  });

  it('says of a finding its place and nothing else', () => {
    const { findings } = read(lintReport({ 'rules/broken.json': '{\n"name": 1,\n}' }));
    expect(findings).toEqual([
      {
        check: 'syntax',
        severity: 'error',
        path: 'rules/broken.json',
        line: 2,
        column: 10,
        endLine: 2,
        endColumn: 11,
        pointer: '',
        message: 'JSON has no trailing comma: remove this one',
      },
    ]);
  });

  it('says of path tests how many passed, and what no test takes', () => {
    const files = { 'rules/menu.json': ruleFile({ nodes: [{ ...root, transitions: both }, sales] }) };
    expect(read(lintReport({ ...files, 'rules/menu.test.json': tests })).pathTests).toEqual({
      passed: 1,
      failed: 1,
      rules: [
        {
          name: 'Main-Menu',
          path: 'rules/menu.json',
          tests: 2,
          transitions: 2,
          taken: 1,
          untaken: [{ node: 'root', condition: 'press_2', target: 'sales' }],
        },
      ],
    });
    expect(read(lintReport(files))).not.toHaveProperty('pathTests');
  });

  it('has the digest of its plan, and none without a plan', () => {
    expect(read(lintReport({ 'rules/menu.json': menu }, undefined, { plan })).planDigest).toBe(
      planDigest(plan),
    );
    expect(read(lintReport({ 'rules/menu.json': menu }))).not.toHaveProperty('planDigest');
  });

  it('has what is suppressed apart from the findings, with its suppression', () => {
    const report = read(lintReport(suppressing));
    expect(report.summary).toMatchObject({ errors: 0, warnings: 1 });
    const findings = report.findings as readonly { readonly check: string }[];
    expect(findings.map(({ check }) => check)).toContain('unreachable-node');
    expect(findings.map(({ check }) => check)).not.toContain('trap');
    const common = { severity: 'error', path: 'rules/loop.json', line: 1, rule: 'Looped' };
    expect(report.suppressed).toMatchObject([
      { ...common, check: 'trap', reason: 's', until: '2027-12-31T00:00:00Z' },
      { ...common, check: 'undefined-target', node: 'a', reason: 'r', until: '2027-12-31' },
    ]);
    expect(read(lintReport({ 'rules/menu.json': menu })).suppressed).toEqual([]);
  });

  it('names what the plan does with a rule, and leaves out what is not known', () => {
    const [withPlan] = read(lintReport({ 'rules/menu.json': menu }, undefined, { plan })).rules;
    expect(withPlan).toMatchObject({ plan: 'replace' });
    expect(withPlan).not.toHaveProperty('change');
    const [without] = read(lintReport({ 'rules/menu.json': menu }, { 'rules/menu.json': menu })).rules;
    expect(without).toMatchObject({ change: 'unchanged' });
    expect(without).not.toHaveProperty('plan');
    expect(read(lintReport({ 'rules/menu.json': menu }))).not.toHaveProperty('reason');
  });

  it('has removed rules in its list, but not in its sums', () => {
    const deep = ruleFile({ name: 'Deep' });
    const report = read(
      lintReport({ 'a.json': ruleFile({ nodes: [sales] }) }, { 'a.json': menu, 'b.json': deep }),
    );
    expect(report.rules).toMatchObject([
      { name: 'Deep', change: 'removed', depth: 1 },
      { name: 'Main-Menu', change: 'modified' },
    ]);
    expect(report.summary).toMatchObject({ files: 1, rules: 1, maxDepth: 0 });
  });

  it('has every file that can be read as a rule, the second of a name too', () => {
    const head = { 'a.json': menu, 'b.json': menu };
    expect(read(lintReport(head, { 'a.json': menu })).rules).toHaveLength(2);
  });

  it('lists the rules by name with and without something to compare with', () => {
    const head = { 'a.json': ruleFile({ name: 'Z' }), 'b.json': ruleFile({ name: 'A' }) };
    for (const base of [undefined, {}])
      expect(read(lintReport(head, base)).rules).toMatchObject([{ name: 'A' }, { name: 'Z' }]);
  });

  it.each(REPORTS)('%s ends in a newline and is the same each time', (_, report) => {
    expect(renderJson(report)).toMatch(/[^\n]\n$/);
    expect(renderJson(report)).toBe(renderJson(report));
  });

  it.each(REPORTS)('%s fits its schema', (_, report) => {
    const { $schema: _version, ...document } = JSON.parse(readFileSync(schema, 'utf8')) as Record<
      string,
      unknown
    >;
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(document);
    validate(read(report));
    expect(validate.errors ?? []).toEqual([]);
  });
});
