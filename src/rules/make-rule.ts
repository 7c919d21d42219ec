// A payload with its place and its status → rule.
import { hashPayload } from './hash.ts';
import type { Payload, Rule, Status } from './rule.ts';

/** Makes a rule. Its payload hash is computed when it is first asked for: the checks alone need none. */
export function makeRule(path: string, payload: Payload, status: Status): Rule {
  let hash: string | undefined;
  return {
    path,
    payload,
    status,
    get payloadHash() {
      return (hash ??= hashPayload(payload));
    },
  };
}
