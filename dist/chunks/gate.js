import "./rolldown-runtime.js";
// node_modules/yocto-queue/index.js
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
// node_modules/p-throttle/index.js
const states = /* @__PURE__ */ new WeakMap();
const signalThrottleds = /* @__PURE__ */ new WeakMap();
const finalizationRegistry = new FinalizationRegistry(({ signalWeakRef, weakReference }) => {
	const signal = signalWeakRef.deref();
	if (!signal) return;
	const registration = signalThrottleds.get(signal);
	if (registration) {
		registration.throttleds.delete(weakReference);
		if (registration.throttleds.size === 0) {
			signal.removeEventListener("abort", registration.listener);
			signalThrottleds.delete(signal);
		}
	}
});
function pThrottle({ limit, interval, strict, signal, onDelay, weight }) {
	if (!Number.isFinite(limit)) throw new TypeError("Expected `limit` to be a finite number");
	if (!Number.isFinite(interval)) throw new TypeError("Expected `interval` to be a finite number");
	if (limit < 0) throw new TypeError("Expected `limit` to be >= 0");
	if (interval < 0) throw new TypeError("Expected `interval` to be >= 0");
	if (weight !== void 0 && typeof weight !== "function") throw new TypeError("Expected `weight` to be a function");
	if (weight && interval === 0) throw new TypeError("The `weight` option cannot be used with `interval` of 0");
	const state = {
		queue: /* @__PURE__ */ new Map(),
		strictTicks: [],
		currentTick: 0,
		activeWeight: 0
	};
	const strictCapacity = Math.max(limit, 1);
	const insertTickSorted = (tickRecord) => {
		if (state.strictTicks.length === 0 || tickRecord.time >= state.strictTicks.at(-1).time) state.strictTicks.push(tickRecord);
		else {
			const insertIndex = state.strictTicks.findIndex((tick) => tick.time > tickRecord.time);
			state.strictTicks.splice(insertIndex, 0, tickRecord);
		}
	};
	function windowedDelay(requestWeight) {
		const now = Date.now();
		if (now - state.currentTick > interval) {
			state.activeWeight = requestWeight;
			state.currentTick = now;
			return 0;
		}
		if (state.activeWeight + requestWeight <= limit) state.activeWeight += requestWeight;
		else {
			state.currentTick += interval;
			state.activeWeight = requestWeight;
		}
		return state.currentTick - now;
	}
	function weightedDelay(requestWeight, now, ticks) {
		const findBlockingTick = (time) => {
			let windowStart = 0;
			let windowWeight = 0;
			for (const [index, tick] of ticks.entries()) {
				if (tick.time >= time + interval) break;
				windowWeight += tick.weight;
				const windowEnd = Math.max(time, tick.time);
				while (windowStart <= index && ticks[windowStart].time <= windowEnd - interval) {
					windowWeight -= ticks[windowStart].weight;
					windowStart++;
				}
				if (windowWeight + requestWeight > limit) return ticks[windowStart];
			}
		};
		let nextExecutionTime = now;
		let blockingTick = findBlockingTick(nextExecutionTime);
		while (blockingTick) {
			nextExecutionTime = blockingTick.time + interval;
			blockingTick = findBlockingTick(nextExecutionTime);
		}
		const tickRecord = {
			time: nextExecutionTime,
			weight: requestWeight,
			isExecuted: false
		};
		insertTickSorted(tickRecord);
		return {
			delay: Math.max(0, nextExecutionTime - now),
			tickRecord
		};
	}
	function strictDelay(requestWeight) {
		const now = Date.now();
		if (state.strictTicks.length > 0 && now - state.strictTicks.at(-1).time > interval) state.strictTicks.length = 0;
		if (weight) {
			while (state.strictTicks.length > 0 && now - state.strictTicks[0].time >= interval) state.strictTicks.shift();
			return weightedDelay(requestWeight, now, state.strictTicks);
		}
		if (state.strictTicks.length < strictCapacity) {
			state.strictTicks.push({
				time: now,
				weight: requestWeight
			});
			return { delay: 0 };
		}
		const oldestTime = state.strictTicks[0].time;
		const mostRecentTime = state.strictTicks.at(-1).time;
		const baseTime = oldestTime + interval;
		const minSpacing = interval > 0 ? Math.ceil(interval / strictCapacity) : 0;
		const nextExecutionTime = baseTime <= mostRecentTime ? mostRecentTime + minSpacing : baseTime;
		state.strictTicks.shift();
		const tickRecord = {
			time: nextExecutionTime,
			weight: requestWeight
		};
		state.strictTicks.push(tickRecord);
		return {
			delay: Math.max(0, nextExecutionTime - now),
			tickRecord
		};
	}
	const getDelay = strict ? strictDelay : windowedDelay;
	return (function_) => {
		const throttled = function(...arguments_) {
			if (!throttled.isEnabled) return (async () => function_.apply(this, arguments_))();
			let timeoutId;
			return new Promise((resolve, reject) => {
				let requestWeight = 1;
				if (weight) {
					try {
						requestWeight = weight(...arguments_);
					} catch (error) {
						reject(error);
						return;
					}
					if (!Number.isFinite(requestWeight) || requestWeight < 0) {
						reject(/* @__PURE__ */ new TypeError("Expected `weight` to be a finite non-negative number"));
						return;
					}
					if (requestWeight > limit) {
						reject(/* @__PURE__ */ new TypeError(`Expected \`weight\` (${requestWeight}) to be <= \`limit\` (${limit})`));
						return;
					}
				}
				const delayResult = getDelay(requestWeight);
				const delay = strict ? delayResult.delay : delayResult;
				let tickRecord = strict ? delayResult.tickRecord : void 0;
				const execute = () => {
					if (tickRecord) {
						const actualTime = Date.now();
						if (weight) {
							const index = state.strictTicks.indexOf(tickRecord);
							if (index !== -1) state.strictTicks.splice(index, 1);
							const executedTicks = state.strictTicks.filter((tick) => tick.isExecuted);
							const updatedDelayResult = weightedDelay(requestWeight, actualTime, executedTicks);
							tickRecord = updatedDelayResult.tickRecord;
							if (updatedDelayResult.delay > 0) {
								state.queue.delete(timeoutId);
								timeoutId = setTimeout(execute, updatedDelayResult.delay);
								state.queue.set(timeoutId, reject);
								return;
							}
							tickRecord.isExecuted = true;
						} else tickRecord.time = actualTime;
					}
					try {
						resolve(function_.apply(this, arguments_));
					} catch (error) {
						reject(error);
					}
					state.queue.delete(timeoutId);
				};
				if (delay > 0) {
					timeoutId = setTimeout(execute, delay);
					state.queue.set(timeoutId, reject);
					try {
						onDelay?.(...arguments_);
					} catch {}
				} else execute();
			});
		};
		signal?.throwIfAborted();
		if (signal) {
			let registration = signalThrottleds.get(signal);
			if (!registration) {
				registration = {
					throttleds: /* @__PURE__ */ new Set(),
					listener: null
				};
				registration.listener = () => {
					for (const weakReference of registration.throttleds) {
						const function_ = weakReference.deref();
						if (!function_) continue;
						const functionState = states.get(function_);
						if (!functionState) continue;
						for (const timeout of functionState.queue.keys()) {
							clearTimeout(timeout);
							functionState.queue.get(timeout)(signal.reason);
						}
						functionState.queue.clear();
						functionState.strictTicks.length = 0;
						functionState.currentTick = 0;
						functionState.activeWeight = 0;
					}
					signalThrottleds.delete(signal);
				};
				signalThrottleds.set(signal, registration);
				signal.addEventListener("abort", registration.listener, { once: true });
			}
			const weakReference = new WeakRef(throttled);
			registration.throttleds.add(weakReference);
			finalizationRegistry.register(throttled, {
				signalWeakRef: new WeakRef(signal),
				weakReference
			});
		}
		throttled.isEnabled = true;
		Object.defineProperty(throttled, "queueSize", { get() {
			return state.queue.size;
		} });
		states.set(throttled, state);
		return throttled;
	};
}
// src/cxone/gate.ts
function makeSpacing(perSecond) {
	return pThrottle({
		limit: 1,
		interval: 1e3 / perSecond
	})(async () => {});
}
function makeGate(concurrency, perSecond) {
	const limit = pLimit(concurrency);
	const spacing = perSecond === void 0 ? void 0 : makeSpacing(perSecond);
	return async (request) => limit(async () => {
		await spacing?.();
		return request();
	});
}
export { makeGate };
