// Texts as a stranger would write them to get out of wherever they are shown.
import fc from 'fast-check';

const PIECES = [
  ['`', '``', '```', '````mermaid', '~~~', '|', '||', '\\', '\\|', '\\\\|', '\\`', '"', "'", '\\"'],
  ['@octocat', '@org/team', '#12', 'GH-12', 'octo/rules#3', '0123456789abcdef', 'e@evil.example'],
  [
    'https://evil.example',
    'www.evil.example',
    '<https://evil.example>',
    '[x](https://evil.example)',
    '![x](y)',
  ],
  [
    '[x]: https://evil.example',
    '[^1]',
    '<b>',
    '</code>',
    '</summary>',
    '</details>',
    '<script>',
    '<img src=x>',
  ],
  ['<!-- cxone-ivr-gitops:production -->', '-->', '<!--', '&#64;octocat', '&lt;b&gt;', '&commat;x', '$x$'],
  ['# ', '## x', '- ', '* ', '+ ', '1. ', '> ', '---', '===', '***', '**x**', '_x_', '~~x~~', '    ', '[ ] '],
  ['::warning::', '::', ':', '##[', '##', '#', '[', 'error]', '%0A::error::', '::add-mask::x'],
  ['\n', '\r', '\r\n', '\t', ' ', '  ', '\u2028', '\u2029', '\u0085', '\u00a0', '\u000b', '\u001b[31m', '\0'],
  [
    '\u200b',
    '\u200d',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\u3000',
    '\u00ad',
    '\ud800',
    '\udc00',
    '😀',
    'é',
    '漢字',
  ],
  ['%%', '%%{init: {}}%%', '---', '-->', 'end', 'n0', '"]', '"|', ';', '#quot;', '#35;', 'click n0 "x"'],
  ['subgraph', 'style n0', 'classDef', '<br/>', '{{', '}}', '[("', ')]', '&', '%', '$', '{', '}', '(', ')'],
  ['a', 'word', 'The', 'rule', 'is', 'taken.', '12', 'it’s', ',', '.', '→', '(a)', 'a:b', 'a/b.json'],
].flat();

/** Texts made of such pieces, up to a length that cuts come into play. */
export const hostileTexts: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { minLength: 60, maxLength: 120 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
