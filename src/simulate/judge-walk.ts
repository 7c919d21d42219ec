// What a test expects of a call, and what became of it → what failed, each with the place of the expectation.
import { nearest } from '../rules/nearest.ts';
import { pointerStep } from '../rules/pointer.ts';
import { type Problem, atValue } from '../rules/problem.ts';
import type { Payload } from '../rules/rule.ts';
import { isCustom } from './condition.ts';
import { describeEnd, describeWay } from './describe-walk.ts';
import type { ExpectedEnd, PathTest } from './path-test.ts';
import { PATH_TEST } from './read-path-tests.ts';
import type { Walk } from './walk.ts';

const quote = (text: string): string => JSON.stringify(text);

const ENDINGS: Readonly<Record<ExpectedEnd, string>> = {
  queue: 'end in a queue',
  transfer: 'end in a transfer',
  hangup: 'end in a hangup',
  fallback: 'end in the fallback',
  abandoned: 'be abandoned by the caller',
};

/** A failure of a test, at a place in it. */
export function failAt(test: PathTest, pointer: string, message: string): Problem {
  return {
    check: PATH_TEST,
    path: test.path,
    message: `${quote(test.name)}: ${message}`,
    place: atValue(pointer),
  };
}

/** The index of the first of some texts that does not come in its turn, or -1 where all do. */
function firstMissing(wanted: readonly string[], came: readonly string[]): number {
  let from = 0;
  for (const [index, text] of wanted.entries()) {
    const found = came.indexOf(text, from);
    if (found < 0) return index;
    from = found + 1;
  }
  return -1;
}

/** "did you mean", where a text is none of those that there are. */
function hintAt(text: string, known: readonly string[]): string {
  const meant = known.includes(text) ? undefined : nearest(text, known);
  return meant === undefined ? '' : ` (did you mean ${quote(meant)}?)`;
}

interface Judgement {
  readonly test: PathTest;
  readonly rule: Payload;
  readonly walk: Walk;
  /** What happened, after "but". */
  readonly happened: () => string;
}

function judgeEnd({ test, rule, walk, happened }: Judgement): Problem[] {
  const { endsAt, endsIn } = test.expects;
  const failures: Problem[] = [];
  if (endsAt !== undefined && endsAt !== walk.end.at) {
    const { target } = rule.fallbackAction;
    const known = [...rule.nodes.map(({ id }) => id), ...(target === undefined ? [] : [target])];
    const wanted = `expected the call to end at ${quote(endsAt)}${hintAt(endsAt, known)}`;
    failures.push(failAt(test, `${test.pointer}/endsAt`, `${wanted}, but ${happened()}`));
  }
  if (endsIn !== undefined && endsIn !== walk.end.in) {
    const wanted = `expected the call to ${ENDINGS[endsIn]}`;
    failures.push(failAt(test, `${test.pointer}/endsIn`, `${wanted}, but ${happened()}`));
  }
  return failures;
}

/** Looks for texts that come in order: the nodes of `passes`, the media assets of `hears`. */
function judgeOrder(
  { test, happened }: Judgement,
  key: 'passes' | 'hears',
  came: readonly string[],
  known: readonly string[],
): Problem[] {
  const wanted = test.expects[key] ?? [];
  const missing = firstMissing(wanted, came);
  const text = wanted[missing];
  if (text === undefined) return [];
  const what = key === 'passes' ? 'the call to pass' : 'the caller to hear';
  const before = wanted[missing - 1];
  const after = before === undefined ? '' : ` after ${quote(before)}`;
  const heard = key === 'passes' ? '' : ` Heard: ${came.map(quote).join(', ') || 'nothing'}.`;
  const message = `expected ${what} ${quote(text)}${hintAt(text, known)}${after}, but ${happened()}${heard}`;
  return [failAt(test, `${test.pointer}/${key}${pointerStep(missing)}`, message)];
}

function judgeSteps({ test, walk, happened }: Judgement): Problem[] {
  const { maxSteps } = test.expects;
  const steps = walk.taken.length;
  if (maxSteps === undefined || steps <= maxSteps) return [];
  const message = `expected at most ${maxSteps} ${maxSteps === 1 ? 'step' : 'steps'}, but it took ${steps}: ${happened()}`;
  return [failAt(test, `${test.pointer}/maxSteps`, message)];
}

/** An input that the call never came to: the first of them stands for all. */
function judgeLeftOver({ test, rule, walk, happened }: Judgement): Problem[] {
  const left = test.caller[walk.usedInputs];
  if (left === undefined) return [];
  const conditions = rule.nodes.flatMap(({ transitions }) => transitions.map(({ condition }) => condition));
  const hint = isCustom(left) ? hintAt(left, [...new Set(conditions)]) : '';
  const message = `the input ${quote(left)}${hint} was left over: ${happened()}`;
  return [failAt(test, `${test.pointer}/caller${pointerStep(walk.usedInputs)}`, message)];
}

/**
 * Compares what a test expects with what became of the call. Nothing is returned where all is as expected; a call
 * without an end always fails, and so does an input that was left over.
 */
export function judgeWalk(test: PathTest, rule: Payload, walk: Walk): Problem[] {
  const happened = (): string => `${describeEnd(walk)}. The way: ${describeWay(rule, walk)}.`;
  if (walk.end.in === 'endless') return [failAt(test, `${test.pointer}/caller`, `no end: ${happened()}`)];
  const judgement = { test, rule, walk, happened };
  const ids = rule.nodes.map(({ id }) => id);
  const media = rule.nodes.flatMap(({ mediaAssetId }) => mediaAssetId ?? []);
  return [
    ...judgeEnd(judgement),
    ...judgeOrder(judgement, 'passes', walk.passed, ids),
    ...judgeOrder(judgement, 'hears', walk.heard, media),
    ...judgeSteps(judgement),
    ...judgeLeftOver(judgement),
  ];
}
