// Whether a number of JSON text survives being read: what is read is a double (RFC 8259, section 6).

/** A decimal number: its digits without zeros at either end, and the power of ten of the last one. */
interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

const NUMBER = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
const ZERO = 48;

function readDecimal(text: string): Decimal | undefined {
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const [, whole = '', fraction = '', power = '0'] = match;
  const digits = whole + fraction;
  let start = 0;
  let end = digits.length;
  while (start < end && digits.charCodeAt(start) === ZERO) start++;
  while (end > start && digits.charCodeAt(end - 1) === ZERO) end--;
  if (start === end) return { digits: '', exponent: 0 };
  return {
    digits: digits.slice(start, end),
    exponent: Number(power) - fraction.length + (digits.length - end),
  };
}

/**
 * Whether the decimal value of a JSON number is the one that a reader gets: the shortest decimal that stands for the double
 * (ECMA-262, Number::toString) is compared with what is written. The sign of zero does not count.
 * @param literal a number as JSON has it
 */
export function isKeptExactly(literal: string): boolean {
  const written = readDecimal(literal);
  const read = readDecimal(String(Number(literal)));
  return (
    written !== undefined &&
    read !== undefined &&
    written.digits === read.digits &&
    written.exponent === read.exponent
  );
}
