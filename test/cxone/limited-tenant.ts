// A tenant with a rate limit, in virtual time, and a deployment's worth of calls to it through a gate.
import { ApiError } from '../../src/errors.ts';
import { makeGate } from '../../src/cxone/gate.ts';
import { type Failure, repeatAttempts } from '../../src/cxone/repeat.ts';
import { readRetryAfter } from '../../src/cxone/wait-before-repeat.ts';
import { type RateLimit, limitRate } from '../../src/simulator/rate-limit.ts';
import { makeEventClock } from './event-clock.ts';

export interface Load {
  readonly limit: RateLimit;
  readonly rules: number;
  readonly concurrency?: number;
  readonly perSecond?: number;
  /** Milliseconds. */
  readonly latency?: number;
}

export interface Figures {
  readonly calls: number;
  /** Of all requests sent. */
  readonly refusedShare: number;
  /** Seconds. */
  readonly took: number;
  /** Calls that were given up. */
  readonly lost: number;
  /** Milliseconds since the first one, of every request as it arrives. */
  readonly arrivals: readonly number[];
}

/** What deploying one rule takes of the tenant, one call after the other. */
const CALLS_OF_A_RULE = 6;

/** Numbers from 0 up to 1, the same in each run (a linear congruential generator, Numerical Recipes). */
function makeRandom(): () => number {
  let state = 1;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Sends the calls of some rules, rules side by side, each call repeated as the client repeats it. */
export async function carryLoad({
  limit,
  rules,
  concurrency = 8,
  perSecond,
  latency = 30,
}: Load): Promise<Figures> {
  const clock = makeEventClock();
  const gate = makeGate(concurrency, perSecond);
  const log = { info: () => {}, warning: () => {}, debug: () => {} };
  const options = { gate, clock, log, random: makeRandom() };
  const taken: number[] = [];
  const arrivals: number[] = [];
  const start = clock.now();
  let [refused, lost] = [0, 0];
  const attempt = async (): Promise<object | Failure> => {
    const reply = await gate.pass(async () => {
      await clock.sleep(latency / 2);
      arrivals.push(clock.now() - start);
      const no = limitRate(limit, taken, clock.now());
      await clock.sleep(latency / 2);
      return no;
    }, clock);
    if (reply === null) return {};
    refused++;
    const retryAfter = readRetryAfter(reply.headers?.['retry-after'], clock.now());
    const error = new ApiError('too many', { method: 'GET', template: '/', status: 429 });
    return { error, mayRepeat: true, retryAfter, isLimit: true };
  };
  const rule = async (): Promise<void> => {
    for (let call = 0; call < CALLS_OF_A_RULE; call++)
      await repeatAttempts(options, undefined, attempt).catch(() => lost++);
  };
  await clock.run(Promise.all(Array.from({ length: rules }, rule)));
  const sent = arrivals.length;
  const took = (clock.now() - start) / 1000;
  return { calls: rules * CALLS_OF_A_RULE, refusedShare: refused / sent, took, lost, arrivals };
}
