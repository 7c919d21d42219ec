// One sweep through the windows of a campaign that are not over: overlaps, changes ahead, and ends that leave it bare.
// Sorting apart, it takes time linear in the rules and in what it reports: never all pairs.
import { type InForceList, listInForce, makeInForceList } from './in-force-list.ts';
import type { Change, Expiry, InForce, Overlap } from './timeline.ts';
import { type ScheduledRule, isAlways } from './window.ts';

export interface Sweep {
  readonly current: InForce;
  readonly overlaps: readonly Overlap[];
  readonly overlapsLeftOut: number;
  readonly changes: readonly Change[];
  /** Rules at whose end no rule is in force. */
  readonly bareEnds: readonly Expiry[];
}

/** The overlaps of a rule that comes into force with those in force already, no more than there is room for. */
function overlapWith(
  rules: readonly ScheduledRule[],
  inForce: InForceList,
  second: ScheduledRule,
  room: number,
): Overlap[] {
  return inForce.first(room).flatMap((index) => {
    const first = rules[index];
    if (first === undefined) return [];
    const end = Math.min(first.window.end, second.window.end);
    return [{ first: first.rule, second: second.rule, span: { start: second.window.start, end } }];
  });
}

/**
 * Sweeps through time.
 * @param rules of one campaign, in the order of `compareScheduled`, with windows that are not empty and end after `now`
 * @param now milliseconds since the epoch
 * @param mostOverlaps how many overlaps are listed
 */
export function sweepWindows(rules: readonly ScheduledRule[], now: number, mostOverlaps: number): Sweep {
  const endOf = (index: number): number => rules[index]?.window.end ?? Number.POSITIVE_INFINITY;
  const byEnd = Array.from(rules, (_, index) => index)
    .filter((index) => endOf(index) < Number.POSITIVE_INFINITY)
    .toSorted((a, b) => endOf(a) - endOf(b));
  const inForce = makeInForceList(rules.length);
  const datedInForce = makeInForceList(rules.length);
  const overlaps: Overlap[] = [];
  const changes: Change[] = [];
  const bareEnds: Expiry[] = [];
  let [begun, ended, overlapCount] = [0, 0, 0];

  const begin = (upTo: number): void => {
    for (let rule = rules[begun]; rule !== undefined && rule.window.start <= upTo; rule = rules[begun]) {
      if (!isAlways(rule.window)) {
        overlapCount += datedInForce.size();
        const room = mostOverlaps - overlaps.length;
        for (const overlap of overlapWith(rules, datedInForce, rule, room)) overlaps.push(overlap);
        datedInForce.add(begun);
      }
      inForce.add(begun++);
    }
  };
  const finish = (at: number): number[] => {
    const from = ended;
    for (let index = byEnd[ended]; index !== undefined && endOf(index) <= at; index = byEnd[ended]) {
      inForce.remove(index);
      datedInForce.remove(index);
      ended++;
    }
    return byEnd.slice(from, ended);
  };
  const nextInstant = (): number =>
    Math.min(rules[begun]?.window.start ?? Number.POSITIVE_INFINITY, endOf(byEnd[ended] ?? -1));

  begin(now);
  const current = listInForce(inForce, rules);
  let before = current;
  for (let at = nextInstant(); at < Number.POSITIVE_INFINITY; at = nextInstant()) {
    const over = finish(at);
    begin(at);
    const after = listInForce(inForce, rules);
    changes.push({ at, from: before, to: after });
    if (inForce.size() === 0) {
      for (const index of over.toSorted((a, b) => a - b)) {
        const rule = rules[index]?.rule;
        if (rule !== undefined) bareEnds.push({ rule, at });
      }
    }
    before = after;
  }
  return { current, overlaps, overlapsLeftOut: overlapCount - overlaps.length, changes, bareEnds };
}
