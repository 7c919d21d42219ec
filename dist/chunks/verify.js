import "./rolldown-runtime.js";
import { t as checkChain } from "./check-chain.js";
import { An as readDeployedState, Dn as NO_AUDIT_HEAD, On as flowIdOf, Zt as readCommitRules, _r as rulesetDigest, hn as needGitHub, n as isCounted, or as count, pn as aboutRun, r as reportVerified, vn as hasSucceeded, yn as isUnsettled } from "./lint.js";
import { i as sortLogFiles, r as logFolder, t as checkAuditBranch } from "./keep-log.js";
import { n as readLog, t as nameLine } from "./read-log.js";
import { a as rulesText, i as rulesContext, n as readAuditHash, o as successText, t as outcomeContext } from "./status-text.js";
// src/audit/join-logs.ts
function findPlace(lines, part) {
	const start = part.find(({ record }) => record !== void 0)?.record?.previousHash;
	const behind = lines.findIndex(({ record }) => record !== void 0 && record.hash === start);
	if (behind >= 0) return behind + 1;
	const end = part.findLast(({ record }) => record !== void 0)?.record?.hash;
	const before = lines.findIndex(({ record }) => record !== void 0 && record.previousHash === end);
	return before >= 0 ? before : lines.length;
}
function joinLogs(first, second) {
	const known = new Set(first.map(({ text }) => text));
	const joined = [...first];
	let part = [];
	const flush = () => {
		if (part.length > 0) joined.splice(findPlace(joined, part), 0, ...part);
		part = [];
	};
	for (const line of second) if (line.text !== "" && known.has(line.text)) flush();
	else part.push(line);
	flush();
	return joined;
}
// src/commands/verify/read-logs.ts
async function readBranch(github, branch, environment) {
	const tip = await github.resolveCommit(`refs/heads/${branch}`);
	const tree = tip === void 0 ? void 0 : await github.readTree(tip);
	if (tree === void 0) return void 0;
	const folder = `${logFolder(environment)}/`;
	const files = tree.filter(({ path }) => path.startsWith(folder));
	const lines = [];
	for (const name of sortLogFiles(files.map(({ path }) => path.slice(folder.length)))) {
		const path = `${folder}${name}`;
		const blob = files.find((file) => file.path === path)?.blob ?? "";
		for (const line of readLog({
			path: `${branch}:${path}`,
			bytes: await github.readBlob(blob)
		})) lines.push(line);
	}
	return lines;
}
function describeBranch(branch, environment, lines) {
	if (branch === "") return "input audit-branch is not set";
	const place = `folder ${JSON.stringify(logFolder(environment))} of branch ${branch}`;
	if (lines === void 0) return `branch ${branch} is not there`;
	return lines.length === 0 ? `${place} has no log` : `${place} has ${lines.length} lines`;
}
async function findLog({ inputs, readAuditLog }, github) {
	const { auditBranch, environment } = inputs;
	const { file, place } = readAuditLog();
	const own = file === void 0 ? void 0 : readLog(file);
	const branch = auditBranch === "" ? void 0 : await readBranch(github, auditBranch, environment);
	const told = own === void 0 ? "is not there" : own.length === 0 ? "is empty" : `has ${own.length} lines`;
	return {
		lines: joinLogs(branch ?? [], own ?? []),
		places: [`${place} ${told}`, describeBranch(auditBranch, environment, branch)]
	};
}
// src/commands/verify/sealed-records.ts
const MOST_RECORDS = 150;
function nameRecord({ id, sha, createdAt }) {
	return `deployment record ${id} (commit ${sha.slice(0, 12)}, ${createdAt})`;
}
function isSealOf(record, { state }) {
	return record.hash === state.auditHead;
}
async function readSealed(github, environment, start) {
	const sealed = [];
	const unsealed = [];
	for await (const record of github.listRecords(environment)) {
		const state = readDeployedState(record.payload);
		if (state === void 0) continue;
		const states = await record.readStates();
		const { id, sha, createdAt, creator } = record;
		if (!hasSucceeded(states)) {
			const newest = states[0]?.state ?? "";
			if (sealed.length === 0 && isUnsettled(newest)) unsealed.push(`deployment record ${id} of commit ${sha.slice(0, 12)} is ${newest}`);
			continue;
		}
		const own = {
			id,
			sha,
			createdAt,
			creator,
			state
		};
		if (sealed.length > 0 && state.auditHead === start) return {
			sealed,
			before: own,
			isComplete: true,
			unsealed
		};
		if (sealed.length >= MOST_RECORDS) return {
			sealed,
			before: void 0,
			isComplete: false,
			unsealed
		};
		sealed.push(own);
		if (start === void 0 || state.auditHead === start) break;
	}
	return {
		sealed,
		before: void 0,
		isComplete: true,
		unsealed
	};
}
async function readHeadsBefore(github, environment, last) {
	const heads = [];
	for await (const { id, payload } of github.listRecords(environment)) {
		const head = id <= last ? readDeployedState(payload)?.auditHead : void 0;
		if (head !== void 0) heads.push(head);
	}
	return heads;
}
// src/commands/verify/verify-log.ts
function startOf({ lines }) {
	return lines[0]?.record.previousHash;
}
function explainSide(live) {
	return { text: `the log begins where ${nameRecord(live)}, which is live, has ended: it is that of a run that was not sealed, for it was undone or died, and the log of what is live is not there` };
}
function checkStart(chain, { before, isComplete }) {
	const [first] = chain.lines;
	if (first === void 0 || before !== void 0 || first.record.previousHash === NO_AUDIT_HEAD) return [];
	if (!isComplete) return [];
	return [{ text: `${nameLine(first)} follows the hash ${first.record.previousHash}, with which no deployment ended: what stood before it was taken away or changed` }];
}
function checkEnd(chain, live) {
	const last = chain.lines.at(-1);
	if (last === void 0 || last.record.hash === live.state.auditHead) return [];
	const place = chain.lines.findIndex(({ record }) => record.hash === live.state.auditHead);
	const extra = chain.lines[place + 1];
	if (place >= 0 && extra !== void 0) return [{ text: `from ${nameLine(extra)} on the log tells of what is not sealed: it stems from a run that was undone, or was added` }];
	return [{ text: `the log ends with ${nameLine(last)}, whose hash is ${last.record.hash}, but ${nameRecord(live)}, which is live, ended with ${live.state.auditHead}: the end was cut off or changed, or it is the log of another run` }];
}
function findMade(chain, seal) {
	const end = chain.lines.indexOf(seal);
	const start = chain.lines.findLastIndex(({ record }, at) => at < end && record.action === "PLAN");
	return chain.lines.slice(start + 1, end).filter(({ record: { action, ruleName } }) => ruleName !== null && /^(CREATE|ACTIVATE)$/.test(action));
}
function checkSeal(chain, link, sealed) {
	const { action, commit, payloadHash } = link.record;
	const { sha, state } = sealed;
	const wrong = [
		...action === "SEAL" ? [] : [`its action is ${action}, not SEAL`],
		...commit === sha ? [] : [`it names commit ${commit}`],
		...payloadHash === state.rulesetDigest ? [] : [`it names the ruleset digest ${payloadHash ?? "null"}, the deployment record ${state.rulesetDigest}`]
	];
	const flows = findMade(chain, link).flatMap((made) => {
		const { ruleName, flowId } = made.record;
		const recorded = flowIdOf(state.flows, ruleName ?? "");
		if (recorded === flowId) return [];
		return [{ text: `${nameRecord(sealed)} says that rule ${JSON.stringify(ruleName)} is flow ${JSON.stringify(recorded ?? "none")}, but ${nameLine(made)} says ${JSON.stringify(flowId)}` }];
	});
	return [...wrong.map((what) => ({ text: `${nameLine(link)} does not fit ${nameRecord(sealed)}: ${what}` })), ...flows];
}
function checkSeals(chain, { sealed }) {
	const linkOf = new Map(chain.lines.map((link) => [link.record.hash, link]));
	return sealed.flatMap((record, index) => {
		const link = linkOf.get(record.state.auditHead);
		if (link !== void 0) return checkSeal(chain, link, record);
		if (index === 0) return [];
		return [{ text: `${nameRecord(record)} ended with the audit hash ${record.state.auditHead}, which no record of the log has: it was taken out or changed, or the deployment record is not one of this action` }];
	});
}
function checkRecorded(chain, { sealed, isComplete }) {
	const known = new Set(sealed.map(({ state }) => state.auditHead));
	const missing = chain.lines.filter(({ record }) => record.action === "SEAL").filter(({ record }) => !known.has(record.hash));
	return (isComplete ? missing.filter((link) => link !== chain.lines.at(-1)) : []).map((link) => ({ text: `${nameLine(link)} seals a deployment of which GitHub has no deployment record with a success: it was deleted, or the record was added` }));
}
function checkPrevious({ sealed, before }) {
	const all = before === void 0 ? sealed : [...sealed, before];
	return all.slice(0, -1).flatMap((record, index) => {
		const older = all[index + 1];
		if (older === void 0) return [];
		const wanted = older.sha === record.sha ? older.state.previousSha : older.sha;
		const makers = [record.creator, older.creator].map((creator) => JSON.stringify(creator)).join(", that before it by ");
		const other = record.creator === older.creator ? [] : [{
			text: `${nameRecord(record)} was made by ${makers}`,
			isRemark: true
		}];
		if (record.state.previousSha === wanted) return other;
		return [{ text: `${nameRecord(record)} says that ${record.state.previousSha ?? "nothing"} was live before it, but ${nameRecord(older)} says ${wanted ?? "nothing"}` }, ...other];
	});
}
function checkLog(chain, records) {
	const [live] = records.sealed;
	if (live !== void 0 && startOf(chain) === live.state.auditHead) return [explainSide(live)];
	const end = live === void 0 ? [] : checkEnd(chain, live);
	const part = records.isComplete ? [] : [{
		text: `the newest ${records.sealed.length} deployments were compared with GitHub's records; what the log tells from before them, by its chain alone`,
		isRemark: true
	}];
	return [
		...checkStart(chain, records),
		...end,
		...checkSeals(chain, records),
		...checkRecorded(chain, records),
		...checkPrevious(records),
		...part
	];
}
// src/commands/verify/verify-rules.ts
function findVersion(chain, flowId) {
	return chain?.lines.findLast(({ record }) => record.flowId === flowId && /^(CREATE|ACTIVATE)$/.test(record.action));
}
function heldNames({ state }) {
	return new Set(state.held.map(({ name }) => name));
}
function checkDigest(live, loaded, seal) {
	const commit = live.sha.slice(0, 12);
	if (loaded === void 0) return [{ text: `commit ${live.sha}, which is live, is not in the repository any more: its ruleset digest cannot be recomputed` }];
	const unreadable = loaded.problems.map(({ path, message }) => ({ text: `${path} at commit ${commit} cannot be read as a rule, and is in no digest: ${message}` }));
	const digest = rulesetDigest(loaded.rules);
	if (digest === live.state.rulesetDigest) return unreadable;
	const since = seal === void 0 ? nameRecord(live) : `${nameLine(seal)} and ${nameRecord(live)}`;
	const text = `the ${loaded.rules.length} rules at commit ${commit} have the ruleset digest ${digest}, but ${since} say ${live.state.rulesetDigest}: inputs rules and id-map must be those of the deployment, and the rules deployed must have been those of the commit`;
	return [...unreadable, { text }];
}
function checkLoggedPayloads(live, rules, chain) {
	const held = heldNames(live);
	return rules.flatMap((rule) => {
		const { name } = rule.payload;
		const flowId = flowIdOf(live.state.flows, name);
		const logged = flowId === void 0 || held.has(name) ? void 0 : findVersion(chain, flowId);
		if (logged === void 0 || logged.record.payloadHash === rule.payloadHash) return [];
		return [{ text: `rule ${JSON.stringify(name)} (${rule.path}) has the payload hash ${rule.payloadHash} at commit ${live.sha.slice(0, 12)}, but ${nameLine(logged)} says ${logged.record.payloadHash ?? "null"}` }];
	});
}
function expectFlows(live, rules, chain) {
	const held = heldNames(live);
	const ruleOf = new Map(rules.map((rule) => [rule.payload.name, rule]));
	return Object.entries(live.state.flows).map(([name, flowId]) => {
		const rule = held.has(name) ? void 0 : ruleOf.get(name);
		const logged = findVersion(chain, flowId);
		const since = logged === void 0 ? "" : `, ${nameLine(logged)}`;
		return {
			name,
			flowId,
			payloadHash: rule?.payloadHash ?? logged?.record.payloadHash ?? void 0,
			status: rule?.status === "DRAFT" ? void 0 : rule?.status,
			source: `${nameRecord(live)}${since}`
		};
	});
}
function compareFlow(expected, flow) {
	const { name, flowId, payloadHash, status, source } = expected;
	const what = `flow ${JSON.stringify(flowId)} of rule ${JSON.stringify(name)}`;
	if (flow === void 0) return [{ text: `${what} is not on the tenant any more; it is live by ${source}` }];
	return [...payloadHash === void 0 || flow.payloadHash === payloadHash ? [] : [{ text: `${what} has the payload hash ${flow.payloadHash} on the tenant, but ${payloadHash} was deployed (${source}): it was changed by other ways` }], ...status === void 0 || flow.status === status ? [] : [{ text: `${what} is ${flow.status} on the tenant, but was left ${status} (${source})` }]];
}
async function checkTenant(tenant, live, rules, chain) {
	const compared = expectFlows(live, rules, chain).map(async (entry) => compareFlow(entry, await tenant.getFlow(entry.flowId)));
	return (await Promise.all(compared)).flat();
}
// src/commands/verify/verify-statuses.ts
const READS_AT_ONCE = 5;
async function readCommits(github, environment, sealed) {
	const shas = [...new Set(sealed.map(({ sha }) => sha))];
	const commits = [];
	for (let start = 0; start < shas.length; start += READS_AT_ONCE) {
		const batch = shas.slice(start, start + READS_AT_ONCE).map(async (sha) => {
			const statuses = await github.readStatuses(sha);
			const of = (context) => statuses.filter((status) => status.context === context);
			return {
				sha,
				records: sealed.filter((record) => record.sha === sha),
				outcome: of(outcomeContext(environment)),
				rules: of(rulesContext(environment))
			};
		});
		commits.push(...await Promise.all(batch));
	}
	return commits;
}
function nameStatus(context, sha) {
	return `status ${JSON.stringify(context)} of commit ${sha.slice(0, 12)}`;
}
function tell({ state, description, creator, createdAt }) {
	return `${state} ${JSON.stringify(description)}, posted by ${JSON.stringify(creator || "unknown")} at ${createdAt}`;
}
function tellCreators(record, name, statuses) {
	const creators = [...new Set(statuses.map(({ creator }) => creator))];
	if (record.creator === "" || creators.includes(record.creator)) return [];
	return [{
		text: `${name} was posted by ${creators.map((creator) => JSON.stringify(creator)).join(", ")}, but ${nameRecord(record)} was made by ${JSON.stringify(record.creator)}`,
		isRemark: true
	}];
}
function checkDeployment(environment, { sha, outcome }, record, isLive) {
	const name = nameStatus(outcomeContext(environment), sha);
	const { auditHead } = record.state;
	const successes = outcome.filter(({ state }) => state === "success");
	const naming = successes.filter(({ description }) => readAuditHash(description) === auditHead);
	const right = naming.filter(({ description }) => {
		return description === successText(Number.parseInt(description, 10), auditHead);
	});
	if (right.length > 0) return tellCreators(record, name, right);
	const [newest] = isLive ? successes : naming;
	const instead = newest === void 0 ? "there is none" : `there is ${tell(newest)}`;
	return [{ text: `no ${name} says ${JSON.stringify(`<n> rules · audit sha256:${auditHead}`)}, with which ${nameRecord(record)} ended; ${instead}` }];
}
function checkHashes(environment, { sha, outcome }, heads) {
	return outcome.flatMap((status) => {
		const hash = readAuditHash(status.description);
		if (hash === void 0 || heads.has(hash)) return [];
		return [{ text: `${nameStatus(outcomeContext(environment), sha)} names the audit hash ${hash}, with which no deployment ended: ${tell(status)}` }];
	});
}
async function readHeads(github, environment, { sealed, before, isComplete }, commits) {
	const heads = new Set(sealed.map(({ state }) => state.auditHead));
	if (commits.flatMap(({ outcome }) => outcome.map(({ description }) => readAuditHash(description))).every((hash) => hash === void 0 || heads.has(hash))) return heads;
	if (!isComplete) return void 0;
	const oldest = before?.id ?? sealed.at(-1)?.id ?? 0;
	return /* @__PURE__ */ new Set([...heads, ...await readHeadsBefore(github, environment, oldest)]);
}
function checkRules(environment, { sha, rules, records }) {
	const [record] = records;
	const [newest] = rules;
	if (record === void 0) return [];
	const name = nameStatus(rulesContext(environment), sha);
	const { rulesetDigest } = record.state;
	const count = Number.parseInt(newest?.description ?? "", 10);
	if (newest?.state === "success" && newest.description === rulesText(count, rulesetDigest)) return tellCreators(record, name, [newest]);
	const wanted = JSON.stringify(`<n> rules · sha256:${rulesetDigest}`);
	return [{ text: `${name} ${newest === void 0 ? "is not there" : `is ${tell(newest)}`}; ${nameRecord(record)} wants ${wanted}` }];
}
function checkLive(environment, commit, live, rules) {
	const name = nameStatus(outcomeContext(environment), commit.sha);
	const ended = commit.outcome.filter(({ state }) => state !== "pending");
	const newest = ended.find(({ state }) => state === "success");
	const { auditHead } = live.state;
	const names = ({ description }) => readAuditHash(description) === auditHead;
	const isOther = newest !== void 0 && !names(newest) && ended.some(names);
	const wrongCount = (context, status) => rules === void 0 || status === void 0 || Number.parseInt(status.description, 10) === rules ? [] : [{ text: `${nameStatus(context, commit.sha)} counts other rules than the ${rules} in git: ${tell(status)}` }];
	const [last] = ended;
	const failed = last === void 0 || last === newest ? [] : [{
		text: `a later run for the live commit did not end well: ${name} is ${tell(last)}`,
		isRemark: true
	}];
	return [
		...isOther ? [{ text: `the newest ${name} with a success is ${tell(newest)}, but ${nameRecord(live)}, which is live, ended with ${auditHead}` }] : wrongCount(outcomeContext(environment), newest),
		...wrongCount(rulesContext(environment), commit.rules[0]),
		...failed
	];
}
async function checkStatuses(github, environment, records, rules) {
	const [live] = records.sealed;
	const commits = await readCommits(github, environment, records.sealed);
	const heads = await readHeads(github, environment, records, commits);
	const mismatches = commits.flatMap((commit) => [
		...commit.records.flatMap((record) => checkDeployment(environment, commit, record, record === live)),
		...heads === void 0 ? [] : checkHashes(environment, commit, heads),
		...checkRules(environment, commit),
		...live?.sha === commit.sha ? checkLive(environment, commit, live, rules) : []
	]);
	return {
		commits: commits.length,
		mismatches
	};
}
// src/commands/verify.ts
function tellPart(log, name, mismatches) {
	const wrong = mismatches.filter(isCounted).length;
	log.info(`${name}: ${wrong === 0 ? "fits" : `${count(wrong, "thing")} ${wrong === 1 ? "does" : "do"} not fit`}`);
}
function missingLog({ places }) {
	return { text: `there is no audit log to verify: ${places.join("; ")}. Put the artifact of the deployment into report-dir as audit.jsonl, or set input audit-branch` };
}
async function readLocalFiles({ workspace, inputs }) {
	try {
		return (await workspace.readFiles(inputs.rules)).rules;
	} catch {
		return [];
	}
}
async function verifyRules(session, live, loaded, chain) {
	const seal = chain?.lines.find(({ record }) => isSealOf(record, live));
	const rules = loaded?.rules ?? [];
	const digest = checkDigest(live, loaded, seal);
	const logged = checkLoggedPayloads(live, rules, chain);
	tellPart(session.log, `ruleset digest of ${count(rules.length, "rule")} at commit ${live.sha.slice(0, 12)}`, digest);
	const opened = session.inputs.tenantUrl === "simulator" ? void 0 : await session.openTenant();
	const looked = `${count(rules.length, "rule")} in git`;
	if (opened === void 0) {
		session.log.info("the tenant: not asked, for there are no credentials");
		return {
			mismatches: [...digest, ...logged],
			looked: [looked]
		};
	}
	const flows = count(Object.keys(live.state.flows).length, "flow");
	const onTenant = await checkTenant(opened.tenant, live, rules, chain);
	tellPart(session.log, `${flows} on the tenant`, onTenant);
	return {
		mismatches: [
			...digest,
			...logged,
			...onTenant
		],
		looked: [looked, `${flows} on the tenant`]
	};
}
function verifyLog(session, found, chain, records) {
	for (const place of found.places) session.log.info(`audit log: ${place}`);
	if (chain === void 0) return {
		mismatches: [missingLog(found)],
		looked: []
	};
	const mismatches = [...chain.mismatches, ...checkLog(chain, records)];
	const [first, last] = [chain.lines[0], chain.lines.at(-1)];
	const span = first === void 0 ? "" : ` from ${first.record.timestamp} to ${last?.record.timestamp ?? ""}`;
	const name = `${count(chain.lines.length, "audit record")}${span}`;
	tellPart(session.log, name, mismatches);
	return {
		mismatches,
		looked: [name]
	};
}
async function verifyLive(session, github, found, chain, records, live) {
	const { inputs, log } = session;
	log.info(`live: ${nameRecord(live)}`);
	const loaded = await readCommitRules(github, live.sha, session, await readLocalFiles(session));
	const rules = loaded?.rules ?? [];
	const digest = rulesetDigest(rules);
	const ofRules = await verifyRules(session, live, loaded, chain);
	const ofLog = verifyLog(session, found, chain, records);
	const rulesInGit = digest === live.state.rulesetDigest ? rules.length : void 0;
	const statuses = await checkStatuses(github, inputs.environment, records, rulesInGit);
	const name = `the statuses of ${count(statuses.commits, "commit")}`;
	tellPart(log, name, statuses.mismatches);
	const unsealed = records.unsealed.map((text) => ({
		text,
		isRemark: true
	}));
	const mismatches = [
		...ofRules.mismatches,
		...ofLog.mismatches,
		...statuses.mismatches,
		...unsealed
	];
	const report = reportVerified(aboutRun(session, live.sha), rules, session.clock.now(), mismatches, [
		...ofRules.looked,
		...ofLog.looked,
		name
	]);
	const { auditHead, flows } = live.state;
	return {
		report,
		rulesetDigest: digest,
		auditHash: auditHead,
		flowIds: flows
	};
}
async function runVerify(session) {
	const { inputs } = session;
	checkAuditBranch(session);
	await session.readIdMap();
	const github = await needGitHub(session);
	const found = await findLog(session, github);
	const chain = found.lines.length === 0 ? void 0 : checkChain(found.lines, inputs.environment);
	const records = await readSealed(github, inputs.environment, chain === void 0 ? void 0 : startOf(chain));
	const [live] = records.sealed;
	if (live !== void 0) return verifyLive(session, github, found, chain, records, live);
	const text = `nothing was ever deployed to environment ${JSON.stringify(inputs.environment)}: GitHub has no deployment record with a success`;
	const { mismatches } = verifyLog(session, found, chain, records);
	return { report: reportVerified(aboutRun(session), [], session.clock.now(), [{ text }, ...mismatches], []) };
}
export { runVerify };
