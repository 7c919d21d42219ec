// The one webhook of a repository and environment (input webhook-url), brought in line after a success. Outside the
// transaction: what fails here is a warning, and undoes nothing.
import { ApiError, messageOf } from '../../errors.ts';
import type { Webhook, WebhookContent, Webhooks } from '../../ports.ts';
import type { Report } from '../../report/report.ts';
import { compareCodePoints } from '../../rules/hash.ts';
import type { Session } from '../session.ts';

const EVENTS = ['ivr.flow.completed', 'ivr.flow.failed', 'ivr.contact.transferred'] as const;
const DESCRIPTION = 'Made and kept by cxone-ivr-gitops: one for a repository and environment';
/** A create whose reply is lost is looked up, and then tried again. */
const MOST_CREATES = 3;
/** Results after which the tenant is as the repository says. */
const SUCCESSES: ReadonlySet<Report['result']> = new Set(['deployed', 'rolled-back', 'nothing-to-do']);

/** The name by which a webhook is found again; no other repository or environment has it. */
export function webhookName(repositoryName: string, environment: string): string {
  return `cxone-ivr-gitops:${repositoryName}:${environment}`;
}

/** A URL as everybody would write it, so that a tenant that writes it differently is not told again and again. */
function spellUrl(text: string): string {
  return URL.canParse(text) ? new URL(text).href : text;
}

function differences(found: Webhook, wanted: WebhookContent): Partial<WebhookContent> {
  const sort = (events: readonly string[]): string =>
    JSON.stringify([...new Set(events)].toSorted(compareCodePoints));
  return {
    ...(spellUrl(found.url) === spellUrl(wanted.url) ? {} : { url: wanted.url }),
    ...(sort(found.events) === sort(wanted.events) ? {} : { events: wanted.events }),
    ...(found.httpMethod === wanted.httpMethod ? {} : { httpMethod: wanted.httpMethod }),
    ...(found.enabled ? {} : { enabled: true }),
  };
}

/** The one that is kept where there are several: the oldest, where the tenant tells their age, else the first by its id. */
function compareAge(a: Webhook, b: Webhook): number {
  return compareCodePoints(a.createdAt, b.createdAt) || compareCodePoints(a.id, b.id);
}

/** Creates the webhook. @returns false where the reply was lost, so that it may be there or not */
async function tryCreate(webhooks: Webhooks, wanted: WebhookContent): Promise<boolean> {
  try {
    await webhooks.createWebhook({ ...wanted, description: DESCRIPTION });
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.details.mayHaveTakenEffect === true) return false;
    throw error;
  }
}

async function update(
  webhooks: Webhooks,
  found: readonly Webhook[],
  wanted: WebhookContent,
): Promise<string> {
  const [kept] = found.toSorted(compareAge);
  if (kept === undefined) return 'is there';
  const patch = differences(kept, wanted);
  const changed = Object.keys(patch);
  if (changed.length === 0) return 'is up to date';
  await webhooks.patchWebhook(kept.id, patch);
  return `was updated (${changed.join(', ')})`;
}

async function bringInLine(session: Session, webhooks: Webhooks, wanted: WebhookContent): Promise<string> {
  const { name } = wanted;
  for (let creates = 0; ; creates++) {
    const found = await webhooks.findWebhooks(name);
    if (found.length > 1)
      session.log.warning(
        `${found.length} webhooks have the name ${JSON.stringify(name)}: the oldest is kept up to date; delete the others on the tenant`,
      );
    if (found.length > 0) return update(webhooks, found, wanted);
    if (creates >= MOST_CREATES) throw new Error(`created ${MOST_CREATES} times, and not there afterwards`);
    if (await tryCreate(webhooks, wanted)) return 'was created';
  }
}

/**
 * Brings the webhook in line after a command that ended well. It never throws; without input webhook-url, in a dry run and
 * after anything else it does nothing.
 */
export async function syncWebhook(session: Session, result: Report['result']): Promise<void> {
  const { inputs, run, log } = session;
  if (inputs.webhookUrl === '' || inputs.dryRun || !SUCCESSES.has(result)) return;
  try {
    const opened = await session.openTenant();
    if (opened === undefined) return;
    const name = webhookName(run.repositoryName, inputs.environment);
    const wanted = { name, url: inputs.webhookUrl, events: EVENTS, httpMethod: 'POST', enabled: true };
    const outcome = await bringInLine(session, opened.webhooks, wanted);
    log.info(`the webhook ${JSON.stringify(name)} ${outcome}`);
  } catch (error) {
    log.warning(
      `the webhook (input webhook-url) could not be brought in line; the rules are live all the same: ${messageOf(error)}`,
    );
  }
}
