// Command drift: whether the tenant still is as the last deployment left it, and how far this commit is from it.
import { type Drift, driftedNames } from '../plan/drift.ts';
import type { DriftState } from '../plan/find-drift.ts';
import { tabulateDrift } from '../report/drift-text.ts';
import { type DriftReported, reportDrift } from '../report/report-drift.ts';
import type { Ending } from '../report/report.ts';
import { count } from '../rules/count.ts';
import { rulesetDigest } from '../rules/hash.ts';
import { type ComparedDeployed, compareDeployed } from './drift/compare-deployed.ts';
import { syncDriftIssue } from './drift/drift-issue.ts';
import { type CommandResult, type Session, aboutRun, isRefusal, needGitHub, needTenant } from './session.ts';
import { findUnknownRules } from './source/find-unknown-rules.ts';
import { type CheckedWorkspace, lintWorkspace } from './source/lint-workspace.ts';

function namesIn({ rules }: Drift, state: DriftState): string[] {
  return rules.filter((rule) => rule.state === state).map(({ name }) => JSON.stringify(name));
}

function describe({ drift, details }: ComparedDeployed): Ending {
  const drifted = driftedNames(drift);
  const waiting = namesIn(drift, 'not-deployed');
  const wait = waiting.length === 0 ? '' : `; not deployed yet: ${waiting.join(', ')}`;
  const total = count(drift.rules.length, 'rule');
  if (drifted.length === 0) {
    const message = `no drift in ${total}: what was deployed is on the tenant${wait}`;
    const never = `no drift in ${total}${wait}`;
    return { result: 'in-sync', message: drift.deployedSha === undefined ? never : message, details };
  }
  const names = drifted.map((name) => JSON.stringify(name)).join(', ');
  const verb = drifted.length === 1 ? 'is' : 'are';
  const message = `${drifted.length} of ${total} ${verb} not on the tenant as git says: ${names}${wait}`;
  return { result: 'drifted', reason: 'drift', message, details };
}

function finish(session: Session, checked: CheckedWorkspace, reported: DriftReported): CommandResult {
  const report = reportDrift('drift', aboutRun(session), checked.lint, reported);
  return { report, rulesetDigest: rulesetDigest(checked.loaded.rules) };
}

/** Runs command drift. @throws UserError */
export async function runDrift(session: Session): Promise<CommandResult> {
  const { log } = session;
  const checked = await lintWorkspace(session);
  const github = await needGitHub(session);
  const { tenant } = await needTenant(session);
  const unknown = findUnknownRules(checked);
  if (unknown !== undefined) return finish(session, checked, unknown);
  try {
    const compared = await compareDeployed(session, github, tenant, checked);
    const { drift } = compared;
    for (const line of tabulateDrift(drift)) log.info(line);
    const { report, ...result } = finish(session, checked, { end: describe(compared), drift });
    await syncDriftIssue(session, github, report);
    const isTolerated = report.result === 'drifted' && !session.inputs.failOnDrift;
    return { ...result, report: { ...report, ...(isTolerated ? { isTolerated } : {}) } };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return finish(session, checked, {
      end: { result: 'refused', reason: error.reason, message: error.message },
    });
  }
}
