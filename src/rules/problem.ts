// Something wrong with a rule file, before it has a severity and a line. Loading and the checks both make these.

/** The place that a problem speaks of: a JSON pointer (RFC 6901), its key or its value, a span of the
 * text in UTF-16 units, or, where there is no text to count in, a line with its columns (from 1; without them its start).
 */
export type Place =
  | { readonly pointer: string; readonly part: 'value' | 'key' }
  | { readonly offset: number; readonly length: number }
  | { readonly line: number; readonly column?: number; readonly endColumn?: number };

/** Something wrong at a place, whatever file and check it belongs to. */
export interface Misfit {
  readonly message: string;
  readonly place: Place;
}

export interface Problem extends Misfit {
  /** The id of the check that found it. */
  readonly check: string;
  readonly path: string;
  /** Given where one problem weighs less than its check does otherwise. */
  readonly severity?: 'error' | 'warning' | 'info';
}

/** The place of the value at a JSON pointer. */
export function atValue(pointer: string): Place {
  return { pointer, part: 'value' };
}

/** The place of the key that a JSON pointer ends in. */
export function atKey(pointer: string): Place {
  return { pointer, part: 'key' };
}
