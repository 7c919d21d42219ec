import { describe, expect, it } from 'vitest';
import {
  outcomeContext,
  rolledBackText,
  rulesContext,
  rulesText,
  successText,
} from '../../src/audit/status-text.ts';

const HASH = 'ab'.repeat(32);
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const COUNTS = [0, 1, 1234, 1_000_000, Number.MAX_SAFE_INTEGER];

describe('the texts of the statuses', () => {
  it('are those of the interface', () => {
    expect(successText(12, HASH)).toBe(`12 rules · audit sha256:${HASH}`);
    expect(rulesText(12, HASH)).toBe(`12 rules · sha256:${HASH}`);
    expect(rolledBackText(COMMIT, HASH)).toBe(`rolled back to 0123456789ab · audit sha256:${HASH}`);
    expect(outcomeContext('eu')).toBe('cxone-ivr/eu');
    expect(rulesContext('eu')).toBe('cxone-ivr/eu/rules');
  });

  it.each(COUNTS)('have at most 140 characters, the hash whole, with %d rules', (count) => {
    for (const text of [successText(count, HASH), rulesText(count, HASH), rolledBackText(HASH, HASH)]) {
      expect(text.length).toBeLessThanOrEqual(140);
      expect(text).toMatch(/sha256:[0-9a-f]{64}$/);
    }
  });
});
