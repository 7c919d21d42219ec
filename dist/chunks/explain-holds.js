import { a as findHoldOrigins } from "./read-commit-rules.js";
// src/commands/explain-holds.ts
function spellOrigin(origin) {
	return origin === void 0 ? "a rollback" : `the rollback to ${origin.sha.slice(0, 12)} of ${origin.createdAt.slice(0, 10)}`;
}
/** Warns of every held rule. @returns the same sentences for the report */
async function explainHolds(session, github, plan) {
	const holds = plan.changes.filter((change) => change.action === "held").map(({ name, rule }) => ({
		name,
		payloadHash: rule?.payloadHash ?? ""
	}));
	if (holds.length === 0) return [];
	const origins = await findHoldOrigins(github, session.inputs.environment, holds);
	return holds.map(({ name }, index) => {
		const text = `rule ${JSON.stringify(name)} is held since ${spellOrigin(origins[index])}: edit it, roll back to it, or set input override-reason`;
		session.log.warning(text);
		return { text };
	});
}
export { explainHolds as t };
