// The states of drift in words.
import type { DriftState } from '../plan/find-drift.ts';

export const STATE_WORDS: Readonly<Record<DriftState, string>> = {
  'in-sync': 'in sync',
  edited: 'edited on the tenant',
  'not-deployed': 'not deployed yet',
  both: 'edited on the tenant, and changed in git since the last deployment',
  missing: 'missing on the tenant',
};
