// Check `duplicate-key`. It is made while files are loaded: rules/parse-json.ts.
import type { Check } from '../check.ts';

export const duplicateKey: Check = {
  id: 'duplicate-key',
  severity: 'error',
  finds: 'a key that stands twice in one JSON object, of which a parser silently keeps one',
  isFixed: true,
};
