// What the records say of some rules, deployment by deployment, as far back as it matters for what is on the tenant now.
import { isSameVersion } from '../../plan/compare-rule-sets.ts';
import { type DeployedState, flowIdOf, readDeployedState } from '../../plan/deployed-state.ts';
import type { DeploymentStep } from '../../plan/replay-deployments.ts';
import { isSettling } from '../../plan/replay-deployments.ts';
import type { GitHub } from '../../ports.ts';
import type { Rule, SourceFile } from '../../rules/rule.ts';
import { hasSucceeded } from '../records/record-history.ts';
import { type RuleSource, readCommitRules } from '../source/read-commit-rules.ts';

/** Records that are looked at; a deployment makes two. */
const MOST_RECORDS = 100;

/** A step as it is read; one of a rule with holds may be told by an older record of its flow. */
interface ReadStep extends DeploymentStep {
  readonly isUncertain: boolean;
}

/** What is read of one rule so far. */
interface Past {
  readonly name: string;
  /** Newest first, without those that left it as it was. */
  readonly steps: ReadStep[];
  /** Flow id → the version that it was made for: the one of the oldest record that names both. */
  readonly versions: Map<string, Rule>;
  /** Every version that was deployed, newest first. */
  readonly deployed: Rule[];
  /** Hashes that are held by the records which name no flow, right after the one that is read. */
  readonly taken: Set<string>;
  /** Whether no older step matters; older records may still tell the version of one. */
  isClosed: boolean;
}

interface PastDeployment {
  readonly state: DeployedState;
  readonly deployedAt: number;
  /** By name. */
  readonly rules: ReadonlyMap<string, Rule>;
}

/** Successive records of one version are one deployment: the oldest of them. */
function isSameStep(newer: ReadStep | undefined, step: ReadStep): newer is ReadStep {
  if (newer?.flowId !== step.flowId) return false;
  // A draft says nothing of the state that its flow was in before.
  if (newer.rule === undefined || step.rule === undefined) return newer.rule?.status !== 'DRAFT';
  // A flow never gets another content: the newer record names a commit whose version was held.
  return newer.rule.payloadHash !== step.rule.payloadHash || isSameVersion(newer.rule, step.rule);
}

function mergeSteps(newer: ReadStep, step: ReadStep): ReadStep {
  const candidates = [...(newer.candidates ?? []), ...(step.candidates ?? [])];
  const mayBeGone = newer.mayBeGone === true;
  return { ...step, rule: step.rule ?? newer.rule, candidates, mayBeGone };
}

/**
 * Whether one of the steps leaves nothing before it that matters. The oldest may be older than it seems, which a date makes
 * matter, and another than it seems.
 */
function hasSettled(steps: readonly ReadStep[]): boolean {
  const isSure = ({ rule, isUncertain }: ReadStep): boolean =>
    rule?.payload.effectiveDate === undefined && !isUncertain;
  return steps.some((step, at) => isSettling(step) && (at < steps.length - 1 || isSure(step)));
}

function addStep(past: Past, { state, deployedAt, rules }: PastDeployment): void {
  const { name, steps, versions } = past;
  const rule = rules.get(name);
  const flowId = flowIdOf(state.flows, name);
  const hashes = state.held.filter((held) => held.name === name).map(({ payloadHash }) => payloadHash);
  if (flowId === undefined) {
    // Here it was removed; a rule that was passed over stayed as it was, but for what a rollback took away.
    past.isClosed ||= rule === undefined;
    for (const hash of hashes) past.taken.add(hash);
    return;
  }
  const isHeld = rule !== undefined && hashes.includes(rule.payloadHash);
  past.isClosed ||= rule !== undefined && !isHeld && past.taken.has(rule.payloadHash);
  // Newer records name no flow: a rollback of this rule alone may have taken this version away too, or `only` passed it over.
  const mayBeGone = steps.length === 0 && isHeld && past.taken.size > 0;
  past.taken.clear();
  if (rule !== undefined && !isHeld) {
    versions.set(flowId, rule);
    past.deployed.push(rule);
  }
  if (past.isClosed) return;
  const held = isHeld ? [rule] : [];
  const told = isHeld ? undefined : rule;
  const step = {
    deployedAt,
    flowId,
    rule: told,
    candidates: held,
    isUncertain: hashes.length > 0,
    mayBeGone,
  };
  const newest = steps.at(-1);
  if (isSameStep(newest, step)) steps[steps.length - 1] = mergeSteps(newest, step);
  else steps.push(step);
  past.isClosed = hasSettled(steps);
}

/**
 * Whether any older version may be the live one: where the record does not tell, and where it holds the version's own hash, which
 * versions share that differ in their status alone.
 */
function isOpen({ rule, candidates = [] }: DeploymentStep): boolean {
  return rule === undefined || candidates.some(({ payloadHash }) => payloadHash === rule.payloadHash);
}

function isDone({ isClosed, steps }: Past): boolean {
  return isClosed && !steps.some(isOpen);
}

/** Oldest first, each with its version where any record of its flow tells it, and nothing from before the settling one. */
function finish({ steps, versions, deployed }: Past): DeploymentStep[] {
  const told = steps.map((step): DeploymentStep => {
    const rule = step.rule ?? versions.get(step.flowId);
    // A rollback of some rules alone has made a flow anew, and its record names the commit that stays live.
    const candidates = isOpen(step) ? [...(step.candidates ?? []), ...deployed] : [];
    return { ...step, rule, candidates };
  });
  const settling = told.findIndex(isSettling);
  return (settling < 0 ? told : told.slice(0, settling + 1)).toReversed();
}

async function* readDeployments(
  github: GitHub,
  environment: string,
  source: RuleSource,
  local: readonly SourceFile[],
): AsyncIterable<PastDeployment> {
  const rulesOf = new Map<string, ReadonlyMap<string, Rule>>();
  let count = 0;
  for await (const record of github.listRecords(environment)) {
    if (++count > MOST_RECORDS) return;
    const state = readDeployedState(record.payload);
    if (state === undefined) continue;
    if (!hasSucceeded(await record.readStates())) continue;
    const loaded = rulesOf.has(record.sha)
      ? undefined
      : await readCommitRules(github, record.sha, source, local);
    const rules = rulesOf.get(record.sha) ?? new Map(loaded?.rules.map((rule) => [rule.payload.name, rule]));
    rulesOf.set(record.sha, rules);
    yield { state, deployedAt: Date.parse(record.createdAt), rules };
  }
}

/**
 * Reads the deployments of some rules.
 * @param local files of the workspace, to spare requests
 * @returns by name, oldest first
 */
export async function readSteps(
  github: GitHub,
  source: RuleSource,
  names: readonly string[],
  local: readonly SourceFile[],
): Promise<Map<string, DeploymentStep[]>> {
  const pasts = names.map((name): Past => ({
    name,
    steps: [],
    versions: new Map(),
    deployed: [],
    taken: new Set(),
    isClosed: false,
  }));
  if (names.length > 0) {
    for await (const deployment of readDeployments(github, source.inputs.environment, source, local)) {
      for (const past of pasts) if (!isDone(past)) addStep(past, deployment);
      if (pasts.every(isDone)) break;
    }
  }
  return new Map(pasts.map((past) => [past.name, finish(past)]));
}
