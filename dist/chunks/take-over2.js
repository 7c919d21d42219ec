import "./rolldown-runtime.js";
import { t as planAdoption } from "./adopt2.js";
import { t as checkScopes } from "./check-scopes.js";
import { n as compareTenant } from "./compare-deployed.js";
import { t as planImport } from "./import2.js";
import { t as findUnknownRules } from "./find-unknown-rules.js";
import { n as takeOver } from "./take-over.js";
import { Cr as ENDPOINTS, Kt as terminalText, _t as writeFiles, br as UserError, cr as indexByName, gt as listFolder, tt as tabulateDrift, vt as readIdMapFile } from "./lint.js";
import { a as checkRules, n as choosePaint, s as findGlobs, t as listFindings, u as inputsOf } from "./list-findings.js";
// src/cli/take-over.ts
const VARIABLES = {
	"tenant-url": "CXONE_TENANT_URL",
	"client-id": "CXONE_CLIENT_ID",
	"client-secret": "CXONE_CLIENT_SECRET",
	"access-key-id": "CXONE_ACCESS_KEY_ID",
	"access-key-secret": "CXONE_ACCESS_KEY_SECRET"
};
function readTenantInputs({ options }, globs, { variables }) {
	const given = Object.entries(VARIABLES).map(([input, variable]) => [input, variables[variable] ?? ""]);
	const inputs = inputsOf({ options: {
		...Object.fromEntries(given),
		...options
	} }, globs);
	if (inputs.tenantUrl === "simulator") throw new UserError("input", "the embedded tenant ends with this command, so there is nothing to take from it");
	const needed = {
		CXONE_TENANT_URL: inputs.tenantUrl,
		CXONE_CLIENT_ID: inputs.clientId,
		CXONE_CLIENT_SECRET: inputs.clientSecret
	};
	const missing = Object.entries(needed).flatMap(([variable, value]) => value === "" ? [variable] : []);
	if (missing.length === 0) return inputs;
	throw new UserError("input", `the tenant is needed, but the environment lacks ${missing.join(", ")}`);
}
async function withTenant(inputs, world, use) {
	const [{ openTenant, readOwnApiConfig }, { makeAgents }] = await Promise.all([import("./open-tenant.js"), import("./agents.js")]);
	const agents = makeAgents(inputs.concurrency);
	const say = (text) => world.err(`cxone-ivr: ${terminalText(text)}\n`);
	const voice = {
		log: {
			info: say,
			warning: say,
			debug: () => {}
		},
		onSecret: () => {}
	};
	const resources = {
		agents: async () => agents,
		onClose: () => {}
	};
	try {
		const never = new AbortController().signal;
		const opened = await openTenant(await readOwnApiConfig(world.folder, inputs.apiConfig), inputs, resources, never, voice);
		if (opened === void 0) throw new UserError("input", "the tenant is needed");
		await checkScopes(opened.tenant, [ENDPOINTS.listFlows.scope]);
		return await use(opened.tenant);
	} finally {
		agents.close();
	}
}
function print(world, line, findings, lines) {
	const paint = choosePaint(world.isTerminal, world.variables.NO_COLOR, line.noColor);
	world.out([
		...listFindings(findings, paint),
		...lines.map(terminalText),
		""
	].join("\n"));
}
async function run(line, world, mayBeEmpty, plan) {
	const inputs = readTenantInputs(line, findGlobs(world.folder, line.rules), world);
	const check = async () => checkRules(line, [], world);
	const before = await check();
	const unknown = findUnknownRules(before, mayBeEmpty ? inputs.rules : []);
	if (unknown !== void 0) {
		print(world, line, unknown.findings, [unknown.end.message]);
		return 1;
	}
	const made = await withTenant(inputs, world, async (tenant) => plan(tenant, before, inputs));
	const { reported } = await takeOver({
		writer: {
			listFolder: async (path) => listFolder(world.folder, path),
			writeFiles: async (files) => writeFiles(world.folder, files)
		},
		isDryRun: false,
		check
	}, made, before);
	const details = (reported.end.details ?? []).map(({ text }) => text);
	print(world, line, reported.findings ?? [], [...details, reported.end.message]);
	return 0;
}
async function importFlows(line, world) {
	return run(line, world, true, async (tenant, checked, { rules: globs, idMap }) => {
		const map = readIdMapFile(world.folder, idMap)?.map;
		return planImport({
			tenant,
			writer: { listFolder: async (path) => listFolder(world.folder, path) },
			globs,
			map,
			only: [],
			now: world.clock.now()
		}, checked);
	});
}
async function adopt(line, world) {
	return run(line, world, false, async (tenant, checked, { idMap }) => {
		const request = {
			desired: indexByName(checked.loaded.rules),
			deployed: void 0,
			live: void 0,
			now: world.clock.now()
		};
		const { drift } = await compareTenant(tenant, request, /* @__PURE__ */ new Map(), false);
		const lines = tabulateDrift({
			...drift,
			unknown: void 0
		}).map(terminalText);
		world.out(lines.map((text) => `${text}\n`).join(""));
		return planAdoption(drift, checked, readIdMapFile(world.folder, idMap)?.map, []);
	});
}
export { adopt, importFlows };
