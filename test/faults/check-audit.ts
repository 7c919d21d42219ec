// The independent checker's part for the audit log: its chain, recomputed by hand, and whether it tells what the tenant has seen.
import { createHash } from 'node:crypto';
import type { SeenChange } from './evidence.ts';

interface Line {
  readonly action: string;
  readonly flowId: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

/** RFC 8785, as far as these records need it: keys in order, no spaces. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The hash of a routing rule's content, as INTERFACE section 1 has it. */
export function hashContent(content: object): string {
  return sha256(canonical(content));
}

/** @param start the hash that the first record must follow */
export function checkChain(lines: readonly string[], start: string): string[] {
  const problems: string[] = [];
  let head = start;
  for (const [index, text] of lines.entries()) {
    const { hash, ...rest } = JSON.parse(text) as Line;
    if (rest.previousHash !== head)
      problems.push(`audit record ${index + 1} does not follow the one before it`);
    if (sha256(canonical(rest)) !== hash)
      problems.push(`the hash of audit record ${index + 1} is not that of its content`);
    head = hash;
  }
  return problems;
}

export function lastHash(lines: readonly string[]): string | undefined {
  const last = lines.at(-1);
  return last === undefined ? undefined : (JSON.parse(last) as Line).hash;
}

const TOLD: Readonly<Record<SeenChange['change'], readonly string[]>> = {
  created: ['CREATE', 'UNDO'],
  patched: ['ACTIVATE', 'RETIRE', 'UNDO'],
  deleted: ['DELETE', 'UNDO'],
  edited: [],
};

const CHANGING: ReadonlySet<string> = new Set(['CREATE', 'ACTIVATE', 'RETIRE', 'DELETE', 'UNDO']);

/**
 * Whether a run that ended by itself told every change, and only changes that happened.
 * @param isUndone whether all was taken back: then each flow that was touched must have been told as undone
 */
export function checkTold(
  lines: readonly string[],
  changes: readonly SeenChange[],
  isUndone: boolean,
): string[] {
  const told = lines.map((text) => JSON.parse(text) as Line);
  const isTold = (flowId: string, actions: readonly string[]): boolean =>
    told.some((line) => line.flowId === flowId && actions.includes(line.action));
  const untold = changes
    .filter(({ change, flowId }) => !isTold(flowId, TOLD[change]))
    .map(({ seq, change, flowId }) => `the audit log does not tell change ${seq}: ${flowId} ${change}`);
  const invented = told
    .filter(
      ({ action, flowId }) =>
        CHANGING.has(action) && action !== 'UNDO' && !changes.some((change) => change.flowId === flowId),
    )
    .map(({ action, flowId }) => `the audit log tells ${action} of ${flowId}, which did not happen`);
  const notUndone = isUndone
    ? [...new Set(changes.map(({ flowId }) => flowId))].filter((flowId) => !isTold(flowId, ['UNDO']))
    : [];
  return [
    ...untold,
    ...invented,
    ...notUndone.map((flowId) => `the audit log does not tell that ${flowId} was undone`),
  ];
}
