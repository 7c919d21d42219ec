// Commands lint and test: findings, path tests, and a last line that counts.
import { countFindings } from '../lint/finding.ts';
import { renderJson } from '../report/json.ts';
import { tabulatePathTests } from '../report/path-test-table.ts';
import { sumUpPathTests } from '../report/path-tests.ts';
import { NO_PATH_TESTS, reportLint, reportTest } from '../report/report-checked.ts';
import { type Report, isFailure } from '../report/report.ts';
import { count } from '../rules/count.ts';
import { aboutRun, checkRules } from './check-rules.ts';
import type { CommandLine } from './command-line.ts';
import { escapeJson } from './json-text.ts';
import { listFindings } from './list-findings.ts';
import { type Paint, choosePaint } from './paint.ts';
import type { World } from './world.ts';

/** What stands between the findings and the last line. */
function describePathTests({ command, pathTests }: Report): string[] {
  if (pathTests === undefined) return [];
  return command === 'test' ? [...tabulatePathTests(pathTests), ''] : [sumUpPathTests(pathTests)];
}

function lastLine(report: Report, paint: Paint): string {
  const { command, findings, message, result } = report;
  const remarks = command === 'lint' ? countFindings(findings, 'info') : 0;
  const text = `${message}${remarks === 0 ? '' : `, ${count(remarks, 'remark')}`}`;
  const style = isFailure(result) ? 'red' : findings.length > 0 ? 'yellow' : 'green';
  return paint(['bold', style], text);
}

function renderText(report: Report, paint: Paint): string {
  const lines = [
    ...listFindings(report.findings, paint),
    ...describePathTests(report),
    lastLine(report, paint),
  ];
  return `${lines.join('\n')}\n`;
}

/** Prints a report. @returns the exit code */
function print(report: Report, line: CommandLine, world: World): number {
  const paint = choosePaint(world.isTerminal, world.variables.NO_COLOR, line.noColor);
  world.out(line.json ? escapeJson(renderJson(report)) : renderText(report, paint));
  return isFailure(report.result) ? 1 : 0;
}

/** Runs command lint. @returns the exit code @throws UserError (`input`) */
export async function lint(line: CommandLine, world: World): Promise<number> {
  return print(reportLint(await checkRules(line, line.words, world), aboutRun(line)), line, world);
}

/** Runs command test. @returns the exit code @throws UserError (`input`) */
export async function test(line: CommandLine, world: World): Promise<number> {
  const checked = await checkRules(line, line.words, world);
  if (line.json && checked.pathTests.files.length === 0) world.err(`cxone-ivr: ${NO_PATH_TESTS}\n`);
  return print(reportTest(checked, aboutRun(line)), line, world);
}
