// Values of JSON in words, for sentences that say what is there and what should be.

const LONGEST_SHOWN = 60;

/** What a value is, after "is": itself, where it is short. */
export function describeValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const isLong = typeof value === 'string' && value.length > LONGEST_SHOWN;
  return isLong ? `a text of ${value.length} characters` : JSON.stringify(value);
}

/** What a value is, after "not": its kind. */
export function describeKind(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  // A number that lost digits when it was read is not the one in the file.
  if (typeof value === 'number' && String(value).length > 15) return 'a number';
  if (typeof value === 'number' || typeof value === 'boolean') return `the ${typeof value} ${value}`;
  return 'an object';
}
