// The checker against histories that somebody has made up: what must be refused is refused.
import { describe, expect, it } from 'vitest';
import { checkChain, checkTold } from './check-audit.ts';
import { checkForeign, findDifferences, findOrphans, followTenant, isLive } from './check-tenant.ts';
import { checkFollowUp, checkPost, checkRemovalLast, checkTruth } from './check-truth.ts';
import { COMMITS, type Content, FOREIGN, HAND_OVER, NOON } from './estate.ts';
import type { Evidence, Said, SeenChange, SeenFlow, SeenRun, Sight } from './evidence.ts';

type Status = SeenFlow['status'];
type Told = readonly [
  flowId: string,
  name: string,
  status: Status | 'gone',
  from?: string | null,
  until?: string | null,
];

const SHAS = { first: '1'.repeat(40), second: '2'.repeat(40), third: '3'.repeat(40) };

/** A history in short: the first four lines are what was there before the case. */
function historyOf(told: readonly Told[], by: 'api' | 'console' = 'api'): SeenChange[] {
  return told.map(([flowId, name, status, from = null, until = null], index) => ({
    seq: index + 1,
    at: NOON + index,
    change:
      status === 'gone'
        ? 'deleted'
        : told.findIndex((t) => t[0] === flowId) === index
          ? 'created'
          : 'patched',
    by: index < 4 ? 'seed' : by,
    request: index + 1,
    flowId,
    name,
    status: status === 'gone' ? 'INACTIVE' : status,
    effectiveDate: from,
    expirationDate: until,
  }));
}

const START: readonly Told[] = [
  ['c1', 'Changed', 'ACTIVE'],
  ['g1', 'Gone', 'ACTIVE'],
  ['s1', 'Same', 'ACTIVE'],
  ['w1', 'Seasonal', 'ACTIVE'],
];

function problemsOf(told: readonly Told[], ends: readonly number[] = []): readonly string[] {
  return followTenant(historyOf([...START, ...told]), 4, ends).problems;
}

const GOOD: readonly Told[] = [
  ['c2', 'Changed', 'DRAFT'],
  ['c2', 'Changed', 'ACTIVE'],
  ['c1', 'Changed', 'INACTIVE'],
  ['w2', 'Seasonal', 'DRAFT', HAND_OVER],
  ['w2', 'Seasonal', 'ACTIVE', HAND_OVER],
  ['w1', 'Seasonal', 'ACTIVE', null, HAND_OVER],
  ['g1', 'Gone', 'INACTIVE'],
];

describe('the course of the tenant', () => {
  it('is in order where the new is active before the old goes', () => {
    expect(problemsOf(GOOD, [11])).toEqual([]);
  });

  it.each<[string, readonly Told[], string]>([
    [
      'is retired before another is active',
      [
        ['c1', 'Changed', 'INACTIVE'],
        ['c2', 'Changed', 'ACTIVE'],
      ],
      'Changed has no version',
    ],
    ['is deleted', [['s1', 'Same', 'gone']], 'Same has no version'],
    [
      'ends before the next one begins',
      [['w1', 'Seasonal', 'ACTIVE', null, HAND_OVER]],
      'Seasonal has no version from 2099-01-08',
    ],
    [
      'ends a second before the next one begins',
      [
        ['w2', 'Seasonal', 'ACTIVE', HAND_OVER],
        ['w1', 'Seasonal', 'ACTIVE', null, '2099-01-07T23:59:59.000Z'],
      ],
      'Seasonal has no version from 2099-01-07T23:59:59',
    ],
    [
      'begins, and ends one day',
      [
        ['w2', 'Seasonal', 'ACTIVE', null, HAND_OVER],
        ['w1', 'Seasonal', 'INACTIVE'],
      ],
      'Seasonal has no version from 2099-01-08',
    ],
    [
      'has three versions',
      [
        ['c2', 'Changed', 'ACTIVE'],
        ['c3', 'Changed', 'ACTIVE'],
      ],
      'Changed has 3 versions at once',
    ],
    [
      'has two versions when the run ends',
      [['c2', 'Changed', 'ACTIVE']],
      'Changed has two versions at once when the run ends',
    ],
    [
      'has two versions one day',
      [['w2', 'Seasonal', 'ACTIVE', HAND_OVER]],
      'Seasonal has two versions at once when the run ends',
    ],
    [
      'is new, and twice there',
      [
        ['n1', 'New', 'ACTIVE'],
        ['n2', 'New', 'ACTIVE'],
      ],
      'New has two versions at once when the run ends',
    ],
  ])('is refused where a rule %s', (_is, told, problem) => {
    expect(problemsOf(told, [4 + told.length])).toContainEqual(expect.stringContaining(problem));
  });

  it('tells where the removed rule went and came back', () => {
    const told: readonly Told[] = [
      ['g1', 'Gone', 'INACTIVE'],
      ['g1', 'Gone', 'ACTIVE'],
    ];
    expect(followTenant(historyOf([...START, ...told]), 4, []).hadRemovalGap).toBe(true);
    expect(followTenant(historyOf([...START, ...GOOD]), 4, []).hadRemovalGap).toBe(false);
  });

  it('is refused without a history', () => {
    expect(followTenant([], 0, []).problems).toHaveLength(1);
  });
});

// ------------------------------------------------------------------------------------- what is there

function flow(
  id: string,
  content: Content,
  status: Status = 'ACTIVE',
  dates: Partial<SeenFlow> = {},
): SeenFlow {
  return {
    ...content,
    id,
    status,
    createdAt: '2027-01-01T00:00:00Z',
    updatedAt: '2027-01-01T00:00:00Z',
    ...dates,
  };
}

const [changed, gone, same, seasonal] = COMMITS.first.rules as unknown as readonly [
  Content,
  Content,
  Content,
  Content,
];
const [changed2, fresh, , winter] = COMMITS.second.rules as unknown as readonly [
  Content,
  Content,
  Content,
  Content,
];
const PEOPLE = FOREIGN.map(({ id, status, ...content }) => flow(id, content, status));
const OLD: readonly SeenFlow[] = [
  ...PEOPLE,
  flow('c1', changed),
  flow('g1', gone),
  flow('s1', same),
  flow('w1', seasonal),
];
const NEW: readonly SeenFlow[] = [
  ...PEOPLE,
  flow('c1', changed, 'INACTIVE'),
  flow('g1', gone, 'INACTIVE'),
  flow('s1', same),
  flow('w1', seasonal, 'ACTIVE', { expirationDate: HAND_OVER }),
  flow('c2', changed2),
  flow('n1', fresh),
  flow('w2', winter),
];

function sight(flows: readonly SeenFlow[], rest: Partial<Sight> = {}): Sight {
  return { flows, changes: 4, requests: 0, statuses: [], records: [], ...rest };
}

function without(flows: readonly SeenFlow[], id: string): SeenFlow[] {
  return flows.filter((entry) => entry.id !== id);
}

function changedFlow(flows: readonly SeenFlow[], id: string, change: Partial<SeenFlow>): SeenFlow[] {
  return flows.map((entry) => (entry.id === id ? { ...entry, ...change } : entry));
}

describe('what callers meet', () => {
  it('is the commit', () => {
    expect(isLive(OLD, COMMITS.first.live)).toBe(true);
    expect(isLive(NEW, COMMITS.second.live)).toBe(true);
    expect(isLive(NEW, COMMITS.first.live)).toBe(false);
  });

  it.each<[string, readonly SeenFlow[]]>([
    ['lacks a rule', without(NEW, 'n1')],
    ['has a rule twice', [...NEW, flow('n2', fresh)]],
    ['has the removed rule', changedFlow(NEW, 'g1', { status: 'ACTIVE' })],
    ['has an old content', changedFlow(NEW, 'c2', { nodes: changed.nodes })],
    [
      'has the old one without its end',
      changedFlow(NEW, 'w1', { expirationDate: '2099-02-01T00:00:00.000Z' }),
    ],
    ['has a version idle', changedFlow(NEW, 'c2', { status: 'DRAFT' })],
  ])('is not the commit where it %s', (_is, flows) => {
    expect(isLive(flows, COMMITS.second.live)).toBe(false);
  });

  it.each<[string, readonly SeenFlow[]]>([
    ['a draft', [...OLD, flow('x', fresh, 'DRAFT')]],
    ['an idle version', [...OLD, flow('x', changed2, 'INACTIVE')]],
  ])('finds %s that was left', (_is, flows) => {
    expect(findOrphans(sight(OLD), sight(flows))).toHaveLength(1);
  });

  it.each<[string, readonly SeenFlow[]]>([
    ['a state', changedFlow(OLD, 'c1', { status: 'INACTIVE' })],
    ['an end', changedFlow(OLD, 'w1', { expirationDate: HAND_OVER })],
    ['a beginning', changedFlow(OLD, 'w1', { effectiveDate: HAND_OVER })],
    ['a content', changedFlow(OLD, 'c1', { nodes: changed2.nodes })],
    ['a loss', without(OLD, 'g1')],
    ['something new', [...OLD, flow('x', fresh, 'DRAFT')]],
  ])('sees %s that is not as it was', (_is, flows) => {
    expect(findDifferences(sight(OLD), sight(flows))).toHaveLength(1);
    expect(findDifferences(sight(OLD), sight(OLD))).toEqual([]);
  });

  it.each<[string, readonly SeenFlow[]]>([
    ['changed', changedFlow(OLD, 'person-2', { updatedAt: '2027-01-02T00:00:00Z' })],
    ['deleted', without(OLD, 'person-3')],
  ])("sees a person's own flow that was %s", (_is, flows) => {
    const run = { before: sight(OLD), after: sight(flows) } as SeenRun;
    const evidence = { history: [], requests: [], runs: [run], violations: [] };
    expect(checkForeign(evidence)).toHaveLength(1);
    expect(checkForeign({ ...evidence, runs: [{ ...run, after: sight(OLD) }] })).toEqual([]);
  });

  it("sees a person's own flow that was changed and changed back", () => {
    const run = { before: sight(OLD), after: sight(OLD) } as SeenRun;
    const history = historyOf([
      ...START,
      ['person-2', 'Changed', 'ACTIVE'],
      ['person-2', 'Changed', 'DRAFT'],
    ]);
    expect(checkForeign({ history, requests: [], runs: [run], violations: [] })).toHaveLength(2);
  });
});

// ------------------------------------------------------------------------------------- what is said

const SAID: Said = { result: 'undone', message: '', details: [] };
const RECORD = {
  id: 7,
  sha: SHAS.second,
  payload: {},
  statuses: [{ state: 'in_progress' }, { state: 'failure' }],
};
const STATUS = { sha: SHAS.second, context: 'cxone-ivr/production', state: 'failure', description: '' };

function undone(
  after: Partial<Sight> = {},
  said: Partial<Said> = {},
  history: readonly SeenChange[] = historyOf(START),
): string[] {
  const told = sight(OLD, { records: [RECORD], statuses: [STATUS], ...after });
  const run: SeenRun = {
    kind: 'run',
    sha: SHAS.second,
    before: sight(OLD),
    after: told,
    said: { ...SAID, ...said },
    audit: [],
    isGitHubDeaf: false,
  };
  return checkTruth(run, { history, requests: [], runs: [run], violations: [] }, SHAS);
}

describe('what a run says', () => {
  it('is true where all was undone and told', () => {
    expect(undone()).toEqual([]);
  });

  it.each<[string, Partial<Sight>, Partial<Said>, string]>([
    ['something is left', { flows: [...OLD, flow('x', fresh, 'DRAFT')] }, {}, 'x (New, DRAFT) was not there'],
    [
      'a date is lost',
      { flows: changedFlow(OLD, 'w1', { expirationDate: HAND_OVER }) },
      {},
      'w1 (Seasonal) was',
    ],
    [
      'the status says success',
      { statuses: [{ ...STATUS, state: 'success' }] },
      {},
      "the commit's status is success",
    ],
    [
      'the status is pending',
      { statuses: [{ ...STATUS, state: 'pending' }] },
      {},
      "the commit's status is pending",
    ],
    [
      'the record is open',
      { records: [{ ...RECORD, statuses: [{ state: 'in_progress' }] }] },
      {},
      'is left in_progress',
    ],
    [
      'the record says success',
      { records: [{ ...RECORD, payload: { auditHead: 'x' }, statuses: [{ state: 'success' }] }] },
      {},
      'GitHub has a new live record',
    ],
    ['it says deployed', {}, { result: 'deployed' }, "callers do not meet the commit's rules"],
    [
      'it says that nothing was to do',
      {},
      { result: 'nothing-to-do' },
      "callers do not meet the commit's rules",
    ],
    ['it says undo-failed without a word of what is left', {}, { result: 'undo-failed' }, 'not what is left'],
    [
      'it says undo-failed and names another flow',
      { flows: changedFlow(OLD, 'c1', { status: 'INACTIVE' }) },
      { result: 'undo-failed', details: ['flow "g1"'] },
      'it does not tell that c1',
    ],
    ['it says a word that nobody knows', {}, { result: 'well' }, 'not foreseen'],
  ])('is refused where %s', (_is, after, said, problem) => {
    expect(undone(after, said)).toContainEqual(expect.stringContaining(problem));
  });

  it('is refused where it deployed, and neither read back nor recorded', () => {
    const history = historyOf([...START, ['n1', 'New', 'DRAFT'], ['n1', 'New', 'ACTIVE']]);
    const problems = undone({ flows: NEW, changes: 6 }, { result: 'deployed' }, history);
    expect(problems).toContainEqual('n1 was not read back');
    expect(problems).toContainEqual(expect.stringContaining('output ruleset-digest'));
    expect(problems).toContainEqual(expect.stringContaining('GitHub says that nothing is live'));
  });

  it.each([
    ['came into force after the removed rule had gone', ['g1', 'n1'], 'came into force after Gone had gone'],
    ['was not read back before the removed rule went', ['n1', 'g1'], 'went before n1 was read back'],
  ])('is refused where a new rule %s', (_is, order, problem) => {
    const told = order.map((id): Told =>
      id === 'n1' ? ['n1', 'New', 'ACTIVE'] : ['g1', 'Gone', 'INACTIVE'],
    );
    const history = historyOf([...START, ['n1', 'New', 'DRAFT'], ...told]);
    const run = { before: sight(OLD), after: sight(NEW, { changes: 7 }) } as SeenRun;
    const evidence: Evidence = { history, requests: [], runs: [run], violations: [] };
    expect(checkRemovalLast(run, evidence)).toContainEqual(expect.stringContaining(problem));
  });

  it('after post is all old or all new, with no record open', () => {
    const run: SeenRun = {
      kind: 'post',
      sha: SHAS.second,
      before: sight(OLD),
      after: sight(OLD),
      audit: [],
      isGitHubDeaf: false,
    };
    expect(checkPost(run, sight(OLD), COMMITS.second)).toEqual([]);
    expect(checkPost({ ...run, after: sight(NEW) }, sight(OLD), COMMITS.second)).toEqual([]);
    const half = sight([...OLD, flow('n1', fresh)]);
    expect(checkPost({ ...run, after: half }, sight(OLD), COMMITS.second)).toHaveLength(1);
    const open = sight(OLD, { records: [{ ...RECORD, statuses: [{ state: 'in_progress' }] }] });
    expect(checkPost({ ...run, after: open }, sight(OLD), COMMITS.second)).toHaveLength(1);
  });
});

describe('a run that follows', () => {
  const runs = (after: Sight, result = 'deployed', before = sight(OLD)): SeenRun[] => {
    const said = { ...SAID, result };
    return [
      { kind: 'run', sha: SHAS.second, before, after: sight(OLD), audit: [], isGitHubDeaf: false },
    ].flatMap((first): SeenRun[] => [
      { ...first, kind: 'run', before: sight(OLD) },
      { ...first, kind: 'run', after, said },
    ]);
  };
  const idle = sight([...OLD, flow('c9', changed2, 'INACTIVE')]);

  it.each<[string, SeenRun[], string]>([
    ['did not succeed', runs(sight(OLD), 'refused'), 'says refused'],
    [
      'left a record open',
      runs(sight(OLD, { records: [{ ...RECORD, statuses: [{ state: 'error' }] }] })),
      'record 7',
    ],
    ['left what a dead run had made', runs(idle), 'c9 (Changed, INACTIVE) is an orphan'],
  ])('is refused where it %s', (_is, seen, problem) => {
    expect(checkFollowUp(seen)).toEqual([expect.stringContaining(problem)]);
  });

  it('may keep what had to stay, or was live', () => {
    expect(checkFollowUp(runs(idle, 'deployed', sight(without(OLD, 'c1'))))).toEqual([]);
    const records = [{ ...RECORD, payload: { flows: { Changed: 'c9' } }, statuses: [{ state: 'success' }] }];
    expect(checkFollowUp(runs({ ...idle, records }))).toEqual([]);
  });
});

describe('the audit log', () => {
  const ZEROS = '0'.repeat(64);
  const line = (action: string, flowId: string): string =>
    JSON.stringify({ action, flowId, previousHash: ZEROS, hash: ZEROS });

  it('is refused where a record does not follow, or is not what was hashed', () => {
    expect(checkChain([line('PLAN', 'x')], '1'.repeat(64))).toHaveLength(2);
  });

  it.each<[string, readonly string[], boolean, string]>([
    ['does not tell a change', [line('ACTIVATE', 'n1')], false, 'does not tell change 5'],
    [
      'tells what did not happen',
      [line('CREATE', 'n1'), line('ACTIVATE', 'n1'), line('RETIRE', 'c1')],
      false,
      'RETIRE of c1, which did not happen',
    ],
    ['does not tell an undo', [line('CREATE', 'n1'), line('ACTIVATE', 'n1')], true, 'n1 was undone'],
  ])('is refused where it %s', (_is, lines, isUndone, problem) => {
    const changes = historyOf([...START, ['n1', 'New', 'DRAFT'], ['n1', 'New', 'ACTIVE']]).slice(4);
    expect(checkTold(lines, changes, isUndone)).toContainEqual(expect.stringContaining(problem));
    expect(checkTold([line('CREATE', 'n1'), line('ACTIVATE', 'n1')], changes, false)).toEqual([]);
  });
});
