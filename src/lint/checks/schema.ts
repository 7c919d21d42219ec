// Check `schema`. It is made while files are loaded: rules/load-rules.ts and rules/explain-schema.ts.
import type { Check } from '../check.ts';

export const schema: Check = {
  id: 'schema',
  severity: 'error',
  finds: 'a document that does not have the shape of a rule',
  isFixed: true,
};
