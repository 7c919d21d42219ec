import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeSpan, cutText, escapeLog, markdownSentence, urlPath } from '../../src/report/escape.ts';
import { hostileTexts } from './hostile-text.ts';
import { readGfm } from './read-gfm.ts';
import { LIVE_TEXT, findLive, readMarkdown } from './read-markdown.ts';

const RUNS = { numRuns: 5000, seed: 20_271_101 };

describe('the log', () => {
  /** As the runner reads a step's output: .NET's line ends, its Trim, and the two forms of a command. */
  const isCommand = (line: string): boolean =>
    line
      .replace(/^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/, '')
      .startsWith('::') || line.includes('##[');

  it('never has a line that the runner takes for a command', () => {
    fc.assert(
      fc.property(hostileTexts, (text) => {
        const lines = escapeLog(text).split(/\r\n|\r|\n/);
        expect(lines.filter(isCommand)).toEqual([]);
      }),
      RUNS,
    );
  });

  it.each([
    ['a command', '::warning::x', ':\u200b:warning::x'],
    [
      'a command behind white space',
      ' \t\u00a0::set-output name=a::b',
      ' \t\u00a0:\u200b:set-output name=a::b',
    ],
    ['a command on a later line', 'a\n::error::b', 'a\n:\u200b:error::b'],
    ['a command behind a lone carriage return', 'a\r::error::b', 'a\n:\u200b:error::b'],
    ['a command behind a next line sign', '\u0085::error::b', '\ufffd::error::b'],
    ['the old form in the middle', 'a ##[error]b', 'a ##\u200b[error]b'],
    ['the old form behind more signs', '####[error]b', '####\u200b[error]b'],
    ['colours', '\u001b[31mred', '\ufffd[31mred'],
    ['a direction mark', 'a\u202eb', 'a\ufffdb'],
  ])('disarms %s', (_, text, expected) => {
    expect(escapeLog(text)).toBe(expected);
  });

  it.each([
    ['colons elsewhere', 'a::b :c: ##x [y]'],
    ['lines and tabs', 'a\n\tb\n\nc'],
    ['scripts that need joiners', 'می\u200cخواهم 👨\u200d👩'],
    ['nothing', ''],
  ])('leaves %s as they are', (_, text) => {
    expect(escapeLog(text)).toBe(text);
  });
});

/** Texts in which nothing is replaced, cut or trimmed. */
const isPlain = (text: string): boolean =>
  text.length <= 300 && text.isWellFormed() && !/[\p{C}\p{Zl}\p{Zp}\r\n\t]/u.test(text);

describe('a code span', () => {
  it('is one code span and nothing else, with the text in it', () => {
    fc.assert(
      fc.property(hostileTexts, (text) => {
        const { codes, texts, types } = readMarkdown(`before ${codeSpan(text)} after`);
        expect([...types]).toEqual(['paragraph', 'text', 'codespan']);
        expect(texts).toEqual(['before ', ' after']);
        if (isPlain(text) && text.trim() !== '' && !text.includes('|')) expect(codes).toEqual([text]);
      }),
      RUNS,
    );
  });

  it('is so to a stricter parser, too, at the start of a line and in a table', () => {
    fc.assert(
      fc.property(hostileTexts, (text) => {
        expect([...readGfm(codeSpan(text)).types]).toEqual(['root', 'paragraph', 'inlineCode']);
        const cell = readGfm(`| a | b |\n| --- | --- |\n| ${codeSpan(text)} | last |\n`);
        expect(cell.texts).toEqual(['a', 'b', 'last']);
        expect(cell.codes).toHaveLength(1);
        if (isPlain(text) && text.trim() !== '' && !text.includes('\\|')) expect(cell.codes).toEqual([text]);
      }),
      RUNS,
    );
  });

  it('stands as well at the start of a line', () => {
    fc.assert(
      fc.property(hostileTexts, (text) => {
        expect([...readMarkdown(codeSpan(text)).types]).toEqual(['paragraph', 'codespan']);
      }),
      RUNS,
    );
  });

  it('stays in its cell of a table', () => {
    fc.assert(
      fc.property(hostileTexts, (text) => {
        const { codes, texts } = readMarkdown(`| a | b |\n| --- | --- |\n| ${codeSpan(text)} | last |\n`);
        expect(texts).toEqual(['a', 'b', 'last']);
        if (isPlain(text) && text.trim() !== '' && !text.includes('\\|')) expect(codes).toEqual([text]);
      }),
      RUNS,
    );
  });

  it.each([
    ['a plain text', 'sales', '`sales`'],
    ['a backtick', 'a`b', '``a`b``'],
    ['runs of backticks', 'a``b`c', '```a``b`c```'],
    ['a backtick at an end', '`a', '`` `a ``'],
    ['spaces at an end', ' a', '`  a `'],
    ['nothing', '', '`  `'],
    ['a line end', 'a\r\nb', '`a b`'],
    ['a pipe', 'a|b', String.raw`\`a\|b\``.replaceAll('\\`', '`')],
    ['a direction mark', 'a\u202eb', '`a\ufffdb`'],
    ['what is too long', 'a'.repeat(301), `\`${'a'.repeat(299)}…\``],
  ])('of %s', (_, text, expected) => {
    expect(codeSpan(text)).toBe(expected);
  });

  it('may be given more room', () => {
    expect(codeSpan('a'.repeat(400), 400)).toBe(`\`${'a'.repeat(400)}\``);
  });
});

const HARMLESS = new Set(['root', 'paragraph', 'list', 'listItem', 'text', 'inlineCode']);

describe('a sentence', () => {
  const expectHarmless = (text: string): void => {
    const parts = readMarkdown(text);
    expect(findLive(parts)).toBeUndefined();
    expect(parts.html).toEqual([]);
    expect(parts.links).toEqual([]);
    expect(
      [...parts.types].filter(
        (type) => !['paragraph', 'list', 'list_item', 'text', 'codespan'].includes(type),
      ),
    ).toEqual([]);
    const strict = readGfm(text);
    expect(strict.texts.find((part) => LIVE_TEXT.test(part))).toBeUndefined();
    expect([...strict.html, ...strict.links]).toEqual([]);
    expect([...strict.types].filter((type) => !HARMLESS.has(type))).toEqual([]);
  };

  it('of strangers brings nothing to life, as an item of a list', () => {
    fc.assert(
      fc.property(hostileTexts, (text) => expectHarmless(`- ${markdownSentence(text)}`)),
      RUNS,
    );
  });

  it('of strangers brings nothing to life, on a line of its own', () => {
    fc.assert(
      fc.property(hostileTexts, (text) => expectHarmless(markdownSentence(text))),
      RUNS,
    );
  });

  it('with quoted texts, as the checks write it, brings nothing to life', () => {
    fc.assert(
      fc.property(hostileTexts, hostileTexts, (a, b) => {
        const sentence = `on ${JSON.stringify(a)} node ${JSON.stringify(b)} leads nowhere: its target is empty`;
        expectHarmless(`- ${markdownSentence(sentence)}`);
      }),
      RUNS,
    );
  });

  it.each([
    ['spaces', (size: number) => `a${' '.repeat(size)}b`],
    ['a quote that nothing ends', (size: number) => `"${'\\"'.repeat(size / 2)}`],
    ['words', (size: number) => 'word '.repeat(size / 5)],
  ])('of strangers with many %s takes no time, and not all the room', (_name, make) => {
    const before = process.cpuUsage();
    const text = markdownSentence(make(1_000_000));
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
    expect(text.length).toBeLessThan(20_000);
  });

  it('does not let a path that is not quoted out of its code span', () => {
    const parts = readMarkdown(
      markdownSentence('the name "x" is taken: rules/a"`@octocat <b>".json has it already'),
    );
    expect(findLive(parts)).toBeUndefined();
    expect(parts.html).toEqual([]);
  });

  it('leaves dates and times of the day as they are, and nothing else with a colon in it', () => {
    expect(markdownSentence('takes effect 1 Nov 2027 00:00 UTC')).toBe('takes effect 1 Nov 2027 00:00 UTC');
    expect(markdownSentence('at 00:00:100: and :12:34')).toBe('at `00:00:100:` and `:12:34`');
    expect(markdownSentence('from 2027-11-01 00:00 UTC on')).toBe('from 2027-11-01 00:00 UTC on');
    expect(markdownSentence('2027-11-1 a2027-11-01 2027-11-01)')).toBe('`2027-11-1 a2027-11-01 2027-11-01)`');
  });

  it('does not leave a word that could be the hash of a commit', () => {
    expect(markdownSentence('see deadbeef there')).toBe('see `deadbeef` there');
  });

  it.each([
    [
      'plain words stay',
      'a rule needs at least one node, the entry',
      'a rule needs at least one node, the entry',
    ],
    ['quoted texts become code', 'leads to "x y", which is gone', 'leads to `"x y"`, which is gone'],
    [
      'a quoted text may hold quotes',
      String.raw`the name "a \"b\"" is taken`,
      'the name `"a \\"b\\""` is taken',
    ],
    [
      'words with signs become code',
      'nodes[3].mediaAssetId is missing',
      '`nodes[3].mediaAssetId` is missing',
    ],
    ['neighbours become one code span', 'see a_b c_d here', 'see `a_b c_d` here'],
    ['numbers stay', 'has 16 transitions, the limit is 15:', 'has 16 transitions, the limit is 15:'],
    ['long numbers become code', 'run 1234567 failed', 'run `1234567` failed'],
    ['arrows stay', 'root → menu → sales', 'root → menu → sales'],
    ['apostrophes and brackets stay', "the tenant's word (as it is)", "the tenant's word (as it is)"],
    ['a mention', 'ask @octocat about it', 'ask `@octocat` about it'],
    ['an address', 'see https://evil.example now', 'see `https://evil.example` now'],
    ['lines become one', 'a\n# b\n\nc', 'a `#` b c'],
    ['nothing', '', ''],
  ])('%s', (_, text, expected) => {
    expect(markdownSentence(text)).toBe(expected);
  });
});

describe('a cut', () => {
  it('has at most so many units and never halves a character', () => {
    const texts = fc.array(fc.constantFrom('a', '😀', 'é', '漢')).map((signs) => signs.join(''));
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 12 }), (text, most) => {
        const cut = cutText(text, most);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(cut.isWellFormed()).toBe(true);
        expect(cut === text || (cut.endsWith('…') && text.startsWith(cut.slice(0, -1)))).toBe(true);
      }),
      RUNS,
    );
  });

  it.each([
    ['what fits stays', 'abc', 3, 'abc'],
    ['what does not ends in a mark', 'abcd', 3, 'ab…'],
    ['a pair that the mark would halve goes', 'a😀cd', 3, 'a…'],
  ])('%s', (_, text, most, expected) => {
    expect(cutText(text, most)).toBe(expected);
  });
});

describe('a path in an address', () => {
  it.each([
    ['a plain path', 'rules/a.json', 'rules/a.json'],
    ['spaces and signs', 'rules/a b#?%.json', 'rules/a%20b%23%3F%25.json'],
    ['what would end a Markdown link', "a(b)'!*.json", 'a%28b%29%27%21%2a.json'],
    ['other scripts', 'é/漢', '%C3%A9/%E6%BC%A2'],
  ])('%s', (_, path, expected) => {
    expect(urlPath(path)).toBe(expected);
  });

  it('leads back to the path', () => {
    const paths = hostileTexts.filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(paths, (path) => {
        const url = urlPath(path);
        expect(url).toMatch(/^[\w./%~-]*$/);
        expect(decodeURIComponent(url)).toBe(path);
      }),
      RUNS,
    );
  });
});
