// One deployment of new rules by the built action, against the embedded tenant and the stand-in for GitHub, or by the usual
// script; and what the tenant has seen of it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RuleFile } from '../src/rules/rule.ts';
import type { RateLimit } from '../src/simulator/rate-limit.ts';
import { findRoute } from '../src/simulator/routes.ts';
import builtInSeed from '../src/simulator/seed.json' with { type: 'json' };
import { type Seed, readSeed } from '../src/simulator/seed.ts';
import type { Simulator } from '../src/simulator/start-simulator.ts';
import { type Estate, openEstate } from '../test/e2e/estate.ts';
import { writeRules } from './write-rules.ts';

/** Milliseconds. It is a benchmark's fault where one takes longer. */
const LONGEST = 600_000;

/** Rule files, where they are, and a tenant that knows all that they refer to. */
export interface Rules {
  readonly workspace: string;
  readonly count: number;
  readonly files: Readonly<Record<string, string>>;
  readonly seed: Seed;
}

/** What one deployment took, and what the tenant has seen of it. */
export interface Deployed {
  /** Milliseconds of the whole process. */
  readonly took: number;
  /** Requests by their endpoint, the token among them. */
  readonly calls: ReadonlyMap<string, number>;
  /** Requests that the tenant has taken, and those that it has answered 429. */
  readonly taken: number;
  readonly refused: number;
  /** Bytes that the process held at most. */
  readonly peak: number;
  /** Of the last minute, at the end. */
  readonly load: number;
}

export interface Conditions {
  /** Milliseconds before each reply of the tenant. */
  readonly latency: number;
  readonly rateLimit?: RateLimit;
  readonly inputs?: Readonly<Record<string, string>>;
}

function seedFor(texts: readonly string[]): Seed {
  const rules = texts.map((text) => JSON.parse(text) as RuleFile);
  const campaigns = [...new Set(rules.map((rule) => rule.campaignId))];
  const media = [...new Set(rules.flatMap((rule) => rule.nodes.flatMap((node) => node.mediaAssetId ?? [])))];
  return readSeed({
    clients: builtInSeed.clients,
    campaigns: campaigns.map((id) => ({ id, status: 'ACTIVE' })),
    media: media.map((id) => ({ id })),
  });
}

/** Writes rules into an empty folder, and makes the tenant for them. */
export function makeRules(workspace: string, count: number): Rules {
  mkdirSync(workspace, { recursive: true });
  writeRules(workspace, count);
  const paths = readdirSync(workspace, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.json'),
  );
  const files = Object.fromEntries(
    paths.map((path) => [path, readFileSync(join(workspace, path), 'utf8')] as const),
  );
  return { workspace, count, files, seed: seedFor(Object.values(files)) };
}

/** The action.yml that starts the built action in `dist`. */
function actionFileOf(dist: string): string {
  const file = join(dirname(dist), 'action.yml');
  if (!existsSync(file)) copyFileSync(join(import.meta.dirname, '../action.yml'), file);
  return file;
}

/** @throws Error where not every rule is active: what is measured must have been done */
function look(tenant: Simulator, { count }: Rules, took: number, peak: number): Deployed {
  const { flows, requests } = tenant.state();
  const active = flows.filter((flow) => flow.status === 'ACTIVE').length;
  if (active !== count || flows.length !== count)
    throw new Error(`${active} of ${flows.length} flows are active, and ${count} should be`);
  const calls = new Map<string, number>();
  for (const { method, path } of requests) {
    const match = findRoute(method, path);
    const name = `${method} ${match.kind === 'found' ? match.route.template : path}`;
    calls.set(name, (calls.get(name) ?? 0) + 1);
  }
  const refused = requests.filter(({ status }) => status === 429).length;
  return { took, peak, calls, refused, taken: requests.length - refused, load: loadavg()[0] ?? Number.NaN };
}

/** Makes an estate in which nothing is live, and closes it after the work. */
async function inEstate<T>(
  rules: Rules,
  { latency, rateLimit }: Conditions,
  work: (estate: Estate) => Promise<T>,
): Promise<T> {
  const simulator = { seed: rules.seed, latency, ...(rateLimit === undefined ? {} : { rateLimit }) };
  const estate = await openEstate({ simulator });
  try {
    return await work(estate);
  } finally {
    await estate.close();
  }
}

/**
 * Deploys rules with the built action, as a push to the default branch does, to a tenant that has none.
 * @param dist where the built action is
 */
export async function deployByAction(dist: string, rules: Rules, conditions: Conditions): Promise<Deployed> {
  return inEstate(rules, conditions, async (estate) => {
    const sha = await estate.commit(rules.files);
    const peakFile = join(estate.repository.folder, 'peak-memory');
    const start = performance.now();
    const run = await estate.push(sha, {
      workspace: rules.workspace,
      actionFile: actionFileOf(dist),
      inputs: conditions.inputs ?? {},
      timeout: LONGEST,
      env: {
        NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'peak-memory.js')).href}`,
        PEAK_MEMORY_FILE: peakFile,
      },
    });
    const took = performance.now() - start;
    if (run.outputs['result'] !== 'deployed') throw new Error(`not deployed:\n${run.stdout}\n${run.stderr}`);
    return look(estate.tenant, rules, took, Number(readFileSync(peakFile, 'utf8')));
  });
}

/** Deploys rules with the usual script. */
export async function deployByScript(rules: Rules, conditions: Conditions): Promise<Deployed> {
  return inEstate(rules, conditions, async ({ tenant }) => {
    const { clientId, clientSecret } = tenant.credentials;
    const script = join(import.meta.dirname, 'one-after-another.js');
    const start = performance.now();
    const child = spawn(
      process.execPath,
      [script, join(rules.workspace, 'rules'), tenant.url, clientId, clientSecret],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const [code] = (await once(child, 'close')) as [number | null];
    const took = performance.now() - start;
    if (code !== 0) throw new Error(`the script failed (${code})`);
    return look(tenant, rules, took, Number.NaN);
  });
}
