// Replies that are packed on their way (RFC 9110, section 8.4), as they come in.
import type { IncomingMessage } from 'node:http';
import type { Duplex, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';

/** What a request says that it understands. */
export const PACKINGS = 'gzip, br';

const UNPACKERS: ReadonlyMap<string, () => Duplex> = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['br', createBrotliDecompress],
]);

/**
 * The body of a reply, unpacked; one that is not packed, or in no way that was asked for, as it is.
 * @param fail told where the connection ends before the reply does
 */
export function unpack(response: IncomingMessage, fail: (error: unknown) => void): Readable {
  const make = UNPACKERS.get((response.headers['content-encoding'] ?? '').trim().toLowerCase());
  if (make === undefined) return response;
  response.on('error', fail);
  return response.pipe(make());
}
