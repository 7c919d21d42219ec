import { describe, expect, it } from 'vitest';
import { lintWorkspace } from '../../src/commands/source/lint-workspace.ts';
import { NO_PATH_TESTS, reportLint, reportTest } from '../../src/report/report-checked.ts';
import type { Report } from '../../src/report/report.ts';
import { isPathTestPath } from '../../src/rules/rule-path.ts';
import { ruleFile } from '../rules/rule-file.ts';
import { type Files, sourceFiles } from './sample-report.ts';

const ABOUT = { environment: 'production', commit: '', repositoryUrl: '', maxDepth: 15 } as const;

async function check(files: Files) {
  const sources = sourceFiles(files);
  return lintWorkspace({
    workspace: {
      readFiles: async () => ({
        rules: sources.filter(({ path }) => !isPathTestPath(path)),
        pathTests: sources.filter(({ path }) => isPathTestPath(path)),
        problems: [],
      }),
      readConfigFile: async () => undefined,
    },
    readIdMap: async () => undefined,
    log: { warning: () => {} },
    clock: { now: () => Date.parse('2027-06-15T12:00:00Z') },
    inputs: { rules: ['rules/**/*.json'], config: 'cxone-rules.config.json', maxDepth: 15 },
  });
}

const [root, sales] = ruleFile().nodes as object[];
const good = { rule: 'Main-Menu', tests: [{ name: 'sales', caller: [], endsAt: 'sales' }] };
const bad = { rule: 'Main-Menu', tests: [{ name: 'sales', caller: [], endsIn: 'hangup' }] };
/** An error, and a warning, that say nothing against the tests. */
const lost = ruleFile({
  nodes: [
    root,
    sales,
    {
      id: 'lost',
      type: 'greeting',
      mediaAssetId: 'a',
      transitions: [{ condition: 'default', target: 'gone' }],
    },
  ],
});

describe('the report of command test', () => {
  const SUM = '1 path test passed; 1 of 1 transition of 1 tested rule taken';
  it.each<[string, Files, Pick<Report, 'result' | 'message'>, readonly string[]]>([
    [
      'passes where all tests pass',
      { 'rules/a.json': ruleFile(), 'rules/a.test.json': good },
      { result: 'passed', message: SUM },
      [],
    ],
    [
      'fails where one fails',
      { 'rules/a.json': ruleFile(), 'rules/a.test.json': bad },
      {
        result: 'failed',
        message: '0 path tests passed, 1 failed; 1 of 1 transition of 1 tested rule taken',
      },
      ['path-test'],
    ],
    [
      'leaves the findings of other checks to lint',
      { 'rules/a.json': lost, 'rules/a.test.json': good },
      { result: 'passed', message: '1 path test passed; 1 of 2 transitions of 1 tested rule taken' },
      [],
    ],
    [
      'fails where a rule cannot be read',
      { 'rules/a.json': ruleFile(), 'rules/a.test.json': good, 'rules/b.json': '{' },
      { result: 'failed', message: SUM },
      ['syntax'],
    ],
    [
      'fails where a file has the wrong shape, a key twice or a date without an offset',
      {
        'rules/a.json': JSON.stringify(ruleFile()).replace('{', '{"name": "B", '),
        'rules/b.json': {},
        'rules/c.json': ruleFile({ effectiveDate: '2027-01-01T00:00:00' }),
      },
      { result: 'failed', message: '6 errors, 0 warnings' },
      ['duplicate-key', 'schema', 'schema', 'schema', 'schema', 'window-ambiguous'],
    ],
    [
      'fails where a path test file cannot be read',
      { 'rules/a.json': ruleFile(), 'rules/a.test.json': '{}' },
      { result: 'failed', message: '2 errors, 0 warnings' },
      ['path-test', 'path-test'],
    ],
    [
      'passes, and says so, where there is no path test',
      { 'rules/a.json': ruleFile() },
      { result: 'passed', message: NO_PATH_TESTS },
      [],
    ],
    [
      'says which rules have no test',
      { 'rules/a.json': ruleFile(), 'rules/b.json': ruleFile({ name: 'B' }), 'rules/a.test.json': good },
      { result: 'passed', message: `${SUM}; 1 rule has no path test` },
      [],
    ],
  ])('%s', async (_, files, expected, checks) => {
    const checked = await check(files);
    for (const failOn of ['error', 'warning', 'never'] as const) {
      const report = reportTest(checked, { ...ABOUT, failOn });
      expect(report).toMatchObject({ command: 'test', ...expected });
      expect(report.reason).toBe(expected.result === 'failed' ? 'test' : undefined);
      expect(report.findings.map(({ check }) => check)).toEqual(checks);
    }
  });
});

it('the report of command test fails where a test fails whose finding does not count', async () => {
  const checked = await check({ 'rules/a.json': ruleFile(), 'rules/a.test.json': bad });
  const quiet = { ...checked, lint: { ...checked.lint, findings: [] } };
  expect(reportTest(quiet, { ...ABOUT, failOn: 'error' })).toMatchObject({
    result: 'failed',
    reason: 'test',
  });
});

describe('the report of command lint', () => {
  it.each([
    ['error', 'failed', 'lint'],
    ['warning', 'failed', 'lint'],
    ['never', 'passed', undefined],
  ] as const)('with fail-on: %s', async (failOn, result, reason) => {
    const report = reportLint(await check({ 'rules/a.json': lost, 'rules/a.test.json': good }), {
      ...ABOUT,
      failOn,
    });
    expect(report).toMatchObject({
      command: 'lint',
      result,
      message: '1 rule file checked: 1 error, 1 warning',
    });
    expect(report.reason).toBe(reason);
    expect(report.pathTests).toMatchObject({ passed: 1, failed: 0 });
  });
});
