import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { renderMermaid } from '../../src/report/mermaid.ts';
import { readRule } from '../../src/rules/load-rules.ts';
import { ruleFile } from '../rules/rule-file.ts';
import { runIn, writeFolder } from './world.ts';

const [root, sales] = ruleFile().nodes as object[];
const lost = { id: 'lost', type: 'hangup' };
const broken = '{\n  "name": "Broken",\n}\n';
const tests = (endsAt: string): object => ({
  rule: 'Main-Menu',
  tests: [{ name: 'key 1', caller: [], endsAt }],
});
const CLEAN = { 'rules/menu.json': ruleFile(), 'rules/menu.test.json': tests('sales') };
const WARNED = { 'rules/menu.json': ruleFile({ nodes: [root, sales, lost] }) };
const FAILING = { ...WARNED, 'rules/menu.test.json': tests('root'), 'rules/broken.json': broken };

describe('lint', () => {
  it('lists findings by file and place, and counts in its last line', async () => {
    const { out, err, exitCode } = await runIn(await writeFolder(FAILING), ['lint']);
    expect(out).toMatchInlineSnapshot(`
      "rules/broken.json
         2:19  error    JSON has no trailing comma: remove this one  syntax

      rules/menu.json
        21:13  warning  no caller can reach node "lost": no way leads to it from the entry "root"  unreachable-node

      rules/menu.test.json
         7:17  error    "key 1": expected the call to end at "root", but it ended at "sales" (queue). The way: "root" –at once→ "sales".  path-test

      0 path tests passed, 1 failed; 1 of 1 transition of 1 tested rule taken
      2 rule files checked: 2 errors, 1 warning
      "
    `);
    expect([exitCode, err]).toEqual([1, '']);
  });

  it('says little where all is well', async () => {
    const { out, exitCode } = await runIn(await writeFolder(CLEAN), ['lint']);
    expect(out).toBe(
      '1 path test passed; 1 of 1 transition of 1 tested rule taken\n1 rule file checked: 0 errors, 0 warnings\n',
    );
    expect(exitCode).toBe(0);
  });

  it.each<[string, readonly string[], number]>([
    ['error', [], 0],
    ['warning', ['--fail-on', 'warning'], 1],
    ['never', ['--fail-on', 'never'], 0],
  ])('of a rule with a warning, failing on %s', async (_, options, code) => {
    expect((await runIn(await writeFolder(WARNED), ['lint', ...options])).exitCode).toBe(code);
  });

  it('goes by --max-depth', async () => {
    const { out, exitCode } = await runIn(await writeFolder(CLEAN), ['lint', '--max-depth', '0']);
    expect(out).toContain('max-depth\n');
    expect(exitCode).toBe(1);
  });

  it('writes report.json to stdout with --json', async () => {
    const { out, exitCode } = await runIn(await writeFolder(FAILING), ['lint', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      command: 'lint',
      environment: 'local',
      commit: '',
      result: 'failed',
      summary: { files: 2, errors: 2, warnings: 1 },
      pathTests: { passed: 0, failed: 1 },
    });
    expect(exitCode).toBe(1);
  });
});

describe('the files that are looked at', () => {
  const files = {
    'rules/a.json': ruleFile({ name: 'A' }),
    'rules/deep/b.json': ruleFile({ name: 'B' }),
    'other/c.json': ruleFile({ name: 'C' }),
  };
  const namesOf = (out: string): string[] => out.split('\n').flatMap((line) => line.split('  ')[1] ?? []);

  it.each<[readonly string[], readonly string[]]>([
    [[], ['A', 'B']],
    [['other/*.json'], ['C']],
    [
      ['rules/a.json', 'other/c.json'],
      ['A', 'C'],
    ],
    [['./rules/a.json'], ['A']],
    [['rules'], ['A', 'B']],
    [['rules/'], ['A', 'B']],
    [['.'], ['A', 'B', 'C']],
    [
      ['.', '!rules/deep'],
      ['A', 'C'],
    ],
    [['--rules', 'other/*.json'], ['C']],
    [
      ['--rules', 'other', 'rules/deep'],
      ['B', 'C'],
    ],
  ])('%j', async (args, names) => {
    const { out, err } = await runIn(await writeFolder(files), ['hash', ...args]);
    expect([namesOf(out), err]).toEqual([names, '']);
  });

  it('may be named by an absolute path', async () => {
    const folder = await writeFolder(files);
    const { out } = await runIn(folder, ['hash', join(folder, 'other/c.json'), join(folder, 'rules/deep')]);
    expect(namesOf(out)).toEqual(['B', 'C']);
  });

  it.each(['a(1).json', '[a].json', 'a{1,2}.json', 'a*.json', 'a+(b).json', 'deep (old)/?.json'])(
    'may have signs of globs in their paths: %s',
    async (name) => {
      const others = {
        'rules/a1.json': ruleFile({ name: 'Other' }),
        'rules/deep old/a.json': ruleFile({ name: 'O' }),
      };
      const folder = await writeFolder({ ...others, [`rules/${name}`]: ruleFile({ name: 'This' }) });
      expect(namesOf((await runIn(folder, ['hash', `rules/${name}`])).out)).toEqual(['This']);
      expect((await runIn(folder, ['graph', `rules/${name}`])).out).toMatch(/^This\n/);
    },
  );

  it('are none where a glob matches none, which is no success', async () => {
    const { out, err, exitCode } = await runIn(await writeFolder(files), ['lint', 'none/*.json']);
    expect(out + err).toContain('no rule file');
    expect(exitCode).not.toBe(0);
  });

  it.each([[['../x.json']], [['--rules', '/']]])('%j is an input that cannot be read', async (args) => {
    const { out, err, exitCode } = await runIn(await writeFolder(files), ['lint', ...args]);
    expect([out, exitCode]).toEqual(['', 2]);
    expect(err).toMatch(/^cxone-ivr: option --rules has .+ leads out of the workspace\n$/);
  });
});

describe('test', () => {
  it('shows a table of the rules, and leaves other findings to lint', async () => {
    const { out, exitCode } = await runIn(
      await writeFolder({ ...WARNED, 'rules/menu.test.json': tests('sales') }),
      ['test'],
    );
    expect(out).toMatchInlineSnapshot(`
      "Rule       Passed  Failed  Transitions taken
      Main-Menu       1       0             1 of 1

      1 path test passed; 1 of 1 transition of 1 tested rule taken
      "
    `);
    expect(exitCode).toBe(0);
  });

  it.each(['error', 'never'])('fails where a test fails, with --fail-on %s', async (level) => {
    const { out, exitCode } = await runIn(
      await writeFolder({ ...CLEAN, 'rules/menu.test.json': tests('root') }),
      ['test', '--fail-on', level],
    );
    expect(out).toContain('rules/menu.test.json\n  7:17  error  "key 1": expected the call to end at "root"');
    expect(exitCode).toBe(1);
  });

  it('says so where there is no path test', async () => {
    const folder = await writeFolder(WARNED);
    const { out, exitCode } = await runIn(folder, ['test']);
    expect(out).toMatch(/^no path test is there, so nothing was tested/);
    expect(exitCode).toBe(0);
    const json = await runIn(folder, ['test', '--json']);
    expect(json.err).toMatch(/^cxone-ivr: no path test is there/);
    expect(JSON.parse(json.out)).toMatchObject({ command: 'test', result: 'passed' });
  });
});

describe('report', () => {
  it('writes report.html, report.json, report.md and report.sarif, and says where', async () => {
    const folder = await writeFolder(FAILING);
    const { out, exitCode } = await runIn(folder, ['report', '--out', 'out/today']);
    const [json, markdown, sarif, page, last] = out.split('\n');
    expect(json).toBe(join(folder, 'out/today/report.json'));
    expect(markdown).toBe(join(folder, 'out/today/report.md'));
    expect(last).toBe('2 rule files checked: 2 errors, 1 warning');
    expect(page).toBe(join(folder, 'out/today/report.html'));
    expect(readFileSync(page ?? '', 'utf8')).toMatch(/^<!doctype html>[^]*2 errors, 1 warning: cannot merge/);
    expect(JSON.parse(readFileSync(json ?? '', 'utf8'))).toMatchObject({ result: 'failed' });
    expect(sarif).toBe(join(folder, 'out/today/report.sarif'));
    expect(JSON.parse(readFileSync(sarif ?? '', 'utf8'))).toMatchObject({
      version: '2.1.0',
      runs: [{ automationDetails: { id: 'cxone-ivr/local/lint' } }],
    });
    expect(readFileSync(markdown ?? '', 'utf8')).toMatch(
      /^### CXone IVR rules: `local`\n\n❌ [^]*### Path tests/,
    );
    expect(exitCode).toBe(1);
  });

  it('says so where it cannot write', async () => {
    const folder = await writeFolder({ ...CLEAN, out: 'a file' });
    const { err, exitCode } = await runIn(folder, ['report', '--out', 'out']);
    expect(err).toContain(`the folder ${join(folder, 'out')} for reports (option --out) cannot be made`);
    expect(exitCode).toBe(2);
  });
});

describe('graph', () => {
  const gone = { condition: 'press_2', target: 'gone' };
  const looped = ruleFile({
    name: 'Looped Menu',
    nodes: [{ ...root, transitions: [gone, { condition: 'timeout', target: 'root' }] }, sales],
  });

  it.each(['rules/looped.json', './rules/looped.json', 'Looped Menu'])(
    'of %s has figures and Mermaid text',
    async (word) => {
      const { out, exitCode } = await runIn(await writeFolder({ ...CLEAN, 'rules/looped.json': looped }), [
        'graph',
        word,
      ]);
      expect(out.split('\n\n')[0]).toMatchInlineSnapshot(`
        "Looped Menu
        file               rules/looped.json
        campaign           camp_1
        nodes              2
        transitions        2
        depth              0
        longest way        root
        loops              root
        traps              root
        unreachable        sales
        undefined targets  root → gone"
      `);
      const rule = readRule(JSON.stringify(looped), 'rules/looped.json');
      expect(out.split('\n\n')[1]).toBe(`${'payload' in rule ? renderMermaid(rule) : ''}\n`);
      expect(exitCode).toBe(0);
    },
  );

  it('gives the figures alone with --json', async () => {
    const folder = await writeFolder({ 'rules/looped.json': looped });
    const { out } = await runIn(folder, ['graph', 'Looped Menu', '--json']);
    expect(JSON.parse(out)).toMatchObject({ name: 'Looped Menu', nodes: 2, edges: 2, loops: [['root']] });
  });

  it('says where a rule is too large to be drawn', async () => {
    const transitions = Array.from({ length: 500 }, (_, index) => ({
      condition: `c${index}`,
      target: `${index}`,
    }));
    const folder = await writeFolder({ 'rules/a.json': ruleFile({ nodes: [{ ...root, transitions }] }) });
    expect((await runIn(folder, ['graph', 'Main-Menu'])).out).toContain(
      '\n\nThe graph is too large to be drawn.\n',
    );
  });

  it.each<[string, string]>([
    ['Main-Meun', 'no file and no rule is called "Main-Meun"; did you mean "Main-Menu"?'],
    ['rules/none.json', 'no file and no rule is called "rules/none.json"'],
    ['Twice', 'several rules are called "Twice": give the path of one, rules/x.json, rules/y.json'],
    ['rules/broken.json', 'rules/broken.json cannot be read as a rule\nrules/broken.json\n  2:19  error'],
  ])('of %s is refused', async (word, sentence) => {
    const twice = ruleFile({ name: 'Twice' });
    const folder = await writeFolder({
      ...CLEAN,
      'rules/x.json': twice,
      'rules/y.json': twice,
      'rules/broken.json': broken,
    });
    const { out, err, exitCode } = await runIn(folder, ['graph', word]);
    expect([out, exitCode]).toEqual(['', 2]);
    expect(err).toContain(sentence);
  });
});

describe('hash', () => {
  const files = {
    'rules/1.json': ruleFile({ name: 'b' }),
    'rules/2.json': ruleFile({ name: '\u{1f600}' }),
    'rules/3.json': ruleFile({ name: '\uff5a\u0085' }),
    'rules/4.json': ruleFile({ name: 'B' }),
  };

  it('lists rules by the code points of their names, and its SHA-256 is the digest', async () => {
    const folder = await writeFolder(files);
    const { out } = await runIn(folder, ['hash']);
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => line.slice(66))).toEqual(['B', 'b', '\uff5a\u0085', '\u{1f600}']);
    for (const line of lines) expect(line).toMatch(/^[\da-f]{64} {2}/);
    const digest = createHash('sha256').update(out).digest('hex');
    expect((await runIn(folder, ['hash', '--digest'])).out).toBe(`${digest}\n`);
    const json = JSON.parse((await runIn(folder, ['hash', '--json'])).out) as { rules: object[] };
    expect(json).toMatchObject({ rulesetDigest: digest });
    expect(json.rules[0]).toEqual({ path: 'rules/4.json', name: 'B', payloadHash: lines[0]?.slice(0, 64) });
  });

  it('shows no control characters on a terminal', async () => {
    const { out } = await runIn(await writeFolder(files), ['hash'], { isTerminal: true });
    expect(out).toContain('\uff5a\ufffd\n');
  });

  it('gives no hash of some files only', async () => {
    const folder = await writeFolder({ ...files, 'rules/broken.json': broken });
    const { out, err, exitCode } = await runIn(folder, ['hash']);
    expect([out, exitCode]).toEqual(['', 2]);
    expect(err).toBe(
      'cxone-ivr: 1 file cannot be read as a rule, so there is no hash: cxone-ivr lint says why\n',
    );
  });
});

describe('colours', () => {
  const lint = async (
    isTerminal: boolean,
    variables: Record<string, string>,
    ...options: readonly string[]
  ) => (await runIn(await writeFolder(FAILING), ['lint', ...options], { isTerminal, variables })).out;

  it('are there on a terminal, and say nothing else', async () => {
    const [plain, coloured] = [await lint(false, {}), await lint(true, {})];
    expect(coloured).toContain('\u001b[31merror');
    expect(stripVTControlCharacters(coloured)).toBe(plain);
    expect(await lint(true, { NO_COLOR: '' })).toBe(coloured);
  });

  it.each<[string, boolean, Record<string, string>, readonly string[]]>([
    ['in a pipe', false, {}, []],
    ['with NO_COLOR', true, { NO_COLOR: '1' }, []],
    ['with --no-color', true, {}, ['--no-color']],
  ])('are off %s', async (_, isTerminal, variables, options) => {
    expect(await lint(isTerminal, variables, ...options)).not.toContain('\u001b');
  });
});

describe('what strangers wrote', () => {
  const evil = 'x\u001b]0;owned\u0007\u009b2J\u202e\n::error::y';
  const files = {
    'rules/a\u001b[2J.json': ruleFile({
      name: evil,
      nodes: [{ id: evil, type: 'hangup', transitions: [{ condition: evil, target: `gone ${evil}` }] }],
    }),
    'rules/a.test.json': { rule: evil, tests: [{ name: evil, caller: [evil], endsAt: 'x' }] },
  };

  it.each([
    [['lint', '--no-color']],
    [['lint', '--json']],
    [['test', '--no-color']],
    [['test', '--json']],
    [['graph', evil, '--no-color']],
    [['graph', evil, '--json']],
    [['hash']],
    [['hash', '--json']],
    [['report', '--out', 'out']],
    [['graph', `${evil}?`]],
    [[evil]],
    [['lint', `--${evil}`]],
    [['lint', '--fail-on', evil]],
  ])('does not control the terminal: command line %#', async (args) => {
    const { out, err } = await runIn(await writeFolder(files), args, { isTerminal: true });
    expect(out + err).not.toBe('');
    // eslint-disable-next-line no-control-regex
    expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
    expect(out + err).not.toMatch(/^\s*::/m);
  });
});

describe('the program', () => {
  it('prints its help and its version', async () => {
    expect(await runIn('/', ['--help'])).toMatchObject({ exitCode: 0, err: '' });
    expect(await runIn('/', ['--version'])).toEqual({ exitCode: 0, out: '1.2.3\n', err: '' });
  });

  it('says what is wrong with its use', async () => {
    const { out, err, exitCode } = await runIn('/', ['lnit']);
    expect([out, exitCode]).toEqual(['', 2]);
    expect(err).toBe('cxone-ivr: there is no command "lnit"; did you mean lint? See cxone-ivr --help\n');
  });

  it('takes a bug for no finding', async () => {
    const clock = {
      now: (): number => {
        throw new Error('no time');
      },
    };
    const { err, exitCode } = await runIn(await writeFolder(CLEAN), ['lint'], { clock });
    expect(exitCode).toBe(2);
    expect(err).toMatch(/^cxone-ivr: this is a bug; please report it with these lines:\nError: no time\n/);
  });
});
