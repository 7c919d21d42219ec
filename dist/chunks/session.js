import { Zn as UserError } from "./lint.js";
// src/commands/session.ts
async function needGitHub(session) {
	const github = await session.openGitHub();
	if (github !== void 0) return github;
	throw new UserError("input", `command ${session.trigger.command} needs input github-token, and GITHUB_REPOSITORY in the environment`);
}
async function needTenant(session) {
	const opened = await session.openTenant();
	if (opened !== void 0) return opened;
	const { tenantUrl, clientId, clientSecret } = session.inputs;
	const missing = Object.entries({
		"tenant-url": tenantUrl,
		"client-id": clientId,
		"client-secret": clientSecret
	}).filter(([, value]) => value === "").map(([name]) => name);
	throw new UserError("input", `command ${session.trigger.command} needs the tenant, but ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} empty: set ${missing.length === 1 ? "it" : "them"}, or set tenant-url to simulator to try the action out`);
}
function isRefusal(error) {
	return error instanceof UserError && (error.reason === "scope" || error.reason === "locked");
}
export { needGitHub as n, needTenant as r, isRefusal as t };
