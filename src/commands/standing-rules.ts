// The rules that callers met while a commit was live: its own, but for those that were held then (INTERFACE section 11).
import type { DeployedState } from '../plan/deployed-state.ts';
import type { Flow, Tenant } from '../ports.ts';
import { makeRule } from '../rules/make-rule.ts';
import type { Rule, Status } from '../rules/rule.ts';

export interface StandingRequest {
  /** The rules of the commit. */
  readonly rules: readonly Rule[];
  /** What its record says. */
  readonly state: Pick<DeployedState, 'flows' | 'held'>;
  /** The file of a rule that the commit has none of; empty where no commit says. */
  readonly pathOf: (name: string) => string;
  readonly statusOf: (flow: Flow) => Status;
}

/**
 * Puts the version that was live in the place of each held one. Where that is gone from the tenant, the held one stays: it
 * is then planned as held.
 */
export async function readStandingRules(
  { rules, state, pathOf, statusOf }: StandingRequest,
  tenant: Pick<Tenant, 'getFlow'>,
): Promise<Rule[]> {
  const { flows, held } = state;
  const isHeld = (name: string, hash: string): boolean =>
    held.some((entry) => entry.name === name && entry.payloadHash === hash);
  const readLive = async (name: string, path: string): Promise<Rule | undefined> => {
    const flow = await tenant.getFlow(flows[name] ?? '');
    return flow === undefined || flow.payload.name !== name
      ? undefined
      : makeRule(path, flow.payload, statusOf(flow));
  };
  const own = rules.map(async (rule): Promise<Rule | undefined> => {
    const { name } = rule.payload;
    if (held.length === 0 || !isHeld(name, rule.payloadHash)) return rule;
    // Held from the day on which it was new: no version of it was live.
    if (!Object.hasOwn(flows, name)) return undefined;
    return (await readLive(name, rule.path)) ?? rule;
  });
  const names = new Set(rules.map((rule) => rule.payload.name));
  const kept = Object.keys(flows).filter((name) => isHeld(name, '') && !names.has(name));
  const back = kept.map(async (name) => readLive(name, pathOf(name)));
  return (await Promise.all([...own, ...back])).filter((rule) => rule !== undefined);
}
