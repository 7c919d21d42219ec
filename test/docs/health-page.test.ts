// docs/health.md: its workflow is one that GitHub takes, with inputs that are there and a watch that can be, and its table has every input.
import { validate } from '@actions/languageservice';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { MOST_RULES } from '../../src/health/choose-flows.ts';
import { INPUT_DEFAULTS, type InputName, readInputs } from '../../src/request/inputs.ts';
import { blocksOf, firstCells, readPage } from './page.ts';

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly 'timeout-minutes': number;
        readonly steps: readonly { readonly with?: Readonly<Record<string, string>> }[];
      }
    >
  >;
}

const page = readPage('health.md');
const [text = ''] = blocksOf(page, 'yaml');
const job = Object.values((parse(text) as Workflow).jobs)[0];
const given = job?.steps.at(-1)?.with ?? {};

it('has a workflow without a fault', async () => {
  const document = TextDocument.create('file:///.github/workflows/deploy.yml', 'yaml', 0, text);
  expect(await validate(document)).toEqual([]);
});

it('watches for less time than the job may take', () => {
  const inputs = readInputs((name) => (name.startsWith('client') ? 'x' : (given[name] ?? '')));
  expect(Object.keys(given).filter((name) => !Object.hasOwn(INPUT_DEFAULTS, name))).toEqual([]);
  expect(inputs).toMatchObject({ watchTime: 1_800_000, minCompletionRate: 0.8, maxCompletionDrop: 0.1 });
  expect((job?.['timeout-minutes'] ?? 0) * 60_000).toBeGreaterThan(inputs.watchTime);
});

it('lists every input of a watch with its default', () => {
  const names = Object.keys(INPUT_DEFAULTS).filter((name) => /^(watch|min|max-completion)-/.test(name));
  expect(firstCells(page).toSorted()).toEqual(names.toSorted());
  for (const name of firstCells(page)) {
    const value = INPUT_DEFAULTS[name as InputName];
    const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
    expect(row.split('|')[2]?.trim()).toBe(value === '' ? '' : `\`${value}\``);
  }
});

it('says how many rules are asked for', () => {
  expect(page).toContain(`At most ${MOST_RULES} rules are asked for`);
});
