// Path tests through the built action: command test, and what lint shows of them.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Estate, openEstate } from './estate.ts';
import { ruleText } from './rules.ts';

let estate: Estate;

beforeEach(async () => {
  estate = await openEstate();
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

const testText = (endsAt: string): string =>
  `{\n  "rule": "A",\n  "tests": [\n    { "name": "key 1", "caller": ["press_1"],\n      "endsAt": "${endsAt}" }\n  ]\n}\n`;
const PASSING = { 'rules/a.json': ruleText('A'), 'rules/a.test.json': testText('sales') };
const FAILING = { ...PASSING, 'rules/a.test.json': testText('root') };
const TEST = { inputs: { command: 'test' } };

function readReport(path: string | undefined): Record<string, unknown> {
  return JSON.parse(readFileSync(path ?? '', 'utf8')) as Record<string, unknown>;
}

it('command test passes where all tests pass, and asks neither GitHub nor the tenant', async () => {
  const sha = await estate.commit(PASSING);
  const before = estate.github.requests().length;
  const run = await estate.push(sha, TEST);
  expect(run.exitCode).toBe(0);
  expect(run.outputs).toMatchObject({ result: 'passed', reason: '', errors: '0', 'max-depth': '1' });
  expect(run.stdout).toMatch(/^A +1 +0 +1 of 1$/m);
  expect(run.summary).toContain('✅ 1 path test passed; 1 of 1 transition of 1 tested rule taken.');
  expect(readReport(run.outputs['report-json'])).toMatchObject({
    command: 'test',
    result: 'passed',
    pathTests: { passed: 1, failed: 0, rules: [{ name: 'A', tests: 1, taken: 1, untaken: [] }] },
  });
  expect(estate.github.requests()).toHaveLength(before);
  expect(estate.tenant.state().requests).toEqual([]);
});

it.each(['error', 'never'])('command test fails where one fails, with fail-on: %s', async (failOn) => {
  const sha = await estate.commit(FAILING);
  const run = await estate.push(sha, { inputs: { command: 'test', 'fail-on': failOn } });
  expect(run.exitCode).toBe(1);
  expect(run.outputs).toMatchObject({ result: 'failed', reason: 'test', errors: '1' });
  const [finding] = run.annotations.filter(({ file }) => file !== undefined);
  expect(finding).toMatchObject({
    level: 'error',
    file: 'rules/a.test.json',
    line: 5,
    column: 17,
    endColumn: 23,
    title: 'path-test',
  });
  expect(finding?.message).toMatch(/^"key 1": expected the call to end at "root"/);
  expect(run.summary).toContain('| `A` | 0 | 1 ❌ | 1 of 1 | – |');
});

it('command test warns where there is no path test', async () => {
  const run = await estate.push(await estate.commit({ 'rules/a.json': ruleText('A') }), TEST);
  expect(run.outputs).toMatchObject({ result: 'passed', reason: '' });
  const warnings = run.annotations.filter(({ level }) => level === 'warning');
  expect(warnings.map(({ message }) => message).join()).toContain('no path test is there');
  expect(run.summary).toContain('no path test is there');
});

it('lint shows a test that fails at its expectation, and all of them in its comment', async () => {
  await estate.commit(PASSING);
  const run = await estate.pullRequest({ 'rules/a.test.json': testText('root') });
  expect(run.outputs).toMatchObject({ result: 'failed', reason: 'lint', errors: '1' });
  const [finding] = run.annotations.filter(({ file }) => file !== undefined);
  expect(finding).toMatchObject({ file: 'rules/a.test.json', line: 5, column: 17, title: 'path-test' });
  const [comment] = estate.github.comments(run.number);
  expect(comment?.body).toContain('### Path tests\n\n❌ 0 path tests passed, 1 failed;');
  expect(readReport(run.outputs['report-json'])).toMatchObject({ pathTests: { passed: 0, failed: 1 } });
});
