// What adopt and import have in common: the files that are to be written, what is left out and why, and the writing.
import { UserError } from '../errors.ts';
import { compareRuleSets } from '../plan/compare-rule-sets.ts';
import type { Flow, Writer, WrittenFile } from '../ports.ts';
import type { DriftReported } from '../report/report-drift.ts';
import type { Detail, Ending } from '../report/report.ts';
import { count } from '../rules/count.ts';
import { compareCodePoints } from '../rules/hash.ts';
import type { IdMap } from '../rules/id-map.ts';
import { makeRuleFile } from '../rules/make-rule-file.ts';
import type { CheckedWorkspace } from './source/lint-workspace.ts';

/** One flow for one file. */
export interface Taken {
  readonly name: string;
  readonly flow: Flow;
  readonly path: string;
  /** The text of the file that it takes the place of; undefined for a new one. */
  readonly old: string | undefined;
}

export interface TakeOver {
  /** Sorted by path. */
  readonly files: readonly WrittenFile[];
  /** What is not written, a sentence each. */
  readonly left: readonly Detail[];
}

/**
 * Makes the files of some flows. A flow without the shape of a rule is left out; the others are written all the same.
 * @throws UserError (`input`) where ids have no single way back through the id map: then nothing is to be written
 */
export function makeFiles(taken: readonly Taken[], map: IdMap | undefined): TakeOver {
  const files: WrittenFile[] = [];
  const left: Detail[] = [];
  const ambiguous: string[] = [];
  for (const { name, flow, path, old } of taken) {
    const made = makeRuleFile(flow, { path, old, map });
    if (made.kind === 'text') {
      if (made.text !== old) files.push({ path, text: made.text, isNew: old === undefined });
    } else if (made.kind === 'misfit') {
      const text = `${JSON.stringify(name)}, flow ${JSON.stringify(flow.id)}, is not written: it does not have the shape of a rule: ${made.why}`;
      left.push({ text });
    } else {
      ambiguous.push(`${JSON.stringify(name)}: ${made.why}`);
    }
  }
  if (ambiguous.length > 0) {
    const message = `the id map (input id-map) cannot be followed backwards, so nothing was written: ${ambiguous.join('; ')}`;
    throw new UserError('input', message);
  }
  return { files: files.toSorted((a, b) => compareCodePoints(a.path, b.path)), left };
}

export interface TakeOverRun {
  readonly writer: Writer;
  readonly isDryRun: boolean;
  /** Reads and checks the workspace anew. */
  readonly check: () => Promise<CheckedWorkspace>;
}

function describe({ files }: TakeOver, isDryRun: boolean, errors: number): Ending {
  if (files.length === 0)
    return { result: 'nothing-to-do', message: 'no rule file was written: there is nothing to take over' };
  const paths = files.map(({ path }) => JSON.stringify(path)).join(', ');
  const what = count(files.length, 'rule file');
  if (isDryRun) return { result: 'planned', message: `dry run: ${what} would be written: ${paths}` };
  const broken =
    errors === 0 ? '' : `; the checks find ${count(errors, 'error')} in them, which no deployment lets pass`;
  return { result: 'passed', message: `${what} written: ${paths}${broken}` };
}

/**
 * Writes files, and checks what is there then.
 * @param before the workspace as it was
 * @returns the workspace as it is now, and what is to be said of it
 */
export async function takeOver(
  { writer, isDryRun, check }: TakeOverRun,
  plan: TakeOver,
  before: CheckedWorkspace,
): Promise<{ readonly checked: CheckedWorkspace; readonly reported: DriftReported }> {
  const writtenFiles = plan.files.map(({ path }) => path);
  if (isDryRun || plan.files.length === 0) {
    const end = { ...describe(plan, isDryRun, 0), details: plan.left };
    return { checked: before, reported: { end, writtenFiles } };
  }
  await writer.writeFiles(plan.files);
  const checked = await check();
  const written = new Set(writtenFiles);
  const findings = checked.lint.findings.filter(({ path }) => written.has(path));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const end = { ...describe(plan, false, errors), details: plan.left };
  const changes = compareRuleSets(before.loaded.rules, checked.loaded.rules);
  return { checked, reported: { end, writtenFiles, findings, changes } };
}
