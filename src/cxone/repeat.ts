// Attempts at one request: how often, and with what waits between them.
import type { ApiError, UserError } from '../errors.ts';
import type { Clock, Log } from '../ports.ts';
import type { Gate } from './gate.ts';
import { LONGEST_RETRY_AFTER, MOST_ATTEMPTS, backoff } from './wait-before-repeat.ts';

/** What a failed attempt means for the next one. */
export interface Failure {
  readonly error: ApiError | UserError;
  readonly mayRepeat: boolean;
  /** Milliseconds that the tenant asks for. */
  readonly retryAfter: number | undefined;
  /** Whether the tenant takes too many requests (429), so that all others wait too. */
  readonly isLimit?: boolean;
  /** Whether that is waited for although the client does not repeat: its caller will look, and perhaps ask again. */
  readonly waitsFirst?: boolean;
}

export interface RepeatOptions {
  readonly gate: Gate;
  readonly clock: Clock;
  readonly log: Log;
  /** From 0 up to, not at, 1. */
  readonly random: () => number;
}

export function isOver(waits: AbortSignal | undefined): boolean {
  return waits?.aborted === true;
}

function isFailure(result: object): result is Failure {
  return 'mayRepeat' in result;
}

/** Repeats an attempt as long as that is allowed and may help. @param waits ends the waits between attempts */
export async function repeatAttempts<T extends object>(
  options: RepeatOptions,
  waits: AbortSignal | undefined,
  attempt: () => Promise<T | Failure>,
): Promise<T> {
  const { clock, random, log, gate } = options;
  for (let count = 1; ; count++) {
    const result = await attempt();
    if (!isFailure(result)) return result;
    const { error, mayRepeat, retryAfter, waitsFirst, isLimit } = result;
    const wait = retryAfter ?? backoff(count, random());
    const isTooLong = wait > LONGEST_RETRY_AFTER;
    // Whoever asks for too long a wait is not waited for, by nobody.
    if (isLimit === true && !isTooLong) gate.slowDown(wait, clock);
    if (waitsFirst === true && !isTooLong) await clock.sleep(wait, waits);
    if (!mayRepeat || count >= MOST_ATTEMPTS || isTooLong || isOver(waits)) throw error;
    log.debug(`${error.message}; repeated in ${Math.round(wait)} ms`);
    await clock.sleep(wait, waits);
    if (isOver(waits)) throw error;
  }
}
