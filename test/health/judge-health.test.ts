import { describe, expect, it } from 'vitest';
import { type HealthLimits, type Verdict, judgeHealth, judgeVersion } from '../../src/health/judge-health.ts';
import type { Traffic } from '../../src/ports.ts';

function traffic(calls: number, completionRate = 0): Traffic {
  return calls === 0
    ? { calls, totalDuration: 0, averageDuration: undefined, completionRate: undefined }
    : { calls, totalDuration: calls * 30, averageDuration: 30, completionRate };
}

function limits(changes: Partial<HealthLimits> = {}): HealthLimits {
  return { minCompletionRate: undefined, maxCompletionDrop: undefined, minCalls: 20, ...changes };
}

const RATE = limits({ minCompletionRate: 0.8 });
const DROP = limits({ maxCompletionDrop: 0.1 });
const BOTH = limits({ minCompletionRate: 0.5, maxCompletionDrop: 0.1 });

describe('a version', () => {
  it.each<[string, HealthLimits, Traffic | undefined, Traffic | undefined, Verdict]>([
    ['far below the rate', RATE, traffic(20, 0.1), undefined, 'bad'],
    ['just below the rate', RATE, traffic(1000, 0.7999), undefined, 'bad'],
    ['at the rate', RATE, traffic(20, 0.8), undefined, 'good'],
    ['at the rate but for rounding', RATE, traffic(20, 0.1 * 8 - 1e-12), undefined, 'good'],
    ['above the rate', RATE, traffic(20, 1), undefined, 'good'],
    ['that completes no call', RATE, traffic(20, 0), undefined, 'bad'],
    ['with one call too few, all bad', RATE, traffic(19, 0), undefined, 'waiting'],
    ['with three calls, all good', RATE, traffic(3, 1), undefined, 'waiting'],
    ['without calls', RATE, traffic(0), undefined, 'waiting'],
    ['that could not be read', RATE, undefined, undefined, 'waiting'],
    ['below a rate of 0', limits({ minCompletionRate: 0 }), traffic(20, 0), undefined, 'good'],
    ['as good as before', DROP, traffic(20, 0.9), traffic(500, 0.9), 'good'],
    ['better than before', DROP, traffic(20, 1), traffic(500, 0.5), 'good'],
    ['worse by what is allowed', DROP, traffic(20, 0.8), traffic(500, 0.9), 'good'],
    ['worse by more', DROP, traffic(20, 0.79), traffic(500, 0.9), 'bad'],
    [
      'worse by anything where nothing is allowed',
      limits({ maxCompletionDrop: 0 }),
      traffic(20, 0.89),
      traffic(500, 0.9),
      'bad',
    ],
    ['worse, with too few calls of its own', DROP, traffic(19, 0), traffic(500, 0.9), 'waiting'],
    ['worse than three calls before', DROP, traffic(20, 0), traffic(3, 1), 'incomparable'],
    ['without a version before', DROP, traffic(20, 0), undefined, 'incomparable'],
    ['without a call before', DROP, traffic(20, 0), traffic(0), 'incomparable'],
    ['without anything', DROP, undefined, undefined, 'incomparable'],
    ['that keeps to both', BOTH, traffic(20, 0.85), traffic(500, 0.9), 'good'],
    ['that misses the rate alone', BOTH, traffic(20, 0.45), traffic(500, 0.5), 'bad'],
    ['that misses the drop alone', BOTH, traffic(20, 0.6), traffic(500, 0.9), 'bad'],
    ['that has no drop to miss, and misses the rate', BOTH, traffic(20, 0.4), undefined, 'bad'],
    ['that has no drop to miss, and keeps to the rate', BOTH, traffic(20, 0.6), traffic(3, 1), 'good'],
  ])('%s', (_case, given, now, before, verdict) => {
    expect(judgeVersion({ name: 'A', traffic: now, before }, given).verdict).toBe(verdict);
  });

  it.each<[string, HealthLimits, Traffic | undefined, Traffic | undefined, string]>([
    [
      'a rate that is missed',
      RATE,
      traffic(1312, 0.79996),
      undefined,
      'rule "A" has had 79.99 percent of 1312 calls completed, but input min-completion-rate asks for 80 percent',
    ],
    [
      'a drop',
      DROP,
      traffic(40, 0.57),
      traffic(500, 0.9),
      'rule "A" has had 57 percent of 40 calls completed, but the version before had 90 percent of 500 calls completed on its last day, and input max-completion-drop allows a drop of 0.1',
    ],
    ['too few calls', RATE, traffic(3, 1), undefined, 'rule "A" has had 3 of the 20 calls that decide'],
    [
      'what is good',
      RATE,
      traffic(40, 0.975),
      undefined,
      'rule "A" has had 97.5 percent of 40 calls completed',
    ],
    [
      'nothing to compare with',
      DROP,
      traffic(40, 0.975),
      traffic(3, 1),
      'rule "A" cannot be compared: the version before has only 3 of 20 calls on its last day',
    ],
  ])('is told of with its figures: %s', (_case, given, now, before, sentence) => {
    expect(judgeVersion({ name: 'A', traffic: now, before }, given).sentence).toBe(sentence);
  });
});

describe('a deployment', () => {
  const good = { name: 'G', traffic: traffic(20, 1), before: traffic(500, 0.9) };
  const bad = { name: 'B', traffic: traffic(20, 0), before: traffic(500, 0.9) };
  const waiting = { name: 'W', traffic: traffic(3, 1), before: traffic(500, 0.9) };
  const incomparable = { name: 'I', traffic: traffic(20, 0), before: undefined };

  it.each([
    ['good versions', [good, good], 'good', false],
    ['one bad version', [good, bad, good], 'bad', false],
    ['one bad version while others wait', [waiting, bad], 'bad', false],
    ['one that waits', [good, waiting], 'undecided', true],
    ['one that cannot be compared beside a good one', [good, incomparable], 'good', false],
    ['only such that cannot be compared', [incomparable, incomparable], 'undecided', false],
    ['one that cannot be compared beside one that waits', [incomparable, waiting], 'undecided', true],
    ['no version at all', [], 'undecided', false],
  ] as const)('of %s', (_case, versions, verdict, isWaiting) => {
    expect(judgeHealth(versions, DROP)).toMatchObject({ verdict, isWaiting });
  });
});
