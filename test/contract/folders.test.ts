// The rules of the house: which folder may import which, and that no file imports itself over others.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../src/', import.meta.url));

/** Stages in the order in which data flows; a stage imports only itself and stages before it. */
const STAGES = [
  'rules',
  'graph',
  'schedule',
  'simulate',
  'lint',
  'plan',
  'transaction',
  'audit',
  'health',
  'report',
];
/** Edges touch the world, each one thing; commands put stages in a row and know edges only as ports. */
const EDGES = ['runner', 'cli', 'workspace', 'github', 'cxone', 'network', 'simulator'];
/** These put the others together: a run of the action, and one of the command line. */
const COMPOSERS = ['runner', 'cli'];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isTypeOnly: boolean;
  readonly isDynamic: boolean;
}

function listSources(): string[] {
  const entries = readdirSync(source, { recursive: true, encoding: 'utf8' });
  return entries.filter((name) => /(?<!\.d)\.(ts|js)$/.test(name)).toSorted();
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(source, file), 'utf8');
  const pattern = /(?:^|\n)(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'|import\('([^']+)'\)/g;
  return [...text.matchAll(pattern)].map(([, type, fixed, dynamic]) => ({
    from: file,
    to: fixed ?? dynamic ?? '',
    isTypeOnly: type !== undefined,
    isDynamic: dynamic !== undefined,
  }));
}

const imports = listSources().flatMap(importsOf);
const local = imports
  .filter(({ to }) => to.startsWith('.'))
  .map((entry) => ({ ...entry, to: relative(source, join(source, dirname(entry.from), entry.to)) }));
const folderOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '');
const describeAll = (found: readonly Import[]): string[] => found.map(({ from, to }) => `${from} → ${to}`);

describe('the folders', () => {
  it('are all known', () => {
    const folders = new Set(listSources().map(folderOf));
    expect([...folders].toSorted()).toEqual(['', 'commands', 'request', ...STAGES, ...EDGES].toSorted());
  });

  it('hold no import of a stage from a later stage, a command or an edge', () => {
    const wrong = local.filter(({ from, to }) => {
      const stage = STAGES.indexOf(folderOf(from));
      const target = folderOf(to);
      // The report names the command; a request is plain data.
      if (stage < 0 || target === '' || target === 'request') return false;
      return !STAGES.slice(0, stage + 1).includes(target);
    });
    expect(describeAll(wrong)).toEqual([]);
  });

  it('keep the stages from touching anything outside the process', () => {
    const pure = new Set(['node:buffer', 'node:crypto']);
    const wrong = imports.filter(
      ({ from, to }) =>
        (STAGES.includes(folderOf(from)) || folderOf(from) === 'request') &&
        to.startsWith('node:') &&
        !pure.has(to),
    );
    expect(describeAll(wrong)).toEqual([]);
  });

  it('keep the edges apart', () => {
    const wrong = local.filter(({ from, to, isDynamic }) => {
      const [edge, target] = [folderOf(from), folderOf(to)];
      if (!EDGES.includes(edge) || edge === target || COMPOSERS.includes(edge)) return false;
      // All of them may use the network's agents.
      return !isDynamic && EDGES.includes(target) && target !== 'network';
    });
    expect(describeAll(wrong)).toEqual([]);
  });

  it('load GitHub, the tenant and the embedded tenant only when a run needs them', () => {
    const heavy = ['github', 'cxone', 'network', 'simulator'];
    const light = new Set(['cxone/endpoints.ts']);
    const wrong = local.filter(
      ({ from, to, isTypeOnly, isDynamic }) =>
        !isTypeOnly &&
        !isDynamic &&
        heavy.includes(folderOf(to)) &&
        !heavy.includes(folderOf(from)) &&
        !light.has(to),
    );
    expect(describeAll(wrong)).toEqual([]);
  });

  it('load what makes report.html only when it is made', () => {
    const wrong = local.filter(
      ({ from, to, isTypeOnly, isDynamic }) =>
        to.startsWith('report/html/') && !from.startsWith('report/html/') && !isTypeOnly && !isDynamic,
    );
    expect(describeAll(wrong)).toEqual([]);
  });

  it('hold no circle of imports', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to, isTypeOnly, isDynamic } of local) {
      if (!isTypeOnly && !isDynamic) edges.set(from, [...(edges.get(from) ?? []), to]);
    }
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path, file].join(' → '));
      if (path.includes(file) || done.has(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of edges.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('have an opening sentence in every file', () => {
    const silent = listSources().filter((file) => !readFileSync(join(source, file), 'utf8').startsWith('//'));
    expect(silent).toEqual([]);
  });
});
