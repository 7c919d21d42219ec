// Command hash: the listing of which the ruleset digest is the SHA-256 (INTERFACE section 1).
import type { CheckedWorkspace } from '../commands/source/lint-workspace.ts';
import { UserError } from '../errors.ts';
import { terminalText } from '../report/escape.ts';
import { count } from '../rules/count.ts';
import { compareCodePoints, rulesetDigest } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';
import { checkRules } from './check-rules.ts';
import type { CommandLine } from './command-line.ts';
import { escapeJson } from './json-text.ts';
import type { World } from './world.ts';

/** A listing of some rules only would be mistaken for one of all of them. @throws UserError (`input`) */
function needAll({ loaded, lint }: CheckedWorkspace): void {
  const unread = lint.findings.filter(({ check }) => check === 'rule-files').length;
  const missing = loaded.files.length - loaded.rules.length + unread;
  if (missing === 0) return;
  const what = missing === 1 ? 'cannot be read as a rule' : 'cannot be read as rules';
  throw new UserError(
    'input',
    `${count(missing, 'file')} ${what}, so there is no hash: cxone-ivr lint says why`,
  );
}

function renderHashes(rules: readonly Rule[]): string {
  const entries = rules.map(({ path, payload, payloadHash }) => ({ path, name: payload.name, payloadHash }));
  return `${JSON.stringify({ rulesetDigest: rulesetDigest(rules), rules: entries }, null, 2)}\n`;
}

/** All rules that --rules and some words name. @throws UserError (`input`) where any file cannot be read as a rule */
export async function readAllRules(
  line: CommandLine,
  words: readonly string[],
  world: World,
): Promise<readonly Rule[]> {
  const checked = await checkRules(line, words, world);
  needAll(checked);
  return checked.loaded.rules;
}

/** Runs command hash. @returns the exit code @throws UserError (`input`) where any file cannot be read as a rule */
export async function hash(line: CommandLine, world: World): Promise<number> {
  const rules = await readAllRules(line, line.words, world);
  const sorted = rules.toSorted((a, b) => compareCodePoints(a.payload.name, b.payload.name));
  if (line.json) {
    world.out(escapeJson(renderHashes(sorted)));
  } else if (line.digest) {
    world.out(`${rulesetDigest(sorted)}\n`);
  } else {
    // In a pipe each byte counts, or sha256sum would make another digest of it.
    const spell = world.isTerminal ? terminalText : (name: string) => name;
    world.out(sorted.map(({ payload, payloadHash }) => `${payloadHash}  ${spell(payload.name)}\n`).join(''));
  }
  return 0;
}
