// What a run that died left on the tenant → the writes that bring it back to the last deployed state. Pure.
import type { Flow, FlowPatch } from '../ports.ts';
import { canonicalJson, compareCodePoints, contentWithoutDates } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';
import { compareRuleSets } from './compare-rule-sets.ts';
import { type LiveRecord, flowIdOf } from './deployed-state.ts';
import { type FlowState, stateOf } from './flow-state.ts';

export interface RecoveryRequest {
  readonly live: LiveRecord | undefined;
  /** The rules of the live commit. */
  readonly liveRules: readonly Rule[];
  /** The rules of the commit that the dead run was deploying. */
  readonly deadRules: readonly Rule[];
  /** When the dead run's record was made: milliseconds since the epoch. */
  readonly startedAt: number;
  /** Flows that earlier records name: this action's own. */
  readonly ownFlowIds: ReadonlySet<string>;
  /** What the dead run wrote down before its first write; undefined where it did not. */
  readonly footprint: Footprint | undefined;
}

/** What a run was about to touch: kept in its record, so that a later run can tell what it left. */
export interface Footprint {
  /** Rule name → the flows that were there before. */
  readonly known: Readonly<Record<string, readonly string[]>>;
  /** The states of the flows that it was about to change. */
  readonly touched: readonly FlowState[];
  /**
   * Rule name → the payload hash of the version that it was about to create, which need not be that of its commit: a rollback of
   * some rules leaves another commit live. Undefined in older records.
   */
  readonly created?: Readonly<Record<string, string>>;
}

export interface Recovery {
  /** Live versions that are to be as they were; these come first. */
  readonly restorations: readonly { readonly flow: Flow; readonly patch: FlowPatch }[];
  /** Versions that the dead run took up again, to be idle as before. */
  readonly deactivations: readonly Flow[];
  /** Versions that the dead run created. */
  readonly deletions: readonly Flow[];
  /** What no rule can decide, a sentence each: a person must look. */
  readonly problems: readonly string[];
  /** Names of rules whose version is gone for good, so that it cannot be brought back: they must be planned anew. */
  readonly lost: readonly string[];
}

/** How far the tenant's clock may be behind GitHub's, in milliseconds. */
const CLOCK_SKEW = 60_000;

/** The names that the dead run may have touched. */
export function namesToRecover(request: RecoveryRequest): string[] {
  const changes = compareRuleSets(request.liveRules, request.deadRules).filter(
    (change) => change.kind !== 'unchanged',
  );
  const names = changes.flatMap((change) => [change.name, change.before?.payload.name ?? change.name]);
  const held = request.live?.state.held.map((entry) => entry.name) ?? [];
  const written = Object.keys(request.footprint?.known ?? {});
  return [...new Set([...names, ...held, ...written])].toSorted(compareCodePoints);
}

/** What must be patched on the flow that is to be live; nothing where it is as it should be. */
function restoration(flow: Flow, rule: Rule | undefined, dead: Rule | undefined): FlowPatch | undefined {
  const status = rule?.status ?? 'ACTIVE';
  const own = flow.payload;
  // Of a held rule the live version is an older one, whose dates only a hand-over to the dead version has changed.
  const isOfRule = rule !== undefined && contentWithoutDates(rule.payload) === contentWithoutDates(own);
  const wasHandedOver =
    own.expirationDate !== undefined && own.expirationDate === dead?.payload.effectiveDate;
  const expiration = isOfRule ? rule.payload.expirationDate : wasHandedOver ? undefined : own.expirationDate;
  const effective = isOfRule ? rule.payload.effectiveDate : own.effectiveDate;
  const isRight =
    flow.status === status && own.expirationDate === expiration && own.effectiveDate === effective;
  return isRight
    ? undefined
    : { status, effectiveDate: effective ?? null, expirationDate: expiration ?? null };
}

function isYoung(flow: Flow, startedAt: number): boolean {
  const created = Date.parse(flow.createdAt);
  return created >= startedAt - CLOCK_SKEW;
}

/** Plans the recovery from a run that wrote down what it was about to touch. */
function recoverByFootprint(
  { known, touched, created }: Footprint,
  deadRules: ReadonlyMap<string, Rule>,
  flows: ReadonlyMap<string, readonly Flow[]>,
): Recovery {
  const restorations: { flow: Flow; patch: FlowPatch }[] = [];
  const lost = new Set<string>();
  for (const state of touched) {
    const { name, flowId, ...patch } = state;
    const flow = flows.get(name)?.find((version) => version.id === flowId);
    // A run that has succeeded, and could not say so, may have deleted what it had retired.
    if (flow === undefined && state.status === 'ACTIVE') lost.add(name);
    else if (flow !== undefined && canonicalJson(stateOf(flow)) !== canonicalJson(state))
      restorations.push({ flow, patch });
  }
  const deletions = [...flows].flatMap(([name, versions]) => {
    // The new version stays until the next one takes over: callers must reach something.
    if (lost.has(name)) return [];
    const before = Object.hasOwn(known, name) ? known[name] : undefined;
    const hash = created === undefined ? deadRules.get(name)?.payloadHash : created[name];
    const isLeft = (flow: Flow): boolean => flow.payloadHash === hash && before?.includes(flow.id) === false;
    return versions.filter(isLeft);
  });
  // Old versions are in force again before the others go.
  const isActive = ({ patch }: { readonly patch: FlowPatch }): number => (patch.status === 'ACTIVE' ? 0 : 1);
  return {
    restorations: restorations.toSorted((a, b) => isActive(a) - isActive(b)),
    deactivations: [],
    deletions,
    problems: [],
    lost: [...lost],
  };
}

/** Plans the recovery from a run that left no footprint: by what git and the records say, and by the age of flows. */
function recoverByAge(
  request: RecoveryRequest,
  deadRules: ReadonlyMap<string, Rule>,
  flows: ReadonlyMap<string, readonly Flow[]>,
): Recovery {
  const { live, startedAt, ownFlowIds } = request;
  const liveRules = new Map(request.liveRules.map((rule) => [rule.payload.name, rule]));
  const restorations: { flow: Flow; patch: FlowPatch }[] = [];
  const deactivations: Flow[] = [];
  const deletions: Flow[] = [];
  const problems: string[] = [];
  for (const [name, versions] of flows) {
    const dead = deadRules.get(name);
    const liveId = flowIdOf(live?.state.flows ?? {}, name);
    const liveFlow = versions.find((flow) => flow.id === liveId);
    if (liveId !== undefined && liveFlow === undefined)
      problems.push(`rule ${name}: its live flow ${liveId} is not on the tenant any more`);
    const patch = liveFlow === undefined ? undefined : restoration(liveFlow, liveRules.get(name), dead);
    if (liveFlow !== undefined && patch !== undefined) restorations.push({ flow: liveFlow, patch });
    for (const flow of versions) {
      if (flow.id === liveId || flow.payloadHash !== dead?.payloadHash) continue;
      // An older flow, or one whose age is not known, is never deleted: it may be somebody else's.
      if (isYoung(flow, startedAt)) deletions.push(flow);
      else if (flow.status === 'ACTIVE' && ownFlowIds.has(flow.id)) deactivations.push(flow);
      else if (flow.createdAt === '' || (flow.status === 'ACTIVE' && liveId !== undefined))
        problems.push(`rule ${name}: flow ${flow.id} may be a leftover, but its age does not tell`);
    }
  }
  return { restorations, deactivations, deletions, problems, lost: [] };
}

/**
 * Plans the recovery from one dead run.
 * @param flows the versions of every name in {@link namesToRecover}
 */
export function planRecovery(
  request: RecoveryRequest,
  flows: ReadonlyMap<string, readonly Flow[]>,
): Recovery {
  const deadRules = new Map(request.deadRules.map((rule) => [rule.payload.name, rule]));
  return request.footprint === undefined
    ? recoverByAge(request, deadRules, flows)
    : recoverByFootprint(request.footprint, deadRules, flows);
}
