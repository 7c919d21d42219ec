// Self-hosted runners and laptops may have an older Node than the action names: it must not fall over there.
import { expect, it } from 'vitest';
import { openEstate } from './estate.ts';
import { findOlderNode } from './find-older-node.ts';
import { ruleText, version } from './rules.ts';

const node = findOlderNode();
if (node === undefined)
  console.warn('SKIPPED: no Node from 20 on that is older than this one is on the PATH.');

it.skipIf(node === undefined)('lints, deploys, fails and rolls back on an older Node', async () => {
  const older = node === undefined ? {} : { node };
  const estate = await openEstate();
  const first = await estate.commit({ 'rules/a.json': ruleText('A') });
  expect((await estate.push(first, older)).outputs.result).toBe('deployed');
  expect((await estate.pullRequest({ 'rules/a.json': version('A', 'x') }, older)).outputs.result).toBe(
    'passed',
  );
  const second = await estate.commit({ 'rules/a.json': version('A', 'desk') });
  estate.tenant.orderFault({
    match: { method: 'PATCH', path: '/api/v2/ivr/flows/{flowId}', nth: 2 },
    kind: '404',
    when: 'before',
  });
  expect((await estate.push(second, older)).outputs.result).toBe('undone');
  expect((await estate.push(second, older)).outputs.result).toBe('deployed');
  expect((await estate.dispatch({ 'rollback-to': 'previous' }, older)).outputs.result).toBe('rolled-back');
  expect(estate.github.violations()).toEqual([]);
  await estate.close();
});
