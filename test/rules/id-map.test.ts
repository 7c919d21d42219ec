import { describe, expect, it } from 'vitest';
import { hashPayload } from '../../src/rules/hash.ts';
import { type IdMap, findUnusedEntries, mapRule } from '../../src/rules/id-map.ts';
import type { Payload } from '../../src/rules/rule.ts';
import { ruleOf } from '../plan/sample.ts';

type Ids = Readonly<Record<string, string>>;

function mapOf(campaigns: Ids = {}, media: Ids = {}, targets: Ids = {}): IdMap {
  const map = (ids: Ids): ReadonlyMap<string, string> => new Map(Object.entries(ids));
  return { campaigns: map(campaigns), media: map(media), targets: map(targets) };
}

const CONTENT: Partial<Payload> = {
  campaignId: 'camp',
  nodes: [
    {
      id: 'root',
      type: 'greeting',
      mediaAssetId: 'hello',
      transitions: [{ condition: 'press_1', target: 'desk' }],
    },
    { id: 'desk', type: 'queue', mediaAssetId: 'hello', transitions: [] },
    { id: 'bye', type: 'hangup', transitions: [] },
  ],
  fallbackAction: { type: 'queue', target: 'desk' },
};
const RULE = ruleOf('Sales', CONTENT);

describe('a mapped rule', () => {
  it('has the ids of the tenant where the map names them, and nowhere else', () => {
    const mapped = mapRule(RULE, mapOf({ camp: 'C1' }, { hello: 'M1' }, { desk: 'Q1' }));
    expect(mapped.payload).toEqual({
      ...RULE.payload,
      campaignId: 'C1',
      nodes: RULE.payload.nodes.map((node) => (node.id === 'bye' ? node : { ...node, mediaAssetId: 'M1' })),
      fallbackAction: { type: 'queue', target: 'Q1' },
    });
    expect(mapped.payloadHash).toBe(hashPayload(mapped.payload));
    expect(mapped.payloadHash).not.toBe(RULE.payloadHash);
    expect(mapped).toMatchObject({ path: RULE.path, status: RULE.status });
  });

  it.each<[string, IdMap]>([
    ['an empty map', mapOf()],
    ['a map of other ids', mapOf({ other: 'C1' }, { camp: 'M1', root: 'M2' }, { hello: 'Q1' })],
    ['a map of node ids for media and campaigns', mapOf({ root: 'x' }, { desk: 'y' })],
  ])('is the very same with %s', (_case, map) => {
    expect(mapRule(RULE, map)).toBe(RULE);
  });

  it('is mapped by one step, also where ids are swapped', () => {
    const swap = mapOf({ a: 'b', b: 'a' });
    expect(mapRule(ruleOf('A', { campaignId: 'a' }), swap).payload.campaignId).toBe('b');
    expect(mapRule(ruleOf('B', { campaignId: 'b' }), swap).payload.campaignId).toBe('a');
  });

  it('keeps its hash where an id is mapped to itself', () => {
    expect(mapRule(RULE, mapOf({ camp: 'camp' })).payloadHash).toBe(RULE.payloadHash);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'is not led astray by the id %s',
    (id) => {
      const rule = ruleOf('Odd', {
        campaignId: id,
        media: id,
        fallbackAction: { type: 'queue', target: id },
      });
      expect(mapRule(rule, mapOf({ camp: 'x' }, { hello: 'x' }, { desk: 'x' }))).toBe(rule);
      const ids = JSON.parse(`{${JSON.stringify(id)}: "mapped"}`) as Ids;
      expect(mapRule(rule, mapOf(ids, ids, ids)).payload).toMatchObject({
        campaignId: 'mapped',
        nodes: [{ mediaAssetId: 'mapped' }, {}],
        fallbackAction: { target: 'mapped' },
      });
    },
  );

  it('gets no target where it has none', () => {
    expect(mapRule(ruleOf('A'), mapOf({ camp: 'x' }, {}, { undefined: 'y' })).payload.fallbackAction).toEqual(
      { type: 'hangup' },
    );
  });
});

describe('entries that no rule uses', () => {
  it('are told by kind, in the order of the map', () => {
    const map = mapOf({ b: '1', camp: '2', a: '3' }, { camp: '4', hello: '5' }, { root: '6', desk: '7' });
    expect(findUnusedEntries([RULE], map)).toEqual([
      { kind: 'campaigns', id: 'b' },
      { kind: 'campaigns', id: 'a' },
      { kind: 'media', id: 'camp' },
      { kind: 'targets', id: 'root' },
    ]);
    expect(findUnusedEntries([], map)).toHaveLength(7);
  });
});
