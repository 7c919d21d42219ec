// src/audit/status-text.ts
function outcomeContext(environment) {
	return `cxone-ivr/${environment}`;
}
function rulesContext(environment) {
	return `cxone-ivr/${environment}/rules`;
}
function successText(rules, auditHash) {
	return `${rules} rules · audit sha256:${auditHash}`;
}
function rulesText(rules, digest) {
	return `${rules} rules · sha256:${digest}`;
}
function readAuditHash(text) {
	return /\baudit sha256:(\S+)/.exec(text)?.[1];
}
function rolledBackText(target, auditHash) {
	return `rolled back to ${target.slice(0, 12)} · audit sha256:${auditHash}`;
}
export { rulesText as a, rulesContext as i, readAuditHash as n, successText as o, rolledBackText as r, outcomeContext as t };
