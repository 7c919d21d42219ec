import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { resumeJournal } from '../../src/transaction/journal.ts';
import type { Leftover } from '../../src/transaction/outcome.ts';
import { runTransaction } from '../../src/transaction/run-transaction.ts';
import { mendingCommand, settleUntouched, undoAll } from '../../src/transaction/undo.ts';
import type { UndoEntry } from '../../src/transaction/undo-entry.ts';
import { day, requestOf, ruleOf } from '../plan/sample.ts';
import { takeToken } from '../simulator/tenant-client.ts';
import {
  BEFORE,
  type Estate,
  FLOW,
  FLOWS,
  contextOf,
  openEstate,
  planDesired,
  planFor,
  seedFlow,
  tapTenant,
  tellFlows,
} from './estate.ts';

const DELETION: UndoEntry = {
  kind: 'delete',
  name: 'New',
  payloadHash: ruleOf('New').payloadHash,
  flowId: null,
  knownIds: [],
};
const RESTORE: UndoEntry = {
  kind: 'restore',
  name: 'Sales',
  flowId: 'flow-1',
  status: 'ACTIVE',
  effectiveDate: null,
  expirationDate: day(3),
};

describe('undoing', () => {
  it('is done once: what is undone already changes nothing', async () => {
    const estate = await openEstate({ flows: BEFORE });
    const plan = await planDesired(estate);
    const before = tellFlows(estate.simulator.state());
    const context = contextOf(estate);
    await runTransaction(plan, context);
    const undoContext = { ...context, tenant: estate.undoTenant };
    const copy = resumeJournal(context.lines.join(''), () => {});
    expect(await undoAll(undoContext)).toEqual({ undone: 9, left: [] });
    expect(tellFlows(estate.simulator.state())).toEqual(before);
    expect(await undoAll(undoContext)).toEqual({ undone: 0, left: [] });
    expect(await undoAll({ ...undoContext, journal: copy })).toEqual({ undone: 9, left: [] });
    expect(tellFlows(estate.simulator.state())).toEqual(before);
  });

  it('goes on where one part fails, and tells what is left', async () => {
    const estate = await openEstate({ flows: BEFORE });
    const plan = await planDesired(estate);
    const before = tellFlows(estate.simulator.state());
    const { simulator } = estate;
    // The removal is the last of all, so it has happened when it is read back.
    simulator.orderFault({ match: { method: 'GET', path: `${FLOWS}/gone-1` }, kind: '404', when: 'before' });
    const patch = { method: 'PATCH', path: `${FLOWS}/gone-1`, nth: 2, times: 0 };
    simulator.orderFault({ match: patch, kind: '500', when: 'before' });
    const context = contextOf(estate);
    const outcome = await runTransaction(plan, context);
    expect(outcome).toMatchObject({
      kind: 'undo-failed',
      undone: 8,
      failure: { reason: 'tenant' },
      left: [{ entry: { kind: 'restore', flowId: 'gone-1', status: 'ACTIVE' } }],
    });
    const wrong = tellFlows(simulator.state()).filter((line) => !before.includes(line));
    expect(wrong).toEqual(['gone-1 Gone INACTIVE - - hello']);
    expect(context.journal.open()).toMatchObject([{ entry: { flowId: 'gone-1' } }]);
    simulator.clearFaults();
    const later = resumeJournal(context.lines.join(''), () => {});
    expect(await undoAll({ ...context, journal: later, tenant: estate.undoTenant })).toEqual({
      undone: 1,
      left: [],
    });
    expect(tellFlows(simulator.state())).toEqual(before);
  });

  it('takes out of force what must be, to delete it', async () => {
    const estate = await openEstate({ flows: [seedFlow('made', ruleOf('New'))] });
    const context = contextOf(estate);
    context.journal.register({ ...DELETION, flowId: 'made' });
    expect(await undoAll({ ...context, tenant: estate.undoTenant })).toEqual({ undone: 1, left: [] });
    expect(estate.simulator.state().flows).toEqual([]);
    expect(context.events).toEqual([
      { action: 'UNDO', flowId: 'made', ruleName: 'New', payloadHash: ruleOf('New').payloadHash },
    ]);
  });

  it.each([
    ['after', { undone: 1 }, []],
    ['before', { undone: 0 }, ['made New ACTIVE - - hello']],
  ] as const)('looks whether a lost reply took it out of force (%s)', async (when, undone, flows) => {
    const estate = await openEstate({ flows: [seedFlow('made', ruleOf('New'))] });
    estate.simulator.orderFault({ match: { method: 'PATCH', path: FLOW, times: 0 }, kind: '500', when });
    const context = contextOf(estate);
    context.journal.register({ ...DELETION, flowId: 'made' });
    const { left, ...rest } = await undoAll({ ...context, tenant: estate.undoTenant });
    expect(rest).toEqual(undone);
    expect(tellFlows(estate.simulator.state())).toEqual(flows);
    expect(left.map(({ message }) => message)).toEqual(
      flows.map(() => expect.stringMatching(/^PATCH .*500/)),
    );
  });

  it('tells of what is put in force again and again, and deletes nothing', async () => {
    const estate = await openEstate({ flows: [seedFlow('made', ruleOf('New'))] });
    const { simulator } = estate;
    const context = contextOf(estate);
    context.journal.register({ ...DELETION, flowId: 'made' });
    const tenant = tapTenant(estate.undoTenant, {
      after: (call) => {
        if (call === 'patchFlow') simulator.edit({ flowId: 'made', changes: { status: 'ACTIVE' } });
      },
    });
    const { undone, left } = await undoAll({ ...context, tenant });
    expect([undone, left.map(({ message }) => message)]).toEqual([
      0,
      ['flow made is still ACTIVE and cannot be deleted'],
    ]);
    expect(tellFlows(simulator.state())).toEqual(['made New ACTIVE - - hello']);
    expect(context.events).toEqual([]);
  });

  it('says why what is in force could not be taken out of force', async () => {
    const estate = await openEstate({ flows: [seedFlow('made', ruleOf('New'))] });
    estate.simulator.orderFault({ match: { method: 'PATCH', times: 0 }, kind: '403', when: 'before' });
    const context = contextOf(estate);
    context.journal.register({ ...DELETION, flowId: 'made' });
    const { left } = await undoAll({ ...context, tenant: estate.undoTenant });
    expect(left.map(({ message }) => message)).toEqual([expect.stringContaining('403')]);
  });

  it.each([
    ['a deletion', 'DELETE', { ...DELETION, flowId: 'made' }, []],
    [
      'a restoration',
      'PATCH',
      { ...RESTORE, name: 'New', flowId: 'made' },
      [`made New ACTIVE - ${day(3)} hello`],
    ],
  ] as const)('takes %s for done that was refused and happened', async (_case, method, entry, flows) => {
    const estate = await openEstate({ flows: [seedFlow('made', ruleOf('New'), 'INACTIVE')] });
    estate.simulator.orderFault({ match: { method, times: 0 }, kind: '403', when: 'after' });
    const context = contextOf(estate);
    context.journal.register(entry);
    expect(await undoAll({ ...context, tenant: estate.undoTenant })).toEqual({ undone: 1, left: [] });
    expect(tellFlows(estate.simulator.state())).toEqual(flows);
  });

  it.each([
    ['a deletion', 'DELETE', { ...DELETION, flowId: 'made' }],
    ['a restoration', 'PATCH', { ...RESTORE, name: 'New', flowId: 'made' }],
  ] as const)('takes %s for undone no more than it can see', async (_case, method, entry) => {
    const estate = await openEstate({ flows: [seedFlow('made', ruleOf('New'), 'INACTIVE')] });
    const { simulator } = estate;
    simulator.orderFault({ match: { method, times: 0 }, kind: '403', when: 'before' });
    simulator.orderFault({ match: { method: 'GET', path: FLOW, times: 0 }, kind: '403', when: 'before' });
    const context = contextOf(estate);
    context.journal.register(entry);
    const { undone, left } = await undoAll({ ...context, tenant: estate.undoTenant });
    expect([undone, left.map(({ message }) => message)]).toEqual([0, [expect.stringContaining(method)]]);
    expect(context.journal.open()).toHaveLength(1);
  });

  it('tells the audit log of what it restores', async () => {
    const estate = await openEstate({ flows: [seedFlow('flow-1', ruleOf('Sales'), 'INACTIVE')] });
    const context = contextOf(estate);
    context.journal.register(RESTORE);
    await undoAll({ ...context, tenant: estate.undoTenant });
    expect(context.events).toEqual([
      { action: 'UNDO', flowId: 'flow-1', ruleName: 'Sales', payloadHash: null },
    ]);
  });

  it('deletes what it made, even where it holds another content by now', async () => {
    const edited = ruleOf('New', { media: 'other' });
    const estate = await openEstate({ flows: [seedFlow('made', edited, 'DRAFT')] });
    const context = contextOf(estate);
    context.journal.register({ ...DELETION, flowId: 'made' });
    expect(await undoAll({ ...context, tenant: estate.undoTenant })).toEqual({ undone: 1, left: [] });
    expect(estate.simulator.state().flows).toEqual([]);
  });

  it('takes what is gone already for deleted', async () => {
    const estate = await openEstate();
    const context = contextOf(estate);
    context.journal.register({ ...DELETION, flowId: 'gone' });
    expect(await undoAll({ ...context, tenant: estate.undoTenant })).toEqual({ undone: 1, left: [] });
  });

  it('finds by name and content what has no id, and spares what was there before', async () => {
    const rule = ruleOf('New');
    const flows = [
      seedFlow('known', rule, 'DRAFT'),
      seedFlow('lost', rule, 'DRAFT'),
      seedFlow('other', ruleOf('New', { media: 'other' }), 'DRAFT'),
    ];
    const estate = await openEstate({ flows });
    const context = contextOf(estate);
    context.journal.register({ ...DELETION, knownIds: ['known'] });
    expect(await undoAll({ ...context, tenant: estate.undoTenant })).toEqual({ undone: 1, left: [] });
    expect(tellFlows(estate.simulator.state())).toEqual([
      'known New DRAFT - - hello',
      'other New DRAFT - - other',
    ]);
  });

  it('says that nothing was touched where nothing was created', async () => {
    const estate = await openEstate();
    const context = contextOf(estate);
    context.journal.register(DELETION);
    expect(await undoAll({ ...context, tenant: estate.undoTenant })).toEqual({ undone: 1, left: [] });
    expect(context.events).toEqual([]);
  });

  it('goes on after the run is cancelled', async () => {
    const estate = await openEstate({ flows: [seedFlow('made', ruleOf('New'), 'DRAFT')] });
    const context = contextOf(estate);
    context.journal.register({ ...DELETION, flowId: 'made' });
    const twice = { method: 'DELETE', path: FLOW, times: 2 };
    estate.simulator.orderFault({ match: twice, kind: '503', when: 'before' });
    estate.cancel.abort();
    expect(await undoAll({ ...context, tenant: estate.undoTenant })).toEqual({ undone: 1, left: [] });
  });
});

describe('a version that cannot be restored', () => {
  const made = { ...DELETION, flowId: 'made' };
  const taken: UndoEntry = { ...RESTORE, name: 'New', flowId: 'taken', status: 'INACTIVE' };
  const old: UndoEntry = { ...RESTORE, name: 'New', flowId: 'old' };
  const KEPT = 'kept, since the version before it could not be restored';

  async function undoWithout(flowId: string, entries: readonly UndoEntry[]): Promise<[string[], string[]]> {
    const flows = [
      seedFlow('made', ruleOf('New')),
      seedFlow('taken', ruleOf('New', { media: 'third' })),
      seedFlow('old', ruleOf('New', { media: 'other' }), 'INACTIVE'),
      seedFlow('flow-1', ruleOf('Sales'), 'INACTIVE'),
    ];
    const estate = await openEstate({ flows });
    const match = { method: 'PATCH', path: `${FLOWS}/${flowId}`, times: 0 };
    estate.simulator.orderFault({ match, kind: '403', when: 'before' });
    const context = contextOf(estate);
    for (const entry of entries) context.journal.register(entry);
    const { left } = await undoAll({ ...context, tenant: estate.undoTenant });
    expect(left.map(({ mend, entry }) => mend === mendingCommand(entry))).toEqual(left.map(() => true));
    const states = estate.simulator.state().flows.map(({ id, status }) => `${id} ${status}`);
    return [
      left.map(({ entry, message }) => `${entry.flowId} ${message === KEPT ? 'kept' : 'failed'}`),
      states.toSorted(),
    ];
  }

  it('leaves its callers the new one, and what was taken up again, until a person has looked', async () => {
    expect(await undoWithout('old', [RESTORE, made, taken, old])).toEqual([
      ['old failed', 'taken kept', 'made kept'],
      ['flow-1 ACTIVE', 'made ACTIVE', 'old INACTIVE', 'taken ACTIVE'],
    ]);
  });

  it('keeps nothing in force where it was idle before', async () => {
    expect(await undoWithout('taken', [made, old, taken])).toEqual([
      ['taken failed'],
      ['flow-1 INACTIVE', 'old ACTIVE', 'taken ACTIVE'],
    ]);
  });

  it('holds up no other version that was in force before', async () => {
    expect(await undoWithout('old', [{ ...taken, status: 'ACTIVE' }, old])).toEqual([
      ['old failed'],
      ['flow-1 INACTIVE', 'made ACTIVE', 'old INACTIVE', 'taken ACTIVE'],
    ]);
  });

  it('holds up no other rule', async () => {
    expect(await undoWithout('flow-1', [made, taken, old, RESTORE])).toEqual([
      ['flow-1 failed'],
      ['flow-1 INACTIVE', 'old ACTIVE', 'taken INACTIVE'],
    ]);
  });
});

describe('settleUntouched', () => {
  const flows = [seedFlow('flow-1', ruleOf('Sales', { expirationDate: day(3) }))];
  const retired: UndoEntry = { ...RESTORE, status: 'INACTIVE' };

  it.each<[string, readonly UndoEntry[], readonly UndoEntry[]]>([
    ['settles a creation that made nothing, and a change that changed nothing', [DELETION, RESTORE], []],
    ['leaves open what was changed', [retired, DELETION], [retired]],
  ])('%s', async (_case, entries, open) => {
    const estate = await openEstate({ flows });
    const context = contextOf(estate);
    for (const entry of entries) context.journal.register(entry);
    expect(await settleUntouched({ ...context, tenant: estate.undoTenant })).toBe(open.length > 0);
    expect(context.journal.open().map(({ entry }) => entry)).toEqual(open);
    expect(context.events).toEqual([]);
  });

  it('leaves open what it cannot see', async () => {
    const estate = await openEstate({ flows });
    estate.simulator.orderFault({ match: { method: 'GET', times: 0 }, kind: '403', when: 'before' });
    const context = contextOf(estate);
    for (const entry of [DELETION, RESTORE]) context.journal.register(entry);
    expect(await settleUntouched({ ...context, tenant: estate.undoTenant })).toBe(true);
    expect(context.journal.open()).toHaveLength(2);
  });
});

// ------------------------------------------------------------------------------------- mending commands

/** Stands in for curl, so that a command is tried as a shell reads it. It prints the reply. */
const CURL = `#!/usr/bin/env node
const given = process.argv.slice(2);
const headers = [];
let method = 'GET', body, url;
while (given.length > 0) {
  const next = given.shift();
  if (next === '-X') method = given.shift();
  else if (next === '-H') headers.push(given.shift().split(/: (.*)/).slice(0, 2));
  else if (next === '-d') body = given.shift();
  else if (url === undefined) url = next;
  else throw new Error('unexpected ' + next);
}
const reply = await fetch(url, { method, headers, body });
console.log(reply.status, await reply.text());
`;

async function runInShell({ simulator }: Estate, command: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'curl-'));
  onTestFinished(async () => rm(folder, { recursive: true }));
  // A script without an ending is a module only where its folder says so.
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'curl'), CURL, { mode: 0o755 });
  const env = {
    ...process.env,
    PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
    TENANT_URL: simulator.url,
    TOKEN: await takeToken(simulator),
  };
  const { stdout } = await promisify(execFile)('sh', ['-c', command], { env });
  return stdout;
}

describe.skipIf(process.platform === 'win32')('a mending command', () => {
  it.each([
    ['what was in force', 'gone-1', 'PATCH'],
    ['what was handed over', 'future-1', 'PATCH'],
  ])('brings back %s', async (_case, flowId, method) => {
    const estate = await openEstate({ flows: BEFORE });
    const plan = await planDesired(estate);
    const { simulator } = estate;
    const before = tellFlows(simulator.state());
    simulator.orderFault({ match: { method: 'GET', path: `${FLOWS}/gone-1` }, kind: '404', when: 'before' });
    const match = { method, path: `${FLOWS}/${flowId}`, nth: 2, times: 0 };
    simulator.orderFault({ match, kind: '403', when: 'before' });
    const outcome = await runTransaction(plan, contextOf(estate));
    const left: readonly Leftover[] = outcome.kind === 'undo-failed' ? outcome.left : [];
    expect(left.map(({ entry }) => entry.flowId)).toContain(flowId);
    simulator.clearFaults();
    for (const { mend } of left) expect(await runInShell(estate, mend)).toMatch(/^20[04] /);
    expect(tellFlows(simulator.state())).toEqual(before);
  });

  it('deletes what was created', async () => {
    const estate = await openEstate();
    const { simulator } = estate;
    const plan = await planFor(estate, requestOf([ruleOf('New'), ruleOf('Bad', { media: 'bad' })]));
    simulator.orderFault({ match: { method: 'DELETE', times: 0 }, kind: '403', when: 'before' });
    const outcome = await runTransaction(plan, contextOf(estate));
    const left: readonly Leftover[] = outcome.kind === 'undo-failed' ? outcome.left : [];
    expect(left.map(({ entry }) => entry.name).toSorted()).toEqual(['Bad', 'New']);
    expect(left.map(({ message }) => message).join()).toContain('ivr:flow:write');
    simulator.clearFaults();
    for (const { mend } of left) expect(await runInShell(estate, mend)).toMatch(/^204 /m);
    expect(simulator.state().flows).toEqual([]);
  });

  it('lists the drafts of a rule where nobody knows what was created', async () => {
    const name = `it's "New" & $(echo bad) \`echo bad\` ü`;
    const flows = [
      seedFlow('lost', ruleOf(name), 'DRAFT'),
      seedFlow('live', ruleOf(name)),
      seedFlow('foreign', ruleOf('Foreign'), 'DRAFT'),
    ];
    const estate = await openEstate({ flows });
    const reply = await runInShell(estate, mendingCommand({ ...DELETION, name }));
    expect(reply).toMatch(/^200 /);
    expect(JSON.parse(reply.slice(4))).toMatchObject({ entities: [{ id: 'lost', name }] });
  });

  it('reads an id as nothing but an id', async () => {
    const flowId = 'a/../b?c=d&e #$(echo bad)`echo bad`"';
    const estate = await openEstate({ flows: [seedFlow(flowId, ruleOf('New'), 'DRAFT')] });
    expect(await runInShell(estate, mendingCommand({ ...DELETION, flowId }))).toMatch(/^204 /m);
    expect(estate.simulator.state().flows).toEqual([]);
  });

  it("reads a date of the tenant's as nothing but a text", async () => {
    const effectiveDate = `2027'$(echo bad)'\`echo bad\``;
    const command = mendingCommand({ ...RESTORE, effectiveDate });
    const { stdout } = await promisify(execFile)('sh', ['-c', `curl() { printf '%s\\n' "$@"; }; ${command}`]);
    const body = stdout.split('\n').find((line) => line.startsWith('{'));
    expect(JSON.parse(body ?? '')).toMatchObject({ effectiveDate });
  });

  it('holds no secret', () => {
    for (const entry of [DELETION, RESTORE, { ...DELETION, flowId: 'flow-1' } as const])
      expect(mendingCommand(entry)).toContain('"Authorization: Bearer $TOKEN"');
  });
});
