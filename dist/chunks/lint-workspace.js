import { r as __toESM } from "./rolldown-runtime.js";
import { a as locate, c as atValue, d as scheduleRules, f as windowOf, i as parseJson, l as isEmptyWindow, m as nearest, n as require_ucs2length, o as pointerStep, p as computeFigures, r as spellPointer, s as atKey, t as loadRules, u as isInWindow } from "./load-rules.js";
import { L as UserError, O as compareCodePoints, S as INPUT_DEFAULTS, f as compareFindings, h as milderSeverity, v as decodeFile } from "./initial.js";
import { n as readDateTime } from "./make-payload.js";
// src/schedule/find-gaps.ts
/**
* Finds the gaps that end after `now`. Linear.
* @param rules of one campaign, in the order of `compareScheduled`, with windows that are not empty; those that are over count too
* @param now milliseconds since the epoch
*/
function findGaps(rules, now) {
	const gaps = [];
	let reached = rules[0]?.window.end ?? Number.POSITIVE_INFINITY;
	let last = [];
	let open;
	for (const { rule, window } of rules) {
		if (window.start > reached) {
			const before = [];
			if (window.start > now) gaps.push({
				span: {
					start: reached,
					end: window.start
				},
				after: last,
				before
			});
			open = {
				start: window.start,
				before
			};
		}
		if (open?.start === window.start) open.before.push(rule);
		if (window.end > reached || last.length === 0) last = [];
		if (window.end >= reached) last.push(rule);
		reached = Math.max(reached, window.end);
	}
	return gaps;
}
// src/schedule/order.ts
function compareInstants(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
/** By start, then by end, then by name and path, so that the order of the files does not matter. */
function compareScheduled(a, b) {
	return compareInstants(a.window.start, b.window.start) || compareInstants(a.window.end, b.window.end) || compareCodePoints(a.rule.payload.name, b.rule.payload.name) || compareCodePoints(a.rule.path, b.rule.path);
}
// src/schedule/in-force-list.ts
const NONE = -1;
/**
* Makes an empty doubly linked list of indices.
* @param count how many indices there are, from 0 on
*/
function makeInForceList(count) {
	const next = new Int32Array(count).fill(NONE);
	const previous = new Int32Array(count).fill(NONE);
	let [head, tail, size] = [
		NONE,
		NONE,
		0
	];
	return {
		size: () => size,
		add: (index) => {
			previous[index] = tail;
			next[index] = NONE;
			if (tail === NONE) head = index;
			else next[tail] = index;
			tail = index;
			size++;
		},
		remove: (index) => {
			const [before, after] = [previous[index] ?? NONE, next[index] ?? NONE];
			if (before === NONE) head = after;
			else next[before] = after;
			if (after === NONE) tail = before;
			else previous[after] = before;
			size--;
		},
		first: (most) => {
			const indices = [];
			for (let index = head; index !== NONE && indices.length < most; index = next[index] ?? NONE) indices.push(index);
			return indices;
		}
	};
}
/** What is in force, in a form that stays small. */
function listInForce(list, rules) {
	const listed = list.first(10).flatMap((index) => rules[index]?.rule ?? []);
	return {
		rules: listed,
		leftOut: list.size() - listed.length
	};
}
// src/schedule/sweep.ts
/** The overlaps of a rule that comes into force with those in force already, no more than there is room for. */
function overlapWith(rules, inForce, second, room) {
	return inForce.first(room).flatMap((index) => {
		const first = rules[index];
		if (first === void 0) return [];
		const end = Math.min(first.window.end, second.window.end);
		return [{
			first: first.rule,
			second: second.rule,
			span: {
				start: second.window.start,
				end
			}
		}];
	});
}
/**
* Sweeps through time.
* @param rules of one campaign, in the order of `compareScheduled`, with windows that are not empty and end after `now`
* @param now milliseconds since the epoch
* @param mostOverlaps how many overlaps are listed
*/
function sweepWindows(rules, now, mostOverlaps) {
	const endOf = (index) => rules[index]?.window.end ?? Number.POSITIVE_INFINITY;
	const byEnd = Array.from(rules, (_, index) => index).filter((index) => endOf(index) < Number.POSITIVE_INFINITY).toSorted((a, b) => endOf(a) - endOf(b));
	const inForce = makeInForceList(rules.length);
	const overlaps = [];
	const changes = [];
	const bareEnds = [];
	let [begun, ended, overlapCount] = [
		0,
		0,
		0
	];
	const begin = (upTo) => {
		for (let rule = rules[begun]; rule !== void 0 && rule.window.start <= upTo; rule = rules[begun]) {
			overlapCount += inForce.size();
			const room = mostOverlaps - overlaps.length;
			for (const overlap of overlapWith(rules, inForce, rule, room)) overlaps.push(overlap);
			inForce.add(begun++);
		}
	};
	const finish = (at) => {
		const from = ended;
		for (let index = byEnd[ended]; index !== void 0 && endOf(index) <= at; index = byEnd[ended]) {
			inForce.remove(index);
			ended++;
		}
		return byEnd.slice(from, ended);
	};
	const nextInstant = () => Math.min(rules[begun]?.window.start ?? Number.POSITIVE_INFINITY, endOf(byEnd[ended] ?? -1));
	begin(now);
	const current = listInForce(inForce, rules);
	let before = current;
	for (let at = nextInstant(); at < Number.POSITIVE_INFINITY; at = nextInstant()) {
		const over = finish(at);
		begin(at);
		const after = listInForce(inForce, rules);
		changes.push({
			at,
			from: before,
			to: after
		});
		if (inForce.size() === 0) for (const index of over.toSorted((a, b) => a - b)) {
			const rule = rules[index]?.rule;
			if (rule !== void 0) bareEnds.push({
				rule,
				at
			});
		}
		before = after;
	}
	return {
		current,
		overlaps,
		overlapsLeftOut: overlapCount - overlaps.length,
		changes,
		bareEnds
	};
}
const DAY$1 = 864e5;
/** Groups rules by campaign, campaigns sorted by id. */
function groupByCampaign(rules) {
	const groups = /* @__PURE__ */ new Map();
	for (const scheduled of rules) {
		const { campaignId } = scheduled.rule.payload;
		const group = groups.get(campaignId);
		if (group === void 0) groups.set(campaignId, [scheduled]);
		else group.push(scheduled);
	}
	return [...groups].toSorted(([a], [b]) => compareCodePoints(a, b));
}
function makeTimeline(campaignId, rules, now, { soonDays = 14, mostOverlaps = 100 }) {
	const sorted = rules.toSorted(compareScheduled);
	const real = sorted.filter(({ window }) => !isEmptyWindow(window));
	const { bareEnds, ...sweep } = sweepWindows(real.filter(({ window }) => window.end > now), now, mostOverlaps);
	return {
		campaignId,
		rules: sorted,
		...sweep,
		gaps: findGaps(real, now),
		expired: real.filter(({ window }) => window.end <= now).map(({ rule }) => rule),
		expiringSoon: bareEnds.filter(({ at }) => at <= now + soonDays * DAY$1),
		neverInForce: sorted.filter(({ window }) => isEmptyWindow(window)).map(({ rule }) => rule)
	};
}
/**
* Makes the timelines of all campaigns that have an ACTIVE rule, sorted by campaign id. The order of the rules does not
* matter.
* @param now milliseconds since the epoch
*/
function makeTimelines(rules, now, options = {}) {
	return groupByCampaign(scheduleRules(rules)).map(([campaignId, group]) => makeTimeline(campaignId, group, now, options));
}
// src/schedule/rules-in-force.ts
/**
* The ACTIVE rules of a campaign that are in force at an instant, by start, end, name and path: none, the one that
* callers meet, or several where windows overlap.
* @param at milliseconds since the epoch
*/
function rulesInForce(rules, campaignId, at) {
	return scheduleRules(rules.filter((rule) => rule.payload.campaignId === campaignId)).filter(({ window }) => isInWindow(window, at)).toSorted(compareScheduled).map(({ rule }) => rule);
}
// src/simulate/find-tested-rule.ts
const MOST_NAMED = 10;
const quote$3 = (text) => JSON.stringify(text);
function groupBy(rules, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const rule of rules) {
		const group = groups.get(keyOf(rule));
		if (group === void 0) groups.set(keyOf(rule), [rule]);
		else group.push(rule);
	}
	return groups;
}
/** Indexes rules by name and by campaign. */
function indexRules(rules) {
	return {
		byName: groupBy(rules, ({ payload }) => payload.name),
		byCampaign: groupBy(rules, ({ payload }) => payload.campaignId)
	};
}
function listRules(rules) {
	const named = rules.slice(0, MOST_NAMED).map(({ payload, path }) => `${quote$3(payload.name)} (${path})`);
	const more = rules.length - named.length;
	return named.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
function explainUnknown$1(what, name, known) {
	const meant = nearest(name, [...known]);
	return `${what} ${quote$3(name)}${meant === void 0 ? "" : `; did you mean ${quote$3(meant)}?`}`;
}
function findByName(name, test, { byName }) {
	const [rule, ...others] = byName.get(name) ?? [];
	if (rule === void 0) return {
		kind: "problem",
		message: explainUnknown$1("no rule has the name", name, byName.keys()),
		pointer: "/rule"
	};
	if (others.length > 0) return {
		kind: "problem",
		message: `several rules have the name ${quote$3(name)}: ${listRules([rule, ...others])}`,
		pointer: "/rule"
	};
	if (test.at === void 0 || isInWindow(windowOf(rule.payload), test.at)) return {
		kind: "rule",
		rule
	};
	return {
		kind: "no-rule",
		message: `the rule ${quote$3(name)} is not in force at ${new Date(test.at).toISOString()}`,
		pointer: `${test.pointer}/at`
	};
}
function findByCampaign(campaign, test, { byCampaign }, now) {
	const rules = byCampaign.get(campaign);
	if (rules === void 0) return {
		kind: "problem",
		message: explainUnknown$1("no rule is for the campaign", campaign, byCampaign.keys()),
		pointer: "/campaign"
	};
	const at = test.at ?? now;
	const pointer = test.at === void 0 ? "/campaign" : `${test.pointer}/at`;
	const [rule, ...others] = rulesInForce(rules, campaign, at);
	const when = `for the campaign ${quote$3(campaign)} at ${new Date(at).toISOString()}`;
	if (rule === void 0) return {
		kind: "no-rule",
		message: `no rule is in force ${when}`,
		pointer
	};
	if (others.length === 0) return {
		kind: "rule",
		rule
	};
	return {
		kind: "problem",
		message: `which rule a caller meets is not sure: several are in force ${when}: ${listRules([rule, ...others])}`,
		pointer
	};
}
/**
* Finds the rule that a test walks. A named rule is walked whatever its status, and whatever its dates where the test
* gives no instant; for a campaign only ACTIVE rules count, at the test's instant or at `now`.
* @param now milliseconds since the epoch
*/
function findTestedRule(test, index, now) {
	return "rule" in test.of ? findByName(test.of.rule, test, index) : findByCampaign(test.of.campaign, test, index, now);
}
// src/simulate/condition.ts
/** Two spellings of one condition; the second is what this stage goes by. */
const OTHER_SPELLINGS = /* @__PURE__ */ new Map([
	["press_hash", "press_pound"],
	["no_match", "invalid"],
	["next", "default"]
]);
const TIMEOUT = "timeout";
const INVALID = "invalid";
const DEFAULT = "default";
/** The one spelling of a condition: `press_hash` is `press_pound`, `no_match` is `invalid`, `next` is `default`. */
function canonicalCondition(condition) {
	return OTHER_SPELLINGS.get(condition) ?? condition;
}
/** Whether a condition or an input speaks of a key, those that no telephone has (`press_12`) too. */
function isKey(condition) {
	return condition.startsWith("press_");
}
/** Whether only the tenant can judge a condition: neither a key, nor `timeout`, `invalid` or `default`. */
function isCustom(condition) {
	const canonical = canonicalCondition(condition);
	return !isKey(canonical) && canonical !== "timeout" && canonical !== "invalid" && canonical !== "default";
}
// src/simulate/describe-walk.ts
/** How many transitions of one call are told; of more the last. */
const MOST_TOLD$1 = 20;
const quote$2 = (text) => JSON.stringify(text);
/** An input as it is, or in quotes where it is no plain word. */
function spellInput(input) {
	return /^[\w-]+$/.test(input) ? input : quote$2(input);
}
function describeFallback(end, from) {
	const { type, target } = end.action;
	const what = target === void 0 ? type : `${type}, target ${quote$2(target)}`;
	const why = {
		"dead-end": "which has no transitions",
		"no-match": `where nothing matches ${spellInput(end.input ?? "")}`,
		"undefined-target": "from where it was led to a node that does not exist"
	}[end.because];
	return `it ended in the fallback (${what}) after ${quote$2(from)}, ${why}`;
}
/** How a call ended, after "but". */
function describeEnd({ end, passed }) {
	if (end.in === "fallback") return describeFallback(end, passed.at(-1) ?? "");
	if (end.in === "no-rule") return "no rule was in force";
	if (end.in === "abandoned") return `the caller, out of inputs and silent once already, hung up at ${quote$2(end.at)}`;
	if (end.in !== "endless") return `it ended at ${quote$2(end.at)} (${end.in})`;
	return end.because === "loop" ? `it goes round for ever: it came to ${quote$2(end.at)} again without an input between` : `it was given up at ${quote$2(end.at)}, after more steps than are followed`;
}
function describeTaking(rule, step) {
	if (step.input === void 0) return "at once";
	const condition = rule.nodes[step.node]?.transitions[step.transition]?.condition ?? "";
	const told = step.isSilence === true ? "silence" : spellInput(step.input);
	return canonicalCondition(condition) === canonicalCondition(step.input) ? told : `${told} as ${spellInput(condition)}`;
}
/** The way of a call step by step, such as `"root" –press_1→ "sales"`; of a long one the last steps. */
function describeWay(rule, { passed, taken }) {
	const from = Math.max(0, taken.length - MOST_TOLD$1);
	const before = from === 0 ? "" : `after ${from} steps `;
	const steps = taken.slice(from).map((step, index) => {
		const target = rule.nodes[step.node]?.transitions[step.transition]?.target ?? "";
		return ` –${describeTaking(rule, step)}→ ${quote$2(passed[from + index + 1] ?? target)}`;
	});
	return `${before}${quote$2(passed[from] ?? "")}${steps.join("")}`;
}
// src/simulate/path-test.ts
/** How a call may be expected to end. */
const ENDS = [
	"queue",
	"transfer",
	"hangup",
	"fallback",
	"abandoned"
];
// src/simulate/look-at-value.ts
/** What a value is, after "not". */
function describeValue(value) {
	if (value === null) return "null";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "string") return "a text";
	if (typeof value === "number" || typeof value === "boolean") return `the ${typeof value} ${value}`;
	return "an object";
}
/** A place as the sentences call it. */
function spell(pointer) {
	return pointer === "" ? "a path test file" : spellPointer(pointer);
}
/** Whether a value is a JSON object. */
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** One problem with a value. */
function wrong(pointer, message) {
	return [{
		message: `${spell(pointer)} ${message}`,
		place: atValue(pointer)
	}];
}
/** A text that is not empty. */
const lookAtText = (value, pointer) => {
	if (typeof value !== "string") return wrong(pointer, `must be a text in quotes, not ${describeValue(value)}`);
	return value === "" ? wrong(pointer, "is empty") : [];
};
/** A text, the empty one too. */
const lookAtAnyText = (value, pointer) => typeof value === "string" ? [] : wrong(pointer, `must be a text in quotes, not ${describeValue(value)}`);
/**
* A list of texts that are not empty.
* @param whatIsEmpty what to do where the list is empty; left out where it may be
*/
function lookAtTexts(whatIsEmpty) {
	return (value, pointer) => {
		if (!Array.isArray(value)) return wrong(pointer, `must be a list of texts, not ${describeValue(value)}`);
		if (value.length === 0 && whatIsEmpty !== void 0) return wrong(pointer, `is empty: ${whatIsEmpty}`);
		return value.flatMap((text, index) => lookAtText(text, pointer + pointerStep(index)));
	};
}
/** One of the ways in which a call may be expected to end. */
const lookAtEnd = (value, pointer) => {
	if (ENDS.some((end) => end === value)) return [];
	const meant = typeof value === "string" ? nearest(value, ENDS) : void 0;
	const hint = meant === void 0 ? "" : `; did you mean ${JSON.stringify(meant)}?`;
	return wrong(pointer, `must be one of ${ENDS.map((end) => JSON.stringify(end)).join(", ")}${hint}`);
};
/** A number of steps. */
const lookAtSteps = (value, pointer) => {
	if (typeof value !== "number") return wrong(pointer, `must be a number, not ${describeValue(value)}`);
	return Number.isInteger(value) && value >= 0 ? [] : wrong(pointer, `must be a whole number from 0 on, not ${value}`);
};
/** A date-time with an offset. */
const lookAtInstant = (value, pointer) => {
	if (typeof value !== "string") return wrong(pointer, `must be a date-time in quotes, not ${describeValue(value)}`);
	const date = readDateTime(value);
	return date.kind === "instant" ? [] : wrong(pointer, `${JSON.stringify(value)} ${date.message}`);
};
// src/simulate/explain-path-tests.ts
const EXPECTATIONS = [
	"endsAt",
	"endsIn",
	"passes",
	"hears",
	"maxSteps"
];
const TEST_KEYS = {
	name: lookAtText,
	caller: lookAtTexts(),
	endsAt: lookAtText,
	endsIn: lookAtEnd,
	passes: lookAtTexts("name a node that the call passes"),
	hears: lookAtTexts("name a media asset that the caller hears"),
	maxSteps: lookAtSteps,
	at: lookAtInstant
};
const FILE_KEYS = {
	$schema: lookAtAnyText,
	rule: lookAtText,
	campaign: lookAtText,
	tests: (value, pointer) => {
		if (!Array.isArray(value)) return wrong(pointer, `must be a list, not ${describeValue(value)}`);
		if (value.length === 0) return wrong(pointer, "is empty: a path test file needs at least one test");
		return value.flatMap((test, index) => explainTest(test, pointer + pointerStep(index)));
	}
};
/** Unknown keys with the one meant, and what is wrong with the values of the known ones. */
function lookAtKeys(value, pointer, looks) {
	const known = Object.keys(looks);
	return Object.entries(value).flatMap(([key, child]) => {
		const childPointer = pointer + pointerStep(key);
		const look = Object.hasOwn(looks, key) ? looks[key] : void 0;
		if (look !== void 0) return look(child, childPointer);
		const meant = nearest(key, known);
		const hint = meant === void 0 ? `it knows ${known.join(", ")}` : `did you mean ${JSON.stringify(meant)}?`;
		return [{
			message: `${spell(pointer)} has no property ${JSON.stringify(key)}: ${hint}`,
			place: atKey(childPointer)
		}];
	});
}
/** Whether an unknown key is a near miss of a known one: then the unknown key is the cause, and what it should be is not missing. */
function isMisspelt(value, key, known) {
	return Object.keys(value).filter((name) => !known.includes(name)).some((name) => nearest(name, known) === key);
}
function lookForMissing(value, pointer, keys, known) {
	return keys.filter((key) => !Object.hasOwn(value, key) && !isMisspelt(value, key, known)).map((key) => ({
		message: `${spellPointer(pointer + pointerStep(key))} is missing`,
		place: atValue(pointer)
	}));
}
function explainTest(value, pointer) {
	if (!isObject(value)) return wrong(pointer, `must be an object, not ${describeValue(value)}`);
	const known = Object.keys(TEST_KEYS);
	const expectsSomething = EXPECTATIONS.some((key) => Object.hasOwn(value, key) || isMisspelt(value, key, known));
	return [
		...lookForMissing(value, pointer, ["name", "caller"], known),
		...expectsSomething ? [] : wrong(pointer, `expects nothing: say at least one of ${EXPECTATIONS.join(", ")}`),
		...lookAtKeys(value, pointer, TEST_KEYS)
	];
}
function lookForSubject(value, known) {
	if (Object.hasOwn(value, "rule") && Object.hasOwn(value, "campaign")) return [{
		message: "rule and campaign exclude each other: name the rule, or the campaign, that is tested",
		place: atKey("/campaign")
	}];
	if (["rule", "campaign"].some((key) => Object.hasOwn(value, key) || isMisspelt(value, key, known))) return [];
	return wrong("", "must say what is tested: \"rule\" with the name of a rule, or \"campaign\" with an id");
}
/** All that is wrong with a path test file; nothing where it is right. */
function explainPathTestFile(value) {
	if (!isObject(value)) return wrong("", `must be an object, not ${describeValue(value)}`);
	const known = Object.keys(FILE_KEYS);
	return [
		...lookForSubject(value, known),
		...lookForMissing(value, "", ["tests"], known),
		...lookAtKeys(value, "", FILE_KEYS)
	];
}
// src/simulate/read-path-tests.ts
/** The check that all problems of path tests belong to. */
const PATH_TEST = "path-test";
function makeTests(file, path) {
	const of = "rule" in file ? { rule: file.rule } : { campaign: file.campaign };
	return file.tests.map(({ name, caller, at, ...expects }, index) => {
		const date = at === void 0 ? void 0 : readDateTime(at);
		const instant = date?.kind === "instant" ? { at: Date.parse(date.iso) } : {};
		return {
			path,
			pointer: `/tests${pointerStep(index)}`,
			name,
			of,
			caller,
			expects,
			...instant
		};
	});
}
/** Reads one file's text as path tests, or says all that is wrong with it; every problem is one of check `path-test`. */
function readPathTests(text, path) {
	if (text.trim() === "") return {
		tests: [],
		problems: [{
			check: PATH_TEST,
			path,
			message: "the file is empty: path tests are expected",
			place: { line: 1 }
		}]
	};
	const parsed = parseJson(text, path);
	const found = parsed.problems ?? explainPathTestFile(parsed.value);
	if (parsed.problems !== void 0 || found.length > 0) return {
		tests: [],
		problems: found.map((problem) => ({
			...problem,
			check: PATH_TEST,
			path
		}))
	};
	return {
		tests: makeTests(parsed.value, path),
		problems: []
	};
}
/** Loads path test files. The result is sorted by path, whatever the order of the files. */
function loadPathTests(files) {
	const tests = [];
	const problems = [];
	const texts = /* @__PURE__ */ new Map();
	const sorted = files.toSorted((a, b) => compareCodePoints(a.path, b.path));
	for (const file of sorted) {
		const text = decodeFile(file);
		if (typeof text !== "string") {
			problems.push({
				...text,
				check: PATH_TEST
			});
			continue;
		}
		texts.set(file.path, text);
		const read = readPathTests(text, file.path);
		for (const test of read.tests) tests.push(test);
		for (const problem of read.problems) problems.push(problem);
	}
	return {
		files: sorted.map((file) => file.path),
		tests,
		problems,
		textOf: (path) => texts.get(path)
	};
}
// src/simulate/judge-walk.ts
const quote$1 = (text) => JSON.stringify(text);
const ENDINGS = {
	queue: "end in a queue",
	transfer: "end in a transfer",
	hangup: "end in a hangup",
	fallback: "end in the fallback",
	abandoned: "be abandoned by the caller"
};
/** A failure of a test, at a place in it. */
function failAt(test, pointer, message) {
	return {
		check: PATH_TEST,
		path: test.path,
		message: `${quote$1(test.name)}: ${message}`,
		place: atValue(pointer)
	};
}
/** The index of the first of some texts that does not come in its turn, or -1 where all do. */
function firstMissing(wanted, came) {
	let from = 0;
	for (const [index, text] of wanted.entries()) {
		const found = came.indexOf(text, from);
		if (found < 0) return index;
		from = found + 1;
	}
	return -1;
}
/** "did you mean", where a text is none of those that there are. */
function hintAt(text, known) {
	const meant = known.includes(text) ? void 0 : nearest(text, known);
	return meant === void 0 ? "" : ` (did you mean ${quote$1(meant)}?)`;
}
function judgeEnd({ test, rule, walk, happened }) {
	const { endsAt, endsIn } = test.expects;
	const failures = [];
	if (endsAt !== void 0 && endsAt !== walk.end.at) {
		const { target } = rule.fallbackAction;
		const known = [...rule.nodes.map(({ id }) => id), ...target === void 0 ? [] : [target]];
		const wanted = `expected the call to end at ${quote$1(endsAt)}${hintAt(endsAt, known)}`;
		failures.push(failAt(test, `${test.pointer}/endsAt`, `${wanted}, but ${happened()}`));
	}
	if (endsIn !== void 0 && endsIn !== walk.end.in) {
		const wanted = `expected the call to ${ENDINGS[endsIn]}`;
		failures.push(failAt(test, `${test.pointer}/endsIn`, `${wanted}, but ${happened()}`));
	}
	return failures;
}
/** Looks for texts that come in order: the nodes of `passes`, the media assets of `hears`. */
function judgeOrder({ test, happened }, key, came, known) {
	const wanted = test.expects[key] ?? [];
	const missing = firstMissing(wanted, came);
	const text = wanted[missing];
	if (text === void 0) return [];
	const what = key === "passes" ? "the call to pass" : "the caller to hear";
	const before = wanted[missing - 1];
	const after = before === void 0 ? "" : ` after ${quote$1(before)}`;
	const heard = key === "passes" ? "" : ` Heard: ${came.map(quote$1).join(", ") || "nothing"}.`;
	const message = `expected ${what} ${quote$1(text)}${hintAt(text, known)}${after}, but ${happened()}${heard}`;
	return [failAt(test, `${test.pointer}/${key}${pointerStep(missing)}`, message)];
}
function judgeSteps({ test, walk, happened }) {
	const { maxSteps } = test.expects;
	const steps = walk.taken.length;
	if (maxSteps === void 0 || steps <= maxSteps) return [];
	const message = `expected at most ${maxSteps} ${maxSteps === 1 ? "step" : "steps"}, but it took ${steps}: ${happened()}`;
	return [failAt(test, `${test.pointer}/maxSteps`, message)];
}
/** An input that the call never came to: the first of them stands for all. */
function judgeLeftOver({ test, rule, walk, happened }) {
	const left = test.caller[walk.usedInputs];
	if (left === void 0) return [];
	const conditions = rule.nodes.flatMap(({ transitions }) => transitions.map(({ condition }) => condition));
	const hint = isCustom(left) ? hintAt(left, [...new Set(conditions)]) : "";
	const message = `the input ${quote$1(left)}${hint} was left over: ${happened()}`;
	return [failAt(test, `${test.pointer}/caller${pointerStep(walk.usedInputs)}`, message)];
}
/**
* Compares what a test expects with what became of the call. Nothing is returned where all is as expected; a call
* without an end always fails, and so does an input that was left over.
*/
function judgeWalk(test, rule, walk) {
	const happened = () => `${describeEnd(walk)}. The way: ${describeWay(rule, walk)}.`;
	if (walk.end.in === "endless") return [failAt(test, `${test.pointer}/caller`, `no end: ${happened()}`)];
	const judgement = {
		test,
		rule,
		walk,
		happened
	};
	const ids = rule.nodes.map(({ id }) => id);
	const media = rule.nodes.flatMap(({ mediaAssetId }) => mediaAssetId ?? []);
	return [
		...judgeEnd(judgement),
		...judgeOrder(judgement, "passes", walk.passed, ids),
		...judgeOrder(judgement, "hears", walk.heard, media),
		...judgeSteps(judgement),
		...judgeLeftOver(judgement)
	];
}
// src/simulate/decide-move.ts
/** What a node does with a call, which its type and its conditions tell. */
function arrivalAt({ type, transitions }) {
	if (type === "hangup") return "ends";
	if (type === "transfer" || type === "queue") return "hands-over";
	if (transitions.length === 0) return "dead-end";
	return transitions.every(({ condition }) => canonicalCondition(condition) === "default") ? "goes-on" : "waits";
}
/** The index of the first transition with one of some conditions, the first condition before the others; -1 for none. */
function findTransition(node, wanted) {
	for (const condition of wanted) {
		const found = node.transitions.findIndex((transition) => canonicalCondition(transition.condition) === condition);
		if (found >= 0) return found;
	}
	return -1;
}
/**
* The index of the transition that a waiting node takes for an input: the condition itself; `invalid` for a key that
* matches nothing; then `default`. -1 where nothing matches.
*/
function matchInput(node, input) {
	const canonical = canonicalCondition(input);
	return findTransition(node, isKey(canonical) ? [
		canonical,
		INVALID,
		DEFAULT
	] : [canonical, DEFAULT]);
}
/**
* The index of the transition over which a transfer or queue goes on: the one that names the input, or `default` for a
* condition of the tenant's own. -1 where the input is none of its business, and the call ends there.
*/
function matchHandOver(node, input) {
	const canonical = canonicalCondition(input);
	return findTransition(node, isCustom(canonical) ? [canonical, DEFAULT] : [canonical]);
}
/**
* Decides what comes next at a node.
* @param input what the caller, or the tenant, does next; undefined where nothing more is told
*/
function decideMove(node, input) {
	const arrival = arrivalAt(node);
	if (arrival === "ends") return { kind: "end" };
	if (arrival === "dead-end") return {
		kind: "fallback",
		because: "dead-end"
	};
	if (arrival === "goes-on") return {
		kind: "go",
		transition: 0,
		takesInput: false
	};
	if (arrival === "hands-over") {
		const transition = input === void 0 ? -1 : matchHandOver(node, input);
		return transition < 0 ? { kind: "end" } : {
			kind: "go",
			transition,
			takesInput: true
		};
	}
	if (input === void 0) return { kind: "wait" };
	const transition = matchInput(node, input);
	if (transition < 0) return {
		kind: "fallback",
		because: "no-match"
	};
	return {
		kind: "go",
		transition,
		takesInput: true
	};
}
// src/simulate/walk-rule.ts
/** More transitions than any caller has patience for; it bounds what one test can cost. */
const STEP_LIMIT = 1e3;
function fallback({ fallbackAction }, from, because, input) {
	return {
		in: "fallback",
		at: fallbackAction.target ?? from,
		action: fallbackAction,
		because,
		...because === "no-match" && input !== void 0 ? { input } : {}
	};
}
/** The ids of a rule; where two nodes share one, it means the first, as in the graph. */
function indexNodes(nodes) {
	const indexOf = /* @__PURE__ */ new Map();
	nodes.forEach(({ id }, index) => {
		if (!indexOf.has(id)) indexOf.set(id, index);
	});
	return indexOf;
}
/**
* Walks a rule as one caller.
*
* - The call starts at the first node. The media asset of every node that it comes to is heard, each time anew.
* - A hangup ends the call. A greeting or dtmf without transitions ends it in the fallback, without waiting.
* - A greeting or dtmf whose only transition is `default` goes on without waiting and uses no input. With any other
*   transitions it waits for one input: a condition of the tenant's own, told by the inputs, counts as one too.
* - At a waiting node the input takes the transition that names it (`press_hash` is `press_pound`, `no_match` is
*   `invalid`, `next` is `default`; of two that name it the first). Where none does, a key takes `invalid`, then
*   `default`; all else takes `default`; and where that is missing too, the call ends in the fallback.
* - A transfer or queue ends the call, unless the next input is named by one of its transitions, or is a condition of
*   the tenant's own and it has a `default`: then that transition is taken. `default` alone is never taken there without
*   an input, since all is taken to go well.
* - A transition to an id that no node has ends the call in the fallback: nothing is there to go on with.
* - A caller without inputs left is silent: one `timeout`. At the next waiting node after that the caller hangs up.
* - A call that comes to a node twice without an input between goes round for ever: `endless`.
*
* @param inputs what happens, one condition an input
*/
function walkRule(rule, inputs, { stepLimit = STEP_LIMIT } = {}) {
	const indexOf = indexNodes(rule.nodes);
	const passed = [];
	const heard = [];
	const taken = [];
	let sinceInput = /* @__PURE__ */ new Set();
	let usedInputs = 0;
	let isSilent = false;
	let at = 0;
	const finish = (end) => ({
		passed,
		heard,
		taken,
		end,
		usedInputs
	});
	for (let node = rule.nodes[at]; node !== void 0; node = rule.nodes[at]) {
		passed.push(node.id);
		if (node.mediaAssetId !== void 0) heard.push(node.mediaAssetId);
		if (sinceInput.has(at)) return finish({
			in: "endless",
			at: node.id,
			because: "loop"
		});
		sinceInput.add(at);
		const told = inputs[usedInputs];
		const fallsSilent = told === void 0 && !isSilent && arrivalAt(node) === "waits";
		const input = fallsSilent ? TIMEOUT : told;
		const move = decideMove(node, input);
		if (fallsSilent) isSilent = true;
		if (move.kind === "end") return finish({
			in: endOf(node),
			at: node.id
		});
		if (move.kind === "wait") return finish({
			in: "abandoned",
			at: node.id
		});
		if (move.kind === "fallback") {
			if (move.because === "no-match" && !fallsSilent) usedInputs++;
			return finish(fallback(rule, node.id, move.because, input));
		}
		if (taken.length >= stepLimit) return finish({
			in: "endless",
			at: node.id,
			because: "step-limit"
		});
		taken.push({
			node: at,
			transition: move.transition,
			...move.takesInput && input !== void 0 ? { input } : {},
			...fallsSilent ? { isSilence: true } : {}
		});
		if (move.takesInput) {
			sinceInput = /* @__PURE__ */ new Set();
			if (!fallsSilent) usedInputs++;
		}
		const next = indexOf.get(node.transitions[move.transition]?.target ?? "");
		if (next === void 0) return finish(fallback(rule, node.id, "undefined-target"));
		at = next;
	}
	return finish(fallback(rule, "", "dead-end"));
}
/** How a call ends at a node at which it can end. */
function endOf({ type }) {
	return type === "queue" || type === "transfer" ? type : "hangup";
}
// src/simulate/run-path-tests.ts
/** A call that finds no rule: right only where that is all that the test expects. */
function judgeNoRule(test, found) {
	const { endsAt, ...others } = test.expects;
	if (endsAt !== "no-rule") return [failAt(test, found.pointer, `expected a call, but ${found.message}`)];
	return Object.keys(others).map((key) => failAt(test, `${test.pointer}/${key}`, `${key} expects a call, but ${found.message}`));
}
/** Whether a test says that no rule may be in force; a node may have that id where a rule is walked whatever its dates. */
function expectsNoRule(test) {
	return test.expects.endsAt === "no-rule" && ("campaign" in test.of || test.at !== void 0);
}
function failForRule(test, rule, now) {
	const message = `expected no rule to be in force at ${new Date(test.at ?? now).toISOString()}, but ${JSON.stringify(rule.payload.name)} (${rule.path}) is`;
	return failAt(test, `${test.pointer}/endsAt`, message);
}
function runOne(test, found, now) {
	const conclude = (failures) => ({
		test,
		passed: failures.length === 0,
		failures
	});
	if (found.kind === "problem") {
		const { message, pointer } = found;
		return conclude([{
			check: PATH_TEST,
			path: test.path,
			message,
			place: atValue(pointer)
		}]);
	}
	if (found.kind === "no-rule") return conclude(judgeNoRule(test, found));
	const { rule } = found;
	if (expectsNoRule(test)) return conclude([failForRule(test, rule, now)]);
	const walk = walkRule(rule.payload, test.caller);
	return {
		...conclude(judgeWalk(test, rule.payload, walk)),
		walked: {
			rule,
			walk
		}
	};
}
/**
* Runs path tests.
* @param tests in the order in which the results are wanted
* @param rules all desired rules
* @param now milliseconds since the epoch: the instant of a call to a campaign where its test gives none
*/
function runPathTests(tests, rules, now) {
	const index = indexRules(rules);
	return tests.map((test) => runOne(test, findTestedRule(test, index, now), now));
}
/** All failures of some results. What is wrong with a whole file, such as a rule that does not exist, comes once. */
function listFailures(results) {
	const seen = /* @__PURE__ */ new Set();
	return results.flatMap(({ failures }) => failures.filter(({ path, message, place }) => {
		const key = JSON.stringify([
			path,
			message,
			place
		]);
		const isNew = !seen.has(key);
		seen.add(key);
		return isNew;
	}));
}
// src/lint/checks/expired-suppression.ts
const expiredSuppression = {
	id: "expired-suppression",
	severity: "error",
	finds: "a suppression in the config file that is over, and so suppresses nothing",
	isNeverSuppressed: true
};
// src/lint/checks/unused-suppression.ts
const unusedSuppression = {
	id: "unused-suppression",
	severity: "warning",
	finds: "a suppression in the config file that speaks of no finding",
	isNeverSuppressed: true
};
// src/lint/suppress.ts
/** Indexes rules by name; two of one name are an error, but there all the same. */
function indexByName(rules) {
	const index = /* @__PURE__ */ new Map();
	for (const rule of rules) {
		const same = index.get(rule.payload.name);
		if (same === void 0) index.set(rule.payload.name, [rule]);
		else same.push(rule);
	}
	return index;
}
/** Whether a suppression is over at an instant (milliseconds since the epoch). */
function isExpired({ until }, now) {
	return now >= until;
}
/** A file, or a node in it, as the key of a set. */
function placeKey(path, node = "") {
	return `${node} ${path}`;
}
/** The places that a suppression speaks of: the rule's file, or the node's place in it. */
function placesOf({ rule, node }, rules) {
	const named = rules.get(rule) ?? [];
	if (node === void 0) return new Set(named.map(({ path }) => placeKey(path)));
	const nodes = named.flatMap(({ path, payload }) => payload.nodes.map(({ id }, index) => ({
		id,
		key: placeKey(path, `/nodes/${index}`)
	})));
	return new Set(nodes.filter(({ id }) => id === node).map(({ key }) => key));
}
/** The places that a finding stands at: its file, and where it stands in a node that node's place. */
function placesOfFinding({ path, pointer }) {
	const [node] = /^\/nodes\/\d+/.exec(pointer) ?? [];
	return [placeKey(path), ...node === void 0 ? [] : [placeKey(path, node)]];
}
/**
* Suppresses findings. One is suppressed by a suppression of its check whose rule stands in its file and, where a node is
* named, whose node the finding stands in.
* @param suppressions those that are not over
*/
function suppressFindings(findings, suppressions, rules) {
	const byCheck = /* @__PURE__ */ new Map();
	for (const suppression of suppressions) {
		const entry = {
			suppression,
			places: placesOf(suppression, rules)
		};
		const same = byCheck.get(suppression.check);
		if (same === void 0) byCheck.set(suppression.check, [entry]);
		else same.push(entry);
	}
	const used = /* @__PURE__ */ new Set();
	const kept = [];
	const suppressed = [];
	for (const finding of findings) {
		const places = placesOfFinding(finding);
		const matching = (byCheck.get(finding.check) ?? []).filter((entry) => places.some((place) => entry.places.has(place)));
		for (const { suppression } of matching) used.add(suppression);
		const [first] = matching;
		if (first === void 0) kept.push(finding);
		else suppressed.push({
			finding,
			suppression: first.suppression
		});
	}
	return {
		kept,
		suppressed,
		used
	};
}
// src/lint/explain-suppressions.ts
const quote = (text) => JSON.stringify(text);
function hint(word, known) {
	const meant = nearest(word, [...known]);
	return meant === void 0 ? "" : `; did you mean ${quote(meant)}?`;
}
/** Which part of a suppression that suppresses nothing is wrong, and why; undefined where that cannot be known. */
function explainUnused({ check, rule, node }, { rules, isComplete, checks }, isOff) {
	if (!checks.has(check)) return {
		part: "/check",
		message: `there is no check ${quote(check)}${hint(check, checks)}`
	};
	const named = rules.get(rule);
	if (named === void 0) {
		if (!isComplete) return void 0;
		return {
			part: "/rule",
			message: `no rule has the name ${quote(rule)}${hint(rule, rules.keys())}`
		};
	}
	const ids = named.flatMap(({ payload }) => payload.nodes.map(({ id }) => id));
	if (node !== void 0 && !ids.includes(node)) return {
		part: "/node",
		message: `rule ${quote(rule)} has no node ${quote(node)}${hint(node, ids)}`
	};
	if (isOff) return {
		part: "",
		message: `check ${quote(check)} is off, so there is nothing to suppress`
	};
	const where = node === void 0 ? `rule ${quote(rule)}` : `node ${quote(node)} of rule ${quote(rule)}`;
	return {
		part: "",
		message: `check ${quote(check)} finds nothing in ${where}: remove this suppression`
	};
}
function tellExpired(path, { pointer, check, rule, expires }) {
	return {
		check: expiredSuppression.id,
		path,
		message: `this suppression of ${quote(check)} in rule ${quote(rule)} was valid until ${quote(expires)}: remove it, or give it a new reason and date`,
		place: atValue(`${pointer}/expires`)
	};
}
/**
* Tells which suppressions are over, and which of the others suppress nothing.
* @param used those that suppress a finding
*/
function explainSuppressions({ path, suppressions, severities }, used, scope) {
	return suppressions.flatMap((suppression) => {
		if (isExpired(suppression, scope.now)) return [tellExpired(path, suppression)];
		if (used.has(suppression)) return [];
		const unused = explainUnused(suppression, scope, severities.get(suppression.check) === "off");
		if (unused === void 0) return [];
		const place = atValue(suppression.pointer + unused.part);
		return [{
			check: unusedSuppression.id,
			path,
			message: unused.message,
			place
		}];
	});
}
// src/lint/place-problems.ts
/** Makes the weighing of problems. A check that is not known weighs an error. */
function weighBy(checks, { severities }) {
	const ownOf = new Map(checks.map(({ id, severity }) => [id, severity]));
	return ({ check, severity: own }) => {
		const weight = severities.get(check) ?? ownOf.get(check) ?? "error";
		return weight === "off" || own === void 0 ? weight : milderSeverity(weight, own);
	};
}
function groupByPath(problems) {
	const groups = /* @__PURE__ */ new Map();
	for (const problem of problems) {
		const group = groups.get(problem.path);
		if (group === void 0) groups.set(problem.path, [problem]);
		else group.push(problem);
	}
	return groups;
}
function placeInFile(path, text, problems, weigh) {
	const ranges = locate(text, problems.map((problem) => problem.place));
	return problems.flatMap((problem, index) => {
		const severity = weigh(problem);
		if (severity === "off") return [];
		const range = ranges[index] ?? {
			line: 1,
			column: 1,
			endLine: 1,
			endColumn: 1
		};
		const pointer = "pointer" in problem.place ? problem.place.pointer : "";
		return [{
			check: problem.check,
			severity,
			path,
			...range,
			pointer,
			message: problem.message
		}];
	});
}
/**
* Places problems; those of a check that is off are left out.
* @param textOf the text of a file
* @returns by path, and within a file in the order of the problems
*/
function placeProblems(problems, textOf, weigh) {
	return [...groupByPath(problems)].toSorted(([a], [b]) => compareCodePoints(a, b)).flatMap(([path, group]) => placeInFile(path, textOf(path), group, weigh));
}
// src/lint/checks/duplicate-key.ts
const duplicateKey = {
	id: "duplicate-key",
	severity: "error",
	finds: "a key that stands twice in one JSON object, of which a parser silently keeps one",
	isFixed: true
};
// src/lint/checks/duplicate-node-id.ts
const duplicateNodeId = {
	id: "duplicate-node-id",
	severity: "error",
	finds: "two nodes of one rule with the same id",
	lookAtRule: ({ rule, figures }) => {
		const first = /* @__PURE__ */ new Map();
		return figures.graph.ids.flatMap((id, index) => {
			const before = first.get(id);
			if (before === void 0) {
				first.set(id, index);
				return [];
			}
			const message = `node id ${JSON.stringify(id)} is taken: nodes[${before}] has it already`;
			return [{
				check: "duplicate-node-id",
				path: rule.path,
				message,
				place: atValue(`/nodes/${index}/id`)
			}];
		});
	}
};
// src/lint/checks/duplicate-rule-name.ts
const duplicateRuleName = {
	id: "duplicate-rule-name",
	severity: "error",
	finds: "two rule files with one name",
	isFixed: true,
	lookAtAll: (subjects) => {
		const first = /* @__PURE__ */ new Map();
		return subjects.flatMap(({ rule }) => {
			const { name } = rule.payload;
			const before = first.get(name);
			if (before === void 0) {
				first.set(name, rule.path);
				return [];
			}
			const message = `the name ${JSON.stringify(name)} is taken: ${JSON.stringify(before)} has it already, and a name can be deployed once only`;
			return [{
				check: "duplicate-rule-name",
				path: rule.path,
				message,
				place: atValue("/name")
			}];
		});
	}
};
// src/lint/checks/max-depth.ts
const MOST_NODES_SHOWN$1 = 40;
/** A path as text; a long one is cut in its middle, and says by how much. */
function spellPath(ids) {
	if (ids.length <= MOST_NODES_SHOWN$1) return ids.join(" → ");
	const half = MOST_NODES_SHOWN$1 / 2;
	const left = ids.length - MOST_NODES_SHOWN$1;
	return [
		...ids.slice(0, half),
		`(${left} more)`,
		...ids.slice(-20)
	].join(" → ");
}
const maxDepth = {
	id: "max-depth",
	severity: "error",
	finds: "a rule whose longest way without repetition has more transitions than `max-depth` allows",
	lookAtRule: ({ rule, figures }, settings) => {
		const { depth, upperBound, path } = figures.depth;
		const limit = settings.maxDepth;
		if (upperBound <= limit) return [];
		const isProved = depth > limit;
		const way = spellPath(path.map((node) => figures.graph.ids[node] ?? ""));
		const message = isProved ? `the longest way has ${depth} transitions, the limit is ${limit}: ${way}` : `the longest way found has ${depth} transitions, but one of up to ${upperBound} could not be ruled out; the limit is ${limit}`;
		const last = path.at(-1) ?? 0;
		return [{
			check: "max-depth",
			path: rule.path,
			message,
			place: atValue(`/nodes/${last}`),
			...isProved ? {} : { severity: "warning" }
		}];
	}
};
// src/lint/checks/path-test.ts
const pathTest = {
	id: PATH_TEST,
	severity: "error",
	finds: "a path test that fails, or a path test file that cannot be read",
	isNeverSuppressed: true
};
// src/lint/checks/rule-files.ts
const ruleFiles = {
	id: "rule-files",
	severity: "error",
	isFixed: true,
	finds: "a place that input `rules` matches and that cannot be read as a file, or no rule file at all"
};
// src/lint/checks/schema.ts
const schema = {
	id: "schema",
	severity: "error",
	finds: "a document that does not have the shape of a rule",
	isFixed: true
};
// src/lint/checks/syntax.ts
const syntax = {
	id: "syntax",
	severity: "error",
	finds: "a file that is no JSON document in UTF-8",
	isFixed: true
};
// src/lint/checks/trap.ts
const MOST_NODES_SHOWN = 20;
const trap = {
	id: "trap",
	severity: "error",
	finds: "a loop from which no transition leads to an end of the call",
	lookAtRule: ({ rule, figures }) => figures.traps.map((loop) => {
		const shown = loop.slice(0, MOST_NODES_SHOWN).map((node) => JSON.stringify(figures.graph.ids[node] ?? ""));
		const more = loop.length > shown.length ? ` and ${loop.length - shown.length} more` : "";
		return {
			check: "trap",
			path: rule.path,
			message: `callers who come to ${shown.join(", ")}${more} go round for ever: no transition leads on to a hangup, a queue, a transfer or a last node`,
			place: atValue(`/nodes/${loop[0] ?? 0}`)
		};
	})
};
// src/lint/checks/undefined-target.ts
/** A hint compares a target with every id, so only so many of a rule's targets get one. */
const MOST_HINTS = 20;
const undefinedTarget = {
	id: "undefined-target",
	severity: "error",
	finds: "a transition to a node that does not exist",
	lookAtRule: ({ rule, figures }) => figures.undefinedTargets.map(({ node, transition, target }, index) => {
		const { id, transitions } = rule.payload.nodes[node] ?? {
			id: "",
			transitions: []
		};
		const condition = transitions[transition]?.condition ?? "";
		const meant = index < MOST_HINTS ? nearest(target, figures.graph.ids) : void 0;
		const hint = meant === void 0 ? "" : `; did you mean ${JSON.stringify(meant)}?`;
		const what = target === "" ? "nowhere: its target is empty" : `to ${JSON.stringify(target)}, which no node has as its id`;
		return {
			check: "undefined-target",
			path: rule.path,
			message: `on ${JSON.stringify(condition)} node ${JSON.stringify(id)} leads ${what}${hint}`,
			place: atValue(`/nodes/${node}/transitions/${transition}/target`)
		};
	})
};
// src/lint/checks/unreachable-node.ts
const unreachableNode = {
	id: "unreachable-node",
	severity: "warning",
	finds: "a node that no way from the entry leads to",
	lookAtRule: ({ rule, figures }) => {
		const { ids } = figures.graph;
		const first = new Map(ids.map((id, index) => [id, index]).toReversed());
		return figures.unreachable.filter((node) => first.get(ids[node] ?? "") === node).map((node) => ({
			check: "unreachable-node",
			path: rule.path,
			message: `no caller can reach node ${JSON.stringify(figures.graph.ids[node] ?? "")}: no way leads to it from the entry ${JSON.stringify(figures.graph.ids[0] ?? "")}`,
			place: atValue(`/nodes/${node}/id`)
		}));
	}
};
// src/lint/checks/window-ambiguous.ts
const windowAmbiguous = {
	id: "window-ambiguous",
	severity: "error",
	finds: "an effective or expiration date that is a local time without an offset",
	isFixed: true
};
// src/schedule/spell-span.ts
/** An instant such as `2027-11-01 00:00 UTC`; seconds, and their fraction, only where they are not zero. */
function spellInstant(at) {
	const [date = "", time = ""] = new Date(at).toISOString().slice(0, -1).split("T");
	return `${date} ${time.replace(/(?::00)?\.000$/, "")} UTC`;
}
/** A span after "in force": `from … to …`, `from … on`, `until …` or `always`. */
function spellSpan({ start, end }) {
	const begins = Number.isFinite(start);
	if (!Number.isFinite(end)) return begins ? `from ${spellInstant(start)} on` : "always";
	return begins ? `from ${spellInstant(start)} to ${spellInstant(end)}` : `until ${spellInstant(end)}`;
}
// src/lint/checks/window-expired.ts
const windowExpired = {
	id: "window-expired",
	severity: "warning",
	finds: "an active rule whose window is over",
	lookAtTimelines: (timelines) => timelines.flatMap(({ expired }) => expired.map(({ path, payload }) => {
		return {
			check: "window-expired",
			path,
			message: `this rule expired at ${spellInstant(windowOf(payload).end)}: no caller meets it any more`,
			place: atValue("/expirationDate")
		};
	}))
};
// src/lint/checks/window-expires-soon.ts
const windowExpiresSoon = {
	id: "window-expires-soon",
	severity: "warning",
	finds: "an active rule that expires within 14 days and that no rule of its campaign follows",
	lookAtTimelines: (timelines, { soonDays }) => timelines.flatMap(({ campaignId, expiringSoon, gaps }) => {
		const gapStarts = new Set(gaps.map(({ span }) => span.start));
		return expiringSoon.filter(({ at }) => !gapStarts.has(at)).map(({ rule, at }) => {
			const message = `this rule expires at ${spellInstant(at)}, within ${soonDays} ${soonDays === 1 ? "day" : "days"}, and no rule of campaign ${JSON.stringify(campaignId)} follows`;
			return {
				check: "window-expires-soon",
				path: rule.path,
				message,
				place: atValue("/expirationDate")
			};
		});
	})
};
// src/schedule/name-rule.ts
/** The name in quotes, and the file: `"Main-Menu" (rules/main-menu.json)`. */
function nameRule({ payload, path }) {
	return `${JSON.stringify(payload.name)} (${path})`;
}
// src/lint/checks/window-gap.ts
const windowGap = {
	id: "window-gap",
	severity: "warning",
	finds: "a span between two windows of a campaign in which no rule is in force",
	lookAtTimelines: (timelines) => timelines.flatMap(({ campaignId, gaps }) => gaps.flatMap(({ span, after, before }) => {
		const [last] = after;
		const [next] = before;
		if (last === void 0 || next === void 0) return [];
		const message = `no rule of campaign ${JSON.stringify(campaignId)} is in force ${spellSpan(span)}, after ${nameRule(last)} and before this rule`;
		return [{
			check: "window-gap",
			path: next.path,
			message,
			place: atValue("/effectiveDate")
		}];
	}))
};
// src/lint/checks/window-inverted.ts
const windowInverted = {
	id: "window-inverted",
	severity: "error",
	finds: "a rule that expires when it becomes effective, or before, and so is never in force",
	lookAtRule: ({ rule }) => {
		const { effectiveDate, expirationDate } = rule.payload;
		if (effectiveDate === void 0 || expirationDate === void 0) return [];
		const window = windowOf(rule.payload);
		if (!isEmptyWindow(window)) return [];
		const [start, end] = [spellInstant(window.start), spellInstant(window.end)];
		const message = `${window.start === window.end ? `effectiveDate and expirationDate are one instant, ${start}` : `expirationDate ${end} is before effectiveDate ${start}`}: the rule is never in force`;
		return [{
			check: "window-inverted",
			path: rule.path,
			message,
			place: atValue("/expirationDate")
		}];
	}
};
// src/lint/checks/window-overlap.ts
const CHECK = "window-overlap";
function tellOverlap({ first, second, span }) {
	const { path, payload } = second;
	const message = `this rule and ${nameRule(first)} are both in force ${spellSpan(span)}, and a caller of campaign ${JSON.stringify(payload.campaignId)} can meet one only`;
	const pointer = payload.effectiveDate === void 0 ? "/campaignId" : "/effectiveDate";
	return {
		check: CHECK,
		path,
		message,
		place: atValue(pointer)
	};
}
/**
* How many overlaps are not listed, told at the campaign's first rule: no overlap is told there, so no suppression of one
* can hide it.
*/
function tellLeftOut({ campaignId, rules, overlapsLeftOut }) {
	const [first] = rules;
	if (overlapsLeftOut === 0 || first === void 0) return [];
	const message = `campaign ${JSON.stringify(campaignId)} has ${overlapsLeftOut} more overlaps, which are not listed`;
	return [{
		check: CHECK,
		path: first.rule.path,
		message,
		place: atValue("/campaignId")
	}];
}
/** Each pair once. That two rules of one name overlap follows from `duplicate-rule-name`. */
function tellOverlaps(timeline) {
	return [...timeline.overlaps.filter(({ first, second }) => first.payload.name !== second.payload.name).map(tellOverlap), ...tellLeftOut(timeline)];
}
// src/lint/registry.ts
const CHECKS = [
	duplicateKey,
	duplicateNodeId,
	duplicateRuleName,
	expiredSuppression,
	maxDepth,
	pathTest,
	ruleFiles,
	schema,
	syntax,
	trap,
	undefinedTarget,
	unreachableNode,
	unusedSuppression,
	windowAmbiguous,
	windowExpired,
	windowExpiresSoon,
	windowGap,
	windowInverted,
	{
		id: CHECK,
		severity: "error",
		finds: "two active rules of one campaign that are in force at the same time",
		lookAtTimelines: (timelines) => timelines.flatMap(tellOverlaps)
	}
];
// src/lint/lint-rules.ts
/** All problems of the rules and the path tests. */
function findProblems({ rules, pathTests, problems = [] }, { subjects, timelines, results }, settings) {
	const found = [
		problems,
		rules.problems,
		pathTests.problems,
		listFailures(results)
	];
	for (const check of CHECKS) {
		for (const subject of subjects) found.push(check.lookAtRule?.(subject, settings) ?? []);
		found.push(check.lookAtAll?.(subjects, settings) ?? []);
		found.push(check.lookAtTimelines?.(timelines, settings) ?? []);
	}
	return found.flat();
}
/** Runs every check over loaded rules, and every path test; then severities and suppressions are applied. */
function lintRules(input, settings) {
	const { rules, pathTests, config } = input;
	const subjects = rules.rules.map((rule) => ({
		rule,
		figures: computeFigures(rule.payload.nodes)
	}));
	const timelines = makeTimelines(rules.rules, settings.now, settings);
	const results = runPathTests(pathTests.tests, rules.rules, settings.now);
	const problems = findProblems(input, {
		subjects,
		timelines,
		results
	}, settings);
	const textOf = (path) => rules.textOf(path) ?? pathTests.textOf(path) ?? "";
	const weigh = weighBy(CHECKS, config);
	const byName = indexByName(rules.rules);
	const { kept, suppressed, used } = suppressFindings(placeProblems(problems, textOf, weigh), config.suppressions.filter((suppression) => !isExpired(suppression, settings.now)), byName);
	const stale = explainSuppressions(config, used, {
		rules: byName,
		isComplete: rules.problems.length === 0,
		checks: new Set(CHECKS.map(({ id }) => id)),
		now: settings.now
	});
	const findings = [...kept, ...placeProblems(stale, () => config.text, weigh)];
	return {
		files: rules.files.length,
		subjects,
		timelines,
		pathTests: results,
		findings: findings.toSorted(compareFindings),
		suppressed: suppressed.toSorted((a, b) => compareFindings(a.finding, b.finding))
	};
}
// src/lint/settings.ts
/**
* The thresholds that hold where nothing else is said. Seven choices: G. A. Miller, "The Magical Number Seven, Plus or
* Minus Two", Psychological Review 63(2), 1956, which is generous to callers, who hear a menu and cannot look back.
*/
const DEFAULT_THRESHOLDS = {
	mostChoices: 7,
	soonDays: 14
};
// src/lint/config.ts
/** What holds where there is no config file. */
const NO_CONFIG = {
	path: "",
	text: "",
	severities: /* @__PURE__ */ new Map(),
	thresholds: DEFAULT_THRESHOLDS,
	suppressions: []
};
// src/lint/explain-config-shape.ts
const SEVERITIES = [
	"error",
	"warning",
	"info",
	"off"
];
/** What each property takes, by the kind of object that has it. */
const TAKES = {
	config: {
		$schema: "a text for editors",
		severities: "an object of check ids and severities",
		thresholds: "an object with menuTooWide, windowExpiresSoonDays or both",
		suppressions: "a list of suppressions"
	},
	thresholds: {
		menuTooWide: "a whole number from 1 to 12",
		windowExpiresSoonDays: "a whole number from 0 to 3650"
	},
	suppression: {
		check: "the id of a check",
		rule: "the name of a rule",
		node: "the id of a node",
		reason: "a reason in words",
		expires: "a date such as 2027-12-31, or a date-time with an offset such as 2027-12-31T18:00:00+01:00"
	}
};
/** What the properties of the object at a pointer take. */
function propertiesAt(pointer) {
	if (pointer === "") return TAKES.config;
	return pointer === "/thresholds" ? TAKES.thresholds : TAKES.suppression;
}
function takesAt(pointer) {
	if (pointer === "") return "an object";
	const end = pointer.lastIndexOf("/");
	const parent = pointer.slice(0, end);
	if (parent === "/severities") return `one of ${SEVERITIES.map((word) => JSON.stringify(word)).join(", ")}`;
	if (parent === "/suppressions") return "an object with check, rule, reason and expires";
	return propertiesAt(parent)[pointer.slice(end + 1)] ?? "";
}
const LONGEST_SHOWN = 60;
/** What a value is, after "is". */
function describeConfigValue(value) {
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object" && value !== null) return "an object";
	return typeof value === "string" && value.length > LONGEST_SHOWN ? `a text of ${value.length} characters` : JSON.stringify(value);
}
/** A place as the sentences call it. */
function spellConfigPlace(pointer) {
	return pointer === "" ? "the config" : spellPointer(pointer);
}
/** The value that a JSON pointer leads to. */
function valueAt(root, pointer) {
	return pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~")).reduce((value, key) => value[key], root);
}
function explainValue(root, pointer) {
	const value = valueAt(root, pointer);
	const meant = pointer.startsWith("/severities/") && typeof value === "string" ? nearest(value, SEVERITIES) : void 0;
	const hint = meant === void 0 ? "" : `; did you mean ${JSON.stringify(meant)}?`;
	return {
		message: `${spellConfigPlace(pointer)} is ${describeConfigValue(value)}, but it takes ${takesAt(pointer)}${hint}`,
		place: atValue(pointer)
	};
}
function explainUnknown(pointer, key) {
	const known = Object.keys(propertiesAt(pointer));
	const meant = nearest(key, known);
	const hint = meant === void 0 ? `it knows ${known.join(", ")}` : `did you mean ${JSON.stringify(meant)}?`;
	return {
		message: `${spellConfigPlace(pointer)} has no property ${JSON.stringify(key)}: ${hint}`,
		place: atKey(pointer + pointerStep(key))
	};
}
/** Nothing where the key is there with a typo, which is told as the unknown key that it is. */
function explainMissing(root, pointer, key) {
	const known = Object.keys(propertiesAt(pointer));
	if (Object.keys(valueAt(root, pointer)).some((name) => !known.includes(name) && nearest(name, known) === key)) return void 0;
	const child = pointer + pointerStep(key);
	return {
		message: `${spellConfigPlace(child)} is missing: it takes ${takesAt(child)}`,
		place: atValue(pointer)
	};
}
/** Explains one error of the validator; undefined where another says the same. */
function explainShapeError(root, error) {
	const pointer = error.instancePath;
	const params = error.params;
	if (error.keyword === "required") return explainMissing(root, pointer, String(params.missingProperty));
	if (error.keyword === "additionalProperties") return explainUnknown(pointer, String(params.additionalProperty));
	return explainValue(root, pointer);
}
// src/lint/read-expiry.ts
const DATE = /^\d{4}-\d\d-\d\d$/;
const DAY = 864e5;
/**
* Reads when a suppression ends.
* @param text a date, which counts through its end in UTC, or a date-time with an offset
* @returns the first instant after it in milliseconds since the epoch, or what is wrong with the text
*/
function readExpiry(text) {
	const isDate = DATE.test(text);
	const read = readDateTime(isDate ? `${text}T00:00:00Z` : text);
	if (read.kind === "instant") return Date.parse(read.iso) + (isDate ? DAY : 0);
	if (read.kind !== "malformed") return read.message;
	return "is neither a date such as 2027-12-31 nor a date-time with an offset such as 2027-12-31T18:00:00+01:00";
}
// src/lint/validate-config.generated.js
var import_ucs2length = /* @__PURE__ */ __toESM(require_ucs2length(), 1);
const commonJs = (m) => m.default?.__esModule ? m.default : m.__esModule || typeof m.default === "function" ? m : m.default ?? m;
const validate = validate10;
const schema11 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "config.schema.json",
	"title": "ConfigFile",
	"description": "What the checks go by in one repository: severities, thresholds, and findings that are accepted for a while.",
	"type": "object",
	"additionalProperties": false,
	"properties": {
		"$schema": {
			"type": "string",
			"description": "For editors."
		},
		"severities": {
			"type": "object",
			"description": "Check id to severity; off takes the check's findings away. What a check weighs otherwise stands in docs/checks.",
			"additionalProperties": { "enum": [
				"error",
				"warning",
				"info",
				"off"
			] }
		},
		"thresholds": {
			"type": "object",
			"additionalProperties": false,
			"properties": {
				"menuTooWide": {
					"type": "integer",
					"minimum": 1,
					"maximum": 12,
					"default": 7,
					"description": "The most keys that a menu may offer before menu-too-wide finds it."
				},
				"windowExpiresSoonDays": {
					"type": "integer",
					"minimum": 0,
					"maximum": 3650,
					"default": 14,
					"description": "window-expires-soon finds rules that expire within so many days of 24 hours; 0 finds none."
				}
			}
		},
		"suppressions": {
			"type": "array",
			"items": { "$ref": "#/definitions/SuppressionEntry" }
		}
	},
	"definitions": { "SuppressionEntry": {
		"type": "object",
		"additionalProperties": false,
		"required": [
			"check",
			"rule",
			"reason",
			"expires"
		],
		"description": "Findings of one check in one rule that are accepted for a while.",
		"properties": {
			"check": {
				"type": "string",
				"minLength": 1,
				"description": "The id of the check."
			},
			"rule": {
				"type": "string",
				"minLength": 1,
				"description": "The name of the rule."
			},
			"node": {
				"type": "string",
				"minLength": 1,
				"description": "The id of a node: only findings in it. Left out: all findings in the rule."
			},
			"reason": {
				"type": "string",
				"pattern": "\\S",
				"description": "Why the findings are accepted. The report shows it."
			},
			"expires": {
				"type": "string",
				"anyOf": [{
					"type": "string",
					"format": "date"
				}, {
					"type": "string",
					"format": "date-time"
				}],
				"description": "The last day on which this suppresses (through its end in UTC), such as 2027-12-31, or the instant from which on it does not, such as 2027-12-31T18:00:00+01:00. After that it is an error."
			}
		}
	} }
};
const func2 = commonJs(import_ucs2length).default;
const pattern0 = /* @__PURE__ */ new RegExp("\\S", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "$schema" || key0 === "severities" || key0 === "thresholds" || key0 === "suppressions")) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.$schema !== void 0) {
			if (typeof data.$schema !== "string") {
				const err1 = {
					instancePath: instancePath + "/$schema",
					schemaPath: "#/properties/%24schema/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.severities !== void 0) {
			let data1 = data.severities;
			if (data1 && typeof data1 == "object" && !Array.isArray(data1)) for (const key1 in data1) {
				let data2 = data1[key1];
				if (!(data2 === "error" || data2 === "warning" || data2 === "info" || data2 === "off")) {
					const err2 = {
						instancePath: instancePath + "/severities/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/properties/severities/additionalProperties/enum",
						keyword: "enum",
						params: { allowedValues: schema11.properties.severities.additionalProperties.enum },
						message: "must be equal to one of the allowed values"
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
			}
			else {
				const err3 = {
					instancePath: instancePath + "/severities",
					schemaPath: "#/properties/severities/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.thresholds !== void 0) {
			let data3 = data.thresholds;
			if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
				for (const key2 in data3) if (!(key2 === "menuTooWide" || key2 === "windowExpiresSoonDays")) {
					const err4 = {
						instancePath: instancePath + "/thresholds",
						schemaPath: "#/properties/thresholds/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
				if (data3.menuTooWide !== void 0) {
					let data4 = data3.menuTooWide;
					if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
						const err5 = {
							instancePath: instancePath + "/thresholds/menuTooWide",
							schemaPath: "#/properties/thresholds/properties/menuTooWide/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err5];
						else vErrors.push(err5);
						errors++;
					}
					if (typeof data4 == "number" && isFinite(data4)) {
						if (data4 > 12 || isNaN(data4)) {
							const err6 = {
								instancePath: instancePath + "/thresholds/menuTooWide",
								schemaPath: "#/properties/thresholds/properties/menuTooWide/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 12
								},
								message: "must be <= 12"
							};
							if (vErrors === null) vErrors = [err6];
							else vErrors.push(err6);
							errors++;
						}
						if (data4 < 1 || isNaN(data4)) {
							const err7 = {
								instancePath: instancePath + "/thresholds/menuTooWide",
								schemaPath: "#/properties/thresholds/properties/menuTooWide/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err7];
							else vErrors.push(err7);
							errors++;
						}
					}
				}
				if (data3.windowExpiresSoonDays !== void 0) {
					let data5 = data3.windowExpiresSoonDays;
					if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
						const err8 = {
							instancePath: instancePath + "/thresholds/windowExpiresSoonDays",
							schemaPath: "#/properties/thresholds/properties/windowExpiresSoonDays/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err8];
						else vErrors.push(err8);
						errors++;
					}
					if (typeof data5 == "number" && isFinite(data5)) {
						if (data5 > 3650 || isNaN(data5)) {
							const err9 = {
								instancePath: instancePath + "/thresholds/windowExpiresSoonDays",
								schemaPath: "#/properties/thresholds/properties/windowExpiresSoonDays/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 3650
								},
								message: "must be <= 3650"
							};
							if (vErrors === null) vErrors = [err9];
							else vErrors.push(err9);
							errors++;
						}
						if (data5 < 0 || isNaN(data5)) {
							const err10 = {
								instancePath: instancePath + "/thresholds/windowExpiresSoonDays",
								schemaPath: "#/properties/thresholds/properties/windowExpiresSoonDays/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err10];
							else vErrors.push(err10);
							errors++;
						}
					}
				}
			} else {
				const err11 = {
					instancePath: instancePath + "/thresholds",
					schemaPath: "#/properties/thresholds/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.suppressions !== void 0) {
			let data6 = data.suppressions;
			if (Array.isArray(data6)) {
				const len0 = data6.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data7 = data6[i0];
					if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
						if (data7.check === void 0) {
							const err12 = {
								instancePath: instancePath + "/suppressions/" + i0,
								schemaPath: "#/definitions/SuppressionEntry/required",
								keyword: "required",
								params: { missingProperty: "check" },
								message: "must have required property 'check'"
							};
							if (vErrors === null) vErrors = [err12];
							else vErrors.push(err12);
							errors++;
						}
						if (data7.rule === void 0) {
							const err13 = {
								instancePath: instancePath + "/suppressions/" + i0,
								schemaPath: "#/definitions/SuppressionEntry/required",
								keyword: "required",
								params: { missingProperty: "rule" },
								message: "must have required property 'rule'"
							};
							if (vErrors === null) vErrors = [err13];
							else vErrors.push(err13);
							errors++;
						}
						if (data7.reason === void 0) {
							const err14 = {
								instancePath: instancePath + "/suppressions/" + i0,
								schemaPath: "#/definitions/SuppressionEntry/required",
								keyword: "required",
								params: { missingProperty: "reason" },
								message: "must have required property 'reason'"
							};
							if (vErrors === null) vErrors = [err14];
							else vErrors.push(err14);
							errors++;
						}
						if (data7.expires === void 0) {
							const err15 = {
								instancePath: instancePath + "/suppressions/" + i0,
								schemaPath: "#/definitions/SuppressionEntry/required",
								keyword: "required",
								params: { missingProperty: "expires" },
								message: "must have required property 'expires'"
							};
							if (vErrors === null) vErrors = [err15];
							else vErrors.push(err15);
							errors++;
						}
						for (const key3 in data7) if (!(key3 === "check" || key3 === "rule" || key3 === "node" || key3 === "reason" || key3 === "expires")) {
							const err16 = {
								instancePath: instancePath + "/suppressions/" + i0,
								schemaPath: "#/definitions/SuppressionEntry/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key3 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err16];
							else vErrors.push(err16);
							errors++;
						}
						if (data7.check !== void 0) {
							let data8 = data7.check;
							if (typeof data8 === "string") {
								if (func2(data8) < 1) {
									const err17 = {
										instancePath: instancePath + "/suppressions/" + i0 + "/check",
										schemaPath: "#/definitions/SuppressionEntry/properties/check/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters"
									};
									if (vErrors === null) vErrors = [err17];
									else vErrors.push(err17);
									errors++;
								}
							} else {
								const err18 = {
									instancePath: instancePath + "/suppressions/" + i0 + "/check",
									schemaPath: "#/definitions/SuppressionEntry/properties/check/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err18];
								else vErrors.push(err18);
								errors++;
							}
						}
						if (data7.rule !== void 0) {
							let data9 = data7.rule;
							if (typeof data9 === "string") {
								if (func2(data9) < 1) {
									const err19 = {
										instancePath: instancePath + "/suppressions/" + i0 + "/rule",
										schemaPath: "#/definitions/SuppressionEntry/properties/rule/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters"
									};
									if (vErrors === null) vErrors = [err19];
									else vErrors.push(err19);
									errors++;
								}
							} else {
								const err20 = {
									instancePath: instancePath + "/suppressions/" + i0 + "/rule",
									schemaPath: "#/definitions/SuppressionEntry/properties/rule/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err20];
								else vErrors.push(err20);
								errors++;
							}
						}
						if (data7.node !== void 0) {
							let data10 = data7.node;
							if (typeof data10 === "string") {
								if (func2(data10) < 1) {
									const err21 = {
										instancePath: instancePath + "/suppressions/" + i0 + "/node",
										schemaPath: "#/definitions/SuppressionEntry/properties/node/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters"
									};
									if (vErrors === null) vErrors = [err21];
									else vErrors.push(err21);
									errors++;
								}
							} else {
								const err22 = {
									instancePath: instancePath + "/suppressions/" + i0 + "/node",
									schemaPath: "#/definitions/SuppressionEntry/properties/node/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err22];
								else vErrors.push(err22);
								errors++;
							}
						}
						if (data7.reason !== void 0) {
							let data11 = data7.reason;
							if (typeof data11 === "string") {
								if (!pattern0.test(data11)) {
									const err23 = {
										instancePath: instancePath + "/suppressions/" + i0 + "/reason",
										schemaPath: "#/definitions/SuppressionEntry/properties/reason/pattern",
										keyword: "pattern",
										params: { pattern: "\\S" },
										message: "must match pattern \"\\S\""
									};
									if (vErrors === null) vErrors = [err23];
									else vErrors.push(err23);
									errors++;
								}
							} else {
								const err24 = {
									instancePath: instancePath + "/suppressions/" + i0 + "/reason",
									schemaPath: "#/definitions/SuppressionEntry/properties/reason/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err24];
								else vErrors.push(err24);
								errors++;
							}
						}
						if (data7.expires !== void 0) {
							let data12 = data7.expires;
							if (typeof data12 !== "string") {
								const err25 = {
									instancePath: instancePath + "/suppressions/" + i0 + "/expires",
									schemaPath: "#/definitions/SuppressionEntry/properties/expires/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err25];
								else vErrors.push(err25);
								errors++;
							}
							const _errs31 = errors;
							let valid7 = false;
							const _errs32 = errors;
							if (!(typeof data12 === "string")) {
								const err26 = {
									instancePath: instancePath + "/suppressions/" + i0 + "/expires",
									schemaPath: "#/definitions/SuppressionEntry/properties/expires/anyOf/0/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err26];
								else vErrors.push(err26);
								errors++;
							}
							var _valid0 = _errs32 === errors;
							valid7 = valid7 || _valid0;
							if (!valid7) {
								const _errs34 = errors;
								if (!(typeof data12 === "string")) {
									const err27 = {
										instancePath: instancePath + "/suppressions/" + i0 + "/expires",
										schemaPath: "#/definitions/SuppressionEntry/properties/expires/anyOf/1/type",
										keyword: "type",
										params: { type: "string" },
										message: "must be string"
									};
									if (vErrors === null) vErrors = [err27];
									else vErrors.push(err27);
									errors++;
								}
								var _valid0 = _errs34 === errors;
								valid7 = valid7 || _valid0;
							}
							if (!valid7) {
								const err28 = {
									instancePath: instancePath + "/suppressions/" + i0 + "/expires",
									schemaPath: "#/definitions/SuppressionEntry/properties/expires/anyOf",
									keyword: "anyOf",
									params: {},
									message: "must match a schema in anyOf"
								};
								if (vErrors === null) vErrors = [err28];
								else vErrors.push(err28);
								errors++;
							} else {
								errors = _errs31;
								if (vErrors !== null) {
									if (_errs31) vErrors.length = _errs31;
									else vErrors = null;
								}
							}
						}
					} else {
						const err29 = {
							instancePath: instancePath + "/suppressions/" + i0,
							schemaPath: "#/definitions/SuppressionEntry/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err29];
						else vErrors.push(err29);
						errors++;
					}
				}
			} else {
				const err30 = {
					instancePath: instancePath + "/suppressions",
					schemaPath: "#/properties/suppressions/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err30];
				else vErrors.push(err30);
				errors++;
			}
		}
	} else {
		const err31 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err31];
		else vErrors.push(err31);
		errors++;
	}
	validate10.errors = vErrors;
	return errors === 0;
}
// src/lint/explain-config.ts
/** The entries of a property that is an object, or a list by index; none where it is something else. */
function entriesOf(root, key, wantsList) {
	const value = typeof root === "object" && root !== null ? root[key] : void 0;
	return typeof value === "object" && value !== null && Array.isArray(value) === wantsList ? Object.entries(value) : [];
}
function explainSeverity(id, checks) {
	const place = atKey(`/severities${pointerStep(id)}`);
	const check = checks.get(id);
	const name = JSON.stringify(id);
	if (check === void 0) {
		const meant = nearest(id, [...checks.keys()]);
		return [{
			message: `there is no check ${name}: ${meant === void 0 ? "docs/checks lists all" : `did you mean ${JSON.stringify(meant)}?`}`,
			place
		}];
	}
	if (check.isFixed !== true) return [];
	return [{
		message: `check ${name} keeps deployments safe, so its severity cannot be changed`,
		place
	}];
}
function explainCheck(pointer, check) {
	if (check?.isFixed !== true && check?.isNeverSuppressed !== true) return [];
	const why = check.isFixed === true ? "keeps deployments safe, so" : "can be given another severity, but";
	return [{
		message: `check ${JSON.stringify(check.id)} ${why} its findings cannot be suppressed`,
		place: atValue(pointer)
	}];
}
function explainExpiry(pointer, text) {
	const expiry = readExpiry(text);
	if (typeof expiry === "number") return [];
	return [{
		message: `${spellConfigPlace(pointer)} ${describeConfigValue(text)} ${expiry}`,
		place: atValue(pointer)
	}];
}
function explainSuppression(index, value, checks) {
	const { check, expires } = Object(value);
	const pointer = `/suppressions/${index}`;
	return [...typeof check === "string" ? explainCheck(`${pointer}/check`, checks.get(check)) : [], ...typeof expires === "string" ? explainExpiry(`${pointer}/expires`, expires) : []];
}
/** All that is wrong with a config file, each cause once; nothing where it is right. */
function explainConfig(root, checks) {
	const byId = new Map(checks.map((check) => [check.id, check]));
	const all = [
		...(validate(root) ? [] : validate.errors ?? []).flatMap((error) => explainShapeError(root, error) ?? []),
		...entriesOf(root, "severities", false).flatMap(([id]) => explainSeverity(id, byId)),
		...entriesOf(root, "suppressions", true).flatMap(([index, value]) => explainSuppression(index, value, byId))
	];
	return [...new Map(all.map((problem) => [JSON.stringify(problem), problem])).values()];
}
// src/lint/read-config.ts
function locateProblems(text, problems) {
	const ranges = locate(text, problems.map(({ place }) => place));
	return { problems: problems.map(({ message }, index) => {
		const { line, column } = ranges[index] ?? {
			line: 1,
			column: 1
		};
		return {
			line,
			column,
			message
		};
	}).toSorted((a, b) => a.line - b.line || a.column - b.column) };
}
function makeSuppression({ check, rule, node, reason, expires }, index) {
	const until = Number(readExpiry(expires));
	return {
		pointer: `/suppressions/${index}`,
		check,
		rule,
		node,
		reason,
		expires,
		until
	};
}
function makeConfig(path, text, file) {
	const { severities = {}, thresholds = {}, suppressions = [] } = file;
	return {
		path,
		text,
		severities: new Map(Object.entries(severities)),
		thresholds: {
			mostChoices: thresholds.menuTooWide ?? DEFAULT_THRESHOLDS.mostChoices,
			soonDays: thresholds.windowExpiresSoonDays ?? DEFAULT_THRESHOLDS.soonDays
		},
		suppressions: suppressions.map(makeSuppression)
	};
}
/**
* Reads a config file: strict JSON, as rule files are.
* @param checks all checks there are
*/
function readConfig(file, checks) {
	const text = decodeFile(file);
	if (typeof text !== "string") return locateProblems("", [text]);
	if (text.trim() === "") return { problems: [{
		line: 1,
		column: 1,
		message: "the file is empty: delete it, or write {} for a config that changes nothing"
	}] };
	const parsed = parseJson(text, file.path);
	if (parsed.problems !== void 0) return locateProblems(text, parsed.problems);
	const problems = explainConfig(parsed.value, checks);
	if (problems.length > 0) return locateProblems(text, problems);
	return { config: makeConfig(file.path, text, parsed.value) };
}
const MOST_TOLD = 20;
/** A wrong config as one text: a line a problem, each with its place; of very many the first are told. */
function tellConfigProblems(path, problems) {
	const told = problems.slice(0, MOST_TOLD).map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`);
	const more = problems.length - told.length;
	return [...told, ...more > 0 ? [`and ${more} more problems in ${path}`] : []].join("\n");
}
// src/commands/load-config.ts
/**
* Loads the config file; where the one of the default is not there, what holds without one.
* @throws UserError (`input`) that tells all that is wrong, or that a file which was named is not there
*/
async function loadConfig({ workspace, inputs }) {
	const file = await workspace.readConfigFile(inputs.config);
	if (file === void 0) {
		if (inputs.config === INPUT_DEFAULTS.config) return NO_CONFIG;
		const message = `input config is ${JSON.stringify(inputs.config)}, but there is no such file in the workspace: mend the path, or leave the input out`;
		throw new UserError("input", message);
	}
	const read = readConfig(file, CHECKS);
	if (read.problems === void 0) return read.config;
	const told = tellConfigProblems(file.path, read.problems);
	throw new UserError("input", `the config file is wrong, so nothing was checked:\n${told}`);
}
// src/commands/lint-workspace.ts
/** @throws UserError (`input`) where the config file is wrong, or the workspace cannot be read */
async function lintWorkspace(request) {
	const { workspace, inputs, clock } = request;
	const config = await loadConfig(request);
	const files = await workspace.readFiles(inputs.rules);
	const loaded = loadRules(files.rules);
	const pathTests = loadPathTests(files.pathTests);
	const settings = {
		...config.thresholds,
		maxDepth: inputs.maxDepth,
		now: clock.now()
	};
	const lint = lintRules({
		rules: loaded,
		pathTests,
		config,
		problems: files.problems
	}, settings);
	return {
		files: files.rules,
		loaded,
		pathTests,
		lint
	};
}
export { PATH_TEST as n, lintWorkspace as t };
