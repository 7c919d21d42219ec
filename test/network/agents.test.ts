import { type SpawnOptions, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { send } from '../../src/cxone/send.ts';
import { makeAgents } from '../../src/network/agents.ts';

/** A name that no resolver knows: only a proxy can lead there. */
const HIDDEN = 'tenant.invalid';
const PROGRAM = fileURLToPath(new URL('send-requests.ts', import.meta.url));

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function closeAfterTest(server: Server, sockets: Iterable<Socket>): void {
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
}

interface Counted {
  readonly port: number;
  readonly sockets: Set<Socket>;
  readonly seen: IncomingHttpHeaders[];
}

/** Starts a server that counts its connections; plain, or with a certificate. */
async function startCounted(certificate?: { key: string; cert: string }): Promise<Counted> {
  const seen: IncomingHttpHeaders[] = [];
  const answer: Parameters<typeof createServer>[1] = (request, response) => {
    seen.push(request.headers);
    response.end('hello');
  };
  const server = certificate === undefined ? createServer(answer) : createSecureServer(certificate, answer);
  // Only the client may end a connection.
  server.keepAliveTimeout = 0;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  closeAfterTest(server, sockets);
  return { port: await listen(server), sockets, seen };
}

describe('requests without a proxy', () => {
  it('use one connection again and again', async () => {
    const { port, sockets, seen } = await startCounted();
    const agents = makeAgents(8);
    onTestFinished(agents.close);
    for (let count = 0; count < 5; count++) {
      const reply = await send(
        { method: 'GET', url: `http://127.0.0.1:${port}/`, headers: {} },
        agents,
        10_000,
      );
      expect(reply).toMatchObject({ status: 200, text: 'hello' });
    }
    expect(seen).toHaveLength(5);
    expect(seen[0]).toMatchObject({ connection: 'keep-alive' });
    expect(sockets.size).toBe(1);
  });

  it.each([1, 3])('use no more connections than %d', async (most) => {
    const { port, sockets, seen } = await startCounted();
    const agents = makeAgents(most);
    onTestFinished(agents.close);
    const request = { method: 'GET', url: `http://127.0.0.1:${port}/`, headers: {} };
    await Promise.all(Array.from({ length: 20 }, async () => send(request, agents, 10_000)));
    expect(seen).toHaveLength(20);
    expect(sockets.size).toBe(most);
  });

  it('keep no connection once the agents are closed', async () => {
    const { port, sockets } = await startCounted();
    const agents = makeAgents(8);
    await send({ method: 'GET', url: `http://127.0.0.1:${port}/`, headers: {} }, agents, 10_000);
    const [socket] = sockets;
    expect(socket?.destroyed).toBe(false);
    const closed = once(socket!, 'close', { signal: AbortSignal.timeout(5_000) });
    agents.close();
    await closed;
  });
});

// ------------------------------------------------------------------------------------- with a proxy

interface Proxy extends Counted {
  /** The target and the headers of each CONNECT. */
  readonly connects: { readonly target: string; readonly headers: IncomingHttpHeaders }[];
}

/** Starts a proxy that leads every CONNECT to one port on loopback. */
async function startProxy(to: number): Promise<Proxy> {
  const connects: Proxy['connects'] = [];
  const seen: IncomingHttpHeaders[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    seen.push(request.headers);
    response.writeHead(418).end();
  });
  server.on('connect', (request, client: Socket, head: Buffer) => {
    connects.push({ target: request.url ?? '', headers: request.headers });
    const tunnel = connect(to, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      tunnel.write(head);
      client.pipe(tunnel).pipe(client);
    });
    for (const socket of [client, tunnel]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
  });
  server.on('connection', (socket: Socket) => sockets.add(socket));
  closeAfterTest(server, sockets);
  return { port: await listen(server), sockets, seen, connects };
}

/** Starts a proxy that opens no way, with a reply that looks like a tenant's. */
async function startRefusingProxy(status: number): Promise<{ readonly port: number }> {
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connect', (_request, client: Socket) => {
    const body = '{"message": "not allowed"}';
    client.end(
      `HTTP/1.1 ${status} No\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
  });
  server.on('connection', (socket: Socket) => sockets.add(socket));
  closeAfterTest(server, sockets);
  return { port: await listen(server) };
}

interface Certificate {
  readonly key: string;
  readonly cert: string;
  readonly file: string;
}

let folder = '';
let certificate: Certificate = { key: '', cert: '', file: '' };

type Outcome = { readonly status: number; readonly text: string } | { readonly error: string };

/** Runs the program with an environment of its own, since a process reads these settings when it starts. */
async function sendFrom(env: Record<string, string>, ...urls: readonly string[]): Promise<Outcome[]> {
  const options = {
    env: { PATH: process.env['PATH'], NODE_EXTRA_CA_CERTS: certificate.file, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  } as const satisfies SpawnOptions;
  const child = spawn(process.execPath, [PROGRAM, ...urls], options);
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect(code).toBe(0);
  return printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Outcome);
}

const HELLO = { status: 200, text: 'hello' };

/** Only OpenSSL makes certificates, and not every machine has it. */
const hasOpenSsl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenSsl) console.warn('openssl is not there: the tests of proxies are skipped');

describe.skipIf(!hasOpenSsl)('requests with a proxy in the environment', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'certificate-'));
    const [key, file] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const names = `subjectAltName=DNS:${HIDDEN},DNS:localhost,IP:127.0.0.1`;
    const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=a test'];
    await promisify(execFile)('openssl', [...request, '-addext', names, '-keyout', key, '-out', file]);
    certificate = { key: await readFile(key, 'utf8'), cert: await readFile(file, 'utf8'), file };
  });

  afterAll(async () => rm(folder, { recursive: true }));

  it.each(['HTTPS_PROXY', 'https_proxy'])('go through what %s names, on one connection', async (name) => {
    const tenant = await startCounted(certificate);
    const proxy = await startProxy(tenant.port);
    const url = `https://${HIDDEN}/`;
    const env = { [name]: `http://127.0.0.1:${proxy.port}` };
    expect(await sendFrom(env, url, url, url)).toEqual([HELLO, HELLO, HELLO]);
    expect(proxy.connects.map(({ target }) => target)).toEqual([`${HIDDEN}:443`]);
    expect(tenant.sockets.size).toBe(1);
    expect(tenant.seen).toHaveLength(3);
  });

  it('send the credentials of the proxy to the proxy alone, and those of the tenant to the tenant alone', async () => {
    const tenant = await startCounted(certificate);
    const proxy = await startProxy(tenant.port);
    const env = { HTTPS_PROXY: `http://user%20name:p%40ss%3Aword@127.0.0.1:${proxy.port}` };
    expect(await sendFrom(env, `https://${HIDDEN}:8443/a`)).toEqual([HELLO]);
    const [{ target, headers } = { target: '', headers: {} }] = proxy.connects;
    expect(target).toBe(`${HIDDEN}:8443`);
    const basic = Buffer.from('user name:p@ss:word').toString('base64');
    expect(headers['proxy-authorization']).toBe(`Basic ${basic}`);
    expect(headers.authorization).toBeUndefined();
    expect(tenant.seen[0]).toMatchObject({ authorization: 'Bearer token-1' });
    expect(tenant.seen[0]?.['proxy-authorization']).toBeUndefined();
  });

  it.each([
    ['the host', 'localhost'],
    ['the host among others', 'a.example, localhost,.b.example'],
    ['all', '*'],
  ])('go past it where NO_PROXY names %s', async (_case, noProxy) => {
    const tenant = await startCounted(certificate);
    const proxy = await startProxy(tenant.port);
    const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: noProxy };
    const url = `https://localhost:${tenant.port}/`;
    expect(await sendFrom(env, url, url)).toEqual([HELLO, HELLO]);
    expect(proxy.connects).toEqual([]);
    expect(tenant.sockets.size).toBe(1);
  });

  it('go through it where NO_PROXY names another host', async () => {
    const tenant = await startCounted(certificate);
    const proxy = await startProxy(tenant.port);
    const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: 'local,host.localhost' };
    expect(await sendFrom(env, `https://localhost:${tenant.port}/`)).toEqual([HELLO]);
    expect(proxy.connects).toHaveLength(1);
  });

  it('go past it where they are not encrypted: these stay on loopback', async () => {
    const tenant = await startCounted();
    const proxy = await startProxy(tenant.port);
    const url = `http://127.0.0.1:${proxy.port}`;
    const env = { HTTP_PROXY: url, http_proxy: url, HTTPS_PROXY: url, ALL_PROXY: url };
    expect(await sendFrom(env, `http://127.0.0.1:${tenant.port}/`)).toEqual([HELLO]);
    expect([...proxy.connects, ...proxy.seen]).toEqual([]);
  });

  it('trust no certificate that nobody vouches for', async () => {
    const tenant = await startCounted(certificate);
    const proxy = await startProxy(tenant.port);
    const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, NODE_EXTRA_CA_CERTS: '' };
    const [through, past] = await Promise.all([
      sendFrom(env, `https://${HIDDEN}/`),
      sendFrom({ NODE_EXTRA_CA_CERTS: '' }, `https://localhost:${tenant.port}/`),
    ]);
    expect([...through, ...past]).toEqual([
      { error: expect.stringContaining('SELF_SIGNED') },
      { error: expect.stringContaining('SELF_SIGNED') },
    ]);
    expect(tenant.seen).toEqual([]);
  });

  it.each([
    [403, 'it must allow this host'],
    [407, 'it wants credentials'],
    [502, 'it must allow this host'],
  ])('fail in the words of the proxy where it answers CONNECT with %i', async (status, advice) => {
    const proxy = await startRefusingProxy(status);
    const env = { HTTPS_PROXY: `http://user:secret@127.0.0.1:${proxy.port}` };
    const [outcome] = await sendFrom(env, `https://${HIDDEN}/`);
    expect(outcome).toEqual({ error: expect.stringContaining(`NoReply: the proxy 127.0.0.1:${proxy.port}`) });
    expect(outcome).toEqual({ error: expect.stringContaining(`CONNECT with ${status}): ${advice}`) });
    expect(JSON.stringify(outcome)).not.toContain('secret');
  });

  it('fail where the proxy is not there', async () => {
    const tenant = await startCounted(certificate);
    const env = { HTTPS_PROXY: 'http://127.0.0.1:1' };
    expect(await sendFrom(env, `https://localhost:${tenant.port}/`)).toEqual([
      { error: expect.stringContaining('ECONNREFUSED') },
    ]);
    expect(tenant.seen).toEqual([]);
  });
});
