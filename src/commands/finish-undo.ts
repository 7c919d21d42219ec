// What `post` does after a run that was cancelled before it had undone everything: it takes up the journal.
import { messageOf } from '../errors.ts';
import type { GitHub, Log, Tenant } from '../ports.ts';
import type { Journal } from '../transaction/journal.ts';
import { undoAll } from '../transaction/undo.ts';
import { outcomeContext } from '../audit/status-text.ts';
import type { OpenRecord } from './session.ts';

export interface FinishDoors {
  readonly tenant: Tenant;
  readonly github: GitHub | undefined;
  readonly log: Log;
}

async function closeRecord(
  doors: FinishDoors,
  environment: string,
  record: OpenRecord,
  isUndone: boolean,
): Promise<void> {
  const { github, log } = doors;
  if (github === undefined) return;
  const text = isUndone
    ? 'undone after the run was cancelled'
    : 'undo failed after the run was cancelled: a person must look at the tenant';
  const state = isUndone ? 'failure' : 'error';
  try {
    await github.setRecordState(record.id, state, text);
    await github.setStatus(record.sha, outcomeContext(environment), state, text);
  } catch (error) {
    log.warning(`GitHub could not be told how the cancelled run ended: ${messageOf(error)}`);
  }
}

/** Whether a run has left anything to undo or to close. A success that GitHub was not told of is left to the next run. */
export function isFinished(journal: Journal, record: OpenRecord | undefined): boolean {
  return journal.isSealed() || (journal.open().length === 0 && record === undefined);
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
  const { undone, left } = await undoAll({ tenant: doors.tenant, journal, audit: () => {} });
  doors.log.info(`undone after the run was cancelled: ${undone} steps, ${left.length} left`);
  if (record !== undefined) await closeRecord(doors, environment, record, left.length === 0);
  return left.map(({ entry, message, mend }) => `rule ${entry.name}: ${message}; to mend it: ${mend}`);
}
