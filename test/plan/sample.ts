// Rules, flows and requests that the tests of the plan and the transaction build their cases from.
import type { PlanRequest } from '../../src/plan/make-plan.ts';
import type { Flow } from '../../src/ports.ts';
import { hashPayload } from '../../src/rules/hash.ts';
import type { Payload, Rule, Status } from '../../src/rules/rule.ts';

/** Midday of a day in January 2027. */
export const NOON = Date.parse('2027-01-01T12:00:00Z');

/** The instant that is some days after {@link NOON}, as ISO text. */
export function day(offset: number): string {
  return new Date(NOON + offset * 86_400_000).toISOString();
}

export interface Changes extends Partial<Payload> {
  readonly status?: Status;
  /** What the first prompt is: the shortest way to another content. */
  readonly media?: string;
}

/** A rule that is right, with some things changed. */
export function ruleOf(name: string, { status = 'ACTIVE', media = 'hello', ...changes }: Changes = {}): Rule {
  const payload: Payload = {
    name,
    campaignId: 'camp',
    nodes: [
      {
        id: 'root',
        type: 'greeting',
        transitions: [{ condition: 'press_1', target: 'end' }],
        mediaAssetId: media,
      },
      { id: 'end', type: 'queue', transitions: [] },
    ],
    fallbackAction: { type: 'hangup' },
    ...changes,
  };
  return { path: `rules/${name}.json`, payload, payloadHash: hashPayload(payload), status };
}

/** A flow that holds what a rule says. */
export function flowOf(id: string, { payload, payloadHash }: Rule, status: Status = 'ACTIVE'): Flow {
  return { id, status, payload, payloadHash, createdAt: '2026-12-01T00:00:00.000Z' };
}

/** A request to plan a first deployment of some rules, with some things changed. */
export function requestOf(desired: readonly Rule[], changes: Partial<PlanRequest> = {}): PlanRequest {
  return {
    desired,
    deployed: [],
    deployedFlows: {},
    held: [],
    releasesHolds: false,
    removedRules: 'deactivate',
    only: [],
    ...changes,
  };
}

/** The rules as the last deployment left them. */
export function deployedAs(rules: readonly Rule[]): Pick<PlanRequest, 'deployed' | 'deployedFlows'> {
  return {
    deployed: rules,
    deployedFlows: Object.fromEntries(rules.map(({ payload }) => [payload.name, `flow-of-${payload.name}`])),
  };
}
