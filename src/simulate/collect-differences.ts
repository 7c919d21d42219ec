// The differences between two walks as they are found: those that are one to a caller are kept as one.
import type { Stop } from './find-stop.ts';
import { type Outcome, type Walker, heardBy } from './walk-both.ts';

/** Nodes to which one sequence of inputs has led both versions, and the step that led there; the shortest there is. */
export interface Place {
  readonly before: number;
  readonly after: number;
  /** Undefined where every call comes without an input. */
  readonly cameBy: { readonly from: Place; readonly input: string } | undefined;
}

export interface Difference extends Outcome {
  /** `end`: the call waits or ends elsewhere. `heard`: it comes to the same, over other prompts. */
  readonly kind: 'end' | 'heard';
  /** Where the versions part; undefined where they do so before any input. */
  readonly from: Place | undefined;
  /** The inputs that part them there. */
  readonly inputs: readonly string[];
  /** From how many more places callers meet the same difference. */
  readonly otherPlaces: number;
}

/** The input that leads to an outcome, and where it is given. */
export interface Step {
  readonly from: Place;
  readonly input: string;
}

/** Two lists without what they have in common at their beginnings and ends. */
export function cutCommon(
  old: readonly string[],
  now: readonly string[],
): readonly [readonly string[], readonly string[]] {
  const most = Math.min(old.length, now.length);
  let first = 0;
  while (first < most && old[first] === now[first]) first++;
  let last = 0;
  while (last < most - first && old.at(-1 - last) === now.at(-1 - last)) last++;
  return [old.slice(first, old.length - last), now.slice(first, now.length - last)];
}

/** Equal for differences that are told as one, whatever number of ways lead there. */
function spellDifference({ versions }: Walker, kind: Difference['kind'], { before, after }: Outcome): string {
  if (kind === 'heard')
    return JSON.stringify(cutCommon(heardBy(versions.before, before), heardBy(versions.after, after)));
  const spell = ({ kind: how, node }: Stop): string =>
    how === 'hangup' || how === 'fallback' || how === 'endless' ? how : `${how} ${node}`;
  return `${spell(before)}, ${spell(after)}`;
}

interface Found {
  readonly difference: Difference & { readonly inputs: string[]; otherPlaces: number };
  lastFrom: Place | undefined;
}

export interface Collector {
  readonly add: (kind: Difference['kind'], outcome: Outcome, step: Step | undefined) => void;
  /** In the order in which they were found. */
  readonly list: () => Difference[];
}

export function makeCollector(walker: Walker): Collector {
  const found = new Map<string, Found>();
  const add: Collector['add'] = (kind, outcome, step) => {
    const key = spellDifference(walker, kind, outcome);
    const known = found.get(key);
    const from = step?.from;
    const inputs = step === undefined ? [] : [step.input];
    if (known === undefined) {
      const { before, after } = outcome;
      found.set(key, { difference: { kind, from, inputs, before, after, otherPlaces: 0 }, lastFrom: from });
    } else if (known.difference.from === from) known.difference.inputs.push(...inputs);
    else if (known.lastFrom !== from) {
      known.difference.otherPlaces++;
      known.lastFrom = from;
    }
  };
  return { add, list: () => [...found.values()].map(({ difference }) => difference) };
}
