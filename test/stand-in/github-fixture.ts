// What the tests of the stand-in share: a repository of two commits, a running stand-in, and Octokit pointed at it.

import { Octokit } from '@octokit/rest';
import { afterEach, beforeEach } from 'vitest';
import { createRepository, type GitRepository } from './github-repository.ts';
import { type GitHub, type GitHubOptions, startGitHub } from './start-github.ts';

export interface Fixture {
  repository: GitRepository;
  github: GitHub;
  octokit: Octokit;
  /** Owner and repository, as every call of Octokit's takes them. */
  here: { owner: string; repo: string };
  first: string;
  second: string;
  /** Starts the stand-in anew with other options. */
  restart(options: Partial<GitHubOptions>): Promise<void>;
}

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** An Octokit that talks to the stand-in with a token, or without one. */
export function octokitFor(github: GitHub, auth: string | undefined = github.token): Octokit {
  return new Octokit({ baseUrl: github.url, log: quiet, ...(auth === '' ? {} : { auth }) });
}

/** Sets up a fixture before each test of a file and takes it down after it. */
export function useGitHub(): Fixture {
  const fixture = {} as Fixture;
  const start = async (options: Partial<GitHubOptions>): Promise<void> => {
    const github = await startGitHub({ repository: fixture.repository, ...options });
    const here = { owner: github.owner, repo: github.name };
    Object.assign(fixture, { github, here, octokit: octokitFor(github) });
  };
  beforeEach(async () => {
    const repository = await createRepository();
    const first = await repository.commit(
      { 'rules/a.json': '{"a":1}\n', 'README.md': 'Rules\n' },
      'First rules',
    );
    const second = await repository.commit({ 'rules/b.json': '{"b":1}\n' }, 'Second rule');
    const restart = async (options: Partial<GitHubOptions>): Promise<void> => {
      await fixture.github.close();
      await start(options);
    };
    Object.assign(fixture, { repository, first, second, restart });
    await start({});
  });
  afterEach(async () => {
    await fixture.github.close();
    await fixture.repository.remove();
  });
  return fixture;
}

interface Rejection {
  readonly status: number;
  readonly message: string;
  readonly response?: { readonly headers: Readonly<Record<string, string>>; readonly data: unknown };
}

/** How a request was rejected; status 0 where it was not. */
export async function rejection(request: Promise<unknown>): Promise<Rejection> {
  return request.then(
    () => ({ status: 0, message: 'not rejected' }),
    (error: Rejection) => error,
  );
}

/** The status that a rejected request had; 0 where it was not rejected. */
export async function statusOf(request: Promise<unknown>): Promise<number> {
  return (await rejection(request)).status;
}
