// Command adopt: what was edited on the tenant becomes what the rule files say, for a pull request to be made of it.
import type { Drift } from '../plan/drift.ts';
import { type RuleDrift, isDrift } from '../plan/find-drift.ts';
import { tabulateDrift } from '../report/drift-text.ts';
import { type DriftReported, reportDrift } from '../report/report-drift.ts';
import type { Detail } from '../report/report.ts';
import { rulesetDigest } from '../rules/hash.ts';
import type { IdMap } from '../rules/id-map.ts';
import { checkOnly } from './check-only.ts';
import { compareDeployed } from './drift/compare-deployed.ts';
import { type CommandResult, type Session, aboutRun, isRefusal, needGitHub, needTenant } from './session.ts';
import { findUnknownRules } from './source/find-unknown-rules.ts';
import { type CheckedWorkspace, lintWorkspace } from './source/lint-workspace.ts';
import { type TakeOver, type Taken, makeFiles, takeOver } from './take-over.ts';

function leave({ name }: RuleDrift, why: string): Detail {
  return { text: `${JSON.stringify(name)} is not adopted: ${why}` };
}

/** What else becomes of a rule that is adopted. */
function remarkOn({ name, state, differences, taken }: RuleDrift): Detail[] {
  const others = differences.filter(
    ({ path }) => path.startsWith('/versions/') && path !== `/versions/${taken?.id}`,
  );
  const both = `${JSON.stringify(name)} has changes in git that were not deployed yet: the file now says what the tenant holds, so look at what it takes back`;
  const more = `of ${JSON.stringify(name)} flow ${JSON.stringify(taken?.id)} is adopted; the next deployment retires its other active versions`;
  return [...(state === 'both' ? [{ text: both }] : []), ...(others.length > 0 ? [{ text: more }] : [])];
}

/**
 * Plans what adopt writes: the edited rules that git knows, each into the file in which it lives.
 * @param only names of rules; empty means all
 * @throws UserError (`input`)
 */
export function planAdoption(
  { rules }: Drift,
  { loaded }: CheckedWorkspace,
  map: IdMap | undefined,
  only: readonly string[],
): TakeOver {
  checkOnly(
    only,
    rules.map(({ name }) => name),
    'no rule has',
  );
  const pathOf = new Map(loaded.rules.map((rule) => [rule.payload.name, rule.path]));
  const taken: Taken[] = [];
  const left: Detail[] = [];
  for (const rule of rules) {
    if (!isDrift(rule.state) || (only.length > 0 && !only.includes(rule.name))) continue;
    const path = pathOf.get(rule.name);
    if (rule.state === 'missing')
      left.push(
        leave(
          rule,
          'it is missing on the tenant; delete its file to have it so, or deploy it again by input only',
        ),
      );
    else if (path === undefined) left.push(leave(rule, 'this commit has no rule file of this name'));
    else if (rule.taken === undefined)
      left.push(leave(rule, 'what was edited is the version before the one that the file describes'));
    else {
      taken.push({ name: rule.name, flow: rule.taken, path, old: loaded.textOf(path) });
      left.push(...remarkOn(rule));
    }
  }
  const made = makeFiles(taken, map);
  return { files: made.files, left: [...left, ...made.left] };
}

/** Runs command adopt. @throws UserError */
export async function runAdopt(session: Session): Promise<CommandResult> {
  const { inputs, log, writer } = session;
  const check = async (): Promise<CheckedWorkspace> => lintWorkspace(session);
  const before = await check();
  const github = await needGitHub(session);
  const { tenant } = await needTenant(session);
  const finish = (checked: CheckedWorkspace, reported: DriftReported): CommandResult => ({
    report: reportDrift('adopt', aboutRun(session), checked.lint, reported),
    rulesetDigest: rulesetDigest(checked.loaded.rules),
  });
  const unknown = findUnknownRules(before);
  if (unknown !== undefined) return finish(before, unknown);
  try {
    const { drift, details } = await compareDeployed(session, github, tenant, before);
    for (const line of tabulateDrift(drift)) log.info(line);
    const plan = planAdoption(drift, before, (await session.readIdMap())?.map, inputs.only);
    const run = { writer, isDryRun: inputs.dryRun, check };
    const { checked, reported } = await takeOver(run, plan, before);
    const end = { ...reported.end, details: [...details, ...(reported.end.details ?? [])] };
    return finish(checked, { ...reported, end, drift });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return finish(before, { end: { result: 'refused', reason: error.reason, message: error.message } });
  }
}
