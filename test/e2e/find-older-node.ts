// An older Node of this machine, for showing that what is built runs there too.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Node on the PATH that is older than the one that runs the tests, but not older than 20. */
export function findOlderNode(): string | undefined {
  const candidates = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .filter((path) => existsSync(path));
  return candidates.find((path) => {
    const major = Number(/^v(\d+)/.exec(execFileSync(path, ['--version'], { encoding: 'utf8' }))?.[1]);
    return major >= 20 && major < Number(process.versions.node.split('.')[0]);
  });
}
