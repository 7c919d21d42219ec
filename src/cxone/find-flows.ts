// The flows of a tenant: those of a name, of many names, or all.
import { ApiError, messageOf } from '../errors.ts';
import type { Flow, FlowListing } from '../ports.ts';
import type { Client } from './client.ts';
import type { Endpoint } from './endpoints.ts';
import { fieldOf, textOf, unexpected } from './read-fields.ts';
import { readFlow } from './read-flow.ts';
import { readList } from './read-list.ts';
import { readPage } from './read-pages.ts';

const PAGE_SIZE = '100';
const LARGEST_PAGE = '1000';

function nameOf(endpoint: Endpoint, entity: unknown): string {
  const name = fieldOf(entity, 'name');
  if (typeof name !== 'string') throw unexpected(endpoint, 'an entity that is no flow');
  return name;
}

/** All versions with a name. @throws ApiError where one of them cannot be read */
export async function findFlows(client: Client, endpoint: Endpoint, name: string): Promise<Flow[]> {
  return readList(client, endpoint, { name, pageSize: PAGE_SIZE }, (entity) =>
    // A tenant that ignores the filter must not make us take another rule's flow for ours.
    nameOf(endpoint, entity) === name ? readFlow(endpoint, entity) : undefined,
  );
}

/**
 * The versions of many names, by one page: a list that nothing can have changed in between. Several are not read, nor is a list that
 * needs a filter.
 */
export async function findFlowsTogether(
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
    return { id: textOf(id), name: textOf(name), why: messageOf(error) };
  }
}

/** All flows, in pages as large as the contract allows; undefined where the tenant wants a filter. */
export async function listFlows(client: Client, endpoint: Endpoint): Promise<FlowListing | undefined> {
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
