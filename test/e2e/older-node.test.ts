// Self-hosted runners and laptops may have an older Node than the action names: it must not fall over there.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { openEstate } from './estate.ts';
import { ruleText, version } from './rules.ts';

/** A Node on the PATH that is older than the one that runs the tests, but not older than 20. */
function findOlderNode(): string | undefined {
  const candidates = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .filter((path) => existsSync(path));
  return candidates.find((path) => {
    const major = Number(/^v(\d+)/.exec(execFileSync(path, ['--version'], { encoding: 'utf8' }))?.[1]);
    return major >= 20 && major < Number(process.versions.node.split('.')[0]);
  });
}

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
