// Path templates of GitHub's description, as `/repos/{owner}/{repo}`, matched against paths.

export interface Template {
  readonly path: string;
  /** The decoded parameters of a path that fits, else `undefined`. */
  readonly match: (path: string) => Readonly<Record<string, string>> | undefined;
}

/** Parameters that may hold slashes. */
const WIDE = new Set(['ref', 'basehead', 'branch', 'path']);

/** A path template of GitHub's description, ready to match paths. */
export function template(path: string): Template {
  const names: string[] = [];
  const source = path.replaceAll(/\{(\w+)\}|[.*+?^$()|[\]\\]/g, (part, name: string | undefined) => {
    if (name === undefined) return `\\${part}`;
    names.push(name);
    return WIDE.has(name) ? '(.+)' : '([^/]+)';
  });
  const pattern = new RegExp(`^${source}$`);
  return { path, match: (actual) => parameters(pattern.exec(actual), names) };
}

function parameters(
  match: RegExpExecArray | null,
  names: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (match === null) return undefined;
  return Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(match[i + 1] ?? '')]));
}

/** Templates with more fixed text first, so that `/commits/{ref}/status` is met before `/commits/{ref}`. */
export function mostFixedFirst(one: Template, other: Template): number {
  const fixed = (path: string): number => path.replaceAll(/\{\w+\}/g, '').length;
  return fixed(other.path) - fixed(one.path);
}
