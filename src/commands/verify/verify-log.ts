// The audit log against the deployment records: both must tell of the same deployments, in the same order.
import type { Chain, Link, Mismatch } from '../../audit/check-chain.ts';
import { nameLine } from '../../audit/read-log.ts';
import { NO_AUDIT_HEAD, flowIdOf } from '../../plan/deployed-state.ts';
import { type SealedRecord, type SealedRecords, nameRecord } from './sealed-records.ts';

/** The hash that a log goes on from. */
export function startOf({ lines }: Chain): string | undefined {
  return lines[0]?.record.previousHash;
}

/** What a log is that begins where it should end. */
function explainSide(live: SealedRecord): Mismatch {
  return {
    text: `the log begins where ${nameRecord(live)}, which is live, has ended: it is that of a run that was not sealed, for it was undone or died, and the log of what is live is not there`,
  };
}

function checkStart(chain: Chain, { before, isComplete }: SealedRecords): Mismatch[] {
  const [first] = chain.lines;
  if (first === undefined || before !== undefined || first.record.previousHash === NO_AUDIT_HEAD) return [];
  if (!isComplete) return [];
  const text = `${nameLine(first)} follows the hash ${first.record.previousHash}, with which no deployment ended: what stood before it was taken away or changed`;
  return [{ text }];
}

function checkEnd(chain: Chain, live: SealedRecord): Mismatch[] {
  const last = chain.lines.at(-1);
  if (last === undefined || last.record.hash === live.state.auditHead) return [];
  const place = chain.lines.findIndex(({ record }) => record.hash === live.state.auditHead);
  const extra = chain.lines[place + 1];
  if (place >= 0 && extra !== undefined) {
    const text = `from ${nameLine(extra)} on the log tells of what is not sealed: it stems from a run that was undone, or was added`;
    return [{ text }];
  }
  const text = `the log ends with ${nameLine(last)}, whose hash is ${last.record.hash}, but ${nameRecord(live)}, which is live, ended with ${live.state.auditHead}: the end was cut off or changed, or it is the log of another run`;
  return [{ text }];
}

/** The flows that the log says a deployment made live, by rule. */
function findMade(chain: Chain, seal: Link): Link[] {
  const end = chain.lines.indexOf(seal);
  const start = chain.lines.findLastIndex(({ record }, at) => at < end && record.action === 'PLAN');
  return chain.lines
    .slice(start + 1, end)
    .filter(({ record: { action, ruleName } }) => ruleName !== null && /^(CREATE|ACTIVATE)$/.test(action));
}

function checkSeal(chain: Chain, link: Link, sealed: SealedRecord): Mismatch[] {
  const { action, commit, payloadHash } = link.record;
  const { sha, state } = sealed;
  const wrong = [
    ...(action === 'SEAL' ? [] : [`its action is ${action}, not SEAL`]),
    ...(commit === sha ? [] : [`it names commit ${commit}`]),
    ...(payloadHash === state.rulesetDigest
      ? []
      : [
          `it names the ruleset digest ${payloadHash ?? 'null'}, the deployment record ${state.rulesetDigest}`,
        ]),
  ];
  const flows = findMade(chain, link).flatMap((made): Mismatch[] => {
    const { ruleName, flowId } = made.record;
    const recorded = flowIdOf(state.flows, ruleName ?? '');
    if (recorded === flowId) return [];
    const text = `${nameRecord(sealed)} says that rule ${JSON.stringify(ruleName)} is flow ${JSON.stringify(recorded ?? 'none')}, but ${nameLine(made)} says ${JSON.stringify(flowId)}`;
    return [{ text }];
  });
  return [
    ...wrong.map((what) => ({ text: `${nameLine(link)} does not fit ${nameRecord(sealed)}: ${what}` })),
    ...flows,
  ];
}

/** Every deployment must have its last record in the log. What is live is told by {@link checkEnd} where it is not there. */
function checkSeals(chain: Chain, { sealed }: SealedRecords): Mismatch[] {
  const linkOf = new Map(chain.lines.map((link) => [link.record.hash, link]));
  return sealed.flatMap((record, index): Mismatch[] => {
    const link = linkOf.get(record.state.auditHead);
    if (link !== undefined) return checkSeal(chain, link, record);
    if (index === 0) return [];
    const text = `${nameRecord(record)} ended with the audit hash ${record.state.auditHead}, which no record of the log has: it was taken out or changed, or the deployment record is not one of this action`;
    return [{ text }];
  });
}

/** Every record that seals a deployment must have that deployment on GitHub. */
function checkRecorded(chain: Chain, { sealed, isComplete }: SealedRecords): Mismatch[] {
  const known = new Set(sealed.map(({ state }) => state.auditHead));
  const seals = chain.lines.filter(({ record }) => record.action === 'SEAL');
  const missing = seals.filter(({ record }) => !known.has(record.hash));
  // The newest that does not fit is told by the log's end.
  const told = isComplete ? missing.filter((link) => link !== chain.lines.at(-1)) : [];
  return told.map((link) => ({
    text: `${nameLine(link)} seals a deployment of which GitHub has no deployment record with a success: it was deleted, or the record was added`,
  }));
}

function checkPrevious({ sealed, before }: SealedRecords): Mismatch[] {
  const all = before === undefined ? sealed : [...sealed, before];
  return all.slice(0, -1).flatMap((record, index): Mismatch[] => {
    const older = all[index + 1];
    if (older === undefined) return [];
    const wanted = older.sha === record.sha ? older.state.previousSha : older.sha;
    const makers = [record.creator, older.creator]
      .map((creator) => JSON.stringify(creator))
      .join(', that before it by ');
    const other: Mismatch[] =
      record.creator === older.creator
        ? []
        : [{ text: `${nameRecord(record)} was made by ${makers}`, isRemark: true }];
    if (record.state.previousSha === wanted) return other;
    const text = `${nameRecord(record)} says that ${record.state.previousSha ?? 'nothing'} was live before it, but ${nameRecord(older)} says ${wanted ?? 'nothing'}`;
    return [{ text }, ...other];
  });
}

/** Compares a log with the deployments that it tells of. @param records at least one */
export function checkLog(chain: Chain, records: SealedRecords): Mismatch[] {
  const [live] = records.sealed;
  if (live !== undefined && startOf(chain) === live.state.auditHead) return [explainSide(live)];
  const end = live === undefined ? [] : checkEnd(chain, live);
  const part: Mismatch[] = records.isComplete
    ? []
    : [
        {
          text: `the newest ${records.sealed.length} deployments were compared with GitHub's records; what the log tells from before them, by its chain alone`,
          isRemark: true,
        },
      ];
  return [
    ...checkStart(chain, records),
    ...end,
    ...checkSeals(chain, records),
    ...checkRecorded(chain, records),
    ...checkPrevious(records),
    ...part,
  ];
}
