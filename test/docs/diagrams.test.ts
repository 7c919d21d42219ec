// @vitest-environment happy-dom
// The diagrams of the documentation are read by the real Mermaid, and name what is there.
import { existsSync } from 'node:fs';
import mermaid from 'mermaid';
import { expect, it } from 'vitest';
import { ROOT, readMarkdownFiles } from './markdown.ts';

const diagrams = readMarkdownFiles().flatMap(({ path, blocks }) =>
  blocks.filter(({ language }) => language === 'mermaid').map(({ text }) => ({ path, text })),
);

it('there is one in the page on architecture', () => {
  expect(diagrams.map(({ path }) => path)).toContain('docs/architecture.md');
});

it.each(diagrams)('a diagram of $path is one', async ({ text }) => {
  expect(await mermaid.parse(text)).toMatchObject({ diagramType: 'flowchart-v2' });
});

it('the one of the architecture names folders that are there', () => {
  const { text = '' } = diagrams.find(({ path }) => path === 'docs/architecture.md') ?? {};
  const folders = [...text.matchAll(/\["([a-z]+)"\]/g)].map(([, name = '']) => name);
  expect(folders.length).toBeGreaterThan(12);
  expect(folders.filter((name) => !existsSync(`${ROOT}src/${name}`))).toEqual([]);
});
