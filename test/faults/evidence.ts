// What the checker is given: what an outsider could have seen of the tenant, of GitHub and of the runs. Types only.
import type { Content } from './estate.ts';

export interface SeenFlow extends Content {
  readonly id: string;
  readonly status: 'DRAFT' | 'ACTIVE' | 'INACTIVE';
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** One change of a flow, in the order in which the tenant made them. */
export interface SeenChange {
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly change: 'created' | 'patched' | 'edited' | 'deleted';
  readonly by: 'seed' | 'api' | 'console';
  readonly request: number | null;
  readonly flowId: string;
  readonly name: string;
  readonly effectiveDate: string | null;
  readonly expirationDate: string | null;
  readonly status: SeenFlow['status'];
}

export interface SeenRequest {
  readonly seq: number;
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly flowId: string | null;
}

export interface SeenStatus {
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string | null;
}

export interface SeenRecord {
  readonly id: number;
  readonly sha: string;
  readonly payload: unknown;
  /** Oldest first. */
  readonly statuses: readonly { readonly state: string }[];
}

/** Everything at one instant. */
export interface Sight {
  readonly flows: readonly SeenFlow[];
  /** How many changes and requests there had been. */
  readonly changes: number;
  readonly requests: number;
  /** Newest first. */
  readonly statuses: readonly SeenStatus[];
  /** Newest first. */
  readonly records: readonly SeenRecord[];
}

/** How a run ended by its own words. */
export interface Said {
  readonly result: string;
  readonly message: string;
  /** What the report lists, each a text of its own. */
  readonly details: readonly string[];
  readonly flowIds?: Readonly<Record<string, string>>;
  readonly rulesetDigest?: string;
  readonly auditHash?: string;
}

/** A step of the case: a run, or the `post` step after one. */
export interface SeenRun {
  readonly kind: 'run' | 'post';
  /** The commit that it was to make live. */
  readonly sha: string;
  readonly before: Sight;
  readonly after: Sight;
  /** Undefined where it was killed, and for `post`. */
  readonly said?: Said;
  /** Lines of its audit log. */
  readonly audit: readonly string[];
  /** Whether GitHub refused some of its writes for good: then it cannot be told all, and must not be told anything false. */
  readonly isGitHubDeaf: boolean;
}

export interface Evidence {
  /** Every change, from the very first. */
  readonly history: readonly SeenChange[];
  readonly requests: readonly SeenRequest[];
  readonly runs: readonly SeenRun[];
  /** What GitHub's own description forbids, and was asked or answered all the same. */
  readonly violations: readonly string[];
}
