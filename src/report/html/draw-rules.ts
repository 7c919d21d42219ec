// Which pictures there is room for, and the pictures: rules that changed come first, then those with findings, then all others.
import { type GraphDiff, findCore, findSurroundings, isSameGraph } from '../../graph/diff-graphs.ts';
import { count } from '../../rules/count.ts';
import { isSameFallback } from '../../rules/rule.ts';
import { type ReportedRule, isChanged } from '../report.ts';
import { drawRule, drawVersions } from './draw-picture.ts';
import { layOut } from './lay-out.ts';
import { MOST_DRAWN, PART_BUDGET, UNCHANGED_BUDGET, WHOLE_BUDGET } from './limits.ts';
import type { Markup } from './markup.ts';
import { pictureChange } from './picture-change.ts';
import { pictureRule, sizeOf } from './picture-rule.ts';
import { shortenPicture } from './shorten-picture.ts';

/** The picture of one rule, or two, or why there is none. */
export interface Drawing {
  readonly one?: Markup;
  readonly two?: { readonly before: Markup; readonly after: Markup };
  /** What is to be said of it; empty for nothing. */
  readonly note: string;
  /** Whether there is no picture for want of room on the page. */
  readonly isLeftOut?: boolean;
}

interface Budget {
  whole: number;
  part: number;
  unchanged: number;
}

const NO_ROOM: Drawing = {
  note: 'No picture: this report draws only so many, and those of other rules came first. The table below says the same in words.',
  isLeftOut: true,
};

function tooLarge(nodes: number, transitions: number): Drawing {
  const size = `${count(nodes, 'node')} and ${count(transitions, 'transition')}`;
  return {
    note: `No picture: ${size} are too many to be read in one (at most ${MOST_DRAWN} together). The table below says the same in words.`,
    isLeftOut: true,
  };
}

function describe(name: string, version: string, nodes: number, edges: number): string {
  return `Graph of ${name}${version}: ${count(nodes, 'node')}, ${count(edges, 'transition')}. The table of transitions says the same in words.`;
}

function drawOne({ rule, figures }: ReportedRule, note: string, take: (size: number) => boolean): Drawing {
  const size = sizeOf(rule.payload);
  const { ids, edgeCount } = figures.graph;
  if (size > MOST_DRAWN) return tooLarge(ids.length, edgeCount);
  if (!take(size)) return NO_ROOM;
  const picture = shortenPicture(pictureRule(rule.payload, figures.depth.path));
  return {
    one: drawRule(picture, layOut(picture), describe(rule.payload.name, '', ids.length, edgeCount)),
    note,
  };
}

/** Nodes and lines of the part of a difference that some of its nodes make up. */
function sizeOfPart({ edges }: GraphDiff, drawn: readonly number[]): number {
  const isDrawn = new Set(drawn);
  return edges.reduce((sum, { from }) => (isDrawn.has(from) ? sum + 1 : sum), drawn.length);
}

interface Part {
  readonly drawn: readonly number[];
  readonly note: string;
}

/** All of a changed rule, or as much of it as there is room for. */
function choosePart(diff: GraphDiff, budget: Budget): Part | 'too large' | 'no room' {
  const all = diff.nodes.length + diff.edges.length;
  if (all <= MOST_DRAWN && all <= budget.whole) {
    budget.whole -= all;
    return { drawn: [...diff.nodes.keys()], note: '' };
  }
  const parts: (readonly [readonly number[], string])[] = [
    [findSurroundings(diff), 'what changed and what is next to it'],
    [findCore(diff), 'what changed, without what is next to it'],
  ];
  const fitting = parts.filter(([drawn]) => drawn.length > 0 && sizeOfPart(diff, drawn) <= MOST_DRAWN);
  for (const [drawn, words] of fitting) {
    const size = sizeOfPart(diff, drawn);
    if (size > budget.part) continue;
    budget.part -= size;
    return { drawn, note: `Drawn: ${drawn.length} of ${count(diff.nodes.length, 'node')}, ${words}.` };
  }
  return fitting.length > 0 || all <= MOST_DRAWN ? 'no room' : 'too large';
}

function drawTwo(entry: ReportedRule, index: number, budget: Budget): Drawing | undefined {
  const { rule, figures, before, diff } = entry;
  if (before === undefined || diff === undefined) return undefined;
  const hasSameFallback = isSameFallback(before.rule.payload.fallbackAction, rule.payload.fallbackAction);
  if (isSameGraph(diff) && hasSameFallback) return undefined;
  const part = choosePart(diff, budget);
  if (part === 'no room') return NO_ROOM;
  if (part === 'too large') return tooLarge(diff.nodes.length, diff.edges.length);
  const changed = {
    before: { payload: before.rule.payload, path: before.figures.depth.path },
    after: { payload: rule.payload, path: figures.depth.path },
    diff,
  };
  const picture = shortenPicture(pictureChange(changed, part.drawn));
  const label = (view: 'before' | 'after'): string => {
    const { ids, edgeCount } = view === 'before' ? before.figures.graph : figures.graph;
    return describe(rule.payload.name, `, ${view} the change`, ids.length, edgeCount);
  };
  return { two: drawVersions(picture, layOut(picture), `g${index + 1}`, label), note: part.note };
}

function drawEntry(entry: ReportedRule, index: number, hasFindings: boolean, budget: Budget): Drawing {
  const hasPriority = hasFindings || isChanged(entry);
  const take = (size: number): boolean => {
    const purse = hasPriority ? 'whole' : 'unchanged';
    if (size > budget[purse]) return false;
    budget[purse] -= size;
    return true;
  };
  const isSame = entry.diff !== undefined;
  return drawTwo(entry, index, budget) ?? drawOne(entry, isSame ? 'The graph is what it was.' : '', take);
}

/** The drawings of some rules, in their order. @param hasFindings whether there are findings in a rule's file */
export function drawRules(
  rules: readonly ReportedRule[],
  hasFindings: (entry: ReportedRule) => boolean,
): Drawing[] {
  const budget: Budget = { whole: WHOLE_BUDGET, part: PART_BUDGET, unchanged: UNCHANGED_BUDGET };
  const rank = (entry: ReportedRule): number => (isChanged(entry) ? 0 : hasFindings(entry) ? 1 : 2);
  const order = rules
    .map((entry, index) => ({ entry, index, rank: rank(entry) }))
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index);
  const drawings: Drawing[] = [];
  for (const { entry, index } of order) drawings[index] = drawEntry(entry, index, hasFindings(entry), budget);
  return drawings;
}
