// What a second, stricter parser of GitHub Flavored Markdown makes of a text: the one that CommonMark's own tests are run on.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

export interface GfmParts {
  readonly types: ReadonlySet<string>;
  /** Of inline code, in order. */
  readonly codes: readonly string[];
  readonly texts: readonly string[];
  readonly html: readonly string[];
  readonly links: readonly string[];
  /** The languages of blocks of code, and their contents. */
  readonly blocks: readonly string[];
}

/** Reads a text as GitHub Flavored Markdown: tables, autolinks, footnotes, task lists and all. */
export function readGfm(text: string): GfmParts {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node;
  const nodes: Node[] = [];
  const walk = (node: Node): void => {
    nodes.push(node);
    node.children?.forEach(walk);
  };
  walk(tree);
  const valuesOf = (type: string): string[] =>
    nodes.flatMap((node) => (node.type === type ? [node.value ?? ''] : []));
  return {
    types: new Set(nodes.map(({ type }) => type)),
    codes: valuesOf('inlineCode'),
    texts: valuesOf('text'),
    html: valuesOf('html'),
    links: nodes.flatMap(({ url }) => url ?? []),
    blocks: valuesOf('code'),
  };
}
