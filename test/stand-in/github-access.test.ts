// Who may do what in the stand-in, which faults a test can order, and what GitHub's description lets through.

import { describe, expect, it } from 'vitest';
import { routes } from './github/routes.ts';
import { octokitFor, rejection, statusOf, useGitHub } from './github-fixture.ts';
import { createGuard, loadGuard } from './github-guard.ts';
import { type PermissionMap, startGitHub } from './start-github.ts';

const on = useGitHub();
const REPOSITORY = '/repos/{owner}/{repo}';

describe('tokens', () => {
  it('a workflow token is no user, one of a user is', async () => {
    const refused = await rejection(on.octokit.users.getAuthenticated());
    expect([refused.status, refused.message]).toEqual([
      403,
      expect.stringContaining('Resource not accessible by integration'),
    ]);
    const token = {
      name: 'ops',
      value: 'ops-token',
      kind: 'personal',
      login: 'octo-ops',
      permissions: {},
    } as const;
    await on.restart({ tokens: [token] });
    const { data } = await octokitFor(on.github, 'ops-token').users.getAuthenticated();
    expect([data.login, data.type]).toEqual(['octo-ops', 'User']);
    expect(on.github.requests().map((request) => request.token)).toEqual(['ops']);
    expect(on.github.violations()).toEqual([]);
  });

  it('a private repository is not there without a token, and a wrong one is told so', async () => {
    expect(await statusOf(octokitFor(on.github, '').repos.get(on.here))).toBe(404);
    expect(await statusOf(octokitFor(on.github, 'wrong').repos.get(on.here))).toBe(401);
    expect(await statusOf(on.octokit.repos.get({ ...on.here, repo: 'other' }))).toBe(404);
    await on.restart({ visibility: 'public', permissions: {} });
    expect(await statusOf(octokitFor(on.github, '').repos.get(on.here))).toBe(0);
    const issue = { ...on.here, title: 'x' };
    expect(await statusOf(octokitFor(on.github, '').issues.create(issue))).toBe(401);
    expect(await statusOf(on.octokit.issues.create(issue))).toBe(403);
  });

  const writes: [string, PermissionMap, () => Promise<unknown>][] = [
    [
      'statuses',
      { statuses: 'read' },
      () => on.octokit.repos.createCommitStatus({ ...on.here, sha: on.second, state: 'success' }),
    ],
    [
      'deployments',
      { deployments: 'read' },
      () => on.octokit.repos.createDeployment({ ...on.here, ref: 'main', required_contexts: [] }),
    ],
    ['issues', { 'pull-requests': 'write' }, () => on.octokit.issues.create({ ...on.here, title: 'x' })],
    [
      'contents',
      { contents: 'read' },
      () => on.octokit.git.createRef({ ...on.here, ref: 'refs/heads/x', sha: on.second }),
    ],
    [
      'pull_requests',
      { issues: 'write' },
      async () => {
        const { number } = await on.github.openPull({ head: { ref: 'topic', sha: on.second } });
        return on.octokit.issues.createComment({ ...on.here, issue_number: number, body: 'x' });
      },
    ],
  ];

  it.each(writes)('need the permission %s', async (name, permissions, request) => {
    await on.restart({ permissions });
    const refused = await rejection(request());
    expect(refused.status).toBe(403);
    expect(refused.response?.data).toMatchObject({
      message: 'Resource not accessible by integration',
      status: '403',
    });
    expect(refused.response?.headers['x-accepted-github-permissions']).toContain(`${name}=write`);
    await on.restart({ permissions: { [name.replace('_', '-')]: 'write' } });
    expect(await statusOf(request())).toBe(0);
    expect(on.github.violations()).toEqual([]);
  });

  it.each([
    ['contents', () => on.octokit.git.getTree({ ...on.here, tree_sha: 'main' })],
    ['statuses', () => on.octokit.repos.listCommitStatusesForRef({ ...on.here, ref: 'main' })],
    ['deployments', () => on.octokit.repos.listDeployments(on.here)],
    ['issues', () => on.octokit.issues.listForRepo(on.here)],
    ['actions', () => on.octokit.actions.getWorkflowRun({ ...on.here, run_id: 1001 })],
  ])('read with the permission %s only', async (name, request) => {
    await on.restart({ permissions: {} });
    on.github.setRun(1001);
    expect(await statusOf(request())).toBe(403);
    await on.restart({ permissions: { [name]: 'read' } });
    on.github.setRun(1001);
    expect(await statusOf(request())).toBe(0);
  });

  it('have so many requests in an hour', async () => {
    await on.restart({ rateLimit: 2 });
    const { headers } = await on.octokit.repos.get(on.here);
    expect([headers['x-ratelimit-limit'], headers['x-ratelimit-remaining']]).toEqual(['2', '1']);
    await on.octokit.repos.get(on.here);
    const refused = await rejection(on.octokit.repos.get(on.here));
    expect([refused.status, refused.response?.headers['x-ratelimit-remaining']]).toEqual([403, '0']);
  });
});

describe('faults', () => {
  const status = () => ({ ...on.here, sha: on.second, state: 'success' as const });
  const path = `${REPOSITORY}/statuses/{sha}`;

  it('meet the nth request of a kind, and no other', async () => {
    on.github.orderFault({ method: 'POST', path, nth: 2, times: 2, fault: { kind: 'status', status: 502 } });
    const codes = [];
    for (let i = 0; i < 4; i += 1) {
      await on.octokit.repos.get(on.here);
      codes.push(await statusOf(on.octokit.repos.createCommitStatus(status())));
    }
    expect(codes).toEqual([0, 502, 502, 0]);
    expect(on.github.statuses()).toHaveLength(2);
  });

  it('lose the answer after the request took effect', async () => {
    on.github.orderFault({ method: 'POST', path, when: 'after', fault: { kind: 'reset' } });
    const refused = await rejection(on.octokit.repos.createCommitStatus(status()));
    expect(refused.status).toBe(500);
    expect(on.github.statuses()).toHaveLength(1);
    expect(on.github.requests().at(-1)).toMatchObject({ method: 'POST', template: path, status: 0 });
  });

  it('cut the connection before it', async () => {
    on.github.orderFault({ method: 'POST', path, fault: { kind: 'reset' } });
    await rejection(on.octokit.repos.createCommitStatus(status()));
    expect(on.github.statuses()).toEqual([]);
  });

  it('never answer', async () => {
    on.github.orderFault({ method: 'GET', path: REPOSITORY, fault: { kind: 'timeout' } });
    const arrived = on.github.whenRequested('GET', REPOSITORY);
    const stop = new AbortController();
    const request = on.octokit.repos.get({ ...on.here, request: { signal: stop.signal } });
    await arrived;
    stop.abort();
    expect(await statusOf(request)).toBe(500);
    expect(on.github.requests().at(-1)?.status).toBe(0);
  });

  it('wait for a promise and go on', async () => {
    let go = (): void => {};
    const until = new Promise<void>((resolve) => {
      go = resolve;
    });
    on.github.orderFault({ method: 'POST', path, fault: { kind: 'wait', until } });
    const arrived = on.github.whenRequested('POST', path);
    const request = on.octokit.repos.createCommitStatus(status());
    await arrived;
    expect(on.github.statuses()).toEqual([]);
    go();
    expect((await request).status).toBe(201);
  });

  it.each([
    ['rate-limit', { 'x-ratelimit-remaining': '0', 'retry-after': '3' }],
    ['secondary-rate-limit', { 'retry-after': '3' }],
  ] as const)('answer as the %s does', async (kind, headers) => {
    on.github.orderFault({ method: 'GET', path: REPOSITORY, fault: { kind, retryAfter: 3 } });
    const refused = await rejection(on.octokit.repos.get(on.here));
    expect(refused.status).toBe(403);
    expect(refused.response?.headers).toMatchObject(headers);
  });
});

describe('the guard', () => {
  const send = (route: string, options: Record<string, unknown> = {}) =>
    rejection(on.octokit.request(route, { ...on.here, ...options }));

  it.each<[string, string, Record<string, unknown>, string]>([
    ['an unknown route', 'GET /repos/{owner}/{repo}/nonsense', {}, 'no such operation'],
    ['a path of another API', 'POST /graphql', { query: '{ viewer { login } }' }, 'no such operation'],
    ['an unknown query name', `GET ${REPOSITORY}/deployments`, { enviroment: 'x' }, 'enviroment'],
    ['a query of the wrong type', `GET ${REPOSITORY}/deployments`, { per_page: 'many' }, 'per_page'],
    ['a path parameter of the wrong type', `GET ${REPOSITORY}/pulls/one`, {}, 'pull_number'],
    ['a missing body', `POST ${REPOSITORY}/deployments`, {}, 'a body is missing'],
    ['a missing field', `POST ${REPOSITORY}/deployments`, { task: 'x' }, 'ref'],
    [
      'an unknown body name',
      `POST ${REPOSITORY}/deployments`,
      { ref: 'main', automerge: false },
      'automerge',
    ],
    [
      'a body value of the wrong type',
      `POST ${REPOSITORY}/deployments`,
      { ref: 'main', auto_merge: 'no' },
      'auto_merge',
    ],
    [
      'a state that is none',
      `POST ${REPOSITORY}/deployments/1/statuses`,
      { state: 'done' },
      'allowed values',
    ],
    [
      'an unknown name deep in a body',
      `POST ${REPOSITORY}/git/trees`,
      { tree: [{ path: 'a', mode: '100644', kind: 'blob', content: '' }] },
      'kind',
    ],
    [
      'a mode that is none',
      `POST ${REPOSITORY}/git/trees`,
      { tree: [{ path: 'a', mode: '100600' }] },
      'mode',
    ],
    [
      'a body where none is due',
      `DELETE ${REPOSITORY}/issues/comments/1`,
      { data: { x: 1 } },
      'a body is sent',
    ],
  ])('answers 500 to %s and remembers it', async (_name, route, options, words) => {
    const refused = await send(route, options);
    expect([refused.status, refused.message]).toEqual([500, expect.stringContaining(words)]);
    expect(on.github.takeViolations()).toEqual([expect.stringContaining(words)]);
  });

  it.each([{ kind: 'status', status: 503 }, { kind: 'reset' }] as const)(
    'looks at a request also where a fault lies on it: $kind',
    async (fault) => {
      const order = { method: 'GET', path: `${REPOSITORY}/deployments`, fault };
      on.github.orderFault(order);
      await send(`GET ${REPOSITORY}/deployments`, { enviroment: 'x' });
      expect(on.github.takeViolations()).toEqual([expect.stringContaining('enviroment')]);
    },
  );

  it('looks at the reply that a fault gives', async () => {
    const fault = { kind: 'status', status: 200 } as const;
    on.github.orderFault({ method: 'GET', path: `${REPOSITORY}/deployments`, fault });
    await send(`GET ${REPOSITORY}/deployments`);
    expect(on.github.takeViolations()).toEqual([expect.stringContaining('must be array')]);
  });

  it('knows a reply that lacks, adds or twists something', () => {
    const guard = loadGuard();
    const url = 'https://api.github.com/repos/octo-org/ivr-rules/git/blobs/1';
    const blob = { sha: '1', url, node_id: 'n', size: 1, content: '', encoding: 'base64' };
    const check = (body: unknown, status = 200) =>
      guard.response('GET', `${REPOSITORY}/git/blobs/{file_sha}`, status, body);
    expect(check(blob)).toEqual([]);
    expect(check({ ...blob, size: null })).toEqual([]);
    expect(check({ ...blob, size: 'one' })).toHaveLength(1);
    expect(check({ ...blob, sise: 1 })).toHaveLength(1);
    expect(check({ ...blob, url: 'not an address' })).toHaveLength(1);
    expect(check({ sha: '1' }).length).toBeGreaterThan(3);
    expect(check(blob, 201)).toEqual(['status 201 is not described']);
    expect(check({ message: 7 }, 404)).toHaveLength(1);
    expect(check({ message: 'anything' }, 502)).toEqual([]);
  });

  it('stops a reply of the stand-in itself that does not fit', async () => {
    on.github.setRun(5, { attempt: 1.5 });
    expect(await statusOf(on.octokit.actions.getWorkflowRun({ ...on.here, run_id: 5 }))).toBe(500);
    expect(on.github.takeViolations()).toEqual([expect.stringContaining('/run_attempt must be integer')]);
  });

  it('lets no test end well that forgot to look', async () => {
    const other = await startGitHub({ repository: on.repository });
    await fetch(`${other.url}/nonsense`);
    await expect(other.close()).rejects.toThrow('no such operation');
  });

  it('takes null where an enum may be null', () => {
    const schema = { type: 'object', properties: { a: { type: 'string', nullable: true, enum: ['x'] } } };
    const content = { 'application/json': { schema } };
    const guard = createGuard({
      paths: { '/a': { get: { responses: { 200: { content } } } } },
      components: {},
    });
    expect(guard.response('GET', '/a', 200, { a: null })).toEqual([]);
    expect(guard.response('GET', '/a', 200, { a: 'y' })).toHaveLength(1);
  });

  it('describes exactly the operations that the stand-in answers', () => {
    const answered = routes.map(({ method, path }) => `${method} ${path}`);
    expect(answered.toSorted()).toEqual([...loadGuard().operations()].sort());
  });
});
