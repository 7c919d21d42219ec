// Files → rules and problems. One broken file hides nothing of the others.
import { readDateTime } from './date-time.ts';
import { decodeFile } from './decode.ts';
import { explainSchemaErrors } from './explain-schema.ts';
import { compareCodePoints } from './hash.ts';
import { makePayload } from './make-payload.ts';
import { makeRule } from './make-rule.ts';
import { parseJson } from './parse-json.ts';
import { type Problem, atValue } from './problem.ts';
import type { Rule, RuleFile, SourceFile } from './rule.ts';
import { scanJson } from './scan-json.ts';
import { validate } from './validate-rule.generated.js';

/** What a set of files holds. A file that cannot be read as a rule has problems and no rule. */
export interface LoadedRules {
  readonly files: readonly string[];
  /** Sorted by path. */
  readonly rules: readonly Rule[];
  readonly problems: readonly Problem[];
  /** The text of a file that can be decoded, for pointing at lines. */
  readonly textOf: (path: string) => string | undefined;
}

/** What is wrong with the dates of a value, whatever else it is. */
function dateProblems(path: string, value: unknown): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  return (['effectiveDate', 'expirationDate'] as const).flatMap((key): Problem[] => {
    const text = (value as Record<string, unknown>)[key];
    const date = typeof text === 'string' ? readDateTime(text) : undefined;
    if (date === undefined || date.kind === 'instant') return [];
    const check = date.kind === 'no-offset' ? 'window-ambiguous' : 'schema';
    const message = `${key} ${JSON.stringify(text)} ${date.message}`;
    return [{ check, path, message, place: atValue(`/${key}`) }];
  });
}

function schemaProblems(path: string, value: unknown): Problem[] {
  if (validate(value)) return [];
  const problems = explainSchemaErrors(validate.errors ?? [], value);
  return problems.map((problem) => ({ check: 'schema', path, ...problem }));
}

/** The problems that are not about a value which another problem has told of: one cause, one finding. */
function exceptToldOf(problems: readonly Problem[], text: string, told: readonly Problem[]): Problem[] {
  const pointers = problems.flatMap(({ place }) => ('pointer' in place ? [place.pointer] : []));
  const { spans } = scanJson(text, new Set(pointers));
  const starts = new Set(told.map(({ place }) => ('offset' in place ? place.offset : -1)));
  const places = new Set(told.map(({ place }) => JSON.stringify(place)));
  return problems.filter(({ place }) => {
    const span = 'pointer' in place ? spans.get(place.pointer) : undefined;
    return !places.has(JSON.stringify(place)) && (span === undefined || !starts.has(span.start));
  });
}

/** Reads one file's text as a rule, or says all that is wrong with it. */
export function readRule(text: string, path: string): Rule | readonly Problem[] {
  const parsed = parseJson(text, path);
  if (parsed.problems !== undefined) {
    if (parsed.read === undefined) return parsed.problems;
    const { value } = parsed.read;
    const further = [...schemaProblems(path, value), ...dateProblems(path, value)];
    return [...parsed.problems, ...exceptToldOf(further, text, parsed.problems)];
  }
  const problems = [...schemaProblems(path, parsed.value), ...dateProblems(path, parsed.value)];
  if (problems.length > 0) return problems;
  const file = parsed.value as RuleFile;
  const payload = makePayload(file);
  return makeRule(path, payload, file.status ?? 'ACTIVE');
}

/** Gives the text of a file when it is asked for: few files are pointed at, and the texts of all take much room. */
function readTexts(files: readonly SourceFile[]): LoadedRules['textOf'] {
  const fileAt = new Map(files.map((file) => [file.path, file]));
  return (path) => {
    const file = fileAt.get(path);
    const text = file === undefined ? undefined : decodeFile(file);
    return typeof text === 'string' ? text : undefined;
  };
}

/** Loads rule files. The result is sorted by path, whatever the order of the files. */
export function loadRules(files: readonly SourceFile[]): LoadedRules {
  const rules: Rule[] = [];
  const problems: Problem[] = [];
  const sorted = files.toSorted((a, b) => compareCodePoints(a.path, b.path));
  for (const file of sorted) {
    const text = decodeFile(file);
    if (typeof text !== 'string') {
      problems.push(text);
      continue;
    }
    const rule = readRule(text, file.path);
    if ('payload' in rule) rules.push(rule);
    else for (const problem of rule) problems.push(problem);
  }
  return { files: sorted.map((file) => file.path), rules, problems, textOf: readTexts(sorted) };
}

/** The paths of the files that cannot be read as rules, sorted. */
export function findUnreadable({ files, rules }: Pick<LoadedRules, 'files' | 'rules'>): string[] {
  const read = new Set(rules.map(({ path }) => path));
  return files.filter((path) => !read.has(path));
}
