import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { type CommandLine, inputsOf, readCommandLine } from '../../src/cli/command-line.ts';
import { HELP } from '../../src/cli/help.ts';
import { INPUT_DEFAULTS } from '../../src/request/inputs.ts';

/** What a command line asks for, with its inputs cut down to those of the command line. */
function read(...args: readonly string[]): unknown {
  const asked = readCommandLine(args);
  if (!('words' in asked)) return asked;
  const { options: _options, ...rest } = asked;
  const { rules, maxDepth, failOn } = inputsOf(asked, asked.rules);
  return { ...rest, rules, maxDepth, failOn };
}

const PLAIN = {
  words: [],
  rules: ['rules/**/*.json'],
  out: '',
  digest: false,
  digestWanted: '',
  head: '',
  environment: '',
  json: false,
  noColor: false,
  maxDepth: 15,
  failOn: 'error',
};

describe('a command line', () => {
  it.each<[readonly string[], object]>([
    [['lint'], { command: 'lint' }],
    [['lint', 'a/*.json', 'b'], { command: 'lint', words: ['a/*.json', 'b'] }],
    [['lint', '--rules', 'a', '--rules=b'], { command: 'lint', rules: ['a', 'b'] }],
    [['--json', 'lint'], { command: 'lint', json: true }],
    [['lint', '--max-depth', '3', '--fail-on=warning'], { command: 'lint', maxDepth: 3, failOn: 'warning' }],
    [['lint', '--', '--odd'], { command: 'lint', words: ['--odd'] }],
    [['test', '--no-color'], { command: 'test', noColor: true }],
    [['report', '--out', 'dir'], { command: 'report', out: 'dir' }],
    [['graph', 'Main Menu', '--json'], { command: 'graph', words: ['Main Menu'], json: true }],
    [['hash', '--digest'], { command: 'hash', digest: true }],
    [['verify'], { command: 'verify' }],
    [['verify', 'a', 'b', '--json'], { command: 'verify', words: ['a', 'b'], json: true }],
    [
      ['--head', 'A'.repeat(64), 'verify', '--digest', `sha256:${'b'.repeat(64)}`, '--environment', 'e'],
      { command: 'verify', head: 'a'.repeat(64), digestWanted: 'b'.repeat(64), environment: 'e' },
    ],
    [['import', '--tenant-url', 'https://x.example'], { command: 'import' }],
  ])('%j', (args, expected) => {
    expect(read(...args)).toEqual({ ...PLAIN, ...expected });
  });

  it.each([[['--help']], [['-h']], [['lint', '--help']], [['lint', '-h', '--json']]])(
    '%j asks for help',
    (args) => {
      expect(readCommandLine(args)).toEqual({ command: 'help' });
    },
  );

  it('asks for the version', () => {
    expect(readCommandLine(['--version'])).toEqual({ command: 'version' });
  });

  it('knows the globs of --rules apart from the default', () => {
    expect((readCommandLine(['lint']) as CommandLine).rules).toEqual([]);
    expect((readCommandLine(['lint', '--rules', 'a']) as CommandLine).rules).toEqual(['a']);
  });

  it.each<[readonly string[], string]>([
    [[], 'a command is missing: one of lint, test, report, graph, hash, verify, import, adopt'],
    [['lnit'], 'there is no command "lnit"; did you mean lint?'],
    [
      ['deploy'],
      'there is no command "deploy"; there are lint, test, report, graph, hash, verify, import, adopt',
    ],
    [['constructor'], 'there is no command "constructor"'],
    [['lint', '--jsno'], "Unknown option '--jsno'"],
    [['lint', '--max-depth'], "Option '--max-depth <value>' argument missing"],
    [['lint', '--json=yes'], "Option '--json' does not take an argument"],
    [['lint', '--max-depth', 'deep'], 'option --max-depth is "deep", but it takes a whole number'],
    [
      ['lint', '--fail-on', 'errors'],
      'option --fail-on is "errors", but it takes one of error, warning, never',
    ],
    [['lint', '--out', 'dir'], 'command lint does not take --out'],
    [['lint', '--digest'], 'command lint does not take --digest'],
    [['report', '--out', 'dir', '--json'], 'command report does not take --json'],
    [['hash', '--max-depth', '3'], 'command hash does not take --max-depth'],
    [['hash', '--head', 'a'], 'command hash does not take --head'],
    [['hash', '--digest', 'a'.repeat(64), '--head', 'b'], 'command hash does not take --head'],
    [['verify', '--digest'], "Option '--digest <value>' argument missing"],
    [['verify', '--head', 'abc'], 'option --head is "abc", but it takes a SHA-256 of 64 hex digits'],
    [['verify', '--fail-on', 'never'], 'command verify does not take --fail-on'],
    [['import', 'rules'], 'command import takes no words'],
    [['lint', '--tenant-url', 'https://x.example'], 'command lint does not take --tenant-url'],
    [['import', '--client-secret', 'x'], "Unknown option '--client-secret'"],
    [['report'], 'command report needs --out with a folder'],
    [['graph'], 'command graph takes one rule'],
    [['graph', 'A', 'B'], 'command graph takes one rule'],
  ])('%j is refused', (args, sentence) => {
    expect(() => readCommandLine(args)).toThrow(UserError);
    expect(() => readCommandLine(args)).toThrow(sentence);
    expect(() => readCommandLine(args)).toThrow(/[.?] See cxone-ivr --help$/);
  });
});

describe('the help', () => {
  it('names every command and every option, with its default', () => {
    for (const word of ['lint', 'test', 'report', 'graph', 'hash', 'verify', 'import', 'adopt'])
      expect(HELP).toContain(`\n  cxone-ivr ${word} `);
    const options = ['rules', 'max-depth', 'fail-on', 'out', 'digest', 'json', 'no-color', 'help', 'version'];
    options.push('config', 'id-map', 'tenant-url', 'api-config');
    for (const option of options) expect(HELP).toContain(`--${option} `);
    for (const name of ['rules', 'max-depth', 'fail-on'] as const)
      expect(HELP).toContain(`(default ${INPUT_DEFAULTS[name]})`);
  });

  it('fits a terminal', () => {
    expect(Math.max(...HELP.split('\n').map((line) => line.length))).toBeLessThanOrEqual(125);
  });
});
