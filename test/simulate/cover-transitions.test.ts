import { expect, it } from 'vitest';
import { coverTransitions } from '../../src/simulate/cover-transitions.ts';
import { readPathTests } from '../../src/simulate/read-path-tests.ts';
import { runPathTests } from '../../src/simulate/run-path-tests.ts';
import { NOON, ruleOf } from './sample.ts';

const menu = ruleOf(['a dtmf press_1>b press_2>b timeout>c', 'b greeting default>c', 'c queue full>b']);
const other = ruleOf(['a queue busy>a'], { name: 'An-Other' });
const untested = ruleOf(['a dtmf press_1>a'], { name: 'Untested' });

function cover(files: readonly { of: object; callers: readonly (readonly string[])[] }[]) {
  const tests = files.flatMap(({ of, callers }) => {
    const list = callers.map((caller) => ({ name: 'a', caller, endsAt: 'c' }));
    return readPathTests(JSON.stringify({ ...of, tests: list }), 'a.test.json').tests;
  });
  return coverTransitions(runPathTests(tests, [menu, other, untested], NOON)).map(({ rule, ...rest }) => ({
    name: rule.payload.name,
    ...rest,
  }));
}

it('tells of each tested rule which transitions no test takes, by path', () => {
  const found = cover([
    { of: { rule: 'Menu' }, callers: [['press_2'], []] },
    { of: { rule: 'An-Other' }, callers: [['busy']] },
    { of: { rule: 'Nobody' }, callers: [[]] },
  ]);
  expect(found).toEqual([
    { name: 'An-Other', tests: 1, transitions: 1, taken: 1, untaken: [] },
    {
      name: 'Menu',
      tests: 2,
      transitions: 5,
      taken: 3,
      untaken: [
        { node: 0, transition: 0 },
        { node: 2, transition: 0 },
      ],
    },
  ]);
});

it('puts together the tests of several files, and those of a campaign', () => {
  const found = cover([
    { of: { rule: 'Untested' }, callers: [['press_1']] },
    { of: { rule: 'Untested' }, callers: [[]] },
  ]);
  expect(found).toEqual([{ name: 'Untested', tests: 2, transitions: 1, taken: 1, untaken: [] }]);
});

it('is nothing where no test walks a rule', () => {
  expect(cover([{ of: { rule: 'Nobody' }, callers: [[]] }])).toEqual([]);
});
