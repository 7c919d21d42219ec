import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRule } from '../../src/rules/load-rules.ts';
import { printRule } from '../../src/rules/print-rule.ts';
import type { Rule } from '../../src/rules/rule.ts';

const folder = new URL('../../rules/', import.meta.url);
const EXAMPLES = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.test.json'));

function read(text: string): Rule {
  const rule = readRule(text, 'a.json');
  if (!('payload' in rule)) throw new Error(JSON.stringify(rule));
  return rule;
}

const RULE = {
  status: 'ACTIVE',
  fallbackAction: { target: 'q', type: 'queue' },
  nodes: [{ type: 'queue', id: 'a' }],
  effectiveDate: '2027-01-01T01:00:00+01:00',
  campaignId: 'c',
  name: 'A',
};

describe('printRule', () => {
  it.each(EXAMPLES)('prints %s as it is', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const { payload, status } = read(text);
    expect(printRule(payload, status, text)).toBe(text);
  });

  it('keeps the order of keys, the spelling of dates and a layout of JSON.stringify', () => {
    const text = JSON.stringify(RULE, null, 2);
    const { payload, status } = read(text);
    expect(printRule(payload, status, text)).toBe(`${text}\n`);
    const changed = printRule({ ...payload, effectiveDate: '2027-01-02T00:00:00.000Z' }, 'INACTIVE', text);
    const expected = { ...RULE, status: 'INACTIVE', effectiveDate: '2027-01-02T00:00:00Z' };
    expect(changed).toBe(`${JSON.stringify(expected, null, 2)}\n`);
  });

  it('says no status of a new active rule, and breaks lines that are long', () => {
    const target = 'x'.repeat(120);
    const { payload } = read(JSON.stringify({ ...RULE, fallbackAction: { type: 'queue', target } }));
    const text = printRule(payload, 'ACTIVE');
    expect(text).not.toContain('status');
    expect(text).toContain(
      `  "fallbackAction": {\n    "type": "queue",\n    "target": "${target}"\n  }\n}\n`,
    );
    expect(read(text).payloadHash).toBe(read(printRule(payload, 'ACTIVE', text)).payloadHash);
  });

  it('prints what reads back as the same, whatever the rule says', () => {
    const word = fc.string({ minLength: 1, unit: 'grapheme' });
    const transition = fc.record({ condition: word, target: fc.string() });
    const node = fc.record(
      {
        id: word,
        type: fc.constantFrom('dtmf', 'queue', 'hangup'),
        mediaAssetId: word,
        transitions: fc.array(transition),
      },
      { requiredKeys: ['id', 'type'] },
    );
    const rule = fc.record(
      {
        name: word,
        campaignId: word,
        nodes: fc.array(node, { minLength: 1 }),
        fallbackAction: fc.record(
          { type: fc.constantFrom('queue', 'hangup'), target: word },
          { requiredKeys: ['type'] },
        ),
        status: fc.constantFrom('ACTIVE', 'INACTIVE', 'DRAFT'),
        expirationDate: fc.constantFrom('2027-01-01T01:00:00.5+01:00', '2027-01-01T00:00Z'),
      },
      { requiredKeys: ['name', 'campaignId', 'nodes', 'fallbackAction'] },
    );
    fc.assert(
      fc.property(rule, rule, (one, two) => {
        const wanted = read(JSON.stringify(one));
        for (const old of [undefined, JSON.stringify(one), JSON.stringify(two, null, 2)]) {
          const back = read(printRule(wanted.payload, wanted.status, old));
          expect([back.payloadHash, back.status]).toEqual([wanted.payloadHash, wanted.status]);
        }
      }),
    );
  });
});
