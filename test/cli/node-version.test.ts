import { expect, it } from 'vitest';
import { explainOldNode } from '../../src/cli/node-version.ts';

it.each([
  ['20.12.0', undefined],
  ['20.20.2', undefined],
  ['21.0.0', undefined],
  ['24.21.0', undefined],
  ['20.11.9', 'this needs Node 20.12 or later, and this is Node 20.11.9'],
  ['18.20.4', 'this needs Node 20.12 or later, and this is Node 18.20.4'],
])('Node %s', (version, expected) => {
  expect(explainOldNode(version)).toBe(expected);
});
