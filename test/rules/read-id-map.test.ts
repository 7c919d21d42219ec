import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { readIdMap } from '../../src/rules/read-id-map.ts';
import { MAX_SMALL_FILE_BYTES } from '../../src/rules/read-small-file.ts';

const PATH = 'env/eu.json';

function read(text: string | Uint8Array): ReturnType<typeof readIdMap> {
  return readIdMap({ path: PATH, bytes: typeof text === 'string' ? Buffer.from(text) : text });
}

function errorOf(text: string | Uint8Array): string {
  try {
    read(text);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).reason).toBe('input');
    return (error as UserError).message;
  }
  return expect.fail('it is taken');
}

describe('an id map', () => {
  it.each<[string, object, object]>([
    ['{}', {}, {}],
    ['{"$schema": "x", "media": {"a": "b", "": "c"}}', { media: { a: 'b', '': 'c' } }, {}],
    [
      '{"campaigns": {"a": "b"}, "media": {"a": "c"}, "targets": {"a": "+49 89 1"}}',
      { campaigns: { a: 'b' }, media: { a: 'c' }, targets: { a: '+49 89 1' } },
      {},
    ],
  ])('is read from %s', (text, expected) => {
    const map = read(text);
    const plain = Object.entries(map).map(([kind, ids]) => [kind, Object.fromEntries(ids)]);
    expect(Object.fromEntries(plain)).toEqual({ campaigns: {}, media: {}, targets: {}, ...expected });
  });

  it('may name ids that objects know already', () => {
    const { campaigns } = read('{"campaigns": {"__proto__": "a", "constructor": "b"}}');
    expect([...campaigns]).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
  });

  it.each<[string, string, string]>([
    ['no text', '', '1:1: the file is empty: an id map is expected'],
    ['space', ' \n\t', '1:1: the file is empty: an id map is expected'],
    ['a list', '[]', '1:1: an id map is a list, but it takes an object with campaigns, media, targets'],
    ['null', 'null', '1:1: an id map is null, but it takes an object'],
    ['a comment', '{\n  // x\n}', '2:3: JSON has no comments'],
    ['a comma too many', '{"media": {"a": "b",}}', '1:20: JSON has no trailing comma'],
    ['an id twice', '{"media": {"a": "b",\n "a": "c"}}', '2:2: the key "a" stands twice in one object'],
    ['half a pair', '{"media": {"a": "\\ud800"}}', '1:17: this text holds half of a surrogate pair'],
    ['a typo', '{"campaign": {}}', '1:2: an id map has no property "campaign": did you mean "campaigns"?'],
    [
      'a stranger',
      '{"__proto__": {}}',
      '1:2: an id map has no property "__proto__": it knows campaigns, media',
    ],
    ['a list of ids', '{"media": ["a"]}', '1:11: media is a list, but it takes an object'],
    ['a number', '{"media": {\n"a": 7}}', '2:6: media.a is 7, but it takes the id on the tenant, a text'],
    ['an empty id', '{"media": {"a": ""}}', '1:17: media.a is "", but it takes the id on the tenant'],
    ['an object', '{"media": {"a": {}}}', '1:17: media.a is an object, but it takes the id on the tenant'],
    [
      'deep nesting',
      `{"media": ${'['.repeat(200)}${']'.repeat(200)}}`,
      '1:110: nested deeper than 100 levels',
    ],
    ['a byte order mark', '\ufeff{}', '1:1: the file starts with a byte order mark'],
  ])('is not read from %s', (_case, text, message) => {
    expect(errorOf(text)).toContain(`input id-map: ${PATH}:${message}`);
  });

  it('is not read from invalid UTF-8', () => {
    expect(errorOf(Buffer.from([0x7b, 0x0a, 0xff, 0x7d]))).toContain(`${PATH}:2:1: line 2 is no valid UTF-8`);
  });

  it('is not read past 1 MiB, and is up to it', () => {
    expect(errorOf(' '.repeat(MAX_SMALL_FILE_BYTES + 1))).toContain('the limit is 1048576 (1 MiB)');
    expect(read(`{}${' '.repeat(MAX_SMALL_FILE_BYTES - 2)}`).media.size).toBe(0);
  });

  it('is told five problems of, in the order of the file, and how many more there are', () => {
    const entries = Array.from({ length: 8 }, (_, index) => `"id${index}": ${index}`);
    const message = errorOf(`{"targets": {"z": 1}, "media": {${entries.join(',\n')}}}`);
    expect(message.match(/but it takes/g)).toHaveLength(5);
    expect(message.indexOf('targets.z')).toBeLessThan(message.indexOf('media.id0'));
    expect(message).toMatch(/; and 4 more$/);
  });
});
