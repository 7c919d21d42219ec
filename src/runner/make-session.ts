// Edge: what a command has at hand, put together from the doors of its run.
import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import type { Session } from '../commands/session.ts';
import type { Inputs } from '../request/inputs.ts';
import type { Trigger } from '../request/trigger.ts';
import { startJournal } from '../transaction/journal.ts';
import { readFiles } from '../workspace/read-files.ts';
import { readIdMapFile } from '../workspace/read-id-map-file.ts';
import { findInputFile } from '../workspace/read-input-file.ts';
import { listFolder, writeFiles } from '../workspace/write-files.ts';
import { type Environment, ownFolder } from './environment.ts';
import { runnerLog } from './log.ts';
import { type Doors, once } from './make-doors.ts';
import { type ReportFiles, openReportFiles } from './report-files.ts';
import { systemClock } from './system-clock.ts';

/** The audit log's name in report-dir. */
export const AUDIT_LOG = 'audit.jsonl';

/** What a session is made of. */
export interface SessionParts {
  readonly environment: Environment;
  readonly inputs: Inputs;
  readonly trigger: Trigger;
  readonly doors: Doors;
  /** Of report-dir. */
  readonly files: ReportFiles;
  readonly cancelled: AbortSignal;
}

/** Makes the session of a run. */
export function makeSession(parts: SessionParts): Session {
  const { environment, inputs, trigger, doors, files, cancelled } = parts;
  const { workspace } = environment;
  // Not in report-dir: `post` looks for the journal in its own folder alone.
  const journalFiles = openReportFiles(workspace, ownFolder(environment));
  return {
    inputs,
    trigger,
    run: environment.run,
    clock: systemClock,
    log: runnerLog,
    workspace: {
      readFiles: async (globs) => readFiles(workspace, globs),
      readConfigFile: async (path) => findInputFile(workspace, 'config', path),
    },
    writer: {
      listFolder: async (path) => listFolder(workspace, path),
      writeFiles: async (written) => writeFiles(workspace, written),
    },
    readIdMap: once(async () => readIdMapFile(workspace, inputs.idMap)),
    openGitHub: doors.openGitHub,
    openTenant: doors.openTenant,
    openJournal: () => {
      // Steps of one job share the folder, so each has a journal of its own.
      const name = `journal-${randomUUID()}.jsonl`;
      core.saveState('journal', name);
      return startJournal((line) => journalFiles.append(name, line));
    },
    auditPorts: {
      now: systemClock.now,
      makeUuid: randomUUID,
      append: (line) => files.append(AUDIT_LOG, line),
    },
    readAuditLog: () => {
      const bytes = files.read(AUDIT_LOG);
      const place = files.pathOf(AUDIT_LOG);
      return bytes === undefined ? { place } : { place, file: { path: AUDIT_LOG, bytes } };
    },
    rememberRecord: (record) => core.saveState('record', JSON.stringify(record)),
    forgetRecord: () => core.saveState('record', ''),
    cancelled,
  };
}
