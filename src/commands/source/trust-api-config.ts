// Whether the credentials may go where an API config sends them. On events that may have somebody else's commit in the workspace
// the file is that person's too, and could send the client's secret to a host of their own.
import { isDeepStrictEqual } from 'node:util';
import type { ApiConfig } from '../../cxone/api-config.ts';
import { UserError } from '../../errors.ts';
import type { GitHub } from '../../ports.ts';
import type { SourceFile } from '../../rules/rule.ts';

/** Events on which actions/checkout takes a commit that is in the repository already. On any other the workspace is not trusted. */
const TRUSTED_EVENTS: ReadonlySet<string> = new Set([
  'push',
  'workflow_dispatch',
  'repository_dispatch',
  'schedule',
]);

export interface TrustRequest {
  readonly tenantUrl: string;
  /** As the workspace has it. */
  readonly file: SourceFile;
  readonly api: ApiConfig;
  readonly eventName: string;
  /** What the workspace's commit goes into: a SHA, or a branch as `refs/heads/…`. */
  readonly base: string | undefined;
  readonly openGitHub: () => Promise<GitHub | undefined>;
  readonly read: (file: SourceFile) => ApiConfig;
}

/** Whether tokens are asked for where the tenant is; then the credentials reach nobody else. */
function staysOnTenant({ tenantUrl, api }: TrustRequest): boolean {
  return api.tokenUrl.startsWith('/') || new URL(api.tokenUrl).origin === new URL(tenantUrl).origin;
}

/** Whether the base says the same; line ends may differ. */
async function isAsInBase({ base, openGitHub, file, api, read }: TrustRequest): Promise<boolean> {
  const github = base === undefined ? undefined : await openGitHub();
  const tree = await github?.readTree(base?.replace(/^refs\/heads\//, '') ?? '');
  const entry = tree?.find(({ path }) => path === file.path);
  if (github === undefined || entry === undefined) return false;
  return isDeepStrictEqual(read({ path: file.path, bytes: await github.readBlob(entry.blob) }), api);
}

/**
 * Lets an API config that sends the credentials to another host than the tenant's pass only where it is sure to be reviewed.
 * @throws UserError: `auth` where it is not, or GitHub cannot say
 */
export async function trustApiConfig(request: TrustRequest): Promise<void> {
  const { eventName, file, api } = request;
  if (TRUSTED_EVENTS.has(eventName) || staysOnTenant(request)) return;
  let why = 'which the base branch does not';
  try {
    if (await isAsInBase(request)) return;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    why = `and the base branch cannot be looked at (${error.message})`;
  }
  throw new UserError(
    'auth',
    `the credentials are sent nowhere: ${JSON.stringify(file.path)} (input api-config) asks for tokens at ` +
      `${new URL(api.tokenUrl).host}, ${why}. On the event ${eventName} that could be anybody's host: merge the file first`,
  );
}
