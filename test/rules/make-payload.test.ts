import { describe, expect, it } from 'vitest';
import { makePayload } from '../../src/rules/make-payload.ts';
import type { RuleFile } from '../../src/rules/rule.ts';
import { ruleFile } from './rule-file.ts';

const make = (changes: Readonly<Record<string, unknown>> = {}) =>
  makePayload(ruleFile(changes) as unknown as RuleFile);

const plain = {
  name: 'Main-Menu',
  campaignId: 'camp_1',
  nodes: [
    {
      id: 'root',
      type: 'greeting',
      mediaAssetId: 'asset_1',
      transitions: [{ condition: 'default', target: 'sales' }],
    },
    { id: 'sales', type: 'queue', transitions: [] },
  ],
  fallbackAction: { type: 'hangup' },
};

describe('the payload of a rule', () => {
  it('fills in transitions and has nothing that the file does not have', () => {
    expect(make()).toStrictEqual(plain);
  });

  it.each<[string, Record<string, unknown>, object]>([
    ['leaves out status and $schema', { status: 'DRAFT', $schema: 'x' }, {}],
    [
      'writes dates in UTC with milliseconds',
      { effectiveDate: '2027-11-01T00:00+01:00', expirationDate: '2027-12-31T23:59:59Z' },
      { effectiveDate: '2027-10-31T23:00:00.000Z', expirationDate: '2027-12-31T23:59:59.000Z' },
    ],
    [
      'keeps the target of a fallback',
      { fallbackAction: { type: 'queue', target: 'q' } },
      { fallbackAction: { type: 'queue', target: 'q' } },
    ],
  ])('%s', (_, change, expected) => {
    expect(make(change)).toStrictEqual({ ...plain, ...expected });
  });
});

describe('the payload of a flow, as a tenant returns it', () => {
  it.each<[string, Record<string, unknown>, object]>([
    ['drops what a server adds', { id: 'flow-1', createdAt: 'x', updatedAt: 'y', version: 3 }, {}],
    ['takes null for a date that is not there', { effectiveDate: null, expirationDate: null }, {}],
    [
      'takes null for what is not there in nodes and fallback',
      {
        nodes: [{ id: 'a', type: 'queue', mediaAssetId: null, transitions: null }],
        fallbackAction: { type: 'hangup', target: null },
      },
      { nodes: [{ id: 'a', type: 'queue', transitions: [] }] },
    ],
    [
      'drops what a server adds to nodes and transitions',
      {
        nodes: [
          { id: 'a', type: 'queue', x: 1, transitions: [{ condition: 'busy', target: 'a', order: 1 }] },
        ],
      },
      { nodes: [{ id: 'a', type: 'queue', transitions: [{ condition: 'busy', target: 'a' }] }] },
    ],
    [
      'reads a date that a file could not have',
      { effectiveDate: 'Mon, 01 Nov 2027 00:00:00 GMT' },
      { effectiveDate: '2027-11-01T00:00:00.000Z' },
    ],
    ['keeps a date that nobody can read', { effectiveDate: 'soon' }, { effectiveDate: 'soon' }],
  ])('%s', (_, change, expected) => {
    expect(make(change)).toStrictEqual({ ...plain, ...expected });
  });

  it('reads a date without an offset as UTC, wherever the process runs', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'America/New_York';
    try {
      expect(make({ effectiveDate: '2027-11-01T00:00:00' }).effectiveDate).toBe('2027-11-01T00:00:00.000Z');
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});
