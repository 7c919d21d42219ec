// What a test can see of the running stand-in and do to it, beside the API itself.

import type { GitRepository } from '../github-repository.ts';
import { addPull, type NewPull } from './add-pull.ts';
import type { FaultOrder } from './faults.ts';
import { addComment } from './routes-comments.ts';
import { addIssue } from './routes-issues.ts';
import type { Recorded, Stage } from './stage.ts';
import type { Token } from './tokens.ts';
import type { Comment, Deployment, Issue, Pull, Run, State, Status } from './world.ts';

export interface GitHub {
  /** The API's address, without a slash at the end: what GITHUB_API_URL takes. */
  readonly url: string;
  /** The workflow's token. */
  readonly token: string;
  readonly tokens: readonly Token[];
  readonly owner: string;
  readonly name: string;
  readonly fullName: string;
  readonly defaultBranch: string;
  readonly repository: GitRepository;
  /** Every request so far, in the order of arrival. */
  requests(): readonly Recorded[];
  /** Every request or reply that GitHub's own description forbids; a test wants none. */
  violations(): readonly string[];
  /** The same, and forgets them: for tests that want some. */
  takeViolations(): readonly string[];
  /** The comments, oldest first; of one issue or pull request where its number is given. */
  comments(number?: number): readonly Comment[];
  /** The commit statuses, newest first; of one commit where it is given. */
  statuses(sha?: string): readonly Status[];
  /** The deployments, newest first, each with its statuses, oldest first. */
  deployments(): readonly Deployment[];
  /** A copy of all that is remembered. */
  state(): State;
  orderFault(order: FaultOrder): void;
  /** Settles when the nth matching request from now on arrives, before it takes effect. */
  whenRequested(method: string, path: string, nth?: number): Promise<void>;
  openPull(pull: NewPull): Promise<Pull>;
  /** Changes what is remembered of a pull request, as a push or a merge would. */
  changePull(
    number: number,
    change: Partial<Pick<Pull, 'head' | 'base' | 'state' | 'mergeSha' | 'mergedAt'>>,
  ): void;
  openIssue(issue: { title: string; body?: string; labels?: readonly string[]; author?: string }): Issue;
  addComment(number: number, comment: { author: string; body: string }): Comment;
  /** Says how a workflow run stands; a run that was never told of is not found. */
  setRun(id: number, run?: Partial<Omit<Run, 'id'>>): void;
  /** Recursive tree listings longer than this are cut and say `truncated: true`; 0 cuts every one. */
  setTreeLimit(entries: number): void;
  /** @throws Error where a request or reply was forbidden, so that no test can forget to look */
  close(): Promise<void>;
}

type Views = Pick<
  GitHub,
  | 'url'
  | 'tokens'
  | 'owner'
  | 'name'
  | 'fullName'
  | 'defaultBranch'
  | 'repository'
  | 'requests'
  | 'violations'
  | 'comments'
  | 'statuses'
  | 'deployments'
  | 'state'
>;

/** What a test can see. */
export function views({ world, tokens, recorded, violations }: Stage): Views {
  const { url, owner, name, fullName, defaultBranch, repository } = world;
  const state = (): State => structuredClone(world.state);
  return {
    url,
    tokens,
    owner,
    name,
    fullName,
    defaultBranch,
    repository,
    state,
    requests: () => [...recorded],
    violations: () => [...violations],
    comments: (number) => state().comments.filter((c) => number === undefined || c.issue === number),
    statuses: (sha) =>
      state()
        .statuses.filter((status) => sha === undefined || status.sha === sha)
        .toReversed(),
    deployments: () => state().deployments.toReversed(),
  };
}

type Controls = Pick<
  GitHub,
  | 'orderFault'
  | 'whenRequested'
  | 'openPull'
  | 'changePull'
  | 'openIssue'
  | 'addComment'
  | 'setRun'
  | 'setTreeLimit'
  | 'takeViolations'
>;

/** What a test can do. */
export function controls({ world, faults, awaited, violations }: Stage): Controls {
  return {
    orderFault: faults.order,
    whenRequested: (method, path, nth = 1) =>
      new Promise((resolve) => {
        awaited.push({ method, path, left: nth, resolve });
      }),
    openPull: (pull) => addPull(world, pull),
    changePull: (number, change) => {
      const pull = world.state.pulls.find((pull) => pull.number === number);
      if (pull === undefined) throw new Error(`no pull request ${number}`);
      Object.assign(pull, change, { updatedAt: world.now() });
    },
    openIssue: ({ title, body, labels, author }) =>
      addIssue(world, author ?? 'octo-ops', {
        title,
        body: body ?? null,
        labels: labels ?? [],
        assignees: [],
      }),
    addComment: (number, { author, body }) => addComment(world, number, author, body),
    takeViolations: () => violations.splice(0),
    setRun: (id, run) => setRun(world.state.runs, id, run ?? {}),
    setTreeLimit: (entries) => {
      world.treeLimit = entries;
    },
  };
}

function setRun(runs: Run[], id: number, change: Partial<Omit<Run, 'id'>>): void {
  const index = runs.findIndex((run) => run.id === id);
  const before: Run = runs[index] ?? {
    id,
    status: 'in_progress',
    conclusion: null,
    event: 'push',
    headSha: '0'.repeat(40),
    headBranch: 'main',
    workflow: 'IVR rules',
    attempt: 1,
    actor: 'octo-ops',
  };
  runs.splice(index < 0 ? runs.length : index, 1, { ...before, ...change });
}
