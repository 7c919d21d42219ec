import { n as __toESM } from "./rolldown-runtime.js";
import { $ as spellFallback, $n as remarkOnPathTests, Bn as spellSpan, Bt as presentRules, Hn as isEmptyWindow, Hr as require__builtin_crypto, Ht as QUOTED, Kn as isKey, Lt as isChanged, O as isWrite, Q as NODE_WORDS, Qn as indexNodes, Rn as leadsToFallback, Ut as cutText, Vn as isAlways, Vt as INVISIBLE, Wn as windowOf, Xn as findSurroundings, Yn as findCore, Zn as isSameGraph, dr as countFindings, er as sumUpPathTests, et as isSameFallback, it as spellVerdict, nt as isCompared, or as count, qn as keyNameOf, qt as urlPath, rt as spellCounts, tr as groupBy, zn as spellInstant, zt as largestDepth } from "./lint.js";
// src/report/html/limits.ts
const WHOLE_BUDGET = 12e3;
const PART_BUDGET = 8e3;
const UNCHANGED_BUDGET = 3e3;
const MOST_TRANSITIONS = 6e4;
const MOST_TRANSITIONS_OF_ONE = 1e3;
const MOST_RULES = 2e4;
const MOST_PARTS = 2e3;
const MOST_FINDINGS = 5e3;
const LONGEST_SEARCHED = 1e4;
const MOST_SEARCHED = 3e6;
const MOST_ROWS = 2e3;
// src/report/html/escape-html.ts
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
const PLAIN = /^[\w .,:;/()+-]*$/;
function escapeHtml(text) {
	if (PLAIN.test(text)) return text;
	return text.toWellFormed().replace(/[\r\n\t]+/g, " ").replace(INVISIBLE, "�").replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}
// src/report/html/markup.ts
const NOTHING = { markup: "" };
function render(part) {
	if (typeof part === "string") return escapeHtml(part);
	if (part === void 0) return "";
	if (typeof part === "number") return String(part);
	if ("markup" in part) return part.markup;
	return part.map(render).join("");
}
function piece(own, ...parts) {
	let markup = own[0] ?? "";
	parts.forEach((part, index) => {
		markup += render(part) + (own[index + 1] ?? "");
	});
	return { markup };
}
function joinMarkup(pieces, between) {
	return { markup: pieces.map(({ markup }) => markup).join(between) };
}
function ownMarkup(markup) {
	return { markup };
}
// src/report/html/words.ts
const CHANGE_BADGES = {
	added: ["add", "+ new"],
	modified: ["mod", "~ changed"],
	renamed: ["mod", "~ renamed"],
	removed: ["del", "− removed"],
	unchanged: ["quiet", "unchanged"]
};
function changeBadge(change) {
	if (change === void 0) return NOTHING;
	const [name, words] = CHANGE_BADGES[change];
	return piece`<span class="badge ${name}">${words}</span>`;
}
const ACTION_WORDS = {
	create: "create",
	replace: "replace",
	activate: "activate",
	deactivate: "deactivate",
	delete: "delete",
	none: "nothing to do",
	held: "held back"
};
function actionWords(action) {
	return action === void 0 ? "" : ACTION_WORDS[action];
}
const SEVERITY_SIGNS = {
	error: "✕",
	warning: "!",
	info: "i"
};
function sentence(text) {
	return piece`${text.split(QUOTED).map((text, index) => index % 2 === 1 ? piece`<code>${text}</code>` : text)}`;
}
function ownSentence(text) {
	return sentence(text.replace(/^[a-z]/, (letter) => letter.toUpperCase()));
}
function ruleLink({ entry, anchor }) {
	const { name } = entry.rule.payload;
	return anchor === void 0 ? piece`<bdi>${name}</bdi>` : piece`<a href="#${anchor}"><bdi>${name}</bdi></a>`;
}
function fileLink({ repositoryUrl, commit }, path, line) {
	const label = piece`<code>${line === void 0 ? path : `${path}:${line}`}</code>`;
	if (!/^https?:\/\//.test(repositoryUrl) || !/^[0-9a-f]{40,64}$/.test(commit)) return label;
	const anchor = line === void 0 ? "" : `#L${line}`;
	return piece`<a href="${`${repositoryUrl}/blob/${commit}/${urlPath(path)}${anchor}`}" rel="noreferrer"
    >${label}</a
  >`;
}
// src/report/html/callers-part.ts
function callersItem(page) {
	const { callers, change } = page.entry;
	return piece`<li>
    <h3>${ruleLink(page)} ${changeBadge(change)}</h3>
    <ul>
      ${callers.map((text) => piece`<li>${ownSentence(text)}</li>`)}
    </ul>
  </li>`;
}
function explainSilence(report) {
	if (!isCompared(report) || report.rules.length === 0) return "There is nothing to compare these rules with, so what changes for callers is not told.";
	return report.rules.some(isChanged) ? "Nothing changes for callers." : "No rule changes, so nothing changes for callers.";
}
function callersPart(report, entries) {
	const told = entries.filter(({ entry }) => entry.callers.length > 0);
	const left = told.length - MOST_ROWS;
	return piece`<section id="callers" aria-labelledby="callers-title">
    <h2 id="callers-title">What changes for callers</h2>
    ${told.length === 0 ? piece`<p>${explainSilence(report)}</p>` : piece`<ul class="callers">
            ${told.slice(0, MOST_ROWS).map(callersItem)}
          </ul>
          ${left > 0 ? piece`<p class="note">${count(left, "more rule")} left out here; each rule’s own part tells.</p>` : NOTHING}`}
  </section> `;
}
// node_modules/@dagrejs/dagre/dist/dagre.esm.js
var Te = Object.defineProperty;
var Sn = (e, n, t) => n in e ? Te(e, n, {
	enumerable: !0,
	configurable: !0,
	writable: !0,
	value: t
}) : e[n] = t;
var Mn = (e, n) => {
	for (var t in n) Te(e, t, {
		get: n[t],
		enumerable: !0
	});
};
var je = (e, n, t) => Sn(e, typeof n != "symbol" ? n + "" : n, t);
Mn({}, {
	Graph: () => T,
	alg: () => H
});
var Pn = Object.defineProperty;
var Se = (e, n) => {
	for (var t in n) Pn(e, t, {
		get: n[t],
		enumerable: !0
	});
};
var Q = class {
	constructor(e) {
		this._isDirected = !0, this._isMultigraph = !1, this._isCompound = !1, this._nodes = {}, this._in = {}, this._preds = {}, this._out = {}, this._sucs = {}, this._edgeObjs = {}, this._edgeLabels = {}, this._nodeCount = 0, this._edgeCount = 0, this._defaultNodeLabelFn = () => {}, this._defaultEdgeLabelFn = () => {}, e && (this._isDirected = "directed" in e ? e.directed : !0, this._isMultigraph = "multigraph" in e ? e.multigraph : !1, this._isCompound = "compound" in e ? e.compound : !1), this._isCompound && (this._parent = {}, this._children = {}, this._children["\0"] = {});
	}
	isDirected() {
		return this._isDirected;
	}
	isMultigraph() {
		return this._isMultigraph;
	}
	isCompound() {
		return this._isCompound;
	}
	setGraph(e) {
		return this._label = e, this;
	}
	graph() {
		return this._label;
	}
	setDefaultNodeLabel(e) {
		return typeof e != "function" ? this._defaultNodeLabelFn = () => e : this._defaultNodeLabelFn = e, this;
	}
	nodeCount() {
		return this._nodeCount;
	}
	nodes() {
		return Object.keys(this._nodes);
	}
	sources() {
		return this.nodes().filter((e) => Object.keys(this._in[e]).length === 0);
	}
	sinks() {
		return this.nodes().filter((e) => Object.keys(this._out[e]).length === 0);
	}
	setNodes(e, n) {
		return e.forEach((t) => {
			n !== void 0 ? this.setNode(t, n) : this.setNode(t);
		}), this;
	}
	setNode(e, n) {
		return e in this._nodes ? (arguments.length > 1 && (this._nodes[e] = n), this) : (this._nodes[e] = arguments.length > 1 ? n : this._defaultNodeLabelFn(e), this._isCompound && (this._parent[e] = "\0", this._children[e] = {}, this._children["\0"][e] = !0), this._in[e] = {}, this._preds[e] = {}, this._out[e] = {}, this._sucs[e] = {}, ++this._nodeCount, this);
	}
	node(e) {
		return this._nodes[e];
	}
	hasNode(e) {
		return e in this._nodes;
	}
	removeNode(e) {
		if (e in this._nodes) {
			let n = (t) => this.removeEdge(this._edgeObjs[t]);
			delete this._nodes[e], this._isCompound && (this._removeFromParentsChildList(e), delete this._parent[e], this.children(e).forEach((t) => {
				this.setParent(t);
			}), delete this._children[e]), Object.keys(this._in[e]).forEach(n), delete this._in[e], delete this._preds[e], Object.keys(this._out[e]).forEach(n), delete this._out[e], delete this._sucs[e], --this._nodeCount;
		}
		return this;
	}
	setParent(e, n) {
		if (!this._isCompound) throw new Error("Cannot set parent in a non-compound graph");
		if (n === void 0) n = "\0";
		else {
			n += "";
			for (let t = n; t !== void 0; t = this.parent(t)) if (t === e) throw new Error("Setting " + n + " as parent of " + e + " would create a cycle");
			this.setNode(n);
		}
		return this.setNode(e), this._removeFromParentsChildList(e), this._parent[e] = n, this._children[n][e] = !0, this;
	}
	parent(e) {
		if (this._isCompound) {
			let n = this._parent[e];
			if (n !== "\0") return n;
		}
	}
	children(e = "\0") {
		if (this._isCompound) {
			let n = this._children[e];
			if (n) return Object.keys(n);
		} else {
			if (e === "\0") return this.nodes();
			if (this.hasNode(e)) return [];
		}
		return [];
	}
	predecessors(e) {
		let n = this._preds[e];
		if (n) return Object.keys(n);
	}
	successors(e) {
		let n = this._sucs[e];
		if (n) return Object.keys(n);
	}
	neighbors(e) {
		let n = this.predecessors(e);
		if (n) {
			let t = new Set(n), r = this.successors(e);
			if (r) for (let o of r) t.add(o);
			return Array.from(t.values());
		}
	}
	isLeaf(e) {
		var n;
		let t;
		return this.isDirected() ? t = this.successors(e) : t = this.neighbors(e), ((n = t == null ? void 0 : t.length) != null ? n : 0) === 0;
	}
	filterNodes(e) {
		let n = new this.constructor({
			directed: this._isDirected,
			multigraph: this._isMultigraph,
			compound: this._isCompound
		});
		n.setGraph(this.graph()), Object.entries(this._nodes).forEach(([o, i]) => {
			e(o) && n.setNode(o, i);
		}), Object.values(this._edgeObjs).forEach((o) => {
			n.hasNode(o.v) && n.hasNode(o.w) && n.setEdge(o, this.edge(o));
		});
		let t = {}, r = (o) => {
			let i = this.parent(o);
			return !i || n.hasNode(i) ? (t[o] = i, i) : i in t ? t[i] : r(i);
		};
		return this._isCompound && n.nodes().forEach((o) => n.setParent(o, r(o))), n;
	}
	setDefaultEdgeLabel(e) {
		return typeof e != "function" ? this._defaultEdgeLabelFn = () => e : this._defaultEdgeLabelFn = e, this;
	}
	edgeCount() {
		return this._edgeCount;
	}
	edges() {
		return Object.values(this._edgeObjs);
	}
	setPath(e, n) {
		return e.reduce((t, r) => (n !== void 0 ? this.setEdge(t, r, n) : this.setEdge(t, r), r)), this;
	}
	setEdge(e, n, t, r) {
		let o, i, s, a, l = !1;
		typeof e == "object" && e !== null && "v" in e ? (o = e.v, i = e.w, s = e.name, arguments.length === 2 && (a = n, l = !0)) : (o = e, i = n, s = r, arguments.length > 2 && (a = t, l = !0)), o = "" + o, i = "" + i, s !== void 0 && (s = "" + s);
		let u = z(this._isDirected, o, i, s);
		if (u in this._edgeLabels) return l && (this._edgeLabels[u] = a), this;
		if (s !== void 0 && !this._isMultigraph) throw new Error("Cannot set a named edge when isMultigraph = false");
		this.setNode(o), this.setNode(i), this._edgeLabels[u] = l ? a : this._defaultEdgeLabelFn(o, i, s);
		let d = Fn(this._isDirected, o, i, s);
		return o = d.v, i = d.w, Object.freeze(d), this._edgeObjs[u] = d, Re(this._preds[i], o), Re(this._sucs[o], i), this._in[i][u] = d, this._out[o][u] = d, this._edgeCount++, this;
	}
	edge(e, n, t) {
		let r = arguments.length === 1 ? oe(this._isDirected, e) : z(this._isDirected, e, n, t);
		return this._edgeLabels[r];
	}
	edgeAsObj(e, n, t) {
		let r = arguments.length === 1 ? this.edge(e) : this.edge(e, n, t);
		return typeof r != "object" || r === null ? { label: r } : r;
	}
	hasEdge(e, n, t) {
		return (arguments.length === 1 ? oe(this._isDirected, e) : z(this._isDirected, e, n, t)) in this._edgeLabels;
	}
	removeEdge(e, n, t) {
		let r = arguments.length === 1 ? oe(this._isDirected, e) : z(this._isDirected, e, n, t), o = this._edgeObjs[r];
		if (o) {
			let i = o.v, s = o.w;
			delete this._edgeLabels[r], delete this._edgeObjs[r], Ie(this._preds[s], i), Ie(this._sucs[i], s), delete this._in[s][r], delete this._out[i][r], this._edgeCount--;
		}
		return this;
	}
	inEdges(e, n) {
		return this.isDirected() ? this.filterEdges(this._in[e], e, n) : this.nodeEdges(e, n);
	}
	outEdges(e, n) {
		return this.isDirected() ? this.filterEdges(this._out[e], e, n) : this.nodeEdges(e, n);
	}
	nodeEdges(e, n) {
		if (e in this._nodes) return this.filterEdges({
			...this._in[e],
			...this._out[e]
		}, e, n);
	}
	_removeFromParentsChildList(e) {
		delete this._children[this._parent[e]][e];
	}
	filterEdges(e, n, t) {
		if (!e) return;
		let r = Object.values(e);
		return t ? r.filter((o) => o.v === n && o.w === t || o.v === t && o.w === n) : r;
	}
};
function Re(e, n) {
	e[n] ? e[n]++ : e[n] = 1;
}
function Ie(e, n) {
	e[n] !== void 0 && !--e[n] && delete e[n];
}
function z(e, n, t, r) {
	let o = "" + n, i = "" + t;
	if (!e && o > i) {
		let s = o;
		o = i, i = s;
	}
	return o + "" + i + "" + (r === void 0 ? "\0" : r);
}
function Fn(e, n, t, r) {
	let o = "" + n, i = "" + t;
	if (!e && o > i) {
		let a = o;
		o = i, i = a;
	}
	let s = {
		v: o,
		w: i
	};
	return r && (s.name = r), s;
}
function oe(e, n) {
	return z(e, n.v, n.w, n.name);
}
Se({}, {
	read: () => Bn,
	write: () => An
});
function An(e) {
	let n = {
		options: {
			directed: e.isDirected(),
			multigraph: e.isMultigraph(),
			compound: e.isCompound()
		},
		nodes: Vn(e),
		edges: Yn(e)
	}, t = e.graph();
	return t !== void 0 && (n.value = structuredClone(t)), n;
}
function Vn(e) {
	return e.nodes().map((n) => {
		let t = e.node(n), r = e.parent(n), o = { v: n };
		return t !== void 0 && (o.value = t), r !== void 0 && (o.parent = r), o;
	});
}
function Yn(e) {
	return e.edges().map((n) => {
		let t = e.edge(n), r = {
			v: n.v,
			w: n.w
		};
		return n.name !== void 0 && (r.name = n.name), t !== void 0 && (r.value = t), r;
	});
}
function Bn(e) {
	let n = new Q(e.options);
	return e.value !== void 0 && n.setGraph(e.value), e.nodes.forEach((t) => {
		n.setNode(t.v, t.value), t.parent && n.setParent(t.v, t.parent);
	}), e.edges.forEach((t) => {
		n.setEdge({
			v: t.v,
			w: t.w,
			name: t.name
		}, t.value);
	}), n;
}
var H = {};
Se(H, {
	CycleException: () => K,
	bellmanFord: () => Me,
	components: () => zn,
	dijkstra: () => J,
	dijkstraAll: () => $n,
	findCycles: () => Un,
	floydWarshall: () => Kn,
	isAcyclic: () => Zn,
	postorder: () => nt,
	preorder: () => tt,
	prim: () => rt,
	shortestPaths: () => ot,
	tarjan: () => Fe,
	topsort: () => De
});
var Wn = () => 1;
function Me(e, n, t, r) {
	return Xn(e, String(n), t || Wn, r || function(o) {
		var i;
		return (i = e.outEdges(o)) != null ? i : [];
	});
}
function Xn(e, n, t, r) {
	let o = {}, i, s = 0, a = e.nodes(), l = function(c) {
		let f = o[c.v], h = o[c.w];
		if (!f || !h) return;
		let g = t(c);
		f.distance + g < h.distance && (o[c.w] = {
			distance: f.distance + g,
			predecessor: c.v
		}, i = !0);
	}, u = function() {
		a.forEach(function(c) {
			r(c).forEach(function(f) {
				let h = f.v === c ? f.v : f.w, g = h === f.v ? f.w : f.v;
				l({
					v: h,
					w: g
				});
			});
		});
	};
	a.forEach(function(c) {
		o[c] = {
			distance: c === n ? 0 : Number.POSITIVE_INFINITY,
			predecessor: ""
		};
	});
	let d = a.length;
	for (let c = 1; c < d && (i = !1, s++, u(), !!i); c++);
	if (s === d - 1 && (i = !1, u(), i)) throw new Error("The graph contains a negative weight cycle");
	return o;
}
function zn(e) {
	let n = {}, t = [], r;
	function o(i) {
		var s, a;
		i in n || (n[i] = !0, r.push(i), (s = e.successors(i)) == null || s.forEach(o), (a = e.predecessors(i)) == null || a.forEach(o));
	}
	return e.nodes().forEach(function(i) {
		r = [], o(i), r.length && t.push(r);
	}), t;
}
var Pe = class {
	constructor() {
		this._arr = [], this._keyIndices = {};
	}
	size() {
		return this._arr.length;
	}
	keys() {
		return this._arr.map((e) => e.key);
	}
	has(e) {
		return e in this._keyIndices;
	}
	priority(e) {
		let n = this._keyIndices[e];
		if (n !== void 0) return this._arr[n].priority;
	}
	min() {
		if (this.size() === 0) throw new Error("Queue underflow");
		return this._arr[0].key;
	}
	add(e, n) {
		let t = this._keyIndices, r = String(e);
		if (!(r in t)) {
			let o = this._arr, i = o.length;
			return t[r] = i, o.push({
				key: r,
				priority: n
			}), this._decrease(i), !0;
		}
		return !1;
	}
	removeMin() {
		if (this.size() === 0) throw new Error("Queue underflow");
		this._swap(0, this._arr.length - 1);
		let e = this._arr.pop();
		return delete this._keyIndices[e.key], this._heapify(0), e.key;
	}
	decrease(e, n) {
		let t = this._keyIndices[e];
		if (t === void 0) throw new Error(`Key not found: ${e}`);
		let r = this._arr[t].priority;
		if (n > r) throw new Error(`New priority is greater than current priority. Key: ${e} Old: ${r} New: ${n}`);
		this._arr[t].priority = n, this._decrease(t);
	}
	_heapify(e) {
		let n = this._arr, t = 2 * e, r = t + 1, o = e;
		t < n.length && (o = n[t].priority < n[o].priority ? t : o, r < n.length && (o = n[r].priority < n[o].priority ? r : o), o !== e && (this._swap(e, o), this._heapify(o)));
	}
	_decrease(e) {
		let n = this._arr, t = n[e].priority, r;
		for (; e !== 0 && (r = e >> 1, !(n[r].priority < t));) this._swap(e, r), e = r;
	}
	_swap(e, n) {
		let t = this._arr, r = this._keyIndices, o = t[e], i = t[n];
		t[e] = i, t[n] = o, r[i.key] = e, r[o.key] = n;
	}
};
var Hn = () => 1;
function J(e, n, t, r) {
	let o = function(i) {
		var s;
		return (s = e.outEdges(i)) != null ? s : [];
	};
	return qn(e, String(n), t || Hn, r || o);
}
function qn(e, n, t, r) {
	let o = {}, i = new Pe(), s, a, l = function(u) {
		let d = u.v !== s ? u.v : u.w, c = o[d];
		if (!c) return;
		let f = t(u), h = a.distance + f;
		if (f < 0) throw new Error("dijkstra does not allow negative edge weights. Bad edge: " + u + " Weight: " + f);
		h < c.distance && (c.distance = h, c.predecessor = s, i.decrease(d, h));
	};
	for (e.nodes().forEach(function(u) {
		let d = u === n ? 0 : Number.POSITIVE_INFINITY;
		o[u] = {
			distance: d,
			predecessor: ""
		}, i.add(u, d);
	}); i.size() > 0;) {
		s = i.removeMin();
		let u = o[s];
		if (!u || u.distance === Number.POSITIVE_INFINITY) break;
		a = u, r(s).forEach(l);
	}
	return o;
}
function $n(e, n, t) {
	return e.nodes().reduce(function(r, o) {
		return r[o] = J(e, o, n, t), r;
	}, {});
}
function Fe(e) {
	let n = 0, t = [], r = {}, o = [];
	function i(s) {
		var a;
		let l = r[s] = {
			onStack: !0,
			lowlink: n,
			index: n++
		};
		if (t.push(s), (a = e.successors(s)) == null || a.forEach(function(u) {
			if (u in r) {
				let d = r[u];
				d != null && d.onStack && (l.lowlink = Math.min(l.lowlink, d.index));
			} else {
				i(u);
				let d = r[u];
				d && (l.lowlink = Math.min(l.lowlink, d.lowlink));
			}
		}), l.lowlink === l.index) {
			let u = [], d;
			do {
				d = t.pop();
				let c = r[d];
				c && (c.onStack = !1), u.push(d);
			} while (s !== d);
			o.push(u);
		}
	}
	return e.nodes().forEach(function(s) {
		s in r || i(s);
	}), o;
}
function Un(e) {
	return Fe(e).filter(function(n) {
		var t;
		let r = n[0];
		return r ? n.length > 1 || n.length === 1 && ((t = e.outEdges(r, r)) != null ? t : []).length > 0 : !1;
	});
}
var Jn = () => 1;
function Kn(e, n, t) {
	return Qn(e, n || Jn, t || function(r) {
		var o;
		return (o = e.outEdges(r)) != null ? o : [];
	});
}
function Qn(e, n, t) {
	let r = {}, o = e.nodes();
	return o.forEach(function(i) {
		let s = {};
		r[i] = s, s[i] = {
			distance: 0,
			predecessor: ""
		}, o.forEach(function(a) {
			i !== a && (s[a] = {
				distance: Number.POSITIVE_INFINITY,
				predecessor: ""
			});
		}), t(i).forEach(function(a) {
			let l = a.v === i ? a.w : a.v, u = n(a);
			s[l] = {
				distance: u,
				predecessor: i
			};
		});
	}), o.forEach(function(i) {
		let s = r[i];
		s && o.forEach(function(a) {
			let l = r[a];
			l && o.forEach(function(u) {
				let d = l[i], c = s[u], f = l[u];
				if (d && c && f) {
					let h = d.distance + c.distance;
					h < f.distance && (f.distance = h, f.predecessor = c.predecessor);
				}
			});
		});
	}), r;
}
var K = class extends Error {
	constructor(e) {
		super(e), this.name = "CycleException";
	}
};
function De(e) {
	let n = {}, t = {}, r = [];
	function o(i) {
		var s;
		if (i in t) throw new K();
		i in n || (t[i] = !0, n[i] = !0, (s = e.predecessors(i)) == null || s.forEach(o), delete t[i], r.push(i));
	}
	if (e.sinks().forEach(o), Object.keys(n).length !== e.nodeCount()) throw new K();
	return r;
}
function Zn(e) {
	try {
		De(e);
	} catch (n) {
		if (n instanceof K) return !1;
		throw n;
	}
	return !0;
}
function et(e, n, t, r, o) {
	Array.isArray(n) || (n = [n]);
	let i = ((a) => {
		var l;
		return (l = e.isDirected() ? e.successors(a) : e.neighbors(a)) != null ? l : [];
	}), s = {};
	return n.forEach(function(a) {
		if (!e.hasNode(a)) throw new Error("Graph does not have node: " + a);
		o = Ae(e, a, t === "post", s, i, r, o);
	}), o;
}
function Ae(e, n, t, r, o, i, s) {
	return n in r || (r[n] = !0, t || (s = i(s, n)), o(n).forEach(function(a) {
		s = Ae(e, a, t, r, o, i, s);
	}), t && (s = i(s, n))), s;
}
function Ve(e, n, t) {
	return et(e, n, t, function(r, o) {
		return r.push(o), r;
	}, []);
}
function nt(e, n) {
	return Ve(e, n, "post");
}
function tt(e, n) {
	return Ve(e, n, "pre");
}
function rt(e, n) {
	var t;
	let r = new Q(), o = {}, i = new Pe(), s;
	function a(d) {
		let c = d.v === s ? d.w : d.v, f = i.priority(c);
		if (f !== void 0) {
			let h = n(d);
			h < f && (o[c] = s, i.decrease(c, h));
		}
	}
	if (e.nodeCount() === 0) return r;
	e.nodes().forEach(function(d) {
		i.add(d, Number.POSITIVE_INFINITY), r.setNode(d);
	});
	let l = e.nodes()[0];
	l !== void 0 && i.decrease(l, 0);
	let u = !1;
	for (; i.size() > 0;) {
		if (s = i.removeMin(), s in o) r.setEdge(s, o[s]);
		else {
			if (u) throw new Error("Input graph is not connected: " + e);
			u = !0;
		}
		(t = e.nodeEdges(s)) == null || t.forEach(a);
	}
	return r;
}
function ot(e, n, t, r) {
	return it(e, n, t, r != null ? r : ((o) => {
		var i;
		return (i = e.outEdges(o)) != null ? i : [];
	}));
}
function it(e, n, t, r) {
	if (t === void 0) return J(e, n, t, r);
	let o = !1, i = e.nodes();
	for (let s = 0; s < i.length; s++) {
		let a = i[s];
		if (a === void 0) continue;
		let l = r(a);
		for (let u = 0; u < l.length; u++) {
			let d = l[u];
			if (!d) continue;
			let c = d.v === a ? d.v : d.w;
			t({
				v: c,
				w: c === d.v ? d.w : d.v
			}) < 0 && (o = !0);
		}
		if (o) return Me(e, n, t, r);
	}
	return J(e, n, t, r);
}
var T = Q;
function M(e, n, t, r) {
	let o = r;
	for (; e.hasNode(o);) o = $(r);
	return t.dummy = n, e.setNode(o, t), o;
}
function Ye(e) {
	let n = new T().setGraph(e.graph());
	return e.nodes().forEach((t) => n.setNode(t, e.node(t))), e.edges().forEach((t) => {
		let r = n.edge(t.v, t.w) || {
			weight: 0,
			minlen: 1
		}, o = e.edge(t);
		n.setEdge(t.v, t.w, {
			weight: r.weight + o.weight,
			minlen: Math.max(r.minlen, o.minlen)
		});
	}), n;
}
function Z(e) {
	let n = new T({ multigraph: e.isMultigraph() }).setGraph(e.graph());
	return e.nodes().forEach((t) => {
		e.children(t).length || n.setNode(t, e.node(t));
	}), e.edges().forEach((t) => {
		n.setEdge(t, e.edge(t));
	}), n;
}
function se(e, n) {
	let t = e.x, r = e.y, o = n.x - t, i = n.y - r, s = e.width / 2, a = e.height / 2;
	if (!o && !i) throw new Error("Not possible to find intersection inside of the rectangle");
	let l, u;
	return o === 0 || Math.abs(i) * s > Math.abs(o) * a ? (i < 0 && (a = -a), l = a * o / i, u = a) : (o < 0 && (s = -s), l = s, u = s * i / o), {
		x: t + l,
		y: r + u
	};
}
function P(e) {
	let n = D(de(e) + 1).map(() => []);
	return e.nodes().forEach((t) => {
		let r = e.node(t), o = r.rank;
		o !== void 0 && (n[o] || (n[o] = []), n[o][r.order] = t);
	}), n;
}
function Be(e) {
	let n = e.nodes().map((r) => {
		let o = e.node(r).rank;
		return o === void 0 ? Number.MAX_VALUE : o;
	}), t = S(Math.min, n);
	e.nodes().forEach((r) => {
		let o = e.node(r);
		Object.hasOwn(o, "rank") && (o.rank -= t);
	});
}
function We(e) {
	let n = e.nodes().map((s) => e.node(s).rank).filter((s) => s !== void 0), t = S(Math.min, n), r = [];
	e.nodes().forEach((s) => {
		let a = e.node(s).rank - t;
		r[a] || (r[a] = []), r[a].push(s);
	});
	let o = 0, i = e.graph().nodeRankFactor;
	Array.from(r).forEach((s, a) => {
		s === void 0 && a % i !== 0 ? --o : s !== void 0 && o && s.forEach((l) => e.node(l).rank += o);
	});
}
function ae(e, n, t, r) {
	let o = {
		width: 0,
		height: 0
	};
	return arguments.length >= 4 && (o.rank = t, o.order = r), M(e, "border", o, n);
}
function st(e, n = Xe) {
	let t = [];
	for (let r = 0; r < e.length; r += n) {
		let o = e.slice(r, r + n);
		t.push(o);
	}
	return t;
}
var Xe = 65535;
function S(e, n) {
	if (n.length > Xe) return e(...st(n).map((r) => e(...r)));
	else return e(...n);
}
function de(e) {
	let t = e.nodes().map((r) => {
		let o = e.node(r).rank;
		return o === void 0 ? Number.MIN_VALUE : o;
	});
	return S(Math.max, t);
}
function ze(e, n) {
	let t = {
		lhs: [],
		rhs: []
	};
	return e.forEach((r) => {
		n(r) ? t.lhs.push(r) : t.rhs.push(r);
	}), t;
}
function q(e, n) {
	return n();
}
var at = 0;
function $(e) {
	return e + ("" + ++at);
}
function D(e, n, t = 1) {
	n ?? (n = e, e = 0);
	let r = (i) => i < n;
	t < 0 && (r = (i) => n < i);
	let o = [];
	for (let i = e; r(i); i += t) o.push(i);
	return o;
}
function W(e, n) {
	let t = {};
	for (let r of n) e[r] !== void 0 && (t[r] = e[r]);
	return t;
}
function X(e, n) {
	let t;
	return typeof n == "string" ? t = (r) => r[n] : t = n, Object.entries(e).reduce((r, [o, i]) => (r[o] = t(i, o), r), {});
}
function He(e, n) {
	return e.reduce((t, r, o) => (t[r] = n[o], t), {});
}
var V = "\0";
function ee(e, n, t) {
	var u, d, c, f, h, g;
	if (!(e && n && t && n.dummy === "edge" && t.dummy === "edge" && n.edgeObj && t.edgeObj && e[n.edgeObj.v] && e[t.edgeObj.v] && e[n.edgeObj.w] && e[t.edgeObj.w])) return 0;
	let r = !0;
	n.edgeObj.w === t.edgeObj.w && (r = !1);
	let o = r ? (d = (u = e[n.edgeObj.v]) == null ? void 0 : u.rank) != null ? d : NaN : (f = (c = e[n.edgeObj.w]) == null ? void 0 : c.rank) != null ? f : NaN, i = Object.entries(e).find((m) => {
		var L, y;
		return ((L = m[1].edgeObj) == null ? void 0 : L.v) === n.edgeObj.v && ((y = m[1].edgeObj) == null ? void 0 : y.w) === n.edgeObj.w && m[1].rank === o;
	}), s = Object.entries(e).find((m) => {
		var L, y;
		return ((L = m[1].edgeObj) == null ? void 0 : L.v) === t.edgeObj.v && ((y = m[1].edgeObj) == null ? void 0 : y.w) === t.edgeObj.w && m[1].rank === o;
	});
	if (!i || !s) return 0;
	let a = (h = i[1].order) != null ? h : NaN, l = (g = s[1].order) != null ? g : NaN;
	return isNaN(a - l) ? 0 : a - l;
}
var ce = class {
	constructor() {
		je(this, "_sentinel");
		let n = {};
		n._next = n._prev = n, this._sentinel = n;
	}
	dequeue() {
		let n = this._sentinel, t = n._prev;
		if (t !== n) return qe(t), t;
	}
	enqueue(n) {
		let t = this._sentinel;
		n._prev && n._next && qe(n), n._next = t._next, t._next._prev = n, t._next = n, n._prev = t;
	}
	toString() {
		let n = [], t = this._sentinel, r = t._prev;
		for (; r !== t;) n.push(JSON.stringify(r, dt)), r = r._prev;
		return "[" + n.join(", ") + "]";
	}
};
function qe(e) {
	e._prev._next = e._next, e._next._prev = e._prev, delete e._next, delete e._prev;
}
function dt(e, n) {
	if (e !== "_next" && e !== "_prev") return n;
}
var $e = ce;
var lt = () => 1;
function be(e, n) {
	if (e.nodeCount() <= 1) return [];
	let t = ct(e, n || lt);
	return ut(t.graph, t.buckets, t.zeroIdx).flatMap((o) => e.outEdges(o.v, o.w) || []);
}
function ut(e, n, t) {
	var a;
	let r = [], o = n[n.length - 1], i = n[0], s;
	for (; e.nodeCount();) {
		for (; s = i.dequeue();) fe(e, n, t, s);
		for (; s = o.dequeue();) fe(e, n, t, s);
		if (e.nodeCount()) {
			for (let l = n.length - 2; l > 0; --l) if (s = (a = n[l]) == null ? void 0 : a.dequeue(), s) {
				r = r.concat(fe(e, n, t, s, !0) || []);
				break;
			}
		}
	}
	return r;
}
function fe(e, n, t, r, o) {
	let i = [], s = o ? i : void 0;
	return (e.inEdges(r.v) || []).forEach((a) => {
		let l = e.edge(a), u = e.node(a.v);
		o && i.push({
			v: a.v,
			w: a.w
		}), u.out -= l, he(n, t, u);
	}), (e.outEdges(r.v) || []).forEach((a) => {
		let l = e.edge(a), u = a.w, d = e.node(u);
		d.in -= l, he(n, t, d);
	}), e.removeNode(r.v), s;
}
function ct(e, n) {
	let t = new T(), r = 0, o = 0;
	e.nodes().forEach((a) => {
		t.setNode(a, {
			v: a,
			in: 0,
			out: 0
		});
	}), e.edges().forEach((a) => {
		let l = t.edge(a.v, a.w) || 0, u = n(a), d = l + u;
		t.setEdge(a.v, a.w, d);
		let c = t.node(a.v), f = t.node(a.w);
		o = Math.max(o, c.out += u), r = Math.max(r, f.in += u);
	});
	let i = ft(o + r + 3).map(() => new $e()), s = r + 1;
	return t.nodes().forEach((a) => {
		he(i, s, t.node(a));
	}), {
		graph: t,
		buckets: i,
		zeroIdx: s
	};
}
function he(e, n, t) {
	var r, o, i;
	t.out ? t.in ? (i = e[t.out - t.in + n]) == null || i.enqueue(t) : (o = e[e.length - 1]) == null || o.enqueue(t) : (r = e[0]) == null || r.enqueue(t);
}
function ft(e) {
	let n = [];
	for (let t = 0; t < e; t++) n.push(t);
	return n;
}
function Ue(e, n) {
	(e.graph().acyclicer === "greedy" ? be(e, r(e)) : ht(e, n != null ? n : null)).forEach((o) => {
		let i = e.edge(o);
		e.removeEdge(o), i.forwardName = o.name, i.reversed = !0, e.setEdge(o.w, o.v, i, $("rev"));
	});
	function r(o) {
		return (i) => o.edge(i).weight;
	}
}
function ht(e, n) {
	let t = [], r = {}, o = {};
	function i(l) {
		Object.hasOwn(o, l) || (o[l] = !0, r[l] = !0, e.outEdges(l).forEach((u) => {
			Object.hasOwn(r, u.w) ? t.push(u) : i(u.w);
		}), delete r[l]);
	}
	function s(l) {
		var u;
		Object.hasOwn(o, l) || (o[l] = !0, r[l] = !0, (u = e.outEdges(l)) == null || u.forEach((d) => {
			var c, f;
			Object.hasOwn(r, d.w) || ((c = n.node(l)) == null ? void 0 : c.rank) > ((f = n.node(d.w)) == null ? void 0 : f.rank) && bt(e, d.w, d) ? t.push(d) : s(d.w);
		}), delete r[l]);
	}
	let a = i;
	return n && typeof n.node == "function" && (a = s), e.sources().forEach(a), e.nodes().forEach(a), t;
}
function Je(e) {
	e.edges().forEach((n) => {
		let t = e.edge(n);
		if (t.reversed) {
			e.removeEdge(n);
			let r = t.forwardName;
			delete t.reversed, delete t.forwardName, e.setEdge(n.w, n.v, t, r);
		}
	});
}
function bt(e, n, t) {
	let r = /* @__PURE__ */ new Set();
	function o(i) {
		var s;
		if (e.sources().includes(i)) return !0;
		r.add(i);
		for (let a of (s = e.inEdges(i)) != null ? s : []) if (!(a.v === t.v && a.w === t.w) && !r.has(a.v) && o(a.v)) return !0;
		return !1;
	}
	return o(n);
}
function Ke(e) {
	e.graph().dummyChains = [], e.edges().forEach((n) => pt(e, n));
}
function pt(e, n) {
	let t = n.v, r = e.node(t).rank, o = n.w, i = e.node(o).rank, s = n.name, a = e.edge(n), l = a.labelRank;
	if (i === r + 1) return;
	e.removeEdge(n);
	let u, d, c = 0;
	for (++r; r < i; ++c, ++r) a.points = [], d = {
		width: 0,
		height: 0,
		edgeLabel: a,
		edgeObj: n,
		rank: r
	}, u = M(e, "edge", d, "_d"), r === l && (d.width = a.width, d.height = a.height, d.dummy = "edge-label", d.labelpos = a.labelpos), e.setEdge(t, u, { weight: a.weight }, s), c === 0 && e.graph().dummyChains.push(u), t = u;
	e.setEdge(t, o, { weight: a.weight }, s);
}
function Qe(e) {
	e.graph().dummyChains.forEach((n) => {
		let t = e.node(n), r = t.edgeLabel, o;
		for (e.setEdge(t.edgeObj, r); t.dummy;) o = e.successors(n)[0], e.removeNode(n), r.points.push({
			x: t.x,
			y: t.y
		}), t.dummy === "edge-label" && (r.x = t.x, r.y = t.y, r.width = t.width, r.height = t.height), n = o, t = e.node(n);
	});
}
function U(e) {
	let n = {};
	function t(r) {
		let o = e.node(r);
		if (Object.hasOwn(n, r)) return o.rank;
		n[r] = !0;
		let i = e.outEdges(r), s = i ? i.map((l) => l == null ? Number.POSITIVE_INFINITY : t(l.w) - e.edge(l).minlen) : [], a = S(Math.min, s);
		return a === Number.POSITIVE_INFINITY && (a = 0), o.rank = a;
	}
	e.sources().forEach(t);
}
function A(e, n) {
	return e.node(n.w).rank - e.node(n.v).rank - e.edge(n).minlen;
}
var ne = Et;
function Et(e) {
	let n = new T({ directed: !1 }), t = e.nodes();
	if (t.length === 0) throw new Error("Graph must have at least one node");
	let r = t[0], o = e.nodeCount();
	n.setNode(r, {});
	let i, s;
	for (; Lt(n, e) < o && (i = yt(n, e), !!i);) s = n.hasNode(i.v) ? A(e, i) : -A(e, i), wt(n, e, s);
	return n;
}
function Lt(e, n) {
	function t(r) {
		let o = n.nodeEdges(r);
		o && o.forEach((i) => {
			let s = i.v, a = r === s ? i.w : s;
			!e.hasNode(a) && !A(n, i) && (e.setNode(a, {}), e.setEdge(r, a, {}), t(a));
		});
	}
	return e.nodes().forEach(t), e.nodeCount();
}
function yt(e, n) {
	return n.edges().reduce((r, o) => {
		let i = Number.POSITIVE_INFINITY;
		return e.hasNode(o.v) !== e.hasNode(o.w) && (i = A(n, o)), i < r[0] ? [i, o] : r;
	}, [Number.POSITIVE_INFINITY, null])[1];
}
function wt(e, n, t) {
	e.nodes().forEach((r) => n.node(r).rank += t);
}
var { preorder: Nt, postorder: Gt } = H, en = Y;
Y.initLowLimValues = pe;
Y.initCutValues = ge;
Y.calcCutValue = nn;
Y.leaveEdge = rn;
Y.enterEdge = on;
Y.exchangeEdges = sn;
function Y(e) {
	e = Ye(e), U(e);
	let n = ne(e);
	pe(n), ge(n, e);
	let t, r;
	for (; t = rn(n);) r = on(n, e, t), sn(n, e, t, r);
}
function ge(e, n) {
	let t = Gt(e, e.nodes());
	t = t.slice(0, t.length - 1), t.forEach((r) => vt(e, n, r));
}
function vt(e, n, t) {
	let o = e.node(t).parent, i = e.edge(t, o);
	i.cutvalue = nn(e, n, t);
}
function nn(e, n, t) {
	let o = e.node(t).parent, i = !0, s = n.edge(t, o), a = 0;
	s || (i = !1, s = n.edge(o, t)), a = s.weight;
	let l = n.nodeEdges(t);
	return l && l.forEach((u) => {
		let d = u.v === t, c = d ? u.w : u.v;
		if (c !== o) {
			let f = d === i, h = n.edge(u).weight;
			if (a += f ? h : -h, xt(e, t, c)) {
				let m = e.edge(t, c).cutvalue;
				a += f ? -m : m;
			}
		}
	}), a;
}
function pe(e, n) {
	arguments.length < 2 && (n = e.nodes()[0]), tn(e, {}, 1, n);
}
function tn(e, n, t, r, o) {
	let i = t, s = e.node(r);
	n[r] = !0;
	let a = e.neighbors(r);
	return a && a.forEach((l) => {
		Object.hasOwn(n, l) || (t = tn(e, n, t, l, r));
	}), s.low = i, s.lim = t++, o ? s.parent = o : delete s.parent, t;
}
function rn(e) {
	return e.edges().find((n) => e.edge(n).cutvalue < 0);
}
function on(e, n, t) {
	let r = t.v, o = t.w;
	n.hasEdge(r, o) || (r = t.w, o = t.v);
	let i = e.node(r), s = e.node(o), a = i, l = !1;
	return i.lim > s.lim && (a = s, l = !0), n.edges().filter((d) => l === Ze(e, e.node(d.v), a) && l !== Ze(e, e.node(d.w), a)).reduce((d, c) => A(n, c) < A(n, d) ? c : d);
}
function sn(e, n, t, r) {
	let o = t.v, i = t.w;
	e.removeEdge(o, i), e.setEdge(r.v, r.w, {}), pe(e), ge(e, n), kt(e, n);
}
function kt(e, n) {
	let t = e.nodes().find((o) => !e.node(o).parent);
	if (!t) return;
	let r = Nt(e, [t]);
	r = r.slice(1), r.forEach((o) => {
		let s = e.node(o).parent, a = n.edge(o, s), l = !1;
		a || (a = n.edge(s, o), l = !0), n.node(o).rank = n.node(s).rank + (l ? a.minlen : -a.minlen);
	});
}
function xt(e, n, t) {
	return e.hasEdge(n, t);
}
function Ze(e, n, t) {
	return t.low <= n.lim && n.lim <= t.lim;
}
var dn = _t;
function _t(e) {
	let n = e.graph().ranker;
	if (typeof n == "function") return n(e);
	switch (n) {
		case "network-simplex":
			an(e);
			break;
		case "tight-tree":
			Ct(e);
			break;
		case "longest-path":
			Ot(e);
			break;
		case "none": break;
		default: an(e);
	}
}
var Ot = U;
function Ct(e) {
	U(e), ne(e);
}
function an(e) {
	en(e);
}
var ln = Tt;
function Tt(e) {
	let n = Rt(e), t = e.graph();
	if (!Array.isArray(t.dummyChains)) return;
	t.dummyChains.forEach((o) => {
		let i = e.node(o), s = i.edgeObj, a = jt(e, n, s.v, s.w), l = a.path, u = a.lca, d = 0, c = l[d], f = !0;
		for (; o !== s.w;) {
			if (i = e.node(o), f) {
				for (; (c = l[d]) !== u && e.node(c).maxRank < i.rank;) d++;
				c === u && (f = !1);
			}
			if (!f) {
				for (; d < l.length - 1 && e.node(l[d + 1]).minRank <= i.rank;) d++;
				c = l[d];
			}
			c !== void 0 && e.setParent(o, c), o = e.successors(o)[0];
		}
	});
}
function jt(e, n, t, r) {
	let o = [], i = [], s = Math.min(n[t].low, n[r].low), a = Math.max(n[t].lim, n[r].lim), l;
	l = t;
	do
		l = e.parent(l), o.push(l);
	while (l && (n[l].low > s || a > n[l].lim));
	let u = l, d = r;
	for (; (d = e.parent(d)) !== u;) i.push(d);
	return {
		path: o.concat(i.reverse()),
		lca: u
	};
}
function Rt(e) {
	let n = {}, t = 0;
	function r(o) {
		let i = t;
		e.children(o).forEach(r), n[o] = {
			low: i,
			lim: t++
		};
	}
	return e.children(V).forEach(r), n;
}
function un(e) {
	let n = M(e, "root", {}, "_root"), t = It(e), r = Object.values(t), o = S(Math.max, r) - 1, i = 2 * o + 1;
	e.graph().nestingRoot = n, e.edges().forEach((a) => e.edge(a).minlen *= i);
	let s = St(e) + 1;
	e.children(V).forEach((a) => {
		cn(e, n, i, s, o, t, a);
	}), e.graph().nodeRankFactor = i;
}
function cn(e, n, t, r, o, i, s) {
	var c;
	let a = e.children(s);
	if (!a.length) {
		s !== n && e.setEdge(n, s, {
			weight: 0,
			minlen: t
		});
		return;
	}
	let l = ae(e, "_bt"), u = ae(e, "_bb"), d = e.node(s);
	e.setParent(l, s), d.borderTop = l, e.setParent(u, s), d.borderBottom = u, a.forEach((f) => {
		var b;
		cn(e, n, t, r, o, i, f);
		let h = e.node(f), g = h.borderTop ? h.borderTop : f, m = h.borderBottom ? h.borderBottom : f, L = h.borderTop ? r : 2 * r, y = g !== m ? 1 : o - ((b = i[s]) != null ? b : 0) + 1;
		e.setEdge(l, g, {
			weight: L,
			minlen: y,
			nestingEdge: !0
		}), e.setEdge(m, u, {
			weight: L,
			minlen: y,
			nestingEdge: !0
		});
	}), e.parent(s) || e.setEdge(n, l, {
		weight: 0,
		minlen: o + ((c = i[s]) != null ? c : 0)
	});
}
function It(e) {
	let n = {};
	function t(r, o) {
		let i = e.children(r);
		i && i.length && i.forEach((s) => t(s, o + 1)), n[r] = o;
	}
	return e.children(V).forEach((r) => t(r, 1)), n;
}
function St(e) {
	return e.edges().reduce((n, t) => n + e.edge(t).weight, 0);
}
function fn(e) {
	let n = e.graph();
	e.removeNode(n.nestingRoot), delete n.nestingRoot, e.edges().forEach((t) => {
		e.edge(t).nestingEdge && e.removeEdge(t);
	});
}
var bn = Pt;
function Pt(e) {
	function n(t) {
		let r = e.children(t), o = e.node(t);
		if (r.length && r.forEach(n), o && Object.hasOwn(o, "minRank")) {
			o.borderLeft = [], o.borderRight = [];
			for (let i = o.minRank, s = o.maxRank + 1; i < s; ++i) hn(e, "borderLeft", "_bl", t, o, i), hn(e, "borderRight", "_br", t, o, i);
		}
	}
	e.children(V).forEach(n);
}
function hn(e, n, t, r, o, i) {
	let s = {
		width: 0,
		height: 0,
		rank: i,
		borderType: n
	}, a = o[n][i - 1], l = M(e, "border", s, t);
	o[n][i] = l, e.setParent(l, r), a && e.setEdge(a, l, { weight: 1 });
}
function pn(e) {
	var t;
	let n = (t = e.graph().rankdir) == null ? void 0 : t.toLowerCase();
	(n === "lr" || n === "rl") && En(e);
}
function mn(e) {
	var t;
	let n = (t = e.graph().rankdir) == null ? void 0 : t.toLowerCase();
	(n === "bt" || n === "rl") && Ft(e), (n === "lr" || n === "rl") && (Dt(e), En(e));
}
function En(e) {
	e.nodes().forEach((n) => gn(e.node(n))), e.edges().forEach((n) => gn(e.edge(n)));
}
function gn(e) {
	let n = e.width;
	e.width = e.height, e.height = n;
}
function Ft(e) {
	e.nodes().forEach((n) => me(e.node(n))), e.edges().forEach((n) => {
		var r;
		let t = e.edge(n);
		(r = t.points) == null || r.forEach(me), Object.hasOwn(t, "y") && me(t);
	});
}
function me(e) {
	e.y = -e.y;
}
function Dt(e) {
	e.nodes().forEach((n) => Ee(e.node(n))), e.edges().forEach((n) => {
		var r;
		let t = e.edge(n);
		(r = t.points) == null || r.forEach(Ee), Object.hasOwn(t, "x") && Ee(t);
	});
}
function Ee(e) {
	let n = e.x;
	e.x = e.y, e.y = n;
}
function Le(e, n = null) {
	let t = {}, r = e.nodes().filter((d) => !e.children(d).length), o = r.map((d) => e.node(d).rank), s = D(S(Math.max, o) + 1).map(() => []);
	function a(d) {
		if (t[d]) return;
		t[d] = !0;
		let c = e.node(d);
		s[c.rank].push(d);
		let f = e.successors(d);
		f && [...f].sort((g, m) => u(g, m)).forEach(a);
	}
	r.sort((d, c) => e.node(d).rank - e.node(c).rank).forEach(a);
	function u(d, c) {
		return ee(n, e.node(d), e.node(c));
	}
	return s;
}
function ye(e, n) {
	let t = 0;
	for (let r = 1; r < n.length; ++r) t += Vt(e, n[r - 1], n[r]);
	return t;
}
function Vt(e, n, t) {
	let r = He(t, t.map((u, d) => d)), o = n.flatMap((u) => {
		let d = e.outEdges(u);
		return d ? d.map((c) => ({
			pos: r[c.w],
			weight: e.edge(c).weight
		})).sort((c, f) => c.pos - f.pos) : [];
	}), i = 1;
	for (; i < t.length;) i <<= 1;
	let s = 2 * i - 1;
	i -= 1;
	let a = new Array(s).fill(0), l = 0;
	return o.forEach((u) => {
		let d = u.pos + i;
		a[d] += u.weight;
		let c = 0;
		for (; d > 0;) d % 2 && (c += a[d + 1]), d = d - 1 >> 1, a[d] += u.weight;
		l += u.weight * c;
	}), l;
}
function we(e, n = []) {
	return n.map((t) => {
		let r = e.inEdges(t);
		if (!r || !r.length) return { v: t };
		{
			let o = r.reduce((i, s) => {
				let a = e.edge(s), l = e.node(s.v);
				return {
					sum: i.sum + a.weight * l.order,
					weight: i.weight + a.weight
				};
			}, {
				sum: 0,
				weight: 0
			});
			return {
				v: t,
				barycenter: o.sum / o.weight,
				weight: o.weight
			};
		}
	});
}
function Ne(e, n) {
	let t = {};
	e.forEach((o, i) => {
		let s = {
			indegree: 0,
			in: [],
			out: [],
			vs: [o.v],
			i
		};
		o.barycenter !== void 0 && (s.barycenter = o.barycenter, s.weight = o.weight), t[o.v] = s;
	}), n.edges().forEach((o) => {
		let i = t[o.v], s = t[o.w];
		i !== void 0 && s !== void 0 && (s.indegree++, i.out.push(s));
	});
	return Yt(Object.values(t).filter((o) => !o.indegree));
}
function Yt(e) {
	let n = [];
	function t(o) {
		return (i) => {
			i.merged || (i.barycenter === void 0 || o.barycenter === void 0 || i.barycenter >= o.barycenter) && Bt(o, i);
		};
	}
	function r(o) {
		return (i) => {
			i.in.push(o), --i.indegree === 0 && e.push(i);
		};
	}
	for (; e.length;) {
		let o = e.pop();
		n.push(o), o.in.reverse().forEach(t(o)), o.out.forEach(r(o));
	}
	return n.filter((o) => !o.merged).map((o) => W(o, [
		"vs",
		"i",
		"barycenter",
		"weight"
	]));
}
function Bt(e, n) {
	let t = 0, r = 0;
	e.weight && (t += e.barycenter * e.weight, r += e.weight), n.weight && (t += n.barycenter * n.weight, r += n.weight), e.vs = n.vs.concat(e.vs), e.barycenter = t / r, e.weight = r, e.i = Math.min(n.i, e.i), n.merged = !0;
}
function Ge(e, n, t, r, o) {
	let i = {}, s = null, a = null, l = o;
	typeof n == "boolean" ? (l = n, i = {}) : n && (i = n, s = t != null ? t : null, a = r != null ? r : null);
	let u = ze(e, (y) => Object.hasOwn(y, "barycenter")), d = u.lhs, c = u.rhs.sort((y, b) => b.i - y.i), f = [], h = 0, g = 0, m = 0;
	d.sort(Wt(a, s, !!l));
	for (let [y, b] of Object.entries(i)) {
		let p = d.findIndex((E) => E.vs[0] === y);
		d.splice(p + 1, 0, b);
	}
	m = Ln(f, c, m), d.forEach((y) => {
		m += y.vs.length, f.push(y.vs), h += y.barycenter * y.weight, g += y.weight, m = Ln(f, c, m);
	});
	let L = { vs: f.flat(1) };
	return g && (L.barycenter = h / g, L.weight = g), L;
}
function Ln(e, n, t) {
	let r;
	for (; n.length && (r = n[n.length - 1]).i <= t;) n.pop(), e.push(r.vs), t++;
	return t;
}
function Wt(e, n, t) {
	return (r, o) => {
		if (r.barycenter < o.barycenter) return -1;
		if (r.barycenter > o.barycenter) return 1;
		if (e && (typeof r.vs[0] == "string" || typeof o.vs[0] == "string")) {
			let a = ee(n, e.node(r.vs[0]), e.node(o.vs[0]));
			if (a !== 0) return a;
		}
		return t ? o.i - r.i : r.i - o.i;
	};
}
function te(e, n, t, r, o) {
	var y, b, p, E, w, k, _, O, j, R, I;
	let i = null, s = o;
	typeof r == "boolean" ? (s = r, i = null) : r !== void 0 && (i = r);
	let a = e.children(n), l = e.node(n), u = l ? l.borderLeft : void 0, d = l ? l.borderRight : void 0, c = {};
	u && (a = a.filter((v) => v !== u && v !== d));
	let f = we(e, a);
	f.forEach((v) => {
		if (e.children(v.v).length) {
			let { result: x } = te(e, v.v, t, i, s);
			c[v.v] = x, Object.hasOwn(x, "barycenter") && zt(v, x);
		}
	});
	let h = Ne(f, t);
	Xt(h, c);
	let g = {}, m = !1;
	for (let v = 0; v < h.length; v++) for (let x = v + 1; x < h.length; x++) if (!(!h[v] || !h[x] || !((y = h[v]) != null && y.barycenter) || !((b = h[x]) != null && b.barycenter)) && ((p = h[v]) == null ? void 0 : p.barycenter) === h[x].barycenter) {
		let G = (w = (E = h[v]) == null ? void 0 : E.vs[0]) != null ? w : "", N = (_ = (k = h[x]) == null ? void 0 : k.vs[0]) != null ? _ : "", C = e.node(G), B = e.node(N);
		if (C.dummy === "edge" && B.dummy === "edge" && ((O = C.edgeObj) == null ? void 0 : O.v) === ((j = B.edgeObj) == null ? void 0 : j.v) && ((R = C.edgeObj) == null ? void 0 : R.w) === ((I = B.edgeObj) == null ? void 0 : I.w)) if (C.edgeLabel.reversed) {
			g[N] = h[v], h.splice(v, 1), v--;
			break;
		} else g[G] || (g[G] = h[x], h.splice(x, 1), x--);
		else m = !0;
	}
	let L = Ge(h, g, i, e, s);
	if (u && d) {
		L.vs = [
			u,
			L.vs,
			d
		].flat(1);
		let v = e.predecessors(u);
		if (v && v.length) {
			let x = e.node(v[0]), G = e.predecessors(d), N = e.node(G[0]);
			Object.hasOwn(L, "barycenter") || (L.barycenter = 0, L.weight = 0), L.barycenter = (L.barycenter * L.weight + x.order + N.order) / (L.weight + 2), L.weight += 2;
		}
	}
	return Object.defineProperty(L, "result", {
		value: L,
		enumerable: !1,
		configurable: !0,
		writable: !0
	}), Object.defineProperty(L, "usedBias", {
		value: m,
		enumerable: !1,
		configurable: !0,
		writable: !0
	}), L;
}
function Xt(e, n) {
	e.forEach((t) => {
		t.vs = t.vs.flatMap((r) => n[r] ? n[r].vs : r);
	});
}
function zt(e, n) {
	e.barycenter !== void 0 ? (e.barycenter = (e.barycenter * e.weight + n.barycenter * n.weight) / (e.weight + n.weight), e.weight += n.weight) : (e.barycenter = n.barycenter, e.weight = n.weight);
}
function ve(e, n, t, r) {
	r || (r = e.nodes());
	let o = Ht(e), i = new T({ compound: !0 }).setGraph({ root: o }).setDefaultNodeLabel((s) => e.node(s));
	return r.forEach((s) => {
		let a = e.node(s), l = e.parent(s);
		if (a.rank === n || a.minRank <= n && n <= a.maxRank) {
			i.setNode(s), i.setParent(s, l || o);
			let u = e[t](s);
			u && u.forEach((d) => {
				let c = d.v === s ? d.w : d.v, f = i.edge(c, s), h = f !== void 0 ? f.weight : 0;
				i.setEdge(c, s, { weight: e.edge(d).weight + h });
			}), Object.hasOwn(a, "minRank") && i.setNode(s, {
				borderLeft: a.borderLeft[n],
				borderRight: a.borderRight[n]
			});
		}
	}), i;
}
function Ht(e) {
	let n;
	for (; e.hasNode(n = $("_root")););
	return n;
}
function ke(e, n, t) {
	let r = {}, o;
	t.forEach((i) => {
		let s = e.parent(i), a, l;
		for (; s;) {
			if (a = e.parent(s), a ? (l = r[a], r[a] = s) : (l = o, o = s), l && l !== s) {
				n.setEdge(l, s);
				return;
			}
			s = a;
		}
	});
}
function re(e, n = {}, t = null) {
	if (typeof n.customOrder == "function") {
		n.customOrder(e, re);
		return;
	}
	let r = de(e), o = yn(e, D(1, r + 1), "inEdges"), i = yn(e, D(r - 1, -1, -1), "outEdges"), s = Le(e, t);
	if (wn(e, s), n.disableOptimalOrderHeuristic) return;
	let a = Number.POSITIVE_INFINITY, l, u = n.constraints || [];
	for (let d = 0, c = 0; c < 4; ++d, ++c) {
		qt(d % 2 ? o : i, d % 4 >= 2, u, t), s = P(e);
		let f = ye(e, s);
		f < a ? (c = 0, l = Object.assign({}, s), a = f) : f === a && (l = structuredClone(s));
	}
	wn(e, l);
}
function yn(e, n, t) {
	let r = /* @__PURE__ */ new Map(), o = (i, s) => {
		r.has(i) || r.set(i, []), r.get(i).push(s);
	};
	for (let i of e.nodes()) {
		let s = e.node(i);
		if (typeof s.rank == "number" && o(s.rank, i), typeof s.minRank == "number" && typeof s.maxRank == "number") for (let a = s.minRank; a <= s.maxRank; a++) a !== s.rank && o(a, i);
	}
	return n.map(function(i) {
		return ve(e, i, t, r.get(i) || []);
	});
}
function qt(e, n, t, r) {
	let o = !0, i = new T();
	e.forEach(function(s) {
		t.forEach((d) => i.setEdge(d.left, d.right));
		let a = s.graph().root, { result: l, usedBias: u } = te(s, a, i, r, o);
		n && u && (o = !o), l.vs.forEach((d, c) => s.node(d).order = c), ke(s, i, l.vs);
	});
}
function wn(e, n) {
	Object.values(n).forEach((t) => t.forEach((r, o) => e.node(r).order = o));
}
function $t(e, n) {
	let t = {};
	function r(o, i) {
		let s = 0, a = 0, l = o.length, u = i[i.length - 1];
		return i.forEach((d, c) => {
			let f = Jt(e, d), h = f ? e.node(f).order : l;
			(f || d === u) && (i.slice(a, c + 1).forEach((g) => {
				let m = e.predecessors(g);
				m && m.forEach((L) => {
					let y = e.node(L), b = y.order;
					(b < s || h < b) && !(y.dummy && e.node(g).dummy) && Gn(t, L, g);
				});
			}), a = c + 1, s = h);
		}), i;
	}
	return n.length && n.reduce(r), t;
}
function Ut(e, n) {
	let t = {};
	function r(a) {
		var l;
		return ((l = e.node(a)) == null ? void 0 : l.dummy) === "border";
	}
	if (!e.nodes().some(r)) return t;
	function i(a, l, u, d, c) {
		D(l, u).forEach((f) => {
			let h = a[f];
			if (h !== void 0 && e.node(h).dummy) {
				let g = e.predecessors(h);
				g && g.forEach((m) => {
					if (m === void 0) return;
					let L = e.node(m);
					L.dummy && (L.order < d || L.order > c) && Gn(t, m, h);
				});
			}
		});
	}
	function s(a, l) {
		let u = -1, d = -1, c = 0;
		return l.forEach((f, h) => {
			if (r(f)) {
				let g = e.predecessors(f);
				if (g && g.length) {
					let m = g[0];
					if (m === void 0) return;
					d = e.node(m).order, i(l, c, h, u, d), c = h, u = d;
				}
			}
			i(l, c, l.length, d, a.length);
		}), l;
	}
	return n.length && n.reduce(s), t;
}
function Jt(e, n) {
	if (e.node(n).dummy) {
		let t = e.predecessors(n);
		if (t) return t.find((r) => e.node(r).dummy);
	}
}
function Gn(e, n, t) {
	if (n > t) {
		let o = n;
		n = t, t = o;
	}
	let r = e[n];
	r || (e[n] = r = {}), r[t] = !0;
}
function Kt(e, n, t) {
	if (n > t) {
		let o = n;
		n = t, t = o;
	}
	let r = e[n];
	return r !== void 0 && Object.hasOwn(r, t);
}
function Qt(e, n, t, r, o) {
	let i = {}, s = {}, a = {};
	return n.forEach((l) => {
		l.forEach((u, d) => {
			i[u] = u, s[u] = u, a[u] = d;
		});
	}), n.forEach((l) => {
		let u = -1, d = -1, c = !1, f = l, h = l.findIndex((g) => (o == null ? void 0 : o.includes(g)) || Nn(g, e, o));
		h > 0 && (f = [
			l[h],
			...l.slice(0, h),
			...l.slice(h + 1)
		], c = !0), f.forEach((g) => {
			var L;
			let m = r(g);
			if (m && m.length) {
				o != null && o.includes(g) && (m = m.filter((p) => Nn(p, e, o)));
				let y = m.sort((p, E) => {
					let w = a[p], k = a[E];
					return (w !== void 0 ? w : 0) - (k !== void 0 ? k : 0);
				}), b = (y.length - 1) / 2;
				for (let p = Math.floor(b), E = Math.ceil(b); p <= E; ++p) {
					let w = y[p];
					if (w === void 0) continue;
					let k = a[w];
					if (k !== void 0 && s[g] === g && u < k && a[w] !== d && !Kt(t, g, w)) {
						let _ = i[w];
						_ !== void 0 && (s[w] = g, s[g] = i[g] = _, u = k, c && (u = -1, d = (L = a[w]) != null ? L : -1, c = !1));
					}
				}
			}
		});
	}), {
		root: i,
		align: s
	};
}
function Zt(e, n, t, r, o = !1) {
	let i = {}, s = er(e, n, t, o), a = o ? "borderLeft" : "borderRight";
	function l(h, g) {
		let m = s.nodes().slice(), L = {}, y = m.pop();
		for (; y;) {
			if (L[y]) h(y);
			else {
				L[y] = !0, m.push(y);
				for (let b of g(y)) m.push(b);
			}
			y = m.pop();
		}
	}
	function u(h) {
		let g = s.inEdges(h);
		g ? i[h] = g.reduce((m, L) => {
			var p;
			let y = (p = i[L.v]) != null ? p : 0, b = s.edge(L);
			return Math.max(m, y + (b !== void 0 ? b : 0));
		}, 0) : i[h] = 0;
	}
	function d(h) {
		let g = s.outEdges(h), m = Number.POSITIVE_INFINITY;
		g && (m = g.reduce((y, b) => {
			let p = i[b.w], E = s.edge(b);
			return Math.min(y, (p !== void 0 ? p : 0) - (E !== void 0 ? E : 0));
		}, Number.POSITIVE_INFINITY));
		let L = e.node(h);
		m !== Number.POSITIVE_INFINITY && L.borderType !== a && (i[h] = Math.max(i[h] !== void 0 ? i[h] : 0, m));
	}
	function c(h) {
		return s.predecessors(h) || [];
	}
	function f(h) {
		return s.successors(h) || [];
	}
	return l(u, c), l(d, f), Object.keys(r).forEach((h) => {
		var m;
		let g = t[h];
		g !== void 0 && (i[h] = (m = i[g]) != null ? m : 0);
	}), i;
}
function er(e, n, t, r) {
	let o = new T(), i = e.graph(), s = or(i.nodesep, i.edgesep, r);
	return n.forEach((a) => {
		let l;
		a.forEach((u) => {
			let d = t[u];
			if (d !== void 0) {
				if (o.setNode(d), l !== void 0) {
					let c = t[l];
					if (c !== void 0) {
						let f = o.edge(c, d);
						o.setEdge(c, d, Math.max(s(e, u, l), f || 0));
					}
				}
				l = u;
			}
		});
	}), o;
}
function nr(e, n) {
	return Object.values(n).reduce((t, r) => {
		let o = Number.NEGATIVE_INFINITY, i = Number.POSITIVE_INFINITY;
		Object.entries(r).forEach(([a, l]) => {
			let u = ir(e, a) / 2;
			o = Math.max(l + u, o), i = Math.min(l - u, i);
		});
		let s = o - i;
		return s < t[0] && (t = [s, r]), t;
	}, [Number.POSITIVE_INFINITY, null])[1];
}
function tr(e, n) {
	let t = Object.values(n), r = S(Math.min, t), o = S(Math.max, t);
	["u", "d"].forEach((i) => {
		["l", "r"].forEach((s) => {
			let a = i + s, l = e[a];
			if (!l || l === n) return;
			let u = Object.values(l), d = r - S(Math.min, u);
			s !== "l" && (d = o - S(Math.max, u)), d && (e[a] = X(l, (c) => c + d));
		});
	});
}
function rr(e, n = void 0) {
	let t = e.ul;
	return t ? X(t, (r, o) => {
		var s, a;
		if (n) {
			let u = e[n.toLowerCase()];
			if (u && u[o] !== void 0) return u[o];
		}
		let i = Object.values(e).map((l) => {
			let u = l[o];
			return u !== void 0 ? u : 0;
		}).sort((l, u) => l - u);
		return (((s = i[1]) != null ? s : 0) + ((a = i[2]) != null ? a : 0)) / 2;
	}) : {};
}
function vn(e, n) {
	let t = P(e), r = Object.assign($t(e, t), Ut(e, t)), o = {}, i;
	["u", "d"].forEach((a) => {
		i = a === "u" ? t : Object.values(t).reverse(), ["l", "r"].forEach((l) => {
			l === "r" && (i = i.map((f) => Object.values(f).reverse()));
			let d = Qt(e, i, r, (f) => (a === "u" ? e.predecessors(f) : e.successors(f)) || [], n), c = Zt(e, i, d.root, d.align, l === "r");
			l === "r" && (c = X(c, (f) => -f)), o[a + l] = c;
		});
	});
	return tr(o, nr(e, o)), rr(o, e.graph().align);
}
function or(e, n, t) {
	return (r, o, i) => {
		let s = r.node(o), a = r.node(i), l = 0, u;
		if (l += s.width / 2, Object.hasOwn(s, "labelpos")) switch (s.labelpos.toLowerCase()) {
			case "l":
				u = -s.width / 2;
				break;
			case "r": u = s.width / 2;
		}
		if (u && (l += t ? u : -u), u = void 0, l += (s.dummy ? n : e) / 2, l += (a.dummy ? n : e) / 2, l += a.width / 2, Object.hasOwn(a, "labelpos")) switch (a.labelpos.toLowerCase()) {
			case "l":
				u = a.width / 2;
				break;
			case "r": u = -a.width / 2;
		}
		return u && (l += t ? u : -u), l;
	};
}
function ir(e, n) {
	return e.node(n).width;
}
function Nn(e, n, t) {
	var s;
	if (!t) return !1;
	let r = (s = n.node(e)) == null ? void 0 : s.edgeObj;
	if (!r || n.node(e).edgeLabel.reversed) return !1;
	let o = t.indexOf(r == null ? void 0 : r.v), i = t.indexOf(r == null ? void 0 : r.w);
	return o !== -1 && i !== -1 && o === (i + 1) % t.length || o === (i - 1) % t.length;
}
function kn(e, n) {
	e = Z(e), sr(e), Object.entries(vn(e, n)).forEach(([t, r]) => e.node(t).x = r);
}
function sr(e) {
	let n = P(e), t = e.graph(), r = t.ranksep, o = t.rankalign, i = 0;
	n.forEach((s) => {
		let a = s.reduce((l, u) => {
			var c;
			let d = (c = e.node(u).height) != null ? c : 0;
			return l > d ? l : d;
		}, 0);
		s.forEach((l) => {
			let u = e.node(l);
			o === "top" ? u.y = i + u.height / 2 : o === "bottom" ? u.y = i + a - u.height / 2 : u.y = i + a / 2;
		}), i += a + r;
	});
}
var xn = /* @__PURE__ */ new WeakMap();
function Oe(e, n = {}) {
	return In(e, q, n), e;
}
function _n(e, n, t) {
	let r = n;
	for (; r !== void 0;) {
		let o = e.parent(r);
		if (o === t) return r;
		r = o;
	}
}
function In(e, n, t) {
	var y;
	let r = e.nodes().filter((b) => e.children(b).length), o = {};
	r.forEach((b) => {
		let p = e.node(b);
		if (p && p.rankdir) {
			let E = new T({
				multigraph: !0,
				compound: !0
			});
			E.setGraph({ rankdir: p.rankdir });
			let w = e.children(b);
			w.forEach((G) => {
				let N = { ...e.node(G) };
				E.setNode(G, N);
				let C = e.parent(G);
				C && C !== b && w.includes(C) && E.setParent(G, C);
			});
			let k = /* @__PURE__ */ new Set();
			e.edges().forEach((G) => {
				let N = _n(e, G.v, b), C = _n(e, G.w, b);
				if (N === G.v && C === G.w) E.setEdge(G, { ...e.edge(G) });
				else if (N && C && N !== C) {
					let B = `${N}\0${C}`;
					k.has(B) || (k.add(B), E.setEdge(N, C, { ...e.edge(G) }));
				}
			}), In(E, n, t);
			let _ = Rn(E);
			Cn(_, n, t, null), Tn(E, _);
			let O = 1 / 0, j = 1 / 0, R = -1 / 0, I = -1 / 0;
			E.nodes().forEach((G) => {
				if (G === b) return;
				let N = E.node(G);
				N && typeof N.x == "number" && typeof N.y == "number" && typeof N.width == "number" && typeof N.height == "number" && (O = Math.min(O, N.x - N.width / 2), R = Math.max(R, N.x + N.width / 2), j = Math.min(j, N.y - N.height / 2), I = Math.max(I, N.y + N.height / 2));
			}), (!isFinite(O) || !isFinite(j) || !isFinite(R) || !isFinite(I)) && (O = j = 0, R = I = 0);
			let v = R - O, x = I - j;
			o[b] = {
				minX: O,
				minY: j,
				maxX: R,
				maxY: I,
				width: v,
				height: x,
				offsetX: O,
				offsetY: j
			}, p._dagreClusterSubgraph = E;
		}
	});
	let i = [], s = (b) => {
		let p = [], E = (e.children(b) || []).filter((w) => w !== b);
		for (; E.length > 0;) {
			let w = E.shift();
			p.push(w), (e.children(w) || []).filter((k) => k !== w).forEach((k) => E.push(k));
		}
		return p;
	}, a = /* @__PURE__ */ new Map();
	r.forEach((b) => {
		let p = e.node(b);
		p && p.rankdir && o[b] && a.set(b, (e.children(b) || []).filter((E) => E !== b));
	});
	let l = new Set([...a.values()].flat()), u = /* @__PURE__ */ new Map();
	a.forEach((b, p) => {
		l.has(p) || u.set(p, s(p));
	});
	let d = new Set([...u.values()].flat()), c = (b) => {
		for (let [p, E] of u) if (E.includes(b)) return p;
		return b;
	}, f = [];
	e.edges().forEach((b) => {
		(d.has(b.v) || d.has(b.w)) && f.push({
			edge: b,
			label: e.edge(b)
		});
	});
	let h = /* @__PURE__ */ new Map();
	d.forEach((b) => {
		let p = e.parent(b);
		h.set(b, typeof p == "string" ? p : void 0);
	}), u.forEach((b, p) => {
		let E = e.node(p), w = [];
		b.forEach((O) => {
			let j = e.node(O);
			j && (w.push({
				id: O,
				node: j,
				parent: h.get(O)
			}), e.removeNode(O));
		});
		let k = f.filter(({ edge: O }) => b.includes(O.v) || b.includes(O.w)), _ = o[p];
		E && (i.push({
			clusterId: p,
			subgraph: E._dagreClusterSubgraph,
			bounds: _,
			children: b,
			removedNodes: w,
			removedEdges: k
		}), E.width = _.width, E.height = _.height);
	});
	let g = /* @__PURE__ */ new Set();
	f.forEach(({ edge: b, label: p }) => {
		let E = c(b.v), w = c(b.w);
		if (E !== w && e.hasNode(E) && e.hasNode(w)) {
			let k = `${E}\0${w}`;
			g.has(k) || (g.add(k), e.setEdge(E, w, {
				...p,
				width: 0,
				height: 0
			}));
		}
	});
	let m = Rn(e), L = Cn(m, n, t, (y = xn.get(e)) != null ? y : null);
	xn.set(e, L), Tn(e, m), g.forEach((b) => {
		let p = b.indexOf("\0"), E = b.slice(0, p), w = b.slice(p + 1);
		e.hasEdge(E, w) && e.removeEdge(E, w);
	}), i.forEach(({ clusterId: b, subgraph: p, bounds: E, removedNodes: w, removedEdges: k }) => {
		var v, x;
		let _ = e.node(b), O = (v = _ == null ? void 0 : _.x) != null ? v : 0, j = (x = _ == null ? void 0 : _.y) != null ? x : 0, R = (E.minX + E.maxX) / 2, I = (E.minY + E.maxY) / 2;
		w.forEach(({ id: G, node: N, parent: C }) => {
			e.setNode(G, N), C !== void 0 && e.setParent(G, C);
		}), k.forEach(({ edge: G, label: N }) => {
			e.setEdge(G, N);
		}), p.nodes().forEach((G) => {
			if (G === b) return;
			let N = p.node(G), C = e.node(G);
			C && N && typeof N.x == "number" && typeof N.y == "number" && (C.x = O + (N.x - R), C.y = j + (N.y - I));
		}), On(e, p, O - R, j - I), delete _._dagreClusterSubgraph;
	}), r.forEach((b) => {
		var w, k;
		let p = e.node(b), E = o[b];
		if (p && p.rankdir && p._dagreClusterSubgraph && E) {
			let _ = p._dagreClusterSubgraph, O = (w = p.x) != null ? w : 0, j = (k = p.y) != null ? k : 0, R = (E.minX + E.maxX) / 2, I = (E.minY + E.maxY) / 2;
			_.nodes().forEach((v) => {
				if (v === b) return;
				let x = _.node(v), G = e.node(v);
				if (G && x && typeof x.x == "number" && typeof x.y == "number") {
					let N = x.x - R, C = x.y - I;
					G.x = O + N, G.y = j + C;
				}
			}), On(e, _, O - R, j - I), delete p._dagreClusterSubgraph;
		}
	});
}
function On(e, n, t, r) {
	n.edges().forEach((o) => {
		if (!e.hasEdge(o)) return;
		let i = n.edge(o), s = e.edge(o);
		s.points = i.points.map((a) => ({
			x: a.x + t,
			y: a.y + r
		})), Object.hasOwn(i, "x") && (s.x = i.x + t, s.y = i.y + r);
	});
}
function Cn(e, n, t, r = null) {
	var l, u;
	let o = (t == null ? void 0 : t.useDynamic) !== !1, i = o && (l = r == null ? void 0 : r.graph) != null ? l : null, s = o && (u = r == null ? void 0 : r.rawNodes) != null ? u : null;
	n("    makeSpaceForEdgeLabels", () => br(e)), n("    removeSelfEdges", () => Gr(e)), n("    acyclic", () => Ue(e, i)), n("    nestingGraph.run", () => un(e)), n("    rank", () => dn(Z(e))), n("    injectEdgeLabelProxies", () => gr(e)), n("    removeEmptyRanks", () => We(e)), n("    nestingGraph.cleanup", () => fn(e)), n("    normalizeRanks", () => Be(e)), n("    assignRankMinMax", () => pr(e)), n("    removeEdgeLabelProxies", () => mr(e)), n("    normalize.run", () => Ke(e)), n("    parentDummyChains", () => ln(e)), n("    addBorderSegments", () => bn(e)), n("    order", () => re(e, t, s)), n("    insertSelfEdges", () => vr(e)), n("    adjustCoordinateSystem", () => pn(e)), n("    position", () => kn(e, t.corePath)), n("    positionSelfEdges", () => kr(e));
	let a = JSON.parse(JSON.stringify(e._nodes));
	return n("    removeBorderNodes", () => Nr(e)), n("    normalize.undo", () => Qe(e)), n("    fixupEdgeLabelCoords", () => yr(e)), n("    undoCoordinateSystem", () => mn(e)), n("    translateGraph", () => Er(e)), n("    assignNodeIntersects", () => Lr(e)), n("    reversePoints", () => wr(e)), n("    acyclic.undo", () => Je(e)), {
		graph: e,
		rawNodes: a
	};
}
function Tn(e, n) {
	e.nodes().forEach((t) => {
		let r = e.node(t), o = n.node(t);
		r && (r.x = o.x, r.y = o.y, r.order = o.order, r.rank = o.rank, n.children(t).length && (r.width = o.width, r.height = o.height));
	}), e.edges().forEach((t) => {
		let r = e.edge(t), o = n.edge(t);
		r.points = o.points, Object.hasOwn(o, "x") && (r.x = o.x, r.y = o.y);
	}), e.graph().width = n.graph().width, e.graph().height = n.graph().height;
}
var ar = [
	"nodesep",
	"edgesep",
	"ranksep",
	"marginx",
	"marginy"
];
var dr = {
	ranksep: 50,
	edgesep: 20,
	nodesep: 50,
	rankdir: "TB",
	rankalign: "center"
};
var lr = [
	"acyclicer",
	"ranker",
	"rankdir",
	"align",
	"rankalign"
];
var ur = [
	"width",
	"height",
	"rank"
];
var jn = {
	width: 0,
	height: 0
};
var cr = [
	"minlen",
	"weight",
	"width",
	"height",
	"labeloffset"
];
var fr = {
	minlen: 1,
	weight: 1,
	width: 0,
	height: 0,
	labeloffset: 10,
	labelpos: "r"
};
var hr = ["labelpos"];
function Rn(e) {
	let n = new T({
		multigraph: !0,
		compound: !0
	}), t = _e(e.graph());
	return n.setGraph(Object.assign({}, dr, xe(t, ar), W(t, lr))), e.nodes().forEach((r) => {
		let i = xe(_e(e.node(r)), ur);
		Object.keys(jn).forEach((a) => {
			i[a] === void 0 && (i[a] = jn[a]);
		}), n.setNode(r, i);
		let s = e.parent(r);
		s !== void 0 && n.setParent(r, s);
	}), e.edges().forEach((r) => {
		let o = _e(e.edge(r));
		n.setEdge(r, Object.assign({}, fr, xe(o, cr), W(o, hr)));
	}), n;
}
function br(e) {
	let n = e.graph();
	n.ranksep /= 2, e.edges().forEach((t) => {
		var o;
		let r = e.edge(t);
		r.minlen *= 2, ((o = r.labelpos) != null ? o : "r").toLowerCase() !== "c" && (n.rankdir === "TB" || n.rankdir === "BT" ? r.width += r.labeloffset : r.height += r.labeloffset);
	});
}
function gr(e) {
	e.edges().forEach((n) => {
		let t = e.edge(n);
		if (t.width && t.height) {
			let r = e.node(n.v);
			M(e, "edge-proxy", {
				rank: (e.node(n.w).rank - r.rank) / 2 + r.rank,
				e: n
			}, "_ep");
		}
	});
}
function pr(e) {
	let n = 0;
	e.nodes().forEach((t) => {
		let r = e.node(t);
		r.borderTop && (r.minRank = e.node(r.borderTop).rank, r.maxRank = e.node(r.borderBottom).rank, n = Math.max(n, r.maxRank));
	}), e.graph().maxRank = n;
}
function mr(e) {
	e.nodes().forEach((n) => {
		let t = e.node(n);
		if (t.dummy === "edge-proxy") {
			let r = t;
			e.edge(r.e).labelRank = t.rank, e.removeNode(n);
		}
	});
}
function Er(e) {
	let n = Number.POSITIVE_INFINITY, t = 0, r = Number.POSITIVE_INFINITY, o = 0, i = e.graph(), s = i.marginx || 0, a = i.marginy || 0;
	function l(u) {
		let d = u.x, c = u.y, f = u.width, h = u.height;
		n = Math.min(n, d - f / 2), t = Math.max(t, d + f / 2), r = Math.min(r, c - h / 2), o = Math.max(o, c + h / 2);
	}
	e.nodes().forEach((u) => l(e.node(u))), e.edges().forEach((u) => {
		let d = e.edge(u);
		Object.hasOwn(d, "x") && l(d);
	}), n -= s, r -= a, e.nodes().forEach((u) => {
		let d = e.node(u);
		d.x -= n, d.y -= r;
	}), e.edges().forEach((u) => {
		let d = e.edge(u);
		d.points.forEach((c) => {
			c.x -= n, c.y -= r;
		}), Object.hasOwn(d, "x") && (d.x -= n), Object.hasOwn(d, "y") && (d.y -= r);
	}), i.width = t - n + s, i.height = o - r + a;
}
function Lr(e) {
	e.edges().forEach((n) => {
		if (n.v === n.w) return;
		let t = e.edge(n), r = e.node(n.v), o = e.node(n.w), i, s;
		t.points ? (i = t.points[0], s = t.points[t.points.length - 1]) : (t.points = [], i = o, s = r), t.points.unshift(se(r, i)), t.points.push(se(o, s));
	});
}
function yr(e) {
	e.edges().forEach((n) => {
		let t = e.edge(n);
		if (Object.hasOwn(t, "x")) switch ((t.labelpos === "l" || t.labelpos === "r") && (t.width -= t.labeloffset), t.labelpos) {
			case "l":
				t.x -= t.width / 2 + t.labeloffset;
				break;
			case "r": t.x += t.width / 2 + t.labeloffset;
		}
	});
}
function wr(e) {
	e.edges().forEach((n) => {
		let t = e.edge(n);
		t.reversed && t.points.reverse();
	});
}
function Nr(e) {
	e.nodes().forEach((n) => {
		if (e.children(n).length) {
			let t = e.node(n), r = e.node(t.borderTop), o = e.node(t.borderBottom), i = e.node(t.borderLeft[t.borderLeft.length - 1]), s = e.node(t.borderRight[t.borderRight.length - 1]);
			t.width = Math.abs(s.x - i.x), t.height = Math.abs(o.y - r.y), t.x = i.x + t.width / 2, t.y = r.y + t.height / 2;
		}
	}), e.nodes().forEach((n) => {
		e.node(n).dummy === "border" && e.removeNode(n);
	});
}
function Gr(e) {
	e.edges().forEach((n) => {
		if (n.v === n.w) {
			let t = e.node(n.v);
			t.selfEdges || (t.selfEdges = []), t.selfEdges.push({
				e: n,
				label: e.edge(n)
			}), e.removeEdge(n);
		}
	});
}
function vr(e) {
	P(e).forEach((t) => {
		let r = 0;
		t.forEach((o, i) => {
			let s = e.node(o);
			typeof s.rank != "number" && (s.rank = 0), s.order = i + r, (s.selfEdges || []).forEach((a) => {
				M(e, "selfedge", {
					width: a.label.width,
					height: a.label.height,
					rank: s.rank,
					order: i + ++r,
					e: a.e,
					edgeLabel: a.label
				}, "_se"), (!Array.isArray(a.label.points) || a.label.points.length !== 7) && (a.label.points = [
					{
						x: 0,
						y: -10
					},
					{
						x: 0,
						y: -10
					},
					{
						x: 0,
						y: 0
					},
					{
						x: 0,
						y: 10
					},
					{
						x: 0,
						y: 10
					},
					{
						x: 0,
						y: 0
					},
					{
						x: 0,
						y: 0
					}
				]);
			}), delete s.selfEdges;
		});
	});
}
function kr(e) {
	e.nodes().forEach((n) => {
		let t = e.node(n), r = (o) => typeof o == "number" && isFinite(o);
		if (t.dummy === "selfedge") {
			let o = t, i = e.node(o.e.v), s = r(i == null ? void 0 : i.x) ? i.x : 0, a = r(i == null ? void 0 : i.y) ? i.y : 0, l = r(i == null ? void 0 : i.width) ? i.width : 0, u = r(i == null ? void 0 : i.height) ? i.height : 0, d = r(t.x) ? t.x : s, c = r(t.y) ? t.y : a, f = l / 2, h = u / 2;
			o.edgeLabel.points = [
				{
					x: d + f,
					y: c - h
				},
				{
					x: d + f,
					y: c - h
				},
				{
					x: d,
					y: c
				},
				{
					x: d - f,
					y: c + h
				},
				{
					x: d - f,
					y: c + h
				},
				{
					x: d,
					y: c
				},
				{
					x: d,
					y: c
				}
			], o.edgeLabel.x = d, o.edgeLabel.y = c, e.setEdge(o.e, o.edgeLabel), e.removeNode(n);
		} else t && Array.isArray(t.selfEdges) && t.selfEdges.forEach((o) => {
			if (!Array.isArray(o.label.points) || o.label.points.length !== 7) {
				let i = r(t.x) ? t.x : 0, s = r(t.y) ? t.y : 0, a = r(t.width) ? t.width : 0, l = r(t.height) ? t.height : 0, u = a / 2, d = l / 2;
				o.label.points = [
					{
						x: i + u,
						y: s - d
					},
					{
						x: i + u,
						y: s - d
					},
					{
						x: i,
						y: s
					},
					{
						x: i - u,
						y: s + d
					},
					{
						x: i - u,
						y: s + d
					},
					{
						x: i,
						y: s
					},
					{
						x: i,
						y: s
					}
				];
			}
		});
	});
}
function xe(e, n) {
	return X(W(e, n), Number);
}
function _e(e) {
	let n = {};
	return e && Object.entries(e).forEach(([t, r]) => {
		typeof t == "string" && (t = t.toLowerCase()), n[t] = r;
	}), n;
}
/*! For license information please see dagre.esm.js.LEGAL.txt */
function meetShape(shape, x, y, width, height) {
	const [left, right] = sidesAt(shape, Math.max(-1, Math.min(1, y / height)), width, height);
	return Math.max(left, Math.min(right, x));
}
function sidesAt(shape, at, width, height) {
	switch (shape) {
		case "dtmf": {
			const side = width - 14 * Math.abs(at);
			return [-side, side];
		}
		case "transfer": return [14 * (1 - at) / 2 - width, width - 14 * (1 + at) / 2];
		case "hangup":
		case "jump":
		case "start": {
			const side = width - height + height * Math.sqrt(1 - at * at);
			return [-side, side];
		}
		default: return [-width, width];
	}
}
// src/report/html/text-width.ts
const PITCH = 7.3;
const WIDE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303f\uff00-\uff60]/gu;
function textWidth(text) {
	const characters = Array.from(text).length;
	return Math.ceil((characters + (text.match(WIDE)?.length ?? 0)) * PITCH);
}
// src/report/html/lay-out.ts
const LONGEST_ID = 28;
const LONGEST_LABEL = 30;
function shownId(id) {
	return cutText(id, LONGEST_ID);
}
function shownLabel(label) {
	return cutText(label, LONGEST_LABEL);
}
const NODE_HEIGHT = 42;
const START_SIZE = 34;
const JUMP_HEIGHT = 22;
const LABEL_HEIGHT = 16;
const MARGIN = 10;
const SIDES = {
	dtmf: 44,
	transfer: 44,
	queue: 36,
	hangup: 36
};
function sizeOfFace({ shape, id, word }) {
	if (shape === "start") return {
		width: START_SIZE,
		height: START_SIZE
	};
	const text = Math.max(textWidth(shownId(id)), textWidth(word) * .9);
	if (shape === "jump") return {
		width: text + 34,
		height: JUMP_HEIGHT
	};
	return {
		width: Math.max(72, Math.round(text) + (SIDES[shape] ?? 26)),
		height: NODE_HEIGHT
	};
}
function onCurve(points, wanted) {
	const distanceTo = ({ x, y }) => Math.hypot(x - wanted.x, y - wanted.y);
	const nearest = points.reduce((best, point, index) => distanceTo(point) < distanceTo(points[best] ?? wanted) ? index : best, 0);
	const [before, point, after] = [
		points[nearest - 1],
		points[nearest],
		points[nearest + 1]
	];
	if (point === void 0 || before === void 0 || after === void 0) return wanted;
	const weigh = (axis) => Math.round(.75 * point[axis] + .125 * (before[axis] + after[axis]));
	return {
		x: weigh("x"),
		y: weigh("y")
	};
}
function meet(face, node, at = {
	x: 0,
	y: 0
}) {
	if (face === void 0 || node === void 0) return at;
	const x = meetShape(face.shape, at.x - node.x, at.y - node.y, node.width / 2, node.height / 2);
	return {
		x: node.x + x,
		y: at.y
	};
}
function loop({ x, y, width }, { x: far = x + width }) {
	const border = x + width / 2 - 4;
	return [
		{
			x: border,
			y: y - 9
		},
		{
			x: far,
			y: y - 16
		},
		{
			x: far,
			y
		},
		{
			x: far,
			y: y + 16
		},
		{
			x: border,
			y: y + 9
		}
	];
}
function layOut({ nodes, edges }) {
	const graph = new T({ multigraph: true });
	graph.setGraph({
		rankdir: "TB",
		nodesep: 18,
		edgesep: 10,
		ranksep: 40,
		marginx: MARGIN,
		marginy: MARGIN
	});
	nodes.forEach(({ face, faceBefore }, index) => {
		const sizes = [face, faceBefore ?? face].map(sizeOfFace);
		const width = Math.max(...sizes.map((size) => size.width));
		graph.setNode(String(index), {
			width,
			height: sizes[0]?.height ?? NODE_HEIGHT
		});
	});
	edges.forEach(({ from, to, label, layer }, index) => {
		const size = label === "" ? {
			width: 0,
			height: 0
		} : {
			width: textWidth(`${layer === "both" ? "" : "+ "}${shownLabel(label)}`) * .92 + 14,
			height: LABEL_HEIGHT
		};
		graph.setEdge(String(from), String(to), {
			...size,
			labelpos: "c"
		}, String(index));
	});
	Oe(graph);
	const round = ({ x, y }) => ({
		x: Math.round(x),
		y: Math.round(y)
	});
	const size = graph.graph();
	return {
		width: Math.ceil(size.width),
		height: Math.ceil(size.height),
		nodes: nodes.map((_, index) => {
			const node = graph.node(String(index));
			return {
				...round(node),
				width: Math.round(node.width),
				height: Math.round(node.height)
			};
		}),
		edges: edges.map(({ from, to }, index) => {
			const edge = graph.edge(String(from), String(to), String(index));
			const [source, target] = [graph.node(String(from)), graph.node(String(to))];
			const points = from === to && source !== void 0 ? loop(source, edge) : [...edge.points];
			const last = points.length - 1;
			points[0] = meet(nodes[from]?.face, source, points[0]);
			points[last] = meet(nodes[to]?.face, target, points[last]);
			return {
				points: points.map(round),
				label: onCurve(points, round({
					x: edge.x ?? 0,
					y: edge.y ?? 0
				}))
			};
		})
	};
}
// src/report/html/draw-picture.ts
const CLASS = {
	"": "",
	"+": " add",
	"−": " del",
	"~": " mod"
};
const BOX = (x, y) => `M${-x} ${-y}H${x}V${y}H${-x}z`;
const PILL = (x, y) => `M${y - x} ${-y}H${x - y}a${y} ${y} 0 0 1 0 ${2 * y}H${y - x}a${y} ${y} 0 0 1 0 ${-2 * y}z`;
const OUTLINES = {
	greeting: BOX,
	missing: BOX,
	hangup: PILL,
	jump: PILL,
	dtmf: (x, y) => `M${-x} 0l14 ${-y}H${x - 14}L${x} 0l-14 ${y}H${14 - x}z`,
	transfer: (x, y) => `M${14 - x} ${-y}H${x}L${x - 14} ${y}H${-x}z`,
	queue: (x, y) => `M${-x} ${6 - y}a${x} 6 0 0 1 ${2 * x} 0V${y - 6}a${x} 6 0 0 1 ${-2 * x} 0zM${-x} ${6 - y}a${x} 6 0 0 0 ${2 * x} 0`,
	start: (x) => `M${-x} 0a${x} ${x} 0 1 1 ${2 * x} 0a${x} ${x} 0 1 1 ${-2 * x} 0z`
};
const SAMPLE = {
	width: 64,
	height: 34
};
function drawShape(shape) {
	const border = OUTLINES[shape](SAMPLE.width / 2 - 1, SAMPLE.height / 2 - 1);
	return piece`<svg class="sample n ${shape}" viewBox="${`${-SAMPLE.width / 2} ${-SAMPLE.height / 2} ${SAMPLE.width} ${SAMPLE.height}`}" width="26" height="14" aria-hidden="true"><path d="${border}" /></svg>`;
}
function drawNode(face, sign, { x, y, width, height }) {
	const { shape, id, word } = face;
	const text = `${sign}${sign === "" ? "" : " "}${shape === "jump" ? "↩ " : ""}${shownId(id)}`;
	const border = piece`<path d="${OUTLINES[shape](width >> 1, height >> 1)}" />`;
	const title = shownId(id) === id ? void 0 : piece`<title>${id}</title>`;
	const at = piece`<g class="n ${shape}${CLASS[sign]}" transform="translate(${x} ${y})">${title}${border}`;
	if (word === "") return piece`${at}<text y="4">${text}</text></g>`;
	const [first, second] = shape === "queue" ? [3, 15] : [-3, 12];
	return piece`${at}<text y="${first}">${text}</text><text class="w" y="${second}">${word}</text></g>`;
}
function spline(points) {
	const [first = {
		x: 0,
		y: 0
	}, ...others] = points;
	let path = `M${first.x} ${first.y}`;
	others.forEach((point, index) => {
		const next = others[index + 1];
		if (next === void 0) path += `L${point.x} ${point.y}`;
		else if (index === 0) path += `L${first.x + point.x >> 1} ${first.y + point.y >> 1}`;
		if (next !== void 0) path += `Q${point.x} ${point.y} ${point.x + next.x >> 1} ${point.y + next.y >> 1}`;
	});
	return path;
}
function drawEdge({ label, isOtherwise }, sign, points, at) {
	const line = piece`<path class="e${isOtherwise ? " o" : ""}${CLASS[sign]}" d="${spline(points)}" />`;
	const text = `${sign} ${shownLabel(label)}`.trim();
	if (text === "" || label === "" && sign === "") return line;
	return piece`${line}<text class="l${CLASS[sign]}" x="${at.x}" y="${at.y + 4}">${text}</text>`;
}
function signOf(layer) {
	if (layer === "both") return "";
	return layer === "before" ? "−" : "+";
}
function drawWay({ edges, ways }, { edges: placed }, view) {
	const way = view === "before" ? ways.before : ways.after;
	const other = view === "before" ? "after" : "before";
	const lines = edges.flatMap(({ from, to, layer }, index) => {
		const points = placed[index]?.points;
		if (points === void 0 || layer === other || !way.has(`${from} ${to}`)) return [];
		return [piece`<path d="${spline(points)}" />`];
	});
	return lines.length === 0 ? piece`` : piece`<g class="way">${lines}</g>`;
}
function drawLayer({ nodes, edges }, placed, layer) {
	const sign = signOf(layer);
	const lines = edges.flatMap((edge, index) => {
		const place = placed.edges[index];
		return edge.layer !== layer || place === void 0 ? [] : [drawEdge(edge, sign, place.points, place.label)];
	});
	const shapes = nodes.flatMap((node, index) => {
		const place = placed.nodes[index];
		if (place === void 0 || node.layer !== layer || node.faceBefore !== void 0) return [];
		return [drawNode(node.face, sign, place)];
	});
	return {
		lines: joinMarkup(lines, ""),
		shapes: joinMarkup(shapes, "")
	};
}
function drawOther(nodes, placed, view) {
	return nodes.flatMap(({ face, faceBefore }, index) => {
		const place = placed.nodes[index];
		if (faceBefore === void 0 || place === void 0) return [];
		return [drawNode(view === "before" ? faceBefore : face, "~", place)];
	});
}
function frame({ width, height }, label, inner) {
	return piece`<svg
    class="graph"
    role="img"
    aria-label="${label}"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
  >
    <g class="view">${inner}</g>
  </svg>`;
}
function drawRule(picture, placed, label) {
	const { lines, shapes } = drawLayer(picture, placed, "both");
	return frame(placed, label, piece`${drawWay(picture, placed, "after")}${lines}${shapes}`);
}
function drawVersions(picture, placed, id, label) {
	const both = drawLayer(picture, placed, "both");
	const draw = (view, common) => {
		const own = drawLayer(picture, placed, view);
		const shapes = piece`${own.shapes}${drawOther(picture.nodes, placed, view)}`;
		return frame(placed, label(view), piece`${drawWay(picture, placed, view)}${own.lines}${common}${shapes}`);
	};
	return {
		before: draw("before", piece`<g id="${id}">${both.lines}${both.shapes}</g>`),
		after: draw("after", piece`<use href="#${id}" />`)
	};
}
// src/report/html/face.ts
const START = {
	shape: "start",
	id: "call",
	word: ""
};
function faceOf({ type, id }) {
	return {
		shape: type,
		id,
		word: NODE_WORDS[type]
	};
}
function missingFace(target) {
	return {
		shape: "missing",
		id: target,
		word: "does not exist"
	};
}
function fallbackFace({ type, target }) {
	const word = NODE_WORDS[type];
	return target === void 0 ? {
		shape: type,
		id: word,
		word: "otherwise"
	} : {
		shape: type,
		id: target,
		word: `otherwise: ${word}`
	};
}
function spellConditions(conditions) {
	return conditions.map((condition, index) => {
		if (!isKey(condition)) return condition;
		return index === 0 || !isKey(conditions[index - 1] ?? "") ? `press ${keyNameOf(condition)}` : keyNameOf(condition);
	}).join(", ");
}
// src/report/html/join-links.ts
function joinLinks(links) {
	const joined = /* @__PURE__ */ new Map();
	for (const link of links) {
		const key = `${link.from} ${link.to} ${link.layer}`;
		const known = joined.get(key);
		if (known === void 0) joined.set(key, {
			link,
			conditions: [link.condition]
		});
		else known.conditions.push(link.condition);
	}
	return [...joined.values()].map(({ link: { from, to, layer }, conditions }) => ({
		from,
		to,
		layer,
		label: spellConditions(conditions),
		isOtherwise: false
	}));
}
// src/report/html/picture.ts
function pairsOf(path) {
	return new Set(path.slice(1).map((to, index) => `${path[index] ?? 0} ${to}`));
}
// src/report/html/picture-change.ts
function layerOf(isBefore, isAfter) {
	if (isBefore && isAfter) return "both";
	return isBefore ? "before" : "after";
}
function pictureNode({ before, after }, { kind, before: old, after: now }) {
	const nodeBefore = before.payload.nodes[old ?? -1];
	const nodeAfter = after.payload.nodes[now ?? -1];
	const node = nodeAfter ?? nodeBefore ?? {
		id: "",
		type: "hangup",
		transitions: []
	};
	const isOther = (kind === "changed" || kind === "renamed") && nodeBefore !== void 0;
	return {
		layer: layerOf(nodeBefore !== void 0, nodeAfter !== void 0),
		face: faceOf(node),
		faceBefore: isOther ? faceOf(nodeBefore) : void 0
	};
}
function linkEdges(changed, indexOf, nodes) {
	const missing = /* @__PURE__ */ new Map();
	const targetOf = ({ payload }, node, transition) => payload.nodes[node ?? -1]?.transitions[transition]?.target ?? "";
	const link = (edge, layer) => {
		const end = layer === "before" ? edge.before : edge.after ?? edge.before;
		const from = indexOf.get(edge.from);
		if (end === void 0 || from === void 0) return [];
		const known = end.to === void 0 ? void 0 : indexOf.get(end.to);
		if (end.to !== void 0) return known === void 0 ? [] : [{
			from,
			to: known,
			layer,
			condition: edge.condition
		}];
		const node = changed.diff.nodes[edge.from];
		const target = layer === "before" ? targetOf(changed.before, node?.before, end.transition) : targetOf(changed.after, node?.after, end.transition);
		const key = `${from} ${layer} ${target}`;
		const to = missing.get(key) ?? nodes.push({
			layer,
			face: missingFace(target)
		}) - 1;
		missing.set(key, to);
		return [{
			from,
			to,
			layer,
			condition: edge.condition
		}];
	};
	return changed.diff.edges.flatMap((edge) => {
		if (edge.kind === "unchanged") return link(edge, "both");
		if (edge.kind === "added") return link(edge, "after");
		if (edge.kind === "removed") return link(edge, "before");
		return [...link(edge, "before"), ...link(edge, "after")];
	});
}
function otherwiseEdges(changed, drawn, nodes) {
	const leadsIn = ({ payload }, at) => {
		const node = payload.nodes[at ?? -1];
		return node !== void 0 && leadsToFallback(node);
	};
	const ends = drawn.flatMap((position, from) => {
		const node = changed.diff.nodes[position];
		const isBefore = leadsIn(changed.before, node?.before);
		const isAfter = leadsIn(changed.after, node?.after);
		return isBefore || isAfter ? [{
			from,
			layer: layerOf(isBefore, isAfter)
		}] : [];
	});
	const isSame = isSameFallback(changed.before.payload.fallbackAction, changed.after.payload.fallbackAction);
	if (ends.length === 0) return [];
	const isIn = (other) => ends.some(({ layer }) => layer !== other);
	const face = fallbackFace(changed.after.payload.fallbackAction);
	const layer = layerOf(isIn("after"), isIn("before"));
	const faceBefore = fallbackFace(changed.before.payload.fallbackAction);
	const node = layer === "before" ? {
		layer,
		face: faceBefore
	} : {
		layer,
		face,
		faceBefore: isSame || layer === "after" ? void 0 : faceBefore
	};
	const to = nodes.push(node) - 1;
	return ends.map((end) => ({
		...end,
		to,
		label: "",
		isOtherwise: true
	}));
}
function startEdges({ diff }, drawn, nodes) {
	const entryOf = (version) => drawn.findIndex((position) => diff.nodes[position]?.[version] === 0);
	const [old, now] = [entryOf("before"), entryOf("after")];
	if (old < 0 && now < 0) return [];
	const from = nodes.push({
		layer: layerOf(old >= 0, now >= 0),
		face: START
	}) - 1;
	const edge = (to, layer) => to < 0 ? [] : [{
		from,
		to,
		layer,
		label: "",
		isOtherwise: false
	}];
	return old === now ? edge(old, "both") : [...edge(old, "before"), ...edge(now, "after")];
}
function pictureChange(changed, drawn) {
	const { before, after, diff } = changed;
	const indexOf = new Map(drawn.map((position, index) => [position, index]));
	const nodes = drawn.flatMap((position) => {
		const node = diff.nodes[position];
		return node === void 0 ? [] : [pictureNode(changed, node)];
	});
	const links = joinLinks(linkEdges(changed, indexOf, nodes));
	const otherwise = otherwiseEdges(changed, drawn, nodes);
	const start = startEdges(changed, drawn, nodes);
	const positionOf = (version) => new Map(drawn.flatMap((position, index) => {
		const node = diff.nodes[position]?.[version];
		return node === void 0 ? [] : [[node, index]];
	}));
	const wayOf = (path, places) => pairsOf(path.map((node) => places.get(node) ?? -1));
	return {
		nodes,
		edges: [
			...start,
			...links,
			...otherwise
		],
		ways: {
			before: wayOf(before.path, positionOf("before")),
			after: wayOf(after.path, positionOf("after"))
		},
		drawn: drawn.length,
		total: diff.nodes.length
	};
}
// src/report/html/picture-rule.ts
function sizeOf({ nodes }) {
	return nodes.reduce((sum, { transitions }) => sum + 1 + transitions.length, 0);
}
function pictureRule({ nodes, fallbackAction }, path) {
	const all = nodes.map((node) => ({
		layer: "both",
		face: faceOf(node)
	}));
	const add = (face) => all.push({
		layer: "both",
		face
	}) - 1;
	const indexOf = indexNodes(nodes);
	const links = nodes.flatMap(({ transitions }, from) => {
		const missing = /* @__PURE__ */ new Map();
		return transitions.map(({ condition, target }) => {
			const to = indexOf.get(target) ?? missing.get(target) ?? add(missingFace(target));
			if (!indexOf.has(target)) missing.set(target, to);
			return {
				from,
				to,
				layer: "both",
				condition
			};
		});
	});
	const ends = nodes.flatMap((node, index) => leadsToFallback(node) ? [index] : []);
	const fallback = ends.length === 0 ? -1 : add(fallbackFace(fallbackAction));
	const edges = [
		{
			from: add(START),
			to: 0,
			layer: "both",
			label: "",
			isOtherwise: false
		},
		...joinLinks(links),
		...ends.map((from) => ({
			from,
			to: fallback,
			layer: "both",
			label: "",
			isOtherwise: true
		}))
	];
	const way = pairsOf(path);
	return {
		nodes: all,
		edges,
		ways: {
			before: way,
			after: way
		},
		drawn: nodes.length,
		total: nodes.length
	};
}
// src/report/html/shorten-picture.ts
const MOST_BACK = 3;
function countSteps({ nodes, edges }) {
	const steps = nodes.map(() => -1);
	const leaving = nodes.map(() => []);
	for (const { from, to } of edges) leaving[from]?.push(to);
	let row = nodes.flatMap(({ face }, index) => face.shape === "start" ? [index] : []);
	for (let step = 0; row.length > 0; step++) {
		const next = [];
		for (const node of row) {
			if (steps[node] !== -1) continue;
			steps[node] = step;
			next.push(...leaving[node] ?? []);
		}
		row = next;
	}
	return steps;
}
function shortenPicture(picture) {
	const steps = countSteps(picture);
	const nodes = [...picture.nodes];
	const isOnWay = ({ from, to }) => picture.ways.before.has(`${from} ${to}`) || picture.ways.after.has(`${from} ${to}`);
	const edges = picture.edges.map((edge) => {
		const [at, back] = [steps[edge.from] ?? -1, steps[edge.to] ?? -1];
		const target = picture.nodes[edge.to];
		if (target === void 0 || back < 0 || at - back <= MOST_BACK || isOnWay(edge)) return edge;
		const { id } = edge.layer === "before" ? target.faceBefore ?? target.face : target.face;
		const to = nodes.push({
			layer: edge.layer,
			face: {
				shape: "jump",
				id,
				word: ""
			}
		}) - 1;
		return {
			...edge,
			to
		};
	});
	return {
		...picture,
		nodes,
		edges
	};
}
// src/report/html/draw-rules.ts
const NO_ROOM = {
	note: "No picture: this report draws only so many, and those of other rules came first. The table below says the same in words.",
	isLeftOut: true
};
function tooLarge(nodes, transitions) {
	return {
		note: `No picture: ${`${count(nodes, "node")} and ${count(transitions, "transition")}`} are too many to be read in one (at most 400 together). The table below says the same in words.`,
		isLeftOut: true
	};
}
function describe(name, version, nodes, edges) {
	return `Graph of ${name}${version}: ${count(nodes, "node")}, ${count(edges, "transition")}. The table of transitions says the same in words.`;
}
function drawOne({ rule, figures }, note, take) {
	const size = sizeOf(rule.payload);
	const { ids, edgeCount } = figures.graph;
	if (size > 400) return tooLarge(ids.length, edgeCount);
	if (!take(size)) return NO_ROOM;
	const picture = shortenPicture(pictureRule(rule.payload, figures.depth.path));
	return {
		one: drawRule(picture, layOut(picture), describe(rule.payload.name, "", ids.length, edgeCount)),
		note
	};
}
function sizeOfPart({ edges }, drawn) {
	const isDrawn = new Set(drawn);
	return edges.reduce((sum, { from }) => isDrawn.has(from) ? sum + 1 : sum, drawn.length);
}
function choosePart(diff, budget) {
	const all = diff.nodes.length + diff.edges.length;
	if (all <= 400 && all <= budget.whole) {
		budget.whole -= all;
		return {
			drawn: [...diff.nodes.keys()],
			note: ""
		};
	}
	const fitting = [[findSurroundings(diff), "what changed and what is next to it"], [findCore(diff), "what changed, without what is next to it"]].filter(([drawn]) => drawn.length > 0 && sizeOfPart(diff, drawn) <= 400);
	for (const [drawn, words] of fitting) {
		const size = sizeOfPart(diff, drawn);
		if (size > budget.part) continue;
		budget.part -= size;
		return {
			drawn,
			note: `Drawn: ${drawn.length} of ${count(diff.nodes.length, "node")}, ${words}.`
		};
	}
	return fitting.length > 0 || all <= 400 ? "no room" : "too large";
}
function drawTwo(entry, index, budget) {
	const { rule, figures, before, diff } = entry;
	if (before === void 0 || diff === void 0) return void 0;
	const hasSameFallback = isSameFallback(before.rule.payload.fallbackAction, rule.payload.fallbackAction);
	if (isSameGraph(diff) && hasSameFallback) return void 0;
	const part = choosePart(diff, budget);
	if (part === "no room") return NO_ROOM;
	if (part === "too large") return tooLarge(diff.nodes.length, diff.edges.length);
	const picture = shortenPicture(pictureChange({
		before: {
			payload: before.rule.payload,
			path: before.figures.depth.path
		},
		after: {
			payload: rule.payload,
			path: figures.depth.path
		},
		diff
	}, part.drawn));
	const label = (view) => {
		const { ids, edgeCount } = view === "before" ? before.figures.graph : figures.graph;
		return describe(rule.payload.name, `, ${view} the change`, ids.length, edgeCount);
	};
	return {
		two: drawVersions(picture, layOut(picture), `g${index + 1}`, label),
		note: part.note
	};
}
function drawEntry(entry, index, hasFindings, budget) {
	const hasPriority = hasFindings || isChanged(entry);
	const take = (size) => {
		const purse = hasPriority ? "whole" : "unchanged";
		if (size > budget[purse]) return false;
		budget[purse] -= size;
		return true;
	};
	const isSame = entry.diff !== void 0;
	return drawTwo(entry, index, budget) ?? drawOne(entry, isSame ? "The graph is what it was." : "", take);
}
function drawRules(rules, hasFindings) {
	const budget = {
		whole: WHOLE_BUDGET,
		part: PART_BUDGET,
		unchanged: UNCHANGED_BUDGET
	};
	const rank = (entry) => isChanged(entry) ? 0 : hasFindings(entry) ? 1 : 2;
	const order = rules.map((entry, index) => ({
		entry,
		index,
		rank: rank(entry)
	})).toSorted((a, b) => a.rank - b.rank || a.index - b.index);
	const drawings = [];
	for (const { entry, index } of order) drawings[index] = drawEntry(entry, index, hasFindings(entry), budget);
	return drawings;
}
// src/report/html/excerpt.ts
const AROUND = 2;
const MOST_HIT = 6;
const LONGEST_LINE = 160;
const LONGEST_BEFORE = 60;
function lastPart(text, most) {
	if (text.length <= most) return text;
	return `…${text.slice(1 - most).replace(/^[\udc00-\udfff]/, "")}`;
}
function markLine(text, number, { line, column, endLine, endColumn }) {
	if (number < line || number > endLine) return {
		number,
		before: cutText(text, LONGEST_LINE),
		marked: "",
		after: "",
		isHit: false
	};
	const from = number === line ? column - 1 : text.length - text.trimStart().length;
	const to = number === endLine ? endColumn - 1 : text.length;
	const isLong = text.length > LONGEST_LINE;
	const before = text.slice(0, from);
	const marked = cutText(text.slice(from, to), LONGEST_LINE);
	const after = text.slice(Math.max(from, to));
	return {
		number,
		before: isLong ? lastPart(before, LONGEST_BEFORE) : before,
		marked,
		after: isLong ? cutText(after, LONGEST_BEFORE) : after,
		isHit: true
	};
}
function excerpt(lines, finding) {
	const first = Math.max(1, finding.line - AROUND);
	const lastHit = Math.min(finding.endLine, finding.line + MOST_HIT - 1);
	const last = Math.min(lines.length, lastHit + (lastHit === finding.endLine ? AROUND : 0));
	return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).map((number) => markLine(lines[number - 1] ?? "", number, finding));
}
// src/report/html/findings-part.ts
function excerptLine({ number, before, marked, after, isHit }) {
	const mark = marked === "" ? NOTHING : piece`<mark>${marked}</mark>`;
	return piece`<span class="${isHit ? "ln hit" : "ln"}"
    ><span class="no">${number}</span><span class="tx">${before}${mark}${after}</span></span
  > `;
}
function findingItem(report, lines, finding) {
	const { severity, check, path, line, message } = finding;
	const source = lines === void 0 ? NOTHING : piece`<pre class="src">${excerpt(lines, finding).map(excerptLine)}</pre>`;
	return piece`<li class="finding ${severity}">
    <p>
      <span class="sev"
        ><span class="sign" aria-hidden="true">${SEVERITY_SIGNS[severity]}</span>${severity}</span
      >
      ${sentence(message)} <span class="quiet">${check} · ${fileLink(report, path, line)}</span>
    </p>
    ${source}
  </li> `;
}
function listFindings(report) {
	let room = MOST_FINDINGS;
	return (findings) => {
		if (findings.length === 0) return NOTHING;
		const shown = findings.slice(0, Math.min(room, 100));
		room -= shown.length;
		const lines = (shown[0] === void 0 ? void 0 : report.textOf?.(shown[0].path))?.split(/\r\n|\n/);
		const left = findings.length - shown.length;
		const more = left === 0 ? NOTHING : piece`<p class="note">${count(left, "more finding")} left out here; report.json has them all.</p>`;
		return piece`<ul class="findings">
        ${shown.map((finding) => findingItem(report, lines, finding))}
      </ul>
      ${more}`;
	};
}
// src/report/html/head-part.ts
const MINUTE = 6e4;
function commitOf({ commit, repositoryUrl }) {
	if (commit === "") return NOTHING;
	const short = piece`<code>${commit.slice(0, 12)}</code>`;
	return piece`<div>
    <dt>Commit</dt>
    <dd>${/^https?:\/\//.test(repositoryUrl) ? piece`<a href="${`${repositoryUrl}/commit/${commit}`}" rel="noreferrer">${short}</a>` : short}</dd>
  </div>`;
}
function detailItem({ text, command }) {
	return piece`<li>
    ${sentence(text)}${command === void 0 ? NOTHING : piece` <code class="command">${command}</code>`}
  </li>`;
}
function figure(value, words, href) {
	return piece`<li>
    <a href="${href}"><b>${value}</b> ${words}</a>
  </li>`;
}
function counts(report) {
	const errors = countFindings(report.findings, "error");
	const warnings = countFindings(report.findings, "warning");
	const remarks = countFindings(report.findings, "info");
	const changed = report.rules.filter(isChanged).length;
	const depth = largestDepth(report);
	const noun = (number, word) => count(number, word).replace(/^\d+ /, "");
	return piece`<ul class="counts">
    ${figure(presentRules(report).length, noun(presentRules(report).length, "rule"), "#rules")}
    ${isCompared(report) && report.rules.length > 0 ? figure(changed, changed === 1 ? "rule changes" : "rules change", "#rules") : NOTHING}
    ${figure(errors, noun(errors, "error"), "#findings")}
    ${figure(warnings, noun(warnings, "warning"), "#findings")}
    ${remarks === 0 ? NOTHING : figure(remarks, noun(remarks, "remark"), "#findings")}
    ${figure(`${depth} / ${report.maxDepth}`, "deepest rule / limit", "#rules")}
  </ul>`;
}
function headPart(report) {
	const { icon, main, rest } = spellVerdict(report);
	const isGood = icon !== "❌";
	const details = report.details.length === 0 ? NOTHING : piece`<ul class="details">
          ${report.details.map(detailItem)}
        </ul>`;
	return piece`<header class="top ${isGood ? "good" : "bad"}">
    <div class="wide">
      <p class="kicker">CXone IVR rules</p>
      <h1><span class="mark" aria-hidden="true">${isGood ? "✓" : "✕"}</span><span>${main}${rest}</span></h1>
      ${report.message === "" ? NOTHING : piece`<p class="message">${sentence(report.message)}</p>`} ${details}
      <dl class="about">
        <div>
          <dt>Environment</dt>
          <dd><bdi>${report.environment}</bdi></dd>
        </div>
        ${commitOf(report)}
        <div>
          <dt>Command</dt>
          <dd>${report.command}</dd>
        </div>
        <div>
          <dt>Result</dt>
          <dd>${report.result}${report.reason === void 0 ? NOTHING : piece` (${report.reason})`}</dd>
        </div>
        <div>
          <dt>Files</dt>
          <dd>${report.files}</dd>
        </div>
        <div>
          <dt>As of</dt>
          <dd>${spellInstant(report.now - report.now % MINUTE)}</dd>
        </div>
      </dl>
      ${counts(report)}
    </div>
  </header> `;
}
// src/report/html/other-parts.ts
function section(id, title, body) {
	return piece`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${body}
  </section> `;
}
function leftOut(number, noun) {
	return number > 0 ? piece`<p class="note">${count(number, `more ${noun}`)} left out here.</p>` : NOTHING;
}
function planPart({ plan, command }) {
	if (plan === void 0) return NOTHING;
	const told = plan.changes.filter((change) => isWrite(change) || change.action === "held");
	const rest = plan.changes.length - told.length;
	const rows = told.slice(0, MOST_ROWS).map(({ name, action, reason }) => piece`<tr>
        <th scope="row"><bdi>${name}</bdi></th>
        <td>${actionWords(action)}</td>
        <td>${reason}</td>
      </tr>`);
	const table = rows.length === 0 ? piece`<p>Nothing is to be done on the tenant.</p>` : piece`<div class="scroll" tabindex="0" role="group" aria-label="Plan"><table class="rows"><thead><tr><th scope="col">Rule<th scope="col">On the tenant<th scope="col">Because<tbody>${rows}</table></div>`;
	const others = rest === 0 || rows.length === 0 ? NOTHING : piece`<p class="note">
          ${count(rest, "rule")} ${rest === 1 ? "stays" : "stay"} as ${rest === 1 ? "it is" : "they are"}.
        </p>`;
	return section("plan", command === "lint" ? "What a merge would do on the tenant" : "Plan", piece`${table}${leftOut(told.length - rows.length, "change")}${others}`);
}
const MOST_UNTAKEN = 20;
function testedRow({ name, tests, failed, taken, transitions, untaken }) {
	const named = untaken.slice(0, MOST_UNTAKEN).map(({ node, condition }) => piece`<span class="way-out"><code>${node}</code> ${condition}</span>`);
	const more = untaken.length - named.length;
	return piece`<tr>
    <th scope="row"><bdi>${name}</bdi></th>
    <td class="num">${tests - failed}</td>
    <td class="num">${failed > 0 ? piece`<b class="over">✕ ${failed}</b>` : piece`0`}</td>
    <td class="num">${taken} of ${transitions}</td>
    <td>
      ${untaken.length === 0 ? piece`<span class="quiet">none</span>` : joinMarkup(named, ", ")}${more > 0 ? piece` and ${more} more` : NOTHING}
    </td>
  </tr>`;
}
function pathTestPart({ pathTests }) {
	if (pathTests === void 0) return NOTHING;
	const remark = remarkOnPathTests(pathTests);
	const rows = pathTests.rules.slice(0, MOST_ROWS).map(testedRow);
	const table = rows.length === 0 ? NOTHING : piece`<div class="scroll" tabindex="0" role="group" aria-label="Path tests"><table class="rows"><thead><tr><th scope="col">Rule<th scope="col" class="num">Passed<th scope="col" class="num">Failed<th scope="col" class="num">Transitions taken<th scope="col">Taken by no test<tbody>${rows}</table></div>`;
	return section("tests", "Path tests", piece`<p>${sumUpPathTests(pathTests)}.${remark === "" ? "" : ` ${remark}.`}</p>
      ${table}${leftOut(pathTests.rules.length - rows.length, "rule")}`);
}
function suppressedPart(report) {
	const { suppressed } = report;
	if (suppressed.length === 0) return NOTHING;
	const rows = suppressed.slice(0, MOST_ROWS).map(({ finding, suppression }) => piece`<tr>
        <th scope="row">${finding.check}</th>
        <td>${sentence(finding.message)}<br />${fileLink(report, finding.path, finding.line)}</td>
        <td>${suppression.reason}</td>
        <td>${suppression.expires}</td>
      </tr>`);
	return section("suppressed", "Suppressed findings", piece`<p>The config file says that these do not count.</p><div class="scroll" tabindex="0" role="group" aria-label="Suppressed findings"><table class="rows"><thead><tr><th scope="col">Check<th scope="col">Finding<th scope="col">Reason<th scope="col">Until<tbody>${rows}</table></div>${leftOut(suppressed.length - rows.length, "finding")}`);
}
// src/report/html/page-assets.generated.ts
var import__builtin_crypto = /* @__PURE__ */ __toESM(require__builtin_crypto(), 1);
const PAGE_STYLE = ":root {\n  color-scheme: light dark;\n  --bg: #ffffff;\n  --soft: #f5f6f8;\n  --line: #d5d9e0;\n  --strong-line: #868e9b;\n  --text: #1c2128;\n  --quiet: #57606a;\n  --link: #0b57c0;\n  --good: #1a6e35;\n  --bad: #b3261e;\n  --warn: #875300;\n  --add: #0b57c0;\n  --del: #a8450a;\n  --mod: #7a3fc8;\n  --way: #ffd84d;\n  --mark: #ffe08a;\n  --node: #ffffff;\n  --end: #eef1f5;\n  --bar: #5b7fa6;\n  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', 'DejaVu Sans Mono', monospace;\n}\n@media (prefers-color-scheme: dark) {\n  :root {\n    --bg: #14171c;\n    --soft: #1d2128;\n    --line: #363c46;\n    --strong-line: #7f8896;\n    --text: #e6e9ee;\n    --quiet: #a3acb8;\n    --link: #7ab3ff;\n    --good: #63c983;\n    --bad: #ff8a80;\n    --warn: #e7b04b;\n    --add: #7ab3ff;\n    --del: #f59a5b;\n    --mod: #c49bff;\n    --way: #6b5a10;\n    --mark: #6b5410;\n    --node: #1d2128;\n    --end: #2a303a;\n    --bar: #7f9fc4;\n  }\n}\n* {\n  box-sizing: border-box;\n}\nhtml {\n  scroll-padding-top: 4rem;\n}\nbody {\n  margin: 0;\n  background: var(--bg);\n  color: var(--text);\n  font:\n    16px/1.55 system-ui,\n    -apple-system,\n    'Segoe UI',\n    Roboto,\n    'Noto Sans',\n    'DejaVu Sans',\n    sans-serif;\n}\n.wide {\n  max-width: 90rem;\n  margin-inline: auto;\n  padding-inline: clamp(1rem, 3vw, 2rem);\n}\na {\n  color: var(--link);\n  text-underline-offset: 0.15em;\n}\n:focus-visible {\n  outline: 3px solid var(--link);\n  outline-offset: 2px;\n  border-radius: 3px;\n}\n.skip {\n  position: absolute;\n  left: -999rem;\n  top: 0;\n  background: var(--bg);\n  padding: 0.5rem 1rem;\n  z-index: 9;\n}\n.skip:focus {\n  left: 0.5rem;\n  top: 0.5rem;\n}\n.shared {\n  position: absolute;\n}\ncode {\n  font-family: var(--mono);\n  font-size: 0.875em;\n  unicode-bidi: isolate;\n  overflow-wrap: anywhere;\n}\n.quiet {\n  color: var(--quiet);\n}\n.note {\n  color: var(--quiet);\n  margin: 0.5rem 0;\n}\nh1,\nh2,\nh3,\nh4 {\n  line-height: 1.25;\n  text-wrap: balance;\n}\nh2 {\n  font-size: 1.375rem;\n  margin: 0 0 0.9rem;\n}\nh3 {\n  font-size: 1.0625rem;\n  margin: 0;\n  overflow-wrap: anywhere;\n}\nh4 {\n  font-size: 0.9375rem;\n  margin: 1.6rem 0 0.5rem;\n}\nmain > section {\n  padding-block: 2rem;\n  border-top: 1px solid var(--line);\n}\nmain > section:first-child {\n  border-top: 0;\n}\nul {\n  padding-left: 1.25rem;\n}\n\n.top {\n  border-top: 6px solid var(--good);\n  background: var(--soft);\n  padding-block: 1.6rem 1.4rem;\n}\n.top.bad {\n  border-color: var(--bad);\n}\n.kicker {\n  margin: 0;\n  color: var(--quiet);\n  font-size: 0.875rem;\n  font-weight: 600;\n}\nh1 {\n  display: flex;\n  gap: 0.6em;\n  align-items: center;\n  font-size: clamp(1.375rem, 3.2vw, 1.9rem);\n  margin: 0.3rem 0 0.6rem;\n}\n.mark {\n  flex: none;\n  display: grid;\n  place-items: center;\n  width: 1.35em;\n  height: 1.35em;\n  border-radius: 50%;\n  background: var(--good);\n  color: var(--bg);\n  font-size: 0.85em;\n}\n.bad .mark {\n  background: var(--bad);\n}\n.message {\n  margin: 0.2rem 0 0.6rem;\n  max-width: 75ch;\n}\n.details {\n  margin: 0.4rem 0 0.8rem;\n}\n.command {\n  display: block;\n  background: var(--bg);\n  border: 1px solid var(--line);\n  border-radius: 4px;\n  padding: 0.3rem 0.6rem;\n  margin-top: 0.25rem;\n}\n.about {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.4rem 1.75rem;\n  margin: 0.9rem 0 0;\n  font-size: 0.9375rem;\n}\n.about div {\n  display: flex;\n  gap: 0.45rem;\n}\n.about dt {\n  color: var(--quiet);\n}\n.about dd {\n  margin: 0;\n  font-weight: 600;\n  overflow-wrap: anywhere;\n}\n.counts {\n  list-style: none;\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.5rem;\n  padding: 0;\n  margin: 1.1rem 0 0;\n}\n.counts a {\n  display: block;\n  padding: 0.35rem 0.8rem;\n  border: 1px solid var(--line);\n  border-radius: 6px;\n  background: var(--bg);\n  color: var(--text);\n  text-decoration: none;\n  font-size: 0.9375rem;\n}\n.counts a:hover {\n  border-color: var(--link);\n}\n.counts b {\n  font-size: 1.125rem;\n  font-variant-numeric: tabular-nums;\n  margin-right: 0.15rem;\n}\nnav {\n  position: sticky;\n  top: 0;\n  z-index: 5;\n  background: var(--bg);\n  border-bottom: 1px solid var(--line);\n}\nnav ul {\n  list-style: none;\n  display: flex;\n  gap: 0.25rem 1.4rem;\n  margin: 0 auto;\n  padding-block: 0.55rem;\n  overflow-x: auto;\n}\nnav a {\n  white-space: nowrap;\n  font-size: 0.9375rem;\n  text-decoration: none;\n}\nnav a:hover {\n  text-decoration: underline;\n}\n\n.callers {\n  list-style: none;\n  padding: 0;\n  margin: 0;\n  display: grid;\n  gap: 0.85rem;\n}\n.callers > li {\n  border: 1px solid var(--line);\n  border-radius: 8px;\n  padding: 0.8rem 1rem;\n}\n.callers ul,\n.told {\n  margin: 0.4rem 0 0;\n}\n.callers li li,\n.told li {\n  margin-block: 0.2rem;\n  max-width: 90ch;\n  overflow-wrap: anywhere;\n}\n.callers code,\n.told code,\n.finding p code {\n  background: var(--soft);\n  border-radius: 3px;\n  padding: 0.08em 0.3em;\n}\n.links {\n  columns: 20rem;\n}\n.badge {\n  display: inline-block;\n  font-size: 0.8125rem;\n  font-weight: 600;\n  line-height: 1.5;\n  padding: 0 0.5em;\n  border: 1.5px solid currentColor;\n  border-radius: 4px;\n  white-space: nowrap;\n}\n.badge.quiet {\n  border-color: transparent;\n  padding: 0;\n  font-weight: 400;\n}\n.badge.add,\ntd.add,\nspan.add {\n  color: var(--add);\n}\n.badge.del,\ntd.del,\nspan.del {\n  color: var(--del);\n}\n.badge.del {\n  border-style: dashed;\n}\n.badge.mod,\ntd.mod,\nspan.mod {\n  color: var(--mod);\n}\n.badge.mod {\n  border-style: dotted;\n}\n.badge.error,\n.over {\n  color: var(--bad);\n}\n.badge.warning {\n  color: var(--warn);\n}\nh3 .badge {\n  vertical-align: 0.1em;\n  margin-left: 0.3rem;\n}\n\n.filters {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.6rem 1.4rem;\n  align-items: center;\n  margin-bottom: 0.9rem;\n}\n.filters label {\n  display: flex;\n  gap: 0.4rem;\n  align-items: center;\n}\n.search {\n  flex: 1 1 20rem;\n}\n.search span {\n  font-weight: 600;\n}\ninput[type='search'] {\n  flex: 1;\n  font: inherit;\n  padding: 0.4rem 0.7rem;\n  border: 1px solid var(--strong-line);\n  border-radius: 6px;\n  background: var(--bg);\n  color: var(--text);\n  min-width: 0;\n}\n::placeholder {\n  color: var(--quiet);\n  opacity: 1;\n}\ninput[type='checkbox'] {\n  accent-color: var(--link);\n  width: 1.05rem;\n  height: 1.05rem;\n  margin: 0;\n}\n.scroll {\n  overflow-x: auto;\n}\ntable {\n  border-collapse: collapse;\n  width: 100%;\n  font-size: 0.9375rem;\n}\nth,\ntd {\n  text-align: left;\n  vertical-align: top;\n  padding: 0.45rem 0.7rem;\n  border-bottom: 1px solid var(--line);\n  font-weight: 400;\n}\ntd {\n  overflow-wrap: break-word;\n}\nthead th {\n  font-weight: 600;\n  border-bottom: 2px solid var(--strong-line);\n  white-space: nowrap;\n  vertical-align: bottom;\n}\ntbody th {\n  overflow-wrap: anywhere;\n  min-width: 9rem;\n}\n.num {\n  text-align: right;\n  font-variant-numeric: tabular-nums;\n  white-space: nowrap;\n}\n.list thead th {\n  padding: 0;\n}\n.list thead button {\n  font: inherit;\n  font-weight: 600;\n  color: inherit;\n  background: none;\n  border: 0;\n  width: 100%;\n  text-align: inherit;\n  padding: 0.45rem 0.7rem;\n  cursor: pointer;\n}\n.list thead button::after {\n  content: ' ↕';\n  color: var(--quiet);\n  font-weight: 400;\n}\n.list [aria-sort='ascending'] button::after {\n  content: ' ↑';\n  color: var(--link);\n}\n.list [aria-sort='descending'] button::after {\n  content: ' ↓';\n  color: var(--link);\n}\n.list tbody tr:hover {\n  background: var(--soft);\n}\n[hidden] {\n  display: none !important;\n}\n\nsummary {\n  cursor: pointer;\n}\n.rule {\n  border: 1px solid var(--line);\n  border-radius: 8px;\n  margin-bottom: 0.6rem;\n  scroll-margin-top: 3.5rem;\n}\n.rule > summary {\n  padding: 0.65rem 1rem;\n  border-radius: 8px;\n}\n.rule > summary:hover {\n  background: var(--soft);\n}\n.rule > summary h3 {\n  display: inline;\n}\n.rule > summary > * {\n  margin-right: 0.5rem;\n}\n.rule .size {\n  font-size: 0.9375rem;\n}\n.rule .body {\n  padding: 0 1rem 1.1rem;\n  border-top: 1px solid var(--line);\n}\n.rule .body > h4:first-child {\n  margin-top: 1rem;\n}\n.group {\n  margin: 1.5rem 0 0.6rem;\n}\n.figures {\n  display: grid;\n  grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr));\n  gap: 0.7rem 1.5rem;\n  margin: 0 0 0.8rem;\n}\n.figures.large {\n  grid-template-columns: 1fr;\n}\n.figures dt {\n  color: var(--quiet);\n  font-size: 0.875rem;\n}\n.figures dd {\n  margin: 0;\n  overflow-wrap: anywhere;\n}\n.figures ul {\n  margin: 0.2rem 0;\n}\n\n.findings {\n  list-style: none;\n  padding: 0;\n  margin: 0;\n  display: grid;\n  gap: 0.8rem;\n}\n.finding {\n  border: 1px solid var(--line);\n  border-left: 5px solid var(--bad);\n  border-radius: 6px;\n  overflow: hidden;\n}\n.finding.warning {\n  border-left-color: var(--warn);\n}\n.finding.info {\n  border-left-color: var(--bar);\n}\n.finding p {\n  margin: 0;\n  padding: 0.55rem 0.9rem;\n  overflow-wrap: anywhere;\n}\n.sev {\n  font-weight: 700;\n  color: var(--bad);\n  margin-right: 0.35rem;\n}\n.warning .sev {\n  color: var(--warn);\n}\n.info .sev {\n  color: var(--quiet);\n}\n.sign {\n  display: inline-block;\n  width: 1.1em;\n}\n.src {\n  margin: 0;\n  padding: 0.45rem 0;\n  background: var(--soft);\n  border-top: 1px solid var(--line);\n  font: 13px/1.55 var(--mono);\n  white-space: normal;\n}\n.ln {\n  display: grid;\n  grid-template-columns: 4rem 1fr;\n}\n.ln .no {\n  text-align: right;\n  padding-right: 1rem;\n  color: var(--quiet);\n  user-select: none;\n}\n.ln .tx {\n  white-space: pre-wrap;\n  overflow-wrap: anywhere;\n  unicode-bidi: isolate;\n  padding-right: 0.8rem;\n}\n.ln.hit .no {\n  color: var(--text);\n  font-weight: 700;\n}\nmark {\n  background: var(--mark);\n  color: inherit;\n  border-radius: 2px;\n  border-bottom: 2px solid var(--bad);\n}\n.warning mark {\n  border-color: var(--warn);\n}\n.info mark {\n  border-color: var(--bar);\n}\n.file {\n  margin-top: 1rem;\n}\n.file h3 {\n  margin-bottom: 0.5rem;\n}\n\n.picture {\n  margin: 0.5rem 0 0.9rem;\n}\n.tools {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.5rem 1.2rem;\n  align-items: center;\n  justify-content: space-between;\n  margin-bottom: 0.5rem;\n  font-size: 0.9375rem;\n}\n.tools label {\n  display: flex;\n  gap: 0.4rem;\n  align-items: center;\n}\n.zoom {\n  display: none;\n  gap: 0.25rem;\n}\n.js .zoom {\n  display: flex;\n}\n.zoom button {\n  font: inherit;\n  font-size: 0.875rem;\n  min-width: 2.1rem;\n  padding: 0.2rem 0.55rem;\n  border: 1px solid var(--strong-line);\n  border-radius: 5px;\n  background: var(--bg);\n  color: var(--text);\n  cursor: pointer;\n}\n.zoom button:hover {\n  border-color: var(--link);\n  color: var(--link);\n}\n.pair {\n  display: grid;\n  grid-template-columns: 1fr 1fr;\n  gap: 0.8rem;\n}\n.pair > div {\n  min-width: 0;\n}\n.caption {\n  margin: 0 0 0.3rem;\n  font-weight: 600;\n  font-size: 0.9375rem;\n}\n.canvas {\n  overflow: auto;\n  max-height: min(75vh, 48rem);\n  border: 1px solid var(--line);\n  border-radius: 6px;\n  background: var(--bg);\n  overscroll-behavior: contain;\n}\n.js .canvas {\n  cursor: grab;\n}\n.js .canvas.grabbed {\n  cursor: grabbing;\n  user-select: none;\n}\n.graph {\n  display: block;\n  margin-inline: auto;\n  max-width: none;\n}\n.sample {\n  vertical-align: -0.1em;\n}\n.sample.n path {\n  stroke-width: 3;\n}\n.legend {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.2rem 1rem;\n  font-size: 0.875rem;\n  margin: 0.5rem 0 0;\n}\n.n text,\n.l {\n  text-anchor: middle;\n  font: 12px var(--mono);\n  fill: var(--text);\n  unicode-bidi: plaintext;\n}\n.n text.w {\n  font:\n    10.5px system-ui,\n    sans-serif;\n  fill: var(--quiet);\n}\n.n path {\n  fill: var(--node);\n  stroke: var(--strong-line);\n  stroke-width: 1.3;\n}\n.queue path,\n.transfer path,\n.hangup path {\n  fill: var(--end);\n}\n.start path {\n  fill: var(--text);\n  stroke: none;\n}\n.n.start text {\n  fill: var(--bg);\n  font:\n    600 10.5px system-ui,\n    sans-serif;\n}\n.jump path {\n  fill: none;\n  stroke-width: 1;\n}\n.missing path {\n  stroke: var(--bad);\n  stroke-dasharray: 3 3;\n}\n.e {\n  fill: none;\n  stroke: var(--strong-line);\n  stroke-width: 1.3;\n  marker-end: url(#arrow);\n}\n.e.o {\n  stroke-dasharray: 2 4;\n}\n.l {\n  font-size: 11px;\n  fill: var(--text);\n  stroke: var(--bg);\n  stroke-width: 4px;\n  paint-order: stroke;\n  stroke-linejoin: round;\n}\n.n.add path {\n  stroke: var(--add);\n  stroke-width: 3.2;\n}\n.n.del path {\n  stroke: var(--del);\n  stroke-width: 2;\n  stroke-dasharray: 7 4;\n}\n.n.mod path {\n  stroke: var(--mod);\n  stroke-width: 2.4;\n  stroke-dasharray: 2 3;\n}\n.n.add text:not(.w),\n.l.add {\n  font-weight: 700;\n}\n.n.add text:not(.w),\n.l.add {\n  fill: var(--add);\n}\n.n.del text:not(.w),\n.l.del {\n  fill: var(--del);\n}\n.n.mod text:not(.w) {\n  fill: var(--mod);\n}\n.start.add path {\n  fill: var(--add);\n}\n.start.del path {\n  fill: var(--del);\n}\n.n.start text:not(.w) {\n  fill: var(--bg);\n}\n.e.add {\n  stroke: var(--add);\n  stroke-width: 2.8;\n  marker-end: url(#arrow-add);\n}\n.e.del {\n  stroke: var(--del);\n  stroke-width: 1.8;\n  stroke-dasharray: 7 4;\n  marker-end: url(#arrow-del);\n}\n.way {\n  display: none;\n}\n.way path {\n  fill: none;\n  stroke: var(--way);\n  stroke-width: 10;\n  stroke-linecap: round;\n}\n.picture:has(.show-way:checked) .way {\n  display: block;\n}\n#arrow path {\n  fill: var(--strong-line);\n}\n#arrow-add path {\n  fill: var(--add);\n}\n#arrow-del path {\n  fill: var(--del);\n}\n.key b {\n  font-family: var(--mono);\n}\n.text {\n  margin-top: 0.8rem;\n}\n.text > summary {\n  font-weight: 600;\n  font-size: 0.9375rem;\n  margin-bottom: 0.5rem;\n}\n.rows del {\n  color: var(--del);\n}\n.rows ins {\n  color: var(--add);\n  text-decoration: none;\n  font-weight: 600;\n}\n.rows th code {\n  font-weight: 600;\n}\n.way-out {\n  white-space: nowrap;\n}\n\n.campaign {\n  margin-top: 1.6rem;\n}\n.bars {\n  list-style: none;\n  padding: 0;\n  margin: 0.6rem 0;\n}\n.bars li {\n  display: grid;\n  grid-template-columns: minmax(8rem, 16rem) 1fr minmax(8rem, 17rem);\n  gap: 0.2rem 0.9rem;\n  align-items: center;\n  padding-block: 0.15rem;\n}\n.bars li:not(.axis) svg {\n  background: var(--soft);\n  border-radius: 4px;\n  display: block;\n}\n.bars .who {\n  overflow-wrap: anywhere;\n  font-size: 0.9375rem;\n  line-height: 1.3;\n}\n.bars .when {\n  color: var(--quiet);\n  font-size: 0.8125rem;\n  line-height: 1.35;\n}\n.bars svg {\n  overflow: visible;\n}\nrect.bar {\n  fill: var(--bar);\n}\nrect.over {\n  opacity: 0.45;\n}\nrect.overlap {\n  fill: url(#hatch);\n  stroke: var(--bad);\n  stroke-width: 1.5;\n}\n#hatch rect {\n  fill: var(--bg);\n}\n#hatch line {\n  stroke: var(--bad);\n  stroke-width: 4;\n}\nrect.gap {\n  fill: none;\n  stroke: var(--bad);\n  stroke-width: 1.6;\n  stroke-dasharray: 4 3;\n}\nline.now {\n  stroke: var(--text);\n  stroke-width: 2;\n}\n.axis line {\n  stroke: var(--strong-line);\n}\n.axis text {\n  font-size: 11px;\n  fill: var(--quiet);\n  text-anchor: middle;\n}\n.axis text.now {\n  fill: var(--text);\n  font-weight: 700;\n}\n.swatch {\n  display: inline-block;\n  width: 1.6rem;\n  height: 0.8rem;\n  border-radius: 3px;\n  vertical-align: -0.05em;\n  margin-right: 0.2rem;\n}\n.swatch.bar {\n  background: var(--bar);\n  display: inline-block;\n}\n.swatch.overlap {\n  background: repeating-linear-gradient(45deg, var(--bad) 0 3px, var(--bg) 3px 6px);\n  border: 1.5px solid var(--bad);\n}\n.swatch.gap {\n  border: 1.6px dashed var(--bad);\n}\n.swatch.now {\n  width: 0.15rem;\n  background: var(--text);\n}\n.told .bad {\n  color: var(--bad);\n}\n.told .bad code {\n  color: var(--text);\n}\nfooter {\n  color: var(--quiet);\n  font-size: 0.875rem;\n  padding-block: 1.2rem 2.5rem;\n  border-top: 1px solid var(--line);\n}\n\n@media (max-width: 60rem) {\n  .pair {\n    grid-template-columns: 1fr;\n  }\n}\n@media (max-width: 44rem) {\n  body {\n    font-size: 15px;\n  }\n  .bars li {\n    grid-template-columns: 1fr;\n  }\n  .axis .who {\n    display: none;\n  }\n  main > section {\n    padding-block: 1.4rem;\n  }\n  .search {\n    flex-basis: 100%;\n  }\n  .figures {\n    grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr));\n  }\n}\n@media print {\n  :root {\n    --bg: #fff;\n    --soft: #f5f6f8;\n    --line: #c8cdd5;\n    --strong-line: #767e8b;\n    --text: #000;\n    --quiet: #444c56;\n    --link: #000;\n    --good: #1a6e35;\n    --bad: #b3261e;\n    --warn: #875300;\n    --add: #0b57c0;\n    --del: #a8450a;\n    --mod: #7a3fc8;\n    --mark: #ffe08a;\n    --node: #fff;\n    --end: #eef1f5;\n    --bar: #5b7fa6;\n    font-size: 9.5pt;\n  }\n  @page {\n    margin: 14mm 12mm;\n  }\n  body {\n    font-size: 1rem;\n    print-color-adjust: exact;\n    -webkit-print-color-adjust: exact;\n  }\n  nav,\n  .skip,\n  .filters,\n  .zoom,\n  .js .zoom,\n  .tools {\n    display: none;\n  }\n  details::details-content {\n    content-visibility: visible !important;\n    display: block !important;\n  }\n  .wide {\n    max-width: none;\n    padding: 0;\n  }\n  .canvas {\n    overflow: visible;\n    max-height: none;\n    border: 0;\n  }\n  .graph {\n    max-width: 100%;\n    height: auto;\n    max-height: 225mm;\n    width: auto;\n  }\n  .pair .graph {\n    max-height: 110mm;\n  }\n  .pair {\n    grid-template-columns: 1fr;\n  }\n  .picture,\n  .finding,\n  .callers > li,\n  .bars li,\n  tr {\n    break-inside: avoid;\n  }\n  h2,\n  h3,\n  h4,\n  summary {\n    break-after: avoid;\n  }\n  .list thead button::after {\n    content: '';\n  }\n  thead th {\n    white-space: normal;\n  }\n  summary {\n    list-style: none;\n  }\n  tbody th {\n    min-width: 6rem;\n  }\n  .list thead button {\n    padding: 0.3rem 0.5rem;\n  }\n  th,\n  td {\n    padding: 0.25rem 0.5rem;\n  }\n  .scroll {\n    overflow: visible;\n  }\n  .rule {\n    border: 0;\n    border-top: 1px solid var(--line);\n    border-radius: 0;\n  }\n  .rule .body {\n    border: 0;\n    padding-inline: 0;\n  }\n  .rule > summary {\n    padding-inline: 0;\n  }\n  a {\n    text-decoration: none;\n  }\n}\n";
const PAGE_SCRIPT = "// The page's own script: search, filters, sorting, size and place of the graphs. The page is read without it, too; all its data is\n// what the page shows.\n(() => {\n  const root = document.documentElement;\n  root.classList.add('js');\n  const find = (selector, from = document) => [...from.querySelectorAll(selector)];\n  const list = document.getElementById('list');\n  const search = document.getElementById('search');\n  const onlyChanged = document.getElementById('only-changed');\n  const onlyFound = document.getElementById('only-found');\n  const rows = find('tbody tr', list).map((row) => ({\n    row,\n    part: row.dataset.for === '' ? null : document.getElementById(row.dataset.for),\n    text: `${row.cells[0].textContent} ${row.cells[1].textContent} ${row.dataset.s}`.toLowerCase(),\n  }));\n\n  // ---- search and filters\n\n  const filter = () => {\n    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);\n    let shown = 0;\n    for (const { row, part, text } of rows) {\n      const fits =\n        words.every((word) => text.includes(word)) &&\n        (!onlyChanged?.checked || row.classList.contains('changed')) &&\n        (!onlyFound?.checked || row.classList.contains('found'));\n      row.hidden = !fits;\n      if (part !== null) part.hidden = !fits;\n      if (fits) shown += 1;\n    }\n    const all = `${rows.length} ${rows.length === 1 ? 'rule' : 'rules'}`;\n    document.getElementById('shown').value = shown === rows.length ? all : `${shown} of ${all}`;\n    document.getElementById('none').hidden = shown > 0;\n  };\n  search.form.addEventListener('submit', (event) => event.preventDefault());\n  for (const input of [search, onlyChanged, onlyFound]) input?.addEventListener('input', filter);\n\n  // ---- sorting\n\n  const valueOf = (row, column) => {\n    const cell = row.cells[column];\n    return cell.dataset.v === undefined ? cell.textContent.trim().toLowerCase() : Number(cell.dataset.v);\n  };\n  const compare = (a, b) => {\n    if (typeof a === 'number') return a - b;\n    return a < b ? -1 : a > b ? 1 : 0;\n  };\n  const heads = find('thead th', list);\n  heads.forEach((head, column) => {\n    head.firstElementChild.addEventListener('click', () => {\n      const first = head.classList.contains('num') ? 'descending' : 'ascending';\n      const second = first === 'ascending' ? 'descending' : 'ascending';\n      const direction = head.getAttribute('aria-sort') === first ? second : first;\n      for (const other of heads) other.setAttribute('aria-sort', other === head ? direction : 'none');\n      const sign = direction === 'ascending' ? 1 : -1;\n      const sorted = rows\n        .map(({ row }, index) => ({ row, index, value: valueOf(row, column) }))\n        .toSorted((a, b) => sign * compare(a.value, b.value) || a.index - b.index);\n      list.tBodies[0].append(...sorted.map(({ row }) => row));\n    });\n  });\n\n  // ---- parts that are led to are opened\n\n  const openTarget = () => {\n    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));\n    if (target?.tagName !== 'DETAILS') return;\n    target.hidden = false;\n    target.open = true;\n    target.scrollIntoView();\n  };\n  addEventListener('hashchange', openTarget);\n  document.addEventListener('click', (event) => {\n    const link = event.target.closest?.('a[href^=\"#rule-\"]');\n    if (link !== null && link !== undefined && link.hash === location.hash) openTarget();\n  });\n  if (location.hash !== '') openTarget();\n\n  document.addEventListener('keydown', (event) => {\n    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);\n    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {\n      event.preventDefault();\n      search.focus();\n      search.select();\n    }\n    if (event.key === 'Escape' && event.target === search && search.value !== '') {\n      search.value = '';\n      filter();\n    }\n  });\n\n  // ---- graphs: both pictures of a changed rule are moved and sized together\n\n  const SMALLEST = 0.1;\n  const LARGEST = 4;\n  const READABLE = 0.6;\n  const scales = new WeakMap();\n  const scaleOf = (figure) => scales.get(figure) ?? 1;\n  const canvasesOf = (figure) => find('.canvas', figure);\n  const fitting = (figure) => {\n    const scale = Math.min(\n      ...canvasesOf(figure).map(\n        (canvas) => (canvas.clientWidth - 2) / canvas.firstElementChild.viewBox.baseVal.width,\n      ),\n    );\n    return Number.isFinite(scale) && scale > 0 ? scale : 1;\n  };\n  const resize = (figure, wanted, at) => {\n    const scale = Math.min(LARGEST, Math.max(SMALLEST, wanted));\n    const old = scaleOf(figure);\n    scales.set(figure, scale);\n    for (const canvas of canvasesOf(figure)) {\n      const picture = canvas.firstElementChild;\n      const { width, height } = picture.viewBox.baseVal;\n      const x = at?.x ?? canvas.clientWidth / 2;\n      const y = at?.y ?? canvas.clientHeight / 2;\n      const [left, top] = [canvas.scrollLeft + x, canvas.scrollTop + y];\n      picture.setAttribute('width', String(Math.round(width * scale)));\n      picture.setAttribute('height', String(Math.round(height * scale)));\n      canvas.scrollLeft = (left * scale) / old - x;\n      canvas.scrollTop = (top * scale) / old - y;\n    }\n    figure.dataset.scale = scale.toFixed(3);\n  };\n  const fitFirst = (figure) => {\n    if (scales.has(figure) || canvasesOf(figure)[0]?.clientWidth === 0) return;\n    resize(figure, Math.min(1, Math.max(READABLE, fitting(figure))));\n    // What changed is to be seen first where not all of it is. Both pictures have their places in common.\n    const canvases = canvasesOf(figure);\n    const spots = canvases.flatMap((canvas) =>\n      find('.add, .del, .mod', canvas).map((spot) => {\n        const { left, width } = spot.getBoundingClientRect();\n        return left + width / 2 - canvas.getBoundingClientRect().left + canvas.scrollLeft;\n      }),\n    );\n    for (const canvas of canvases) {\n      const middle =\n        spots.length === 0 ? canvas.scrollWidth / 2 : (Math.min(...spots) + Math.max(...spots)) / 2;\n      canvas.scrollLeft = middle - canvas.clientWidth / 2;\n    }\n  };\n  const ZOOMS = {\n    in: (figure) => resize(figure, scaleOf(figure) * 1.25),\n    out: (figure) => resize(figure, scaleOf(figure) / 1.25),\n    fit: (figure) => resize(figure, fitting(figure)),\n    one: (figure) => resize(figure, 1),\n  };\n  const figures = find('.picture');\n  for (const figure of figures) {\n    const canvases = canvasesOf(figure);\n    for (const button of find('[data-zoom]', figure))\n      button.addEventListener('click', () => ZOOMS[button.dataset.zoom](figure));\n    for (const canvas of canvases) {\n      canvas.addEventListener('scroll', () => {\n        for (const other of canvases) {\n          if (other === canvas) continue;\n          other.scrollLeft = canvas.scrollLeft;\n          other.scrollTop = canvas.scrollTop;\n        }\n      });\n      canvas.addEventListener(\n        'wheel',\n        (event) => {\n          if (!event.ctrlKey && !event.metaKey) return;\n          event.preventDefault();\n          const box = canvas.getBoundingClientRect();\n          const at = { x: event.clientX - box.left, y: event.clientY - box.top };\n          resize(figure, scaleOf(figure) * Math.exp(-event.deltaY / 300), at);\n        },\n        { passive: false },\n      );\n      canvas.addEventListener('keydown', (event) => {\n        const zoom = { '+': 'in', '=': 'in', '-': 'out', 0: 'fit' }[event.key];\n        if (zoom === undefined || event.ctrlKey || event.metaKey || event.altKey) return;\n        event.preventDefault();\n        ZOOMS[zoom](figure);\n      });\n      canvas.addEventListener('pointerdown', (event) => {\n        if (event.button !== 0 || event.pointerType !== 'mouse') return;\n        canvas.setPointerCapture(event.pointerId);\n        canvas.classList.add('grabbed');\n      });\n      canvas.addEventListener('pointermove', (event) => {\n        if (!canvas.classList.contains('grabbed')) return;\n        canvas.scrollLeft -= event.movementX;\n        canvas.scrollTop -= event.movementY;\n      });\n      for (const end of ['pointerup', 'pointercancel'])\n        canvas.addEventListener(end, () => canvas.classList.remove('grabbed'));\n    }\n    // Asking for a size in a closed part would lay out what nobody looks at.\n    const part = figure.closest('details');\n    if (part.open) fitFirst(figure);\n    part.addEventListener('toggle', () => {\n      if (part.open) fitFirst(figure);\n    });\n  }\n\n  // ---- on paper everything is open\n\n  let closed = [];\n  addEventListener('beforeprint', () => {\n    closed = find('details:not([open])');\n    for (const part of closed) part.open = true;\n  });\n  addEventListener('afterprint', () => {\n    for (const part of closed) part.open = false;\n    closed = [];\n  });\n})();\n";
// \0@oxc-project+runtime@0.156.0/helpers/esm/taggedTemplateLiteral.js
function _taggedTemplateLiteral(e, t) {
	return t || (t = e.slice(0)), Object.freeze(Object.defineProperties(e, { raw: { value: Object.freeze(t) } }));
}
// src/report/html/page.ts
var _templateObject;
function hashOf(text) {
	return `'sha256-${(0, import__builtin_crypto.createHash)("sha256").update(text, "utf8").digest("base64")}'`;
}
const POLICY = [
	"default-src 'none'",
	`style-src ${hashOf(PAGE_STYLE)}`,
	`script-src ${hashOf(PAGE_SCRIPT)}`,
	"img-src data:",
	"base-uri 'none'",
	"form-action 'none'"
].join("; ");
const SHARED = ownMarkup(`<svg class="shared" width="0" height="0" aria-hidden="true" focusable="false"><defs>${[
	"",
	"-add",
	"-del",
	"-way"
].map((name) => `<marker id="arrow${name}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>`).join("")}<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6"/><line x1="0" x2="0" y1="0" y2="6"/></pattern></defs></svg>`);
function page(title, nav, header, main, footer) {
	return piece(_templateObject || (_templateObject = _taggedTemplateLiteral([
		"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
		"\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>",
		"</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>",
		"</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#rules\">Skip to the list of rules</a>\n",
		"\n",
		"\n",
		"\n<main class=\"wide\" id=\"main\">\n",
		"\n</main>\n",
		"\n<script>",
		"<\/script>\n</body>\n</html>\n"
	])), ownMarkup(POLICY), title, ownMarkup(PAGE_STYLE), SHARED, header, nav, main, footer, ownMarkup(PAGE_SCRIPT)).markup;
}
// src/report/html/page-entries.ts
function makeEntries(report) {
	const byPath = groupBy(report.findings, ({ path }) => path);
	const actionOf = new Map(report.plan?.changes.map((change) => [change.name, change.action]));
	const findingsOf = ({ rule, change }) => change === "removed" ? [] : byPath.get(rule.path) ?? [];
	const hasFocus = (entry) => isChanged(entry) || findingsOf(entry).length > 0;
	const first = report.rules.filter(hasFocus);
	const others = report.rules.filter((entry) => !hasFocus(entry));
	const withPart = new Set([...first, ...others].slice(0, MOST_PARTS));
	const entries = report.rules.map((entry, index) => ({
		entry,
		anchor: withPart.has(entry) ? `rule-${index + 1}` : void 0,
		findings: findingsOf(entry),
		action: actionOf.get(entry.rule.payload.name)
	}));
	const ofRules = new Set(report.rules.filter(({ change }) => change !== "removed").map(({ rule }) => rule.path));
	return {
		entries,
		elsewhere: new Map([...byPath].filter(([path]) => !ofRules.has(path)))
	};
}
// src/report/html/graph-figure.ts
const BUTTONS = piece`<span class="zoom" role="group" aria-label="Size of the graph"
  ><button type="button" data-zoom="in" aria-label="Larger">+</button
  ><button type="button" data-zoom="out" aria-label="Smaller">−</button
  ><button type="button" data-zoom="fit">Fit</button
  ><button type="button" data-zoom="one">100 %</button></span
>`;
function canvas(drawn, label) {
	return piece`<div class="canvas" tabindex="0" role="group" aria-label="${label}">${drawn}</div>`;
}
const TYPES = [
	"greeting",
	"dtmf",
	"queue",
	"transfer",
	"hangup"
];
function legend(isTwo) {
	return piece`<p class="legend quiet">${isTwo ? piece`<span class="key add"><b>+</b> new, thick</span><span class="key del"><b>−</b> gone, dashed</span><span class="key mod"><b>~</b> changed, dotted</span>` : NOTHING}${TYPES.map((type) => piece`<span>${drawShape(type)} ${NODE_WORDS[type]}</span>`)}${piece`<span><svg class="sample" width="26" height="14" aria-hidden="true"><path class="e o" d="M1 7H24" /></svg> otherwise: the fallback</span><span>↩ back to</span>`}</p>`;
}
function graphFigure({ one, two, note }, { rule }) {
	const words = note === "" ? NOTHING : piece`<p class="note">${note}</p>`;
	if (one === void 0 && two === void 0) return words;
	const { name } = rule.payload;
	return piece`<figure class="picture">
    ${piece`<div class="tools">
    <label><input type="checkbox" class="show-way" /> Show the longest path</label>${BUTTONS}
  </div>`}${words}${two === void 0 ? canvas(one ?? NOTHING, `Graph of ${name}`) : piece`<div class="pair">
          <div>
            <p class="caption">Before</p>
            ${canvas(two.before, `Graph of ${name}, before`)}
          </div>
          <div>
            <p class="caption">After</p>
            ${canvas(two.after, `Graph of ${name}, after`)}
          </div>
        </div>`}
    <figcaption>${legend(two !== void 0)}</figcaption>
  </figure>`;
}
// src/report/html/rule-part.ts
function arrow(now, before) {
	return before === void 0 || before === now ? piece`${now}` : piece`${before} → <b>${now}</b>`;
}
function listIds(ids, between) {
	const codes = (some) => some.map((id) => piece`<code>${id}</code>`);
	if (ids.length <= 60) return joinMarkup(codes(ids), between);
	const half = 30;
	const left = piece`<span class="quiet">${ids.length - 60} more</span>`;
	return joinMarkup([
		...codes(ids.slice(0, half)),
		left,
		...codes(ids.slice(-30))
	], between);
}
function listLoops(groups) {
	if (groups.length === 0) return piece`none`;
	const shown = groups.slice(0, 20).map((group) => piece`<li>${listIds(group, ", ")}</li>`);
	const left = groups.length - shown.length;
	return piece`${groups.length}<ul>
      ${shown}${left > 0 ? piece`<li>and ${left} more</li>` : NOTHING}
    </ul>`;
}
function depthWords({ figures, before, change }, maxDepth) {
	const { depth, exact, upperBound } = figures.depth;
	const old = change === "removed" ? void 0 : before?.figures.depth.depth;
	const bound = exact ? piece`exact` : piece`at least; at most ${upperBound}`;
	const over = change !== "removed" && depth > maxDepth ? piece` <b class="over">over the limit</b>` : NOTHING;
	return piece`${arrow(depth, old)} of at most ${maxDepth} <span class="quiet">(${bound})</span>${over}`;
}
function item(term, value) {
	return piece`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;
}
function smallFigures(report, { entry, action }) {
	const { rule, figures: now, before, change } = entry;
	const old = change === "removed" ? void 0 : before;
	const [payload, was] = [rule.payload, old?.rule.payload];
	return [
		item("Nodes", arrow(now.graph.ids.length, old?.figures.graph.ids.length)),
		item("Transitions", arrow(now.graph.edgeCount, old?.figures.graph.edgeCount)),
		item("Depth", depthWords(entry, report.maxDepth)),
		item("Campaign", arrow(payload.campaignId, was?.campaignId)),
		item("In force", arrow(spellSpan(windowOf(payload)), was && spellSpan(windowOf(was)))),
		item("Status", arrow(rule.status, old?.rule.status)),
		action === void 0 ? NOTHING : item("On the tenant", piece`${actionWords(action)}`),
		item("If nothing matches", arrow(spellFallback(payload.fallbackAction), was && spellFallback(was.fallbackAction)))
	];
}
function listUndefinedTargets({ graph, undefinedTargets }) {
	const shown = undefinedTargets.slice(0, 60).map(({ node, target }) => piece`<li><code>${graph.ids[node] ?? ""}</code> → <code>${target}</code></li>`);
	return piece`${undefinedTargets.length}
    <ul>
      ${shown}
    </ul>`;
}
function largeFigures(report, { rule, figures: now }) {
	const idsOf = (nodes) => nodes.map((node) => now.graph.ids[node] ?? "");
	return [
		item("Longest path", listIds(idsOf(now.depth.path), " → ")),
		item("Loops", listLoops(now.loops.map(idsOf))),
		now.traps.length === 0 ? NOTHING : item("Loops without a way out", listLoops(now.traps.map(idsOf))),
		now.unreachable.length === 0 ? NOTHING : item("Never reached", listIds(idsOf(now.unreachable), ", ")),
		now.undefinedTargets.length === 0 ? NOTHING : item("Targets that do not exist", listUndefinedTargets(now)),
		item("File", piece`${fileLink(report, rule.path)}
        <span class="quiet">payload <code>${rule.payloadHash.slice(0, 12)}</code></span>`)
	];
}
function summary({ entry, findings }) {
	const { rule, figures: now, change, before } = entry;
	const former = change === "renamed" && before !== void 0 ? piece` <span class="quiet">was <bdi>${before.rule.payload.name}</bdi></span>` : NOTHING;
	const counts = spellCounts(findings);
	const badge = counts === "" ? NOTHING : piece`<span
          class="badge ${findings.some(({ severity }) => severity === "error") ? "error" : "warning"}"
          >${counts}</span
        >`;
	const size = `${count(now.graph.ids.length, "node")}, depth ${now.depth.depth}`;
	return piece`<summary>
    <h3><bdi>${rule.payload.name}</bdi></h3>
    ${former} ${changeBadge(change)} ${badge} <span class="quiet size">${size}</span>
  </summary>`;
}
function rulePart(report, page, drawing, table, list, isOpen) {
	const { entry, anchor, findings } = page;
	const callers = entry.callers.map((text) => piece`<li>${ownSentence(text)}</li>`);
	return piece`<details class="rule${`${isChanged(entry) ? " changed" : ""}${findings.length > 0 ? " found" : ""}`}" id="${anchor ?? ""}"${isOpen ? piece` open` : NOTHING}>
    ${summary(page)}
    <div class="body">
      ${callers.length === 0 ? NOTHING : piece`<h4>For callers</h4>
              <ul class="told">
                ${callers}
              </ul>`}
      ${findings.length === 0 ? NOTHING : piece`<h4>Findings</h4>
              ${list(findings)}`}
      <h4>Figures</h4>
      <dl class="figures">${smallFigures(report, page)}</dl>
      <dl class="figures large">${largeFigures(report, entry)}</dl>
      <h4>Graph</h4>
      ${graphFigure(drawing, entry)}${table}
    </div>
  </details> `;
}
// src/report/html/rule-table.ts
function searchedText({ entry }) {
	const { payload, path } = entry.rule;
	const words = /* @__PURE__ */ new Set([path]);
	let length = path.length;
	for (const { id, mediaAssetId = "" } of payload.nodes) {
		words.add(id).add(mediaAssetId);
		length += id.length + mediaAssetId.length;
		if (length > 1e4) break;
	}
	return [...words].filter((word) => word !== "").join(" ").toLowerCase().slice(0, LONGEST_SEARCHED);
}
function numberCell(now, before, rest = NOTHING) {
	return piece`<td class="num" data-v="${now}">${before === void 0 || before === now ? piece`${now}` : piece`${before} → <b>${now}</b>`}${rest}</td>`;
}
function row(report, page, searched) {
	const { entry, findings, action, anchor } = page;
	const { rule, figures, change, before } = entry;
	const old = change === "modified" || change === "renamed" ? before?.figures : void 0;
	const { depth, exact, upperBound } = figures.depth;
	const over = change !== "removed" && depth > report.maxDepth;
	const rest = piece`${exact ? NOTHING : piece` to ${upperBound}`}${over ? piece` <span class="over" title="over the limit">✕</span>` : NOTHING}`;
	const errors = findings.filter(({ severity }) => severity === "error").length;
	const counts = spellCounts(findings);
	const weight = errors * 1e5 + findings.length;
	const marks = `${isChanged(entry) ? "changed" : ""}${findings.length > 0 ? " found" : ""}`.trim();
	const badge = counts === "" ? piece`<span class="quiet">none</span>` : piece`<span class="badge ${errors > 0 ? "error" : "warning"}">${counts}</span>`;
	const planned = report.plan === void 0 ? NOTHING : piece`<td>${actionWords(action)}</td>`;
	return piece`<tr class="${marks}" data-for="${anchor ?? ""}" data-s="${searched}">
<th scope="row">${ruleLink(page)}</th><td><bdi>${rule.payload.campaignId}</bdi></td><td>${changeBadge(change)}</td>${numberCell(figures.graph.ids.length, old?.graph.ids.length)}${numberCell(figures.graph.edgeCount, old?.graph.edgeCount)}${numberCell(depth, old?.depth.depth, rest)}<td data-v="${weight}">${badge}</td>${planned}</tr>
`;
}
function heads(report) {
	const head = (name, isNumber) => piece`<th scope="col" aria-sort="none"${isNumber ? piece` class="num"` : NOTHING}>
      <button type="button">${name}</button>
    </th>`;
	const words = [
		"Rule",
		"Campaign",
		"Change",
		"Nodes",
		"Transitions",
		`Depth (limit ${report.maxDepth})`,
		"Findings"
	];
	return piece`${(report.plan === void 0 ? words : [...words, "On the tenant"]).map((name, index) => head(name, index >= 3 && index <= 5))}`;
}
function filters(report, entries) {
	const changed = entries.filter(({ entry }) => isChanged(entry)).length;
	const found = entries.filter(({ findings }) => findings.length > 0).length;
	const box = (id, words, number) => piece`<label><input type="checkbox" id="${id}" /> ${words} <span class="quiet">(${number})</span></label>`;
	return piece`<form class="filters" role="search" aria-label="Rules">
    <label class="search"
      ><span>Search</span
      ><input
        type="search"
        id="search"
        placeholder="Name, campaign, node or media id"
        autocomplete="off"
        spellcheck="false"
        aria-keyshortcuts="/"
    /></label>
    ${isCompared(report) ? box("only-changed", "Changed only", changed) : NOTHING}${box("only-found", "With findings", found)}
    <output id="shown" for="search">${count(entries.length, "rule")}</output>
  </form>`;
}
function ruleTable(report, entries) {
	const shown = entries.slice(0, MOST_RULES);
	let room = MOST_SEARCHED;
	const rows = shown.map((page) => {
		const searched = room > 0 ? searchedText(page) : "";
		room -= searched.length;
		return row(report, page, searched);
	});
	const notes = [...entries.length > shown.length ? [`${count(entries.length - shown.length, "more rule")} left out for their number; report.json has them all.`] : [], ...room <= 0 ? ["The search knows the node and media ids of the first rules only: there are too many."] : []];
	return piece`<section id="rules" aria-labelledby="rules-title"><h2 id="rules-title">Rules</h2>
${filters(report, entries)}
<div class="scroll" tabindex="0" role="group" aria-label="List of rules"><table class="list" id="list"><thead><tr>${heads(report)}</tr></thead><tbody>
${rows}</tbody></table></div><p class="note" id="none" hidden>No rule matches.</p>${notes.map((text) => piece`<p class="note">${text}</p>`)}</section>
`;
}
// src/report/html/time-scale.ts
const DAY = 864e5;
const MOST_TICKS = 5;
const DAYS = [
	1,
	2,
	7,
	14
];
const MONTHS = [
	1,
	2,
	3,
	6,
	12,
	24,
	60,
	120,
	600,
	1200
];
function monthOf(instant) {
	const date = new Date(instant);
	return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
function chooseInstants(from, to) {
	const days = DAYS.find((step) => (to - from) / (step * DAY) <= MOST_TICKS);
	if (days !== void 0) {
		const first = Math.ceil(from / (days * DAY));
		const last = Math.floor(to / (days * DAY));
		return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * days * DAY);
	}
	const [start, end] = [monthOf(from), monthOf(to)];
	const months = MONTHS.find((step) => (end - start) / step <= MOST_TICKS) ?? 24e3;
	const first = Math.ceil((start + 1) / months) * months;
	return Array.from({ length: Math.max(0, Math.floor((end - first) / months) + 1) }, (_, index) => {
		const month = first + index * months;
		return (/* @__PURE__ */ new Date(0)).setUTCFullYear(Math.floor(month / 12), month % 12, 1);
	});
}
function makeTimeScale(windows, now) {
	const known = [...windows.filter((window) => !isEmptyWindow(window)).flatMap(({ start, end }) => [start, end]), now].filter(Number.isFinite);
	const first = known.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
	const last = known.reduce((most, at) => Math.max(most, at), Number.NEGATIVE_INFINITY);
	const pad = Math.max(DAY, (last - first) * .08);
	const [from, to] = [first - pad, last + pad];
	const place = (at) => {
		if (at <= from) return 0;
		return at >= to ? 100 : Math.round((at - from) / (to - from) * 1e4) / 100;
	};
	return {
		ticks: chooseInstants(from, to).map((at) => ({
			at: place(at),
			words: spellInstant(at).slice(0, -10)
		})).filter(({ at }) => at > 8 && at < 92),
		place
	};
}
// src/report/html/timeline-part.ts
const MOST_SENTENCES = 30;
function bar(name, span, { place }) {
	const from = place(span.start);
	return piece`<rect class="${name}" x="${from}%" width="${Math.max(.8, Math.round((place(span.end) - from) * 100) / 100)}%" y="4" height="16" rx="3" />`;
}
function nowLine(now, { place }) {
	return piece`<line class="now" x1="${place(now)}%" x2="${place(now)}%" y1="0" y2="24" />`;
}
function drawRow({ name, words, bars }, now) {
	return piece`<li>
    <span class="who">${name}</span
    ><svg width="100%" height="24" role="img" aria-label="${words}">${bars}${now}</svg
    ><span class="when">${words}</span>
  </li>`;
}
function axis({ ticks, place }, now) {
	return piece`<li class="axis" aria-hidden="true">
    <span class="who"></span><svg width="100%" height="36">${ticks.map(({ at, words }) => piece`<line x1="${at}%" x2="${at}%" y1="0" y2="5" /><text x="${at}%" y="17">${words}</text>`)}${piece`<text class="now" x="${place(now)}%" y="32">now</text>`}</svg>
  </li>`;
}
function names(rules) {
	return joinMarkup(rules.map(({ payload }) => piece`<code>${payload.name}</code>`), ", ");
}
function overlapsOf({ overlaps }, rule) {
	return overlaps.filter(({ first, second }) => first === rule || second === rule).map(({ span }) => span);
}
function sentences(timeline) {
	const { current, overlaps, overlapsLeftOut, gaps, undated, expired, expiringSoon, neverInForce } = timeline;
	const more = current.leftOut === 0 ? "" : ` and ${current.leftOut} more`;
	const inForce = current.rules.length === 0 ? piece`<li>Now no rule is in force.</li>` : piece`<li>Now in force: ${names(current.rules)}${more}.</li>`;
	const shown = overlaps.slice(0, MOST_SENTENCES);
	const left = overlapsLeftOut + overlaps.length - shown.length;
	return [
		inForce,
		...shown.map(({ first, second, span }) => piece`<li class="bad">Overlap: ${names([first, second])} are both in force ${spellSpan(span)}.</li>`),
		...left > 0 ? [piece`<li>${count(left, "more overlap")}, not told here.</li>`] : [],
		...gaps.slice(0, MOST_SENTENCES).map(({ span }) => piece`<li class="bad">Gap: no rule is in force ${spellSpan(span)}.</li>`),
		...expiringSoon.map(({ rule, at }) => piece`<li class="bad">${names([rule])} expires at ${spellInstant(at)}, and no rule follows.</li>`),
		...undated.length > 0 && timeline.rules.length > undated.length ? [piece`<li>
            Without dates, so always in force beside the others: ${names(undated.slice(0, MOST_SENTENCES))}.
          </li>`] : [],
		...expired.length > 0 ? [piece`<li>Over: ${names(expired.slice(0, MOST_SENTENCES))}.</li>`] : [],
		...neverInForce.length > 0 ? [piece`<li class="bad">
            Never in force, since the window ends where it starts or before:
            ${names(neverInForce.slice(0, MOST_SENTENCES))}.
          </li>`] : []
	];
}
function drawTimeline(timeline, now, linkOf) {
	const { campaignId, rules, gaps } = timeline;
	const scale = makeTimeScale(rules.map(({ window }) => window), now);
	const line = nowLine(now, scale);
	const shown = rules.slice(0, 40);
	const rows = shown.map(({ rule, window }) => {
		const isNever = timeline.neverInForce.includes(rule);
		const bars = [bar(timeline.expired.includes(rule) ? "bar over" : "bar", window, scale), ...overlapsOf(timeline, rule).map((span) => bar("overlap", span, scale))];
		const words = isNever ? "never in force" : spellSpan(window);
		return drawRow({
			name: linkOf(rule),
			words,
			bars: isNever ? [] : bars
		}, line);
	});
	const gapRow = gaps.length === 0 ? NOTHING : drawRow({
		name: piece`<i>no rule</i>`,
		words: count(gaps.length, "gap"),
		bars: gaps.map(({ span }) => bar("gap", span, scale))
	}, line);
	const left = rules.length - shown.length;
	return piece`<section class="campaign">
    <h3>Campaign <bdi>${campaignId}</bdi></h3>
    <ul class="bars">
      ${rows}${gapRow}${axis(scale, now)}
    </ul>
    ${left > 0 ? piece`<p class="note">${count(left, "more rule")} left out of the picture.</p>` : NOTHING}
    <ul class="told">
      ${sentences(timeline)}
    </ul>
  </section> `;
}
function isPlain({ rules }) {
	return rules.every(({ window }) => isAlways(window));
}
function timelinePart(report, linkOf) {
	const dated = report.timelines.filter((timeline) => !isPlain(timeline));
	const plain = report.timelines.filter(isPlain);
	if (report.timelines.length === 0) return NOTHING;
	const shown = dated.slice(0, 200);
	const left = dated.length - shown.length;
	const rows = plain.slice(0, 200).map(({ campaignId, rules }) => piece`<tr>
        <th scope="row"><bdi>${campaignId}</bdi></th>
        <td>
          ${joinMarkup(rules.slice(0, MOST_SENTENCES).map(({ rule }) => linkOf(rule)), ", ")}
        </td>
      </tr>`);
	const always = plain.length === 0 ? NOTHING : piece`<details class="text"><summary>${count(plain.length, "campaign")} without dates: always in force</summary><table class="rows"><thead><tr><th scope="col">Campaign<th scope="col">Rules<tbody>${rows}</table>${plain.length > rows.length ? piece`<p class="note">${count(plain.length - rows.length, "more campaign")} left out.</p>` : NOTHING}</details>`;
	const legend = piece`<p class="legend quiet">
    <span><span class="swatch bar"></span> in force</span>
    <span><span class="swatch overlap"></span> two rules at once</span>
    <span><span class="swatch gap"></span> no rule</span>
    <span><span class="swatch now"></span> now</span>
    <span>All times are UTC.</span>
  </p>`;
	return piece`<section id="windows" aria-labelledby="windows-title">
    <h2 id="windows-title">When rules are in force</h2>
    ${dated.length === 0 ? NOTHING : legend}${shown.map((timeline) => drawTimeline(timeline, report.now, linkOf))}${left > 0 ? piece`<p class="note">${count(left, "more campaign")} left out.</p>` : NOTHING}${always}
  </section> `;
}
// src/report/html/transition-rows.ts
const END_WORDS = {
	queue: "callers wait here for an agent",
	transfer: "callers are transferred here",
	"hang up": "the call ends here"
};
function plainRow({ id, type, mediaAssetId, transitions }) {
	return {
		id: { now: id },
		type: { now: NODE_WORDS[type] },
		media: { now: mediaAssetId ?? "" },
		change: "",
		transitions: transitions.map(({ condition, target }) => ({
			condition,
			target: { now: target },
			change: ""
		}))
	};
}
const NODE_CHANGES = {
	added: "new",
	removed: "gone",
	changed: "changed",
	renamed: "changed",
	unchanged: ""
};
const EDGE_CHANGES = {
	added: "new",
	removed: "gone",
	retargeted: "changed",
	unchanged: ""
};
function value(old, now) {
	if (now === void 0) return { now: old ?? "" };
	return old === void 0 || old === now ? { now } : {
		now,
		was: old
	};
}
function changedRow({ kind }, old, now, edges) {
	const wordOf = (node) => node === void 0 ? void 0 : NODE_WORDS[node.type];
	const mediaOf = (node) => node === void 0 ? void 0 : node.mediaAssetId ?? "";
	return {
		id: value(old?.id, now?.id),
		type: value(wordOf(old), wordOf(now)),
		media: value(mediaOf(old), mediaOf(now)),
		change: NODE_CHANGES[kind],
		transitions: edges.map((edge) => {
			const before = old?.transitions[edge.before?.transition ?? -1]?.target;
			const after = now?.transitions[edge.after?.transition ?? -1]?.target;
			return {
				condition: edge.condition,
				target: edge.kind === "unchanged" ? { now: after ?? "" } : value(before, after),
				change: EDGE_CHANGES[edge.kind]
			};
		})
	};
}
function rowsOf({ rule, before, diff }, most) {
	if (diff === void 0 || before === void 0) return rule.payload.nodes.slice(0, most).map(plainRow);
	const edgesOf = groupBy(diff.edges, ({ from }) => from);
	return diff.nodes.slice(0, most).map((node, position) => changedRow(node, before.rule.payload.nodes[node.before ?? -1], rule.payload.nodes[node.after ?? -1], edgesOf.get(position) ?? []));
}
// src/report/html/transition-table.ts
const SIGNS = {
	"": "",
	new: "+ new",
	gone: "− gone",
	changed: "~ changed"
};
const CLASSES = {
	"": "",
	new: "add",
	gone: "del",
	changed: "mod"
};
function valueCell({ now, was }) {
	if (was === void 0) return now === "" ? NOTHING : piece`<code>${now}</code>`;
	return piece`${was === "" ? piece`none` : piece`<del><code>${was}</code></del>`} → ${now === "" ? piece`none` : piece`<ins><code>${now}</code></ins>`}`;
}
function changeCell(change) {
	return change === "" ? piece`<td></td>` : piece`<td class="${CLASSES[change]}">${SIGNS[change]}</td>`;
}
function transitionCells({ condition, target, change }, isChanged) {
	const cell = isChanged ? changeCell(change) : NOTHING;
	return piece`<td><code>${condition}</code></td><td>${valueCell(target)}</td>${cell}`;
}
function endCells({ type, change }, isChanged) {
	return piece`<td colspan="2" class="quiet">${END_WORDS[type.now] ?? "nothing leads on: callers get the fallback"}</td>${isChanged ? changeCell(change) : NOTHING}`;
}
function nodeRows(node, isChanged) {
	const { id, type, media, change, transitions } = node;
	const rows = Math.max(1, transitions.length);
	const span = rows === 1 ? NOTHING : piece` rowspan="${rows}"`;
	const sign = change === "" ? NOTHING : piece`<span class="${CLASSES[change]}">${SIGNS[change]}</span> `;
	const heard = media.now === "" && media.was === void 0 ? NOTHING : piece`<br />plays ${valueCell(media)}`;
	const typeWords = type.was === void 0 ? piece`${type.now}` : piece`<del>${type.was}</del> → <ins>${type.now}</ins>`;
	const head = piece`<th scope="row"${span}>${valueCell(id)}</th><td${span}>${sign}${typeWords}${heard}</td>`;
	const [first, ...others] = transitions;
	if (first === void 0) return piece`<tr>${head}${endCells(node, isChanged)}</tr>`;
	const rest = others.map((row) => piece`<tr>${transitionCells(row, isChanged)}</tr>`);
	return piece`<tr>${head}${transitionCells(first, isChanged)}</tr>${rest}`;
}
function transitionTable(all, nodes, isChanged, most) {
	let rows = 0;
	const shown = all.filter(({ transitions }) => {
		const isFull = rows >= most;
		if (!isFull) rows += Math.max(1, transitions.length);
		return !isFull;
	});
	const left = nodes - shown.length;
	const more = left > 0 ? piece`<p class="note">${count(left, "more node")} left out of this table for its size.</p>` : NOTHING;
	if (shown.length === 0) return {
		markup: more,
		rows: 0
	};
	return {
		markup: piece`<details class="text"><summary>All nodes and transitions in words</summary>
<div class="scroll" tabindex="0" role="group" aria-label="Nodes and transitions"><table class="rows"><thead><tr><th scope="col">Node</th><th scope="col">Type</th><th scope="col">When callers</th><th scope="col">They go to</th>${isChanged ? piece`<th scope="col">Change</th>` : NOTHING}</tr></thead><tbody>${shown.map((node) => nodeRows(node, isChanged))}</tbody></table></div>${more}</details>
`,
		rows
	};
}
// src/report/html/render-html.ts
const MOST_OPEN = 4;
function hasFocus({ entry, findings }) {
	return isChanged(entry) || findings.length > 0;
}
function makeTables(shown) {
	let room = MOST_TRANSITIONS;
	const tables = /* @__PURE__ */ new Map();
	const order = [...shown.filter(hasFocus), ...shown.filter((entry) => !hasFocus(entry))];
	for (const entry of order) {
		const most = Math.min(room, MOST_TRANSITIONS_OF_ONE);
		const { diff, figures } = entry.entry;
		const nodes = diff?.nodes.length ?? figures.graph.ids.length;
		const { markup, rows } = transitionTable(rowsOf(entry.entry, most), nodes, diff !== void 0, most);
		room -= rows;
		tables.set(entry, markup);
	}
	return tables;
}
function explainRoom(all, shown, drawings) {
	const left = drawings.filter(({ isLeftOut }) => isLeftOut === true).length;
	const parts = all === shown ? [] : [`${count(all - shown, "rule")} ${all - shown === 1 ? "is" : "are"} in the list only, for want of room.`];
	const pictures = left === 0 ? [] : [`${count(left, "rule")} of ${shown} ${left === 1 ? "has" : "have"} no picture; each says why, and has its transitions in words.`];
	return piece`${[...parts, ...pictures].map((text) => piece`<p class="note">${text}</p>`)}`;
}
function ruleParts(report, { entries }, list) {
	const shown = entries.filter(({ anchor }) => anchor !== void 0);
	const withFindings = new Set(shown.filter(({ findings }) => findings.length > 0).map(({ entry }) => entry));
	const drawings = drawRules(shown.map(({ entry }) => entry), (entry) => withFindings.has(entry));
	const tables = makeTables(shown);
	const focus = shown.filter(hasFocus);
	const open = new Set(focus.length <= MOST_OPEN ? focus : []);
	const parts = shown.map((entry, index) => {
		return {
			part: rulePart(report, entry, drawings[index] ?? { note: "" }, tables.get(entry) ?? NOTHING, list, open.has(entry)),
			hasFocus: hasFocus(entry)
		};
	});
	const others = parts.filter((part) => !part.hasFocus);
	const title = focus.length > 0 && others.length > 0 ? piece`<h3 class="group">All other rules</h3>` : NOTHING;
	return piece`<section id="each" aria-labelledby="each-title">
    <h2 id="each-title">Rule by rule</h2>
    ${explainRoom(entries.length, shown.length, drawings)}
    <div id="parts">${parts.filter((part) => part.hasFocus).map(({ part }) => part)}</div>
    ${title}
    <div>${others.map(({ part }) => part)}</div>
  </section> `;
}
function findingsPart(report, { entries, elsewhere }, list) {
	const links = entries.filter(({ findings }) => findings.length > 0).map((entry) => piece`<li>${ruleLink(entry)} <span class="quiet">${count(entry.findings.length, "finding")}</span></li>`);
	const files = [...elsewhere].map(([path, findings]) => piece`<section class="file">
        <h3>${fileLink(report, path)}</h3>
        ${list(findings)}
      </section>`);
	return piece`<section id="findings" aria-labelledby="findings-title">
    <h2 id="findings-title">Findings</h2>
    ${report.findings.length === 0 ? piece`<p>None.</p>` : NOTHING}${links.length === 0 ? NOTHING : piece`<p>In these rules; each rule’s own part shows them with the lines of its file:</p>
            <ul class="links">
              ${links}
            </ul>`}${files.length === 0 ? NOTHING : piece`<p>In files that are not read as rules:</p>
            ${files}`}
  </section> `;
}
function navigation(report) {
	return piece`<nav aria-label="Parts of this report">
    <ul class="wide">
      ${[
		["callers", "For callers"],
		["findings", "Findings"],
		["rules", "Rules"],
		["each", "Rule by rule"],
		...report.timelines.length === 0 ? [] : [["windows", "In force"]],
		...report.plan === void 0 ? [] : [["plan", "Plan"]],
		...report.pathTests === void 0 ? [] : [["tests", "Path tests"]],
		...report.suppressed.length === 0 ? [] : [["suppressed", "Suppressed"]]
	].map(([id, words]) => piece`<li><a href="#${id}">${words}</a></li>`)}
    </ul>
  </nav> `;
}
function renderHtml(report) {
	const entries = makeEntries(report);
	const list = listFindings(report);
	const byRule = new Map(entries.entries.map((entry) => [entry.entry.rule, entry]));
	const linkOf = (rule) => {
		const entry = byRule.get(rule);
		return entry === void 0 ? piece`<bdi>${rule.payload.name}</bdi>` : ruleLink(entry);
	};
	const parts = ruleParts(report, entries, list);
	const main = piece`${callersPart(report, entries.entries)}${findingsPart(report, entries, list)}${ruleTable(report, entries.entries)}${parts}${timelinePart(report, linkOf)}${planPart(report)}${pathTestPart(report)}${suppressedPart(report)}`;
	const { main: words, rest } = spellVerdict(report);
	const footer = piece`<footer class="wide">
    <p>
      Made by CXone IVR GitOps. This file loads nothing, and sends nothing. The same report for machines is
      report.json.
    </p>
  </footer> `;
	return page(`IVR rules, ${report.environment}: ${words}${rest}`, navigation(report), headPart(report), main, footer);
}
export { renderHtml };
