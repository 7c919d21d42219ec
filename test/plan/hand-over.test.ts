import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRetirements } from '../../src/plan/hand-over.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import type { Flow, FlowPatch } from '../../src/ports.ts';
import { hashPayload } from '../../src/rules/hash.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { NOON, day, flowOf, requestOf, ruleOf } from './sample.ts';

const RUNS = { numRuns: 3000, seed: 20_270_101 };
const OFF: FlowPatch = { status: 'INACTIVE' };

/** Days from noon: from where to where; null is open. */
type Window = readonly [number | null, number | null];

function versionOf([from, to]: Window, media = 'hello'): Rule {
  return ruleOf('Sales', {
    media,
    ...(from === null ? {} : { effectiveDate: day(from) }),
    ...(to === null ? {} : { expirationDate: day(to) }),
  });
}

function flowsOf(windows: readonly Window[]): Flow[] {
  return windows.map((window, index) => flowOf(`v${index + 1}`, versionOf(window, `prompt ${index + 1}`)));
}

function until(offset: number): FlowPatch {
  return { expirationDate: day(offset) };
}

describe('planRetirements', () => {
  it.each<[string, readonly Window[], number | null, Readonly<Record<string, FlowPatch>>]>([
    ['no other version', [], 3, {}],
    ['at once: an open one goes', [[null, null]], null, { v1: OFF }],
    [
      'at once: all go, whenever they are in force',
      [
        [null, -1],
        [-1, 5],
        [2, null],
      ],
      null,
      { v1: OFF, v2: OFF, v3: OFF },
    ],
    ['in the past is at once', [[null, null]], -1, { v1: OFF }],
    ['now is at once', [[null, null]], 0, { v1: OFF }],
    ['later: an open one ends then', [[null, null]], 3, { v1: until(3) }],
    ['later: one that ends after it ends then', [[-5, 9]], 3, { v1: until(3) }],
    ['later: one that ends at that instant is right already', [[-5, 3]], 3, {}],
    ['later: one that ends before it keeps its end', [[-5, 2]], 3, {}],
    ['later: one that is over goes', [[-5, -1]], 3, { v1: OFF }],
    ['later: one that ends now is over', [[-5, 0]], 3, { v1: OFF }],
    ['later: one that begins now is in force', [[0, null]], 3, { v1: until(3) }],
    ['later: one that has not begun goes', [[1, null]], 3, { v1: OFF }],
    ['later: one that begins after it goes', [[5, null]], 3, { v1: OFF }],
    [
      'later than the one that was to follow: the one in force goes on up to it',
      [
        [null, 2],
        [2, null],
      ],
      3,
      { v1: until(3), v2: OFF },
    ],
    [
      'earlier than the one that was to follow',
      [
        [null, 7],
        [7, null],
      ],
      3,
      { v1: until(3), v2: OFF },
    ],
    [
      'at the same instant as the one that was to follow',
      [
        [null, 3],
        [3, null],
      ],
      3,
      { v2: OFF },
    ],
    [
      'a gap before the one that was to follow stays',
      [
        [null, 1],
        [2, null],
      ],
      3,
      { v2: OFF },
    ],
    [
      'two in force at the same time',
      [
        [null, null],
        [-1, 9],
      ],
      3,
      { v1: until(3), v2: until(3) },
    ],
  ])('%s', (_case, windows, takesEffect, expected) => {
    const retirements = planRetirements(
      flowsOf(windows),
      takesEffect === null ? undefined : day(takesEffect),
      NOON,
    );
    expect(Object.fromEntries(retirements.map(({ flow, patch }) => [flow.id, patch]))).toEqual(expected);
  });
});

// ------------------------------------------------------------------------------------- properties

const offset = fc.integer({ min: -6, max: 12 });
const window: fc.Arbitrary<Window> = fc
  .tuple(fc.option(offset), fc.option(offset))
  .filter(([from, to]) => from === null || to === null || from < to);
const start = fc.option(offset);

function covers({ payload }: Flow, instant: number): boolean {
  const { effectiveDate, expirationDate } = payload;
  return (
    (effectiveDate === undefined || Date.parse(effectiveDate) <= instant) &&
    (expirationDate === undefined || instant < Date.parse(expirationDate))
  );
}

function patched(flow: Flow, patch: FlowPatch | undefined): Flow {
  const { expirationDate } = patch ?? {};
  const payload =
    typeof expirationDate === 'string' ? { ...flow.payload, expirationDate } : { ...flow.payload };
  return { ...flow, payload, payloadHash: hashPayload(payload), status: patch?.status ?? flow.status };
}

/** The flows that are ACTIVE after the retirements. */
function activeAfter(flows: readonly Flow[], retirements: ReturnType<typeof planRetirements>): Flow[] {
  const patches = new Map(retirements.map(({ flow, patch }) => [flow.id, patch]));
  return flows.map((flow) => patched(flow, patches.get(flow.id))).filter(({ status }) => status === 'ACTIVE');
}

/** Every quarter of a day from now on, past all windows. */
const INSTANTS = Array.from({ length: 60 }, (_, step) => NOON + step * 21_600_000);

describe('handing over', () => {
  it('leaves no instant bare that a version in force covered, up to the start of the new one', () => {
    fc.assert(
      fc.property(fc.array(window, { maxLength: 4 }), start, (windows, from) => {
        const before = flowsOf(windows);
        const takesEffect = from === null ? undefined : day(from);
        const after = activeAfter(before, planRetirements(before, takesEffect, NOON));
        const begin = takesEffect === undefined ? NOON : Math.max(NOON, Date.parse(takesEffect));
        const inForce = before.filter((flow) => covers(flow, NOON));
        for (const instant of INSTANTS.filter((instant) => instant < begin)) {
          if (inForce.some((flow) => covers(flow, instant)))
            expect(after.some((flow) => covers(flow, instant))).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('leaves nothing else active from the start of the new one on', () => {
    fc.assert(
      fc.property(fc.array(window, { maxLength: 4 }), start, (windows, from) => {
        const before = flowsOf(windows);
        const takesEffect = from === null ? undefined : day(from);
        const after = activeAfter(before, planRetirements(before, takesEffect, NOON));
        const begin = takesEffect === undefined ? NOON : Math.max(NOON, Date.parse(takesEffect));
        for (const instant of INSTANTS.filter((instant) => instant >= begin))
          expect(after.filter((flow) => covers(flow, instant))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is done once: a plan that is carried out plans nothing more', () => {
    fc.assert(
      fc.property(fc.array(window, { maxLength: 4 }), window, (windows, own) => {
        const rule = versionOf(own, 'the new one');
        const before = flowsOf(windows);
        const request = requestOf([rule]);
        const [change] = makePlan(request, new Map([['Sales', before]]), NOON).changes;
        const after = [flowOf('new', rule), ...activeAfter(before, [...change!.retirements])];
        const [again] = makePlan(request, new Map([['Sales', after]]), NOON).changes;
        expect(again).toMatchObject({ action: 'none', reason: 'already live', retirements: [] });
      }),
      RUNS,
    );
  });
});
