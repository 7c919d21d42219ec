// Whether this Node can run the program. It must load in any Node, so it imports nothing.

/** The oldest Node: what is built uses the `v` flag of regular expressions, and `styleText`. */
const OLDEST = [20, 12] as const;

/** What to say of a Node that is too old; undefined where it will do. @param version such as `24.21.0` */
export function explainOldNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isEnough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  return isEnough ? undefined : `this needs Node ${OLDEST.join('.')} or later, and this is Node ${version}`;
}
