// A rule as sentences about other rules name it.
import type { Rule } from '../rules/rule.ts';

/** The name in quotes, and the file: `"Main-Menu" (rules/main-menu.json)`. */
export function nameRule({ payload, path }: Rule): string {
  return `${JSON.stringify(payload.name)} (${path})`;
}
