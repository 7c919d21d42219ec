// Path test files → tests and problems. One broken file hides nothing of the others.
import { readDateTime } from '../rules/date-time.ts';
import { decodeFile } from '../rules/decode.ts';
import { compareCodePoints } from '../rules/hash.ts';
import { parseJson } from '../rules/parse-json.ts';
import { pointerStep } from '../rules/pointer.ts';
import type { Problem } from '../rules/problem.ts';
import type { SourceFile } from '../rules/rule.ts';
import { explainPathTestFile } from './explain-path-tests.ts';
import type { Expectations, PathTest, TestedRule } from './path-test.ts';

/** The check that all problems of path tests belong to. */
export const PATH_TEST = 'path-test';

/** What a file says that fits schemas/path-test.schema.json. */
type PathTestFile = TestedRule & {
  readonly tests: readonly (Expectations & {
    readonly name: string;
    readonly caller: readonly string[];
    readonly at?: string;
  })[];
};

/** Where there are problems there are no tests. */
export interface ReadPathTests {
  readonly tests: readonly PathTest[];
  readonly problems: readonly Problem[];
}

/** Path tests of a set of files. */
export interface LoadedPathTests extends ReadPathTests {
  readonly files: readonly string[];
  /** The text of a file, for pointing at lines. */
  readonly textOf: (path: string) => string | undefined;
}

function makeTests(file: PathTestFile, path: string): PathTest[] {
  const of: TestedRule = 'rule' in file ? { rule: file.rule } : { campaign: file.campaign };
  return file.tests.map(({ name, caller, at, ...expects }, index) => {
    const date = at === undefined ? undefined : readDateTime(at);
    const instant = date?.kind === 'instant' ? { at: Date.parse(date.iso) } : {};
    return { path, pointer: `/tests${pointerStep(index)}`, name, of, caller, expects, ...instant };
  });
}

/** Reads one file's text as path tests, or says all that is wrong with it; every problem is one of check `path-test`. */
export function readPathTests(text: string, path: string): ReadPathTests {
  if (text.trim() === '') {
    const message = 'the file is empty: path tests are expected';
    return { tests: [], problems: [{ check: PATH_TEST, path, message, place: { line: 1 } }] };
  }
  const parsed = parseJson(text, path);
  const found = parsed.problems ?? explainPathTestFile(parsed.value);
  if (parsed.problems !== undefined || found.length > 0) {
    return { tests: [], problems: found.map((problem) => ({ ...problem, check: PATH_TEST, path })) };
  }
  return { tests: makeTests(parsed.value as PathTestFile, path), problems: [] };
}

/** Loads path test files. The result is sorted by path, whatever the order of the files. */
export function loadPathTests(files: readonly SourceFile[]): LoadedPathTests {
  const tests: PathTest[] = [];
  const problems: Problem[] = [];
  const texts = new Map<string, string>();
  const sorted = files.toSorted((a, b) => compareCodePoints(a.path, b.path));
  for (const file of sorted) {
    const text = decodeFile(file);
    if (typeof text !== 'string') {
      problems.push({ ...text, check: PATH_TEST });
      continue;
    }
    texts.set(file.path, text);
    const read = readPathTests(text, file.path);
    // Not spread into arguments: one file may hold more tests than a call takes.
    for (const test of read.tests) tests.push(test);
    for (const problem of read.problems) problems.push(problem);
  }
  return { files: sorted.map((file) => file.path), tests, problems, textOf: (path) => texts.get(path) };
}
