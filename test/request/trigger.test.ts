import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import type { Command } from '../../src/request/inputs.ts';
import { type EventContext, type Trigger, readTrigger } from '../../src/request/trigger.ts';

const SHA = 'a'.repeat(40);
const HEAD = 'b'.repeat(40);
const BASE = 'c'.repeat(40);
const repository = { default_branch: 'main', full_name: 'owner/name' };

const pull = {
  repository,
  number: 7,
  action: 'synchronize',
  pull_request: {
    number: 7,
    head: { sha: HEAD, ref: 'work', repo: { full_name: 'owner/name' } },
    base: { sha: BASE, ref: 'main', repo: repository },
  },
};
const forkPull = {
  ...pull,
  pull_request: {
    ...pull.pull_request,
    head: { sha: HEAD, ref: 'main', repo: { full_name: 'stranger/name', default_branch: 'trunk' } },
  },
};

function event(
  eventName: string,
  ref: string,
  payload: Record<string, unknown> = { repository },
): EventContext {
  return { eventName, sha: SHA, ref, payload };
}

interface Case {
  readonly is: string;
  readonly event: EventContext;
  readonly command?: Command;
  readonly rollbackTo?: string;
  readonly trigger: Trigger;
}

const onMain = { base: 'refs/heads/main', pullRequest: undefined, branchRef: 'refs/heads/main' } as const;
const onPull = { command: 'lint', commit: HEAD, base: BASE, pullRequest: 7, branchRef: '' } as const;

const CASES: readonly Case[] = [
  { is: 'a pull request', event: event('pull_request', 'refs/pull/7/merge', pull), trigger: onPull },
  {
    is: 'a pull request from a fork, whose default branch is another',
    event: event('pull_request', 'refs/pull/7/merge', forkPull),
    trigger: onPull,
  },
  {
    is: 'a pull request whose fork is gone',
    event: event('pull_request', 'refs/pull/7/merge', {
      ...pull,
      pull_request: { ...pull.pull_request, head: { sha: HEAD, ref: 'work', repo: null } },
    }),
    trigger: onPull,
  },
  {
    is: 'a pull request with the rights of its target',
    event: event('pull_request_target', 'refs/heads/main', forkPull),
    trigger: { ...onPull, branchRef: 'refs/heads/main' },
  },
  {
    is: 'a merge queue',
    event: event('merge_group', 'refs/heads/gh-readonly-queue/main/pr-7', {
      repository,
      merge_group: { head_sha: HEAD, base_sha: BASE, base_ref: 'refs/heads/main' },
    }),
    trigger: {
      command: 'lint',
      commit: HEAD,
      base: BASE,
      pullRequest: undefined,
      branchRef: 'refs/heads/gh-readonly-queue/main/pr-7',
    },
  },
  {
    is: 'a push to the default branch',
    event: event('push', 'refs/heads/main', { repository, before: BASE, after: SHA }),
    trigger: { command: 'deploy', commit: SHA, ...onMain },
  },
  {
    is: 'a push to a default branch of another name',
    event: event('push', 'refs/heads/trunk', { repository: { default_branch: 'trunk' } }),
    trigger: {
      command: 'deploy',
      commit: SHA,
      base: 'refs/heads/trunk',
      pullRequest: undefined,
      branchRef: 'refs/heads/trunk',
    },
  },
  {
    is: 'a push to another branch',
    event: event('push', 'refs/heads/work'),
    trigger: { command: 'lint', commit: SHA, ...onMain, branchRef: 'refs/heads/work' },
  },
  {
    is: 'a push to a branch that ends like the default one',
    event: event('push', 'refs/heads/not/main'),
    trigger: { command: 'lint', commit: SHA, ...onMain, branchRef: 'refs/heads/not/main' },
  },
  {
    is: 'a push of a tag that is named like the default branch',
    event: event('push', 'refs/tags/main'),
    trigger: { command: 'lint', commit: SHA, ...onMain, branchRef: '' },
  },
  {
    is: 'a start by hand',
    event: event('workflow_dispatch', 'refs/heads/main'),
    trigger: { command: 'deploy', commit: SHA, ...onMain },
  },
  {
    is: 'a start by hand with a commit to go back to',
    event: event('workflow_dispatch', 'refs/heads/main'),
    rollbackTo: 'previous',
    trigger: { command: 'rollback', commit: SHA, ...onMain },
  },
  {
    is: 'a commit to go back to, on a push: it is no reason to go back',
    event: event('push', 'refs/heads/main'),
    rollbackTo: 'previous',
    trigger: { command: 'deploy', commit: SHA, ...onMain },
  },
  {
    is: 'a command that is set, on a pull request',
    event: event('pull_request', 'refs/pull/7/merge', pull),
    command: 'deploy',
    trigger: { ...onPull, command: 'deploy' },
  },
  {
    is: 'a command that is set, on an event that auto does not know',
    event: event('release', 'refs/tags/v1'),
    command: 'deploy',
    trigger: { command: 'deploy', commit: SHA, ...onMain, branchRef: '' },
  },
  {
    is: 'a command that is set, on an event that says nothing',
    event: event('repository_dispatch', '', {}),
    command: 'lint',
    trigger: { command: 'lint', commit: SHA, base: undefined, pullRequest: undefined, branchRef: '' },
  },
  {
    is: 'tests that are set, on an event that auto does not know',
    event: event('schedule', 'refs/heads/main'),
    command: 'test',
    trigger: { command: 'test', commit: SHA, ...onMain },
  },
  {
    is: 'the clock',
    event: event('schedule', 'refs/heads/main'),
    trigger: { command: 'drift', commit: SHA, ...onMain },
  },
  {
    is: 'a rollback that is set, on a push',
    event: event('push', 'refs/heads/main'),
    command: 'rollback',
    rollbackTo: 'v1.2',
    trigger: { command: 'rollback', commit: SHA, ...onMain },
  },
];

describe('readTrigger', () => {
  it.each(CASES)('understands $is', ({ event, command = 'auto', rollbackTo = '', trigger }) => {
    expect(readTrigger(event, command, rollbackTo)).toEqual(trigger);
  });

  it.each(['release', 'issue_comment', 'repository_dispatch', 'workflow_run', 'constructor', ''])(
    'names the choices on the event %j',
    (eventName) => {
      const attempt = (): Trigger => readTrigger(event(eventName, 'refs/heads/main'), 'auto', '');
      expect(attempt).toThrow(UserError);
      expect(attempt).toThrow(JSON.stringify(eventName));
      expect(attempt).toThrow(
        'set input command to lint, deploy, rollback, drift, verify, test, adopt or import',
      );
      for (const known of ['pull_request', 'pull_request_target', 'merge_group', 'push', 'workflow_dispatch'])
        expect(attempt).toThrow(known);
    },
  );

  it.each<[string, Record<string, unknown>]>([
    ['no repository', {}],
    ['a repository that is null', { repository: null }],
    ['a repository without a default branch', { repository: { full_name: 'owner/name' } }],
    ['a default branch that is no text', { repository: { default_branch: 7 } }],
    ['an empty default branch', { repository: { default_branch: '' } }],
  ])('does not guess on a push with %s', (_case, payload) => {
    const attempt = (): Trigger => readTrigger(event('push', 'refs/heads/main', payload), 'auto', '');
    expect(attempt).toThrow(UserError);
    expect(attempt).toThrow(/does not name the repository's default branch: set input command to/);
    expect(readTrigger(event('push', 'refs/heads/main', payload), 'lint', '').base).toBeUndefined();
  });

  it('does not go back to nowhere', () => {
    const attempt = (): Trigger => readTrigger(event('push', 'refs/heads/main'), 'rollback', '');
    expect(attempt).toThrow(UserError);
    expect(attempt).toThrow('command rollback needs input rollback-to: a commit SHA, a tag, or previous');
  });

  it.each<[string, Record<string, unknown>]>([
    ['null', { repository, pull_request: null }],
    ['a text', { repository, pull_request: 'seven' }],
    ['a number that is none', { repository, pull_request: { number: '7' } }],
    ['a half number', { repository, pull_request: { number: 7.5 } }],
    ['an issue of the same number', { repository, number: 7, issue: { number: 7 } }],
  ])('takes no pull request from %s', (_case, payload) => {
    const trigger = readTrigger(event('push', 'refs/heads/main', payload), 'auto', '');
    expect(trigger).toMatchObject({ pullRequest: undefined, commit: SHA, base: 'refs/heads/main' });
  });
});
