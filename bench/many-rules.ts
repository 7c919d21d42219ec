// Lint of 10,000 rules against a script that only reads and parses the same files.
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lintCommand } from './lint-command.ts';
import { writeRules } from './write-rules.ts';
import { type Command, compare, timeCommand } from './measure.ts';
import type { Result } from './result.ts';
import { type Profile, sumStages } from './where-time-goes.ts';

const RULES = 10_000;
const ROUNDS = 5;

/** Where the time of one more run goes, by a profile. */
function profile(lint: Command, folder: string): string[] {
  mkdirSync(folder);
  timeCommand({ ...lint, args: ['--cpu-prof', `--cpu-prof-dir=${folder}`, ...lint.args] });
  const [name = ''] = readdirSync(folder);
  const stages = sumStages(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Profile);
  const whole = stages.reduce((sum, { time }) => sum + time, 0);
  return stages.map(
    ({ stage, time }) =>
      `${stage.padEnd(36)} ${time.toFixed(0).padStart(6)} ms ${((time / whole) * 100).toFixed(0).padStart(3)} %`,
  );
}

interface Contestant {
  readonly name: string;
  readonly does: string;
  readonly command: Command;
}

/** What lints: the engine on the command line, which ends with the verdict, and the action, which goes on to write its report. */
function contestants(dist: string, workspace: string, runner: string): Contestant[] {
  return [
    {
      name: `lint of ${RULES} rules, against reading and parsing them`,
      does: 'the command line: from the files to the findings and the verdict',
      command: { args: [join(dist, 'cli.js'), 'lint'], folder: workspace },
    },
    {
      name: 'the same by the action, with its report',
      does: 'the action: report.json, comment.md, job summary and outputs too',
      command: lintCommand(dist, workspace, runner),
    },
  ];
}

/** @param dist the built action @param folder an empty folder */
export function benchManyRules(dist: string, folder: string): Result[] {
  const workspace = join(folder, 'workspace');
  const bytes = writeRules(workspace, RULES);
  const script = join(import.meta.dirname, 'read-and-parse.js');
  const parse = { args: [script, join(workspace, 'rules')], folder: workspace };
  return contestants(dist, workspace, join(folder, 'runner')).map(({ name, does, command }, index) => {
    const { one, other, ratio } = compare(command, parse, ROUNDS);
    return {
      name,
      ratio,
      ...(index === 0 ? { goal: { most: 3 } } : {}),
      details: [
        does,
        `${RULES} files of 20 nodes, ${(bytes / RULES / 1000).toFixed(1)} KB each; whole processes, ${ROUNDS} rounds`,
        `lint ${one.toFixed(0)} ms, reading and parsing alone ${other.toFixed(0)} ms`,
        'where the time of one run goes (a profile, which slows it down a little):',
        ...profile(command, join(folder, `profile-${index}`)).map((line) => `  ${line}`),
      ],
    };
  });
}
