// The watch over calls, with a clock that only sleeps move and figures that a test writes down look by look.
import { describe, expect, it } from 'vitest';
import type { Session } from '../../../src/commands/session.ts';
import { watchDeployment } from '../../../src/commands/watch/watch-deployment.ts';
import { ApiError, UserError } from '../../../src/errors.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import type { Traffic } from '../../../src/ports.ts';
import { makeVirtualClock } from '../../cxone/virtual-clock.ts';
import { NOON, ruleOf } from '../../plan/sample.ts';

const MINUTE = 60_000;

function traffic(calls: number, completionRate = 1): Traffic {
  return calls === 0
    ? { calls, totalDuration: 0, averageDuration: undefined, completionRate: undefined }
    : { calls, totalDuration: calls, averageDuration: 1, completionRate };
}

const lost = (): ApiError =>
  new ApiError('POST /analytics failed with 500', { method: 'POST', template: '/analytics', status: 500 });

type Look = Traffic | Error;

interface Options {
  /** Rule name → what each look finds; the last stays. */
  readonly looks: Readonly<Record<string, readonly Look[]>>;
  readonly before?: ReadonlyMap<string, Traffic>;
  readonly inputs?: object;
  readonly scopes?: readonly string[];
  /** Cancels the run after so many sleeps. */
  readonly cancelAfter?: number;
}

function planOf(names: readonly string[]): Plan {
  const base = { action: 'create', reason: 'new', finalStatus: 'ACTIVE' } as const;
  return {
    changes: names.map((name) => ({
      ...base,
      name,
      rule: ruleOf(name),
      retirements: [],
      deletions: [],
      known: [],
    })),
  };
}

async function watch({ looks, before = new Map(), inputs = {}, scopes, cancelAfter }: Options) {
  const cancel = new AbortController();
  let sleeps = 0;
  const clock = makeVirtualClock(NOON, () => {
    if (++sleeps === cancelAfter) cancel.abort();
  });
  const lines: string[] = [];
  const asked: string[] = [];
  const counts = new Map<string, number>();
  const analytics = {
    readTraffic: async (flowId: string, from: number, to: number) => {
      const name = flowId.replace('flow-of-', '');
      asked.push(`${name} ${(from - NOON) / MINUTE} ${(to - NOON) / MINUTE}`);
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      const all = looks[name] ?? [];
      const look = all[Math.min(count, all.length - 1)] ?? traffic(0);
      if (look instanceof Error) throw look;
      return look;
    },
  };
  const tenant = { grantedScopes: async () => scopes && new Set(scopes) };
  const session = {
    inputs: {
      watchTime: 10 * MINUTE,
      watchInterval: MINUTE,
      minCompletionRate: 0.8,
      maxCompletionDrop: undefined,
      minCalls: 20,
      ...inputs,
    },
    clock,
    log: {
      info: (line: string) => lines.push(line),
      warning: (line: string) => lines.push(`! ${line}`),
      debug: () => {},
    },
    cancelled: cancel.signal,
    openTenant: async () => ({ tenant, analytics }),
  } as unknown as Session;
  const names = Object.keys(looks);
  const flowIds = Object.fromEntries(names.map((name) => [name, `flow-of-${name}`]));
  const end = await watchDeployment(session, planOf(names), flowIds, before, NOON - MINUTE);
  return { end, lines, asked, minutes: (clock.now() - NOON) / MINUTE };
}

describe('a watch', () => {
  it('asks for the calls since the deployment began, look by look, until they decide', async () => {
    const { end, asked, minutes } = await watch({ looks: { A: [traffic(0), traffic(19), traffic(20)] } });
    expect(asked).toEqual(['A -1 0', 'A -1 1', 'A -1 2']);
    expect(minutes).toBe(2);
    expect(end).toMatchObject({ verdict: 'good', isWarning: false });
    expect(end.since.get('A')).toEqual(traffic(20));
  });

  it('waits for every version, and ends with the first that is bad', async () => {
    const { end, minutes } = await watch({
      looks: { A: [traffic(50)], B: [traffic(0)], C: [traffic(19, 0), traffic(19, 0), traffic(30, 0)] },
    });
    expect(minutes).toBe(2);
    expect(end).toMatchObject({ verdict: 'bad', sentence: expect.stringMatching(/^rule "C" .* 30 calls/) });
  });

  it('judges a version again that was good while others are waited for', async () => {
    const { end } = await watch({ looks: { A: [traffic(20), traffic(40, 0.5)], B: [traffic(0)] } });
    expect(end).toMatchObject({ verdict: 'bad', sentence: expect.stringMatching(/^rule "A"/) });
  });

  it.each([
    ['10 minutes', {}, 10, 11],
    ['less than one interval', { watchTime: 30_000 }, 0.5, 2],
    ['no whole number of intervals', { watchTime: 150_000 }, 2.5, 4],
  ])('is over after %s, with a last look at the end', async (_case, inputs, minutes, looks) => {
    const result = await watch({ looks: { A: [traffic(3)] }, inputs });
    expect(result.minutes).toBe(minutes);
    expect(result.asked).toHaveLength(looks);
    expect(result.end).toMatchObject({
      verdict: 'undecided',
      isWarning: true,
      sentence:
        'the calls decide nothing, and the deployment stays live: rule "A" has had 3 of the 20 calls that decide',
    });
  });

  it('ends at once where no number of calls can decide', async () => {
    const inputs = { minCompletionRate: undefined, maxCompletionDrop: 0.1 };
    const { end, asked } = await watch({ looks: { A: [traffic(50, 0)] }, inputs });
    expect(asked).toHaveLength(1);
    expect(end).toMatchObject({ verdict: 'undecided', isWarning: true });
  });

  it('goes on where the tenant is lost, says so a few times, and ends without a verdict', async () => {
    const { end, lines, minutes } = await watch({
      looks: { A: [traffic(3), lost()] },
      inputs: { watchTime: 300 * MINUTE },
    });
    expect(minutes).toBe(300);
    expect(lines.length).toBeLessThan(40);
    expect(end).toMatchObject({ verdict: 'undecided', isWarning: true });
    expect(end.sentence).toContain('the calls could not be read at last: POST /analytics failed with 500');
  });

  it('goes on where the tenant comes back', async () => {
    const { end } = await watch({ looks: { A: [lost(), lost(), traffic(20)] } });
    expect(end.verdict).toBe('good');
  });

  it('judges what it can read where the figures of one flow are spoilt', async () => {
    const spoilt = new ApiError('figures whose calls is -1', { method: 'POST', template: '/analytics' });
    const { end } = await watch({ looks: { A: [spoilt], B: [traffic(20, 0)] } });
    expect(end).toMatchObject({ verdict: 'bad', sentence: expect.stringMatching(/^rule "B"/) });
  });

  it.each([
    ['is told in the token', { scopes: ['ivr:flow:read'] }, 0],
    ['is told by a 403', { looks: { A: [new UserError('scope', 'no scope analytics:read (403)')] } }, 1],
  ])('does not wait for a scope that is missing: %s', async (_case, options, looks) => {
    const { end, asked, minutes } = await watch({ looks: { A: [traffic(0)] }, ...options });
    expect([asked.length, minutes]).toEqual([looks, 0]);
    expect(end).toMatchObject({ verdict: 'undecided', isWarning: true });
    expect(end.sentence).toMatch(/^the calls cannot be watched, .*analytics:read/);
  });

  it('ends where the run is cancelled', async () => {
    const { end, asked } = await watch({ looks: { A: [traffic(3)] }, cancelAfter: 2 });
    expect(asked).toHaveLength(2);
    expect(end).toMatchObject({ verdict: 'undecided', isWarning: true });
    expect(end.sentence).toContain('the run was cancelled');
  });

  it('names five rules at most', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `R${index}`);
    const { end, lines } = await watch({
      looks: Object.fromEntries(names.map((name) => [name, [traffic(3)]])),
    });
    expect(end.sentence).toMatch(/; and 7 more$/);
    expect(lines.some((line) => line.includes('"R5"'))).toBe(false);
  });
});
