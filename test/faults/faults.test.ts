// A seeded sample of the faults: tenant and GitHub fail at any request of a deployment or of its undoing. `npm run faults` plays all.
import { expect, it } from 'vitest';
import { SEED_OF_SAMPLE, playSample } from './sample.ts';

it(`a deployment is all new or all old, and says which, whatever fails (seed ${SEED_OF_SAMPLE})`, async () => {
  const { played, failures } = await playSample(/^(deploy|undo|github)/);
  expect(failures).toEqual([]);
  expect(played.length).toBeGreaterThan(80);
  // The faults are real: some deployments survive them, some are undone, and some of those not even that.
  const results = new Set(played.map(({ result }) => result));
  expect([...results]).toEqual(expect.arrayContaining(['deployed', 'undone', 'undo-failed']));
}, 600_000);
