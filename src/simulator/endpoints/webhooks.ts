// The webhook endpoints: list, create, change. Nothing is ever sent to a webhook.

import { pickWebhook, webhookPatchShape, webhookShape } from '../flow-shape.ts';
import type { Webhook } from '../flow.ts';
import { cutPage } from '../page.ts';
import type { Reply } from '../reply.ts';
import { refuseInput, refuseUnknown, succeed } from '../reply.ts';
import type { Call } from '../route.ts';
import type { Tenant } from '../tenant.ts';

const PAGE_SIZE = 100;

/** GET: answers 200 with one page, newest first, or 400 for a bad page token. */
export function listWebhooks(tenant: Tenant, { query }: Call): Reply {
  const name = query.get('name');
  const matching = [...tenant.webhooks.values()].filter(
    ({ webhook }) => name === null || webhook.name === name,
  );
  const page = cutPage(matching.reverse(), {
    size: PAGE_SIZE,
    token: query.get('pageToken'),
    filters: JSON.stringify([name]),
  });
  if (page === null) return refuseInput([{ path: '/pageToken', message: 'is not one for this query' }]);
  return succeed(200, {
    entities: page.entries.map(({ webhook }) => webhook),
    nextPageToken: page.nextPageToken,
  });
}

/** POST: answers 201 with the webhook and its new id, or 400. Two equal requests make two webhooks. */
export function createWebhook(tenant: Tenant, call: Call): Reply {
  const problems = webhookShape(call.body, '');
  if (problems.length > 0) return refuseInput(problems);
  tenant.webhookCount += 1;
  const seq = tenant.webhookCount;
  const webhook: Webhook = { id: `webhook-${String(seq).padStart(6, '0')}`, ...pickWebhook(call.body) };
  tenant.webhooks.set(webhook.id, { seq, webhook });
  return succeed(201, webhook);
}

/** PATCH: answers 200 with the changed webhook, 400 or 404. An absent key leaves all as it is. */
export function patchWebhook(tenant: Tenant, call: Call): Reply {
  const id = call.params['webhookId'] ?? '';
  const stored = tenant.webhooks.get(id);
  if (stored === undefined) return refuseUnknown('webhook', id);
  const problems = webhookPatchShape(call.body, '');
  if (problems.length > 0) return refuseInput(problems);
  stored.webhook = { ...stored.webhook, ...(call.body as Partial<Webhook>) };
  return succeed(200, stored.webhook);
}
