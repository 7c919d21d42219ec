// Pieces of the page. A text that is put into one is escaped, so that forgetting to is not possible.
import { escapeHtml } from './escape-html.ts';

/** Markup that holds no text which was not escaped. */
export interface Markup {
  readonly markup: string;
}

/** What can be put into a piece: texts are escaped, lists are joined, and what is undefined leaves nothing. */
type Part = Markup | string | number | undefined | readonly Part[];

export const NOTHING: Markup = { markup: '' };

function render(part: Part): string {
  if (typeof part === 'string') return escapeHtml(part);
  if (part === undefined) return '';
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  return part.map(render).join('');
}

/** A piece of the page: tag of a template whose own text is markup. An attribute's value must be quoted in it. */
export function piece(own: readonly string[], ...parts: readonly Part[]): Markup {
  let markup = own[0] ?? '';
  parts.forEach((part, index) => {
    markup += render(part) + (own[index + 1] ?? '');
  });
  return { markup };
}

/** Pieces with something between them. */
export function joinMarkup(pieces: readonly Markup[], between: string): Markup {
  return { markup: pieces.map(({ markup }) => markup).join(between) };
}

/** Markup of our own making: a text of the sources, never one of a report. */
export function ownMarkup(markup: string): Markup {
  return { markup };
}
