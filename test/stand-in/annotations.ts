// Finds the workflow commands in what an action prints, as the runner does.

export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
  readonly endColumn?: number;
}

/**
 * All workflow commands in printed text: `::name key=value::message` at the start of a line (after blanks), and the
 * old `##[name key=value]message` anywhere in one. `::stop-commands::token` silences both until `::token::`.
 */
export function parseCommands(printed: string): readonly WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let stopped: string | undefined;
  // A runner ends a line at a lone carriage return too.
  for (const line of printed.split(/\r\n|\r|\n/)) {
    const found = parseLine(line);
    if (found === undefined) continue;
    if (stopped !== undefined) {
      if (found.command === stopped) stopped = undefined;
      continue;
    }
    if (found.command === 'stop-commands') stopped = found.message;
    commands.push(found);
  }
  return commands;
}

function parseLine(line: string): WorkflowCommand | undefined {
  const modern = /^\s*::([^\s:]+)(?: ([^\r\n]*?))?::(.*)$/.exec(line);
  if (modern?.[1] !== undefined)
    return {
      command: modern[1].toLowerCase(),
      properties: parseProperties(modern[2] ?? '', ',', unescapeProperty),
      message: unescapeData(modern[3] ?? ''),
    };
  const old = /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/.exec(line);
  if (old?.[1] === undefined) return undefined;
  return {
    command: old[1].toLowerCase(),
    properties: parseProperties(old[2] ?? '', ';', unescapeOld),
    message: unescapeOld(old[3] ?? ''),
  };
}

function parseProperties(
  text: string,
  separator: string,
  unescape: (value: string) => string,
): Readonly<Record<string, string>> {
  const pairs = text
    .split(separator)
    .map((pair) => pair.trim())
    .filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals), unescape(pair.slice(equals + 1))];
    }),
  );
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  const colons = text.replaceAll('%3A', ':').replaceAll('%2C', ',');
  return unescapeData(colons);
}

function unescapeOld(text: string): string {
  return unescapeData(text.replaceAll('%3B', ';').replaceAll('%5D', ']'));
}

const LEVELS = ['error', 'warning', 'notice'] as const;

/** The annotations among the workflow commands, in the order in which they were printed. */
export function annotationsOf(commands: readonly WorkflowCommand[]): readonly Annotation[] {
  return commands.flatMap((command) => {
    const level = LEVELS.find((level) => level === command.command);
    return level === undefined ? [] : [{ level, message: command.message, ...place(command.properties) }];
  });
}

function place(properties: Readonly<Record<string, string>>): Omit<Annotation, 'level' | 'message'> {
  const { title, file, line, endLine, col, endColumn } = properties;
  return {
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line: Number(line) }),
    ...(endLine === undefined ? {} : { endLine: Number(endLine) }),
    ...(col === undefined ? {} : { column: Number(col) }),
    ...(endColumn === undefined ? {} : { endColumn: Number(endColumn) }),
  };
}
