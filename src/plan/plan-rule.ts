// What must happen to one rule, by the state that its file asks for: ACTIVE, INACTIVE or DRAFT.
import type { Flow } from '../ports.ts';
import { contentWithoutDates } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';
import { planRetirements } from './hand-over.ts';
import type { Change, PlanAction, PlanReason } from './plan.ts';

/** @param idle the version that lies ready on the tenant */
function reasonFor(rule: Rule, idle: Flow | undefined, active: readonly Flow[]): PlanReason {
  if (active.length === 0) return idle === undefined ? 'new' : 'status';
  return active.some((flow) => contentWithoutDates(flow.payload) === contentWithoutDates(rule.payload))
    ? 'window'
    : 'content';
}

export interface Situation {
  readonly rule: Rule;
  readonly known: readonly Flow[];
  readonly active: readonly Flow[];
  readonly now: number;
  /** The flow that the last deployment's record names for this rule. */
  readonly ownId: string | undefined;
}

/** A rule that is to be active. */
export function planActive({ rule, known, active, now, ownId }: Situation): Change {
  const { name, effectiveDate } = rule.payload;
  const twins = known.filter((flow) => flow.payloadHash === rule.payloadHash);
  const live = twins.find((flow) => flow.status === 'ACTIVE');
  const retirements = planRetirements(
    active.filter((flow) => flow !== live),
    effectiveDate,
    now,
  );
  const base = { name, rule, retirements, deletions: [], known, finalStatus: 'ACTIVE' as const };
  if (live !== undefined && retirements.length === 0) {
    return { ...base, action: 'none', reason: 'already live', source: { kind: 'existing', flow: live } };
  }
  // A draft may be a person's own work; only a version that was live before, or that we staged, is taken up again.
  const idle = live ?? twins.find((flow) => flow.status === 'INACTIVE' || flow.id === ownId);
  const reason = reasonFor(rule, idle, active);
  const action: PlanAction = active.length > 0 ? 'replace' : idle === undefined ? 'create' : 'activate';
  return {
    ...base,
    action,
    reason,
    source: idle === undefined ? { kind: 'create' } : { kind: 'existing', flow: idle },
  };
}

/** A rule that is to lie ready, and not to be active. */
export function planInactive({ rule, known, active }: Situation): Change {
  const { name } = rule.payload;
  const twin = known.find((flow) => flow.payloadHash === rule.payloadHash && flow.status !== 'DRAFT');
  const retirements = active
    .filter((flow) => flow !== twin)
    .map((flow) => ({ flow, patch: { status: 'INACTIVE' as const } }));
  const base = { name, rule, retirements, deletions: [], known, finalStatus: 'INACTIVE' as const };
  if (twin !== undefined && active.length === 0) {
    return { ...base, action: 'none', reason: 'already live', source: { kind: 'existing', flow: twin } };
  }
  const source = twin === undefined ? { kind: 'create' as const } : { kind: 'existing' as const, flow: twin };
  const isNew = active.length === 0;
  return { ...base, action: isNew ? 'create' : 'deactivate', reason: isNew ? 'new' : 'status', source };
}

/** A rule that is to be staged only; a live version stays as it is. */
export function planDraft({ rule, known, active, ownId }: Situation): Change {
  // A draft of a rule that was never deployed is taken over: git has it from there, and says the same.
  const isOurs = (flow: Flow): boolean => flow.status !== 'DRAFT' || flow.id === (ownId ?? flow.id);
  const twin = known.find((flow) => flow.payloadHash === rule.payloadHash && isOurs(flow));
  const base = {
    name: rule.payload.name,
    rule,
    retirements: [],
    deletions: [],
    known,
    finalStatus: 'DRAFT' as const,
  };
  if (twin !== undefined)
    return { ...base, action: 'none', reason: 'already live', source: { kind: 'existing', flow: twin } };
  return {
    ...base,
    action: 'create',
    reason: active.length === 0 ? 'new' : 'content',
    source: { kind: 'create' },
  };
}
