// What input rollback-to may say. Anything else never becomes a part of a request's path.

/** What the input takes, for people. */
export const ROLLBACK_TO_TAKES = 'previous, a commit SHA or a tag';

const TAG_PREFIX = /^refs\/tags\//;
/** Names that git or GitHub would take for other refs than tags. */
const OTHER_REF = /^(?:refs(?!\/tags\/)|heads|remotes|pull)\//;
/** A git object id, or the beginning of one. */
const COMMIT = /^[0-9a-f]{4,40}$/i;
/** Signs that no name of a ref holds (git-check-ref-format). */
const FORBIDDEN = /[\p{Cc}\p{Z}~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)/u;
const LONGEST_NAME = 250;

/**
 * The target as `previous`, an object id in lower case, or a tag's name; undefined where it is none of them. Other refs,
 * branches among them, are no targets: they move.
 */
export function readRollbackTo(text: string): string | undefined {
  const name = text.replace(TAG_PREFIX, '');
  const isName =
    name !== '' &&
    name !== '@' &&
    name !== 'HEAD' &&
    name.length <= LONGEST_NAME &&
    !OTHER_REF.test(text) &&
    !/^[-./]|[./]$|^refs\//.test(name) &&
    !FORBIDDEN.test(name);
  if (!isName) return undefined;
  return COMMIT.test(text) ? text.toLowerCase() : name;
}

/** Whether a target is a git object id, or the beginning of one; a tag may look like one too. */
export function isCommitLike(target: string): boolean {
  return COMMIT.test(target);
}
