// A JSON value → all that keeps it from being a config file. schemas/config.schema.json judges the shape; what only the
// code knows, such as the ids of the checks, is judged here.
import { describeValue } from '../rules/describe-value.ts';
import { nearest } from '../rules/nearest.ts';
import { pointerStep } from '../rules/pointer.ts';
import { type Misfit, atKey, atValue } from '../rules/problem.ts';
import type { Check } from './check.ts';
import { explainShapeError, spellConfigPlace } from './explain-config-shape.ts';
import { readExpiry } from './read-expiry.ts';
import { validate } from './validate-config.generated.js';

type ById = ReadonlyMap<string, Check>;

/** The entries of a property that is an object, or a list by index; none where it is something else. */
function entriesOf(root: unknown, key: string, wantsList: boolean): [string, unknown][] {
  const value: unknown =
    typeof root === 'object' && root !== null ? (root as Record<string, unknown>)[key] : undefined;
  const fits = typeof value === 'object' && value !== null && Array.isArray(value) === wantsList;
  return fits ? Object.entries(value) : [];
}

function explainSeverity(id: string, checks: ById): Misfit[] {
  const place = atKey(`/severities${pointerStep(id)}`);
  const check = checks.get(id);
  const name = JSON.stringify(id);
  if (check === undefined) {
    const meant = nearest(id, [...checks.keys()]);
    const hint = meant === undefined ? 'docs/checks lists all' : `did you mean ${JSON.stringify(meant)}?`;
    return [{ message: `there is no check ${name}: ${hint}`, place }];
  }
  if (check.isFixed !== true) return [];
  return [{ message: `check ${name} keeps deployments safe, so its severity cannot be changed`, place }];
}

function explainCheck(pointer: string, check: Check | undefined): Misfit[] {
  if (check?.isFixed !== true && check?.isNeverSuppressed !== true) return [];
  const why = check.isFixed === true ? 'keeps deployments safe, so' : 'can be given another severity, but';
  const message = `check ${JSON.stringify(check.id)} ${why} its findings cannot be suppressed`;
  return [{ message, place: atValue(pointer) }];
}

function explainExpiry(pointer: string, text: string): Misfit[] {
  const expiry = readExpiry(text);
  if (typeof expiry === 'number') return [];
  const message = `${spellConfigPlace(pointer)} ${describeValue(text)} ${expiry}`;
  return [{ message, place: atValue(pointer) }];
}

function explainSuppression(index: string, value: unknown, checks: ById): Misfit[] {
  const { check, expires } = Object(value) as Readonly<Record<string, unknown>>;
  const pointer = `/suppressions/${index}`;
  return [
    ...(typeof check === 'string' ? explainCheck(`${pointer}/check`, checks.get(check)) : []),
    ...(typeof expires === 'string' ? explainExpiry(`${pointer}/expires`, expires) : []),
  ];
}

/** All that is wrong with a config file, each cause once; nothing where it is right. */
export function explainConfig(root: unknown, checks: readonly Check[]): Misfit[] {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const errors = validate(root) ? [] : (validate.errors ?? []);
  const all = [
    ...errors.flatMap((error) => explainShapeError(root, error) ?? []),
    ...entriesOf(root, 'severities', false).flatMap(([id]) => explainSeverity(id, byId)),
    ...entriesOf(root, 'suppressions', true).flatMap(([index, value]) =>
      explainSuppression(index, value, byId),
    ),
  ];
  return [...new Map(all.map((problem) => [JSON.stringify(problem), problem])).values()];
}
