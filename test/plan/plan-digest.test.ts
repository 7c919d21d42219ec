import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makePlan } from '../../src/plan/make-plan.ts';
import { planDigest } from '../../src/plan/plan-digest.ts';
import type { Flow } from '../../src/ports.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { NOON, day, deployedAs, flowOf, requestOf, ruleOf } from './sample.ts';

function digest(
  desired: readonly Rule[],
  flows: readonly Flow[] = [],
  now = NOON,
  deployed: readonly Rule[] = [],
): string {
  const names = new Set(flows.map(({ payload }) => payload.name));
  const live = new Map(
    [...names].map((name) => [name, flows.filter(({ payload }) => payload.name === name)]),
  );
  return planDigest(makePlan(requestOf(desired, deployedAs(deployed)), live, now));
}

const old = ruleOf('A', { media: 'old' });
const wanted = ruleOf('A');

describe('the digest of a plan', () => {
  it('can be recomputed from what the plan says', () => {
    const later = ruleOf('B', { effectiveDate: day(30) });
    const text = JSON.stringify([
      {
        action: 'replace',
        deletes: [],
        from: [{ payloadHash: old.payloadHash, status: 'INACTIVE' }],
        name: 'A',
        status: 'ACTIVE',
        to: wanted.payloadHash,
      },
      {
        action: 'create',
        deletes: [],
        effectiveDate: day(30),
        from: [],
        name: 'B',
        status: 'ACTIVE',
        to: later.payloadHash,
      },
    ]);
    expect(digest([later, wanted], [flowOf('1', old)])).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('is the same whatever ids the flows have, and in whatever order they come', () => {
    const other = ruleOf('A', { media: 'other' });
    expect(digest([wanted], [flowOf('1', old), flowOf('2', other)])).toBe(
      digest([wanted], [flowOf('9', other), flowOf('8', old)]),
    );
  });

  it('is the same with more rules for which nothing is to be done', () => {
    const live = ruleOf('Live');
    expect(digest([wanted, live], [flowOf('1', old), flowOf('2', live)])).toBe(
      digest([wanted], [flowOf('1', old)]),
    );
  });

  const plain = digest([wanted], [flowOf('1', old)]);
  it.each([
    ['another new version', digest([ruleOf('A', { media: 'third' })], [flowOf('1', old)])],
    ['another version before it', digest([wanted], [flowOf('1', ruleOf('A', { media: 'x' }))])],
    ['none before it', digest([wanted])],
    ['another name', digest([ruleOf('C')], [flowOf('1', ruleOf('C', { media: 'old' }))])],
    ['a later start', digest([ruleOf('A', { effectiveDate: day(2) })], [flowOf('1', old)])],
    ['another final state', digest([ruleOf('A', { status: 'INACTIVE' })], [flowOf('1', old)])],
    [
      'a removal beside it',
      digest([wanted], [flowOf('1', old), flowOf('2', ruleOf('Gone'))], NOON, [old, ruleOf('Gone')]),
    ],
  ])('is another one with %s', (_, other) => {
    expect(other).toMatch(/^[0-9a-f]{64}$/);
    expect(other).not.toBe(plain);
  });

  it('is another one once the start has come: the version before it then goes at once', () => {
    const later = ruleOf('A', { effectiveDate: day(2) });
    expect(digest([later], [flowOf('1', old)], NOON)).not.toBe(
      digest([later], [flowOf('1', old)], NOON + 3 * 86_400_000),
    );
  });

  it('tells a rule that is deleted from one that is kept ready', () => {
    const gone = ruleOf('Gone');
    const live = new Map([['Gone', [flowOf('1', gone)]]]);
    const [kept, deleted] = (['deactivate', 'delete'] as const).map((removedRules) =>
      planDigest(makePlan(requestOf([], { ...deployedAs([gone]), removedRules }), live, NOON)),
    );
    expect(kept).not.toBe(deleted);
  });

  it('is another one with an end, and does not depend on the order of changes', () => {
    const [ended, plain] = [ruleOf('A', { expirationDate: day(9) }), ruleOf('B')];
    const text = JSON.stringify([
      {
        action: 'create',
        deletes: [],
        expirationDate: day(9),
        from: [],
        name: 'A',
        status: 'ACTIVE',
        to: ended.payloadHash,
      },
      { action: 'create', deletes: [], from: [], name: 'B', status: 'ACTIVE', to: plain.payloadHash },
    ]);
    const plan = makePlan(requestOf([ended, plain]), new Map(), NOON);
    const digests = [plan, { ...plan, changes: plan.changes.toReversed() }].map(planDigest);
    expect(digests).toEqual([1, 2].map(() => createHash('sha256').update(text).digest('hex')));
  });

  it('has the hashes of what is deleted, sorted', () => {
    const gone = ruleOf('Gone');
    const drafts = ['x', 'y', 'z'].map((media) => ruleOf('Gone', { media }));
    const flows = [flowOf('1', gone), ...drafts.map((rule, at) => flowOf(`d${at}`, rule))];
    const request = requestOf([], { ...deployedAs([gone]), removedRules: 'delete' });
    const digests = [flows, flows.toReversed()].map((known) =>
      planDigest(makePlan(request, new Map([['Gone', known]]), NOON)),
    );
    expect(digests[0]).toBe(digests[1]);
    const other = flows.slice(0, 3);
    expect(planDigest(makePlan(request, new Map([['Gone', other]]), NOON))).not.toBe(digests[0]);
  });
});
