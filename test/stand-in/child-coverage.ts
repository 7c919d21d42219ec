// Where coverage is measured, a program of dist/ is started from its source instead, and leaves V8's own coverage behind.
import { join, relative } from 'node:path';

const DIST = join(import.meta.dirname, '../../dist');
const SOURCE = join(import.meta.dirname, '../../src');

export interface Start {
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * What is to be started. Node takes types away without moving a character, so what V8 says of the running source holds for the
 * file as it is written.
 * @param folder where V8's files go; without one the program is started as it is
 */
export function forCoverage({ file, env }: Start, folder: string | undefined): Start {
  const inside = relative(DIST, file);
  if (folder === undefined || inside.startsWith('..') || !/^\w+\.js$/.test(inside)) return { file, env };
  return {
    file: join(SOURCE, inside.replace(/\.js$/, '.ts')),
    env: { ...env, NODE_V8_COVERAGE: folder },
  };
}
