// Where the files of new rules go: a place below the first glob of input `rules` that every file system takes.
import picomatch from 'picomatch';
import { compareCodePoints } from './hash.ts';
import { isRulePath } from './rule-path.ts';

/** Names that Windows has for devices, whatever ending stands behind them. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;
const LONGEST_SLUG = 80;

/** A name as a part of a path: lower-case letters of ASCII, digits and hyphens, and nothing that any system takes for its own. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '');
  if (plain === '') return 'rule';
  return RESERVED.test(plain) ? `${plain}-rule` : plain;
}

/** The folder of the first glob that adds files, with slashes; `.` for the workspace itself. */
export function folderOf(globs: readonly string[]): string {
  const glob = (globs.find((line) => !line.startsWith('!')) ?? '').replace(/^\.\//, '');
  const { base, isGlob } = picomatch.scan(glob);
  const folder = isGlob ? base : base.split('/').slice(0, -1).join('/');
  return folder.replace(/\/+$/, '') || '.';
}

/**
 * Gives each name a path of its own. Of names that would have one path the later ones, in the order of code points, are numbered.
 * @param names of rules, each once
 * @param taken the names that are in the folder already; case does not count, for on some systems it does not
 * @returns name → path, or undefined where input `rules` would not find it there
 */
export function placeRules(
  names: readonly string[],
  globs: readonly string[],
  taken: readonly string[],
): Map<string, string | undefined> {
  const folder = folderOf(globs);
  const isFound = isRulePath(globs);
  const used = new Set(taken.map((name) => name.normalize('NFC').toLowerCase()));
  const sorted = names.toSorted(compareCodePoints);
  return new Map(
    sorted.map((name): [string, string | undefined] => {
      const slug = slugOf(name);
      let file = `${slug}.json`;
      for (let number = 2; used.has(file); number++) file = `${slug}-${number}.json`;
      const path = folder === '.' ? file : `${folder}/${file}`;
      if (!isFound(path)) return [name, undefined];
      used.add(file);
      return [name, path];
    }),
  );
}
