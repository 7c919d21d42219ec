// Command verify: audit logs as files, checked without a network.
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type Chain, type Mismatch, checkChain } from '../audit/check-chain.ts';
import { type LogLine, nameLine, readLog } from '../audit/read-log.ts';
import { UserError } from '../errors.ts';
import { count } from '../rules/count.ts';
import { terminalText } from '../report/escape.ts';
import { rulesetDigest } from '../rules/hash.ts';
import type { CommandLine } from './command-line.ts';
import { readAllRules } from './hash.ts';
import { escapeJson } from './json-text.ts';
import { type Paint, choosePaint } from './paint.ts';
import type { World } from './world.ts';

const DEFAULT_LOG = 'audit.jsonl';

function readFile(folder: string, word: string): LogLine[] {
  try {
    return readLog({ path: word, bytes: readFileSync(resolve(folder, word)) });
  } catch (error) {
    throw new UserError('input', `${word} cannot be read`, { cause: error });
  }
}

/** What the log must end with. */
function checkHead({ lines }: Chain, head: string): Mismatch[] {
  const last = lines.at(-1);
  if (head === '' || last === undefined || last.record.hash === head) return [];
  const place = lines.findIndex(({ record }) => record.hash === head);
  const extra = lines[place + 1];
  const what =
    place >= 0 && extra !== undefined
      ? `from ${nameLine(extra)} on the log tells of what came after it`
      : `no record of the log has it, and ${nameLine(last)} ends it with ${last.record.hash}: the end was cut off or changed`;
  return [{ text: `the last hash is to be ${head}, but ${what}` }];
}

/** The digest of the rules that were asked for, against --digest and against what the last deployment sealed. */
async function checkDigest(line: CommandLine, { lines }: Chain, world: World): Promise<Mismatch[]> {
  if (line.rules.length === 0 && line.digestWanted === '') return [];
  const rules = await readAllRules(line, [], world);
  const digest = rulesetDigest(rules);
  const own = `the ${count(rules.length, 'rule')} of the folder ${rules.length === 1 ? 'has' : 'have'} the ruleset digest ${digest}`;
  const seal = lines.findLast(({ record }) => record.action === 'SEAL');
  return [
    ...(line.digestWanted === '' || line.digestWanted === digest
      ? []
      : [{ text: `${own}, but it is to be ${line.digestWanted}` }]),
    ...(seal === undefined || seal.record.payloadHash === digest
      ? []
      : [{ text: `${own}, but ${nameLine(seal)} says ${seal.record.payloadHash ?? 'null'}` }]),
  ];
}

/** What a log without a wanted end leaves open. */
function remarkOnEnd(line: CommandLine): Mismatch[] {
  if (line.head !== '') return [];
  const text =
    'whether its end was cut off only the last hash tells, which the status of the commit has: give it as --head';
  return [{ text, isRemark: true }];
}

function renderJson({ lines }: Chain, mismatches: readonly Mismatch[], fails: boolean): string {
  const document = {
    result: fails ? 'failed' : 'verified',
    records: lines.length,
    start: lines[0]?.record.previousHash ?? null,
    head: lines.at(-1)?.record.hash ?? null,
    mismatches: mismatches.filter(({ isRemark }) => isRemark !== true).map(({ text }) => text),
    remarks: mismatches.filter(({ isRemark }) => isRemark === true).map(({ text }) => text),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function renderText({ lines }: Chain, mismatches: readonly Mismatch[], fails: boolean, paint: Paint): string {
  const [first, last] = [lines[0], lines.at(-1)];
  const told = mismatches.map(({ text, isRemark }) =>
    isRemark === true
      ? `${paint('cyan', 'remark')}    ${terminalText(text)}`
      : `${paint('red', 'mismatch')}  ${terminalText(text)}`,
  );
  const wrong = mismatches.filter(({ isRemark }) => isRemark !== true).length;
  const span =
    first === undefined || last === undefined
      ? ''
      : `, from ${first.record.timestamp} to ${last.record.timestamp}, last hash ${last.record.hash}`;
  const verdict = fails
    ? `${count(wrong, 'thing')} ${wrong === 1 ? 'does' : 'do'} not fit`
    : 'everything fits';
  const end = terminalText(`${count(lines.length, 'audit record')}${span}: ${verdict}`);
  return `${[...told, paint(['bold', fails ? 'red' : 'green'], end)].join('\n')}\n`;
}

/** Runs command verify. @returns the exit code @throws UserError (`input`) where a file cannot be read */
export async function verify(line: CommandLine, world: World): Promise<number> {
  const words = line.words.length === 0 ? [DEFAULT_LOG] : line.words;
  const lines = words.flatMap((word) => readFile(world.folder, word));
  const environment = line.environment === '' ? undefined : line.environment;
  const chain = checkChain(lines, environment);
  const empty =
    lines.length === 0
      ? [{ text: `${words.map((word) => basename(word)).join(', ')}: no record is there` }]
      : [];
  const mismatches: Mismatch[] = [
    ...empty,
    ...chain.mismatches,
    ...checkHead(chain, line.head),
    ...(await checkDigest(line, chain, world)),
    ...remarkOnEnd(line),
  ];
  const fails = mismatches.some(({ isRemark }) => isRemark !== true);
  const paint = choosePaint(world.isTerminal, world.variables.NO_COLOR, line.noColor);
  world.out(
    line.json
      ? escapeJson(renderJson(chain, mismatches, fails))
      : renderText(chain, mismatches, fails, paint),
  );
  return fails ? 1 : 0;
}
