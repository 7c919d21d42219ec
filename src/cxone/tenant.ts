// Edge: the tenant port over the CXone REST API. This file and what it imports are loaded only when a run needs a tenant.
import type { OpenedTenant, Tenant } from '../ports.ts';
import type { Payload } from '../rules/rule.ts';
import { makeAnalytics } from './analytics.ts';
import { DEFAULT_API } from './api-config.ts';
import { type Client, type TenantOptions, makeClient, makeTokens } from './client.ts';
import { type Endpoint, type Endpoints, fitsPath } from './endpoints.ts';
import { findFlows, findFlowsTogether, listFlows } from './find-flows.ts';
import { keepSecrets } from './hide-secrets.ts';
import { readCompileState, readVerdict } from './read-compilation.ts';
import { fieldOf, idOf } from './read-fields.ts';
import { readFlow } from './read-flow.ts';
import { basicCredentials } from './token-request.ts';
import { makeWebhooks } from './webhooks.ts';

async function createFlow({ call }: Client, endpoint: Endpoint, payload: Payload): Promise<string> {
  const body = { ...payload, status: 'DRAFT' };
  const answer = await call({ endpoint, body, accepts: [201, 200], repeat: 'unless-arrived' });
  return idOf(endpoint, answer.body, 'a flow');
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

/**
 * Opens the tenant port; no request is made.
 * @param cancelled where it aborts, `tenant` waits for nothing and repeats nothing any more; requests under way finish
 */
export function openTenant(given: TenantOptions, cancelled: AbortSignal): OpenedTenant {
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
    findFlows: async (name) => findFlows(client, endpoints.listFlows, name),
    findFlowsTogether: async (names) => findFlowsTogether(client, endpoints.listFlows, names),
    listFlows: async () => listFlows(client, endpoints.listFlows),
    getFlow: async (id) => {
      const found = await lookUp(client, endpoints.getFlow, 'flowId', id);
      return found && readFlow(endpoints.getFlow, found.body);
    },
    createFlow: async (payload) => createFlow(client, endpoints.createFlow, payload),
    validateFlow: async (flowId) => {
      const endpoint = endpoints.validateFlow;
      const { body } = await call({ endpoint, path: { flowId }, accepts: [200], repeat: 'always' });
      return readVerdict(endpoint, body);
    },
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
