// Watching the calls of a deployment that has just gone live (input watch-minutes), until they decide or the time is over.
import { UserError } from '../../errors.ts';
import { type RuleFlow, chooseNewFlows } from '../../health/choose-flows.ts';
import { type Health, type Judgement, type Verdict, judgeHealth } from '../../health/judge-health.ts';
import type { Plan } from '../../plan/plan.ts';
import type { OpenedTenant, Traffic } from '../../ports.ts';
import { count } from '../../rules/count.ts';
import { type Session, needTenant } from '../session.ts';
import { explainUnreadable, isUnreadable, readTraffics, whyNotReadable } from './read-traffic.ts';

/** What a watch found out. */
export interface WatchEnd {
  /** `undecided` also where it was cancelled, or there was nothing to watch. */
  readonly verdict: Health['verdict'];
  /** What to tell of it, without a full stop. */
  readonly sentence: string;
  /** Whether somebody who wanted the calls watched must know. */
  readonly isWarning: boolean;
  /** Rule name → its calls since the deployment. */
  readonly since: ReadonlyMap<string, Traffic>;
}

interface Watch {
  readonly session: Session;
  readonly opened: OpenedTenant;
  readonly flows: readonly RuleFlow[];
  /** The last day of the versions before. */
  readonly before: ReadonlyMap<string, Traffic>;
  /** When the deployment began, in milliseconds: no call of a new version is older. */
  readonly from: number;
}

/** So many rules are named in one line. */
const MOST_NAMED = 5;
/** A line that says the same is told again after so many looks. */
const REPEAT_LINE = 10;

function sentencesOf(judgements: readonly Judgement[], verdict: Verdict): string {
  const all = judgements.filter((judgement) => judgement.verdict === verdict);
  const named = all.slice(0, MOST_NAMED).map(({ sentence }) => sentence);
  const rest = all.length - named.length;
  return [...named, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}

/** Tells how it goes, where that is news, or after a while. */
function makeTeller({ log }: Session): (line: string) => void {
  let [last, looks] = ['', 0];
  return (line) => {
    if (line === last && ++looks < REPEAT_LINE) return;
    [last, looks] = [line, 0];
    log.info(`watching: ${line}`);
  };
}

function describeProgress({ judgements }: Health, failure: string | undefined): string {
  if (failure !== undefined) return `the calls cannot be read, and are asked for again: ${failure}`;
  const waiting = judgements.filter(({ verdict }) => verdict === 'waiting').length;
  const sentences = judgements.slice(0, MOST_NAMED).map(({ sentence }) => sentence);
  return `${count(judgements.length - waiting, 'version')} of ${judgements.length} decided; ${sentences.join('; ')}`;
}

function describeEnd(health: Health, failure: string | undefined): Omit<WatchEnd, 'since'> {
  const { verdict, judgements } = health;
  if (verdict === 'bad') return { verdict, sentence: sentencesOf(judgements, 'bad'), isWarning: false };
  const open = sentencesOf(judgements, 'incomparable');
  if (verdict === 'good') {
    const rest = open === '' ? '' : `; ${open}`;
    return {
      verdict,
      sentence: `the calls keep to the limits: ${sentencesOf(judgements, 'good')}${rest}`,
      isWarning: open !== '',
    };
  }
  const parts = [
    sentencesOf(judgements, 'waiting'),
    open,
    failure === undefined ? '' : `the calls could not be read at last: ${failure}`,
  ];
  const what = parts.filter((part) => part !== '').join('; ');
  return {
    verdict,
    sentence: `the calls decide nothing, and the deployment stays live: ${what}`,
    isWarning: true,
  };
}

const CANCELLED = {
  verdict: 'undecided',
  sentence:
    'the run was cancelled while it watched the calls: the deployment was complete before, and stays live',
  isWarning: true,
} as const;

/** Looks again and again. @throws UserError (`scope`) where the client may not read figures, which no wait will mend */
async function lookUntilDecided({ session, opened, flows, before, from }: Watch): Promise<WatchEnd> {
  const { clock, inputs, cancelled } = session;
  const tell = makeTeller(session);
  const deadline = clock.now() + inputs.watchTime;
  const since = new Map<string, Traffic>();
  for (;;) {
    const { found, failure } = await readTraffics(opened, flows, from, Math.max(clock.now(), from + 1));
    if (cancelled.aborted) return { ...CANCELLED, since };
    if (failure instanceof UserError && failure.reason === 'scope') throw failure;
    for (const [name, traffic] of found) since.set(name, traffic);
    const versions = flows.map(({ name }) => ({ name, traffic: since.get(name), before: before.get(name) }));
    const health = judgeHealth(versions, inputs);
    const problem = failure === undefined ? undefined : explainUnreadable(failure);
    tell(describeProgress(health, problem));
    const left = deadline - clock.now();
    if (!health.isWaiting || left <= 0) return { ...describeEnd(health, problem), since };
    await clock.sleep(Math.min(inputs.watchInterval, left), cancelled);
    if (cancelled.aborted) return { ...CANCELLED, since };
  }
}

function spellTime(milliseconds: number): string {
  return milliseconds < 60_000
    ? count(Math.round(milliseconds / 1000), 'second')
    : count(Math.round(milliseconds / 60_000), 'minute');
}

/**
 * Watches the versions that a deployment has made active.
 * @param flowIds rule name → flow id, of what is live now
 * @param from when the deployment began, in milliseconds
 * @returns what it found out; it fails for nothing that a tenant answers
 */
export async function watchDeployment(
  session: Session,
  plan: Plan,
  flowIds: Readonly<Record<string, string>>,
  before: ReadonlyMap<string, Traffic>,
  from: number,
): Promise<WatchEnd> {
  const { clock, inputs, log } = session;
  const nothing = { verdict: 'undecided', isWarning: true, since: new Map<string, Traffic>() } as const;
  const { flows, later } = chooseNewFlows(plan, flowIds, clock.now());
  if (later.length > 0) {
    const names = later.slice(0, MOST_NAMED).map((name) => JSON.stringify(name));
    const rest = later.length > names.length ? ` and ${later.length - names.length} more` : '';
    log.warning(`not watched, since they take effect later: ${names.join(', ')}${rest}`);
  }
  if (flows.length === 0)
    return {
      ...nothing,
      isWarning: false,
      sentence: 'no version was made active that is in force now: there is nothing to watch',
    };
  try {
    const opened = await needTenant(session);
    const missing = await whyNotReadable(opened);
    if (missing !== undefined) throw missing;
    log.info(
      `watching the calls of ${count(flows.length, 'new version')} for ${spellTime(inputs.watchTime)} at most`,
    );
    return await lookUntilDecided({ session, opened, flows, before, from });
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    if (session.cancelled.aborted) return { ...nothing, ...CANCELLED };
    const sentence = `the calls cannot be watched, and the deployment stays live: ${explainUnreadable(error)}`;
    return { ...nothing, sentence };
  }
}
