import "./rolldown-runtime.js";
import { Ct as hashPayload, Dt as TOKEN_PATH, Et as ENDPOINTS, Ot as fillPath, _t as UserError, gt as ApiError, pt as makePayload } from "./lint.js";
import { n as FetchError, t as fetch } from "./src.js";
// src/cxone/wait-before-repeat.ts
const FIRST_WAIT = 500;
const LONGEST_WAIT = 2e4;
function readRetryAfter(value, now) {
	const text = value?.trim() ?? "";
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1e3;
	const time = /[a-z]/i.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(time) ? void 0 : Math.max(0, time - now);
}
function backoff(attempt, random) {
	const ceiling = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1));
	return ceiling / 2 + random * ceiling / 2;
}
// src/cxone/failure.ts
const LONGEST_DETAIL = 300;
const REPEATABLE = /* @__PURE__ */ new Set([
	429,
	500,
	502,
	503,
	504
]);
function detailOf(reply) {
	try {
		const body = JSON.parse(reply.text);
		return `${typeof body.message === "string" ? body.message : ""}${Array.isArray(body.errors) && body.errors.length > 0 ? ` ${JSON.stringify(body.errors)}` : ""}`.slice(0, LONGEST_DETAIL);
	} catch {
		const type = reply.header("content-type") ?? "no content type";
		return reply.text.trim() === "" ? "an empty reply" : `a reply that is no JSON (${type.slice(0, 60)})`;
	}
}
function failureOfReply({ endpoint, repeat }, reply, now) {
	const { method, path } = endpoint;
	const { status } = reply;
	const detail = detailOf(reply);
	const retryAfter = readRetryAfter(reply.header("retry-after"), now);
	if (status === 403) {
		const message = `the credentials lack the scope ${endpoint.scope}, which ${method} ${path} needs (403${detail === "" ? "" : `: ${detail}`}): grant it to the client`;
		return {
			error: new UserError("scope", message),
			mayRepeat: false,
			retryAfter
		};
	}
	if (status >= 300 && status < 400) {
		const message = `the tenant redirects ${method} ${path} (${status}), which is not followed: check input tenant-url`;
		return {
			error: new UserError("tenant", message),
			mayRepeat: false,
			retryAfter
		};
	}
	const arrived = status >= 500 || status < 300 || status === 429 && repeat === "unless-arrived";
	const error = new ApiError(`${method} ${path} failed with ${status}${detail === "" ? "" : `: ${detail}`}`, {
		method,
		template: path,
		status,
		requestId: reply.header("x-request-id"),
		detail,
		mayHaveTakenEffect: arrived
	});
	const mayRepeat = (REPEATABLE.has(status) || status < 300) && (repeat === "always" || !arrived);
	return {
		error,
		mayRepeat,
		retryAfter,
		waitsFirst: status === 429 && !mayRepeat
	};
}
function failureOfSilence({ endpoint, repeat }, problem) {
	const { method, path } = endpoint;
	return {
		error: new ApiError(`${method} ${path} got no reply: ${problem.message}`, {
			method,
			template: path,
			mayHaveTakenEffect: problem.mayHaveTakenEffect,
			timedOut: problem.timedOut
		}),
		mayRepeat: repeat === "always" || !problem.mayHaveTakenEffect,
		retryAfter: void 0
	};
}
function failureOfOldToken({ endpoint }) {
	const { method, path } = endpoint;
	const message = `${method} ${path} was answered as if its token were no longer valid (401)`;
	return {
		error: new ApiError(message, {
			method,
			template: path,
			status: 401,
			mayHaveTakenEffect: true
		}),
		mayRepeat: false,
		retryAfter: void 0
	};
}
// src/cxone/send.ts
var NoReply = class extends Error {
	name = "NoReply";
	timedOut;
	mayHaveTakenEffect;
	constructor(message, details) {
		super(message);
		this.timedOut = details.timedOut;
		this.mayHaveTakenEffect = details.mayHaveTakenEffect;
	}
};
const LARGEST_REPLY = 33554432;
const NEVER_ARRIVED = /* @__PURE__ */ new Set([
	"ECONNREFUSED",
	"ENOTFOUND",
	"EAI_AGAIN",
	"EHOSTUNREACH",
	"ENETUNREACH"
]);
function systemCode(error) {
	for (let current = error; current instanceof Error; current = current.cause) {
		const { code } = current;
		if (typeof code === "string") return code;
		if (current instanceof AggregateError) return systemCode(current.errors[0]);
	}
}
function explainFailure(error, timeout, signal) {
	if (signal.aborted) return new NoReply(`no reply within ${timeout / 1e3} s`, {
		timedOut: true,
		mayHaveTakenEffect: true
	});
	const code = systemCode(error);
	return new NoReply(error instanceof FetchError && error.type === "max-size" ? "the reply is too large" : code ?? String(error), {
		timedOut: false,
		mayHaveTakenEffect: code === void 0 || !NEVER_ARRIVED.has(code)
	});
}
async function send(exchange, agents, timeout) {
	const signal = AbortSignal.timeout(timeout);
	try {
		const response = await fetch(exchange.url, {
			method: exchange.method,
			headers: exchange.headers,
			...exchange.body === void 0 ? {} : { body: exchange.body },
			agent: agents.agentFor,
			redirect: "manual",
			size: LARGEST_REPLY,
			signal
		});
		const text = await response.text();
		return {
			status: response.status,
			header: (name) => response.headers.get(name) ?? void 0,
			text
		};
	} catch (error) {
		throw explainFailure(error, timeout, signal);
	}
}
// src/cxone/token.ts
const RENEW_EARLY = 6e4;
function readToken(reply) {
	try {
		const body = JSON.parse(reply.text);
		if (typeof body.access_token !== "string" || body.access_token === "") return void 0;
		const scopes = typeof body.scope === "string" ? new Set(body.scope.split(/\s+/).filter((s) => s !== "")) : void 0;
		const seconds = Number(body.expires_in);
		return {
			token: {
				value: body.access_token,
				scopes
			},
			lifetime: (seconds > 0 ? seconds : 300) * 1e3
		};
	} catch {
		return;
	}
}
function makeTokenSource(request, clock, onSecret) {
	let current;
	let pending;
	const renew = async () => {
		const reply = await request();
		if (reply.status === 400 || reply.status === 401 || reply.status === 403) throw new UserError("auth", `the tenant does not accept the credentials (${reply.status}): check inputs client-id and client-secret, and that they belong to this tenant-url`);
		const read = reply.status === 200 ? readToken(reply) : void 0;
		if (read === void 0) throw new UserError("tenant", `the tenant answered ${reply.status} and no access token to POST /oauth/token: check input tenant-url`);
		onSecret(read.token.value);
		current = {
			token: read.token,
			renewAt: clock.now() + Math.max(read.lifetime - RENEW_EARLY, read.lifetime * .9)
		};
		return read.token;
	};
	const get = async () => {
		if (current !== void 0 && clock.now() < current.renewAt) return current.token;
		pending ??= renew().finally(() => {
			pending = void 0;
		});
		return pending;
	};
	const discard = (token) => {
		if (current?.token === token) current = void 0;
	};
	return {
		get,
		discard
	};
}
// src/cxone/client.ts
function parseBody(reply) {
	if (reply.status === 204) return {
		status: 204,
		body: void 0
	};
	const spoilt = reply.status >= 300 ? {
		status: reply.status,
		body: void 0
	} : void 0;
	try {
		const body = JSON.parse(reply.text);
		return typeof body === "object" && body !== null ? {
			status: reply.status,
			body
		} : spoilt;
	} catch {
		return spoilt;
	}
}
function makeExchange(options, call, token) {
	const query = new URLSearchParams(call.query).toString();
	return {
		method: call.endpoint.method,
		url: `${options.url}${fillPath(call.endpoint.path, call.path ?? {})}${query === "" ? "" : `?${query}`}`,
		headers: {
			accept: "application/json",
			authorization: `Bearer ${token}`,
			"user-agent": "cxone-ivr-gitops",
			...call.body === void 0 ? {} : { "content-type": "application/json" }
		},
		...call.body === void 0 ? {} : { body: JSON.stringify(call.body) }
	};
}
function tokenExchange(options) {
	const body = {
		grant_type: "client_credentials",
		client_id: options.clientId,
		client_secret: options.clientSecret
	};
	return {
		method: "POST",
		url: `${options.url}${TOKEN_PATH}`,
		headers: {
			accept: "application/json",
			"content-type": "application/json",
			"user-agent": "cxone-ivr-gitops"
		},
		body: JSON.stringify(body)
	};
}
async function repeatAttempts(options, waits, attempt, isFailure) {
	const { clock, random, log } = options;
	for (let count = 1;; count++) {
		const result = await attempt();
		if (!isFailure(result)) return result;
		const { error, mayRepeat, retryAfter, waitsFirst } = result;
		const wait = retryAfter ?? backoff(count, random());
		if (waitsFirst === true && wait <= 12e4) await clock.sleep(wait, waits);
		if (!mayRepeat || count >= 5 || wait > 12e4 || isOver(waits)) throw error;
		log.debug(`${error.message}; repeated in ${Math.round(wait)} ms`);
		await clock.sleep(wait, waits);
		if (isOver(waits)) throw error;
	}
}
function isOver(waits) {
	return waits?.aborted === true;
}
function isFailure(result) {
	return "mayRepeat" in result;
}
function unreachable(options, problem) {
	const { host } = new URL(options.url);
	return new UserError(problem.timedOut ? "timeout" : "tenant", `the tenant at ${host} cannot be reached (${problem.message}): check input tenant-url, the network, and HTTPS_PROXY`);
}
async function askForToken(options) {
	const attempt = async () => {
		try {
			const reply = await options.gate(async () => send(tokenExchange(options), options.agents, options.requestTimeout));
			if (!REPEATABLE.has(reply.status) && (reply.status !== 200 || readToken(reply) !== void 0)) return reply;
			const retryAfter = readRetryAfter(reply.header("retry-after"), options.clock.now());
			const message = `the tenant answered ${reply.status} and no access token to POST ${TOKEN_PATH}: check input tenant-url, or try later`;
			return {
				error: new UserError("tenant", message),
				mayRepeat: true,
				retryAfter
			};
		} catch (error) {
			if (error instanceof NoReply) return {
				error: unreachable(options, error),
				mayRepeat: true,
				retryAfter: void 0
			};
			throw error;
		}
	};
	return repeatAttempts(options, void 0, attempt, isFailure);
}
async function unlessOver(work, waits) {
	if (waits === void 0) return work;
	let stop = () => {};
	const over = new Promise((_resolve, reject) => {
		stop = () => reject(new UserError("cancelled", "the run was cancelled"));
		waits.addEventListener("abort", stop, { once: true });
	});
	try {
		return await Promise.race([work, over]);
	} finally {
		waits.removeEventListener("abort", stop);
	}
}
function makeTokens(options) {
	return makeTokenSource(async () => askForToken(options), options.clock, options.onSecret);
}
function makeClient(options, tokens, waits) {
	const sendOnce = async (call, mayRenew) => {
		const token = await unlessOver(tokens.get(), waits);
		let reply;
		try {
			reply = await options.gate(async () => {
				if (isOver(waits)) throw new UserError("cancelled", "the run was cancelled");
				return send(makeExchange(options, call, token.value), options.agents, options.requestTimeout);
			});
		} catch (error) {
			if (error instanceof NoReply) return failureOfSilence(call, error);
			throw error;
		}
		if (reply.status === 401) {
			tokens.discard(token);
			if (call.repeat === "unless-arrived") return failureOfOldToken(call);
			if (mayRenew) return sendOnce(call, false);
			const message = `the tenant does not accept its own new token for ${call.endpoint.method} ${call.endpoint.path} (401): check the client's rights`;
			return {
				error: new UserError("auth", message),
				mayRepeat: false,
				retryAfter: void 0
			};
		}
		return (call.accepts.includes(reply.status) ? parseBody(reply) : void 0) ?? failureOfReply(call, reply, options.clock.now());
	};
	return {
		tokens,
		call: async (call) => repeatAttempts(options, waits, async () => sendOnce(call, true), isFailure)
	};
}
// src/cxone/read-flow.ts
const STATUSES = [
	"DRAFT",
	"ACTIVE",
	"INACTIVE"
];
function unexpected(endpoint, what) {
	const { method, path } = endpoint;
	return new ApiError(`${method} ${path} was answered with ${what}`, {
		method,
		template: path,
		mayHaveTakenEffect: true
	});
}
function fieldsOf(value) {
	return typeof value === "object" && value !== null ? value : {};
}
function listOf(value) {
	return Array.isArray(value) ? value : [];
}
function textOf(value) {
	return typeof value === "string" ? value : "";
}
function readTransition(value) {
	const { condition, target } = fieldsOf(value);
	return {
		condition: textOf(condition),
		target: textOf(target)
	};
}
function readNode(value) {
	const { id, type, mediaAssetId, transitions } = fieldsOf(value);
	return {
		id: textOf(id),
		type: textOf(type),
		...typeof mediaAssetId === "string" ? { mediaAssetId } : {},
		transitions: listOf(transitions).map(readTransition)
	};
}
function readFallback(value) {
	const { type, target } = fieldsOf(value);
	return {
		type: textOf(type),
		...typeof target === "string" ? { target } : {}
	};
}
function readFlow(endpoint, value) {
	const fields = fieldsOf(value);
	const { id, name } = fields;
	if (typeof id !== "string" || id === "") throw unexpected(endpoint, "a flow without an id");
	if (typeof name !== "string") throw unexpected(endpoint, `flow ${id} without a name`);
	const status = STATUSES.find((known) => known === fields.status);
	if (status === void 0) throw unexpected(endpoint, `flow ${id} in the unknown state ${JSON.stringify(fields.status)}`);
	const payload = makePayload({
		name,
		campaignId: textOf(fields.campaignId),
		nodes: listOf(fields.nodes).map(readNode),
		fallbackAction: readFallback(fields.fallbackAction),
		effectiveDate: typeof fields.effectiveDate === "string" ? fields.effectiveDate : void 0,
		expirationDate: typeof fields.expirationDate === "string" ? fields.expirationDate : void 0
	});
	return {
		id,
		status,
		payload,
		payloadHash: hashPayload(payload),
		createdAt: textOf(fields.createdAt)
	};
}
function readErrors(value) {
	return listOf(fieldsOf(value).errors).map((error) => {
		const { path, message } = fieldsOf(error);
		return {
			path: textOf(path),
			message: typeof message === "string" ? message : JSON.stringify(error)
		};
	});
}
function fieldOf(value, key) {
	return fieldsOf(value)[key];
}
function readPage(endpoint, body) {
	const { entities, nextPageToken } = fieldsOf(body);
	if (!Array.isArray(entities)) throw unexpected(endpoint, "a page without entities");
	return {
		entities,
		next: typeof nextPageToken === "string" && nextPageToken !== "" ? nextPageToken : void 0
	};
}
// src/cxone/tenant.ts
const PAGE_SIZE = "100";
const MOST_PAGES = 1e3;
const COMPILE_STATES = [
	"NONE",
	"QUEUED",
	"COMPILING",
	"COMPILED",
	"FAILED"
];
function readCompileState(endpoint, body) {
	const word = fieldOf(body, "status");
	const status = COMPILE_STATES.find((known) => known === word);
	if (status === void 0) throw unexpected(endpoint, `the unknown compile state ${JSON.stringify(word)}`);
	return {
		status,
		errors: readErrors(body)
	};
}
async function listFlows({ call }, name) {
	const endpoint = ENDPOINTS.listFlows;
	const found = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	for (let next = ""; next !== void 0;) {
		const page = readPage(endpoint, (await call({
			endpoint,
			query: {
				name,
				pageSize: PAGE_SIZE,
				...next === "" ? {} : { pageToken: next }
			},
			accepts: [200],
			repeat: "always"
		})).body);
		for (const entity of page.entities) {
			const itsName = fieldOf(entity, "name");
			if (typeof itsName !== "string") throw unexpected(endpoint, "an entity that is no flow");
			if (itsName !== name) continue;
			const flow = readFlow(endpoint, entity);
			found.set(flow.id, flow);
		}
		if (seen.size >= MOST_PAGES) throw unexpected(endpoint, `more than ${MOST_PAGES} pages`);
		if (page.next !== void 0 && seen.has(page.next)) throw unexpected(endpoint, "the same page token twice");
		next = page.next;
		if (next !== void 0) seen.add(next);
	}
	return [...found.values()];
}
async function createFlow({ call }, payload) {
	const endpoint = ENDPOINTS.createFlow;
	const id = fieldOf((await call({
		endpoint,
		body: {
			...payload,
			status: "DRAFT"
		},
		accepts: [201, 200],
		repeat: "unless-arrived"
	})).body, "id");
	if (typeof id !== "string" || id === "") throw unexpected(endpoint, "a flow without an id");
	return id;
}
async function validateFlow({ call }, flowId) {
	const endpoint = ENDPOINTS.validateFlow;
	const { body } = await call({
		endpoint,
		path: { flowId },
		accepts: [200],
		repeat: "always"
	});
	const verdict = fieldOf(body, "status");
	if (verdict === "VALID") return [];
	if (verdict !== "INVALID") throw unexpected(endpoint, `the unknown verdict ${JSON.stringify(verdict)}`);
	const errors = readErrors(body);
	return errors.length > 0 ? errors : [{
		path: "",
		message: "the tenant calls it invalid and does not say why"
	}];
}
async function compileFlow({ call }, flowId) {
	const endpoint = ENDPOINTS.compileFlow;
	const { status, body } = await call({
		endpoint,
		path: { flowId },
		accepts: [
			200,
			202,
			409,
			503
		],
		repeat: "always"
	});
	return status === 200 || status === 202 ? readCompileState(endpoint, body) : "busy";
}
function openTenant(options, cancelled) {
	const tokens = makeTokens(options);
	return {
		tenant: makeTenant(makeClient(options, tokens, cancelled)),
		undoTenant: makeTenant(makeClient(options, tokens))
	};
}
function makeTenant(client) {
	const { call, tokens } = client;
	return {
		grantedScopes: async () => (await tokens.get()).scopes,
		findMedia: async (assetId) => {
			const { status } = await call({
				endpoint: ENDPOINTS.findMedia,
				path: { assetId },
				accepts: [200, 404],
				repeat: "always"
			});
			return status === 200;
		},
		findCampaign: async (campaignId) => {
			const request = {
				endpoint: ENDPOINTS.findCampaign,
				path: { campaignId },
				accepts: [200, 404],
				repeat: "always"
			};
			const { status, body } = await call(request);
			return status === 200 ? { isActive: fieldOf(body, "status") === "ACTIVE" } : void 0;
		},
		findFlows: async (name) => listFlows(client, name),
		getFlow: async (flowId) => {
			const endpoint = ENDPOINTS.getFlow;
			const { status, body } = await call({
				endpoint,
				path: { flowId },
				accepts: [200, 404],
				repeat: "always"
			});
			return status === 200 ? readFlow(endpoint, body) : void 0;
		},
		createFlow: async (payload) => createFlow(client, payload),
		validateFlow: async (flowId) => validateFlow(client, flowId),
		compileFlow: async (flowId) => compileFlow(client, flowId),
		compileState: async (flowId) => {
			const endpoint = ENDPOINTS.compileState;
			const { body } = await call({
				endpoint,
				path: { flowId },
				accepts: [200],
				repeat: "always"
			});
			return readCompileState(endpoint, body);
		},
		patchFlow: async (flowId, patch) => {
			await call({
				endpoint: ENDPOINTS.patchFlow,
				path: { flowId },
				body: patch,
				accepts: [200, 204],
				repeat: "always"
			});
		},
		deleteFlow: async (flowId) => {
			const { status } = await call({
				endpoint: ENDPOINTS.deleteFlow,
				path: { flowId },
				accepts: [
					204,
					200,
					404,
					409
				],
				repeat: "always"
			});
			return status !== 409;
		}
	};
}
export { openTenant };
