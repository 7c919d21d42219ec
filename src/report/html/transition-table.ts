// The table of a rule's nodes and transitions: what the picture shows, in words.
import { count } from '../../rules/count.ts';
import { type Markup, NOTHING, piece } from './markup.ts';
import { END_WORDS, type NodeRow, type RowChange, type TransitionRow, type Was } from './transition-rows.ts';

const SIGNS: Readonly<Record<RowChange, string>> = {
  '': '',
  new: '+ new',
  gone: '− gone',
  changed: '~ changed',
};
const CLASSES: Readonly<Record<RowChange, string>> = { '': '', new: 'add', gone: 'del', changed: 'mod' };

function valueCell({ now, was }: Was): Markup {
  if (was === undefined) return now === '' ? NOTHING : piece`<code>${now}</code>`;
  const old = was === '' ? piece`none` : piece`<del><code>${was}</code></del>`;
  const next = now === '' ? piece`none` : piece`<ins><code>${now}</code></ins>`;
  return piece`${old} → ${next}`;
}

function changeCell(change: RowChange): Markup {
  return change === '' ? piece`<td></td>` : piece`<td class="${CLASSES[change]}">${SIGNS[change]}</td>`;
}

function transitionCells({ condition, target, change }: TransitionRow, isChanged: boolean): Markup {
  const cell = isChanged ? changeCell(change) : NOTHING;
  return piece`<td><code>${condition}</code></td><td>${valueCell(target)}</td>${cell}`;
}

function endCells({ type, change }: NodeRow, isChanged: boolean): Markup {
  const word = END_WORDS[type.now] ?? 'nothing leads on: callers get the fallback';
  return piece`<td colspan="2" class="quiet">${word}</td>${isChanged ? changeCell(change) : NOTHING}`;
}

function nodeRows(node: NodeRow, isChanged: boolean): Markup {
  const { id, type, media, change, transitions } = node;
  const rows = Math.max(1, transitions.length);
  const span = rows === 1 ? NOTHING : piece` rowspan="${rows}"`;
  const sign = change === '' ? NOTHING : piece`<span class="${CLASSES[change]}">${SIGNS[change]}</span> `;
  const heard =
    media.now === '' && media.was === undefined ? NOTHING : piece`<br />plays ${valueCell(media)}`;
  const typeWords =
    type.was === undefined ? piece`${type.now}` : piece`<del>${type.was}</del> → <ins>${type.now}</ins>`;
  const head = piece`<th scope="row"${span}>${valueCell(id)}</th><td${span}>${sign}${typeWords}${heard}</td>`;
  const [first, ...others] = transitions;
  if (first === undefined) return piece`<tr>${head}${endCells(node, isChanged)}</tr>`;
  const rest = others.map((row) => piece`<tr>${transitionCells(row, isChanged)}</tr>`);
  return piece`<tr>${head}${transitionCells(first, isChanged)}</tr>${rest}`;
}

export interface TransitionTable {
  readonly markup: Markup;
  /** How many rows it has. */
  readonly rows: number;
}

/**
 * @param most rows that there is room for
 * @param nodes how many nodes the rule has
 */
export function transitionTable(
  all: readonly NodeRow[],
  nodes: number,
  isChanged: boolean,
  most: number,
): TransitionTable {
  let rows = 0;
  const shown = all.filter(({ transitions }) => {
    const isFull = rows >= most;
    if (!isFull) rows += Math.max(1, transitions.length);
    return !isFull;
  });
  const left = nodes - shown.length;
  const more =
    left > 0
      ? piece`<p class="note">${count(left, 'more node')} left out of this table for its size.</p>`
      : NOTHING;
  if (shown.length === 0) return { markup: more, rows: 0 };
  const change = isChanged ? piece`<th scope="col">Change</th>` : NOTHING;
  const markup = piece`<details class="text"><summary>All nodes and transitions in words</summary>
<div class="scroll" tabindex="0" role="group" aria-label="Nodes and transitions"><table class="rows"><thead><tr><th scope="col">Node</th><th scope="col">Type</th><th scope="col">When callers</th><th scope="col">They go to</th>${change}</tr></thead><tbody>${shown.map((node) => nodeRows(node, isChanged))}</tbody></table></div>${more}</details>
`;
  return { markup, rows };
}
