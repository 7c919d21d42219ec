// src/plan/plan.ts
/** Whether a change writes anything to the tenant. */
function isWrite(change) {
	return change.action !== "none" && change.action !== "held";
}
export { isWrite as t };
