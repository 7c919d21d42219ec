// Records of runs that did not end: a live run locks the environment; a dead one is recovered before anything else.
import type { AuditLog } from '../../audit/audit-log.ts';
import { outcomeContext } from '../../audit/status-text.ts';
import { UserError, messageOf } from '../../errors.ts';
import { stateOf } from '../../plan/flow-state.ts';
import { type Footprint, type Recovery, namesToRecover, planRecovery } from '../../plan/recovery.ts';
import type { Flow, Tenant } from '../../ports.ts';
import { count } from '../../rules/count.ts';
import { canonicalJson } from '../../rules/hash.ts';
import { readFootprint } from '../../transaction/footprint.ts';
import { deleteInactive } from '../../transaction/undo.ts';
import { DONE, whileLocked } from '../records/open-record.ts';
import { readOwnFlowIds } from '../records/past-deployments.ts';
import {
  type RecordHistory,
  type UnsettledRecord,
  hasRunEnded,
  isUnsettled,
  lockedBy,
  placeOfRun,
} from '../records/record-history.ts';
import type { Doors, Session } from '../session.ts';
import { readCommitRules } from '../source/read-commit-rules.ts';

async function readFlows(tenant: Tenant, names: readonly string[]): Promise<Map<string, readonly Flow[]>> {
  const entries = await Promise.all(
    names.map(async (name): Promise<[string, readonly Flow[]]> => [name, await tenant.findFlows(name)]),
  );
  return new Map(entries);
}

/** @throws UserError (`tenant`) where a flow does not have the state that it was given */
async function readBack(recovery: Recovery, tenant: Tenant): Promise<void> {
  for (const { flow, patch } of recovery.restorations) {
    const now = await tenant.getFlow(flow.id);
    const isRight =
      now !== undefined && canonicalJson({ ...stateOf(now), ...patch }) === canonicalJson(stateOf(now));
    if (isRight) continue;
    throw new UserError(
      'tenant',
      `flow ${flow.id} of rule ${flow.payload.name} was to be brought back to what is recorded as live, and is not: run this again`,
    );
  }
}

async function carryOutRecovery(recovery: Recovery, tenant: Tenant, audit: AuditLog): Promise<void> {
  const note = (flow: Flow): void =>
    audit.append({
      action: 'UNDO',
      flowId: flow.id,
      ruleName: flow.payload.name,
      payloadHash: flow.payloadHash,
    });
  for (const { flow, patch } of recovery.restorations) {
    await tenant.patchFlow(flow.id, patch);
    note(flow);
  }
  for (const flow of recovery.deactivations) {
    await tenant.patchFlow(flow.id, { status: 'INACTIVE' });
    note(flow);
  }
  // Before anything goes, what takes its place must be there.
  await readBack(recovery, tenant);
  for (const flow of recovery.deletions) {
    await deleteInactive(tenant, flow.id);
    note(flow);
  }
}

/** The footprint of the run that made a record: one that died while it sealed has two records, and a footprint in the first. */
function findFootprint(
  { record, runUrl }: UnsettledRecord,
  { unsettled }: RecordHistory,
): Footprint | undefined {
  const own = readFootprint(record.payload);
  if (own !== undefined || runUrl === '') return own;
  const siblings = unsettled.filter((other) => other.runUrl === runUrl && other.record.sha === record.sha);
  return siblings.map((other) => readFootprint(other.record.payload)).find((found) => found !== undefined);
}

async function recoverOne(
  session: Session,
  doors: Doors,
  history: RecordHistory,
  unsettled: UnsettledRecord,
  audit: AuditLog,
): Promise<readonly string[]> {
  const { inputs, log } = session;
  const { github, tenant } = doors;
  const { record } = unsettled;
  const { live } = history;
  const read = async (sha: string) => (await readCommitRules(github, sha, session, []))?.rules ?? [];
  const request = {
    live,
    liveRules: live === undefined ? [] : await read(live.sha),
    deadRules: await read(record.sha),
    startedAt: Date.parse(record.createdAt),
    ownFlowIds: await readOwnFlowIds(github, inputs.environment),
    footprint: findFootprint(unsettled, history),
  };
  const recovery = planRecovery(request, await readFlows(tenant, namesToRecover(request)));
  if (recovery.problems.length > 0) {
    throw new UserError(
      'locked',
      `the run (${placeOfRun(unsettled)}) left the tenant in a state that a person must mend: ${recovery.problems.join('; ')}. ` +
        `Mend it, and set the deployment record ${record.id} to failure: ` +
        `gh api repos/${session.run.repositoryName}/deployments/${record.id}/statuses -f state=failure`,
    );
  }
  await carryOutRecovery(recovery, tenant, audit);
  const { restorations, deactivations, deletions } = recovery;
  const flows = count(restorations.length + deactivations.length + deletions.length, 'flow');
  const text = `did not end; undone by a later run (${flows})`;
  log.warning(
    `the deployment of ${record.sha.slice(0, 12)} did not end; brought back to what is recorded as live: ${flows}`,
  );
  await github.setRecordState(record.id, 'failure', text);
  await github.setStatus(record.sha, outcomeContext(inputs.environment), 'failure', text);
  return recovery.lost;
}

/** A run that died right after it had said what is live has left its own record open, and nothing else. */
async function closeOvertaken(
  { log }: Session,
  { github }: Doors,
  { beforeLive }: RecordHistory,
): Promise<void> {
  if (beforeLive === undefined) return;
  try {
    const [newest] = await beforeLive.readStates();
    if (newest === undefined || !isUnsettled(newest.state)) return;
    await github.setRecordState(beforeLive.id, 'inactive', DONE);
  } catch (error) {
    log.warning(
      `the deployment record ${beforeLive.id} of a run that has ended could not be closed: ${messageOf(error)}`,
    );
  }
}

/**
 * Settles what earlier runs left, before this run's own work.
 * @returns names of rules whose live version is gone, so that the plan must look at them whatever git says
 * @throws UserError (`locked`) where another run is under way, or a person must look first; nothing was written then
 */
export async function recoverUnsettled(
  session: Session,
  doors: Doors,
  history: RecordHistory,
  audit: AuditLog,
): Promise<string[]> {
  for (const unsettled of history.unsettled) {
    if (await hasRunEnded(session, doors.github, unsettled)) continue;
    throw lockedBy(session.inputs.environment, unsettled);
  }
  await closeOvertaken(session, doors, history);
  if (history.unsettled.length === 0) return [];
  const found = new Set(history.unsettled.map(({ record }) => record.id));
  return whileLocked(session, doors.github, history, async (now) => {
    const lost: string[] = [];
    for (const unsettled of now.unsettled.filter(({ record }) => found.has(record.id)))
      lost.push(...(await recoverOne(session, doors, now, unsettled, audit)));
    return lost;
  });
}
