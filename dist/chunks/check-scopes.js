import { br as UserError } from "./lint.js";
// src/commands/check-scopes.ts
async function findMissingScopes(tenant, scopes) {
	const granted = await tenant.grantedScopes();
	const missing = granted === void 0 ? [] : scopes.filter((scope) => !granted.has(scope));
	if (missing.length === 0) return void 0;
	const which = missing.length === 1 ? `the scope ${missing[0]}` : `the scopes ${missing.join(", ")}`;
	return new UserError("scope", `the client's token lacks ${which}: grant it to the client on the tenant`);
}
async function checkScopes(tenant, scopes) {
	const missing = await findMissingScopes(tenant, scopes);
	if (missing !== void 0) throw missing;
}
export { findMissingScopes as n, checkScopes as t };
