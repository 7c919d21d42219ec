import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/lint/finding.ts';
import { ruleFile } from '../../rules/rule-file.ts';
import { CONFIG_PATH, lintFiles, loud, node, ruleText, textAt } from '../lint-texts.ts';

const CHECK = 'unused-suppression';
const TRAPPED = ruleText(
  node('root', 'queue', { busy: 'again' }),
  node('again', 'dtmf', { press_1: 'again', timeout: 'again', invalid: 'again' }),
);

/** A config with one suppression, a key a line. */
function configText(changes: object, others: object = {}): string {
  const suppression = { check: 'undefined-target', rule: 'Main-Menu', reason: 'r', expires: '2028-01-01' };
  return JSON.stringify({ ...others, suppressions: [{ ...suppression, ...changes }] }, null, 1);
}

function findingsOf(config: string, files: object = {}): readonly Finding[] {
  const all = { [CONFIG_PATH]: config, 'rules/a.json': TRAPPED, ...files };
  return loud(lintFiles(all)).filter(({ check }) => check === CHECK);
}

describe(CHECK, () => {
  it.each<[string, object, string, string]>([
    [
      'a finding that is not there',
      {},
      '',
      'check "undefined-target" finds nothing in rule "Main-Menu": remove this suppression',
    ],
    [
      'a finding that is in another node',
      { check: 'unreachable-node', node: 'root' },
      '',
      'check "unreachable-node" finds nothing in node "root" of rule "Main-Menu": remove this suppression',
    ],
    [
      'a check with a typo',
      { check: 'undefined-taget' },
      '/check',
      'there is no check "undefined-taget"; did you mean "undefined-target"?',
    ],
    ['a check that is far from all', { check: 'x' }, '/check', 'there is no check "x"'],
    [
      'a rule with a typo',
      { rule: 'Main-Menue' },
      '/rule',
      'no rule has the name "Main-Menue"; did you mean "Main-Menu"?',
    ],
    [
      'a node with a typo',
      { node: 'rot' },
      '/node',
      'rule "Main-Menu" has no node "rot"; did you mean "root"?',
    ],
  ])('tells a suppression of %s, at the part that is wrong', (_, changes, part, message) => {
    const text = configText(changes);
    const findings = findingsOf(text);
    expect(findings).toMatchObject([
      { severity: 'warning', path: CONFIG_PATH, pointer: `/suppressions/0${part}`, message },
    ]);
    const [quoted] = findings.map((finding) => textAt(text, finding));
    const key = part.slice(1) as keyof typeof changes;
    expect(JSON.parse(quoted ?? '')).toEqual(part === '' ? expect.objectContaining(changes) : changes[key]);
  });

  it('tells one of a check that is off', () => {
    const text = configText({ check: 'trap' }, { severities: { trap: 'off' } });
    expect(findingsOf(text)).toMatchObject([
      { message: 'check "trap" is off, so there is nothing to suppress' },
    ]);
  });

  it.each<[string, object]>([
    ['of a finding', { check: 'trap' }],
    ['of a finding in its node', { check: 'trap', node: 'again' }],
  ])('is silent about a suppression %s', (_, changes) => {
    expect(findingsOf(configText(changes))).toEqual([]);
  });

  it('is silent about a rule that is not known while a file is broken: it may be its', () => {
    const text = configText({ rule: 'Broken' });
    expect(findingsOf(text, { 'rules/b.json': '{' })).toEqual([]);
    expect(findingsOf(text)).toHaveLength(1);
    expect(findingsOf(configText({ check: 'x' }), { 'rules/b.json': '{' })).toHaveLength(1);
  });

  it('takes the severity that the config gives it', () => {
    const severityOf = (severity: string): (string | undefined)[] =>
      findingsOf(configText({}, { severities: { [CHECK]: severity } })).map((finding) => finding.severity);
    expect(severityOf('error')).toEqual(['error']);
    expect(severityOf('off')).toEqual([]);
  });

  it('is told of a suppression whose finding another suppresses too only where it speaks of none', () => {
    const one = { check: 'trap', rule: 'Main-Menu', reason: 'r', expires: '2028-01-01' };
    const text = JSON.stringify({ suppressions: [one, { ...one, node: 'again' }, { ...one, node: 'root' }] });
    expect(findingsOf(text)).toMatchObject([{ pointer: '/suppressions/2' }]);
    expect(loud(lintFiles({ [CONFIG_PATH]: '{}', 'a.json': ruleFile() }))).toEqual([]);
  });
});
