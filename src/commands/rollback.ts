// Command rollback: the rules become what they were at a commit (INTERFACE section 11).
import { computeFigures } from '../graph/figures.ts';
import { compareRuleSets, isSameVersion } from '../plan/compare-rule-sets.ts';
import type { Held, LiveRecord } from '../plan/deployed-state.ts';
import { type Plan, isWrite } from '../plan/plan.ts';
import type { GitHub } from '../ports.ts';
import { type Detail, type Report, reportRules } from '../report/report.ts';
import { compareCodePoints, rulesetDigest } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';
import { type CarriedOut, type Doors, carryOut, startAudit } from './carry-out.ts';
import type { Deployment } from './deployment.ts';
import { readRecordHistory, wasDeployed } from './live-record.ts';
import { planDeployment } from './plan-deployment.ts';
import { postOutcome } from './post-outcome.ts';
import { needCommitRules } from './read-commit-rules.ts';
import { recoverUnsettled } from './recover.ts';
import { type CommandResult, type Session, isRefusal, needGitHub, needTenant } from './session.ts';

const FULL_SHA = /^[0-9a-f]{40}$/;

/** Thrown where the target cannot be rolled back to. */
class Refusal extends Error {
  override readonly name = 'Refusal';
}

async function resolveTarget({ inputs }: Session, github: GitHub, live: LiveRecord): Promise<string> {
  const { rollbackTo, environment } = inputs;
  if (rollbackTo === 'previous') {
    if (live.state.previousSha !== null) return live.state.previousSha;
    throw new Refusal(
      `there is nothing before ${live.sha.slice(0, 12)} in environment ${JSON.stringify(environment)}: it is the first deployment`,
    );
  }
  if (FULL_SHA.test(rollbackTo)) return rollbackTo;
  const sha = await github.resolveCommit(rollbackTo);
  if (sha !== undefined) return sha;
  throw new Refusal(
    `rollback-to is ${JSON.stringify(rollbackTo)}, which names no commit or tag of this repository`,
  );
}

/** A target must lie behind the branch or behind what is live, and must have been deployed here. */
async function checkTarget(
  session: Session,
  github: GitHub,
  live: LiveRecord,
  target: string,
): Promise<void> {
  const { inputs, trigger } = session;
  if (inputs.overrideReason !== '') return;
  const heads = [...new Set([trigger.commit, live.sha])];
  const relations = await Promise.all(heads.map(async (head) => github.compareCommits(target, head)));
  if (!relations.some((relation) => relation === 'ahead' || relation === 'identical')) {
    throw new Refusal(
      `${target} is no ancestor of the live branch; to roll back to it all the same, set input override-reason`,
    );
  }
  if (!(await wasDeployed(github, inputs.environment, target))) {
    throw new Refusal(
      `${target} has no successful deployment of its own in environment ${JSON.stringify(inputs.environment)}; choose a commit that has, or set input override-reason`,
    );
  }
}

/** Rules whose window is over would leave their campaign without a rule. */
function checkWindows(plan: Plan, now: number): void {
  const over = plan.changes.filter((change) => {
    const end = change.rule?.payload.expirationDate;
    return isWrite(change) && change.finalStatus === 'ACTIVE' && end !== undefined && Date.parse(end) <= now;
  });
  if (over.length === 0) return;
  const names = over.map((change) => `${change.name} (until ${change.rule?.payload.expirationDate ?? ''})`);
  throw new Refusal(
    `the window of ${names.join(', ')} is over: bringing it back would leave its campaign without a rule`,
  );
}

/** What a rollback holds: each version that it takes away, on top of what is held already and is not the target's own. */
export function holdsAfterRollback(
  live: readonly Rule[],
  target: readonly Rule[],
  held: readonly Held[],
  only: readonly string[],
): Held[] {
  const isSelected = (name: string): boolean => only.length === 0 || only.includes(name);
  const taken = compareRuleSets(live, target).flatMap(({ name, kind, before, after }): Held[] => {
    if (kind === 'unchanged' || (before !== undefined && after !== undefined && isSameVersion(before, after)))
      return [];
    const renamed: Held[] =
      kind === 'renamed' && before !== undefined
        ? [{ name: before.payload.name, payloadHash: before.payloadHash }]
        : [];
    return kind === 'renamed'
      ? [...renamed, { name, payloadHash: '' }]
      : [{ name, payloadHash: before?.payloadHash ?? '' }];
  });
  const targetHash = new Map(target.map((rule) => [rule.payload.name, rule.payloadHash]));
  const isTargets = ({ name, payloadHash }: Held): boolean =>
    isSelected(name) && (targetHash.get(name) ?? '') === payloadHash;
  const all = [...held.filter((entry) => !isTargets(entry)), ...taken.filter(({ name }) => isSelected(name))];
  const unique = new Map(all.map((entry) => [`${entry.name}\n${entry.payloadHash}`, entry]));
  return [...unique.values()].toSorted(
    (a, b) => compareCodePoints(a.name, b.name) || compareCodePoints(a.payloadHash, b.payloadHash),
  );
}

/** With `only` the live commit stays live, with some of its rules held back. */
function isPartial(inputs: Session['inputs']): boolean {
  return inputs.only.length > 0;
}

interface Prepared {
  readonly deployment: Deployment;
  readonly liveRules: readonly Rule[];
  readonly targetRules: readonly Rule[];
  readonly target: string;
}

async function prepare(
  session: Session,
  { github, tenant }: Doors,
  live: LiveRecord,
  target: string,
): Promise<Prepared> {
  const { inputs, clock } = session;
  const read = async (sha: string) => needCommitRules(github, sha, inputs.rules, []);
  const [liveLoaded, targetLoaded] = [await read(live.sha), await read(target)];
  const [broken] = targetLoaded.problems;
  if (broken !== undefined)
    throw new Refusal(`${broken.path} at ${target.slice(0, 12)} cannot be read as a rule: ${broken.message}`);
  if (targetLoaded.rules.length === 0)
    throw new Refusal(`${target} has no rule file that matches input rules`);
  const request = {
    desired: targetLoaded.rules,
    deployed: liveLoaded.rules,
    deployedFlows: live.state.flows,
    held: live.state.held,
    releasesHolds: true,
    removedRules: inputs.removedRules,
    only: inputs.only,
  };
  const plan = await planDeployment(request, tenant, clock);
  checkWindows(plan, clock.now());
  const held = holdsAfterRollback(liveLoaded.rules, targetLoaded.rules, live.state.held, inputs.only);
  const rules = isPartial(inputs) ? liveLoaded.rules : targetLoaded.rules;
  const sha = isPartial(inputs) ? live.sha : target;
  const deployment = {
    sha,
    rules,
    plan,
    live,
    held,
    digest: rulesetDigest(rules),
    kind: 'rollback' as const,
  };
  return { deployment, liveRules: liveLoaded.rules, targetRules: targetLoaded.rules, target };
}

function makeReport(session: Session, end: CarriedOut, prepared: Prepared | undefined): Report {
  const { inputs, run, trigger } = session;
  const compute = (rule: Rule) => computeFigures(rule.payload.nodes);
  const targetRules = prepared?.targetRules ?? [];
  const subjects = targetRules.map((rule) => ({ rule, figures: compute(rule) }));
  const changes = prepared === undefined ? undefined : compareRuleSets(prepared.liveRules, targetRules);
  return {
    command: 'rollback',
    environment: inputs.environment,
    commit: prepared?.target ?? trigger.commit,
    result: end.result,
    reason: end.reason,
    message: end.message,
    details: end.details ?? [],
    maxDepth: inputs.maxDepth,
    files: targetRules.length,
    rules: reportRules(subjects, changes, compute),
    findings: [],
    plan: prepared?.deployment.plan,
    repositoryUrl: run.repositoryUrl,
  };
}

function finish(session: Session, end: CarriedOut, prepared?: Prepared): CommandResult {
  return {
    report: makeReport(session, end, prepared),
    ...(prepared === undefined ? {} : { rulesetDigest: prepared.deployment.digest }),
    ...(end.flows === undefined ? {} : { flowIds: end.flows }),
    ...(end.auditHash === undefined ? {} : { auditHash: end.auditHash }),
  };
}

/** What a person should know after a rollback: what is held, and how to bring the branch in line. */
function afterwards({ deployment, target }: Prepared): Detail[] {
  const { live, held } = deployment;
  const details: Detail[] = [];
  if (held.length > 0) {
    const names = [...new Set(held.map(({ name }) => JSON.stringify(name)))].join(', ');
    details.push({ text: `held until they are edited, or input override-reason is set: ${names}` });
  }
  if (live !== undefined && live.sha !== target) {
    const command = `git revert --no-commit ${target}..${live.sha}`;
    details.push({ text: 'to bring the branch in line, commit what this makes of the rule files:', command });
  }
  return details;
}

async function rollBack(session: Session, github: GitHub): Promise<CommandResult> {
  const { inputs } = session;
  const history = await readRecordHistory(github, inputs.environment);
  const { live } = history;
  if (live === undefined)
    throw new Refusal(`nothing was ever deployed to environment ${JSON.stringify(inputs.environment)}`);
  const doors = { github, ...(await needTenant(session)) };
  const target = await resolveTarget(session, github, live);
  await checkTarget(session, github, live, target);
  const audit = startAudit(session, isPartial(inputs) ? live.sha : target, live);
  if (!inputs.dryRun) await recoverUnsettled(session, doors, history, audit);
  const prepared = await prepare(session, doors, live, target);
  if (inputs.dryRun) {
    const writes = prepared.deployment.plan.changes.filter(isWrite).length;
    return finish(
      session,
      { result: 'planned', message: `dry run: ${writes} rules would change on the tenant` },
      prepared,
    );
  }
  const end = await carryOut(session, prepared.deployment, doors, audit);
  if (end.result === 'undo-failed') {
    await postOutcome(session, github, 'error', `rollback undo-failed: ${end.message}`, live.sha);
  }
  const details = [...(end.details ?? []), ...(end.result === 'rolled-back' ? afterwards(prepared) : [])];
  return finish(session, { ...end, details }, prepared);
}

/** Runs command rollback. @throws UserError */
export async function runRollback(session: Session): Promise<CommandResult> {
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
