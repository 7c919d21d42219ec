import { n as __toESM } from "./rolldown-runtime.js";
import { Er as fitsPath, Mr as require__builtin_zlib, Tr as fillPath, br as UserError, dn as makePayload, gr as hashPayload, xr as messageOf, yr as ApiError } from "./lint.js";
import { t as DEFAULT_API } from "./api-config.js";
import { t as require__builtin_http } from "./_builtin-http.js";
import { t as require__builtin_https } from "./_builtin-https.js";
import { t as ProxyRefusal } from "./proxy-refusal.js";
// src/cxone/read-fields.ts
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
function fieldOf(value, key) {
	return fieldsOf(value)[key];
}
function textOf(value) {
	return typeof value === "string" ? value.toWellFormed() : "";
}
const LONGEST_SHOWN = 60;
function spellValue(value) {
	if (typeof value === "string") return JSON.stringify(value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value);
	if (Array.isArray(value)) return "a list";
	return typeof value === "object" && value !== null ? "an object" : String(value);
}
const LONGEST_ID = 256;
function idOf(endpoint, value, what) {
	const { id } = fieldsOf(value);
	if (typeof id !== "string" || id === "") throw unexpected(endpoint, `${what} without an id`);
	if (!fitsPath(id) || id.length > LONGEST_ID) throw unexpected(endpoint, `${what} with the impossible id ${spellValue(id)}`);
	return id;
}
// src/cxone/read-pages.ts
const LONGEST_PAGE_TOKEN = 4096;
function readPage(endpoint, body) {
	const { entities, nextPageToken } = fieldsOf(body);
	if (!Array.isArray(entities)) throw unexpected(endpoint, "a page without entities");
	if (nextPageToken === void 0 || nextPageToken === null || nextPageToken === "") return {
		entities,
		next: void 0
	};
	if (typeof nextPageToken !== "string" || nextPageToken.length > LONGEST_PAGE_TOKEN) throw unexpected(endpoint, `the impossible page token ${spellValue(nextPageToken)}`);
	return {
		entities,
		next: nextPageToken
	};
}
const MOST_PAGES = 1e3;
async function* readPages(endpoint, ask) {
	const seen = /* @__PURE__ */ new Set();
	for (let next = ""; next !== void 0;) {
		if (seen.size >= MOST_PAGES) throw unexpected(endpoint, `more than ${MOST_PAGES} pages`);
		if (seen.has(next)) throw unexpected(endpoint, "the same page token twice");
		seen.add(next);
		const page = readPage(endpoint, await ask(next));
		yield page.entities;
		next = page.next;
	}
}
// src/cxone/analytics.ts
const INTERVAL = "P1D";
const AGGREGATIONS = [{
	name: "total_duration",
	type: "sum"
}, {
	name: "completion_rate",
	type: "avg"
}];
function readFigure(endpoint, entity, key, isRight) {
	const value = fieldOf(entity, key);
	if (typeof value === "number" && Number.isFinite(value) && value >= 0 && isRight(value)) return value;
	throw unexpected(endpoint, `figures whose ${key} is ${spellValue(value)}`);
}
function readInterval(endpoint, entity, flowId) {
	const id = fieldOf(entity, "flowId");
	if (typeof id !== "string") throw unexpected(endpoint, `figures whose flowId is ${spellValue(id)}`);
	if (id !== flowId) return void 0;
	const calls = readFigure(endpoint, entity, "calls", Number.isSafeInteger);
	if (calls === 0) return void 0;
	return {
		calls,
		duration: readFigure(endpoint, entity, "total_duration", () => true),
		completed: readFigure(endpoint, entity, "completion_rate", (value) => value <= 1) * calls
	};
}
function addUp(intervals) {
	const sum = (key) => intervals.reduce((total, interval) => total + interval[key], 0);
	const [calls, totalDuration] = [sum("calls"), sum("duration")];
	return calls === 0 ? {
		calls,
		totalDuration,
		averageDuration: void 0,
		completionRate: void 0
	} : {
		calls,
		totalDuration,
		averageDuration: totalDuration / calls,
		completionRate: sum("completed") / calls
	};
}
function makeAnalytics({ call }, endpoint) {
	return { readTraffic: async (flowId, from, to) => {
		const query = {
			aggregations: AGGREGATIONS,
			filter: {
				type: "equals",
				path: "flowId",
				to: flowId
			},
			interval: INTERVAL,
			dateFrom: new Date(from).toISOString(),
			dateTo: new Date(to).toISOString()
		};
		const ask = async (pageToken) => {
			return (await call({
				endpoint,
				body: pageToken === "" ? query : {
					...query,
					pageToken
				},
				accepts: [200],
				repeat: "always"
			})).body;
		};
		const intervals = [];
		for await (const entities of readPages(endpoint, ask)) intervals.push(...entities.flatMap((entity) => readInterval(endpoint, entity, flowId) ?? []));
		return addUp(intervals);
	} };
}
// src/cxone/wait-before-repeat.ts
const FIRST_WAIT = 500;
const LONGEST_WAIT = 2e4;
const LONGEST_RETRY_AFTER = 12e4;
function readRetryAfter(value, now) {
	const text = value?.trim() ?? "";
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1e3;
	const time = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? .*\d\d:\d\d:\d\d( GMT| \d{4})$/i.test(text) ? Date.parse(text.replace(/ \d{4}$/, "$& GMT")) : NaN;
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
function explainWait(retryAfter) {
	return retryAfter === void 0 || retryAfter <= 12e4 ? "" : `; it asks to wait ${Math.ceil(retryAfter / 1e3)} s, and ${LONGEST_RETRY_AFTER / 1e3} s are waited at most`;
}
function detailOf(reply) {
	try {
		const body = JSON.parse(reply.text);
		return `${typeof body.message === "string" ? body.message : ""}${Array.isArray(body.errors) && body.errors.length > 0 ? ` ${JSON.stringify(body.errors)}` : ""}`.slice(0, LONGEST_DETAIL).toWellFormed();
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
	const message = `${method} ${path} failed with ${status}${detail === "" ? "" : `: ${detail}`}`;
	const error = new ApiError(`${message}${explainWait(retryAfter)}`, {
		method,
		template: path,
		status,
		requestId: reply.header("x-request-id"),
		detail,
		mayHaveTakenEffect: arrived
	});
	const mayRepeat = (REPEATABLE.has(status) || status < 300) && (repeat === "always" || !arrived);
	const isLimit = status === 429;
	return {
		error,
		mayRepeat,
		retryAfter,
		isLimit,
		waitsFirst: isLimit && !mayRepeat
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
		mayRepeat: !problem.isFinal && (repeat === "always" || !problem.mayHaveTakenEffect),
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
// src/cxone/repeat.ts
function isOver(waits) {
	return waits?.aborted === true;
}
function isFailure(result) {
	return "mayRepeat" in result;
}
async function repeatAttempts(options, waits, attempt) {
	const { clock, random, log, gate } = options;
	for (let count = 1;; count++) {
		const result = await attempt();
		if (!isFailure(result)) return result;
		const { error, mayRepeat, retryAfter, waitsFirst, isLimit } = result;
		const wait = retryAfter ?? backoff(count, random());
		const isTooLong = wait > LONGEST_RETRY_AFTER;
		if (isLimit === true && !isTooLong) gate.slowDown(wait, clock);
		if (waitsFirst === true && !isTooLong) await clock.sleep(wait, waits);
		if (!mayRepeat || count >= 5 || isTooLong || isOver(waits)) throw error;
		log.debug(`${error.message}; repeated in ${Math.round(wait)} ms`);
		await clock.sleep(wait, waits);
		if (isOver(waits)) throw error;
	}
}
// src/cxone/unpack.ts
var import__builtin_http = /* @__PURE__ */ __toESM(require__builtin_http(), 1);
var import__builtin_https = /* @__PURE__ */ __toESM(require__builtin_https(), 1);
var import__builtin_zlib = /* @__PURE__ */ __toESM(require__builtin_zlib(), 1);
const PACKINGS = "gzip, br";
const UNPACKERS = /* @__PURE__ */ new Map([
	["gzip", import__builtin_zlib.createGunzip],
	["x-gzip", import__builtin_zlib.createGunzip],
	["br", import__builtin_zlib.createBrotliDecompress]
]);
function unpack(response, fail) {
	const make = UNPACKERS.get((response.headers["content-encoding"] ?? "").trim().toLowerCase());
	if (make === void 0) return response;
	response.on("error", fail);
	return response.pipe(make());
}
// src/cxone/send.ts
var NoReply = class extends Error {
	name = "NoReply";
	timedOut;
	mayHaveTakenEffect;
	isFinal;
	constructor(message, details) {
		super(message);
		this.timedOut = details.timedOut;
		this.isFinal = details.isFinal ?? false;
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
var TooLarge = class extends Error {
	name = "TooLarge";
};
function systemCode(error) {
	for (let current = error; current instanceof Error; current = current.cause) {
		const { code } = current;
		if (typeof code === "string") return code;
		if (current instanceof AggregateError) return systemCode(current.errors[0]);
	}
}
function explainFailure(error) {
	if (error instanceof NoReply) return error;
	if (error instanceof ProxyRefusal) {
		const { message, isFinal } = error;
		return new NoReply(message, {
			timedOut: false,
			mayHaveTakenEffect: false,
			isFinal
		});
	}
	const code = systemCode(error);
	return new NoReply(error instanceof TooLarge ? "the reply is too large" : code ?? String(error), {
		timedOut: false,
		mayHaveTakenEffect: code === void 0 || !NEVER_ARRIVED.has(code)
	});
}
const UTF8 = new TextDecoder();
function readText(body, done, fail) {
	const chunks = [];
	let size = 0;
	body.on("data", (chunk) => {
		size += chunk.length;
		if (size > LARGEST_REPLY) fail(new TooLarge());
		else chunks.push(chunk);
	});
	body.once("end", () => done(UTF8.decode(Buffer.concat(chunks))));
	body.on("error", fail);
}
function makeReply({ statusCode = 0, headers }, text) {
	const header = (name) => {
		const value = headers[name.toLowerCase()];
		return Array.isArray(value) ? value.join(", ") : value;
	};
	return {
		status: statusCode,
		header,
		text
	};
}
async function exchangeOnce(exchange, agents, timeout) {
	const url = new URL(exchange.url);
	const { request: open } = url.protocol === "https:" ? import__builtin_https.default : import__builtin_http.default;
	const headers = {
		...exchange.headers,
		"accept-encoding": PACKINGS
	};
	return new Promise((resolve, reject) => {
		const request = open(url, {
			method: exchange.method,
			headers,
			agent: agents.agentFor(url)
		});
		const fail = (error) => {
			clearTimeout(timer);
			reject(explainFailure(error));
			request.destroy();
		};
		const message = `no reply within ${timeout / 1e3} s`;
		const timer = setTimeout(() => {
			fail(new NoReply(message, {
				timedOut: true,
				mayHaveTakenEffect: true
			}));
		}, timeout);
		request.on("error", fail);
		request.once("response", (response) => {
			const done = (text) => {
				clearTimeout(timer);
				resolve(makeReply(response, text));
			};
			readText(unpack(response, fail), done, fail);
		});
		request.end(exchange.body);
	});
}
async function send(exchange, agents, timeout) {
	try {
		return await exchangeOnce(exchange, agents, timeout);
	} catch (error) {
		throw error instanceof UserError ? error : explainFailure(error);
	}
}
// src/cxone/token-request.ts
function tokenUrlOf(url, { tokenUrl }) {
	return tokenUrl.startsWith("/") ? `${url}${tokenUrl}` : tokenUrl;
}
function encodePart(text) {
	return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
function basicCredentials({ clientId, clientSecret }) {
	return Buffer.from(`${encodePart(clientId)}:${encodePart(clientSecret)}`).toString("base64");
}
function encodeForm(fields) {
	return Object.entries(fields).map(([key, value]) => `${key}=${encodePart(value)}`).join("&");
}
function tokenExchange(url, api, credentials) {
	const { clientId, clientSecret, accessKeyId = "", accessKeySecret = "" } = credentials;
	const isBasic = api.tokenStyle === "basic";
	const fields = {
		grant_type: api.grant,
		...isBasic ? {} : {
			client_id: clientId,
			client_secret: clientSecret
		},
		...api.grant === "password" ? {
			username: accessKeyId,
			password: accessKeySecret
		} : {}
	};
	const isJson = api.tokenStyle === "json";
	return {
		method: "POST",
		url: tokenUrlOf(url, api),
		headers: {
			accept: "application/json",
			"content-type": isJson ? "application/json" : "application/x-www-form-urlencoded",
			"user-agent": "cxone-ivr-gitops",
			...isBasic ? { authorization: `Basic ${basicCredentials(credentials)}` } : {}
		},
		body: isJson ? JSON.stringify(fields) : encodeForm(fields)
	};
}
// src/cxone/token.ts
const RENEW_EARLY = 6e4;
const USUAL_LIFE = 3e5;
const TOKEN = /^[\x21-\x7e]{1,12000}$/;
function isBearer(type) {
	return type === void 0 || type === null || typeof type === "string" && /^bearer$/i.test(type);
}
function readToken(reply, now) {
	try {
		const body = JSON.parse(reply.text);
		const { access_token: value, token_type: type, scope } = body;
		if (typeof value !== "string" || !TOKEN.test(value) || !isBearer(type)) return void 0;
		const scopes = typeof scope === "string" ? new Set(scope.split(/\s+/).filter((s) => s !== "")) : void 0;
		const seconds = Number(body.expires_in);
		const life = seconds > 0 ? seconds * 1e3 : USUAL_LIFE;
		return {
			token: {
				value,
				scopes,
				endsAt: now + life
			},
			renewAt: now + Math.max(life - RENEW_EARLY, life * .9)
		};
	} catch {
		return;
	}
}
function makeTokenSource(request, clock, onSecret) {
	let current;
	let pending;
	const renew = async () => {
		current = await request();
		onSecret(current.token.value);
		return current.token;
	};
	const held = () => current !== void 0 && clock.now() < current.renewAt ? current.token : void 0;
	const get = async () => {
		const token = held();
		if (token !== void 0) return token;
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
		held,
		discard
	};
}
// src/cxone/ask-for-token.ts
function adviceOn({ tokenUrl }) {
	return tokenUrl === "/oauth/token" ? "check input tenant-url" : "check tokenUrl in the file of input api-config";
}
function unreachable(options, api, problem) {
	const { host } = new URL(tokenUrlOf(options.url, api));
	return new UserError(problem.timedOut ? "timeout" : "tenant", `the tenant at ${host} cannot be reached (${problem.message}): ${adviceOn(api)}, the network, and HTTPS_PROXY`);
}
function errorWord({ text }) {
	try {
		const { error } = JSON.parse(text);
		return typeof error === "string" && /^[a-z_]{1,40}$/.test(error) ? `, ${error}` : "";
	} catch {
		return "";
	}
}
function refusal(api, reply) {
	const inputs = api.grant === "password" ? "inputs client-id, client-secret, access-key-id and access-key-secret" : "inputs client-id and client-secret";
	return new UserError("auth", `the tenant does not accept the credentials (${reply.status}${errorWord(reply)}): check ${inputs}, and that they belong to this tenant-url`);
}
async function askForToken(options, api) {
	const exchange = tokenExchange(options.url, api, options);
	const attempt = async () => {
		const { gate, clock, agents, requestTimeout } = options;
		let reply;
		try {
			reply = await gate.pass(async () => send(exchange, agents, requestTimeout), clock);
		} catch (error) {
			if (!(error instanceof NoReply)) throw error;
			return {
				error: unreachable(options, api, error),
				mayRepeat: !error.isFinal,
				retryAfter: void 0
			};
		}
		const { status } = reply;
		const read = status === 200 ? readToken(reply, clock.now()) : void 0;
		if (read !== void 0) return read;
		if (status === 400 || status === 401 || status === 403) return {
			error: refusal(api, options.hide(reply)),
			mayRepeat: false,
			retryAfter: void 0
		};
		const retryAfter = readRetryAfter(reply.header("retry-after"), clock.now());
		const message = `the tenant answered ${status} and no access token to POST ${api.tokenUrl}: ${adviceOn(api)}, or try later`;
		return {
			error: new UserError("tenant", message),
			mayRepeat: REPEATABLE.has(status) || status === 200,
			retryAfter,
			isLimit: status === 429
		};
	};
	return repeatAttempts(options, void 0, attempt);
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
function cancelled() {
	return new UserError("cancelled", "the run was cancelled");
}
async function takeToken(tokens, waits) {
	const held = tokens.held();
	if (held !== void 0) return held;
	if (waits === void 0) return tokens.get();
	if (isOver(waits)) throw cancelled();
	let stop = () => {};
	const over = new Promise((_resolve, reject) => {
		stop = () => reject(cancelled());
		waits.addEventListener("abort", stop, { once: true });
	});
	try {
		return await Promise.race([tokens.get(), over]);
	} finally {
		waits.removeEventListener("abort", stop);
	}
}
function makeTokens(options) {
	const { api = DEFAULT_API, clock, onSecret } = options;
	return makeTokenSource(async () => askForToken(options, api), clock, onSecret);
}
async function sendInTurn(options, call, token, waits) {
	const { gate, clock, agents, requestTimeout, hide } = options;
	const request = async () => {
		if (isOver(waits)) throw cancelled();
		if (clock.now() >= token.endsAt) return void 0;
		return hide(await send(makeExchange(options, call, token.value), agents, requestTimeout));
	};
	return gate.pass(request, clock, waits);
}
const MOST_TOKENS = 3;
function makeClient(options, tokens, waits) {
	const sendOnce = async (call, mayRenew, tokensLeft = MOST_TOKENS) => {
		const token = await takeToken(tokens, waits);
		let reply;
		try {
			reply = await sendInTurn(options, call, tokensLeft > 0 ? token : {
				...token,
				endsAt: Number.POSITIVE_INFINITY
			}, waits);
		} catch (error) {
			if (error instanceof NoReply) return failureOfSilence(call, error);
			throw error;
		}
		if (reply === void 0) return sendOnce(call, mayRenew, tokensLeft - 1);
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
		call: async (call) => repeatAttempts(options, waits, async () => sendOnce(call, true))
	};
}
// src/cxone/read-flow.ts
const STATUSES = [
	"DRAFT",
	"ACTIVE",
	"INACTIVE"
];
function optionalTextOf(value) {
	return value === void 0 || value === null ? void 0 : textOf(value);
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
	const media = optionalTextOf(mediaAssetId);
	return {
		id: textOf(id),
		type: textOf(type),
		...media === void 0 ? {} : { mediaAssetId: media },
		transitions: listOf(transitions).map(readTransition)
	};
}
function readFallback(value) {
	const { type, target } = fieldsOf(value);
	const text = optionalTextOf(target);
	return {
		type: textOf(type),
		...text === void 0 ? {} : { target: text }
	};
}
function readDate(endpoint, id, fields, key) {
	const value = fields[key];
	if (value === void 0 || value === null) return void 0;
	if (typeof value !== "string") throw unexpected(endpoint, `flow ${id} whose ${key} is ${spellValue(value)}, which is no text`);
	return value.toWellFormed();
}
function readLastChange({ updatedAt, updatedBy, modifiedBy }) {
	const [at, by] = [textOf(updatedAt), textOf(updatedBy) || textOf(modifiedBy)];
	return {
		...at === "" ? {} : { updatedAt: at },
		...by === "" ? {} : { updatedBy: by }
	};
}
function readFlow(endpoint, value) {
	const fields = fieldsOf(value);
	const { name } = fields;
	const id = idOf(endpoint, value, "a flow");
	if (typeof name !== "string") throw unexpected(endpoint, `flow ${id} without a name`);
	const status = STATUSES.find((known) => known === fields.status);
	if (status === void 0) throw unexpected(endpoint, `flow ${id} in the unknown state ${spellValue(fields.status)}`);
	const payload = makePayload({
		name: name.toWellFormed(),
		campaignId: textOf(fields.campaignId),
		nodes: listOf(fields.nodes).map(readNode),
		fallbackAction: readFallback(fields.fallbackAction),
		effectiveDate: readDate(endpoint, id, fields, "effectiveDate"),
		expirationDate: readDate(endpoint, id, fields, "expirationDate")
	});
	const createdAt = textOf(fields.createdAt);
	return {
		id,
		status,
		payload,
		payloadHash: hashPayload(payload),
		createdAt,
		...readLastChange(fields)
	};
}
// src/cxone/read-list.ts
const MOST_READINGS = 4;
async function readOnce({ call }, endpoint, query, read) {
	const ask = async (pageToken) => {
		return (await call({
			endpoint,
			query: {
				...query,
				...pageToken === "" ? {} : { pageToken }
			},
			accepts: [200],
			repeat: "always"
		})).body;
	};
	const found = /* @__PURE__ */ new Map();
	let pages = 0;
	for await (const entities of readPages(endpoint, ask)) {
		pages++;
		for (const entity of entities) {
			const one = read(entity);
			if (one !== void 0) found.set(one.id, one);
		}
	}
	return {
		found,
		pages
	};
}
async function readList(client, endpoint, query, read) {
	let before;
	for (let count = 0; count < MOST_READINGS; count++) {
		const { found, pages } = await readOnce(client, endpoint, query, read);
		const known = before;
		const isSame = known?.size === found.size && [...found.keys()].every((id) => known.has(id));
		if (pages === 1 || isSame) return [...found.values()];
		before = found;
	}
	throw unexpected(endpoint, `a list that was another each time, read ${MOST_READINGS} times`);
}
// src/cxone/find-flows.ts
const PAGE_SIZE = "100";
const LARGEST_PAGE = "1000";
function nameOf(endpoint, entity) {
	const name = fieldOf(entity, "name");
	if (typeof name !== "string") throw unexpected(endpoint, "an entity that is no flow");
	return name;
}
async function findFlows(client, endpoint, name) {
	return readList(client, endpoint, {
		name,
		pageSize: PAGE_SIZE
	}, (entity) => nameOf(endpoint, entity) === name ? readFlow(endpoint, entity) : void 0);
}
async function findFlowsTogether({ call }, endpoint, names) {
	const { status, body } = await call({
		endpoint,
		query: { pageSize: PAGE_SIZE },
		accepts: [200, 400],
		repeat: "always"
	});
	if (status === 400) return void 0;
	const page = readPage(endpoint, body);
	if (page.next !== void 0) return void 0;
	const flows = page.entities.filter((entity) => names.has(nameOf(endpoint, entity))).map((entity) => readFlow(endpoint, entity));
	const found = new Map([...names].map((name) => [name, []]));
	for (const flow of new Map(flows.map((flow) => [flow.id, flow])).values()) found.get(flow.payload.name)?.push(flow);
	return found;
}
function readListed(endpoint, entity) {
	try {
		const flow = readFlow(endpoint, entity);
		return {
			id: flow.id,
			flow
		};
	} catch (error) {
		const [id, name] = [fieldOf(entity, "id"), fieldOf(entity, "name")];
		return {
			id: textOf(id),
			name: textOf(name),
			why: messageOf(error)
		};
	}
}
async function listFlows(client, endpoint) {
	try {
		const listed = await readList(client, endpoint, { pageSize: LARGEST_PAGE }, (entity) => readListed(endpoint, entity));
		return {
			flows: listed.flatMap((one) => "flow" in one ? [one.flow] : []),
			unreadable: listed.flatMap((one) => "flow" in one ? [] : [one])
		};
	} catch (error) {
		if (error instanceof ApiError && error.status === 400) return void 0;
		throw error;
	}
}
// src/cxone/hide-secrets.ts
const SHORTEST = 6;
const HIDDEN = "***";
function formsOf(secret) {
	const strict = encodePart(secret);
	const inForm = new URLSearchParams([["", secret]]).toString().slice(1);
	return [
		secret,
		encodeURIComponent(secret),
		strict,
		inForm,
		Buffer.from(secret).toString("base64")
	];
}
function hideInside(root, hideText) {
	let wasFound = false;
	const clean = (text) => {
		const hidden = hideText(text);
		wasFound ||= hidden !== text;
		return hidden;
	};
	const holder = { root };
	const open = [holder];
	for (let current = open.pop(); current !== void 0; current = open.pop()) for (const [key, value] of Object.entries(current)) {
		if (typeof value === "string") current[key] = clean(value);
		else if (typeof value === "object" && value !== null) open.push(value);
		if (clean(key) !== key) delete current[key];
	}
	return {
		value: holder["root"],
		wasFound
	};
}
function hideInText(text, hideText) {
	const hidden = hideText(text);
	if (!text.includes("\\")) return hidden;
	let parsed;
	try {
		parsed = JSON.parse(text);
	} catch {
		return hidden;
	}
	const { value, wasFound } = hideInside(parsed, hideText);
	if (!wasFound) return hidden;
	try {
		return JSON.stringify(value);
	} catch {
		return HIDDEN;
	}
}
function keepSecrets(credentials) {
	const forms = /* @__PURE__ */ new Set();
	const add = (given) => {
		const secret = given.toWellFormed();
		if (secret.length >= SHORTEST) for (const form of formsOf(secret)) forms.add(form);
	};
	const { clientSecret, accessKeySecret = "" } = credentials;
	for (const secret of [clientSecret, accessKeySecret]) add(secret);
	if (clientSecret.isWellFormed()) add(basicCredentials(credentials));
	const hideText = (text) => {
		let hidden = text;
		for (const form of forms) hidden = hidden.replaceAll(form, HIDDEN);
		return hidden;
	};
	const hide = (reply) => {
		const header = (name) => {
			const value = reply.header(name);
			return value === void 0 ? void 0 : hideText(value);
		};
		return {
			...reply,
			header,
			text: hideInText(reply.text, hideText)
		};
	};
	return {
		add,
		hide
	};
}
// src/cxone/read-compilation.ts
const MOST_ERRORS = 50;
const LONGEST_ERROR = 1e3;
function jsonOf(value) {
	try {
		return JSON.stringify(value);
	} catch {
		return spellValue(value);
	}
}
function readError(error) {
	const { path, message } = fieldsOf(error);
	const text = typeof message === "string" ? message : jsonOf(error);
	return {
		path: textOf(path).slice(0, LONGEST_ERROR),
		message: text.slice(0, LONGEST_ERROR).toWellFormed()
	};
}
function readErrors(value) {
	const errors = listOf(fieldsOf(value).errors);
	const told = errors.slice(0, MOST_ERRORS).map(readError);
	const rest = errors.length - told.length;
	return rest > 0 ? [...told, {
		path: "",
		message: `and ${rest} more errors`
	}] : told;
}
function readVerdict(endpoint, body) {
	const verdict = fieldOf(body, "status");
	if (verdict === "VALID") return [];
	if (verdict !== "INVALID") throw unexpected(endpoint, `the unknown verdict ${spellValue(verdict)}`);
	const errors = readErrors(body);
	return errors.length > 0 ? errors : [{
		path: "",
		message: "the tenant calls it invalid and does not say why"
	}];
}
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
	if (status === void 0) throw unexpected(endpoint, `the unknown compile state ${spellValue(word)}`);
	return {
		status,
		errors: readErrors(body)
	};
}
// src/cxone/webhooks.ts
function readWebhook(endpoint, entity) {
	const events = fieldOf(entity, "events");
	return {
		id: idOf(endpoint, entity, "a webhook"),
		name: textOf(fieldOf(entity, "name")),
		url: textOf(fieldOf(entity, "url")),
		events: Array.isArray(events) ? events.map(textOf) : [],
		httpMethod: textOf(fieldOf(entity, "httpMethod")),
		enabled: fieldOf(entity, "enabled") === true,
		createdAt: textOf(fieldOf(entity, "createdAt"))
	};
}
function makeWebhooks(client, endpoints) {
	return {
		findWebhooks: async (name) => {
			const endpoint = endpoints.listWebhooks;
			return readList(client, endpoint, { name }, (entity) => {
				const itsName = fieldOf(entity, "name");
				if (typeof itsName !== "string") throw unexpected(endpoint, "an entity that is no webhook");
				return itsName === name ? readWebhook(endpoint, entity) : void 0;
			});
		},
		createWebhook: async (webhook) => {
			const endpoint = endpoints.createWebhook;
			return idOf(endpoint, (await client.call({
				endpoint,
				body: webhook,
				accepts: [201, 200],
				repeat: "unless-arrived"
			})).body, "a webhook");
		},
		patchWebhook: async (webhookId, patch) => {
			await client.call({
				endpoint: endpoints.patchWebhook,
				path: { webhookId },
				body: patch,
				accepts: [200, 204],
				repeat: "always"
			});
		}
	};
}
// src/cxone/tenant.ts
async function createFlow({ call }, endpoint, payload) {
	return idOf(endpoint, (await call({
		endpoint,
		body: {
			...payload,
			status: "DRAFT"
		},
		accepts: [201, 200],
		repeat: "unless-arrived"
	})).body, "a flow");
}
async function compileFlow({ call }, endpoint, flowId) {
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
function openTenant(given, cancelled) {
	const { endpoints, tokenStyle } = given.api ?? DEFAULT_API;
	if (tokenStyle === "basic") given.onSecret(basicCredentials(given));
	const { add, hide } = keepSecrets(given);
	const onSecret = (secret) => {
		add(secret);
		given.onSecret(secret);
	};
	const options = {
		...given,
		onSecret,
		hide
	};
	const tokens = makeTokens(options);
	const open = (waits) => makeTenant(makeClient(options, tokens, waits), endpoints, (stop) => open(waits === void 0 ? stop : AbortSignal.any([waits, stop])));
	return {
		tenant: open(cancelled),
		undoTenant: open(),
		webhooks: makeWebhooks(makeClient(options, tokens, cancelled), endpoints),
		analytics: makeAnalytics(makeClient(options, tokens, cancelled), endpoints.queryAnalytics)
	};
}
async function lookUp({ call }, endpoint, key, id) {
	if (!fitsPath(id)) return void 0;
	const { status, body } = await call({
		endpoint,
		path: { [key]: id },
		accepts: [200, 404],
		repeat: "always"
	});
	return status === 200 ? { body } : void 0;
}
function makeTenant(client, endpoints, until) {
	const { call, tokens } = client;
	return {
		until,
		grantedScopes: async () => (await tokens.get()).scopes,
		findMedia: async (id) => await lookUp(client, endpoints.findMedia, "assetId", id) !== void 0,
		findCampaign: async (id) => {
			const found = await lookUp(client, endpoints.findCampaign, "campaignId", id);
			return found && { isActive: fieldOf(found.body, "status") === "ACTIVE" };
		},
		findFlows: async (name) => findFlows(client, endpoints.listFlows, name),
		findFlowsTogether: async (names) => findFlowsTogether(client, endpoints.listFlows, names),
		listFlows: async () => listFlows(client, endpoints.listFlows),
		getFlow: async (id) => {
			const found = await lookUp(client, endpoints.getFlow, "flowId", id);
			return found && readFlow(endpoints.getFlow, found.body);
		},
		createFlow: async (payload) => createFlow(client, endpoints.createFlow, payload),
		validateFlow: async (flowId) => {
			const endpoint = endpoints.validateFlow;
			const { body } = await call({
				endpoint,
				path: { flowId },
				accepts: [200],
				repeat: "always"
			});
			return readVerdict(endpoint, body);
		},
		compileFlow: async (flowId) => compileFlow(client, endpoints.compileFlow, flowId),
		compileState: async (flowId) => {
			const endpoint = endpoints.compileState;
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
				endpoint: endpoints.patchFlow,
				path: { flowId },
				body: patch,
				accepts: [200, 204],
				repeat: "always"
			});
		},
		deleteFlow: async (flowId) => {
			const { status } = await call({
				endpoint: endpoints.deleteFlow,
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
