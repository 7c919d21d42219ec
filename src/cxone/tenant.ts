// Edge: the tenant port over the CXone REST API. This file and what it imports are loaded only when a run needs a tenant.
import type { CompileState, Flow, Tenant } from '../ports.ts';
import type { Payload } from '../rules/rule.ts';
import { type Client, type TenantOptions, makeClient, makeTokens } from './client.ts';
import { ENDPOINTS, type Endpoint } from './endpoints.ts';
import { fieldOf, readErrors, readFlow, readPage, unexpected } from './read-flow.ts';

const PAGE_SIZE = '100';
/** A tenant that never comes to an end is not followed further. */
const MOST_PAGES = 1000;
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
  if (status === undefined) throw unexpected(endpoint, `the unknown compile state ${JSON.stringify(word)}`);
  return { status, errors: readErrors(body) };
}

async function listFlows({ call }: Client, name: string): Promise<Flow[]> {
  const endpoint = ENDPOINTS.listFlows;
  const found = new Map<string, Flow>();
  const seen = new Set<string>();
  for (let next: string | undefined = ''; next !== undefined;) {
    const query = { name, pageSize: PAGE_SIZE, ...(next === '' ? {} : { pageToken: next }) };
    const page = readPage(endpoint, (await call({ endpoint, query, accepts: [200], repeat: 'always' })).body);
    for (const entity of page.entities) {
      const itsName = fieldOf(entity, 'name');
      if (typeof itsName !== 'string') throw unexpected(endpoint, 'an entity that is no flow');
      // A tenant that ignores the filter must not make us take another rule's flow for ours.
      if (itsName !== name) continue;
      const flow = readFlow(endpoint, entity);
      found.set(flow.id, flow);
    }
    if (seen.size >= MOST_PAGES) throw unexpected(endpoint, `more than ${MOST_PAGES} pages`);
    if (page.next !== undefined && seen.has(page.next))
      throw unexpected(endpoint, 'the same page token twice');
    next = page.next;
    if (next !== undefined) seen.add(next);
  }
  return [...found.values()];
}

async function createFlow({ call }: Client, payload: Payload): Promise<string> {
  const endpoint = ENDPOINTS.createFlow;
  const body = { ...payload, status: 'DRAFT' };
  const answer = await call({ endpoint, body, accepts: [201, 200], repeat: 'unless-arrived' });
  const id = fieldOf(answer.body, 'id');
  if (typeof id !== 'string' || id === '') throw unexpected(endpoint, 'a flow without an id');
  return id;
}

async function validateFlow({ call }: Client, flowId: string): ReturnType<Tenant['validateFlow']> {
  const endpoint = ENDPOINTS.validateFlow;
  const { body } = await call({ endpoint, path: { flowId }, accepts: [200], repeat: 'always' });
  const verdict = fieldOf(body, 'status');
  if (verdict === 'VALID') return [];
  if (verdict !== 'INVALID') throw unexpected(endpoint, `the unknown verdict ${JSON.stringify(verdict)}`);
  const errors = readErrors(body);
  return errors.length > 0
    ? errors
    : [{ path: '', message: 'the tenant calls it invalid and does not say why' }];
}

async function compileFlow({ call }: Client, flowId: string): ReturnType<Tenant['compileFlow']> {
  const endpoint = ENDPOINTS.compileFlow;
  const { status, body } = await call({
    endpoint,
    path: { flowId },
    accepts: [200, 202, 409, 503],
    repeat: 'always',
  });
  return status === 200 || status === 202 ? readCompileState(endpoint, body) : 'busy';
}

/** The same tenant twice, with one token between them. */
export interface OpenTenant {
  /** Waits and repeats only until the signal of the run aborts. */
  readonly tenant: Tenant;
  /** Does not know of that signal: undoing goes on after it. */
  readonly undoTenant: Tenant;
}

/**
 * Opens the tenant port; no request is made.
 * @param cancelled where it aborts, `tenant` waits for nothing and repeats nothing any more; requests under way finish
 */
export function openTenant(options: TenantOptions, cancelled: AbortSignal): OpenTenant {
  const tokens = makeTokens(options);
  const open = (waits?: AbortSignal): Tenant =>
    makeTenant(makeClient(options, tokens, waits), (stop) =>
      open(waits === undefined ? stop : AbortSignal.any([waits, stop])),
    );
  return { tenant: open(cancelled), undoTenant: open() };
}

function makeTenant(client: Client, until: Tenant['until']): Tenant {
  const { call, tokens } = client;
  return {
    until,
    grantedScopes: async () => (await tokens.get()).scopes,
    findMedia: async (assetId) => {
      const { status } = await call({
        endpoint: ENDPOINTS.findMedia,
        path: { assetId },
        accepts: [200, 404],
        repeat: 'always',
      });
      return status === 200;
    },
    findCampaign: async (campaignId) => {
      const request = {
        endpoint: ENDPOINTS.findCampaign,
        path: { campaignId },
        accepts: [200, 404],
        repeat: 'always',
      } as const;
      const { status, body } = await call(request);
      return status === 200 ? { isActive: fieldOf(body, 'status') === 'ACTIVE' } : undefined;
    },
    findFlows: async (name) => listFlows(client, name),
    getFlow: async (flowId) => {
      const endpoint = ENDPOINTS.getFlow;
      const { status, body } = await call({
        endpoint,
        path: { flowId },
        accepts: [200, 404],
        repeat: 'always',
      });
      return status === 200 ? readFlow(endpoint, body) : undefined;
    },
    createFlow: async (payload) => createFlow(client, payload),
    validateFlow: async (flowId) => validateFlow(client, flowId),
    compileFlow: async (flowId) => compileFlow(client, flowId),
    compileState: async (flowId) => {
      const endpoint = ENDPOINTS.compileState;
      const { body } = await call({ endpoint, path: { flowId }, accepts: [200], repeat: 'always' });
      return readCompileState(endpoint, body);
    },
    patchFlow: async (flowId, patch) => {
      await call({
        endpoint: ENDPOINTS.patchFlow,
        path: { flowId },
        body: patch,
        accepts: [200, 204],
        repeat: 'always',
      });
    },
    deleteFlow: async (flowId) => {
      const accepts = [204, 200, 404, 409];
      const { status } = await call({
        endpoint: ENDPOINTS.deleteFlow,
        path: { flowId },
        accepts,
        repeat: 'always',
      });
      return status !== 409;
    },
  };
}
