import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLogFile, logFolder, sortLogFiles } from '../../src/audit/log-files.ts';

describe('the folder of an environment', () => {
  it.each([
    ['production', 'production'],
    ['eu-west 1 / blue_2.x:+', 'eu-west%201%20%2F%20blue_2.x%3A%2B'],
    ['..', '%2E%2E'],
    ['.', '%2E'],
    ['...', '%2E.%2E'],
    ['.git', '%2Egit'],
    ['../main', '%2E.%2Fmain'],
    ['a/../../b', 'a%2F..%2F..%2Fb'],
    ['v1.2.', 'v1.2%2E'],
    ['%2E', '%252E'],
  ])('%j is %s', (environment, folder) => {
    expect(logFolder(environment)).toBe(folder);
  });

  it('is one step that leads nowhere else, and another one for each name', () => {
    const sign = fc.constantFrom('a', 'Z', '0', '_', ' ', '.', ':', '/', '+', '-', '%');
    const names = fc.string({ unit: sign, minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(names, names, (one, other) => {
        const folder = logFolder(one);
        expect(folder).toMatch(/^[\w%-](?:[\w%.-]*[\w%-])?$/);
        expect(decodeURIComponent(folder)).toBe(one);
        expect(logFolder(other) === folder).toBe(one === other);
      }),
      { numRuns: 500, seed: 20_270_102 },
    );
  });
});

describe('the files of a log', () => {
  const MIB = 1024 * 1024;

  it('are read in the order in which they were written', () => {
    const names = [
      'audit-10.jsonl',
      'notes.txt',
      'audit-2.jsonl',
      'audit.jsonl',
      'audit-1.jsonl',
      'audit-02.jsonl',
    ];
    expect(sortLogFiles(names)).toEqual(['audit.jsonl', 'audit-2.jsonl', 'audit-10.jsonl']);
  });

  it.each([
    [[], { last: undefined, name: 'audit.jsonl' }],
    [[['notes.txt', 1]], { last: undefined, name: 'audit.jsonl' }],
    [[['audit.jsonl', 4 * MIB - 1]], { last: 'audit.jsonl', name: 'audit.jsonl' }],
    [[['audit.jsonl', 4 * MIB]], { last: 'audit.jsonl', name: 'audit-2.jsonl' }],
    [
      [
        ['audit-9.jsonl', 4 * MIB],
        ['audit-10.jsonl', 1],
        ['audit.jsonl', 4 * MIB],
      ],
      { last: 'audit-10.jsonl', name: 'audit-10.jsonl' },
    ],
    [[['audit-10.jsonl', 9 * MIB]], { last: 'audit-10.jsonl', name: 'audit-11.jsonl' }],
  ] as const)('%j: the next log goes to %j', (files, expected) => {
    expect(chooseLogFile(files.map(([name, size]) => ({ name, size })))).toEqual(expected);
  });
});
