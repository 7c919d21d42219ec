import "./rolldown-runtime.js";
import { P as require_promises } from "./lint.js";
// node_modules/yocto-queue/index.js
var import_promises = require_promises();
var Node = class {
	value;
	next;
	constructor(value) {
		this.value = value;
	}
};
var Queue = class {
	#head;
	#tail;
	#size;
	constructor() {
		this.clear();
	}
	enqueue(value) {
		const node = new Node(value);
		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}
		this.#size++;
	}
	dequeue() {
		const current = this.#head;
		if (!current) return;
		this.#head = this.#head.next;
		this.#size--;
		if (!this.#head) this.#tail = void 0;
		return current.value;
	}
	peek() {
		if (!this.#head) return;
		return this.#head.value;
	}
	clear() {
		this.#head = void 0;
		this.#tail = void 0;
		this.#size = 0;
	}
	get size() {
		return this.#size;
	}
	*[Symbol.iterator]() {
		let current = this.#head;
		while (current) {
			yield current.value;
			current = current.next;
		}
	}
	*drain() {
		while (this.#head) yield this.dequeue();
	}
};
// node_modules/p-limit/index.js
function pLimit(concurrency) {
	let rejectOnClear = false;
	if (typeof concurrency === "object") ({concurrency, rejectOnClear = false} = concurrency);
	validateConcurrency(concurrency);
	if (typeof rejectOnClear !== "boolean") throw new TypeError("Expected `rejectOnClear` to be a boolean");
	const queue = new Queue();
	let activeCount = 0;
	const resumeNext = () => {
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};
	const next = () => {
		activeCount--;
		resumeNext();
	};
	const run = async (function_, resolve, arguments_) => {
		const result = (async () => function_(...arguments_))();
		resolve(result);
		try {
			await result;
		} catch {}
		next();
	};
	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = { reject };
		new Promise((internalResolve) => {
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(void 0, function_, resolve, arguments_));
		if (activeCount < concurrency) resumeNext();
	};
	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});
	Object.defineProperties(generator, {
		activeCount: { get: () => activeCount },
		pendingCount: { get: () => queue.size },
		clearQueue: { value() {
			if (!rejectOnClear) {
				queue.clear();
				return;
			}
			const abortError = AbortSignal.abort().reason;
			while (queue.size > 0) queue.dequeue().reject(abortError);
		} },
		concurrency: {
			get: () => concurrency,
			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;
				queueMicrotask(() => {
					while (activeCount < concurrency && queue.size > 0) resumeNext();
				});
			}
		},
		map: { async value(iterable, function_) {
			const promises = [];
			try {
				Array.from(iterable, (value, index) => {
					const promise = generator(function_, value, index);
					promises.push(promise);
					return promise;
				});
			} catch (error) {
				for (const promise of promises) promise.catch(() => {});
				throw error;
			}
			return Promise.all(promises);
		} }
	});
	return generator;
}
function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) throw new TypeError("Expected `concurrency` to be a number from 1 and up");
}
// src/cxone/pace.ts
const FEWEST = 10;
const TOO_FEW = 3;
const SLOWEST = 1;
const SAME = 250;
const LONGEST_PAUSE = 2e4;
const ROUNDING = 1e3;
const DECREASE = .9;
const FAST = 1.4;
const SLOW = .005;
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
	const kept = wasCautious ? 1 : DECREASE;
	return {
		rate: Math.max(SLOWEST, isSpaced ? Math.max(rate / 2, Math.min(rate, allowed) * kept) : allowed),
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
