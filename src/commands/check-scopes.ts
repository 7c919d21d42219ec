// Whether the client's token may do what a command is about to ask, where it names its scopes.
import { UserError } from '../errors.ts';
import type { Tenant } from '../ports.ts';

/** The error that names every scope the token lacks; undefined where it lacks none, or does not name them. */
export async function findMissingScopes(
  tenant: Pick<Tenant, 'grantedScopes'>,
  scopes: readonly string[],
): Promise<UserError | undefined> {
  const granted = await tenant.grantedScopes();
  const missing = granted === undefined ? [] : scopes.filter((scope) => !granted.has(scope));
  if (missing.length === 0) return undefined;
  const which = missing.length === 1 ? `the scope ${missing[0]}` : `the scopes ${missing.join(', ')}`;
  return new UserError('scope', `the client's token lacks ${which}: grant it to the client on the tenant`);
}

/** @throws UserError (`scope`) that names every scope the token lacks */
export async function checkScopes(tenant: Tenant, scopes: readonly string[]): Promise<void> {
  const missing = await findMissingScopes(tenant, scopes);
  if (missing !== undefined) throw missing;
}
