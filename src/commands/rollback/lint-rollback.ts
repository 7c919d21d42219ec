// What today's checks say of the rules that a rollback leaves. It is told as on a pull request, and stops no rollback: what is
// brought back was live before.
import { messageOf } from '../../errors.ts';
import { type LintConfig, NO_CONFIG } from '../../lint/config.ts';
import { countFindings } from '../../lint/finding.ts';
import { type LintResult, lintRules } from '../../lint/lint-rules.ts';
import type { GitHub } from '../../ports.ts';
import type { Detail } from '../../report/report.ts';
import { count } from '../../rules/count.ts';
import type { LoadedRules } from '../../rules/load-rules.ts';
import type { Rule } from '../../rules/rule.ts';
import { loadPathTests } from '../../simulate/read-path-tests.ts';
import type { Session } from '../session.ts';
import { loadConfig } from '../source/load-config.ts';
import { type CommitRules, readCommitPathTests } from '../source/read-commit-rules.ts';

export interface RollbackRules {
  /** The rules that callers meet afterwards. */
  readonly after: readonly Rule[];
  readonly targetSha: string;
  readonly target: CommitRules;
  /** The rules of the commit that is live; those that `only` leaves alone come from it. */
  readonly live: LoadedRules;
}

/** A broken config file must not stand in the way of an emergency. */
async function loadConfigOrWarn(session: Session): Promise<LintConfig> {
  try {
    return await loadConfig(session);
  } catch (error) {
    session.log.warning(`the rules are checked without the config file: ${messageOf(error)}`);
    return NO_CONFIG;
  }
}

/** The text of the file that each rule comes from. */
function readTexts({ after, target, live }: RollbackRules): LoadedRules['textOf'] {
  const own = new Set(target.rules.map(({ path }) => path));
  const fromLive = new Set(after.map(({ path }) => path).filter((path) => !own.has(path)));
  return (path) => (fromLive.has(path) ? live.textOf(path) : target.textOf(path));
}

/** Checks the rules that a rollback leaves. Path tests are run in a preview of a whole one: they would only hold an emergency up. */
export async function lintRollback(
  session: Session,
  github: GitHub,
  rules: RollbackRules,
): Promise<LintResult> {
  const { inputs, clock } = session;
  const { after, target, targetSha } = rules;
  const config = await loadConfigOrWarn(session);
  const isWholePreview = inputs.dryRun && inputs.only.length === 0;
  const pathTests = isWholePreview
    ? await readCommitPathTests(github, targetSha, session)
    : loadPathTests([]);
  const loaded = { files: target.files, rules: after, problems: [], textOf: readTexts(rules) };
  const settings = { ...config.thresholds, maxDepth: inputs.maxDepth, now: clock.now() };
  const lint = lintRules({ rules: loaded, written: target.written, pathTests, config }, settings);
  // What its suppressions say of today's rules says nothing of these.
  const findings = lint.findings.filter(({ path }) => path !== config.path);
  return { ...lint, findings };
}

/** A sentence on the errors that are let pass; none where there is none. */
export function tellLetPass({ findings }: LintResult): Detail[] {
  const errors = countFindings(findings, 'error');
  if (errors === 0) return [];
  const text = `today's checks find ${count(errors, 'error')} in the rules of the target; they are told, and stop no rollback`;
  return [{ text }];
}
