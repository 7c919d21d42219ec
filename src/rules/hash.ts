// Canonical JSON and the hashes made of it. The source of both definitions is INTERFACE section 1.
import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Payload, Rule } from './rule.ts';

/** SHA-256 of a UTF-8 text as 64 lower-case hex digits. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
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

/** The payload with its keys in the order of RFC 8785, section 3.2.3, in every object. */
function sortKeys({
  campaignId,
  effectiveDate,
  expirationDate,
  fallbackAction,
  name,
  nodes,
}: Payload): Payload {
  const { target, type } = fallbackAction;
  return {
    campaignId,
    ...(effectiveDate === undefined ? {} : { effectiveDate }),
    ...(expirationDate === undefined ? {} : { expirationDate }),
    fallbackAction: target === undefined ? { type } : { target, type },
    name,
    nodes: nodes.map(({ id, mediaAssetId, transitions, type }) => {
      const sorted = transitions.map(({ condition, target }) => ({ condition, target }));
      return mediaAssetId === undefined
        ? { id, transitions: sorted, type }
        : { id, mediaAssetId, transitions: sorted, type };
    }),
  };
}

/** What JSON.stringify makes of half of a surrogate pair, and of a backslash before these letters. */
const SURROGATE_ESCAPE = String.raw`\ud`;

/**
 * The canonical JSON of a payload, as {@link canonicalJson} writes it, several times as fast: with the keys in order and
 * without numbers, JSON.stringify writes RFC 8785's form itself, but for lone surrogates, which have none.
 * @throws where a text holds half of a surrogate pair
 */
export function canonicalPayload(payload: Payload): string {
  const text = JSON.stringify(sortKeys(payload));
  return text.includes(SURROGATE_ESCAPE) ? canonicalJson(payload) : text;
}

/** The payload hash: SHA-256, hex, of the payload's canonical JSON. */
export function hashPayload(payload: Payload): string {
  return sha256(canonicalPayload(payload));
}

/** The canonical JSON of a payload without its window: equal for two versions that differ in their dates at most. */
export function contentWithoutDates({
  effectiveDate: _from,
  expirationDate: _to,
  ...content
}: Payload): string {
  return canonicalPayload(content);
}

/** Whether a UTF-16 unit is half of a pair, which stands for a code point above all others. */
function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** Orders texts by code point, which is how names are sorted wherever order is part of a hash. */
export function compareCodePoints(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (left === right) continue;
    if (isSurrogate(left) !== isSurrogate(right)) return isSurrogate(left) ? 1 : -1;
    return left < right ? -1 : 1;
  }
  return Math.sign(a.length - b.length);
}

/**
 * The ruleset digest: what `sha256sum` makes of the listing of one line `<payloadHash>  <name>` a rule, sorted by name.
 * @returns 64 hex digits
 */
export function rulesetDigest(rules: readonly Pick<Rule, 'payload' | 'payloadHash'>[]): string {
  const sorted = rules.toSorted((a, b) => compareCodePoints(a.payload.name, b.payload.name));
  return sha256(sorted.map((rule) => `${rule.payloadHash}  ${rule.payload.name}\n`).join(''));
}
