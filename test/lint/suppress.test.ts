// Which findings a suppression takes away, and that it takes no other.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleFile, sourceFile } from '../rules/rule-file.ts';
import { CONFIG_PATH, lintSources, node, ruleText } from './lint-texts.ts';

const loop = { press_1: 'x', timeout: 'x', invalid: 'x' };
/** Two nodes that nobody reaches, of which one is a trap of its own. */
const text = ruleText(node('root', 'hangup'), node('x', 'dtmf', loop), node('y', 'hangup'));
const other = text.replace('Main-Menu', 'Other').replace('camp_1', 'camp_2');
const FILES = [sourceFile('rules/a.json', text), sourceFile('rules/b.json', other)];
const entry = { check: 'unreachable-node', rule: 'Main-Menu', reason: 'because', expires: '2028-01-01' };

function lint(...suppressions: object[]) {
  const { findings, suppressed } = lintSources([...FILES, sourceFile(CONFIG_PATH, { suppressions })]);
  return {
    kept: findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ path, pointer, check }) => `${path}${pointer} ${check}`),
    suppressed: suppressed.map(({ finding }) => `${finding.path}${finding.pointer} ${finding.check}`),
    reasons: suppressed.map(({ suppression }) => suppression.reason),
  };
}

const ALL = lint().kept;

describe('a suppression', () => {
  it('starts from these findings', () => {
    expect(ALL).toEqual([
      'rules/a.json/nodes/1 trap',
      'rules/b.json/nodes/1 trap',
      'rules/a.json/nodes/1/id unreachable-node',
      'rules/a.json/nodes/2/id unreachable-node',
      'rules/b.json/nodes/1/id unreachable-node',
      'rules/b.json/nodes/2/id unreachable-node',
    ]);
  });

  it.each<[string, object, readonly string[]]>([
    [
      'in a rule',
      {},
      ['rules/a.json/nodes/1/id unreachable-node', 'rules/a.json/nodes/2/id unreachable-node'],
    ],
    ['in a node', { node: 'y' }, ['rules/a.json/nodes/2/id unreachable-node']],
    ['of a whole node', { check: 'trap', node: 'x' }, ['rules/a.json/nodes/1 trap']],
    ['in another rule', { rule: 'Other', node: 'x' }, ['rules/b.json/nodes/1/id unreachable-node']],
  ])('takes the findings of its check %s away, and no other', (_, changes, taken) => {
    const { kept, suppressed } = lint({ ...entry, ...changes });
    expect(suppressed).toEqual(taken);
    expect(kept).toEqual(ALL.filter((finding) => !taken.includes(finding)));
  });

  it('does not take node 1 for node 10', () => {
    const many = Array.from({ length: 12 }, (_, index) => node(`n${index}`, 'hangup'));
    const config = sourceFile(CONFIG_PATH, { suppressions: [{ ...entry, node: 'n1' }] });
    const { suppressed } = lintSources([sourceFile('a.json', ruleText(...many)), config]);
    expect(suppressed.map(({ finding }) => finding.pointer)).toEqual(['/nodes/1/id']);
  });

  it('takes all nodes of an id that two have', () => {
    const twice = ruleText(node('root', 'hangup'), node('x', 'hangup'), node('x', 'hangup'));
    const config = sourceFile(CONFIG_PATH, {
      suppressions: [{ ...entry, check: 'duplicate-node-id', node: 'x' }],
    });
    const { suppressed } = lintSources([sourceFile('a.json', twice), config]);
    expect(suppressed.map(({ finding }) => finding.pointer)).toEqual(['/nodes/2/id']);
  });

  it('of a finding about several rules is that of the rule in whose file it stands', () => {
    const files = ['A', 'B'].map((name) => sourceFile(`${name}.json`, ruleFile({ name })));
    const overlaps = (rule: string): number =>
      lintSources([
        ...files,
        sourceFile(CONFIG_PATH, { suppressions: [{ ...entry, check: 'window-overlap', rule }] }),
      ]).findings.filter(({ check }) => check === 'window-overlap').length;
    expect(overlaps('A')).toBe(1);
    expect(overlaps('B')).toBe(0);
  });

  it('is named by the first in the file where two speak of one finding', () => {
    const { reasons, kept } = lint({ ...entry, reason: 'first' }, { ...entry, node: 'x', reason: 'second' });
    expect(reasons).toEqual(['first', 'first']);
    expect(kept.filter((finding) => finding.includes('unused'))).toEqual([]);
  });

  it('that is over takes nothing away', () => {
    const { kept, suppressed } = lint({ ...entry, expires: '2027-06-14' });
    expect(suppressed).toEqual([]);
    expect(kept.filter((finding) => finding.startsWith('rules/'))).toEqual(ALL);
  });

  it('loses no finding: each is kept or suppressed, whatever the suppressions', () => {
    const suppressions = fc.array(
      fc.record(
        {
          check: fc.constantFrom('trap', 'unreachable-node', 'max-depth', 'gone'),
          rule: fc.constantFrom('Main-Menu', 'Other', 'Gone'),
          node: fc.constantFrom('root', 'x', 'y', 'gone'),
          reason: fc.constant('r'),
          expires: fc.constantFrom('2028-01-01', '2020-01-01'),
        },
        { requiredKeys: ['check', 'rule', 'reason', 'expires'] },
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(suppressions, (entries) => {
        const { kept, suppressed } = lint(...entries);
        const ofRules = kept.filter((finding) => finding.startsWith('rules/'));
        expect([...ofRules, ...suppressed].toSorted()).toEqual(ALL.toSorted());
        const told = kept.filter((finding) => /(unused|expired)-suppression$/.test(finding)).length;
        expect(told).toBeLessThanOrEqual(entries.length);
        if (suppressed.length === 0) expect(told).toBe(entries.length);
      }),
      { numRuns: 300, seed: 20_270_615 },
    );
  });
});
