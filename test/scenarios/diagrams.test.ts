// @vitest-environment happy-dom
// Every diagram of every comment that a scenario expects, by Mermaid's own parser.
import { readFileSync } from 'node:fs';
import mermaid from 'mermaid';
import { beforeAll, describe, expect, it } from 'vitest';
import { readGfm } from '../report/read-gfm.ts';
import { readScenarios } from './scenario.ts';

beforeAll(() => mermaid.initialize({ startOnLoad: false }));

const diagrams = readScenarios().flatMap(({ name, comment }) =>
  readGfm(readFileSync(comment, 'utf8')).blocks.map((text, index) => ({
    name: `${name} ${index + 1}`,
    text,
  })),
);

describe('a diagram of a scenario', () => {
  it('is there for graphs and for windows', () => {
    const kinds = new Set(diagrams.map(({ text }) => text.split('\n')[0]));
    expect(kinds).toEqual(new Set(['flowchart TD', 'gantt']));
  });

  it.each(diagrams)('$name can be drawn', async ({ text }) => {
    await mermaid.parse(text);
  });
});
