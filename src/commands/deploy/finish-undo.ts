// What `post` does after a run that was cancelled before it had undone everything: it takes up the journal.
import { outcomeContext } from '../../audit/status-text.ts';
import { messageOf } from '../../errors.ts';
import type { GitHub, Log, Tenant } from '../../ports.ts';
import { count } from '../../rules/count.ts';
import type { Journal } from '../../transaction/journal.ts';
import { undoAll } from '../../transaction/undo.ts';
import { DONE } from '../records/open-record.ts';
import { readRecordHistory } from '../records/record-history.ts';
import { NOT_RECORDED } from '../records/seal.ts';
import type { OpenRecord } from '../session.ts';

export interface FinishDoors {
  readonly tenant: Tenant;
  readonly github: GitHub | undefined;
  readonly log: Log;
  /** The page of this run, which its records name; empty or left out where it is not known. */
  readonly runUrl?: string;
}

type Ending = 'undone' | 'undo failed' | 'live' | 'recorded';

const WORDS: Readonly<
  Record<Ending, { readonly state: 'failure' | 'error' | 'inactive'; readonly text: string }>
> = {
  undone: { state: 'failure', text: 'undone after the run was cancelled' },
  'undo failed': {
    state: 'error',
    text: 'undo failed after the run was cancelled: a person must look at the tenant',
  },
  live: { state: 'error', text: 'live, but the run was ended before it was recorded: run this again' },
  recorded: { state: 'inactive', text: DONE },
};

/**
 * A run that had succeeded was ended while it told GitHub of it. Closes the record that was to say so, where it had not come to.
 * @returns whether it says so
 */
async function isRecorded(github: GitHub, environment: string, { id, sha }: OpenRecord): Promise<boolean> {
  const { unsettled } = await readRecordHistory(github, environment);
  if (!unsettled.some(({ record }) => record.id === id)) return true;
  const halves = unsettled.filter(({ record }) => record.id > id && record.sha === sha);
  for (const { record } of halves) await github.setRecordState(record.id, 'inactive', NOT_RECORDED);
  return false;
}

/** Whether a record is one that this run opened: its number came through a file, and may be any. */
async function isOwn(
  github: GitHub,
  environment: string,
  { id, sha }: OpenRecord,
  runUrl: string,
): Promise<boolean> {
  for await (const record of github.listRecords(environment, sha)) {
    if (record.id > id) continue;
    if (record.id !== id || record.sha !== sha) return false;
    // A run that was ended before it said where it is has left no state at all.
    const pages = (await record.readStates()).map(({ logUrl }) => logUrl);
    return runUrl === '' || pages.length === 0 || pages.includes(runUrl);
  }
  return false;
}

async function tellEnding(
  { github, log, runUrl = '' }: FinishDoors,
  environment: string,
  record: OpenRecord,
  ending: Ending,
): Promise<void> {
  if (github === undefined) return;
  try {
    if (!(await isOwn(github, environment, record, runUrl))) {
      log.warning(`deployment record ${record.id} is none of this run, and is left as it is`);
      return;
    }
    const isLive = ending === 'live' && (await isRecorded(github, environment, record));
    const { state, text } = WORDS[isLive ? 'recorded' : ending];
    await github.setRecordState(record.id, state, text);
    if (state !== 'inactive') await github.setStatus(record.sha, outcomeContext(environment), state, text);
  } catch (error) {
    log.warning(`GitHub could not be told how the cancelled run ended: ${messageOf(error)}`);
  }
}

/**
 * Undoes what the journal still holds open, and closes the record.
 * @returns what could not be undone, a sentence each
 */
export async function finishUndo(
  journal: Journal,
  record: OpenRecord | undefined,
  environment: string,
  doors: FinishDoors,
): Promise<string[]> {
  if (journal.isSealed()) {
    // From its last read-back on nothing is undone; the next run finds the record.
    if (record !== undefined) await tellEnding(doors, environment, record, 'live');
    return [];
  }
  const { undone, left } = await undoAll({ tenant: doors.tenant, journal, audit: () => {} });
  doors.log.info(`undone after the run was cancelled: ${count(undone, 'step')}, ${left.length} left`);
  const ending = left.length === 0 ? 'undone' : 'undo failed';
  if (record !== undefined) await tellEnding(doors, environment, record, ending);
  return left.map(({ entry, message, mend }) => `rule ${entry.name}: ${message}; to mend it: ${mend}`);
}
