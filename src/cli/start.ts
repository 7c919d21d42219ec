// Edge: the real process around the command line.
import { readFileSync } from 'node:fs';
import { systemClock } from '../runner/system-clock.ts';
import { runCli } from './run-cli.ts';

/** The version beside the program: dist/ has a package.json of its own, and the sources lie in the package's folder. */
function readVersion(program: string): string {
  const folder = program.endsWith('.ts') ? '../' : './';
  const text = readFileSync(new URL(`${folder}package.json`, program), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** A reader that has seen enough, such as `head`, closes the pipe: that is no error. */
function allowClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/** Runs the command line of this process, and sets its exit code. @param program the URL of the file that was started */
export async function start(program: string): Promise<void> {
  allowClosedPipe();
  process.exitCode = await runCli(process.argv.slice(2), {
    folder: process.cwd(),
    variables: process.env,
    isTerminal: process.stdout.isTTY,
    clock: systemClock,
    version: readVersion(program),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}
