// A quick proof that a JSON text hides nothing from JSON.parse, so that a clean file need not be scanned sign by sign.
import { MAX_NESTING } from './scan-json.ts';

const QUOTE = 34;
const SPACE = 32;

/** How many keys a JSON text has at most: what looks like one inside a text is counted too. */
function countKeysAtMost(text: string): number {
  let count = 0;
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    let before = colon - 1;
    while (text.charCodeAt(before) <= SPACE) before--;
    if (text.charCodeAt(before) === QUOTE) count++;
  }
  return count;
}

/** How many keys a value has, or undefined where it holds a number or is nested too deeply. */
function countKeys(value: unknown, levels: number): number | undefined {
  if (typeof value === 'number') return undefined;
  if (typeof value !== 'object' || value === null) return 0;
  if (levels === 0) return undefined;
  let count = 0;
  const children: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  if (!Array.isArray(value)) count = children.length;
  for (const child of children) {
    if (typeof child === 'string') continue;
    const below = countKeys(child, levels - 1);
    if (below === undefined) return undefined;
    count += below;
  }
  return count;
}

/**
 * Whether a text certainly has no duplicate key, no number, no `\u` escape and no nesting past {@link MAX_NESTING}. A key
 * that stands twice is counted twice in the text and once in the value, and the text is never counted too low; so where
 * both counts are equal there is none. `false` proves nothing.
 * @param value what JSON.parse made of the text
 */
export function isEvidentlyClean(text: string, value: unknown): boolean {
  if (text.includes(String.raw`\u`)) return false;
  const count = countKeys(value, MAX_NESTING);
  return count !== undefined && count === countKeysAtMost(text);
}
