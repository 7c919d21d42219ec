// The embedded tenant's front door: a real HTTP server on loopback that follows the tenant contract and
// holds its state in memory; for trying out, the demo and the tests.

import type { ConsoleEdit, EditResult } from './console-edit.ts';
import { addAtConsole, editAtConsole } from './console-edit.ts';
import type { Fault } from './fault.ts';
import { checkFault } from './fault.ts';
import type { Flow } from './flow.ts';
import type { RateLimit } from './rate-limit.ts';
import { openListener } from './listener.ts';
import type { Seed, SeedFlow } from './seed.ts';
import { readSeed } from './seed.ts';
import builtInSeed from './seed.json' with { type: 'json' };
import type { Service } from './serve-request.ts';
import type { TenantState } from './snapshot.ts';
import { takeSnapshot } from './snapshot.ts';
import { createTenant } from './create-tenant.ts';
import type { TrafficOrder } from './traffic.ts';
import { checkTraffic } from './traffic.ts';

export interface SimulatorOptions {
  /** What the tenant holds at the start; default: the built-in seed. */
  readonly seed?: Seed;
  /** Default 0: any free port. */
  readonly port?: number;
  /** The clock, in milliseconds since the epoch; default `Date.now`. */
  readonly now?: () => number;
  /** Seconds; default 3600. */
  readonly tokenLifetime?: number;
  /** Milliseconds that a compilation takes; default 0: it is done before the reply. */
  readonly compileTime?: number;
  /** Milliseconds before each reply; default 0. */
  readonly latency?: number;
  /** Default: none. */
  readonly rateLimit?: RateLimit;
  /** Simulated calls to each campaign that has a flow in force; default 600. */
  readonly callsPerHour?: number;
  /** Whether `/__simulator/` is served; default true. */
  readonly controls?: boolean;
}

export interface Simulator {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Those of the seed's first client. */
  readonly credentials: {
    readonly clientId: string;
    readonly clientSecret: string;
    /** Where the seed gives the client an access key. */
    readonly accessKeyId?: string;
    readonly accessKeySecret?: string;
  };
  /** A deep copy of everything that an independent checker may want to know. */
  state(): TenantState;
  /** Throws a TypeError for a fault that makes no sense. */
  orderFault(fault: Fault): void;
  clearFaults(): void;
  /** Changes or removes a flow as a person at the console would. Throws where there is none. */
  edit(edit: ConsoleEdit): Flow;
  /** Puts in a flow as if made at the console. Throws for an id that is taken. */
  addFlow(flow: SeedFlow): Flow;
  /** Sets how many calls come. Throws a TypeError for an order that makes no sense. */
  setTraffic(order: TrafficOrder): void;
  /** Ends at once, whatever connections are open. */
  close(): Promise<void>;
}

/**
 * Starts a tenant on 127.0.0.1.
 * @throws Error for a seed that cannot be used, or a port that cannot be opened
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const closing = new AbortController();
  const service = createService(options, closing.signal);
  const listener = await openListener(service, options.port ?? 0);
  const { tenant, faults } = service;
  const [client] = tenant.seed.clients;
  return {
    url: `http://127.0.0.1:${listener.port}`,
    credentials: {
      clientId: client?.clientId ?? '',
      clientSecret: client?.clientSecret ?? '',
      ...(client?.accessKey && {
        accessKeyId: client.accessKey.id,
        accessKeySecret: client.accessKey.secret,
      }),
    },
    state: () => takeSnapshot(tenant),
    orderFault(fault) {
      const [problem] = checkFault(fault);
      if (problem !== undefined)
        throw new TypeError(`The fault cannot be ordered: ${problem.path} ${problem.message}`);
      faults.push({ fault, seen: 0 });
    },
    clearFaults() {
      faults.length = 0;
    },
    setTraffic(order) {
      const [problem] = checkTraffic(order);
      if (problem !== undefined)
        throw new TypeError(`The traffic cannot be set: ${problem.path} ${problem.message}`);
      tenant.traffic.push(order);
    },
    edit: (edit) => expectDone(editAtConsole(tenant, edit)),
    addFlow: (flow) => expectDone(addAtConsole(tenant, flow)),
    async close() {
      closing.abort();
      await listener.close();
    },
  };
}

function createService(options: SimulatorOptions, closing: AbortSignal): Service {
  const { seed = builtInSeed, now = Date.now, tokenLifetime = 3600, compileTime = 0 } = options;
  const { callsPerHour = 600 } = options;
  return {
    tenant: createTenant(readSeed(seed), { now, tokenLifetime, compileTime }, callsPerHour),
    faults: [],
    taken: [],
    rateLimit: options.rateLimit,
    latency: options.latency ?? 0,
    controls: options.controls ?? true,
    closing,
  };
}

function expectDone(result: EditResult): Flow {
  if (result.kind === 'done') return result.flow;
  const detail = result.kind === 'malformed' ? JSON.stringify(result.problems) : result.flowId;
  throw new Error(`The edit cannot be made (${result.kind}): ${detail}`);
}
