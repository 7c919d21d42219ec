import "./rolldown-runtime.js";
import { t as outcomeContext } from "./status-text.js";
import { Cn as explainHolds, En as joinHolds, Fn as reportBase, O as isWrite, Rt as isFailure, Sn as readRecordHistory, Y as spellPercent, Zt as readCommitRules, _r as rulesetDigest, br as UserError, en as lintWorkspace, fr as hasFailingFinding, gn as needTenant, hn as needGitHub, k as placeRejections, l as flowsBefore, mn as isRefusal, or as count, pn as aboutRun, pr as makeTrafficReport, sr as compareRuleSets, wn as holdsAfterDeploy, xn as placeOfRun, xr as messageOf } from "./lint.js";
import { a as postOutcome, i as rehearse, n as recoverUnsettled, o as resultOf, r as carryOut, s as startAudit, t as syncWebhook } from "./sync-webhook.js";
import { n as requestDeployment, t as planDeployment } from "./plan-deployment2.js";
import { t as tellPlan } from "./tell-plan2.js";
import { t as checkAuditBranch } from "./keep-log.js";
import { a as whyNotReadable, i as readTraffics, n as isUnreadable, o as chooseNewFlows, r as readLastDay, t as explainUnreadable } from "./read-traffic.js";
import { r as readOwnState } from "./past-deployments.js";
// src/commands/watch/take-back.ts
async function findOwnRecord({ inputs }, { github }, auditHash) {
	const { live, unsettled } = await readRecordHistory(github, inputs.environment);
	if (live === void 0 || live.state.auditHead !== auditHash) return "the deployment record that says what is live is another one by now";
	const [other] = unsettled;
	if (other === void 0) return live;
	return `another run is at work: ${placeOfRun(other)}`;
}
async function findTarget(session, doors, { live: before, sha, plan }, live) {
	const { previousSha } = live.state;
	if (before === void 0 || previousSha === null) return void 0;
	const { inputs } = session;
	const heldBefore = before.state.held;
	if (before.sha !== sha) {
		const target = {
			sha: previousSha,
			held: heldBefore,
			flows: flowsBefore(plan, before.state),
			skipsChecks: false
		};
		const known = plan.changes.flatMap((change) => change.known);
		return {
			live,
			target,
			only: [],
			scope: {
				holds: inputs.only,
				known
			},
			heldBefore
		};
	}
	const state = await readOwnState(doors.github, inputs.environment, previousSha);
	const names = plan.changes.filter(isWrite).map(({ name }) => name);
	return {
		live,
		target: {
			sha: previousSha,
			held: state?.held ?? [],
			flows: state?.flows ?? {},
			skipsChecks: false
		},
		only: names,
		scope: {
			holds: names,
			known: []
		},
		heldBefore
	};
}
function withoutLimits(session, only) {
	const all = {
		value: 1e9,
		unit: "rules"
	};
	const inputs = {
		...session.inputs,
		only,
		overrideReason: "",
		maxChanges: all,
		maxRemovals: all
	};
	return {
		...session,
		inputs
	};
}
async function goBack(session, doors, { live, target, only, scope, heldBefore }, reason) {
	const [{ carryOutRollback, tellAfterwards }, { isPartial, prepareRollback }] = await Promise.all([import("./rollback.js"), import("./prepare-rollback2.js")]);
	const free = withoutLimits(session, only);
	const audit = startAudit(free, isPartial(free.inputs) ? live.sha : target.sha, live);
	const prepared = await prepareRollback(free, doors, live, target, [], scope);
	const held = joinHolds(prepared.deployment.held, heldBefore);
	const deployment = {
		...prepared.deployment,
		held,
		reason
	};
	const end = await carryOutRollback(free, doors, {
		...prepared,
		deployment
	}, audit);
	if (end.result !== "rolled-back") return end;
	const afterwards = await tellAfterwards(free, doors.github, {
		...prepared,
		deployment
	});
	const details = [...end.details ?? [], ...afterwards];
	return {
		...end,
		details,
		rulesetDigest: deployment.digest
	};
}
async function takeBack(session, doors, deployment, end, why) {
	const { log } = session;
	const stay = (because) => `${why}. It was not rolled back, and stays live: ${because}`;
	try {
		const live = await findOwnRecord(session, doors, end.auditHash);
		if (typeof live === "string") {
			log.warning(stay(live));
			return {
				...end,
				details: [...end.details ?? [], { text: stay(live) }]
			};
		}
		const way = await findTarget(session, doors, deployment, live);
		if (way === void 0) {
			const because = "it is the first deployment, and there is nothing before it";
			log.warning(stay(because));
			return {
				...end,
				details: [...end.details ?? [], { text: stay(because) }]
			};
		}
		log.info(`${why}: it is rolled back to ${way.target.sha.slice(0, 12)}`);
		const back = await goBack(session, doors, way, why);
		if (back.result === "rolled-back") {
			const message = `${why}. The deployment was rolled back to ${way.target.sha.slice(0, 12)}`;
			return {
				...back,
				reason: "metrics",
				message
			};
		}
		if (back.result === "undo-failed") return {
			...back,
			message: `${why}. Its rollback failed: ${back.message}`
		};
		const details = [...end.details ?? [], ...back.details ?? []];
		return {
			...end,
			reason: "metrics",
			details,
			message: stay(back.message)
		};
	} catch (error) {
		return {
			...end,
			reason: "metrics",
			message: stay(messageOf(error))
		};
	}
}
// src/health/judge-health.ts
const ROUNDING = 1e-9;
function readRate(traffic, { minCalls }) {
	return traffic === void 0 || traffic.calls < minCalls ? void 0 : traffic.completionRate;
}
function spellCalls(rate, calls) {
	return `${spellPercent(rate)} percent of ${calls} calls completed`;
}
function findFault(rate, rateBefore, { before }, { minCompletionRate, maxCompletionDrop }) {
	if (minCompletionRate !== void 0 && rate < minCompletionRate - ROUNDING) return `input min-completion-rate asks for ${spellPercent(minCompletionRate)} percent`;
	if (maxCompletionDrop === void 0 || rateBefore === void 0) return void 0;
	if (rateBefore - rate <= maxCompletionDrop + ROUNDING) return void 0;
	return `the version before had ${spellCalls(rateBefore, before?.calls ?? 0)} on its last day, and input max-completion-drop allows a drop of ${maxCompletionDrop}`;
}
function judgeVersion(version, limits) {
	const { name, traffic, before } = version;
	const rule = `rule ${JSON.stringify(name)}`;
	const rateBefore = readRate(before, limits);
	if (limits.minCompletionRate === void 0 && rateBefore === void 0) return {
		name,
		verdict: "incomparable",
		sentence: `${rule} cannot be compared: the version before has ${before === void 0 ? "no figures" : `only ${before.calls} of ${limits.minCalls} calls`} on its last day`
	};
	const rate = readRate(traffic, limits);
	if (rate === void 0) return {
		name,
		verdict: "waiting",
		sentence: `${rule} has had ${traffic === void 0 ? "unknown calls" : traffic.calls} of the ${limits.minCalls} calls that decide`
	};
	const had = `${rule} has had ${spellCalls(rate, traffic?.calls ?? 0)}`;
	const fault = findFault(rate, rateBefore, version, limits);
	return fault === void 0 ? {
		name,
		verdict: "good",
		sentence: had
	} : {
		name,
		verdict: "bad",
		sentence: `${had}, but ${fault}`
	};
}
function judgeHealth(versions, limits) {
	const judgements = versions.map((version) => judgeVersion(version, limits));
	const has = (verdict) => judgements.some((judgement) => judgement.verdict === verdict);
	const isWaiting = !has("bad") && has("waiting");
	if (has("bad")) return {
		verdict: "bad",
		isWaiting,
		judgements
	};
	return {
		verdict: !isWaiting && has("good") ? "good" : "undecided",
		isWaiting,
		judgements
	};
}
// src/commands/watch/watch-deployment.ts
const MOST_NAMED = 5;
const REPEAT_LINE = 10;
function sentencesOf(judgements, verdict) {
	const all = judgements.filter((judgement) => judgement.verdict === verdict);
	const named = all.slice(0, MOST_NAMED).map(({ sentence }) => sentence);
	const rest = all.length - named.length;
	return [...named, ...rest > 0 ? [`and ${rest} more`] : []].join("; ");
}
function makeTeller({ log }) {
	let [last, looks] = ["", 0];
	return (line) => {
		if (line === last && ++looks < REPEAT_LINE) return;
		[last, looks] = [line, 0];
		log.info(`watching: ${line}`);
	};
}
function describeProgress({ judgements }, failure) {
	if (failure !== void 0) return `the calls cannot be read, and are asked for again: ${failure}`;
	const waiting = judgements.filter(({ verdict }) => verdict === "waiting").length;
	const sentences = judgements.slice(0, MOST_NAMED).map(({ sentence }) => sentence);
	return `${count(judgements.length - waiting, "version")} of ${judgements.length} decided; ${sentences.join("; ")}`;
}
function describeEnd(health, failure) {
	const { verdict, judgements } = health;
	if (verdict === "bad") return {
		verdict,
		sentence: sentencesOf(judgements, "bad"),
		isWarning: false
	};
	const open = sentencesOf(judgements, "incomparable");
	if (verdict === "good") {
		const rest = open === "" ? "" : `; ${open}`;
		return {
			verdict,
			sentence: `the calls keep to the limits: ${sentencesOf(judgements, "good")}${rest}`,
			isWarning: open !== ""
		};
	}
	return {
		verdict,
		sentence: `the calls decide nothing, and the deployment stays live: ${[
			sentencesOf(judgements, "waiting"),
			open,
			failure === void 0 ? "" : `the calls could not be read at last: ${failure}`
		].filter((part) => part !== "").join("; ")}`,
		isWarning: true
	};
}
const CANCELLED = {
	verdict: "undecided",
	sentence: "the run was cancelled while it watched the calls: the deployment was complete before, and stays live",
	isWarning: true
};
async function lookUntilDecided({ session, opened, flows, before, from }) {
	const { clock, inputs, cancelled } = session;
	const tell = makeTeller(session);
	const deadline = clock.now() + inputs.watchTime;
	const since = /* @__PURE__ */ new Map();
	for (;;) {
		const { found, failure } = await readTraffics(opened, flows, from, Math.max(clock.now(), from + 1));
		if (cancelled.aborted) return {
			...CANCELLED,
			since
		};
		if (failure instanceof UserError && failure.reason === "scope") throw failure;
		for (const [name, traffic] of found) since.set(name, traffic);
		const health = judgeHealth(flows.map(({ name }) => ({
			name,
			traffic: since.get(name),
			before: before.get(name)
		})), inputs);
		const problem = failure === void 0 ? void 0 : explainUnreadable(failure);
		tell(describeProgress(health, problem));
		const left = deadline - clock.now();
		if (!health.isWaiting || left <= 0) return {
			...describeEnd(health, problem),
			since
		};
		await clock.sleep(Math.min(inputs.watchInterval, left), cancelled);
		if (cancelled.aborted) return {
			...CANCELLED,
			since
		};
	}
}
function spellTime(milliseconds) {
	return milliseconds < 6e4 ? count(Math.round(milliseconds / 1e3), "second") : count(Math.round(milliseconds / 6e4), "minute");
}
async function watchDeployment(session, plan, flowIds, before, from) {
	const { clock, inputs, log } = session;
	const nothing = {
		verdict: "undecided",
		isWarning: true,
		since: /* @__PURE__ */ new Map()
	};
	const { flows, later } = chooseNewFlows(plan, flowIds, clock.now());
	if (later.length > 0) {
		const names = later.slice(0, MOST_NAMED).map((name) => JSON.stringify(name));
		const rest = later.length > names.length ? ` and ${later.length - names.length} more` : "";
		log.warning(`not watched, since they take effect later: ${names.join(", ")}${rest}`);
	}
	if (flows.length === 0) return {
		...nothing,
		isWarning: false,
		sentence: "no version was made active that is in force now: there is nothing to watch"
	};
	try {
		const opened = await needTenant(session);
		const missing = await whyNotReadable(opened);
		if (missing !== void 0) throw missing;
		log.info(`watching the calls of ${count(flows.length, "new version")} for ${spellTime(inputs.watchTime)} at most`);
		return await lookUntilDecided({
			session,
			opened,
			flows,
			before,
			from
		});
	} catch (error) {
		if (!isUnreadable(error)) throw error;
		if (session.cancelled.aborted) return {
			...nothing,
			...CANCELLED
		};
		const sentence = `the calls cannot be watched, and the deployment stays live: ${explainUnreadable(error)}`;
		return {
			...nothing,
			sentence
		};
	}
}
// src/commands/watch/look-after.ts
function warnOfIdleLimits({ inputs, log }) {
	const { watchTime, minCompletionRate, maxCompletionDrop } = inputs;
	if (watchTime > 0 || minCompletionRate === void 0 && maxCompletionDrop === void 0) return;
	const name = minCompletionRate === void 0 ? "max-completion-drop" : "min-completion-rate";
	log.warning(`input ${name} does nothing while input watch-minutes is 0: no calls are watched`);
}
async function lookAfter(session, doors, deployment, end, startedAt) {
	if (end.result !== "deployed") return {
		end,
		traffic: void 0
	};
	const { found, leftOut } = await readLastDay(session, deployment.plan, startedAt);
	const report = (since) => makeTrafficReport(found, since, leftOut);
	if (session.inputs.watchTime === 0) return {
		end,
		traffic: report(/* @__PURE__ */ new Map())
	};
	const { verdict, sentence, isWarning, since } = await watchDeployment(session, deployment.plan, end.flows ?? {}, found, startedAt);
	const traffic = report(since);
	if (verdict === "bad") return {
		end: await takeBack(session, doors, deployment, end, sentence),
		traffic
	};
	if (isWarning) session.log.warning(sentence);
	return {
		end: {
			...end,
			details: [...end.details ?? [], { text: sentence }]
		},
		traffic
	};
}
// src/commands/deploy.ts
async function isSuperseded({ trigger }, github, live) {
	if (live === void 0 || trigger.branchRef === "") return false;
	const tip = await github.resolveCommit(trigger.branchRef);
	if (tip === void 0 || tip === trigger.commit) return false;
	const relation = await github.compareCommits(live.sha, trigger.commit);
	return relation !== "ahead" && relation !== "identical";
}
function tellHeld(rules, plan) {
	const held = new Set(plan?.changes.flatMap(({ name, action }) => action === "held" ? [name] : []));
	const isHeld = ({ rule, callers }) => held.has(rule.payload.name) && callers.length > 0;
	const callers = ["nothing, since a rollback holds the change"];
	return rules.map((entry) => isHeld(entry) ? {
		...entry,
		callers
	} : entry);
}
function makeReport(session, { checked, deployed, plan, holds = [], traffic }, end) {
	const { lint, loaded, unreadable } = checked;
	const changes = deployed === void 0 ? void 0 : compareRuleSets(deployed, loaded.rules);
	const findings = [...placeRejections(end.rejected, loaded), ...lint.findings];
	const base = reportBase(lint, aboutRun(session), findings, changes, unreadable);
	return {
		...base,
		rules: tellHeld(base.rules, plan),
		command: "deploy",
		result: end.result,
		reason: end.reason,
		message: end.message,
		details: [...end.details ?? [], ...holds],
		plan,
		traffic
	};
}
function finish(session, parts, end) {
	return resultOf(makeReport(session, parts, end), rulesetDigest(parts.checked.loaded.rules), end);
}
function heldExplicitly(session, plan) {
	const held = plan.changes.filter((change) => change.action === "held" && session.inputs.only.includes(change.name));
	if (held.length === 0) return void 0;
	return {
		result: "refused",
		reason: "held",
		message: `${held.map((change) => change.name).join(", ")} is held since a rollback: edit it, or set input override-reason`
	};
}
async function readDeployed(session, github, live, checked) {
	const loaded = await readCommitRules(github, live.sha, session, checked.files);
	if (loaded !== void 0) return loaded.rules;
	session.log.warning(`commit ${live.sha}, which is live, is not in the repository any more: every rule is looked at on the tenant`);
	return [];
}
async function compareWithCommit(session, github, checked) {
	const { trigger, log } = session;
	const committed = await readCommitRules(github, trigger.commit, session, checked.files);
	if (committed === void 0 || rulesetDigest(committed.rules) === rulesetDigest(checked.loaded.rules)) return;
	log.warning(`the rules in the workspace are not those of commit ${trigger.commit.slice(0, 12)}: they are deployed, but nobody can recompute their digest from git. Check the commit out unchanged`);
}
async function deployPlanned(session, doors, deployment, parts, audit) {
	const refused = heldExplicitly(session, deployment.plan);
	if (refused !== void 0) return finish(session, parts, refused);
	if (session.inputs.dryRun) return finish(session, parts, await rehearse(session, deployment, doors));
	const startedAt = session.clock.now();
	const deployed = await carryOut(session, deployment, doors, audit);
	await syncWebhook(session, deployed.result);
	const { end, traffic } = await lookAfter(session, doors, deployment, deployed, startedAt);
	return finish(session, {
		...parts,
		traffic
	}, end);
}
async function deployChecked(session, github, checked) {
	const { inputs, trigger, clock } = session;
	const history = await readRecordHistory(github, inputs.environment);
	const { live } = history;
	if (await isSuperseded(session, github, live)) return finish(session, {
		checked,
		deployed: void 0,
		plan: void 0
	}, {
		result: "superseded",
		message: "a newer commit of the branch is live already: nothing was written"
	});
	await compareWithCommit(session, github, checked);
	const doors = {
		github,
		...await needTenant(session)
	};
	const audit = startAudit(session, trigger.commit, live);
	const uncertain = inputs.dryRun ? [] : await recoverUnsettled(session, doors, history, audit);
	const deployed = live === void 0 ? [] : await readDeployed(session, github, live, checked);
	const desired = checked.loaded.rules;
	const request = {
		...requestDeployment(session, live, desired, deployed),
		uncertain: [...uncertain, ...inputs.only]
	};
	const plan = tellPlan(session.log, await planDeployment(request, doors.tenant, clock));
	const holds = await explainHolds(session, github, plan);
	return deployPlanned(session, doors, {
		sha: trigger.commit,
		rules: desired,
		plan,
		live,
		held: holdsAfterDeploy(request.held, desired, request.releasesHolds, inputs.only),
		digest: rulesetDigest(desired),
		kind: "deploy"
	}, {
		checked,
		deployed,
		plan,
		holds
	}, audit);
}
async function postEnd(session, github, report) {
	if (report.result === "superseded") return postOutcome(session, github, "success", report.message);
	const state = report.result === "undo-failed" ? "error" : "failure";
	return isFailure(report.result) ? postOutcome(session, github, state, `${report.result}: ${report.message}`) : void 0;
}
async function deployOrRefuse(session, github, checked) {
	const { findings } = checked.lint;
	const unplanned = {
		checked,
		deployed: void 0,
		plan: void 0
	};
	if (hasFailingFinding(findings, session.inputs.failOn) || hasFailingFinding(findings, "error")) return finish(session, unplanned, {
		result: "failed",
		reason: "lint",
		message: "the rules have findings, so nothing is deployed"
	});
	try {
		return await deployChecked(session, github, checked);
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return finish(session, unplanned, {
			result: "refused",
			reason: error.reason,
			message: error.message
		});
	}
}
async function runDeploy(session) {
	const { inputs, trigger } = session;
	checkAuditBranch(session);
	warnOfIdleLimits(session);
	const checked = await lintWorkspace(session);
	const github = await needGitHub(session);
	await needTenant(session);
	if (inputs.dryRun) return deployOrRefuse(session, github, checked);
	await github.setStatus(trigger.commit, outcomeContext(inputs.environment), "pending", "deploying");
	try {
		const result = await deployOrRefuse(session, github, checked);
		await postEnd(session, github, result.report);
		return result;
	} catch (error) {
		await postOutcome(session, github, "error", messageOf(error));
		throw error;
	}
}
export { runDeploy };
