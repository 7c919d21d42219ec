#!/usr/bin/env node
import "./chunks/rolldown-runtime.js";
// src/cli/node-version.ts
const OLDEST = [20, 12];
function explainOldNode(version) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	return major > OLDEST[0] || major === OLDEST[0] && minor >= OLDEST[1] ? void 0 : `this needs Node ${OLDEST.join(".")} or later, and this is Node ${version}`;
}
// src/cli.ts
const tooOld = explainOldNode(process.versions.node);
if (tooOld === void 0) {
	const { start } = await import("./chunks/start.js");
	await start(import.meta.url);
} else {
	process.stderr.write(`cxone-ivr: ${tooOld}\n`);
	process.exitCode = 2;
}
export {};
