// Plays one case from its beginning, and has it judged.
import { messageOf } from '../../src/errors.ts';
import { type Case, SECOND_RUN, makeImp, hasSilence } from './cases.ts';
import { checkCase } from './check-case.ts';
import { checkFollowUp, checkPost } from './check-truth.ts';
import { COMMITS } from './estate.ts';
import type { Evidence, Said, SeenRun, Sight } from './evidence.ts';
import { type Ended, type RunOrder, run, runPost } from './run.ts';
import { type Beginning, type Scene, sceneFrom } from './scene.ts';

export interface Played {
  readonly name: string;
  readonly problems: readonly string[];
  /** What the run in which the mischief was done said, or `killed`. */
  readonly result: string;
  readonly hadRemovalGap: boolean;
}

function look({ service: { tenant }, stage: { world } }: Scene): Sight {
  return structuredClone({
    flows: [...tenant.flows.values()].map(({ flow }) => flow),
    changes: tenant.history.length,
    requests: tenant.requests.length,
    statuses: world.state.statuses.toReversed(),
    records: world.state.deployments.toReversed(),
  }) as Sight;
}

function saidBy({ kind, result, error }: Ended): Said | undefined {
  if (kind === 'killed') return undefined;
  if (result === undefined) return { result: 'failed', message: messageOf(error), details: [] };
  const { report, flowIds, rulesetDigest, auditHash } = result;
  return {
    result: report.result,
    message: report.message,
    details: report.details.map(({ text, command }) => `${text} ${command ?? ''}`),
    ...(flowIds === undefined ? {} : { flowIds }),
    ...(rulesetDigest === undefined ? {} : { rulesetDigest }),
    ...(auditHash === undefined ? {} : { auditHash }),
  };
}

function witness(before: Sight, after: Sight, sha: string, ended: Ended, isGitHubDeaf: boolean): SeenRun {
  const said = saidBy(ended);
  return {
    kind: 'run',
    sha,
    before,
    after,
    audit: ended.audit,
    isGitHubDeaf,
    ...(said === undefined ? {} : { said }),
  };
}

const FOLLOWING: Readonly<Record<'rerun' | 'newer' | 'rollback', Pick<RunOrder, 'command' | 'commit'>>> = {
  rerun: { command: 'deploy', commit: 'second' },
  newer: { command: 'deploy', commit: 'third' },
  // It is started from the newest commit, and goes to the first.
  rollback: { command: 'rollback', commit: 'first' },
};

interface Play {
  readonly scene: Scene;
  readonly runs: SeenRun[];
  readonly problems: string[];
}

async function playRun(
  { scene, runs, problems }: Play,
  order: RunOrder,
  mischief: Case['mischief'],
): Promise<Ended> {
  const imp = makeImp(mischief);
  const before = look(scene);
  const ended = await run(scene, { ...order, meet: imp.meet });
  const isDeaf = mischief.some(
    ({ at, act }) => at.door === 'github' && act.kind === 'fault' && act.times === 'always',
  );
  runs.push(witness(before, look(scene), scene.history.shas[order.commit], ended, isDeaf));
  if (!imp.isDone()) problems.push('there was no opportunity for all of the mischief');
  return ended;
}

async function follow(
  play: Play,
  { followUp, second, concurrency }: Case,
  first: RunOrder,
  ended: Ended,
): Promise<void> {
  if (followUp === 'nothing') return;
  const { scene, runs, problems } = play;
  const before = look(scene);
  if (followUp === 'post') {
    const left = await runPost(scene, first, ended);
    const post: SeenRun = {
      kind: 'post',
      sha: scene.history.shas.second,
      before,
      after: look(scene),
      audit: [],
      isGitHubDeaf: false,
    };
    runs.push(post);
    if (left.length > 0) problems.push(`post leaves ${left.join('; ')}`);
    problems.push(...checkPost(post, runs[0]?.before ?? before, COMMITS.second));
    return;
  }
  const order = { ...first, ...FOLLOWING[followUp], concurrency };
  if (second !== undefined) await playRun(play, { ...order, runId: 3 }, [second]);
  await playRun(play, { ...order, runId: 4 }, []);
  problems.push(...checkFollowUp(runs));
}

/** Milliseconds of real time for one request where nothing is silent: it does not pass. */
const LONG = 20_000;

/**
 * Plays a case.
 * @param patience milliseconds of real time for one request of a case in which one is never answered
 */
export async function playCase(beginning: Beginning, entry: Case, patience = LONG): Promise<Played> {
  const scene = sceneFrom(beginning);
  const play: Play = { scene, runs: [], problems: [] };
  const { concurrency, inputs = {}, doors } = entry;
  const order = { ...SECOND_RUN, concurrency, inputs, requestTimeout: hasSilence(entry) ? patience : LONG };
  const first: RunOrder = { ...order, ...(doors === undefined ? {} : { doors }) };
  const ended = await playRun(play, first, entry.mischief);
  await follow(play, entry, first, ended);
  const { tenant } = scene.service;
  const evidence: Evidence = {
    history: tenant.history,
    requests: tenant.requests,
    runs: play.runs,
    violations: scene.stage.violations,
  };
  const verdict = checkCase(evidence, scene.history.shas);
  return {
    name: entry.name,
    problems: [...play.problems, ...verdict.problems],
    result: play.runs[0]?.said?.result ?? 'killed',
    hadRemovalGap: verdict.hadRemovalGap,
  };
}
