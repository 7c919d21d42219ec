// What a config's severities and thresholds do to findings.
import { describe, expect, it } from 'vitest';
import { milderSeverity } from '../../src/lint/finding.ts';
import { weighBy } from '../../src/lint/place-problems.ts';
import { CHECKS } from '../../src/lint/registry.ts';
import { ruleFile, sourceFile } from '../rules/rule-file.ts';
import { CONFIG_PATH, lintFiles, lintSources, loud, node, readRightConfig, ruleText } from './lint-texts.ts';

const weigh = (severities: object): ReturnType<typeof weighBy> =>
  weighBy(CHECKS, readRightConfig(sourceFile(CONFIG_PATH, { severities })));
const problem = { path: 'a.json', message: 'm', place: { line: 1 } };

describe('the severity of a finding', () => {
  it.each([
    ["its check's own", {}, undefined, 'error'],
    ['the one of the config', { trap: 'info' }, undefined, 'info'],
    ['raised by the config', { 'unreachable-node': 'error' }, undefined, 'error'],
    ['off', { trap: 'off' }, undefined, 'off'],
    ['its own where that is milder', {}, 'info', 'info'],
    ['its own where the config says the same of its check', { trap: 'error' }, 'warning', 'warning'],
    ['the one of the config where that is milder', { trap: 'info' }, 'warning', 'info'],
    ['off, whatever its own', { trap: 'off' }, 'info', 'off'],
  ] as const)('is %s', (_, severities, own, expected) => {
    const check = 'unreachable-node' in severities ? 'unreachable-node' : 'trap';
    const severity = own === undefined ? {} : { severity: own };
    expect(weigh(severities)({ ...problem, check, ...severity })).toBe(expected);
  });

  it('is an error for a check that is not known', () => {
    expect(weigh({ trap: 'off' })({ ...problem, check: 'not-there' })).toBe('error');
  });

  it('is milder the less it weighs', () => {
    expect(milderSeverity('error', 'warning')).toBe('warning');
    expect(milderSeverity('info', 'warning')).toBe('info');
    expect(milderSeverity('error', 'error')).toBe('error');
  });
});

describe('a config', () => {
  const trapped = ruleText(
    node('root', 'queue', { busy: 'again' }),
    node('again', 'dtmf', { press_1: 'again', timeout: 'again', invalid: 'again' }),
    node('lost', 'hangup'),
  );
  const lint = (config: object) =>
    loud(lintFiles({ [CONFIG_PATH]: config, 'a.json': trapped })).map(
      ({ check, severity }) => `${severity} ${check}`,
    );

  it('gives checks another weight, and takes the findings of those that are off away', () => {
    expect(lint({})).toEqual(['error trap', 'warning unreachable-node']);
    expect(lint({ severities: { 'unreachable-node': 'error', trap: 'warning' } })).toEqual([
      'error unreachable-node',
      'warning trap',
    ]);
    expect(lint({ severities: { trap: 'off' } })).toEqual(['warning unreachable-node']);
  });

  it('can turn down every check that is not fixed, and no other', () => {
    const free = CHECKS.filter(({ isFixed }) => isFixed !== true).map(({ id }) => [id, 'off']);
    expect(lint({ severities: Object.fromEntries(free) as object })).toEqual([]);
    const fixed = CHECKS.filter(({ isFixed }) => isFixed === true).map(({ id }) => id);
    expect(fixed).toEqual(
      expect.arrayContaining([
        'duplicate-key',
        'duplicate-rule-name',
        'schema',
        'syntax',
        'window-ambiguous',
      ]),
    );
    for (const id of fixed)
      expect(() => lint({ severities: { [id]: 'info' } })).toThrow('keeps deployments safe');
  });

  it('sets how soon a rule expires', () => {
    const rule = ruleFile({ expirationDate: '2027-07-15T00:00:00Z' });
    const checks = (thresholds: object): string[] =>
      loud(lintFiles({ [CONFIG_PATH]: { thresholds }, 'a.json': rule })).map(({ check }) => check);
    expect(checks({})).toEqual([]);
    expect(checks({ windowExpiresSoonDays: 30 })).toEqual(['window-expires-soon']);
  });
});

describe('the timelines of a lint', () => {
  it('are those of all campaigns, by id', () => {
    const { timelines } = lintSources([
      sourceFile('a.json', ruleFile({ name: 'A', campaignId: 'y', expirationDate: '2027-06-20T00:00:00Z' })),
      sourceFile('b.json', ruleFile({ name: 'B', campaignId: 'x' })),
      sourceFile('c.json', ruleFile({ name: 'C', campaignId: 'z', status: 'DRAFT' })),
    ]);
    expect(timelines.map(({ campaignId, expiringSoon }) => [campaignId, expiringSoon.length])).toEqual([
      ['x', 0],
      ['y', 1],
    ]);
  });
});
