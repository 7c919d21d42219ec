import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullRequestEvent } from '../stand-in/events.ts';
import { ALL_PERMISSIONS } from '../stand-in/start-github.ts';
import { runAction } from '../stand-in/run-action.ts';
import { type Estate, openEstate } from './estate.ts';
import { ruleText, version } from './rules.ts';

const MARKER = '<!-- cxone-ivr-gitops:production -->';

let estate: Estate;

beforeEach(async () => {
  estate = await openEstate();
  await estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B'), 'README.md': 'rules' });
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

interface ReportFile {
  readonly result: string;
  readonly commit: string;
  readonly summary: Record<string, number>;
  readonly rules: readonly { readonly name: string; readonly change: string; readonly depth: number }[];
}

function readReport(path: string | undefined): ReportFile {
  return JSON.parse(readFileSync(path ?? '', 'utf8')) as ReportFile;
}

describe('on a pull request the built action', () => {
  it('passes a clean change, and comments with figures against the base', async () => {
    const run = await estate.pullRequest({
      'rules/a.json': ruleText('A', (rule) => {
        rule.nodes[1]!.transitions = [{ condition: 'busy', target: 'end' }];
        rule.nodes.push({ id: 'end', type: 'hangup' });
      }),
      'rules/c.json': ruleText('C', (rule) => (rule.campaignId = 'camp_main_line')),
      'rules/b.json': null,
    });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({
      result: 'passed',
      reason: '',
      errors: '0',
      warnings: '0',
      'max-depth': '2',
    });
    expect(JSON.parse(run.outputs['changed-rules'] ?? '')).toEqual(['A', 'B', 'C']);
    const [comment, ...others] = estate.github.comments(run.number);
    expect(others).toEqual([]);
    expect(run.outputs['comment-id']).toBe(String(comment?.id));
    expect(comment?.body.split('\n')[0]).toBe(MARKER);
    expect(comment?.body).toContain('| `A` | ✏️ changed | 2 → 3 | 1 → 2 | 1 → 2 | – |');
    expect(comment?.body).toContain('```mermaid\nflowchart TD\n');
    expect(readFileSync(run.outputs['comment-body'] ?? '', 'utf8')).toBe(comment?.body);
    const page = readFileSync(run.outputs['report-html'] ?? '', 'utf8');
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).toContain(`/blob/${run.head}/rules/a.json"`);
    expect(page).toContain('<p class="caption">Before</p>');
    const report = readReport(run.outputs['report-json']);
    expect(report.commit).toBe(run.head);
    // B became C: the same content under another name.
    expect(report.rules.map(({ name, change }) => [name, change])).toEqual([
      ['A', 'modified'],
      ['C', 'renamed'],
    ]);
  });

  it('fails on errors, with annotations at line and column, and the whole report in the summary', async () => {
    const run = await estate.pullRequest({
      'rules/a.json': ruleText('A', (rule) => {
        rule.nodes[0].transitions![0]!.target = 'slaes';
      }),
      'rules/broken.json': '{\n  "name": "Broken",\n}\n',
    });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'lint', errors: '2', warnings: '1' });
    const errors = run.annotations.filter(({ level, file }) => level === 'error' && file !== undefined);
    expect(errors).toMatchObject([
      { file: 'rules/a.json', line: 12, column: 21, endColumn: 28, title: 'undefined-target' },
      { file: 'rules/broken.json', line: 2, column: 19, title: 'syntax' },
    ]);
    expect(errors[0]?.message).toContain('did you mean "sales"?');
    expect(run.summary).toContain('2 errors, 1 warning: cannot merge');
    const { runs } = JSON.parse(readFileSync(run.outputs['sarif'] ?? '', 'utf8')) as {
      readonly runs: readonly {
        readonly results: readonly { readonly ruleId: string; readonly level: string }[];
      }[];
    };
    expect(runs).toMatchObject([
      {
        automationDetails: { id: 'cxone-ivr/production/lint' },
        versionControlProvenance: [{ revisionId: run.head }],
      },
    ]);
    const weighty = runs[0]?.results.filter(({ level }) => level !== 'note');
    expect(weighty?.map(({ ruleId }) => ruleId)).toEqual(['undefined-target', 'syntax', 'unreachable-node']);
    expect(runs[0]?.results[0]).toMatchObject({
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'rules/a.json' },
            region: { startLine: 12, startColumn: 21, endLine: 12, endColumn: 28 },
          },
        },
      ],
    });
  });

  it('updates its one comment, and never touches one that somebody else wrote with the same marker', async () => {
    const first = await estate.pullRequest({ 'rules/a.json': version('A', 'x') });
    const foreign = estate.github.addComment(first.number, {
      author: 'octo-guest',
      body: `${MARKER}\nnot ours`,
    });
    const base = (await estate.repository.branch('main')) ?? '';
    const again = async () => {
      const workspace = first.tempDir;
      await estate.repository.checkout(first.head, workspace);
      const event = pullRequestEvent({
        fullName: estate.github.fullName,
        number: first.number,
        head: { ref: 'change-1', sha: first.head },
        base: { sha: base },
        mergeSha: first.head,
      });
      return runAction({ ...event, github: estate.github, workspace });
    };
    const second = await again();
    expect(second.outputs['comment-id']).toBe(first.outputs['comment-id']);
    expect(estate.github.comments(first.number)).toHaveLength(2);
    expect(estate.github.comments(first.number).find(({ id }) => id === foreign.id)?.body).toBe(
      `${MARKER}\nnot ours`,
    );
  });

  it('finds its comment behind 150 others', async () => {
    const first = await estate.pullRequest({ 'rules/a.json': version('A', 'x') });
    for (let count = 0; count < 150; count++)
      estate.github.addComment(first.number, { author: 'octo-guest', body: `remark ${count}` });
    const workspace = first.tempDir;
    await estate.repository.checkout(first.head, workspace);
    const base = (await estate.repository.branch('main')) ?? '';
    const head = { ref: 'change-1', sha: first.head };
    const event = pullRequestEvent({
      fullName: estate.github.fullName,
      number: first.number,
      head,
      base: { sha: base },
      mergeSha: first.head,
    });
    const second = await runAction({ ...event, github: estate.github, workspace });
    expect(second.outputs['comment-id']).toBe(first.outputs['comment-id']);
    expect(estate.github.comments(first.number)).toHaveLength(151);
  });

  /** Runs the action again on the pull request of another run. */
  async function runAgain(
    first: { readonly number: number; readonly head: string },
    inputs: Readonly<Record<string, string>> = {},
    head: string = first.head,
  ) {
    const workspace = await mkdtemp(join(tmpdir(), 'workspace-'));
    await estate.repository.checkout(head, workspace);
    const event = pullRequestEvent({
      fullName: estate.github.fullName,
      number: first.number,
      head: { ref: `change-${first.number}`, sha: head },
      base: { sha: (await estate.repository.branch('main')) ?? '' },
      mergeSha: head,
    });
    return runAction({ ...event, github: estate.github, workspace, inputs });
  }

  it('takes no comment for its own that has the marker elsewhere, or is of another environment or author', async () => {
    const quiet = await estate.pullRequest(
      { 'rules/a.json': version('A', 'x') },
      { inputs: { comment: 'never' } },
    );
    const bot = 'github-actions[bot]';
    const others = [
      { author: 'octo-guest', body: `${MARKER}\nnot ours` },
      { author: bot, body: `> ${MARKER}\n> quoted` },
      { author: bot, body: `As it says:\n${MARKER}\nbelow` },
      { author: bot, body: '<!-- cxone-ivr-gitops:test -->\nof another environment' },
      { author: bot, body: `${MARKER} and more` },
    ].map((comment) => ({ ...comment, id: estate.github.addComment(quiet.number, comment).id }));
    for (let count = 0; count < 100; count++)
      estate.github.addComment(quiet.number, { author: 'octo-guest', body: `${MARKER}\nremark ${count}` });
    const first = await runAgain(quiet);
    const second = await runAgain(quiet);
    expect(second.outputs['comment-id']).toBe(first.outputs['comment-id']);
    expect(others.map(({ id }) => String(id))).not.toContain(first.outputs['comment-id']);
    const after = estate.github.comments(quiet.number);
    expect(after).toHaveLength(others.length + 100 + 1);
    for (const { id, body } of others) expect(after.find((comment) => comment.id === id)?.body).toBe(body);
  });

  it('with comment: on-findings brings a comment up to date whose findings are gone', async () => {
    const inputs = { comment: 'on-findings' };
    const broken = ruleText('A', (rule) => (rule.nodes[0].transitions![0]!.target = 'gone'));
    const first = await estate.pullRequest({ 'rules/a.json': broken }, { inputs });
    expect(estate.github.comments(first.number)[0]?.body).toContain('cannot merge');
    const branch = `change-${first.number}`;
    const mended = await estate.repository.commit({ 'rules/a.json': version('A', 'x') }, 'Mend', { branch });
    await runAgain(first, inputs, mended);
    const [comment, ...more] = estate.github.comments(first.number);
    expect(more).toEqual([]);
    expect(comment?.body).toContain('1 rule changes, clean');
  });

  it('shows errors of changed rules first, and says in the last annotation how many more there are', async () => {
    const wrong = (name: string, targets: number): string =>
      ruleText(name, (rule) => {
        rule.nodes[0].transitions = Array.from({ length: targets }, (_, index) => ({
          condition: `custom-${index}`,
          target: `gone-${index}`,
        }));
      });
    await estate.commit({ 'rules/a.json': wrong('A', 12) });
    const run = await estate.pullRequest({ 'rules/b.json': wrong('B', 3) });
    const errors = run.annotations.filter(({ level }) => level === 'error');
    // The runner keeps ten of a type, and the run's own failure is one of them.
    expect(errors).toHaveLength(10);
    expect(errors.slice(0, 3).map(({ file }) => file)).toEqual(
      Array.from({ length: 3 }, () => 'rules/b.json'),
    );
    expect(errors[8]?.message).toBe('7 more errors: the job summary and report.json have them all');
  });

  it.each([
    ['never', ruleText('A', (rule) => (rule.nodes[0].transitions![0]!.target = 'gone')), false],
    ['on-findings', version('A', 'x'), false],
    ['on-findings', ruleText('A', (rule) => (rule.nodes[0].transitions![0]!.target = 'gone')), true],
  ])('with comment: %s', async (comment, text, isPosted) => {
    const run = await estate.pullRequest({ 'rules/a.json': text }, { inputs: { comment } });
    expect(estate.github.comments(run.number)).toHaveLength(isPosted ? 1 : 0);
    expect(readFileSync(run.outputs['comment-body'] ?? '', 'utf8')).toContain(MARKER);
  });

  it('compares with the base where the workspace has rules in lines of another kind', async () => {
    const run = await estate.pullRequest({ 'rules/b.json': ruleText('B').replaceAll('\n', '\r\n') });
    const report = readReport(run.outputs['report-json']);
    expect(report.rules.map(({ name, change }) => [name, change])).toEqual([
      ['A', 'unchanged'],
      ['B', 'unchanged'],
    ]);
  });

  it('reads the base folder by folder where its tree is too large for one reply', async () => {
    estate.github.setTreeLimit(0);
    const run = await estate.pullRequest({ 'rules/a.json': version('A', 'x') });
    expect(JSON.parse(run.outputs['changed-rules'] ?? '')).toEqual(['A']);
  });

  it('plans against the tenant where credentials are there', async () => {
    const run = await estate.pullRequest(
      { 'rules/a.json': version('A', 'x') },
      { inputs: estate.credentials },
    );
    expect(run.outputs.result).toBe('passed');
    const report = JSON.parse(readFileSync(run.outputs['report-json'] ?? '', 'utf8')) as {
      rules: { plan: string }[];
    };
    expect(report.rules.map(({ plan }) => plan)).toEqual(['create', 'create']);
    expect(estate.tenant.state().flows).toEqual([]);
  });

  it('keeps its verdict where the tenant cannot be asked', async () => {
    const inputs = { ...estate.credentials, 'client-secret': 'wrong' };
    const run = await estate.pullRequest({ 'rules/a.json': version('A', 'x') }, { inputs });
    expect(run.outputs.result).toBe('passed');
    const warnings = run.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
    expect(warnings.join()).toContain('nothing is planned against the tenant');
    expect(estate.github.comments(run.number)[0]?.body).toContain('- nothing is planned against the tenant:');
  });
});

describe('with a token that may not write the built action', () => {
  it('leaves the same text for a later job to post that a token with the right would have posted', async () => {
    const allowed = await estate.pullRequest({ 'rules/a.json': version('A', 'x') });
    const [posted] = estate.github.comments(allowed.number);
    const { 'pull-requests': _dropped, issues: _also, ...permissions } = ALL_PERMISSIONS;
    const forked = await openEstate({ github: { permissions } });
    await forked.commit({
      'rules/a.json': ruleText('A'),
      'rules/b.json': ruleText('B'),
      'README.md': 'rules',
    });
    const run = await forked.pullRequest({ 'rules/a.json': version('A', 'x') });
    const steady = (text: string): string => text.replaceAll(run.head, '').replaceAll(allowed.head, '');
    expect(forked.github.comments(run.number)).toEqual([]);
    expect(run.outputs).toMatchObject({
      result: 'passed',
      'comment-body': expect.stringMatching(/comment\.md$/),
    });
    expect(steady(readFileSync(run.outputs['comment-body'] ?? '', 'utf8'))).toBe(steady(posted?.body ?? ''));
    expect(forked.github.violations()).toEqual([]);
    await forked.close();
  });

  it('keeps its verdict, warns with the missing permission, and has everything in the summary', async () => {
    await estate.close();
    const { 'pull-requests': _dropped, ...permissions } = ALL_PERMISSIONS;
    estate = await openEstate({ github: { permissions: { ...permissions, contents: 'read' } } });
    await estate.commit({ 'rules/a.json': ruleText('A') });
    const run = await estate.pullRequest({ 'rules/a.json': version('A', 'x') });
    expect(run.outputs.result).toBe('passed');
    expect(run.exitCode).toBe(0);
    expect(run.outputs['comment-id']).toBeUndefined();
    const warnings = run.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
    expect(warnings.join()).toContain('pull-requests: write');
    expect(run.summary).toContain('1 rule changes, clean');
  });
});
