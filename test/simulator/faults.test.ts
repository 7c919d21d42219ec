import { describe, expect, test } from 'vitest';
import type { Fault, FaultKind, FaultTime } from '../../src/simulator/fault.ts';
import { FAULT_KINDS } from '../../src/simulator/fault.ts';
import type { Client } from './tenant-client.ts';
import { FLOWS, make, open, rule } from './tenant-client.ts';

const CREATE = { method: 'POST', path: FLOWS };
const TIMES: readonly FaultTime[] = ['before', 'after'];

function order(
  { simulator }: Client,
  kind: FaultKind,
  when: FaultTime,
  match: Fault['match'] = CREATE,
): void {
  simulator.orderFault({ match, kind, when });
}

function fetchCreate({ simulator, token }: Client, signal?: AbortSignal): Promise<Response> {
  return fetch(simulator.url + FLOWS, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(rule),
    ...(signal !== undefined && { signal }),
  });
}

const flowCount = ({ simulator }: Client) => simulator.state().flows.length;

describe.each(TIMES)('a fault that comes %s the effect', (when) => {
  const effect = when === 'after' ? 1 : 0;

  test.each(['500', '503', '429', '403', '404'] as const)('%s is answered', async (kind) => {
    const client = await open();
    order(client, kind, when);
    const { status, headers, body } = await client.call('POST', FLOWS, rule);
    expect(status).toBe(Number(kind));
    expect(body).toEqual({ code: expect.any(String), message: expect.any(String) });
    expect(headers.has('retry-after')).toBe(false);
    expect(flowCount(client)).toBe(effect);
  });

  test('timeout leaves the client without an answer', async () => {
    const client = await open();
    order(client, 'timeout', when);
    await expect(fetchCreate(client, AbortSignal.timeout(150))).rejects.toThrow(/timeout/);
    expect(flowCount(client)).toBe(effect);
    expect(client.simulator.state().requests.at(-1)).toMatchObject({ status: null, answeredAt: null });
  });

  test('reset ends the connection without an answer', async () => {
    const client = await open();
    order(client, 'reset', when);
    const error: unknown = await fetchCreate(client).catch((reason: unknown) => reason);
    expect((error as Error).cause).toMatchObject({
      code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/),
    });
    expect(flowCount(client)).toBe(effect);
  });

  test('truncated sends a success whose body stops in the middle', async () => {
    const client = await open();
    order(client, 'truncated', when);
    const response = await fetchCreate(client);
    expect(response.status).toBe(201);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(10);
    await expect(response.text()).rejects.toThrow('terminated');
    expect(flowCount(client)).toBe(effect);
  });

  test('empty sends 200 and nothing else', async () => {
    const client = await open();
    order(client, 'empty', when);
    const response = await fetchCreate(client);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(flowCount(client)).toBe(effect);
  });

  test('html sends the right status with a page', async () => {
    const client = await open();
    order(client, 'html', when);
    const response = await fetchCreate(client);
    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('<html>');
    expect(flowCount(client)).toBe(effect);
  });

  test('expired-token answers 401 and makes the token worthless', async () => {
    const client = await open();
    order(client, 'expired-token', when);
    expect((await client.call('POST', FLOWS, rule)).status).toBe(401);
    expect((await client.call('GET', FLOWS)).status).toBe(401);
    expect(flowCount(client)).toBe(effect);
  });

  test.each(['truncated', 'empty', 'html'] as const)('%s spoils the answer of a delete too', async (kind) => {
    const client = await open();
    const id = await make(client);
    order(client, kind, when, { method: 'DELETE' });
    const response = await fetch(`${client.simulator.url}${FLOWS}/${id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${client.token}` },
    });
    expect(response.status).toBe(200);
    const text = await response.text().catch(() => 'cut off');
    expect({ truncated: 'cut off', empty: '', html: text }[kind]).toBe(text);
    expect(flowCount(client)).toBe(1 - effect);
  });

  test.each(FAULT_KINDS)('%s is named in the log, with the flow that was made', async (kind) => {
    const client = await open();
    order(client, kind, when);
    await fetchCreate(client, AbortSignal.timeout(100)).catch(() => null);
    const entry = client.simulator.state().requests.at(-1);
    expect(entry).toMatchObject({ fault: { kind, when }, body: rule });
    expect(entry?.flowId).toBe(when === 'after' ? 'flow-000001' : null);
  });

  test('an ordered answer can hit the token endpoint', async () => {
    const { simulator, call } = await open();
    simulator.orderFault({ match: { path: '/oauth/token' }, kind: 'expired-token', when });
    expect((await call('POST', '/oauth/token', {})).status).toBe(401);
  });
});

test.each(['2', 'Fri, 01 Jan 2027 00:00:05 GMT'])(
  '429 and 503 can say when to come back (%s)',
  async (retryAfter) => {
    const { simulator, call } = await open();
    for (const kind of ['429', '503', '500'] as const) {
      simulator.orderFault({ match: {}, kind, when: 'before', retryAfter });
    }
    const answers = [await call('GET', FLOWS), await call('GET', FLOWS), await call('GET', FLOWS)];
    // All three faults count each request, so only the first one is ever due.
    expect(answers.map((answer) => answer.status)).toEqual([429, 200, 200]);
    expect(answers[0]?.headers.get('retry-after')).toBe(retryAfter);
    simulator.clearFaults();
    simulator.orderFault({ match: {}, kind: '503', when: 'before', retryAfter });
    expect((await call('GET', FLOWS)).headers.get('retry-after')).toBe(retryAfter);
    simulator.orderFault({ match: {}, kind: '500', when: 'before', retryAfter });
    expect((await call('GET', FLOWS)).headers.has('retry-after')).toBe(false);
  },
);

async function statuses(
  { call }: Client,
  requests: readonly (readonly [string, string])[],
): Promise<number[]> {
  const seen: number[] = [];
  for (const [method, path] of requests)
    seen.push((await call(method, path, method === 'POST' ? rule : undefined)).status);
  return seen;
}

test('nth and times pick requests among those that match', async () => {
  const client = await open();
  order(client, '500', 'before', { ...CREATE, nth: 2, times: 2 });
  const create = ['POST', FLOWS] as const;
  const list = ['GET', FLOWS] as const;
  expect(await statuses(client, [create, list, create, list, create, create])).toEqual([
    201, 200, 500, 200, 500, 201,
  ]);
});

test('0 times means all that follow, until faults are cleared', async () => {
  const client = await open();
  order(client, '503', 'before', { nth: 2, times: 0 });
  const list = ['GET', FLOWS] as const;
  expect(await statuses(client, [list, list, list, list])).toEqual([200, 503, 503, 503]);
  client.simulator.clearFaults();
  expect(await statuses(client, [list])).toEqual([200]);
});

test.each([
  ['a template', `${FLOWS}/{flowId}/compile`, [200, 201, 400, 500]],
  ['the whole path of an endpoint', FLOWS, [500, 500, 400, 400]],
  ['a prefix', `${FLOWS}/`, [200, 201, 500, 500]],
])('a path can be %s', async (_name, path, expected) => {
  const client = await open();
  await make(client);
  client.simulator.orderFault({ match: { path, times: 0 }, kind: '500', when: 'before' });
  const seen = await statuses(client, [
    ['GET', FLOWS],
    ['POST', FLOWS],
    ['PATCH', `${FLOWS}/flow-000001`],
    ['POST', `${FLOWS}/flow-000001/compile`],
  ]);
  expect(seen).toEqual(expected);
});

test.each([
  [{ match: {}, kind: '418', when: 'before' }, '/kind'],
  [{ match: { nth: 0 }, kind: '500', when: 'before' }, '/match/nth'],
  [{ match: { verb: 'GET' }, kind: '500', when: 'before' }, '/match/verb'],
  [{ match: {}, kind: '500' }, '/when'],
])('a fault that makes no sense cannot be ordered: %j', async (fault, path) => {
  const { simulator } = await open();
  expect(() => simulator.orderFault(fault as unknown as Fault)).toThrow(path);
});
