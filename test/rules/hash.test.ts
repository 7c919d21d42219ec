import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  canonicalPayload,
  compareCodePoints,
  hashPayload,
  rulesetDigest,
  sha256,
} from '../../src/rules/hash.ts';
import { readRule } from '../../src/rules/load-rules.ts';
import type { Payload, Rule } from '../../src/rules/rule.ts';
import { ruleFile } from './rule-file.ts';

function read(content: unknown): Rule {
  const rule = readRule(typeof content === 'string' ? content : JSON.stringify(content), 'rules/a.json');
  if (!('payload' in rule)) throw new Error(JSON.stringify(rule));
  return rule;
}

const hashOf = (content: unknown): string => read(content).payloadHash;

describe('canonical JSON (RFC 8785)', () => {
  it.each<[string, unknown, string]>([
    [
      'keys in order, no white space',
      { b: 1, a: { d: [1, 2], c: null } },
      '{"a":{"c":null,"d":[1,2]},"b":1}',
    ],
    [
      'keys sorted by UTF-16 units, as in section 3.2.3',
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 },
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
    ],
    [
      'texts escaped no more than need be, as in section 3.2.2',
      { string: '\u20ac$\u000f\nA\'B"\\\\"/' },
      String.raw`{"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    ],
    [
      'numbers, as in section 3.2.2.3',
      [1 / 3, 1e30, 4.5, 2e-3, 1e-27],
      '[0.3333333333333333,1e+30,4.5,0.002,1e-27]',
    ],
    ['letters beyond ASCII as they are', 'Grüße 😀', '"Grüße 😀"'],
    ['what is undefined is left out', { a: undefined, b: 1 }, '{"b":1}'],
  ])('%s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('has no form for what JSON cannot say', () => {
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
  });
});

describe('the payload hash', () => {
  it('is the SHA-256 of the canonical payload, as INTERFACE section 1 words it', () => {
    const canonical =
      '{"campaignId":"camp_1","fallbackAction":{"type":"hangup"},"name":"Main-Menu","nodes":[' +
      '{"id":"root","mediaAssetId":"asset_1","transitions":[{"condition":"default","target":"sales"}],"type":"greeting"},' +
      '{"id":"sales","transitions":[],"type":"queue"}]}';
    expect(hashOf(ruleFile())).toBe(sha256(canonical));
    expect(hashPayload(read(ruleFile()).payload)).toBe(sha256(canonical));
  });

  it('is taken of UTF-8', () => {
    expect(sha256('é€😀')).toBe(execFileSync('sha256sum', { input: 'é€😀', encoding: 'utf8' }).slice(0, 64));
  });

  const dated = (effectiveDate: string): object => ruleFile({ effectiveDate });
  const [root] = ruleFile().nodes as object[];

  it.each<[string, object, object]>([
    ['another status', ruleFile(), ruleFile({ status: 'INACTIVE' })],
    ['a $schema', ruleFile(), ruleFile({ $schema: '../schemas/rule.schema.json' })],
    [
      'transitions spelled out',
      ruleFile(),
      ruleFile({ nodes: [root, { id: 'sales', type: 'queue', transitions: [] }] }),
    ],
    ['an instant in another offset', dated('2027-11-01T00:00:00Z'), dated('2027-11-01T05:30:00+05:30')],
    ['an instant without seconds', dated('2027-11-01T00:00:00.000Z'), dated('2027-11-01T00:00Z')],
  ])('is the same for %s', (_, a, b) => {
    expect(hashOf(b)).toBe(hashOf(a));
  });

  it.each<[string, Record<string, unknown>]>([
    ['another name', { name: 'Other' }],
    ['another campaign', { campaignId: 'camp_2' }],
    ['another order of nodes', { nodes: (ruleFile().nodes as object[]).toReversed() }],
    ['another fallback', { fallbackAction: { type: 'queue' } }],
    ['a fallback with a target', { fallbackAction: { type: 'hangup', target: 'x' } }],
    ['a date', { effectiveDate: '2027-11-01T00:00:00Z' }],
    ['the same date at the other end', { expirationDate: '2027-11-01T00:00:00Z' }],
    ['an accent made of two characters', { name: 'Main-Menu\u0301' }],
  ])('is another for %s', (_, change) => {
    expect(hashOf(ruleFile(change))).not.toBe(hashOf(ruleFile()));
  });

  it('does not depend on the order of keys or on white space', () => {
    const shuffled = (value: unknown): fc.Arbitrary<unknown> => {
      if (Array.isArray(value)) return fc.tuple(...value.map(shuffled));
      if (typeof value !== 'object' || value === null) return fc.constant(value);
      const entries = Object.entries(value);
      return fc
        .tuple(fc.shuffledSubarray(entries, { minLength: entries.length }), fc.constant(null))
        .chain(([order]) =>
          fc
            .tuple(...order.map(([, child]) => shuffled(child)))
            .map((children) => Object.fromEntries(order.map(([key], index) => [key, children[index]]))),
        );
    };
    const full = ruleFile({
      $schema: 'x',
      status: 'ACTIVE',
      effectiveDate: '2027-11-01T00:00:00Z',
      fallbackAction: { type: 'queue', target: 'q' },
    });
    fc.assert(
      fc.property(shuffled(full), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        expect(hashOf(JSON.stringify(value, null, indent))).toBe(hashOf(full));
      }),
      { numRuns: 300, seed: 20_271_101 },
    );
  });
});

describe('the canonical JSON of a payload', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\\ud', '"', '\u2028', '\x7f\x1f'),
  );
  const transition = fc.record({ target: text, condition: text });
  const node = fc.record(
    {
      type: fc.constantFrom('greeting' as const, 'queue' as const),
      transitions: fc.array(transition, { maxLength: 3 }),
      mediaAssetId: text,
      id: text,
    },
    { requiredKeys: ['type', 'transitions', 'id'] },
  );
  const payload: fc.Arbitrary<Payload> = fc.record(
    {
      nodes: fc.array(node, { maxLength: 4 }),
      name: text,
      fallbackAction: fc.record(
        { type: fc.constantFrom('hangup' as const, 'queue' as const), target: text },
        { requiredKeys: ['type'] },
      ),
      expirationDate: text,
      effectiveDate: text,
      campaignId: text,
    },
    { requiredKeys: ['nodes', 'name', 'fallbackAction', 'campaignId'] },
  );

  it('is the one that RFC 8785 asks for, whatever the order of keys', () => {
    const write = (writer: (payload: Payload) => string, value: Payload): string => {
      try {
        return writer(value);
      } catch {
        return 'none';
      }
    };
    fc.assert(
      fc.property(payload, (value) => {
        expect(write(canonicalPayload, value)).toBe(write(canonicalJson, value));
      }),
      { numRuns: 2000, seed: 20_271_101 },
    );
  });

  it('does not exist where a text holds half of a surrogate pair', () => {
    const value: Payload = {
      name: '\ud800',
      campaignId: '',
      nodes: [],
      fallbackAction: { type: 'hangup' },
    };
    expect(() => canonicalPayload(value)).toThrow();
  });
});

describe('the ruleset digest', () => {
  const names = ['b', 'a', 'Ärger', 'B', 'z', '😀', '\ufb33', 'a b', "it's"];
  const rules = names.map((name) => read(ruleFile({ name })));

  it('is what sha256sum makes of the listing in the order of code points', () => {
    const order = ['B', 'a', 'a b', 'b', "it's", 'z', 'Ärger', '\ufb33', '😀'];
    const hashes = new Map(rules.map((rule) => [rule.payload.name, rule.payloadHash]));
    const listing = order.map((name) => `${hashes.get(name)}  ${name}\n`).join('');
    const output = execFileSync('sha256sum', { input: listing, encoding: 'utf8' });
    expect(`${rulesetDigest(rules)}  -\n`).toBe(output);
  });

  it('does not depend on the order of the rules', () => {
    const order = fc.shuffledSubarray(rules, { minLength: rules.length });
    fc.assert(
      fc.property(order, (some) => rulesetDigest(some) === rulesetDigest(rules)),
      { numRuns: 50, seed: 1 },
    );
  });

  it('of no rules is that of an empty listing', () => {
    expect(rulesetDigest([])).toBe(execFileSync('sha256sum', { input: '', encoding: 'utf8' }).slice(0, 64));
  });

  it('changes with a name and with a hash', () => {
    const [first, ...others] = rules;
    if (first === undefined) throw new Error('no rule');
    const renamed = { ...first, payload: { ...first.payload, name: 'c' } };
    const edited = {
      ...first,
      payloadHash: first.payloadHash.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    };
    const digests = [rules, [renamed, ...others], [edited, ...others]].map((some) => rulesetDigest(some));
    expect(new Set(digests).size).toBe(3);
  });
});

describe('the order of names', () => {
  it.each([
    ['capitals before small letters', 'B', 'a'],
    ['a prefix before what is longer', 'a', 'a b'],
    ['the end of the first plane before the planes behind it', '\ufb33', '😀'],
  ])('%s', (_, before, after) => {
    expect(compareCodePoints(before, after)).toBeLessThan(0);
    expect(compareCodePoints(after, before)).toBeGreaterThan(0);
    expect(compareCodePoints(before, before)).toBe(0);
  });

  it('is that of the bytes of UTF-8', () => {
    const texts = fc
      .string({ unit: fc.constantFrom('a', 'b', 'é', '\ud7ff', '\ue000', '\ufb33', '😀', '\u{10000}') })
      .filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(compareCodePoints(a, b)).toBe(Buffer.from(a).compare(Buffer.from(b)) + 0);
      }),
      { numRuns: 2000, seed: 20_271_101 },
    );
  });
});
