// Reads an action.yml as the runner does: what it starts, and the environment that its inputs become.

import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

export interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string | number | boolean } | null>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string };
}

/** Reads an action's metadata. */
export async function readActionFile(path: string): Promise<ActionFile> {
  const { inputs, runs } = parse(await readFile(path, 'utf8')) as Partial<ActionFile>;
  if (runs === undefined) throw new Error(`${path} does not say what it runs`);
  return { inputs: inputs ?? {}, runs };
}

/**
 * The INPUT_ variables of a step: its `with:`, and the defaults of the inputs that it leaves out.
 * @param expressions what `${{ … }}` in a default stands for
 * @throws Error for an input that action.yml does not have, since a test that gives one has a mistake
 */
export function inputVariables(
  action: ActionFile,
  given: Readonly<Record<string, string>>,
  expressions: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  for (const name of Object.keys(given))
    if (!(name in action.inputs)) throw new Error(`action.yml has no input ${name}`);
  const entries = Object.entries(action.inputs).map(([name, input]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    given[name] ?? evaluate(String(input?.default ?? ''), expressions),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

function evaluate(text: string, expressions: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_whole, expression: string) => {
    const value = expressions[expression];
    if (value === undefined) throw new Error(`no value for the expression ${expression} in a default`);
    return value;
  });
}
