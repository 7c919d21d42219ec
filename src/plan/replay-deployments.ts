// The deployments of one rule, one after the other → the versions that they left on the tenant. Pure.
import type { Flow, FlowPatch } from '../ports.ts';
import { hashPayload } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';
import { planRetirements } from './hand-over.ts';

/** What one deployment, or rollback, made of a rule. */
export interface DeploymentStep {
  /** Milliseconds since the epoch. */
  readonly deployedAt: number;
  /** The flow that the record names. */
  readonly flowId: string;
  /** The version that went live then; undefined where it cannot be told. */
  readonly rule: Rule | undefined;
  /** The versions that it may be instead, or, where it cannot be told, that it may be; the likeliest first. */
  readonly candidates?: readonly Rule[];
  /** Whether the records leave open that it was taken away again, and nothing put in its place. */
  readonly mayBeGone?: boolean;
}

/**
 * A step with its version, told by what the tenant holds where the records leave it open: a hold names a payload hash, which
 * two versions share that differ in their status alone.
 */
export function tellVersion(step: DeploymentStep, flows: readonly Flow[]): DeploymentStep {
  const { candidates = [], flowId } = step;
  const flow = flows.find(({ id }) => id === flowId);
  const hash = step.rule?.payloadHash ?? flow?.payloadHash;
  const same = candidates.filter(({ payloadHash }) => payloadHash === hash);
  // A draft takes an idle version with its content as it lies.
  const isIdle = flow?.status === 'INACTIVE';
  const exact =
    same.find(({ status }) => status === flow?.status) ??
    (isIdle ? same.find(({ status }) => status === 'DRAFT') : undefined);
  return { ...step, rule: exact ?? step.rule ?? same[0] ?? candidates[0] };
}

/** What is to be on the tenant of one rule. */
export interface Expectation {
  /** The flow that the newest record names. */
  readonly ownId: string;
  /** Flow id → the version as it should be; the own one is missing where it cannot be told. */
  readonly versions: ReadonlyMap<string, Flow>;
  /** The version of the own flow as git has it. */
  readonly rule: Rule | undefined;
  /**
   * Which ACTIVE versions that no known deployment made are right all the same: those that end before the own one begins, or,
   * of a draft, all.
   */
  readonly tolerates: 'none' | 'earlier' | 'all';
  /** Whether it is right, too, that no version is active. */
  readonly mayBeGone: boolean;
}

/** Whether a version was to wait for its date when it was deployed. */
function isPending({ rule, deployedAt }: DeploymentStep): boolean {
  const start = rule?.payload.effectiveDate;
  return start !== undefined && Date.parse(start) > deployedAt;
}

/** Whether nothing before a step matters: it left no other version active. */
export function isSettling(step: DeploymentStep): boolean {
  return step.rule !== undefined && step.rule.status !== 'DRAFT' && !isPending(step);
}

/** A flow with a patch applied, as the tenant would have it. */
function applyPatch(flow: Flow, { status = flow.status, expirationDate }: FlowPatch): Flow {
  if (typeof expirationDate !== 'string') return { ...flow, status };
  const payload = { ...flow.payload, expirationDate };
  return { ...flow, status, payload, payloadHash: hashPayload(payload) };
}

function replayStep(versions: Map<string, Flow>, { flowId: id, rule, deployedAt }: DeploymentStep): void {
  if (rule === undefined) return;
  const { payload, payloadHash, status } = rule;
  // A draft leaves everything as it is, its own flow too where that was there before.
  if (status === 'DRAFT' && versions.has(id)) return;
  const others = [...versions.values()].filter((flow) => flow.id !== id && flow.status === 'ACTIVE');
  const takesEffect = status === 'ACTIVE' ? payload.effectiveDate : undefined;
  const retirements = status === 'DRAFT' ? [] : planRetirements(others, takesEffect, deployedAt);
  for (const { flow, patch } of retirements) versions.set(flow.id, applyPatch(flow, patch));
  versions.set(id, { id, status, payload, payloadHash, createdAt: '' });
}

function isRepeated(step: DeploymentStep, before: DeploymentStep | undefined): boolean {
  return (
    before?.flowId === step.flowId &&
    before.rule?.payloadHash === step.rule?.payloadHash &&
    before.rule?.status === step.rule?.status
  );
}

function toleration(steps: readonly DeploymentStep[]): Expectation['tolerates'] {
  const [first] = steps;
  if (steps.at(-1)?.rule?.status === 'DRAFT' && steps.every((step) => !isSettling(step))) return 'all';
  const isOpen = first === undefined || !isSettling(first) || steps.some(({ rule }) => rule === undefined);
  return isOpen ? 'earlier' : 'none';
}

/**
 * Replays the deployments of a rule.
 * @param steps oldest first, from a settling one or from the first on
 * @returns undefined where there is none
 */
export function replayDeployments(steps: readonly DeploymentStep[]): Expectation | undefined {
  const last = steps.at(-1);
  if (last === undefined) return undefined;
  const versions = new Map<string, Flow>();
  // A rule that a deployment found unchanged was not looked at by it.
  steps.forEach((step, at) => {
    if (!isRepeated(step, steps[at - 1])) replayStep(versions, step);
  });
  return {
    ownId: last.flowId,
    versions,
    rule: last.rule,
    tolerates: toleration(steps),
    mayBeGone: last.mayBeGone === true,
  };
}
