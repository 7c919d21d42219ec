// The text of one input → its value. What it does not take is an error that names the input, its value and what it takes.
import { UserError } from '../errors.ts';
import type { InputName } from './inputs.ts';

/** A limit on a plan: a number of rules, or a percentage of the live ones. */
export interface Limit {
  readonly value: number;
  readonly unit: 'rules' | 'percent';
}

/** @throws UserError (`input`) */
export function reject(name: InputName, value: string, takes: string): never {
  throw new UserError('input', `input ${name} is ${JSON.stringify(value)}, but it takes ${takes}`);
}

export function readChoice<T extends string>(name: InputName, value: string, choices: readonly T[]): T {
  return choices.find((choice) => choice === value) ?? reject(name, value, `one of ${choices.join(', ')}`);
}

export function readNumber(
  name: InputName,
  value: string,
  takes: string,
  accepts: (number: number) => boolean,
): number {
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  return Number.isFinite(number) && accepts(number) ? number : reject(name, value, takes);
}

export function readCount(name: InputName, value: string, least: number, most: number): number {
  return readNumber(
    name,
    value,
    `a whole number from ${least} to ${most}`,
    (n) => Number.isInteger(n) && n >= least && n <= most,
  );
}

/** Seconds, a fraction allowed → milliseconds. */
export function readSeconds(name: InputName, value: string, mayBeZero: boolean): number {
  const takes = `a number of seconds ${mayBeZero ? 'from 0' : 'over 0'} to 3600`;
  return readNumber(name, value, takes, (n) => (mayBeZero ? n >= 0 : n > 0) && n <= 3600) * 1000;
}

/** From 0 to 1; undefined where it is empty. */
export function readRate(name: InputName, value: string): number | undefined {
  return value === ''
    ? undefined
    : readNumber(name, value, 'a number from 0 to 1, such as 0.85', (n) => n <= 1);
}

export function readLimit(name: InputName, value: string): Limit {
  const match = /^(\d{1,9})(%?)$/.exec(value);
  if (match === null)
    reject(name, value, 'a number of rules, such as 5, or a percentage of the live rules, such as 30%');
  return { value: Number(match[1]), unit: match[2] === '%' ? 'percent' : 'rules' };
}

export function readBoolean(name: InputName, value: string): boolean {
  return readChoice(name, value.toLowerCase(), ['true', 'false']) === 'true';
}

export function readLines(value: string): string[] {
  return value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
