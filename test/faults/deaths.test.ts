// A seeded sample of the ends: runs that are killed or cancelled at any request, and what follows them. `npm run faults` plays all.
import { expect, it } from 'vitest';
import { SEED_OF_SAMPLE, playSample } from './sample.ts';

it(`what a run leaves that is killed or cancelled is brought in order (seed ${SEED_OF_SAMPLE})`, async () => {
  const { played, failures } = await playSample(/^(kill|cancel)/);
  expect(failures).toEqual([]);
  expect(played.length).toBeGreaterThan(40);
  expect(new Set(played.map(({ result }) => result))).toContain('killed');
}, 600_000);
