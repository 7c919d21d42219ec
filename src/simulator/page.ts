// Paging that stays right while entries come and go: a token names the last entry shown, not a number
// of entries to skip. Knows nothing of what is listed.

interface Listed {
  readonly seq: number;
}

export interface PageRequest {
  /** 1 to 1000. */
  readonly size: number;
  /** The token that was sent; null for the first page. */
  readonly token: string | null;
  /** The filters as text: a token is good only for the filters it was made for. */
  readonly filters: string;
}

export interface Page<Entry> {
  readonly entries: readonly Entry[];
  /** Null at the end. */
  readonly nextPageToken: string | null;
}

/** Takes all entries that pass the filters, newest (highest `seq`) first; returns one page, or null for a bad token. */
export function cutPage<Entry extends Listed>(
  entries: readonly Entry[],
  request: PageRequest,
): Page<Entry> | null {
  const after = request.token === null ? Number.POSITIVE_INFINITY : readToken(request.token, request.filters);
  if (after === null) return null;
  const rest = entries.filter((entry) => entry.seq < after);
  const page = rest.slice(0, request.size);
  const last = page.at(-1);
  const more = last !== undefined && rest.length > page.length;
  return { entries: page, nextPageToken: more ? writeToken(last.seq, request.filters) : null };
}

function writeToken(seq: number, filters: string): string {
  return Buffer.from(JSON.stringify([seq, filters])).toString('base64url');
}

function readToken(token: string, filters: string): number | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed)) return null;
    const [seq, madeFor] = parsed as unknown[];
    return typeof seq === 'number' && madeFor === filters ? seq : null;
  } catch {
    return null;
  }
}
