// docs/drift.md names what the code has: every state, and in its workflows only inputs and outputs that are there.
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { driftIssueMarker } from '../../src/report/drift-issue.ts';
import { STATE_WORDS } from '../../src/report/drift-words.ts';
import { INPUT_DEFAULTS } from '../../src/request/inputs.ts';
import { OUTPUTS } from '../../src/runner/publish.ts';
import { blocksOf, readPage } from './page.ts';

const page = readPage('drift.md');

interface Step {
  readonly uses?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const steps = blocksOf(page, 'yaml').flatMap((text) =>
  Object.values((parse(text) as Workflow).jobs).flatMap((job) => job.steps),
);

describe('the page on drift', () => {
  it('explains every state', () => {
    for (const words of Object.values(STATE_WORDS)) expect(page).toMatch(new RegExp(`\\| ${words} +\\|`));
    expect(page).toContain(driftIssueMarker('<environment>'));
  });

  it('shows workflows with inputs and outputs that are there', () => {
    const inputs = steps.flatMap(({ uses = '', with: given = {} }) =>
      uses.includes('cxone-ivr-gitops') ? Object.keys(given) : [],
    );
    expect(inputs.length).toBeGreaterThan(6);
    expect(inputs.filter((name) => !Object.hasOwn(INPUT_DEFAULTS, name))).toEqual([]);
    const outputs = [...page.matchAll(/steps\.adopt\.outputs\.([\w-]+)/g)].map(([, name]) => name);
    expect(outputs).toEqual(['written-files']);
    expect(OUTPUTS).toContain('written-files');
  });
});
