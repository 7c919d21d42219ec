// One pass over JSON text that JSON.parse has accepted: duplicate keys, nesting, and where wanted values stand.
// No recursion, so that nesting cannot overflow the stack.

import { pointerStep } from './pointer.ts';

/** Offsets into the text in UTF-16 units; `end` is exclusive. The root and elements of arrays have no key. */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
  readonly key?: { readonly start: number; readonly end: number };
}

export interface DuplicateKey {
  readonly key: string;
  readonly first: number;
  readonly start: number;
  readonly end: number;
}

export interface JsonScan {
  readonly duplicates: readonly DuplicateKey[];
  /** Where numbers stand. */
  readonly numbers: readonly JsonSpan[];
  /** The wanted pointers that exist; of a duplicated key the last one, which is what JSON.parse keeps. */
  readonly spans: ReadonlyMap<string, JsonSpan>;
  /** The offset at which nesting goes past the limit. */
  readonly tooDeepAt?: number;
}

interface Frame {
  readonly isObject: boolean;
  readonly pointer: string;
  readonly start: number;
  readonly ownKey: { start: number; end: number } | undefined;
  readonly keys: Map<string, number>;
  key: string;
  keySpan: { start: number; end: number } | undefined;
  index: number;
}

const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const NOTHING_WANTED: ReadonlySet<string> = new Set();

/** The largest nesting that a rule file may have; a rule needs 5. */
export const MAX_NESTING = 100;

function endOfString(text: string, from: number): number {
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((quote - before) % 2 === 1) return quote + 1;
  }
  return text.length;
}

function endOfScalar(text: string, from: number): number {
  let end = from;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code <= 32 || code === COMMA || code === CLOSE_BRACKET || code === CLOSE_BRACE) break;
    end++;
  }
  return end;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function childPointer(frame: Frame | undefined): string {
  if (frame === undefined) return '';
  return frame.pointer + pointerStep(frame.isObject ? frame.key : frame.index);
}

/**
 * Scans valid JSON text once.
 * @param text what JSON.parse has accepted
 * @param wanted the JSON pointers whose spans are asked for; none costs nothing
 */
export function scanJson(text: string, wanted: ReadonlySet<string> = NOTHING_WANTED): JsonScan {
  const duplicates: DuplicateKey[] = [];
  const numbers: JsonSpan[] = [];
  const spans = new Map<string, JsonSpan>();
  const stack: Frame[] = [];
  const tracks = wanted.size > 0;
  let frame: Frame | undefined;
  let expectsKey = false;

  const note = (pointer: string, start: number, end: number, key: Frame['keySpan']): void => {
    if (wanted.has(pointer)) spans.set(pointer, key === undefined ? { start, end } : { start, end, key });
  };
  const noteScalar = (start: number, end: number): void => {
    if (tracks) note(childPointer(frame), start, end, frame?.keySpan);
  };
  const noteKey = (open: Frame, start: number, end: number): void => {
    const raw = text.slice(start + 1, end - 1);
    const key = raw.includes('\\') ? (JSON.parse(text.slice(start, end)) as string) : raw;
    const first = open.keys.get(key);
    if (first === undefined) open.keys.set(key, start);
    else duplicates.push({ key, first, start, end });
    open.key = key;
    open.keySpan = { start, end };
    expectsKey = false;
  };

  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at + 1);
      if (expectsKey && frame !== undefined) noteKey(frame, at, end);
      else noteScalar(at, end);
      at = end;
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (stack.length >= MAX_NESTING) return { duplicates, numbers, spans, tooDeepAt: at };
      const isObject = code === OPEN_BRACE;
      const opened: Frame = {
        isObject,
        pointer: tracks ? childPointer(frame) : '',
        start: at,
        ownKey: frame?.keySpan,
        keys: new Map(),
        key: '',
        keySpan: undefined,
        index: 0,
      };
      stack.push(opened);
      frame = opened;
      expectsKey = isObject;
      at++;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      const closed = stack.pop();
      if (tracks && closed !== undefined) note(closed.pointer, closed.start, at + 1, closed.ownKey);
      frame = stack.at(-1);
      expectsKey = false;
      at++;
    } else if (code === COMMA) {
      if (frame !== undefined && !frame.isObject) frame.index++;
      expectsKey = frame?.isObject ?? false;
      at++;
    } else if (code <= 32 || code === COLON) {
      at++;
    } else {
      const end = endOfScalar(text, at);
      if (isDigit(code) || code === MINUS) numbers.push({ start: at, end });
      noteScalar(at, end);
      at = end;
    }
  }
  return { duplicates, numbers, spans };
}

/** The offset at which nesting goes past {@link MAX_NESTING}, in a text that need not be valid JSON. */
export function findTooDeep(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at + 1) - 1;
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth = Math.max(0, depth - 1);
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (depth === MAX_NESTING) return at;
      depth++;
    }
  }
  return undefined;
}
