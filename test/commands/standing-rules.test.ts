import { describe, expect, it } from 'vitest';
import { readStandingRules } from '../../src/commands/standing-rules.ts';
import type { Held } from '../../src/plan/deployed-state.ts';
import type { Flow } from '../../src/ports.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { flowOf, ruleOf } from '../plan/sample.ts';

const old = ruleOf('A');
const held = ruleOf('A', { media: 'other' });
const other = ruleOf('B');
const hold = ({ payload, payloadHash }: Rule): Held => ({ name: payload.name, payloadHash });

interface Case {
  readonly is: string;
  readonly rules: readonly Rule[];
  readonly flows?: Readonly<Record<string, string>>;
  readonly held?: readonly Held[];
  readonly tenant?: readonly Flow[];
  readonly expected: readonly Rule[];
}

describe('the rules that callers meet', () => {
  it.each<Case>([
    { is: 'are those of the commit where nothing is held', rules: [held, other], expected: [held, other] },
    {
      is: 'are the versions before, of what is held',
      rules: [held, other],
      flows: { A: 'f-1' },
      held: [hold(held)],
      tenant: [flowOf('f-1', old)],
      expected: [old, other],
    },
    {
      is: 'lack a rule that was held when it was new',
      rules: [held, other],
      flows: { B: 'f-2' },
      held: [hold(held)],
      expected: [other],
    },
    {
      is: 'have a rule whose removal is held',
      rules: [other],
      flows: { A: 'f-1' },
      held: [{ name: 'A', payloadHash: '' }],
      tenant: [flowOf('f-1', old)],
      expected: [old, other],
    },
    {
      is: 'are those of the commit where another version is held',
      rules: [old],
      flows: { A: 'f-1' },
      held: [hold(held)],
      expected: [old],
    },
    {
      is: 'are taken for the held ones where the version before is gone',
      rules: [held],
      flows: { A: 'f-1' },
      held: [hold(held)],
      expected: [held],
    },
    {
      is: 'are taken for the held ones where the flow is another rule by now',
      rules: [held],
      flows: { A: 'f-1' },
      held: [hold(held)],
      tenant: [flowOf('f-1', other)],
      expected: [held],
    },
  ])('$is', async ({ rules, flows = {}, held: holds = [], tenant = [], expected }) => {
    const asked: string[] = [];
    const getFlow = async (id: string) => {
      asked.push(id);
      return tenant.find((flow) => flow.id === id);
    };
    const standing = await readStandingRules(
      {
        rules,
        state: { flows, held: holds },
        pathOf: (name) => `rules/${name}.json`,
        statusOf: ({ status }) => status,
      },
      { getFlow },
    );
    const tell = ({ path, payload, payloadHash, status }: Rule) =>
      [payload.name, path, payloadHash, status].join(' ');
    expect(standing.map(tell).toSorted()).toEqual(expected.map(tell).toSorted());
    if (holds.length === 0) expect(asked).toEqual([]);
  });
});
