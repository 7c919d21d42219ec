import { describe, expect, it } from 'vitest';
import { placeRejections } from '../../src/report/place-rejections.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import { node, ruleText, textAt } from '../lint/lint-texts.ts';

const TEXT = ruleText(node('root', 'greeting', { default: 'sales' }), node('sales', 'queue'));
const rules = loadRules([{ path: 'rules/a.json', bytes: Buffer.from(TEXT) }]);

const place = (path: string, message = 'No.') =>
  placeRejections([{ ruleName: 'Main-Menu', errors: [{ path, message }] }], rules)[0];

describe('what a tenant says against a rule', () => {
  it.each<[string, string, string, string]>([
    ['at the value', '/nodes/0/mediaAssetId', '"asset_1"', 'the tenant says of node "root": No.'],
    ['at the node', 'sales', node('sales', 'queue'), 'the tenant says of node "sales": No.'],
    ['at the rule', 'campaignId', '"camp_1"', 'the tenant says of this rule: No.'],
    ['at the name, where it says no place', '', '"Main-Menu"', 'the tenant says of this rule: No.'],
    [
      'at the name, with a place nobody knows',
      'x y',
      '"Main-Menu"',
      'the tenant says of this rule (at "x y"): No.',
    ],
  ])('is told %s', (_, path, shown, message) => {
    const finding = place(path);
    expect(finding).toMatchObject({ check: 'tenant', severity: 'error', path: 'rules/a.json', message });
    expect(finding === undefined ? '' : textAt(TEXT, finding)).toBe(shown);
  });

  it('is told where a place has gone by the nearest that is there', () => {
    expect(place('/nodes/1/mediaAssetId')).toMatchObject({ line: 5, pointer: '/nodes/1/mediaAssetId' });
  });

  it('is nothing without a rejection, or for a rule that has no file', () => {
    expect(placeRejections(undefined, rules)).toEqual([]);
    expect(placeRejections([{ ruleName: 'Gone', errors: [{ path: '', message: 'x' }] }], rules)).toEqual([]);
  });
});
