import "./rolldown-runtime.js";
import { kt as require_promises } from "./lint.js";
import { t as pLimit } from "./p-limit.js";
// src/cxone/pace.ts
var import_promises = require_promises();
const FEWEST = 10;
const TOO_FEW = 3;
const SLOWEST = 1;
const SAME = 250;
const LONGEST_PAUSE = 2e4;
const ROUNDING = 1e3;
const DECREASE = .95;
const NEAR = .85;
const FAST = 1.4;
const SLOW = .002;
const SLOW_FOR_FEW = .2;
function rateAt(bound, lesson, now) {
	if (lesson === void 0) return bound;
	const { rate, from, isCautious, basis } = lesson;
	const seconds = Math.max(0, now - from) / 1e3;
	const growth = isCautious ? FAST ** seconds : 1 + (SLOW + SLOW_FOR_FEW / Math.max(1, basis)) * seconds;
	return Math.min(bound, rate * growth);
}
function learn(rate, wasCautious, { since, taken, refusals }, now, until) {
	const isSpaced = rate !== Number.POSITIVE_INFINITY;
	if (!isSpaced && taken < (refusals < 2 ? FEWEST : TOO_FEW)) return void 0;
	const wait = until - now;
	const allowed = taken / Math.max(1, now - since + (isSpaced ? Math.max(0, wait - ROUNDING) : wait)) * 1e3;
	const spaced = wasCautious ? Math.min(rate, allowed) : (allowed < rate * NEAR ? allowed : rate) * DECREASE;
	return {
		rate: Math.max(SLOWEST, isSpaced ? Math.max(rate / 2, spaced) : allowed),
		from: until,
		isCautious: !isSpaced,
		basis: taken
	};
}
function makePace(perSecond) {
	const bound = perSecond ?? Number.POSITIVE_INFINITY;
	let lesson;
	let before;
	let measure;
	let [nextStart, pausedUntil, sameUntil] = [
		0,
		0,
		0
	];
	let [active, idleSince] = [0, 0];
	const enter = (now) => {
		measure ??= {
			since: now,
			taken: 0,
			refusals: 0
		};
		const idle = active > 0 ? 0 : now - Math.max(idleSince, pausedUntil, measure.since);
		if (idle > 0) measure = {
			...measure,
			since: measure.since + idle
		};
		active++;
	};
	const leave = (now) => {
		active--;
		idleSince = now;
		if (measure !== void 0) measure = {
			...measure,
			taken: measure.taken + 1
		};
	};
	const reserve = (now) => {
		const start = Math.max(now, nextStart, pausedUntil);
		nextStart = start + 1e3 / rateAt(bound, lesson, start);
		return start;
	};
	const slowDown = (now, wait) => {
		pausedUntil = Math.max(pausedUntil, now + wait);
		if (measure === void 0) return;
		measure = {
			...measure,
			taken: measure.taken - 1
		};
		if (now < sameUntil) return;
		measure = {
			...measure,
			refusals: measure.refusals + 1
		};
		const again = measure.taken < TOO_FEW ? before : void 0;
		const pause = again === void 0 ? wait : Math.max(wait, Math.min(LONGEST_PAUSE, 2 * again.pause));
		pausedUntil = Math.max(pausedUntil, now + pause);
		sameUntil = now + Math.max(pause, SAME);
		const basis = again === void 0 ? measure : {
			...again.measure,
			taken: again.measure.taken + measure.taken
		};
		const rate = again === void 0 ? rateAt(bound, lesson, now) : again.rate;
		const learned = learn(rate, lesson?.isCautious === true, basis, now, sameUntil);
		if (learned === void 0) return;
		lesson = learned;
		before = {
			measure: basis,
			rate,
			pause
		};
		measure = {
			since: sameUntil,
			taken: 0,
			refusals: 0
		};
	};
	return {
		enter,
		leave,
		reserve,
		pausedUntil: () => pausedUntil,
		slowDown
	};
}
// src/cxone/gate.ts
async function waitForTurn(pace, clock, signal) {
	for (;;) {
		const known = pace.pausedUntil();
		const now = clock.now();
		const wait = Math.ceil(pace.reserve(now) - now);
		if (wait > 0) await clock.sleep(wait, signal);
		if (known === pace.pausedUntil() || signal?.aborted === true) return;
	}
}
function makeGate(concurrency, perSecond) {
	const limit = pLimit(concurrency);
	const pace = makePace(perSecond);
	return {
		pass: async (request, clock, signal) => {
			pace.enter(clock.now());
			try {
				return await limit(async () => {
					await waitForTurn(pace, clock, signal);
					await (0, import_promises.setImmediate)();
					return request();
				});
			} finally {
				pace.leave(clock.now());
			}
		},
		slowDown: (wait, clock) => pace.slowDown(clock.now(), wait)
	};
}
export { makeGate };
