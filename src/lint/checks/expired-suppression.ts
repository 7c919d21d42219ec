// Check `expired-suppression`. It is made of the config file's suppressions: lint/explain-suppressions.ts.
import type { Check } from '../check.ts';

export const expiredSuppression: Check = {
  id: 'expired-suppression',
  severity: 'error',
  finds: 'a suppression in the config file that is over, and so suppresses nothing',
  isNeverSuppressed: true,
};
