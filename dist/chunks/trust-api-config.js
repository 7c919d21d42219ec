import "./rolldown-runtime.js";
import { Fr as require__builtin_util, br as UserError } from "./lint.js";
// src/commands/source/trust-api-config.ts
var import__builtin_util = require__builtin_util();
const TRUSTED_EVENTS = /* @__PURE__ */ new Set([
	"push",
	"workflow_dispatch",
	"repository_dispatch",
	"schedule"
]);
function staysOnTenant({ tenantUrl, api }) {
	return api.tokenUrl.startsWith("/") || new URL(api.tokenUrl).origin === new URL(tenantUrl).origin;
}
async function isAsInBase({ base, openGitHub, file, api, read }) {
	const github = base === void 0 ? void 0 : await openGitHub();
	const entry = (await github?.readTree(base?.replace(/^refs\/heads\//, "") ?? ""))?.find(({ path }) => path === file.path);
	if (github === void 0 || entry === void 0) return false;
	return (0, import__builtin_util.isDeepStrictEqual)(read({
		path: file.path,
		bytes: await github.readBlob(entry.blob)
	}), api);
}
async function trustApiConfig(request) {
	const { eventName, file, api } = request;
	if (TRUSTED_EVENTS.has(eventName) || staysOnTenant(request)) return;
	let why = "which the base branch does not";
	try {
		if (await isAsInBase(request)) return;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		why = `and the base branch cannot be looked at (${error.message})`;
	}
	throw new UserError("auth", `the credentials are sent nowhere: ${JSON.stringify(file.path)} (input api-config) asks for tokens at ${new URL(api.tokenUrl).host}, ${why}. On the event ${eventName} that could be anybody's host: merge the file first`);
}
export { trustApiConfig };
