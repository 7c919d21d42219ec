import { n as __toESM } from "./chunks/rolldown-runtime.js";
import { At as escapeLog, Dr as require__builtin_path, Jn as messageOf, N as openReportFiles, Or as require__builtin_os, Tr as require__builtin_fs, _t as resumeJournal, at as openSession, bt as runnerLog, fr as error, gn as readInputs, gt as isFinished, it as maskSecrets, pr as getState, rt as FOLDER, st as readInput, xt as readEnvironment } from "./chunks/lint.js";
// src/finish.ts
var import__builtin_fs = /* @__PURE__ */ __toESM(require__builtin_fs(), 1);
var import__builtin_os = /* @__PURE__ */ __toESM(require__builtin_os(), 1);
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
const TIME_LIMIT = 11e4;
const JOURNAL_NAME = /^journal-[0-9a-f-]{36}\.jsonl$/;
const LARGEST_JOURNAL = 67108864;
function readRecord(text) {
	try {
		const { id, sha } = JSON.parse(text);
		return Number.isSafeInteger(id) && typeof sha === "string" && /^[0-9a-f]{40}$/.test(sha) ? {
			id: Number(id),
			sha
		} : void 0;
	} catch {
		return;
	}
}
function findJournal(temporaryFolder) {
	const name = getState("journal");
	if (!JOURNAL_NAME.test(name)) return void 0;
	const path = (0, import__builtin_path.join)(temporaryFolder, FOLDER, name);
	const file = (0, import__builtin_fs.lstatSync)(path, { throwIfNoEntry: false });
	return file?.isFile() === true && file.size <= LARGEST_JOURNAL && (0, import__builtin_fs.realpathSync)(path) === (0, import__builtin_path.join)((0, import__builtin_fs.realpathSync)(temporaryFolder), "cxone-ivr-gitops", name) ? path : void 0;
}
async function finish() {
	const environment = await readEnvironment(process.env, process.cwd(), (0, import__builtin_os.tmpdir)());
	const folder = (0, import__builtin_path.join)(environment.temporaryFolder, FOLDER);
	const path = findJournal(environment.temporaryFolder);
	if (path === void 0) return;
	const journal = resumeJournal((0, import__builtin_fs.readFileSync)(path, "utf8"), (line) => (0, import__builtin_fs.appendFileSync)(path, line));
	const record = readRecord(getState("record"));
	if (isFinished(journal, record !== void 0)) return;
	const inputs = readInputs(readInput);
	maskSecrets(inputs);
	if (inputs.tenantUrl === "simulator") return;
	const trigger = {
		command: "deploy",
		commit: "",
		base: void 0,
		pullRequest: void 0,
		branchRef: ""
	};
	const files = openReportFiles(environment.workspace, folder);
	const { session, close } = openSession(environment, inputs, trigger, files, files, new AbortController().signal);
	try {
		const [opened, github] = [await session.openTenant(), await session.openGitHub()];
		if (opened === void 0) throw new Error("the credentials are gone");
		const { finishUndo } = await import("./chunks/finish-undo.js");
		const doors = {
			tenant: opened.undoTenant,
			github,
			log: runnerLog,
			runUrl: environment.run.runUrl
		};
		const left = await finishUndo(journal, record, inputs.environment, doors);
		for (const sentence of left) error(escapeLog(sentence));
	} finally {
		await close();
	}
}
async function finishRun() {
	const limit = setTimeout(() => {
		error("the undo of the cancelled run did not end in time: look at the tenant");
		process.exit(1);
	}, TIME_LIMIT);
	try {
		await finish();
	} catch (error$1) {
		error(escapeLog(`the undo of the cancelled run could not be finished: ${messageOf(error$1)}`));
	} finally {
		clearTimeout(limit);
	}
}
// src/post.ts
await finishRun();
export {};
