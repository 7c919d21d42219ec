// Random JSON texts in every spelling that JSON allows, with the places of their keys as they were printed.
import fc from 'fast-check';
import type { DuplicateKey } from '../../src/rules/scan-json.ts';

type Tree = string | number | boolean | null | Tree[] | Entries;

/** Objects as lists, so that a key can stand twice. */
interface Entries {
  readonly entries: readonly (readonly [string, Tree])[];
}

export interface PrintedJson {
  readonly text: string;
  /** In the order of the text. */
  readonly duplicates: readonly DuplicateKey[];
}

/**
 * Few keys, so that many of them meet; those with a meaning in pointers and in JavaScript are among them. A lone backslash is
 * not: once JSON.parse of Node 24 has met that key, it reads other escaped keys of one character as a backslash too.
 */
const keys = fc
  .oneof(
    fc.constantFrom('a', 'b', '', '~', '/', '~1', '0', '__proto__', '"', 'a\\', 'é😀'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  .filter((key) => key !== '\\');

const trees = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constantFrom(true, false, null),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.record({ entries: fc.array(fc.tuple(keys, tie('tree')), { maxLength: 5 }) }),
  ),
})).tree;

const spaces = fc.infiniteStream(fc.constantFrom('', '', '', ' ', '\n', '\t', '\r\n', ' \n  '));

function printString(text: string, escapesAll: boolean): string {
  if (!escapesAll) return JSON.stringify(text);
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return `"${units.map((unit) => String.raw`\u${unit.toString(16).padStart(4, '0')}`).join('')}"`;
}

function print(root: Tree, nextSpace: () => string, nextEscape: () => boolean): PrintedJson {
  const duplicates: DuplicateKey[] = [];
  let text = '';
  const space = (): void => {
    text += nextSpace();
  };
  const printAll = <T>(items: readonly T[], printOne: (item: T) => void): void => {
    items.forEach((item, index) => {
      if (index > 0) text += ',';
      space();
      printOne(item);
      space();
    });
  };
  const printTree = (tree: Tree): void => {
    if (Array.isArray(tree)) {
      text += '[';
      printAll(tree, printTree);
      text += ']';
    } else if (typeof tree === 'object' && tree !== null) {
      const firsts = new Map<string, number>();
      text += '{';
      printAll(tree.entries, ([key, value]) => {
        const start = text.length;
        text += printString(key, nextEscape());
        const first = firsts.get(key);
        if (first === undefined) firsts.set(key, start);
        else duplicates.push({ key, first, start, end: text.length });
        space();
        text += ':';
        space();
        printTree(value);
      });
      text += '}';
    } else {
      text += typeof tree === 'string' ? printString(tree, nextEscape()) : JSON.stringify(tree);
    }
  };
  space();
  printTree(root);
  space();
  return { text, duplicates };
}

/** Valid JSON texts of random values, with random white space, random escapes and duplicate keys. */
export const jsonTexts: fc.Arbitrary<PrintedJson> = fc
  .tuple(trees, spaces, fc.infiniteStream(fc.boolean()))
  .map(([tree, space, escape]) =>
    print(
      tree,
      () => space.next().value,
      () => escape.next().value,
    ),
  );
