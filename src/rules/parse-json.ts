// Text → JSON value, or the problems that keep it from being one. It knows nothing of rules.
import { isKeptExactly } from './exact-number.ts';
import { explainSyntax, tooDeepProblem } from './explain-syntax.ts';
import { locate } from './locate.ts';
import { pointerStep } from './pointer.ts';
import type { Place, Problem } from './problem.ts';
import { isEvidentlyClean } from './prove-clean.ts';
import { type JsonScan, scanJson } from './scan-json.ts';

export type ParsedJson =
  | { readonly value: unknown; readonly problems?: undefined }
  | {
      readonly problems: readonly Problem[];
      /** Given where there is a value all the same, such as with a key that stands twice; it may be looked at, and not used. */
      readonly read?: { readonly value: unknown };
    };

/** The places of all texts and keys that hold a lone surrogate, which no UTF-8 can carry. */
function findLoneSurrogates(root: unknown): Place[] {
  const found: { pointer: string; part: 'value' | 'key' }[] = [];
  const open: { value: unknown; pointer: string }[] = [{ value: root, pointer: '' }];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { value, pointer } = entry;
    if (typeof value === 'string') {
      if (!value.isWellFormed()) found.push({ pointer, part: 'value' });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) {
        const step = pointerStep(Array.isArray(value) ? Number(key) : key);
        if (!key.isWellFormed()) found.push({ pointer: pointer + step, part: 'key' });
        else open.push({ value: child, pointer: pointer + step });
      }
    }
  }
  return found.toSorted((a, b) => (a.pointer < b.pointer ? -1 : 1));
}

function surrogateProblems(text: string, path: string, value: unknown): Problem[] {
  if (!text.includes('\\u')) return [];
  return findLoneSurrogates(value).map((place) => ({
    check: 'syntax',
    path,
    message: 'this text holds half of a surrogate pair (a \\ud800 to \\udfff escape without its other half)',
    place,
  }));
}

function duplicateProblems(text: string, path: string, { duplicates }: JsonScan): Problem[] {
  const places = duplicates.flatMap(({ first, start, end }): Place[] => [
    { offset: first, length: 1 },
    { offset: start, length: end - start },
  ]);
  const ranges = locate(text, places);
  return duplicates.map(({ key, start, end }, index): Problem => {
    const [first, second] = [ranges[2 * index], ranges[2 * index + 1]];
    const message =
      `the key ${JSON.stringify(key)} stands twice in one object: first on line ${first?.line}, column ${first?.column}, ` +
      `and again here, on line ${second?.line}, column ${second?.column}`;
    return { check: 'duplicate-key', path, message, place: { offset: start, length: end - start } };
  });
}

const LONGEST_NUMBER = 50;

function numberProblems(text: string, path: string, { numbers }: JsonScan): Problem[] {
  return numbers.flatMap(({ start, end }): Problem[] => {
    const literal = text.slice(start, end);
    if (isKeptExactly(literal)) return [];
    const shown = literal.length > LONGEST_NUMBER ? `${literal.slice(0, LONGEST_NUMBER)}…` : literal;
    const read = Number(literal);
    const kept = Number.isFinite(read) ? `it would be read as ${read}` : 'it is too large';
    const message = `the number ${shown} cannot be kept exactly: ${kept}. Write it as a text in quotes`;
    return [{ check: 'syntax', path, message, place: { offset: start, length: end - start } }];
  });
}

/**
 * Parses JSON strictly: no comments, no trailing commas, no duplicate keys, no lone surrogates, no numbers that lose
 * digits, no nesting past MAX_NESTING.
 */
export function parseJson(text: string, path: string): ParsedJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problems: explainSyntax(text, path, error) };
  }
  // A clean file costs little more than JSON.parse: only where something may be wrong is the text scanned.
  if (isEvidentlyClean(text, value)) return { value };
  const scan = scanJson(text);
  if (scan.tooDeepAt !== undefined) return { problems: [tooDeepProblem(path, scan.tooDeepAt)] };
  const problems = [
    ...duplicateProblems(text, path, scan),
    ...numberProblems(text, path, scan),
    ...surrogateProblems(text, path, value),
  ];
  return problems.length > 0 ? { problems, read: { value } } : { value };
}
