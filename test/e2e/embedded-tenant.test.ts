// `tenant-url: simulator`: trying the action out without any tenant.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Estate, openEstate } from './estate.ts';
import { ruleText } from './rules.ts';

let estate: Estate;

beforeEach(async () => {
  estate = await openEstate();
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

const NO_CREDENTIALS = { 'tenant-url': 'simulator', 'client-id': '', 'client-secret': '' };

it('deploys in the process, and rolls back', async () => {
  const first = await estate.commit({ 'rules/a.json': ruleText('A') });
  const run = await estate.push(first, { inputs: NO_CREDENTIALS });
  expect(run.outputs).toMatchObject({ result: 'deployed', 'flow-ids': '{"A":"flow-000001"}' });
  await estate.push(await estate.commit({ 'rules/b.json': ruleText('B') }), { inputs: NO_CREDENTIALS });
  const back = await estate.dispatch({ 'rollback-to': first }, { inputs: NO_CREDENTIALS });
  expect(back.outputs.result).toBe('rolled-back');
  expect(estate.tenant.state().requests).toEqual([]);
});

it('plans on a pull request', async () => {
  await estate.commit({ 'rules/a.json': ruleText('A') });
  const run = await estate.pullRequest({ 'rules/b.json': ruleText('B') }, { inputs: NO_CREDENTIALS });
  expect(run.outputs.result).toBe('passed');
  expect(estate.github.comments(run.number)[0]?.body).toContain('| **create** | `B` | a new rule |');
});
