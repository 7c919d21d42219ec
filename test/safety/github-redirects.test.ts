// GitHub's token stays on GitHub's own origin: a redirect elsewhere is not followed, one within is, as for a repository that was renamed.
import type { ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort, json, startServer } from '../cxone/local-tenant.ts';
import { openGitHub } from '../../src/github/github.ts';
import { makeAgents } from '../../src/network/agents.ts';
import type { GitHub } from '../../src/ports.ts';

const TREE = { sha: 'a'.repeat(40), url: 'http://x', truncated: false, tree: [] };
const TOKEN = 'the-token-of-the-job';

function openAt(apiUrl: string): GitHub {
  const agents = makeAgents(2);
  onTestFinished(agents.close);
  const log = { info: () => {}, warning: () => {}, debug: () => {} };
  const repository = { owner: 'octo-org', repo: 'ivr-rules' };
  return openGitHub({ apiUrl, token: TOKEN, repository, agents, log, second: 1 }, '');
}

const redirect = (response: ServerResponse, status: number, location: string): void => {
  response.writeHead(status, { location }).end();
};
const STATUSES = [301, 302, 303, 307, 308];

describe('a redirect of a GET', () => {
  it.each(STATUSES)('(%i) on the same origin is followed, with the token', async (status) => {
    const server = await startServer(({ path }, response) => {
      if (path.startsWith('/repositories/')) json(response, 200, TREE);
      else redirect(response, status, `/repositories/1/git/trees/x?recursive=1`);
    });
    expect(await openAt(server.url).readTree('x')).toEqual([]);
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
      `token ${TOKEN}`,
      `token ${TOKEN}`,
    ]);
  });

  it.each(STATUSES)('(%i) to another port, host or protocol is not', async (status) => {
    const elsewhere = await startServer((_seen, response) => json(response, 200, TREE));
    const places = [
      `${elsewhere.url}/x`,
      `http://localhost:${elsewhere.port}/x`,
      `http://sub.localhost:${elsewhere.port}/x`,
      `//127.0.0.1:${elsewhere.port}/x`,
      'https://127.0.0.1/x',
      'ftp://127.0.0.1/x',
      'http://[',
    ];
    for (const place of places) {
      const server = await startServer((_seen, response) => redirect(response, status, place));
      await expect(openAt(server.url).readTree('x')).rejects.toThrow('a redirect is not followed');
      expect(server.seen).toHaveLength(1);
    }
    expect(elsewhere.seen).toEqual([]);
  });

  it('without an end is given up, and so is one to nowhere', async () => {
    const server = await startServer(({ path }, response) => redirect(response, 302, `${path}x`));
    await expect(openAt(server.url).readTree('x')).rejects.toThrow('3 were followed already');
    expect(server.seen).toHaveLength(4);
    const nowhere = await startServer((_seen, response) => void response.writeHead(302).end());
    await expect(openAt(nowhere.url).readTree('x')).rejects.toThrow('it names no place');
  });
});

describe('a redirect of a write', () => {
  const write = async (github: GitHub): Promise<void> =>
    github.setStatus('a'.repeat(40), 'cxone-ivr/production', 'success', 'text');

  it.each([307, 308])('(%i) is followed with its body on the same origin', async (status) => {
    const server = await startServer(({ path }, response) => {
      if (path === '/there') json(response, 201, { id: 1 });
      else redirect(response, status, '/there');
    });
    await write(openAt(server.url));
    expect(server.seen[1]).toMatchObject({ method: 'POST', body: server.seen[0]?.body });
  });

  it.each([301, 302, 303])(
    '(%i) is not: it would become a GET, and nothing would be written',
    async (status) => {
      const server = await startServer((_seen, response) => redirect(response, status, '/there'));
      await expect(write(openAt(server.url))).rejects.toThrow(`POST was answered with ${status}`);
      expect(server.seen).toHaveLength(1);
    },
  );

  it.each(STATUSES)('(%i) to another origin is not', async (status) => {
    const port = await freePort();
    const elsewhere = await startServer((_seen, response) => json(response, 201, {}), port);
    const server = await startServer((_seen, response) => redirect(response, status, `${elsewhere.url}/x`));
    await expect(write(openAt(server.url))).rejects.toThrow('the token goes nowhere but to');
    expect(elsewhere.seen).toEqual([]);
  });
});
