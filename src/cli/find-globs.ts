// Edge: the words behind a command → globs as the action has them, relative and with slashes.
import { statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

/** What a path is. */
export async function lookAt(folder: string, path: string): Promise<'file' | 'folder' | 'nothing'> {
  try {
    return statSync(join(folder, path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}

/** A path as globs have it: relative to the folder, with slashes. */
export function toRelative(folder: string, path: string): string {
  const inner = isAbsolute(path) ? relative(folder, path) || '.' : path;
  return sep === '/' ? inner : inner.split(sep).join('/');
}

/** The glob that matches one path, whatever signs of globs it has in it. */
export function escapeGlob(path: string): string {
  return path.replace(/[*?[{()|+]/g, '[$&]');
}

async function toGlob(folder: string, word: string): Promise<string> {
  const path = toRelative(folder, word);
  const kind = await lookAt(folder, path);
  if (kind === 'nothing') return path;
  if (kind === 'file') return escapeGlob(path);
  const base = path.replace(/\/+$/, '');
  return base === '.' ? '**/*.json' : `${escapeGlob(base)}/**/*.json`;
}

/** Makes globs of words: a folder means all its JSON files, and a word that starts with `!` takes files away. */
export async function findGlobs(folder: string, words: readonly string[]): Promise<string[]> {
  return Promise.all(
    words.map(async (word) =>
      word.startsWith('!') ? `!${await toGlob(folder, word.slice(1))}` : toGlob(folder, word),
    ),
  );
}
