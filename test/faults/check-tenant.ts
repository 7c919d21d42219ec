// The independent checker's part for the tenant: which versions callers meet at which instant, and what is left. It knows the
// estate and what was seen, and nothing of the action.
import { type Content, FOREIGN, REMOVED, STEADY, type Version } from './estate.ts';
import type { Evidence, SeenChange, SeenFlow, Sight } from './evidence.ts';

/** A window in milliseconds, half open. */
interface Window {
  readonly start: number;
  readonly end: number;
}

interface Versioned {
  readonly effectiveDate?: string | null;
  readonly expirationDate?: string | null;
}

function windowOf({ effectiveDate = null, expirationDate = null }: Versioned): Window {
  return {
    start: effectiveDate === null ? Number.NEGATIVE_INFINITY : Date.parse(effectiveDate),
    end: expirationDate === null ? Number.POSITIVE_INFINITY : Date.parse(expirationDate),
  };
}

/** The windows of a rule's active versions from an instant on, in order. */
function windowsFrom(versions: readonly SeenChange[], name: string, instant: number): Window[] {
  return versions
    .filter((version) => version.name === name && version.status === 'ACTIVE')
    .map(windowOf)
    .filter(({ end }) => end > instant)
    .map(({ start, end }) => ({ start: Math.max(start, instant), end }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** The first instant from `instant` on at which no version is in force; undefined where there is none. */
function findHole(windows: readonly Window[], instant: number): number | undefined {
  let covered = instant;
  for (const { start, end } of windows) {
    if (start > covered) return covered;
    covered = Math.max(covered, end);
  }
  return covered === Number.POSITIVE_INFINITY ? undefined : covered;
}

/** The most versions that are in force at one instant. */
function mostAtOnce(windows: readonly Window[]): number {
  const counts = windows.map(({ start }) => windows.filter((w) => w.start <= start && start < w.end).length);
  return Math.max(0, ...counts);
}

function spell(instant: number): string {
  return Number.isFinite(instant) ? new Date(instant).toISOString() : String(instant);
}

const isForeign = (id: string): boolean => FOREIGN.some((flow) => flow.id === id);

/** What a flow says, without its state and window. */
export function contentKey(flow: Content): string {
  const { name, campaignId, nodes, fallbackAction } = flow;
  return JSON.stringify({
    name,
    campaignId,
    nodes: nodes.map(({ id, type, mediaAssetId, transitions }) => [
      id,
      type,
      mediaAssetId ?? null,
      transitions,
    ]),
    fallback: fallbackAction.type,
  });
}

/** What callers meet, as comparable texts: of every active flow that is no person's. */
export function liveKeys(flows: readonly SeenFlow[]): string[] {
  return flows
    .filter((flow) => flow.status === 'ACTIVE' && !isForeign(flow.id))
    .map((flow) => `${contentKey(flow)} ${flow.effectiveDate ?? ''} ${flow.expirationDate ?? ''}`)
    .toSorted();
}

/** What callers are to meet. */
export function wantedKeys(live: readonly Version[]): string[] {
  return live
    .map(({ content, until }) => `${contentKey(content)} ${content.effectiveDate ?? ''} ${until ?? ''}`)
    .toSorted();
}

export function isLive(flows: readonly SeenFlow[], live: readonly Version[]): boolean {
  return JSON.stringify(liveKeys(flows)) === JSON.stringify(wantedKeys(live));
}

/** How the flows differ from what they were, a sentence each; none where all is as it was. */
export function findDifferences(
  before: Sight,
  after: Sight,
): { readonly id: string; readonly text: string }[] {
  const was = new Map(before.flows.map((flow) => [flow.id, flow]));
  const is = new Map(after.flows.map((flow) => [flow.id, flow]));
  const made = after.flows
    .filter(({ id }) => !was.has(id))
    .map(({ id, name, status }) => ({ id, text: `${id} (${name}, ${status}) was not there before` }));
  const changed = before.flows.flatMap((flow) => {
    const now = is.get(flow.id);
    if (now === undefined) return [{ id: flow.id, text: `${flow.id} (${flow.name}) is gone` }];
    return whole(flow) === whole(now)
      ? []
      : [{ id: flow.id, text: `${flow.id} (${flow.name}) was ${whole(flow)} and is ${whole(now)}` }];
  });
  return [...made, ...changed];
}

function whole(flow: SeenFlow): string {
  const { id, status, createdAt, effectiveDate = null, expirationDate = null } = flow;
  return `${id} ${status} ${createdAt} ${effectiveDate} ${expirationDate} ${contentKey(flow)}`;
}

/** Flows that nobody needs: neither live nor there before. */
export function findOrphans(before: Sight, after: Sight): string[] {
  const known = new Set(before.flows.map(({ id }) => id));
  return after.flows
    .filter(({ id, status }) => !known.has(id) && status !== 'ACTIVE')
    .map(({ id, name, status }) => `${id} (${name}, ${status}) was made and left`);
}

/** Every flow of a person must be the same to the byte, and nobody may have touched it meanwhile. */
export function checkForeign({ history, runs }: Evidence): string[] {
  const touched = history
    .filter(({ by, flowId }) => by === 'api' && isForeign(flowId))
    .map(({ change, flowId, seq }) => `change ${seq} has ${change} ${flowId}, a person's own flow`);
  const [first, last] = [runs[0]?.before, runs.at(-1)?.after];
  const same = FOREIGN.filter(({ id }) => {
    const find = (sight: Sight | undefined): string =>
      JSON.stringify(sight?.flows.find((flow) => flow.id === id) ?? null);
    return find(first) !== find(last) || find(first) === 'null';
  });
  return [...touched, ...same.map(({ id }) => `${id}, a person's own flow, is not what it was`)];
}

export interface Course {
  readonly problems: string[];
  /** Whether the removed rule was without a version, and had one again later. */
  readonly hadRemovalGap: boolean;
}

interface Step {
  readonly versions: readonly SeenChange[];
  readonly change: SeenChange;
}

function* replay(history: readonly SeenChange[]): Iterable<Step> {
  const flows = new Map<string, SeenChange>();
  for (const change of history) {
    if (change.change === 'deleted') flows.delete(change.flowId);
    else flows.set(change.flowId, change);
    yield { versions: [...flows.values()].filter(({ flowId }) => !isForeign(flowId)), change };
  }
}

/**
 * Follows the tenant change by change. A rule that was live and stays must have a version in force at every instant, also at every
 * future one; two only between the activation of one and the retirement of the other, and never three.
 * @param since the number of changes before the case began
 * @param ends the numbers of changes at which a run that says that all is in order had ended: there, only one is in force
 */
export function followTenant(history: readonly SeenChange[], since: number, ends: readonly number[]): Course {
  const problems: string[] = [];
  let [wasBare, hadRemovalGap] = [false, false];
  const settled = new Set(ends);
  let last: Step | undefined;
  const look = ({ versions, change }: Step, isEnd: boolean): void => {
    const names = [...new Set(versions.map(({ name }) => name))];
    for (const name of STEADY) {
      const hole = findHole(windowsFrom(versions, name, change.at), change.at);
      if (hole !== undefined)
        problems.push(`${name} has no version from ${spell(hole)} on, after change ${change.seq}`);
    }
    for (const name of names) {
      const most = mostAtOnce(windowsFrom(versions, name, change.at));
      if (most > 2) problems.push(`${name} has ${most} versions at once, after change ${change.seq}`);
      if (isEnd && most > 1)
        problems.push(`${name} has two versions at once when the run ends, after change ${change.seq}`);
    }
    const isBare = windowsFrom(versions, REMOVED, change.at).length === 0;
    if (wasBare && !isBare) hadRemovalGap = true;
    wasBare = isBare;
  };
  for (const step of replay(history)) {
    last = step;
    if (step.change.seq < since) continue;
    look(step, settled.has(step.change.seq));
  }
  if (last === undefined) problems.push('the tenant has no history');
  return { problems, hadRemovalGap };
}
