// What GitHub is asked for, and what its refusal means: a sentence that names what was to be done and the permission that is missing.
import { RequestError } from '@octokit/request-error';
import { UserError, messageOf } from '../errors.ts';

/** What a request needed, as a workflow's `permissions:` block says it. */
export interface Need {
  /** Such as `write the commit status`. */
  readonly action: string;
  /** Such as `statuses: write`. */
  readonly permission: string;
  /** What other commands need, where that is more. */
  readonly more?: string;
}

const LONGEST_DETAIL = 300;

function acceptedPermissions(error: RequestError): string {
  const accepted = error.response?.headers['x-accepted-github-permissions'];
  return typeof accepted === 'string' && accepted !== '' ? ` (GitHub accepts ${accepted})` : '';
}

export function hasStatus(error: unknown, ...statuses: readonly number[]): boolean {
  return error instanceof RequestError && statuses.includes(error.status);
}

/**
 * Asks GitHub for one thing, by one request or several.
 * @throws UserError: `scope` for a missing permission, `auth` for a bad token, `tenant` for all else
 */
export async function askGitHub<T>(need: Need, request: () => Promise<T>): Promise<T> {
  const permission = `\`permissions: ${need.permission}\`${need.more === undefined ? '' : `; ${need.more}`}`;
  try {
    return await request();
  } catch (error) {
    const detail = messageOf(error).slice(0, LONGEST_DETAIL);
    if (hasStatus(error, 401)) {
      throw new UserError(
        'auth',
        `GitHub does not accept the token (401) to ${need.action}: check input github-token`,
      );
    }
    if (error instanceof RequestError && error.status === 403 && !/rate limit/i.test(error.message)) {
      throw new UserError(
        'scope',
        `the token may not ${need.action} (403): give the job ${permission}${acceptedPermissions(error)}`,
      );
    }
    if (hasStatus(error, 404)) {
      throw new UserError(
        'scope',
        `GitHub answers 404 to the request to ${need.action}: the repository is not there, or the job lacks ${permission}`,
      );
    }
    throw new UserError('tenant', `GitHub could not be asked to ${need.action}: ${detail}`);
  }
}
