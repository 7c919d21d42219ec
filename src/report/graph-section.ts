// The graphs of the changed rules as Markdown: each with a text beside it, and a smaller form where room is short.
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

/** The longest way and the loops, in words. */
function describeGraph({ figures }: ReportedRule): string {
  const idsOf = (nodes: readonly number[]): string[] => nodes.map((node) => figures.graph.ids[node] ?? '');
  const ways = codeSpan(idsOf(figures.depth.path).join(' → '));
  const way = `Longest way (${count(figures.depth.depth, 'transition')}): ${ways}\n`;
  if (figures.loops.length === 0) return way;
  const loops = figures.loops.map((loop) => codeSpan(idsOf(loop).join(', '))).join('; ');
  return `${way}\n${count(figures.loops.length, 'loop')}: ${loops}\n`;
}

function graphItem(entry: ReportedRule, drawn: string): string {
  const name = htmlCode(entry.rule.payload.name);
  return `<details><summary>${name}</summary>\n\n${drawn}\n${describeGraph(entry)}\n</details>\n`;
}

const WITH_NEIGHBOURS = 'what changed and what is next to it';
const WITHOUT_NEIGHBOURS = 'what changed, without what is next to it';

/** A graph, and its form without unchanged neighbours where it has one. */
interface GraphForms {
  readonly item: string;
  readonly short: string | undefined;
}

function drawForms(entry: ReportedRule): GraphForms {
  const { rule, before, diff } = entry;
  if (before === undefined || diff === undefined)
    return { item: graphItem(entry, drawWhole(rule)), short: undefined };
  const { whole, core, isUnchanged }: ChangeDiagrams = renderChange({
    before: before.rule.payload,
    after: rule.payload,
    diff,
  });
  if (isUnchanged) return { item: graphItem(entry, 'The graph is what it was.\n'), short: undefined };
  const short = core === undefined ? undefined : graphItem(entry, drawChange(core, WITHOUT_NEIGHBOURS));
  if (whole === undefined) return { item: short ?? graphItem(entry, TOO_LARGE), short: undefined };
  return { item: graphItem(entry, drawChange(whole, WITH_NEIGHBOURS)), short };
}

function drawWhole(rule: ReportedRule['rule']): string {
  const diagram = renderMermaid(rule);
  return diagram === undefined ? TOO_LARGE : fence(diagram);
}

const drawnForms = new WeakMap<ReportedRule, GraphForms>();

/** Comment and summary show the same graphs, and drawing is most of the work of both. */
function graphForms(entry: ReportedRule): GraphForms {
  const forms = drawnForms.get(entry) ?? drawForms(entry);
  drawnForms.set(entry, forms);
  return forms;
}

/** More than any document has room for, in bytes: a graph past it is only counted, since the last ones go first. */
const MOST_DRAWN = 1_000_000;

function graphFormsOfAll(entries: readonly ReportedRule[]): GraphForms[] {
  let size = 0;
  return entries.map((entry) => {
    const forms = size > MOST_DRAWN ? { item: '', short: undefined } : graphForms(entry);
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
    shorter: { items: forms.map(({ short }) => short), noun: 'sets of unchanged neighbours' },
    tail: '',
    rank: 5,
  };
}
