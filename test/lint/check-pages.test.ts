// A check is code, a test and a page; the pages say what the code does.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { NO_CONFIG } from '../../src/lint/config.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { CHECKS } from '../../src/lint/registry.ts';
import { lintRules } from '../../src/lint/lint-rules.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import { loadPathTests } from '../../src/simulate/read-path-tests.ts';
import { readFiles } from '../../src/workspace/read-files.ts';
import { SETTINGS, lintFiles } from './lint-texts.ts';

const root = new URL('../../', import.meta.url);
const pages = new URL('docs/checks/', root);
const ids = CHECKS.map(({ id }) => id);

function namesIn(folder: string, ending: string): string[] {
  return readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .toSorted();
}

function readPage(id: string): string {
  const page = new URL(`${id}.md`, pages);
  return existsSync(page) ? readFileSync(page, 'utf8') : '';
}

/** The text under a heading of the second level. */
function section(page: string, heading: string): string {
  const [, after = ''] = page.split(`\n## ${heading}\n`);
  return after.split('\n## ')[0] ?? '';
}

/** The rule files of a section, by the path that is written above them, or else by number. */
function exampleFiles(text: string): Record<string, string> {
  const blocks = [...text.matchAll(/(?:^`(?<path>[^`\n]+)`\n\n)?^```(?:json|text)\n(?<body>.*?)^```$/gms)];
  return Object.fromEntries(
    blocks.map(({ groups }, index) => [groups?.path ?? `rules/example-${index}.json`, groups?.body ?? '']),
  );
}

/** Runs commands in an empty workspace, and lints what then stands there: for what no text of a file can show. */
async function lintAfter(commands: string): Promise<readonly Finding[]> {
  const workspace = mkdtempSync(join(tmpdir(), 'page-'));
  onTestFinished(() => rmSync(workspace, { recursive: true }));
  execFileSync('sh', ['-ec', commands], { cwd: workspace });
  const { rules, pathTests, problems } = await readFiles(workspace, ['rules/**/*.json']);
  const input = { rules: loadRules(rules), pathTests: loadPathTests(pathTests), config: NO_CONFIG, problems };
  return lintRules(input, SETTINGS).findings;
}

async function lintSection(id: string, heading: string): Promise<readonly Finding[]> {
  const page = readPage(id);
  const [, depth] = /^ *max-depth: (\d+)$/m.exec(page) ?? [];
  const settings = depth === undefined ? {} : { maxDepth: Number(depth) };
  const [, commands] = /^```sh\n(.*?)^```$/ms.exec(section(page, heading)) ?? [];
  if (commands !== undefined) return lintAfter(commands);
  const files = exampleFiles(section(page, heading));
  expect(Object.keys(files).length).toBeGreaterThan(0);
  return lintFiles(files, settings);
}

describe('every check of the registry', () => {
  it('has a file of its own, and no file is no check', () => {
    expect(namesIn('src/lint/checks/', '.ts')).toEqual(ids.toSorted());
  });

  it('has a test, and no test is of no check', () => {
    expect(namesIn('test/lint/checks/', '.test.ts')).toEqual(ids.toSorted());
  });

  it('has a page, and no page is of no check', () => {
    expect(namesIn('docs/checks/', '.md')).toEqual(['README', ...ids].toSorted());
  });

  it('stands in the table with its severity and what it finds', () => {
    const rows = [...readFileSync(new URL('README.md', pages), 'utf8').matchAll(/^\| (\[.*\].*) \|$/gm)];
    const cells = rows.map(([, row = '']) => row.split('|').map((cell) => cell.trim()));
    expect(cells).toEqual(CHECKS.map(({ id, severity, finds }) => [`[${id}](${id}.md)`, severity, finds]));
  });
});

describe.each(CHECKS.map((check) => [check.id, check] as const))(
  'the page of %s',
  (id, { severity, finds }) => {
    const page = readPage(id);

    it('has the title, the severity and the words of the check', () => {
      expect(page.split('\n').slice(0, 5)).toEqual([
        `# ${id}`,
        '',
        `Severity: **${severity}**`,
        '',
        `Finds: ${finds}.`,
      ]);
    });

    it('says why it matters and how to mend it', () => {
      const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
      expect(headings).toEqual(['Why it matters', 'Fails', 'Passes', 'How to mend it']);
      for (const heading of ['Why it matters', 'How to mend it'])
        expect(section(page, heading).trim().length).toBeGreaterThan(80);
    });

    it('has an example that fails with this check, in the words of the page', async () => {
      const findings = await lintSection(id, 'Fails');
      const quotes = [...section(page, 'Fails').matchAll(/^> (.*)$/gm)].map(([, quote]) => quote);
      expect(findings.filter(({ check }) => check === id).map(({ message }) => message)).toEqual(quotes);
      expect(quotes.length).toBeGreaterThan(0);
    });

    it('has an example that passes without any finding', async () => {
      expect(await lintSection(id, 'Passes')).toEqual([]);
    });
  },
);
