// Each scenario through the built action. The comments that are expected are files for people: read them. After a change that is
// meant, `npx vitest run test/scenarios -u` writes them anew.
import { describe, expect, it } from 'vitest';
import { byteLength } from '../../src/report/fit.ts';
import { COMMENT_BUDGET } from '../../src/report/markdown.ts';
import { playScenario } from './play-scenario.ts';
import { readScenarios } from './scenario.ts';

describe('scenario', () => {
  it.each(readScenarios())('$name: $about', async (scenario) => {
    const { expect: expected } = scenario;
    const { run, comment, posted, violations } = await playScenario(scenario);
    await expect(comment).toMatchFileSnapshot(scenario.comment);
    expect(run.outputs).toMatchObject({ result: expected.result, reason: expected.reason ?? '' });
    expect(run.exitCode).toBe(expected.result === 'failed' ? 1 : 0);
    expect(posted).toEqual(expected.posted ? [comment] : []);
    const warnings = run.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
    if (expected.warning !== undefined) expect(warnings.join('\n')).toContain(expected.warning);
    expect(byteLength(comment)).toBeLessThanOrEqual(COMMENT_BUDGET);
    expect(violations).toEqual([]);
  });
});
