// What the tenant says against a rule, in its own words, as an error that carries them.
import { UserError } from '../errors.ts';
import type { TenantError } from '../ports.ts';

/** The tenant's verdict on one rule. */
export interface Rejected {
  readonly ruleName: string;
  /** Untrusted. */
  readonly errors: readonly TenantError[];
}

/** The tenant calls a rule invalid, or cannot compile it. */
export class Rejection extends UserError {
  readonly errors: readonly TenantError[];

  constructor(message: string, errors: readonly TenantError[]) {
    super('tenant', message);
    this.errors = errors;
  }
}
