// What the records say of some rules, deployment by deployment, as far back as it matters for what is on the tenant now.
import type { DeploymentStep } from '../plan/replay-deployments.ts';
import { isSettling } from '../plan/replay-deployments.ts';
import { type DeployedState, readDeployedState } from '../plan/deployed-state.ts';
import { isSameVersion } from '../plan/compare-rule-sets.ts';
import type { GitHub } from '../ports.ts';
import type { Rule, SourceFile } from '../rules/rule.ts';
import { type RuleSource, readCommitRules } from './read-commit-rules.ts';

/** Records that are looked at; a deployment makes two. */
const MOST_RECORDS = 100;

/** The deployments of one rule, newest first, without those that left it as it was. */
interface Past {
  readonly name: string;
  readonly steps: DeploymentStep[];
  isDone: boolean;
}

interface Sealed {
  readonly state: DeployedState;
  readonly deployedAt: number;
  /** By name. */
  readonly rules: ReadonlyMap<string, Rule>;
}

/** Successive records of one version are one deployment: the oldest of them. */
function isSameStep(newer: DeploymentStep | undefined, step: DeploymentStep): newer is DeploymentStep {
  if (newer?.flowId !== step.flowId) return false;
  return newer.rule === undefined || step.rule === undefined || isSameVersion(newer.rule, step.rule);
}

function isResolved(steps: readonly DeploymentStep[], { flowId }: DeploymentStep): boolean {
  return steps.some((step) => step.flowId === flowId && step.rule !== undefined);
}

/** Whether nothing older matters. The oldest step may still turn out to be older than it seems, which a date makes matter. */
function isSettled(steps: readonly DeploymentStep[]): boolean {
  const settling = steps.findIndex(
    (step, at) =>
      isSettling(step) && (at < steps.length - 1 || step.rule?.payload.effectiveDate === undefined),
  );
  return settling >= 0 && steps.slice(0, settling + 1).every((step) => isResolved(steps, step));
}

function addStep(past: Past, { state, deployedAt, rules }: Sealed): void {
  const { name, steps } = past;
  const rule = rules.get(name);
  const flowId = Object.hasOwn(state.flows, name) ? state.flows[name] : undefined;
  if (flowId === undefined) {
    // Before this record the rule was removed; one that was passed over stayed as it was.
    past.isDone = rule === undefined;
    return;
  }
  const isHeld = state.held.some((held) => held.name === name && held.payloadHash === rule?.payloadHash);
  const step = { deployedAt, flowId, rule: isHeld ? undefined : rule };
  const newest = steps.at(-1);
  if (isSameStep(newest, step)) steps[steps.length - 1] = { ...step, rule: newest.rule ?? step.rule };
  else steps.push(step);
  past.isDone = isSettled(steps);
}

/** Oldest first, each with its version where any record of its flow tells it, and nothing from before the settling one. */
function finish({ steps }: Past): DeploymentStep[] {
  const versionOf = (flowId: string): Rule | undefined =>
    steps.findLast((step) => step.flowId === flowId && step.rule !== undefined)?.rule;
  const told = steps.map((step) => ({ ...step, rule: step.rule ?? versionOf(step.flowId) }));
  const settling = told.findIndex(isSettling);
  return (settling < 0 ? told : told.slice(0, settling + 1)).toReversed();
}

async function* readSealed(
  github: GitHub,
  environment: string,
  source: RuleSource,
  local: readonly SourceFile[],
): AsyncIterable<Sealed> {
  const rulesOf = new Map<string, ReadonlyMap<string, Rule>>();
  let count = 0;
  for await (const record of github.listRecords(environment)) {
    if (++count > MOST_RECORDS) return;
    const state = readDeployedState(record.payload);
    if (state === undefined) continue;
    if (!(await record.readStates()).some((status) => status.state === 'success')) continue;
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
  const pasts = names.map((name): Past => ({ name, steps: [], isDone: false }));
  if (names.length > 0) {
    for await (const sealed of readSealed(github, source.inputs.environment, source, local)) {
      for (const past of pasts) if (!past.isDone) addStep(past, sealed);
      if (pasts.every(({ isDone }) => isDone)) break;
    }
  }
  return new Map(pasts.map((past) => [past.name, finish(past)]));
}
