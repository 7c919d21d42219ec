// Canonical JSON and the hashes made of it. The source of both definitions is INTERFACE section 1.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Payload, Rule } from './rule.ts';

/** SHA-256 of a UTF-8 text as 64 lower-case hex digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * The canonical JSON of a value (RFC 8785).
 * @throws where the value cannot be written as JSON
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('this value has no JSON form');
  return text;
}

/** The payload hash: SHA-256, hex, of the payload's canonical JSON. */
export function hashPayload(payload: Payload): string {
  return sha256(canonicalJson(payload));
}

/** The canonical JSON of a payload without its window: equal for two versions that differ in their dates at most. */
export function contentWithoutDates({
  effectiveDate: _from,
  expirationDate: _to,
  ...content
}: Payload): string {
  return canonicalJson(content);
}

/** Orders texts by code point, which is how names are sorted wherever order is part of a hash. */
export function compareCodePoints(a: string, b: string): number {
  const left = Buffer.from(a, 'utf8');
  return left.compare(Buffer.from(b, 'utf8'));
}

/**
 * The ruleset digest: what `sha256sum` makes of the listing of one line `<payloadHash>  <name>` a rule, sorted by name.
 * @returns 64 hex digits
 */
export function rulesetDigest(rules: readonly Pick<Rule, 'payload' | 'payloadHash'>[]): string {
  const sorted = rules.toSorted((a, b) => compareCodePoints(a.payload.name, b.payload.name));
  return sha256(sorted.map((rule) => `${rule.payloadHash}  ${rule.payload.name}\n`).join(''));
}
