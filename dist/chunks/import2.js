import "./rolldown-runtime.js";
import { A as folderOf, Cr as ENDPOINTS, R as reportDrift, _r as rulesetDigest, br as UserError, en as lintWorkspace, ft as pickVersion, gn as needTenant, hr as compareCodePoints, j as placeRules, mn as isRefusal, or as count, pn as aboutRun, tr as groupBy } from "./lint.js";
import { t as checkOnly } from "./check-only.js";
import { t as checkScopes } from "./check-scopes.js";
import { t as findUnknownRules } from "./find-unknown-rules.js";
import { n as takeOver, t as makeFiles } from "./take-over.js";
// src/commands/import.ts
async function listFlows(tenant) {
	const listing = await tenant.listFlows();
	if (listing !== void 0) return listing;
	throw new UserError("tenant", "the tenant does not list its flows without a name, so there is nothing to import");
}
function describeLeft(name, versions, picked) {
	const others = versions.filter((flow) => flow !== picked);
	if (others.length === 0) return [];
	const active = others.filter(({ status }) => status === "ACTIVE").length;
	const states = active === 0 ? "none of them active" : `${active} of them active`;
	return [{ text: `of ${JSON.stringify(name)} flow ${JSON.stringify(picked.id)} (${picked.status}) is imported, and ${count(others.length, "other version")} left out, ${states}` }];
}
function describeUnreadable({ unreadable }) {
	return unreadable.toSorted((a, b) => compareCodePoints(a.name, b.name) || compareCodePoints(a.id, b.id)).map(({ id, name, why }) => ({ text: `${JSON.stringify(name)}, flow ${JSON.stringify(id)}, is not imported: ${why}` }));
}
async function planImport({ tenant, writer, globs, map, only, now }, { loaded }) {
	const listing = await listFlows(tenant);
	const byName = groupBy(listing.flows, ({ payload }) => payload.name);
	checkOnly(only, [...byName.keys()], "no flow of the tenant has");
	const known = new Set(loaded.rules.map((rule) => rule.payload.name));
	const names = [...byName.keys()].filter((name) => !known.has(name) && (only.length === 0 || only.includes(name)));
	const places = placeRules(names, globs, await writer.listFolder(folderOf(globs)));
	const taken = [];
	const left = [];
	for (const [name, path] of places) {
		const versions = byName.get(name) ?? [];
		const flow = pickVersion(versions, now);
		if (flow === void 0) continue;
		if (path === void 0) throw new UserError("input", `input rules would not find a file for ${JSON.stringify(name)} in folder ${JSON.stringify(folderOf(globs))}: begin it with a glob such as rules/**/*.json`);
		taken.push({
			name,
			flow,
			path,
			old: void 0
		});
		left.push(...describeLeft(name, versions, flow));
	}
	const made = makeFiles(taken, map);
	return {
		files: made.files,
		left: [
			...made.left,
			...describeUnreadable(listing),
			...left
		]
	};
}
async function runImport(session) {
	const { inputs, clock, writer } = session;
	const check = async () => lintWorkspace(session);
	const before = await check();
	const about = aboutRun(session);
	const { tenant } = await needTenant(session);
	const unknown = findUnknownRules(before, inputs.rules);
	if (unknown !== void 0) return { report: reportDrift("import", about, before.lint, unknown) };
	try {
		await checkScopes(tenant, [ENDPOINTS.listFlows.scope]);
		const map = (await session.readIdMap())?.map;
		const { only, rules: globs, dryRun: isDryRun } = inputs;
		const plan = await planImport({
			tenant,
			writer,
			globs,
			map,
			only,
			now: clock.now()
		}, before);
		const { checked, reported } = await takeOver({
			writer,
			isDryRun,
			check
		}, plan, before);
		return {
			report: reportDrift("import", about, checked.lint, reported),
			rulesetDigest: rulesetDigest(checked.loaded.rules)
		};
	} catch (error) {
		if (!isRefusal(error)) throw error;
		const end = {
			result: "refused",
			reason: error.reason,
			message: error.message
		};
		return { report: reportDrift("import", about, before.lint, { end }) };
	}
}
export { runImport as n, planImport as t };
