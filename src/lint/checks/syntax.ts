// Check `syntax`. It is made while files are loaded: rules/decode.ts and rules/parse-json.ts.
import type { Check } from '../check.ts';

export const syntax: Check = {
  id: 'syntax',
  severity: 'error',
  finds: 'a file that is no JSON document in UTF-8',
  isFixed: true,
};
