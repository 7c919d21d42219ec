// The comparison that drift and adopt begin with: this commit, the last deployed one and the tenant, at a moment at which no
// deployment is under way.
import { ENDPOINTS } from '../../cxone/endpoints.ts';
import { UserError } from '../../errors.ts';
import { indexByName } from '../../plan/compare-rule-sets.ts';
import { namesWithHistory } from '../../plan/drift-cases.ts';
import type { GitHub, Tenant } from '../../ports.ts';
import type { Detail } from '../../report/report.ts';
import { checkScopes } from '../check-scopes.ts';
import {
  type RecordHistory,
  type UnsettledRecord,
  hasRunEnded,
  placeOfRun,
  readRecordHistory,
} from '../records/record-history.ts';
import type { Session } from '../session.ts';
import type { CheckedWorkspace } from '../source/lint-workspace.ts';
import { readCommitRules } from '../source/read-commit-rules.ts';
import { type Compared, compareTenant } from './compare-tenant.ts';
import { readSteps } from './read-steps.ts';

export interface ComparedDeployed extends Compared {
  /** What a person should know of the comparison itself. */
  readonly details: readonly Detail[];
}

/** Milliseconds between two looks at a deployment under way, where input `compile-poll-interval` is 0. */
const LOOK_EVERY = 5000;
/** Comparisons in a row into each of which a deployment came. */
const MOST_COMPARISONS = 3;

async function findRunning(
  session: Session,
  github: GitHub,
  { unsettled }: RecordHistory,
): Promise<UnsettledRecord | undefined> {
  for (const record of unsettled) if (!(await hasRunEnded(session, github, record))) return record;
  return undefined;
}

/** Waits for a deployment under way, as long as one rule may take to compile. @throws UserError (`locked`) where it goes on */
async function waitForDeployment(session: Session, github: GitHub): Promise<RecordHistory> {
  const { inputs, clock, log, cancelled } = session;
  const deadline = clock.now() + inputs.compileTimeout;
  for (let hasTold = false; ; hasTold = true) {
    const history = await readRecordHistory(github, inputs.environment);
    const running = await findRunning(session, github, history);
    if (running === undefined) return history;
    if (clock.now() >= deadline || cancelled.aborted) throw stillRunning(session, running);
    if (!hasTold) log.info('a deployment is under way: the comparison waits for it');
    await clock.sleep(inputs.compilePollInterval || LOOK_EVERY, cancelled);
  }
}

function stillRunning({ inputs }: Session, running: UnsettledRecord): UserError {
  return new UserError(
    'locked',
    `a deployment to environment ${JSON.stringify(inputs.environment)} is under way (${placeOfRun(running)}), so the tenant is between two states ` +
      "and was not compared: give this workflow the same `concurrency` group as the deployment's, and it waits for its turn",
  );
}

function fingerprint({ live, unsettled }: RecordHistory): string {
  return JSON.stringify([live?.state.auditHead, unsettled.map(({ record }) => record.id)]);
}

function explain(environment: string, { live, unsettled }: RecordHistory, { drift }: Compared): Detail[] {
  const never = `nothing was ever deployed to environment ${JSON.stringify(environment)}: the tenant is compared with this commit only`;
  const gone = `commit ${live?.sha ?? ''}, which was deployed last, is not in the repository any more: the tenant is compared with this commit only`;
  return [
    ...(live === undefined ? [{ text: never }] : []),
    ...(drift.isCommitGone ? [{ text: gone }] : []),
    ...unsettled.map(({ record }) => ({
      text: `the deployment of ${record.sha.slice(0, 12)} did not end: what differs may come from it, and the next deployment brings it in order`,
    })),
    ...(drift.unknown === undefined
      ? [{ text: 'the tenant does not list its flows, so those that no rule describes are not told' }]
      : []),
  ];
}

async function compareOnce(
  session: Session,
  github: GitHub,
  tenant: Tenant,
  checked: CheckedWorkspace,
  { live }: RecordHistory,
): Promise<Compared> {
  const { clock } = session;
  const { files } = checked;
  const loaded = live === undefined ? undefined : await readCommitRules(github, live.sha, session, files);
  const deployed = loaded === undefined ? undefined : indexByName(loaded.rules);
  const desired = indexByName(checked.loaded.rules);
  const request = { desired, deployed, live, now: clock.now() };
  const steps = await readSteps(github, session, namesWithHistory(request), files);
  return compareTenant(tenant, request, steps, live !== undefined && loaded === undefined);
}

/**
 * Compares git with the tenant. It writes nothing, neither to the tenant nor to GitHub.
 * @throws UserError: `locked` where a deployment is under way, `scope` where the client may not read flows
 */
export async function compareDeployed(
  session: Session,
  github: GitHub,
  tenant: Tenant,
  checked: CheckedWorkspace,
): Promise<ComparedDeployed> {
  await checkScopes(tenant, [ENDPOINTS.listFlows.scope]);
  for (let count = 1; ; count++) {
    const history = await waitForDeployment(session, github);
    const compared = await compareOnce(session, github, tenant, checked, history);
    const after = await readRecordHistory(github, session.inputs.environment);
    // A deployment that came in between has changed the tenant under the comparison.
    if (fingerprint(after) === fingerprint(history))
      return { ...compared, details: explain(session.inputs.environment, history, compared) };
    if (count < MOST_COMPARISONS) continue;
    throw new UserError(
      'locked',
      `deployments to environment ${JSON.stringify(session.inputs.environment)} came into every comparison: run this again`,
    );
  }
}
