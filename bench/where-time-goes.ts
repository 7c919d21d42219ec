// A profile of a lint run → how much of its time each stage took.

/** What is used of a profile that `node --cpu-prof` writes; times in microseconds. */
export interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** The functions of the sources that a stage begins with. What one of them calls counts to it, up to the next one. */
const STAGES: Readonly<Record<string, string>> = {
  readFiles: 'find and read files',
  loadRules: 'load: the rest',
  decodeFile: 'decode UTF-8',
  parseJson: 'parse',
  isEvidentlyClean: 'scan',
  scanJson: 'scan',
  locate: 'places of findings',
  schemaProblems: 'validate',
  dateProblems: 'dates',
  makePayload: 'payload',
  hashPayload: 'canonical JSON and hash',
  computeFigures: 'graph',
  lintRules: 'checks',
  loadPathTests: 'path tests',
  runPathTests: 'path tests',
  reportRules: 'report',
  rulesetDigest: 'report',
  publish: 'report',
  '(garbage collector)': 'garbage collection',
};
const START = 'start of the process, and the rest';

export interface StageTime {
  readonly stage: string;
  /** Milliseconds. */
  readonly time: number;
}

/** Adds up a profile by stage, the longest first. */
export function sumStages({ nodes, samples, timeDeltas }: Profile): StageTime[] {
  const stageOf = new Map<number, string>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  // Parents come before their children.
  for (const node of nodes) {
    const name = node.callFrame.functionName.replace(/\$\d+$/, '');
    const stage = (Object.hasOwn(STAGES, name) ? STAGES[name] : undefined) ?? stageOf.get(node.id) ?? START;
    stageOf.set(node.id, stage);
    for (const child of node.children ?? []) if (byId.has(child)) stageOf.set(child, stage);
  }
  const times = new Map<string, number>();
  samples.forEach((sample, index) => {
    const stage = stageOf.get(sample) ?? START;
    times.set(stage, (times.get(stage) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  });
  return [...times].map(([stage, time]) => ({ stage, time })).toSorted((a, b) => b.time - a.time);
}
