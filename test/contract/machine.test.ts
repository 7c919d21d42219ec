// What the tests need of the machine: a fallback to an older Node must not go unseen.
import { expect, it } from 'vitest';

it('runs on Node 24 or later, whatever Node the machine has', () => {
  expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(24);
});
