// What deploy and rollback have in common: a plan, with what there was before it and what its records are to say. Pure.
import type { Rule } from '../rules/rule.ts';
import type { DeployedState, Held, LiveRecord } from './deployed-state.ts';
import { NO_AUDIT_HEAD, flowIdOf } from './deployed-state.ts';
import { type Change, type Plan, isWrite } from './plan.ts';

/** A plan with everything that its records must say. */
export interface Deployment {
  /** The commit whose rules become live, or stay live. */
  readonly sha: string;
  /** The rules of that commit. */
  readonly rules: readonly Rule[];
  readonly plan: Plan;
  readonly live: LiveRecord | undefined;
  /** What is held from now on. */
  readonly held: readonly Held[];
  /** 64 hex digits. */
  readonly digest: string;
  readonly kind: 'deploy' | 'rollback';
  /** Whether a person let it past checks that would have stopped it. */
  readonly skipsChecks?: boolean;
  /** Why the action itself decided on it; absent where a person did. */
  readonly reason?: string;
}

/** The hash that this deployment's first audit record follows. */
export function auditStart(live: LiveRecord | undefined): string {
  return live?.state.auditHead ?? NO_AUDIT_HEAD;
}

/** The names of the rules that a deployment writes, for people. */
export function writtenNames({ plan }: Deployment): string {
  return plan.changes
    .filter(isWrite)
    .map((change) => change.name)
    .join(', ');
}

/** How many rules are live before a plan: those that the record names, or, before the first record, those that are ACTIVE. */
export function countLive(deployment: Deployment): number {
  if (deployment.live !== undefined) return Object.keys(deployment.live.state.flows).length;
  return deployment.plan.changes.filter((change) => change.known.some((flow) => flow.status === 'ACTIVE'))
    .length;
}

function flowAfter(
  { name, action, reason, rule, source }: Change,
  made: ReadonlyMap<string, string>,
  flows: DeployedState['flows'],
): string | undefined {
  const before = flowIdOf(flows, name);
  if (rule === undefined) return reason === 'not selected' || action === 'held' ? before : undefined;
  return made.get(name) ?? (source?.kind === 'existing' ? source.flow.id : before);
}

/**
 * Rule name → flow id after a deployment.
 * @param made the flows that the transaction made live
 * @param passedOver names that `only` left out although they changed: they stay without an entry, so that a later run looks at them
 */
export function flowsAfter(
  deployment: Deployment,
  made: ReadonlyMap<string, string>,
  passedOver: ReadonlySet<string>,
): Record<string, string> {
  const before = deployment.live?.state.flows ?? {};
  const entries = deployment.plan.changes.flatMap((change): [string, string][] => {
    const id =
      passedOver.has(change.name) && change.rule !== undefined ? undefined : flowAfter(change, made, before);
    return id === undefined ? [] : [[change.name, id]];
  });
  return Object.fromEntries(entries);
}

/** The payload of the record that says what is live after a deployment. */
export function stateAfter(
  deployment: Deployment,
  flows: Readonly<Record<string, string>>,
  auditHead: string,
): DeployedState {
  const { live, sha, digest, held } = deployment;
  const previousSha = live?.sha === sha ? live.state.previousSha : (live?.sha ?? null);
  return { schemaVersion: 1, rulesetDigest: digest, auditHead, previousSha, flows, held };
}

/** Whether there is anything to write on the tenant, or anything new to say in a record. */
export function isSealNeeded({ live, plan, digest, held, sha, kind }: Deployment): boolean {
  if (live === undefined || plan.changes.some(isWrite)) return true;
  if (kind === 'rollback' && live.sha !== sha) return true;
  return live.state.rulesetDigest !== digest || JSON.stringify(live.state.held) !== JSON.stringify(held);
}
