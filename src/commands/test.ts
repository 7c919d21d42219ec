// Command test: runs the path tests. It opens neither GitHub nor the tenant.
import { tabulatePathTests } from '../report/path-test-table.ts';
import { NO_PATH_TESTS, reportTest } from '../report/report-checked.ts';
import { rulesetDigest } from '../rules/hash.ts';
import { type CommandResult, type Session, aboutRun } from './session.ts';
import { lintWorkspace } from './source/lint-workspace.ts';

/** Runs command test. @throws UserError (`input`) where no rule file can be read */
export async function runTest(session: Session): Promise<CommandResult> {
  const { log } = session;
  const checked = await lintWorkspace(session);
  const report = reportTest(checked, aboutRun(session));
  if (checked.pathTests.files.length === 0) log.warning(NO_PATH_TESTS);
  if (report.pathTests !== undefined) for (const line of tabulatePathTests(report.pathTests)) log.info(line);
  return { report, rulesetDigest: rulesetDigest(checked.loaded.rules) };
}
