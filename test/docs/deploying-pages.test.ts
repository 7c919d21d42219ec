// The pages on deploying and rolling back: what they name is there.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { INPUT_DEFAULTS } from '../../src/request/inputs.ts';
import { blocksOf, firstCells, readPage, sectionOf } from './page.ts';

const PAGES = ['deploying.md', 'rollback.md'];
const actionFile = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8');

/** The words of an output's description. */
function wordsOf(output: string): string[] {
  const [, description = ''] =
    new RegExp(`^  ${output}:\\n    description: (.*)$`, 'm').exec(actionFile) ?? [];
  return description.match(/[a-z][a-z-]+/g) ?? [];
}

/** The inputs that the workflows of a page set. */
function inputsOf(page: string): string[] {
  return blocksOf(page, 'yaml').flatMap((block) => {
    const [, indent = '', body = ''] = /^( *)with:\n([^]*)$/m.exec(block) ?? [];
    const lines = body.split('\n').filter((line) => line.startsWith(`${indent}  `));
    return lines.map((line) => line.trim().split(':')[0] ?? '');
  });
}

describe.each(PAGES)('docs/%s', (name) => {
  const page = readPage(name);

  it('sets inputs that there are', () => {
    const inputs = inputsOf(page);
    expect(inputs.length).toBeGreaterThan(3);
    expect(Object.keys(INPUT_DEFAULTS)).toEqual(expect.arrayContaining(inputs));
  });

  it('links to pages and headings that there are', () => {
    const links = [...page.matchAll(/\]\((?<file>[\w./-]*)(?:#(?<heading>[\w-]+))?\)/g)];
    expect(links.length).toBeGreaterThan(0);
    for (const { groups = {} } of links) {
      const { file = '', heading } = groups;
      expect(existsSync(new URL(`../../docs/${file}`, import.meta.url)), file).toBe(true);
      if (heading === undefined) continue;
      const slugs = [...readPage(file).matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
        text.toLowerCase().replaceAll(' ', '-'),
      );
      expect(slugs).toContain(heading);
    }
  });
});

it('docs/deploying.md explains results and reasons that there are', () => {
  const cells = firstCells(sectionOf(readPage('deploying.md'), 'Outcomes')).filter(
    (cell) => cell !== 'result' && cell !== 'reason',
  );
  expect(cells.length).toBeGreaterThan(15);
  expect([...wordsOf('result'), ...wordsOf('reason')]).toEqual(expect.arrayContaining(cells));
});
