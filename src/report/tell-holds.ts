// What a rollback holds and releases, in words for people.
import type { Held } from '../plan/deployed-state.ts';
import { holdKey } from '../plan/holds.ts';
import type { Detail } from './report.ts';

function spell({ name, payloadHash }: Held): string {
  const shown = JSON.stringify(name);
  return payloadHash === '' ? `the removal of ${shown}` : `${shown} (${payloadHash.slice(0, 12)})`;
}

function list(held: readonly Held[]): string {
  return held.map(spell).join(', ');
}

/**
 * @param before what was held
 * @param after what is held, or would be
 * @param isPreview whether nothing has happened
 */
export function tellHolds(before: readonly Held[], after: readonly Held[], isPreview: boolean): Detail[] {
  const keys = new Set(after.map(holdKey));
  const released = before.filter((entry) => !keys.has(holdKey(entry)));
  const details: Detail[] = [];
  if (after.length > 0) {
    const verb = isPreview ? 'would be held' : 'held';
    const until = 'until they are edited, rolled back to, or input override-reason is set';
    details.push({ text: `${verb} ${until}: ${list(after)}` });
  }
  if (released.length > 0)
    details.push({ text: `${isPreview ? 'would be held no longer' : 'no longer held'}: ${list(released)}` });
  return details;
}
