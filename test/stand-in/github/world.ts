// What the stand-in remembers, beside the git repository: comments, statuses, deployments, issues, pulls, runs.

import { instant } from '../git-objects.ts';
import type { GitRepository } from '../github-repository.ts';

export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly author: string;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
}

export type StatusState = 'error' | 'failure' | 'pending' | 'success';

export interface Status {
  readonly id: number;
  readonly sha: string;
  readonly state: StatusState;
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: string;
  readonly createdAt: string;
}

export type DeploymentState =
  | 'error'
  | 'failure'
  | 'inactive'
  | 'in_progress'
  | 'queued'
  | 'pending'
  | 'success';

export interface DeploymentStatus {
  readonly id: number;
  readonly state: DeploymentState;
  readonly description: string;
  readonly environment: string;
  readonly logUrl: string;
  readonly environmentUrl: string;
  readonly creator: string;
  readonly createdAt: string;
}

export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  environment: string;
  readonly originalEnvironment: string;
  readonly payload: Readonly<Record<string, unknown>> | string;
  readonly description: string | null;
  readonly transient: boolean;
  readonly production: boolean;
  readonly creator: string;
  readonly createdAt: string;
  updatedAt: string;
  /** Oldest first. */
  readonly statuses: DeploymentStatus[];
}

export interface Issue {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: string | null;
  labels: readonly string[];
  assignees: readonly string[];
  readonly author: string;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  closedBy: string | null;
}

export interface PullSide {
  readonly ref: string;
  readonly sha: string;
  /** `owner/name` of the repository that has the branch: another one for a pull request from a fork. */
  readonly fullName: string;
}

export interface Pull {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  readonly author: string;
  base: PullSide;
  head: PullSide;
  mergeSha: string | null;
  mergedAt: string | null;
  readonly createdAt: string;
  updatedAt: string;
}

export interface Run {
  readonly id: number;
  readonly status: 'queued' | 'in_progress' | 'completed' | 'waiting' | 'pending' | 'requested';
  readonly conclusion: string | null;
  readonly event: string;
  readonly headSha: string;
  readonly headBranch: string;
  readonly workflow: string;
  readonly attempt: number;
  readonly actor: string;
}

export interface State {
  readonly comments: Comment[];
  readonly statuses: Status[];
  readonly deployments: Deployment[];
  readonly issues: Issue[];
  readonly pulls: Pull[];
  readonly runs: Run[];
}

export interface World {
  readonly repository: GitRepository;
  readonly owner: string;
  readonly name: string;
  readonly fullName: string;
  readonly defaultBranch: string;
  readonly visibility: 'public' | 'private';
  readonly state: State;
  /** Recursive tree listings stop after this many entries and say `truncated: true`. */
  treeLimit: number;
  /** Where the stand-in listens; empty until it does. */
  url: string;
  /** The next id of anything. */
  nextId(): number;
  /** The present instant as GitHub writes it. */
  now(): string;
}

export interface WorldOptions {
  readonly repository: GitRepository;
  readonly owner?: string;
  readonly name?: string;
  readonly defaultBranch?: string;
  readonly visibility?: 'public' | 'private';
  readonly treeLimit?: number;
  readonly now?: () => Date;
  /** What has happened already; it is copied. */
  readonly state?: State;
}

const NOTHING: State = { comments: [], statuses: [], deployments: [], issues: [], pulls: [], runs: [] };

/** The largest id in a state, or 1000. */
function largestId({ statuses, deployments }: State): number {
  const records = deployments.flatMap(({ id, statuses }) => [id, ...statuses.map((status) => status.id)]);
  return Math.max(1000, ...statuses.map(({ id }) => id), ...records);
}

/** A repository on GitHub where nothing has happened yet, but for what the options say. */
export function createWorld(options: WorldOptions): World {
  const owner = options.owner ?? 'octo-org';
  const name = options.name ?? 'ivr-rules';
  const now = options.now ?? (() => new Date());
  const state = structuredClone(options.state ?? NOTHING);
  let id = largestId(state);
  return {
    repository: options.repository,
    owner,
    name,
    fullName: `${owner}/${name}`,
    defaultBranch: options.defaultBranch ?? options.repository.defaultBranch,
    visibility: options.visibility ?? 'private',
    state,
    treeLimit: options.treeLimit ?? 100_000,
    url: '',
    nextId: () => (id += 1),
    now: () => instant(now()),
  };
}

/** The number that the next issue or pull request gets. */
export function nextNumber(state: State): number {
  return 1 + Math.max(0, ...state.issues.map((i) => i.number), ...state.pulls.map((p) => p.number));
}

/** Whether a number is a pull request's. */
export function isPull(state: State, number: number): boolean {
  return state.pulls.some((pull) => pull.number === number);
}
