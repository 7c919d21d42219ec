// What a command has at hand: the request, and the doors to the world that this run opened.
import type { AuditPorts } from '../audit/audit-log.ts';
import { UserError } from '../errors.ts';
import type { Clock, GitHub, Log, OpenedTenant, Tenant, Workspace, Writer } from '../ports.ts';
import type { AboutRun } from '../report/report-base.ts';
import type { Report } from '../report/report.ts';
import type { Inputs } from '../request/inputs.ts';
import type { Trigger } from '../request/trigger.ts';
import type { IdMap } from '../rules/id-map.ts';
import type { SourceFile } from '../rules/rule.ts';
import type { Journal } from '../transaction/journal.ts';

/** What GitHub says of this run. */
export interface RunIdentity {
  readonly actor: string;
  readonly runId: string;
  /** The run's page, or empty. */
  readonly runUrl: string;
  /** The repository's page, or empty. */
  readonly repositoryUrl: string;
  /** `owner/name`, or empty. */
  readonly repositoryName: string;
}

/** The id map of input id-map, as the workspace has it. */
export interface IdMapFile {
  /** Relative to the workspace, with slashes. */
  readonly path: string;
  readonly map: IdMap;
}

export interface Session {
  readonly inputs: Inputs;
  readonly trigger: Trigger;
  readonly run: RunIdentity;
  readonly clock: Clock;
  readonly log: Log;
  readonly workspace: Workspace;
  readonly writer: Writer;
  /** The id map, read once; undefined without input id-map. @throws UserError (`input`) */
  readonly readIdMap: () => Promise<IdMapFile | undefined>;
  /** Opens GitHub; undefined without a token. Opened once, and only where a command needs it. */
  readonly openGitHub: () => Promise<GitHub | undefined>;
  /** Opens the tenant, or starts the embedded one; undefined without credentials. */
  readonly openTenant: () => Promise<OpenedTenant | undefined>;
  /** Opens a journal of the writes to come; `post` takes up the one that was opened last. */
  readonly openJournal: () => Journal;
  readonly auditPorts: AuditPorts;
  /** The audit log that lies in report-dir, where one does, and its place. @throws UserError (`input`) where it cannot be read */
  readonly readAuditLog: () => { readonly place: string; readonly file?: SourceFile };
  /** Notes the record that this run opened, so that `post` can close it where the run cannot. */
  readonly rememberRecord: (record: OpenRecord) => void;
  /** Notes that it is closed. */
  readonly forgetRecord: () => void;
  /** Aborts where the runner cancels the run. */
  readonly cancelled: AbortSignal;
}

export interface OpenRecord {
  readonly id: number;
  readonly sha: string;
}

/** What a run that deploys writes to. */
export interface Doors {
  readonly github: GitHub;
  readonly tenant: Tenant;
  readonly undoTenant: Tenant;
}

/** What a command ends with; main writes it out. */
export interface CommandResult {
  readonly report: Report;
  /** Rule name → flow id, of what is live. */
  readonly flowIds?: Readonly<Record<string, string>>;
  readonly rulesetDigest?: string;
  readonly auditHash?: string;
}

/** GitHub, for commands that cannot do without it. @throws UserError (`input`) */
export async function needGitHub(session: Session): Promise<GitHub> {
  const github = await session.openGitHub();
  if (github !== undefined) return github;
  throw new UserError(
    'input',
    `command ${session.trigger.command} needs input github-token, and GITHUB_REPOSITORY in the environment`,
  );
}

/** The tenant, for commands that cannot do without it. @throws UserError (`input`) that names what is missing */
export async function needTenant(session: Session): Promise<OpenedTenant> {
  const opened = await session.openTenant();
  if (opened !== undefined) return opened;
  const { tenantUrl, clientId, clientSecret } = session.inputs;
  const missing = Object.entries({
    'tenant-url': tenantUrl,
    'client-id': clientId,
    'client-secret': clientSecret,
  })
    .filter(([, value]) => value === '')
    .map(([name]) => name);
  throw new UserError(
    'input',
    `command ${session.trigger.command} needs the tenant, but ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} empty: set ${missing.length === 1 ? 'it' : 'them'}, or set tenant-url to simulator to try the action out`,
  );
}

/** What a session says of its run. @param commit the commit whose rules are reported */
export function aboutRun({ inputs, trigger, run }: Session, commit: string = trigger.commit): AboutRun {
  const { environment, maxDepth, failOn } = inputs;
  return { environment, maxDepth, failOn, commit, repositoryUrl: run.repositoryUrl };
}

/** Whether an error says that the tenant or another run does not let us begin: nothing was written, and the run is refused. */
export function isRefusal(error: unknown): error is UserError {
  return error instanceof UserError && (error.reason === 'scope' || error.reason === 'locked');
}
