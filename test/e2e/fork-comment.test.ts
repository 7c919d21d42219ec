// A pull request from a fork: its own run may write nothing, and fork-comment.yml posts for it without trusting what it hands over.
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunEvent } from '../stand-in/events.ts';
import { renamed } from '../stand-in/event-example.ts';
import { EXAMPLES } from '../workflows/workflow.ts';
import type { JobRun } from '../workflows/run-workflow.ts';
import { type World, openWorld } from '../workflows/world.ts';
import { ruleText, version } from './rules.ts';

const FORK = 'octo-guest/ivr-rules';
const MARKER = '<!-- cxone-ivr-gitops:production -->';
const [lint, forkComment] = ['pull-request.yml', 'fork-comment.yml'].map((name) =>
  EXAMPLES.find(({ path }) => path.endsWith(name))!,
) as [(typeof EXAMPLES)[number], (typeof EXAMPLES)[number]];

let world: World;
let base: string;
let pull: Awaited<ReturnType<World['open']>>;

/** The event of a run that is over, as GitHub gives it to the workflow that follows. */
function workflowRunEvent(headSha: string, from = FORK): RunEvent {
  const all = createRequire(import.meta.url)('@octokit/webhooks-examples') as {
    name: string;
    examples: { repository: Parameters<typeof renamed>[1] }[];
  }[];
  const given = all.find(({ name }) => name === 'workflow_run')!.examples[0]!;
  const payload = renamed({ ...given }, given.repository, world.estate.github.fullName);
  Object.assign(payload['workflow_run'] as object, {
    event: 'pull_request',
    conclusion: 'success',
    head_sha: headSha,
    head_repository: { full_name: from, fork: from === FORK },
    pull_requests: [],
  });
  return { eventName: 'workflow_run', payload, ref: 'refs/heads/main', sha: base };
}

/** Runs fork-comment.yml after a run that handed these files over. */
async function follow(
  files: Readonly<Record<string, string>> | Map<string, string>,
  head = pull.head,
  from = FORK,
): Promise<JobRun> {
  const handed = files instanceof Map ? files : new Map([['ivr-comment', pack(files)]]);
  return world.run(forkComment, workflowRunEvent(head, from), { artifacts: handed });
}

function pack(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'artifact-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const honest = (comment = `${MARKER}\nAll is well`): Record<string, string> => ({
  'pull-request.json': `{"number":${pull.number}}\n`,
  'comment.md': comment,
});

beforeEach(async () => {
  // What the token of a fork's pull request has, whatever its workflow asks for.
  const read = { actions: 'read', contents: 'read', deployments: 'read', 'pull-requests': 'read' } as const;
  world = await openWorld(EXAMPLES, { [lint.path]: read });
  base = await world.estate.commit({ 'rules/a.json': ruleText('A') });
  pull = await world.open({ 'rules/a.json': version('A', 'desk') }, FORK);
});

afterEach(async () => {
  expect(world.estate.github.violations()).toEqual([]);
  await world.estate.close();
});

describe('a pull request from a fork', () => {
  it('gets its comment from the run that follows, once, and brought up to date', async () => {
    const { github } = world.estate;
    const own = await world.run(lint, pull.event);
    expect([own.hasFailed, own.action?.outputs['result']]).toEqual([false, 'passed']);
    expect(github.comments()).toEqual([]);
    expect(readFileSync(join(own.artifacts.get('ivr-comment') ?? '', 'pull-request.json'), 'utf8')).toBe(
      '{"number":1}\n',
    );

    // Somebody else's comment with the marker is left alone.
    github.addComment(pull.number, { author: 'octo-guest', body: `${MARKER}\nnot ours` });
    for (const _run of ['first', 'again']) {
      const { hasFailed, isSkipped, printed } = await follow(new Map(own.artifacts));
      expect([hasFailed, isSkipped, printed]).toEqual([false, false, '']);
    }
    const comments = github.comments(pull.number);
    expect(comments.map(({ author }) => author)).toEqual(['octo-guest', 'github-actions[bot]']);
    expect(comments[0]?.body).toBe(`${MARKER}\nnot ours`);
    expect(comments[1]?.body).toContain('From the run of a fork');
    expect(comments[1]?.body).toContain('1 rule');
  });

  it('is not commented on twice where it is of the same repository', async () => {
    const { isSkipped } = await follow(honest(), pull.head, world.estate.github.fullName);
    expect(isSkipped).toBe(true);
  });
});

describe('a hostile artifact', () => {
  const nothingPosted = (): void => expect(world.estate.github.comments()).toEqual([]);

  it.each<[string, () => Record<string, string>, string]>([
    [
      'names a number that is none',
      () => ({ ...honest(), 'pull-request.json': '{"number":"1"}' }),
      'is not {"number"',
    ],
    [
      'names more than a number',
      () => ({ ...honest(), 'pull-request.json': '{"number":1,"a":1}' }),
      'is not {"number"',
    ],
    ['is no JSON', () => ({ ...honest(), 'pull-request.json': 'x' }), 'SyntaxError'],
    [
      'has a long file in place of the number',
      () => ({ ...honest(), 'pull-request.json': ' '.repeat(101) }),
      'at most 100 bytes',
    ],
    ['has no marker', () => honest('Merge me'), 'marker'],
    ['has the marker of another environment', () => honest('<!-- cxone-ivr-gitops:other -->\nx'), 'marker'],
    ['is too long', () => honest(`${MARKER}\n${'x'.repeat(60_000)}`), 'at most 60000 bytes'],
    [
      'is longer than GitHub takes once it is made harmless',
      () => honest(`${MARKER}\n${'@'.repeat(30_000)}`),
      'longer than GitHub takes',
    ],
    ['has no comment', () => ({ 'pull-request.json': `{"number":1}` }), 'ENOENT'],
  ])('that %s posts nothing', async (_name, files, words) => {
    const { hasFailed, printed } = await follow(files());
    expect(hasFailed).toBe(true);
    expect(printed).toContain(words);
    nothingPosted();
  });

  it('that is a link out of its folder is not followed', async () => {
    const folder = pack(honest());
    rmSync(join(folder, 'comment.md'));
    symlinkSync('/etc/hostname', join(folder, 'comment.md'));
    const { hasFailed, printed } = await follow(new Map([['ivr-comment', folder]]));
    expect([hasFailed, printed.includes('is no file')]).toEqual([true, true]);
    nothingPosted();
  });

  it('that is not UTF-8 posts nothing', async () => {
    const folder = pack(honest());
    writeFileSync(join(folder, 'comment.md'), Buffer.from(`${MARKER}\n\u{e9}`, 'latin1'));
    expect((await follow(new Map([['ivr-comment', folder]]))).hasFailed).toBe(true);
    nothingPosted();
  });

  it("that names somebody else's pull request posts nothing", async () => {
    const other = await world.open({ 'rules/a.json': version('A', 'other') });
    const { printed, hasFailed } = await follow({
      ...honest(),
      'pull-request.json': `{"number":${other.number}}`,
    });
    expect(hasFailed).toBe(false);
    expect(printed).toContain('its head is not the commit');
    nothingPosted();
  });

  it('from a commit that is no longer the head, or for a closed pull request, posts nothing', async () => {
    await follow(honest(), 'f'.repeat(40));
    world.estate.github.changePull(pull.number, { state: 'closed' });
    await follow(honest());
    nothingPosted();
  });

  it('mentions nobody, loads no picture and brings no other marker', async () => {
    await follow(
      honest(
        `${MARKER}\n@octo-org/all &#64;octo &#064;octo &#X40;octo &commat;octo ![x](https://example.com/p.png) <img src=x> <!-- cxone-ivr-gitops:other -->`,
      ),
    );
    const body = world.estate.github.comments()[0]?.body ?? '';
    expect(body.split('\n')[0]).toBe(MARKER);
    expect(body).not.toMatch(/@octo|&#|&commat|!\[|<img|<!-- cxone-ivr-gitops:other/);
  });
});
