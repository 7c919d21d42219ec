// The `post` step: finishes the undo of a run that was cancelled. It never fails a job that has succeeded, and never throws.
import { appendFileSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import type { OpenRecord } from './commands/session.ts';
import { messageOf } from './errors.ts';
import { escapeLog } from './report/escape.ts';
import { FOLDER, readEnvironment } from './runner/environment.ts';
import { runnerLog } from './runner/log.ts';
import { makeDoors } from './runner/make-doors.ts';
import { takeInputs } from './runner/take-inputs.ts';
import { isFinished, resumeJournal } from './transaction/journal.ts';

/** Milliseconds after which `post` gives up. */
const TIME_LIMIT = 110_000;
const JOURNAL_NAME = /^journal-[0-9a-f-]{36}\.jsonl$/;
/** Bytes; a journal of 10,000 rules stays under it. */
const LARGEST_JOURNAL = 64 * 1024 * 1024;

/** The record that the run noted, if the state holds one: state is text that came through a file. */
function readRecord(text: string): OpenRecord | undefined {
  try {
    const { id, sha } = JSON.parse(text) as Record<string, unknown>;
    const isRecord = Number.isSafeInteger(id) && typeof sha === 'string' && /^[0-9a-f]{40}$/.test(sha);
    return isRecord ? { id: Number(id), sha } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The path of the journal that the run noted; undefined where it is none of ours: the state is text that came through a file, so only
 * a name of our own making is taken, and only a file that lies in our folder itself.
 */
function findJournal(temporaryFolder: string): string | undefined {
  const name = core.getState('journal');
  if (!JOURNAL_NAME.test(name)) return undefined;
  const path = join(temporaryFolder, FOLDER, name);
  const file = lstatSync(path, { throwIfNoEntry: false });
  const isOwn = file?.isFile() === true && file.size <= LARGEST_JOURNAL;
  return isOwn && realpathSync(path) === join(realpathSync(temporaryFolder), FOLDER, name) ? path : undefined;
}

async function finish(): Promise<void> {
  const environment = await readEnvironment(process.env, process.cwd(), tmpdir());
  const path = findJournal(environment.temporaryFolder);
  if (path === undefined) return;
  const journal = resumeJournal(readFileSync(path, 'utf8'), (line) => appendFileSync(path, line));
  const record = readRecord(core.getState('record'));
  if (isFinished(journal, record !== undefined)) return;
  const inputs = takeInputs();
  if (inputs.tenantUrl === 'simulator') return;
  const { openTenant, openGitHub, close } = makeDoors(environment, inputs, new AbortController().signal);
  try {
    const opened = await openTenant();
    if (opened === undefined) throw new Error('the credentials are gone');
    const github = await openGitHub();
    const { finishUndo } = await import('./commands/deploy/finish-undo.ts');
    const doors = { tenant: opened.undoTenant, github, log: runnerLog, runUrl: environment.run.runUrl };
    const left = await finishUndo(journal, record, inputs.environment, doors);
    for (const sentence of left) core.error(escapeLog(sentence));
  } finally {
    await close();
  }
}

/** Says why the undo is not finished. Node would print an error raw, and what it says may be a stranger's words. */
function tellFailure(why: string): void {
  const what = `the undo of the cancelled run could not be finished: ${why.replace(/\.+$/, '')}`;
  core.error(escapeLog(`${what}. Deploy again: that brings the tenant in order first`));
}

function giveUp(why: string): never {
  tellFailure(why);
  process.exit(0);
}

/** Runs `post`, within its time. */
export async function finishRun(): Promise<void> {
  process.once('uncaughtException', (error) => giveUp(messageOf(error)));
  const limit = setTimeout(() => giveUp(`it did not end within ${TIME_LIMIT / 1000} s`), TIME_LIMIT);
  try {
    await finish();
  } catch (error) {
    tellFailure(messageOf(error));
  } finally {
    clearTimeout(limit);
  }
}
