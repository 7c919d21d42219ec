import { describe, expect, it } from 'vitest';
import { NO_CONFIG } from '../../../src/lint/config.ts';
import { lintRules } from '../../../src/lint/lint-rules.ts';
import { loadRules } from '../../../src/rules/load-rules.ts';
import type { Problem } from '../../../src/rules/problem.ts';
import { loadPathTests } from '../../../src/simulate/read-path-tests.ts';
import { ruleFile, sourceFile } from '../../rules/rule-file.ts';
import { SETTINGS } from '../lint-texts.ts';

const CHECK = 'rule-files';

/** What a workspace says of some places beside one rule with an error. */
function lintBeside(problems: readonly Problem[]): readonly object[] {
  const rules = loadRules([sourceFile('rules/b.json', ruleFile({ name: 7 }))]);
  const input = { rules, pathTests: loadPathTests([]), config: NO_CONFIG, problems };
  const { findings } = lintRules(input, SETTINGS);
  return findings;
}

describe(CHECK, () => {
  it('is an error at the path, and hides nothing of the other files', () => {
    const message = 'this is a symbolic link that leads nowhere';
    const problem = { check: CHECK, path: 'rules/a.json', message, place: { line: 1 } };
    expect(lintBeside([problem])).toMatchObject([
      {
        check: CHECK,
        severity: 'error',
        path: 'rules/a.json',
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 1,
        pointer: '',
        message,
      },
      { check: 'schema', path: 'rules/b.json' },
    ]);
  });

  it('is a remark where files are only matched twice', () => {
    const problem = {
      check: CHECK,
      path: 'rules/b.json',
      message: 'm',
      place: { line: 1 },
      severity: 'info',
    } as const;
    expect(lintBeside([problem])).toMatchObject([{ check: 'schema' }, { check: CHECK, severity: 'info' }]);
  });
});
