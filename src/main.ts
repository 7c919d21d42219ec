// Reads the request, builds the edges, runs the command, sets the outputs. The only file that fails a run.
import { tmpdir } from 'node:os';
import * as core from '@actions/core';
import { runLint } from './commands/lint.ts';
import type { CommandResult, Session } from './commands/session.ts';
import { ApiError, type Reason, UserError, messageOf } from './errors.ts';
import { escapeLog, markdownSentence } from './report/escape.ts';
import { type Report, isFailure } from './report/report.ts';
import { readTrigger, type RunCommand } from './request/trigger.ts';
import { type Environment, ownFolder, readEnvironment } from './runner/environment.ts';
import { runnerLog } from './runner/log.ts';
import { makeDoors } from './runner/make-doors.ts';
import { AUDIT_LOG, makeSession } from './runner/make-session.ts';
import { REPORT_FILES, publish, setOutput, writeSummary } from './runner/publish.ts';
import { openReportFiles } from './runner/report-files.ts';
import { takeInputs } from './runner/take-inputs.ts';

const COMMANDS: Readonly<Record<RunCommand, (session: Session) => Promise<CommandResult>>> = {
  lint: runLint,
  deploy: async (session) => (await import('./commands/deploy.ts')).runDeploy(session),
  rollback: async (session) => (await import('./commands/rollback.ts')).runRollback(session),
  verify: async (session) => (await import('./commands/verify.ts')).runVerify(session),
  test: async (session) => (await import('./commands/test.ts')).runTest(session),
  drift: async (session) => (await import('./commands/drift.ts')).runDrift(session),
  adopt: async (session) => (await import('./commands/adopt.ts')).runAdopt(session),
  import: async (session) => (await import('./commands/import.ts')).runImport(session),
};

/** Aborts where the runner cancels the run: SIGINT, and 7.5 s later SIGTERM. */
function watchForCancellation(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (!controller.signal.aborted)
        runnerLog.warning(`${signal}: no new write is started, and what was begun is undone`);
      controller.abort();
    });
  }
  return controller.signal;
}

/** Says in the log how a run ended, and fails it where it must. @param took milliseconds */
function tellEnd({ command, result, reason, message, isTolerated, ...report }: Report, took: number): void {
  runnerLog.info(`${command}: ${result} in ${(took / 1000).toFixed(1)} s. ${message}`);
  const details = report.details.map(({ text, command: run }) =>
    run === undefined ? text : `${text} ${run}`,
  );
  for (const detail of details) runnerLog.info(`  ${detail}`);
  if (!isFailure(result) && reason !== undefined) core.error(escapeLog(`${result} (${reason}): ${message}`));
  if (isFailure(result) && isTolerated !== true) {
    const lines = details.map((detail) => `\n  ${detail}`);
    core.setFailed(escapeLog(`${result} (${reason ?? 'failed'}): ${message}${lines.join('')}`));
  }
}

async function runCommand(environment: Environment): Promise<void> {
  const inputs = takeInputs();
  const trigger = readTrigger(environment.event, inputs.command, inputs.rollbackTo);
  const files = openReportFiles(environment.workspace, inputs.reportDir || ownFolder(environment));
  files.prepare(REPORT_FILES);
  const cancelled = watchForCancellation();
  const doors = makeDoors(environment, inputs, cancelled);
  const session = makeSession({ environment, inputs, trigger, doors, files, cancelled });
  try {
    const startedAt = session.clock.now();
    const result = await COMMANDS[trigger.command](session);
    await publish(session, result, files);
    tellEnd(result.report, session.clock.now() - startedAt);
  } finally {
    // Also where the run ends with an error: what it has logged it has done.
    if (files.hasBegun(AUDIT_LOG)) setOutput('audit-log', files.pathOf(AUDIT_LOG));
    await doors.close();
  }
}

/** What was thrown as a reason and a sentence; no reason for a bug. */
function failureOf(error: unknown): { readonly reason?: Reason; readonly message: string } {
  const message = messageOf(error);
  if (error instanceof UserError) return { reason: error.reason, message };
  if (error instanceof ApiError) {
    return {
      reason: error.reason,
      message: `nothing was deployed: the tenant failed. ${message}. Try again, or check the tenant`,
    };
  }
  return { message };
}

function fail(error: unknown): void {
  const failure = failureOf(error);
  setOutput('result', 'failed');
  setOutput('reason', failure.reason ?? '');
  const { message } = failure;
  if (failure.reason !== undefined) {
    core.setFailed(escapeLog(message));
  } else {
    const stack = error instanceof Error ? (error.stack ?? message) : message;
    core.setFailed(escapeLog(`this is a bug in the action; please report it with these lines:\n${stack}`));
  }
  writeSummary(`### CXone IVR rules\n\n❌ **failed**: ${markdownSentence(message)}\n`);
}

/** Runs the action. It never throws: what goes wrong becomes the run's failure. */
export async function main(): Promise<void> {
  // Node would print it raw, and what it says may be a stranger's words.
  process.once('uncaughtException', (error) => {
    fail(error);
    process.exit(1);
  });
  try {
    await runCommand(await readEnvironment(process.env, process.cwd(), tmpdir()));
  } catch (error) {
    fail(error);
  }
}
