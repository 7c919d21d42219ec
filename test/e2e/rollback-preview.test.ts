// A preview of a rollback: all that it would do, in words, and not one write.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RuleFile } from '../../src/rules/rule.ts';
import { type Estate, openEstate } from './estate.ts';
import { heldNow, liveFlows, tenantWrites } from './look.ts';
import { ruleText } from './rules.ts';

let estate: Estate;
let first: string;

/** A menu with a second key, and a queue that nothing leads to. */
const wider = ruleText('A', (rule) => {
  const [root] = rule.nodes as [RuleFile['nodes'][0], RuleFile['nodes'][0]];
  root.transitions = [...(root.transitions ?? []), { condition: 'press_2', target: 'billing' }];
  rule.nodes.push({ id: 'billing', type: 'queue' });
});

beforeEach(async () => {
  estate = await openEstate();
  first = await estate.commit({
    'rules/a.json': ruleText('A'),
    'rules/b.json': ruleText('B'),
    'rules/a.test.json': JSON.stringify({
      rule: 'A',
      tests: [{ name: 'key 1 reaches sales', caller: ['press_1'], endsAt: 'sales' }],
    }),
  });
  await estate.push(first);
  await estate.push(
    await estate.commit({ 'rules/a.json': wider, 'rules/b.json': null, 'rules/c.json': ruleText('C') }),
  );
});

afterEach(async () => {
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});

/** Requests to GitHub that write. */
function gitHubWrites(): number {
  return estate.github.requests().filter(({ method }) => method !== 'GET').length;
}

it('is reported as on a pull request, with the plan and the holds, and writes nothing', async () => {
  const [writes, told, held, live] = [
    tenantWrites(estate),
    gitHubWrites(),
    heldNow(estate),
    liveFlows(estate),
  ];
  const run = await estate.dispatch({ 'rollback-to': 'previous', 'dry-run': 'true' });
  expect(run.exitCode).toBe(0);
  expect(run.outputs).toMatchObject({
    result: 'planned',
    'changed-rules': '["A","B","C"]',
    'max-depth': '1',
  });
  expect([tenantWrites(estate), gitHubWrites(), heldNow(estate), liveFlows(estate)]).toEqual([
    writes,
    told,
    held,
    live,
  ]);
  const stable = run.summary
    .replaceAll(/\b[0-9a-f]{40}\b/g, '<sha>')
    .replaceAll(/\b[0-9a-f]{12}\b/g, '<12 hex>');
  expect(stable).toMatchSnapshot();
  const report = JSON.parse(readFileSync(run.outputs['report-json'] ?? '', 'utf8')) as {
    readonly commit: string;
    readonly rules: readonly { name: string; change: string; plan: string; callers?: string[] }[];
  };
  expect(report.commit).toBe(first);
  expect(report.rules.map(({ name, change, plan }) => [name, change, plan])).toEqual([
    ['A', 'modified', 'replace'],
    ['B', 'added', 'activate'],
    ['C', 'removed', 'deactivate'],
  ]);
  expect(report.rules.every(({ callers = [] }) => callers.length > 0)).toBe(true);
});

it('is refused as the rollback itself would be', async () => {
  const run = await estate.dispatch({ 'rollback-to': 'previous', 'dry-run': 'true', 'max-removals': '0' });
  expect(run.exitCode).toBe(1);
  expect(run.outputs).toMatchObject({ result: 'refused', reason: 'plan-limit' });
  expect(run.summary).toContain('What changes for callers');
});

it('tells what would be held no longer', async () => {
  await estate.dispatch({ 'rollback-to': 'previous' });
  const run = await estate.dispatch({ 'rollback-to': 'previous', 'dry-run': 'true' });
  expect(run.stdout).toMatch(/would be held no longer: "A" \([0-9a-f]{12}\), the removal of "B", "C"/);
  expect(run.stdout).toMatch(
    /would be held until .*: "A" \([0-9a-f]{12}\), "B" \([0-9a-f]{12}\), the removal of "C"/,
  );
});

it('of some rules speaks of these alone', async () => {
  const run = await estate.dispatch({ 'rollback-to': 'previous', 'dry-run': 'true', only: 'B' });
  expect(run.outputs).toMatchObject({ result: 'planned', 'changed-rules': '["B"]' });
  expect(run.stdout).toMatch(/would be held until .*: the removal of "B"$/m);
});

it.each(['true', 'false'])(
  "tells what today's checks say of the target, and is not stopped by it (dry-run: %s)",
  async (dryRun) => {
    const broken = { 'cxone-rules.config.json': '{"checks": 7' };
    await estate.commit(broken);
    const inputs = { 'rollback-to': 'previous', 'dry-run': dryRun, 'max-depth': '0' };
    const run = await estate.dispatch(inputs);
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({
      result: dryRun === 'true' ? 'planned' : 'rolled-back',
      reason: '',
      errors: '2',
    });
    expect(run.summary).toContain('find 2 errors in the rules of the target');
    const warnings = run.annotations.filter(({ level }) => level === 'warning');
    expect(warnings.map(({ message }) => message).join()).toContain('checked without the config file');
    expect(Object.keys(liveFlows(estate))).toEqual(dryRun === 'true' ? ['A', 'C'] : ['A', 'B']);
  },
);
