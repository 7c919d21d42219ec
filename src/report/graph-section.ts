// The graphs of the changed rules as Markdown: each with a text beside it, and a smaller form where room is short.
import type { Figures } from '../graph/figures.ts';
import { count } from '../rules/count.ts';
import { codeSpan, htmlCode } from './escape.ts';
import { type Section, byteLength } from './fit.ts';
import { type ChangeDiagrams, type DrawnChange, type Sign, renderChange } from './mermaid-change.ts';
import { renderMermaid } from './mermaid.ts';
import { type ReportedRule, isChanged } from './report.ts';

const TOO_LARGE = 'The graph is too large to be drawn here.\n';

function fence(diagram: string): string {
  return `\`\`\`mermaid\n${diagram}\n\`\`\`\n`;
}

const LEGEND: readonly (readonly [Sign, string])[] = [
  ['+', 'new (thick)'],
  ['−', 'gone (dashed)'],
  ['~', 'changed (dotted)'],
];

/** The part that changed, and how to read it. */
function drawChange({ text, signs, drawn, nodes }: DrawnChange, what: string): string {
  const part = drawn === nodes ? '' : ` Drawn: ${drawn} of ${count(nodes, 'node')}, ${what}.`;
  const legend = LEGEND.flatMap(([sign, words]) => (signs.has(sign) ? [`\`${sign}\` ${words}`] : []));
  return `${fence(text)}\n${legend.join(', ')}.${part}\n`;
}

/** Loops that are named; the others are counted. */
const MOST_LOOPS = 5;

function spellNodes({ graph }: Figures, nodes: readonly number[], separator: string): string {
  return codeSpan(nodes.map((node) => graph.ids[node] ?? '').join(separator));
}

function describeLoops({ figures, before }: ReportedRule): string {
  const { loops } = figures;
  const old = before?.figures.loops.length ?? loops.length;
  const was = old === loops.length ? '' : ` (before: ${old})`;
  if (loops.length === 0) return old === 0 ? '' : `\nNo loop${was}\n`;
  const named = loops.slice(0, MOST_LOOPS).map((loop) => spellNodes(figures, loop, ', '));
  const more = loops.length > MOST_LOOPS ? ` and ${loops.length - MOST_LOOPS} more` : '';
  return `\n${count(loops.length, 'loop')}${was}: ${named.join('; ')}${more}\n`;
}

/** The longest way and the loops, in words. */
function describeGraph(entry: ReportedRule): string {
  const { figures, before } = entry;
  const old = before?.figures.depth.depth ?? figures.depth.depth;
  const was = old === figures.depth.depth ? '' : `, before: ${old}`;
  const way = spellNodes(figures, figures.depth.path, ' → ');
  return `Longest way (${count(figures.depth.depth, 'transition')}${was}): ${way}\n${describeLoops(entry)}`;
}

/** @param drawn empty where the words alone are to stand there */
function graphItem(entry: ReportedRule, drawn: string): string {
  const name = htmlCode(entry.rule.payload.name);
  const picture = drawn === '' ? '' : `${drawn}\n`;
  return `<details><summary>${name}</summary>\n\n${picture}${describeGraph(entry)}\n</details>\n`;
}

const WITH_NEIGHBOURS = 'what changed and what is next to it';
const WITHOUT_NEIGHBOURS = 'what changed, without what is next to it';

/** A graph, its form without unchanged neighbours, and its form without a picture, where it has them. */
interface GraphForms {
  readonly item: string;
  readonly core?: string | undefined;
  readonly words?: string;
}

function drawForms(entry: ReportedRule): GraphForms {
  const { rule, before, diff } = entry;
  const words = graphItem(entry, '');
  if (before === undefined || diff === undefined) {
    const diagram = renderMermaid(rule);
    if (diagram === undefined) return { item: graphItem(entry, TOO_LARGE) };
    return { item: graphItem(entry, fence(diagram)), words };
  }
  const { whole, core, isUnchanged }: ChangeDiagrams = renderChange({
    before: before.rule.payload,
    after: rule.payload,
    diff,
  });
  if (isUnchanged) return { item: graphItem(entry, 'The graph is what it was.\n') };
  const short = core === undefined ? undefined : graphItem(entry, drawChange(core, WITHOUT_NEIGHBOURS));
  if (whole !== undefined)
    return { item: graphItem(entry, drawChange(whole, WITH_NEIGHBOURS)), core: short, words };
  return short === undefined ? { item: graphItem(entry, TOO_LARGE) } : { item: short, words };
}

const drawnForms = new WeakMap<ReportedRule, GraphForms>();

/** Comment and summary show the same graphs, and drawing is most of the work of both. */
function graphForms(entry: ReportedRule): GraphForms {
  const forms = drawnForms.get(entry) ?? drawForms(entry);
  drawnForms.set(entry, forms);
  return forms;
}

/** More than any document has room for, in bytes: a graph past it is never drawn, since the last ones give way first. */
const MOST_DRAWN = 1_000_000;
const NO_ROOM = 'There is no room left to draw this graph.\n';

function graphFormsOfAll(entries: readonly ReportedRule[]): GraphForms[] {
  let size = 0;
  return entries.map((entry) => {
    const forms =
      size > MOST_DRAWN
        ? { item: graphItem(entry, NO_ROOM), words: graphItem(entry, '') }
        : graphForms(entry);
    size += byteLength(forms.item);
    return forms;
  });
}

/** The section with the graphs: of a new rule all of it, of a changed one the part that changed. */
export function graphSection(rules: readonly ReportedRule[]): Section {
  const forms = graphFormsOfAll(rules.filter((entry) => isChanged(entry) && entry.change !== 'removed'));
  return {
    noun: 'graphs',
    head: '\n### Graphs of the changed rules\n\n',
    items: forms.map(({ item }) => item),
    shorter: [
      { items: forms.map(({ core }) => core), noun: 'sets of unchanged neighbours' },
      { items: forms.map(({ words }) => words), noun: 'graphs' },
    ],
    tail: '',
    rank: 5,
  };
}
