// Real runs with a door that does its work wrongly: the checker must see each of these faults, which the action itself does not have.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FlowPatch, OpenedTenant, Tenant } from '../../src/ports.ts';
import { type Mischief, TRIGGERS, failure } from './cases.ts';
import { playCase } from './play-case.ts';
import { begin } from './play-cases.ts';

let scene: Awaited<ReturnType<typeof begin>>;

beforeAll(async () => {
  scene = await begin();
}, 60_000);

afterAll(async () => {
  await scene.history.repository.remove();
});

/** Does something to the tenant of a run, and to the one that its transaction makes of it. */
function meddle(tenant: Tenant, change: (tenant: Tenant) => Partial<Tenant>): Tenant {
  return { ...tenant, ...change(tenant), until: (stop) => meddle(tenant.until(stop), change) };
}

const undoing =
  (change: (tenant: Tenant) => Partial<Tenant>) =>
  (opened: OpenedTenant): OpenedTenant => ({ ...opened, undoTenant: meddle(opened.undoTenant, change) });

const deploying =
  (change: (tenant: Tenant) => Partial<Tenant>) =>
  (opened: OpenedTenant): OpenedTenant => ({ ...opened, tenant: meddle(opened.tenant, change) });

/** Sends the activation of a new version only once the old one is retired. */
function retireFirst(): (tenant: Tenant) => Partial<Tenant> {
  const waiting: { readonly id: string; readonly patch: FlowPatch }[] = [];
  return (tenant) => ({
    patchFlow: async (id, patch) => {
      if (patch.status === 'ACTIVE') {
        waiting.push({ id, patch });
        return;
      }
      await tenant.patchFlow(id, patch);
      for (const late of waiting.splice(0)) await tenant.patchFlow(late.id, late.patch);
    },
  });
}

const failing: readonly Mischief[] = [TRIGGERS['read-back']].flatMap((place) =>
  place === undefined ? [] : [failure(place)],
);
/** The removal fails, when all else is live. */
const PATCH = { door: 'tenant', method: 'PATCH', template: '/api/v2/ivr/flows/{flowId}', nth: 6 } as const;

it.each<[string, readonly Mischief[], (opened: OpenedTenant) => OpenedTenant, RegExp]>([
  [
    'restores nothing',
    failing,
    undoing(() => ({ patchFlow: async () => {} })),
    /flow-\d+ \(Changed\) was .* INACTIVE/,
  ],
  [
    'deletes nothing',
    [failure(PATCH)],
    undoing(() => ({ deleteFlow: async () => true })),
    /was not there before/,
  ],
  [
    'restores the state without the dates',
    failing,
    undoing((tenant) => ({
      patchFlow: async (id, { status }) => tenant.patchFlow(id, status === undefined ? {} : { status }),
    })),
    /^run 1: flow-\d+ \(Seasonal\) was /,
  ],
  ['retires before it activates', [], deploying(retireFirst()), /^Changed has no version from/],
  [
    'reads nothing back',
    [],
    deploying((tenant) => ({
      getFlow: async (id) =>
        (await tenant.findFlows('Changed'))
          .concat(await tenant.findFlows('New'))
          .concat(await tenant.findFlows('Seasonal'))
          .concat(await tenant.findFlows('Gone'))
          .find((flow) => flow.id === id),
    })),
    /was not read back/,
  ],
  [
    'creates everything twice',
    [],
    deploying((tenant) => ({
      createFlow: async (payload) => {
        await tenant.createFlow(payload);
        return tenant.createFlow(payload);
      },
    })),
    /was made and left/,
  ],
])('a run that %s is refused', async (_does, mischief, doors, problem) => {
  const { problems } = await playCase(scene.beginning, {
    name: 'meddled',
    concurrency: 1,
    mischief,
    followUp: 'nothing',
    doors,
  });
  expect(problems).toContainEqual(expect.stringMatching(problem));
});

it('a run that does its work is not', async () => {
  const whole = { name: 'whole', concurrency: 8, followUp: 'nothing' } as const;
  expect(await playCase(scene.beginning, { ...whole, mischief: [] })).toMatchObject({
    problems: [],
    result: 'deployed',
  });
  expect(await playCase(scene.beginning, { ...whole, mischief: failing })).toMatchObject({
    problems: [],
    result: 'undone',
  });
});
