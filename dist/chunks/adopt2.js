import "./rolldown-runtime.js";
import { R as reportDrift, _r as rulesetDigest, en as lintWorkspace, gn as needTenant, hn as needGitHub, mn as isRefusal, pn as aboutRun, tt as tabulateDrift, ut as isDrift } from "./lint.js";
import { t as checkOnly } from "./check-only.js";
import { t as compareDeployed } from "./compare-deployed.js";
import { t as findUnknownRules } from "./find-unknown-rules.js";
import { n as takeOver, t as makeFiles } from "./take-over.js";
// src/commands/adopt.ts
function leave({ name }, why) {
	return { text: `${JSON.stringify(name)} is not adopted: ${why}` };
}
function remarkOn({ name, state, differences, taken }) {
	const others = differences.filter(({ path }) => path.startsWith("/versions/") && path !== `/versions/${taken?.id}`);
	const both = `${JSON.stringify(name)} has changes in git that were not deployed yet: the file now says what the tenant holds, so look at what it takes back`;
	const more = `of ${JSON.stringify(name)} flow ${JSON.stringify(taken?.id)} is adopted; the next deployment retires its other active versions`;
	return [...state === "both" ? [{ text: both }] : [], ...others.length > 0 ? [{ text: more }] : []];
}
function planAdoption({ rules }, { loaded }, map, only) {
	checkOnly(only, rules.map(({ name }) => name), "no rule has");
	const pathOf = new Map(loaded.rules.map((rule) => [rule.payload.name, rule.path]));
	const taken = [];
	const left = [];
	for (const rule of rules) {
		if (!isDrift(rule.state) || only.length > 0 && !only.includes(rule.name)) continue;
		const path = pathOf.get(rule.name);
		if (rule.state === "missing") left.push(leave(rule, "it is missing on the tenant; delete its file to have it so, or deploy it again by input only"));
		else if (path === void 0) left.push(leave(rule, "this commit has no rule file of this name"));
		else if (rule.taken === void 0) left.push(leave(rule, "what was edited is the version before the one that the file describes"));
		else {
			taken.push({
				name: rule.name,
				flow: rule.taken,
				path,
				old: loaded.textOf(path)
			});
			left.push(...remarkOn(rule));
		}
	}
	const made = makeFiles(taken, map);
	return {
		files: made.files,
		left: [...left, ...made.left]
	};
}
async function runAdopt(session) {
	const { inputs, log, writer } = session;
	const check = async () => lintWorkspace(session);
	const before = await check();
	const github = await needGitHub(session);
	const { tenant } = await needTenant(session);
	const finish = (checked, reported) => ({
		report: reportDrift("adopt", aboutRun(session), checked.lint, reported),
		rulesetDigest: rulesetDigest(checked.loaded.rules)
	});
	const unknown = findUnknownRules(before);
	if (unknown !== void 0) return finish(before, unknown);
	try {
		const { drift, details } = await compareDeployed(session, github, tenant, before);
		for (const line of tabulateDrift(drift)) log.info(line);
		const plan = planAdoption(drift, before, (await session.readIdMap())?.map, inputs.only);
		const run = {
			writer,
			isDryRun: inputs.dryRun,
			check
		};
		const { checked, reported } = await takeOver(run, plan, before);
		const end = {
			...reported.end,
			details: [...details, ...reported.end.details ?? []]
		};
		return finish(checked, {
			...reported,
			end,
			drift
		});
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return finish(before, { end: {
			result: "refused",
			reason: error.reason,
			message: error.message
		} });
	}
}
export { runAdopt as n, planAdoption as t };
