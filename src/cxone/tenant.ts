// Edge: the tenant port over the CXone REST API. This file and what it imports are loaded only when a run needs a tenant.
import { ApiError, messageOf } from '../errors.ts';
import type { Analytics, CompileState, Flow, FlowListing, Tenant, Webhooks } from '../ports.ts';
import type { Payload } from '../rules/rule.ts';
import { makeAnalytics } from './analytics.ts';
import { DEFAULT_API } from './api-config.ts';
import { type Client, type TenantOptions, makeClient, makeTokens } from './client.ts';
import { type Endpoint, type Endpoints, fitsPath } from './endpoints.ts';
import { keepSecrets } from './hide-secrets.ts';
import { fieldOf, idOf, readErrors, readFlow, readPage, spellValue, unexpected } from './read-flow.ts';
import { readList } from './read-list.ts';
import { basicCredentials } from './token-request.ts';
import { makeWebhooks } from './webhooks.ts';

const PAGE_SIZE = '100';
const LARGEST_PAGE = '1000';
const COMPILE_STATES: readonly CompileState['status'][] = [
  'NONE',
  'QUEUED',
  'COMPILING',
  'COMPILED',
  'FAILED',
];

function readCompileState(endpoint: Endpoint, body: unknown): CompileState {
  const word = fieldOf(body, 'status');
  const status = COMPILE_STATES.find((known) => known === word);
  if (status === undefined) throw unexpected(endpoint, `the unknown compile state ${spellValue(word)}`);
  return { status, errors: readErrors(body) };
}

function nameOf(endpoint: Endpoint, entity: unknown): string {
  const name = fieldOf(entity, 'name');
  if (typeof name !== 'string') throw unexpected(endpoint, 'an entity that is no flow');
  return name;
}

async function listFlows(client: Client, endpoint: Endpoint, name: string): Promise<Flow[]> {
  return readList(client, endpoint, { name, pageSize: PAGE_SIZE }, (entity) =>
    // A tenant that ignores the filter must not make us take another rule's flow for ours.
    nameOf(endpoint, entity) === name ? readFlow(endpoint, entity) : undefined,
  );
}

/** One page is a list that nothing can have changed in between; several are not read, nor is a list that needs a filter. */
async function listTogether(
  { call }: Client,
  endpoint: Endpoint,
  names: ReadonlySet<string>,
): Promise<Map<string, Flow[]> | undefined> {
  const query = { pageSize: PAGE_SIZE };
  const { status, body } = await call({ endpoint, query, accepts: [200, 400], repeat: 'always' });
  if (status === 400) return undefined;
  const page = readPage(endpoint, body);
  if (page.next !== undefined) return undefined;
  const meant = page.entities.filter((entity) => names.has(nameOf(endpoint, entity)));
  const flows = meant.map((entity) => readFlow(endpoint, entity));
  const found = new Map<string, Flow[]>([...names].map((name) => [name, []]));
  for (const flow of new Map(flows.map((flow) => [flow.id, flow])).values())
    found.get(flow.payload.name)?.push(flow);
  return found;
}

type Listed = { readonly id: string } & (
  | { readonly flow: Flow }
  | { readonly name: string; readonly why: string }
);

/** An entity of a list of all flows. One that cannot be read hides none of the others. */
function readListed(endpoint: Endpoint, entity: unknown): Listed {
  try {
    const flow = readFlow(endpoint, entity);
    return { id: flow.id, flow };
  } catch (error) {
    const [id, name] = [fieldOf(entity, 'id'), fieldOf(entity, 'name')];
    const text = (value: unknown): string => (typeof value === 'string' ? value.toWellFormed() : '');
    return { id: text(id), name: text(name), why: messageOf(error) };
  }
}

/** All flows, in pages as large as the contract allows. */
async function listAll(client: Client, endpoint: Endpoint): Promise<FlowListing | undefined> {
  try {
    const query = { pageSize: LARGEST_PAGE };
    const listed = await readList(client, endpoint, query, (entity) => readListed(endpoint, entity));
    return {
      flows: listed.flatMap((one) => ('flow' in one ? [one.flow] : [])),
      unreadable: listed.flatMap((one) => ('flow' in one ? [] : [one])),
    };
  } catch (error) {
    if (error instanceof ApiError && error.status === 400) return undefined;
    throw error;
  }
}

async function createFlow({ call }: Client, endpoint: Endpoint, payload: Payload): Promise<string> {
  const body = { ...payload, status: 'DRAFT' };
  const answer = await call({ endpoint, body, accepts: [201, 200], repeat: 'unless-arrived' });
  return idOf(endpoint, answer.body, 'a flow');
}

async function validateFlow(
  { call }: Client,
  endpoint: Endpoint,
  flowId: string,
): ReturnType<Tenant['validateFlow']> {
  const { body } = await call({ endpoint, path: { flowId }, accepts: [200], repeat: 'always' });
  const verdict = fieldOf(body, 'status');
  if (verdict === 'VALID') return [];
  if (verdict !== 'INVALID') throw unexpected(endpoint, `the unknown verdict ${spellValue(verdict)}`);
  const errors = readErrors(body);
  return errors.length > 0
    ? errors
    : [{ path: '', message: 'the tenant calls it invalid and does not say why' }];
}

async function compileFlow(
  { call }: Client,
  endpoint: Endpoint,
  flowId: string,
): ReturnType<Tenant['compileFlow']> {
  const { status, body } = await call({
    endpoint,
    path: { flowId },
    accepts: [200, 202, 409, 503],
    repeat: 'always',
  });
  return status === 200 || status === 202 ? readCompileState(endpoint, body) : 'busy';
}

/** The same tenant twice, with one token between them, its webhooks and its figures. */
export interface OpenTenant {
  /** Waits and repeats only until the signal of the run aborts. */
  readonly tenant: Tenant;
  /** Does not know of that signal: undoing goes on after it. */
  readonly undoTenant: Tenant;
  /** Both like `tenant`. */
  readonly webhooks: Webhooks;
  readonly analytics: Analytics;
}

/**
 * Opens the tenant port; no request is made.
 * @param cancelled where it aborts, `tenant` waits for nothing and repeats nothing any more; requests under way finish
 */
export function openTenant(given: TenantOptions, cancelled: AbortSignal): OpenTenant {
  const { endpoints, tokenStyle } = given.api ?? DEFAULT_API;
  if (tokenStyle === 'basic') given.onSecret(basicCredentials(given));
  const { add, hide } = keepSecrets(given);
  const onSecret = (secret: string): void => {
    add(secret);
    given.onSecret(secret);
  };
  const options = { ...given, onSecret, hide };
  const tokens = makeTokens(options);
  const open = (waits?: AbortSignal): Tenant =>
    makeTenant(makeClient(options, tokens, waits), endpoints, (stop) =>
      open(waits === undefined ? stop : AbortSignal.any([waits, stop])),
    );
  return {
    tenant: open(cancelled),
    undoTenant: open(),
    webhooks: makeWebhooks(makeClient(options, tokens, cancelled), endpoints),
    analytics: makeAnalytics(makeClient(options, tokens, cancelled), endpoints.queryAnalytics),
  };
}

/** Looks whether something is there. @returns its body, or undefined. An id that cannot stand in a path belongs to nothing */
async function lookUp(
  { call }: Client,
  endpoint: Endpoint,
  key: string,
  id: string,
): Promise<{ readonly body: unknown } | undefined> {
  if (!fitsPath(id)) return undefined;
  const { status, body } = await call({
    endpoint,
    path: { [key]: id },
    accepts: [200, 404],
    repeat: 'always',
  });
  return status === 200 ? { body } : undefined;
}

function makeTenant(client: Client, endpoints: Endpoints, until: Tenant['until']): Tenant {
  const { call, tokens } = client;
  return {
    until,
    grantedScopes: async () => (await tokens.get()).scopes,
    findMedia: async (id) => (await lookUp(client, endpoints.findMedia, 'assetId', id)) !== undefined,
    findCampaign: async (id) => {
      const found = await lookUp(client, endpoints.findCampaign, 'campaignId', id);
      return found && { isActive: fieldOf(found.body, 'status') === 'ACTIVE' };
    },
    findFlows: async (name) => listFlows(client, endpoints.listFlows, name),
    findFlowsTogether: async (names) => listTogether(client, endpoints.listFlows, names),
    listFlows: async () => listAll(client, endpoints.listFlows),
    getFlow: async (id) => {
      const found = await lookUp(client, endpoints.getFlow, 'flowId', id);
      return found && readFlow(endpoints.getFlow, found.body);
    },
    createFlow: async (payload) => createFlow(client, endpoints.createFlow, payload),
    validateFlow: async (flowId) => validateFlow(client, endpoints.validateFlow, flowId),
    compileFlow: async (flowId) => compileFlow(client, endpoints.compileFlow, flowId),
    compileState: async (flowId) => {
      const endpoint = endpoints.compileState;
      const { body } = await call({ endpoint, path: { flowId }, accepts: [200], repeat: 'always' });
      return readCompileState(endpoint, body);
    },
    patchFlow: async (flowId, patch) => {
      await call({
        endpoint: endpoints.patchFlow,
        path: { flowId },
        body: patch,
        accepts: [200, 204],
        repeat: 'always',
      });
    },
    deleteFlow: async (flowId) => {
      const accepts = [204, 200, 404, 409];
      const { status } = await call({
        endpoint: endpoints.deleteFlow,
        path: { flowId },
        accepts,
        repeat: 'always',
      });
      return status !== 409;
    },
  };
}
