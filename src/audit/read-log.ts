// The bytes of audit logs → lines, each with its record or with what is wrong with it. What the records say of each other is not
// looked at here.
import { isUtf8 } from 'node:buffer';
import type { SourceFile } from '../rules/rule.ts';
import { AUDIT_ACTIONS } from '../transaction/audit-event.ts';
import { type AuditRecord, COMPLIANCE_TAG } from './audit-log.ts';

/** One line of a log file. */
export interface LogLine {
  readonly path: string;
  /** From 1. */
  readonly number: number;
  /** Without what ends it; empty where it is no text. */
  readonly text: string;
  /** Undefined where the line is none. */
  readonly record: AuditRecord | undefined;
  /** What is wrong with the line itself, as the end of a sentence. */
  readonly faults: readonly string[];
}

const NEWLINE = 10;
const HASH = /^[0-9a-f]{64}$/;
const TEXTS = ['auditId', 'timestamp', 'userId', 'environment', 'commit', 'runId'] as const;
const TEXTS_OR_NULL = ['flowId', 'payloadHash', 'ruleName'] as const;

/** What keeps a value from being a record, as the end of a sentence. */
function explainShape(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is no JSON object';
  const record = value as Readonly<Record<string, unknown>>;
  const missing = [
    ...(['action', ...TEXTS] as const).filter((key) => typeof record[key] !== 'string'),
    ...TEXTS_OR_NULL.filter((key) => record[key] !== null && typeof record[key] !== 'string'),
    ...(['previousHash', 'hash'] as const).filter((key) => !HASH.test(String(record[key]))),
  ];
  return missing.length === 0
    ? undefined
    : `is no audit record: ${missing.join(', ')} missing or of another kind`;
}

function explainContent({ action, complianceTag, timestamp }: AuditRecord): string[] {
  const isKnown = AUDIT_ACTIONS.some((known) => known === action);
  return [
    ...(isKnown ? [] : [`has the action ${JSON.stringify(action)}, which no record has`]),
    ...(complianceTag === COMPLIANCE_TAG
      ? []
      : [`lacks the complianceTag ${JSON.stringify(COMPLIANCE_TAG)}`]),
    ...(Number.isNaN(Date.parse(timestamp)) ? ['has a timestamp that is no date'] : []),
  ];
}

/** Records are written by JSON.stringify; any other spelling may hold a key twice, of which two readers see two values. */
const RESPELLED = 'is not spelled as the action spells it (spaces, escapes, or a key that stands twice)';

function readText(text: string): Pick<LogLine, 'record' | 'faults'> {
  if (text === '') return { record: undefined, faults: ['is empty'] };
  if (text.startsWith('\ufeff')) return { record: undefined, faults: ['starts with a byte order mark'] };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { record: undefined, faults: ['is no JSON: it was cut off or changed'] };
  }
  const shape = explainShape(value);
  if (shape !== undefined) return { record: undefined, faults: [shape] };
  const record = value as AuditRecord;
  return {
    record,
    faults: [...explainContent(record), ...(JSON.stringify(value) === text ? [] : [RESPELLED])],
  };
}

function readLine(path: string, number: number, bytes: Uint8Array, isEnded: boolean): LogLine {
  const torn = isEnded ? [] : ['does not end in a line feed: it was cut off as it was written, or later'];
  if (!isUtf8(bytes))
    return { path, number, text: '', record: undefined, faults: ['is no valid UTF-8', ...torn] };
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const text = whole.endsWith('\r') ? whole.slice(0, -1) : whole;
  const ending = text === whole ? [] : ['ends in CR LF: something has rewritten the line ends of the file'];
  const { record, faults } = readText(text);
  return { path, number, text, record, faults: [...faults, ...ending, ...torn] };
}

/** Reads a log file. @returns its lines, none for an empty file */
export function readLog({ path, bytes }: SourceFile): LogLine[] {
  const lines: LogLine[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, start);
    const isEnded = end >= 0;
    const stop = isEnded ? end : bytes.length;
    lines.push(readLine(path, lines.length + 1, bytes.subarray(start, stop), isEnded));
    start = stop + 1;
  }
  return lines;
}

/** A line as a sentence names it: where it stands, and which record it holds. */
export function nameLine({ path, number, record }: LogLine): string {
  const place = `${path} line ${number}`;
  if (record === undefined) return place;
  const { action, ruleName, auditId, timestamp } = record;
  const rule = ruleName === null ? '' : ` of rule ${JSON.stringify(ruleName)}`;
  return `${place} (${action}${rule}, ${timestamp}, auditId ${auditId})`;
}
