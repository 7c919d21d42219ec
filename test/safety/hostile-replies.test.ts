// A tenant that answers to harm: too much, too slowly, half, in the wrong way. test/cxone has what a reply may say; this has how it may
// come. Nothing takes more than the limits of memory and time, and nothing pollutes what all objects share.
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ApiError } from '../../src/errors.ts';
import type { Tenant } from '../../src/ports.ts';
import { FLOW, type Handler, json, openLocalTenant, optionsAt, raw } from '../cxone/local-tenant.ts';
import { send } from '../../src/cxone/send.ts';

const MIB = 1024 * 1024;
const get = async (tenant: Tenant): Promise<unknown> => tenant.getFlow('f');

/** What comes of a read where the tenant answers so; nothing is repeated. */
async function outcome(handle: Handler, run = get): Promise<unknown> {
  const opened = await openLocalTenant(async (seen, response, count) => {
    opened.cancel.abort();
    await handle(seen, response, count);
  });
  return run(opened.tenant).catch((error: unknown) => error);
}

/** A server that speaks no HTTP but what a test says; the exchange with it. */
async function exchangeWith(talk: (socket: Socket) => void, timeout = 2000): Promise<unknown> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => talk(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const exchange = { method: 'GET', url: `${url}/x`, headers: {} };
  return send(exchange, optionsAt(url).agents, timeout).catch((error: unknown) => error);
}

const BODY = JSON.stringify(FLOW);
const REPLY = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${BODY.length}\r\n\r\n${BODY}`;

describe('a body', () => {
  it('of 100 MiB is dropped at 32, also where it is packed, or has no length', async () => {
    let sent = 0;
    const handle: Handler = async (_seen, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const chunk = Buffer.alloc(MIB, ' ');
      while (sent < 100 && !response.destroyed) {
        sent++;
        if (!response.write(chunk)) await new Promise((resolve) => setImmediate(resolve));
      }
      response.end();
    };
    expect(await outcome(handle)).toMatchObject({
      name: 'ApiError',
      message: expect.stringContaining('too large'),
    });
    const bomb = gzipSync(Buffer.alloc(100 * MIB, ' '));
    expect(bomb.length).toBeLessThan(MIB);
    const packed: Handler = (_seen, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    };
    expect(await outcome(packed)).toMatchObject({ message: expect.stringContaining('too large') });
  });

  it('that drips for ever is given up in time', async () => {
    const dripping = await exchangeWith((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      const drip = setInterval(() => socket.write('1\r\n \r\n'), 10);
      socket.once('close', () => clearInterval(drip));
    }, 300);
    expect(dripping).toMatchObject({ name: 'NoReply', timedOut: true });
  });

  it.each<[string, Handler]>([
    ['is no UTF-8', (_seen, response) => void response.writeHead(200).end(Buffer.from([0xff, 0xfe, 0x7b]))],
    ['is HTML', (_seen, response) => raw(response, 200, '<html>')],
    ['is NaN', (_seen, response) => raw(response, 200, 'NaN')],
    ['is a number', (_seen, response) => raw(response, 200, '1e999')],
    ['is a list', (_seen, response) => raw(response, 200, '[]')],
    ['is null', (_seen, response) => raw(response, 200, 'null')],
    ['is empty', (_seen, response) => raw(response, 200, '')],
    [
      'is packed in a way that was not asked for',
      (_seen, response) => void response.writeHead(200, { 'content-encoding': 'zstd' }).end('x'),
    ],
    [
      'says that it is packed, and is not',
      (_seen, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('{}'),
    ],
  ])('that %s is an error, and no flow', async (_name, handle) => {
    expect(await outcome(handle)).toBeInstanceOf(ApiError);
  });
});

describe('a reply', () => {
  it.each<[string, (socket: Socket) => void]>([
    [
      'with headers without end',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const flood = setInterval(() => socket.write(`x-${'y'.repeat(4000)}: z\r\n`), 1);
        socket.once('close', () => clearInterval(flood));
      },
    ],
    [
      'with one endless header',
      (socket) => void socket.write(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(2 * MIB)}`),
    ],
    [
      'that asks to speak another protocol',
      (socket) =>
        void socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
    ],
    ['whose connection ends within it', (socket) => void socket.end(REPLY.slice(0, -5))],
    ['that ends within its headers', (socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-ty')],
    [
      'with two lengths',
      (socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'),
    ],
    [
      'with a length and chunks',
      (socket) =>
        void socket.end(
          'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
        ),
    ],
    ['of another protocol', (socket) => void socket.end('220 mail.example ESMTP\r\n')],
    ['that never comes', () => {}],
    [
      'of first replies without an end',
      (socket) => {
        const first = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 5);
        socket.once('close', () => clearInterval(first));
      },
    ],
  ])('%s is none', async (_name, talk) => {
    expect(await exchangeWith(talk, 500)).toMatchObject({ name: 'NoReply', mayHaveTakenEffect: true });
  });

  it('after some first ones is the one that counts', async () => {
    const early = 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n';
    expect(await exchangeWith((socket) => void socket.end(`${early}${REPLY}`))).toMatchObject({
      status: 200,
      text: BODY,
    });
  });

  it('that another one follows unasked is read alone', async () => {
    const other = REPLY.replace('200 OK', '500 No');
    expect(await exchangeWith((socket) => void socket.end(`${REPLY}${other}`))).toMatchObject({
      status: 200,
      text: BODY,
    });
  });
});

describe('names that mean something to JavaScript', () => {
  const evil = `{"__proto__": {"status": "ACTIVE", "polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "toString": 1`;

  it.each([
    ['a flow', `${evil}, ${BODY.slice(1)}`],
    ['a flow that has nothing else', `${evil}}`],
    ['a page', `${evil}, "entities": [${evil}, ${BODY.slice(1)}, ${BODY}]}`],
  ])('in %s pollute nothing', async (_name, text) => {
    const handle: Handler = (_seen, response) =>
      raw(response, 200, text, { 'content-type': 'application/json' });
    await outcome(handle);
    await outcome(handle, async (tenant) => tenant.findFlows('Sales'));
    await outcome(handle, async (tenant) => tenant.validateFlow('f'));
    await outcome(handle, async (tenant) => tenant.compileState('f'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(({} as Record<string, unknown>)['status']).toBeUndefined();
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(12);
  });

  it('as names of rules are found and deployed like any other', async () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const handle: Handler = (_seen, response) => json(response, 200, { entities: [{ ...FLOW, name }] });
      const { tenant } = await openLocalTenant(handle);
      expect((await tenant.findFlows(name)).map(({ payload }) => payload.name)).toEqual([name]);
    }
  });
});
