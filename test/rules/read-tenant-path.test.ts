import { expect, it } from 'vitest';
import { readTenantPath } from '../../src/rules/read-tenant-path.ts';

const rule = {
  nodes: ['root', 'nodes[1]', 'name'].map((id) => ({ id, type: 'queue' as const, transitions: [] })),
};

it.each<[string, string, string | undefined]>([
  ['a JSON pointer', '/nodes/0/mediaAssetId', '/nodes/0/mediaAssetId'],
  ['a JSON pointer as a fragment', '#/campaignId', '/campaignId'],
  ['a JSON pointer with escapes', '/nodes/0/a~1b~0c', '/nodes/0/a~1b~0c'],
  ['an expression', 'nodes[2].transitions[0].target', '/nodes/2/transitions/0/target'],
  ['an expression from the root', '$.nodes[2]', '/nodes/2'],
  ['an expression with names in brackets', `$['nodes'][2]["target"]`, '/nodes/2/target'],
  ['an expression with dots alone', 'nodes.2.transitions.0', '/nodes/2/transitions/0'],
  ['a node by its id', ' root ', '/nodes/0'],
  ['a node whose id looks like an expression', 'nodes[1]', '/nodes/1'],
  ['a node whose id is a key of the rule', 'name', '/nodes/2'],
  ['a key of the rule', 'fallbackAction', '/fallbackAction'],
  ['nothing', '', undefined],
  ['a place outside a rule', '/flows/0', undefined],
  ['words', 'somewhere in the menu', undefined],
  ['a pointer to the whole', '/', undefined],
])('%s: %s', (_, text, pointer) => {
  expect(readTenantPath(text, rule)).toBe(pointer);
});
