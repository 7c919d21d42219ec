// What a case plays in: a git history, GitHub and the tenant as the first, sealed deployment left them. All of it is in this
// process; each case gets copies of its own.
import { type GitRepository, createRepository } from '../stand-in/github-repository.ts';
import { faultBook } from '../stand-in/github/faults.ts';
import type { Stage } from '../stand-in/github/stage.ts';
import { workflowToken } from '../stand-in/github/tokens.ts';
import { type State, createWorld } from '../stand-in/github/world.ts';
import { loadGuard } from '../stand-in/github-guard.ts';
import type { Clock } from '../../src/ports.ts';
import { createTenant } from '../../src/simulator/create-tenant.ts';
import { readSeed } from '../../src/simulator/seed.ts';
import type { Service } from '../../src/simulator/serve-request.ts';
import type { Tenant } from '../../src/simulator/tenant.ts';
import { COMMITS, type CommitName, NOON, SEED } from './estate.ts';
import { makeTickClock } from './tick-clock.ts';

/** The git history, shared by all cases, and the ids of its commits. */
export interface History {
  readonly repository: GitRepository;
  readonly shas: Readonly<Record<CommitName, string>>;
  /** The rule files of each commit. */
  readonly files: Readonly<Record<CommitName, Readonly<Record<string, string>>>>;
}

export interface Scene {
  readonly history: History;
  readonly clock: Clock;
  readonly service: Service;
  readonly stage: Stage;
}

/** What the first deployment left, to begin a case with. */
export interface Beginning {
  readonly history: History;
  readonly at: number;
  readonly tenant: Tenant;
  readonly github: State;
}

function filesOf(name: CommitName): Record<string, string> {
  const rules = COMMITS[name].rules.map((rule) => [
    `rules/${rule.name.toLowerCase()}.json`,
    `${JSON.stringify(rule, null, 2)}\n`,
  ]);
  return Object.fromEntries(rules) as Record<string, string>;
}

/** Remembers the answers of a function: nothing in the history moves while the cases run. */
function remember<Words extends readonly unknown[], T>(
  ask: (...words: Words) => Promise<T>,
): (...words: Words) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return async (...words) => {
    const key = JSON.stringify(words);
    const answer = known.get(key) ?? ask(...words);
    known.set(key, answer);
    return answer;
  };
}

/** Makes the git history. Whoever does must remove its folder. */
export async function makeHistory(): Promise<History> {
  const repository = await createRepository();
  const names = Object.keys(COMMITS) as CommitName[];
  const shas: Partial<Record<CommitName, string>> = {};
  let before: Record<string, string> = {};
  for (const name of names) {
    const files = filesOf(name);
    const gone = Object.fromEntries(Object.keys(before).map((path) => [path, null]));
    shas[name] = await repository.commit({ ...gone, ...files }, `Change to ${name}`);
    before = files;
  }
  const { history, objects } = repository;
  return {
    repository: {
      ...repository,
      objects: {
        ...objects,
        tree: remember(async (tree: string, deep: boolean) => objects.tree(tree, deep)),
        log: remember(async (args: readonly string[]) => objects.log(args)),
      },
      branch: remember(async (name: string) => repository.branch(name)),
      history: {
        ...history,
        commitOf: remember(async (name: string) => history.commitOf(name)),
        ref: remember(async (name: string) => history.ref(name)),
        mergeBase: remember(async (one: string, other: string) => history.mergeBase(one, other)),
        between: remember(async (from: string, to: string) => history.between(from, to)),
        changes: remember(async (from: string | undefined, to: string) => history.changes(from, to)),
      },
    },
    shas: shas as Record<CommitName, string>,
    files: Object.fromEntries(names.map((name) => [name, filesOf(name)])) as History['files'],
  };
}

function makeScene(history: History, clock: Clock, tenant: Tenant, state: State | undefined): Scene {
  const service: Service = {
    tenant,
    faults: [],
    taken: [],
    rateLimit: undefined,
    latency: 0,
    controls: false,
    closing: new AbortController().signal,
  };
  const now = (): Date => new Date(clock.now());
  const stage: Stage = {
    world: createWorld({ repository: history.repository, now, ...(state === undefined ? {} : { state }) }),
    tokens: [workflowToken()],
    guard: loadGuard(),
    faults: faultBook(),
    rateLimit: 100_000,
    used: new Map(),
    recorded: [],
    violations: [],
    awaited: [],
  };
  return { history, clock, service, stage };
}

/** Milliseconds of the clock that one compilation takes: long enough to meet a busy engine. */
const COMPILE_TIME = 1000;

function settingsFor(clock: Clock): Tenant['settings'] {
  return { now: clock.now, tokenLifetime: 3600, compileTime: COMPILE_TIME };
}

/** The scene before anything was ever deployed. */
export function emptyScene(history: History): Scene {
  const clock = makeTickClock(NOON);
  return makeScene(history, clock, createTenant(readSeed(SEED), settingsFor(clock)), undefined);
}

/** Keeps what a scene has come to. */
export function keep({ history, clock, service, stage }: Scene): Beginning {
  const { settings: _settings, ...data } = service.tenant;
  const tenant = { ...structuredClone(data), requests: [], settings: settingsFor(clock) };
  return { history, at: clock.now(), tenant, github: structuredClone(stage.world.state) };
}

/** A scene of its own, an hour after the beginning. */
export function sceneFrom({ history, at, tenant, github }: Beginning): Scene {
  const clock = makeTickClock(at + 3_600_000);
  const { settings: _settings, ...data } = tenant;
  return makeScene(history, clock, { ...structuredClone(data), settings: settingsFor(clock) }, github);
}
