import "./rolldown-runtime.js";
import { t as tabulatePathTests } from "./path-test-table.js";
import { j as rulesetDigest } from "./initial.js";
import { t as lintWorkspace } from "./lint-workspace.js";
import { r as reportTest, t as NO_PATH_TESTS } from "./report-checked.js";
// src/commands/test.ts
/** Runs command test. @throws UserError (`input`) where no rule file can be read */
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
