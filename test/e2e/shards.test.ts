// Two shards of one tenant, as docs/large-estates.md advises: an environment and globs of its own for each.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Estate, openEstate } from './estate.ts';
import { ruleText, version } from './rules.ts';

let estate: Estate;

beforeEach(async () => {
  estate = await openEstate();
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

const shard = (name: string) => ({
  inputs: { environment: `production-${name}`, rules: `rules/${name}/**/*.json` },
});

function live(): Record<string, string> {
  const flows = estate.tenant.state().flows.filter(({ status }) => status === 'ACTIVE');
  return Object.fromEntries(
    flows.map(({ name, fallbackAction: { target, type } }) => [name, target ?? type]),
  );
}

it('are deployed and rolled back apart', async () => {
  const [sales, billing] = [shard('sales'), shard('billing')];
  const first = await estate.commit({
    'rules/sales/a.json': ruleText('A'),
    'rules/billing/b.json': ruleText('B'),
  });
  for (const one of [sales, billing]) expect((await estate.push(first, one)).outputs.result).toBe('deployed');
  expect(live()).toEqual({ A: 'hangup', B: 'hangup' });

  const second = await estate.commit({
    'rules/sales/a.json': version('A', 'desk'),
    'rules/billing/b.json': version('B', 'desk'),
  });
  for (const one of [sales, billing])
    expect((await estate.push(second, one)).outputs.result).toBe('deployed');
  const back = await estate.dispatch({ 'rollback-to': 'previous' }, billing);
  expect(back.outputs.result).toBe('rolled-back');
  expect(live()).toEqual({ A: 'desk', B: 'hangup' });
  expect((await estate.push(second, sales)).outputs.result).toBe('nothing-to-do');
});

it('of a broken one let the other be deployed', async () => {
  const sha = await estate.commit({ 'rules/sales/a.json': '{', 'rules/billing/b.json': ruleText('B') });
  expect((await estate.push(sha, shard('sales'))).outputs).toMatchObject({
    result: 'failed',
    reason: 'lint',
  });
  expect((await estate.push(sha, shard('billing'))).outputs.result).toBe('deployed');
  expect(live()).toEqual({ B: 'hangup' });
});
