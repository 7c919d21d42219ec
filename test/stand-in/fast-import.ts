// Writes one commit in the language of `git fast-import`: files, parents, author and date.

/** The content of one file of a commit: text or bytes, or a link or submodule with its mode; `null` removes it. */
export type FileContent =
  | string
  | Uint8Array
  | null
  | { readonly mode: '100644' | '100755' | '120000' | '160000'; readonly content: string | Uint8Array };

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly date?: string;
}

/** The author of every commit that names none. */
export const DEFAULT_AUTHOR: Person = { name: 'octo-ops', email: 'octo-ops@example.com' };

/**
 * The commands that put one commit on a branch and print its id.
 * @param date seconds since 1970, of the author and the committer
 */
export function importStream(
  branch: string,
  parents: readonly string[],
  message: string,
  files: Readonly<Record<string, FileContent>>,
  date: number,
): Uint8Array {
  const who = `${DEFAULT_AUTHOR.name} <${DEFAULT_AUTHOR.email}> ${date} +0000`;
  const [first, ...others] = parents;
  const head = [
    `commit refs/heads/${branch}\nmark :1\nauthor ${who}\ncommitter ${who}\n`,
    ...data(message),
    ...(first === undefined ? [] : [`from ${first}\n`]),
    ...others.map((sha) => `merge ${sha}\n`),
  ];
  const body = Object.entries(files).flatMap(([path, content]) => fileCommand(path, content));
  return Buffer.concat([...head, ...body, '\nget-mark :1\n'].map((part) => Buffer.from(part)));
}

function fileCommand(path: string, content: FileContent): (string | Uint8Array)[] {
  const name = `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
  if (content === null) return [`D ${name}\n`];
  if (typeof content === 'string' || content instanceof Uint8Array)
    return [`M 100644 inline ${name}\n`, ...data(content)];
  if (content.mode === '160000') return [`M 160000 ${content.content.toString()} ${name}\n`];
  return [`M ${content.mode} inline ${name}\n`, ...data(content.content)];
}

function data(content: string | Uint8Array): (string | Uint8Array)[] {
  const bytes = Buffer.from(content);
  return [`data ${bytes.length}\n`, bytes, '\n'];
}
