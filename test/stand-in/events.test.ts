// The event payloads that the end-to-end tests send.

import { describe, expect, it } from 'vitest';
import {
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
  workflowDispatchEvent,
} from './events.ts';

const sha = (digit: string): string => digit.repeat(40);
const fullName = 'octo-org/ivr-rules';
const repository = {
  full_name: fullName,
  name: 'ivr-rules',
  default_branch: 'main',
  owner: { login: 'octo-org' },
};

describe('events', () => {
  it('name the repository and nothing of the one they were copied from', () => {
    const events = [
      pullRequestEvent({
        fullName,
        number: 3,
        head: { ref: 'topic', sha: sha('a') },
        base: { sha: sha('b') },
        mergeSha: sha('c'),
      }),
      pushEvent({ fullName, after: sha('a') }),
      workflowDispatchEvent({ fullName, sha: sha('a') }),
      scheduleEvent({ fullName, sha: sha('a') }),
      mergeGroupEvent({ fullName, headSha: sha('a'), baseSha: sha('b') }),
    ];
    for (const { eventName, payload } of events) {
      expect(payload, eventName).toMatchObject({ repository, sender: { login: 'octo-ops' } });
      expect(/Hello-World|octo-repo/.exec(JSON.stringify(payload)), eventName).toBeNull();
    }
  });

  it('a pull request has its two sides and the merge commit', () => {
    const given = {
      fullName,
      number: 3,
      head: { ref: 'topic', sha: sha('a') },
      base: { sha: sha('b') },
      mergeSha: sha('c'),
    };
    const event = pullRequestEvent(given);
    expect(event).toMatchObject({ eventName: 'pull_request', ref: 'refs/pull/3/merge', sha: sha('c') });
    expect(event.payload).toMatchObject({
      action: 'synchronize',
      number: 3,
      after: sha('a'),
      pull_request: {
        number: 3,
        merge_commit_sha: sha('c'),
        head: { sha: sha('a'), ref: 'topic', repo: { full_name: fullName } },
        base: { sha: sha('b'), ref: 'main', repo: { full_name: fullName, default_branch: 'main' } },
        url: 'https://api.github.com/repos/octo-org/ivr-rules/pulls/3',
        statuses_url: `https://api.github.com/repos/octo-org/ivr-rules/statuses/${sha('a')}`,
      },
    });
    expect(pullRequestEvent({ ...given, target: true })).toMatchObject({
      eventName: 'pull_request_target',
      ref: 'refs/heads/main',
      sha: sha('b'),
    });
  });

  it('a pull request from a fork has another repository as its head', () => {
    const { payload } = pullRequestEvent({
      fullName,
      number: 3,
      action: 'opened',
      head: { ref: 'topic', sha: sha('a'), fullName: 'octo-guest/ivr-rules' },
      base: { sha: sha('b') },
      mergeSha: sha('c'),
    });
    expect(payload['pull_request']).toMatchObject({
      head: {
        label: 'octo-guest:topic',
        repo: { full_name: 'octo-guest/ivr-rules', fork: true, owner: { login: 'octo-guest' } },
      },
      base: { repo: { full_name: fullName } },
    });
  });

  it('a push names no files, and zeros before a new branch', () => {
    const { payload } = pushEvent({ fullName, after: sha('a'), ref: 'refs/heads/new' });
    expect(payload).toMatchObject({
      before: sha('0'),
      created: true,
      forced: false,
      head_commit: { id: sha('a') },
    });
    expect(JSON.stringify(payload)).not.toMatch(/"(added|removed|modified)"/);
    expect(pushEvent({ fullName, after: sha('a'), before: sha('b'), forced: true }).payload).toMatchObject({
      before: sha('b'),
      created: false,
      forced: true,
    });
  });

  it('the others say what they are for', () => {
    const inputs = { 'rollback-to': 'previous' };
    expect(workflowDispatchEvent({ fullName, sha: sha('a'), inputs }).payload).toMatchObject({ inputs });
    const { payload } = scheduleEvent({ fullName, sha: sha('a'), schedule: '0 6 * * *' });
    expect(payload).toMatchObject({ schedule: '0 6 * * *' });
    expect(Object.keys(payload)).not.toContain('inputs');
    const group = mergeGroupEvent({ fullName, headSha: sha('a'), baseSha: sha('b'), number: 4 });
    expect(group.ref).toBe(`refs/heads/gh-readonly-queue/main/pr-4-${sha('b')}`);
    expect(group.payload['merge_group']).toMatchObject({ head_sha: sha('a'), base_sha: sha('b') });
  });
});
