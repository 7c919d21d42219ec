import { describe, expect, it } from 'vitest';
import { type RecoveryRequest, namesToRecover, planRecovery } from '../../src/plan/recovery.ts';
import type { Held } from '../../src/plan/deployed-state.ts';
import type { Flow } from '../../src/ports.ts';
import type { Rule, Status } from '../../src/rules/rule.ts';
import { NOON, day, flowOf, ruleOf } from './sample.ts';

const before = ruleOf('A');
const after = ruleOf('A', { media: 'other' });
const later = ruleOf('A', { media: 'other', effectiveDate: day(3) });

function requestOf(
  liveRules: readonly Rule[],
  deadRules: readonly Rule[],
  flows: Readonly<Record<string, string>> = {},
  held: readonly Held[] = [],
): RecoveryRequest {
  const state = {
    schemaVersion: 1,
    rulesetDigest: '0'.repeat(64),
    auditHead: '0'.repeat(64),
    previousSha: null,
    flows,
    held,
  } as const;
  const live = { sha: 'a'.repeat(40), state };
  return { live, liveRules, deadRules, startedAt: NOON, ownFlowIds: new Set(['own']), footprint: undefined };
}

/** A flow that is so many minutes younger than the dead run's record. */
function made(id: string, rule: Rule, minutes: number, status: Status = 'DRAFT'): Flow {
  return { ...flowOf(id, rule, status), createdAt: new Date(NOON + minutes * 60_000).toISOString() };
}

interface Case {
  readonly is: string;
  readonly live?: Rule;
  readonly dead?: Rule;
  readonly flows: readonly Flow[];
  readonly held?: readonly Held[];
  /** Flow id → patch, the ids that are put to rest, those that go, and how many problems there are. */
  readonly expected: readonly [
    Readonly<Record<string, object>>,
    readonly string[],
    readonly string[],
    number,
  ];
}

const restored = { status: 'ACTIVE', effectiveDate: null, expirationDate: null };

describe('planRecovery', () => {
  it.each<Case>([
    {
      is: 'nothing was done',
      live: before,
      dead: after,
      flows: [flowOf('v1', before)],
      expected: [{}, [], [], 0],
    },
    {
      is: 'a draft was made',
      live: before,
      dead: after,
      flows: [flowOf('v1', before), made('v2', after, 1)],
      expected: [{}, [], ['v2'], 0],
    },
    {
      is: 'the new version was active, and the old one not retired yet',
      live: before,
      dead: after,
      flows: [flowOf('v1', before), made('v2', after, 1, 'ACTIVE')],
      expected: [{}, [], ['v2'], 0],
    },
    {
      is: 'the old version was retired',
      live: before,
      dead: after,
      flows: [flowOf('v1', before, 'INACTIVE'), made('v2', after, 1, 'ACTIVE')],
      expected: [{ v1: restored }, [], ['v2'], 0],
    },
    {
      is: 'the old version was handed over',
      live: before,
      dead: later,
      flows: [flowOf('v1', ruleOf('A', { expirationDate: day(3) })), made('v2', later, 1, 'ACTIVE')],
      expected: [{ v1: restored }, [], ['v2'], 0],
    },
    {
      is: 'an old version with an end of its own was retired',
      live: ruleOf('A', { expirationDate: day(9) }),
      dead: after,
      flows: [flowOf('v1', ruleOf('A', { expirationDate: day(9) }), 'INACTIVE')],
      expected: [{ v1: { ...restored, expirationDate: day(9) } }, [], [], 0],
    },
    {
      is: 'a rule was removed',
      live: before,
      flows: [flowOf('v1', before, 'INACTIVE')],
      expected: [{ v1: restored }, [], [], 0],
    },
    {
      is: 'a rule was new',
      dead: before,
      flows: [made('v1', before, 0, 'ACTIVE')],
      expected: [{}, [], ['v1'], 0],
    },
    {
      is: 'an idle version of ours was taken up again',
      live: before,
      dead: after,
      flows: [flowOf('v1', before, 'INACTIVE'), made('own', after, -9999, 'ACTIVE')],
      expected: [{ v1: restored }, ['own'], [], 0],
    },
    {
      is: 'an older flow of the same content is not ours to touch',
      live: before,
      dead: after,
      flows: [flowOf('v1', before), made('foreign', after, -9999)],
      expected: [{}, [], [], 0],
    },
    {
      is: 'an older ACTIVE flow of the same content, of which it cannot be told whose it is',
      live: before,
      dead: after,
      flows: [flowOf('v1', before), made('active', after, -9999, 'ACTIVE')],
      expected: [{}, [], [], 1],
    },
    {
      is: "a person's young draft of another content stays",
      live: before,
      dead: after,
      flows: [flowOf('v1', before), made('person', ruleOf('A', { media: 'third' }), 1)],
      expected: [{}, [], [], 0],
    },
    {
      is: 'clocks may differ by a minute, and not by more',
      live: before,
      dead: after,
      flows: [flowOf('v1', before), made('near', after, -1), made('far', after, -1.1)],
      expected: [{}, [], ['near'], 0],
    },
    {
      is: 'an idle version of ours was not taken up yet',
      live: before,
      dead: after,
      flows: [flowOf('v1', before), made('own', after, -9999, 'INACTIVE')],
      expected: [{}, [], [], 0],
    },
    {
      is: 'an older ACTIVE flow of the content of a rule that was new: nothing of ours says that it is not wanted',
      dead: before,
      flows: [made('active', before, -9999, 'ACTIVE')],
      expected: [{}, [], [], 0],
    },
    {
      is: 'only the state of the live version was to change, however young it is',
      live: before,
      dead: ruleOf('A', { status: 'INACTIVE' }),
      flows: [made('v1', before, 1, 'INACTIVE')],
      expected: [{ v1: restored }, [], [], 0],
    },
    {
      is: 'a rule that is switched off by its file was touched',
      live: ruleOf('A', { status: 'INACTIVE' }),
      dead: after,
      flows: [flowOf('v1', before)],
      expected: [{ v1: { ...restored, status: 'INACTIVE' } }, [], [], 0],
    },
    {
      is: 'a rule that is switched off by its file was not touched',
      live: ruleOf('A', { status: 'INACTIVE' }),
      dead: after,
      flows: [flowOf('v1', before, 'INACTIVE')],
      expected: [{}, [], [], 0],
    },
    {
      is: 'the dates of the live version are not those of its file',
      live: ruleOf('A', { effectiveDate: day(-9), expirationDate: day(9) }),
      dead: after,
      flows: [flowOf('v1', ruleOf('A', { effectiveDate: day(-3), expirationDate: day(3) }))],
      expected: [{ v1: { status: 'ACTIVE', effectiveDate: day(-9), expirationDate: day(9) } }, [], [], 0],
    },
    {
      is: 'only the start of the live version is not that of its file',
      live: before,
      dead: after,
      flows: [flowOf('v1', ruleOf('A', { effectiveDate: day(3) }))],
      expected: [{ v1: restored }, [], [], 0],
    },
    {
      is: 'a removed rule had other versions, which nobody knows',
      live: before,
      flows: [flowOf('v1', before), made('other', after, 1)],
      expected: [{}, [], [], 0],
    },
    {
      is: 'the live flow is gone: a person must look',
      live: before,
      dead: after,
      flows: [made('v2', after, 1, 'ACTIVE')],
      expected: [{}, [], ['v2'], 1],
    },
    {
      is: 'the age of a flow is not known: a person must look',
      live: before,
      dead: after,
      flows: [flowOf('v1', before), { ...flowOf('v2', after, 'DRAFT'), createdAt: '' }],
      expected: [{}, [], [], 1],
    },
  ])('$is', ({ live, dead, flows, held = [], expected }) => {
    const request = requestOf(
      live === undefined ? [] : [live],
      dead === undefined ? [] : [dead],
      live === undefined ? {} : { A: 'v1' },
      held,
    );
    const { restorations, deactivations, deletions, problems } = planRecovery(
      request,
      new Map([['A', flows]]),
    );
    expect([
      Object.fromEntries(restorations.map(({ flow, patch }) => [flow.id, patch])),
      deactivations.map(({ id }) => id),
      deletions.map(({ id }) => id),
      problems.length,
    ]).toEqual(expected);
  });

  it('changes nothing the second time', () => {
    const request = requestOf([before], [after], { A: 'v1' });
    expect(planRecovery(request, new Map([['A', [flowOf('v1', before)]]]))).toEqual({
      restorations: [],
      deactivations: [],
      deletions: [],
      problems: [],
      lost: [],
    });
  });

  it('says which rule and which flow a person must look at', () => {
    const { problems } = planRecovery(requestOf([before], [after], { A: 'v1' }), new Map([['A', []]]));
    expect(problems).toEqual(['rule A: its live flow v1 is not on the tenant any more']);
    const ageless = { ...flowOf('v2', after, 'DRAFT'), createdAt: '' };
    const flows = new Map([['A', [flowOf('v1', before), ageless]]]);
    expect(planRecovery(requestOf([before], [after], { A: 'v1' }), flows).problems).toEqual([
      'rule A: flow v2 may be a leftover, but its age does not tell',
    ]);
  });

  it('takes away what a first deployment has left', () => {
    const request = { ...requestOf([], [after]), live: undefined };
    const { deletions, problems } = planRecovery(request, new Map([['A', [made('v1', after, 1, 'ACTIVE')]]]));
    expect([deletions.map(({ id }) => id), problems]).toEqual([['v1'], []]);
  });

  it.each(['constructor', 'toString', '__proto__'])(
    'takes the name %s, which every object knows, for the name of a rule that no record names',
    (name) => {
      const rule = ruleOf(name);
      const { problems, deletions } = planRecovery(
        requestOf([], [rule]),
        new Map([[name, [made('new', rule, 1)]]]),
      );
      expect([problems, deletions.map(({ id }) => id)]).toEqual([[], ['new']]);
    },
  );

  it('brings back the older version that a hold kept live', () => {
    const old = ruleOf('A', { media: 'third' });
    const handedOver = { ...flowOf('v0', ruleOf('A', { media: 'third', expirationDate: day(3) })) };
    const request = requestOf([before], [later], { A: 'v0' }, [
      { name: 'A', payloadHash: before.payloadHash },
    ]);
    const { restorations } = planRecovery(request, new Map([['A', [handedOver]]]));
    expect(restorations).toMatchObject([{ flow: { id: 'v0' }, patch: restored }]);
    expect(planRecovery(request, new Map([['A', [flowOf('v0', old)]]])).restorations).toEqual([]);
  });

  it.each<[string, readonly Rule[], readonly Rule[]]>([
    ['is held', [ruleOf('A', { expirationDate: day(9) })], [later]],
    ['is held, and was to be replaced at once', [before], [after]],
    ['is held, and was to be removed', [before], []],
    ['has no file', [], [after]],
  ])('leaves the live version of a rule that %s the dates that it has', (_case, liveRules, deadRules) => {
    const dates = { effectiveDate: day(-5), expirationDate: day(5) };
    const retired = flowOf('v0', ruleOf('A', { media: 'third', ...dates }), 'INACTIVE');
    const request = requestOf(liveRules, deadRules, { A: 'v0' });
    expect(planRecovery(request, new Map([['A', [retired]]])).restorations).toEqual([
      { flow: retired, patch: { status: 'ACTIVE', ...dates } },
    ]);
  });
});

describe('namesToRecover', () => {
  it.each<[string, RecoveryRequest, readonly string[]]>([
    ['what changed', requestOf([before], [after]), ['A']],
    ['what is new, and what went', requestOf([before], [ruleOf('B', { media: 'b' })]), ['A', 'B']],
    ['both names of a rename', requestOf([ruleOf('Old')], [ruleOf('New')]), ['New', 'Old']],
    ['nothing that is the same', requestOf([before], [before]), []],
    ['what is held', requestOf([before], [before], {}, [{ name: 'A', payloadHash: '' }]), ['A']],
    ['all where nothing was live', { ...requestOf([], [after, ruleOf('B')]), live: undefined }, ['A', 'B']],
  ])('has %s', (_case, request, expected) => {
    expect(namesToRecover(request)).toEqual(expected);
  });
});

describe('with a footprint', () => {
  const state = { status: 'ACTIVE' as const, effectiveDate: null, expirationDate: null };
  const touched = [{ name: 'A', flowId: 'v1', ...state }];
  const request = {
    ...requestOf([before], [after], { A: 'v1' }),
    footprint: { known: { A: ['v1', 'theirs'] }, touched },
  };

  it('takes away whatever was not there before, however old it claims to be', () => {
    const flows = [
      flowOf('v1', before, 'INACTIVE'),
      made('v2', after, -600, 'ACTIVE'),
      flowOf('theirs', after, 'DRAFT'),
    ];
    const recovery = planRecovery(request, new Map([['A', flows]]));
    expect(recovery.restorations).toMatchObject([{ flow: { id: 'v1' }, patch: state }]);
    expect(recovery.deletions.map(({ id }) => id)).toEqual(['v2']);
    expect(recovery.problems).toEqual([]);
  });

  it('takes away what the run was about to create, whatever its commit says', () => {
    const flows = new Map([['A', [flowOf('v1', before), made('v2', after, 1), made('v3', before, 1)]]]);
    const footprint = { ...request.footprint, created: { A: before.payloadHash } };
    expect(planRecovery({ ...request, footprint }, flows).deletions.map(({ id }) => id)).toEqual(['v3']);
    const none = { ...request.footprint, created: {} };
    expect(planRecovery({ ...request, footprint: none }, flows).deletions).toEqual([]);
  });

  it('restores every version that was touched, active ones first', () => {
    const others = [
      { name: 'A', flowId: 'idle', ...state, status: 'INACTIVE' as const },
      ...touched,
      { name: 'A', flowId: 'v0', ...state, expirationDate: day(3) },
    ];
    const flows = [flowOf('v1', before, 'INACTIVE'), flowOf('idle', after), flowOf('v0', before, 'INACTIVE')];
    const footprint = { known: { A: ['v1', 'idle', 'v0'] }, touched: others };
    const recovery = planRecovery({ ...request, footprint }, new Map([['A', flows]]));
    expect(recovery.restorations.map(({ flow }) => flow.id)).toEqual(['v1', 'v0', 'idle']);
    expect(recovery.deletions).toEqual([]);
  });

  it('writes nothing where nothing was done', () => {
    const same = planRecovery(request, new Map([['A', [flowOf('v1', before)]]]));
    expect(same).toEqual({ restorations: [], deactivations: [], deletions: [], problems: [], lost: [] });
  });

  it('tells of a live version that is gone, and leaves its callers the new one', () => {
    const flows = new Map([['A', [made('v2', after, 1, 'ACTIVE')]]]);
    expect(planRecovery(request, flows)).toMatchObject({ lost: ['A'], deletions: [], problems: [] });
    const idle = {
      ...request.footprint,
      touched: touched.map((t) => ({ ...t, status: 'INACTIVE' as const })),
    };
    expect(planRecovery({ ...request, footprint: idle }, flows)).toMatchObject({ lost: [] });
  });

  it('takes a version for gone whose name is on the tenant no more', () => {
    expect(planRecovery(request, new Map())).toMatchObject({ lost: ['A'], restorations: [], deletions: [] });
  });

  it("leaves a person's draft of another content, and flows of names that it does not have", () => {
    const others = new Map([
      ['A', [flowOf('v1', before), made('person', ruleOf('A', { media: 'third' }), 1)]],
      ['B', [made('new', ruleOf('B'), 1)]],
    ]);
    const named = { ...request, deadRules: [after, ruleOf('B')] };
    expect(planRecovery(named, others).deletions).toEqual([]);
    const removed = { ...request, deadRules: [] };
    expect(planRecovery(removed, others).deletions).toEqual([]);
  });

  it('looks at every name that it has', () => {
    expect(namesToRecover({ ...request, footprint: { known: { Z: [] }, touched } })).toEqual(['A', 'Z']);
  });
});
