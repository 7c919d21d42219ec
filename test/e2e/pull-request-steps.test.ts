// The last steps of adopt-pr.yml and import.yml: what the action wrote into the rule files becomes a branch and a pull request.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeClone } from '../workflows/clone.ts';
import { fillAll } from '../workflows/expression.ts';
import { type ShellRun, runShell } from '../workflows/run-script.ts';
import { EXAMPLES, stepsOf } from '../workflows/workflow.ts';

/** A clone with one rule file. */
function openClone() {
  const folder = mkdtempSync(join(tmpdir(), 'clone-'));
  mkdirSync(join(folder, 'rules'));
  writeFileSync(join(folder, 'rules/a.json'), '{}\n');
  return { folder, clone: makeClone(folder) };
}

describe.each(['adopt', 'import'])('the last step of the %s workflow', (command) => {
  const file = EXAMPLES.find((example) =>
    stepsOf(example).some((step) => step.with?.['command'] === command),
  )!;
  const step = stepsOf(file).at(-1)!;
  const contexts = { github: { token: 'a-token', run_id: '42', ref_name: 'main' } };
  const run = ({ folder, clone }: ReturnType<typeof openClone>): ShellRun =>
    runShell(step.run ?? '', folder, { ...clone.env, ...fillAll(step.env, contexts) });

  it('opens a pull request with the rule files and nothing else', () => {
    const opened = openClone();
    writeFileSync(join(opened.folder, 'rules/a.json'), '{"a":1}\n');
    writeFileSync(join(opened.folder, 'rules/b.json'), '{}\n');
    writeFileSync(join(opened.folder, 'left-over.txt'), '');
    expect(run(opened).status).toBe(0);
    const branch = `ivr-${command}-42`;
    expect(opened.clone.newestOf(branch)).toEqual(['github-actions[bot]', 'rules/a.json', 'rules/b.json']);
    expect(opened.clone.calledGh()?.slice(0, 6)).toEqual([
      'pr',
      'create',
      '--base',
      'main',
      '--head',
      branch,
    ]);
  });

  it('does nothing where there is nothing', () => {
    const opened = openClone();
    const { status, printed } = run(opened);
    expect([status, printed.startsWith('Nothing to')]).toEqual([0, true]);
    expect(opened.clone.branches()).toEqual(['main']);
    expect(opened.clone.calledGh()).toBeUndefined();
  });
});
