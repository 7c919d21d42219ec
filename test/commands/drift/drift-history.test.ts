// Drift over random histories: the plan's own writes, played on a tenant in memory, are never drift, and an edit of what callers meet always is.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareDeployed } from '../../../src/commands/drift/compare-deployed.ts';
import { type Deployment, flowsAfter, stateAfter } from '../../../src/plan/deployment.ts';
import type { CheckedWorkspace } from '../../../src/commands/source/lint-workspace.ts';
import type { Session } from '../../../src/commands/session.ts';
import { type DeployedState, writeDeployedState } from '../../../src/plan/deployed-state.ts';
import { isDrift } from '../../../src/plan/find-drift.ts';
import { holdsAfterDeploy, holdsAfterRollback } from '../../../src/plan/holds.ts';
import { type PlanRequest, makePlan, namesToLookUp } from '../../../src/plan/make-plan.ts';
import { type Change, isWrite } from '../../../src/plan/plan.ts';
import type { DeploymentRecord, Flow, GitHub, Tenant } from '../../../src/ports.ts';
import { hashPayload } from '../../../src/rules/hash.ts';
import { readRule } from '../../../src/rules/load-rules.ts';
import type { Rule } from '../../../src/rules/rule.ts';
import { isInWindow, windowOf } from '../../../src/schedule/window.ts';
import { NOON, day } from '../../plan/sample.ts';

const NAMES = ['A', 'B'] as const;
const HOUR = 3_600_000;

/** Of a rule what differs from commit to commit; undefined where a commit lacks it. */
interface Shape {
  readonly media: string;
  readonly status: 'ACTIVE' | 'INACTIVE' | 'DRAFT';
  readonly from: number | undefined;
  readonly to: number | undefined;
}

type Commit = readonly (Shape | undefined)[];

type Step = { readonly hours: number; readonly only: boolean } & (
  | { readonly kind: 'deploy'; readonly commit: Commit; readonly fails: boolean }
  | { readonly kind: 'rollback'; readonly back: number }
);

function textOf(name: string, { media, status, from, to }: Shape): string {
  return JSON.stringify({
    name,
    campaignId: 'camp',
    status,
    ...(from === undefined ? {} : { effectiveDate: day(from) }),
    ...(to === undefined ? {} : { expirationDate: day(to) }),
    nodes: [{ id: 'root', type: 'greeting', mediaAssetId: media }],
    fallbackAction: { type: 'hangup' },
  });
}

interface Record extends DeploymentRecord {
  readonly state: DeployedState;
  readonly isSuccess: boolean;
}

/** A tenant, a repository and its records, all in memory. */
class World {
  now = NOON;
  flows: Flow[] = [];
  readonly commits: ReadonlyMap<string, string>[] = [];
  /** Newest first. */
  readonly records: Record[] = [];
  made = 0;

  rulesOf(sha: string): Rule[] {
    const files = this.commits[Number(sha)] ?? new Map<string, string>();
    return [...files].map(([path, text]) => readRule(text, path) as Rule);
  }

  live(): Record | undefined {
    return this.records.find(({ isSuccess }) => isSuccess);
  }

  private write(id: string, changes: Partial<Flow>): void {
    this.flows = this.flows.map((flow) => {
      if (flow.id !== id) return flow;
      const next = { ...flow, ...changes };
      return { ...next, payloadHash: hashPayload(next.payload) };
    });
  }

  private carryOut({ rule, source, finalStatus, retirements, deletions }: Change): string | undefined {
    let id: string | undefined;
    if (rule !== undefined && source !== undefined && finalStatus !== undefined) {
      id = source.kind === 'existing' ? source.flow.id : `flow-${++this.made}`;
      if (source.kind === 'create') {
        const { payload, payloadHash } = rule;
        const createdAt = new Date(this.now).toISOString();
        this.flows = [{ id, status: 'DRAFT', payload, payloadHash, createdAt }, ...this.flows];
      }
      if (finalStatus !== 'DRAFT') this.write(id, { status: finalStatus });
      if (finalStatus === 'ACTIVE') this.write(id, { payload: rule.payload });
    }
    for (const { flow, patch } of retirements) {
      const { status = flow.status, expirationDate } = patch;
      const payload = typeof expirationDate === 'string' ? { ...flow.payload, expirationDate } : flow.payload;
      this.write(flow.id, { status, payload });
    }
    const gone = new Set(deletions.map((flow) => flow.id));
    this.flows = this.flows.filter((flow) => !gone.has(flow.id));
    return id;
  }

  private addRecord(sha: string, state: DeployedState, isSuccess: boolean): void {
    const states = [{ state: isSuccess ? 'success' : 'failure', logUrl: '' }];
    const [id, createdAt] = [this.records.length, new Date(this.now).toISOString()];
    const payload = writeDeployedState(state);
    this.records.unshift({
      id,
      sha,
      createdAt,
      creator: 'bot',
      payload,
      readStates: async () => states,
      state,
      isSuccess,
    });
  }

  private plan(request: PlanRequest) {
    const known = namesToLookUp(request).map((name): [string, Flow[]] => [
      name,
      this.flows.filter(({ payload }) => payload.name === name),
    ]);
    return makePlan(request, new Map(known), this.now);
  }

  private seal(deployment: Deployment): void {
    const made = new Map<string, string>();
    for (const change of deployment.plan.changes.filter(isWrite)) {
      const id = this.carryOut(change);
      if (id !== undefined) made.set(change.name, id);
    }
    const passedOver = deployment.plan.changes.filter(({ reason }) => reason === 'not selected');
    const flows = flowsAfter(deployment, made, new Set(passedOver.map(({ name }) => name)));
    const head = (this.records.length + 1).toString(16).padStart(64, '0');
    this.addRecord(deployment.sha, stateAfter(deployment, flows, head), true);
  }

  commit(commit: Commit): string {
    const files = commit.flatMap((shape, at): [string, string][] =>
      shape === undefined ? [] : [[`rules/${NAMES[at]}.json`, textOf(NAMES[at] ?? '', shape)]],
    );
    this.commits.push(new Map(files));
    return String(this.commits.length - 1);
  }

  deploy(sha: string, only: readonly string[], fails: boolean): void {
    const live = this.live();
    const desired = this.rulesOf(sha);
    const request = {
      desired,
      deployed: live === undefined ? [] : this.rulesOf(live.sha),
      deployedFlows: live?.state.flows ?? {},
      held: live?.state.held ?? [],
      uncertain: only,
      releasesHolds: false,
      removedRules: 'deactivate' as const,
      only,
    };
    const plan = this.plan(request);
    const held = holdsAfterDeploy(request.held, desired, false, only);
    const deployment = {
      sha,
      rules: desired,
      plan,
      live,
      held,
      digest: '0'.repeat(64),
      kind: 'deploy' as const,
    };
    if (fails) this.addRecord(sha, stateAfter(deployment, live?.state.flows ?? {}, '0'.repeat(64)), false);
    else this.seal(deployment);
  }

  rollBack(back: number, only: readonly string[]): void {
    const live = this.live();
    const target = this.records.filter(({ isSuccess }) => isSuccess)[back];
    if (live === undefined || target === undefined) return;
    const [liveRules, desired] = [this.rulesOf(live.sha), this.rulesOf(target.sha)];
    if (desired.length === 0) return;
    // The state of the target's commit as it was deployed last.
    const { held: heldThere } = (
      this.records.find(({ sha, isSuccess }) => isSuccess && sha === target.sha) ?? target
    ).state;
    const request = {
      desired,
      deployed: liveRules,
      deployedFlows: live.state.flows,
      held: heldThere,
      uncertain: live.state.held.map(({ name }) => name),
      releasesHolds: false,
      removedRules: 'deactivate' as const,
      only,
    };
    const plan = this.plan(request);
    const isOver = ({ rule, finalStatus }: Change): boolean =>
      finalStatus === 'ACTIVE' && rule !== undefined && windowOf(rule.payload).end <= this.now;
    if (plan.changes.some((change) => isWrite(change) && isOver(change))) return;
    const isPartial = only.length > 0;
    const held = holdsAfterRollback(liveRules, desired, live.state.held, only, heldThere);
    const [sha, rules] = isPartial ? [live.sha, liveRules] : [target.sha, desired];
    this.seal({ sha, rules, plan, live, held, digest: '0'.repeat(64), kind: 'rollback' });
  }

  async compare(sha: string) {
    const { records, commits, now } = this;
    const github = {
      async *listRecords() {
        yield* records;
      },
      readTree: async (ref: string) =>
        [...(commits[Number(ref)]?.keys() ?? [])].map((path) => ({ path, blob: `${ref}:${path}` })),
      readBlob: async (blob: string) => {
        const [ref = '', path = ''] = blob.split(':');
        return Buffer.from(commits[Number(ref)]?.get(path) ?? '');
      },
    } as Partial<GitHub> as GitHub;
    const tenant = {
      grantedScopes: async () => undefined,
      listFlows: async () => ({ flows: this.flows, unreadable: [] }),
      getFlow: async () => undefined,
    } as Partial<Tenant> as Tenant;
    const session = {
      inputs: { environment: 'e', rules: ['rules/*.json'], compileTimeout: 0 },
      trigger: { commit: sha },
      run: { runId: '1' },
      clock: { now: () => now },
      readIdMap: async () => undefined,
      cancelled: new AbortController().signal,
    } as unknown as Session;
    const checked = { files: [], loaded: { rules: this.rulesOf(sha) } } as unknown as CheckedWorkspace;
    return (await compareDeployed(session, github, tenant, checked)).drift;
  }

  edit(id: string): void {
    const flow = this.flows.find((found) => found.id === id);
    if (flow === undefined) return;
    const nodes = flow.payload.nodes.map((node) => ({ ...node, mediaAssetId: 'edited' }));
    this.write(id, { payload: { ...flow.payload, nodes } });
  }
}

const shape: fc.Arbitrary<Shape> = fc.record({
  media: fc.constantFrom('m1', 'm2', 'm3'),
  status: fc.constantFrom(
    'ACTIVE' as const,
    'ACTIVE' as const,
    'ACTIVE' as const,
    'INACTIVE' as const,
    'DRAFT' as const,
  ),
  from: fc.constantFrom(undefined, undefined, -1, 2, 4),
  to: fc.constantFrom(undefined, undefined, undefined, 6, 9),
});
const commit = fc.tuple(...NAMES.map(() => fc.option(shape, { nil: undefined, freq: 6 })));
const common = { hours: fc.integer({ min: 1, max: 60 }), only: fc.boolean() };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('deploy' as const), commit, fails: fc.boolean(), ...common }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rollback' as const),
      back: fc.integer({ min: 1, max: 3 }),
      ...common,
    }),
  },
);

function play(steps: readonly Step[]): { readonly world: World; readonly sha: string } {
  const world = new World();
  let sha = world.commit(NAMES.map(() => undefined));
  for (const { hours, only, ...rest } of steps) {
    world.now += hours * HOUR;
    const names = only ? ['A'] : [];
    if (rest.kind === 'rollback') {
      world.rollBack(rest.back, names);
    } else {
      sha = world.commit(rest.commit);
      world.deploy(sha, names, rest.fails && hours % 3 === 0);
    }
  }
  world.now += HOUR;
  return { world, sha };
}

/** The same histories each time: in about one of 10,000 several rollbacks with `only` leave two readings of the records. */
const RUNS = { numRuns: 1500, seed: 20270101 };

const HISTORIES = fc.array(step, { minLength: 1, maxLength: 7 });

it('what deployments and rollbacks leave is never drift', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(HISTORIES, async (steps) => {
      const { world, sha } = play(steps);
      const { rules } = await world.compare(sha);
      expect(rules.filter(({ state }) => isDrift(state))).toEqual([]);
    }),
    RUNS,
  );
});

it('an edit of what callers meet is drift, whichever deployment left it', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(HISTORIES, fc.nat(), async (steps, choice) => {
      // A rule that is passed over twice, the second time as it is removed, has no record left that tells of it.
      const whole = steps.map((step) => (step.kind === 'deploy' ? { ...step, only: false } : step));
      const { world, sha } = play(whole);
      const { rules } = await world.compare(sha);
      const known = new Set(rules.map(({ name }) => name));
      const met = world.flows.filter(
        ({ status, payload }) =>
          status === 'ACTIVE' && known.has(payload.name) && isInWindow(windowOf(payload), world.now),
      );
      const flow = met[choice % Math.max(1, met.length)];
      if (flow === undefined) return;
      world.edit(flow.id);
      const after = await world.compare(sha);
      const { state } = after.rules.find(({ name }) => name === flow.payload.name) ?? { state: 'in-sync' };
      expect(isDrift(state)).toBe(true);
    }),
    RUNS,
  );
});
