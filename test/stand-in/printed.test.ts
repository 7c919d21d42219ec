// What an action prints and writes for the runner, parsed.

import { describe, expect, it } from 'vitest';
import { annotationsOf, parseCommands } from './annotations.ts';
import { parseFileCommands } from './file-commands.ts';

describe('parseFileCommands', () => {
  it.each<[string, string, Record<string, string>]>([
    ['nothing', '', {}],
    ['a plain value', 'a=1\n', { a: '1' }],
    ['a value with =', 'a=b=c\n', { a: 'b=c' }],
    ['a value with <<', 'a=b<<c\n', { a: 'b<<c' }],
    ['a block', 'a<<END\none\n\ntwo=2\nEND\nb=1\n', { a: 'one\n\ntwo=2', b: '1' }],
    ['an empty block', 'a<<END\n\nEND\n', { a: '' }],
    ['the last of two', 'a=1\na=2\n', { a: '2' }],
  ])('reads %s', (_name, text, values) => {
    expect(parseFileCommands(text)).toEqual(values);
  });

  it.each([
    ['a block without its end', 'a<<END\none\n'],
    ['a line of neither form', 'words\n'],
    ['a value without a name', '=1\n'],
  ])('throws at %s', (_name, text) => {
    expect(() => parseFileCommands(text)).toThrow(/^Invalid/);
  });
});

describe('parseCommands', () => {
  const annotations = (text: string) => annotationsOf(parseCommands(text));

  it('finds annotations with their places, and unescapes them', () => {
    expect(
      annotations('  ::notice file=a%2Cb.json,line=1,endLine=2,col=3,endColumn=4::50%25%0Amore'),
    ).toEqual([
      {
        level: 'notice',
        message: '50%\nmore',
        file: 'a,b.json',
        line: 1,
        endLine: 2,
        column: 3,
        endColumn: 4,
      },
    ]);
    expect(annotations('::error::100%250A')).toEqual([{ level: 'error', message: '100%0A' }]);
    expect(annotations('::error title=::x')).toEqual([{ level: 'error', message: 'x', title: '' }]);
  });

  it('finds the old form anywhere in a line, and the new one only at its start', () => {
    expect(annotations('rule ##[error file=a;line=3]forged')).toEqual([
      { level: 'error', message: 'forged', file: 'a', line: 3 },
    ]);
    expect(parseCommands('rule ::error::not a command')).toEqual([]);
    expect(parseCommands('::set-output name=a::1')).toEqual([
      { command: 'set-output', properties: { name: 'a' }, message: '1' },
    ]);
  });

  it('takes no commands between stop-commands and its token', () => {
    const text = '::stop-commands::pause\n::error::no\n::pause::\n::error::yes';
    expect(annotations(text)).toEqual([{ level: 'error', message: 'yes' }]);
  });
});
