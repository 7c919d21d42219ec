// The words of the outputs result and reason: one list in the sources, and everything that repeats it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { REASONS, RESULTS } from '../../src/verdict.ts';

const root = new URL('../../', import.meta.url);
const readText = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const { properties } = JSON.parse(readText('schemas/report.schema.json')) as {
  properties: { result: { enum: string[] }; reason: { enum: string[] } };
};
const { outputs } = parse(readText('action.yml')) as {
  outputs: Record<'result' | 'reason', { description: string }>;
};

describe.each([
  { name: 'result', list: RESULTS },
  { name: 'reason', list: REASONS },
] as const)('the words of output $name', ({ name, list }) => {
  it('are those of the schema of report.json', () => {
    expect(properties[name].enum).toEqual(Object.keys(list));
  });

  it('are in what action.yml says of it', () => {
    const named = new Set(outputs[name].description.match(/[a-z]+(?:-[a-z]+)*/g));
    expect(Object.keys(list).filter((word) => !named.has(word))).toEqual([]);
  });

  it('are explained in one line without a full stop', () => {
    for (const text of Object.values(list)) expect(text).toMatch(/^[a-z].{10,110}[^.]$/);
  });
});
