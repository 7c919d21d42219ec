// `npm run coverage`: runs the tests, those that start the action as a program included, and says which lines none of them ran.
// The tests' own process is measured by vitest, the programs by V8 itself; a line counts where either has seen it run.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Per cent of lines below which the run fails. */
const LEAST = 95;

const root = join(import.meta.dirname, '..');
const folder = join(root, 'coverage');
const children = join(folder, 'children');

interface Place {
  readonly line: number;
  readonly column: number;
}
/** One file in Istanbul's format, as far as it is read here. */
interface FileCoverage {
  readonly path: string;
  readonly statementMap: Readonly<Record<string, { readonly start: Place }>>;
  readonly s: Readonly<Record<string, number>>;
}
interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}
/** One process's coverage in V8's format. */
interface ProcessCoverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly Range[] }[];
  }[];
}

function runTests(): boolean {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(children, { recursive: true });
  const coverage = [
    'enabled',
    'provider=v8',
    'include=src/**/*.ts',
    'exclude=**/*.generated.*',
    'reporter=json',
  ];
  const options = coverage.map((option) => `--coverage.${option}`);
  const { status } = spawnSync('vitest', ['run', ...options, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, COVERAGE_CHILDREN: children },
  });
  return status === 0;
}

/** Every source file → the ranges that each program that loaded it reports. */
function readPrograms(): Map<string, (readonly Range[])[]> {
  const loads = new Map<string, (readonly Range[])[]>();
  for (const name of readdirSync(children)) {
    const { result } = JSON.parse(readFileSync(join(children, name), 'utf8')) as ProcessCoverage;
    for (const { url, functions } of result) {
      if (!url.startsWith('file:')) continue;
      const path = fileURLToPath(url);
      loads.set(path, [...(loads.get(path) ?? []), functions.flatMap(({ ranges }) => ranges)]);
    }
  }
  return loads;
}

/** Whether a program ran what stands at an offset: V8's ranges nest, and the innermost one counts. */
function hasRun(ranges: readonly Range[], offset: number): boolean {
  let innermost: Range | undefined;
  for (const range of ranges) {
    if (offset < range.startOffset || offset >= range.endOffset) continue;
    const length = range.endOffset - range.startOffset;
    if (innermost === undefined || length <= innermost.endOffset - innermost.startOffset) innermost = range;
  }
  return (innermost?.count ?? 0) > 0;
}

function lineOffsets(text: string): number[] {
  const offsets = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) offsets.push(at + 1);
  return offsets;
}

interface Lines {
  readonly path: string;
  readonly all: number;
  readonly missed: readonly number[];
}

/** The lines of a file on which a statement starts, and those of them that nothing ran. */
function countLines(file: FileCoverage, loads: readonly (readonly Range[])[]): Lines {
  const offsets = lineOffsets(readFileSync(file.path, 'utf8'));
  const seen = new Map<number, boolean>();
  for (const [id, { start }] of Object.entries(file.statementMap)) {
    const offset = (offsets[start.line - 1] ?? 0) + start.column;
    const ran = (file.s[id] ?? 0) > 0 || loads.some((ranges) => hasRun(ranges, offset));
    seen.set(start.line, (seen.get(start.line) ?? false) || ran);
  }
  const missed = [...seen].filter(([, ran]) => !ran).map(([line]) => line);
  return { path: relative(root, file.path), all: seen.size, missed: missed.toSorted((a, b) => a - b) };
}

function percentOf(files: readonly Lines[]): string {
  const all = files.reduce((sum, file) => sum + file.all, 0);
  const missed = files.reduce((sum, file) => sum + file.missed.length, 0);
  return all === 0 ? '100.00' : (((all - missed) / all) * 100).toFixed(2);
}

function print(files: readonly Lines[]): void {
  const folders = Map.groupBy(files, ({ path }) => path.split('/').slice(0, -1).join('/'));
  for (const [name, own] of [...folders].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`${percentOf(own).padStart(6)} %  ${name}`);
    for (const { path, missed } of own)
      if (missed.length > 0) console.log(`            ${path}: ${missed.join(', ')}`);
  }
  console.log(`${percentOf(files).padStart(6)} %  of all lines (at least ${LEAST})`);
}

const passed = runTests();
const report = JSON.parse(readFileSync(join(folder, 'coverage-final.json'), 'utf8')) as Record<
  string,
  FileCoverage
>;
const programs = readPrograms();
const files = Object.values(report)
  .map((file) => countLines(file, programs.get(file.path) ?? []))
  .toSorted((a, b) => (a.path < b.path ? -1 : 1));
print(files);
process.exitCode = passed && Number(percentOf(files)) >= LEAST ? 0 : 1;
