// The errors that are no bugs: a person's mistake, and a server's refusal. It knows nothing of how they are shown.

/** The words of output `reason` (INTERFACE section 5) that this version gives. */
export type Reason =
  | 'lint'
  | 'input'
  | 'auth'
  | 'scope'
  | 'reference'
  | 'plan-limit'
  | 'locked'
  | 'held'
  | 'tenant'
  | 'timeout'
  | 'cancelled'
  | 'test'
  | 'metrics';

/** Something that the person can mend: what happened, where, and what to do. Shown without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly reason: Reason;

  constructor(reason: Reason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** What is known of a request that failed. `template` is the path with its parameters unfilled. */
export interface ApiErrorDetails {
  readonly method: string;
  readonly template: string;
  /** HTTP status, or undefined where no usable reply came. */
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  /** The server's own message, cut; untrusted. */
  readonly detail?: string | undefined;
  /** Whether the request may have taken effect although it failed. */
  readonly mayHaveTakenEffect?: boolean;
  readonly timedOut?: boolean;
}

/** A request to a server that did not succeed. It never carries headers, bodies that were sent, or secrets. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly details: ApiErrorDetails;

  constructor(message: string, details: ApiErrorDetails, options?: ErrorOptions) {
    super(message, options);
    this.details = details;
  }

  get status(): number | undefined {
    return this.details.status;
  }

  get reason(): Reason {
    return this.details.timedOut === true ? 'timeout' : 'tenant';
  }
}

/** The message of anything that was thrown, with the messages of its causes. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `: ${messageOf(error.cause)}`;
  return `${error.message}${cause}`;
}
