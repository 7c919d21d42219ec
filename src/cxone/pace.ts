// When the next request may start: within an upper bound, and within what a tenant's replies 429 teach. Pure but for its own
// memory: the clock's reading comes in. All instants and waits are in milliseconds, all rates in starts a second.
//
// A 429 pauses everybody for as long as it says. What the tenant took until then, spread over the time until it takes more,
// is the rate that it allows; from then on starts are spaced evenly by it. A first such rate is a cautious one, and grows fast
// until the next 429; a later one is close, and grows slowly (additive increase, multiplicative decrease: D.-M. Chiu and
// R. Jain, "Analysis of the Increase and Decrease Algorithms for Congestion Avoidance", 1989).

export interface Pace {
  /** A request asks for its turn. */
  readonly enter: (now: number) => void;
  /** It has its reply, or none. */
  readonly leave: (now: number) => void;
  /** Takes the next start. @returns its instant, at least `now` */
  readonly reserve: (now: number) => number;
  /** The end of the last pause. */
  readonly pausedUntil: () => number;
  /** The reply that has just left was a 429. @param wait until the request may be repeated */
  readonly slowDown: (now: number, wait: number) => void;
}

/** A first 429 after fewer requests than this may be chance: it pauses, and sets no rate. A second one may not. */
const FEWEST = 10;
/** So few that got through since the last 429 teach nothing of their own. */
const TOO_FEW = 3;
/** No tenant is taken to allow less. */
const SLOWEST = 1;
/** Requests that were under way together are refused together: within this time a 429 teaches nothing new. */
const SAME = 250;
/** A pause that was too short is followed by one twice as long, up to this. */
const LONGEST_PAUSE = 20_000;
/** `Retry-After` has whole seconds: so much of a wait may be rounding. */
const ROUNDING = 1000;
/** What is left of a rate that spaced starts went past the limit with. */
const DECREASE = 0.95;
/** Where spaced starts got so much of their rate, the limit is close below that rate; the rest went into the pauses. */
const NEAR = 0.85;
/** The factor by which a cautious rate grows each second. */
const FAST = 1.4;
/** How much of a close rate is added each second, and how much more where it rests on few requests. */
const SLOW = 0.002;
const SLOW_FOR_FEW = 0.2;

/** A rate that a 429 taught, from an instant on. */
interface Lesson {
  readonly rate: number;
  readonly from: number;
  readonly isCautious: boolean;
  /** Requests that it rests on. */
  readonly basis: number;
}

/** What the tenant took, and since when; idle time is left out. */
interface Measure {
  readonly since: number;
  readonly taken: number;
  /** Of replies 429, those of one time counted once. */
  readonly refusals: number;
}

function rateAt(bound: number, lesson: Lesson | undefined, now: number): number {
  if (lesson === undefined) return bound;
  const { rate, from, isCautious, basis } = lesson;
  const seconds = Math.max(0, now - from) / 1000;
  const growth = isCautious ? FAST ** seconds : 1 + (SLOW + SLOW_FOR_FEW / Math.max(1, basis)) * seconds;
  return Math.min(bound, rate * growth);
}

/**
 * What a 429 teaches.
 * @param rate the rate at which starts are spaced until now; Infinity where they are not
 * @param until when the tenant takes more
 * @returns undefined where it may be chance
 */
function learn(
  rate: number,
  wasCautious: boolean,
  { since, taken, refusals }: Measure,
  now: number,
  until: number,
): Lesson | undefined {
  const isSpaced = rate !== Number.POSITIVE_INFINITY;
  if (!isSpaced && taken < (refusals < 2 ? FEWEST : TOO_FEW)) return undefined;
  // Spaced starts meet the limit just as it is passed: the wait is mostly rounding then.
  const wait = until - now;
  const elapsed = Math.max(1, now - since + (isSpaced ? Math.max(0, wait - ROUNDING) : wait));
  const allowed = (taken / elapsed) * 1000;
  // A rate that grew fast may be far past the limit: what was taken counts. One that grew slowly is hardly past it.
  const spaced = wasCautious ? Math.min(rate, allowed) : (allowed < rate * NEAR ? allowed : rate) * DECREASE;
  return {
    rate: Math.max(SLOWEST, isSpaced ? Math.max(rate / 2, spaced) : allowed),
    from: until,
    isCautious: !isSpaced,
    basis: taken,
  };
}

/** Makes the pace of one tenant. @param perSecond the upper bound; undefined: none */
export function makePace(perSecond: number | undefined): Pace {
  const bound = perSecond ?? Number.POSITIVE_INFINITY;
  let lesson: Lesson | undefined;
  /** The measure and the rate that the lesson comes from: it is taken up again where nothing gets through afterwards. */
  let before: { readonly measure: Measure; readonly rate: number; readonly pause: number } | undefined;
  let measure: Measure | undefined;
  let [nextStart, pausedUntil, sameUntil] = [0, 0, 0];
  let [active, idleSince] = [0, 0];
  const enter = (now: number): void => {
    measure ??= { since: now, taken: 0, refusals: 0 };
    const idle = active > 0 ? 0 : now - Math.max(idleSince, pausedUntil, measure.since);
    if (idle > 0) measure = { ...measure, since: measure.since + idle };
    active++;
  };
  const leave = (now: number): void => {
    active--;
    idleSince = now;
    if (measure !== undefined) measure = { ...measure, taken: measure.taken + 1 };
  };
  const reserve = (now: number): number => {
    const start = Math.max(now, nextStart, pausedUntil);
    nextStart = start + 1000 / rateAt(bound, lesson, start);
    return start;
  };
  const slowDown = (now: number, wait: number): void => {
    pausedUntil = Math.max(pausedUntil, now + wait);
    if (measure === undefined) return;
    measure = { ...measure, taken: measure.taken - 1 };
    if (now < sameUntil) return;
    measure = { ...measure, refusals: measure.refusals + 1 };
    const again = measure.taken < TOO_FEW ? before : undefined;
    const pause = again === undefined ? wait : Math.max(wait, Math.min(LONGEST_PAUSE, 2 * again.pause));
    pausedUntil = Math.max(pausedUntil, now + pause);
    sameUntil = now + Math.max(pause, SAME);
    const basis =
      again === undefined ? measure : { ...again.measure, taken: again.measure.taken + measure.taken };
    const rate = again === undefined ? rateAt(bound, lesson, now) : again.rate;
    const learned = learn(rate, lesson?.isCautious === true, basis, now, sameUntil);
    if (learned === undefined) return;
    lesson = learned;
    before = { measure: basis, rate, pause };
    measure = { since: sameUntil, taken: 0, refusals: 0 };
  };
  return { enter, leave, reserve, pausedUntil: () => pausedUntil, slowDown };
}
