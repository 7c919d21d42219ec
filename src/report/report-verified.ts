// What command verify says of what it has found.
import type { Mismatch } from '../audit/check-chain.ts';
import { computeFigures } from '../graph/figures.ts';
import { count } from '../rules/count.ts';
import type { Rule } from '../rules/rule.ts';
import { type AboutRun, reportBase, unchecked } from './report-base.ts';
import type { Report } from './report.ts';

/** Mismatches that are listed one by one; a log of another run may not fit in each of its lines. */
const MOST_LISTED = 1000;

/** Whether something counts against what was verified, and is no remark. */
export function isCounted({ isRemark }: Mismatch): boolean {
  return isRemark !== true;
}

/**
 * The report of command verify.
 * @param about with the commit that is live
 * @param rules of that commit in git
 * @param now milliseconds since the epoch
 * @param looked what was compared, in words
 */
export function reportVerified(
  about: AboutRun,
  rules: readonly Rule[],
  now: number,
  mismatches: readonly Mismatch[],
  looked: readonly string[],
): Report {
  const wrong = mismatches.filter(isCounted);
  const remarks = mismatches.filter((mismatch) => !isCounted(mismatch));
  const fails = wrong.length > 0;
  const more = wrong.length > MOST_LISTED ? [{ text: `and ${wrong.length - MOST_LISTED} more` }] : [];
  const subjects = rules.map((rule) => ({ rule, figures: computeFigures(rule.payload.nodes) }));
  return {
    ...reportBase({ ...unchecked(now), files: rules.length, subjects }, about, []),
    command: 'verify',
    result: fails ? 'failed' : 'verified',
    reason: fails ? 'mismatch' : undefined,
    message: fails
      ? `${count(wrong.length, 'thing')} ${wrong.length === 1 ? 'does' : 'do'} not fit`
      : `everything fits: ${looked.join(', ')}`,
    details: [
      ...wrong.slice(0, MOST_LISTED).map(({ text }) => ({ text })),
      ...more,
      ...remarks.map(({ text }) => ({ text: `remark: ${text}` })),
    ],
  };
}
