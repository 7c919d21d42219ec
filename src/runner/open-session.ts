// Edge: puts a run's doors together. GitHub, the tenant and the embedded tenant are loaded when they are first asked for.
import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import type { Session } from '../commands/session.ts';
import type { TrustRequest } from '../commands/source/trust-api-config.ts';
import type { ApiConfig } from '../cxone/api-config.ts';
import type { OpenTenant } from '../cxone/tenant.ts';
import type { Credentials } from '../cxone/token-request.ts';
import { UserError } from '../errors.ts';
import type { Agents } from '../network/agents.ts';
import type { GitHub, Log } from '../ports.ts';
import type { Inputs } from '../request/inputs.ts';
import { type Trigger, baseOf } from '../request/trigger.ts';
import { startJournal } from '../transaction/journal.ts';
import { readFiles } from '../workspace/read-files.ts';
import { readIdMapFile } from '../workspace/read-id-map-file.ts';
import { findInputFile, readInputFile } from '../workspace/read-input-file.ts';
import { listFolder, writeFiles } from '../workspace/write-files.ts';
import type { Environment } from './environment.ts';
import { runnerLog } from './log.ts';
import type { ReportFiles } from './report-files.ts';
import { systemClock } from './system-clock.ts';

/** A session, and what must be closed after it. */
export interface OpenedSession {
  readonly session: Session;
  readonly close: () => Promise<void>;
}

/** The audit log's name in report-dir. */
export const AUDIT_LOG = 'audit.jsonl';
/** The folder of a run's files in RUNNER_TEMP. */
export const FOLDER = 'cxone-ivr-gitops';

interface Resources {
  readonly agents: () => Promise<Agents>;
  readonly onClose: (close: () => void | Promise<void>) => void;
}

interface Voice {
  readonly log: Log;
  readonly onSecret: (secret: string) => void;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

async function openGitHub(
  environment: Environment,
  inputs: Inputs,
  { agents }: Resources,
): Promise<GitHub | undefined> {
  const { repository, apiUrl, run } = environment;
  if (inputs.githubToken === '' || repository === undefined) return undefined;
  const module = await import('../github/github.ts');
  const options = { apiUrl, token: inputs.githubToken, repository, agents: await agents(), log: runnerLog };
  return module.openGitHub(options, run.runUrl);
}

/** Where the tenant is, and who we are there; undefined without credentials. The word `simulator` starts one. */
async function findTenant(
  inputs: Inputs,
  { onClose }: Resources,
): Promise<(Credentials & { readonly url: string }) | undefined> {
  if (inputs.tenantUrl !== 'simulator') {
    const { tenantUrl: url, clientId, clientSecret, accessKeyId, accessKeySecret } = inputs;
    return url === '' || clientId === '' || clientSecret === ''
      ? undefined
      : { url, clientId, clientSecret, accessKeyId, accessKeySecret };
  }
  const { startSimulator } = await import('../simulator/start-simulator.ts');
  const simulator = await startSimulator({ controls: false });
  onClose(async () => simulator.close());
  return { url: simulator.url, ...simulator.credentials };
}

/** Gives the API config; undefined without one. @throws UserError where it cannot be read, or must not be trusted */
type ReadApiConfig = () => Promise<ApiConfig | undefined>;

/** The API config of a folder that is the person's own. @param path relative to the folder, or empty */
export async function readOwnApiConfig(folder: string, path: string): Promise<ApiConfig | undefined> {
  if (path === '') return undefined;
  const { readApiConfig } = await import('../cxone/read-api-config.ts');
  return readApiConfig(readInputFile(folder, 'api-config', path));
}

/** The API config of a run's workspace, once it is sure that the credentials may go where it sends them. */
async function readApiConfigFile(
  { workspace, event }: Environment,
  { apiConfig, tenantUrl }: Inputs,
  openGitHub: TrustRequest['openGitHub'],
): Promise<ApiConfig | undefined> {
  if (apiConfig === '') return undefined;
  const [{ readApiConfig: read }, { trustApiConfig }] = await Promise.all([
    import('../cxone/read-api-config.ts'),
    import('../commands/source/trust-api-config.ts'),
  ]);
  const file = readInputFile(workspace, 'api-config', apiConfig);
  const api = read(file);
  const { eventName } = event;
  // The embedded tenant's credentials are no secret.
  if (tenantUrl !== '' && tenantUrl !== 'simulator')
    await trustApiConfig({ tenantUrl, file, api, eventName, base: baseOf(event), openGitHub, read });
  return api;
}

/** @throws UserError (`input`) where the grant needs an access key that no input gives */
function needAccessKey({ accessKeyId, accessKeySecret }: Credentials): void {
  const missing = Object.entries({ 'access-key-id': accessKeyId, 'access-key-secret': accessKeySecret })
    .filter(([, value]) => value === undefined || value === '')
    .map(([name]) => name);
  if (missing.length === 0) return;
  throw new UserError(
    'input',
    `grant password (in the file of input api-config) needs input ${missing.join(' and input ')}: set ${missing.length === 1 ? 'it' : 'them'} to the access key of the tenant's user`,
  );
}

/** Opens the tenant of some inputs; undefined without credentials. @param voice what it says, and which texts are secret */
export async function openTenant(
  readApi: ReadApiConfig,
  inputs: Inputs,
  resources: Resources,
  cancelled: AbortSignal,
  voice: Voice = { log: runnerLog, onSecret: core.setSecret },
): Promise<OpenTenant | undefined> {
  const api = await readApi();
  const place = await findTenant(inputs, resources);
  if (place === undefined) return undefined;
  if (api?.grant === 'password') needAccessKey(place);
  const [{ makeGate }, module] = await Promise.all([
    import('../cxone/gate.ts'),
    import('../cxone/tenant.ts'),
  ]);
  const options = {
    ...place,
    ...(api === undefined ? {} : { api }),
    requestTimeout: inputs.requestTimeout,
    gate: makeGate(inputs.concurrency, inputs.requestsPerSecond),
    agents: await resources.agents(),
    clock: systemClock,
    random: Math.random,
    ...voice,
  };
  return module.openTenant(options, cancelled);
}

/**
 * Opens the session of a run; no request is made yet.
 * @param files report-dir
 * @param journalFiles the folder of the journal, which outlives the process within its job
 */
export function openSession(
  environment: Environment,
  inputs: Inputs,
  trigger: Trigger,
  files: ReportFiles,
  journalFiles: ReportFiles,
  cancelled: AbortSignal,
): OpenedSession {
  const closers: (() => void | Promise<void>)[] = [];
  const onClose: Resources['onClose'] = (close) => closers.push(close);
  const agents = once(async () => {
    const { makeAgents } = await import('../network/agents.ts');
    const made = makeAgents(inputs.concurrency);
    onClose(made.close);
    return made;
  });
  const resources = { agents, onClose };
  const gitHub = once(async () => openGitHub(environment, inputs, resources));
  const session: Session = {
    inputs,
    trigger,
    run: environment.run,
    clock: systemClock,
    log: runnerLog,
    workspace: {
      readFiles: async (globs) => readFiles(environment.workspace, globs),
      readConfigFile: async (path) => findInputFile(environment.workspace, 'config', path),
    },
    writer: {
      listFolder: async (path) => listFolder(environment.workspace, path),
      writeFiles: async (written) => writeFiles(environment.workspace, written),
    },
    readIdMap: once(async () => readIdMapFile(environment.workspace, inputs.idMap)),
    openGitHub: gitHub,
    openTenant: once(async () => {
      const readApi = async () => readApiConfigFile(environment, inputs, gitHub);
      return openTenant(readApi, inputs, resources, cancelled);
    }),
    openJournal: () => {
      // Steps of one job share the folder, so each has a journal of its own.
      const name = `journal-${randomUUID()}.jsonl`;
      core.saveState('journal', name);
      return startJournal((line) => journalFiles.append(name, line));
    },
    auditPorts: {
      now: systemClock.now,
      makeUuid: randomUUID,
      append: (line) => files.append(AUDIT_LOG, line),
    },
    readAuditLog: () => {
      const bytes = files.read(AUDIT_LOG);
      const place = files.pathOf(AUDIT_LOG);
      return bytes === undefined ? { place } : { place, file: { path: AUDIT_LOG, bytes } };
    },
    rememberRecord: (record) => core.saveState('record', JSON.stringify(record)),
    forgetRecord: () => core.saveState('record', ''),
    cancelled,
  };
  const close = async (): Promise<void> => {
    for (const closer of closers.toReversed()) await closer();
  };
  return { session, close };
}

/** Has the runner mask the secrets among the inputs, whether they are secrets of the repository or not. */
export function maskSecrets({ clientSecret, accessKeySecret, githubToken }: Inputs): void {
  for (const secret of [clientSecret, accessKeySecret, githubToken])
    if (secret !== '') core.setSecret(secret);
}

/** Reads the input of a name as the runner passes it. */
export function readInput(name: string): string {
  return core.getInput(name);
}
