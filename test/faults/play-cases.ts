// Plays many cases, several at a time: most of a case is waiting for sockets.
import { type Case, hasSilence } from './cases.ts';
import { type Played, playCase } from './play-case.ts';
import { run } from './run.ts';
import { type Beginning, type History, emptyScene, keep, makeHistory } from './scene.ts';

const AT_ONCE = 6;
/** Milliseconds of real time after which a case hangs. */
const LONGEST_CASE = 60_000;

/** Milliseconds of real time after which a request that is never answered is given up: at first, and on a machine that is too busy. */
const PATIENCE = [250, 5000] as const;

/** Plays a case; one that failed for want of time is played again with more of it. */
async function playPatiently(beginning: Beginning, entry: Case): Promise<Played> {
  const played = await playCase(beginning, entry, PATIENCE[0]);
  return played.problems.length === 0 || !hasSilence(entry)
    ? played
    : playCase(beginning, entry, PATIENCE[1]);
}

/** Deploys the first commit, and keeps what that leaves. */
export async function begin(): Promise<{ readonly beginning: Beginning; readonly history: History }> {
  const history = await makeHistory();
  const scene = emptyScene(history);
  const order = {
    command: 'deploy',
    commit: 'first',
    runId: 1,
    concurrency: 8,
    requestTimeout: 20_000,
  } as const;
  const { result, error } = await run(scene, order);
  if (result?.report.result !== 'deployed')
    throw new Error(`the first deployment ended as ${result?.report.result}`, { cause: error });
  return { beginning: keep(scene), history };
}

async function playWithin(beginning: Beginning, entry: Case): Promise<Played> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Played>((resolve) => {
    const hung = { name: entry.name, problems: ['the case hangs'], result: 'hangs', hadRemovalGap: false };
    timer = setTimeout(() => resolve(hung), LONGEST_CASE);
  });
  const failed = (error: unknown): Played => ({
    name: entry.name,
    problems: [`the case threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
    result: 'threw',
    hadRemovalGap: false,
  });
  try {
    return await Promise.race([playPatiently(beginning, entry).catch(failed), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Plays cases. @returns them in their order */
export async function playCases(
  beginning: Beginning,
  cases: readonly Case[],
  onPlayed: (played: Played) => void = () => {},
): Promise<Played[]> {
  const played: Played[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < cases.length; index = next++) {
      const entry = cases[index];
      if (entry === undefined) return;
      const result = await playWithin(beginning, entry);
      played[index] = result;
      onPlayed(result);
    }
  };
  // The stacks of errors that are meant cost more than all else.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 2;
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  return played;
}
