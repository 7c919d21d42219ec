import "./rolldown-runtime.js";
import { Lt as rulesetDigest, Q as reportTest, X as NO_PATH_TESTS, _ as tabulatePathTests, _t as lintWorkspace } from "./lint.js";
// src/commands/test.ts
async function runTest(session) {
	const { inputs, trigger, run, log } = session;
	const checked = await lintWorkspace(session);
	const about = {
		...inputs,
		commit: trigger.commit,
		repositoryUrl: run.repositoryUrl
	};
	const report = reportTest(checked, about);
	if (checked.pathTests.files.length === 0) log.warning(NO_PATH_TESTS);
	if (report.pathTests !== void 0) for (const line of tabulatePathTests(report.pathTests)) log.info(line);
	return {
		report,
		rulesetDigest: rulesetDigest(checked.loaded.rules)
	};
}
export { runTest };
