import { describe, expect, it } from 'vitest';
import { locate } from '../../src/rules/locate.ts';
import { type Place, atKey, atValue } from '../../src/rules/problem.ts';

const text = ['{', '  "a": "x",', '  "list": [', '    1,', '    { "b": "😀", "c": 2 }', '  ]', '}'].join(
  '\n',
);

function at(line: number, column: number, endLine: number, endColumn: number): object {
  return { line, column, endLine, endColumn };
}

const PLACES: readonly (readonly [string, Place, object])[] = [
  ['the whole document', atValue(''), at(1, 1, 7, 2)],
  ['a value', atValue('/a'), at(2, 8, 2, 11)],
  ['its key', atKey('/a'), at(2, 3, 2, 6)],
  ['a value over several lines', atValue('/list'), at(3, 11, 6, 4)],
  ['an element', atValue('/list/0'), at(4, 5, 4, 6)],
  ['an element has no key', atKey('/list/0'), at(4, 5, 4, 6)],
  ['an object in a list', atValue('/list/1'), at(5, 5, 5, 26)],
  ['a character beyond the first plane counts as two columns', atValue('/list/1/c'), at(5, 23, 5, 24)],
  ['where a key is missing: the start of its object', atValue('/list/1/d'), at(5, 5, 5, 6)],
  ['where more is missing: the start of what is there', atValue('/list/9/d/e'), at(3, 11, 3, 12)],
  ['where nothing is there: the start of the document', atKey('/z'), at(1, 1, 1, 2)],
  ['an offset', { offset: text.indexOf('"x"'), length: 3 }, at(2, 8, 2, 11)],
  ['an offset over a line end', { offset: 0, length: 3 }, at(1, 1, 2, 2)],
  ['a line', { line: 4 }, at(4, 1, 4, 1)],
];

describe('places', () => {
  it.each(PLACES)('%s', (_, place, range) => {
    expect(locate(text, [place])).toEqual([range]);
  });

  it('come in the order in which they were asked for', () => {
    const places = PLACES.map(([, place]) => place);
    expect(locate(text, places)).toEqual(PLACES.map(([, , range]) => range));
  });

  it('are the same with lines that end in CR LF', () => {
    const places = PLACES.map(([, place]) => place).filter((place) => !('offset' in place));
    expect(locate(text.replaceAll('\n', '\r\n'), places)).toEqual(locate(text, places));
  });

  it('by offset need no valid JSON', () => {
    expect(locate('{\n  oops', [{ offset: 4, length: 4 }])).toEqual([at(2, 3, 2, 7)]);
  });

  it('at the end of the text are within it', () => {
    expect(locate('{\n', [{ offset: 2, length: 0 }])).toEqual([at(2, 1, 2, 1)]);
  });

  it('with escaped steps are told from those with slashes', () => {
    const odd = '{"a/b": 1, "a": {"b": 22}, "~": 3}';
    expect(locate(odd, [atValue('/a~1b'), atValue('/a/b'), atValue('/~0')])).toEqual([
      at(1, 9, 1, 10),
      at(1, 23, 1, 25),
      at(1, 33, 1, 34),
    ]);
  });
});
