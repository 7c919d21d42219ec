// Reads the calls of flows for a report. Figures are no part of a deployment: what cannot be read is a warning, and no more.
import { ENDPOINTS } from '../../cxone/endpoints.ts';
import { ApiError, UserError, messageOf } from '../../errors.ts';
import { type RuleFlow, chooseFlows } from '../../health/choose-flows.ts';
import type { Plan } from '../../plan/plan.ts';
import type { OpenedTenant, Traffic } from '../../ports.ts';
import { count } from '../../rules/count.ts';
import { findMissingScopes } from '../check-scopes.ts';
import type { Session } from '../session.ts';

/** Milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

const { scope: SCOPE } = ENDPOINTS.queryAnalytics;

/** What is no bug: the tenant does not answer, or may not be asked. */
export function isUnreadable(error: unknown): error is ApiError | UserError {
  return error instanceof ApiError || error instanceof UserError;
}

export interface ReadTraffics {
  /** Rule name → its calls; rules whose calls could not be read are missing. */
  readonly found: ReadonlyMap<string, Traffic>;
  /** Of those that could not be read, the first. */
  readonly failure: ApiError | UserError | undefined;
}

async function readOne(
  { analytics }: OpenedTenant,
  { name, flowId }: RuleFlow,
  from: number,
  to: number,
): Promise<readonly [string, Traffic | ApiError | UserError]> {
  try {
    return [name, await analytics.readTraffic(flowId, from, to)];
  } catch (error) {
    if (isUnreadable(error)) return [name, error];
    throw error;
  }
}

/** Whether an error is about the figures of one flow, and not about the tenant. */
function isAboutFigures(error: ApiError | UserError): boolean {
  return error instanceof ApiError && error.status === undefined && error.details.timedOut === undefined;
}

/**
 * Reads the calls of flows from an instant up to another (ms): the first alone, since a tenant that does not answer one does not
 * answer the others either, and then all others together.
 */
export async function readTraffics(
  opened: OpenedTenant,
  flows: readonly RuleFlow[],
  from: number,
  to: number,
): Promise<ReadTraffics> {
  const [first, ...others] = flows;
  if (first === undefined) return { found: new Map(), failure: undefined };
  const one = await readOne(opened, first, from, to);
  const isLost = isUnreadable(one[1]) && !isAboutFigures(one[1]);
  const rest = isLost ? [] : await Promise.all(others.map(async (flow) => readOne(opened, flow, from, to)));
  const all = [one, ...rest];
  const failures = all.flatMap(([, result]) => (isUnreadable(result) ? [result] : []));
  const found = all.flatMap(([name, result]) => (isUnreadable(result) ? [] : [[name, result] as const]));
  return { found: new Map(found), failure: failures[0] };
}

/** Why the token cannot read figures, where it names its scopes; undefined where it can, or does not say. */
export async function whyNotReadable({ tenant }: OpenedTenant): Promise<UserError | undefined> {
  return findMissingScopes(tenant, [SCOPE]);
}

/** An error in words that name the scope, which may be what a tenant that answers otherwise means. */
export function explainUnreadable(error: ApiError | UserError): string {
  const message = messageOf(error);
  return message.includes(SCOPE) ? message : `${message} (figures need the scope ${SCOPE})`;
}

export interface LastDay {
  readonly found: ReadonlyMap<string, Traffic>;
  /** Rules that were not asked for. */
  readonly leftOut: number;
}

const NOTHING: LastDay = { found: new Map(), leftOut: 0 };

/**
 * The calls on the last day before an instant (ms) of what a plan replaces or takes away. It never fails: a warning says what
 * could not be read.
 */
export async function readLastDay(session: Session, plan: Plan, at: number): Promise<LastDay> {
  const { flows, leftOut } = chooseFlows(plan, at);
  if (flows.length === 0 || session.cancelled.aborted) return NOTHING;
  try {
    const opened = await session.openTenant();
    if (opened === undefined) return NOTHING;
    const missing = await whyNotReadable(opened);
    const { found, failure } =
      missing === undefined
        ? await readTraffics(opened, flows, at - DAY, at)
        : { found: new Map<string, Traffic>(), failure: missing };
    if (failure !== undefined && !session.cancelled.aborted) {
      const what =
        found.size === 0 ? 'the calls' : `the calls of ${count(flows.length - found.size, 'rule')}`;
      session.log.warning(`${what} of the last day cannot be shown: ${explainUnreadable(failure)}`);
    }
    return { found, leftOut };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    session.log.warning(`the calls of the last day cannot be shown: ${explainUnreadable(error)}`);
    return NOTHING;
  }
}
