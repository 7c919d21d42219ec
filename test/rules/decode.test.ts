import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES, decodeFile } from '../../src/rules/decode.ts';

const decode = (bytes: Uint8Array) => decodeFile({ path: 'rules/a.json', bytes });

function problemAt(line: number, message: string): object {
  return { check: 'syntax', path: 'rules/a.json', message, place: { line } };
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
    const problem = problemAt(1, 'the file has 5242881 bytes; the limit is 5242880 (5 MiB)');
    expect(decode(Buffer.alloc(MAX_FILE_BYTES + 1, ' '))).toEqual(problem);
  });

  it.each([
    ['before JSON', '{}'],
    ['alone', ''],
  ])('a byte order mark %s', (_, text) => {
    const problem = problemAt(1, 'the file starts with a byte order mark: save it as UTF-8 without one');
    expect(decode(Buffer.from(`\ufeff${text}`))).toEqual(problem);
  });

  it.each([
    ['Latin-1 in the first line', '{"a": "caf\xe9"}', 1],
    ['Latin-1 in the third line', '{\n"a": "ok",\n"b": "caf\xe9"}\n', 3],
    ['in two lines: the first is told', '{\n\xe9\n\n\xe9', 2],
    ['a character cut off at the end of a line', '{"a": "\xe2\x82\n"}', 1],
    ['a character cut off at the end of the file', '{}\n\n\xf0\x9f\x98', 3],
    ['an overlong form', '"\xc0\xaf"', 1],
    ['half of a surrogate pair', '\n"\xed\xa0\x80"', 2],
    ['UTF-16', '\xff\xfe{\0}\0', 1],
  ])('%s', (_, binary, line) => {
    const problem = problemAt(line, `line ${line} is no valid UTF-8: save the file as UTF-8`);
    expect(decode(Buffer.from(binary, 'latin1'))).toEqual(problem);
  });
});
