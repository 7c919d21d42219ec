// Which texts may be the name of a branch. It knows nothing of what branches are for.

/** What git forbids in a branch's name (git-check-ref-format), and names that already are whole references. */
const FORBIDDEN = /[\p{Cc} ~^:?*[\\]|\.\.|@\{|^[-/]|[/.]$|\/\/|(?:^|\/)\.|\.lock(?:\/|$)|^@$|^HEAD$|^refs\//u;
/** Characters; file systems end at 255 bytes a step. */
const LONGEST = 200;

/** Whether a text can be a branch's name, without `refs/heads/`. */
export function isBranchName(text: string): boolean {
  return text !== '' && text.length <= LONGEST && !FORBIDDEN.test(text);
}
