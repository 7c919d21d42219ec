// What follows a deployment: the calls of the versions before it, a watch over those of the new ones, and what comes of it.
import { type TrafficReport, makeTrafficReport } from '../../health/traffic-report.ts';
import type { Deployment } from '../../plan/deployment.ts';
import type { Traffic } from '../../ports.ts';
import type { CarriedOut } from '../deploy/carried-out.ts';
import type { Doors, Session } from '../session.ts';
import { readLastDay } from './read-traffic.ts';
import { takeBack } from './take-back.ts';
import { watchDeployment } from './watch-deployment.ts';

/** How a deployment ends at last, and the calls that the report shows. */
export interface LookedAfter {
  readonly end: CarriedOut;
  readonly traffic: TrafficReport | undefined;
}

/** A limit without a watch keeps nobody safe, though its author may think so. */
export function warnOfIdleLimits({ inputs, log }: Session): void {
  const { watchTime, minCompletionRate, maxCompletionDrop } = inputs;
  if (watchTime > 0 || (minCompletionRate === undefined && maxCompletionDrop === undefined)) return;
  const name = minCompletionRate === undefined ? 'max-completion-drop' : 'min-completion-rate';
  log.warning(`input ${name} does nothing while input watch-minutes is 0: no calls are watched`);
}

/**
 * Looks after a deployment that has ended; one that did not go live is left alone.
 * @param startedAt when it began, in milliseconds
 */
export async function lookAfter(
  session: Session,
  doors: Doors,
  deployment: Deployment,
  end: CarriedOut,
  startedAt: number,
): Promise<LookedAfter> {
  if (end.result !== 'deployed') return { end, traffic: undefined };
  const { found, leftOut } = await readLastDay(session, deployment.plan, startedAt);
  const report = (since: ReadonlyMap<string, Traffic>) => makeTrafficReport(found, since, leftOut);
  if (session.inputs.watchTime === 0) return { end, traffic: report(new Map()) };
  const watched = await watchDeployment(session, deployment.plan, end.flows ?? {}, found, startedAt);
  const { verdict, sentence, isWarning, since } = watched;
  const traffic = report(since);
  if (verdict === 'bad') return { end: await takeBack(session, doors, deployment, end, sentence), traffic };
  if (isWarning) session.log.warning(sentence);
  return { end: { ...end, details: [...(end.details ?? []), { text: sentence }] }, traffic };
}
