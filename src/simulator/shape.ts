// Small checks that JSON from outside has the right shape; knows nothing of flows, tenants or HTTP.

/** One thing that is wrong; `path` is a JSON pointer into the checked value. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** Takes a value and the JSON pointer to it; returns what is wrong, or an empty array. */
export type Check = (value: unknown, path: string) => readonly Problem[];

type Fields = Readonly<Record<string, Check>>;

const test =
  (passes: (value: unknown) => boolean, message: string): Check =>
  (value, path) =>
    passes(value) ? [] : [{ path, message }];

export const text: Check = test((value) => typeof value === 'string', 'must be a string');
export const filledText: Check = test(
  (value) => typeof value === 'string' && value !== '',
  'must be a string that is not empty',
);
export const flag: Check = test((value) => typeof value === 'boolean', 'must be true or false');
export const dateTime: Check = test(isDateTime, 'must be a date-time with an offset or Z (RFC 3339)');

/** A number that is not below 0. */
export const amount: Check = test(
  (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
  'must be a number >= 0',
);

/** A whole number of at least `least`. */
export const wholeNumber = (least: number): Check =>
  test((value) => Number.isInteger(value) && Number(value) >= least, `must be a whole number >= ${least}`);

/** One of the given texts. */
export const oneOf = (values: readonly string[]): Check =>
  test((value) => typeof value === 'string' && values.includes(value), `must be one of ${values.join(', ')}`);

/** What `check` takes, or null. */
export const orNull =
  (check: Check): Check =>
  (value, path) =>
    value === null ? [] : check(value, path);

/** An array of at least `least` items, each of which passes `item`. */
export const list =
  (item: Check, least = 0): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return [{ path, message: 'must be an array' }];
    if (value.length < least) return [{ path, message: `must have at least ${least} item(s)` }];
    return value.flatMap((entry, index) => item(entry, `${path}/${index}`));
  };

/** An object with `required` and perhaps `optional` fields; others are ignored. */
export const object =
  (required: Fields, optional: Fields = {}): Check =>
  (value, path) => {
    if (!isObject(value)) return [{ path, message: 'must be an object' }];
    const missing = Object.keys(required).filter((key) => !Object.hasOwn(value, key));
    const present = Object.entries({ ...required, ...optional }).filter(([key]) => Object.hasOwn(value, key));
    return [
      ...missing.map((key) => ({ path: `${path}/${key}`, message: 'is missing' })),
      ...present.flatMap(([key, check]) => check(value[key], `${path}/${key}`)),
    ];
  };

/** As `object`, but any other field is a problem. */
export const closedObject = (required: Fields, optional: Fields = {}): Check => {
  const open = object(required, optional);
  return (value, path) => {
    const known = (key: string) => Object.hasOwn(required, key) || Object.hasOwn(optional, key);
    const strangers = isObject(value) ? Object.keys(value).filter((key) => !known(key)) : [];
    return [
      ...open(value, path),
      ...strangers.map((key) => ({ path: `${path}/${key}`, message: 'is not a known property' })),
    ];
  };
};

/** Whether the value is a JSON object (not an array, not null). */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the value is an RFC 3339 date-time that the calendar has (no 30 February, no hour 24). */
export function isDateTime(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const parts = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.exec(value);
  if (parts?.[1] === undefined || Number.isNaN(Date.parse(value))) return false;
  const day = new Date(`${parts[1]}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(parts[1]);
}
