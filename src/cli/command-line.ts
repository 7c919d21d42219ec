// The arguments of the command line → what is asked for. It knows nothing of what the commands do.
import { parseArgs } from 'node:util';
import { UserError, messageOf } from '../errors.ts';
import { type Inputs, readInputs } from '../request/inputs.ts';
import { nearest } from '../rules/nearest.ts';

const OPTIONS = {
  rules: { type: 'string', multiple: true },
  config: { type: 'string' },
  'id-map': { type: 'string' },
  'tenant-url': { type: 'string' },
  'api-config': { type: 'string' },
  'max-depth': { type: 'string' },
  'fail-on': { type: 'string' },
  out: { type: 'string' },
  digest: { type: 'boolean' },
  head: { type: 'string' },
  environment: { type: 'string' },
  json: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** Of verify --digest takes the digest that is wanted. */
const OPTIONS_OF_VERIFY = { ...OPTIONS, digest: { type: 'string' } } as const;

type Option = keyof typeof OPTIONS;
/** Options as they were given. */
type Options = Readonly<Record<string, unknown>>;

const CHECKING = ['rules', 'config', 'id-map', 'max-depth', 'fail-on'] as const;
const TAKING = ['rules', 'config', 'id-map', 'tenant-url', 'api-config'] as const;
/** The options of each command; those of all commands are left out. */
const OPTIONS_OF = {
  lint: [...CHECKING, 'json'],
  test: [...CHECKING, 'json'],
  report: [...CHECKING, 'out'],
  graph: ['rules', 'json'],
  hash: ['rules', 'id-map', 'digest', 'json'],
  verify: ['rules', 'id-map', 'digest', 'head', 'environment', 'json'],
  import: TAKING,
  adopt: TAKING,
} as const satisfies Readonly<Record<string, readonly Option[]>>;
const OPTIONS_OF_ALL: readonly Option[] = ['no-color', 'help', 'version'];

export type CliCommand = keyof typeof OPTIONS_OF;

export interface CommandLine {
  readonly command: CliCommand;
  /** What stands behind the command: globs, or the rule of `graph`. */
  readonly words: readonly string[];
  /** Those that the action has as inputs; {@link inputsOf} reads them. */
  readonly options: Options;
  /** The globs of --rules; empty where there are none. */
  readonly rules: readonly string[];
  /** The folder of --out, or empty. */
  readonly out: string;
  readonly digest: boolean;
  /** Of verify: the ruleset digest and the last hash that are wanted, 64 hex digits, or empty. */
  readonly digestWanted: string;
  readonly head: string;
  /** Of verify: the environment whose records they must be, or empty. */
  readonly environment: string;
  readonly json: boolean;
  readonly noColor: boolean;
}

export type Asked = CommandLine | { readonly command: 'help' | 'version' };

function usageError(message: string): never {
  const end = message.endsWith('?') ? '' : '.';
  throw new UserError('input', `${message}${end} See cxone-ivr --help`);
}

function parse(args: readonly string[]) {
  const form = { args: [...args], allowPositionals: true } as const;
  try {
    const isVerify = parseArgs({ ...form, options: OPTIONS, strict: false }).positionals[0] === 'verify';
    const options = isVerify ? OPTIONS_OF_VERIFY : OPTIONS;
    return parseArgs({ ...form, options, strict: true });
  } catch (error) {
    // Node's own sentence goes on with how to give a word that looks like an option.
    return usageError(messageOf(error).split('. ')[0] ?? '');
  }
}

function isCommand(word: string): word is CliCommand {
  return Object.hasOwn(OPTIONS_OF, word);
}

function readCommand(word: string | undefined): CliCommand {
  const commands = Object.keys(OPTIONS_OF);
  if (word === undefined) return usageError(`a command is missing: one of ${commands.join(', ')}`);
  if (isCommand(word)) return word;
  const meant = nearest(word, commands);
  const hint = meant === undefined ? `there are ${commands.join(', ')}` : `did you mean ${meant}?`;
  return usageError(`there is no command ${JSON.stringify(word)}; ${hint}`);
}

function checkOptions(command: CliCommand, given: readonly string[]): void {
  const allowed: readonly string[] = [...OPTIONS_OF[command], ...OPTIONS_OF_ALL];
  const wrong = given.find((option) => !allowed.includes(option));
  if (wrong !== undefined) usageError(`command ${command} does not take --${wrong}`);
}

function readHash(option: 'digest' | 'head', value: string): string {
  const hash = value.replace(/^sha256:/, '').toLowerCase();
  if (value === '' || /^[0-9a-f]{64}$/.test(hash)) return hash;
  return usageError(
    `option --${option} is ${JSON.stringify(value)}, but it takes a SHA-256 of 64 hex digits`,
  );
}

function checkWords(command: CliCommand, words: readonly string[], out: string): void {
  if (command === 'graph' && words.length !== 1)
    usageError('command graph takes one rule: the path of its file, or its name');
  if ((command === 'import' || command === 'adopt') && words.length > 0)
    usageError(`command ${command} takes no words: name the folder by --rules`);
  if (command === 'report' && out === '') usageError('command report needs --out with a folder');
}

/**
 * The inputs of the action that the options stand for, with the action's defaults.
 * @param globs in place of --rules; none means the default
 * @throws UserError (`input`) that says which option cannot be
 */
export function inputsOf({ options }: Pick<CommandLine, 'options'>, globs: readonly string[]): Inputs {
  const given: Options = { ...options, rules: globs.join('\n') };
  const read = (name: string): string => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    return typeof value === 'string' ? value : '';
  };
  try {
    return readInputs(read);
  } catch (error) {
    return usageError(messageOf(error).replace(/^input /, 'option --'));
  }
}

/** Reads the arguments, without the program's own. @throws UserError (`input`) that says what is wrong with them */
export function readCommandLine(args: readonly string[]): Asked {
  const { values, positionals } = parse(args);
  if (values.help === true) return { command: 'help' };
  if (values.version === true) return { command: 'version' };
  const [first, ...words] = positionals;
  const command = readCommand(first);
  checkOptions(command, Object.keys(values));
  const out = values.out ?? '';
  const digestWanted = readHash('digest', typeof values.digest === 'string' ? values.digest : '');
  const head = readHash('head', values.head ?? '');
  checkWords(command, words, out);
  const { rules = [], ...options } = values;
  // Wrong ones are refused before anything else happens.
  inputsOf({ options }, rules);
  return {
    command,
    words,
    options,
    rules,
    out,
    digest: values.digest === true,
    digestWanted,
    head,
    environment: values.environment ?? '',
    json: values.json ?? false,
    noColor: values['no-color'] ?? false,
  };
}
