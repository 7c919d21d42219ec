// Lists of the tenant that may change while they are read. One that changes between two pages may lack an entity that moved: it is read again.
import type { Client } from './client.ts';
import type { Endpoint } from './endpoints.ts';
import { unexpected } from './read-fields.ts';
import { readPages } from './read-pages.ts';

const MOST_READINGS = 4;

interface Reading<T> {
  readonly found: ReadonlyMap<string, T>;
  readonly pages: number;
}

async function readOnce<T extends { readonly id: string }>(
  { call }: Client,
  endpoint: Endpoint,
  query: Readonly<Record<string, string>>,
  read: (entity: unknown) => T | undefined,
): Promise<Reading<T>> {
  const ask = async (pageToken: string): Promise<unknown> => {
    const asked = { ...query, ...(pageToken === '' ? {} : { pageToken }) };
    return (await call({ endpoint, query: asked, accepts: [200], repeat: 'always' })).body;
  };
  const found = new Map<string, T>();
  let pages = 0;
  for await (const entities of readPages(endpoint, ask)) {
    pages++;
    for (const entity of entities) {
      const one = read(entity);
      if (one !== undefined) found.set(one.id, one);
    }
  }
  return { found, pages };
}

/**
 * Reads a list to its end. One of several pages is read until two readings in a row hold the same entities.
 * @param read makes something of an entity, or undefined of one that is not meant; throws for one that cannot be read
 * @throws ApiError where it does not end, or never stays the same
 */
export async function readList<T extends { readonly id: string }>(
  client: Client,
  endpoint: Endpoint,
  query: Readonly<Record<string, string>>,
  read: (entity: unknown) => T | undefined,
): Promise<T[]> {
  let before: ReadonlyMap<string, T> | undefined;
  for (let count = 0; count < MOST_READINGS; count++) {
    const { found, pages } = await readOnce(client, endpoint, query, read);
    const known = before;
    const isSame = known?.size === found.size && [...found.keys()].every((id) => known.has(id));
    if (pages === 1 || isSame) return [...found.values()];
    before = found;
  }
  throw unexpected(endpoint, `a list that was another each time, read ${MOST_READINGS} times`);
}
