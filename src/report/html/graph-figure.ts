// A rule's picture with its buttons and its legend; the two of a changed rule side by side.
import type { ReportedRule } from '../report.ts';
import { NODE_WORDS } from '../node-words.ts';
import { drawShape } from './draw-picture.ts';
import type { Drawing } from './draw-rules.ts';
import { type Markup, NOTHING, piece } from './markup.ts';

const BUTTONS = piece`<span class="zoom" role="group" aria-label="Size of the graph"
  ><button type="button" data-zoom="in" aria-label="Larger">+</button
  ><button type="button" data-zoom="out" aria-label="Smaller">−</button
  ><button type="button" data-zoom="fit">Fit</button
  ><button type="button" data-zoom="one">100 %</button></span
>`;

function canvas(drawn: Markup, label: string): Markup {
  return piece`<div class="canvas" tabindex="0" role="group" aria-label="${label}">${drawn}</div>`;
}

const TYPES = ['greeting', 'dtmf', 'queue', 'transfer', 'hangup'] as const;

function legend(isTwo: boolean): Markup {
  const signs = isTwo
    ? piece`<span class="key add"><b>+</b> new, thick</span><span class="key del"><b>−</b> gone, dashed</span><span class="key mod"><b>~</b> changed, dotted</span>`
    : NOTHING;
  const types = TYPES.map((type) => piece`<span>${drawShape(type)} ${NODE_WORDS[type]}</span>`);
  const lines = piece`<span><svg class="sample" width="26" height="14" aria-hidden="true"><path class="e o" d="M1 7H24" /></svg> otherwise: the fallback</span><span>↩ back to</span>`;
  return piece`<p class="legend quiet">${signs}${types}${lines}</p>`;
}

/** The figure, or why there is none. */
export function graphFigure({ one, two, note }: Drawing, { rule }: ReportedRule): Markup {
  const words = note === '' ? NOTHING : piece`<p class="note">${note}</p>`;
  if (one === undefined && two === undefined) return words;
  const { name } = rule.payload;
  const bar = piece`<div class="tools">
    <label><input type="checkbox" class="show-way" /> Show the longest path</label>${BUTTONS}
  </div>`;
  const pictures =
    two === undefined
      ? canvas(one ?? NOTHING, `Graph of ${name}`)
      : piece`<div class="pair">
          <div>
            <p class="caption">Before</p>
            ${canvas(two.before, `Graph of ${name}, before`)}
          </div>
          <div>
            <p class="caption">After</p>
            ${canvas(two.after, `Graph of ${name}, after`)}
          </div>
        </div>`;
  return piece`<figure class="picture">
    ${bar}${words}${pictures}
    <figcaption>${legend(two !== undefined)}</figcaption>
  </figure>`;
}
