// Files → rules and problems. One broken file hides nothing of the others.
import { readDateTime } from './date-time.ts';
import { decodeFile } from './decode.ts';
import { explainSchemaErrors } from './explain-schema.ts';
import { compareCodePoints, hashPayload } from './hash.ts';
import { makePayload } from './make-payload.ts';
import { parseJson } from './parse-json.ts';
import { type Problem, atValue } from './problem.ts';
import type { Rule, RuleFile, SourceFile } from './rule.ts';
import { validate } from './validate-rule.generated.js';

/** What a set of files holds. A file that cannot be read as a rule has problems and no rule. */
export interface LoadedRules {
  readonly files: readonly string[];
  /** Sorted by path. */
  readonly rules: readonly Rule[];
  readonly problems: readonly Problem[];
  /** The texts of the files that have problems, for pointing at lines. */
  readonly textOf: (path: string) => string | undefined;
}

function dateProblems(path: string, file: RuleFile): Problem[] {
  const problems: Problem[] = [];
  for (const key of ['effectiveDate', 'expirationDate'] as const) {
    const text = file[key];
    const date = text === undefined ? undefined : readDateTime(text);
    if (date === undefined || date.kind === 'instant') continue;
    const check = date.kind === 'no-offset' ? 'window-ambiguous' : 'schema';
    problems.push({
      check,
      path,
      message: `${key} ${JSON.stringify(text)} ${date.message}`,
      place: atValue(`/${key}`),
    });
  }
  return problems;
}

/** Reads one file's text as a rule, or says all that is wrong with it. */
export function readRule(text: string, path: string): Rule | readonly Problem[] {
  const parsed = parseJson(text, path);
  if (parsed.problems !== undefined) return parsed.problems;
  if (!validate(parsed.value)) {
    const problems = explainSchemaErrors(validate.errors ?? [], parsed.value);
    return problems.map((problem) => ({ check: 'schema', path, ...problem }));
  }
  const file = parsed.value as RuleFile;
  const problems = dateProblems(path, file);
  if (problems.length > 0) return problems;
  const payload = makePayload(file);
  return { path, payload, payloadHash: hashPayload(payload), status: file.status ?? 'ACTIVE' };
}

/** Loads rule files. The result is sorted by path, whatever the order of the files. */
export function loadRules(files: readonly SourceFile[]): LoadedRules {
  const rules: Rule[] = [];
  const problems: Problem[] = [];
  const texts = new Map<string, string>();
  const sorted = files.toSorted((a, b) => compareCodePoints(a.path, b.path));
  for (const file of sorted) {
    const text = decodeFile(file);
    if (typeof text !== 'string') {
      problems.push(text);
      continue;
    }
    texts.set(file.path, text);
    const rule = readRule(text, file.path);
    if ('payload' in rule) rules.push(rule);
    else problems.push(...rule);
  }
  return { files: sorted.map((file) => file.path), rules, problems, textOf: (path) => texts.get(path) };
}
