// Command rollback: the rules become what they were at a commit (INTERFACE section 11).
import type { AuditLog } from '../audit/audit-log.ts';
import { computeFigures } from '../graph/figures.ts';
import { compareRuleSets } from '../plan/compare-rule-sets.ts';
import type { LiveRecord } from '../plan/deployed-state.ts';
import { holdsAfterRollback } from '../plan/holds.ts';
import { type StandIns, standIn } from '../plan/stand-ins.ts';
import type { GitHub } from '../ports.ts';
import { type Detail, type Report, reportRules } from '../report/report.ts';
import { rulesetDigest } from '../rules/hash.ts';
import { makeRule } from '../rules/make-rule.ts';
import type { LoadedRules } from '../rules/load-rules.ts';
import type { Rule } from '../rules/rule.ts';
import { type CarriedOut, type Doors, carryOut, rehearse, resultOf, startAudit } from './carry-out.ts';
import type { Deployment } from './deployment.ts';
import { readRecordHistory } from './live-record.ts';
import { placeRejection } from './place-rejection.ts';
import { planDeployment } from './plan-deployment.ts';
import { postOutcome } from './post-outcome.ts';
import { needCommitRules } from './read-commit-rules.ts';
import { recoverUnsettled } from './recover.ts';
import { Refusal, type Target, checkTarget, checkWindows, resolveTarget } from './rollback-target.ts';
import { type CommandResult, type Session, isRefusal, needGitHub, needTenant } from './session.ts';
import { syncWebhook } from './sync-webhook.ts';

/** With `only` the live commit stays live, with some of its rules held back. */
function isPartial(inputs: Session['inputs']): boolean {
  return inputs.only.length > 0;
}

/** What goes back, and how far. */
export interface RollbackScope {
  /** Rule names; empty means all. */
  readonly only: readonly string[];
  /** Names whose live version may be held; empty means all. */
  readonly holds: readonly string[];
  /** Whether the live commit stays live, with some of its rules held back. */
  readonly isPartial: boolean;
  /** What was live in the place of rules that were held at the target. */
  readonly standIns?: StandIns;
}

export interface Prepared {
  readonly deployment: Deployment;
  readonly liveRules: readonly Rule[];
  readonly targetLoaded: LoadedRules;
  readonly target: Target;
}

/**
 * Makes the deployment that brings a target back; nothing is written.
 * @param lost names of rules whose live version is gone
 * @throws Refusal where the target cannot be brought back
 */
export async function prepareRollback(
  session: Session,
  { github, tenant }: Doors,
  live: LiveRecord,
  target: Target,
  lost: readonly string[],
  scope: RollbackScope,
): Promise<Prepared> {
  const { inputs, clock } = session;
  const read = async (sha: string) => needCommitRules(github, sha, session, []);
  const [liveLoaded, targetLoaded] = [await read(live.sha), await read(target.sha)];
  const [broken] = targetLoaded.problems;
  if (broken !== undefined)
    throw new Refusal(
      `${broken.path} at ${target.sha.slice(0, 12)} cannot be read as a rule: ${broken.message}`,
    );
  if (targetLoaded.rules.length === 0)
    throw new Refusal(`${target.sha} has no rule file that matches input rules`);
  const { standIns = new Map<string, undefined>() } = scope;
  const request = {
    desired: standIn(targetLoaded.rules, standIns),
    deployed: liveLoaded.rules,
    deployedFlows: live.state.flows,
    held: target.held.filter(({ name }) => !standIns.has(name)),
    uncertain: [...live.state.held.map(({ name }) => name), ...lost],
    releasesHolds: inputs.overrideReason !== '',
    removedRules: inputs.removedRules,
    only: scope.only,
  };
  const plan = await planDeployment(request, tenant, clock);
  checkWindows(plan, clock.now());
  const heldThere = inputs.overrideReason === '' ? target.held : [];
  const held = holdsAfterRollback(
    liveLoaded.rules,
    targetLoaded.rules,
    live.state.held,
    scope.holds,
    heldThere,
  );
  const rules = scope.isPartial ? liveLoaded.rules : targetLoaded.rules;
  const sha = scope.isPartial ? live.sha : target.sha;
  const deployment = {
    sha,
    rules,
    plan,
    live,
    held,
    digest: rulesetDigest(rules),
    kind: 'rollback' as const,
    skipsChecks: target.skipsChecks,
  };
  return { deployment, liveRules: liveLoaded.rules, targetLoaded, target };
}

function makeReport(session: Session, end: CarriedOut, prepared: Prepared | undefined): Report {
  const { inputs, run, trigger } = session;
  const compute = (rule: Rule) => computeFigures(rule.payload.nodes);
  const targetRules = prepared?.targetLoaded.rules ?? [];
  const subjects = targetRules.map((rule) => ({ rule, figures: compute(rule) }));
  const changes = prepared === undefined ? undefined : compareRuleSets(prepared.liveRules, targetRules);
  return {
    command: 'rollback',
    environment: inputs.environment,
    commit: prepared?.target.sha ?? trigger.commit,
    result: end.result,
    reason: end.reason,
    message: end.message,
    details: end.details ?? [],
    maxDepth: inputs.maxDepth,
    files: targetRules.length,
    rules: reportRules(subjects, changes, compute),
    findings: prepared === undefined ? [] : placeRejection(end.rejected, prepared.targetLoaded),
    suppressed: [],
    timelines: [],
    plan: prepared?.deployment.plan,
    repositoryUrl: run.repositoryUrl,
  };
}

function finish(session: Session, end: CarriedOut, prepared?: Prepared): CommandResult {
  return resultOf(makeReport(session, end, prepared), prepared?.deployment.digest, end);
}

/** What a person should know after a rollback: what is held, and how to bring the branch in line. */
export function afterwards({ deployment, target }: Prepared): Detail[] {
  const { live, held } = deployment;
  const details: Detail[] = [];
  if (held.length > 0) {
    const names = [...new Set(held.map(({ name }) => JSON.stringify(name)))].join(', ');
    details.push({ text: `held until they are edited, or input override-reason is set: ${names}` });
  }
  if (live !== undefined && live.sha !== target.sha) {
    const command = `git revert --no-commit ${target.sha}..${live.sha}`;
    details.push({ text: 'to bring the branch in line, commit what this makes of the rule files:', command });
  }
  return details;
}

/** Carries a prepared rollback out; one that leaves something half undone says so on the commit that was live. */
export async function carryOutRollback(
  session: Session,
  doors: Doors,
  { deployment }: Prepared,
  audit: AuditLog,
): Promise<CarriedOut> {
  const end = await carryOut(session, deployment, doors, audit);
  if (end.result === 'undo-failed' && deployment.live !== undefined) {
    const text = `rollback undo-failed: ${end.message}`;
    await postOutcome(session, doors.github, 'error', text, deployment.live.sha);
  }
  return end;
}

/**
 * What was live at a target in the place of versions that were held there. What the record does not name, or is gone from the
 * tenant, cannot stand in: its rule is left as it is.
 */
async function readStandIns({ inputs }: Session, { tenant }: Doors, target: Target): Promise<StandIns> {
  const standIns = new Map<string, Rule>();
  if (inputs.overrideReason !== '') return standIns;
  for (const name of new Set(target.held.map((entry) => entry.name))) {
    const id = Object.hasOwn(target.flows, name) ? target.flows[name] : undefined;
    const flow = id === undefined ? undefined : await tenant.getFlow(id);
    if (flow !== undefined && flow.payload.name === name)
      standIns.set(name, makeRule('', flow.payload, 'ACTIVE'));
  }
  return standIns;
}

async function rollBack(session: Session, github: GitHub): Promise<CommandResult> {
  const { inputs } = session;
  const history = await readRecordHistory(github, inputs.environment);
  const { live } = history;
  if (live === undefined)
    throw new Refusal(`nothing was ever deployed to environment ${JSON.stringify(inputs.environment)}`);
  const doors = { github, ...(await needTenant(session)) };
  const target = await checkTarget(session, github, live, await resolveTarget(session, github, live));
  const audit = startAudit(session, isPartial(inputs) ? live.sha : target.sha, live);
  const lost = inputs.dryRun ? [] : await recoverUnsettled(session, doors, history, audit);
  const scope = {
    only: inputs.only,
    holds: inputs.only,
    isPartial: isPartial(inputs),
    standIns: await readStandIns(session, doors, target),
  };
  const prepared = await prepareRollback(session, doors, live, target, lost, scope);
  if (inputs.dryRun) return finish(session, await rehearse(session, prepared.deployment, doors), prepared);
  const end = await carryOutRollback(session, doors, prepared, audit);
  await syncWebhook(session, end.result);
  const details = [...(end.details ?? []), ...(end.result === 'rolled-back' ? afterwards(prepared) : [])];
  return finish(session, { ...end, details }, prepared);
}

/** Runs command rollback. @throws UserError */
export async function runRollback(session: Session): Promise<CommandResult> {
  await session.readIdMap();
  const github = await needGitHub(session);
  await needTenant(session);
  try {
    return await rollBack(session, github);
  } catch (error) {
    if (error instanceof Refusal)
      return finish(session, { result: 'refused', reason: 'input', message: error.message });
    if (isRefusal(error))
      return finish(session, { result: 'refused', reason: error.reason, message: error.message });
    throw error;
  }
}
