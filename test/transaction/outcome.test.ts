import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { RuleFailure } from '../../src/transaction/context.ts';
import { failureOf } from '../../src/transaction/outcome.ts';
import { Rejection } from '../../src/transaction/rejection.ts';

const failed = (message: string, ruleName: string): string =>
  failureOf(new RuleFailure(ruleName, new UserError('tenant', message))).message;

describe('the failure of a rule', () => {
  it.each([
    ['a part of a word', 'A', 'PATCH /api/v2/ivr/flows/{flowId} failed with 409: locked'],
    ['a word of the path', 'flows', 'POST /api/v2/ivr/flows failed with 400: no'],
    ['a word of the tenant', 'Main', 'POST /x failed with 400: campaign Main is closed'],
  ])('names the rule, also where its name is %s', (_, name, message) => {
    expect(failed(message, name)).toBe(`rule ${name}: ${message}`);
  });

  it.each([
    ['Main', 'the tenant rejects rule Main: nodes/0'],
    ['Main', 'rule Main was not compiled within 60 s'],
    ['a rule', 'reading back rule a rule: flow f is DRAFT'],
  ])('names %s once', (name, message) => {
    expect(failed(message, name)).toBe(message);
  });

  it('is no failure of the rule where the run was cancelled', () => {
    const error = new RuleFailure('A', new UserError('cancelled', 'the run was cancelled'));
    expect(failureOf(error)).toEqual({ reason: 'cancelled', message: 'the run was cancelled' });
  });
});

describe('the rejections of several rules', () => {
  const rejection = (name: string): RuleFailure =>
    new RuleFailure(
      name,
      new Rejection(`the tenant rejects rule ${name}: No.`, [{ path: 'nodes/0', message: 'No.' }]),
    );
  const rejectedAll = (names: readonly string[]) =>
    names.map((ruleName) => ({ ruleName, errors: [{ path: 'nodes/0', message: 'No.' }] }));

  it('are all told, by name, whichever came first', () => {
    const { ruleName, cause } = rejection('B');
    expect(failureOf(new RuleFailure(ruleName, cause, [rejection('C'), rejection('A')]))).toEqual({
      reason: 'tenant',
      message: ['A', 'B', 'C'].map((name) => `the tenant rejects rule ${name}: No.`).join('; '),
      rejected: rejectedAll(['A', 'B', 'C']),
    });
  });

  it('are counted where they are many', () => {
    const [first, ...others] = ['A', 'B', 'C', 'D', 'E'].map(rejection);
    const failure = failureOf(new RuleFailure('A', first?.cause, others));
    expect(failure.message).toMatch(/rule C: No\.; and it rejects 2 more$/);
    expect(failure.rejected).toHaveLength(5);
  });

  it('stand beside a failure of another kind that came first', () => {
    const failure = failureOf(new RuleFailure('B', new UserError('timeout', 'no reply'), [rejection('A')]));
    expect(failure).toEqual({
      reason: 'timeout',
      message: 'rule B: no reply; the tenant rejects rule A: No.',
      rejected: rejectedAll(['A']),
    });
  });
});
