// What the parts of a transaction share.
import { UserError } from '../errors.ts';
import type { Clock, Log, Tenant } from '../ports.ts';
import type { AuditEvent } from './audit-event.ts';
import type { Journal } from './journal.ts';

export interface TransactionContext {
  readonly tenant: Tenant;
  /** The same tenant for undoing, which goes on after the run is cancelled. */
  readonly undoTenant: Tenant;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  /** Aborts where the runner cancels the run. */
  readonly cancelled: AbortSignal;
  /** Milliseconds for one rule's compilation, the engine's other work included. */
  readonly compileTimeout: number;
  /** Milliseconds between two looks. */
  readonly compilePollInterval: number;
  readonly audit: (event: AuditEvent) => void;
}

/** Stops new writes after the first failure; what is under way finishes. */
export interface Brake {
  readonly pull: () => void;
  /** Aborts where the brake is pulled or the run is cancelled: for waits, and for requests that wait for their turn. */
  readonly stop: AbortSignal;
  /** Called before every write. @throws UserError (`cancelled`) where the run is cancelled, or a stop where a sibling failed */
  readonly check: () => void;
}

/** Thrown in work that stops because other work has failed; never the cause of a failure. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

export function makeBrake(cancelled: AbortSignal): Brake {
  const pulled = new AbortController();
  return {
    pull: () => pulled.abort(),
    stop: AbortSignal.any([cancelled, pulled.signal]),
    check: () => {
      if (cancelled.aborted) throw new UserError('cancelled', 'the run was cancelled');
      if (pulled.signal.aborted) throw new Stopped('stopped');
    },
  };
}

/** A failure, and the rule whose work it stopped. */
export class RuleFailure extends Error {
  override readonly name = 'RuleFailure';
  readonly ruleName: string;
  /** Failures of other rules that were under way when this one stopped the work. */
  readonly others: readonly RuleFailure[];

  constructor(ruleName: string, cause: unknown, others: readonly RuleFailure[] = []) {
    super(`rule ${ruleName} failed`, { cause });
    this.ruleName = ruleName;
    this.others = others;
  }
}

/**
 * Runs work for every item together, and waits for all of it.
 * @param nameOf the rule that an item belongs to
 * @throws RuleFailure for the first real failure, with the others, once nothing is under way any more
 */
export async function runTogether<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  brake: Brake,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const failures: RuleFailure[] = [];
  const guarded = items.map(async (item) => {
    try {
      await work(item);
    } catch (error) {
      brake.pull();
      if (!(error instanceof Stopped)) failures.push(new RuleFailure(nameOf(item), error));
    }
  });
  await Promise.all(guarded);
  const [first, ...others] = failures;
  if (first !== undefined) throw new RuleFailure(first.ruleName, first.cause, others);
}
