import "./rolldown-runtime.js";
import { Et as messageOf, d as outcomeContext } from "./lint.js";
import { n as undoAll } from "./undo.js";
// src/commands/finish-undo.ts
async function closeRecord(doors, environment, record, isUndone) {
	const { github, log } = doors;
	if (github === void 0) return;
	const text = isUndone ? "undone after the run was cancelled" : "undo failed after the run was cancelled: a person must look at the tenant";
	const state = isUndone ? "failure" : "error";
	try {
		await github.setRecordState(record.id, state, text);
		await github.setStatus(record.sha, outcomeContext(environment), state, text);
	} catch (error) {
		log.warning(`GitHub could not be told how the cancelled run ended: ${messageOf(error)}`);
	}
}
async function finishUndo(journal, record, environment, doors) {
	const { undone, left } = await undoAll({
		tenant: doors.tenant,
		journal,
		audit: () => {}
	});
	doors.log.info(`undone after the run was cancelled: ${undone} steps, ${left.length} left`);
	if (record !== void 0) await closeRecord(doors, environment, record, left.length === 0);
	return left.map(({ entry, message, mend }) => `rule ${entry.name}: ${message}; to mend it: ${mend}`);
}
export { finishUndo };
