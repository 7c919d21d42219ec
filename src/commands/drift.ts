// Command drift: whether the tenant still is as the last deployment left it, and how far this commit is from it.
import { type Drift, driftedNames } from '../plan/drift.ts';
import type { DriftState } from '../plan/find-drift.ts';
import { tabulateDrift } from '../report/drift-text.ts';
import { count } from '../rules/count.ts';
import { rulesetDigest } from '../rules/hash.ts';
import { type ComparedDeployed, compareDeployed } from './compare-deployed.ts';
import { syncDriftIssue } from './drift-issue.ts';
import { type CheckedWorkspace, lintWorkspace } from './lint-workspace.ts';
import { findUnreadable } from './readable-rules.ts';
import { type DriftReported, reportDrift } from './report-drift.ts';
import { type CommandResult, type Session, type Stop, isRefusal, needGitHub, needTenant } from './session.ts';

function namesIn({ rules }: Drift, state: DriftState): string[] {
  return rules.filter((rule) => rule.state === state).map(({ name }) => JSON.stringify(name));
}

function describe({ drift, details }: ComparedDeployed): Stop {
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
  const report = reportDrift(session, checked, reported);
  return { report, rulesetDigest: rulesetDigest(checked.loaded.rules) };
}

/** Runs command drift. @throws UserError */
export async function runDrift(session: Session): Promise<CommandResult> {
  const { log } = session;
  const checked = await lintWorkspace(session);
  const github = await needGitHub(session);
  const { tenant } = await needTenant(session);
  const unreadable = findUnreadable(checked);
  if (unreadable !== undefined)
    return finish(session, checked, { end: unreadable.stop, findings: unreadable.findings });
  try {
    const compared = await compareDeployed(session, github, tenant, checked);
    const { drift } = compared;
    for (const line of tabulateDrift(drift)) log.info(line);
    const result = finish(session, checked, { end: describe(compared), drift });
    await syncDriftIssue(session, github, result.report);
    return result;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return finish(session, checked, {
      end: { result: 'refused', reason: error.reason, message: error.message },
    });
  }
}
