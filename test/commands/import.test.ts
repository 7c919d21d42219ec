// What a tenant may answer to the wish for all its flows, beside the list that the embedded one gives.
import { expect, it } from 'vitest';
import { planImport } from '../../src/commands/import.ts';
import type { CheckedWorkspace } from '../../src/commands/source/lint-workspace.ts';
import type { FlowListing, Tenant, Writer } from '../../src/ports.ts';
import { NOON, flowOf, ruleOf } from '../plan/sample.ts';

async function plan(listing: FlowListing | undefined) {
  const tenant = { listFlows: async () => listing } as Partial<Tenant> as Tenant;
  const writer: Writer = { writeFiles: async () => {}, listFolder: async () => [] };
  const request = { tenant, writer, globs: ['rules/**/*.json'], map: undefined, only: [], now: NOON };
  return planImport(request, { loaded: { rules: [] } } as unknown as CheckedWorkspace);
}

it('names every flow that cannot be read, and imports the others', async () => {
  const { files, left } = await plan({
    flows: [flowOf('f1', ruleOf('A'))],
    unreadable: [
      { id: 'f3', name: 'C', why: 'no state' },
      { id: 'f2', name: 'B', why: 'no nodes' },
    ],
  });
  expect(files.map(({ path }) => path)).toEqual(['rules/a.json']);
  expect(left.map(({ text }) => text)).toEqual([
    '"B", flow "f2", is not imported: no nodes',
    '"C", flow "f3", is not imported: no state',
  ]);
});

it('fails where the tenant lists no flows without a name', async () => {
  await expect(plan(undefined)).rejects.toMatchObject({
    reason: 'tenant',
    message: 'the tenant does not list its flows without a name, so there is nothing to import',
  });
});
