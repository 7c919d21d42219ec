import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locate } from '../../src/rules/locate.ts';
import { parseJson } from '../../src/rules/parse-json.ts';
import { jsonTexts } from './random-json.ts';

const PATH = 'rules/a.json';

/** Each problem as `check line:column-endLine:endColumn message`. */
function problemsOf(text: string): string[] {
  const problems = parseJson(text, PATH).problems ?? [];
  const ranges = locate(
    text,
    problems.map(({ place }) => place),
  );
  return problems.map(({ check, path, message }, index) => {
    expect(path).toBe(PATH);
    const range = ranges[index];
    return `${check} ${range?.line}:${range?.column}-${range?.endLine}:${range?.endColumn} ${message}`;
  });
}

describe('valid JSON', () => {
  it.each([
    ['an object', '{"a": [1, true, null, "x"]}'],
    ['a scalar', '7'],
    ['white space around', ' \n{}\r\n\t'],
    ['a whole surrogate pair in escapes', String.raw`"\ud83d\ude00"`],
    ['a backslash before a u', String.raw`"\\ud800"`],
  ])('%s', (_, text) => {
    expect(parseJson(text, PATH)).toEqual({ value: JSON.parse(text) });
  });

  it('__proto__ is a key like others and changes no prototype', () => {
    const { value } = parseJson('{"__proto__": {"polluted": true}}', PATH) as { value: object };
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('of random values has problems where keys stand twice, and only there', () => {
    fc.assert(
      fc.property(jsonTexts, ({ text, duplicates }) => {
        const places = (parseJson(text, PATH).problems ?? []).map(({ place }) => place);
        expect(places).toEqual(duplicates.map(({ start, end }) => ({ offset: start, length: end - start })));
      }),
      { numRuns: 1000, seed: 20_271_101 },
    );
  });
});

const EMPTY = 'syntax 1:1-1:1 the file is empty: a rule is expected';
const NO_VALUE = 'this is no JSON value: texts stand in double quotes';

describe('syntax errors', () => {
  it.each([
    ['an empty file', '', [EMPTY]],
    ['only white space', ' \n\t\r\n', [EMPTY]],
    [
      'a trailing comma in an object',
      '{"a": 1,\n}',
      ['syntax 1:8-1:9 JSON has no trailing comma: remove this one'],
    ],
    [
      'a trailing comma in a list',
      '[1, 2, ]',
      ['syntax 1:6-1:7 JSON has no trailing comma: remove this one'],
    ],
    ['a line comment', '{"a": 1 // one\n}', ['syntax 1:9-1:15 JSON has no comments: remove this one']],
    ['a block comment', '/* a\nb */ {}', ['syntax 1:1-2:5 JSON has no comments: remove this one']],
    ['single quotes around a value', `["a", 'b']`, [`syntax 1:7-1:10 ${NO_VALUE}`]],
    ['single quotes everywhere', `{'a': 'b',\n'c': 'd'}`, [`syntax 1:2-1:5 ${NO_VALUE}`]],
    ['a key without quotes', '{"a": 1,\nb: 2}', [`syntax 2:1-2:2 ${NO_VALUE}`]],
    ['a word that is no value', '{"a": NaN,\n"b": 2}', [`syntax 1:7-1:10 ${NO_VALUE}`]],
    ['a hash comment', '{"a": 1, # one\n"b": 2}', [`syntax 1:10-1:11 ${NO_VALUE}`]],
    [
      'a text over two lines',
      '{"a": "one\ntwo",\n"b": 2}',
      ['syntax 1:7-1:11 this text has no closing double quote'],
    ],
    ['a number with a zero in front', '{"a": 012}', ['syntax 1:8-1:10 a JSON number has no 0 in front']],
    ['a negative number with a zero in front', '[-01]', ['syntax 1:4-1:5 a JSON number has no 0 in front']],
    [
      'a trailing comma before a word that is no value',
      '[[1,], x]',
      ['syntax 1:4-1:5 JSON has no trailing comma: remove this one', `syntax 1:8-1:9 ${NO_VALUE}`],
    ],
    ['a missing comma', '{"a": 1\n"b": 2}', ['syntax 2:1-2:4 a comma is expected here']],
    ['a missing colon', '{"a" 1}', ['syntax 1:6-1:7 a colon is expected here']],
    ['a missing brace', '{"a": 1', ['syntax 1:8-1:9 a closing } is expected here']],
    ['a missing bracket', '[1', ['syntax 1:3-1:4 a closing ] is expected here']],
    ['more after the end', '{} {}', ['syntax 1:4-1:5 nothing may follow here: the JSON document has ended']],
    ['a text that does not end', '"abc', ['syntax 1:1-1:5 this text has no closing double quote']],
    ['an unknown escape', String.raw`"a\x"`, [String.raw`syntax 1:1-1:6 JSON has no such \ escape`]],
    [
      'a short escape',
      String.raw`"\u12"`,
      [String.raw`syntax 1:1-1:7 this \u escape is not four hex digits`],
    ],
    ['a tab in a text', '"a\tb"', ['syntax 1:1-1:6 a control character must be escaped in JSON']],
    ['an unfinished number', '[1.]', ['syntax 1:2-1:4 this number is not finished']],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  it('are all told, in the order of the file', () => {
    expect(problemsOf('{\n  "a": 1,,\n  "b" 2,\n  "c": [1, 2,],\n}')).toEqual([
      'syntax 2:10-2:11 a property name in double quotes is expected here',
      'syntax 3:7-3:8 a colon is expected here',
      'syntax 4:13-4:14 JSON has no trailing comma: remove this one',
      'syntax 4:15-4:16 JSON has no trailing comma: remove this one',
    ]);
  });

  it('by the hundred thousand are read in no long time', () => {
    const start = performance.now();
    expect(problemsOf(`[${', '.repeat(500_000)}1]`)).toHaveLength(20);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('come to twenty at most', () => {
    expect(problemsOf(`[${', '.repeat(100)}1]`)).toHaveLength(20);
  });

  it('a trailing comma behind which a comment stands is named too', () => {
    expect(problemsOf('[1, // one\n]')).toEqual([
      'syntax 1:5-1:11 JSON has no comments: remove this one',
      'syntax 1:3-1:4 JSON has no trailing comma: remove this one',
    ]);
  });
});

describe('nesting', () => {
  it('of 100,000 levels is a finding at the level that is too deep', () => {
    const text = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(problemsOf(text)).toEqual([
      'syntax 1:101-1:102 nested deeper than 100 levels: no rule needs that',
    ]);
  });

  it('of 100,000 levels that is broken too is a finding all the same', () => {
    expect(problemsOf('['.repeat(100_000))).toEqual([
      'syntax 1:101-1:102 nested deeper than 100 levels: no rule needs that',
    ]);
  });

  it('is not what stands in a text, nor many brackets beside each other', () => {
    expect(problemsOf(`["${'['.repeat(200)}", ${'[],'.repeat(200)} x]`)[0]).toMatch(/ this is no JSON value/);
  });
});

describe('duplicate keys', () => {
  it('are told at the second with the line of the first', () => {
    expect(problemsOf('{\n  "a": 1,\n  "b": {"a": 2},\n  "a": 3\n}')).toEqual([
      'duplicate-key 4:3-4:6 the key "a" stands twice in one object: first on line 2, column 3, and again here, on line 4, column 3',
    ]);
  });

  it('by the hundred thousand are read in no long time', () => {
    const start = performance.now();
    expect(problemsOf(`{${'"a":1,'.repeat(100_000)}"a":1}`)).toHaveLength(100_000);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('are told for each further one', () => {
    expect(problemsOf('{"x":1,\n"x":2,\n"x":3}')).toEqual([
      'duplicate-key 2:1-2:4 the key "x" stands twice in one object: first on line 1, column 2, and again here, on line 2, column 1',
      'duplicate-key 3:1-3:4 the key "x" stands twice in one object: first on line 1, column 2, and again here, on line 3, column 1',
    ]);
  });
});

describe('numbers that lose digits', () => {
  it.each([
    [
      'a whole number of 20 digits',
      '[12345678901234567890]',
      '1:2-1:22',
      '12345678901234567890',
      'it would be read as 12345678901234567000',
    ],
    [
      'a fraction of 19 digits',
      '{"a": 0.1234567890123456789}',
      '1:7-1:28',
      '0.1234567890123456789',
      'it would be read as 0.12345678901234568',
    ],
    ['one that is too large', '[1,\n1e400 ]', '2:1-2:6', '1e400', 'it is too large'],
    ['one that is too small', '-1e-400', '1:1-1:8', '-1e-400', 'it would be read as 0'],
  ])('%s', (_, text, place, number, kept) => {
    expect(problemsOf(text)).toEqual([
      `syntax ${place} the number ${number} cannot be kept exactly: ${kept}. Write it as a text in quotes`,
    ]);
  });

  it('are cut where they are long', () => {
    expect(problemsOf('9'.repeat(1000))[0]).toMatch(
      / the number 9{50}… cannot be kept exactly: it is too large/,
    );
  });

  it('are not those that are kept, however they are spelled', () => {
    expect(
      parseJson('[1.0, 1e2, 100, 0.10, -0, 0e999, 1E+2, 12.5e-1, 9007199254740992]', PATH).problems,
    ).toBe(undefined);
  });
});

describe('what is broken at random', () => {
  it('has problems, each at a place within the text, where JSON.parse says no, and only there', () => {
    const spoilt = fc
      .tuple(
        jsonTexts,
        fc.nat(),
        fc.constantFrom('', ...'{ } [ ] , : " \\ / * x 1 . - \t \n \u00a0 \u2028 \ufeff \0'.split(' ')),
        fc.nat(2),
      )
      .map(([{ text }, at, sign, taken]) => {
        const start = at % (text.length + 1);
        return text.slice(0, start) + sign + text.slice(start + taken);
      });
    fc.assert(
      fc.property(spoilt, (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const problems = parseJson(text, PATH).problems ?? [];
        const syntax = problems.filter(({ message }) => !/cannot be kept|surrogate|twice/.test(message));
        expect(syntax.length > 0).toBe(!isJson);
        for (const { place, message } of syntax) {
          if (message === 'the file is empty: a rule is expected') continue;
          const { offset, length } = place as { offset: number; length: number };
          expect(length).toBeGreaterThan(0);
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 5000, seed: 20_271_101 },
    );
  });
});

describe('lone surrogates', () => {
  const message = String.raw`this text holds half of a surrogate pair (a \ud800 to \udfff escape without its other half)`;

  it.each([
    ['a first half', String.raw`{"a": "x\ud800"}`, '1:7-1:16'],
    ['a second half', String.raw`{"a": "\udc00x"}`, '1:7-1:16'],
    ['halves the wrong way round', String.raw`{"a": "\ude00\ud83d"}`, '1:7-1:21'],
    ['capital digits', String.raw`["", "\uD800"]`, '1:6-1:14'],
  ])('%s in a value', (_, text, place) => {
    expect(problemsOf(text)).toEqual([`syntax ${place} ${message}`]);
  });

  it('in a key', () => {
    const { problems } = parseJson(String.raw`{"a": {"\ud800": {"\ud801": 1}}}`, PATH);
    expect(problems).toHaveLength(1);
    expect(problems?.[0]).toMatchObject({ check: 'syntax', message, place: { pointer: '/a/\ud800' } });
  });

  it('in a key are told at the key', () => {
    expect(problemsOf(String.raw`{"\ud800": 1}`)).toEqual([`syntax 1:2-1:10 ${message}`]);
  });

  it('are told together with duplicate keys', () => {
    expect(problemsOf(String.raw`{"a": 1, "a": "\udfff"}`).map((line) => line.split(' ')[0])).toEqual([
      'duplicate-key',
      'syntax',
    ]);
  });
});
