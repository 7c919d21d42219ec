import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import type { CompileState, Tenant, TenantError } from '../../src/ports.ts';
import { type TransactionContext, makeBrake } from '../../src/transaction/context.ts';
import { compileVersion, validateVersion } from '../../src/transaction/compile-version.ts';
import { startJournal } from '../../src/transaction/journal.ts';
import { makeVirtualClock } from '../cxone/virtual-clock.ts';
import { ruleOf } from '../plan/sample.ts';
import { contextOf, openEstate, seedFlow, tapTenant } from './estate.ts';

type Word = CompileState['status'];

/** What the tenant answers: to each compile request, then to each look, in order; the last one stays. */
interface Script {
  readonly compile: readonly (Word | 'busy')[];
  readonly look?: readonly Word[];
  readonly errors?: readonly TenantError[];
  /** What the reply that starts a compilation names of them. */
  readonly startErrors?: readonly TenantError[];
  readonly timeout?: number;
  readonly interval?: number;
}

interface Played extends TransactionContext {
  /** `compile` and `look` in order, with the seconds at which they came. */
  readonly calls: string[];
}

function play(script: Script): Played {
  const {
    compile,
    look = [],
    errors = [],
    startErrors = errors,
    timeout = 60_000,
    interval = 5_000,
  } = script;
  const clock = makeVirtualClock(0);
  const calls: string[] = [];
  const answers = { compile: [...compile], look: [...look] };
  const answer = (kind: 'compile' | 'look'): Word | 'busy' => {
    calls.push(`${kind} ${clock.now() / 1000}`);
    const [word = 'NONE'] = answers[kind];
    if (answers[kind].length > 1) answers[kind].shift();
    return word;
  };
  const tenant = {
    compileFlow: async () => {
      const word = answer('compile');
      return word === 'busy' ? word : { status: word, errors: startErrors };
    },
    compileState: async () => ({ status: answer('look'), errors }),
    validateFlow: async () => errors,
  } as unknown as Tenant;
  return {
    tenant,
    undoTenant: tenant,
    journal: startJournal(() => {}),
    clock,
    log: { info: () => {}, warning: () => {}, debug: () => {} },
    cancelled: new AbortController().signal,
    compileTimeout: timeout,
    compilePollInterval: interval,
    audit: () => {},
    calls,
  };
}

async function compile(context: TransactionContext): Promise<void> {
  return compileVersion(context, makeBrake(context.cancelled), 'flow-1', 'Sales');
}

describe('compileVersion', () => {
  it.each<[string, Script, readonly string[]]>([
    ['is done at once', { compile: ['COMPILED'] }, ['compile 0']],
    [
      'looks until it is done, and asks no second time',
      { compile: ['QUEUED'], look: ['QUEUED', 'COMPILING', 'COMPILED'] },
      ['compile 0', 'look 5', 'look 10', 'look 15'],
    ],
    [
      'asks again where the engine was busy with another flow',
      { compile: ['busy', 'busy', 'COMPILED'], look: ['NONE'] },
      ['compile 0', 'look 0', 'compile 5', 'look 5', 'compile 10'],
    ],
    [
      'only looks where the engine is busy with this flow',
      { compile: ['busy'], look: ['COMPILING', 'COMPILED'] },
      ['compile 0', 'look 0', 'look 5'],
    ],
    [
      'is done where the engine was busy with this flow until now',
      { compile: ['busy'], look: ['COMPILED'] },
      ['compile 0', 'look 0'],
    ],
    [
      'asks again where a request was taken and nothing began',
      { compile: ['NONE', 'COMPILED'] },
      ['compile 0', 'compile 5'],
    ],
    [
      'asks again where what was under way was dropped',
      { compile: ['COMPILING', 'COMPILED'], look: ['NONE'] },
      ['compile 0', 'look 5', 'compile 10'],
    ],
    [
      'asks again where the engine was busy, and an earlier attempt at this flow had failed',
      { compile: ['busy', 'COMPILED'], look: ['FAILED'] },
      ['compile 0', 'look 0', 'compile 5'],
    ],
    [
      'looks last at the deadline, however long the interval is',
      { compile: ['COMPILING'], look: ['COMPILING', 'COMPILED'], timeout: 7_000 },
      ['compile 0', 'look 5', 'look 7'],
    ],
    [
      'looks on at the very deadline where the interval is 0',
      { compile: ['COMPILING'], look: ['COMPILING', 'COMPILED'], timeout: 0, interval: 0 },
      ['compile 0', 'look 0', 'look 0'],
    ],
    [
      'is done in the last second',
      { compile: ['COMPILING'], look: ['COMPILING', 'COMPILED'], timeout: 10_000 },
      ['compile 0', 'look 5', 'look 10'],
    ],
  ])('%s', async (_case, script, expected) => {
    const context = play(script);
    await compile(context);
    expect(context.calls).toEqual(expected);
  });

  it.each<[string, Script]>([
    ['the engine stays busy', { compile: ['busy'], look: ['NONE'] }],
    ['the compilation does not end', { compile: ['COMPILING'], look: ['COMPILING'] }],
    ['it never begins', { compile: ['NONE'] }],
  ])('gives up in time where %s', async (_case, script) => {
    const context = play({ ...script, timeout: 12_000 });
    const failure = compile(context);
    await expect(failure).rejects.toMatchObject({ reason: 'timeout' });
    await expect(failure).rejects.toThrow('rule Sales was not compiled within 12 s');
    expect(context.clock.now()).toBeLessThanOrEqual(12_000);
    expect(context.clock.now()).toBeGreaterThan(5_000);
  });

  it('gives up without another request where an answer comes after the deadline', async () => {
    const context = play({ compile: ['COMPILING'], look: ['COMPILING', 'COMPILED'], timeout: 12_000 });
    const tenant: Tenant = {
      ...context.tenant,
      compileState: async (flowId) => {
        await context.clock.sleep(20_000);
        return context.tenant.compileState(flowId);
      },
    };
    const failure = compile({ ...context, tenant });
    await expect(failure).rejects.toMatchObject({ reason: 'timeout' });
    await expect(failure).rejects.toThrow('try again, or raise input compile-timeout');
    expect(context.calls).toEqual(['compile 0', 'look 25']);
  });

  it.each<[string, Script]>([
    ['at once', { compile: ['FAILED'] }],
    ['later', { compile: ['COMPILING'], look: ['COMPILING', 'FAILED'] }],
  ])('tells all that the tenant says where it fails %s', async (_case, script) => {
    const errors = [
      { path: '/nodes/0/mediaAssetId', message: 'cannot be compiled' },
      { path: '', message: 'and more' },
    ];
    const failure = compile(play({ ...script, errors }));
    await expect(failure).rejects.toMatchObject({ reason: 'tenant' });
    await expect(failure).rejects.toThrow(
      'the tenant cannot compile rule Sales: /nodes/0/mediaAssetId: cannot be compiled; and more',
    );
  });

  it('asks why only where the reply that starts a compilation does not say it', async () => {
    const errors = [{ path: '', message: 'of the state' }];
    const silent = play({ compile: ['FAILED'], errors, startErrors: [] });
    await expect(compile(silent)).rejects.toThrow('cannot compile rule Sales: of the state');
    expect(silent.calls).toEqual(['compile 0', 'look 0']);
    const frank = play({ compile: ['FAILED'], errors, startErrors: [{ path: '', message: 'of the reply' }] });
    await expect(compile(frank)).rejects.toThrow('cannot compile rule Sales: of the reply');
    expect(frank.calls).toEqual(['compile 0']);
  });

  it('says so where the tenant does not say why', async () => {
    await expect(compile(play({ compile: ['FAILED'] }))).rejects.toThrow('it does not say why');
  });

  it('looks without a pause where the interval is 0', async () => {
    const look = [...Array.from({ length: 40 }, (): Word => 'COMPILING'), 'COMPILED' as const];
    const context = play({ compile: ['COMPILING'], look, interval: 0 });
    await compile(context);
    expect(context.calls).toHaveLength(42);
    expect(context.clock.now()).toBe(0);
  });

  it('asks for nothing more once the run is cancelled', async () => {
    const cancel = new AbortController();
    const context = { ...play({ compile: ['busy'], look: ['NONE'] }), cancelled: cancel.signal };
    const tenant = tapTenant(context.tenant, { after: () => cancel.abort() });
    await expect(compile({ ...context, tenant })).rejects.toMatchObject({ reason: 'cancelled' });
    expect(context.calls.filter((call) => call.startsWith('compile'))).toHaveLength(1);
    await expect(compile({ ...context, tenant })).rejects.toBeInstanceOf(UserError);
    expect(context.calls.filter((call) => call.startsWith('compile'))).toHaveLength(1);
  });

  it('looks no more once the run is cancelled, or a sibling has failed', async () => {
    const script: Script = { compile: ['COMPILING'], look: ['COMPILING'] };
    const cancel = new AbortController();
    const context = { ...play(script), cancelled: cancel.signal };
    const tenant = tapTenant(context.tenant, { after: () => cancel.abort() });
    await expect(compile({ ...context, tenant })).rejects.toMatchObject({ reason: 'cancelled' });
    expect(context.calls).toEqual(['compile 0']);
    const other = play(script);
    const brake = makeBrake(other.cancelled);
    const stopped = tapTenant(other.tenant, { after: () => brake.pull() });
    const work = compileVersion({ ...other, tenant: stopped }, brake, 'flow-1', 'Sales');
    await expect(work).rejects.toThrow('stopped');
    expect(other.calls).toEqual(['compile 0']);
  });

  it('takes turns at the one engine of a tenant, until every rule is compiled', async () => {
    const names = ['A', 'B', 'C', 'D'];
    const flows = names.map((name) => seedFlow(name, ruleOf(name), 'DRAFT'));
    const estate = await openEstate({ flows, compileTime: 1_000 });
    const context = contextOf(estate);
    await Promise.all(
      names.map(async (name) => {
        await validateVersion(context, name, name);
        await compileVersion(context, makeBrake(context.cancelled), name, name);
      }),
    );
    const { compilations, requests } = estate.simulator.state();
    expect(names.map((name) => compilations[name]?.status)).toEqual(names.map(() => 'COMPILED'));
    expect(requests.some(({ status }) => status === 409)).toBe(true);
  });
});

describe('validateVersion', () => {
  it('says nothing where the tenant finds nothing', async () => {
    await expect(validateVersion(play({ compile: [] }), 'flow-1', 'Sales')).resolves.toBeUndefined();
  });

  it('tells what the tenant finds, ten of them, and how many more', async () => {
    const errors = Array.from({ length: 12 }, (_, index) => ({ path: `/nodes/${index}`, message: 'bad' }));
    const failure = validateVersion(play({ compile: [], errors }), 'flow-1', 'Sales');
    await expect(failure).rejects.toMatchObject({ reason: 'tenant' });
    await expect(failure).rejects.toThrow(
      /rejects rule Sales: \/nodes\/0: bad; .*\/nodes\/9: bad; and 2 more$/,
    );
  });
});
