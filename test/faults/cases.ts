// The cases: what goes wrong in a run and where, and what follows it. They are found by runs in which nothing else goes wrong.
import { FAULT_KINDS, type FaultKind } from '../../src/simulator/fault.ts';
import { type Levers, type RunOrder, run } from './run.ts';
import { type Beginning, sceneFrom } from './scene.ts';
import { type Arrival, type Place, type Treatment, type Wrong, spellPlace } from './wire.ts';

export type When = 'before' | 'after';

/** One thing that goes wrong at a place. */
export interface Mischief {
  readonly at: Place;
  readonly act:
    | { readonly kind: 'fault'; readonly wrong: Wrong; readonly times: 'once' | 'always' }
    | { readonly kind: 'kill'; readonly when: When }
    | { readonly kind: 'cancel'; readonly when: When };
}

/** What happens after the run: the same commit again, a newer one, a rollback to the first, or its own `post` step. */
export type FollowUp = 'nothing' | 'rerun' | 'newer' | 'rollback' | 'post';

export interface Case {
  /** Says all of it. */
  readonly name: string;
  readonly concurrency: number;
  readonly mischief: readonly Mischief[];
  /** What goes wrong in the run that follows. */
  readonly second?: Mischief;
  readonly followUp: FollowUp;
  /** Inputs of every run. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Makes the tenant port another one: only to prove that the checker sees what is wrong. */
  readonly doors?: RunOrder['doors'];
}

/** The faults of the tenant that the cases order: those that a network and a gateway bring about. */
const KINDS: readonly FaultKind[] = FAULT_KINDS.filter((kind) => kind !== '403' && kind !== '404');

/** A read has no effect, so there is no difference between before and after it. */
function timesOf({ method }: Place): readonly When[] {
  return method === 'GET' ? ['before'] : ['before', 'after'];
}

const FOLLOW_UPS = ['rerun', 'newer', 'rollback', 'post'] as const;

/** One request that fails at once and for good: the end of a deployment at this place. */
export function failure(at: Place): Mischief {
  return { at, act: { kind: 'fault', wrong: { kind: '404', when: 'before' }, times: 'once' } };
}

const FLOW = '/api/v2/ivr/flows/{flowId}';

/** Where deployments are made to fail, so that they are undone: at the second activation, and when everything has been written. */
export const TRIGGERS: Readonly<Record<string, Place>> = {
  'cut-over': { door: 'tenant', method: 'PATCH', template: FLOW, nth: 3 },
  'read-back': { door: 'tenant', method: 'GET', template: FLOW, nth: 1 },
};

function isPlace(arrival: Arrival, { door, method, template, nth }: Place): boolean {
  return (
    arrival.door === door && arrival.method === method && arrival.template === template && arrival.nth === nth
  );
}

/** Somebody at the wire who does mischief; `isDone` says whether there was an opportunity for all of it. */
export interface Imp {
  readonly meet: (arrival: Arrival, levers: Levers) => Treatment;
  readonly isDone: () => boolean;
}

export function makeImp(mischief: readonly Mischief[]): Imp {
  const done = new Set<Mischief>();
  const haunted: { readonly method: string; readonly path: string; readonly wrong: Wrong }[] = [];
  const meet: Imp['meet'] = (arrival, levers) => {
    for (const entry of mischief) {
      if (!isPlace(arrival, entry.at)) continue;
      done.add(entry);
      const { act } = entry;
      if (act.kind === 'cancel') {
        if (act.when === 'before') levers.cancel();
        else arrival.whenAnswered(levers.cancel);
        continue;
      }
      if (act.kind === 'kill') {
        levers.kill();
        return { kind: 'reset', when: act.when };
      }
      if (act.times === 'always')
        haunted.push({ method: arrival.method, path: arrival.path, wrong: act.wrong });
      return act.wrong;
    }
    return (
      haunted.find(({ method, path }) => method === arrival.method && path === arrival.path)?.wrong ?? 'serve'
    );
  };
  return { meet, isDone: () => done.size === mischief.length };
}

export const SECOND_RUN = { command: 'deploy', commit: 'second', runId: 2 } as const;

/** Whether something in a case waits for a reply that never comes. */
export function hasSilence({ mischief, second }: Pick<Case, 'mischief' | 'second'>): boolean {
  const all = [...mischief, ...(second === undefined ? [] : [second])];
  return all.some(({ act }) => act.kind === 'fault' && act.wrong.kind === 'timeout');
}

/** The requests of a run, in order, from those on that come after the mischief. */
async function findPlaces(
  beginning: Beginning,
  concurrency: number,
  mischief: readonly Mischief[],
  inputs: Readonly<Record<string, string>> = {},
): Promise<Arrival[]> {
  const scene = sceneFrom(beginning);
  const imp = makeImp(mischief);
  const seen: Arrival[] = [];
  await run(scene, {
    ...SECOND_RUN,
    concurrency,
    inputs,
    requestTimeout: 20_000,
    meet: (arrival, levers) => {
      const isLate = mischief.length > 0 && !imp.isDone();
      const treatment = imp.meet(arrival, levers);
      if (!isLate && treatment === 'serve') seen.push(arrival);
      return treatment;
    },
  });
  return seen;
}

function faultCases(
  prefix: string,
  concurrency: number,
  places: readonly Place[],
  kinds: readonly FaultKind[],
  times: 'once' | 'always',
  before: readonly Mischief[] = [],
  followUp: FollowUp = 'nothing',
): Case[] {
  return places.flatMap((at) =>
    kinds.flatMap((kind) =>
      timesOf(at).map((when): Case => ({
        name: `${prefix}/${times}/${spellPlace(at)}/${kind}/${when}`,
        concurrency,
        mischief: [...before, { at, act: { kind: 'fault', wrong: { kind, when }, times } }],
        followUp,
      })),
    ),
  );
}

function killCases(
  prefix: string,
  concurrency: number,
  places: readonly Place[],
  before: readonly Mischief[] = [],
): Case[] {
  return places.flatMap((at) =>
    timesOf(at).flatMap((when) =>
      FOLLOW_UPS.map((followUp): Case => ({
        name: `${prefix}/${spellPlace(at)}/${when}/${followUp}`,
        concurrency,
        mischief: [...before, { at, act: { kind: 'kill', when } }],
        followUp,
      })),
    ),
  );
}

function cancelCases(concurrency: number, places: readonly Place[]): Case[] {
  return places.flatMap((at) =>
    timesOf(at).map((when): Case => ({
      name: `cancel/${concurrency}/${spellPlace(at)}/${when}/post`,
      concurrency,
      mischief: [{ at, act: { kind: 'cancel', when } }],
      followUp: 'post',
    })),
  );
}

/** Figures are posted for, and read all the same. */
const isWrite = ({ method, template }: Place): boolean =>
  method !== 'GET' && !template.startsWith('/api/v2/analytics/');
const isTenant = ({ door }: Place): boolean => door === 'tenant';
const isGitHub = ({ door }: Place): boolean => door === 'github';

/** Runs that are killed while they bring back what a killed run left. */
async function killTwiceCases(beginning: Beginning, at: Place): Promise<Case[]> {
  const mischief: Mischief[] = [{ at, act: { kind: 'kill', when: 'after' } }];
  const scene = sceneFrom(beginning);
  const order = { command: 'deploy', concurrency: 8, requestTimeout: 20_000 } as const;
  await run(scene, { ...order, commit: 'second', runId: 2, meet: makeImp(mischief).meet });
  const places: Arrival[] = [];
  const meet = (arrival: Arrival): Treatment => {
    places.push(arrival);
    return 'serve';
  };
  await run(scene, { ...order, commit: 'third', runId: 3, meet });
  return places.map((place): Case => ({
    name: `kill-twice/${spellPlace(at)}/${spellPlace(place)}/after/newer`,
    concurrency: 8,
    mischief,
    second: { at: place, act: { kind: 'kill', when: 'after' } },
    followUp: 'newer',
  }));
}

/** A deployment that fails at a place, and what goes wrong while it is undone. */
async function undoCases(beginning: Beginning, [name, trigger]: readonly [string, Place]): Promise<Case[]> {
  const before = [failure(trigger)];
  const places = await findPlaces(beginning, 8, before);
  return [
    ...faultCases(`undo-${name}`, 8, places.filter(isTenant), KINDS, 'once', before),
    ...faultCases(`undo-${name}`, 8, places.filter(isTenant), ['500', 'reset'], 'always', before, 'rerun'),
    ...faultCases(`undo-${name}`, 8, places.filter(isGitHub), ['500'], 'always', before, 'newer'),
    ...killCases(`kill-undo-${name}`, 8, places, before),
  ];
}

/** Nothing that has served its time is kept. */
const DELETING = { 'removed-rules': 'delete', 'keep-versions': '0' } as const;

/** Kills from the last write of the cut-over on, where what was retired is deleted at once. */
async function deletingCases(beginning: Beginning): Promise<Case[]> {
  const places = await findPlaces(beginning, 8, [], DELETING);
  const last = places.findLastIndex(({ method }) => method === 'PATCH');
  return killCases('kill-deleting', 8, places.slice(last)).map((entry) => ({ ...entry, inputs: DELETING }));
}

/** All cases, in a fixed order. */
export async function listCases(beginning: Beginning): Promise<Case[]> {
  const [together, inTurn] = await Promise.all([findPlaces(beginning, 8, []), findPlaces(beginning, 1, [])]);
  const [tenant, github] = [together.filter(isTenant), together.filter(isGitHub)];
  const writes = tenant.filter((place) => isWrite(place) && place.method === 'POST').slice(-1);
  const patches = tenant.filter(({ method }) => method === 'PATCH');
  const found = await Promise.all([
    deletingCases(beginning),
    ...Object.entries(TRIGGERS).map(async (trigger) => undoCases(beginning, trigger)),
    ...[...writes, ...patches.slice(2, 3), ...patches.slice(-1)].map(async (at) =>
      killTwiceCases(beginning, at),
    ),
  ]);
  return [
    ...faultCases('deploy/8', 8, tenant, KINDS, 'once'),
    ...faultCases('deploy/1', 1, inTurn.filter(isTenant), KINDS, 'once'),
    ...faultCases('deploy/8', 8, tenant, KINDS, 'always'),
    ...faultCases('github', 8, github, ['500', 'reset'], 'once'),
    ...faultCases('github', 8, github, ['500', 'reset'], 'always', [], 'newer'),
    ...killCases('kill/8', 8, together),
    // What follows a death does not depend on how many requests there were at once; the states that it leaves do.
    ...killCases('kill/1', 1, inTurn.filter(isWrite)).filter(({ followUp }) => followUp === 'newer'),
    ...cancelCases(8, together),
    ...cancelCases(1, inTurn),
    ...found.flat(),
  ];
}
