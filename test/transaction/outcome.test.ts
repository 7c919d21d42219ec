import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { RuleFailure } from '../../src/transaction/context.ts';
import { failureOf } from '../../src/transaction/outcome.ts';

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
