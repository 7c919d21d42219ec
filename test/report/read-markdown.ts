// What a GFM parser makes of a text: what stands in code, what is left as text, and everything that is neither.
import { type Token, type TokensList, marked } from 'marked';

export interface MarkdownParts {
  /** The contents of code spans, in order. */
  readonly codes: readonly string[];
  /** Text outside code, in order. */
  readonly texts: readonly string[];
  /** Raw HTML, blocks and single tags. */
  readonly html: readonly string[];
  readonly links: readonly string[];
  /** The types of all tokens. */
  readonly types: ReadonlySet<string>;
}

/** Reads a text as GitHub Flavored Markdown. */
export function readMarkdown(text: string): MarkdownParts {
  const codes: string[] = [];
  const texts: string[] = [];
  const html: string[] = [];
  const links: string[] = [];
  const types = new Set<string>();
  const tokens: TokensList = marked.lexer(text, { gfm: true });
  void marked.walkTokens(tokens, (token: Token) => {
    types.add(token.type);
    if (token.type === 'codespan') codes.push(token.text as string);
    else if (token.type === 'html') html.push(token.raw);
    else if (token.type === 'link' || token.type === 'image') links.push(token.href as string);
    else if (token.type === 'text' || token.type === 'escape')
      if (!('tokens' in token) || token.tokens === undefined) texts.push(token.raw);
  });
  return { codes, texts, html, links, types };
}

/** What GitHub itself makes live in plain text: mentions, issues, commits, addresses, entities. */
export const LIVE_TEXT = /[@#&<>`[\]|\\]|:\/\/|www\.|\bGH-|[\da-f]{7,}/i;

/** The first thing outside code that a stranger's text could have brought to life, or undefined. */
export function findLive({ texts }: MarkdownParts): string | undefined {
  return texts.find((text) => LIVE_TEXT.test(text));
}
