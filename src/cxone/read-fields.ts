// The fields of a tenant's reply, which may hold anything. What they mean is read elsewhere.
import { ApiError } from '../errors.ts';
import { type Endpoint, fitsPath } from './endpoints.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** The error for a reply that has the right status but not the right content. */
export function unexpected(endpoint: Endpoint, what: string): ApiError {
  const { method, path } = endpoint;
  return new ApiError(`${method} ${path} was answered with ${what}`, {
    method,
    template: path,
    mayHaveTakenEffect: true,
  });
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** One field of a reply. */
export function fieldOf(value: unknown, key: string): unknown {
  return fieldsOf(value)[key];
}

/**
 * The text of a field; a missing one is empty, so that the flow's hash fits no rule. Halves of surrogate pairs, which no hash
 * can be made of, are replaced: no rule has any.
 */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.toWellFormed() : '';
}

const LONGEST_SHOWN = 60;

/** A value of the tenant's as an error shows it: short, whatever it is. */
export function spellValue(value: unknown): string {
  if (typeof value === 'string')
    return JSON.stringify(value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value);
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** The longest id that is taken; real ones have 36 characters or fewer. */
const LONGEST_ID = 256;

/** The id of an entity. @throws ApiError where it has none that could stand in a path */
export function idOf(endpoint: Endpoint, value: unknown, what: string): string {
  const { id } = fieldsOf(value);
  if (typeof id !== 'string' || id === '') throw unexpected(endpoint, `${what} without an id`);
  if (!fitsPath(id) || id.length > LONGEST_ID)
    throw unexpected(endpoint, `${what} with the impossible id ${spellValue(id)}`);
  return id;
}
