// The Markdown files of the repository as tests read them: links, anchors, blocks.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Token, type Tokens, marked } from 'marked';

/** With a slash at its end. */
export const ROOT = join(import.meta.dirname, '../../');

export interface Block {
  readonly language: string;
  readonly text: string;
}

export interface MarkdownFile {
  /** From the root. */
  readonly path: string;
  readonly links: readonly string[];
  readonly anchors: ReadonlySet<string>;
  readonly blocks: readonly Block[];
  /** What stands as code in the text. */
  readonly spans: readonly string[];
}

/** The anchor that GitHub gives a heading: small letters, no signs, a hyphen for each blank. */
function slug(heading: string): string {
  const text = heading.toLowerCase().replace(/<[^>]*>|[`*]/g, '');
  return text.replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '').replaceAll(' ', '-');
}

/** Adds a heading's anchor; one that is taken gets a number, as on GitHub. */
function addAnchor(anchors: Set<string>, heading: string): void {
  const base = slug(heading);
  let anchor = base;
  for (let number = 1; anchors.has(anchor); number++) anchor = `${base}-${number}`;
  anchors.add(anchor);
}

function readFile(path: string): MarkdownFile {
  const links: string[] = [];
  const blocks: Block[] = [];
  const spans: string[] = [];
  const anchors = new Set<string>();
  const look = (token: Token): void => {
    if (token.type === 'link' || token.type === 'image') links.push((token as Tokens.Link).href);
    if (token.type === 'heading') addAnchor(anchors, (token as Tokens.Heading).text);
    if (token.type === 'codespan') spans.push((token as Tokens.Codespan).text);
    if (token.type !== 'code') return;
    const { lang = '', text } = token as Tokens.Code;
    blocks.push({ language: lang.split(' ')[0] ?? '', text });
  };
  void marked.walkTokens(marked.lexer(readFileSync(ROOT + path, 'utf8')), look);
  return { path, links, anchors, blocks, spans };
}

/** Every page that git has or would take, sorted; what the tests expect of comments is none. */
export function readMarkdownFiles(): readonly MarkdownFile[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'];
  const paths = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean);
  const pages = paths.filter((path) => !path.startsWith('test/'));
  return [...new Set(pages)].toSorted().map(readFile);
}
