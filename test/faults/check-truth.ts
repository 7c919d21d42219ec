// The independent checker's part for what a run says: outputs, commit statuses, deployment records and audit log against the
// tenant. It knows what INTERFACE promises, and nothing of the action.
import { checkChain, checkTold, hashContent, lastHash, sha256 } from './check-audit.ts';
import { findDifferences, findOrphans, isLive } from './check-tenant.ts';
import { COMMITS, type Commit, REMOVED } from './estate.ts';
import type { Evidence, Said, SeenChange, SeenRecord, SeenRun, Sight } from './evidence.ts';

const OUTCOME = 'cxone-ivr/production';

interface Live {
  readonly sha: string;
  readonly auditHead: string;
  readonly rulesetDigest: string;
  readonly flows: Readonly<Record<string, string>>;
}

const WELL: ReadonlySet<string> = new Set(['deployed', 'rolled-back', 'nothing-to-do']);
const UNWRITTEN: ReadonlySet<string> = new Set(['refused', 'failed', 'superseded']);

/** What GitHub says is live: the newest record that had a success. */
function liveRecord({ records }: Sight): Live | undefined {
  const record = records.find(({ statuses }) => statuses.some(({ state }) => state === 'success'));
  if (record === undefined) return undefined;
  const { payload } = record;
  const state = (typeof payload === 'string' ? JSON.parse(payload) : payload) as Omit<Live, 'sha'>;
  return { ...state, sha: record.sha };
}

function newestState({ statuses }: SeenRecord): string {
  return statuses.at(-1)?.state ?? 'none';
}

function statusOf({ statuses }: Sight, sha: string, context: string): string {
  const status = statuses.find((entry) => entry.sha === sha && entry.context === context);
  return status === undefined ? 'none' : `${status.state} ${status.description ?? ''}`;
}

/** The ruleset digest of a commit, recomputed from its files. */
function digestOf({ rules }: Commit): string {
  const lines = rules
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((rule) => `${hashContent(rule)}  ${rule.name}\n`);
  return sha256(lines.join(''));
}

/** Records that a run has opened and not closed. */
function findOpenRecords({ before, after }: SeenRun): string[] {
  const known = new Set(before.records.map(({ id }) => id));
  return after.records
    .filter((record) => !known.has(record.id) && newestState(record) === 'in_progress')
    .map(({ id }) => `deployment record ${id} is left in_progress`);
}

function checkReadBack(run: SeenRun, { requests, history }: Evidence): string[] {
  const written = history.filter(
    ({ seq, change }) => seq > run.before.changes && seq <= run.after.changes && change === 'patched',
  );
  return run.after.flows
    .filter(({ id, status }) => status === 'ACTIVE' && written.some(({ flowId }) => flowId === id))
    .filter(({ id }) => {
      const last = Math.max(
        ...written.filter(({ flowId }) => flowId === id).map(({ request }) => request ?? 0),
      );
      const isRead = ({ seq, method, path, status }: Evidence['requests'][number]): boolean =>
        seq > last && method === 'GET' && status === 200 && path === `/api/v2/ivr/flows/${id}`;
      return !requests.some(isRead);
    })
    .map(({ id }) => `${id} was not read back`);
}

function checkSealed(run: SeenRun, said: Said, commit: Commit): string[] {
  const problems: string[] = [];
  const live = liveRecord(run.after);
  const newIds = new Map(
    run.after.flows.filter(({ status }) => status === 'ACTIVE').map(({ id, name }) => [id, name]),
  );
  if (live?.sha !== run.sha) problems.push(`GitHub says that ${live?.sha ?? 'nothing'} is live`);
  if (live?.auditHead !== said.auditHash) problems.push('the record has another audit head than the output');
  if (live?.rulesetDigest !== digestOf(commit)) problems.push('the record has a wrong ruleset digest');
  const names = Object.keys(live?.flows ?? {}).toSorted();
  if (JSON.stringify(names) !== JSON.stringify(commit.rules.map(({ name }) => name).toSorted()))
    problems.push(`the record names the flows of ${names.join(', ')}`);
  for (const [name, id] of Object.entries(live?.flows ?? {}))
    if (newIds.get(id) !== name) problems.push(`the record says that ${name} is ${id}`);
  const outcome = statusOf(run.after, run.sha, OUTCOME);
  if (outcome !== `success ${commit.rules.length} rules · audit sha256:${said.auditHash}`)
    problems.push(`the commit's status is ${outcome}`);
  const rules = statusOf(run.after, run.sha, `${OUTCOME}/rules`);
  if (rules !== `success ${commit.rules.length} rules · sha256:${digestOf(commit)}`)
    problems.push(`the status of the rules is ${rules}`);
  return problems;
}

function checkWell(run: SeenRun, said: Said, commit: Commit, evidence: Evidence): string[] {
  const problems = isLive(run.after.flows, commit.live)
    ? []
    : [`it says ${said.result}, but callers do not meet the commit's rules`];
  problems.push(...findOrphans(run.before, run.after));
  if (said.result === 'deployed') problems.push(...checkReadBack(run, evidence));
  if (said.rulesetDigest !== digestOf(commit)) problems.push('output ruleset-digest is wrong');
  const head = lastHash(run.audit) ?? liveRecord(run.before)?.auditHead;
  if (said.auditHash !== head) problems.push('output audit-hash is not the last hash of the audit log');
  return run.isGitHubDeaf ? problems : [...problems, ...checkSealed(run, said, commit)];
}

/** A run that did not deploy must not look as if it had. */
function checkNotSealed(run: SeenRun, said: Said): string[] {
  const problems: string[] = [];
  if (liveRecord(run.after)?.auditHead !== liveRecord(run.before)?.auditHead)
    problems.push(`it says ${said.result}, but GitHub has a new live record`);
  const outcome = statusOf(run.after, run.sha, OUTCOME);
  const wanted = said.result === 'undo-failed' ? ['error'] : ['failure', 'error'];
  const isTold = wanted.some((state) => outcome.startsWith(state));
  if (run.isGitHubDeaf ? outcome.startsWith('success') : !isTold)
    problems.push(`it says ${said.result}, and the commit's status is ${outcome}`);
  const known = new Set(run.before.records.map(({ id }) => id));
  const wantedState = said.result === 'undone' ? 'failure' : 'error';
  const states = run.after.records.filter(({ id }) => !known.has(id)).map(newestState);
  if (!UNWRITTEN.has(said.result) && !run.isGitHubDeaf && !states.includes(wantedState))
    problems.push(`it says ${said.result}, and its record is ${states.join(', ')}`);
  return problems;
}

function checkUndoFailed(run: SeenRun, said: Said): string[] {
  const differences = findDifferences(run.before, run.after);
  if (said.details.length === 0) return ['it says undo-failed, and not what is left'];
  return differences
    .filter(({ id }) => {
      const name = run.after.flows.find((flow) => flow.id === id)?.name ?? id;
      return !said.details.some(
        (text) => text.includes(id) || (text.includes('unknown') && text.includes(JSON.stringify(name))),
      );
    })
    .map(({ text }) => `it does not tell that ${text}`);
}

function changesOf(run: SeenRun, { history }: Evidence): SeenChange[] {
  return history.filter(
    ({ seq, by }) => by === 'api' && seq > run.before.changes && seq <= run.after.changes,
  );
}

function checkSaid(run: SeenRun, said: Said, commit: Commit, evidence: Evidence): string[] {
  if (WELL.has(said.result)) return checkWell(run, said, commit, evidence);
  const problems = checkNotSealed(run, said);
  if (said.result === 'undo-failed') return [...problems, ...checkUndoFailed(run, said)];
  const differences = findDifferences(run.before, run.after).map(({ text }) => text);
  if (UNWRITTEN.has(said.result)) {
    const written = changesOf(run, evidence).map(
      ({ seq }) => `it says ${said.result}, but made change ${seq}`,
    );
    return [...problems, ...differences, ...written];
  }
  return said.result === 'undone'
    ? [...problems, ...differences]
    : [...problems, `the result ${said.result} is not foreseen`];
}

/**
 * A rule that a commit removes goes last: nothing new is made or comes into force after it, and all that is new has been
 * read back before it. So its callers are left with nothing for nothing only where the removal itself goes wrong.
 */
export function checkRemovalLast(run: SeenRun, evidence: Evidence): string[] {
  const changes = changesOf(run, evidence);
  const known = new Set(run.before.flows.map(({ id }) => id));
  const isNew = ({ flowId, status, change }: SeenChange): boolean =>
    !known.has(flowId) && (change === 'created' || (change === 'patched' && status === 'ACTIVE'));
  const removal = changes.find(
    ({ name, flowId, status }) => name === REMOVED && known.has(flowId) && status !== 'ACTIVE',
  );
  if (removal === undefined) return [];
  const late = changes.filter((change) => change.seq > removal.seq && isNew(change));
  const made = changes.filter(
    (change) => change.seq < removal.seq && isNew(change) && change.status === 'ACTIVE',
  );
  const unread = made.filter(({ flowId, request }) => {
    const isRead = ({ seq, method, path, status }: Evidence['requests'][number]): boolean =>
      method === 'GET' &&
      status === 200 &&
      path === `/api/v2/ivr/flows/${flowId}` &&
      seq > (request ?? 0) &&
      seq < (removal.request ?? 0);
    return !evidence.requests.some(isRead);
  });
  return [
    ...late.map(({ flowId }) => `${flowId} was made or came into force after ${REMOVED} had gone`),
    ...unread.map(({ flowId }) => `${REMOVED} went before ${flowId} was read back`),
  ];
}

/** Checks what one run said against what was seen. @returns what is wrong, a sentence each */
export function checkTruth(
  run: SeenRun,
  evidence: Evidence,
  shas: Readonly<Record<string, string>>,
): string[] {
  const { said } = run;
  if (run.kind === 'post') return [];
  if (said === undefined) return checkRemovalLast(run, evidence);
  const name = Object.entries(shas).find(([, sha]) => sha === run.sha)?.[0] as keyof typeof COMMITS;
  const problems = [...checkSaid(run, said, COMMITS[name], evidence), ...checkRemovalLast(run, evidence)];
  problems.push(...checkChain(run.audit, liveRecord(run.before)?.auditHead ?? '0'.repeat(64)));
  if (said.result !== 'undo-failed')
    problems.push(...checkTold(run.audit, changesOf(run, evidence), said.result === 'undone'));
  if (!run.isGitHubDeaf) problems.push(...findOpenRecords(run));
  return problems;
}

/** Whether `post` left nothing behind: all as it was before the run, or all new, and GitHub was told. */
export function checkPost(run: SeenRun, begun: Sight, commit: Commit): string[] {
  const problems = findOpenRecords({ ...run, before: begun });
  const differences = findDifferences(begun, run.after);
  if (differences.length > 0 && !isLive(run.after.flows, commit.live))
    problems.push(...differences.map(({ text }) => text));
  return problems;
}

/** What neither was there before the first run, nor was ever recorded as live, nor had to stay because the version before it is gone. */
function findStrays(first: Sight, { before, after }: SeenRun): string[] {
  const known = new Set(first.flows.map(({ id }) => id));
  const recorded = after.records
    .filter(({ statuses }) => statuses.some(({ state }) => state === 'success'))
    .map(({ payload }) => JSON.stringify(payload))
    .join('');
  const mustStay = (name: string): boolean =>
    first.flows.some(
      (flow) =>
        flow.name === name && flow.status === 'ACTIVE' && !before.flows.some(({ id }) => id === flow.id),
    );
  return after.flows
    .filter(
      ({ id, status }) => !known.has(id) && status !== 'ACTIVE' && !recorded.includes(JSON.stringify(id)),
    )
    .filter(({ name }) => !mustStay(name))
    .map(({ id, name, status }) => `${id} (${name}, ${status}) is an orphan`);
}

/** After a run in which nothing goes wrong all is in order, whatever was before it. */
export function checkFollowUp(runs: readonly SeenRun[]): string[] {
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return ['no run followed'];
  const result = last.said?.result ?? 'nothing';
  const isWell = WELL.has(result) ? [] : [`the run that follows says ${result}: ${last.said?.message}`];
  const open = last.after.records.filter((record) => ['in_progress', 'error'].includes(newestState(record)));
  return [
    ...isWell,
    ...open.map(({ id }) => `deployment record ${id} is not settled by the run that follows`),
    ...findStrays(first.before, last),
  ];
}
