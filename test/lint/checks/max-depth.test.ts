import { describe, expect, it } from 'vitest';
import { lintText, node, ofCheck, ruleText, textAt } from '../lint-texts.ts';

const CHECK = 'max-depth';

/** A chain of queues with so many transitions. */
function chain(depth: number): string[] {
  return Array.from({ length: depth + 1 }, (_, index) =>
    node(`n${index}`, 'queue', index < depth ? { busy: `n${index + 1}` } : {}),
  );
}

describe(CHECK, () => {
  it('tells the way at its last node', () => {
    const text = ruleText(...chain(4));
    const findings = lintText(text, { maxDepth: 3 });
    expect(findings).toEqual([
      {
        check: CHECK,
        severity: 'error',
        path: 'rules/a.json',
        line: 8,
        column: 5,
        endLine: 8,
        endColumn: 48,
        pointer: '/nodes/4',
        message: 'the longest way has 4 transitions, the limit is 3: n0 → n1 → n2 → n3 → n4',
      },
    ]);
    expect(findings.map((finding) => textAt(text, finding))).toEqual([node('n4', 'queue')]);
  });

  it.each([
    ['15 passes where the limit is 15', 15, 15, 0],
    ['16 does not', 16, 15, 1],
    ['1 does not where the limit is 0', 1, 0, 1],
    ['0 passes everywhere', 0, 0, 0],
  ])('a depth of %s', (_, depth, maxDepth, count) => {
    expect(ofCheck(lintText(ruleText(...chain(depth)), { maxDepth }), CHECK)).toHaveLength(count);
  });

  it('does not count a way back', () => {
    const text = ruleText(
      node('menu', 'dtmf', { press_1: 'more', timeout: 'menu' }),
      node('more', 'dtmf', { press_1: 'end', press_star: 'menu' }),
      node('end', 'hangup'),
    );
    expect(ofCheck(lintText(text, { maxDepth: 2 }), CHECK)).toEqual([]);
    expect(ofCheck(lintText(text, { maxDepth: 1 }), CHECK)).toMatchObject([
      {
        message: 'the longest way has 2 transitions, the limit is 1: menu → more → end',
        pointer: '/nodes/2',
      },
    ]);
  });

  it('cuts a long way in its middle and says by how much', () => {
    const [finding] = ofCheck(lintText(ruleText(...chain(100))), CHECK);
    expect(finding?.message).toMatch(/^the longest way has 100 transitions, the limit is 15: n0 → n1 → /);
    expect(finding?.message).toContain('n19 → (61 more) → n81');
    expect(finding?.message).toMatch(/ → n100$/);
  });

  /**
   * Six nodes and thirty others, each of the one side leading to all of the other, entered at both sides: an irreducible loop
   * whose longest way has 13 transitions, for it runs out of the six. The search spends its budget on it.
   */
  const many = (letter: string, count: number): string[] =>
    Array.from({ length: count }, (_, index) => letter + index);
  const toAll = (ids: readonly string[]): Record<string, string> =>
    Object.fromEntries(ids.map((id, index) => [`key_${index}`, id]));
  const [few, others] = [many('x', 6), many('y', 30)];
  const tangle = ruleText(
    node('entry', 'queue', { a: 'x0', b: 'y0' }),
    ...few.map((id) => node(id, 'queue', toAll(others))),
    ...others.map((id) => node(id, 'queue', toAll(few))),
  );

  it('is a warning where a longer way was not found but could not be ruled out', () => {
    const [finding] = ofCheck(lintText(tangle), CHECK);
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding?.message).toMatch(
      /^the longest way found has 13 transitions, but one of up to 36 could not be ruled out; the limit is 15$/,
    );
  });

  it('is an error where the best way found is too long already', () => {
    const [finding] = ofCheck(lintText(tangle, { maxDepth: 11 }), CHECK);
    expect(finding).toMatchObject({ severity: 'error' });
    expect(finding?.message).toMatch(
      /^the longest way has 13 transitions, the limit is 11: entry → [xy]0 → /,
    );
  });

  it('is silent where even the bound is within the limit', () => {
    expect(ofCheck(lintText(tangle, { maxDepth: 36 }), CHECK)).toEqual([]);
    expect(ofCheck(lintText(tangle, { maxDepth: 35 }), CHECK)).toHaveLength(1);
  });
});
