// ISO 8601 date-times with an offset, and what is wrong with those that are none. It knows no clock.

export type DateTime =
  | { readonly kind: 'instant'; readonly iso: string }
  | { readonly kind: 'no-offset' | 'no-time' | 'impossible' | 'malformed'; readonly message: string };

const DATE = String.raw`(\d{4})-(\d\d)-(\d\d)`;
const TIME = String.raw`(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?`;
const OFFSET = String.raw`(Z|[+-]\d\d(?::?\d\d)?)`;
const WITH_OFFSET = new RegExp(`^${DATE}T${TIME}${OFFSET}$`, 'i');
const WITHOUT_OFFSET = new RegExp(`^${DATE}[T ]${TIME}$`, 'i');
const DATE_ONLY = new RegExp(`^${DATE}$`);

function offsetMinutes(text: string): number | undefined {
  if (text.toUpperCase() === 'Z') return 0;
  const digits = text.slice(1).replace(':', '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2) || '0');
  if (hours > 23 || minutes > 59) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const FOUR_HUNDRED_YEARS = Date.UTC(2400, 0, 1) - Date.UTC(2000, 0, 1);

/** Days of a month of the Gregorian calendar; 0 for a month that does not exist. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return isLeap && month === 2 ? 29 : (DAYS[month - 1] ?? 0);
}

function instantOf(match: RegExpExecArray): string | undefined {
  const [, year, month, day, hour, minute, second = '0', fraction = '', offset = ''] = match;
  const shift = offsetMinutes(offset);
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const days = daysIn(Number(year), Number(month));
  const isReal =
    Number(day) >= 1 &&
    Number(day) <= days &&
    Number(hour) <= 23 &&
    Number(minute) <= 59 &&
    Number(second) <= 59;
  if (!isReal || shift === undefined) return undefined;
  // Date.UTC takes the years before 100 for those of the last century; the calendar comes round every 400 years.
  const local =
    Date.UTC(
      Number(year) + 400,
      Number(month) - 1,
      Number(day),
      Number(hour),
      Number(minute),
      Number(second),
    ) - FOUR_HUNDRED_YEARS;
  const instant = new Date(local + milliseconds - shift * 60_000).toISOString();
  // Years outside 0000 to 9999 are written with a sign, which RFC 3339 does not know.
  return /^\d/.test(instant) ? instant : undefined;
}

const USUAL_FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;
const WITHOUT_MILLISECONDS = '2027-11-01T00:00:00Z'.length;

/** The instant of a text that is written as `Date.toISOString()` writes it, or so without milliseconds: most are. */
function readUsualForm(text: string): string | undefined {
  if (!USUAL_FORM.test(text)) return undefined;
  const twoDigits = (at: number): number => Number(text.slice(at, at + 2));
  const day = twoDigits(8);
  const isReal =
    day >= 1 &&
    day <= daysIn(Number(text.slice(0, 4)), twoDigits(5)) &&
    twoDigits(11) <= 23 &&
    twoDigits(14) <= 59 &&
    twoDigits(17) <= 59;
  if (!isReal) return undefined;
  return text.length === WITHOUT_MILLISECONDS ? `${text.slice(0, -1)}.000Z` : text;
}

/**
 * Reads an ISO 8601 date-time (the calendar form with extended separators, as RFC 3339 profiles it; seconds may be left out).
 * @returns the instant as `Date.toISOString()` writes it, or what is wrong
 */
export function readDateTime(text: string): DateTime {
  const usual = readUsualForm(text);
  if (usual !== undefined) return { kind: 'instant', iso: usual };
  const match = WITH_OFFSET.exec(text);
  if (match !== null) {
    const iso = instantOf(match);
    if (iso !== undefined) return { kind: 'instant', iso };
    return { kind: 'impossible', message: 'is a date or time that does not exist' };
  }
  if (WITHOUT_OFFSET.test(text)) {
    return {
      kind: 'no-offset',
      message: 'is a local time without an offset: add Z, or an offset such as +01:00',
    };
  }
  if (DATE_ONLY.test(text)) {
    return { kind: 'no-time', message: 'is a date without a time: write it as 2027-11-01T00:00:00Z' };
  }
  return { kind: 'malformed', message: 'is no ISO 8601 date-time: write it as 2027-11-01T00:00:00Z' };
}
