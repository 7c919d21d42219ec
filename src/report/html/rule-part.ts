// One rule's part of the page: its figures, its findings, its graph and its transitions.
import type { Figures } from '../../graph/figures.ts';
import { count } from '../../rules/count.ts';
import { type Report, type ReportedRule, isChanged } from '../report.ts';
import { spellCounts } from '../verdict.ts';
import { spellSpan } from '../../schedule/spell-span.ts';
import { windowOf } from '../../schedule/window.ts';
import { spellFallback } from '../node-words.ts';
import type { Drawing } from './draw-rules.ts';
import type { FindingsList } from './findings-part.ts';
import { graphFigure } from './graph-figure.ts';
import { MOST_LISTED_IDS } from './limits.ts';
import { type Markup, NOTHING, piece, joinMarkup } from './markup.ts';
import type { PageEntry } from './page-entries.ts';
import { actionWords, changeBadge, fileLink, ownSentence } from './words.ts';

function arrow<T extends string | number>(now: T, before: T | undefined): Markup {
  return before === undefined || before === now ? piece`${now}` : piece`${before} → <b>${now}</b>`;
}

/** Ids in their order; of very many the first and the last. */
function listIds(ids: readonly string[], between: string): Markup {
  const codes = (some: readonly string[]): Markup[] => some.map((id) => piece`<code>${id}</code>`);
  if (ids.length <= MOST_LISTED_IDS) return joinMarkup(codes(ids), between);
  const half = MOST_LISTED_IDS / 2;
  const left = piece`<span class="quiet">${ids.length - 2 * half} more</span>`;
  return joinMarkup([...codes(ids.slice(0, half)), left, ...codes(ids.slice(-half))], between);
}

function listLoops(groups: readonly (readonly string[])[]): Markup {
  if (groups.length === 0) return piece`none`;
  const shown = groups.slice(0, 20).map((group) => piece`<li>${listIds(group, ', ')}</li>`);
  const left = groups.length - shown.length;
  return piece`${groups.length}<ul>
      ${shown}${left > 0 ? piece`<li>and ${left} more</li>` : NOTHING}
    </ul>`;
}

function depthWords({ figures, before, change }: ReportedRule, maxDepth: number): Markup {
  const { depth, exact, upperBound } = figures.depth;
  const old = change === 'removed' ? undefined : before?.figures.depth.depth;
  const bound = exact ? piece`exact` : piece`at least; at most ${upperBound}`;
  const over =
    change !== 'removed' && depth > maxDepth ? piece` <b class="over">over the limit</b>` : NOTHING;
  return piece`${arrow(depth, old)} of at most ${maxDepth} <span class="quiet">(${bound})</span>${over}`;
}

function item(term: string, value: Markup): Markup {
  return piece`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** What fits beside one another; of a changed rule what it was before, too. */
function smallFigures(report: Report, { entry, action }: PageEntry): Markup[] {
  const { rule, figures: now, before, change } = entry;
  const old = change === 'removed' ? undefined : before;
  const [payload, was] = [rule.payload, old?.rule.payload];
  return [
    item('Nodes', arrow(now.graph.ids.length, old?.figures.graph.ids.length)),
    item('Transitions', arrow(now.graph.edgeCount, old?.figures.graph.edgeCount)),
    item('Depth', depthWords(entry, report.maxDepth)),
    item('Campaign', arrow(payload.campaignId, was?.campaignId)),
    item('In force', arrow(spellSpan(windowOf(payload)), was && spellSpan(windowOf(was)))),
    item('Status', arrow(rule.status, old?.rule.status)),
    action === undefined ? NOTHING : item('On the tenant', piece`${actionWords(action)}`),
    item(
      'If nothing matches',
      arrow(spellFallback(payload.fallbackAction), was && spellFallback(was.fallbackAction)),
    ),
  ];
}

function listUndefinedTargets({ graph, undefinedTargets }: Figures): Markup {
  const shown = undefinedTargets
    .slice(0, MOST_LISTED_IDS)
    .map(
      ({ node, target }) => piece`<li><code>${graph.ids[node] ?? ''}</code> → <code>${target}</code></li>`,
    );
  return piece`${undefinedTargets.length}
    <ul>
      ${shown}
    </ul>`;
}

/** What needs a line of its own. */
function largeFigures(report: Report, { rule, figures: now }: ReportedRule): Markup[] {
  const idsOf = (nodes: readonly number[]): string[] => nodes.map((node) => now.graph.ids[node] ?? '');
  return [
    item('Longest path', listIds(idsOf(now.depth.path), ' → ')),
    item('Loops', listLoops(now.loops.map(idsOf))),
    now.traps.length === 0 ? NOTHING : item('Loops without a way out', listLoops(now.traps.map(idsOf))),
    now.unreachable.length === 0 ? NOTHING : item('Never reached', listIds(idsOf(now.unreachable), ', ')),
    now.undefinedTargets.length === 0
      ? NOTHING
      : item('Targets that do not exist', listUndefinedTargets(now)),
    item(
      'File',
      piece`${fileLink(report, rule.path)}
        <span class="quiet">payload <code>${rule.payloadHash.slice(0, 12)}</code></span>`,
    ),
  ];
}

/** The line that stands while the part is closed. */
function summary({ entry, findings }: PageEntry): Markup {
  const { rule, figures: now, change, before } = entry;
  const former =
    change === 'renamed' && before !== undefined
      ? piece` <span class="quiet">was <bdi>${before.rule.payload.name}</bdi></span>`
      : NOTHING;
  const counts = spellCounts(findings);
  const badge =
    counts === ''
      ? NOTHING
      : piece`<span
          class="badge ${findings.some(({ severity }) => severity === 'error') ? 'error' : 'warning'}"
          >${counts}</span
        >`;
  const size = `${count(now.graph.ids.length, 'node')}, depth ${now.depth.depth}`;
  return piece`<summary>
    <h3><bdi>${rule.payload.name}</bdi></h3>
    ${former} ${changeBadge(change)} ${badge} <span class="quiet size">${size}</span>
  </summary>`;
}

/** @param isOpen whether it is open without being asked to be */
export function rulePart(
  report: Report,
  page: PageEntry,
  drawing: Drawing,
  table: Markup,
  list: FindingsList,
  isOpen: boolean,
): Markup {
  const { entry, anchor, findings } = page;
  const callers = entry.callers.map((text) => piece`<li>${ownSentence(text)}</li>`);
  const marks = `${isChanged(entry) ? ' changed' : ''}${findings.length > 0 ? ' found' : ''}`;
  return piece`<details class="rule${marks}" id="${anchor ?? ''}"${isOpen ? piece` open` : NOTHING}>
    ${summary(page)}
    <div class="body">
      ${
        callers.length === 0
          ? NOTHING
          : piece`<h4>For callers</h4>
              <ul class="told">
                ${callers}
              </ul>`
      }
      ${
        findings.length === 0
          ? NOTHING
          : piece`<h4>Findings</h4>
              ${list(findings)}`
      }
      <h4>Figures</h4>
      <dl class="figures">${smallFigures(report, page)}</dl>
      <dl class="figures large">${largeFigures(report, entry)}</dl>
      <h4>Graph</h4>
      ${graphFigure(drawing, entry)}${table}
    </div>
  </details> `;
}
