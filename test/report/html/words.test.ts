// Sentences on the page: what others wrote is told apart, however much of it there is.
import { describe, expect, it } from 'vitest';
import { sentence } from '../../../src/report/html/words.ts';

describe('a sentence', () => {
  it('with a quote that nothing ends takes no more time than others', () => {
    const before = process.cpuUsage();
    const { markup } = sentence(`"${'\\"'.repeat(250_000)}\\`);
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
    expect(markup.length).toBeGreaterThan(250_000);
  });
});
