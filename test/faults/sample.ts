// What the two tests of the sample share: a scene, a part of the cases, and what they say where one goes wrong.
import { chooseCases, kindOf } from './choose-cases.ts';
import { listCases } from './cases.ts';
import type { Played } from './play-case.ts';
import { begin, playCases } from './play-cases.ts';

/** FAULTS_SEED in the environment gives another sample. */
export const SEED_OF_SAMPLE = Number(process.env['FAULTS_SEED'] ?? 1);
const SIZE = 150;

export interface Sampled {
  readonly played: readonly Played[];
  /** Of each case that went wrong its problems, and how to run it alone. */
  readonly failures: readonly string[];
}

/** The command that runs one case alone. */
export function rerunCommand(name: string): string {
  return `npm run faults -- '${name}'`;
}

/** Plays the cases of the sample whose kind fits. */
export async function playSample(kinds: RegExp): Promise<Sampled> {
  const { beginning, history } = await begin();
  try {
    const chosen = chooseCases(await listCases(beginning), SIZE, SEED_OF_SAMPLE);
    const played = await playCases(
      beginning,
      chosen.filter((entry) => kinds.test(kindOf(entry))),
    );
    const wrong = played.filter(({ problems }) => problems.length > 0);
    const failures = wrong.map(({ name, problems }) => `${rerunCommand(name)}\n  ${problems.join('\n  ')}`);
    return { played, failures };
  } finally {
    await history.repository.remove();
  }
}
