import "./rolldown-runtime.js";
import { Jt as aboutRun, Qt as NO_PATH_TESTS, R as tabulatePathTests, en as reportTest, jn as lintWorkspace, vr as rulesetDigest } from "./lint.js";
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
