// Edge: an Octokit client for one repository, with GitHub's manners: retries, rate limits, spaced writes.
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import Bottleneck from 'bottleneck/light.js';
import type { RequestInit } from 'node-fetch';
import type { Agents } from '../network/agents.ts';
import type { Log } from '../ports.ts';
import { fetchWithin } from './fetch-within.ts';

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

export interface GitHubOptions {
  /** GITHUB_API_URL; GitHub Enterprise Server has its own. */
  readonly apiUrl: string;
  readonly token: string;
  readonly repository: Repository;
  readonly agents: Agents;
  readonly log: Log;
  /** Milliseconds of real time that a second of waiting between two attempts takes: 1,000, but in tests. */
  readonly second?: number;
}

/** A connection: the client and the repository that every request is about. */
export interface Connection {
  readonly octokit: Octokit;
  readonly repository: Repository;
  readonly log: Log;
}

/** Milliseconds for one request to GitHub. */
const REQUEST_TIMEOUT = 30_000;
/** Waits for a rate limit that are longer than this, in seconds, end the run instead. */
const LONGEST_WAIT = 120;
const MOST_REPEATS = 2;

const Client = Octokit.plugin(retry, throttling);

/** Connects to the REST API; no request is made. */
export function connectGitHub(options: GitHubOptions): Connection {
  const { log, agents } = options;
  const mayRepeat =
    (kind: string) => (retryAfter: number, request: object, _octokit: unknown, retryCount: number) => {
      const { method, url } = request as { method: string; url: string };
      log.warning(`GitHub's ${kind} was met on ${method} ${url}; it asks to wait ${retryAfter} s`);
      return retryCount < MOST_REPEATS && retryAfter <= LONGEST_WAIT;
    };
  // One write after the other, as GitHub asks; its wish for a second between them is for long series, and a run makes about ten.
  const serial = { maxConcurrent: 1 };
  const retryAfterBaseValue = options.second ?? 1000;
  const octokit = new Client({
    auth: options.token,
    baseUrl: options.apiUrl,
    userAgent: 'cxone-ivr-gitops',
    log: {
      debug: () => {},
      info: () => {},
      warn: (text: string) => log.debug(text),
      error: (text: string) => log.debug(text),
    },
    request: {
      fetch: (url: string, init: RequestInit) =>
        fetchWithin(url, { ...init, agent: agents.agentFor, signal: AbortSignal.timeout(REQUEST_TIMEOUT) }),
    },
    retry: { retryAfterBaseValue },
    throttle: {
      retryAfterBaseValue,
      write: new Bottleneck.Group(serial),
      notifications: new Bottleneck.Group(serial),
      onRateLimit: mayRepeat('rate limit'),
      onSecondaryRateLimit: mayRepeat('secondary rate limit'),
    },
  });
  return { octokit, repository: options.repository, log };
}
