// The config file in a run of the built action: lint and deploy go by it, and what is wrong with it is told at its place.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RuleFile } from '../../src/rules/rule.ts';
import { type Estate, openEstate } from './estate.ts';
import { ruleText } from './rules.ts';

const CONFIG = 'cxone-rules.config.json';

let estate: Estate;

beforeAll(async () => {
  estate = await openEstate();
  await estate.push(await estate.commit({ 'rules/a.json': ruleText('A', makeA) }));
});

afterAll(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

const MENU = ['press_1', 'default'].map((condition) => ({ condition, target: 'sales' }));

/** Rule A has an end, so that it can overlap; and a menu that says all. */
function makeA(rule: RuleFile): void {
  rule.nodes[0].transitions = MENU;
  rule.expirationDate = '2099-12-31T00:00:00Z';
}

/** Rule B in a second file for the campaign of rule A, with another end. */
const overlapping = ruleText('B', (rule) => {
  makeA(rule);
  rule.campaignId = 'camp_9x8y7z';
  rule.expirationDate = '2100-12-31T00:00:00Z';
});

function suppress(expires: string): string {
  const entry = { check: 'window-overlap', rule: 'B', reason: 'Trial, @everyone (CALL-7).', expires };
  return JSON.stringify({ suppressions: [entry] }, null, 2);
}

interface ReportFile {
  readonly findings: readonly unknown[];
  readonly suppressed: readonly unknown[];
}

const reportOf = (path: string | undefined): ReportFile =>
  JSON.parse(readFileSync(path ?? '', 'utf8')) as ReportFile;

describe('a pull request', () => {
  it('with rules that overlap fails, and the place is annotated', async () => {
    const run = await estate.pullRequest({ 'rules/b.json': overlapping });
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'lint', errors: '1' });
    const [annotation] = run.annotations.filter(({ file }) => file !== undefined);
    expect(annotation).toMatchObject({ level: 'error', file: 'rules/b.json', title: 'window-overlap' });
  });

  it('that suppresses the finding passes, and the report says so', async () => {
    const run = await estate.pullRequest({ 'rules/b.json': overlapping, [CONFIG]: suppress('2099-12-31') });
    expect(run.outputs).toMatchObject({ result: 'passed', errors: '0' });
    const body = estate.github.comments(run.number)[0]?.body ?? '';
    expect(body).toContain('<details><summary>1 finding suppressed</summary>');
    expect(body).toContain('- 1 finding of `window-overlap` in `B`, until `2099-12-31`: ');
    expect(body).toContain('`@everyone');
    expect(reportOf(run.outputs['report-json'])).toMatchObject({
      findings: [],
      suppressed: [{ check: 'window-overlap', path: 'rules/b.json', rule: 'B', until: '2099-12-31' }],
    });
  });

  it('whose suppression is over fails, with an annotation in the config file', async () => {
    const files = { 'rules/b.json': overlapping, [CONFIG]: suppress('2020-12-31') };
    const run = await estate.pullRequest(files);
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'lint', errors: '2' });
    const places = run.annotations.flatMap(({ file, line, title }) =>
      file === undefined ? [] : [`${file}:${line} ${title}`],
    );
    expect(places).toEqual([`${CONFIG}:7 expired-suppression`, 'rules/b.json:3 window-overlap']);
  });

  it.each<[string, string, string, readonly string[]]>([
    ['is wrong', '{ "severities": { "traap": "off" } }', '', [`${CONFIG}:1:19`, 'did you mean "trap"?']],
    ['is not there', '{}', 'ivr/lint.json', ['input config is "ivr/lint.json"', 'no such file']],
    [
      'leads out of the workspace',
      '{}',
      '../lint.json',
      ['input config is "../lint.json"', 'lies outside the workspace'],
    ],
  ])('with a config file that %s stops before anything is checked', async (_, text, config, words) => {
    const run = await estate.pullRequest({ [CONFIG]: text }, { inputs: { config } });
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'input' });
    expect(run.exitCode).toBe(1);
    const errors = run.annotations.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    for (const word of words) expect(errors[0]?.message).toContain(word);
    expect(estate.github.comments(run.number)).toEqual([]);
  });
});

describe('a deployment', () => {
  it('goes by the config file too, which is no rule where the globs match it', async () => {
    const refused = await estate.push(await estate.commit({ 'rules/b.json': overlapping }));
    expect(refused.outputs).toMatchObject({ result: 'failed', reason: 'lint' });
    const inputs = { rules: '**/*.json', config: 'rules/lint.json' };
    const sha = await estate.commit({ 'rules/lint.json': suppress('2099-12-31') });
    const run = await estate.push(sha, { inputs });
    expect(run.outputs).toMatchObject({ result: 'deployed', errors: '0' });
    expect(reportOf(run.outputs['report-json']).suppressed).toHaveLength(1);
  });
});
