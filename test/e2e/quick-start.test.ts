// The README's quick start, word by word: its three workflows in order, by the built action, with the permissions that they name.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { QUICK_START, type WorkflowFile } from '../workflows/workflow.ts';
import { openWorld } from '../workflows/world.ts';

const [lint, deploy, rollback] = QUICK_START as readonly [WorkflowFile, WorkflowFile, WorkflowFile];
const folder = new URL('../../rules/', import.meta.url);

/** The example rules that the README points to. */
function exampleRules(): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    names.map((name) => [`rules/${name}`, readFileSync(new URL(name, folder), 'utf8')]),
  );
}

it('reviews a pull request, deploys it once merged, and rolls it back', async () => {
  const { estate, run, open, push, dispatch } = await openWorld(QUICK_START);
  // The README has a tenant of its own in its place.
  const override = { 'tenant-url': estate.tenant.url };
  const rules = exampleRules();
  const active = (): string[] =>
    estate.tenant
      .state()
      .flows.filter(({ status }) => status === 'ACTIVE')
      .map(({ name, fallbackAction }) => `${name} ${JSON.stringify(fallbackAction)}`)
      .toSorted();
  try {
    const first = await run(deploy, push(await estate.commit(rules)), { override });
    expect(first.action?.outputs['result'], first.action?.stdout).toBe('deployed');
    const before = active();
    expect(before.length).toBeGreaterThan(5);

    const path = 'rules/holiday-support-routing.json';
    const changed = {
      ...(JSON.parse(rules[path] ?? '') as object),
      fallbackAction: { type: 'queue', target: 'night_desk' },
    };
    const files = { [path]: `${JSON.stringify(changed, null, 2)}\n` };
    const pull = await open(files);
    const reviewed = await run(lint, pull.event);
    expect(reviewed.action?.outputs['result'], reviewed.action?.stdout).toBe('passed');
    expect(reviewed.action?.annotations.filter(({ message }) => message.includes('permissions:'))).toEqual(
      [],
    );
    const [comment] = estate.github.comments(pull.number);
    expect(comment?.body).toContain('Holiday-Support-Routing');

    const merged = await run(deploy, push(await estate.commit(files)), { override });
    expect(merged.action?.outputs).toMatchObject({
      result: 'deployed',
      'changed-rules': '["Holiday-Support-Routing"]',
    });
    expect(active()).not.toEqual(before);

    const back = await run(rollback, await dispatch({ 'rollback-to': 'previous' }), { override });
    expect([back.hasFailed, back.action?.outputs['result']]).toEqual([false, 'rolled-back']);
    expect(active()).toEqual(before);
    for (const { action } of [first, merged, back])
      expect(action?.annotations.filter(({ message }) => message.includes('permissions:'))).toEqual([]);
    expect(estate.github.violations()).toEqual([]);
  } finally {
    await estate.close();
  }
});
