// Command lint: checks every rule, compares with the base commit, and plans against the tenant where it can.
import { ENDPOINTS } from '../cxone/endpoints.ts';
import { ApiError, UserError, messageOf } from '../errors.ts';
import { type TrafficReport, makeTrafficReport } from '../health/traffic-report.ts';
import { countFindings } from '../lint/finding.ts';
import { compareRuleSets } from '../plan/compare-rule-sets.ts';
import type { LiveRecord } from '../plan/deployed-state.ts';
import type { Plan } from '../plan/plan.ts';
import type { GitHub } from '../ports.ts';
import { reportLint } from '../report/report-checked.ts';
import type { Detail, Report } from '../report/report.ts';
import { rulesetDigest } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';
import { explainHolds } from './deploy/explain-holds.ts';
import { readRecordHistory } from './records/record-history.ts';
import { type CommandResult, type Session, aboutRun } from './session.ts';
import { type CheckedWorkspace, lintWorkspace } from './source/lint-workspace.ts';
import { needCommitRules, readCommitRules } from './source/read-commit-rules.ts';

/** A plan is only read for: credentials that may not write are enough. */
const READING_SCOPES = [ENDPOINTS.listFlows.scope];

/** The base commit's rules; undefined, with a warning, where they cannot be read. */
async function readBase(
  session: Session,
  github: GitHub,
  checked: CheckedWorkspace,
): Promise<readonly Rule[] | undefined> {
  const { trigger, log } = session;
  if (trigger.base === undefined) return undefined;
  try {
    const base = await readCommitRules(github, trigger.base, session, checked.files);
    if (base === undefined)
      log.warning(`the base commit ${trigger.base} is not there, so nothing is compared with it`);
    return base?.rules;
  } catch (error) {
    log.warning(
      `the base commit ${trigger.base} cannot be read, so nothing is compared with it: ${messageOf(error)}`,
    );
    return undefined;
  }
}

/** The records of deployments cannot be read, so nobody knows what is live. */
class RecordsUnknown extends Error {}

/** @throws RecordsUnknown, whatever it is that GitHub says */
async function readLive({ inputs }: Session, github: GitHub): Promise<LiveRecord | undefined> {
  try {
    return (await readRecordHistory(github, inputs.environment)).live;
  } catch (error) {
    throw new RecordsUnknown('what is live cannot be known', { cause: error });
  }
}

/** Whether a plan may be done without: not where an input is wrong, and not where the action itself is. */
function isNoFault(error: unknown): boolean {
  if (error instanceof UserError) return error.reason !== 'input';
  return error instanceof ApiError || error instanceof RecordsUnknown;
}

/** What a merge would do on the tenant; undefined without credentials. Without GitHub it is planned as a first deployment. */
async function planAhead(
  session: Session,
  github: GitHub | undefined,
  checked: CheckedWorkspace,
): Promise<Plan | undefined> {
  const { clock } = session;
  const opened = await session.openTenant();
  if (opened === undefined) return undefined;
  const [{ planDeployment, requestDeployment }, { tellPlan }] = await Promise.all([
    import('./deploy/plan-deployment.ts'),
    import('./deploy/tell-plan.ts'),
  ]);
  const live = github === undefined ? undefined : await readLive(session, github);
  const loaded =
    live === undefined || github === undefined
      ? undefined
      : await needCommitRules(github, live.sha, session, checked.files);
  const request = requestDeployment(session, live, checked.loaded.rules, loaded?.rules ?? []);
  return tellPlan(session.log, await planDeployment(request, opened.tenant, clock, READING_SCOPES));
}

interface Ahead {
  readonly plan: Plan | undefined;
  /** Why there is no plan, or what it leaves out. */
  readonly details: readonly Detail[];
}

/** A tenant that cannot be asked is no reason to fail the rules: a warning says why there is no plan, and so does the report. */
async function planOrWarn(
  session: Session,
  github: GitHub | undefined,
  checked: CheckedWorkspace,
): Promise<Ahead> {
  try {
    const plan = await planAhead(session, github, checked);
    const holds = plan === undefined || github === undefined ? [] : await explainHolds(session, github, plan);
    return { plan, details: holds };
  } catch (error) {
    if (!isNoFault(error)) throw error;
    const text = `nothing is planned against the tenant: ${messageOf(error)}`;
    session.log.warning(text);
    return { plan: undefined, details: [{ text }] };
  }
}

/** The last day's calls of what a merge would change on the tenant. */
async function readTraffic(session: Session, plan: Plan): Promise<TrafficReport | undefined> {
  const { readLastDay } = await import('./watch/read-traffic.ts');
  const { found, leftOut } = await readLastDay(session, plan, session.clock.now());
  return makeTrafficReport(found, new Map(), leftOut);
}

/** Runs command lint. @throws UserError */
export async function runLint(session: Session): Promise<CommandResult> {
  const checked = await lintWorkspace(session);
  const github = await session.openGitHub();
  const base = github === undefined ? undefined : await readBase(session, github, checked);
  const changes = base === undefined ? undefined : compareRuleSets(base, checked.loaded.rules);
  // A plan of rules with errors would say what will never happen.
  const { plan, details } =
    countFindings(checked.lint.findings, 'error') > 0
      ? { plan: undefined, details: [] }
      : await planOrWarn(session, github, checked);
  const traffic = plan === undefined ? undefined : await readTraffic(session, plan);
  const report: Report = {
    ...reportLint(checked, aboutRun(session), changes),
    details,
    plan,
    traffic,
  };
  return { report, rulesetDigest: rulesetDigest(checked.loaded.rules) };
}
