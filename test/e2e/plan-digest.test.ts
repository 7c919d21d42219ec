// What was reviewed is what is deployed: the digest of the plan in the pull request, in the rehearsal and in the deployment.
import { readFileSync } from 'node:fs';
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

function digestOf(outputs: Readonly<Record<string, string>>): unknown {
  return (JSON.parse(readFileSync(outputs['report-json'] ?? '', 'utf8')) as { planDigest?: unknown })
    .planDigest;
}

it('is the same in the comment, in the rehearsal, and in the log and summary of the deployment', async () => {
  await estate.push(await estate.commit({ 'rules/a.json': ruleText('A'), 'rules/b.json': ruleText('B') }));
  const change = { 'rules/a.json': version('A', 'x'), 'rules/b.json': null, 'rules/c.json': ruleText('C') };
  const reviewed = await estate.pullRequest(change, { inputs: estate.credentials });
  const digest = digestOf(reviewed.outputs);
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  const line = `1 create, 1 replace, 1 deactivate. Plan digest: \`sha256:${String(digest)}\``;
  expect(estate.github.comments(reviewed.number)[0]?.body).toContain(line);

  const merged = await estate.commit(change);
  const rehearsed = await estate.push(merged, { inputs: { 'dry-run': 'true' } });
  expect(rehearsed.outputs.result).toBe('planned');
  expect(digestOf(rehearsed.outputs)).toBe(digest);
  expect(rehearsed.summary).toContain(line);

  const deployed = await estate.push(merged);
  expect(deployed.outputs.result).toBe('deployed');
  expect(digestOf(deployed.outputs)).toBe(digest);
  expect(deployed.summary).toContain(line);
  expect(deployed.stdout).toContain(`plan sha256:${String(digest)}: 1 create, 1 replace, 1 deactivate`);
});

it('is another one where the merge base has moved under the pull request', async () => {
  await estate.push(await estate.commit({ 'rules/a.json': ruleText('A') }));
  const reviewed = await estate.pullRequest(
    { 'rules/a.json': version('A', 'x') },
    { inputs: estate.credentials },
  );
  await estate.push(await estate.commit({ 'rules/a.json': version('A', 'y') }));
  const deployed = await estate.push(await estate.commit({ 'rules/a.json': version('A', 'x') }));
  expect(digestOf(deployed.outputs)).not.toBe(digestOf(reviewed.outputs));
});
