// Deployments of new rules: against the usual script, under the tenant's rate limit, and the memory of a large one.
import { join } from 'node:path';
import {
  type Conditions,
  type Deployed,
  type Rules,
  deployByAction,
  deployByScript,
  makeRules,
} from './deploy.ts';
import { median } from './measure.ts';
import type { Result } from './result.ts';

const RULES = 100;
const MANY_RULES = 1000;
/** Milliseconds. */
const LATENCY = 30;
const ROUNDS = 3;
/** Requests a second that the tenant takes. */
const RATES = [20, 50] as const;
const MEGABYTE = 1_000_000;

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function listCalls({ calls, taken, refused }: Deployed): string[] {
  const lines = [...calls].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [
    ...lines.map(([name, count]) => `  ${String(count).padStart(6)}  ${name}`),
    `  ${String(taken + refused).padStart(6)}  in all`,
  ];
}

function describeLoad(...deployments: readonly Deployed[]): string {
  const loads = deployments.map(({ load }) => load.toFixed(2));
  return `load average ${loads.join(', ')} (with this benchmark's own)`;
}

/** @param dist the built action @param folder an empty folder */
export async function benchDeploySpeed(dist: string, folder: string): Promise<Result[]> {
  const rules = makeRules(join(folder, 'workspace'), RULES);
  const conditions: Conditions = { latency: LATENCY };
  const script = await deployByScript(rules, conditions);
  // One that does not count: the stand-in for GitHub makes ready what it judges requests by.
  await deployByAction(dist, rules, conditions);
  const ours: Deployed[] = [];
  for (let round = 0; round < ROUNDS; round++) ours.push(await deployByAction(dist, rules, conditions));
  const took = median(ours.map((deployed) => deployed.took));
  return [
    {
      name: `the usual script, call after call, against our deployment of ${RULES} new rules`,
      ratio: script.took / took,
      goal: { least: 6 },
      details: [
        `${RULES} files of 20 nodes, each with 11 prompts of its own, ${LATENCY} ms before each reply, concurrency 8, whole processes`,
        `script ${seconds(script.took)}; deployments ${ours.map((deployed) => seconds(deployed.took)).join(', ')}, of which the middle one counts`,
        describeLoad(script, ...ours),
        'the script calls:',
        ...listCalls(script),
        'a deployment calls:',
        ...listCalls(ours[0] as Deployed),
      ],
    },
  ];
}

function limitResults(name: string, rate: number, deployed: Deployed): Result[] {
  const { took, taken, refused } = deployed;
  const least = (taken / rate) * 1000;
  return [
    {
      name: `${name}: time, against calls ÷ ${rate}`,
      ratio: took / least,
      goal: { most: 1.3 },
      details: [
        `${RULES} new rules, ${taken} calls that the tenant took: ${seconds(least)} at the least, took ${seconds(took)}`,
        describeLoad(deployed),
      ],
    },
    {
      name: `${name}: share of replies 429`,
      ratio: refused / (taken + refused),
      goal: { most: 0.05 },
      details: [`${refused} of ${taken + refused} requests`],
    },
  ];
}

async function benchLimit(
  dist: string,
  rules: Rules,
  rate: number,
  bound: number | undefined,
): Promise<Result[]> {
  const inputs: Readonly<Record<string, string>> =
    bound === undefined ? {} : { 'requests-per-second': String(bound) };
  const rateLimit = { requests: rate, perSeconds: 1 };
  const deployed = await deployByAction(dist, rules, { latency: LATENCY, rateLimit, inputs });
  const told = bound === undefined ? 'not told' : `told ${bound}`;
  return limitResults(`a tenant that takes ${rate} requests a second, ${told}`, rate, deployed);
}

/**
 * Both tenants are deployed to side by side, since that is mostly waiting.
 * @param dist the built action
 * @param folder an empty folder
 */
export async function benchDeployLimit(dist: string, folder: string): Promise<Result[]> {
  const rules = makeRules(join(folder, 'workspace'), RULES);
  const results = RATES.map(async (rate) => [
    ...(await benchLimit(dist, rules, rate, undefined)),
    ...(await benchLimit(dist, rules, rate, rate * 0.95)),
  ]);
  return (await Promise.all(results)).flat();
}

/** @param dist the built action @param folder an empty folder */
export async function benchDeployMemory(dist: string, folder: string): Promise<Result[]> {
  const rules = makeRules(join(folder, 'workspace'), MANY_RULES);
  const deployed = await deployByAction(dist, rules, { latency: 0 });
  return [
    {
      name: `memory of a deployment of ${MANY_RULES} new rules, against 300 MB`,
      ratio: deployed.peak / (300 * MEGABYTE),
      goal: { most: 1 },
      details: [
        `${MANY_RULES} files of 20 nodes, ${deployed.taken} calls in ${seconds(deployed.took)}`,
        `${(deployed.peak / MEGABYTE).toFixed(0)} MB resident at most`,
        describeLoad(deployed),
      ],
    },
  ];
}
