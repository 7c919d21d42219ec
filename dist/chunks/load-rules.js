import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { A as hashPayload, O as compareCodePoints, v as decodeFile } from "./initial.js";
import { n as readDateTime, t as makePayload } from "./make-payload.js";
// node_modules/leven/index.js
const array = [];
const characterCodeCache = [];
function leven(first, second, options) {
	if (first === second) return 0;
	const maxDistance = options?.maxDistance;
	const swap = first;
	if (first.length > second.length) {
		first = second;
		second = swap;
	}
	let firstLength = first.length;
	let secondLength = second.length;
	while (firstLength > 0 && first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength)) {
		firstLength--;
		secondLength--;
	}
	let start = 0;
	while (start < firstLength && first.charCodeAt(start) === second.charCodeAt(start)) start++;
	firstLength -= start;
	secondLength -= start;
	if (maxDistance !== void 0 && secondLength - firstLength > maxDistance) return maxDistance;
	if (firstLength === 0) return maxDistance !== void 0 && secondLength > maxDistance ? maxDistance : secondLength;
	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;
	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}
	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;
		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			result = array[index] = temporary > result ? temporary2 > result ? result + 1 : temporary2 : temporary2 > temporary ? temporary + 1 : temporary2;
		}
		if (maxDistance !== void 0) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) if (array[index] < rowMinimum) rowMinimum = array[index];
			if (rowMinimum > maxDistance) return maxDistance;
		}
	}
	array.length = firstLength;
	characterCodeCache.length = firstLength;
	return maxDistance !== void 0 && result > maxDistance ? maxDistance : result;
}
// src/rules/nearest.ts
const LONGEST = 100;
/**
* The candidate with the least Levenshtein distance, or undefined where none is near (more than two fifths of
* the word's length away). Of equals the first wins.
*/
function nearest(word, candidates) {
	if (word === "" || word.length > LONGEST) return void 0;
	const limit = word.length < 3 ? 0 : Math.round(word.length * .4);
	let best;
	let bestDistance = limit + 1;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
		const distance = candidate.toLowerCase() === word.toLowerCase() ? .5 : leven(word, candidate);
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}
// src/graph/build-graph.ts
/**
* Builds the graph of a rule. Where two nodes share an id, targets mean the first; both stay nodes.
* @param nodes at least one; the first is the entry
*/
function buildGraph(nodes) {
	const ids = nodes.map((node) => node.id);
	const indexOf = /* @__PURE__ */ new Map();
	let edgeCount = 0;
	for (let index = 0; index < nodes.length; index++) {
		const id = ids[index] ?? "";
		if (!indexOf.has(id)) indexOf.set(id, index);
		edgeCount += nodes[index]?.transitions.length ?? 0;
	}
	const rows = [0];
	const targets = [];
	const undefinedTargets = [];
	for (let index = 0; index < nodes.length; index++) {
		const transitions = nodes[index]?.transitions ?? [];
		for (let transition = 0; transition < transitions.length; transition++) {
			const target = transitions[transition]?.target ?? "";
			const to = indexOf.get(target);
			if (to === void 0) undefinedTargets.push({
				node: index,
				transition,
				target
			});
			else targets.push(to);
		}
		rows.push(targets.length);
	}
	return {
		ids,
		rows,
		targets,
		undefinedTargets,
		edgeCount
	};
}
// src/graph/graph.ts
/** An array of one number, so many times. */
function filled(count, number) {
	return new Array(count).fill(number);
}
/** The successors of a node, parallel edges each. */
function successors(graph, node) {
	return graph.targets.slice(graph.rows[node], graph.rows[node + 1]);
}
/** The graph with every edge turned round; it has no undefined targets. */
function reverseGraph(graph) {
	const count = graph.ids.length;
	const rows = filled(count + 1, 0);
	for (const target of graph.targets) rows[target + 1] = (rows[target + 1] ?? 0) + 1;
	for (let node = 0; node < count; node++) rows[node + 1] = (rows[node + 1] ?? 0) + (rows[node] ?? 0);
	const next = rows.slice();
	const targets = filled(graph.targets.length, 0);
	for (let node = 0; node < count; node++) {
		const end = graph.rows[node + 1] ?? 0;
		for (let edge = graph.rows[node] ?? 0; edge < end; edge++) {
			const target = graph.targets[edge] ?? 0;
			const at = next[target] ?? 0;
			targets[at] = node;
			next[target] = at + 1;
		}
	}
	return {
		ids: graph.ids,
		rows,
		targets,
		undefinedTargets: [],
		edgeCount: graph.edgeCount
	};
}
/** A graph of the same nodes with only the edges that are asked for. */
function filterEdges(graph, keeps) {
	const rows = filled(graph.ids.length + 1, 0);
	const targets = [];
	for (let node = 0; node < graph.ids.length; node++) {
		for (const target of successors(graph, node)) if (keeps(node, target)) targets.push(target);
		rows[node + 1] = targets.length;
	}
	return {
		...graph,
		rows,
		targets
	};
}
// src/graph/components.ts
/** Finds the strongly connected components of the whole graph, reached or not. Linear. */
function findComponents(graph) {
	const { rows, targets } = graph;
	const count = graph.ids.length;
	const order = filled(count, -1);
	const low = filled(count, 0);
	const of = filled(count, -1);
	const cursor = rows.slice(0, count);
	const members = [];
	const open = [];
	let time = 0;
	const close = (root) => {
		const component = [];
		for (let node = open.pop(); node !== void 0; node = open.pop()) {
			of[node] = members.length;
			component.push(node);
			if (node === root) break;
		}
		members.push(component.length > 1 ? component.toSorted((a, b) => a - b) : component);
	};
	const enter = (node) => {
		order[node] = time;
		low[node] = time++;
		open.push(node);
	};
	for (let start = 0; start < count; start++) {
		if (order[start] !== -1) continue;
		const stack = [start];
		enter(start);
		for (let node = stack.at(-1); node !== void 0; node = stack.at(-1)) {
			const edge = cursor[node] ?? 0;
			if (edge < (rows[node + 1] ?? 0)) {
				cursor[node] = edge + 1;
				const target = targets[edge] ?? 0;
				if (order[target] === -1) {
					enter(target);
					stack.push(target);
				} else if (of[target] === -1) low[node] = Math.min(low[node] ?? 0, order[target] ?? 0);
				continue;
			}
			stack.pop();
			if (low[node] === order[node]) close(node);
			const above = stack.at(-1);
			if (above !== void 0) low[above] = Math.min(low[above] ?? 0, low[node] ?? 0);
		}
	}
	return {
		of,
		members
	};
}
/** Whether a component is a loop: more than one node, or one with a self-loop. */
function isLoop(graph, component) {
	const [only] = component;
	return component.length > 1 || only !== void 0 && successors(graph, only).includes(only);
}
// src/graph/depth-first.ts
/** Walks depth first from the entry, successors in their order. Linear. */
function walkDepthFirst(graph) {
	const { rows, targets } = graph;
	const count = graph.ids.length;
	const numberOf = filled(count, -1);
	const closedAt = filled(count, -1);
	const parent = filled(count, -1);
	const cursor = rows.slice(0, count);
	const preorder = [0];
	const postorder = [];
	let leadsBack = false;
	numberOf[0] = 0;
	for (let node = 0; node !== -1;) {
		const edge = cursor[node] ?? 0;
		if (edge >= (rows[node + 1] ?? 0)) {
			closedAt[node] = postorder.length;
			postorder.push(node);
			node = parent[node] ?? -1;
			continue;
		}
		cursor[node] = edge + 1;
		const target = targets[edge] ?? 0;
		if (numberOf[target] !== -1) {
			if (closedAt[target] === -1) leadsBack = true;
			continue;
		}
		numberOf[target] = preorder.length;
		parent[target] = node;
		preorder.push(target);
		node = target;
	}
	return {
		preorder,
		numberOf,
		parent,
		postorder,
		closedAt,
		leadsBack
	};
}
/** Whether an edge between reached nodes leads back: every circle has such an edge, and without them there is none. */
function isRetreating({ closedAt }, from, to) {
	return (closedAt[to] ?? 0) >= (closedAt[from] ?? 0);
}
// src/graph/dominators.ts
/** 0, 1, 2 and so on. */
function countUp(count) {
	const numbers = [];
	for (let index = 0; index < count; index++) numbers.push(index);
	return numbers;
}
/** The forest of Lengauer and Tarjan with path compression; nodes are preorder numbers. */
function makeForest(count, semi) {
	const ancestor = filled(count, -1);
	const label = countUp(count);
	const path = [];
	const compress = (node) => {
		let top = node;
		while ((ancestor[ancestor[top] ?? -1] ?? -1) !== -1) {
			path.push(top);
			top = ancestor[top] ?? -1;
		}
		for (let low = path.pop(); low !== void 0; low = path.pop()) {
			const above = ancestor[low] ?? 0;
			const aboveLabel = label[above] ?? 0;
			if ((semi[aboveLabel] ?? 0) < (semi[label[low] ?? 0] ?? 0)) label[low] = aboveLabel;
			ancestor[low] = ancestor[above] ?? -1;
		}
	};
	return {
		link: (parent, child) => {
			ancestor[child] = parent;
		},
		evaluate: (node) => {
			if (ancestor[node] === -1) return node;
			compress(node);
			return label[node] ?? node;
		}
	};
}
/** Immediate dominators as preorder numbers. */
function lengauerTarjan(graph, walk) {
	const { preorder, numberOf, parent } = walk;
	const count = preorder.length;
	const predecessors = reverseGraph(graph);
	const semi = countUp(count);
	const dominator = filled(count, 0);
	const firstOf = filled(count, -1);
	const nextOf = filled(count, 0);
	const forest = makeForest(count, semi);
	const parentOf = (number) => numberOf[parent[preorder[number] ?? 0] ?? 0] ?? 0;
	for (let w = count - 1; w > 0; w--) {
		const node = preorder[w] ?? 0;
		const end = predecessors.rows[node + 1] ?? 0;
		for (let edge = predecessors.rows[node] ?? 0; edge < end; edge++) {
			const v = numberOf[predecessors.targets[edge] ?? 0] ?? -1;
			if (v === -1) continue;
			const candidate = semi[forest.evaluate(v)] ?? 0;
			if (candidate < (semi[w] ?? 0)) semi[w] = candidate;
		}
		const bucket = semi[w] ?? 0;
		nextOf[w] = firstOf[bucket] ?? -1;
		firstOf[bucket] = w;
		const up = parentOf(w);
		forest.link(up, w);
		for (let v = firstOf[up] ?? -1; v !== -1; v = nextOf[v] ?? -1) {
			const u = forest.evaluate(v);
			dominator[v] = (semi[u] ?? 0) < (semi[v] ?? 0) ? u : up;
		}
		firstOf[up] = -1;
	}
	for (let w = 1; w < count; w++) if (dominator[w] !== semi[w]) dominator[w] = dominator[dominator[w] ?? 0] ?? 0;
	return dominator;
}
/** When a walk over the dominator tree comes to a node, and how many it meets there, so that ancestry is two comparisons. */
function numberTree(dominator) {
	const count = dominator.length;
	const size = filled(count, 1);
	for (let node = count - 1; node > 0; node--) {
		const up = dominator[node] ?? 0;
		size[up] = (size[up] ?? 0) + (size[node] ?? 0);
	}
	const first = filled(count, 0);
	const nextFree = filled(count, 1);
	for (let node = 1; node < count; node++) {
		const up = dominator[node] ?? 0;
		first[node] = (first[up] ?? 0) + (nextFree[up] ?? 0);
		nextFree[up] = (nextFree[up] ?? 0) + (size[node] ?? 0);
	}
	return {
		first,
		size
	};
}
/**
* Finds the dominators of all nodes that the entry reaches.
* @param walk of the same graph, where there is one already
*/
function findDominators(graph, walk = walkDepthFirst(graph)) {
	const { preorder, numberOf } = walk;
	const byNumber = lengauerTarjan(graph, walk);
	const { first, size } = numberTree(byNumber);
	const immediate = filled(graph.ids.length, -1);
	for (let number = 1; number < preorder.length; number++) immediate[preorder[number] ?? 0] = preorder[byNumber[number] ?? 0] ?? 0;
	const dominates = (dominator, node) => {
		const above = numberOf[dominator] ?? -1;
		const below = numberOf[node] ?? -1;
		if (above === -1 || below === -1) return false;
		const after = (first[below] ?? 0) - (first[above] ?? 0);
		return after >= 0 && after < (size[above] ?? 0);
	};
	return {
		dominates,
		immediate
	};
}
// src/graph/depth.ts
/** Edges that the search of one rule's irreducible loops may try in all. */
const SEARCH_BUDGET = 2e6;
/** The best way on from `node` out of its component: its length in edges (0: none) and its first node (-1). */
function wayOut(graph, components, tail, node) {
	let best = {
		length: 0,
		bound: 0,
		next: -1
	};
	for (const target of successors(graph, node)) {
		if (components.of[target] === components.of[node]) continue;
		const length = 1 + (tail.length[target] ?? 0);
		const bound = Math.max(best.bound, 1 + (tail.bound[target] ?? 0));
		best = length > best.length ? {
			length,
			bound,
			next: target
		} : {
			...best,
			bound
		};
	}
	return best;
}
/** Tries the simple paths from `start` inside one component, depth first, until the budget is spent. */
function searchComponent(graph, members, start, out, budget) {
	const ceiling = members.length - 1 + longest(out, "length");
	const onPath = /* @__PURE__ */ new Set();
	const path = [];
	const cursors = [];
	let best = {
		length: -1,
		path: [],
		next: -1
	};
	let prefix = 0;
	const keepPrefix = () => {
		if (prefix > 0) best = {
			...best,
			path: path.slice(0, prefix)
		};
		prefix = 0;
	};
	const enter = (node) => {
		onPath.add(node);
		path.push(node);
		cursors.push(0);
		const way = out.get(node);
		const length = path.length - 1 + (way?.length ?? 0);
		if (length <= best.length) return;
		best = {
			length,
			path: [],
			next: way?.next ?? -1
		};
		prefix = path.length;
	};
	enter(start);
	while (path.length > 0 && budget.left > 0 && best.length < ceiling) {
		const node = path.at(-1) ?? start;
		const cursor = cursors.at(-1) ?? 0;
		const target = successors(graph, node)[cursor];
		if (target === void 0) {
			if (path.length === prefix) keepPrefix();
			onPath.delete(node);
			path.pop();
			cursors.pop();
			continue;
		}
		budget.left--;
		cursors[cursors.length - 1] = cursor + 1;
		if (out.has(target) && !onPath.has(target)) enter(target);
	}
	keepPrefix();
	return best;
}
function longest(out, key) {
	let most = 0;
	for (const way of out.values()) most = Math.max(most, way[key]);
	return most;
}
function solveIrreducible(graph, components, members, entries, tail, budget) {
	const out = new Map(members.map((node) => [node, wayOut(graph, components, tail, node)]));
	const hasExactWaysOut = [...out.values()].every((way) => way.bound === way.length);
	const ceiling = members.length - 1 + longest(out, "bound");
	entries.forEach((entry, index) => {
		const share = { left: Math.ceil(budget.left / (entries.length - index)) };
		budget.left -= share.left;
		const found = searchComponent(graph, members, entry, out, share);
		budget.left += share.left;
		tail.length[entry] = found.length;
		tail.next[entry] = found.next;
		tail.inside.set(entry, found.path);
		tail.bound[entry] = share.left > 0 && hasExactWaysOut ? found.length : ceiling;
	});
}
/** For each component the nodes over which paths come into it from outside, the entry included. */
function findEntries(graph, components) {
	const entries = /* @__PURE__ */ new Map();
	const add = (node) => {
		const component = components.of[node] ?? 0;
		if ((components.members[component]?.length ?? 0) < 2) return;
		const known = entries.get(component) ?? /* @__PURE__ */ new Set();
		entries.set(component, known.add(node));
	};
	add(0);
	for (let node = 0; node < graph.ids.length; node++) for (const target of successors(graph, node)) if (components.of[target] !== components.of[node]) add(target);
	return new Map([...entries].map(([component, nodes]) => [component, [...nodes].toSorted((a, b) => a - b)]));
}
function tracePath(tail) {
	const path = [];
	for (let node = 0; node !== -1; node = tail.next[node] ?? -1) for (const step of tail.inside.get(node) ?? [node]) path.push(step);
	return path;
}
function conclude(tail) {
	const depth = tail.length[0] ?? 0;
	const upperBound = tail.bound[0] ?? 0;
	return {
		depth,
		exact: depth === upperBound,
		upperBound,
		path: tracePath(tail)
	};
}
/** Whether every edge that leads back is the back edge of a natural loop. */
function isReducible(graph, walk, { dominates }) {
	for (const from of walk.preorder) {
		const end = graph.rows[from + 1] ?? 0;
		for (let edge = graph.rows[from] ?? 0; edge < end; edge++) {
			const to = graph.targets[edge] ?? 0;
			if (isRetreating(walk, from, to) && !dominates(to, from)) return false;
		}
	}
	return true;
}
/** The longest paths where the edges that lead back lie on none. */
function solveReducible(graph, walk) {
	const length = filled(graph.ids.length, 0);
	const next = filled(graph.ids.length, -1);
	for (const node of walk.postorder) {
		const end = graph.rows[node + 1] ?? 0;
		let best = 0;
		for (let edge = graph.rows[node] ?? 0; edge < end; edge++) {
			const target = graph.targets[edge] ?? 0;
			if (isRetreating(walk, node, target) || (length[target] ?? 0) < best) continue;
			best = 1 + (length[target] ?? 0);
			next[node] = target;
		}
		length[node] = best;
	}
	return conclude({
		length,
		bound: length,
		inside: /* @__PURE__ */ new Map(),
		next
	});
}
/** The longest paths, searched for within irreducible loops. */
function solveBySearch(graph, walk, { dominates }, steps) {
	const forward = filterEdges(graph, (from, to) => walk.numberOf[from] !== -1 && !dominates(to, from));
	const components = findComponents(forward);
	const entries = findEntries(forward, components);
	const count = graph.ids.length;
	const tail = {
		length: filled(count, 0),
		bound: filled(count, 0),
		inside: /* @__PURE__ */ new Map(),
		next: filled(count, -1)
	};
	const budget = { left: steps };
	components.members.forEach((members, component) => {
		const [only] = members;
		if (members.length > 1) solveIrreducible(forward, components, members, entries.get(component) ?? [], tail, budget);
		else if (only !== void 0) {
			const out = wayOut(forward, components, tail, only);
			tail.length[only] = out.length;
			tail.bound[only] = out.bound;
			tail.next[only] = out.next;
		}
	});
	return conclude(tail);
}
/**
* Finds the depth of a rule's graph: exact in linear time where the graph is reducible (apart from the dominators'
* logarithm), else by bounded search.
* @param walk of the same graph, where there is one already
*/
function findDepth(graph, searchBudget = SEARCH_BUDGET, walk = walkDepthFirst(graph)) {
	if (!walk.leadsBack) return solveReducible(graph, walk);
	const dominators = findDominators(graph, walk);
	return isReducible(graph, walk, dominators) ? solveReducible(graph, walk) : solveBySearch(graph, walk, dominators, searchBudget);
}
// src/graph/figures.ts
/** Whether a call can end at a node: hangup, transfer and queue end it, and so does a node without transitions. */
function canEndAt(node) {
	return node.type === "hangup" || node.type === "transfer" || node.type === "queue" || node.transitions.length === 0;
}
/** Whether each component leads to an end of the call, or holds one. */
function findEndings(graph, components, nodes) {
	const ends = filled(components.members.length, 0);
	components.members.forEach((members, component) => {
		if (members.some((index) => {
			const node = nodes[index];
			if (node !== void 0 && canEndAt(node)) return true;
			return successors(graph, index).some((target) => ends[components.of[target] ?? 0] === 1);
		})) ends[component] = 1;
	});
	return ends;
}
const NO_LOOPS = {
	loops: [],
	traps: []
};
function findLoops(graph, nodes) {
	const components = findComponents(graph);
	const loops = components.members.filter((members) => isLoop(graph, members)).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
	if (loops.length === 0) return NO_LOOPS;
	const ends = findEndings(graph, components, nodes);
	return {
		loops,
		traps: loops.filter(([first]) => ends[components.of[first ?? 0] ?? 0] === 0)
	};
}
/** Computes the figures of one rule. */
function computeFigures(nodes) {
	const graph = buildGraph(nodes);
	const walk = walkDepthFirst(graph);
	const reachesAll = walk.preorder.length === nodes.length;
	const { loops, traps } = reachesAll && !walk.leadsBack ? NO_LOOPS : findLoops(graph, nodes);
	return {
		graph,
		depth: findDepth(graph, SEARCH_BUDGET, walk),
		loops,
		traps,
		unreachable: reachesAll ? [] : nodes.flatMap((_, index) => walk.numberOf[index] === -1 ? [index] : []),
		undefinedTargets: graph.undefinedTargets
	};
}
// src/schedule/window.ts
/** The window that a rule's dates make. A payload's dates are instants already, so no time zone is asked for. */
function windowOf({ effectiveDate, expirationDate }) {
	return {
		start: effectiveDate === void 0 ? Number.NEGATIVE_INFINITY : Date.parse(effectiveDate),
		end: expirationDate === void 0 ? Number.POSITIVE_INFINITY : Date.parse(expirationDate)
	};
}
/** Whether there is no instant in a window: it ends where it starts, or before. */
function isEmptyWindow({ start, end }) {
	return start >= end;
}
/** Whether an instant (milliseconds since the epoch) lies in a window. */
function isInWindow({ start, end }, at) {
	return start <= at && at < end;
}
/** Rules with their windows. Only ACTIVE rules count: the others are not, or not yet, meant to meet a caller. */
function scheduleRules(rules) {
	return rules.filter((rule) => rule.status === "ACTIVE").map((rule) => ({
		rule,
		window: windowOf(rule.payload)
	}));
}
// src/rules/problem.ts
/** The place of the value at a JSON pointer. */
function atValue(pointer) {
	return {
		pointer,
		part: "value"
	};
}
/** The place of the key that a JSON pointer ends in. */
function atKey(pointer) {
	return {
		pointer,
		part: "key"
	};
}
// src/rules/scan-json.ts
const QUOTE$1 = 34;
const COMMA$1 = 44;
const MINUS = 45;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const NOTHING_WANTED = /* @__PURE__ */ new Set();
/** One step of a JSON pointer, escaped (RFC 6901, section 3). */
function pointerStep(key) {
	return typeof key === "number" ? `/${key}` : `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
function endOfString(text, from) {
	for (let quote = text.indexOf("\"", from); quote >= 0; quote = text.indexOf("\"", quote + 1)) {
		let before = quote - 1;
		while (text.charCodeAt(before) === BACKSLASH) before--;
		if ((quote - before) % 2 === 1) return quote + 1;
	}
	return text.length;
}
function endOfScalar(text, from) {
	let end = from;
	while (end < text.length) {
		const code = text.charCodeAt(end);
		if (code <= 32 || code === COMMA$1 || code === CLOSE_BRACKET || code === CLOSE_BRACE) break;
		end++;
	}
	return end;
}
function isDigit$1(code) {
	return code >= 48 && code <= 57;
}
function childPointer(frame) {
	if (frame === void 0) return "";
	return frame.pointer + pointerStep(frame.isObject ? frame.key : frame.index);
}
/**
* Scans valid JSON text once.
* @param text what JSON.parse has accepted
* @param wanted the JSON pointers whose spans are asked for; none costs nothing
*/
function scanJson(text, wanted = NOTHING_WANTED) {
	const duplicates = [];
	const numbers = [];
	const spans = /* @__PURE__ */ new Map();
	const stack = [];
	const tracks = wanted.size > 0;
	let frame;
	let expectsKey = false;
	const note = (pointer, start, end, key) => {
		if (wanted.has(pointer)) spans.set(pointer, key === void 0 ? {
			start,
			end
		} : {
			start,
			end,
			key
		});
	};
	const noteScalar = (start, end) => {
		if (tracks) note(childPointer(frame), start, end, frame?.keySpan);
	};
	const noteKey = (open, start, end) => {
		const raw = text.slice(start + 1, end - 1);
		const key = raw.includes("\\") ? JSON.parse(text.slice(start, end)) : raw;
		const first = open.keys.get(key);
		if (first === void 0) open.keys.set(key, start);
		else duplicates.push({
			key,
			first,
			start,
			end
		});
		open.key = key;
		open.keySpan = {
			start,
			end
		};
		expectsKey = false;
	};
	let at = 0;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		if (code === QUOTE$1) {
			const end = endOfString(text, at + 1);
			if (expectsKey && frame !== void 0) noteKey(frame, at, end);
			else noteScalar(at, end);
			at = end;
		} else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
			if (stack.length >= 100) return {
				duplicates,
				numbers,
				spans,
				tooDeepAt: at
			};
			const isObject = code === OPEN_BRACE;
			const opened = {
				isObject,
				pointer: tracks ? childPointer(frame) : "",
				start: at,
				ownKey: frame?.keySpan,
				keys: /* @__PURE__ */ new Map(),
				key: "",
				keySpan: void 0,
				index: 0
			};
			stack.push(opened);
			frame = opened;
			expectsKey = isObject;
			at++;
		} else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
			const closed = stack.pop();
			if (tracks && closed !== void 0) note(closed.pointer, closed.start, at + 1, closed.ownKey);
			frame = stack.at(-1);
			expectsKey = false;
			at++;
		} else if (code === COMMA$1) {
			if (frame !== void 0 && !frame.isObject) frame.index++;
			expectsKey = frame?.isObject ?? false;
			at++;
		} else if (code <= 32 || code === COLON) at++;
		else {
			const end = endOfScalar(text, at);
			if (isDigit$1(code) || code === MINUS) numbers.push({
				start: at,
				end
			});
			noteScalar(at, end);
			at = end;
		}
	}
	return {
		duplicates,
		numbers,
		spans
	};
}
/** The offset at which nesting goes past {@link MAX_NESTING}, in a text that need not be valid JSON. */
function findTooDeep(text) {
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === QUOTE$1) at = endOfString(text, at + 1) - 1;
		else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth = Math.max(0, depth - 1);
		else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
			if (depth === 100) return at;
			depth++;
		}
	}
}
// src/rules/exact-number.ts
const NUMBER = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
const ZERO = 48;
function readDecimal(text) {
	const match = NUMBER.exec(text);
	if (match === null) return void 0;
	const [, whole = "", fraction = "", power = "0"] = match;
	const digits = whole + fraction;
	let start = 0;
	let end = digits.length;
	while (start < end && digits.charCodeAt(start) === ZERO) start++;
	while (end > start && digits.charCodeAt(end - 1) === ZERO) end--;
	if (start === end) return {
		digits: "",
		exponent: 0
	};
	return {
		digits: digits.slice(start, end),
		exponent: Number(power) - fraction.length + (digits.length - end)
	};
}
/**
* Whether the decimal value of a JSON number is the one that a reader gets: the shortest decimal that stands for the double
* (ECMA-262, Number::toString) is compared with what is written. The sign of zero does not count.
* @param literal a number as JSON has it
*/
function isKeptExactly(literal) {
	const written = readDecimal(literal);
	const read = readDecimal(String(Number(literal)));
	return written !== void 0 && read !== void 0 && written.digits === read.digits && written.exponent === read.exponent;
}
// node_modules/jsonc-parser/lib/esm/impl/scanner.js
/**
* Creates a JSON scanner on the given text.
* If ignoreTrivia is set, whitespaces or comments are ignored.
*/
function createScanner$1(text, ignoreTrivia = false) {
	const len = text.length;
	let pos = 0, value = "", tokenOffset = 0, token = 16, lineNumber = 0, lineStartOffset = 0, tokenLineStartOffset = 0, prevTokenLineStartOffset = 0, scanError = 0;
	function scanHexDigits(count, exact) {
		let digits = 0;
		let value = 0;
		while (digits < count || !exact) {
			let ch = text.charCodeAt(pos);
			if (ch >= 48 && ch <= 57) value = value * 16 + ch - 48;
			else if (ch >= 65 && ch <= 70) value = value * 16 + ch - 65 + 10;
			else if (ch >= 97 && ch <= 102) value = value * 16 + ch - 97 + 10;
			else break;
			pos++;
			digits++;
		}
		if (digits < count) value = -1;
		return value;
	}
	function setPosition(newPosition) {
		pos = newPosition;
		value = "";
		tokenOffset = 0;
		token = 16;
		scanError = 0;
	}
	function scanNumber() {
		let start = pos;
		if (text.charCodeAt(pos) === 48) pos++;
		else {
			pos++;
			while (pos < text.length && isDigit(text.charCodeAt(pos))) pos++;
		}
		if (pos < text.length && text.charCodeAt(pos) === 46) {
			pos++;
			if (pos < text.length && isDigit(text.charCodeAt(pos))) {
				pos++;
				while (pos < text.length && isDigit(text.charCodeAt(pos))) pos++;
			} else {
				scanError = 3;
				return text.substring(start, pos);
			}
		}
		let end = pos;
		if (pos < text.length && (text.charCodeAt(pos) === 69 || text.charCodeAt(pos) === 101)) {
			pos++;
			if (pos < text.length && text.charCodeAt(pos) === 43 || text.charCodeAt(pos) === 45) pos++;
			if (pos < text.length && isDigit(text.charCodeAt(pos))) {
				pos++;
				while (pos < text.length && isDigit(text.charCodeAt(pos))) pos++;
				end = pos;
			} else scanError = 3;
		}
		return text.substring(start, end);
	}
	function scanString() {
		let result = "", start = pos;
		while (true) {
			if (pos >= len) {
				result += text.substring(start, pos);
				scanError = 2;
				break;
			}
			const ch = text.charCodeAt(pos);
			if (ch === 34) {
				result += text.substring(start, pos);
				pos++;
				break;
			}
			if (ch === 92) {
				result += text.substring(start, pos);
				pos++;
				if (pos >= len) {
					scanError = 2;
					break;
				}
				switch (text.charCodeAt(pos++)) {
					case 34:
						result += "\"";
						break;
					case 92:
						result += "\\";
						break;
					case 47:
						result += "/";
						break;
					case 98:
						result += "\b";
						break;
					case 102:
						result += "\f";
						break;
					case 110:
						result += "\n";
						break;
					case 114:
						result += "\r";
						break;
					case 116:
						result += "	";
						break;
					case 117:
						const ch3 = scanHexDigits(4, true);
						if (ch3 >= 0) result += String.fromCharCode(ch3);
						else scanError = 4;
						break;
					default: scanError = 5;
				}
				start = pos;
				continue;
			}
			if (ch >= 0 && ch <= 31) {
				if (isLineBreak(ch)) {
					result += text.substring(start, pos);
					scanError = 2;
					break;
				} else scanError = 6;
			}
			pos++;
		}
		return result;
	}
	function scanNext() {
		value = "";
		scanError = 0;
		tokenOffset = pos;
		lineStartOffset = lineNumber;
		prevTokenLineStartOffset = tokenLineStartOffset;
		if (pos >= len) {
			tokenOffset = len;
			return token = 17;
		}
		let code = text.charCodeAt(pos);
		if (isWhiteSpace(code)) {
			do {
				pos++;
				value += String.fromCharCode(code);
				code = text.charCodeAt(pos);
			} while (isWhiteSpace(code));
			return token = 15;
		}
		if (isLineBreak(code)) {
			pos++;
			value += String.fromCharCode(code);
			if (code === 13 && text.charCodeAt(pos) === 10) {
				pos++;
				value += "\n";
			}
			lineNumber++;
			tokenLineStartOffset = pos;
			return token = 14;
		}
		switch (code) {
			case 123:
				pos++;
				return token = 1;
			case 125:
				pos++;
				return token = 2;
			case 91:
				pos++;
				return token = 3;
			case 93:
				pos++;
				return token = 4;
			case 58:
				pos++;
				return token = 6;
			case 44:
				pos++;
				return token = 5;
			case 34:
				pos++;
				value = scanString();
				return token = 10;
			case 47:
				const start = pos - 1;
				if (text.charCodeAt(pos + 1) === 47) {
					pos += 2;
					while (pos < len) {
						if (isLineBreak(text.charCodeAt(pos))) break;
						pos++;
					}
					value = text.substring(start, pos);
					return token = 12;
				}
				if (text.charCodeAt(pos + 1) === 42) {
					pos += 2;
					const safeLength = len - 1;
					let commentClosed = false;
					while (pos < safeLength) {
						const ch = text.charCodeAt(pos);
						if (ch === 42 && text.charCodeAt(pos + 1) === 47) {
							pos += 2;
							commentClosed = true;
							break;
						}
						pos++;
						if (isLineBreak(ch)) {
							if (ch === 13 && text.charCodeAt(pos) === 10) pos++;
							lineNumber++;
							tokenLineStartOffset = pos;
						}
					}
					if (!commentClosed) {
						pos++;
						scanError = 1;
					}
					value = text.substring(start, pos);
					return token = 13;
				}
				value += String.fromCharCode(code);
				pos++;
				return token = 16;
			case 45:
				value += String.fromCharCode(code);
				pos++;
				if (pos === len || !isDigit(text.charCodeAt(pos))) return token = 16;
			case 48:
			case 49:
			case 50:
			case 51:
			case 52:
			case 53:
			case 54:
			case 55:
			case 56:
			case 57:
				value += scanNumber();
				return token = 11;
			default:
				while (pos < len && isUnknownContentCharacter(code)) {
					pos++;
					code = text.charCodeAt(pos);
				}
				if (tokenOffset !== pos) {
					value = text.substring(tokenOffset, pos);
					switch (value) {
						case "true": return token = 8;
						case "false": return token = 9;
						case "null": return token = 7;
					}
					return token = 16;
				}
				value += String.fromCharCode(code);
				pos++;
				return token = 16;
		}
	}
	function isUnknownContentCharacter(code) {
		if (isWhiteSpace(code) || isLineBreak(code)) return false;
		switch (code) {
			case 125:
			case 93:
			case 123:
			case 91:
			case 34:
			case 58:
			case 44:
			case 47: return false;
		}
		return true;
	}
	function scanNextNonTrivia() {
		let result;
		do
			result = scanNext();
		while (result >= 12 && result <= 15);
		return result;
	}
	return {
		setPosition,
		getPosition: () => pos,
		scan: ignoreTrivia ? scanNextNonTrivia : scanNext,
		getToken: () => token,
		getTokenValue: () => value,
		getTokenOffset: () => tokenOffset,
		getTokenLength: () => pos - tokenOffset,
		getTokenStartLine: () => lineStartOffset,
		getTokenStartCharacter: () => tokenOffset - prevTokenLineStartOffset,
		getTokenError: () => scanError
	};
}
function isWhiteSpace(ch) {
	return ch === 32 || ch === 9;
}
function isLineBreak(ch) {
	return ch === 10 || ch === 13;
}
function isDigit(ch) {
	return ch >= 48 && ch <= 57;
}
var CharacterCodes;
(function(CharacterCodes) {
	CharacterCodes[CharacterCodes["lineFeed"] = 10] = "lineFeed";
	CharacterCodes[CharacterCodes["carriageReturn"] = 13] = "carriageReturn";
	CharacterCodes[CharacterCodes["space"] = 32] = "space";
	CharacterCodes[CharacterCodes["_0"] = 48] = "_0";
	CharacterCodes[CharacterCodes["_1"] = 49] = "_1";
	CharacterCodes[CharacterCodes["_2"] = 50] = "_2";
	CharacterCodes[CharacterCodes["_3"] = 51] = "_3";
	CharacterCodes[CharacterCodes["_4"] = 52] = "_4";
	CharacterCodes[CharacterCodes["_5"] = 53] = "_5";
	CharacterCodes[CharacterCodes["_6"] = 54] = "_6";
	CharacterCodes[CharacterCodes["_7"] = 55] = "_7";
	CharacterCodes[CharacterCodes["_8"] = 56] = "_8";
	CharacterCodes[CharacterCodes["_9"] = 57] = "_9";
	CharacterCodes[CharacterCodes["a"] = 97] = "a";
	CharacterCodes[CharacterCodes["b"] = 98] = "b";
	CharacterCodes[CharacterCodes["c"] = 99] = "c";
	CharacterCodes[CharacterCodes["d"] = 100] = "d";
	CharacterCodes[CharacterCodes["e"] = 101] = "e";
	CharacterCodes[CharacterCodes["f"] = 102] = "f";
	CharacterCodes[CharacterCodes["g"] = 103] = "g";
	CharacterCodes[CharacterCodes["h"] = 104] = "h";
	CharacterCodes[CharacterCodes["i"] = 105] = "i";
	CharacterCodes[CharacterCodes["j"] = 106] = "j";
	CharacterCodes[CharacterCodes["k"] = 107] = "k";
	CharacterCodes[CharacterCodes["l"] = 108] = "l";
	CharacterCodes[CharacterCodes["m"] = 109] = "m";
	CharacterCodes[CharacterCodes["n"] = 110] = "n";
	CharacterCodes[CharacterCodes["o"] = 111] = "o";
	CharacterCodes[CharacterCodes["p"] = 112] = "p";
	CharacterCodes[CharacterCodes["q"] = 113] = "q";
	CharacterCodes[CharacterCodes["r"] = 114] = "r";
	CharacterCodes[CharacterCodes["s"] = 115] = "s";
	CharacterCodes[CharacterCodes["t"] = 116] = "t";
	CharacterCodes[CharacterCodes["u"] = 117] = "u";
	CharacterCodes[CharacterCodes["v"] = 118] = "v";
	CharacterCodes[CharacterCodes["w"] = 119] = "w";
	CharacterCodes[CharacterCodes["x"] = 120] = "x";
	CharacterCodes[CharacterCodes["y"] = 121] = "y";
	CharacterCodes[CharacterCodes["z"] = 122] = "z";
	CharacterCodes[CharacterCodes["A"] = 65] = "A";
	CharacterCodes[CharacterCodes["B"] = 66] = "B";
	CharacterCodes[CharacterCodes["C"] = 67] = "C";
	CharacterCodes[CharacterCodes["D"] = 68] = "D";
	CharacterCodes[CharacterCodes["E"] = 69] = "E";
	CharacterCodes[CharacterCodes["F"] = 70] = "F";
	CharacterCodes[CharacterCodes["G"] = 71] = "G";
	CharacterCodes[CharacterCodes["H"] = 72] = "H";
	CharacterCodes[CharacterCodes["I"] = 73] = "I";
	CharacterCodes[CharacterCodes["J"] = 74] = "J";
	CharacterCodes[CharacterCodes["K"] = 75] = "K";
	CharacterCodes[CharacterCodes["L"] = 76] = "L";
	CharacterCodes[CharacterCodes["M"] = 77] = "M";
	CharacterCodes[CharacterCodes["N"] = 78] = "N";
	CharacterCodes[CharacterCodes["O"] = 79] = "O";
	CharacterCodes[CharacterCodes["P"] = 80] = "P";
	CharacterCodes[CharacterCodes["Q"] = 81] = "Q";
	CharacterCodes[CharacterCodes["R"] = 82] = "R";
	CharacterCodes[CharacterCodes["S"] = 83] = "S";
	CharacterCodes[CharacterCodes["T"] = 84] = "T";
	CharacterCodes[CharacterCodes["U"] = 85] = "U";
	CharacterCodes[CharacterCodes["V"] = 86] = "V";
	CharacterCodes[CharacterCodes["W"] = 87] = "W";
	CharacterCodes[CharacterCodes["X"] = 88] = "X";
	CharacterCodes[CharacterCodes["Y"] = 89] = "Y";
	CharacterCodes[CharacterCodes["Z"] = 90] = "Z";
	CharacterCodes[CharacterCodes["asterisk"] = 42] = "asterisk";
	CharacterCodes[CharacterCodes["backslash"] = 92] = "backslash";
	CharacterCodes[CharacterCodes["closeBrace"] = 125] = "closeBrace";
	CharacterCodes[CharacterCodes["closeBracket"] = 93] = "closeBracket";
	CharacterCodes[CharacterCodes["colon"] = 58] = "colon";
	CharacterCodes[CharacterCodes["comma"] = 44] = "comma";
	CharacterCodes[CharacterCodes["dot"] = 46] = "dot";
	CharacterCodes[CharacterCodes["doubleQuote"] = 34] = "doubleQuote";
	CharacterCodes[CharacterCodes["minus"] = 45] = "minus";
	CharacterCodes[CharacterCodes["openBrace"] = 123] = "openBrace";
	CharacterCodes[CharacterCodes["openBracket"] = 91] = "openBracket";
	CharacterCodes[CharacterCodes["plus"] = 43] = "plus";
	CharacterCodes[CharacterCodes["slash"] = 47] = "slash";
	CharacterCodes[CharacterCodes["formFeed"] = 12] = "formFeed";
	CharacterCodes[CharacterCodes["tab"] = 9] = "tab";
})(CharacterCodes || (CharacterCodes = {}));
new Array(20).fill(0).map((_, index) => {
	return " ".repeat(index);
});
const maxCachedValues = 200;
new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\n" + " ".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\r" + " ".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\r\n" + " ".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\n" + "	".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\r" + "	".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\r\n" + "	".repeat(index);
});
// node_modules/jsonc-parser/lib/esm/impl/parser.js
var ParseOptions;
(function(ParseOptions) {
	ParseOptions.DEFAULT = { allowTrailingComma: false };
})(ParseOptions || (ParseOptions = {}));
/**
* Parses the given text and invokes the visitor functions for each object, array and literal reached.
*/
function visit$1(text, visitor, options = ParseOptions.DEFAULT) {
	const _scanner = createScanner$1(text, false);
	const _jsonPath = [];
	let suppressedCallbacks = 0;
	function toNoArgVisit(visitFunction) {
		return visitFunction ? () => suppressedCallbacks === 0 && visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
	}
	function toOneArgVisit(visitFunction) {
		return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
	}
	function toOneArgVisitWithPath(visitFunction) {
		return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) : () => true;
	}
	function toBeginVisit(visitFunction) {
		return visitFunction ? () => {
			if (suppressedCallbacks > 0) suppressedCallbacks++;
			else if (visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) === false) suppressedCallbacks = 1;
		} : () => true;
	}
	function toEndVisit(visitFunction) {
		return visitFunction ? () => {
			if (suppressedCallbacks > 0) suppressedCallbacks--;
			if (suppressedCallbacks === 0) visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter());
		} : () => true;
	}
	const onObjectBegin = toBeginVisit(visitor.onObjectBegin), onObjectProperty = toOneArgVisitWithPath(visitor.onObjectProperty), onObjectEnd = toEndVisit(visitor.onObjectEnd), onArrayBegin = toBeginVisit(visitor.onArrayBegin), onArrayEnd = toEndVisit(visitor.onArrayEnd), onLiteralValue = toOneArgVisitWithPath(visitor.onLiteralValue), onSeparator = toOneArgVisit(visitor.onSeparator), onComment = toNoArgVisit(visitor.onComment), onError = toOneArgVisit(visitor.onError);
	const disallowComments = options && options.disallowComments;
	const allowTrailingComma = options && options.allowTrailingComma;
	function scanNext() {
		while (true) {
			const token = _scanner.scan();
			switch (_scanner.getTokenError()) {
				case 4:
					handleError(14);
					break;
				case 5:
					handleError(15);
					break;
				case 3:
					handleError(13);
					break;
				case 1:
					if (!disallowComments) handleError(11);
					break;
				case 2:
					handleError(12);
					break;
				case 6: handleError(16);
			}
			switch (token) {
				case 12:
				case 13:
					if (disallowComments) handleError(10);
					else onComment();
					break;
				case 16:
					handleError(1);
					break;
				case 15:
				case 14: break;
				default: return token;
			}
		}
	}
	function handleError(error, skipUntilAfter = [], skipUntil = []) {
		onError(error);
		if (skipUntilAfter.length + skipUntil.length > 0) {
			let token = _scanner.getToken();
			while (token !== 17) {
				if (skipUntilAfter.indexOf(token) !== -1) {
					scanNext();
					break;
				} else if (skipUntil.indexOf(token) !== -1) break;
				token = scanNext();
			}
		}
	}
	function parseString(isValue) {
		const value = _scanner.getTokenValue();
		if (isValue) onLiteralValue(value);
		else {
			onObjectProperty(value);
			_jsonPath.push(value);
		}
		scanNext();
		return true;
	}
	function parseLiteral() {
		switch (_scanner.getToken()) {
			case 11:
				const tokenValue = _scanner.getTokenValue();
				let value = Number(tokenValue);
				if (isNaN(value)) {
					handleError(2);
					value = 0;
				}
				onLiteralValue(value);
				break;
			case 7:
				onLiteralValue(null);
				break;
			case 8:
				onLiteralValue(true);
				break;
			case 9:
				onLiteralValue(false);
				break;
			default: return false;
		}
		scanNext();
		return true;
	}
	function parseProperty() {
		if (_scanner.getToken() !== 10) {
			handleError(3, [], [2, 5]);
			return false;
		}
		parseString(false);
		if (_scanner.getToken() === 6) {
			onSeparator(":");
			scanNext();
			if (!parseValue()) handleError(4, [], [2, 5]);
		} else handleError(5, [], [2, 5]);
		_jsonPath.pop();
		return true;
	}
	function parseObject() {
		onObjectBegin();
		scanNext();
		let needsComma = false;
		while (_scanner.getToken() !== 2 && _scanner.getToken() !== 17) {
			if (_scanner.getToken() === 5) {
				if (!needsComma) handleError(4, [], []);
				onSeparator(",");
				scanNext();
				if (_scanner.getToken() === 2 && allowTrailingComma) break;
			} else if (needsComma) handleError(6, [], []);
			if (!parseProperty()) handleError(4, [], [2, 5]);
			needsComma = true;
		}
		onObjectEnd();
		if (_scanner.getToken() !== 2) handleError(7, [2], []);
		else scanNext();
		return true;
	}
	function parseArray() {
		onArrayBegin();
		scanNext();
		let isFirstElement = true;
		let needsComma = false;
		while (_scanner.getToken() !== 4 && _scanner.getToken() !== 17) {
			if (_scanner.getToken() === 5) {
				if (!needsComma) handleError(4, [], []);
				onSeparator(",");
				scanNext();
				if (_scanner.getToken() === 4 && allowTrailingComma) break;
			} else if (needsComma) handleError(6, [], []);
			if (isFirstElement) {
				_jsonPath.push(0);
				isFirstElement = false;
			} else _jsonPath[_jsonPath.length - 1]++;
			if (!parseValue()) handleError(4, [], [4, 5]);
			needsComma = true;
		}
		onArrayEnd();
		if (!isFirstElement) _jsonPath.pop();
		if (_scanner.getToken() !== 4) handleError(8, [4], []);
		else scanNext();
		return true;
	}
	function parseValue() {
		switch (_scanner.getToken()) {
			case 3: return parseArray();
			case 1: return parseObject();
			case 10: return parseString(true);
			default: return parseLiteral();
		}
	}
	scanNext();
	if (_scanner.getToken() === 17) {
		if (options.allowEmptyContent) return true;
		handleError(4, [], []);
		return false;
	}
	if (!parseValue()) {
		handleError(4, [], []);
		return false;
	}
	if (_scanner.getToken() !== 17) handleError(9, [], []);
	return true;
}
// node_modules/jsonc-parser/lib/esm/main.js
/**
* Creates a JSON scanner on the given text.
* If ignoreTrivia is set, whitespaces or comments are ignored.
*/
const createScanner = createScanner$1;
var ScanError;
(function(ScanError) {
	ScanError[ScanError["None"] = 0] = "None";
	ScanError[ScanError["UnexpectedEndOfComment"] = 1] = "UnexpectedEndOfComment";
	ScanError[ScanError["UnexpectedEndOfString"] = 2] = "UnexpectedEndOfString";
	ScanError[ScanError["UnexpectedEndOfNumber"] = 3] = "UnexpectedEndOfNumber";
	ScanError[ScanError["InvalidUnicode"] = 4] = "InvalidUnicode";
	ScanError[ScanError["InvalidEscapeCharacter"] = 5] = "InvalidEscapeCharacter";
	ScanError[ScanError["InvalidCharacter"] = 6] = "InvalidCharacter";
})(ScanError || (ScanError = {}));
var SyntaxKind;
(function(SyntaxKind) {
	SyntaxKind[SyntaxKind["OpenBraceToken"] = 1] = "OpenBraceToken";
	SyntaxKind[SyntaxKind["CloseBraceToken"] = 2] = "CloseBraceToken";
	SyntaxKind[SyntaxKind["OpenBracketToken"] = 3] = "OpenBracketToken";
	SyntaxKind[SyntaxKind["CloseBracketToken"] = 4] = "CloseBracketToken";
	SyntaxKind[SyntaxKind["CommaToken"] = 5] = "CommaToken";
	SyntaxKind[SyntaxKind["ColonToken"] = 6] = "ColonToken";
	SyntaxKind[SyntaxKind["NullKeyword"] = 7] = "NullKeyword";
	SyntaxKind[SyntaxKind["TrueKeyword"] = 8] = "TrueKeyword";
	SyntaxKind[SyntaxKind["FalseKeyword"] = 9] = "FalseKeyword";
	SyntaxKind[SyntaxKind["StringLiteral"] = 10] = "StringLiteral";
	SyntaxKind[SyntaxKind["NumericLiteral"] = 11] = "NumericLiteral";
	SyntaxKind[SyntaxKind["LineCommentTrivia"] = 12] = "LineCommentTrivia";
	SyntaxKind[SyntaxKind["BlockCommentTrivia"] = 13] = "BlockCommentTrivia";
	SyntaxKind[SyntaxKind["LineBreakTrivia"] = 14] = "LineBreakTrivia";
	SyntaxKind[SyntaxKind["Trivia"] = 15] = "Trivia";
	SyntaxKind[SyntaxKind["Unknown"] = 16] = "Unknown";
	SyntaxKind[SyntaxKind["EOF"] = 17] = "EOF";
})(SyntaxKind || (SyntaxKind = {}));
/**
* Parses the given text and invokes the visitor functions for each object, array and literal reached.
*/
const visit = visit$1;
var ParseErrorCode;
(function(ParseErrorCode) {
	ParseErrorCode[ParseErrorCode["InvalidSymbol"] = 1] = "InvalidSymbol";
	ParseErrorCode[ParseErrorCode["InvalidNumberFormat"] = 2] = "InvalidNumberFormat";
	ParseErrorCode[ParseErrorCode["PropertyNameExpected"] = 3] = "PropertyNameExpected";
	ParseErrorCode[ParseErrorCode["ValueExpected"] = 4] = "ValueExpected";
	ParseErrorCode[ParseErrorCode["ColonExpected"] = 5] = "ColonExpected";
	ParseErrorCode[ParseErrorCode["CommaExpected"] = 6] = "CommaExpected";
	ParseErrorCode[ParseErrorCode["CloseBraceExpected"] = 7] = "CloseBraceExpected";
	ParseErrorCode[ParseErrorCode["CloseBracketExpected"] = 8] = "CloseBracketExpected";
	ParseErrorCode[ParseErrorCode["EndOfFileExpected"] = 9] = "EndOfFileExpected";
	ParseErrorCode[ParseErrorCode["InvalidCommentToken"] = 10] = "InvalidCommentToken";
	ParseErrorCode[ParseErrorCode["UnexpectedEndOfComment"] = 11] = "UnexpectedEndOfComment";
	ParseErrorCode[ParseErrorCode["UnexpectedEndOfString"] = 12] = "UnexpectedEndOfString";
	ParseErrorCode[ParseErrorCode["UnexpectedEndOfNumber"] = 13] = "UnexpectedEndOfNumber";
	ParseErrorCode[ParseErrorCode["InvalidUnicode"] = 14] = "InvalidUnicode";
	ParseErrorCode[ParseErrorCode["InvalidEscapeCharacter"] = 15] = "InvalidEscapeCharacter";
	ParseErrorCode[ParseErrorCode["InvalidCharacter"] = 16] = "InvalidCharacter";
})(ParseErrorCode || (ParseErrorCode = {}));
function printParseErrorCode(code) {
	switch (code) {
		case 1: return "InvalidSymbol";
		case 2: return "InvalidNumberFormat";
		case 3: return "PropertyNameExpected";
		case 4: return "ValueExpected";
		case 5: return "ColonExpected";
		case 6: return "CommaExpected";
		case 7: return "CloseBraceExpected";
		case 8: return "CloseBracketExpected";
		case 9: return "EndOfFileExpected";
		case 10: return "InvalidCommentToken";
		case 11: return "UnexpectedEndOfComment";
		case 12: return "UnexpectedEndOfString";
		case 13: return "UnexpectedEndOfNumber";
		case 14: return "InvalidUnicode";
		case 15: return "InvalidEscapeCharacter";
		case 16: return "InvalidCharacter";
	}
	return "<unknown ParseErrorCode>";
}
// src/rules/explain-syntax.ts
const EXPLANATIONS = {
	InvalidSymbol: "this is no JSON value: texts stand in double quotes",
	InvalidNumberFormat: "this is no JSON number",
	PropertyNameExpected: "a property name in double quotes is expected here",
	ValueExpected: "a value is expected here",
	ColonExpected: "a colon is expected here",
	CommaExpected: "a comma is expected here",
	CloseBraceExpected: "a closing } is expected here",
	CloseBracketExpected: "a closing ] is expected here",
	EndOfFileExpected: "nothing may follow here: the JSON document has ended",
	InvalidCommentToken: "JSON has no comments: remove this one",
	UnexpectedEndOfComment: "JSON has no comments: remove this one",
	UnexpectedEndOfString: "this text has no closing double quote",
	UnexpectedEndOfNumber: "this number is not finished",
	InvalidUnicode: "this \\u escape is not four hex digits",
	InvalidEscapeCharacter: "JSON has no such \\ escape",
	InvalidCharacter: "a control character must be escaped in JSON"
};
/** Token kinds of jsonc-parser, whose enum exists in its types only. */
const COMMA = 5;
const END_OF_FILE = 17;
/** The offset of the last token before an offset, where it is a comma; comments and white space are no tokens. */
function commaBefore(text, offset) {
	const scanner = createScanner(text, true);
	let last = 0;
	let at = 0;
	for (let kind = scanner.scan(); kind !== END_OF_FILE && scanner.getTokenOffset() < offset; kind = scanner.scan()) {
		last = kind;
		at = scanner.getTokenOffset();
	}
	return last === COMMA ? at : void 0;
}
function explain(text, { error, offset, length }) {
	const comma = text[offset] === "}" || text[offset] === "]" ? commaBefore(text, offset) : void 0;
	if (comma !== void 0) return {
		message: "JSON has no trailing comma: remove this one",
		place: {
			offset: comma,
			length: 1
		}
	};
	return {
		message: EXPLANATIONS[printParseErrorCode(error)] ?? "this is no valid JSON",
		place: {
			offset,
			length: Math.max(length, 1)
		}
	};
}
/** The errors of one file that are told. */
const MOST_SYNTAX_ERRORS = 20;
/**
* The first errors, one a place: one mistake often makes the parser stumble several times there, and the first is the cause.
* The parser is stopped as soon as there are enough, for a file of 5 MiB can hold millions.
*/
function findSyntaxErrors(text) {
	const errors = /* @__PURE__ */ new Map();
	const enough = /* @__PURE__ */ new Error("enough");
	const onError = (error, offset, length) => {
		if (!errors.has(offset)) errors.set(offset, {
			error,
			offset,
			length
		});
		if (errors.size === MOST_SYNTAX_ERRORS) throw enough;
	};
	try {
		visit(text, { onError }, {
			disallowComments: true,
			allowTrailingComma: false,
			allowEmptyContent: false
		});
	} catch (error) {
		if (error !== enough) throw error;
	}
	return [...errors.values()];
}
/** What JSON.parse says, at the offset that it names, where it names one. */
function explainThrown(thrown) {
	const said = thrown instanceof Error ? thrown.message : String(thrown);
	const [, position] = / at position (\d+)/.exec(said) ?? [];
	return {
		message: `this is no valid JSON: ${said}`,
		place: position === void 0 ? { line: 1 } : {
			offset: Number(position),
			length: 1
		}
	};
}
/**
* Explains why a text is no JSON, at most {@link MOST_SYNTAX_ERRORS} times.
* @param thrown what JSON.parse threw for it
*/
function explainSyntax(text, path, thrown) {
	const problem = (explained) => ({
		check: "syntax",
		path,
		...explained
	});
	if (text.trim() === "") return [problem({
		message: "the file is empty: a rule is expected",
		place: { line: 1 }
	})];
	const tooDeepAt = findTooDeep(text);
	if (tooDeepAt !== void 0) return [tooDeepProblem(path, tooDeepAt)];
	const errors = findSyntaxErrors(text);
	if (errors.length === 0) return [problem(explainThrown(thrown))];
	return errors.map((error) => problem(explain(text, error)));
}
/** The problem of nesting that goes too far at an offset. */
function tooDeepProblem(path, offset) {
	return {
		check: "syntax",
		path,
		message: `nested deeper than 100 levels: no rule needs that`,
		place: {
			offset,
			length: 1
		}
	};
}
// src/rules/locate.ts
function lineStarts(text) {
	const starts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return starts;
}
function positionOf(starts, offset) {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return {
		line: low + 1,
		column: offset - (starts[low] ?? 0) + 1
	};
}
function ancestors(pointer) {
	const all = [pointer];
	for (let at = pointer.lastIndexOf("/"); at >= 0; at = pointer.lastIndexOf("/", at - 1)) {
		all.push(pointer.slice(0, at));
		if (at === 0) break;
	}
	return all;
}
/** The span of the value or key at a pointer; where it does not exist, that of the nearest that does. */
function spanAt(spans, pointer, part) {
	for (const candidate of ancestors(pointer)) {
		const span = spans.get(candidate);
		if (span === void 0) continue;
		if (candidate !== pointer) return {
			start: span.start,
			end: span.start + 1
		};
		return part === "key" && span.key !== void 0 ? span.key : span;
	}
	return {
		start: 0,
		end: 0
	};
}
/**
* Finds the lines and columns of places in one file's text, in one scan.
* @param text the whole file; for places by pointer it must be valid JSON
*/
function locate(text, places) {
	const wanted = /* @__PURE__ */ new Set();
	for (const place of places) if ("pointer" in place) for (const pointer of ancestors(place.pointer)) wanted.add(pointer);
	const { spans } = wanted.size > 0 ? scanJson(text, wanted) : { spans: /* @__PURE__ */ new Map() };
	const starts = lineStarts(text);
	return places.map((place) => {
		if ("line" in place) {
			const { line, column = 1, endColumn = column } = place;
			return {
				line,
				column,
				endLine: line,
				endColumn
			};
		}
		const span = "pointer" in place ? spanAt(spans, place.pointer, place.part) : {
			start: place.offset,
			end: place.offset + place.length
		};
		const from = positionOf(starts, span.start);
		const to = positionOf(starts, span.end);
		return {
			line: from.line,
			column: from.column,
			endLine: to.line,
			endColumn: to.column
		};
	});
}
// src/rules/prove-clean.ts
const QUOTE = 34;
const SPACE = 32;
/** How many keys a JSON text has at most: what looks like one inside a text is counted too. */
function countKeysAtMost(text) {
	let count = 0;
	for (let colon = text.indexOf(":"); colon >= 0; colon = text.indexOf(":", colon + 1)) {
		let before = colon - 1;
		while (text.charCodeAt(before) <= SPACE) before--;
		if (text.charCodeAt(before) === QUOTE) count++;
	}
	return count;
}
/** How many keys a value has, or undefined where it holds a number or is nested too deeply. */
function countKeys(value, levels) {
	if (typeof value === "number") return void 0;
	if (typeof value !== "object" || value === null) return 0;
	if (levels === 0) return void 0;
	let count = 0;
	const children = Array.isArray(value) ? value : Object.values(value);
	if (!Array.isArray(value)) count = children.length;
	for (const child of children) {
		if (typeof child === "string") continue;
		const below = countKeys(child, levels - 1);
		if (below === void 0) return void 0;
		count += below;
	}
	return count;
}
/**
* Whether a text certainly has no duplicate key, no number, no `\u` escape and no nesting past {@link MAX_NESTING}. A key
* that stands twice is counted twice in the text and once in the value, and the text is never counted too low; so where
* both counts are equal there is none. `false` proves nothing.
* @param value what JSON.parse made of the text
*/
function isEvidentlyClean(text, value) {
	if (text.includes(String.raw`\u`)) return false;
	const count = countKeys(value, 100);
	return count !== void 0 && count === countKeysAtMost(text);
}
// src/rules/parse-json.ts
/** The places of all texts and keys that hold a lone surrogate, which no UTF-8 can carry. */
function findLoneSurrogates(root) {
	const found = [];
	const open = [{
		value: root,
		pointer: ""
	}];
	for (let entry = open.pop(); entry !== void 0; entry = open.pop()) {
		const { value, pointer } = entry;
		if (typeof value === "string") {
			if (!value.isWellFormed()) found.push({
				pointer,
				part: "value"
			});
		} else if (typeof value === "object" && value !== null) for (const [key, child] of Object.entries(value)) {
			const step = pointerStep(Array.isArray(value) ? Number(key) : key);
			if (!key.isWellFormed()) found.push({
				pointer: pointer + step,
				part: "key"
			});
			else open.push({
				value: child,
				pointer: pointer + step
			});
		}
	}
	return found.toSorted((a, b) => a.pointer < b.pointer ? -1 : 1);
}
function surrogateProblems(text, path, value) {
	if (!text.includes("\\u")) return [];
	return findLoneSurrogates(value).map((place) => ({
		check: "syntax",
		path,
		message: "this text holds half of a surrogate pair (a \\ud800 to \\udfff escape without its other half)",
		place
	}));
}
function duplicateProblems(text, path, { duplicates }) {
	const ranges = locate(text, duplicates.flatMap(({ first, start, end }) => [{
		offset: first,
		length: 1
	}, {
		offset: start,
		length: end - start
	}]));
	return duplicates.map(({ key, start, end }, index) => {
		const [first, second] = ranges.slice(2 * index);
		return {
			check: "duplicate-key",
			path,
			message: `the key ${JSON.stringify(key)} stands twice in one object: first on line ${first?.line}, column ${first?.column}, and again here, on line ${second?.line}, column ${second?.column}`,
			place: {
				offset: start,
				length: end - start
			}
		};
	});
}
const LONGEST_NUMBER = 50;
function numberProblems(text, path, { numbers }) {
	return numbers.flatMap(({ start, end }) => {
		const literal = text.slice(start, end);
		if (isKeptExactly(literal)) return [];
		const shown = literal.length > LONGEST_NUMBER ? `${literal.slice(0, LONGEST_NUMBER)}…` : literal;
		const read = Number(literal);
		return [{
			check: "syntax",
			path,
			message: `the number ${shown} cannot be kept exactly: ${Number.isFinite(read) ? `it would be read as ${read}` : "it is too large"}. Write it as a text in quotes`,
			place: {
				offset: start,
				length: end - start
			}
		}];
	});
}
/**
* Parses JSON strictly: no comments, no trailing commas, no duplicate keys, no lone surrogates, no numbers that lose
* digits, no nesting past MAX_NESTING.
*/
function parseJson(text, path) {
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		return { problems: explainSyntax(text, path, error) };
	}
	if (isEvidentlyClean(text, value)) return { value };
	const scan = scanJson(text);
	if (scan.tooDeepAt !== void 0) return { problems: [tooDeepProblem(path, scan.tooDeepAt)] };
	const problems = [
		...duplicateProblems(text, path, scan),
		...numberProblems(text, path, scan),
		...surrogateProblems(text, path, value)
	];
	return problems.length > 0 ? {
		problems,
		read: { value }
	} : { value };
}
// src/rules/explain-schema.ts
const KNOWN_KEYS = {
	rule: [
		"$schema",
		"name",
		"campaignId",
		"nodes",
		"fallbackAction",
		"effectiveDate",
		"expirationDate",
		"status"
	],
	node: [
		"id",
		"type",
		"mediaAssetId",
		"transitions"
	],
	transition: ["condition", "target"],
	fallback: ["type", "target"]
};
function kindOfObject(pointer) {
	if (pointer === "") return "rule";
	if (pointer === "/fallbackAction") return "fallback";
	return pointer.includes("/transitions/") ? "transition" : "node";
}
/** A JSON pointer as people write it: `/nodes/3/mediaAssetId` → `nodes[3].mediaAssetId`. */
function spellPointer(pointer) {
	return pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~")).reduce((text, step) => {
		if (/^\d+$/.test(step)) return `${text}[${step}]`;
		return text === "" ? step : `${text}.${step}`;
	}, "");
}
const ARTICLES = {
	string: "a text in quotes",
	array: "a list",
	object: "an object"
};
function describeValue(value) {
	if (value === null) return "null";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "string") return "a text";
	if (typeof value === "number" && String(value).length > 15) return "a number";
	if (typeof value === "number" || typeof value === "boolean") return `the ${typeof value} ${value}`;
	return "an object";
}
/** The value that a JSON pointer leads to, or undefined. */
function valueAt(root, pointer) {
	let value = root;
	for (const step of pointer.split("/").slice(1)) {
		if (typeof value !== "object" || value === null) return void 0;
		value = value[step.replaceAll("~1", "/").replaceAll("~0", "~")];
	}
	return value;
}
function listAlternatives(values) {
	return values.map((value) => JSON.stringify(value)).join(", ");
}
function explainMissing(pointer, key) {
	const why = key === "mediaAssetId" ? ": a greeting needs one" : "";
	return `${spellPointer(pointer + pointerStep(key))} is missing${why}`;
}
/** The keys that an object could have and has not. */
function absentKeys(pointer, root) {
	const value = valueAt(root, pointer);
	const known = KNOWN_KEYS[kindOfObject(pointer)] ?? [];
	return typeof value === "object" && value !== null ? known.filter((key) => !Object.hasOwn(value, key)) : known;
}
/**
* Pairs the keys that an object lacks with those that no schema knows: by likeness, and where one of each is left, they are
* one mistake too.
*/
function pairKeys(absent, missing, unknown) {
	const pairs = /* @__PURE__ */ new Map();
	const open = new Set(missing);
	const unlike = [];
	for (const key of unknown) {
		const meant = nearest(key, absent);
		if (meant === void 0) unlike.push(key);
		else if (open.delete(meant)) pairs.set(key, meant);
	}
	const [key, meant] = [unlike[0], [...open][0]];
	if (unlike.length === 1 && open.size === 1 && key !== void 0 && meant !== void 0) pairs.set(key, meant);
	return pairs;
}
/** The pairs of every object that both lacks a key and has an unknown one, by pointer. */
function findRenamed(errors, root) {
	const keysOf = (keyword, parameter) => {
		const keys = /* @__PURE__ */ new Map();
		for (const error of errors) {
			if (error.keyword !== keyword) continue;
			const known = keys.get(error.instancePath) ?? /* @__PURE__ */ new Set();
			keys.set(error.instancePath, known.add(String(error.params[parameter])));
		}
		return keys;
	};
	const unknown = keysOf("additionalProperties", "additionalProperty");
	const missing = keysOf("required", "missingProperty");
	return new Map([...missing].map(([pointer, keys]) => {
		return [pointer, pairKeys(absentKeys(pointer, root), keys, [...unknown.get(pointer) ?? []])];
	}));
}
function explainUnknown(pointer, key, root, renamed) {
	const known = KNOWN_KEYS[kindOfObject(pointer)] ?? [];
	const meant = renamed?.get(key) ?? nearest(key, absentKeys(pointer, root));
	const where = pointer === "" ? "a rule" : spellPointer(pointer);
	const hint = meant === void 0 ? `it knows ${known.join(", ")}` : `did you mean ${JSON.stringify(meant)}?`;
	return `${where} has no property ${JSON.stringify(key)}: ${hint}`;
}
function explainOne(error, root, renamed) {
	const pointer = error.instancePath;
	const where = pointer === "" ? "the rule" : spellPointer(pointer);
	const params = error.params;
	switch (error.keyword) {
		case "if": return;
		case "required": {
			const key = String(params.missingProperty);
			if (renamed !== void 0 && [...renamed.values()].includes(key)) return void 0;
			return {
				message: explainMissing(pointer, key),
				place: atValue(pointer)
			};
		}
		case "additionalProperties": {
			const key = String(params.additionalProperty);
			return {
				message: explainUnknown(pointer, key, root, renamed),
				place: atKey(pointer + pointerStep(key))
			};
		}
		case "type": return {
			message: `${where} must be ${ARTICLES[String(params.type)] ?? String(params.type)}, not ${describeValue(valueAt(root, pointer))}`,
			place: atValue(pointer)
		};
		case "enum": {
			const allowed = params.allowedValues;
			const value = valueAt(root, pointer);
			const meant = typeof value === "string" ? nearest(value, allowed.map(String)) : void 0;
			const hint = meant === void 0 ? "" : `; did you mean ${JSON.stringify(meant)}?`;
			return {
				message: `${where} must be one of ${listAlternatives(allowed)}${hint}`,
				place: atValue(pointer)
			};
		}
		case "minItems": return {
			message: `${where} is empty: a rule needs at least one node, the entry`,
			place: atValue(pointer)
		};
		case "minLength": return {
			message: `${where} is empty`,
			place: atValue(pointer)
		};
		default: return {
			message: `${where} ${error.message ?? "does not fit the schema"}`,
			place: atValue(pointer)
		};
	}
}
/**
* Explains the validator's errors.
* @param errors what ajv reported, with `allErrors`
* @param root the value that was validated
*/
function explainSchemaErrors(errors, root) {
	const seen = /* @__PURE__ */ new Set();
	const renamed = findRenamed(errors, root);
	return errors.flatMap((error) => {
		const problem = explainOne(error, root, renamed.get(error.instancePath));
		if (problem === void 0) return [];
		const key = `${JSON.stringify(problem.place)} ${problem.message}`;
		if (seen.has(key)) return [];
		seen.add(key);
		return [problem];
	});
}
// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	function ucs2length(str) {
		const len = str.length;
		let length = 0;
		let pos = 0;
		let value;
		while (pos < len) {
			length++;
			value = str.charCodeAt(pos++);
			if (value >= 55296 && value <= 56319 && pos < len) {
				value = str.charCodeAt(pos);
				if ((value & 64512) === 56320) pos++;
			}
		}
		return length;
	}
	exports.default = ucs2length;
	ucs2length.code = "require(\"ajv/dist/runtime/ucs2length\").default";
}));
// src/rules/validate-rule.generated.js
var import_ucs2length = /* @__PURE__ */ __toESM(require_ucs2length(), 1);
const commonJs = (m) => m.default?.__esModule ? m.default : m.__esModule || typeof m.default === "function" ? m : m.default ?? m;
const validate = validate10;
const schema11 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "rule.schema.json",
	"title": "RuleFile",
	"description": "One routing rule: what the callers of a campaign hear, and where they end.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"name",
		"campaignId",
		"nodes",
		"fallbackAction"
	],
	"properties": {
		"$schema": {
			"type": "string",
			"description": "For editors; never deployed and never hashed."
		},
		"name": {
			"type": "string",
			"minLength": 1,
			"description": "The rule's identity. No two files may share it."
		},
		"campaignId": {
			"type": "string",
			"minLength": 1,
			"description": "The campaign whose callers meet this rule."
		},
		"nodes": {
			"type": "array",
			"minItems": 1,
			"description": "The first node is the entry.",
			"items": { "$ref": "#/definitions/RuleNode" }
		},
		"fallbackAction": { "$ref": "#/definitions/FallbackAction" },
		"effectiveDate": {
			"type": "string",
			"format": "date-time",
			"description": "In force from this instant. ISO 8601 with an offset or Z."
		},
		"expirationDate": {
			"type": "string",
			"format": "date-time",
			"description": "In force up to, not at, this instant. ISO 8601 with an offset or Z."
		},
		"status": {
			"enum": [
				"DRAFT",
				"ACTIVE",
				"INACTIVE"
			],
			"description": "Desired state. ACTIVE (the default): deployed and activated. INACTIVE: deployed and kept inactive. DRAFT: staged, not activated."
		}
	},
	"definitions": {
		"RuleNode": {
			"type": "object",
			"additionalProperties": false,
			"required": ["id", "type"],
			"properties": {
				"id": {
					"type": "string",
					"minLength": 1
				},
				"type": { "enum": [
					"greeting",
					"dtmf",
					"transfer",
					"queue",
					"hangup"
				] },
				"mediaAssetId": {
					"type": "string",
					"minLength": 1,
					"description": "The prompt that is played. A greeting needs one."
				},
				"transitions": {
					"type": "array",
					"default": [],
					"items": { "$ref": "#/definitions/Transition" }
				}
			},
			"if": {
				"type": "object",
				"required": ["type"],
				"properties": { "type": { "const": "greeting" } }
			},
			"then": {
				"type": "object",
				"required": ["mediaAssetId"],
				"properties": { "mediaAssetId": {} }
			}
		},
		"Transition": {
			"type": "object",
			"additionalProperties": false,
			"required": ["condition", "target"],
			"properties": {
				"condition": {
					"type": "string",
					"minLength": 1,
					"description": "press_0 to press_9, press_star, press_pound, timeout, invalid, default, or a condition of the tenant's own."
				},
				"target": {
					"type": "string",
					"description": "The id of the node that comes next."
				}
			}
		},
		"FallbackAction": {
			"type": "object",
			"additionalProperties": false,
			"required": ["type"],
			"description": "What a caller gets for whom nothing matches.",
			"properties": {
				"type": { "enum": [
					"hangup",
					"queue",
					"transfer"
				] },
				"target": {
					"type": "string",
					"minLength": 1
				}
			}
		}
	}
};
const schema14 = {
	"type": "object",
	"additionalProperties": false,
	"required": ["type"],
	"description": "What a caller gets for whom nothing matches.",
	"properties": {
		"type": { "enum": [
			"hangup",
			"queue",
			"transfer"
		] },
		"target": {
			"type": "string",
			"minLength": 1
		}
	}
};
const func2 = commonJs(import_ucs2length).default;
const schema12 = {
	"type": "object",
	"additionalProperties": false,
	"required": ["id", "type"],
	"properties": {
		"id": {
			"type": "string",
			"minLength": 1
		},
		"type": { "enum": [
			"greeting",
			"dtmf",
			"transfer",
			"queue",
			"hangup"
		] },
		"mediaAssetId": {
			"type": "string",
			"minLength": 1,
			"description": "The prompt that is played. A greeting needs one."
		},
		"transitions": {
			"type": "array",
			"default": [],
			"items": { "$ref": "#/definitions/Transition" }
		}
	},
	"if": {
		"type": "object",
		"required": ["type"],
		"properties": { "type": { "const": "greeting" } }
	},
	"then": {
		"type": "object",
		"required": ["mediaAssetId"],
		"properties": { "mediaAssetId": {} }
	}
};
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs1 = errors;
	let valid0 = true;
	const _errs2 = errors;
	if (errors === _errs2) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type") {
				const err0 = {};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			} else if (data.type !== void 0) {
				if ("greeting" !== data.type) {
					const err1 = {};
					if (vErrors === null) vErrors = [err1];
					else vErrors.push(err1);
					errors++;
				}
			}
		} else {
			const err2 = {};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
	}
	var _valid0 = _errs2 === errors;
	errors = _errs1;
	if (vErrors !== null) {
		if (_errs1) vErrors.length = _errs1;
		else vErrors = null;
	}
	if (_valid0) {
		const _errs5 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.mediaAssetId === void 0) {
				const err3 = {
					instancePath,
					schemaPath: "#/then/required",
					keyword: "required",
					params: { missingProperty: "mediaAssetId" },
					message: "must have required property 'mediaAssetId'"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		} else {
			const err4 = {
				instancePath,
				schemaPath: "#/then/type",
				keyword: "type",
				params: { type: "object" },
				message: "must be object"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		var _valid0 = _errs5 === errors;
		valid0 = _valid0;
	}
	if (!valid0) {
		const err5 = {
			instancePath,
			schemaPath: "#/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema"
		};
		if (vErrors === null) vErrors = [err5];
		else vErrors.push(err5);
		errors++;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id === void 0) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "id" },
				message: "must have required property 'id'"
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		if (data.type === void 0) {
			const err7 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "type" },
				message: "must have required property 'type'"
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "id" || key0 === "type" || key0 === "mediaAssetId" || key0 === "transitions")) {
			const err8 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err8];
			else vErrors.push(err8);
			errors++;
		}
		if (data.id !== void 0) {
			let data1 = data.id;
			if (typeof data1 === "string") {
				if (func2(data1) < 1) {
					const err9 = {
						instancePath: instancePath + "/id",
						schemaPath: "#/properties/id/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err9];
					else vErrors.push(err9);
					errors++;
				}
			} else {
				const err10 = {
					instancePath: instancePath + "/id",
					schemaPath: "#/properties/id/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
		if (data.type !== void 0) {
			let data2 = data.type;
			if (!(data2 === "greeting" || data2 === "dtmf" || data2 === "transfer" || data2 === "queue" || data2 === "hangup")) {
				const err11 = {
					instancePath: instancePath + "/type",
					schemaPath: "#/properties/type/enum",
					keyword: "enum",
					params: { allowedValues: schema12.properties.type.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.mediaAssetId !== void 0) {
			let data3 = data.mediaAssetId;
			if (typeof data3 === "string") {
				if (func2(data3) < 1) {
					const err12 = {
						instancePath: instancePath + "/mediaAssetId",
						schemaPath: "#/properties/mediaAssetId/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				}
			} else {
				const err13 = {
					instancePath: instancePath + "/mediaAssetId",
					schemaPath: "#/properties/mediaAssetId/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			}
		}
		if (data.transitions !== void 0) {
			let data4 = data.transitions;
			if (Array.isArray(data4)) {
				const len0 = data4.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data5 = data4[i0];
					if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
						if (data5.condition === void 0) {
							const err14 = {
								instancePath: instancePath + "/transitions/" + i0,
								schemaPath: "#/definitions/Transition/required",
								keyword: "required",
								params: { missingProperty: "condition" },
								message: "must have required property 'condition'"
							};
							if (vErrors === null) vErrors = [err14];
							else vErrors.push(err14);
							errors++;
						}
						if (data5.target === void 0) {
							const err15 = {
								instancePath: instancePath + "/transitions/" + i0,
								schemaPath: "#/definitions/Transition/required",
								keyword: "required",
								params: { missingProperty: "target" },
								message: "must have required property 'target'"
							};
							if (vErrors === null) vErrors = [err15];
							else vErrors.push(err15);
							errors++;
						}
						for (const key1 in data5) if (!(key1 === "condition" || key1 === "target")) {
							const err16 = {
								instancePath: instancePath + "/transitions/" + i0,
								schemaPath: "#/definitions/Transition/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key1 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err16];
							else vErrors.push(err16);
							errors++;
						}
						if (data5.condition !== void 0) {
							let data6 = data5.condition;
							if (typeof data6 === "string") {
								if (func2(data6) < 1) {
									const err17 = {
										instancePath: instancePath + "/transitions/" + i0 + "/condition",
										schemaPath: "#/definitions/Transition/properties/condition/minLength",
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
									instancePath: instancePath + "/transitions/" + i0 + "/condition",
									schemaPath: "#/definitions/Transition/properties/condition/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err18];
								else vErrors.push(err18);
								errors++;
							}
						}
						if (data5.target !== void 0) {
							if (typeof data5.target !== "string") {
								const err19 = {
									instancePath: instancePath + "/transitions/" + i0 + "/target",
									schemaPath: "#/definitions/Transition/properties/target/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err19];
								else vErrors.push(err19);
								errors++;
							}
						}
					} else {
						const err20 = {
							instancePath: instancePath + "/transitions/" + i0,
							schemaPath: "#/definitions/Transition/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err20];
						else vErrors.push(err20);
						errors++;
					}
				}
			} else {
				const err21 = {
					instancePath: instancePath + "/transitions",
					schemaPath: "#/properties/transitions/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err21];
				else vErrors.push(err21);
				errors++;
			}
		}
	} else {
		const err22 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err22];
		else vErrors.push(err22);
		errors++;
	}
	validate11.errors = vErrors;
	return errors === 0;
}
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.name === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "name" },
				message: "must have required property 'name'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.campaignId === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "campaignId" },
				message: "must have required property 'campaignId'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.nodes === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "nodes" },
				message: "must have required property 'nodes'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.fallbackAction === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "fallbackAction" },
				message: "must have required property 'fallbackAction'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "$schema" || key0 === "name" || key0 === "campaignId" || key0 === "nodes" || key0 === "fallbackAction" || key0 === "effectiveDate" || key0 === "expirationDate" || key0 === "status")) {
			const err4 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.$schema !== void 0) {
			if (typeof data.$schema !== "string") {
				const err5 = {
					instancePath: instancePath + "/$schema",
					schemaPath: "#/properties/%24schema/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data.name !== void 0) {
			let data1 = data.name;
			if (typeof data1 === "string") {
				if (func2(data1) < 1) {
					const err6 = {
						instancePath: instancePath + "/name",
						schemaPath: "#/properties/name/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
			} else {
				const err7 = {
					instancePath: instancePath + "/name",
					schemaPath: "#/properties/name/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		if (data.campaignId !== void 0) {
			let data2 = data.campaignId;
			if (typeof data2 === "string") {
				if (func2(data2) < 1) {
					const err8 = {
						instancePath: instancePath + "/campaignId",
						schemaPath: "#/properties/campaignId/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err8];
					else vErrors.push(err8);
					errors++;
				}
			} else {
				const err9 = {
					instancePath: instancePath + "/campaignId",
					schemaPath: "#/properties/campaignId/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
		}
		if (data.nodes !== void 0) {
			let data3 = data.nodes;
			if (Array.isArray(data3)) {
				if (data3.length < 1) {
					const err10 = {
						instancePath: instancePath + "/nodes",
						schemaPath: "#/properties/nodes/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items"
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
				const len0 = data3.length;
				for (let i0 = 0; i0 < len0; i0++) if (!validate11(data3[i0], {
					instancePath: instancePath + "/nodes/" + i0,
					parentData: data3,
					parentDataProperty: i0,
					rootData
				})) {
					vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
					errors = vErrors.length;
				}
			} else {
				const err11 = {
					instancePath: instancePath + "/nodes",
					schemaPath: "#/properties/nodes/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.fallbackAction !== void 0) {
			let data5 = data.fallbackAction;
			if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
				if (data5.type === void 0) {
					const err12 = {
						instancePath: instancePath + "/fallbackAction",
						schemaPath: "#/definitions/FallbackAction/required",
						keyword: "required",
						params: { missingProperty: "type" },
						message: "must have required property 'type'"
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				}
				for (const key1 in data5) if (!(key1 === "type" || key1 === "target")) {
					const err13 = {
						instancePath: instancePath + "/fallbackAction",
						schemaPath: "#/definitions/FallbackAction/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
				if (data5.type !== void 0) {
					let data6 = data5.type;
					if (!(data6 === "hangup" || data6 === "queue" || data6 === "transfer")) {
						const err14 = {
							instancePath: instancePath + "/fallbackAction/type",
							schemaPath: "#/definitions/FallbackAction/properties/type/enum",
							keyword: "enum",
							params: { allowedValues: schema14.properties.type.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err14];
						else vErrors.push(err14);
						errors++;
					}
				}
				if (data5.target !== void 0) {
					let data7 = data5.target;
					if (typeof data7 === "string") {
						if (func2(data7) < 1) {
							const err15 = {
								instancePath: instancePath + "/fallbackAction/target",
								schemaPath: "#/definitions/FallbackAction/properties/target/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters"
							};
							if (vErrors === null) vErrors = [err15];
							else vErrors.push(err15);
							errors++;
						}
					} else {
						const err16 = {
							instancePath: instancePath + "/fallbackAction/target",
							schemaPath: "#/definitions/FallbackAction/properties/target/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err16];
						else vErrors.push(err16);
						errors++;
					}
				}
			} else {
				const err17 = {
					instancePath: instancePath + "/fallbackAction",
					schemaPath: "#/definitions/FallbackAction/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		if (data.effectiveDate !== void 0) {
			if (!(typeof data.effectiveDate === "string")) {
				const err18 = {
					instancePath: instancePath + "/effectiveDate",
					schemaPath: "#/properties/effectiveDate/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			}
		}
		if (data.expirationDate !== void 0) {
			if (!(typeof data.expirationDate === "string")) {
				const err19 = {
					instancePath: instancePath + "/expirationDate",
					schemaPath: "#/properties/expirationDate/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
		}
		if (data.status !== void 0) {
			let data10 = data.status;
			if (!(data10 === "DRAFT" || data10 === "ACTIVE" || data10 === "INACTIVE")) {
				const err20 = {
					instancePath: instancePath + "/status",
					schemaPath: "#/properties/status/enum",
					keyword: "enum",
					params: { allowedValues: schema11.properties.status.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err20];
				else vErrors.push(err20);
				errors++;
			}
		}
	} else {
		const err21 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err21];
		else vErrors.push(err21);
		errors++;
	}
	validate10.errors = vErrors;
	return errors === 0;
}
// src/rules/load-rules.ts
/** What is wrong with the dates of a value, whatever else it is. */
function dateProblems(path, value) {
	if (typeof value !== "object" || value === null) return [];
	return ["effectiveDate", "expirationDate"].flatMap((key) => {
		const text = value[key];
		const date = typeof text === "string" ? readDateTime(text) : void 0;
		if (date === void 0 || date.kind === "instant") return [];
		return [{
			check: date.kind === "no-offset" ? "window-ambiguous" : "schema",
			path,
			message: `${key} ${JSON.stringify(text)} ${date.message}`,
			place: atValue(`/${key}`)
		}];
	});
}
function schemaProblems(path, value) {
	if (validate(value)) return [];
	return explainSchemaErrors(validate.errors ?? [], value).map((problem) => ({
		check: "schema",
		path,
		...problem
	}));
}
/** The problems that are not about a value which another problem has told of: one cause, one finding. */
function exceptToldOf(problems, text, told) {
	const pointers = problems.flatMap(({ place }) => "pointer" in place ? [place.pointer] : []);
	const { spans } = scanJson(text, new Set(pointers));
	const starts = new Set(told.map(({ place }) => "offset" in place ? place.offset : -1));
	const places = new Set(told.map(({ place }) => JSON.stringify(place)));
	return problems.filter(({ place }) => {
		const span = "pointer" in place ? spans.get(place.pointer) : void 0;
		return !places.has(JSON.stringify(place)) && (span === void 0 || !starts.has(span.start));
	});
}
/** Reads one file's text as a rule, or says all that is wrong with it. */
function readRule(text, path) {
	const parsed = parseJson(text, path);
	if (parsed.problems !== void 0) {
		if (parsed.read === void 0) return parsed.problems;
		const { value } = parsed.read;
		const further = [...schemaProblems(path, value), ...dateProblems(path, value)];
		return [...parsed.problems, ...exceptToldOf(further, text, parsed.problems)];
	}
	const problems = [...schemaProblems(path, parsed.value), ...dateProblems(path, parsed.value)];
	if (problems.length > 0) return problems;
	const file = parsed.value;
	const payload = makePayload(file);
	return {
		path,
		payload,
		payloadHash: hashPayload(payload),
		status: file.status ?? "ACTIVE"
	};
}
/** Gives the text of a file when it is asked for: few files are pointed at, and the texts of all take much room. */
function readTexts(files) {
	const fileAt = new Map(files.map((file) => [file.path, file]));
	return (path) => {
		const file = fileAt.get(path);
		const text = file === void 0 ? void 0 : decodeFile(file);
		return typeof text === "string" ? text : void 0;
	};
}
/** Loads rule files. The result is sorted by path, whatever the order of the files. */
function loadRules(files) {
	const rules = [];
	const problems = [];
	const sorted = files.toSorted((a, b) => compareCodePoints(a.path, b.path));
	for (const file of sorted) {
		const text = decodeFile(file);
		if (typeof text !== "string") {
			problems.push(text);
			continue;
		}
		const rule = readRule(text, file.path);
		if ("payload" in rule) rules.push(rule);
		else for (const problem of rule) problems.push(problem);
	}
	return {
		files: sorted.map((file) => file.path),
		rules,
		problems,
		textOf: readTexts(sorted)
	};
}
export { locate as a, atValue as c, scheduleRules as d, windowOf as f, parseJson as i, isEmptyWindow as l, nearest as m, require_ucs2length as n, pointerStep as o, computeFigures as p, spellPointer as r, atKey as s, loadRules as t, isInWindow as u };
