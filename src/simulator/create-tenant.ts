// A tenant as it is before the first request; knows no HTTP.

import { addReadyFlow } from './flow-store.ts';
import type { Seed, SeedFlow } from './seed.ts';
import type { Tenant, TenantSettings } from './tenant.ts';

/** Takes a seed that has been read, the settings, and the calls that each campaign gets; returns a tenant that holds the seed. */
export function createTenant(seed: Seed, settings: TenantSettings, callsPerHour = 0): Tenant {
  const tenant: Tenant = {
    seed,
    settings,
    flows: new Map(),
    gone: new Map(),
    traffic: [{ callsPerHour }],
    webhooks: new Map(),
    tokens: new Map(),
    requests: [],
    history: [],
    compiling: null,
    lastSeq: 0,
    flowCount: 0,
    webhookCount: 0,
  };
  const age = (flow: SeedFlow) =>
    flow.createdAt === undefined ? settings.now() : Date.parse(flow.createdAt);
  const oldestFirst = [...seed.flows].sort((one, other) => age(one) - age(other));
  for (const flow of oldestFirst) addReadyFlow(tenant, flow, 'seed');
  return tenant;
}
