// The one escaper of the page: what strangers wrote passes it on its way into an element's text or a quoted attribute.
import { INVISIBLE } from '../escape.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Texts that stand as they are: most names, ids and words. */
const PLAIN = /^[\w .,:;/()+-]*$/;

/**
 * A text as HTML text, SVG text, or the inside of a quoted attribute. Lines become one; control characters, direction marks and
 * halves of characters are shown as `�`.
 */
export function escapeHtml(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/[\r\n\t]+/g, ' ')
    .replace(INVISIBLE, '\ufffd')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
