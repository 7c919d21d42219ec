// The action's inputs: read, checked and typed before anything else happens. It knows nothing of what they do.
import { UserError } from '../errors.ts';
import { isWantedPath } from '../rules/rule-path.ts';
import { readBranch, readEnvironment, readTarget, readTenantUrl, readWebhookUrl } from './read-name.ts';
import {
  type Limit,
  readBoolean,
  readChoice,
  readCount,
  readLimit,
  readLines,
  readNumber,
  readRate,
  readSeconds,
} from './read-value.ts';

const COMMANDS = [
  'auto',
  'lint',
  'deploy',
  'rollback',
  'drift',
  'verify',
  'test',
  'adopt',
  'import',
] as const;

export type Command = (typeof COMMANDS)[number];

export interface Inputs {
  readonly command: Command;
  readonly rules: readonly string[];
  /** The config file's path in the workspace. */
  readonly config: string;
  readonly environment: string;
  /** Path of the environment's id map; empty where there is none. */
  readonly idMap: string;
  readonly githubToken: string;
  /** Without a trailing slash; `simulator` for the embedded tenant; empty where there is none. */
  readonly tenantUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Both empty unless the API config asks for grant `password`. */
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Path of the tenant's API config; empty where there is none. */
  readonly apiConfig: string;
  /** Where orchestration events go, as `URL.href` writes it; empty: no webhook is touched. */
  readonly webhookUrl: string;
  readonly maxDepth: number;
  readonly failOn: 'error' | 'warning' | 'never';
  readonly comment: 'always' | 'on-findings' | 'never';
  readonly rollbackTo: string;
  /** Rule names; empty means all. */
  readonly only: readonly string[];
  readonly dryRun: boolean;
  readonly removedRules: 'deactivate' | 'delete' | 'keep';
  readonly maxChanges: Limit;
  readonly maxRemovals: Limit;
  readonly overrideReason: string;
  readonly concurrency: number;
  /** Undefined: no bound. */
  readonly requestsPerSecond: number | undefined;
  /** These three in milliseconds. */
  readonly compileTimeout: number;
  readonly compilePollInterval: number;
  readonly requestTimeout: number;
  readonly keepVersions: number;
  /** The branch that keeps the audit log; empty: no branch does. */
  readonly auditBranch: string;
  readonly failOnDrift: boolean;
  /** Whether drift has an issue of its own. */
  readonly driftIssue: boolean;
  /** How long the calls of a deployment are watched, and how often they are looked at; milliseconds, 0 for not at all. */
  readonly watchTime: number;
  readonly watchInterval: number;
  /** What a version must keep to while it is watched, from 0 to 1; undefined: no limit. */
  readonly minCompletionRate: number | undefined;
  readonly maxCompletionDrop: number | undefined;
  /** Fewer calls decide nothing. */
  readonly minCalls: number;
  /** Empty: the default folder. */
  readonly reportDir: string;
}

/** Gives the raw text of an input, or an empty text where it is absent. */
export type InputReader = (name: string) => string;

/** Every input with its default, as action.yml must have them. */
export const INPUT_DEFAULTS = {
  command: 'auto',
  rules: 'rules/**/*.json',
  config: 'cxone-rules.config.json',
  environment: 'production',
  'id-map': '',
  'github-token': '',
  'tenant-url': '',
  'client-id': '',
  'client-secret': '',
  'access-key-id': '',
  'access-key-secret': '',
  'api-config': '',
  'webhook-url': '',
  'max-depth': '15',
  'fail-on': 'error',
  comment: 'always',
  'rollback-to': '',
  only: '',
  'dry-run': 'false',
  'removed-rules': 'deactivate',
  'max-changes': '100%',
  'max-removals': '30%',
  'override-reason': '',
  concurrency: '8',
  'requests-per-second': '',
  'compile-timeout': '60',
  'compile-poll-interval': '5',
  'request-timeout': '12',
  'keep-versions': '3',
  'audit-branch': '',
  'fail-on-drift': 'true',
  'drift-issue': 'false',
  'watch-minutes': '0',
  'watch-interval': '60',
  'min-completion-rate': '',
  'max-completion-drop': '',
  'min-calls': '20',
  'report-dir': '',
} as const;

export type InputName = keyof typeof INPUT_DEFAULTS;

/** A job of GitHub's own machines ends after 6 hours: an hour is left for the deployment itself. */
const MOST_WATCH_MINUTES = 300;

type WatchInputs = Pick<
  Inputs,
  'watchTime' | 'watchInterval' | 'minCompletionRate' | 'maxCompletionDrop' | 'minCalls'
>;

/** @throws UserError (`input`) where calls are to be watched, and nothing says what for */
function readWatch(text: (name: InputName) => string): WatchInputs {
  const takes = `a number of minutes from 0 to ${MOST_WATCH_MINUTES}`;
  const value = text('watch-minutes');
  const minutes = readNumber('watch-minutes', value, takes, (n) => n <= MOST_WATCH_MINUTES);
  const minCompletionRate = readRate('min-completion-rate', text('min-completion-rate'));
  const maxCompletionDrop = readRate('max-completion-drop', text('max-completion-drop'));
  if (minutes > 0 && minCompletionRate === undefined && maxCompletionDrop === undefined) {
    const message = `input watch-minutes is ${JSON.stringify(value)}, but nothing says what to watch for: set input min-completion-rate or input max-completion-drop`;
    throw new UserError('input', message);
  }
  return {
    watchTime: minutes * 60_000,
    watchInterval: readSeconds('watch-interval', text('watch-interval'), false),
    minCompletionRate,
    maxCompletionDrop,
    minCalls: readCount('min-calls', text('min-calls'), 1, 1_000_000),
  };
}

/** The globs of rule files; where other files that inputs name match them, they are taken away again, for they are no rules. */
function readGlobs(value: string, others: readonly string[]): string[] {
  const globs = readLines(value);
  const paths = others.map((path) => path.replace(/^\.\//, ''));
  const isWanted = isWantedPath(globs);
  return [...globs, ...paths.filter((path) => path !== '' && isWanted(path)).map((path) => `!${path}`)];
}

/**
 * Reads and checks all inputs. Empty is the same as absent.
 * @throws UserError (`input`) that names the input, its value and what it takes
 */
export function readInputs(read: InputReader): Inputs {
  const text = (name: InputName): string => {
    const value = read(name).trim();
    return value === '' ? INPUT_DEFAULTS[name] : value;
  };
  const perSecond = text('requests-per-second');
  return {
    command: readChoice('command', text('command'), COMMANDS),
    rules: readGlobs(text('rules'), [text('config'), text('id-map'), text('api-config')]),
    config: text('config'),
    environment: readEnvironment(text('environment')),
    idMap: text('id-map'),
    githubToken: text('github-token'),
    tenantUrl: readTenantUrl(text('tenant-url')),
    clientId: text('client-id'),
    clientSecret: text('client-secret'),
    accessKeyId: text('access-key-id'),
    accessKeySecret: text('access-key-secret'),
    apiConfig: text('api-config'),
    webhookUrl: readWebhookUrl(text('webhook-url')),
    maxDepth: readCount('max-depth', text('max-depth'), 0, 1_000_000),
    failOn: readChoice('fail-on', text('fail-on'), ['error', 'warning', 'never']),
    comment: readChoice('comment', text('comment'), ['always', 'on-findings', 'never']),
    rollbackTo: readTarget(text('rollback-to')),
    only: readLines(text('only')),
    dryRun: readBoolean('dry-run', text('dry-run')),
    removedRules: readChoice('removed-rules', text('removed-rules'), ['deactivate', 'delete', 'keep']),
    maxChanges: readLimit('max-changes', text('max-changes')),
    maxRemovals: readLimit('max-removals', text('max-removals')),
    overrideReason: text('override-reason'),
    concurrency: readCount('concurrency', text('concurrency'), 1, 100),
    requestsPerSecond:
      perSecond === ''
        ? undefined
        : readNumber(
            'requests-per-second',
            perSecond,
            'a number over 0, up to 1000',
            (n) => n > 0 && n <= 1000,
          ),
    compileTimeout: readSeconds('compile-timeout', text('compile-timeout'), false),
    compilePollInterval: readSeconds('compile-poll-interval', text('compile-poll-interval'), true),
    requestTimeout: readSeconds('request-timeout', text('request-timeout'), false),
    keepVersions: readCount('keep-versions', text('keep-versions'), 0, 1000),
    auditBranch: readBranch(text('audit-branch')),
    failOnDrift: readBoolean('fail-on-drift', text('fail-on-drift')),
    driftIssue: readBoolean('drift-issue', text('drift-issue')),
    ...readWatch(text),
    reportDir: text('report-dir'),
  };
}
