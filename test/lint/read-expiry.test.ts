import { describe, expect, it } from 'vitest';
import { readExpiry } from '../../src/lint/read-expiry.ts';

const at = (text: string): number | string => {
  const expiry = readExpiry(text);
  return typeof expiry === 'number' ? new Date(expiry).toISOString() : expiry;
};

describe('the end of a suppression', () => {
  it.each([
    ['a day, through its end', '2027-12-31', '2028-01-01T00:00:00.000Z'],
    ['a leap day', '2028-02-29', '2028-03-01T00:00:00.000Z'],
    ['an instant in UTC', '2027-12-31T18:00:00Z', '2027-12-31T18:00:00.000Z'],
    ['an instant with an offset', '2027-12-31T18:00+01:00', '2027-12-31T17:00:00.000Z'],
    ['the last day there is', '9999-12-31', '+010000-01-01T00:00:00.000Z'],
  ])('is %s', (_, text, expected) => {
    expect(at(text)).toBe(expected);
  });

  it.each([
    ['2027-02-29', 'is a date or time that does not exist'],
    ['2027-13-01', 'is a date or time that does not exist'],
    ['2027-12-31T25:00:00Z', 'is a date or time that does not exist'],
    ['2027-12-31T18:00:00', 'is a local time without an offset: add Z, or an offset such as +01:00'],
    ['2027-12-31 ', 'is neither a date such as 2027-12-31 nor a date-time'],
    ['31.12.2027', 'is neither a date such as 2027-12-31 nor a date-time'],
    ['', 'is neither a date such as 2027-12-31 nor a date-time'],
    ['never', 'is neither a date such as 2027-12-31 nor a date-time'],
  ])('is not %j', (text, message) => {
    expect(at(text)).toMatch(new RegExp(`^${message.replaceAll(/[.*+]/g, String.raw`\$&`)}`));
  });
});
