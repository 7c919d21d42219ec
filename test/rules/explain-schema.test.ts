import { describe, expect, it } from 'vitest';
import { explainSchemaErrors } from '../../src/rules/explain-schema.ts';
import type { Place } from '../../src/rules/problem.ts';
import { atKey, atValue } from '../../src/rules/problem.ts';
import { validate } from '../../src/rules/validate-rule.generated.js';
import { ruleFile } from './rule-file.ts';

function explain(value: unknown): [string, Place][] {
  if (validate(value)) return [];
  return explainSchemaErrors(validate.errors ?? [], value).map(({ message, place }) => [message, place]);
}

const greeting = { id: 'root', type: 'greeting', mediaAssetId: 'asset_1' };
const withNode = (node: unknown): object => ruleFile({ nodes: [greeting, node] });
const withTransition = (transition: unknown): object =>
  withNode({ id: 'a', type: 'dtmf', transitions: [transition] });

describe('a rule that fits', () => {
  it.each<[string, object]>([
    ['as it is', ruleFile()],
    [
      'with all there is',
      ruleFile({ $schema: 'x', status: 'DRAFT', effectiveDate: 'a', expirationDate: 'b' }),
    ],
    ['with a fallback that has a target', ruleFile({ fallbackAction: { type: 'queue', target: 'late' } })],
    [
      'with a target that is empty: a check of its own tells that',
      withTransition({ condition: 'timeout', target: '' }),
    ],
  ])('%s', (_, value) => {
    expect(explain(value)).toEqual([]);
  });
});

describe('what is missing', () => {
  it.each<[string, object, string, string]>([
    ['the name', ruleFile({ name: undefined }), 'name is missing', ''],
    ['the campaign', ruleFile({ campaignId: undefined }), 'campaignId is missing', ''],
    ['the nodes', ruleFile({ nodes: undefined }), 'nodes is missing', ''],
    ['the fallback', ruleFile({ fallbackAction: undefined }), 'fallbackAction is missing', ''],
    [
      'the type of the fallback',
      ruleFile({ fallbackAction: {} }),
      'fallbackAction.type is missing',
      '/fallbackAction',
    ],
    ['the id of a node', withNode({ type: 'queue' }), 'nodes[1].id is missing', '/nodes/1'],
    ['the type of a node', withNode({ id: 'a' }), 'nodes[1].type is missing', '/nodes/1'],
    [
      'the media asset of a greeting',
      withNode({ id: 'a', type: 'greeting' }),
      'nodes[1].mediaAssetId is missing: a greeting needs one',
      '/nodes/1',
    ],
    [
      'the condition of a transition',
      withTransition({ target: 'root' }),
      'nodes[1].transitions[0].condition is missing',
      '/nodes/1/transitions/0',
    ],
    [
      'the target of a transition',
      withTransition({ condition: 'press_1' }),
      'nodes[1].transitions[0].target is missing',
      '/nodes/1/transitions/0',
    ],
  ])('%s', (_, value, message, pointer) => {
    expect(explain(JSON.parse(JSON.stringify(value)))).toEqual([[message, atValue(pointer)]]);
  });
});

describe('what is unknown', () => {
  it.each<[string, object, string, string]>([
    [
      'a typo in a node',
      withNode({ id: 'a', type: 'queue', trasitions: [] }),
      'nodes[1] has no property "trasitions": did you mean "transitions"?',
      '/nodes/1/trasitions',
    ],
    [
      'a typo in a rule',
      ruleFile({ effectivDate: 'x' }),
      'a rule has no property "effectivDate": did you mean "effectiveDate"?',
      '/effectivDate',
    ],
    [
      'a word that is like none',
      ruleFile({ owner: 'x' }),
      'a rule has no property "owner": it knows $schema, name, campaignId, nodes, fallbackAction, effectiveDate, expirationDate, status',
      '/owner',
    ],
    [
      'in a transition, with what a transition knows',
      withTransition({ condition: 'press_1', target: 'root', weight: 1 }),
      'nodes[1].transitions[0] has no property "weight": it knows condition, target',
      '/nodes/1/transitions/0/weight',
    ],
    [
      'in the fallback, with what a fallback knows',
      ruleFile({ fallbackAction: { type: 'hangup', mediaAssetId: 'a' } }),
      'fallbackAction has no property "mediaAssetId": it knows type, target',
      '/fallbackAction/mediaAssetId',
    ],
    [
      'a key with a slash',
      ruleFile({ 'a/b': 1 }),
      'a rule has no property "a/b": it knows $schema, name, campaignId, nodes, fallbackAction, effectiveDate, expirationDate, status',
      '/a~1b',
    ],
  ])('%s', (_, value, message, pointer) => {
    expect(explain(value)).toEqual([[message, atKey(pointer)]]);
  });

  it('__proto__ is told like any other word', () => {
    const text = JSON.stringify(ruleFile()).replace('{', '{"__proto__": {"name": "x"}, ');
    const [[message, place] = []] = explain(JSON.parse(text));
    expect(message).toMatch(/^a rule has no property "__proto__": it knows/);
    expect(place).toEqual(atKey('/__proto__'));
  });
});

describe('what is of the wrong kind', () => {
  const types = '"greeting", "dtmf", "transfer", "queue", "hangup"';

  it.each<[string, unknown, string, string]>([
    ['null for a text', ruleFile({ name: null }), 'name must be a text in quotes, not null', '/name'],
    [
      'null for a date',
      ruleFile({ effectiveDate: null }),
      'effectiveDate must be a text in quotes, not null',
      '/effectiveDate',
    ],
    [
      'null for a target',
      withTransition({ condition: 'x', target: null }),
      'nodes[1].transitions[0].target must be a text in quotes, not null',
      '/nodes/1/transitions/0/target',
    ],
    [
      'null for a media asset',
      withNode({ ...greeting, mediaAssetId: null }),
      'nodes[1].mediaAssetId must be a text in quotes, not null',
      '/nodes/1/mediaAssetId',
    ],
    [
      'null for a list',
      withNode({ id: 'a', type: 'queue', transitions: null }),
      'nodes[1].transitions must be a list, not null',
      '/nodes/1/transitions',
    ],
    [
      'null for an object',
      ruleFile({ fallbackAction: null }),
      'fallbackAction must be an object, not null',
      '/fallbackAction',
    ],
    [
      'a number for a text',
      ruleFile({ campaignId: 12 }),
      'campaignId must be a text in quotes, not the number 12',
      '/campaignId',
    ],
    [
      'a boolean for a text',
      ruleFile({ $schema: true }),
      '$schema must be a text in quotes, not the boolean true',
      '/$schema',
    ],
    ['a text for a list', ruleFile({ nodes: 'root' }), 'nodes must be a list, not a text', '/nodes'],
    ['an object for a list', ruleFile({ nodes: {} }), 'nodes must be a list, not an object', '/nodes'],
    ['a list for an object', withNode([]), 'nodes[1] must be an object, not a list', '/nodes/1'],
    [
      'a text for a transition',
      withTransition('root'),
      'nodes[1].transitions[0] must be an object, not a text',
      '/nodes/1/transitions/0',
    ],
    ['a list for the rule', [], 'the rule must be an object, not a list', ''],
    ['null for the rule', null, 'the rule must be an object, not null', ''],
    [
      'no nodes at all',
      ruleFile({ nodes: [] }),
      'nodes is empty: a rule needs at least one node, the entry',
      '/nodes',
    ],
    ['an empty name', ruleFile({ name: '' }), 'name is empty', '/name'],
    [
      'an empty condition',
      withTransition({ condition: '', target: 'root' }),
      'nodes[1].transitions[0].condition is empty',
      '/nodes/1/transitions/0/condition',
    ],
    [
      'a misspelled type',
      withNode({ id: 'a', type: 'hangupp' }),
      `nodes[1].type must be one of ${types}; did you mean "hangup"?`,
      '/nodes/1/type',
    ],
    [
      'a type in capitals',
      withNode({ id: 'a', type: 'QUEUE' }),
      `nodes[1].type must be one of ${types}; did you mean "queue"?`,
      '/nodes/1/type',
    ],
    [
      'a type that is like none',
      withNode({ id: 'a', type: 'voicemail' }),
      `nodes[1].type must be one of ${types}`,
      '/nodes/1/type',
    ],
    [
      'a type that is no text',
      withNode({ id: 'a', type: 7 }),
      `nodes[1].type must be one of ${types}`,
      '/nodes/1/type',
    ],
    [
      'a type that no fallback has',
      ruleFile({ fallbackAction: { type: 'greeting' } }),
      'fallbackAction.type must be one of "hangup", "queue", "transfer"',
      '/fallbackAction/type',
    ],
    [
      'a status in small letters',
      ruleFile({ status: 'active' }),
      'status must be one of "DRAFT", "ACTIVE", "INACTIVE"; did you mean "ACTIVE"?',
      '/status',
    ],
  ])('%s', (_, value, message, pointer) => {
    expect(explain(value)).toEqual([[message, atValue(pointer)]]);
  });
});

it('a number that lost digits when it was read is not spelled wrongly', () => {
  const text = JSON.stringify(ruleFile()).replace('"camp_1"', '12345678901234567890');
  expect(explain(JSON.parse(text))).toEqual([
    ['campaignId must be a text in quotes, not a number', atValue('/campaignId')],
  ]);
});

describe('one cause, one finding', () => {
  it('of several causes each is told', () => {
    const value = { ...ruleFile({ name: 5, nodes: [] }), owner: 'x' };
    const firstWords = explain(value).map(([message]) => message.split(' ')[0]);
    expect(new Set(firstWords)).toEqual(new Set(['a', 'name', 'nodes']));
    expect(firstWords).toHaveLength(3);
  });

  it('two nodes with one fault each are two', () => {
    expect(explain(ruleFile({ nodes: [{ id: 'a' }, { id: 'b' }] }))).toEqual([
      ['nodes[0].type is missing', atValue('/nodes/0')],
      ['nodes[1].type is missing', atValue('/nodes/1')],
    ]);
  });

  it.each<[string, object, string]>([
    ['the name', { ...ruleFile({ name: undefined }), nmae: 'x' }, '/nmae'],
    ['a media asset', withNode({ id: 'a', type: 'greeting', mediaAssetID: 'x' }), '/nodes/1/mediaAssetID'],
    ['a target', withTransition({ condition: 'press_1', targte: 'root' }), '/nodes/1/transitions/0/targte'],
  ])('a typo in the key of %s is not also told as the key that is missing', (_, value, pointer) => {
    const found = explain(JSON.parse(JSON.stringify(value)));
    expect(found).toHaveLength(1);
    expect(found[0]?.[0]).toMatch(/did you mean/);
    expect(found[0]?.[1]).toEqual(atKey(pointer));
  });
});
