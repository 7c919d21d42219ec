// What the tests of the simulator share: a started tenant with a token, and a rule that is right.

import { onTestFinished } from 'vitest';
import type { Seed } from '../../src/simulator/seed.ts';
import type { Simulator, SimulatorOptions } from '../../src/simulator/start-simulator.ts';
import { startSimulator } from '../../src/simulator/start-simulator.ts';

export const FLOWS = '/api/v2/ivr/flows';

export const seed: Seed = {
  clients: [
    {
      clientId: 'all',
      clientSecret: 'open sesame & more: %41',
      scopes: [
        'media:read',
        'campaign:manage',
        'ivr:flow:read',
        'ivr:flow:write',
        'event:webhook:write',
        'analytics:read',
      ],
    },
    { clientId: 'none', clientSecret: 'nothing', scopes: [] },
  ],
  campaigns: [
    { id: 'camp', name: 'Sales line', status: 'ACTIVE' },
    { id: 'camp two', status: 'ACTIVE' },
    { id: 'closed', status: 'INACTIVE' },
  ],
  media: [
    { id: 'hello', name: 'Hello' },
    { id: 'bad', failsCompilation: true },
  ],
  flows: [],
};

export const rule = {
  name: 'Sales',
  campaignId: 'camp',
  nodes: [
    {
      id: 'root',
      type: 'greeting',
      mediaAssetId: 'hello',
      transitions: [{ condition: 'press_1', target: 'end' }],
    },
    { id: 'end', type: 'queue', transitions: [] },
  ],
  fallbackAction: { type: 'hangup' },
} as const;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

export interface Client {
  readonly simulator: Simulator;
  readonly token: string;
  /** Sends a request with the token; a body is sent as JSON, unless it is a string. */
  readonly call: (method: string, path: string, body?: unknown, token?: string) => Promise<Answer>;
}

/** Starts a tenant that ends with the test, and takes a token of the client that has every scope. */
export async function open(options: SimulatorOptions = {}): Promise<Client> {
  const simulator = await startSimulator({ seed, ...options });
  onTestFinished(() => simulator.close());
  const token = await takeToken(simulator);
  return {
    simulator,
    token,
    call: (method, path, body, other = token) => send(simulator.url + path, method, body, other),
  };
}

/** Takes a token of the seed's first client, or of the given one. */
export async function takeToken(
  { url, credentials }: Simulator,
  { clientId, clientSecret } = credentials,
): Promise<string> {
  const body = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const answer = await send(`${url}/oauth/token`, 'POST', body);
  return String(answer.body['access_token']);
}

/** Sends one request and reads the reply; a body that is no JSON object reads as `{}`. */
export async function send(url: string, method: string, body?: unknown, token?: string): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, headers: response.headers, body: json };
}

/** Makes a flow out of a rule, up to the given stage; returns its id. */
export async function make(
  { call }: Client,
  stage: 'DRAFT' | 'VALID' | 'COMPILED' | 'ACTIVE' = 'DRAFT',
  changes: object = {},
): Promise<string> {
  const { body } = await call('POST', FLOWS, { ...rule, ...changes });
  const id = String(body['id']);
  if (stage !== 'DRAFT') await call('POST', `${FLOWS}/${id}/validate`);
  if (stage === 'COMPILED' || stage === 'ACTIVE') await call('POST', `${FLOWS}/${id}/compile`);
  if (stage === 'ACTIVE') await call('PATCH', `${FLOWS}/${id}`, { status: 'ACTIVE' });
  return id;
}

/** A clock that stands still until a test moves it. */
export function stoppedClock(start = Date.parse('2027-01-01T00:00:00Z')): {
  now: () => number;
  pass: (milliseconds: number) => void;
} {
  let time = start;
  return {
    now: () => time,
    pass: (milliseconds) => {
      time += milliseconds;
    },
  };
}
