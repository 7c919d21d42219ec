// The workflow of docs/sarif.md is one that GitHub takes, and uploads what the action writes.
import { validate } from '@actions/languageservice';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { OUTPUTS } from '../../src/runner/publish.ts';
import { blocksOf, readPage } from './page.ts';

interface Step {
  readonly id?: string;
  readonly uses: string;
  readonly with?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const [text = '', ...others] = blocksOf(readPage('sarif.md'), 'yaml');
const workflow = parse(text) as Workflow;

it('has one workflow, without a fault', async () => {
  expect(others).toEqual([]);
  const check = async (name: string, content: string) =>
    validate(TextDocument.create(`file:///.github/workflows/${name}.yml`, 'yaml', 0, content));
  expect(await check('real', text)).toEqual([]);
  expect(await check('broken', text.replace('runs-on', 'run-on'))).not.toEqual([]);
});

it('uploads output sarif of the action, which it may', () => {
  const steps = Object.values(workflow.jobs)[0]?.steps ?? [];
  const [, action, upload] = steps;
  expect(steps).toHaveLength(3);
  const [, id, output] =
    /^\$\{\{ steps\.(\w+)\.outputs\.([\w-]+) \}\}$/.exec(upload?.with?.['sarif_file'] ?? '') ?? [];
  expect(action).toMatchObject({ uses: 'OWNER/cxone-ivr-gitops@v0', id });
  expect(output).toBe('sarif');
  expect(OUTPUTS).toContain(output);
  expect(workflow.permissions).toMatchObject({ 'security-events': 'write' });
});
