// The path tests of a report as Markdown: one line that is always there, and a table that may give way.
import { codeSpan } from './escape.ts';
import type { Section } from './fit.ts';
import {
  type PathTestReport,
  type TestedRule,
  type UntakenTransition,
  remarkOnPathTests,
  sumUpPathTests,
} from './path-tests.ts';

/** How many transitions that no test takes are named for one rule. */
const MOST_NAMED = 10;
/** UTF-16 units of a node's id and of a condition, of which a cell holds many. */
const LONGEST_PART = 60;

function spellUntaken({ node, condition }: UntakenTransition): string {
  return `${codeSpan(node, LONGEST_PART)} ${codeSpan(condition, LONGEST_PART)}`;
}

function untakenCell(untaken: readonly UntakenTransition[]): string {
  if (untaken.length === 0) return '–';
  const named = untaken.slice(0, MOST_NAMED).map(spellUntaken).join(', ');
  const more = untaken.length - MOST_NAMED;
  return more > 0 ? `${named} and ${more} more` : named;
}

function ruleRow({ name, tests, failed, taken, transitions, untaken }: TestedRule): string {
  const failures = failed === 0 ? '0' : `${failed} ❌`;
  const cells = [
    codeSpan(name),
    tests - failed,
    failures,
    `${taken} of ${transitions}`,
    untakenCell(untaken),
  ];
  return `| ${cells.join(' | ')} |\n`;
}

const TABLE_HEAD =
  '| Rule | Passed | Failed | Transitions taken | Taken by no test |\n| --- | ---: | ---: | ---: | --- |\n';

/** The sections of a report on its path tests. */
export function pathTestSections(report: PathTestReport): Section[] {
  const remark = remarkOnPathTests(report);
  const icon = report.failed === 0 ? '✅' : '❌';
  const line = `${icon} ${sumUpPathTests(report)}.${remark === '' ? '' : ` ${remark}.`}`;
  return [
    { noun: '', head: `\n### Path tests\n\n${line}\n`, items: [], tail: '', rank: 0 },
    {
      noun: 'rows of path tests',
      head: `\n<details><summary>Path tests by rule</summary>\n\n${TABLE_HEAD}`,
      items: report.rules.map(ruleRow),
      tail: '\n</details>\n',
      rank: 5,
    },
  ];
}
