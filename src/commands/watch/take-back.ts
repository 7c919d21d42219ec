// The rollback that a deployment makes of itself, where the calls that it gets are not good enough.
import { messageOf } from '../../errors.ts';
import type { Held, LiveRecord } from '../../plan/deployed-state.ts';
import type { Deployment } from '../../plan/deployment.ts';
import { joinHolds } from '../../plan/holds.ts';
import { isWrite } from '../../plan/plan.ts';
import { flowsBefore } from '../../plan/standing-rules.ts';
import { startAudit } from '../deploy/audit-decisions.ts';
import type { CarriedOut } from '../deploy/carried-out.ts';
import { readOwnState } from '../records/past-deployments.ts';
import { placeOfRun, readRecordHistory } from '../records/record-history.ts';
import type { RollbackScope } from '../rollback/prepare-rollback.ts';
import type { Target } from '../rollback/rollback-target.ts';
import type { Doors, Session } from '../session.ts';

/** A way back: the record that is live, and what was live before it. */
interface WayBack {
  readonly live: LiveRecord;
  readonly target: Target;
  /** The rules that go back; empty means all. */
  readonly only: readonly string[];
  readonly scope: RollbackScope;
  /** What was held before: it is held again, though the deployment may have released it. */
  readonly heldBefore: readonly Held[];
}

/** The record that says that a deployment is live, where it still does. @returns why it does not otherwise */
async function findOwnRecord(
  { inputs }: Session,
  { github }: Doors,
  auditHash: string | undefined,
): Promise<LiveRecord | string> {
  const { live, unsettled } = await readRecordHistory(github, inputs.environment);
  if (live === undefined || live.state.auditHead !== auditHash)
    return 'the deployment record that says what is live is another one by now';
  const [other] = unsettled;
  if (other === undefined) return live;
  return `another run is at work: ${placeOfRun(other)}`;
}

/**
 * Where a deployment goes back to: the commit that was live before it, with what was held then. One that changed the live
 * commit's own rules takes back just what it wrote, for what was deployed of that commit earlier is none of its business.
 */
async function findTarget(
  session: Session,
  doors: Doors,
  { live: before, sha, plan }: Deployment,
  live: LiveRecord,
): Promise<WayBack | undefined> {
  const { previousSha } = live.state;
  if (before === undefined || previousSha === null) return undefined;
  const { inputs } = session;
  const heldBefore = before.state.held;
  if (before.sha !== sha) {
    const flows = flowsBefore(plan, before.state);
    const target = { sha: previousSha, held: heldBefore, flows, skipsChecks: false };
    // What was live may be gone from the tenant (input keep-versions).
    const known = plan.changes.flatMap((change) => change.known);
    return { live, target, only: [], scope: { holds: inputs.only, known }, heldBefore };
  }
  const state = await readOwnState(doors.github, inputs.environment, previousSha);
  const names = plan.changes.filter(isWrite).map(({ name }) => name);
  const target = {
    sha: previousSha,
    held: state?.held ?? [],
    flows: state?.flows ?? {},
    skipsChecks: false,
  };
  return { live, target, only: names, scope: { holds: names, known: [] }, heldBefore };
}

/** Back to what was there a moment ago: neither the limits on a plan nor a person's word for this commit have a say in it. */
function withoutLimits(session: Session, only: readonly string[]): Session {
  const all = { value: 1_000_000_000, unit: 'rules' } as const;
  const inputs = { ...session.inputs, only, overrideReason: '', maxChanges: all, maxRemovals: all };
  return { ...session, inputs };
}

async function goBack(
  session: Session,
  doors: Doors,
  { live, target, only, scope, heldBefore }: WayBack,
  reason: string,
): Promise<CarriedOut> {
  const [{ carryOutRollback, tellAfterwards }, { isPartial, prepareRollback }] = await Promise.all([
    import('../rollback.ts'),
    import('../rollback/prepare-rollback.ts'),
  ]);
  const free = withoutLimits(session, only);
  const audit = startAudit(free, isPartial(free.inputs) ? live.sha : target.sha, live);
  const prepared = await prepareRollback(free, doors, live, target, [], scope);
  const held = joinHolds(prepared.deployment.held, heldBefore);
  const deployment = { ...prepared.deployment, held, reason };
  const end = await carryOutRollback(free, doors, { ...prepared, deployment }, audit);
  if (end.result !== 'rolled-back') return end;
  const afterwards = await tellAfterwards(free, doors.github, { ...prepared, deployment });
  const details = [...(end.details ?? []), ...afterwards];
  return { ...end, details, rulesetDigest: deployment.digest };
}

/**
 * Takes a deployment back, all of it, as command rollback does.
 * @param end how the deployment ended
 * @param why a sentence that names the rule, its figure, the limit and the number of calls
 * @returns how the run ends; it never throws, and what cannot be taken back stays live
 */
export async function takeBack(
  session: Session,
  doors: Doors,
  deployment: Deployment,
  end: CarriedOut,
  why: string,
): Promise<CarriedOut> {
  const { log } = session;
  const stay = (because: string): string => `${why}. It was not rolled back, and stays live: ${because}`;
  try {
    const live = await findOwnRecord(session, doors, end.auditHash);
    if (typeof live === 'string') {
      log.warning(stay(live));
      return { ...end, details: [...(end.details ?? []), { text: stay(live) }] };
    }
    const way = await findTarget(session, doors, deployment, live);
    if (way === undefined) {
      const because = 'it is the first deployment, and there is nothing before it';
      log.warning(stay(because));
      return { ...end, details: [...(end.details ?? []), { text: stay(because) }] };
    }
    log.info(`${why}: it is rolled back to ${way.target.sha.slice(0, 12)}`);
    const back = await goBack(session, doors, way, why);
    if (back.result === 'rolled-back') {
      const message = `${why}. The deployment was rolled back to ${way.target.sha.slice(0, 12)}`;
      return { ...back, reason: 'metrics', message };
    }
    if (back.result === 'undo-failed')
      return { ...back, message: `${why}. Its rollback failed: ${back.message}` };
    const details = [...(end.details ?? []), ...(back.details ?? [])];
    return { ...end, reason: 'metrics', details, message: stay(back.message) };
  } catch (error) {
    return { ...end, reason: 'metrics', message: stay(messageOf(error)) };
  }
}
