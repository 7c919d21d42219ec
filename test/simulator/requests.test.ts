import { expect, test } from 'vitest';
import { BODY_LIMIT } from '../../src/simulator/read-body.ts';
import { FLOWS, make, open, rule, seed, takeToken } from './tenant-client.ts';

test.each([
  ['GET', '/'],
  ['GET', '/api/v2/ivr'],
  ['GET', '/api/v2/ivr/flows/'],
  ['GET', '/api/v2/ivr/flows/a/b/c'],
  ['GET', '//'],
  ['GET', '/api/v2/media/assets/%E0%A4%A'],
])('%s %s is an unknown path', async (method, path) => {
  const { call } = await open();
  const { status, body } = await call(method, path);
  expect(status).toBe(404);
  expect(body).toEqual({ code: 'NOT_FOUND', message: 'There is no such path.' });
});

test('a wrong method is refused, and the right ones are named', async () => {
  const { call } = await open();
  const answer = await call('PUT', `${FLOWS}/x`, {});
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe('GET, PATCH, DELETE');
  expect(answer.body).toMatchObject({ code: 'METHOD_NOT_ALLOWED', message: expect.any(String) });
});

test('a body over 10 MB is refused, and one of 10 MB is not', async () => {
  const { call } = await open();
  const fill = (size: number) => JSON.stringify({ ...rule, name: '' }).replace('""', `"${'x'.repeat(size)}"`);
  const frame = fill(0).length;
  expect((await call('POST', FLOWS, fill(BODY_LIMIT - frame))).status).toBe(201);
  const answer = await call('POST', FLOWS, fill(BODY_LIMIT - frame + 1));
  expect(answer.status).toBe(413);
  expect(answer.body['code']).toBe('TOO_LARGE');
});

test.each(['{"name":', 'nonsense', '[1,]'])('broken JSON (%s) is refused without an echo', async (text) => {
  const { call } = await open();
  const answer = await call('POST', FLOWS, text);
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual({ code: 'BROKEN_BODY', message: 'The body is not JSON in UTF-8.' });
});

test('a form is taken for a token only', async () => {
  const { simulator, token } = await open();
  const reply = await fetch(simulator.url + FLOWS, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'name=x',
  });
  expect(reply.status).toBe(415);
});

test('a media asset is found by its id, and shows nothing that is for the simulator only', async () => {
  const { call } = await open();
  expect((await call('GET', '/api/v2/media/assets/hello')).body).toEqual({ id: 'hello', name: 'Hello' });
  expect((await call('GET', '/api/v2/media/assets/bad')).body).toEqual({ id: 'bad' });
  expect((await call('GET', '/api/v2/media/assets/none')).status).toBe(404);
});

test('a campaign is found by its encoded id, with its status', async () => {
  const { call } = await open();
  const found = await call('GET', '/api/v2/campaigns/camp%20two');
  expect(found.body).toEqual({ id: 'camp two', status: 'ACTIVE' });
  expect((await call('GET', '/api/v2/campaigns/closed')).body['status']).toBe('INACTIVE');
  expect((await call('GET', '/api/v2/campaigns/none')).status).toBe(404);
});

test('the log holds every request with its answer, and no secret', async () => {
  const { simulator, call, token } = await open({ now: () => 5000 });
  const id = await make({ simulator, call, token });
  await call('GET', `${FLOWS}?name=a%20b&pageSize=2`);
  await call('DELETE', `${FLOWS}/missing`);
  await takeToken(simulator);
  const { requests } = simulator.state();
  expect(
    requests.map(({ seq, method, path, status, flowId }) => [seq, method, path, status, flowId]),
  ).toEqual([
    [1, 'POST', '/oauth/token', 200, null],
    [2, 'POST', FLOWS, 201, id],
    [3, 'GET', FLOWS, 200, null],
    [4, 'DELETE', `${FLOWS}/missing`, 404, 'missing'],
    [5, 'POST', '/oauth/token', 200, null],
  ]);
  expect(requests[1]).toMatchObject({ at: 5000, answeredAt: 5000, body: rule, fault: null });
  expect(requests[2]).toMatchObject({ query: { name: 'a b', pageSize: '2' }, body: null });
  const text = JSON.stringify(simulator.state());
  expect(text).not.toContain(token);
  expect(text).not.toContain(seed.clients[0]!.clientSecret);
  expect(requests[0]?.body).toMatchObject({ client_id: 'all', client_secret: '***' });
});

test('every reply bears the id of its request', async () => {
  const { call } = await open();
  expect((await call('GET', FLOWS)).headers.get('x-request-id')).toBe('request-000002');
});
