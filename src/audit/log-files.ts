// Where the logs of an environment lie on the audit branch, and in which order they are read. Pure.

/** Bytes; a file that has as many gets no more records, and the next log begins a new file. GitHub takes blobs up to 100 MB. */
const FULL_FILE = 4 * 1024 * 1024;

const FIRST = 'audit.jsonl';
const NUMBERED = /^audit-([1-9]\d{0,8})\.jsonl$/;

/**
 * The folder of an environment: its name with all but letters, digits, `_`, `-` and dots inside percent-encoded, so that no
 * name leads to another folder, and no two names to one.
 */
export function logFolder(environment: string): string {
  const encode = (sign: string): string =>
    `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  return environment.replace(/[^\w.-]|^\.|\.$/g, encode);
}

/** The number of a log file, from 1; undefined for any other file. */
function numberOf(name: string): number | undefined {
  if (name === FIRST) return 1;
  const number = Number(NUMBERED.exec(name)?.[1]);
  return number > 1 ? number : undefined;
}

/** The names that are log files, in the order in which they were written. */
export function sortLogFiles(names: readonly string[]): string[] {
  return names
    .filter((name) => numberOf(name) !== undefined)
    .toSorted((a, b) => (numberOf(a) ?? 0) - (numberOf(b) ?? 0));
}

/** The newest log file of a folder, and the one that the next log goes to: another one where the newest is full. */
export function chooseLogFile(files: readonly { readonly name: string; readonly size: number }[]): {
  readonly last: string | undefined;
  readonly name: string;
} {
  const last = sortLogFiles(files.map(({ name }) => name)).at(-1);
  if (last === undefined) return { last, name: FIRST };
  const size = files.find(({ name }) => name === last)?.size ?? 0;
  return { last, name: size < FULL_FILE ? last : `audit-${(numberOf(last) ?? 1) + 1}.jsonl` };
}
