import "./rolldown-runtime.js";
import { A as tabulatePathTests, Ft as NO_PATH_TESTS, It as aboutRun, ar as rulesetDigest, pn as lintWorkspace, zt as reportTest } from "./lint.js";
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
