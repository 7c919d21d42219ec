// Plays a scenario through the built action: its history on the stand-ins, then the event.
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Estate, openEstate } from '../e2e/estate.ts';
import { type Seed, readSeed } from '../../src/simulator/seed.ts';
import seed from '../../src/simulator/seed.json' with { type: 'json' };
import { pushEvent } from '../stand-in/events.ts';
import { type ActionRun, runAction } from '../stand-in/run-action.ts';
import { ALL_PERMISSIONS } from '../stand-in/start-github.ts';
import type { Files, Scenario } from './scenario.ts';

const CLOCK = join(import.meta.dirname, 'fixed-clock.ts');
const env = { NODE_OPTIONS: `--import=${CLOCK}`, NODE_NO_WARNINGS: '1' };

export interface Played {
  readonly run: ActionRun;
  /** What report-dir has as comment.md, with the names of commits and of days of this run replaced. */
  readonly comment: string;
  /** The comments on the pull request. */
  readonly posted: readonly string[];
  readonly violations: readonly unknown[];
}

/** From one set of files to another; `null` removes. */
function changesBetween(before: Files, after: Files): Record<string, string | null> {
  const removed = Object.keys(before).filter((path) => !Object.hasOwn(after, path));
  const changed = Object.entries(after).filter(([path, text]) => before[path] !== text);
  return { ...Object.fromEntries(removed.map((path) => [path, null])), ...Object.fromEntries(changed) };
}

async function makeHistory(
  estate: Estate,
  { earlier, before, deployed, rolledBack }: Scenario,
): Promise<void> {
  const push = async (sha: string): Promise<void> => {
    const { outputs, stdout } = await estate.push(sha, { env });
    if (outputs.result !== 'deployed') throw new Error(`the history was not deployed: ${stdout}`);
  };
  if (rolledBack === true) await push(await estate.commit(earlier));
  const sha = await estate.commit({ 'README.md': 'Rules', ...changesBetween(earlier, before) });
  if (deployed === true) await push(sha);
  if (rolledBack === true) await estate.dispatch({ 'rollback-to': 'previous' }, { env });
}

async function pushToNewBranch(
  { repository, github }: Estate,
  files: Files,
  inputs: Files,
): Promise<ActionRun> {
  const after = await repository.commit(files, 'First rules', { branch: 'first' });
  const workspace = await mkdtemp(join(tmpdir(), 'workspace-'));
  await repository.checkout(after, workspace);
  const event = pushEvent({ fullName: github.fullName, after, ref: 'refs/heads/first' });
  return runAction({ ...event, github, workspace, inputs, env });
}

/** Replaces what differs from run to run: names of commits, and the day of the rollback. */
function steady(text: string): string {
  return text
    .replace(/\b[0-9a-f]{40}\b/g, 'c'.repeat(40))
    .replace(/(the rollback to )`?[0-9a-f]{12}`? of \d{4}-\d\d-\d\d/g, '$1`cccccccccccc` of 2027-10-14');
}

/** A tenant that has every campaign and recording that the rules name. */
function seedFor({ earlier, before, after }: Scenario): Seed {
  const text = [earlier, before, after].flatMap((files) => Object.values(files)).join('\n');
  const idsOf = (key: string): string[] => [
    ...new Set([...text.matchAll(new RegExp(`"${key}": "(\\w+)"`, 'g'))].map(([, id = '']) => id)),
  ];
  return readSeed({
    ...seed,
    campaigns: idsOf('campaignId').map((id) => ({ id, name: id, status: 'ACTIVE' })),
    media: idsOf('mediaAssetId').map((id) => ({ id, name: id })),
  });
}

/** Plays a scenario to its end. */
export async function playScenario(scenario: Scenario): Promise<Played> {
  const permissions = { contents: 'read', 'pull-requests': 'read', deployments: 'read' } as const;
  const estate = await openEstate({
    simulator: { seed: seedFor(scenario) },
    github: { permissions: scenario.fork === true ? permissions : ALL_PERMISSIONS },
  });
  try {
    if (scenario.event !== 'push') await makeHistory(estate, scenario);
    const inputs = { ...(scenario.tenant === true ? estate.credentials : {}), ...scenario.inputs };
    const run =
      scenario.event === 'push'
        ? { ...(await pushToNewBranch(estate, scenario.after, inputs)), number: undefined }
        : await estate.pullRequest(changesBetween(scenario.before, scenario.after), { env, inputs });
    const comment = await readFile(run.outputs['comment-body'] ?? '', 'utf8');
    return {
      run,
      comment: steady(comment),
      posted:
        run.number === undefined ? [] : estate.github.comments(run.number).map(({ body }) => steady(body)),
      violations: estate.github.violations(),
    };
  } finally {
    await estate.close();
  }
}
