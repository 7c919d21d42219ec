import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/lint/finding.ts';
import { chooseAnnotations } from '../../src/report/annotations.ts';

function findings(severity: Finding['severity'], count: number): Finding[] {
  return Array.from({ length: count }, (_, index) => ({
    check: 'trap',
    severity,
    path: 'rules/a.json',
    line: index + 1,
    column: 1,
    endLine: index + 1,
    endColumn: 2,
    pointer: '',
    message: `${severity} ${index + 1}`,
  }));
}

describe('annotations', () => {
  it('have the place and the words of their findings, errors first', () => {
    const [error, warning, info] = [findings('error', 1), findings('warning', 1), findings('info', 1)].flat();
    expect(
      chooseAnnotations(
        [info, warning, error].filter((one) => one !== undefined),
        0,
      ),
    ).toEqual([
      { severity: 'error', message: 'error 1', finding: error },
      { severity: 'warning', message: 'warning 1', finding: warning },
      { severity: 'notice', message: 'info 1', finding: info },
    ]);
  });

  it.each([
    ['error', 'error', 'errors'],
    ['warning', 'warning', 'warnings'],
    ['info', 'notice', 'remarks'],
  ] as const)('of type %s are ten, the tenth says how many more there are', (severity, shown, noun) => {
    expect(chooseAnnotations(findings(severity, 10), 0)).toHaveLength(10);
    const chosen = chooseAnnotations(findings(severity, 11), 0);
    expect(chosen.map(({ severity: type }) => type)).toEqual(Array.from({ length: 10 }, () => shown));
    expect(chosen.slice(0, 9).map(({ message }) => message)).toEqual(
      Array.from({ length: 9 }, (_, index) => `${severity} ${index + 1}`),
    );
    expect(chosen[9]).toEqual({
      severity: shown,
      message: `2 more ${noun}: the job summary and report.json have them all`,
    });
  });

  it('count what is not shown truly', () => {
    expect(chooseAnnotations(findings('error', 1000), 0).at(-1)?.message).toMatch(/^991 more errors/);
  });

  it('leave room for the errors that the run itself shows', () => {
    const all = [...findings('error', 12), ...findings('warning', 12)];
    const chosen = chooseAnnotations(all, 1);
    expect(chosen.filter(({ severity }) => severity === 'error')).toHaveLength(9);
    expect(chosen[8]?.message).toMatch(/^4 more errors/);
    expect(chosen.filter(({ severity }) => severity === 'warning')).toHaveLength(10);
    expect(chooseAnnotations(findings('error', 9), 1)).toHaveLength(9);
  });

  it('are none where there are no findings', () => {
    expect(chooseAnnotations([], 1)).toEqual([]);
  });
});
