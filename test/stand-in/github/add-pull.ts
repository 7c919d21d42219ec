// Opens pull requests in the stand-in: GitHub's API could, but no operation of ours does.

import { nextNumber, type Pull, type PullSide, type World } from './world.ts';

export interface NewPull {
  readonly number?: number;
  readonly title?: string;
  readonly body?: string | null;
  readonly author?: string;
  readonly head: { readonly ref: string; readonly sha: string; readonly fullName?: string };
  /** Default: the tip of the default branch. */
  readonly base?: { readonly ref: string; readonly sha: string };
  /** The merge commit that GitHub has made of both sides, if it could. */
  readonly mergeSha?: string;
}

/** Opens a pull request in the name of anybody. */
export async function addPull(world: World, pull: NewPull): Promise<Pull> {
  const at = world.now();
  const side = (given: NewPull['head']): PullSide => ({ fullName: world.fullName, ...given });
  const opened: Pull = {
    id: world.nextId(),
    number: pull.number ?? nextNumber(world.state),
    title: pull.title ?? 'Change routing rules',
    body: pull.body ?? null,
    state: 'open',
    author: pull.author ?? 'octo-ops',
    head: side(pull.head),
    base: side(pull.base ?? (await defaultBase(world))),
    mergeSha: pull.mergeSha ?? null,
    mergedAt: null,
    createdAt: at,
    updatedAt: at,
  };
  world.state.pulls.push(opened);
  return opened;
}

async function defaultBase(world: World): Promise<{ ref: string; sha: string }> {
  const sha = await world.repository.branch(world.defaultBranch);
  if (sha === undefined) throw new Error(`no branch ${world.defaultBranch}`);
  return { ref: world.defaultBranch, sha };
}
