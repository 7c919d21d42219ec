import { n as readLog } from "./read-log.js";
import { br as UserError, xr as messageOf } from "./lint.js";
// src/audit/log-files.ts
const FULL_FILE = 4194304;
const FIRST = "audit.jsonl";
const NUMBERED = /^audit-([1-9]\d{0,8})\.jsonl$/;
function logFolder(environment) {
	const encode = (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
	return environment.replace(/[^\w.-]|^\.|\.$/g, encode);
}
function numberOf(name) {
	if (name === FIRST) return 1;
	const number = Number(NUMBERED.exec(name)?.[1]);
	return number > 1 ? number : void 0;
}
function sortLogFiles(names) {
	return names.filter((name) => numberOf(name) !== void 0).toSorted((a, b) => (numberOf(a) ?? 0) - (numberOf(b) ?? 0));
}
function chooseLogFile(files) {
	const last = sortLogFiles(files.map(({ name }) => name)).at(-1);
	if (last === void 0) return {
		last,
		name: FIRST
	};
	return {
		last,
		name: (files.find(({ name }) => name === last)?.size ?? 0) < FULL_FILE ? last : `audit-${(numberOf(last) ?? 1) + 1}.jsonl`
	};
}
// src/commands/records/keep-log.ts
function checkAuditBranch({ inputs, trigger }) {
	const { auditBranch } = inputs;
	if (auditBranch === "" || ![trigger.branchRef, trigger.base].includes(`refs/heads/${auditBranch}`)) return;
	throw new UserError("input", `input audit-branch is ${JSON.stringify(auditBranch)}, which holds the rules: name a branch of its own for the log, such as ivr-audit`);
}
function follows(text, before) {
	const [line, first] = readLog({
		path: "",
		bytes: new TextEncoder().encode(`${before}\n${text}`)
	});
	return line?.record !== void 0 && line.record.hash === first?.record?.previousHash;
}
async function keepLog({ inputs, log, run }, github, { sha, kind }, audit) {
	const { auditBranch: branch, environment } = inputs;
	if (branch === "") return;
	const page = run.runUrl === "" ? "" : `\n\n${run.runUrl}`;
	try {
		const before = await github.appendLog({
			branch,
			folder: logFolder(environment),
			chooseFile: chooseLogFile,
			text: audit.text(),
			message: `Audit log of ${environment}: ${kind} of ${sha.slice(0, 12)}${page}`
		});
		log.info(`the audit log was appended to branch ${branch}`);
		if (before !== void 0 && !follows(audit.text(), before)) log.warning(`branch ${branch} lacks the audit log of a deployment before this one: to verify, put the artifact with that log into report-dir as audit.jsonl`);
	} catch (error) {
		log.warning(`the deployment is recorded, but its audit log could not be appended to branch ${branch}: ${messageOf(error)}. It is in audit.jsonl in report-dir: keep that file as an artifact`);
	}
}
export { sortLogFiles as i, keepLog as n, logFolder as r, checkAuditBranch as t };
