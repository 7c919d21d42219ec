// How a deployment ended, as a value.
import type { Ending, Report } from '../../report/report.ts';
import type { Rejected } from '../../transaction/rejection.ts';
import type { CommandResult } from '../session.ts';

/** How a deployment ended; `flows` and `auditHash` where it was sealed, or was sealed already. */
export interface CarriedOut extends Ending {
  readonly flows?: Readonly<Record<string, string>>;
  readonly auditHash?: string;
  /** Of the rules that are live, where they are not those of the run's own commit. */
  readonly rulesetDigest?: string;
  /** What the tenant said against rules, where it did. */
  readonly rejected?: readonly Rejected[];
}

/** What a command ends with, after a deployment or without one. @param digest of the rules, where they are known */
export function resultOf(
  report: Report,
  digest: string | undefined,
  { flows, auditHash, rulesetDigest = digest }: CarriedOut,
): CommandResult {
  return {
    report,
    ...(rulesetDigest === undefined ? {} : { rulesetDigest }),
    ...(flows === undefined ? {} : { flowIds: flows }),
    ...(auditHash === undefined ? {} : { auditHash }),
  };
}
