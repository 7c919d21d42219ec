import { r as hashRecord, t as nameLine } from "./read-log.js";
// src/audit/check-chain.ts
function isLink(line) {
	return line.record !== void 0;
}
function contentHash({ hash: _hash, ...content }) {
	try {
		return hashRecord(content);
	} catch {
		return;
	}
}
function describeFaults(lines) {
	const runs = [];
	const open = /* @__PURE__ */ new Map();
	for (const line of lines) for (const fault of line.faults) {
		const run = open.get(fault);
		if (run?.last.path === line.path && run.last.number === line.number - 1) run.last = line;
		else {
			const next = {
				first: line,
				fault,
				last: line
			};
			runs.push(next);
			open.set(fault, next);
		}
	}
	return runs.map(({ first, fault, last }) => {
		const more = last === first ? "" : `; so do the lines after it up to line ${last.number}`;
		return { text: `${nameLine(first)} ${fault}${more}` };
	});
}
function makeIndex(links) {
	const placeOf = /* @__PURE__ */ new Map();
	const followers = /* @__PURE__ */ new Map();
	for (const [place, { record }] of links.entries()) {
		if (!placeOf.has(record.hash)) placeOf.set(record.hash, place);
		followers.set(record.previousHash, (followers.get(record.previousHash) ?? 0) + 1);
	}
	return {
		placeOf,
		followers
	};
}
function explainBreak(links, at, link, before, { placeOf, followers }) {
	const { previousHash } = link.record;
	const wanted = placeOf.get(previousHash);
	const target = wanted === void 0 ? void 0 : links[wanted];
	const name = `the chain breaks at ${nameLine(link)}`;
	if (link.record.hash === before.record.hash) return `${name}: it is the record before it once more`;
	if (wanted === void 0 || target === void 0) return `${name}: the record that it follows is not there, so between it and ${nameLine(before)} something was taken out, or that line was changed and hashed anew`;
	if (wanted >= at) return `${name}: it stands before the record that it follows, ${nameLine(target)}`;
	if ((followers.get(previousHash) ?? 0) < 2) return `${name}: it is out of order, and belongs right behind ${nameLine(target)}`;
	const first = links[wanted + 1] ?? before;
	const inserted = first === before ? nameLine(first) : `${nameLine(first)} to ${nameLine(before)}`;
	return `${name}: it follows ${nameLine(target)}, so ${inserted} was put in between, or stems from a run that was not sealed`;
}
function explainContent(link, computed) {
	if (computed === link.record.hash) return void 0;
	return `${nameLine(link)} was changed: its content hashes to ${computed ?? "nothing"}, but it says ${link.record.hash}`;
}
function checkLinks(lines, links) {
	const index = makeIndex(links);
	const texts = [];
	let before;
	let heads = [];
	let place = 0;
	for (const line of lines) {
		if (!isLink(line)) {
			before = void 0;
			continue;
		}
		const computed = contentHash(line.record);
		const change = explainContent(line, computed);
		if (change !== void 0) texts.push(change);
		if (before !== void 0 && !heads.includes(line.record.previousHash)) texts.push(explainBreak(links, place, line, before, index));
		before = line;
		heads = [line.record.hash, computed];
		place++;
	}
	return texts.map((text) => ({ text }));
}
function checkIds(links) {
	const seen = /* @__PURE__ */ new Map();
	return links.flatMap((link) => {
		const first = seen.get(link.record.auditId);
		seen.set(link.record.auditId, first ?? link);
		return first === void 0 ? [] : [{ text: `${nameLine(link)} has the auditId of ${nameLine(first)}: each record has its own` }];
	});
}
function checkTimes(links) {
	const timeOf = ({ record }) => Date.parse(record.timestamp);
	return links.flatMap((link, index) => {
		const before = links[index - 1];
		if (before === void 0 || !(timeOf(link) < timeOf(before))) return [];
		return [{
			text: `${nameLine(link)} is older than ${nameLine(before)} before it`,
			isRemark: true
		}];
	});
}
function checkEnvironment(links, environment) {
	const wanted = environment ?? links[0]?.record.environment;
	return links.filter(({ record }) => record.environment !== wanted).map((link) => ({ text: `${nameLine(link)} is of environment ${JSON.stringify(link.record.environment)}, not of ${JSON.stringify(wanted)}` }));
}
function checkChain(lines, environment) {
	const links = lines.filter(isLink);
	return {
		lines: links,
		mismatches: [
			...describeFaults(lines),
			...checkLinks(lines, links),
			...checkIds(links),
			...checkEnvironment(links, environment),
			...checkTimes(links)
		]
	};
}
export { checkChain as t };
