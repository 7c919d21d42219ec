// Where in a rule a tenant's error speaks of: its own spelling of a place → a JSON pointer.
import { pointerStep, splitPointer } from './pointer.ts';
import type { Payload } from './rule.ts';

/** What a place in a rule can begin with. */
const BEGINNINGS: ReadonlySet<string> = new Set([
  'name',
  'campaignId',
  'nodes',
  'fallbackAction',
  'effectiveDate',
  'expirationDate',
]);

/** The steps of `nodes[3].transitions[0]`, with or without a `$` before it; also of `nodes.3.transitions.0`. */
function splitExpression(path: string): string[] {
  const steps = path.replace(/^\$\.?/, '').matchAll(/\[(?:(\d+)|'([^']*)'|"([^"]*)")\]|([^.[\]]+)/g);
  return [...steps].map(([, index, single, double, word]) => index ?? single ?? double ?? word ?? '');
}

/**
 * Reads the place of a tenant's error. The API's description leaves the spelling open: a JSON pointer (RFC 6901), with or
 * without `#`, a JSONPath-like expression (RFC 9535), and a node's id alone are understood.
 * @returns a JSON pointer; undefined where the text says no place in a rule
 */
export function readTenantPath(text: string, { nodes }: Pick<Payload, 'nodes'>): string | undefined {
  const path = text.trim().replace(/^#(?=\/)/, '');
  const node = nodes.findIndex(({ id }) => id === path);
  if (node >= 0) return `/nodes${pointerStep(node)}`;
  const steps = path.startsWith('/') ? splitPointer(path) : splitExpression(path);
  return BEGINNINGS.has(steps[0] ?? '') ? steps.map(pointerStep).join('') : undefined;
}
