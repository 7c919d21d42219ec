// Lint of one rule, the whole process, against a Node that does nothing.
import { join } from 'node:path';
import { lintCommand } from './lint-command.ts';
import { writeRules } from './write-rules.ts';
import { compare } from './measure.ts';
import type { Result } from './result.ts';

const ROUNDS = 25;

/** @param dist the built action @param folder an empty folder */
export function benchOneRule(dist: string, folder: string): Result {
  const workspace = join(folder, 'workspace');
  writeRules(workspace, 1);
  const lint = lintCommand(dist, workspace, join(folder, 'runner'));
  const nothing = { args: ['-e', '0'], folder: workspace };
  const { one, other, ratio } = compare(lint, nothing, ROUNDS);
  return {
    name: 'lint of one rule, against `node -e 0`',
    ratio,
    goal: { most: 2 },
    details: [
      `whole processes, comment: never, no tenant, ${ROUNDS} rounds`,
      `lint ${one.toFixed(0)} ms, node -e 0 ${other.toFixed(0)} ms`,
    ],
  };
}
