import { describe, expect, it } from 'vitest';
import { lintText, node, ofCheck, ruleText, textAt } from '../lint-texts.ts';

const CHECK = 'fallback-target';

function withFallback(fallback: string): string {
  return ruleText(node('root', 'queue')).replace('{ "type": "hangup" }', fallback);
}

describe(CHECK, () => {
  it('tells a queue that is not named, at the fallback', () => {
    const text = withFallback('{ "type": "queue" }');
    const findings = lintText(text);
    expect(findings).toEqual([
      {
        check: CHECK,
        severity: 'warning',
        path: 'rules/a.json',
        line: 6,
        column: 21,
        endLine: 6,
        endColumn: 40,
        pointer: '/fallbackAction',
        message: 'fallbackAction sends callers to a queue, but does not say to which: it has no target',
      },
    ]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual(['{ "type": "queue" }']);
  });

  it('tells a transfer to nobody', () => {
    expect(ofCheck(lintText(withFallback('{ "type": "transfer" }')), CHECK)).toMatchObject([
      { message: 'fallbackAction transfers callers, but does not say where to: it has no target' },
    ]);
  });

  it.each([
    ['a hangup', '{ "type": "hangup" }'],
    ['a hangup with a target', '{ "type": "hangup", "target": "bye" }'],
    ['a queue with a target', '{ "type": "queue", "target": "agents" }'],
    ['a transfer with a target that is no node', '{ "type": "transfer", "target": "+1 555" }'],
  ])('is silent about %s', (_, fallback) => {
    expect(ofCheck(lintText(withFallback(fallback)), CHECK)).toEqual([]);
  });
});
