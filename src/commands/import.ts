// Command import: every flow of the tenant that no rule describes gets a rule file: the first day of a repository.
import { ENDPOINTS } from '../cxone/endpoints.ts';
import { UserError } from '../errors.ts';
import { pickVersion } from '../plan/pick-version.ts';
import type { Flow, FlowListing, Tenant, Writer } from '../ports.ts';
import { reportDrift } from '../report/report-drift.ts';
import type { Detail } from '../report/report.ts';
import { count } from '../rules/count.ts';
import { groupBy } from '../rules/group-by.ts';
import { compareCodePoints, rulesetDigest } from '../rules/hash.ts';
import type { IdMap } from '../rules/id-map.ts';
import { folderOf, placeRules } from '../rules/place-rules.ts';
import { checkOnly } from './check-only.ts';
import { checkScopes } from './check-scopes.ts';
import { type CommandResult, type Session, aboutRun, isRefusal, needTenant } from './session.ts';
import { findUnknownRules } from './source/find-unknown-rules.ts';
import { type CheckedWorkspace, lintWorkspace } from './source/lint-workspace.ts';
import { type TakeOver, type Taken, makeFiles, takeOver } from './take-over.ts';

export interface ImportRequest {
  readonly tenant: Tenant;
  readonly writer: Pick<Writer, 'listFolder'>;
  /** The globs of input `rules`. */
  readonly globs: readonly string[];
  readonly map: IdMap | undefined;
  /** Names of flows; empty means all. */
  readonly only: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

async function listFlows(tenant: Tenant): Promise<FlowListing> {
  const listing = await tenant.listFlows();
  if (listing !== undefined) return listing;
  throw new UserError(
    'tenant',
    'the tenant does not list its flows without a name, so there is nothing to import',
  );
}

/** What is not written of a name that has several versions. */
function describeLeft(name: string, versions: readonly Flow[], picked: Flow): Detail[] {
  const others = versions.filter((flow) => flow !== picked);
  if (others.length === 0) return [];
  const active = others.filter(({ status }) => status === 'ACTIVE').length;
  const states = active === 0 ? 'none of them active' : `${active} of them active`;
  const text = `of ${JSON.stringify(name)} flow ${JSON.stringify(picked.id)} (${picked.status}) is imported, and ${count(others.length, 'other version')} left out, ${states}`;
  return [{ text }];
}

function describeUnreadable({ unreadable }: FlowListing): Detail[] {
  return unreadable
    .toSorted((a, b) => compareCodePoints(a.name, b.name) || compareCodePoints(a.id, b.id))
    .map(({ id, name, why }) => ({
      text: `${JSON.stringify(name)}, flow ${JSON.stringify(id)}, is not imported: ${why}`,
    }));
}

/** Plans what import writes: one file for each name that no rule has. @throws ApiError, UserError */
export async function planImport(
  { tenant, writer, globs, map, only, now }: ImportRequest,
  { loaded }: CheckedWorkspace,
): Promise<TakeOver> {
  const listing = await listFlows(tenant);
  const byName = groupBy(listing.flows, ({ payload }) => payload.name);
  checkOnly(only, [...byName.keys()], 'no flow of the tenant has');
  const known = new Set(loaded.rules.map((rule) => rule.payload.name));
  const names = [...byName.keys()].filter(
    (name) => !known.has(name) && (only.length === 0 || only.includes(name)),
  );
  const places = placeRules(names, globs, await writer.listFolder(folderOf(globs)));
  const taken: Taken[] = [];
  const left: Detail[] = [];
  for (const [name, path] of places) {
    const versions = byName.get(name) ?? [];
    const flow = pickVersion(versions, now);
    if (flow === undefined) continue;
    if (path === undefined)
      throw new UserError(
        'input',
        `input rules would not find a file for ${JSON.stringify(name)} in folder ${JSON.stringify(folderOf(globs))}: begin it with a glob such as rules/**/*.json`,
      );
    taken.push({ name, flow, path, old: undefined });
    left.push(...describeLeft(name, versions, flow));
  }
  const made = makeFiles(taken, map);
  return { files: made.files, left: [...made.left, ...describeUnreadable(listing), ...left] };
}

/** Runs command import. @throws UserError */
export async function runImport(session: Session): Promise<CommandResult> {
  const { inputs, clock, writer } = session;
  const check = async (): Promise<CheckedWorkspace> => lintWorkspace(session);
  const before = await check();
  const about = aboutRun(session);
  const { tenant } = await needTenant(session);
  const unknown = findUnknownRules(before, inputs.rules);
  if (unknown !== undefined) {
    return { report: reportDrift('import', about, before.lint, unknown) };
  }
  try {
    await checkScopes(tenant, [ENDPOINTS.listFlows.scope]);
    const map = (await session.readIdMap())?.map;
    const { only, rules: globs, dryRun: isDryRun } = inputs;
    const plan = await planImport({ tenant, writer, globs, map, only, now: clock.now() }, before);
    const { checked, reported } = await takeOver({ writer, isDryRun, check }, plan, before);
    return {
      report: reportDrift('import', about, checked.lint, reported),
      rulesetDigest: rulesetDigest(checked.loaded.rules),
    };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const end = { result: 'refused', reason: error.reason, message: error.message } as const;
    return { report: reportDrift('import', about, before.lint, { end }) };
  }
}
