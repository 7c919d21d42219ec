// docs/troubleshooting.md quotes messages: each must still be in the sources, so that whoever searches for one finds it.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { firstCells, readPage, sectionOf } from './page.ts';

const source = new URL('../../src/', import.meta.url);
const page = readPage('troubleshooting.md');
const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading);

/** All sources, with texts that go on over several lines as one. */
const sources = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.generated.ts'))
  .map((name) => readFileSync(new URL(name, source), 'utf8').replace(/['`] \+\s*['`]/g, ''))
  .join('\n');

const messages = headings
  .filter((heading) => heading !== 'No message')
  .flatMap((heading) => firstCells(sectionOf(page, heading)));

it('has messages enough, and each once', () => {
  expect(messages.length).toBeGreaterThanOrEqual(25);
  expect(new Set(messages).size).toBe(messages.length);
});

it.each(messages)('%s is still what the action says', (message) => {
  expect(sources.includes(message)).toBe(true);
});

it('has a cause and a remedy for each', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  const thin = rows.filter((row) => row.split(' | ').some((cell) => cell.replace(/[|\s]/g, '').length < 6));
  expect(thin).toEqual([]);
});
