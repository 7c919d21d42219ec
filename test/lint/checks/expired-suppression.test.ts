import { describe, expect, it } from 'vitest';
import { CONFIG_PATH, NOW, lintFiles, loud, node, ruleText, textAt } from '../lint-texts.ts';

const CHECK = 'expired-suppression';
const TRAPPED = ruleText(node('root', 'dtmf', { press_1: 'root', timeout: 'root', invalid: 'root' }));

function configText(expires: string, others: object = {}): string {
  const suppression = { check: 'trap', rule: 'Main-Menu', reason: 'r', expires };
  return JSON.stringify({ ...others, suppressions: [suppression] }, null, 1);
}

const checksOf = (config: string, now = NOW): string[] =>
  loud(lintFiles({ [CONFIG_PATH]: config, 'a.json': TRAPPED }, { now })).map(({ check }) => check);

describe(CHECK, () => {
  it('tells a suppression that is over at its end, and what it suppressed counts again', () => {
    const text = configText('2027-06-14');
    const findings = loud(lintFiles({ [CONFIG_PATH]: text, 'a.json': TRAPPED }));
    expect(findings).toMatchObject([
      { check: 'trap', path: 'a.json' },
      {
        check: CHECK,
        severity: 'error',
        path: CONFIG_PATH,
        pointer: '/suppressions/0/expires',
        message:
          'this suppression of "trap" in rule "Main-Menu" was valid until "2027-06-14": remove it, or give it a new reason and date',
      },
    ]);
    expect(findings.slice(1).map((finding) => textAt(text, finding))).toEqual(['"2027-06-14"']);
  });

  it.each<[string, string, string, boolean]>([
    ['a date through its last millisecond', '2027-06-15', '2027-06-15T23:59:59.999Z', false],
    ['a date that is over', '2027-06-15', '2027-06-16T00:00:00.000Z', true],
    ['29 February', '2028-02-29', '2028-02-29T12:00:00Z', false],
    ['an instant that is to come', '2027-06-15T14:00:00+02:00', '2027-06-15T11:59:59.999Z', false],
    ['an instant that has come', '2027-06-15T14:00:00+02:00', '2027-06-15T12:00:00.000Z', true],
  ])('%s', (_, expires, now, isOver) => {
    expect(checksOf(configText(expires), Date.parse(now))).toEqual(isOver ? ['trap', CHECK] : []);
  });

  it('is told whether or not there is anything left to suppress, and never as unused', () => {
    const text = configText('2027-06-14').replace('Main-Menu', 'Gone');
    expect(checksOf(text)).toEqual(['trap', CHECK]);
  });

  it('takes the severity that the config gives it', () => {
    expect(checksOf(configText('2027-06-14', { severities: { [CHECK]: 'off' } }))).toEqual(['trap']);
  });
});
