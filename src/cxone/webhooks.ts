// Edge: the webhooks port over the CXone REST API.
import type { Webhook, Webhooks } from '../ports.ts';
import type { Client } from './client.ts';
import type { Endpoint, Endpoints } from './endpoints.ts';
import { fieldOf, idOf, textOf, unexpected } from './read-fields.ts';
import { readList } from './read-list.ts';

function readWebhook(endpoint: Endpoint, entity: unknown): Webhook {
  const events = fieldOf(entity, 'events');
  return {
    id: idOf(endpoint, entity, 'a webhook'),
    name: textOf(fieldOf(entity, 'name')),
    url: textOf(fieldOf(entity, 'url')),
    events: Array.isArray(events) ? events.map(textOf) : [],
    httpMethod: textOf(fieldOf(entity, 'httpMethod')),
    enabled: fieldOf(entity, 'enabled') === true,
    createdAt: textOf(fieldOf(entity, 'createdAt')),
  };
}

/** Makes the port; no request is made. */
export function makeWebhooks(client: Client, endpoints: Endpoints): Webhooks {
  return {
    findWebhooks: async (name) => {
      const endpoint = endpoints.listWebhooks;
      return readList(client, endpoint, { name }, (entity) => {
        const itsName = fieldOf(entity, 'name');
        if (typeof itsName !== 'string') throw unexpected(endpoint, 'an entity that is no webhook');
        return itsName === name ? readWebhook(endpoint, entity) : undefined;
      });
    },
    createWebhook: async (webhook) => {
      const endpoint = endpoints.createWebhook;
      const answer = await client.call({
        endpoint,
        body: webhook,
        accepts: [201, 200],
        repeat: 'unless-arrived',
      });
      return idOf(endpoint, answer.body, 'a webhook');
    },
    patchWebhook: async (webhookId, patch) => {
      await client.call({
        endpoint: endpoints.patchWebhook,
        path: { webhookId },
        body: patch,
        accepts: [200, 204],
        repeat: 'always',
      });
    },
  };
}
