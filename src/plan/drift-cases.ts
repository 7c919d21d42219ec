// What must be compared for drift, and with what: this commit, the last deployed one and its record → a case a rule. Pure.
import type { Flow } from '../ports.ts';
import { compareCodePoints } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';
import { type LiveRecord, flowIdOf } from './deployed-state.ts';
import type { DriftCase } from './find-drift.ts';
import { isHeld } from './holds.ts';
import {
  type DeploymentStep,
  type Expectation,
  replayDeployments,
  tellVersion,
} from './replay-deployments.ts';

export interface DriftRequest {
  /** The rules of this commit, by name. */
  readonly desired: ReadonlyMap<string, Rule>;
  /** The rules of the last deployed commit; undefined where none was deployed, or that commit is gone. */
  readonly deployed: ReadonlyMap<string, Rule> | undefined;
  readonly live: LiveRecord | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The flow that the record names for a rule. */
export function ownIdOf({ live }: Pick<DriftRequest, 'live'>, name: string): string | undefined {
  return flowIdOf(live?.state.flows ?? {}, name);
}

/** The names of all rules of either commit or of the record, sorted. */
export function namesToCompare({ desired, deployed, live }: DriftRequest): string[] {
  const recorded = Object.keys(live?.state.flows ?? {});
  const names = new Set([...desired.keys(), ...(deployed?.keys() ?? []), ...recorded]);
  return [...names].toSorted(compareCodePoints);
}

/**
 * The names of which the newest record alone does not say what is to be there: held and passed over ones, whose live version is
 * an older one, and drafts and versions that wait for their date, beside which an older one stays active.
 */
export function namesWithHistory(request: DriftRequest): string[] {
  const { deployed, live, now } = request;
  if (live === undefined || deployed === undefined) return [];
  const held = new Set(live.state.held.map(({ name }) => name));
  return namesToCompare(request).filter((name) => {
    const rule = deployed.get(name);
    const isNamed = ownIdOf(request, name) !== undefined;
    if (rule === undefined) return isNamed;
    const start = rule.payload.effectiveDate;
    const isPending = start !== undefined && Date.parse(start) > now;
    return held.has(name) || !isNamed || rule.status === 'DRAFT' || isPending;
  });
}

function expectationOf(
  request: DriftRequest,
  name: string,
  steps: ReadonlyMap<string, readonly DeploymentStep[]>,
  versions: readonly Flow[],
): Expectation | undefined {
  const past = steps.get(name);
  if (past !== undefined) return replayDeployments(past.map((step) => tellVersion(step, versions)));
  const flowId = ownIdOf(request, name);
  if (flowId === undefined) return undefined;
  const { deployed, desired, now } = request;
  // Where the deployed commit is gone, this one stands for it, and may have left an earlier version active.
  return deployed === undefined
    ? replayDeployments([{ deployedAt: 0, flowId, rule: desired.get(name) }])
    : replayDeployments([{ deployedAt: now, flowId, rule: deployed.get(name) }]);
}

/**
 * Makes the case of one rule.
 * @param steps the deployments of every name in {@link namesWithHistory}, oldest first
 * @param versions the tenant's versions with this name, and the one that the record names
 */
export function makeCase(
  request: DriftRequest,
  name: string,
  steps: ReadonlyMap<string, readonly DeploymentStep[]>,
  versions: readonly Flow[],
): DriftCase {
  const { live, now } = request;
  const desired = request.desired.get(name);
  return {
    name,
    desired,
    expectation: expectationOf(request, name, steps, versions),
    isDeployed: live !== undefined,
    isHeld: isHeld(live?.state.held ?? [], name, desired?.payloadHash ?? ''),
    versions,
    now,
  };
}
