// How GitHub is treated where it asks for patience, and what it says of a commit that is not there.
import { expect, it, onTestFinished } from 'vitest';
import { openGitHub } from '../../src/github/github.ts';
import { makeAgents } from '../../src/network/agents.ts';
import { useGitHub } from '../stand-in/github-fixture.ts';

const COMMIT = '/repos/{owner}/{repo}/commits/{ref}';
const fixture = useGitHub();

function open() {
  const { github, here: repository } = fixture;
  const warnings: string[] = [];
  const agents = makeAgents(1);
  onTestFinished(agents.close);
  const log = { info: () => {}, debug: () => {}, warning: (text: string) => warnings.push(text) };
  const options = { apiUrl: github.url, token: github.token, repository, agents, log, second: 1 };
  return { github: openGitHub(options, ''), warnings };
}

const asked = () => fixture.github.requests().filter(({ template }) => template === COMMIT).length;

it.each([
  ['rate-limit', /^GitHub's rate limit was met on GET .*; it asks to wait 6\d s$/],
  ['secondary-rate-limit', /^GitHub's secondary rate limit was met on GET .*; it asks to wait 60 s$/],
] as const)('a %s that is soon over is waited for, with a warning', async (kind, warning) => {
  const { github, warnings } = open();
  fixture.github.orderFault({ method: 'GET', path: COMMIT, times: 2, fault: { kind, retryAfter: 60 } });
  expect(await github.resolveCommit('main')).toBe(fixture.second);
  expect(asked()).toBe(3);
  expect(warnings).toEqual([expect.stringMatching(warning), expect.stringMatching(warning)]);
});

it.each([
  ['is over late', 3600, 1],
  ['does not end', 60, 3],
])('a rate limit that %s ends the run, and says so', async (_name, retryAfter, requests) => {
  const { github } = open();
  const fault = { kind: 'rate-limit', retryAfter } as const;
  fixture.github.orderFault({ method: 'GET', path: COMMIT, times: 9, fault });
  await expect(github.resolveCommit('main')).rejects.toMatchObject({
    reason: 'tenant',
    message: expect.stringContaining('API rate limit exceeded'),
  });
  expect(asked()).toBe(requests);
});

it.each([404, 422])('a commit that is not there has no statuses (%i)', async (status) => {
  const { github } = open();
  const path = '/repos/{owner}/{repo}/commits/{ref}/statuses';
  fixture.github.orderFault({ method: 'GET', path, fault: { kind: 'status', status } });
  expect(await github.readStatuses(fixture.first)).toEqual([]);
});
