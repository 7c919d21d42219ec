// Whether the lines of a log are one chain (INTERFACE section 9), and where it breaks. Pure.
import { type AuditRecord, hashRecord } from './audit-log.ts';
import { type LogLine, nameLine } from './read-log.ts';

/** Something that does not fit, as a sentence without a full stop. */
export interface Mismatch {
  readonly text: string;
  /** Where it does not count against the log. */
  readonly isRemark?: true;
}

/** A line with a record. */
export type Link = LogLine & { readonly record: AuditRecord };

export interface Chain {
  /** The lines with a record, in their order. */
  readonly lines: readonly Link[];
  readonly mismatches: readonly Mismatch[];
}

function isLink(line: LogLine): line is Link {
  return line.record !== undefined;
}

/** The hash of a record's content; undefined where it has none (half of a surrogate pair). */
function contentHash({ hash: _hash, ...content }: AuditRecord): string | undefined {
  try {
    return hashRecord(content);
  } catch {
    return undefined;
  }
}

/** One sentence for each fault, or for a run of lines that have the same one, such as CR LF in a whole file. */
function describeFaults(lines: readonly LogLine[]): Mismatch[] {
  const runs: { readonly first: LogLine; readonly fault: string; last: LogLine }[] = [];
  const open = new Map<string, (typeof runs)[number]>();
  for (const line of lines) {
    for (const fault of line.faults) {
      const run = open.get(fault);
      if (run?.last.path === line.path && run.last.number === line.number - 1) run.last = line;
      else {
        const next = { first: line, fault, last: line };
        runs.push(next);
        open.set(fault, next);
      }
    }
  }
  return runs.map(({ first, fault, last }) => {
    const more = last === first ? '' : `; so do the lines after it up to line ${last.number}`;
    return { text: `${nameLine(first)} ${fault}${more}` };
  });
}

interface Index {
  /** The first place of each hash. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** How many records say that they follow a hash. */
  readonly followers: ReadonlyMap<string, number>;
}

function makeIndex(links: readonly Link[]): Index {
  const placeOf = new Map<string, number>();
  const followers = new Map<string, number>();
  for (const [place, { record }] of links.entries()) {
    if (!placeOf.has(record.hash)) placeOf.set(record.hash, place);
    followers.set(record.previousHash, (followers.get(record.previousHash) ?? 0) + 1);
  }
  return { placeOf, followers };
}

/** Why a record does not follow the one before it. @param at its place among the links */
function explainBreak(
  links: readonly Link[],
  at: number,
  link: Link,
  before: Link,
  { placeOf, followers }: Index,
): string {
  const { previousHash } = link.record;
  const wanted = placeOf.get(previousHash);
  const target = wanted === undefined ? undefined : links[wanted];
  const name = `the chain breaks at ${nameLine(link)}`;
  if (link.record.hash === before.record.hash) return `${name}: it is the record before it once more`;
  if (wanted === undefined || target === undefined)
    return `${name}: the record that it follows is not there, so between it and ${nameLine(before)} something was taken out, or that line was changed and hashed anew`;
  if (wanted >= at) return `${name}: it stands before the record that it follows, ${nameLine(target)}`;
  if ((followers.get(previousHash) ?? 0) < 2)
    return `${name}: it is out of order, and belongs right behind ${nameLine(target)}`;
  const first = links[wanted + 1] ?? before;
  const inserted = first === before ? nameLine(first) : `${nameLine(first)} to ${nameLine(before)}`;
  return `${name}: it follows ${nameLine(target)}, so ${inserted} was put in between, or stems from a run that was not sealed`;
}

/** What is wrong with the content of a record. */
function explainContent(link: Link, computed: string | undefined): string | undefined {
  if (computed === link.record.hash) return undefined;
  return `${nameLine(link)} was changed: its content hashes to ${computed ?? 'nothing'}, but it says ${link.record.hash}`;
}

function checkLinks(lines: readonly LogLine[], links: readonly Link[]): Mismatch[] {
  const index = makeIndex(links);
  const texts: string[] = [];
  let before: Link | undefined;
  let heads: readonly (string | undefined)[] = [];
  let place = 0;
  for (const line of lines) {
    if (!isLink(line)) {
      // It may have been any record: what follows it may follow anything.
      before = undefined;
      continue;
    }
    const computed = contentHash(line.record);
    const change = explainContent(line, computed);
    if (change !== undefined) texts.push(change);
    if (before !== undefined && !heads.includes(line.record.previousHash))
      texts.push(explainBreak(links, place, line, before, index));
    before = line;
    heads = [line.record.hash, computed];
    place++;
  }
  return texts.map((text) => ({ text }));
}

function checkIds(links: readonly Link[]): Mismatch[] {
  const seen = new Map<string, Link>();
  return links.flatMap((link): Mismatch[] => {
    const first = seen.get(link.record.auditId);
    seen.set(link.record.auditId, first ?? link);
    return first === undefined
      ? []
      : [{ text: `${nameLine(link)} has the auditId of ${nameLine(first)}: each record has its own` }];
  });
}

/** Clocks of two machines differ, so this alone says nothing against a log. */
function checkTimes(links: readonly Link[]): Mismatch[] {
  const timeOf = ({ record }: Link): number => Date.parse(record.timestamp);
  return links.flatMap((link, index): Mismatch[] => {
    const before = links[index - 1];
    if (before === undefined || !(timeOf(link) < timeOf(before))) return [];
    return [{ text: `${nameLine(link)} is older than ${nameLine(before)} before it`, isRemark: true }];
  });
}

function checkEnvironment(links: readonly Link[], environment: string | undefined): Mismatch[] {
  const wanted = environment ?? links[0]?.record.environment;
  return links
    .filter(({ record }) => record.environment !== wanted)
    .map((link) => ({
      text: `${nameLine(link)} is of environment ${JSON.stringify(link.record.environment)}, not of ${JSON.stringify(wanted)}`,
    }));
}

/**
 * Checks lines as one chain. What they begin and end with is for others to judge.
 * @param environment whose records they must be; undefined: the first one's
 */
export function checkChain(lines: readonly LogLine[], environment: string | undefined): Chain {
  const links = lines.filter(isLink);
  return {
    lines: links,
    mismatches: [
      ...describeFaults(lines),
      ...checkLinks(lines, links),
      ...checkIds(links),
      ...checkEnvironment(links, environment),
      ...checkTimes(links),
    ],
  };
}
