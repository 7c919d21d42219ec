import { n as __toESM } from "./rolldown-runtime.js";
import { Hr as require__builtin_crypto, Lr as require__builtin_events, kt as require_promises } from "./lint.js";
import { t as require__builtin_http } from "./_builtin-http.js";
// src/simulator/flow.ts
const FLOW_STATUSES = [
	"DRAFT",
	"ACTIVE",
	"INACTIVE"
];
const NODE_TYPES = [
	"greeting",
	"dtmf",
	"transfer",
	"queue",
	"hangup"
];
const FALLBACK_TYPES = [
	"hangup",
	"queue",
	"transfer"
];
const WEBHOOK_EVENTS = [
	"ivr.flow.completed",
	"ivr.flow.failed",
	"ivr.contact.transferred"
];
// src/simulator/shape.ts
const test = (passes, message) => (value, path) => passes(value) ? [] : [{
	path,
	message
}];
const text = test((value) => typeof value === "string", "must be a string");
const filledText = test((value) => typeof value === "string" && value !== "", "must be a string that is not empty");
const flag = test((value) => typeof value === "boolean", "must be true or false");
const dateTime = test(isDateTime, "must be a date-time with an offset or Z (RFC 3339)");
const amount = test((value) => typeof value === "number" && Number.isFinite(value) && value >= 0, "must be a number >= 0");
const wholeNumber = (least) => test((value) => Number.isInteger(value) && Number(value) >= least, `must be a whole number >= ${least}`);
const oneOf = (values) => test((value) => typeof value === "string" && values.includes(value), `must be one of ${values.join(", ")}`);
const orNull = (check) => (value, path) => value === null ? [] : check(value, path);
const list = (item, least = 0) => (value, path) => {
	if (!Array.isArray(value)) return [{
		path,
		message: "must be an array"
	}];
	if (value.length < least) return [{
		path,
		message: `must have at least ${least} item(s)`
	}];
	return value.flatMap((entry, index) => item(entry, `${path}/${index}`));
};
const object = (required, optional = {}) => (value, path) => {
	if (!isObject(value)) return [{
		path,
		message: "must be an object"
	}];
	const missing = Object.keys(required).filter((key) => !Object.hasOwn(value, key));
	const present = Object.entries({
		...required,
		...optional
	}).filter(([key]) => Object.hasOwn(value, key));
	return [...missing.map((key) => ({
		path: `${path}/${key}`,
		message: "is missing"
	})), ...present.flatMap(([key, check]) => check(value[key], `${path}/${key}`))];
};
const closedObject = (required, optional = {}) => {
	const open = object(required, optional);
	return (value, path) => {
		const known = (key) => Object.hasOwn(required, key) || Object.hasOwn(optional, key);
		const strangers = isObject(value) ? Object.keys(value).filter((key) => !known(key)) : [];
		return [...open(value, path), ...strangers.map((key) => ({
			path: `${path}/${key}`,
			message: "is not a known property"
		}))];
	};
};
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isDateTime(value) {
	if (typeof value !== "string") return false;
	const parts = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.exec(value);
	if (parts?.[1] === void 0 || Number.isNaN(Date.parse(value))) return false;
	const day = /* @__PURE__ */ new Date(`${parts[1]}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(parts[1]);
}
// src/simulator/flow-shape.ts
const transition = object({
	condition: text,
	target: text
});
const node = object({
	id: text,
	type: oneOf(NODE_TYPES)
}, {
	mediaAssetId: text,
	transitions: list(transition)
});
const fallbackAction = object({ type: oneOf(FALLBACK_TYPES) }, { target: text });
const contentFields = {
	name: text,
	campaignId: text,
	nodes: list(node, 1),
	fallbackAction
};
const dateFields = {
	effectiveDate: dateTime,
	expirationDate: dateTime
};
const patchFields = {
	status: oneOf(FLOW_STATUSES),
	effectiveDate: orNull(dateTime),
	expirationDate: orNull(dateTime)
};
const webhookFields = {
	name: text,
	url: text,
	events: list(oneOf(WEBHOOK_EVENTS)),
	httpMethod: oneOf(["POST"]),
	enabled: flag
};
const ruleShape = object(contentFields, {
	...dateFields,
	status: oneOf(FLOW_STATUSES)
});
const patchShape = closedObject({}, patchFields);
const webhookShape = object(webhookFields, { description: text });
const webhookPatchShape = closedObject({}, {
	...webhookFields,
	description: text
});
function pickContent(body) {
	const sent = body;
	return {
		name: sent.name,
		campaignId: sent.campaignId,
		nodes: pickNodes(sent.nodes),
		fallbackAction: {
			type: sent.fallbackAction.type,
			...sent.fallbackAction.target !== void 0 && { target: sent.fallbackAction.target }
		},
		...sent.effectiveDate !== void 0 && { effectiveDate: sent.effectiveDate },
		...sent.expirationDate !== void 0 && { expirationDate: sent.expirationDate }
	};
}
function pickNodes(nodes) {
	return nodes.map((entry) => ({
		id: entry.id,
		type: entry.type,
		...entry.mediaAssetId !== void 0 && { mediaAssetId: entry.mediaAssetId },
		transitions: (entry.transitions ?? []).map(({ condition, target }) => ({
			condition,
			target
		}))
	}));
}
function pickWebhook(body) {
	const { name, description, url, events, httpMethod, enabled } = body;
	return {
		name,
		...description !== void 0 && { description },
		url,
		events,
		httpMethod,
		enabled
	};
}
// src/simulator/seed.ts
const SCOPES = [
	"media:read",
	"campaign:manage",
	"ivr:flow:read",
	"ivr:flow:write",
	"event:webhook:write",
	"analytics:read"
];
const TOKEN_STYLES = [
	"json",
	"form",
	"basic"
];
const client = closedObject({
	clientId: filledText,
	clientSecret: filledText,
	scopes: list(oneOf(SCOPES))
}, { accessKey: closedObject({
	id: filledText,
	secret: filledText
}) });
const campaign = closedObject({
	id: filledText,
	status: oneOf(["ACTIVE", "INACTIVE"])
}, { name: filledText });
const media$1 = closedObject({ id: filledText }, {
	name: filledText,
	failsCompilation: flag
});
const seedFlowShape = closedObject(contentFields, {
	...dateFields,
	id: filledText,
	status: oneOf(FLOW_STATUSES),
	createdAt: dateTime,
	compileStatus: oneOf([
		"NONE",
		"COMPILED",
		"FAILED"
	])
});
const seedShape = closedObject({
	clients: list(client, 1),
	campaigns: list(campaign),
	media: list(media$1)
}, {
	flows: list(seedFlowShape),
	scopeInToken: flag,
	tokenStyle: oneOf(TOKEN_STYLES)
});
function readSeed(json) {
	const shape = seedShape(json, "");
	if (shape.length > 0) throw seedError(shape);
	const sent = json;
	const seed = {
		...sent,
		flows: (sent.flows ?? []).map(readSeedFlow)
	};
	const repeats = findRepeats(seed);
	if (repeats.length > 0) throw seedError(repeats);
	return seed;
}
function readSeedFlow(json) {
	const sent = json;
	return {
		...pickContent(sent),
		...sent.id !== void 0 && { id: sent.id },
		...sent.status !== void 0 && { status: sent.status },
		...sent.createdAt !== void 0 && { createdAt: sent.createdAt },
		...sent.compileStatus !== void 0 && { compileStatus: sent.compileStatus }
	};
}
function findRepeats(seed) {
	return [
		["/clients", seed.clients.map((entry) => entry.clientId)],
		["/campaigns", seed.campaigns.map((entry) => entry.id)],
		["/media", seed.media.map((entry) => entry.id)],
		["/flows", seed.flows.map((entry) => entry.id)]
	].flatMap(([path, ids]) => ids.flatMap((id, index) => id !== void 0 && ids.indexOf(id) !== index ? [{
		path: `${path}/${index}`,
		message: `repeats the id ${JSON.stringify(id)}`
	}] : []));
}
function seedError(problems) {
	const lines = problems.map(({ path, message }) => `  ${path === "" ? "the seed" : path} ${message}`);
	return /* @__PURE__ */ new Error(`The seed cannot be used:\n${lines.join("\n")}`);
}
// src/simulator/history.ts
function recordChange(history, at, flow, cause) {
	history.push({
		seq: history.length + 1,
		at,
		...cause,
		flowId: flow.id,
		name: flow.name,
		campaignId: flow.campaignId,
		effectiveDate: flow.effectiveDate ?? null,
		expirationDate: flow.expirationDate ?? null,
		status: flow.status
	});
}
// src/simulator/flow-store.ts
function addDraft(tenant, content, request) {
	const time = timestamp(tenant);
	const flow = {
		...content,
		id: nextFlowId(tenant),
		status: "DRAFT",
		createdAt: time,
		updatedAt: time
	};
	storeFlow(tenant, flow, "NONE", {
		change: "created",
		by: "api",
		request
	});
	return flow;
}
function addReadyFlow(tenant, flow, by) {
	const { compileStatus, createdAt, ...rest } = flow;
	const time = createdAt ?? timestamp(tenant);
	const status = flow.status ?? "DRAFT";
	const ready = {
		...rest,
		id: flow.id ?? nextFlowId(tenant),
		status,
		createdAt: time,
		updatedAt: time
	};
	storeFlow(tenant, ready, compileStatus ?? (status === "DRAFT" ? "NONE" : "COMPILED"), {
		change: "created",
		by,
		request: null
	});
	return ready;
}
function changeFlow(tenant, stored, changes, cause) {
	const merged = Object.entries({
		...stored.flow,
		...changes,
		updatedAt: timestamp(tenant)
	});
	stored.flow = Object.fromEntries(merged.filter(([, value]) => value !== null));
	recordChange(tenant.history, tenant.settings.now(), stored.flow, cause);
	return stored.flow;
}
function removeFlow(tenant, stored, cause) {
	tenant.flows.delete(stored.flow.id);
	tenant.gone.set(stored.flow.id, stored.flow);
	recordChange(tenant.history, tenant.settings.now(), stored.flow, cause);
}
function nextFlowId(tenant) {
	const taken = (id) => tenant.flows.has(id) || tenant.seed.flows.some((flow) => flow.id === id);
	let id;
	do {
		tenant.flowCount += 1;
		id = `flow-${String(tenant.flowCount).padStart(6, "0")}`;
	} while (taken(id));
	return id;
}
function storeFlow(tenant, flow, compileStatus, cause) {
	tenant.lastSeq += 1;
	const valid = compileStatus === "COMPILED";
	tenant.flows.set(flow.id, {
		seq: tenant.lastSeq,
		flow,
		valid,
		compileStatus,
		compileErrors: []
	});
	recordChange(tenant.history, tenant.settings.now(), flow, cause);
}
function timestamp(tenant) {
	return new Date(tenant.settings.now()).toISOString();
}
// src/simulator/console-edit.ts
const onlyTrue = (value, path) => value === true ? [] : [{
	path,
	message: "must be true"
}];
const editShape = closedObject({
	flowId: filledText,
	changes: closedObject({}, {
		...contentFields,
		...patchFields
	})
});
const removalShape = closedObject({
	flowId: filledText,
	remove: onlyTrue
});
function editAtConsole(tenant, json) {
	const problems = (isObject(json) && Object.hasOwn(json, "remove") ? removalShape : editShape)(json, "");
	if (problems.length > 0) return {
		kind: "malformed",
		problems
	};
	const edit = json;
	const stored = tenant.flows.get(edit.flowId);
	if (stored === void 0) return {
		kind: "unknown-flow",
		flowId: edit.flowId
	};
	if ("remove" in edit) {
		removeFlow(tenant, stored, {
			change: "deleted",
			by: "console",
			request: null
		});
		return {
			kind: "done",
			flow: stored.flow
		};
	}
	const { nodes } = edit.changes;
	return {
		kind: "done",
		flow: changeFlow(tenant, stored, {
			...edit.changes,
			...nodes !== void 0 && { nodes: pickNodes(nodes) }
		}, {
			change: "edited",
			by: "console",
			request: null
		})
	};
}
function addAtConsole(tenant, json) {
	const problems = seedFlowShape(json, "");
	if (problems.length > 0) return {
		kind: "malformed",
		problems
	};
	const flow = readSeedFlow(json);
	if (flow.id !== void 0 && tenant.flows.has(flow.id)) return {
		kind: "taken-id",
		flowId: flow.id
	};
	return {
		kind: "done",
		flow: addReadyFlow(tenant, flow, "console")
	};
}
// src/simulator/route.ts
function matchPath(template, path) {
	const wanted = template.split("/");
	const given = path.split("/");
	if (wanted.length !== given.length) return null;
	const params = {};
	for (const [index, part] of wanted.entries()) {
		const value = given[index] ?? "";
		if (!part.startsWith("{")) {
			if (part !== value) return null;
			continue;
		}
		const decoded = decodeSegment(value);
		if (decoded === null || decoded === "") return null;
		params[part.slice(1, -1)] = decoded;
	}
	return params;
}
function decodeSegment(value) {
	try {
		return decodeURIComponent(value);
	} catch {
		return null;
	}
}
const faultShape = closedObject({
	match: closedObject({}, {
		method: text,
		path: text,
		nth: wholeNumber(1),
		times: wholeNumber(0)
	}),
	kind: oneOf([
		"500",
		"503",
		"429",
		"403",
		"404",
		"timeout",
		"reset",
		"truncated",
		"empty",
		"html",
		"expired-token"
	]),
	when: oneOf(["before", "after"])
}, { retryAfter: text });
function checkFault(json) {
	return faultShape(json, "");
}
function takeFault(orders, request, paths) {
	let due = null;
	for (const order of orders) {
		const { method, path } = order.fault.match;
		if (method !== void 0 && method.toUpperCase() !== request.method) continue;
		if (path !== void 0 && !hitsPath(path, request.path, paths)) continue;
		order.seen += 1;
		if (due === null && isDue(order)) due = order.fault;
	}
	return due;
}
function hitsPath(wanted, path, paths) {
	if (wanted.includes("{")) return matchPath(wanted, path) !== null;
	return paths.has(wanted) ? wanted === path : path.startsWith(wanted);
}
function isDue({ fault, seen }) {
	const { nth = 1, times = 1 } = fault.match;
	return seen >= nth && (times === 0 || seen < nth + times);
}
// src/simulator/reply.ts
var import__builtin_http = /* @__PURE__ */ __toESM(require__builtin_http(), 1);
var import__builtin_events = /* @__PURE__ */ __toESM(require__builtin_events(), 1);
function succeed(status, body) {
	return {
		status,
		body
	};
}
function refuse(status, code, message, errors) {
	return {
		status,
		body: {
			code,
			message,
			...errors !== void 0 && { errors }
		}
	};
}
function refuseInput(problems) {
	const [first] = problems;
	return refuse(400, "BAD_REQUEST", `The request is malformed: ${first === void 0 ? "It cannot be read." : `${first.path || "The body"} ${first.message}.`}`, problems);
}
function refuseUnknown(what, id) {
	return refuse(404, "NOT_FOUND", `There is no ${what} with the id ${JSON.stringify(id)}.`);
}
// src/simulator/send-reply.ts
function sendReply(request, response, delivery) {
	if (request.socket.destroyed) return null;
	if ("body" in delivery) return sendBytes(response, delivery);
	if (delivery.kind === "reset") request.socket.resetAndDestroy();
	return null;
}
function sendBytes(response, { kind, status, headers, body }) {
	const bytes = Buffer.from(body);
	const length = status === 204 ? {} : { "content-length": String(bytes.length) };
	response.writeHead(status, {
		...headers,
		...length
	});
	if (kind === "whole") response.end(bytes);
	else response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
	return status;
}
// src/simulator/authorize.ts
var import_promises = require_promises();
function readBearer(authorization) {
	return /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1] ?? null;
}
function authorize(tenant, authorization, scope) {
	const name = readBearer(authorization);
	const token = name === null ? void 0 : tenant.tokens.get(name);
	if (token === void 0 || token.expiresAt <= tenant.settings.now()) return refuseToken("The access token is missing, unknown or expired.");
	if (!token.scopes.includes(scope)) return refuse(403, "FORBIDDEN", `The token lacks the scope ${scope}.`);
	return null;
}
function refuseToken(message) {
	return {
		...refuse(401, "UNAUTHORIZED", message),
		headers: { "www-authenticate": "Bearer" }
	};
}
// src/simulator/answer-call.ts
function answerCall(tenant, match, body, call) {
	if (match.kind !== "found") return refuseRoute(match);
	const { route, params } = match;
	const problem = (route.scope === null ? null : authorize(tenant, call.authorization, route.scope)) ?? refuseBody(route, body);
	if (problem !== null) return problem;
	const value = body.kind === "json" || body.kind === "form" ? body.value : void 0;
	return route.handle(tenant, {
		...call,
		params,
		body: value,
		isForm: body.kind === "form"
	});
}
function refuseRoute(match) {
	if (match.kind === "unknown") return refuse(404, "NOT_FOUND", "There is no such path.");
	const allow = match.allowed.join(", ");
	return {
		...refuse(405, "METHOD_NOT_ALLOWED", `This path takes ${allow}.`),
		headers: { allow }
	};
}
function refuseBody(route, body) {
	if (body.kind === "too-large") return refuse(413, "TOO_LARGE", "The body is over 10 MB.");
	if (body.kind === "broken") return refuse(400, "BROKEN_BODY", "The body is not JSON in UTF-8.");
	if (body.kind === "form" && route.form !== true) return refuse(415, "UNSUPPORTED", "The body must be JSON.");
	return null;
}
// src/simulator/compilation.ts
function settleCompilation(tenant) {
	const job = tenant.compiling;
	if (job === null || tenant.settings.now() < job.endsAt) return;
	tenant.compiling = null;
	const stored = tenant.flows.get(job.flowId);
	if (stored !== void 0) finishCompilation(tenant, stored);
}
function isEngineBusy(tenant) {
	settleCompilation(tenant);
	return tenant.compiling !== null;
}
function startCompilation(tenant, stored) {
	const { compileTime, now } = tenant.settings;
	if (compileTime === 0) {
		finishCompilation(tenant, stored);
		return;
	}
	stored.compileStatus = "COMPILING";
	stored.compileErrors = [];
	tenant.compiling = {
		flowId: stored.flow.id,
		endsAt: now() + compileTime
	};
}
function finishCompilation(tenant, stored) {
	stored.compileErrors = findCompileErrors(tenant, stored.flow);
	stored.compileStatus = stored.compileErrors.length === 0 ? "COMPILED" : "FAILED";
}
function findCompileErrors(tenant, flow) {
	const broken = new Set(tenant.seed.media.filter((asset) => asset.failsCompilation).map((asset) => asset.id));
	return flow.nodes.flatMap((node, index) => node.mediaAssetId !== void 0 && broken.has(node.mediaAssetId) ? [{
		path: `/nodes/${index}/mediaAssetId`,
		message: `The media asset ${JSON.stringify(node.mediaAssetId)} cannot be compiled.`
	}] : []);
}
// src/simulator/snapshot.ts
function takeSnapshot(tenant) {
	const engine = isEngineBusy(tenant) ? "BUSY" : "IDLE";
	const stored = [...tenant.flows.values()];
	return structuredClone({
		now: tenant.settings.now(),
		flows: stored.map(({ flow }) => flow),
		compilations: Object.fromEntries(stored.map(({ flow, valid, compileStatus }) => [flow.id, {
			valid,
			status: compileStatus
		}])),
		engine,
		webhooks: [...tenant.webhooks.values()].map(({ webhook }) => webhook),
		requests: tenant.requests,
		history: tenant.history
	});
}
// src/simulator/in-force.ts
function changesOf({ history, flows, gone }, campaignId) {
	const createdAt = (id) => Date.parse((flows.get(id)?.flow ?? gone.get(id))?.createdAt ?? "");
	return history.filter((entry) => entry.campaignId === campaignId).map((entry) => {
		const created = entry.change === "created" ? createdAt(entry.flowId) : NaN;
		return {
			at: Number.isNaN(created) ? entry.at : Math.min(entry.at, created),
			entry
		};
	}).toSorted((one, other) => one.at - other.at || one.entry.seq - other.entry.seq);
}
function isInForce({ status, change, effectiveDate, expirationDate }, at) {
	if (status !== "ACTIVE" || change === "deleted") return false;
	if (effectiveDate !== null && Date.parse(effectiveDate) > at) return false;
	return expirationDate === null || Date.parse(expirationDate) > at;
}
function turningPoints(changes, { start, end }) {
	const within = changes.flatMap(({ at, entry }) => [at, ...[entry.effectiveDate, entry.expirationDate].flatMap((date) => date === null ? [] : Date.parse(date))]).filter((date) => date > start && date < end);
	return [.../* @__PURE__ */ new Set([
		start,
		...within,
		end
	])].toSorted((one, other) => one - other);
}
function findSpans(tenant, flowId, stretch) {
	const flow = tenant.flows.get(flowId)?.flow ?? tenant.gone.get(flowId);
	if (flow === void 0 || stretch.start >= stretch.end) return [];
	const changes = changesOf(tenant, flow.campaignId);
	const born = new Map(changes.filter(({ entry }) => entry.change === "created").map(({ entry }) => [entry.flowId, entry.seq]));
	const age = (id) => born.get(id) ?? 0;
	const points = turningPoints(changes, stretch);
	const states = /* @__PURE__ */ new Map();
	const spans = [];
	let next = 0;
	for (const [index, start] of points.slice(0, -1).entries()) {
		for (let change = changes[next]; change !== void 0 && change.at <= start; change = changes[++next]) states.set(change.entry.flowId, change.entry);
		if ([...states.values()].filter((entry) => isInForce(entry, start)).toSorted((one, other) => age(other.flowId) - age(one.flowId))[0]?.flowId === flowId) spans.push({
			start,
			end: points[index + 1] ?? start
		});
	}
	return spans;
}
// src/simulator/take-call.ts
const SECONDS = {
	greeting: 8,
	dtmf: 6,
	transfer: 3,
	queue: 3,
	hangup: 1
};
const TIMEOUT = 5;
const MOST_VISITS = 3;
const MOST_WAITS = 3;
const PATIENCE = {
	least: 60,
	most: 300
};
const OF_100 = {
	press: 90,
	wait: 5
};
const BUSY_OF_100 = 10;
const KEY = /^press_/;
const ON = ["default", "next"];
const ON_TIMEOUT = ["timeout", ...ON];
const ON_INVALID = [
	"invalid",
	"no_match",
	...ON
];
const FAILED = /* @__PURE__ */ new Set([
	"timeout",
	"invalid",
	"no_match"
]);
function hashText(text) {
	let hash = 2166136261;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
	return hash >>> 0;
}
function makeRandom(seed) {
	let state = seed;
	return () => {
		state = state + 1831565813 | 0;
		let mixed = Math.imul(state ^ state >>> 15, 1 | state);
		mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
		return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
	};
}
function firstOf(transitions, conditions) {
	for (const condition of conditions) {
		const found = transitions.find((transition) => transition.condition === condition);
		if (found !== void 0) return found;
	}
}
function pick(items, random) {
	return items[Math.floor(random() * items.length)];
}
function moveAtMenu(transitions, random) {
	const whim = random() * 100;
	if (whim < OF_100.press) return {
		transition: pick(transitions.filter(({ condition }) => KEY.test(condition)), random),
		waited: false
	};
	if (whim < OF_100.press + OF_100.wait) return {
		transition: firstOf(transitions, ON_TIMEOUT),
		waited: true
	};
	return {
		transition: firstOf(transitions, ON_INVALID),
		waited: false
	};
}
function moveOn({ transitions }, random) {
	if (transitions.some(({ condition }) => KEY.test(condition))) return moveAtMenu(transitions, random);
	const open = transitions.filter(({ condition }) => !FAILED.has(condition));
	if (open.length > 0) return {
		transition: pick(open, random),
		waited: false
	};
	return {
		transition: firstOf(transitions, ON_TIMEOUT),
		waited: true
	};
}
function isReached(node, random) {
	return node.transitions.length === 0 || random() * 100 >= BUSY_OF_100;
}
function fallBack({ type }) {
	return type !== "hangup";
}
function takeCall(flow, seed) {
	const random = makeRandom(seed);
	const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
	const visits = /* @__PURE__ */ new Map();
	const patience = PATIENCE.least + random() * (PATIENCE.most - PATIENCE.least);
	let [duration, waits] = [0, 0];
	let isAstray = true;
	for (let node = flow.nodes[0]; node !== void 0;) {
		duration += SECONDS[node.type];
		if (node.type === "hangup") return {
			duration,
			completed: !isAstray
		};
		if ((node.type === "queue" || node.type === "transfer") && isReached(node, random)) return {
			duration,
			completed: true
		};
		const visit = (visits.get(node.id) ?? 0) + 1;
		visits.set(node.id, visit);
		const { transition, waited } = moveOn(node, random);
		if (waited) [duration, waits] = [duration + TIMEOUT, waits + 1];
		if (visit >= MOST_VISITS || waits >= MOST_WAITS || duration > patience) return {
			duration,
			completed: false
		};
		if (transition === void 0) break;
		isAstray = FAILED.has(transition.condition);
		node = nodes.get(transition.target);
	}
	return {
		duration,
		completed: fallBack(flow.fallbackAction)
	};
}
// src/simulator/traffic.ts
const NO_CALLS = {
	calls: 0,
	duration: 0,
	completionRate: 0
};
const HOUR = 36e5;
const MOST_MADE = 2e3;
const orderShape = closedObject({ callsPerHour: amount }, {
	flowId: filledText,
	campaignId: filledText
});
function checkTraffic(json) {
	return orderShape(json, "");
}
function callsPerHour({ traffic }, flowId, campaignId) {
	const last = (isMeant) => traffic.findLast(isMeant)?.callsPerHour;
	return last((order) => order.flowId === flowId) ?? last((order) => order.flowId === void 0 && order.campaignId === campaignId) ?? last((order) => order.flowId === void 0 && order.campaignId === void 0) ?? 0;
}
function callersIn({ start, end }, perHour) {
	const first = Math.ceil(start * perHour / HOUR);
	return {
		first,
		count: Math.max(0, Math.ceil(end * perHour / HOUR) - first)
	};
}
function addUp(flow, groups) {
	const calls = groups.reduce((sum, { count }) => sum + count, 0);
	const step = Math.max(1, Math.ceil(calls / MOST_MADE));
	let [made, duration, completed] = [
		0,
		0,
		0
	];
	for (const { first, count } of groups) for (let index = 0; index < count; index += step) {
		const call = takeCall(flow, hashText(`${flow.id} ${first + index}`));
		made += 1;
		duration += call.duration;
		completed += call.completed ? 1 : 0;
	}
	return made === 0 ? NO_CALLS : {
		calls,
		duration: duration / made * calls,
		completionRate: completed / made
	};
}
function openTraffic(tenant, flowId, stretch) {
	const flow = tenant.flows.get(flowId)?.flow ?? tenant.gone.get(flowId);
	const perHour = flow === void 0 ? 0 : callsPerHour(tenant, flowId, flow.campaignId);
	if (flow === void 0 || perHour === 0) return () => NO_CALLS;
	const end = Math.min(stretch.end, tenant.settings.now());
	const spans = findSpans(tenant, flowId, {
		start: stretch.start,
		end
	});
	return (part) => addUp(flow, spans.map((span) => callersIn({
		start: Math.max(span.start, part.start),
		end: Math.min(span.end, part.end)
	}, perHour)));
}
// src/simulator/controls.ts
const DOOR = "/__simulator/";
function isControl(path) {
	return path.startsWith(DOOR);
}
function answerControl(tenant, faults, request) {
	const json = request.body.kind === "json" ? request.body.value : void 0;
	switch (`${request.method} ${request.path.slice(13)}`) {
		case "GET state": return succeed(200, takeSnapshot(tenant));
		case "POST faults": return orderFault(faults, json);
		case "DELETE faults":
			faults.length = 0;
			return { status: 204 };
		case "POST traffic": return setTraffic(tenant, json);
		case "POST edit": return describeEdit(editAtConsole(tenant, json), 200);
		case "POST flows": return describeEdit(addAtConsole(tenant, json), 201);
		default: return refuse(404, "NOT_FOUND", "The simulator has no such control.");
	}
}
function orderFault(faults, json) {
	const problems = checkFault(json);
	if (problems.length > 0) return refuseInput(problems);
	faults.push({
		fault: json,
		seen: 0
	});
	return succeed(201, json);
}
function setTraffic(tenant, json) {
	const problems = checkTraffic(json);
	if (problems.length > 0) return refuseInput(problems);
	tenant.traffic.push(json);
	return succeed(201, json);
}
function describeEdit(result, success) {
	switch (result.kind) {
		case "done": return succeed(success, result.flow);
		case "malformed": return refuseInput(result.problems);
		case "unknown-flow": return refuseUnknown("flow", result.flowId);
		default: return refuse(409, "TAKEN_ID", `There is a flow with the id ${JSON.stringify(result.flowId)} already.`);
	}
}
// src/simulator/rate-limit.ts
function limitRate(limit, taken, now) {
	if (limit === void 0) return null;
	const windowStart = now - limit.perSeconds * 1e3;
	while (taken[0] !== void 0 && taken[0] <= windowStart) taken.shift();
	if (taken.length < limit.requests) {
		taken.push(now);
		return null;
	}
	const freeAt = (taken[0] ?? now) + limit.perSeconds * 1e3;
	const reply = refuse(429, "TOO_MANY_REQUESTS", "Too many requests; come back later.");
	const header = retryAfter(limit, now, freeAt);
	return header === null ? reply : {
		...reply,
		headers: { "retry-after": header }
	};
}
function retryAfter(limit, now, freeAt) {
	const { retryAfter: form = "seconds" } = limit;
	if (form === "none") return null;
	if (form === "seconds") return String(Math.ceil((freeAt - now) / 1e3));
	return (/* @__PURE__ */ new Date(Math.ceil(freeAt / 1e3) * 1e3)).toUTCString();
}
async function readBody(request) {
	const chunks = [];
	let size = 0;
	for await (const chunk of request) {
		size += chunk.length;
		if (size <= 10485760) chunks.push(chunk);
		else chunks.length = 0;
	}
	if (size > 10485760) return { kind: "too-large" };
	return size === 0 ? { kind: "none" } : parseBody(Buffer.concat(chunks), request.headers["content-type"]);
}
function parseBody(bytes, contentType = "") {
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) return {
			kind: "form",
			value: Object.fromEntries(new URLSearchParams(text))
		};
		return {
			kind: "json",
			value: JSON.parse(text)
		};
	} catch {
		return { kind: "broken" };
	}
}
// src/simulator/request-log.ts
function recordRequest(log, at, request) {
	const entry = {
		seq: log.length + 1,
		at,
		method: request.method,
		path: request.path,
		query: Object.fromEntries(request.query),
		status: null,
		answeredAt: null,
		flowId: null,
		body: null,
		fault: null
	};
	log.push(entry);
	return entry;
}
function hideSecrets(body) {
	if (!isObject(body)) return body;
	const secret = /secret|token|password|assertion/i;
	return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, secret.test(key) && key !== "pageToken" ? "***" : value]));
}
// src/simulator/interval.ts
const DURATION = /^P(?!$)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/;
const DAY = 864e5;
function readDuration(text) {
	const match = DURATION.exec(text);
	if (match === null) return null;
	const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
	const duration = {
		months: years * 12 + months,
		milliseconds: (weeks * 7 + days) * DAY + ((hours * 60 + minutes) * 60 + seconds) * 1e3
	};
	return duration.months + duration.milliseconds > 0 ? duration : null;
}
function addTimes(start, { months, milliseconds }, times) {
	if (months === 0) return start + milliseconds * times;
	const date = new Date(start);
	date.setUTCMonth(date.getUTCMonth() + months * times);
	return date.getTime() + milliseconds * times;
}
function cutIntervals({ start, end }, duration, most) {
	const spans = [];
	for (let from = start; from < end;) {
		if (spans.length >= most) return null;
		const next = addTimes(start, duration, spans.length + 1);
		const to = Number.isNaN(next) ? end : Math.min(next, end);
		spans.push({
			start: from,
			end: to
		});
		from = to;
	}
	return spans;
}
// src/simulator/page.ts
function cutPage(entries, request) {
	const after = request.token === null ? Number.POSITIVE_INFINITY : readToken(request.token, request.filters);
	if (after === null) return null;
	const rest = entries.filter((entry) => entry.seq < after);
	const page = rest.slice(0, request.size);
	const last = page.at(-1);
	return {
		entries: page,
		nextPageToken: last !== void 0 && rest.length > page.length ? writeToken(last.seq, request.filters) : null
	};
}
function writeToken(seq, filters) {
	return Buffer.from(JSON.stringify([seq, filters])).toString("base64url");
}
function readToken(token, filters) {
	try {
		const parsed = JSON.parse(Buffer.from(token, "base64url").toString("utf8"));
		if (!Array.isArray(parsed)) return null;
		const [seq, madeFor] = parsed;
		return typeof seq === "number" && madeFor === filters ? seq : null;
	} catch {
		return null;
	}
}
// src/simulator/endpoints/analytics.ts
const PAGE_SIZE$1 = 1e3;
const MOST_INTERVALS = 1e5;
const duration = (value, path) => typeof value === "string" && readDuration(value) !== null ? [] : [{
	path,
	message: "must be an ISO 8601 duration over 0"
}];
const queryShape = object({
	aggregations: list(object({
		name: oneOf(["total_duration", "completion_rate"]),
		type: oneOf(["sum", "avg"])
	})),
	filter: object({
		type: oneOf(["equals"]),
		path: oneOf(["flowId"]),
		to: text
	}),
	interval: duration,
	dateFrom: dateTime,
	dateTo: dateTime
}, { pageToken: text });
function answerAnalytics(tenant, { body }) {
	const problems = queryShape(body, "");
	if (problems.length > 0) return refuseInput(problems);
	const { pageToken = null, ...query } = body;
	const stretch = {
		start: Date.parse(query.dateFrom),
		end: Date.parse(query.dateTo)
	};
	if (stretch.start >= stretch.end) return refuseInput([{
		path: "/dateTo",
		message: "must be later than dateFrom"
	}]);
	const spans = findIntervals(query, stretch);
	if (spans === null) return refuseInput([{
		path: "/interval",
		message: `must make ${MOST_INTERVALS} intervals at most`
	}]);
	const sumCalls = openTraffic(tenant, query.filter.to, stretch);
	const page = cutPage(spans.map((span, index) => ({
		seq: -index,
		span
	})).flatMap(({ seq, span }) => {
		const entity = describeInterval(query, span.start, sumCalls(span));
		return entity === null ? [] : [{
			seq,
			entity
		}];
	}), {
		size: PAGE_SIZE$1,
		token: pageToken,
		filters: JSON.stringify(query)
	});
	if (page === null) return refuseInput([{
		path: "/pageToken",
		message: "is not one for this query"
	}]);
	return succeed(200, {
		entities: page.entries.map(({ entity }) => entity),
		nextPageToken: page.nextPageToken
	});
}
function findIntervals({ interval }, stretch) {
	const length = readDuration(interval);
	return length === null ? null : cutIntervals(stretch, length, MOST_INTERVALS);
}
function describeInterval(query, start, sum) {
	const { calls, duration: seconds, completionRate } = sum;
	if (calls === 0) return null;
	const wanted = new Set(query.aggregations.map(({ name }) => name));
	return {
		flowId: query.filter.to,
		dateFrom: new Date(start).toISOString(),
		calls,
		...wanted.has("total_duration") && { total_duration: seconds },
		...wanted.has("completion_rate") && { completion_rate: completionRate }
	};
}
// src/simulator/endpoints/compile-flow.ts
function compileFlow(tenant, call) {
	const id = call.params["flowId"] ?? "";
	const stored = tenant.flows.get(id);
	if (stored === void 0) return refuseUnknown("flow", id);
	if (!stored.valid) return refuse(400, "NOT_VALIDATED", `The flow ${id} has not been validated as VALID.`);
	if (isEngineBusy(tenant)) return tenant.compiling?.flowId === id ? refuse(409, "FLOW_LOCKED", `The flow ${id} is locked: it is being compiled.`) : refuse(409, "ENGINE_BUSY", "The engine is compiling another flow.");
	startCompilation(tenant, stored);
	return succeed(200, { status: stored.compileStatus });
}
function readCompilation(tenant, call) {
	const id = call.params["flowId"] ?? "";
	const stored = tenant.flows.get(id);
	if (stored === void 0) return refuseUnknown("flow", id);
	const engine = isEngineBusy(tenant) ? "BUSY" : "IDLE";
	return succeed(200, {
		status: stored.compileStatus,
		engine,
		errors: stored.compileErrors
	});
}
// src/simulator/endpoints/create-flow.ts
function createFlow(tenant, call) {
	const problems = ruleShape(call.body, "");
	if (problems.length > 0) return refuseInput(problems);
	if (call.body.status === "ACTIVE") return refuseInput([{
		path: "/status",
		message: "cannot be ACTIVE: only a compiled flow can"
	}]);
	return succeed(201, addDraft(tenant, pickContent(call.body), call.request));
}
// src/simulator/endpoints/delete-flow.ts
function deleteFlow(tenant, call) {
	const id = call.params["flowId"] ?? "";
	const stored = tenant.flows.get(id);
	if (stored === void 0) return refuseUnknown("flow", id);
	if (stored.flow.status === "ACTIVE") return refuse(409, "FLOW_ACTIVE", `The flow ${id} is ACTIVE, so it cannot be deleted.`);
	removeFlow(tenant, stored, {
		change: "deleted",
		by: "api",
		request: call.request
	});
	return { status: 204 };
}
// src/simulator/endpoints/list-flows.ts
const FILTERS = [
	"name",
	"campaignId",
	"status"
];
const DEFAULT_SIZE = 100;
function listFlows(tenant, { query }) {
	const problems = checkQuery(query);
	if (problems.length > 0) return refuseInput(problems);
	const page = cutPage([...tenant.flows.values()].filter((stored) => passesFilters(stored, query)).reverse(), {
		size: Number(query.get("pageSize") ?? DEFAULT_SIZE),
		token: query.get("pageToken"),
		filters: JSON.stringify(FILTERS.map((key) => query.get(key)))
	});
	if (page === null) return refuseInput([{
		path: "/pageToken",
		message: "is not one for this query"
	}]);
	return succeed(200, {
		entities: page.entries.map(({ flow }) => flow),
		nextPageToken: page.nextPageToken
	});
}
function passesFilters({ flow }, query) {
	return FILTERS.every((key) => !query.has(key) || flow[key] === query.get(key));
}
function checkQuery(query) {
	const problems = [];
	const size = query.get("pageSize");
	if (size !== null && (!/^\d{1,4}$/.test(size) || Number(size) < 1 || Number(size) > 1e3)) problems.push({
		path: "/pageSize",
		message: "must be a whole number from 1 to 1000"
	});
	const status = query.get("status");
	if (status !== null && !FLOW_STATUSES.some((known) => known === status)) problems.push({
		path: "/status",
		message: `must be one of ${FLOW_STATUSES.join(", ")}`
	});
	return problems;
}
// src/simulator/endpoints/patch-flow.ts
function patchFlow(tenant, call) {
	const id = call.params["flowId"] ?? "";
	const stored = tenant.flows.get(id);
	if (stored === void 0) return refuseUnknown("flow", id);
	const problems = patchShape(call.body, "");
	if (problems.length > 0) return refuseInput(problems);
	const changes = call.body;
	settleCompilation(tenant);
	if (changes.status === "ACTIVE" && stored.compileStatus !== "COMPILED") return refuse(409, "NOT_COMPILED", `The flow ${id} is not compiled, so it cannot become ACTIVE.`);
	return succeed(200, changeFlow(tenant, stored, changes, {
		change: "patched",
		by: "api",
		request: call.request
	}));
}
// src/simulator/endpoints/read-one.ts
function readMedia(tenant, call) {
	const id = call.params["assetId"] ?? "";
	const asset = tenant.seed.media.find((entry) => entry.id === id);
	if (asset === void 0) return refuseUnknown("media asset", id);
	return succeed(200, {
		id: asset.id,
		name: asset.name
	});
}
function readCampaign(tenant, call) {
	const id = call.params["campaignId"] ?? "";
	const campaign = tenant.seed.campaigns.find((entry) => entry.id === id);
	return campaign === void 0 ? refuseUnknown("campaign", id) : succeed(200, campaign);
}
function readFlow(tenant, call) {
	const id = call.params["flowId"] ?? "";
	const stored = tenant.flows.get(id);
	return stored === void 0 ? refuseUnknown("flow", id) : succeed(200, stored.flow);
}
// src/simulator/endpoints/issue-token.ts
var import__builtin_crypto = /* @__PURE__ */ __toESM(require__builtin_crypto(), 1);
function issueToken(tenant, call) {
	if (!isObject(call.body)) return refuse(400, "invalid_request", "The body must be an object.");
	const { grant_type: grant, client_id: id, client_secret: secret } = call.body;
	if (grant !== "client_credentials" && grant !== "password") return refuse(400, "unsupported_grant_type", "grant_type must be client_credentials, or password with an access key.");
	const basic = readBasic(call.authorization);
	const style = basic !== null ? "basic" : call.isForm ? "form" : "json";
	const { tokenStyle } = tenant.seed;
	if (tokenStyle !== void 0 && style !== tokenStyle) return refuse(401, "invalid_client", `The client must say who it is by ${tokenStyle}, not by ${style}.`);
	const client = findClient(tenant.seed, basic ?? {
		id,
		secret
	});
	if (client === void 0) return refuse(401, "invalid_client", "The client id or the client secret is wrong.");
	if (grant === "password" && !hasAccessKey(client, call.body)) return refuse(400, "invalid_grant", "The access key is wrong, or the client has none.");
	return succeed(200, describeToken(tenant, client, storeToken(tenant, client)));
}
function hasAccessKey({ accessKey }, body) {
	return accessKey !== void 0 && body["username"] === accessKey.id && body["password"] === accessKey.secret;
}
function storeToken(tenant, client) {
	const { now, tokenLifetime } = tenant.settings;
	const token = (0, import__builtin_crypto.randomBytes)(24).toString("base64url");
	tenant.tokens.set(token, {
		scopes: client.scopes,
		expiresAt: now() + tokenLifetime * 1e3
	});
	return token;
}
function describeToken(tenant, client, token) {
	return {
		access_token: token,
		token_type: "Bearer",
		expires_in: Math.floor(tenant.settings.tokenLifetime),
		...tenant.seed.scopeInToken !== false && { scope: client.scopes.join(" ") }
	};
}
function findClient(seed, given) {
	return seed.clients.find((client) => client.clientId === given.id && client.clientSecret === given.secret);
}
function readBasic(authorization) {
	const encoded = /^Basic +(\S+)$/i.exec(authorization ?? "")?.[1];
	if (encoded === void 0) return null;
	const [id = "", ...rest] = Buffer.from(encoded, "base64").toString("utf8").split(":");
	const decode = (part) => new URLSearchParams(`part=${part.replaceAll("&", "%26")}`).get("part");
	return {
		id: decode(id),
		secret: decode(rest.join(":"))
	};
}
// src/simulator/endpoints/validate-flow.ts
function validateFlow(tenant, call) {
	const id = call.params["flowId"] ?? "";
	const stored = tenant.flows.get(id);
	if (stored === void 0) return refuseUnknown("flow", id);
	const errors = findErrors(tenant.seed, stored.flow);
	stored.valid = errors.length === 0;
	return succeed(200, {
		status: stored.valid ? "VALID" : "INVALID",
		errors
	});
}
function findErrors(seed, flow) {
	const ids = flow.nodes.map((node) => node.id);
	const media = new Set(seed.media.map((asset) => asset.id));
	return [
		...checkCampaign(seed, flow.campaignId),
		...findRepeatedIds(ids),
		...flow.nodes.flatMap((node, index) => checkMedia(node, `/nodes/${index}/mediaAssetId`, media)),
		...findLostTargets(flow.nodes, new Set(ids))
	];
}
function checkCampaign(seed, id) {
	const status = seed.campaigns.find((campaign) => campaign.id === id)?.status ?? "unknown";
	if (status === "ACTIVE") return [];
	return [{
		path: "/campaignId",
		message: `The campaign ${JSON.stringify(id)} is ${status}.`
	}];
}
function findRepeatedIds(ids) {
	const seen = /* @__PURE__ */ new Set();
	return ids.flatMap((id, index) => {
		const repeated = seen.has(id);
		seen.add(id);
		return repeated ? [{
			path: `/nodes/${index}/id`,
			message: `The node id ${JSON.stringify(id)} is used twice.`
		}] : [];
	});
}
function checkMedia(node, path, media) {
	const asset = node.mediaAssetId;
	if (asset === void 0) return node.type === "greeting" ? [{
		path,
		message: "A greeting needs a media asset."
	}] : [];
	return media.has(asset) ? [] : [{
		path,
		message: `The media asset ${JSON.stringify(asset)} is unknown.`
	}];
}
function findLostTargets(nodes, ids) {
	return nodes.flatMap((node, index) => node.transitions.flatMap(({ target }, place) => ids.has(target) ? [] : [{
		path: `/nodes/${index}/transitions/${place}/target`,
		message: `There is no node ${JSON.stringify(target)}.`
	}]));
}
// src/simulator/endpoints/webhooks.ts
const PAGE_SIZE = 100;
function listWebhooks(tenant, { query }) {
	const name = query.get("name");
	const page = cutPage([...tenant.webhooks.values()].filter(({ webhook }) => name === null || webhook.name === name).reverse(), {
		size: PAGE_SIZE,
		token: query.get("pageToken"),
		filters: JSON.stringify([name])
	});
	if (page === null) return refuseInput([{
		path: "/pageToken",
		message: "is not one for this query"
	}]);
	return succeed(200, {
		entities: page.entries.map(({ webhook }) => webhook),
		nextPageToken: page.nextPageToken
	});
}
function createWebhook(tenant, call) {
	const problems = webhookShape(call.body, "");
	if (problems.length > 0) return refuseInput(problems);
	tenant.webhookCount += 1;
	const seq = tenant.webhookCount;
	const webhook = {
		id: `webhook-${String(seq).padStart(6, "0")}`,
		...pickWebhook(call.body)
	};
	tenant.webhooks.set(webhook.id, {
		seq,
		webhook
	});
	return succeed(201, webhook);
}
function patchWebhook(tenant, call) {
	const id = call.params["webhookId"] ?? "";
	const stored = tenant.webhooks.get(id);
	if (stored === void 0) return refuseUnknown("webhook", id);
	const problems = webhookPatchShape(call.body, "");
	if (problems.length > 0) return refuseInput(problems);
	stored.webhook = {
		...stored.webhook,
		...call.body
	};
	return succeed(200, stored.webhook);
}
// src/simulator/routes.ts
const FLOWS = "/api/v2/ivr/flows";
const FLOW = `${FLOWS}/{flowId}`;
const HOOKS = "/api/v2/event/webhooks";
const READ = "ivr:flow:read";
const WRITE = "ivr:flow:write";
const HOOK = "event:webhook:write";
const ROUTES = [
	{
		method: "POST",
		template: "/oauth/token",
		scope: null,
		success: 200,
		form: true,
		handle: issueToken
	},
	{
		method: "GET",
		template: "/api/v2/media/assets/{assetId}",
		scope: "media:read",
		success: 200,
		handle: readMedia
	},
	{
		method: "GET",
		template: "/api/v2/campaigns/{campaignId}",
		scope: "campaign:manage",
		success: 200,
		handle: readCampaign
	},
	{
		method: "GET",
		template: FLOWS,
		scope: READ,
		success: 200,
		handle: listFlows
	},
	{
		method: "POST",
		template: FLOWS,
		scope: WRITE,
		success: 201,
		handle: createFlow
	},
	{
		method: "GET",
		template: FLOW,
		scope: READ,
		success: 200,
		handle: readFlow
	},
	{
		method: "PATCH",
		template: FLOW,
		scope: WRITE,
		success: 200,
		handle: patchFlow
	},
	{
		method: "DELETE",
		template: FLOW,
		scope: WRITE,
		success: 204,
		handle: deleteFlow
	},
	{
		method: "POST",
		template: `${FLOW}/validate`,
		scope: WRITE,
		success: 200,
		handle: validateFlow
	},
	{
		method: "POST",
		template: `${FLOW}/compile`,
		scope: WRITE,
		success: 200,
		handle: compileFlow
	},
	{
		method: "GET",
		template: `${FLOW}/status`,
		scope: READ,
		success: 200,
		handle: readCompilation
	},
	{
		method: "GET",
		template: HOOKS,
		scope: HOOK,
		success: 200,
		handle: listWebhooks
	},
	{
		method: "POST",
		template: HOOKS,
		scope: HOOK,
		success: 201,
		handle: createWebhook
	},
	{
		method: "PATCH",
		template: `${HOOKS}/{webhookId}`,
		scope: HOOK,
		success: 200,
		handle: patchWebhook
	},
	{
		method: "POST",
		template: "/api/v2/analytics/ivrs/details/query",
		scope: "analytics:read",
		success: 200,
		handle: answerAnalytics
	}
];
function findRoute(method, path) {
	const matches = ROUTES.flatMap((route) => {
		const params = matchPath(route.template, path);
		return params === null ? [] : [{
			route,
			params
		}];
	});
	const match = matches.find(({ route }) => route.method === method);
	if (match !== void 0) return {
		kind: "found",
		...match
	};
	if (matches.length === 0) return { kind: "unknown" };
	return {
		kind: "wrong-method",
		allowed: matches.map(({ route }) => route.method)
	};
}
// src/simulator/spoil-reply.ts
const HTML = "<!DOCTYPE html>\n<html><head><title>Gateway</title></head><body>Please wait.</body></html>\n";
function deliver(reply) {
	const body = reply.body === void 0 ? "" : JSON.stringify(reply.body);
	const type = body === "" ? {} : { "content-type": "application/json; charset=utf-8" };
	return {
		kind: "whole",
		status: reply.status,
		headers: {
			...type,
			...reply.headers
		},
		body
	};
}
function spoilReply(fault, reply) {
	switch (fault.kind) {
		case "timeout": return { kind: "silence" };
		case "reset": return { kind: "reset" };
		case "truncated": return {
			...spoilBody(reply, bodyText(reply), "application/json; charset=utf-8"),
			kind: "half"
		};
		case "empty": return {
			kind: "whole",
			status: 200,
			headers: {},
			body: ""
		};
		case "html": return spoilBody(reply, HTML, "text/html; charset=utf-8");
		case "expired-token": return deliver(refuseToken("The access token has expired."));
		default: return deliver(refuseAsOrdered(fault));
	}
}
function spoilBody(reply, body, type) {
	return {
		kind: "whole",
		status: reply.status === 204 ? 200 : reply.status,
		headers: { "content-type": type },
		body
	};
}
function bodyText(reply) {
	return JSON.stringify(reply.body ?? { status: "done" });
}
const CODES = {
	403: "FORBIDDEN",
	404: "NOT_FOUND",
	429: "TOO_MANY_REQUESTS",
	500: "INTERNAL_ERROR",
	503: "SERVICE_UNAVAILABLE"
};
function refuseAsOrdered({ kind, retryAfter }) {
	const reply = refuse(Number(kind), CODES[kind] ?? "ERROR", "This reply was ordered as a fault.");
	return retryAfter !== void 0 && (kind === "429" || kind === "503") ? {
		...reply,
		headers: { "retry-after": retryAfter }
	} : reply;
}
// src/simulator/serve-request.ts
const PATHS = new Set(ROUTES.map((route) => route.template));
async function serveRequest(service, request, response) {
	const arrival = readArrival(request);
	if (service.controls && isControl(arrival.path)) {
		const body = await readBody(request);
		sendReply(request, response, deliver(answerControl(service.tenant, service.faults, {
			...arrival,
			body
		})));
		return;
	}
	const { tenant } = service;
	const match = findRoute(arrival.method, arrival.path);
	const entry = recordRequest(tenant.requests, tenant.settings.now(), arrival);
	entry.flowId = match.kind === "found" ? match.params["flowId"] ?? null : null;
	const fault = takeFault(service.faults, arrival, PATHS);
	entry.fault = fault && {
		kind: fault.kind,
		when: fault.when
	};
	response.setHeader("x-request-id", `request-${String(entry.seq).padStart(6, "0")}`);
	const body = await readBody(request);
	entry.body = body.kind === "json" || body.kind === "form" ? hideSecrets(body.value) : null;
	const reply = answer(service, entry, {
		match,
		body,
		fault,
		query: arrival.query,
		request
	});
	if (service.latency > 0) await (0, import_promises.setTimeout)(service.latency, void 0, { signal: service.closing });
	entry.status = sendReply(request, response, fault === null ? deliver(reply) : spoilReply(fault, reply));
	entry.answeredAt = entry.status === null ? null : tenant.settings.now();
}
function answer(service, entry, context) {
	const { fault, match, request } = context;
	const reply = fault?.when === "before" ? standIn(match) : limit(service) ?? runEndpoint(service, entry, context);
	if (fault?.kind === "expired-token") service.tenant.tokens.delete(readBearer(request.headers.authorization) ?? "");
	return reply;
}
function limit({ rateLimit, taken, tenant }) {
	return limitRate(rateLimit, taken, tenant.settings.now());
}
function runEndpoint({ tenant }, entry, { match, body, query, request }) {
	const { authorization } = request.headers;
	const reply = answerCall(tenant, match, body, {
		request: entry.seq,
		query,
		authorization
	});
	if (reply.status === 201 && entry.path === "/api/v2/ivr/flows") entry.flowId = reply.body.id;
	return reply;
}
function standIn(match) {
	return {
		status: match.kind === "found" ? match.route.success : 200,
		body: {
			id: "none",
			status: "DRAFT",
			entities: []
		}
	};
}
function readArrival(request) {
	const target = request.url ?? "/";
	const mark = target.indexOf("?");
	const path = mark === -1 ? target : target.slice(0, mark);
	return {
		method: request.method ?? "GET",
		path,
		query: new URLSearchParams(mark === -1 ? "" : target.slice(mark + 1))
	};
}
// src/simulator/listener.ts
async function openListener(service, port) {
	const { server, sockets } = createListener(service);
	server.listen(port, "127.0.0.1");
	await (0, import__builtin_events.once)(server, "listening");
	return {
		port: server.address().port,
		close: () => closeServer(server, sockets)
	};
}
function createListener(service) {
	const sockets = /* @__PURE__ */ new Set();
	const server = (0, import__builtin_http.createServer)((request, response) => {
		serveRequest(service, request, response).catch(() => {
			if (response.headersSent || request.socket.destroyed) return;
			sendReply(request, response, deliver(refuse(500, "INTERNAL_ERROR", "The simulator failed.")));
		});
	});
	server.on("connection", (socket) => {
		sockets.add(socket);
		socket.once("close", () => sockets.delete(socket));
	});
	return {
		server,
		sockets
	};
}
async function closeServer(server, sockets) {
	if (!server.listening) return;
	const closed = (0, import__builtin_events.once)(server, "close");
	server.close();
	for (const socket of sockets) socket.destroy();
	await closed;
}
// src/simulator/seed.json
var seed_default = {
	clients: [{
		"clientId": "simulator-client",
		"clientSecret": "simulator-secret",
		"accessKey": {
			"id": "simulator-key",
			"secret": "simulator-key-secret"
		},
		"scopes": [
			"media:read",
			"campaign:manage",
			"ivr:flow:read",
			"ivr:flow:write",
			"event:webhook:write",
			"analytics:read"
		]
	}],
	campaigns: [
		{
			"id": "camp_9x8y7z",
			"name": "Holiday support",
			"status": "ACTIVE"
		},
		{
			"id": "camp_main_line",
			"name": "Main line",
			"status": "ACTIVE"
		},
		{
			"id": "camp_after_hours",
			"name": "After hours",
			"status": "ACTIVE"
		},
		{
			"id": "camp_billing",
			"name": "Billing",
			"status": "ACTIVE"
		},
		{
			"id": "camp_network",
			"name": "Network support",
			"status": "ACTIVE"
		},
		{
			"id": "camp_survey",
			"name": "Survey after a call",
			"status": "ACTIVE"
		},
		{
			"id": "camp_callback",
			"name": "Callbacks",
			"status": "ACTIVE"
		},
		{
			"id": "camp_collections",
			"name": "Collections",
			"status": "ACTIVE"
		},
		{
			"id": "camp_appointments",
			"name": "Appointments",
			"status": "ACTIVE"
		},
		{
			"id": "camp_retired",
			"name": "Retired line",
			"status": "INACTIVE"
		}
	],
	media: [
		{
			"id": "asset_abc123",
			"name": "Holiday greeting"
		},
		{
			"id": "asset_after_hours_options",
			"name": "After-hours options"
		},
		{
			"id": "asset_all_lines_busy",
			"name": "All lines are busy"
		},
		{
			"id": "asset_appointment_cancel",
			"name": "Really cancel"
		},
		{
			"id": "asset_appointment_cancelled",
			"name": "It is cancelled"
		},
		{
			"id": "asset_appointment_menu",
			"name": "Book, move or cancel"
		},
		{
			"id": "asset_appointment_menu_hint",
			"name": "Hint for the appointment menu"
		},
		{
			"id": "asset_billing_anything_else",
			"name": "Anything else"
		},
		{
			"id": "asset_billing_balance",
			"name": "How to see the balance"
		},
		{
			"id": "asset_billing_menu",
			"name": "Billing menu"
		},
		{
			"id": "asset_billing_menu_hint",
			"name": "Hint for the billing menu"
		},
		{
			"id": "asset_billing_welcome",
			"name": "Billing welcome"
		},
		{
			"id": "asset_callback_confirm",
			"name": "Call you back on this number"
		},
		{
			"id": "asset_callback_offer",
			"name": "Callback or wait"
		},
		{
			"id": "asset_callback_offer_hint",
			"name": "Hint for the callback offer"
		},
		{
			"id": "asset_closed_now",
			"name": "We are closed"
		},
		{
			"id": "asset_collections_confirm",
			"name": "Are you the account holder"
		},
		{
			"id": "asset_collections_confirm_hint",
			"name": "Please press 1 or 2"
		},
		{
			"id": "asset_collections_confirm_last",
			"name": "Last request to confirm"
		},
		{
			"id": "asset_collections_disclosure",
			"name": "Recording and purpose of the call"
		},
		{
			"id": "asset_collections_goodbye",
			"name": "Goodbye with the office hours"
		},
		{
			"id": "asset_collections_menu",
			"name": "Pay, plan, dispute or talk"
		},
		{
			"id": "asset_collections_menu_hint",
			"name": "Hint for the collections menu"
		},
		{
			"id": "asset_collections_pay_again",
			"name": "The payment failed: again or agent"
		},
		{
			"id": "asset_collections_plan",
			"name": "Two, three or six payments"
		},
		{
			"id": "asset_collections_wrong_party",
			"name": "We will not call again"
		},
		{
			"id": "asset_did_it_help",
			"name": "Did that help"
		},
		{
			"id": "asset_glad_it_helped",
			"name": "Glad that it helped"
		},
		{
			"id": "asset_goodbye_en",
			"name": "Goodbye, English"
		},
		{
			"id": "asset_goodbye_es",
			"name": "Goodbye, Spanish"
		},
		{
			"id": "asset_internet_menu",
			"name": "Internet fault or move"
		},
		{
			"id": "asset_invalid_choice_en",
			"name": "That is no choice, English"
		},
		{
			"id": "asset_invalid_choice_es",
			"name": "That is no choice, Spanish"
		},
		{
			"id": "asset_language_choice",
			"name": "Choice of language"
		},
		{
			"id": "asset_long_wait",
			"name": "The wait is long today"
		},
		{
			"id": "asset_main_menu_en",
			"name": "Main menu, English"
		},
		{
			"id": "asset_main_menu_es",
			"name": "Main menu, Spanish"
		},
		{
			"id": "asset_maintenance_choice",
			"name": "Wait for an agent, or hang up"
		},
		{
			"id": "asset_maintenance_notice",
			"name": "Planned maintenance tonight"
		},
		{
			"id": "asset_network_menu",
			"name": "Network support menu"
		},
		{
			"id": "asset_network_menu_after",
			"name": "Network menu after the maintenance"
		},
		{
			"id": "asset_network_menu_hint",
			"name": "Hint for the network menu"
		},
		{
			"id": "asset_no_callbacks_today",
			"name": "No more callbacks today"
		},
		{
			"id": "asset_opening_hours_en",
			"name": "Opening hours, English"
		},
		{
			"id": "asset_opening_hours_es",
			"name": "Opening hours, Spanish"
		},
		{
			"id": "asset_payment_failed",
			"name": "The payment failed"
		},
		{
			"id": "asset_payment_menu",
			"name": "Payment menu"
		},
		{
			"id": "asset_payment_menu_hint",
			"name": "Hint for the payment menu"
		},
		{
			"id": "asset_restart_your_router",
			"name": "Restart your router"
		},
		{
			"id": "asset_survey_hint",
			"name": "Please press 1 to 5"
		},
		{
			"id": "asset_survey_invitation",
			"name": "Invitation to the survey"
		},
		{
			"id": "asset_survey_reason",
			"name": "What went wrong"
		},
		{
			"id": "asset_survey_resolved",
			"name": "Was it resolved, yes or no"
		},
		{
			"id": "asset_survey_satisfaction",
			"name": "Satisfaction, 1 to 5"
		},
		{
			"id": "asset_survey_supervisor_offer",
			"name": "Talk to a supervisor"
		},
		{
			"id": "asset_survey_thanks",
			"name": "Thanks for the answers"
		},
		{
			"id": "asset_thanks_for_patience",
			"name": "Thanks for your patience"
		}
	],
	flows: []
};
// src/simulator/create-tenant.ts
function createTenant(seed, settings, callsPerHour = 0) {
	const tenant = {
		seed,
		settings,
		flows: /* @__PURE__ */ new Map(),
		gone: /* @__PURE__ */ new Map(),
		traffic: [{ callsPerHour }],
		webhooks: /* @__PURE__ */ new Map(),
		tokens: /* @__PURE__ */ new Map(),
		requests: [],
		history: [],
		compiling: null,
		lastSeq: 0,
		flowCount: 0,
		webhookCount: 0
	};
	const age = (flow) => flow.createdAt === void 0 ? settings.now() : Date.parse(flow.createdAt);
	const oldestFirst = [...seed.flows].sort((one, other) => age(one) - age(other));
	for (const flow of oldestFirst) addReadyFlow(tenant, flow, "seed");
	return tenant;
}
// src/simulator/start-simulator.ts
async function startSimulator(options = {}) {
	const closing = new AbortController();
	const service = createService(options, closing.signal);
	const listener = await openListener(service, options.port ?? 0);
	const { tenant, faults } = service;
	const [client] = tenant.seed.clients;
	return {
		url: `http://127.0.0.1:${listener.port}`,
		credentials: {
			clientId: client?.clientId ?? "",
			clientSecret: client?.clientSecret ?? "",
			...client?.accessKey && {
				accessKeyId: client.accessKey.id,
				accessKeySecret: client.accessKey.secret
			}
		},
		state: () => takeSnapshot(tenant),
		orderFault(fault) {
			const [problem] = checkFault(fault);
			if (problem !== void 0) throw new TypeError(`The fault cannot be ordered: ${problem.path} ${problem.message}`);
			faults.push({
				fault,
				seen: 0
			});
		},
		clearFaults() {
			faults.length = 0;
		},
		setTraffic(order) {
			const [problem] = checkTraffic(order);
			if (problem !== void 0) throw new TypeError(`The traffic cannot be set: ${problem.path} ${problem.message}`);
			tenant.traffic.push(order);
		},
		edit: (edit) => expectDone(editAtConsole(tenant, edit)),
		addFlow: (flow) => expectDone(addAtConsole(tenant, flow)),
		async close() {
			closing.abort();
			await listener.close();
		}
	};
}
function createService(options, closing) {
	const { seed = seed_default, now = Date.now, tokenLifetime = 3600, compileTime = 0 } = options;
	const { callsPerHour = 600 } = options;
	return {
		tenant: createTenant(readSeed(seed), {
			now,
			tokenLifetime,
			compileTime
		}, callsPerHour),
		faults: [],
		taken: [],
		rateLimit: options.rateLimit,
		latency: options.latency ?? 0,
		controls: options.controls ?? true,
		closing
	};
}
function expectDone(result) {
	if (result.kind === "done") return result.flow;
	const detail = result.kind === "malformed" ? JSON.stringify(result.problems) : result.flowId;
	throw new Error(`The edit cannot be made (${result.kind}): ${detail}`);
}
export { startSimulator };
