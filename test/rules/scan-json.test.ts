import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_NESTING, scanJson } from '../../src/rules/scan-json.ts';
import { jsonTexts } from './random-json.ts';

const RUNS = { numRuns: 2000, seed: 20_271_101 };

/** Every value below a root, with its pointer (RFC 6901) and the key it stands under. */
function allPointers(root: unknown): { pointer: string; value: unknown; key?: string }[] {
  const found: { pointer: string; value: unknown; key?: string }[] = [];
  const visit = (value: unknown, pointer: string, key?: string): void => {
    found.push(key === undefined ? { pointer, value } : { pointer, value, key });
    if (typeof value !== 'object' || value === null) return;
    for (const [name, child] of Object.entries(value)) {
      const step = name.split('~').join('~0').split('/').join('~1');
      visit(child, `${pointer}/${step}`, Array.isArray(value) ? undefined : name);
    }
  };
  visit(root, '');
  return found;
}

describe('spans', () => {
  it('slice to the value and to the key at every pointer, whatever the spelling', () => {
    fc.assert(
      fc.property(jsonTexts, ({ text }) => {
        const all = allPointers(JSON.parse(text));
        const { spans } = scanJson(text, new Set(all.map(({ pointer }) => pointer)));
        for (const { pointer, value, key } of all) {
          const span = spans.get(pointer);
          const slice = text.slice(span?.start, span?.end);
          expect(slice).toBe(slice.trim());
          expect(JSON.stringify(JSON.parse(slice))).toBe(JSON.stringify(value));
          const keySlice = span?.key === undefined ? undefined : text.slice(span.key.start, span.key.end);
          expect(keySlice === undefined ? undefined : JSON.parse(keySlice)).toBe(key);
        }
      }),
      RUNS,
    );
  });

  it('are given for wanted pointers only, and for none that does not exist', () => {
    const { spans } = scanJson('{"a": [1, 2], "b": {}}', new Set(['/a/1', '/a/2', '/b/c', '/1']));
    expect([...spans.keys()]).toEqual(['/a/1']);
  });

  it('of a duplicated key are those of the last one, as JSON.parse keeps it', () => {
    const { spans } = scanJson('{"a": 1, "a": 22}', new Set(['/a']));
    expect(spans.get('/a')).toEqual({ start: 14, end: 16, key: { start: 9, end: 12 } });
  });
});

describe('duplicate keys', () => {
  it('are found with the places of both, and nothing else is', () => {
    fc.assert(
      fc.property(jsonTexts, ({ text, duplicates }) => {
        expect(scanJson(text).duplicates).toEqual(duplicates);
      }),
      RUNS,
    );
  });

  it.each([
    ['in one object', '{"a":1,"a":2}', [{ key: 'a', first: 1, start: 7, end: 10 }]],
    ['spelled with an escape', String.raw`{"a":1,"\u0061":2}`, [{ key: 'a', first: 1, start: 7, end: 15 }]],
    ['three times: each refers to the first', '{"a":1,"a":2,"a":3}', [{ start: 7 }, { start: 13 }]],
    ['only in different objects', '[{"a":1},{"a":{"a":2}}]', []],
    ['only as a value', '{"a":"a","b":["a","a"]}', []],
    ['after an object under the same key', '{"a":{"b":1},"b":1,"a":2}', [{ key: 'a', first: 1, start: 19 }]],
    ['a key that objects inherit', '{"toString":1,"constructor":2}', []],
    ['__proto__', '{"__proto__":1,"__proto__":2}', [{ key: '__proto__', first: 1 }]],
    ['a key that ends in escaped backslashes', String.raw`{"a\\":1,"a\\":2}`, [{ key: 'a\\', first: 1 }]],
  ])('%s', (_, text, expected) => {
    const { duplicates } = scanJson(text);
    expect(duplicates).toHaveLength(expected.length);
    expected.forEach((part, index) => expect(duplicates[index]).toMatchObject(part));
  });
});

describe('nesting', () => {
  const nest = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

  it('may go to the limit', () => {
    expect(scanJson(nest(MAX_NESTING)).tooDeepAt).toBeUndefined();
  });

  it('past the limit is told with its place', () => {
    expect(scanJson(nest(MAX_NESTING + 1)).tooDeepAt).toBe(MAX_NESTING);
  });

  it('of 100,000 levels overflows nothing', () => {
    expect(scanJson(nest(100_000)).tooDeepAt).toBe(MAX_NESTING);
    const objects = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    expect(scanJson(objects, new Set(['/a/a'])).tooDeepAt).toBe(MAX_NESTING * '{"a":'.length);
  });
});
