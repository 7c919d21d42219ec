import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/lint/finding.ts';
import { fingerprintFindings } from '../../src/report/fingerprint.ts';
import { presentRules } from '../../src/report/report.ts';
import { type Files, lintReport } from './sample-report.ts';

/** The fingerprints of the findings of a check in a lint of some files, in the order of the findings. */
function printsOf(files: Files, check: string): string[] {
  const report = lintReport(files);
  const rules = presentRules(report).map(({ rule }) => rule);
  const prints = fingerprintFindings(report.findings, rules);
  return prints.filter((_, index) => report.findings[index]?.check === check);
}

type Node = { id: string; type: string; transitions?: { condition: string; target: string }[] };

const to = (condition: string, target: string) => ({ condition, target });
const menu: Node = {
  id: 'menu',
  type: 'dtmf',
  transitions: [to('press_1', 'slaes'), to('default', 'sales')],
};
const sales: Node = { id: 'sales', type: 'queue' };
const hello: Node = { id: 'hello', type: 'dtmf', transitions: [to('default', 'menu')] };
const rule = (nodes: readonly Node[], name = 'Menu') => ({
  name,
  campaignId: 'camp_1',
  nodes,
  fallbackAction: { type: 'hangup' },
});

const CHECK = 'undefined-target';
const [original = ''] = printsOf({ 'rules/a.json': rule([menu, sales]) }, CHECK);
const withKeys = (...transitions: { condition: string; target: string }[]): Node => ({
  ...menu,
  transitions,
});

describe('the fingerprint of a finding', () => {
  it('is 64 hex digits', () => {
    expect(original).toMatch(/^[\da-f]{64}$/);
  });

  it.each<[string, Files]>([
    ['lines are put before it', { 'rules/a.json': `\n\n${JSON.stringify(rule([menu, sales]), null, 4)}` }],
    ['a node is put before it', { 'rules/a.json': rule([hello, menu, sales]) }],
    ['nodes change places', { 'rules/a.json': rule([sales, menu]) }],
    [
      'a transition is put before it',
      { 'rules/a.json': rule([withKeys(to('press_9', 'sales'), ...menu.transitions!), sales]) },
    ],
    [
      'another finding of the check is put before it',
      { 'rules/0.json': rule([menu, sales], 'Zero'), 'rules/a.json': rule([menu, sales]) },
    ],
    ['its message changes', { 'rules/a.json': rule([withKeys(to('press_1', 'gone')), sales]) }],
    ['its file is renamed', { 'rules/other/b.json': rule([menu, sales]) }],
  ])('stays where %s', (_, files) => {
    expect(printsOf(files, CHECK)).toContain(original);
  });

  it.each<[string, Files]>([
    ['node', { 'rules/a.json': rule([{ ...menu, id: 'other' }, sales]) }],
    ['rule', { 'rules/a.json': rule([menu, sales], 'Other') }],
    ['transition', { 'rules/a.json': rule([withKeys(to('press_2', 'slaes')), sales]) }],
  ])('is another one in another %s', (_, files) => {
    const prints = printsOf(files, CHECK);
    expect(prints).toHaveLength(1);
    expect(prints).not.toContain(original);
  });

  it('names the node of a finding that is about the node itself', () => {
    const lost = (id: string): Node => ({ id, type: 'queue' });
    const printsWith = (...nodes: Node[]) => printsOf({ 'rules/a.json': rule(nodes) }, 'unreachable-node');
    const [alone] = printsWith(sales, lost('x'));
    expect(printsWith(sales, lost('y'), lost('x'))[1]).toBe(alone);
    expect(printsWith(sales, lost('y'))).not.toContain(alone);
  });

  it('is another one of another check at the same place', () => {
    const at: Finding = {
      check: 'a',
      severity: 'error',
      path: 'x.json',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
      pointer: '/name',
      message: '',
    };
    const other = { ...at, check: 'b' };
    const [one, two] = fingerprintFindings([at, other], []);
    expect(one).not.toBe(two);
  });

  it('has an ordinal where two have one place, so that no two are the same', () => {
    const twice = rule([withKeys(to('press_1', 'slaes'), to('press_1', 'gone')), sales]);
    const prints = printsOf({ 'rules/a.json': twice }, CHECK);
    expect(prints).toHaveLength(2);
    expect(prints[0]).toBe(original);
    expect(prints[1]).not.toBe(original);
  });

  it('names the file where that is no rule', () => {
    const broken = printsOf({ 'rules/a.json': '{', 'rules/b.json': '\n\n{' }, 'syntax');
    expect(new Set(broken).size).toBe(2);
    expect(printsOf({ 'rules/b.json': '{' }, 'syntax')).toEqual([broken[1]]);
  });
});
