// One run of the action in this process: the real commands over real HTTP, from the session on. Time is the scene's clock, and
// a run can be killed: from then on nothing of it reaches a server, and nothing that a server says reaches it.
import type { CommandResult, OpenRecord, Session } from '../../src/commands/session.ts';
import { runDeploy } from '../../src/commands/deploy.ts';
import { finishUndo } from '../../src/commands/deploy/finish-undo.ts';
import { runRollback } from '../../src/commands/rollback.ts';
import { makeGate } from '../../src/cxone/gate.ts';
import { openTenant } from '../../src/cxone/tenant.ts';
import { openGitHub } from '../../src/github/github.ts';
import { type Agents, makeAgents } from '../../src/network/agents.ts';
import type { Clock, DeploymentRecord, GitHub, Log, OpenedTenant } from '../../src/ports.ts';
import { type Inputs, readInputs } from '../../src/request/inputs.ts';
import { isFinished, resumeJournal, startJournal } from '../../src/transaction/journal.ts';
import type { CommitName } from './estate.ts';
import type { Scene } from './scene.ts';
import { type Arrival, type Treatment, type Wire, openGitHubWire, openTenantWire } from './wire.ts';

/** What somebody at the wire may do to the run. */
export interface Levers {
  /** SIGKILL. */
  readonly kill: () => void;
  /** SIGINT. */
  readonly cancel: () => void;
}

export interface RunOrder {
  readonly command: 'deploy' | 'rollback';
  readonly commit: CommitName;
  readonly runId: number;
  readonly concurrency: number;
  /** Milliseconds of real time for one request to the tenant. */
  readonly requestTimeout: number;
  /** Inputs of the action beside those that it needs. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly meet?: (arrival: Arrival, levers: Levers) => Treatment;
  /** Makes the tenant port another one: only to prove that the checker sees what is wrong. */
  readonly doors?: (opened: OpenedTenant) => OpenedTenant;
}

/** How a run ended. */
export interface Ended {
  readonly kind: 'ended' | 'threw' | 'killed';
  readonly result?: CommandResult;
  readonly error?: unknown;
  readonly journal: readonly string[];
  readonly audit: readonly string[];
  readonly record: OpenRecord | undefined;
  readonly warnings: readonly string[];
}

interface Life {
  readonly isOver: () => boolean;
  readonly kill: () => void;
  readonly death: Promise<'killed'>;
  /** The same promise, but one that a dead run waits for in vain. */
  readonly mortal: <T>(work: Promise<T>) => Promise<T>;
}

function makeLife(): Life {
  let over = false;
  let end = (): void => {};
  const death = new Promise<'killed'>((resolve) => {
    end = () => resolve('killed');
  });
  const never = new Promise<never>(() => {});
  return {
    isOver: () => over,
    death,
    kill: () => {
      over = true;
      end();
    },
    mortal: async (work) => {
      try {
        const value = await work;
        return over ? await never : value;
      } catch (error) {
        if (over) await never;
        throw error;
      }
    },
  };
}

async function* mortalRecords(
  { mortal }: Life,
  records: AsyncIterable<DeploymentRecord>,
): AsyncIterable<DeploymentRecord> {
  const iterator = records[Symbol.asyncIterator]();
  for (;;) {
    const { done, value } = await mortal(iterator.next());
    if (done === true) return;
    yield { ...value, readStates: async () => mortal(value.readStates()) };
  }
}

function mortalGitHub(life: Life, github: GitHub): GitHub {
  const methods = Object.entries(github).map(([name, method]: [string, (...given: never[]) => unknown]) => {
    const guarded = async (...given: never[]): Promise<unknown> =>
      life.mortal((async () => method(...given))());
    return [name, guarded];
  });
  return {
    ...(Object.fromEntries(methods) as GitHub),
    listRecords: (...given) => mortalRecords(life, github.listRecords(...given)),
  };
}

interface Servers {
  readonly tenant: Wire;
  readonly github: Wire;
  readonly agents: Agents;
  readonly close: () => Promise<void>;
}

async function openServers(scene: Scene, meet: (arrival: Arrival) => Treatment): Promise<Servers> {
  const tenant = await openTenantWire(scene.service, meet);
  const github = await openGitHubWire(scene.stage, meet);
  scene.stage.world.url = github.url;
  const agents = makeAgents(16);
  const close = async (): Promise<void> => {
    await Promise.all([tenant.close(), github.close()]);
    agents.close();
  };
  return { tenant, github, agents, close };
}

function inputsFor({ concurrency, inputs }: RunOrder, { tenant }: Servers, scene: Scene): Inputs {
  const { shas } = scene.history;
  const [client] = scene.service.tenant.seed.clients;
  const given: Record<string, string> = {
    'tenant-url': tenant.url,
    'client-id': client?.clientId ?? '',
    'client-secret': client?.clientSecret ?? '',
    'github-token': 'workflow-token',
    'rollback-to': shas.first,
    concurrency: String(concurrency),
    ...inputs,
  };
  return readInputs((name) => given[name] ?? '');
}

interface Doors {
  readonly clock: Clock;
  readonly log: Log;
  readonly openGitHub: () => GitHub;
  readonly openTenant: (cancelled: AbortSignal) => OpenedTenant;
}

function runUrl(scene: Scene, runId: number): string {
  return `https://github.com/${scene.stage.world.fullName}/actions/runs/${runId}`;
}

function makeDoors(scene: Scene, order: RunOrder, servers: Servers, life: Life, log: Log): Doors {
  const { owner, name: repo } = scene.stage.world;
  const { agents } = servers;
  const clock = {
    ...scene.clock,
    sleep: async (ms: number, s?: AbortSignal) => life.mortal(scene.clock.sleep(ms, s)),
  };
  const inputs = inputsFor(order, servers, scene);
  const gate = makeGate(inputs.concurrency, inputs.requestsPerSecond);
  const tenantOptions = {
    url: servers.tenant.url,
    clientId: inputs.clientId,
    clientSecret: inputs.clientSecret,
    requestTimeout: order.requestTimeout,
    gate: {
      ...gate,
      pass: async <T>(request: () => Promise<T>, clock: Clock, signal?: AbortSignal): Promise<T> =>
        gate.pass(async () => life.mortal(request()), clock, signal),
    },
    agents,
    clock,
    log,
    random: () => 0.5,
    onSecret: () => {},
  };
  const githubOptions = {
    apiUrl: servers.github.url,
    token: inputs.githubToken,
    repository: { owner, repo },
    agents,
    log,
    second: 1,
  };
  return {
    clock,
    log,
    openGitHub: () => mortalGitHub(life, openGitHub(githubOptions, runUrl(scene, order.runId))),
    openTenant: (cancelled) => (order.doors ?? ((opened) => opened))(openTenant(tenantOptions, cancelled)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function setRun({ stage }: Scene, { runId, commit }: RunOrder, sha: string, isOver: boolean): void {
  const { runs } = stage.world.state;
  const index = runs.findIndex(({ id }) => id === runId);
  runs.splice(index < 0 ? runs.length : index, 1, {
    id: runId,
    status: isOver ? 'completed' : 'in_progress',
    conclusion: isOver ? 'failure' : null,
    event: 'push',
    headSha: sha,
    headBranch: 'main',
    workflow: commit,
    attempt: 1,
    actor: 'octo-ops',
  });
}

interface Remains {
  readonly journal: string[];
  readonly audit: string[];
  readonly warnings: string[];
  record: OpenRecord | undefined;
}

function makeSession(
  scene: Scene,
  order: RunOrder,
  servers: Servers,
  doors: Doors,
  remains: Remains,
  cancelled: AbortSignal,
): Session {
  const sha = scene.history.shas[order.commit];
  const encoder = new TextEncoder();
  const rules = Object.entries(scene.history.files[order.commit]).map(([path, text]) => ({
    path,
    bytes: encoder.encode(text),
  }));
  let uuids = 0;
  return {
    inputs: inputsFor(order, servers, scene),
    trigger: {
      command: order.command,
      commit: sha,
      base: undefined,
      pullRequest: undefined,
      branchRef: 'refs/heads/main',
    },
    run: {
      actor: 'octo-ops',
      runId: String(order.runId),
      runUrl: runUrl(scene, order.runId),
      repositoryUrl: `https://github.com/${scene.stage.world.fullName}`,
      repositoryName: scene.stage.world.fullName,
    },
    clock: doors.clock,
    log: doors.log,
    workspace: {
      readFiles: async () => ({
        rules: rules.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
        pathTests: [],
        problems: [],
      }),
      readConfigFile: async () => undefined,
    },
    writer: { listFolder: async () => [], writeFiles: async () => {} },
    readIdMap: async () => undefined,
    openGitHub: once(async () => doors.openGitHub()),
    openTenant: once(async () => doors.openTenant(cancelled)),
    openJournal: once(() => startJournal((line) => remains.journal.push(line))),
    readAuditLog: () => ({ place: 'audit.jsonl' }),
    auditPorts: {
      now: doors.clock.now,
      makeUuid: () => `00000000-0000-4000-8000-${String(++uuids).padStart(12, '0')}`,
      append: (line) => remains.audit.push(line),
    },
    rememberRecord: (record) => {
      remains.record = record;
    },
    forgetRecord: () => {
      remains.record = undefined;
    },
    cancelled,
  };
}

interface Staged {
  readonly life: Life;
  readonly servers: Servers;
  readonly doors: Doors;
  readonly remains: Remains;
  readonly cancel: AbortController;
}

async function stageRun(scene: Scene, order: RunOrder): Promise<Staged> {
  const life = makeLife();
  const cancel = new AbortController();
  const levers = { kill: life.kill, cancel: () => cancel.abort() };
  const meet = (arrival: Arrival): Treatment =>
    life.isOver() ? { kind: 'reset', when: 'before' } : (order.meet?.(arrival, levers) ?? 'serve');
  const servers = await openServers(scene, meet);
  const remains: Remains = { journal: [], audit: [], warnings: [], record: undefined };
  const log = {
    info: () => {},
    debug: () => {},
    warning: (text: string) => void remains.warnings.push(text),
  };
  return { life, servers, doors: makeDoors(scene, order, servers, life, log), remains, cancel };
}

/** Runs a command to its end, or to its death. */
export async function run(scene: Scene, order: RunOrder): Promise<Ended> {
  const { life, servers, doors, remains, cancel } = await stageRun(scene, order);
  const session = makeSession(scene, order, servers, doors, remains, cancel.signal);
  const sha = scene.history.shas[order.commit];
  setRun(scene, order, sha, false);
  const command = order.command === 'deploy' ? runDeploy(session) : runRollback(session);
  const work = command.then(
    (result) => ({ kind: 'ended' as const, result }),
    (error: unknown) => ({ kind: 'threw' as const, error }),
  );
  const end = await Promise.race([work, life.death]);
  await servers.close();
  setRun(scene, order, sha, true);
  return { ...(end === 'killed' ? { kind: 'killed' } : end), ...remains };
}

/** Runs the `post` step of a run, as the runner would after it. @returns what it says is left */
export async function runPost(scene: Scene, order: RunOrder, ended: Ended): Promise<readonly string[]> {
  const journal = resumeJournal(ended.journal.join(''), () => {});
  if (isFinished(journal, ended.record !== undefined)) return [];
  const { servers, doors, cancel } = await stageRun(scene, order);
  try {
    const { undoTenant } = doors.openTenant(cancel.signal);
    const finishing = { tenant: undoTenant, github: doors.openGitHub(), log: doors.log };
    return await finishUndo(journal, ended.record, 'production', finishing);
  } finally {
    await servers.close();
  }
}
