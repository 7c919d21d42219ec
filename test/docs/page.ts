// Pages of docs/ for tests: their sections, the files that they show, and what they quote.
import { readFileSync } from 'node:fs';

/** The text of a page in docs/. */
export function readPage(name: string): string {
  return readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
}

/** The text under a heading of the second level; empty where there is none. */
export function sectionOf(page: string, heading: string): string {
  const [, after = ''] = page.split(`\n## ${heading}\n`);
  return after.split('\n## ')[0] ?? '';
}

/** The files of a text: path → content, where the path stands in code above its block. */
export function filesOf(text: string): Record<string, string> {
  const blocks = text.matchAll(/^`(?<path>[^`\n]+)`\n\n```\w+\n(?<body>.*?)^```$/gms);
  return Object.fromEntries(
    [...blocks].map(({ groups }) => [groups?.['path'] ?? '', groups?.['body'] ?? '']),
  );
}

/** The contents of the blocks of one language. */
export function blocksOf(text: string, language: string): string[] {
  const blocks = text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'));
  return [...blocks].map(([, body = '']) => body);
}

/** What a text quotes, each of one line. */
export function quotesOf(text: string): string[] {
  return [...text.matchAll(/^> (.*)$/gm)].map(([, quote = '']) => quote);
}

/** The first cells of a text's tables, without their code marks. */
export function firstCells(text: string): string[] {
  return [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, cell = '']) => cell);
}
