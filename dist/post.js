import "./chunks/rolldown-runtime.js";
import { _ as getState, a as readInput, f as escapeLog, g as error, i as openSession, l as readEnvironment, o as resumeJournal, r as FOLDER, s as runnerLog, t as openReportFiles, u as readInputs } from "./chunks/report-files.js";
import { r as messageOf } from "./chunks/errors.js";
import { appendFileSync, existsSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
// src/finish.ts
/** Milliseconds after which `post` gives up. */
const TIME_LIMIT = 11e4;
const JOURNAL_NAME = /^journal-[0-9a-f-]{36}\.jsonl$/;
/** Bytes; a journal of 10,000 rules stays under it. */
const LARGEST_JOURNAL = 67108864;
/** The record that the run noted, if the state holds one: state is text that came through a file. */
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
async function finish() {
	const environment = await readEnvironment(process.env, process.cwd(), tmpdir());
	const folder = join(environment.temporaryFolder, FOLDER);
	const name = getState("journal");
	const path = JOURNAL_NAME.test(name) ? join(folder, name) : "";
	if (path === "" || !existsSync(path) || statSync(path).size > LARGEST_JOURNAL) return;
	const journal = resumeJournal(readFileSync(path, "utf8"), (line) => appendFileSync(path, line));
	const record = readRecord(getState("record"));
	if (journal.isSealed() || journal.open().length === 0 && record === void 0) return;
	const inputs = readInputs(readInput);
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
			log: runnerLog
		};
		const left = await finishUndo(journal, record, inputs.environment, doors);
		for (const sentence of left) error(escapeLog(sentence));
	} finally {
		await close();
	}
}
/** Runs `post`, within its time. */
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
