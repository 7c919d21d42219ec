// Prints what CHANGELOG.md says of a version, for its release: `node scripts/release-notes.ts v1.2.3`. It fails where the tag is
// not the version of package.json, or the changelog does not have it.
import { readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** The section of a version in a changelog that is kept as Keep a Changelog 1.1.0 has it; undefined where there is none. */
function readSection(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1);
  const found = sections.find((section) => section.startsWith(`[${version}] - `));
  // The links at the end of the file belong to no section.
  return found
    ?.slice(found.indexOf('\n') + 1)
    .split(/^\[[^\]]+\]: /m)[0]
    ?.trim();
}

function findNotes(tag: string): string {
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string };
  if (tag !== `v${version}`) throw new Error(`the tag is ${tag}, but package.json has version ${version}`);
  const notes = readSection(readFileSync(new URL('CHANGELOG.md', root), 'utf8'), version);
  if (notes === undefined || notes === '')
    throw new Error(`CHANGELOG.md has no section "## [${version}] - <date>" with anything in it`);
  return notes;
}

try {
  console.log(findNotes(process.argv[2] ?? ''));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
