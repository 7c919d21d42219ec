import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDateTime } from '../../src/rules/date-time.ts';

const RUNS = { numRuns: 5000, seed: 20_271_101 };

describe('instants', () => {
  it.each([
    ['UTC', '2027-11-01T00:00:00Z', '2027-11-01T00:00:00.000Z'],
    ['lower case', '2027-11-01t00:00:00z', '2027-11-01T00:00:00.000Z'],
    ['an offset ahead', '2027-11-01T00:30:00+01:00', '2027-10-31T23:30:00.000Z'],
    ['an offset behind', '2027-12-31T20:00:00-05:30', '2028-01-01T01:30:00.000Z'],
    ['an offset of zero', '2027-11-01T00:00:00-00:00', '2027-11-01T00:00:00.000Z'],
    ['an offset without a colon', '2027-11-01T00:00:00+0100', '2027-10-31T23:00:00.000Z'],
    ['an offset of hours only', '2027-11-01T00:00:00+01', '2027-10-31T23:00:00.000Z'],
    ['no seconds', '2027-11-01T08:15Z', '2027-11-01T08:15:00.000Z'],
    ['a fraction', '2027-11-01T00:00:00.5Z', '2027-11-01T00:00:00.500Z'],
    ['a fraction behind a comma', '2027-11-01T00:00:00,25Z', '2027-11-01T00:00:00.250Z'],
    ['a fraction finer than a millisecond is cut', '2027-11-01T00:00:00.9999Z', '2027-11-01T00:00:00.999Z'],
    ['a leap day', '2028-02-29T12:00:00Z', '2028-02-29T12:00:00.000Z'],
    ['a leap day of a century', '2000-02-29T12:00:00Z', '2000-02-29T12:00:00.000Z'],
    ['a year before 100', '0050-01-01T00:00:00Z', '0050-01-01T00:00:00.000Z'],
    ['the last second of a day', '2027-12-31T23:59:59Z', '2027-12-31T23:59:59.000Z'],
  ])('%s', (_, text, iso) => {
    expect(readDateTime(text)).toEqual({ kind: 'instant', iso });
  });

  it('are those of Date for every RFC 3339 text', () => {
    const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');
    const texts = fc
      .tuple(
        fc.date({ min: new Date('0001-01-02'), max: new Date('9998-12-30'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom('Z', '+', '-'),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
      )
      .map(([date, digits, sign, hours, minutes]) => {
        const fraction =
          digits === 0 ? '' : `.${pad(date.getUTCMilliseconds(), 3).padEnd(6, '7').slice(0, digits)}`;
        const offset = sign === 'Z' ? 'Z' : `${sign}${pad(hours)}:${pad(minutes)}`;
        return date.toISOString().slice(0, 19) + fraction + offset;
      });
    fc.assert(
      fc.property(texts, (text) => {
        const expected = new Date(Date.parse(text)).toISOString();
        expect(readDateTime(text)).toEqual({ kind: 'instant', iso: expected });
      }),
      RUNS,
    );
  });

  it('exist exactly for the days that a calendar has', () => {
    for (let month = 0; month <= 13; month++) {
      for (let day = 0; day <= 32; day++) {
        for (const year of [1900, 2000, 2027, 2028]) {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T12:00:00Z`;
          const date = new Date(Date.UTC(year, month - 1, day, 12));
          const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
          expect([text, readDateTime(text).kind]).toEqual([text, isReal ? 'instant' : 'impossible']);
        }
      }
    }
  });
});

describe('what is no instant', () => {
  it.each([
    ['30 February', '2027-02-30T00:00:00Z', 'impossible'],
    ['29 February of a common year', '2027-02-29T00:00:00Z', 'impossible'],
    ['29 February of a common century', '1900-02-29T00:00:00Z', 'impossible'],
    ['31 April', '2027-04-31T00:00:00Z', 'impossible'],
    ['month 13', '2027-13-01T00:00:00Z', 'impossible'],
    ['month 0', '2027-00-01T00:00:00Z', 'impossible'],
    ['day 0', '2027-11-00T00:00:00Z', 'impossible'],
    ['24:00', '2027-11-01T24:00:00Z', 'impossible'],
    ['minute 60', '2027-11-01T10:60:00Z', 'impossible'],
    ['a leap second', '2016-12-31T23:59:60Z', 'impossible'],
    ['an offset of 24 hours', '2027-11-01T00:00:00+24:00', 'impossible'],
    ['an offset of 60 minutes', '2027-11-01T00:00:00+01:60', 'impossible'],
    ['an instant past the year 9999', '9999-12-31T23:30:00-01:00', 'impossible'],
    ['an instant before the year 0', '0000-01-01T00:30:00+01:00', 'impossible'],
    ['no offset', '2027-11-01T00:00:00', 'no-offset'],
    ['no offset, with a fraction', '2027-11-01T00:00:00.5', 'no-offset'],
    ['no offset and no seconds', '2027-11-01T00:00', 'no-offset'],
    ['a space instead of T and no offset', '2027-11-01 00:00:00', 'no-offset'],
    ['a date only', '2027-11-01', 'no-time'],
    ['a space instead of T', '2027-11-01 00:00:00Z', 'malformed'],
    ['a space before the offset', '2027-11-01T00:00:00 Z', 'malformed'],
    ['white space around', ' 2027-11-01T00:00:00Z', 'malformed'],
    ['a line end behind', '2027-11-01T00:00:00Z\n', 'malformed'],
    ['a time only', '10:00:00Z', 'malformed'],
    ['a month only', '2027-11', 'malformed'],
    ['the basic form', '20271101T000000Z', 'malformed'],
    ['a week date', '2027-W44-1T00:00:00Z', 'malformed'],
    ['an ordinal date', '2027-305T00:00:00Z', 'malformed'],
    ['a signed year', '+002027-11-01T00:00:00Z', 'malformed'],
    ['one digit', '2027-1-1T0:00:00Z', 'malformed'],
    ['hours only', '2027-11-01T10Z', 'malformed'],
    ['an empty fraction', '2027-11-01T00:00:00.Z', 'malformed'],
    ['digits of another script', '٢٠٢٧-11-01T00:00:00Z', 'malformed'],
    ['a time zone name', '2027-11-01T00:00:00 Europe/Berlin', 'malformed'],
    ['an e-mail date', 'Mon, 01 Nov 2027 00:00:00 GMT', 'malformed'],
    ['a number', '1793491200', 'malformed'],
    ['garbage', 'tomorrow', 'malformed'],
    ['nothing', '', 'malformed'],
  ])('%s', (_, text, kind) => {
    expect(readDateTime(text).kind).toBe(kind);
  });

  it('is told in words that say what to write', () => {
    const messageOf = (text: string): string => {
      const date = readDateTime(text);
      return date.kind === 'instant' ? '' : date.message;
    };
    expect(messageOf('2027-02-30T00:00:00Z')).toBe('is a date or time that does not exist');
    expect(messageOf('2027-11-01T00:00:00')).toBe(
      'is a local time without an offset: add Z, or an offset such as +01:00',
    );
    expect(messageOf('2027-11-01')).toBe('is a date without a time: write it as 2027-11-01T00:00:00Z');
    expect(messageOf('soon')).toBe('is no ISO 8601 date-time: write it as 2027-11-01T00:00:00Z');
  });

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      '2027',
      '-',
      '11',
      '01',
      'T',
      ':',
      '00',
      '.',
      'Z',
      '+',
      ' ',
      '99',
      '😀',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 16 }), (parts) => {
        const date = readDateTime(parts.join(''));
        if (date.kind === 'instant') expect(new Date(date.iso).toISOString()).toBe(date.iso);
        else expect(date.message).not.toBe('');
      }),
      RUNS,
    );
  });
});
