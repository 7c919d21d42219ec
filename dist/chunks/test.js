import "./rolldown-runtime.js";
import { Mn as NO_PATH_TESTS, Pn as reportTest, _r as rulesetDigest, en as lintWorkspace, pn as aboutRun, z as tabulatePathTests } from "./lint.js";
// src/commands/test.ts
async function runTest(session) {
	const { log } = session;
	const checked = await lintWorkspace(session);
	const report = reportTest(checked, aboutRun(session));
	if (checked.pathTests.files.length === 0) log.warning(NO_PATH_TESTS);
	if (report.pathTests !== void 0) for (const line of tabulatePathTests(report.pathTests)) log.info(line);
	return {
		report,
		rulesetDigest: rulesetDigest(checked.loaded.rules)
	};
}
export { runTest };
