// Command verify: recomputes the ruleset digest and the audit chain from git, statuses, deployment records and the audit log, and
// the live hashes where credentials are there. It writes nothing anywhere.
import { type Chain, type Mismatch, checkChain } from '../audit/check-chain.ts';
import type { GitHub, Log } from '../ports.ts';
import { isCounted, reportVerified } from '../report/report-verified.ts';
import { count } from '../rules/count.ts';
import { rulesetDigest } from '../rules/hash.ts';
import type { LoadedRules } from '../rules/load-rules.ts';
import type { SourceFile } from '../rules/rule.ts';
import { checkAuditBranch } from './records/keep-log.ts';
import { type CommandResult, type Session, aboutRun, needGitHub } from './session.ts';
import { readCommitRules } from './source/read-commit-rules.ts';
import { type FoundLog, findLog } from './verify/read-logs.ts';
import {
  type SealedRecord,
  type SealedRecords,
  isSealOf,
  nameRecord,
  readSealed,
} from './verify/sealed-records.ts';
import { checkLog, startOf } from './verify/verify-log.ts';
import { checkDigest, checkLoggedPayloads, checkTenant } from './verify/verify-rules.ts';
import { checkStatuses } from './verify/verify-statuses.ts';

/** What was found: what does not fit, and what was looked at, in words for the last line. */
interface Found {
  readonly mismatches: readonly Mismatch[];
  readonly looked: readonly string[];
}

/** Says of one part whether it fits. */
function tellPart(log: Log, name: string, mismatches: readonly Mismatch[]): void {
  const wrong = mismatches.filter(isCounted).length;
  log.info(
    `${name}: ${wrong === 0 ? 'fits' : `${count(wrong, 'thing')} ${wrong === 1 ? 'does' : 'do'} not fit`}`,
  );
}

function missingLog({ places }: FoundLog): Mismatch {
  return {
    text: `there is no audit log to verify: ${places.join('; ')}. Put the artifact of the deployment into report-dir as audit.jsonl, or set input audit-branch`,
  };
}

/** The workspace's files spare requests for those of the commit; without them every file is asked for. */
async function readLocalFiles({ workspace, inputs }: Session): Promise<readonly SourceFile[]> {
  try {
    return (await workspace.readFiles(inputs.rules)).rules;
  } catch {
    return [];
  }
}

async function verifyRules(
  session: Session,
  live: SealedRecord,
  loaded: LoadedRules | undefined,
  chain: Chain | undefined,
): Promise<Found> {
  const seal = chain?.lines.find(({ record }) => isSealOf(record, live));
  const rules = loaded?.rules ?? [];
  const digest = checkDigest(live, loaded, seal);
  const logged = checkLoggedPayloads(live, rules, chain);
  tellPart(
    session.log,
    `ruleset digest of ${count(rules.length, 'rule')} at commit ${live.sha.slice(0, 12)}`,
    digest,
  );
  // The embedded tenant is a new one in each run, and holds nothing.
  const opened = session.inputs.tenantUrl === 'simulator' ? undefined : await session.openTenant();
  const looked = `${count(rules.length, 'rule')} in git`;
  if (opened === undefined) {
    session.log.info('the tenant: not asked, for there are no credentials');
    return { mismatches: [...digest, ...logged], looked: [looked] };
  }
  const flows = count(Object.keys(live.state.flows).length, 'flow');
  const onTenant = await checkTenant(opened.tenant, live, rules, chain);
  tellPart(session.log, `${flows} on the tenant`, onTenant);
  return { mismatches: [...digest, ...logged, ...onTenant], looked: [looked, `${flows} on the tenant`] };
}

function verifyLog(
  session: Session,
  found: FoundLog,
  chain: Chain | undefined,
  records: SealedRecords,
): Found {
  for (const place of found.places) session.log.info(`audit log: ${place}`);
  if (chain === undefined) return { mismatches: [missingLog(found)], looked: [] };
  const mismatches = [...chain.mismatches, ...checkLog(chain, records)];
  const [first, last] = [chain.lines[0], chain.lines.at(-1)];
  const span =
    first === undefined ? '' : ` from ${first.record.timestamp} to ${last?.record.timestamp ?? ''}`;
  const name = `${count(chain.lines.length, 'audit record')}${span}`;
  tellPart(session.log, name, mismatches);
  return { mismatches, looked: [name] };
}

async function verifyLive(
  session: Session,
  github: GitHub,
  found: FoundLog,
  chain: Chain | undefined,
  records: SealedRecords,
  live: SealedRecord,
): Promise<CommandResult> {
  const { inputs, log } = session;
  log.info(`live: ${nameRecord(live)}`);
  const loaded = await readCommitRules(github, live.sha, session, await readLocalFiles(session));
  const rules = loaded?.rules ?? [];
  const digest = rulesetDigest(rules);
  const ofRules = await verifyRules(session, live, loaded, chain);
  const ofLog = verifyLog(session, found, chain, records);
  const rulesInGit = digest === live.state.rulesetDigest ? rules.length : undefined;
  const statuses = await checkStatuses(github, inputs.environment, records, rulesInGit);
  const name = `the statuses of ${count(statuses.commits, 'commit')}`;
  tellPart(log, name, statuses.mismatches);
  const unsealed = records.unsealed.map((text) => ({ text, isRemark: true as const }));
  const mismatches = [...ofRules.mismatches, ...ofLog.mismatches, ...statuses.mismatches, ...unsealed];
  const report = reportVerified(aboutRun(session, live.sha), rules, session.clock.now(), mismatches, [
    ...ofRules.looked,
    ...ofLog.looked,
    name,
  ]);
  const { auditHead, flows } = live.state;
  return { report, rulesetDigest: digest, auditHash: auditHead, flowIds: flows };
}

/** Runs command verify. @throws UserError where GitHub, the tenant or a file cannot be read */
export async function runVerify(session: Session): Promise<CommandResult> {
  const { inputs } = session;
  checkAuditBranch(session);
  await session.readIdMap();
  const github = await needGitHub(session);
  const found = await findLog(session, github);
  const chain = found.lines.length === 0 ? undefined : checkChain(found.lines, inputs.environment);
  const records = await readSealed(
    github,
    inputs.environment,
    chain === undefined ? undefined : startOf(chain),
  );
  const [live] = records.sealed;
  if (live !== undefined) return verifyLive(session, github, found, chain, records, live);
  const text = `nothing was ever deployed to environment ${JSON.stringify(inputs.environment)}: GitHub has no deployment record with a success`;
  const { mismatches } = verifyLog(session, found, chain, records);
  return {
    report: reportVerified(aboutRun(session), [], session.clock.now(), [{ text }, ...mismatches], []),
  };
}
