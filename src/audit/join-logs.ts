// The log of one run and the log on a branch → one, in the order of the chain. Pure.
import type { LogLine } from './read-log.ts';

/** Where a part belongs among other lines: behind the record that it follows, before the one that follows it, else at the end. */
function findPlace(lines: readonly LogLine[], part: readonly LogLine[]): number {
  const start = part.find(({ record }) => record !== undefined)?.record?.previousHash;
  const behind = lines.findIndex(({ record }) => record !== undefined && record.hash === start);
  if (behind >= 0) return behind + 1;
  const end = part.findLast(({ record }) => record !== undefined)?.record?.hash;
  const before = lines.findIndex(({ record }) => record !== undefined && record.previousHash === end);
  return before >= 0 ? before : lines.length;
}

/**
 * Puts what only the second log holds where it belongs in the first: a run's own log may be the end of the branch's, or fill a gap
 * in it. Lines that both hold, byte for byte, are taken once.
 */
export function joinLogs(first: readonly LogLine[], second: readonly LogLine[]): LogLine[] {
  const known = new Set(first.map(({ text }) => text));
  const joined = [...first];
  let part: LogLine[] = [];
  const flush = (): void => {
    if (part.length > 0) joined.splice(findPlace(joined, part), 0, ...part);
    part = [];
  };
  for (const line of second) {
    if (line.text !== '' && known.has(line.text)) flush();
    else part.push(line);
  }
  flush();
  return joined;
}
