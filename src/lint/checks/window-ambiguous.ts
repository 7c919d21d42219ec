// Check `window-ambiguous`. It is made while files are loaded: rules/load-rules.ts.
import type { Check } from '../check.ts';

export const windowAmbiguous: Check = {
  id: 'window-ambiguous',
  severity: 'error',
  finds: 'an effective or expiration date that is a local time without an offset',
  isFixed: true,
};
