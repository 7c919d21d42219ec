// A flow of the tenant → the text of the rule file that says the same, proved by reading it back.
import type { Flow } from '../ports.ts';
import { type IdMap, mapRule } from './id-map.ts';
import { readRule } from './load-rules.ts';
import { printRule } from './print-rule.ts';
import { NO_KNOWN_IDS, idsOfPayload, unmapPayload } from './unmap-payload.ts';

/** What a file is made of, beside the flow. */
export interface RuleFileRequest {
  readonly path: string;
  /** The text of the file that it takes the place of. */
  readonly old?: string | undefined;
  readonly map?: IdMap | undefined;
}

export type MadeRuleFile =
  | { readonly kind: 'text'; readonly text: string }
  /** The flow does not have the shape of a rule. */
  | { readonly kind: 'misfit'; readonly why: string }
  /** An id has no single way back through the id map. */
  | { readonly kind: 'ambiguous'; readonly why: string };

/** Problems of one flow that are told. */
const MOST_TOLD = 3;

/** Makes the file of a flow. What is written reads back as the flow's payload hash and status, or nothing is. */
export function makeRuleFile({ payload, payloadHash, status }: Flow, request: RuleFileRequest): MadeRuleFile {
  const { path, old, map } = request;
  const before = old === undefined ? undefined : readRule(old, path);
  const known = before !== undefined && 'payload' in before ? idsOfPayload(before.payload) : NO_KNOWN_IDS;
  const written = map === undefined ? payload : unmapPayload(payload, map, known);
  if (typeof written === 'string') return { kind: 'ambiguous', why: written };
  const text = printRule(written, status, old);
  const read = readRule(text, path);
  if (!('payload' in read)) {
    const told = read.slice(0, MOST_TOLD).map(({ message }) => message);
    const rest = read.length > MOST_TOLD ? ` and ${read.length - MOST_TOLD} more` : '';
    return { kind: 'misfit', why: told.join('; ') + rest };
  }
  const mapped = map === undefined ? read : mapRule(read, map);
  if (mapped.payloadHash !== payloadHash || mapped.status !== status)
    return { kind: 'misfit', why: 'a rule file that says the same does not read back as the same' };
  return { kind: 'text', text };
}
