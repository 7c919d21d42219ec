// Edge: the run's log. Everything passes the escaper: a rule or a tenant must not command the runner.
import * as core from '@actions/core';
import type { Log } from '../ports.ts';
import type { Annotation } from '../report/annotations.ts';
import { escapeLog } from '../report/escape.ts';

export const runnerLog: Log = {
  info: (text) => core.info(escapeLog(text)),
  warning: (text) => core.warning(escapeLog(text)),
  debug: (text) => core.debug(escapeLog(text)),
};

const WRITERS = { error: core.error, warning: core.warning, notice: core.notice } as const;

/** Writes annotations, each at its file and line. */
export function writeAnnotations(annotations: readonly Annotation[]): void {
  for (const { severity, message, finding } of annotations) {
    const isOneLine = finding?.line === finding?.endLine;
    const properties =
      finding === undefined
        ? {}
        : {
            title: finding.check,
            file: finding.path,
            startLine: finding.line,
            endLine: finding.endLine,
            // GitHub takes columns only for a place within one line.
            ...(isOneLine ? { startColumn: finding.column, endColumn: finding.endColumn } : {}),
          };
    WRITERS[severity](escapeLog(message), properties);
  }
}
