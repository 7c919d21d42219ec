import { describe, expect, it } from 'vitest';
import { makePlan } from '../../src/plan/make-plan.ts';
import { planDigest } from '../../src/plan/plan-digest.ts';
import type { Flow } from '../../src/ports.ts';
import { renderComment } from '../../src/report/markdown.ts';
import { spellChange, sumUpPlan } from '../../src/report/plan-section.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { type Changes, NOON, day, deployedAs, flowOf, requestOf, ruleOf } from '../plan/sample.ts';
import { lintReport } from './sample-report.ts';

const old = (changes: Changes = {}): Rule => ruleOf('A', { media: 'old', ...changes });

function planFor(
  rules: readonly Rule[],
  flows: readonly Flow[],
  removedRules: 'deactivate' | 'delete' = 'deactivate',
) {
  const request = { ...deployedAs(flows.length === 0 ? [] : [old()]), removedRules };
  return makePlan(requestOf(rules, request), new Map([['A', flows]]), NOON);
}

describe('what a plan does to a rule', () => {
  it.each([
    ['a new rule', [ruleOf('A')], [], 'create: activate at once'],
    [
      'a new rule with a window',
      [ruleOf('A', { effectiveDate: day(304), expirationDate: day(400) })],
      [],
      'create: activate at 1 Nov 2027 12:00 UTC, ends 5 Feb 2028 12:00 UTC',
    ],
    ['a draft', [ruleOf('A', { status: 'DRAFT' })], [], 'create: a draft, not activated'],
    [
      'another content',
      [ruleOf('A')],
      [flowOf('1', old())],
      'replace: activate at once; 1 live version goes inactive at once',
    ],
    [
      'another content from an instant on',
      [ruleOf('A', { effectiveDate: day(304) })],
      [flowOf('1', old())],
      'replace: activate at 1 Nov 2027 12:00 UTC; the version before it ends 1 Nov 2027 12:00 UTC',
    ],
    [
      'two live versions',
      [ruleOf('A')],
      [flowOf('1', old()), flowOf('2', old({ media: 'older' }))],
      'replace: activate at once; 2 live versions go inactive at once',
    ],
    [
      'a version that lies ready',
      [ruleOf('A')],
      [flowOf('1', ruleOf('A'), 'INACTIVE')],
      'activate: activate at once',
    ],
    [
      'a rule that is to lie ready',
      [ruleOf('A', { status: 'INACTIVE' })],
      [flowOf('1', old())],
      'deactivate: ready, but inactive; 1 live version goes inactive at once',
    ],
    ['a removed rule', [], [flowOf('1', old())], 'deactivate: 1 live version goes inactive at once'],
  ] as const)('%s', (_, rules, flows, expected) => {
    const [change] = planFor(rules, flows).changes;
    expect(`${change?.action}: ${change === undefined ? '' : spellChange(change, NOON)}`).toBe(expected);
  });

  it('a deleted rule', () => {
    const [change] = planFor([], [flowOf('1', old())], 'delete').changes;
    expect(change === undefined ? '' : spellChange(change, NOON)).toBe(
      '1 live version goes inactive at once; 1 version deleted for good',
    );
  });
});

describe('a plan', () => {
  it('is summed up by its actions, nothing first where there is nothing', () => {
    expect(sumUpPlan([])).toBe('nothing to do');
    const actions = ['none', 'held', 'create', 'none', 'replace', 'create'] as const;
    expect(sumUpPlan(actions.map((action) => ({ action })))).toBe('2 create, 1 replace, 1 held, 2 none');
  });

  it('is in the comment with its digest, and lists what is written only', () => {
    const plan = planFor([ruleOf('A'), ruleOf('B')], [flowOf('1', ruleOf('A'))]);
    const text = renderComment(lintReport({}, {}, { plan, now: NOON }), '');
    expect(text).toContain(
      [
        '### Plan for the tenant',
        '',
        `1 create, 1 none. Plan digest: \`sha256:${planDigest(plan)}\``,
        '',
        '| Action | Rule | Why | When |',
        '| --- | --- | --- | --- |',
        '| **create** | `B` | a new rule | activate at once |',
        '',
      ].join('\n'),
    );
  });

  it('keeps its digest where the comment is too small for its lines', () => {
    const rules = Array.from({ length: 1500 }, (_, index) => ruleOf(`Rule-${index}-${'x'.repeat(60)}`));
    const plan = makePlan(requestOf(rules), new Map(), NOON);
    const text = renderComment(lintReport({}, {}, { plan, now: NOON }), '');
    expect(text).toContain(`1500 create. Plan digest: \`sha256:${planDigest(plan)}\``);
    expect(text).toMatch(/^_Left out to fit GitHub's limit: \d+ plan lines\. report\.json has it all\._$/m);
  });
});
