// Edge: the GitHub port, put together from its parts. This file and what it imports are loaded only when a run needs them.
import type { GitHub } from '../ports.ts';
import { appendLog } from './append-log.ts';
import { findComment, upsertComment } from './comment.ts';
import { type GitHubOptions, connectGitHub } from './connect.ts';
import { findIssues, openIssue, updateIssue } from './issue.ts';
import { compareCommits, isLinear, readBlob, readTree, resolveCommit } from './read-git.ts';
import { createRecord, listRecords, setRecordState } from './records.ts';
import { readStatuses, setStatus } from './statuses.ts';
import { isRunOver } from './workflow-run.ts';

/**
 * Opens the GitHub port of a run.
 * @param runUrl the page of this run, which statuses and records link to
 */
export function openGitHub(options: GitHubOptions, runUrl: string): GitHub {
  const connection = connectGitHub(options);
  return {
    readTree: async (sha) => readTree(connection, sha),
    readBlob: async (blob) => readBlob(connection, blob),
    resolveCommit: async (ref) => resolveCommit(connection, ref),
    isLinear: async (base, head) => isLinear(connection, base, head),
    compareCommits: async (base, head) => compareCommits(connection, base, head),
    findComment: async (pullRequest, marker) => findComment(connection, pullRequest, marker),
    upsertComment: async (pullRequest, marker, body) => upsertComment(connection, pullRequest, marker, body),
    setStatus: async (sha, context, state, description) =>
      setStatus(connection, { sha, context, state, description, targetUrl: runUrl }),
    listRecords: (environment, sha) => listRecords(connection, environment, sha),
    createRecord: async (environment, sha, payload, description) =>
      createRecord(connection, { environment, sha, payload, description }),
    setRecordState: async (id, state, description) =>
      setRecordState(connection, { id, state, description, logUrl: runUrl }),
    readStatuses: async (sha) => readStatuses(connection, sha),
    appendLog: async (append) => appendLog(connection, append),
    findIssues: async (marker) => findIssues(connection, marker),
    openIssue: async (issue) => openIssue(connection, issue),
    updateIssue: async (number, issue, state) => updateIssue(connection, { number, ...issue }, state),
    isRunOver: async (runId) => isRunOver(connection, runId),
  };
}
