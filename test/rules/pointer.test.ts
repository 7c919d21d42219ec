import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointerStep, spellPointer, splitPointer, valueAt } from '../../src/rules/pointer.ts';

describe('a step of a pointer', () => {
  it.each([
    ['a plain key', 'name', '/name'],
    ['an index', 3, '/3'],
    ['a slash', 'a/b', '/a~1b'],
    ['a tilde', 'a~b', '/a~0b'],
    ['what looks escaped', '~1', '/~01'],
    ['an empty key', '', '/'],
  ])('%s', (_, key, step) => {
    expect(pointerStep(key)).toBe(step);
  });
});

describe('a pointer as people write it', () => {
  it.each([
    ['a property', '/name', 'name'],
    ['an index', '/nodes/3', 'nodes[3]'],
    ['several steps', '/nodes/3/transitions/0/target', 'nodes[3].transitions[0].target'],
    ['escaped signs', '/a~1b~0c', 'a/b~c'],
    ['the root', '', ''],
  ])('%s', (_, pointer, text) => {
    expect(spellPointer(pointer)).toBe(text);
  });
});

describe('a pointer', () => {
  it('is taken apart into the keys that it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (keys) => {
        expect(splitPointer(keys.map(pointerStep).join(''))).toEqual(keys);
      }),
    );
  });

  it.each([
    ['', { a: [1] }],
    ['/a', [1]],
    ['/a/0', 1],
    ['/b', undefined],
    ['/a/0/c', undefined],
  ])('%j leads to a value, or nowhere', (pointer, value) => {
    expect(valueAt({ a: [1] }, pointer)).toEqual(value);
  });
});
