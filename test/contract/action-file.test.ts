// action.yml against the code that reads its inputs and writes its outputs, and against GitHub's own schema.
import { existsSync, readFileSync } from 'node:fs';
import { validate } from '@actions/languageservice';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { INPUT_DEFAULTS } from '../../src/request/inputs.ts';
import { OUTPUTS } from '../../src/runner/publish.ts';

const root = new URL('../../', import.meta.url);
const text = readFileSync(new URL('action.yml', root), 'utf8');

interface ActionFile {
  readonly inputs: Readonly<Record<string, { description?: string; default?: string; required?: boolean }>>;
  readonly outputs: Readonly<Record<string, { description?: string }>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post: string };
  readonly branding: { readonly icon: string; readonly color: string };
}
const action = parse(text) as ActionFile;

describe('action.yml', () => {
  it('declares exactly the inputs that are read, with the same defaults', () => {
    const declared = Object.fromEntries(
      Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? '']),
    );
    expect(declared).toEqual({ ...INPUT_DEFAULTS, 'github-token': '${{ github.token }}' });
  });

  it('declares exactly the outputs that are written', () => {
    expect(Object.keys(action.outputs)).toEqual([...OUTPUTS]);
  });

  it('describes every input and output', () => {
    for (const entry of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
      expect(entry.description?.length ?? 0).toBeGreaterThan(10);
      expect(Object.keys(entry).every((key) => ['description', 'default', 'required'].includes(key))).toBe(
        true,
      );
    }
  });

  it('starts files that exist, on node24', () => {
    expect(action.runs.using).toBe('node24');
    for (const file of [action.runs.main, action.runs.post])
      expect(existsSync(new URL(file, root))).toBe(true);
  });

  it("is valid under GitHub's own schema", async () => {
    // The validator remembers documents by their name, so each has its own.
    const check = async (folder: string, content: string): Promise<string[]> => {
      const document = TextDocument.create(`file:///${folder}/action.yml`, 'yaml', 0, content);
      return (await validate(document)).map(({ message }) =>
        typeof message === 'string' ? message : message.value,
      );
    };
    expect(await check('real', text)).toEqual([]);
    expect(await check('broken', text.replace('node24', 'node99'))).not.toEqual([]);
  });
});
