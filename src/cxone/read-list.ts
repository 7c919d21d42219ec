// Lists of the tenant, page by page. A list that changes between two pages may lack an entity that moved: it is read again.
import type { Client } from './client.ts';
import type { Endpoint } from './endpoints.ts';
import { readPage, unexpected } from './read-flow.ts';

/** A tenant that never comes to an end is not followed further. */
const MOST_PAGES = 1000;
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
  const found = new Map<string, T>();
  const seen = new Set<string>();
  let pages = 0;
  for (let next: string | undefined = ''; next !== undefined;) {
    if (++pages > MOST_PAGES) throw unexpected(endpoint, `more than ${MOST_PAGES} pages`);
    const asked = { ...query, ...(next === '' ? {} : { pageToken: next }) };
    const { body } = await call({ endpoint, query: asked, accepts: [200], repeat: 'always' });
    const page = readPage(endpoint, body);
    for (const entity of page.entities) {
      const one = read(entity);
      if (one !== undefined) found.set(one.id, one);
    }
    if (page.next !== undefined && seen.has(page.next))
      throw unexpected(endpoint, 'the same page token twice');
    next = page.next;
    if (next !== undefined) seen.add(next);
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
