import { describe, expect, it } from 'vitest';
import { pickVersion } from '../../src/plan/pick-version.ts';
import type { Flow } from '../../src/ports.ts';
import { NOON, day, flowOf, ruleOf } from './sample.ts';

const rule = ruleOf('A');
const other = ruleOf('A', { media: 'other' });
const aged = (flow: Flow, offset: number): Flow => ({ ...flow, createdAt: day(offset) });

const CASES: readonly (readonly [string, readonly Flow[], string | undefined])[] = [
  ['nothing', [], undefined],
  [
    'an active one before a newer draft',
    [aged(flowOf('draft', other, 'DRAFT'), -1), aged(flowOf('live', rule), -9)],
    'live',
  ],
  [
    'the newest where none is active',
    [aged(flowOf('a', rule, 'INACTIVE'), -9), aged(flowOf('b', other, 'DRAFT'), -1)],
    'b',
  ],
  [
    'of two that follow each other the later one, which leaves the other as it is',
    [
      flowOf('now', ruleOf('A', { expirationDate: day(2) })),
      flowOf('then', ruleOf('A', { media: 'x', effectiveDate: day(2) })),
    ],
    'then',
  ],
  [
    'of two at once the one in force before one that is not',
    [flowOf('waits', ruleOf('A', { effectiveDate: day(2), expirationDate: day(3) })), flowOf('now', other)],
    'now',
  ],
  ['of two in force the newest', [aged(flowOf('old', rule), -9), aged(flowOf('new', other), -1)], 'new'],
];

describe('pickVersion', () => {
  it.each(CASES)('takes %s', (_, flows, id) => {
    expect(pickVersion(flows, NOON)?.id).toBe(id);
    expect(pickVersion(flows.toReversed(), NOON)?.id).toBe(id);
  });
});
