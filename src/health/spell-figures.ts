// Figures of calls as people read them: shares, numbers of calls, durations.

/**
 * A share from 0 to 1 in per cent, such as `62.5`: at most two decimals, rounded down, so that a share below a limit is never
 * shown as the limit.
 */
export function spellPercent(share: number): string {
  // 0.57 * 10,000 is a little less than 5,700 in binary.
  return `${Math.floor(share * 10_000 + 1e-6) / 100}`;
}

/** A number with its thousands apart, such as `1,312`. */
export function spellNumber(value: number): string {
  return value.toLocaleString('en-US');
}

/** Seconds as `42 s`, `1 min 12 s` or `1 h 5 min`. */
export function spellSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes >= 60) return `${spellNumber(Math.floor(minutes / 60))} h ${minutes % 60} min`;
  return `${minutes} min ${whole % 60} s`;
}
