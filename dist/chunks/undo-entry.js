// src/transaction/undo-entry.ts
/** The request body that restores a flow. */
function restoringPatch(entry) {
	return {
		status: entry.status,
		effectiveDate: entry.effectiveDate,
		expirationDate: entry.expirationDate
	};
}
function isText(value) {
	return typeof value === "string" && value !== "";
}
function isDate(value) {
	return value === null || isText(value);
}
/** Checks the shape of an entry that was read back: what it names is sent to the tenant. */
function readUndoEntry(value) {
	if (typeof value !== "object" || value === null) return void 0;
	const entry = value;
	const { kind, name, flowId } = entry;
	if (!isText(name)) return void 0;
	if (kind === "delete") {
		const { payloadHash, knownIds } = entry;
		if (!(typeof payloadHash === "string" && /^[0-9a-f]{64}$/.test(payloadHash)) || !Array.isArray(knownIds) || !knownIds.every(isText)) return void 0;
		if (flowId !== null && !isText(flowId)) return void 0;
		return {
			kind,
			name,
			payloadHash,
			flowId,
			knownIds
		};
	}
	const { status, effectiveDate, expirationDate } = entry;
	if (kind !== "restore" || !isText(flowId) || !isDate(effectiveDate) || !isDate(expirationDate)) return void 0;
	if (status !== "DRAFT" && status !== "ACTIVE" && status !== "INACTIVE") return void 0;
	return {
		kind,
		name,
		flowId,
		status,
		effectiveDate,
		expirationDate
	};
}
export { restoringPatch as n, readUndoEntry as t };
