// The digest of a plan: one line by which a reader sees that what is deployed is what was reviewed. It knows no clock.
import { canonicalJson, compareCodePoints, sha256 } from '../rules/hash.ts';
import type { Flow } from '../ports.ts';
import type { Change, Plan } from './plan.ts';

/** The hashes of flows, sorted, since the tenant's order means nothing. */
function hashesOf(flows: readonly Flow[]): string[] {
  return flows.map(({ payloadHash }) => payloadHash).toSorted(compareCodePoints);
}

/** One change as it is hashed: flow ids are left out, since a version that is made anew has none yet. */
function digestible({ name, action, rule, finalStatus, retirements, deletions }: Change): object {
  const before = retirements.map(({ flow, patch }) => ({ payloadHash: flow.payloadHash, ...patch }));
  const { effectiveDate, expirationDate } = rule?.payload ?? {};
  return {
    name: name.toWellFormed(),
    action,
    ...(rule === undefined ? {} : { to: rule.payloadHash }),
    ...(finalStatus === undefined ? {} : { status: finalStatus }),
    ...(effectiveDate === undefined ? {} : { effectiveDate }),
    ...(expirationDate === undefined ? {} : { expirationDate }),
    from: before.toSorted((a, b) => compareCodePoints(canonicalJson(a), canonicalJson(b))),
    deletes: hashesOf(deletions),
  };
}

/**
 * The digest of what a plan does: SHA-256 of the canonical JSON (RFC 8785) of its changes, sorted by name: the name, the
 * action, the payload hashes of the new version and of those before it, and the dates. Rules for which nothing is to be
 * done are left out, so a rule that is live already does not change it.
 * @returns 64 hex digits
 */
export function planDigest({ changes }: Plan): string {
  const counted = changes.filter(({ action }) => action !== 'none');
  const sorted = counted.toSorted((a, b) => compareCodePoints(a.name, b.name));
  return sha256(canonicalJson(sorted.map(digestible)));
}
