// Edge: command report, which writes the report of a lint as files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reportLint } from '../commands/report-checked.ts';
import { UserError } from '../errors.ts';
import { terminalText } from '../report/escape.ts';
import { renderJson } from '../report/json.ts';
import { renderSummary } from '../report/markdown.ts';
import { isFailure } from '../report/report.ts';
import { renderSarif } from '../report/sarif.ts';
import { aboutRun, checkRules } from './check-rules.ts';
import type { CommandLine } from './command-line.ts';
import type { World } from './world.ts';

function write(folder: string, name: string, text: string): string {
  const path = resolve(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new UserError('input', `${path} cannot be written`, { cause: error });
  }
  return path;
}

/** Runs command report. @returns the exit code @throws UserError (`input`) where a file cannot be read or written */
export async function report(line: CommandLine, world: World): Promise<number> {
  const found = reportLint(await checkRules(line, line.words, world), aboutRun(line));
  const { renderHtml } = await import('../report/html/render-html.ts');
  const folder = resolve(world.folder, line.out);
  const paths = [
    write(folder, 'report.json', renderJson(found)),
    write(folder, 'report.md', renderSummary(found)),
    write(folder, 'report.sarif', renderSarif(found)),
    write(folder, 'report.html', renderHtml(found)),
  ];
  world.out([...paths.map(terminalText), terminalText(found.message), ''].join('\n'));
  return isFailure(found.result) ? 1 : 0;
}
