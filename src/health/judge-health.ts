// Whether the calls of new versions keep to the limits: a decision as a value. It asks nobody, and knows no time.
import type { Traffic } from '../ports.ts';
import { spellPercent } from './spell-figures.ts';

export interface HealthLimits {
  /** From 0 to 1; undefined: no limit. */
  readonly minCompletionRate: number | undefined;
  /** From 0 to 1, taken from the rate of the version before; undefined: no limit. */
  readonly maxCompletionDrop: number | undefined;
  /** Fewer calls, of either version, decide nothing. */
  readonly minCalls: number;
}

export interface WatchedVersion {
  readonly name: string;
  /** Since it was made active; undefined where it could not be read yet. */
  readonly traffic: Traffic | undefined;
  /** The last day of the version before; undefined where there was none, or it could not be read. */
  readonly before: Traffic | undefined;
}

/** `waiting`: more calls may decide. `incomparable`: no number of calls can, since there is nothing to compare them with. */
export type Verdict = 'good' | 'bad' | 'waiting' | 'incomparable';

export interface Judgement {
  readonly name: string;
  readonly verdict: Verdict;
  /** Why, without a full stop; the name stands in quotes. */
  readonly sentence: string;
}

export interface Health {
  /** `good`: every version that can be judged is. `undecided`: more calls may decide, or no version can be judged. */
  readonly verdict: 'good' | 'bad' | 'undecided';
  /** Whether more calls may change the verdict of `undecided`. */
  readonly isWaiting: boolean;
  readonly judgements: readonly Judgement[];
}

/** Rates are quotients: what differs by less than this does not differ. */
const ROUNDING = 1e-9;

/** Figures that count; undefined where there are too few calls. */
function readRate(traffic: Traffic | undefined, { minCalls }: HealthLimits): number | undefined {
  return traffic === undefined || traffic.calls < minCalls ? undefined : traffic.completionRate;
}

function spellCalls(rate: number, calls: number): string {
  return `${spellPercent(rate)} percent of ${calls} calls completed`;
}

/** What is wrong with a rate that counts; undefined where nothing is. */
function findFault(
  rate: number,
  rateBefore: number | undefined,
  { before }: WatchedVersion,
  { minCompletionRate, maxCompletionDrop }: HealthLimits,
): string | undefined {
  if (minCompletionRate !== undefined && rate < minCompletionRate - ROUNDING)
    return `input min-completion-rate asks for ${spellPercent(minCompletionRate)} percent`;
  if (maxCompletionDrop === undefined || rateBefore === undefined) return undefined;
  if (rateBefore - rate <= maxCompletionDrop + ROUNDING) return undefined;
  const was = spellCalls(rateBefore, before?.calls ?? 0);
  return `the version before had ${was} on its last day, and input max-completion-drop allows a drop of ${maxCompletionDrop}`;
}

/** Judges one version. */
export function judgeVersion(version: WatchedVersion, limits: HealthLimits): Judgement {
  const { name, traffic, before } = version;
  const rule = `rule ${JSON.stringify(name)}`;
  const rateBefore = readRate(before, limits);
  if (limits.minCompletionRate === undefined && rateBefore === undefined) {
    const why = before === undefined ? 'no figures' : `only ${before.calls} of ${limits.minCalls} calls`;
    const sentence = `${rule} cannot be compared: the version before has ${why} on its last day`;
    return { name, verdict: 'incomparable', sentence };
  }
  const rate = readRate(traffic, limits);
  if (rate === undefined) {
    const had = traffic === undefined ? 'unknown calls' : traffic.calls;
    return {
      name,
      verdict: 'waiting',
      sentence: `${rule} has had ${had} of the ${limits.minCalls} calls that decide`,
    };
  }
  const had = `${rule} has had ${spellCalls(rate, traffic?.calls ?? 0)}`;
  const fault = findFault(rate, rateBefore, version, limits);
  return fault === undefined
    ? { name, verdict: 'good', sentence: had }
    : { name, verdict: 'bad', sentence: `${had}, but ${fault}` };
}

/** Judges a deployment, all or nothing: one bad version makes it bad, and one that waits for calls keeps it undecided. */
export function judgeHealth(versions: readonly WatchedVersion[], limits: HealthLimits): Health {
  const judgements = versions.map((version) => judgeVersion(version, limits));
  const has = (verdict: Verdict): boolean => judgements.some((judgement) => judgement.verdict === verdict);
  const isWaiting = !has('bad') && has('waiting');
  if (has('bad')) return { verdict: 'bad', isWaiting, judgements };
  return { verdict: !isWaiting && has('good') ? 'good' : 'undecided', isWaiting, judgements };
}
