import { describe, expect, it } from 'vitest';
import {
  type Deployment,
  auditStart,
  countLive,
  flowsAfter,
  isSealNeeded,
  stateAfter,
  writtenNames,
} from '../../src/plan/deployment.ts';
import type { DeployedState } from '../../src/plan/deployed-state.ts';
import { type PlanRequest, makePlan } from '../../src/plan/make-plan.ts';
import type { Flow } from '../../src/ports.ts';
import { NOON, flowOf, requestOf, ruleOf } from './sample.ts';

const [old, next, other] = [ruleOf('A'), ruleOf('A', { media: 'next' }), ruleOf('B')];
const [SHA, NEXT, HEAD, DIGEST] = ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(64), 'd'.repeat(64)];
const hold = { name: 'A', payloadHash: next.payloadHash };
const NONE = new Set<string>();

/** A deployment of the next commit over one at which A was live as flow a, and B as flow b. */
function deploymentOf(
  request: Partial<PlanRequest> = {},
  change: Partial<Deployment> = {},
  tenant: Readonly<Record<string, readonly Flow[]>> = { A: [flowOf('a', old)], B: [flowOf('b', other)] },
): Deployment {
  const flows = { A: 'a', B: 'b' };
  const rules = request.desired ?? [next, other];
  const planned = { deployed: [old, other], deployedFlows: flows, ...request };
  const state: DeployedState = {
    schemaVersion: 1,
    rulesetDigest: DIGEST,
    auditHead: HEAD,
    previousSha: null,
    flows,
    held: [],
  };
  return {
    sha: NEXT,
    rules,
    plan: makePlan(requestOf(rules, planned), new Map(Object.entries(tenant)), NOON),
    live: { sha: SHA, state },
    held: [],
    digest: DIGEST,
    kind: 'deploy',
    ...change,
  };
}

describe('the flows after a deployment', () => {
  it.each<[string, Deployment, Readonly<Record<string, string>>, ReadonlySet<string>, object]>([
    ['are those that it made', deploymentOf(), { A: 'new' }, NONE, { A: 'new', B: 'b' }],
    [
      'are those that it took up again',
      deploymentOf({}, {}, { A: [flowOf('a', old), flowOf('idle', next, 'INACTIVE')] }),
      {},
      NONE,
      { A: 'idle', B: 'b' },
    ],
    ['lack what it removed', deploymentOf({ desired: [other] }), {}, NONE, { B: 'b' }],
    [
      'have a removal that only left out',
      deploymentOf({ desired: [other], only: ['B'] }),
      {},
      new Set(['A']),
      { A: 'a', B: 'b' },
    ],
    [
      'lack a change that only left out, so that a later run looks at it',
      deploymentOf({ only: ['B'] }),
      {},
      new Set(['A']),
      { B: 'b' },
    ],
    ['have what is held', deploymentOf({ held: [hold] }), {}, NONE, { A: 'a', B: 'b' }],
    [
      'have a rule whose removal is held',
      deploymentOf({ desired: [other], held: [{ name: 'A', payloadHash: '' }] }),
      {},
      NONE,
      { A: 'a', B: 'b' },
    ],
    [
      'are all new where nothing was live',
      deploymentOf({ deployed: [], deployedFlows: {} }, { live: undefined }, {}),
      { A: 'new', B: 'newer' },
      NONE,
      { A: 'new', B: 'newer' },
    ],
  ])('%s', (_case, deployment, made, passedOver, expected) => {
    expect(flowsAfter(deployment, new Map(Object.entries(made)), passedOver)).toEqual(expected);
  });
});

describe('what a record says', () => {
  it('names the commit that was live before, and what is held', () => {
    expect(stateAfter(deploymentOf({}, { held: [hold] }), { A: 'a' }, '1'.repeat(64))).toEqual({
      schemaVersion: 1,
      rulesetDigest: DIGEST,
      auditHead: '1'.repeat(64),
      previousSha: SHA,
      flows: { A: 'a' },
      held: [hold],
    });
  });

  it('of a commit that stays live names the one before it still', () => {
    const { live, ...deployment } = deploymentOf({}, { sha: SHA });
    if (live === undefined) throw new Error('live');
    const again = { ...live, state: { ...live.state, previousSha: NEXT } };
    expect(stateAfter({ ...deployment, live: again }, {}, HEAD).previousSha).toBe(NEXT);
    expect(stateAfter({ ...deployment, live: undefined }, {}, HEAD).previousSha).toBeNull();
  });

  it('goes on from the audit log of what was live', () => {
    expect(auditStart(deploymentOf().live)).toBe(HEAD);
    expect(auditStart(undefined)).toBe('0'.repeat(64));
  });
});

describe('a seal', () => {
  const same = { desired: [old, other] };
  it.each<[string, boolean, Deployment]>([
    ['where a rule is written', true, deploymentOf()],
    ['where nothing was live', true, deploymentOf(same, { live: undefined })],
    ['not where all is as it was', false, deploymentOf(same)],
    ['where the digest is another', true, deploymentOf(same, { digest: HEAD })],
    ['where something else is held', true, deploymentOf(same, { held: [hold] })],
    ['of a rollback to another commit', true, deploymentOf(same, { kind: 'rollback' })],
    ['not of a rollback to the live one', false, deploymentOf(same, { kind: 'rollback', sha: SHA })],
  ])('is needed %s', (_case, expected, deployment) => {
    expect(isSealNeeded(deployment)).toBe(expected);
  });
});

it('the rules that are live are those of the record, or before the first one those that are active', () => {
  expect(countLive(deploymentOf({ desired: [next] }))).toBe(2);
  const tenant = { A: [flowOf('a', old)], B: [flowOf('b', other, 'INACTIVE')] };
  const first = deploymentOf({ deployed: [], deployedFlows: {} }, { live: undefined }, tenant);
  expect(countLive(first)).toBe(1);
});

it('the names of what is written leave out what stays', () => {
  expect(writtenNames(deploymentOf())).toBe('A');
  const all = deploymentOf({ desired: [next] });
  expect(writtenNames(all)).toBe('A, B');
});
