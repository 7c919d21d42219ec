import { n as __toESM } from "./chunks/rolldown-runtime.js";
import { Br as require__builtin_path, Dr as error, Ft as readEnvironment, H as takeInputs, Mt as runnerLog, Nt as FOLDER, Or as getState, Ur as require__builtin_os, Vr as require__builtin_fs, Wt as escapeLog, bt as isFinished, wt as makeDoors, xr as messageOf, xt as resumeJournal } from "./chunks/lint.js";
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
	const path = findJournal(environment.temporaryFolder);
	if (path === void 0) return;
	const journal = resumeJournal((0, import__builtin_fs.readFileSync)(path, "utf8"), (line) => (0, import__builtin_fs.appendFileSync)(path, line));
	const record = readRecord(getState("record"));
	if (isFinished(journal, record !== void 0)) return;
	const inputs = takeInputs();
	if (inputs.tenantUrl === "simulator") return;
	const { openTenant, openGitHub, close } = makeDoors(environment, inputs, new AbortController().signal);
	try {
		const opened = await openTenant();
		if (opened === void 0) throw new Error("the credentials are gone");
		const github = await openGitHub();
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
function tellFailure(why) {
	const what = `the undo of the cancelled run could not be finished: ${why.replace(/\.+$/, "")}`;
	error(escapeLog(`${what}. Deploy again: that brings the tenant in order first`));
}
function giveUp(why) {
	tellFailure(why);
	process.exit(0);
}
async function finishRun() {
	process.once("uncaughtException", (error) => giveUp(messageOf(error)));
	const limit = setTimeout(() => giveUp(`it did not end within ${TIME_LIMIT / 1e3} s`), TIME_LIMIT);
	try {
		await finish();
	} catch (error) {
		tellFailure(messageOf(error));
	} finally {
		clearTimeout(limit);
	}
}
// src/post.ts
await finishRun();
export {};
