// Nobody but the action itself commands the runner: not by a rule, a file's name, a branch, a tenant's reply or one of GitHub's.
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json } from '../cxone/local-tenant.ts';
import { type Estate, openEstate } from '../e2e/estate.ts';
import { ruleText } from '../e2e/rules.ts';
import { parseCommands } from '../stand-in/annotations.ts';
import type { ActionRun } from '../stand-in/run-action.ts';
import { CHECKS } from '../../src/lint/registry.ts';
import { OUTPUTS } from '../../src/runner/publish.ts';
import { type Twist, startHostileTenant } from './hostile-server.ts';
import { runStrangersPull } from './strangers-pull.ts';

/** What would command a runner, each in its own way; WORD would stand at the start of what was forged. */
const WORD = 'FORGED';
const FORGERIES: readonly string[] = [
  `::error::${WORD}`,
  `x\n::set-output name=result::${WORD}`,
  `x\r::save-state name=journal::${WORD}`,
  `x\r\n  ::add-mask::${WORD}`,
  `x\u2028::error::${WORD}`,
  `x\u2029::error::${WORD}`,
  `x\u0085::error::${WORD}`,
  `x\u000b::error::${WORD}`,
  `x ##[error]${WORD}`,
  `##[set-output name=result;]${WORD}`,
  `x%0A::error::${WORD}`,
  `x%0D%0A::error::${WORD}%25`,
  `\u001b[2K\u001b[1G::error::${WORD}`,
  `\u001b]0;${WORD}\u0007::error::${WORD}`,
  `::stop-commands::${WORD}`,
  `::debug::${WORD}`,
  `\ufeff::error::${WORD}`,
  `\u200b::error::${WORD}`,
  `\u00a0::error::${WORD}`,
  `\u3000::error::${WORD}`,
  `x\nresult=${WORD}\njournal=${WORD}`,
  `x\nghadelimiter_00000000-0000-4000-8000-000000000000\nresult<<x\n${WORD}\nx`,
  `\`\`\`\n::error::${WORD}`,
];
const ALL = FORGERIES.join('\n');
/** Those that would begin another output in the file of outputs. */
const ASSIGNMENTS = FORGERIES.filter((text) => text.includes('\nresult'));

const OWN_COMMANDS: ReadonlySet<string> = new Set(['add-mask', 'debug', 'warning', 'error', 'notice']);
const TITLES: ReadonlySet<string> = new Set(['tenant', ...CHECKS.map(({ id }) => id)]);
/** What a terminal or a reader of lines takes for more than a sign; the log's own lines end in \n. */
const ODD = /[^\P{C}\n\t\u200b\ufffd\u200c\u200d]|[\u2028\u2029\r]/u;

let estate: Estate;

beforeEach(async () => {
  estate = await openEstate();
});

afterEach(async () => estate.close());

function expectNoForgery(run: ActionRun): void {
  for (const printed of [run.stdout, run.stderr]) {
    // A path is a property: it stands behind the command, where it can begin none.
    const words = printed.replaceAll(/^::(?:error|warning|notice) [^\n]*?::/gm, '');
    expect(words).not.toContain('##[');
    expect(ODD.exec(words)).toBeNull();
    for (const { command, message, properties } of parseCommands(printed)) {
      expect(OWN_COMMANDS).toContain(command);
      expect(message).not.toMatch(/^FORGED/);
      if (properties.title !== undefined) expect(TITLES).toContain(properties.title);
    }
  }
  expect(run.stderr).toBe('');
  const names = Object.keys(run.outputs);
  expect(names.filter((name) => !OUTPUTS.some((known) => known === name))).toEqual([]);
  expect(run.outputs.result ?? '').not.toContain(WORD);
  expect(Object.keys(run.state).filter((name) => name !== 'journal' && name !== 'record')).toEqual([]);
  expect(run.state.journal ?? '').toMatch(/^(journal-[0-9a-f-]{36}\.jsonl)?$/);
  const folder = readdirSync(run.tempDir).find((name) => name.startsWith('_runner_file_commands_')) ?? '';
  for (const name of ['github_env', 'github_path'])
    expect(readFileSync(join(run.tempDir, folder, name), 'utf8')).toBe('');
}

/** A rule with a text in every field that takes one, and with findings that tell of them. */
function hostileRule(text: string): string {
  const rule = {
    name: text,
    campaignId: text,
    nodes: [
      {
        id: text,
        type: 'greeting',
        mediaAssetId: text,
        transitions: [
          { condition: text, target: `${text}?` },
          { condition: text, target: text },
          { condition: 'press_x', target: `2${text}` },
        ],
      },
      { id: `2${text}`, type: 'dtmf', mediaAssetId: text, transitions: [] },
      { id: `3${text}`, type: text, transitions: [] },
      { id: text, type: 'hangup' },
    ],
    fallbackAction: { type: 'transfer', target: text },
    effectiveDate: text,
    [text]: text,
  };
  return JSON.stringify(rule, null, 1);
}

/** The same without the shape's mistakes, so that the later checks see it. */
function readableRule(text: string): string {
  return ruleText(text, (rule) => {
    const [root] = rule.nodes;
    root.id = text;
    root.mediaAssetId = text;
    root.transitions = [
      { condition: text, target: text },
      { condition: text, target: 'sales' },
      { condition: 'press_1', target: `${text}?` },
    ];
    rule.campaignId = text;
    rule.fallbackAction = { type: 'queue', target: text };
  });
}

const pathTest = (text: string): string =>
  JSON.stringify({ rule: text, tests: [{ name: text, caller: [text], endsAt: text, hears: [text] }] });

describe('a pull request', () => {
  beforeEach(async () => {
    await estate.commit({ 'rules/a.json': ruleText('A') });
  });

  it.each(FORGERIES)('with %j in every field of its files and in their names', async (text) => {
    const name = text.replaceAll('/', '_');
    const files = {
      [`rules/${name}.json`]: hostileRule(text),
      [`rules/${name}2.json`]: readableRule(text),
      [`rules/${name}3.json`]: `{"name": ${text}`,
      [`rules/${name}.test.json`]: pathTest(text),
      'rules/old.json': { mode: '120000', content: `/${text}` } as const,
    };
    const run = await runStrangersPull(estate, { files });
    expect(run.outputs).toMatchObject({ result: 'failed', reason: 'lint' });
    expect(run.annotations.length).toBeGreaterThan(5);
    expectNoForgery(run);
  });

  it('with all of them in a config, an id map, an API config, a branch and the names that GitHub gives', async () => {
    const configs = [
      { 'cxone-rules.config.json': ALL },
      {
        'cxone-rules.config.json': JSON.stringify({
          checks: { [ALL]: ALL },
          suppressions: [{ check: ALL, reason: ALL }],
        }),
      },
      { 'map.json': JSON.stringify({ campaigns: { [ALL]: ALL }, [ALL]: 1 }) },
      { 'api.json': JSON.stringify({ tokenUrl: ALL, paths: { [ALL]: ALL, listFlows: ALL } }) },
    ];
    for (const files of configs) {
      const inputs = {
        ...estate.credentials,
        command: 'lint',
        ...('map.json' in files ? { 'id-map': 'map.json' } : {}),
        ...('api.json' in files ? { 'api-config': 'api.json' } : {}),
      };
      const env = { GITHUB_HEAD_REF: ALL, GITHUB_ACTOR: ALL, GITHUB_REF_NAME: ALL, GITHUB_WORKFLOW: ALL };
      const run = await runStrangersPull(estate, { files, extra: { inputs, env } });
      expect(run.outputs).toMatchObject({ result: 'failed', reason: 'input' });
      expectNoForgery(run);
    }
  });

  it.each(['rollback-to', 'only', 'rules', 'config', 'tenant-url', 'report-dir', 'command', 'webhook-url'])(
    'whose words a workflow puts into input %s',
    async (name) => {
      const sha = await estate.commit({ 'rules/a.json': ruleText('A') });
      const command = name === 'rollback-to' ? { command: 'rollback' } : {};
      for (const text of [ALL, FORGERIES[0] ?? '', ...ASSIGNMENTS])
        expectNoForgery(await estate.push(sha, { inputs: { ...command, [name]: text } }));
    },
  );
});

const isList = ({ method, path }: { method: string; path: string }): boolean =>
  method === 'GET' && /^\/api\/v2\/ivr\/flows(\?|$)/.test(path);
/** The tenants that were busy once. */
const busy = new Set<string | undefined>();
const hostile = {
  message: ALL,
  errors: FORGERIES.map((text) => ({ path: text, message: text, [text]: text })),
};

const REPLIES: readonly (readonly [string, Twist])[] = [
  [
    'refuses the credentials',
    ({ path }, reply) => path === '/oauth/token' && (json(reply, 401, { error: ALL, ...hostile }), true),
  ],
  [
    'gives strange scopes',
    ({ path }, reply) =>
      path === '/oauth/token' && (json(reply, 200, { access_token: 'token-of-tests', scope: ALL }), true),
  ],
  ['lacks a scope', (seen, reply) => isList(seen) && (json(reply, 403, hostile), true)],
  [
    'is busy at first',
    (seen, reply) => {
      if (!isList(seen) || busy.has(reply.req.headers.host)) return false;
      busy.add(reply.req.headers.host);
      json(reply, 503, hostile, { 'retry-after': '0' });
      return true;
    },
  ],
  [
    'fails to create',
    ({ method, path }, reply) =>
      method === 'POST' && path.endsWith('/flows') && (json(reply, 422, hostile), true),
  ],
  [
    'finds a flow invalid',
    ({ path }, reply) =>
      path.endsWith('/validate') && (json(reply, 200, { status: 'INVALID', ...hostile }), true),
  ],
  [
    'cannot compile',
    ({ path }, reply) =>
      /\/(compile|status)$/.test(path) && (json(reply, 200, { status: 'FAILED', ...hostile }), true),
  ],
  [
    'knows another verdict',
    ({ path }, reply) => path.endsWith('/validate') && (json(reply, 200, { status: ALL }), true),
  ],
  [
    'has flows of such names',
    (seen, reply) =>
      isList(seen) &&
      (json(reply, 200, {
        entities: FORGERIES.map((name, id) => ({ id: `${id}${name}`.slice(0, 200), name, status: 'ACTIVE' })),
      }),
      true),
  ],
  [
    'has flows in such states',
    (seen, reply) =>
      isList(seen) && (json(reply, 200, { entities: [{ id: 'a', name: 'A', status: ALL }] }), true),
  ],
  [
    'has flows of such ids',
    (seen, reply) =>
      isList(seen) &&
      (json(reply, 200, { entities: [{ id: FORGERIES[1], name: 'A', status: 'ACTIVE', nodes: [] }] }), true),
  ],
  [
    'has such page tokens',
    (seen, reply) => isList(seen) && (json(reply, 200, { entities: [], nextPageToken: ALL }), true),
  ],
];

describe('a tenant', () => {
  it.each(REPLIES)('that %s', async (_name, twist) => {
    const tenant = await startHostileTenant(twist);
    const sha = await estate.commit({ 'rules/a.json': ruleText('A') });
    expectNoForgery(await estate.push(sha, { inputs: { 'tenant-url': tenant.url } }));
  });

  it('that gives a new flow such an id: it is deployed, and its id is one output', async () => {
    const id = FORGERIES[1] ?? '';
    let made: object = {};
    const tenant = await startHostileTenant(({ method, path, body }, reply) => {
      const isMade = path.includes(encodeURIComponent(id));
      if (method === 'POST' && path.endsWith('/flows'))
        json(reply, 201, (made = { ...JSON.parse(body), id, status: 'DRAFT' }));
      else if (isMade && path.endsWith('/validate')) json(reply, 200, { status: 'VALID' });
      else if (isMade && /\/(compile|status)$/.test(path)) json(reply, 200, { status: 'COMPILED' });
      else if (isMade)
        json(reply, 200, (made = { ...made, ...(method === 'PATCH' ? JSON.parse(body) : {}) }));
      else return false;
      return true;
    });
    const sha = await estate.commit({ 'rules/a.json': ruleText('A') });
    const run = await estate.push(sha, { inputs: { 'tenant-url': tenant.url } });
    expect(run.outputs.result).toBe('deployed');
    expect(JSON.parse(run.outputs['flow-ids'] ?? '')).toEqual({ A: id });
    expectNoForgery(run);
  });
});

describe('GitHub, or what stands before it,', () => {
  const PLACES = [
    ['GET', '/repos/{owner}/{repo}/deployments'],
    ['POST', '/repos/{owner}/{repo}/deployments'],
    ['POST', '/repos/{owner}/{repo}/deployments/{deployment_id}/statuses'],
    ['POST', '/repos/{owner}/{repo}/statuses/{sha}'],
  ] as const;

  it.each(PLACES.flatMap(([method, path]) => [403, 422].map((status) => [method, path, status] as const)))(
    'that answers %s %s with %i and such a message',
    async (method, path, status) => {
      const sha = await estate.commit({ 'rules/a.json': ruleText('A') });
      estate.github.orderFault({ method, path, times: 9, fault: { kind: 'status', status, message: ALL } });
      expectNoForgery(await estate.push(sha));
    },
  );
});

/** Throws where nothing can catch it, once the process has said what it does then. */
const THROWS = `process.on('newListener', (name) => {
  if (name === 'uncaughtException') setImmediate(() => { throw new Error(${JSON.stringify(ALL)}); });
});`;

it.each([
  ['index', 1],
  ['post', 0],
] as const)('an error that nothing catches commands nothing: %s', async (entry, exitCode) => {
  const script = join(mkdtempSync(join(tmpdir(), 'throws-')), 'throws.mjs');
  writeFileSync(script, THROWS);
  const sha = await estate.commit({ 'rules/a.json': ruleText('A') });
  const run = await estate.push(sha, {
    entry,
    env: { NODE_OPTIONS: `--import=${pathToFileURL(script).href}` },
  });
  expect([run.exitCode, run.stderr]).toEqual([exitCode, '']);
  expect(run.annotations.some(({ message }) => message.includes(WORD))).toBe(true);
  expectNoForgery(run);
});
