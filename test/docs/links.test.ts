// Every relative link of every Markdown file leads to something, and every block in it can be read by what it is for.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { ROOT, type MarkdownFile, readMarkdownFiles } from './markdown.ts';

const files = readMarkdownFiles();
const anchorsOf = new Map(files.map(({ path, anchors }) => [path, anchors]));
const action = parse(readFileSync(`${ROOT}action.yml`, 'utf8')) as {
  inputs: Readonly<Record<string, object>>;
};

/** What is wrong with a link, or undefined. */
function judge(file: MarkdownFile, link: string): string | undefined {
  if (/^(https?|mailto):/.test(link)) return undefined;
  const [target = '', anchor] = decodeURI(link).split('#');
  const path = target === '' ? file.path : posix.join(posix.dirname(file.path), target);
  if (path.startsWith('../') || !existsSync(ROOT + path)) return `${file.path}: ${link} leads nowhere`;
  if (anchor === undefined || anchorsOf.get(path)?.has(anchor) === true) return undefined;
  return `${file.path}: ${link} names no heading`;
}

/** Every step that uses this action, wherever it stands in a block. */
function ownSteps(value: unknown): { with?: Readonly<Record<string, unknown>> }[] {
  if (typeof value !== 'object' || value === null) return [];
  const { uses } = value as { uses?: unknown };
  const isOwn = typeof uses === 'string' && uses.startsWith('OWNER/cxone-ivr-gitops@');
  return [...(isOwn ? [value] : []), ...Object.values(value).flatMap(ownSteps)];
}

it('there are pages, with links and blocks', () => {
  expect(files.length).toBeGreaterThan(40);
  expect(files.flatMap(({ links }) => links).length).toBeGreaterThan(150);
});

it.each(files.map((file) => [file.path, file] as const))(
  'every link of %s leads somewhere',
  (_path, file) => {
    expect(file.links.flatMap((link) => judge(file, link) ?? [])).toEqual([]);
  },
);

describe.each(files.filter(({ blocks }) => blocks.length > 0).map((file) => [file.path, file] as const))(
  'the blocks of %s',
  (_path, { blocks }) => {
    const of = (...languages: readonly string[]): readonly string[] =>
      blocks.filter(({ language }) => languages.includes(language)).map(({ text }) => text);

    it('say what they are', () => {
      expect(blocks.filter(({ language }) => language === '')).toEqual([]);
    });

    it('are YAML where they say so, and give this action inputs that it has', () => {
      for (const text of of('yaml', 'yml')) {
        const documents = parseAllDocuments(text);
        expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
        const given = documents
          .flatMap((document) => ownSteps(document.toJS()))
          .flatMap((step) => Object.keys(step.with ?? {}));
        expect(given.filter((name) => !(name in action.inputs))).toEqual([]);
      }
    });

    it('are shell where they say so', () => {
      for (const text of of('sh', 'shell', 'bash')) {
        const { status, stderr } = spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' });
        expect([status, stderr]).toEqual([0, '']);
      }
    });
  },
);

it('every JSON block is JSON, unless it shows what is wrong', () => {
  const wrong = files.flatMap(({ path, blocks }) =>
    blocks
      .filter(({ language }) => language === 'json')
      .flatMap(({ text }) => {
        try {
          JSON.parse(text);
          return [];
        } catch {
          return [path];
        }
      }),
  );
  expect(wrong.filter((path) => !path.startsWith('docs/checks/'))).toEqual([]);
});

it('every path of the repository that a text names is there', () => {
  const named = files.flatMap(({ path, spans }) => spans.map((span) => [path, span] as const));
  const paths = named.filter(([, span]) =>
    /^(src|test|docs|schemas|scripts|examples|\.ci)\/[\w./-]+$/.test(span),
  );
  expect(paths.length).toBeGreaterThan(40);
  expect(paths.filter(([, span]) => !existsSync(ROOT + span))).toEqual([]);
});

it('the index names every page, and the list of examples every workflow', () => {
  const linked = (path: string): ReadonlySet<string> =>
    new Set(files.find((file) => file.path === path)?.links);
  const pages = readdirSync(`${ROOT}docs`).filter((name) => name.endsWith('.md') && name !== 'README.md');
  expect(pages.filter((name) => !linked('docs/README.md').has(name))).toEqual([]);
  const workflows = readdirSync(`${ROOT}examples/workflows`).map((name) => `workflows/${name}`);
  expect(workflows.filter((name) => !linked('examples/README.md').has(name))).toEqual([]);
});
