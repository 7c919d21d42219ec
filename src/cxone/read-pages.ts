// Lists of the tenant, page by page. What the entities are is read elsewhere.
import type { Endpoint } from './endpoints.ts';
import { fieldsOf, spellValue, unexpected } from './read-fields.ts';

/** The longest token of a next page, which must stand in a URL. */
const LONGEST_PAGE_TOKEN = 4096;

/** The entities of one page, and the token of the next one. @throws ApiError where it is no page */
export function readPage(
  endpoint: Endpoint,
  body: unknown,
): { entities: readonly unknown[]; next: string | undefined } {
  const { entities, nextPageToken } = fieldsOf(body);
  if (!Array.isArray(entities)) throw unexpected(endpoint, 'a page without entities');
  if (nextPageToken === undefined || nextPageToken === null || nextPageToken === '')
    return { entities, next: undefined };
  // Whatever it is, there is another page, and to leave it out would be to miss flows.
  if (typeof nextPageToken !== 'string' || nextPageToken.length > LONGEST_PAGE_TOKEN)
    throw unexpected(endpoint, `the impossible page token ${spellValue(nextPageToken)}`);
  return { entities, next: nextPageToken };
}

/** A tenant that never comes to an end is not followed further. */
const MOST_PAGES = 1000;

/**
 * Reads a list to its end.
 * @param ask gives the reply's body to the request for one page, by its token; empty for the first
 * @returns the entities of each page
 * @throws ApiError for what is no page, and for a list without an end
 */
export async function* readPages(
  endpoint: Endpoint,
  ask: (pageToken: string) => Promise<unknown>,
): AsyncGenerator<readonly unknown[]> {
  const seen = new Set<string>();
  for (let next: string | undefined = ''; next !== undefined;) {
    if (seen.size >= MOST_PAGES) throw unexpected(endpoint, `more than ${MOST_PAGES} pages`);
    if (seen.has(next)) throw unexpected(endpoint, 'the same page token twice');
    seen.add(next);
    const page = readPage(endpoint, await ask(next));
    yield page.entities;
    next = page.next;
  }
}
