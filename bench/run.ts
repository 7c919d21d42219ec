// `npm run bench`: builds the action from the sources, runs every benchmark, and prints ratios within this one run.
// Names after it choose some: `npm run bench -- one-rule growth`.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchDeployLimit, benchDeployMemory, benchDeploySpeed } from './deploy-rules.ts';
import { benchGrowth } from './growth.ts';
import { benchLargeReport } from './large-report.ts';
import { benchManyRules } from './many-rules.ts';
import { benchOneRule } from './one-rule.ts';
import { type Result, printResults } from './result.ts';
import { benchSchemaTools } from './schema-tools.ts';

const here = import.meta.dirname;

/** What is compared with is installed when it is first needed, and is no part of the root's `npm ci`. */
function installOthers(): void {
  if (existsSync(join(here, 'node_modules'))) return;
  console.error('installing ajv-cli and Spectral into bench/node_modules');
  const options = ['--prefix', here, '--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', ['ci', ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
}

type Benchmark = (dist: string, folder: string) => readonly Result[] | Promise<readonly Result[]>;

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  'many-rules': benchManyRules,
  'one-rule': (dist, folder) => [benchOneRule(dist, folder)],
  'schema-tools': (dist, folder) => {
    installOthers();
    return benchSchemaTools(dist, folder);
  },
  growth: () => benchGrowth(),
  'large-report': () => benchLargeReport(),
  'deploy-speed': benchDeploySpeed,
  'deploy-limit': benchDeployLimit,
  'deploy-memory': benchDeployMemory,
};

async function run(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.find((name) => !Object.hasOwn(BENCHMARKS, name));
  if (unknown !== undefined)
    throw new Error(`there is no benchmark ${unknown}: choose from ${Object.keys(BENCHMARKS).join(', ')}`);
  const place = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const dist = join(place, 'dist');
    execFileSync(process.execPath, [join(here, '../scripts/build.ts'), '--to', dist], { stdio: 'inherit' });
    const results: Result[] = [];
    for (const [name, bench] of Object.entries(BENCHMARKS)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      console.error(`running ${name}`);
      const folder = join(place, name);
      mkdirSync(folder);
      results.push(...(await bench(dist, folder)));
    }
    printResults(results);
  } finally {
    rmSync(place, { recursive: true });
  }
}

await run(process.argv.slice(2));
