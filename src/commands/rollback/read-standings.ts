// What callers meet before a rollback and what they met at its target, read from both commits, their records and the tenant.
import { indexByName } from '../../plan/compare-rule-sets.ts';
import type { Held, LiveRecord } from '../../plan/deployed-state.ts';
import { flowsToRead, standingRules, stayWhereUnknown, withoutHolds } from '../../plan/standing-rules.ts';
import type { Flow, Tenant } from '../../ports.ts';
import type { Rule, Status } from '../../rules/rule.ts';
import type { Session } from '../session.ts';
import type { CommitRules } from '../source/read-commit-rules.ts';
import type { Target } from './rollback-target.ts';

/** The rules of both commits. */
export interface BothCommits {
  readonly live: CommitRules;
  readonly targetRules: CommitRules;
}

/** What callers meet before a rollback, and what they met at its target. */
export interface Standings {
  readonly before: readonly Rule[];
  readonly target: readonly Rule[];
  /** What the plan leaves alone, since nobody knows what it was at the target. */
  readonly held: readonly Held[];
}

async function readFlows(
  flowIds: ReadonlyMap<string, string>,
  tenant: Pick<Tenant, 'getFlow'>,
  known: readonly Flow[],
): Promise<Map<string, Flow>> {
  const read = [...flowIds].map(async ([name, flowId]): Promise<readonly [string, Flow | undefined]> => [
    name,
    known.find(({ id }) => id === flowId) ?? (await tenant.getFlow(flowId)),
  ]);
  const flows = await Promise.all(read);
  return new Map(flows.flatMap(([name, flow]) => (flow === undefined ? [] : [[name, flow] as const])));
}

/**
 * Reads both.
 * @param known flows as they were at the target; of all others the tenant is asked
 */
export async function readStandings(
  { inputs }: Session,
  tenant: Tenant,
  { state }: LiveRecord,
  target: Target,
  loaded: BothCommits,
  known: readonly Flow[],
): Promise<Standings> {
  const [liveRules, targetRules] = [loaded.live.rules, loaded.targetRules.rules];
  const fileOf = indexByName([...targetRules, ...liveRules]);
  const pathOf = (name: string): string => fileOf.get(name)?.path ?? '';
  const liveFlows = await readFlows(flowsToRead(liveRules, state), tenant, []);
  const before = standingRules(liveRules, state, liveFlows, pathOf, ({ status }) => status).rules;
  // An override releases what was held at the target too: then its rules are all its own.
  const then = inputs.overrideReason === '' ? target : withoutHolds(target);
  const targetFlows = await readFlows(flowsToRead(targetRules, then), tenant, known);
  // What was held instead was live then. Of any other flow that is live still, its state is that of then too.
  const heldNames = new Set(then.held.map(({ name }) => name));
  const liveIds = new Set(Object.values(state.flows));
  const statusOf = ({ id, status, payload }: Flow): Status =>
    liveIds.has(id) && !heldNames.has(payload.name) ? status : 'ACTIVE';
  const standing = standingRules(targetRules, then, targetFlows, pathOf, statusOf);
  const { rules, held } = stayWhereUnknown(before, standing);
  return { before, target: rules, held };
}

/** The rules that callers meet after a rollback of some rules, or of all. */
export function rulesAfter(
  { before, target }: Pick<Standings, 'before' | 'target'>,
  only: readonly string[],
): Rule[] {
  if (only.length === 0) return [...target];
  const isSelected = ({ payload }: Rule): boolean => only.includes(payload.name);
  return [...before.filter((rule) => !isSelected(rule)), ...target.filter(isSelected)];
}
