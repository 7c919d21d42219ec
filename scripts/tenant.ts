// Starts the embedded tenant alone, so that other processes can talk to it; holds no behaviour of its own.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { messageOf } from '../src/errors.ts';
import type { SimulatorOptions } from '../src/simulator/start-simulator.ts';
import { startSimulator } from '../src/simulator/start-simulator.ts';
import { readSeed } from '../src/simulator/seed.ts';

const USAGE = `Usage: npm run tenant -- [options]

  --port <number>        port on 127.0.0.1; 0 takes any free one (default 8080)
  --seed <file>          JSON file with what the tenant holds (default: the built-in seed)
  --compile-time <ms>    how long one compilation takes (default 0)
  --latency <ms>         wait before each reply (default 0)
  --calls-per-hour <n>   simulated calls to each campaign with a flow in force (default 600)
  --help                 this text`;

const LONGEST = 24 * 3600 * 1000;

/** Takes the arguments after the script's name; returns options, or null for --help. Throws an Error for a bad one. */
function readOptions(args: readonly string[]): SimulatorOptions | null {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: text,
      seed: text,
      'compile-time': text,
      latency: text,
      'calls-per-hour': text,
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return null;
  return {
    port: readNumber('--port', values.port ?? '8080', 65_535),
    compileTime: readNumber('--compile-time', values['compile-time'] ?? '0', LONGEST),
    latency: readNumber('--latency', values.latency ?? '0', LONGEST),
    callsPerHour: readNumber('--calls-per-hour', values['calls-per-hour'] ?? '600', 999_999_999),
    ...(values.seed !== undefined && { seed: readSeedFile(values.seed) }),
  };
}

function readNumber(option: string, value: string, most: number): number {
  if (/^\d{1,9}$/.test(value) && Number(value) <= most) return Number(value);
  throw new Error(`${option} takes a whole number from 0 to ${most}, not ${JSON.stringify(value)}.`);
}

function readSeedFile(path: string): NonNullable<SimulatorOptions['seed']> {
  try {
    return readSeed(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new Error(`--seed ${path}`, { cause: error });
  }
}

async function serve(options: SimulatorOptions): Promise<void> {
  const simulator = await startSimulator(options);
  const { clientId, clientSecret } = simulator.credentials;
  console.log(`The embedded tenant listens at ${simulator.url}`);
  console.log(`  client id      ${clientId}`);
  console.log(`  client secret  ${clientSecret}`);
  console.log(`  its state      ${simulator.url}/__simulator/state`);
  console.log('Stop it with Ctrl+C.');
  const stop = () => void simulator.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Returns the exit code: 2 for bad arguments, 1 where the tenant cannot start. */
async function main(args: readonly string[]): Promise<number> {
  let options: SimulatorOptions | null;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`${messageOf(error)}\n\n${USAGE}`);
    return 2;
  }
  try {
    if (options === null) console.log(USAGE);
    else await serve(options);
    return 0;
  } catch (error) {
    console.error(`The tenant cannot start: ${messageOf(error)}`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
