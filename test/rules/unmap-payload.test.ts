import { describe, expect, it } from 'vitest';
import { type IdMap, mapRule } from '../../src/rules/id-map.ts';
import { makeRule } from '../../src/rules/make-rule.ts';
import type { Payload } from '../../src/rules/rule.ts';
import { NO_KNOWN_IDS, idsOfPayload, unmapPayload } from '../../src/rules/unmap-payload.ts';

function mapOf(media: Readonly<Record<string, string>>): IdMap {
  return { campaigns: new Map(), media: new Map(Object.entries(media)), targets: new Map() };
}

function payloadOf(mediaAssetId: string): Payload {
  return {
    name: 'A',
    campaignId: 'c',
    nodes: [{ id: 'a', type: 'queue', mediaAssetId, transitions: [] }],
    fallbackAction: { type: 'hangup' },
  };
}

const CASES: readonly (readonly [
  string,
  Readonly<Record<string, string>>,
  string,
  string | undefined,
  string,
])[] = [
  ['an id that the map does not name', { a: 'b' }, 'x', undefined, 'x'],
  ['an id that one id means', { a: 'b' }, 'b', undefined, 'a'],
  ['an id that its file writes itself', { a: 'b' }, 'b', 'b', 'b'],
  ['the one of several that its file writes', { a: 'b', c: 'b' }, 'b', 'c', 'c'],
  ['an id that means itself', { b: 'b' }, 'b', undefined, 'b'],
  ['an id that was swapped', { a: 'b', b: 'a' }, 'a', 'a', 'b'],
];

describe('unmapPayload', () => {
  it.each(CASES)('maps back %s', (_, media, id, known, expected) => {
    const map = mapOf(media);
    const ids = known === undefined ? NO_KNOWN_IDS : idsOfPayload(payloadOf(known));
    const written = unmapPayload(payloadOf(id), map, ids);
    if (typeof written === 'string') throw new Error(written);
    expect(written.nodes[0]?.mediaAssetId).toBe(expected);
    expect(mapRule(makeRule('', written, 'ACTIVE'), map).payload).toEqual(payloadOf(id));
  });

  it('refuses an id that several ids mean, and names them', () => {
    expect(unmapPayload(payloadOf('b'), mapOf({ a: 'b', c: 'b' }), NO_KNOWN_IDS)).toBe(
      'media asset "b" of the tenant is what the id map makes of several ids: "a", "c"',
    );
  });

  it('refuses an id that no id means', () => {
    expect(unmapPayload(payloadOf('a'), mapOf({ a: 'b' }), NO_KNOWN_IDS)).toContain(
      'no id in a rule can mean media asset "a" of the tenant',
    );
  });
});
