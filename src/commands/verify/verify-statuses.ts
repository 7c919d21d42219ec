// The commit statuses against the deployment records: every commit that was deployed must say with which audit hash.
import type { Mismatch } from '../../audit/check-chain.ts';
import {
  outcomeContext,
  readAuditHash,
  rulesContext,
  rulesText,
  successText,
} from '../../audit/status-text.ts';
import type { CommitStatus, GitHub } from '../../ports.ts';
import { type SealedRecord, type SealedRecords, nameRecord, readHeadsBefore } from './sealed-records.ts';

/** Commits whose statuses are read together. */
const READS_AT_ONCE = 5;

interface Commit {
  readonly sha: string;
  /** Its deployments, newest first. */
  readonly records: readonly SealedRecord[];
  /** Newest first. */
  readonly outcome: readonly CommitStatus[];
  readonly rules: readonly CommitStatus[];
}

async function readCommits(
  github: GitHub,
  environment: string,
  sealed: readonly SealedRecord[],
): Promise<Commit[]> {
  const shas = [...new Set(sealed.map(({ sha }) => sha))];
  const commits: Commit[] = [];
  for (let start = 0; start < shas.length; start += READS_AT_ONCE) {
    const batch = shas.slice(start, start + READS_AT_ONCE).map(async (sha): Promise<Commit> => {
      const statuses = await github.readStatuses(sha);
      const of = (context: string) => statuses.filter((status) => status.context === context);
      return {
        sha,
        records: sealed.filter((record) => record.sha === sha),
        outcome: of(outcomeContext(environment)),
        rules: of(rulesContext(environment)),
      };
    });
    commits.push(...(await Promise.all(batch)));
  }
  return commits;
}

function nameStatus(context: string, sha: string): string {
  return `status ${JSON.stringify(context)} of commit ${sha.slice(0, 12)}`;
}

function tell({ state, description, creator, createdAt }: CommitStatus): string {
  return `${state} ${JSON.stringify(description)}, posted by ${JSON.stringify(creator || 'unknown')} at ${createdAt}`;
}

/** Anybody who may write statuses can post one: whoever posted this one did not make the deployment record. */
function tellCreators(record: SealedRecord, name: string, statuses: readonly CommitStatus[]): Mismatch[] {
  const creators = [...new Set(statuses.map(({ creator }) => creator))];
  if (record.creator === '' || creators.includes(record.creator)) return [];
  const posters = creators.map((creator) => JSON.stringify(creator)).join(', ');
  const text = `${name} was posted by ${posters}, but ${nameRecord(record)} was made by ${JSON.stringify(record.creator)}`;
  return [{ text, isRemark: true }];
}

/** A deployment of a commit must be told by a success with its audit hash. */
function checkDeployment(
  environment: string,
  { sha, outcome }: Commit,
  record: SealedRecord,
  isLive: boolean,
): Mismatch[] {
  const name = nameStatus(outcomeContext(environment), sha);
  const { auditHead } = record.state;
  const successes = outcome.filter(({ state }) => state === 'success');
  const naming = successes.filter(({ description }) => readAuditHash(description) === auditHead);
  const right = naming.filter(({ description }) => {
    const rules = Number.parseInt(description, 10);
    return description === successText(rules, auditHead);
  });
  if (right.length > 0) return tellCreators(record, name, right);
  const [newest] = isLive ? successes : naming;
  const instead = newest === undefined ? 'there is none' : `there is ${tell(newest)}`;
  const text = `no ${name} says ${JSON.stringify(`<n> rules · audit sha256:${auditHead}`)}, with which ${nameRecord(record)} ended; ${instead}`;
  return [{ text }];
}

/** No status may name an audit hash with which no deployment ended. */
function checkHashes(environment: string, { sha, outcome }: Commit, heads: ReadonlySet<string>): Mismatch[] {
  return outcome.flatMap((status): Mismatch[] => {
    const hash = readAuditHash(status.description);
    if (hash === undefined || heads.has(hash)) return [];
    const text = `${nameStatus(outcomeContext(environment), sha)} names the audit hash ${hash}, with which no deployment ended: ${tell(status)}`;
    return [{ text }];
  });
}

/** The audit hashes that statuses may name; undefined where there are too many deployments to know them all. */
async function readHeads(
  github: GitHub,
  environment: string,
  { sealed, before, isComplete }: SealedRecords,
  commits: readonly Commit[],
): Promise<ReadonlySet<string> | undefined> {
  const heads = new Set(sealed.map(({ state }) => state.auditHead));
  const named = commits.flatMap(({ outcome }) =>
    outcome.map(({ description }) => readAuditHash(description)),
  );
  if (named.every((hash) => hash === undefined || heads.has(hash))) return heads;
  if (!isComplete) return undefined;
  // A commit that was live before has statuses of deployments that are older than the log.
  const oldest = before?.id ?? sealed.at(-1)?.id ?? 0;
  return new Set([...heads, ...(await readHeadsBefore(github, environment, oldest))]);
}

function checkRules(environment: string, { sha, rules, records }: Commit): Mismatch[] {
  const [record] = records;
  const [newest] = rules;
  if (record === undefined) return [];
  const name = nameStatus(rulesContext(environment), sha);
  const { rulesetDigest } = record.state;
  const count = Number.parseInt(newest?.description ?? '', 10);
  const isRight = newest?.state === 'success' && newest.description === rulesText(count, rulesetDigest);
  if (isRight) return tellCreators(record, name, [newest]);
  const wanted = JSON.stringify(`<n> rules · sha256:${rulesetDigest}`);
  const is = newest === undefined ? 'is not there' : `is ${tell(newest)}`;
  return [{ text: `${name} ${is}; ${nameRecord(record)} wants ${wanted}` }];
}

/** What is live must be what its commit's newest statuses say. @param rules of the live commit in git; undefined where they do not fit */
function checkLive(
  environment: string,
  commit: Commit,
  live: SealedRecord,
  rules: number | undefined,
): Mismatch[] {
  const name = nameStatus(outcomeContext(environment), commit.sha);
  const ended = commit.outcome.filter(({ state }) => state !== 'pending');
  const newest = ended.find(({ state }) => state === 'success');
  const { auditHead } = live.state;
  const names = ({ description }: CommitStatus): boolean => readAuditHash(description) === auditHead;
  // Where none names it, that is told of the deployment.
  const isOther = newest !== undefined && !names(newest) && ended.some(names);
  const wrongCount = (context: string, status: CommitStatus | undefined): Mismatch[] =>
    rules === undefined || status === undefined || Number.parseInt(status.description, 10) === rules
      ? []
      : [
          {
            text: `${nameStatus(context, commit.sha)} counts other rules than the ${rules} in git: ${tell(status)}`,
          },
        ];
  const [last] = ended;
  const failed: Mismatch[] =
    last === undefined || last === newest
      ? []
      : [
          {
            text: `a later run for the live commit did not end well: ${name} is ${tell(last)}`,
            isRemark: true,
          },
        ];
  return [
    ...(isOther
      ? [
          {
            text: `the newest ${name} with a success is ${tell(newest)}, but ${nameRecord(live)}, which is live, ended with ${auditHead}`,
          },
        ]
      : wrongCount(outcomeContext(environment), newest)),
    ...wrongCount(rulesContext(environment), commit.rules[0]),
    ...failed,
  ];
}

/** Compares the statuses of every commit that was deployed. @param rules how many the live commit has in git; undefined where its digest does not fit */
export async function checkStatuses(
  github: GitHub,
  environment: string,
  records: SealedRecords,
  rules: number | undefined,
): Promise<{ readonly commits: number; readonly mismatches: readonly Mismatch[] }> {
  const [live] = records.sealed;
  const commits = await readCommits(github, environment, records.sealed);
  const heads = await readHeads(github, environment, records, commits);
  const mismatches = commits.flatMap((commit) => [
    ...commit.records.flatMap((record) => checkDeployment(environment, commit, record, record === live)),
    ...(heads === undefined ? [] : checkHashes(environment, commit, heads)),
    ...checkRules(environment, commit),
    ...(live?.sha === commit.sha ? checkLive(environment, commit, live, rules) : []),
  ]);
  return { commits: commits.length, mismatches };
}
