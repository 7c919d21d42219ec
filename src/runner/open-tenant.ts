// Edge: from the inputs to the tenant that they name. What speaks to it, and the embedded one, are loaded when they are needed.
import * as core from '@actions/core';
import type { TrustRequest } from '../commands/source/trust-api-config.ts';
import type { ApiConfig } from '../cxone/api-config.ts';
import type { Credentials } from '../cxone/token-request.ts';
import { UserError } from '../errors.ts';
import type { Agents } from '../network/agents.ts';
import type { Log, OpenedTenant } from '../ports.ts';
import type { Inputs } from '../request/inputs.ts';
import { baseOf } from '../request/trigger.ts';
import { readInputFile } from '../workspace/read-input-file.ts';
import type { Environment } from './environment.ts';
import { runnerLog } from './log.ts';
import { systemClock } from './system-clock.ts';

/** What is shared by all that a run opens. */
export interface Resources {
  readonly agents: () => Promise<Agents>;
  readonly onClose: (close: () => void | Promise<void>) => void;
}

interface Voice {
  readonly log: Log;
  readonly onSecret: (secret: string) => void;
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

/** The API config of a folder that is the person's own. @param path relative to the folder, or empty */
export async function readOwnApiConfig(folder: string, path: string): Promise<ApiConfig | undefined> {
  if (path === '') return undefined;
  const { readApiConfig } = await import('../cxone/read-api-config.ts');
  return readApiConfig(readInputFile(folder, 'api-config', path));
}

/** The API config of a run's workspace, once it is sure that the credentials may go where it sends them. */
export async function readTrustedApiConfig(
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

/** Opens the tenant of some inputs; undefined without credentials. @param api where it differs from the contract @param voice what it says, and which texts are secret */
export async function openTenant(
  api: ApiConfig | undefined,
  inputs: Inputs,
  resources: Resources,
  cancelled: AbortSignal,
  voice: Voice = { log: runnerLog, onSecret: core.setSecret },
): Promise<OpenedTenant | undefined> {
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
