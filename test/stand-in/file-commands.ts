// Reads the files that an action writes for the runner: outputs and state, as `name=value` or `name<<delimiter` blocks.

/**
 * Parses a GITHUB_OUTPUT, GITHUB_STATE or GITHUB_ENV file.
 * @throws Error where the runner would fail the step: a line of neither form, or a block without its end
 */
export function parseFileCommands(text: string): Readonly<Record<string, string>> {
  const lines = text.split('\n');
  const values = new Map<string, string>();
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    at += 1;
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      values.set(named(line, equals), line.slice(equals + 1));
    } else if (heredoc >= 0) {
      const end = lines.indexOf(line.slice(heredoc + 2), at);
      if (end < 0)
        throw new Error(`Invalid value. Matching delimiter not found '${line.slice(heredoc + 2)}'`);
      values.set(named(line, heredoc), lines.slice(at, end).join('\n'));
      at = end + 1;
    } else throw new Error(`Invalid format '${line}'`);
  }
  return Object.fromEntries(values);
}

function named(line: string, end: number): string {
  if (end === 0) throw new Error(`Invalid format '${line}'. Name must not be empty`);
  return line.slice(0, end);
}
