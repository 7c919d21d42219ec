import "./rolldown-runtime.js";
import { t as outcomeContext } from "./status-text.js";
import { Sn as readRecordHistory, or as count, xr as messageOf } from "./lint.js";
import { a as DONE, p as undoAll, t as NOT_RECORDED } from "./seal.js";
// src/commands/deploy/finish-undo.ts
const WORDS = {
	undone: {
		state: "failure",
		text: "undone after the run was cancelled"
	},
	"undo failed": {
		state: "error",
		text: "undo failed after the run was cancelled: a person must look at the tenant"
	},
	live: {
		state: "error",
		text: "live, but the run was ended before it was recorded: run this again"
	},
	recorded: {
		state: "inactive",
		text: DONE
	}
};
async function isRecorded(github, environment, { id, sha }) {
	const { unsettled } = await readRecordHistory(github, environment);
	if (!unsettled.some(({ record }) => record.id === id)) return true;
	const halves = unsettled.filter(({ record }) => record.id > id && record.sha === sha);
	for (const { record } of halves) await github.setRecordState(record.id, "inactive", NOT_RECORDED);
	return false;
}
async function isOwn(github, environment, { id, sha }, runUrl) {
	for await (const record of github.listRecords(environment, sha)) {
		if (record.id > id) continue;
		if (record.id !== id || record.sha !== sha) return false;
		const pages = (await record.readStates()).map(({ logUrl }) => logUrl);
		return runUrl === "" || pages.length === 0 || pages.includes(runUrl);
	}
	return false;
}
async function tellEnding({ github, log, runUrl = "" }, environment, record, ending) {
	if (github === void 0) return;
	try {
		if (!await isOwn(github, environment, record, runUrl)) {
			log.warning(`deployment record ${record.id} is none of this run, and is left as it is`);
			return;
		}
		const isLive = ending === "live" && await isRecorded(github, environment, record);
		const { state, text } = WORDS[isLive ? "recorded" : ending];
		await github.setRecordState(record.id, state, text);
		if (state !== "inactive") await github.setStatus(record.sha, outcomeContext(environment), state, text);
	} catch (error) {
		log.warning(`GitHub could not be told how the cancelled run ended: ${messageOf(error)}`);
	}
}
async function finishUndo(journal, record, environment, doors) {
	if (journal.isSealed()) {
		if (record !== void 0) await tellEnding(doors, environment, record, "live");
		return [];
	}
	const { undone, left } = await undoAll({
		tenant: doors.tenant,
		journal,
		audit: () => {}
	});
	doors.log.info(`undone after the run was cancelled: ${count(undone, "step")}, ${left.length} left`);
	const ending = left.length === 0 ? "undone" : "undo failed";
	if (record !== void 0) await tellEnding(doors, environment, record, ending);
	return left.map(({ entry, message, mend }) => `rule ${entry.name}: ${message}; to mend it: ${mend}`);
}
export { finishUndo };
