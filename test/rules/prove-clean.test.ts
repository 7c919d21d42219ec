import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEvidentlyClean } from '../../src/rules/prove-clean.ts';
import { MAX_NESTING, scanJson } from '../../src/rules/scan-json.ts';
import { jsonTexts } from './random-json.ts';

const isClean = (text: string): boolean => isEvidentlyClean(text, JSON.parse(text));

describe('the proof', () => {
  it.each([
    ['an object', '{"a": "x", "b" : ["y", {"c"\n:true}], "d":null}'],
    ['a scalar', '"text"'],
    ['texts with colons', '{"a": "b: c", "time": "12:30"}'],
    ['the same key in several objects', '[{"a": "x"}, {"a": {"a": "y"}}]'],
    ['__proto__', '{"__proto__": {"constructor": "x"}}'],
  ])('holds for %s', (_, text) => {
    expect(isClean(text)).toBe(true);
  });

  it.each([
    ['a key that stands twice', '{"a": "x", "a": "y"}'],
    ['a key that stands twice beside a text that looks like a key', String.raw`{"a": "x\":", "a": "y"}`],
    ['__proto__ twice', '{"__proto__": "x", "__proto__": "y"}'],
    ['a number', '{"a": [1]}'],
    ['a number alone', '1'],
    ['an escape', String.raw`{"a": "\ud800"}`],
    ['nesting past the limit', `${'['.repeat(MAX_NESTING + 1)}${']'.repeat(MAX_NESTING + 1)}`],
    ['100,000 levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('does not hold for %s', (_, text) => {
    expect(isClean(text)).toBe(false);
  });

  it('never holds for a text in which the scan finds something', () => {
    fc.assert(
      fc.property(jsonTexts, ({ text }) => {
        const { duplicates, numbers } = scanJson(text);
        if (isClean(text)) expect({ duplicates, numbers }).toEqual({ duplicates: [], numbers: [] });
      }),
      { numRuns: 3000, seed: 20_271_101 },
    );
  });
});
