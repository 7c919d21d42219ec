// What a laptop starts: the same checks as the action, from a command line. The rest is loaded once this Node will do.
import { explainOldNode } from './cli/node-version.ts';

const tooOld = explainOldNode(process.versions.node);
if (tooOld === undefined) {
  const { start } = await import('./cli/start.ts');
  await start(import.meta.url);
} else {
  process.stderr.write(`cxone-ivr: ${tooOld}\n`);
  process.exitCode = 2;
}
