// Edge: the words behind a command → globs as the action has them, relative and with slashes.
import { statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { toSlashes } from '../workspace/place.ts';

/** What a path is. */
export function lookAt(folder: string, path: string): 'file' | 'folder' | 'nothing' {
  try {
    return statSync(join(folder, path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}

/** A path as globs have it: relative to the folder, with slashes. */
export function toRelative(folder: string, path: string): string {
  return toSlashes(isAbsolute(path) ? relative(folder, path) || '.' : path);
}

/** The glob that matches one path, whatever signs of globs it has in it. */
export function escapeGlob(path: string): string {
  return path.replace(/[*?[{()|+]/g, '[$&]');
}

function toGlob(folder: string, word: string): string {
  const path = toRelative(folder, word);
  const kind = lookAt(folder, path);
  if (kind === 'nothing') return path;
  if (kind === 'file') return escapeGlob(path);
  const base = path.replace(/\/+$/, '');
  return base === '.' ? '**/*.json' : `${escapeGlob(base)}/**/*.json`;
}

/** Makes globs of words: a folder means all its JSON files, and a word that starts with `!` takes files away. */
export function findGlobs(folder: string, words: readonly string[]): string[] {
  return words.map((word) =>
    word.startsWith('!') ? `!${toGlob(folder, word.slice(1))}` : toGlob(folder, word),
  );
}
