import { describe, expect, it } from 'vitest';
import type { DriftCase } from '../../src/plan/find-drift.ts';
import { describeExtra, isOver, judgeTenant } from '../../src/plan/judge-tenant.ts';
import type { Expectation } from '../../src/plan/replay-deployments.ts';
import type { Flow } from '../../src/ports.ts';
import { NOON, day, flowOf, ruleOf } from './sample.ts';

const rule = ruleOf('A');
const own = flowOf('own', rule);

function left(versions: readonly Flow[], changes: Partial<Expectation> = {}): Expectation {
  return {
    ownId: 'own',
    versions: new Map(versions.map((flow) => [flow.id, flow])),
    rule,
    tolerates: 'none',
    mayBeGone: false,
    ...changes,
  };
}

function judge(expectation: Expectation, versions: readonly Flow[]) {
  const drift: DriftCase = {
    name: 'A',
    desired: rule,
    expectation,
    isDeployed: true,
    isHeld: false,
    versions,
    now: NOON,
  };
  const { state, differences, remarks, taken } = judgeTenant(expectation, drift);
  const spelt = differences.map(({ path, what, git, tenant }) => `${path} ${what}: ${git} | ${tenant}`);
  return { state, differences: spelt, remarks, taken: taken?.id };
}

const IN_SYNC = { state: 'in-sync', differences: [], remarks: [], taken: undefined };
const another = (id: string, media = 'edited', changes = {}): Flow =>
  flowOf(id, ruleOf('A', { media, ...changes }));

describe('the window of a version', () => {
  it.each([
    [undefined, false],
    [day(1), false],
    [day(0), true],
    [day(-1), true],
  ])('that expires at %s is over: %s', (expirationDate, over) => {
    const changes = expirationDate === undefined ? {} : { expirationDate };
    expect(isOver(flowOf('x', ruleOf('A', changes)), NOON)).toBe(over);
  });

  it.each([
    [{}, 'ACTIVE'],
    [{ effectiveDate: day(1) }, `ACTIVE from ${day(1)}`],
    [{ expirationDate: day(2) }, `ACTIVE until ${day(2)}`],
    [{ effectiveDate: day(1), expirationDate: day(2) }, `ACTIVE from ${day(1)} until ${day(2)}`],
  ])('%j is told as %s', (changes, words) => {
    expect(describeExtra(flowOf('x', ruleOf('A', changes)))).toEqual({
      path: '/versions/x',
      what: 'another active version, flow "x"',
      git: 'none',
      tenant: words,
    });
  });
});

describe('the tenant against what was left', () => {
  const edit = '/nodes/root/mediaAssetId';

  it('is in sync where all is as it was', () => {
    expect(judge(left([own]), [own])).toEqual(IN_SYNC);
  });

  it('is edited where the own flow says something else, which is what is taken', () => {
    const found = judge(left([own]), [another('own')]);
    expect(found).toMatchObject({ state: 'edited', remarks: [], taken: 'own' });
    expect(found.differences).toEqual([expect.stringMatching(`^${edit} .*: hello \\| edited$`)]);
  });

  it('is edited where the own flow was switched off, and then that is what is taken', () => {
    const found = judge(left([own]), [{ ...own, status: 'INACTIVE' }]);
    expect(found).toMatchObject({ state: 'edited', taken: 'own' });
    expect(found.differences).toEqual([expect.stringMatching(/: ACTIVE \| INACTIVE$/)]);
  });

  it('takes the active version where the own flow was switched off for it', () => {
    const found = judge(left([own]), [{ ...own, status: 'INACTIVE' }, another('new')]);
    expect(found).toMatchObject({ state: 'edited', taken: 'new' });
    expect(found.differences).toHaveLength(2);
    expect(found.differences[1]).toBe('/versions/new another active version, flow "new": none | ACTIVE');
  });

  it('takes the newest in force where the own flow and another one differ', () => {
    const newer = { ...another('new'), createdAt: '2026-12-24T00:00:00.000Z' };
    expect(judge(left([own]), [another('own'), newer]).taken).toBe('new');
    expect(
      judge(left([own]), [{ ...another('own'), createdAt: '2026-12-31T00:00:00.000Z' }, newer]).taken,
    ).toBe('own');
    // The own flow is as it was: it is the other one that somebody made.
    expect(judge(left([own]), [{ ...own, createdAt: '2026-12-31T00:00:00.000Z' }, newer]).taken).toBe('new');
  });

  it.each<[string, Flow]>([
    ['that is not active', { ...another('x'), status: 'INACTIVE' }],
    ['whose window is over', another('x', 'edited', { expirationDate: day(0) })],
  ])('is in sync with another version %s', (_, extra) => {
    expect(judge(left([own]), [own, extra])).toEqual(IN_SYNC);
  });

  it.each<[string, Expectation['tolerates'], Flow, string]>([
    ['any, of a draft', 'all', another('x'), 'in-sync'],
    [
      'one that ends as the own one begins',
      'earlier',
      another('x', 'm', { expirationDate: day(5) }),
      'in-sync',
    ],
    ['one that ends later', 'earlier', another('x', 'm', { expirationDate: day(6) }), 'edited'],
    ['one that never ends', 'earlier', another('x'), 'edited'],
    ['none', 'none', another('x', 'm', { expirationDate: day(5) }), 'edited'],
  ])('bears %s', (_, tolerates, extra, state) => {
    const later = flowOf('own', ruleOf('A', { effectiveDate: day(5) }));
    expect(judge(left([later], { tolerates }), [later, extra]).state).toBe(state);
  });

  it('bears any earlier version where the own one cannot be told', () => {
    const extra = another('x', 'm', { expirationDate: day(6) });
    expect(judge(left([], { tolerates: 'earlier' }), [own, extra]).state).toBe('in-sync');
  });

  it('finds a version active that was to be retired', () => {
    const retired = another('old', 'old');
    const expectation = left([own, { ...retired, status: 'INACTIVE' }]);
    expect(judge(expectation, [own, { ...retired, status: 'INACTIVE' }])).toEqual(IN_SYNC);
    expect(judge(expectation, [own, retired])).toMatchObject({ state: 'edited', taken: 'old' });
  });

  it('is in sync where no version is active, which may be', () => {
    const expectation = left([own], { mayBeGone: true });
    expect(judge(expectation, [])).toEqual(IN_SYNC);
    expect(judge(expectation, [{ ...own, status: 'INACTIVE' }])).toEqual(IN_SYNC);
    // One that is active is looked at all the same.
    expect(judge(expectation, [{ ...own, status: 'INACTIVE' }, another('x')]).state).toBe('edited');
  });

  it.each([
    ['INACTIVE', 'in-sync'],
    ['ACTIVE', 'edited'],
    ['DRAFT', 'in-sync'],
  ] as const)('takes an own draft that is %s as %s', (status, state) => {
    const expectation = left([{ ...own, status: 'DRAFT' }], { tolerates: 'all' });
    expect(judge(expectation, [{ ...own, status }]).state).toBe(state);
  });

  it('does not take a draft for an inactive rule', () => {
    expect(judge(left([{ ...own, status: 'INACTIVE' }]), [{ ...own, status: 'DRAFT' }]).state).toBe('edited');
  });

  it('compares only the status where the version cannot be read, and says so', () => {
    const remarks = [
      'the version that was deployed cannot be read from git any more, so only its status was compared',
    ];
    expect(judge(left([]), [another('own')])).toEqual({ ...IN_SYNC, remarks });
    expect(judge(left([]), [{ ...own, status: 'INACTIVE' }])).toMatchObject({ state: 'edited', remarks });
  });
});

describe('the version in force until the own one begins', () => {
  const later = flowOf('own', ruleOf('A', { effectiveDate: day(5) }));
  const earlier = another('old', 'old', { expirationDate: day(5) });

  it('is in sync where it is as it was', () => {
    expect(judge(left([later, earlier]), [later, earlier])).toEqual(IN_SYNC);
  });

  it('is missed', () => {
    expect(judge(left([later, earlier]), [later])).toEqual({
      state: 'edited',
      differences: [`/versions/old the version in force before, flow "old": ACTIVE until ${day(5)} | gone`],
      remarks: [],
      taken: undefined,
    });
  });

  it('is told apart from the own one where it was edited', () => {
    const edited = another('old', 'new', { expirationDate: day(5) });
    const { differences } = judge(left([later, earlier]), [later, edited]);
    expect(differences).toEqual([
      expect.stringMatching(
        /^\/versions\/old\/nodes\/root\/mediaAssetId the version in force before, flow "old": .*: old \| new$/,
      ),
    ]);
  });

  it.each([
    ['its window is over', another('old', 'old', { expirationDate: day(0) })],
    ['it was retired', { ...earlier, status: 'INACTIVE' as const }],
  ])('is not missed where %s', (_, version) => {
    expect(judge(left([own, version]), [own])).toEqual(IN_SYNC);
  });
});

describe('an own flow that is gone', () => {
  const gone = 'flow "own", which was deployed, is gone';

  it('is missed, with the version before it', () => {
    const earlier = another('old', 'old', { expirationDate: day(5) });
    expect(judge(left([own]), [])).toEqual({
      state: 'missing',
      differences: [],
      remarks: [gone],
      taken: undefined,
    });
    expect(judge(left([own, earlier]), []).differences).toHaveLength(1);
  });

  it('is not missed where another flow holds the same', () => {
    const twin = flowOf('twin', rule);
    expect(judge(left([own]), [twin])).toEqual({
      ...IN_SYNC,
      remarks: [`${gone}, but flow "twin" holds the same`],
    });
  });

  it.each<[string, Expectation, readonly Flow[], number]>([
    ['another one is active', left([own]), [another('x')], 2],
    ['another one is active beside a twin', left([own]), [flowOf('twin', rule), another('x')], 2],
    ['another one is active, and the version cannot be told', left([]), [another('x')], 1],
    ['what holds the same cannot be told for it', left([]), [flowOf('twin', rule)], 1],
  ])('is edited where %s', (_, expectation, versions, count) => {
    const found = judge(expectation, versions);
    expect(found).toMatchObject({ state: 'edited', remarks: [gone] });
    expect(found.taken).toBeDefined();
    expect(found.differences.length).toBeGreaterThanOrEqual(count);
    expect(found.differences.at(-1)).toContain('another active version');
  });
});
