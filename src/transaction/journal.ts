// The undo entries of a run, oldest first. Each is written down before the write that it takes back.
import { type UndoEntry, readUndoEntry } from './undo-entry.ts';

export interface Journal {
  /** @returns the entry's number */
  readonly register: (entry: UndoEntry) => number;
  /** Notes the id that the tenant gave to a created flow. */
  readonly fill: (number: number, flowId: string) => void;
  /** Notes that an entry needs no undoing any more. */
  readonly settle: (number: number) => void;
  /** Notes that the deployment has succeeded: nothing is to be undone any more. */
  readonly seal: () => void;
  readonly isSealed: () => boolean;
  /** What is still to be undone, in the order of the writes. */
  readonly open: () => readonly NumberedEntry[];
}

/**
 * Whether a run has left nothing to undo or to close.
 * @param hasRecord whether its deployment record may still be open
 */
export function isFinished(journal: Journal, hasRecord: boolean): boolean {
  return journal.open().length === 0 && !hasRecord;
}

export interface NumberedEntry {
  readonly number: number;
  readonly entry: UndoEntry;
}

type Line =
  | { readonly op: 'register'; readonly number: number; readonly entry: UndoEntry }
  | { readonly op: 'fill'; readonly number: number; readonly flowId: string }
  | { readonly op: 'settle'; readonly number: number }
  | { readonly op: 'seal' };

function apply(entries: Map<number, UndoEntry>, line: Line): void {
  if (line.op === 'register') entries.set(line.number, line.entry);
  else if (line.op === 'settle') entries.delete(line.number);
  else if (line.op === 'seal') entries.clear();
  else {
    const entry = entries.get(line.number);
    if (entry?.kind === 'delete') entries.set(line.number, { ...entry, flowId: line.flowId });
  }
}

function makeJournal(
  entries: Map<number, UndoEntry>,
  next: number,
  wasSealed: boolean,
  append: (line: string) => void,
): Journal {
  let count = next;
  let sealed = wasSealed;
  const note = (line: Line): void => {
    append(`${JSON.stringify(line)}\n`);
    apply(entries, line);
  };
  return {
    register: (entry) => {
      const number = count++;
      note({ op: 'register', number, entry });
      return number;
    },
    fill: (number, flowId) => note({ op: 'fill', number, flowId }),
    settle: (number) => note({ op: 'settle', number }),
    seal: () => {
      sealed = true;
      note({ op: 'seal' });
    },
    isSealed: () => sealed,
    open: () => [...entries].map(([number, entry]) => ({ number, entry })),
  };
}

/**
 * Starts an empty journal.
 * @param append writes a line down before it returns
 */
export function startJournal(append: (line: string) => void): Journal {
  return makeJournal(new Map(), 0, false, append);
}

function readLine(text: string): Line | undefined {
  try {
    const line = JSON.parse(text) as Record<string, unknown>;
    const { op, number, flowId } = line;
    if (op === 'seal') return { op };
    if (!Number.isSafeInteger(number)) return undefined;
    const known = Number(number);
    if (op === 'settle') return { op, number: known };
    if (op === 'fill' && typeof flowId === 'string' && flowId !== '') return { op, number: known, flowId };
    const entry = op === 'register' ? readUndoEntry(line.entry) : undefined;
    return entry === undefined ? undefined : { op: 'register', number: known, entry };
  } catch {
    return undefined;
  }
}

/** Takes up a journal that another process wrote. Lines that are not of its shape, such as a half-written last one, are left out. */
export function resumeJournal(text: string, append: (line: string) => void): Journal {
  const entries = new Map<number, UndoEntry>();
  let next = 0;
  let wasSealed = false;
  for (const line of text.split('\n').map(readLine)) {
    if (line === undefined) continue;
    apply(entries, line);
    if (line.op === 'seal') wasSealed = true;
    if ('number' in line) next = Math.max(next, line.number + 1);
  }
  let isEnded = text === '' || text.endsWith('\n');
  return makeJournal(entries, next, wasSealed, (line) => {
    append(isEnded ? line : `\n${line}`);
    isEnded = true;
  });
}
