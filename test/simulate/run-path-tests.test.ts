import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/rules/rule.ts';
import { readPathTests } from '../../src/simulate/read-path-tests.ts';
import { listFailures, runPathTests } from '../../src/simulate/run-path-tests.ts';
import { NOON, ruleOf } from './sample.ts';

const MENU = ruleOf(
  [
    'root greeting default>menu',
    'menu dtmf press_1>sales press_2>agents invalid>again timeout>bye',
    'again greeting next>menu',
    'sales queue full>bye',
    'agents transfer busy>agents-two',
    'agents-two dtmf press_1>nowhere',
    'bye hangup',
    'round greeting default>round',
  ],
  { fallbackAction: { type: 'queue', target: 'desk' } },
);

type Changes = Readonly<Record<string, unknown>>;

function run(
  rules: readonly Rule[],
  test: Changes,
  of: Changes = { rule: 'Menu' },
): { passed: boolean; failures: [string, unknown][] } {
  const text = JSON.stringify({ ...of, tests: [{ name: 'it', caller: [], ...test }] });
  const { tests, problems } = readPathTests(text, 'a.test.json');
  expect(problems).toEqual([]);
  const [result] = runPathTests(tests, rules, NOON);
  const failures = result?.failures ?? [];
  for (const { check, path } of failures) expect([check, path]).toEqual(['path-test', 'a.test.json']);
  return {
    passed: result?.passed ?? false,
    failures: failures.map(({ message, place }) => [message, 'pointer' in place ? place.pointer : place]),
  };
}

const WAY_TO_SALES = '"root" –at once→ "menu" –press_1→ "sales"';

describe('a test that passes', () => {
  it.each<[string, Changes]>([
    ['by its end', { caller: ['press_1'], endsAt: 'sales' }],
    ['by its way to end', { caller: ['press_1'], endsIn: 'queue' }],
    ['by what it passes', { caller: ['press_9', 'press_1'], passes: ['root', 'again', 'menu', 'sales'] }],
    ['by what is heard', { caller: ['press_9', 'press_1'], hears: ['a-menu', 'a-menu'] }],
    ['by its steps', { caller: ['press_1'], maxSteps: 2 }],
    [
      'in the fallback, at its target',
      { caller: ['press_2', 'busy', 'press_2'], endsIn: 'fallback', endsAt: 'desk' },
    ],
    ['with a caller who hangs up', { caller: ['press_9', 'timeout'], endsIn: 'hangup' }],
  ])('%s', (_, test) => {
    expect(run([MENU], test)).toEqual({ passed: true, failures: [] });
  });
});

describe('a test that fails', () => {
  it.each<[string, Changes, string, string]>([
    [
      'it ends elsewhere',
      { caller: ['press_1'], endsAt: 'agents' },
      `expected the call to end at "agents", but it ended at "sales" (queue). The way: ${WAY_TO_SALES}.`,
      '/tests/0/endsAt',
    ],
    [
      'the expected end is misspelt',
      { caller: ['press_1'], endsAt: 'saels' },
      `expected the call to end at "saels" (did you mean "sales"?), but it ended at "sales" (queue). The way: ${WAY_TO_SALES}.`,
      '/tests/0/endsAt',
    ],
    [
      'it ends in another way',
      { caller: ['press_1', 'full'], endsIn: 'queue' },
      `expected the call to end in a queue, but it ended at "bye" (hangup). The way: ${WAY_TO_SALES} –full→ "bye".`,
      '/tests/0/endsIn',
    ],
    [
      'it passes less',
      { caller: ['press_1'], passes: ['root', 'again'] },
      `expected the call to pass "again" after "root", but it ended at "sales" (queue). The way: ${WAY_TO_SALES}.`,
      '/tests/0/passes/1',
    ],
    [
      'it passes in another order',
      { caller: ['press_1'], passes: ['sales', 'menu'] },
      `expected the call to pass "menu" after "sales", but it ended at "sales" (queue). The way: ${WAY_TO_SALES}.`,
      '/tests/0/passes/1',
    ],
    [
      'it passes once what is expected twice',
      { caller: ['press_1'], passes: ['menu', 'menu'] },
      `expected the call to pass "menu" after "menu", but it ended at "sales" (queue). The way: ${WAY_TO_SALES}.`,
      '/tests/0/passes/1',
    ],
    [
      'other things are heard',
      { caller: ['press_1'], hears: ['a-gain'] },
      `expected the caller to hear "a-gain" (did you mean "a-again"?), but it ended at "sales" (queue). The way: ${WAY_TO_SALES}. Heard: "a-root", "a-menu".`,
      '/tests/0/hears/0',
    ],
    [
      'it takes more steps',
      { caller: ['press_1'], maxSteps: 1 },
      `expected at most 1 step, but it took 2: it ended at "sales" (queue). The way: ${WAY_TO_SALES}.`,
      '/tests/0/maxSteps',
    ],
    [
      'an input is left over',
      { caller: ['press_1', 'press_2', 'press_3'], endsAt: 'sales' },
      `the input "press_2" was left over: it ended at "sales" (queue). The way: ${WAY_TO_SALES}.`,
      '/tests/0/caller/1',
    ],
    [
      'a misspelt input is left over',
      { caller: ['press_1', 'fulll'], endsAt: 'sales' },
      `the input "fulll" (did you mean "full"?) was left over: it ended at "sales" (queue). The way: ${WAY_TO_SALES}.`,
      '/tests/0/caller/1',
    ],
    [
      'a wrong key, and silence',
      { caller: ['press_9'], endsIn: 'queue' },
      'expected the call to end in a queue, but it ended at "bye" (hangup). The way: "root" –at once→ "menu" –press_9 as invalid→ "again" –at once→ "menu" –silence→ "bye".',
      '/tests/0/endsIn',
    ],
    [
      'nothing matches',
      { caller: ['press_2', 'busy', 'press_2'], endsIn: 'hangup' },
      'expected the call to end in a hangup, but it ended in the fallback (queue, target "desk") after "agents-two", where nothing matches press_2. The way: "root" –at once→ "menu" –press_2→ "agents" –busy→ "agents-two".',
      '/tests/0/endsIn',
    ],
    [
      'a target that does not exist',
      { caller: ['press_2', 'busy', 'press_1'], endsIn: 'abandoned' },
      'expected the call to be abandoned by the caller, but it ended in the fallback (queue, target "desk") after "agents-two", from where it was led to a node that does not exist. The way: "root" –at once→ "menu" –press_2→ "agents" –busy→ "agents-two" –press_1→ "nowhere".',
      '/tests/0/endsIn',
    ],
  ])('%s', (_, test, message, pointer) => {
    expect(run([MENU], test)).toEqual({ passed: false, failures: [[`"it": ${message}`, pointer]] });
  });

  it('tells of every expectation that failed', () => {
    const { failures } = run([MENU], {
      caller: ['press_1', 'press_1'],
      endsAt: 'x',
      endsIn: 'hangup',
      passes: ['y'],
      hears: ['z'],
      maxSteps: 0,
    });
    expect(failures.map(([, pointer]) => pointer)).toEqual([
      '/tests/0/endsAt',
      '/tests/0/endsIn',
      '/tests/0/passes/0',
      '/tests/0/hears/0',
      '/tests/0/maxSteps',
      '/tests/0/caller/1',
    ]);
  });

  it.each<[string, readonly string[], readonly string[], string]>([
    [
      'a caller who hangs up',
      ['a dtmf timeout>a'],
      [],
      'the caller, out of inputs and silent once already, hung up at "a". The way: "a" –silence→ "a".',
    ],
    [
      'a dead end, and a fallback without a target',
      ['a dtmf default>b vip>b', 'b greeting'],
      ['night shift'],
      'it ended in the fallback (hangup) after "b", which has no transitions. The way: "a" –"night shift" as default→ "b".',
    ],
    [
      'silence that nothing matches',
      ['a dtmf press_1>a'],
      [],
      'it ended in the fallback (hangup) after "a", where nothing matches timeout. The way: "a".',
    ],
  ])('%s', (_, lines, caller, happened) => {
    const { failures } = run([ruleOf(lines)], { caller, endsIn: 'queue' });
    expect(failures).toEqual([
      [`"it": expected the call to end in a queue, but ${happened}`, '/tests/0/endsIn'],
    ]);
  });

  it('a call without an end fails whatever is expected', () => {
    const rule = ruleOf(['a dtmf press_1>b', 'b greeting default>b']);
    expect(run([rule], { caller: ['press_1'], passes: ['a'] }).failures).toEqual([
      [
        '"it": no end: it goes round for ever: it came to "b" again without an input between. The way: "a" –press_1→ "b" –at once→ "b".',
        '/tests/0/caller',
      ],
    ]);
  });

  it('of a long way only the last steps are told', () => {
    const { failures } = run([MENU], {
      caller: Array.from({ length: 30 }, () => 'press_9'),
      endsAt: 'sales',
    });
    const message = failures[0]?.[0] ?? '';
    expect(message).toContain(
      'The way: after 42 steps "again" –at once→ "menu" –press_9 as invalid→ "again"',
    );
    expect(message).toMatch(/–silence→ "bye"\.$/);
    expect(message.split('→')).toHaveLength(21);
  });

  it('a call that is given up after very many steps', () => {
    const caller = Array.from({ length: 2000 }, () => 'press_9');
    expect(run([MENU], { caller, endsAt: 'sales' }).failures[0]?.[0]).toContain(
      'no end: it was given up at "again", after more steps than are followed',
    );
  });
});

describe('which rule is tested', () => {
  const before = ruleOf(['a queue'], { name: 'Before', expirationDate: '2027-04-01T00:00:00+02:00' });
  const after = ruleOf(['b queue'], { name: 'After', effectiveDate: '2027-03-31T23:00:00Z' });
  const draft = ruleOf(['c queue'], { name: 'Draft', status: 'DRAFT', campaignId: 'later' });
  const rules = [before, after, draft];
  const ofCampaign = { campaign: 'camp' };

  it.each<[string, Changes, Changes]>([
    ['the one in force now', ofCampaign, { endsAt: 'a' }],
    ['the one in force at an instant', ofCampaign, { endsAt: 'b', at: '2027-03-31T19:00:00-04:00' }],
    ['none between two', ofCampaign, { endsAt: 'no-rule', at: '2027-03-31T22:30:00Z' }],
    [
      'none, whatever the caller does',
      ofCampaign,
      { caller: ['press_1'], endsAt: 'no-rule', at: '2027-03-31T22:00:00Z' },
    ],
    ['none of a campaign that has a draft', { campaign: 'later' }, { endsAt: 'no-rule' }],
    ['the one with a name, whatever its dates', { rule: 'After' }, { endsAt: 'b' }],
    ['the one with a name, whatever its status', { rule: 'Draft' }, { endsAt: 'c' }],
    [
      'the one with a name, where it is in force',
      { rule: 'After' },
      { endsAt: 'b', at: '2027-04-01T00:00:00Z' },
    ],
    ['not where it is not', { rule: 'After' }, { endsAt: 'no-rule', at: '2027-03-01T00:00:00Z' }],
  ])('%s', (_, of, test) => {
    expect(run(rules, test, of)).toEqual({ passed: true, failures: [] });
  });

  it('a node may be called no-rule where no instant is given', () => {
    expect(run([ruleOf(['no-rule queue'])], { endsAt: 'no-rule' }).passed).toBe(true);
  });

  it.each<[string, Changes, Changes, string, string]>([
    [
      'an unknown name',
      { rule: 'Befor' },
      { endsAt: 'a' },
      'no rule has the name "Befor"; did you mean "Before"?',
      '/rule',
    ],
    [
      'a name like none',
      { rule: 'Weekend-Menu' },
      { endsAt: 'a' },
      'no rule has the name "Weekend-Menu"',
      '/rule',
    ],
    [
      'an unknown campaign',
      { campaign: 'kamp' },
      { endsAt: 'no-rule' },
      'no rule is for the campaign "kamp"; did you mean "camp"?',
      '/campaign',
    ],
    [
      'no rule in force',
      ofCampaign,
      { endsAt: 'a', at: '2027-03-31T22:30:00Z' },
      '"it": expected a call, but no rule is in force for the campaign "camp" at 2027-03-31T22:30:00.000Z',
      '/tests/0/at',
    ],
    [
      'no rule in force now',
      { campaign: 'later' },
      { passes: ['c'] },
      '"it": expected a call, but no rule is in force for the campaign "later" at 2027-03-01T12:00:00.000Z',
      '/campaign',
    ],
    [
      'the named rule is not in force',
      { rule: 'After' },
      { endsAt: 'b', at: '2027-03-01T00:00:00Z' },
      '"it": expected a call, but the rule "After" is not in force at 2027-03-01T00:00:00.000Z',
      '/tests/0/at',
    ],
    [
      'a rule in force where none may be',
      ofCampaign,
      { endsAt: 'no-rule' },
      '"it": expected no rule to be in force at 2027-03-01T12:00:00.000Z, but "Before" (rules/Before.json) is',
      '/tests/0/endsAt',
    ],
    [
      'no rule, and more is expected',
      ofCampaign,
      { endsAt: 'no-rule', endsIn: 'queue', at: '2027-03-31T22:30:00Z' },
      '"it": endsIn expects a call, but no rule is in force for the campaign "camp" at 2027-03-31T22:30:00.000Z',
      '/tests/0/endsIn',
    ],
  ])('%s', (_, of, test, message, pointer) => {
    expect(run(rules, test, of)).toEqual({ passed: false, failures: [[message, pointer]] });
  });

  it('several in force are named', () => {
    const both = [ruleOf(['a queue'], { name: 'B' }), ruleOf(['a queue'], { name: 'A' })];
    const message =
      'which rule a caller meets is not sure: several are in force for the campaign "camp" at 2027-03-01T12:00:00.000Z: "A" (rules/A.json), "B" (rules/B.json)';
    expect(run(both, { endsAt: 'a' }, ofCampaign).failures).toEqual([[message, '/campaign']]);
    const at = { endsAt: 'a', at: '2027-03-01T12:00:00Z' };
    expect(run(both, at, ofCampaign).failures).toEqual([[message, '/tests/0/at']]);
  });

  it('of very many in force the first are named', () => {
    const many = Array.from({ length: 12 }, (_, index) => ruleOf(['a queue'], { name: `R${10 + index}` }));
    expect(run(many, { endsAt: 'a' }, ofCampaign).failures[0]?.[0]).toMatch(
      /"R19" \(rules\/R19\.json\) and 2 more$/,
    );
  });

  it('two rules of one name are named', () => {
    expect(run([MENU, { ...MENU, path: 'b.json' }], { endsAt: 'a' }).failures).toEqual([
      ['several rules have the name "Menu": "Menu" (rules/Menu.json), "Menu" (b.json)', '/rule'],
    ]);
  });
});

describe('listFailures', () => {
  it('tells what is wrong with a whole file once', () => {
    const tests = [1, 2].map((number) => ({ name: `test ${number}`, caller: [], endsAt: 'x' }));
    const read = (rule: string) => readPathTests(JSON.stringify({ rule, tests }), 'a.test.json').tests;
    expect(listFailures(runPathTests(read('Nobody'), [MENU], NOON))).toHaveLength(1);
    expect(listFailures(runPathTests(read('Menu'), [MENU], NOON))).toHaveLength(2);
  });
});
