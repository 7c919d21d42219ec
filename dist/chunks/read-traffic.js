import "./rolldown-runtime.js";
import { Cr as ENDPOINTS, O as isWrite, On as flowIdOf, Un as isInWindow, Wn as windowOf, br as UserError, dt as newestFirst, or as count, xr as messageOf, yr as ApiError } from "./lint.js";
import { n as findMissingScopes } from "./check-scopes.js";
function flowBefore({ known }, at) {
	return known.filter(({ status, payload }) => status === "ACTIVE" && isInWindow(windowOf(payload), at)).toSorted(newestFirst)[0];
}
function chooseFlows(plan, at) {
	const flows = plan.changes.filter(isWrite).flatMap((change) => {
		const flow = flowBefore(change, at);
		return flow === void 0 ? [] : [{
			name: change.name,
			flowId: flow.id
		}];
	});
	return {
		flows: flows.slice(0, 200),
		leftOut: Math.max(0, flows.length - 200)
	};
}
function chooseNewFlows(plan, flowIds, at) {
	const flows = [];
	const later = [];
	for (const change of plan.changes) {
		const { name, rule, finalStatus } = change;
		const flowId = flowIdOf(flowIds, name);
		if (!isWrite(change) || rule === void 0 || finalStatus !== "ACTIVE" || flowId === void 0) continue;
		const window = windowOf(rule.payload);
		if (isInWindow(window, at)) flows.push({
			name,
			flowId
		});
		else if (window.start > at) later.push(name);
	}
	return {
		flows,
		later
	};
}
// src/commands/watch/read-traffic.ts
const DAY = 864e5;
const { scope: SCOPE } = ENDPOINTS.queryAnalytics;
function isUnreadable(error) {
	return error instanceof ApiError || error instanceof UserError;
}
async function readOne({ analytics }, { name, flowId }, from, to) {
	try {
		return [name, await analytics.readTraffic(flowId, from, to)];
	} catch (error) {
		if (isUnreadable(error)) return [name, error];
		throw error;
	}
}
function isAboutFigures(error) {
	return error instanceof ApiError && error.status === void 0 && error.details.timedOut === void 0;
}
async function readTraffics(opened, flows, from, to) {
	const [first, ...others] = flows;
	if (first === void 0) return {
		found: /* @__PURE__ */ new Map(),
		failure: void 0
	};
	const one = await readOne(opened, first, from, to);
	const all = [one, ...isUnreadable(one[1]) && !isAboutFigures(one[1]) ? [] : await Promise.all(others.map(async (flow) => readOne(opened, flow, from, to)))];
	const failures = all.flatMap(([, result]) => isUnreadable(result) ? [result] : []);
	const found = all.flatMap(([name, result]) => isUnreadable(result) ? [] : [[name, result]]);
	return {
		found: new Map(found),
		failure: failures[0]
	};
}
async function whyNotReadable({ tenant }) {
	return findMissingScopes(tenant, [SCOPE]);
}
function explainUnreadable(error) {
	const message = messageOf(error);
	return message.includes(SCOPE) ? message : `${message} (figures need the scope ${SCOPE})`;
}
const NOTHING = {
	found: /* @__PURE__ */ new Map(),
	leftOut: 0
};
async function readLastDay(session, plan, at) {
	const { flows, leftOut } = chooseFlows(plan, at);
	if (flows.length === 0 || session.cancelled.aborted) return NOTHING;
	try {
		const opened = await session.openTenant();
		if (opened === void 0) return NOTHING;
		const missing = await whyNotReadable(opened);
		const { found, failure } = missing === void 0 ? await readTraffics(opened, flows, at - DAY, at) : {
			found: /* @__PURE__ */ new Map(),
			failure: missing
		};
		if (failure !== void 0 && !session.cancelled.aborted) {
			const what = found.size === 0 ? "the calls" : `the calls of ${count(flows.length - found.size, "rule")}`;
			session.log.warning(`${what} of the last day cannot be shown: ${explainUnreadable(failure)}`);
		}
		return {
			found,
			leftOut
		};
	} catch (error) {
		if (!isUnreadable(error)) throw error;
		session.log.warning(`the calls of the last day cannot be shown: ${explainUnreadable(error)}`);
		return NOTHING;
	}
}
export { whyNotReadable as a, readTraffics as i, isUnreadable as n, chooseNewFlows as o, readLastDay as r, explainUnreadable as t };
