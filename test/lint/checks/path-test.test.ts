import { describe, expect, it } from 'vitest';
import { lintFiles, node, ofCheck, ruleText } from '../lint-texts.ts';

const CHECK = 'path-test';
const RULE = ruleText(node('root', 'dtmf', { press_1: 'sales' }), node('sales', 'queue'));

function lintTest(test: object): ReturnType<typeof ofCheck> {
  const file = { rule: 'Main-Menu', tests: [{ name: 'key 1', caller: ['press_1'], ...test }] };
  return ofCheck(lintFiles({ 'rules/a.json': RULE, 'rules/a.test.json': file }), CHECK);
}

describe(CHECK, () => {
  it('tells an expectation that fails, at its place in the test file', () => {
    const [finding, ...others] = lintTest({ endsAt: 'sales', endsIn: 'hangup' });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', pointer: '/tests/0/endsIn' });
    expect(finding?.message).toMatch(/^"key 1": expected the call to end in a hangup, but /);
  });

  it('says nothing of a test that passes', () => {
    expect(lintTest({ endsAt: 'sales', endsIn: 'queue' })).toEqual([]);
  });

  it('tells a test file that cannot be read', () => {
    const findings = ofCheck(lintFiles({ 'rules/a.json': RULE, 'rules/a.test.json': '{' }), CHECK);
    expect(findings).toMatchObject([{ severity: 'error', line: 1 }]);
  });

  it('tells a test of a rule that does not exist', () => {
    const file = { rule: 'Main-Menue', tests: [{ name: 'x', caller: [], endsAt: 'root' }] };
    const findings = ofCheck(lintFiles({ 'rules/a.json': RULE, 'rules/a.test.json': file }), CHECK);
    expect(findings.map(({ pointer, message }) => [pointer, message])).toEqual([
      ['/rule', 'no rule has the name "Main-Menue"; did you mean "Main-Menu"?'],
    ]);
  });
});
