// No secret of a run is in anything that the run leaves behind: every byte of its workspace, its temporary folder, the runner's files,
// its log but for the lines that have it masked, and all that GitHub received.
import { readFileSync, readdirSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort, json, raw, startServer } from '../cxone/local-tenant.ts';
import { type Estate, type Extra, openEstate, whenWritten } from '../e2e/estate.ts';
import { ruleText, version } from '../e2e/rules.ts';
import { pushEvent } from '../stand-in/events.ts';
import { type ActionRun, runAction } from '../stand-in/run-action.ts';
import { type Twist, startHostileTenant } from './hostile-server.ts';

/** With signs that every encoding writes in its own way. */
const SECRET = `c1ient/s3cret+with=odd&"signs" 100%('!`;
const KEY_SECRET = 'access-key s3cret/+?';
let estate: Estate;
let workspace: string;

beforeEach(async () => {
  estate = await openEstate();
  workspace = await mkdtemp(join(tmpdir(), 'workspace-'));
});

afterEach(async () => estate.close());

/** A secret in URLs: of some signs it is not said whether they are encoded, and a space may be a plus. */
function inUrls(secret: string): string[] {
  const strict = encodeURIComponent(secret).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return [encodeURIComponent(secret), strict, new URLSearchParams([['', secret]]).toString().slice(1)];
}

/** A secret as it may be written: as it is, in URLs, in JSON, in base64, as a part of a Basic header. */
function formsOf(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]).toString('base64');
    // The signs at both ends depend on the neighbours.
    return text.slice(offset === 0 ? 0 : offset + 1, -4);
  });
  return [secret, ...inUrls(secret), inJson, ...base64].filter((form) => form.length > 5);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** All that a run wrote, by where it is. */
function traces(run: ActionRun): Map<string, string> {
  const log = (text: string): string => text.replaceAll(/^::add-mask::.*$/gm, '');
  const found = new Map([
    ['stdout', log(run.stdout)],
    ['stderr', log(run.stderr)],
    ['GitHub', JSON.stringify([estate.github.requests(), estate.github.state()])],
  ]);
  for (const folder of [run.tempDir, workspace])
    for (const path of filesBelow(folder)) found.set(path, readFileSync(path, 'latin1'));
  return found;
}

function expectNoSecret(run: ActionRun, secrets: readonly string[]): void {
  const found = traces(run);
  expect(found.size).toBeGreaterThan(3);
  const leaks = secrets.flatMap((secret) =>
    formsOf(secret).flatMap((form) =>
      [...found].filter(([, text]) => text.includes(form)).map(([place]) => `${form} in ${place}`),
    ),
  );
  expect(leaks).toEqual([]);
}

async function push(url: string, extra: Extra = {}): Promise<ActionRun> {
  const sha = await estate.commit({ 'rules/a.json': ruleText('A') });
  const inputs = { 'tenant-url': url, 'client-secret': SECRET, ...extra.inputs };
  await estate.repository.checkout(sha, workspace);
  return estate.push(sha, { ...extra, inputs, workspace });
}

const BASIC = Buffer.from(`simulator-client:${inUrls(SECRET)[1]}`).toString('base64');
const GITHUB_TOKEN = 'workflow-token';

describe('a deployment', () => {
  it('masks each secret before its first use, and leaves none behind', async () => {
    const tenant = await startHostileTenant(() => {});
    const run = await push(tenant.url);
    expect(run.outputs.result).toBe('deployed');
    const masked = run.commands.filter(({ command }) => command === 'add-mask').map(({ message }) => message);
    expect(masked).toEqual(expect.arrayContaining([SECRET, GITHUB_TOKEN, ...tenant.tokens]));
    expectNoSecret(run, [SECRET, GITHUB_TOKEN, ...tenant.tokens]);
  });

  it('with Basic and an access key masks the value of the header too', async () => {
    const tenant = await startHostileTenant(() => {});
    await estate.commit({ 'env/api.json': JSON.stringify({ grant: 'password' }) });
    const inputs = { 'api-config': 'env/api.json', 'access-key-id': 'key', 'access-key-secret': KEY_SECRET };
    const run = await push(tenant.url, { inputs });
    expect(run.outputs.result).toBe('deployed');
    const header = tenant.seen.find(({ path }) => path === '/oauth/token')?.headers.authorization ?? '';
    const masked = run.commands.filter(({ command }) => command === 'add-mask').map(({ message }) => message);
    expect(masked).toEqual(expect.arrayContaining([SECRET, KEY_SECRET, header.replace('Basic ', '')]));
    expectNoSecret(run, [SECRET, KEY_SECRET, header.replace('Basic ', ''), ...tenant.tokens]);
  });
});

/** What a tenant may repeat: the header, the body of the token request, with signs escaped or not. */
const echo = ({ headers }: { headers: { authorization?: string | undefined } }): string =>
  `bad header ${headers.authorization ?? ''}, client ${SECRET}, ${inUrls(SECRET).join(', ')}, ${BASIC}`;

/** A text as JSON may write it too: each sign by its number. */
const escapeAll = (text: string): string =>
  text.replaceAll(/./g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

const isFlows = (path: string): boolean => path.startsWith('/api/v2/ivr/flows');

const ECHOES: readonly (readonly [string, Twist])[] = [
  [
    'in the message of a 400',
    (seen, response) => {
      if (seen.method !== 'POST' || seen.path !== '/api/v2/ivr/flows') return false;
      json(response, 400, { message: echo(seen), errors: [{ path: SECRET, [echo(seen)]: echo(seen) }] });
      return true;
    },
  ],
  [
    'in the message of a 403',
    (seen, response) => {
      if (!isFlows(seen.path)) return false;
      json(response, 403, { message: echo(seen) });
      return true;
    },
  ],
  [
    'across the place where a message is cut',
    (seen, response) => {
      if (seen.method !== 'POST' || seen.path !== '/api/v2/ivr/flows') return false;
      json(response, 400, { message: `${'x'.repeat(280)}${seen.headers.authorization}` });
      return true;
    },
  ],
  [
    'with every sign escaped',
    (seen, response) => {
      if (seen.method !== 'POST' || seen.path !== '/api/v2/ivr/flows') return false;
      raw(response, 400, `{"message": "${escapeAll(echo(seen))}"}`, { 'content-type': 'application/json' });
      return true;
    },
  ],
  [
    'with every sign escaped, beside nesting that is deeper than any stack',
    (seen, response) => {
      if (seen.method !== 'POST' || seen.path !== '/api/v2/ivr/flows') return false;
      const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
      const text = `{"message": "${escapeAll(echo(seen))}", "deep": ${deep}}`;
      raw(response, 400, text, { 'content-type': 'application/json' });
      return true;
    },
  ],
  [
    'in headers',
    (seen, response, token) => {
      if (!isFlows(seen.path)) return false;
      raw(response, 500, 'no JSON', { 'content-type': `x/${token}`, 'x-request-id': token });
      return true;
    },
  ],
  [
    'in the errors of a validation',
    (seen, response) => {
      if (!seen.path.endsWith('/validate')) return false;
      const errors = [{ path: '/nodes/0', message: echo(seen) }, { oddly: echo(seen) }];
      json(response, 200, { status: 'INVALID', errors });
      return true;
    },
  ],
  [
    'in the name and dates of a flow',
    (seen, response) => {
      if (seen.method !== 'GET' || !/\/flows(\?|$)/.test(seen.path)) return false;
      const flow = { id: 'f1', name: 'A', status: 'ACTIVE', campaignId: echo(seen), nodes: [] };
      const entities = [
        { ...flow, expirationDate: echo(seen) },
        { ...flow, id: 'f2', name: echo(seen) },
      ];
      json(response, 200, { entities });
      return true;
    },
  ],
  [
    'as an unknown state',
    (seen, response) => {
      if (seen.method !== 'GET' || !isFlows(seen.path)) return false;
      json(response, 200, { entities: [{ id: 'f1', name: 'A', status: seen.headers.authorization }] });
      return true;
    },
  ],
  [
    'as the id of a new flow',
    (seen, response, token) => {
      if (seen.method !== 'POST' || seen.path !== '/api/v2/ivr/flows') return false;
      json(response, 201, { ...(JSON.parse(seen.body) as object), id: token, status: 'DRAFT' });
      return true;
    },
  ],
  [
    'where it refuses the credentials',
    (seen, response) => {
      if (seen.path !== '/oauth/token') return false;
      json(response, 401, { error: 'invalid_client', message: echo(seen), error_description: SECRET });
      return true;
    },
  ],
];

describe('a tenant that repeats secrets', () => {
  it.each(ECHOES)('%s puts them nowhere', async (_name, twist) => {
    const tenant = await startHostileTenant(twist);
    const run = await push(tenant.url, { inputs: { 'request-timeout': '3' } });
    expect(run.exitCode).not.toBeNull();
    expectNoSecret(run, [SECRET, GITHUB_TOKEN, BASIC, ...tenant.tokens]);
  });

  it('still says the rest of its message', async () => {
    const tenant = await startHostileTenant(ECHOES[0]?.[1] ?? (() => {}));
    const run = await push(tenant.url);
    expect(run.stdout).toContain('bad header Bearer ***, client ***');
  });

  it('as the word of a refusal, which is all small letters', async () => {
    const secret = 'correcthorsebatterystaple';
    const tenant = await startHostileTenant((seen, response) => {
      if (seen.path !== '/oauth/token') return false;
      json(response, 401, { error: secret });
      return true;
    });
    const run = await push(tenant.url, { inputs: { 'client-secret': secret } });
    expect(run.outputs.reason).toBe('auth');
    expectNoSecret(run, [secret]);
  });
});

describe('a run that fails', () => {
  it('because the tenant redirects sends no token and no secret after it', async () => {
    const elsewhere = await startServer((_seen, response) => json(response, 200, {}));
    for (const path of ['/oauth/token', '/api/v2/ivr/flows']) {
      for (const status of [301, 302, 303, 307, 308]) {
        const tenant = await startHostileTenant((seen, response) => {
          if (!seen.path.startsWith(path)) return false;
          response.writeHead(status, { location: `${elsewhere.url}${seen.path}` }).end();
          return true;
        });
        const run = await push(tenant.url);
        expect(run.exitCode).toBe(1);
        expectNoSecret(run, [SECRET, ...tenant.tokens]);
      }
    }
    expect(elsewhere.seen).toEqual([]);
  }, 60_000);

  it('because nobody answers', async () => {
    const tenant = await startHostileTenant(({ path }) => path !== '/oauth/token');
    const run = await push(tenant.url, { inputs: { 'request-timeout': '0.2', 'compile-timeout': '1' } });
    expect(run.exitCode).toBe(1);
    expectNoSecret(run, [SECRET, ...tenant.tokens]);
  });

  it('because its proxy is not there, or its address is wrong', async () => {
    const port = await freePort();
    for (const proxy of [
      `http://me:pr0xy-pass@127.0.0.1:${port}`,
      'http://me:pr0xy-pass%@127.0.0.1:1',
      'me:pr0xy-pass@',
    ]) {
      const run = await push('https://tenant.invalid', { env: { HTTPS_PROXY: proxy } });
      expect(run.exitCode).toBe(1);
      expect(run.stdout).toContain('HTTPS_PROXY');
      expect(run.stdout).not.toContain('this is a bug');
      expectNoSecret(run, [SECRET, 'pr0xy-pass']);
    }
  });

  it.each([
    ['tenant-url', 'http://tenant.example'],
    ['tenant-url', 'https://user:h1dden-pass@tenant.example'],
    ['tenant-url', 'http://user:h1dden-pass@tenant.example/x?y'],
    ['tenant-url', 'https:user:h1dden-pass@tenant.example'],
    ['tenant-url', 'https://tenant.example/?key=h1dden-pass'],
    ['webhook-url', 'https://user:h1dden-pass@hooks.example/'],
    ['webhook-url', 'http://hooks.example/?key=h1dden-pass'],
  ])('because of input %s %s repeats nothing of what may be secret in it', async (name, value) => {
    const run = await push('https://tenant.example', { inputs: { [name]: value } });
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'input' });
    expectNoSecret(run, [SECRET, 'h1dden-pass']);
  });

  it('because it was killed, and its post step', async () => {
    const sha = await estate.commit({ 'rules/a.json': version('A', 'x') });
    const killed = await estate.push(sha, {
      signalOn: { signal: 'SIGKILL', when: whenWritten(estate.tenant, 1) },
    });
    const { state, tempDir } = killed;
    const event = pushEvent({ fullName: estate.github.fullName, after: sha });
    const rest = { github: estate.github, workspace: tempDir, inputs: estate.credentials, state, tempDir };
    const post = await runAction({ ...event, ...rest, entry: 'post' });
    for (const run of [killed, post]) expectNoSecret(run, ['simulator-secret', GITHUB_TOKEN]);
  });
});
