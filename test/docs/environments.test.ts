// Every JSON example of docs/environments.md fits its schema, is read as the action reads it, and says what the page says.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { DEFAULT_API } from '../../src/cxone/api-config.ts';
import { readApiConfig } from '../../src/cxone/read-api-config.ts';
import { readIdMap } from '../../src/rules/read-id-map.ts';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/environments.md', root), 'utf8');
const examples = [...page.matchAll(/^```json *(\S*)\n(.*?)^```$/gms)].map(([, kind = '', text = '']) => ({
  kind,
  text,
}));

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'id-map': (text) => readIdMap({ path: 'example.json', bytes: Buffer.from(text) }),
  'api-config': (text) => readApiConfig({ path: 'example.json', bytes: Buffer.from(text) }),
};

it('there are examples of each kind, and of no other', () => {
  expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(Object.keys(READERS)));
});

describe.each(examples)('an example of $kind', ({ kind, text }) => {
  it('fits its schema, and is read', () => {
    const schema = JSON.parse(readFileSync(new URL(`schemas/${kind}.schema.json`, root), 'utf8')) as object;
    const validate = new Ajv({ strict: true }).compile(schema);
    expect(validate(JSON.parse(text)) ? [] : validate.errors).toEqual([]);
    expect(READERS[kind]?.(text)).toBeDefined();
  });
});

it('the defaults are those of the code', () => {
  const first = examples.find(({ kind }) => kind === 'api-config');
  expect(READERS['api-config']?.(first?.text ?? '')).toEqual(DEFAULT_API);
  const { paths = {} } = JSON.parse(first?.text ?? '{}') as { paths?: object };
  expect(Object.keys(paths)).toEqual(Object.keys(DEFAULT_API.endpoints));
});

it("NICE's documented grant is asked for with Basic", () => {
  const second = examples.filter(({ kind }) => kind === 'api-config')[1];
  expect(READERS['api-config']?.(second?.text ?? '')).toMatchObject({
    grant: 'password',
    tokenStyle: 'basic',
  });
});
