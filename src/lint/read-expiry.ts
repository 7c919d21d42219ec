// The end of a suppression: a date, or a date-time with an offset. It knows no clock.
import { readDateTime } from '../rules/date-time.ts';

const DATE = /^\d{4}-\d\d-\d\d$/;
const DAY = 86_400_000;

/**
 * Reads when a suppression ends.
 * @param text a date, which counts through its end in UTC, or a date-time with an offset
 * @returns the first instant after it in milliseconds since the epoch, or what is wrong with the text
 */
export function readExpiry(text: string): number | string {
  const isDate = DATE.test(text);
  const read = readDateTime(isDate ? `${text}T00:00:00Z` : text);
  if (read.kind === 'instant') return Date.parse(read.iso) + (isDate ? DAY : 0);
  if (read.kind !== 'malformed') return read.message;
  return 'is neither a date such as 2027-12-31 nor a date-time with an offset such as 2027-12-31T18:00:00+01:00';
}
