// Edge: command report, which writes the report of a lint as files.
import { terminalText } from '../report/escape.ts';
import { renderJson } from '../report/json.ts';
import { renderSummary } from '../report/markdown.ts';
import { reportLint } from '../report/report-checked.ts';
import { isFailure } from '../report/report.ts';
import { renderSarif } from '../report/sarif.ts';
import { openReportFiles } from '../runner/report-files.ts';
import { aboutRun, checkRules } from './check-rules.ts';
import type { CommandLine } from './command-line.ts';
import type { World } from './world.ts';

/** Runs command report. @returns the exit code @throws UserError (`input`) where a file cannot be read or written */
export async function report(line: CommandLine, world: World): Promise<number> {
  const found = reportLint(await checkRules(line, line.words, world), aboutRun(line));
  const { renderHtml } = await import('../report/html/render-html.ts');
  const { write } = openReportFiles(world.folder, line.out, 'option --out');
  const paths = [
    write('report.json', renderJson(found)),
    write('report.md', renderSummary(found)),
    write('report.sarif', renderSarif(found)),
    write('report.html', renderHtml(found)),
  ];
  world.out([...paths.map(terminalText), terminalText(found.message), ''].join('\n'));
  return isFailure(found.result) ? 1 : 0;
}
