// Check `rule-files`. It is made where files are found and read: workspace/.
import type { Check } from '../check.ts';

export const ruleFiles: Check = {
  id: 'rule-files',
  severity: 'error',
  isFixed: true,
  finds: 'a place that input `rules` matches and that cannot be read as a file, or no rule file at all',
};
