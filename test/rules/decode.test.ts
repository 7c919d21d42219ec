import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES, decodeFile } from '../../src/rules/decode.ts';

const decode = (bytes: Uint8Array) => decodeFile({ path: 'rules/a.json', bytes });

function problemAt(place: object, message: string): object {
  return { check: 'syntax', path: 'rules/a.json', message, place };
}

describe('texts that can be read', () => {
  it.each([
    ['ASCII', '{}\n'],
    ['characters of two, three and four bytes', '{"é": "€ 😀"}'],
    ['nothing', ''],
    ['a replacement character that really stands there', '"\ufffd"'],
    ['a byte order mark in the middle', '"\ufeff"'],
  ])('%s', (_, text) => {
    expect(decode(new TextEncoder().encode(text))).toBe(text);
  });

  it('as a part of a larger buffer', () => {
    expect(decode(new TextEncoder().encode('xx{}yy').subarray(2, 4))).toBe('{}');
  });

  it('of exactly the largest size', () => {
    expect(decode(Buffer.alloc(MAX_FILE_BYTES, ' '))).toHaveLength(MAX_FILE_BYTES);
  });
});

describe('texts that cannot be read', () => {
  it('one byte over the largest size', () => {
    const problem = problemAt({ line: 1 }, 'the file has 5242881 bytes; the limit is 5242880 (5 MiB)');
    expect(decode(Buffer.alloc(MAX_FILE_BYTES + 1, ' '))).toEqual(problem);
  });

  it.each([
    ['before JSON', '{}'],
    ['alone', ''],
  ])('a byte order mark %s', (_, text) => {
    const problem = problemAt(
      { line: 1, column: 1, endColumn: 2 },
      'the file starts with a byte order mark: save it as UTF-8 without one',
    );
    expect(decode(Buffer.from(`\ufeff${text}`))).toEqual(problem);
  });

  it.each([
    ['Latin-1 in the first line', '{"a": "caf\xe9"}', 1, 11, 'e9'],
    ['Latin-1 in the third line', '{\n"a": "ok",\n"b": "caf\xe9"}\n', 3, 10, 'e9'],
    ['in two lines: the first is told', '{\n\xe9\n\n\xe9', 2, 1, 'e9'],
    [
      'behind characters of two, three and four bytes',
      '"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\xff"',
      1,
      6,
      'ff',
    ],
    ['a character cut off at the end of a line', '{"a": "\xe2\x82\n"}', 1, 8, 'e2'],
    ['a character cut off at the end of the file', '{}\n\n\xf0\x9f\x98', 3, 1, 'f0'],
    ['a character cut off by another one', '"\xf0\x9f\xc3\xa9"', 1, 2, 'f0'],
    ['the second byte of a character alone', '{\r\n"\x80"', 2, 2, '80'],
    ['an overlong form', '"\xc0\xaf"', 1, 2, 'c0'],
    ['half of a surrogate pair', '\n"\xed\xa0\x80"', 2, 2, 'ed'],
    ['what is past the last code point', '"\xf4\x90\x80\x80"', 1, 2, 'f4'],
    ['UTF-16', '\xff\xfe{\0}\0', 1, 1, 'ff'],
  ])('%s, at its first bad byte', (_, binary, line, column, byte) => {
    const problem = problemAt(
      { line, column, endColumn: column + 1 },
      `line ${line} is no valid UTF-8 (byte 0x${byte}): save the file as UTF-8`,
    );
    expect(decode(Buffer.from(binary, 'latin1'))).toEqual(problem);
  });

  it('at any byte of any text that is spoilt', () => {
    const texts = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat({ max: 7 }), (text, at, tail) => {
        const units = Array.from(text);
        const start = units.slice(0, at % (units.length + 1)).join('');
        const bytes = Buffer.concat([Buffer.from(start), Buffer.from([0xff]), Buffer.alloc(tail, 0x80)]);
        const lines = start.split('\n');
        const column = (lines.at(-1)?.length ?? 0) + 1;
        if (start.startsWith('\ufeff')) return;
        expect(decode(bytes)).toMatchObject({ place: { line: lines.length, column, endColumn: column + 1 } });
      }),
      { numRuns: 2000, seed: 20_271_101 },
    );
  });
});
