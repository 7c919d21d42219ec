// Every door to the world as an interface. The edge folders implement them; tests use plain fakes.
import type { Problem } from './rules/problem.ts';
import type { Payload, SourceFile, Status } from './rules/rule.ts';

export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number;
  /** Resolves after some milliseconds, or at once when the signal aborts. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** All of these take untrusted text. */
export interface Log {
  readonly info: (text: string) => void;
  readonly warning: (text: string) => void;
  readonly debug: (text: string) => void;
}

/** What the globs of input `rules` match, each list sorted by path. */
export interface WorkspaceFiles {
  readonly rules: readonly SourceFile[];
  readonly pathTests: readonly SourceFile[];
  /** What was matched and cannot be read, and that nothing was matched; paths are relative to the workspace. */
  readonly problems: readonly Problem[];
}

export interface Workspace {
  /** @throws UserError for a workspace that cannot be read, and for a glob that leads out of it. */
  readonly readFiles: (globs: readonly string[]) => Promise<WorkspaceFiles>;
  /** The config file; undefined where nothing is at that path. @throws UserError for a path outside the workspace. */
  readonly readConfigFile: (path: string) => Promise<SourceFile | undefined>;
}

/** The way back into the workspace, for commands that write rule files. */
export interface Writer {
  /** The names in a folder; empty where it is not there. @throws UserError where it lies outside, or behind a link. */
  readonly listFolder: (path: string) => Promise<readonly string[]>;
  /** Writes files, none where one of them may not be written. @throws UserError (`input`) */
  readonly writeFiles: (files: readonly WrittenFile[]) => Promise<void>;
}

/** A text for a place in the workspace: relative, with slashes. */
export interface WrittenFile {
  readonly path: string;
  readonly text: string;
  /** Whether nothing may be there yet. */
  readonly isNew: boolean;
}

// ---------------------------------------------------------------------------------------------- GitHub

export interface TreeFile {
  readonly path: string;
  /** The git object id of the file's content. */
  readonly blob: string;
}

export type CommitRelation = 'identical' | 'ahead' | 'behind' | 'diverged' | 'unknown';
export type StatusState = 'pending' | 'success' | 'failure' | 'error';
export type RecordState = 'in_progress' | 'success' | 'failure' | 'error' | 'inactive';

export interface RecordStatus {
  readonly state: string;
  /** The page of the run that set it, or empty. */
  readonly logUrl: string;
}

/** A GitHub deployment of this action's task. */
export interface DeploymentRecord {
  readonly id: number;
  readonly sha: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** The login that made it, or empty. */
  readonly creator: string;
  readonly payload: unknown;
  /** Every state it ever had, newest first: one more request. */
  readonly readStates: () => Promise<readonly RecordStatus[]>;
}

/** A commit status that is there. */
export interface CommitStatus {
  readonly context: string;
  readonly state: string;
  readonly description: string;
  /** The login that posted it, or empty. */
  readonly creator: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** Text that is to be appended to a file on a branch, in one commit. */
export interface LogAppend {
  readonly branch: string;
  /** One step of a path. */
  readonly folder: string;
  /** The newest of the folder's files, where one is there, and the one that the text goes to. */
  readonly chooseFile: (files: readonly { readonly name: string; readonly size: number }[]) => {
    readonly last: string | undefined;
    readonly name: string;
  };
  readonly text: string;
  /** Of the commit. */
  readonly message: string;
}

export interface GitHub {
  /** Every file of a commit, symbolic links left out; undefined where the commit is not there. */
  readonly readTree: (sha: string) => Promise<readonly TreeFile[] | undefined>;
  readonly readBlob: (blob: string) => Promise<Uint8Array>;
  /** The commit that a SHA, tag or branch names; undefined where there is none. */
  readonly resolveCommit: (ref: string) => Promise<string | undefined>;
  /** Where `head` stands relative to `base`: `ahead` means that base is its ancestor. */
  readonly compareCommits: (base: string, head: string) => Promise<CommitRelation>;
  /** Whether the commits from `base`, an ancestor, to `head` are few enough to see and no merge is among them. */
  readonly isLinear: (base: string, head: string) => Promise<boolean>;
  /** Creates or updates the one comment that starts with the marker and is ours. @returns its id */
  readonly upsertComment: (pullRequest: number, marker: string, body: string) => Promise<number>;
  /** The id of our comment that starts with the marker; undefined where there is none. */
  readonly findComment: (pullRequest: number, marker: string) => Promise<number | undefined>;
  readonly setStatus: (
    sha: string,
    context: string,
    state: StatusState,
    description: string,
  ) => Promise<void>;
  /** Every status of a commit, newest first. */
  readonly readStatuses: (sha: string) => Promise<readonly CommitStatus[]>;
  /**
   * Appends to a branch, forward only; creates it where it is not there.
   * @returns the last line that stands before the text, where there is one
   * @throws UserError (`scope`) without permission
   */
  readonly appendLog: (append: LogAppend) => Promise<string | undefined>;
  /** Records of one environment, newest first. `sha` narrows to one commit. */
  readonly listRecords: (environment: string, sha?: string) => AsyncIterable<DeploymentRecord>;
  readonly createRecord: (
    environment: string,
    sha: string,
    payload: object,
    description: string,
  ) => Promise<number>;
  readonly setRecordState: (id: number, state: RecordState, description: string) => Promise<void>;
  /** Whether a workflow run is over; undefined where that cannot be known. */
  readonly isRunOver: (runId: number) => Promise<boolean | undefined>;
  /** Our open issues whose body starts with the marker, oldest first. */
  readonly findIssues: (marker: string) => Promise<readonly Issue[]>;
  /** @returns the issue's number */
  readonly openIssue: (issue: IssueText) => Promise<number>;
  readonly updateIssue: (number: number, issue: IssueText, state: 'open' | 'closed') => Promise<void>;
}

export interface IssueText {
  readonly title: string;
  readonly body: string;
}

export interface Issue extends IssueText {
  readonly number: number;
}

// ---------------------------------------------------------------------------------------------- tenant

/** A rule as the tenant holds it. Dates are as `Date.toISOString()` writes them, and part of `payload`. */
export interface Flow {
  readonly id: string;
  readonly status: Status;
  readonly payload: Payload;
  /** SHA-256, 64 hex digits, of the payload as the tenant holds it. */
  readonly payloadHash: string;
  /** As the tenant gave it, or empty. */
  readonly createdAt: string;
  /** When it was changed last, and by whom, where the tenant says so. */
  readonly updatedAt?: string;
  readonly updatedBy?: string;
}

/** All flows of a tenant. */
export interface FlowListing {
  readonly flows: readonly Flow[];
  /** Those that cannot be read as flows, each with the reason. */
  readonly unreadable: readonly { readonly id: string; readonly name: string; readonly why: string }[];
}

export interface FlowPatch {
  readonly status?: Status;
  readonly effectiveDate?: string | null;
  readonly expirationDate?: string | null;
}

export interface TenantError {
  readonly path: string;
  readonly message: string;
}

export interface CompileState {
  readonly status: 'NONE' | 'QUEUED' | 'COMPILING' | 'COMPILED' | 'FAILED';
  readonly errors: readonly TenantError[];
}

/** Each call is one request, repeated only where that is safe. All throw ApiError or UserError. */
export interface Tenant {
  /** The same tenant, but once the signal aborts no request begins, also none that waits for its turn, and none is repeated. */
  readonly until: (stop: AbortSignal) => Tenant;
  /** Granted scopes, or undefined where the token does not name them. */
  readonly grantedScopes: () => Promise<ReadonlySet<string> | undefined>;
  readonly findMedia: (id: string) => Promise<boolean>;
  readonly findCampaign: (id: string) => Promise<{ readonly isActive: boolean } | undefined>;
  /** All versions with this name, in every state. */
  readonly findFlows: (name: string) => Promise<readonly Flow[]>;
  /** The same for many names, by one look at all flows; undefined where the tenant has too many for one. */
  readonly findFlowsTogether: (
    names: ReadonlySet<string>,
  ) => Promise<ReadonlyMap<string, readonly Flow[]> | undefined>;
  /** Every flow of the tenant, in every state; undefined where it lists none without a name. */
  readonly listFlows: () => Promise<FlowListing | undefined>;
  readonly getFlow: (id: string) => Promise<Flow | undefined>;
  /** Never repeated after a lost reply: the error then says that it may have taken effect. */
  readonly createFlow: (payload: Payload) => Promise<string>;
  readonly validateFlow: (id: string) => Promise<readonly TenantError[]>;
  /** `busy` where the engine compiles something else. */
  readonly compileFlow: (id: string) => Promise<CompileState | 'busy'>;
  readonly compileState: (id: string) => Promise<CompileState>;
  readonly patchFlow: (id: string, patch: FlowPatch) => Promise<void>;
  /** True also where the flow was gone already; false where it is ACTIVE and so cannot be deleted. */
  readonly deleteFlow: (id: string) => Promise<boolean>;
}

/** A webhook as the tenant holds it; what the tenant does not say is empty, or false. */
export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly httpMethod: string;
  readonly enabled: boolean;
  readonly createdAt: string;
}

export type WebhookContent = Omit<Webhook, 'id' | 'createdAt'>;

/** Each call is one request, repeated only where that is safe. All throw ApiError or UserError. */
export interface Webhooks {
  /** All webhooks with this name. */
  readonly findWebhooks: (name: string) => Promise<readonly Webhook[]>;
  /** Never repeated after a lost reply: the error then says that it may have taken effect. @returns the new id */
  readonly createWebhook: (webhook: WebhookContent & { readonly description: string }) => Promise<string>;
  readonly patchWebhook: (id: string, patch: Partial<WebhookContent>) => Promise<void>;
}

/** The calls that met a flow in a stretch of time. */
export interface Traffic {
  readonly calls: number;
  /** Seconds, of all calls together. */
  readonly totalDuration: number;
  /** Seconds a call; undefined without calls. */
  readonly averageDuration: number | undefined;
  /** From 0 to 1; undefined without calls. */
  readonly completionRate: number | undefined;
}

/** Each call throws ApiError or UserError (`scope` where the client may not read figures). */
export interface Analytics {
  /** The calls of one flow from an instant up to, not at, another; milliseconds since 1970-01-01T00:00:00Z. */
  readonly readTraffic: (flowId: string, from: number, to: number) => Promise<Traffic>;
}

/** A tenant as a run opens it: the same one twice, with one token between them, its webhooks and its figures. */
export interface OpenedTenant {
  /** Waits and repeats only until the signal of the run aborts. */
  readonly tenant: Tenant;
  /** Does not know of that signal: undoing goes on after it. */
  readonly undoTenant: Tenant;
  /** Both like `tenant`. */
  readonly webhooks: Webhooks;
  readonly analytics: Analytics;
}
