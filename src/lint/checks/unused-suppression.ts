// Check `unused-suppression`. It is made of the config file's suppressions: lint/explain-suppressions.ts.
import type { Check } from '../check.ts';

export const unusedSuppression: Check = {
  id: 'unused-suppression',
  severity: 'warning',
  finds: 'a suppression in the config file that speaks of no finding',
  isNeverSuppressed: true,
};
