// Loaded into a process by `--import`: when it ends, writes the most memory that it has held, in bytes, to the file that
// PEAK_MEMORY_FILE names.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

/** Linux counts what the parent held at the fork into `maxRSS`, so its own figure of this program alone is read. */
function readPeak() {
  const own = existsSync(STATUS) ? /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8')) : null;
  return Number(own?.[1] ?? process.resourceUsage().maxRSS) * 1024;
}

process.once('exit', () => writeFileSync(process.env.PEAK_MEMORY_FILE ?? '', String(readPeak())));
