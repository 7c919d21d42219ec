// The list of all rules, which the page's script searches, filters and sorts.
import { count } from '../../rules/count.ts';
import { type Report, isChanged } from '../report.ts';
import { isCompared, spellCounts } from '../verdict.ts';
import { LONGEST_SEARCHED, MOST_RULES, MOST_SEARCHED } from './limits.ts';
import { type Markup, NOTHING, piece } from './markup.ts';
import type { PageEntry } from './page-entries.ts';
import { actionWords, changeBadge, ruleLink } from './words.ts';

/** Ids of nodes and media assets, as the search looks for them. */
function searchedText({ entry }: PageEntry): string {
  const { payload, path } = entry.rule;
  const words = new Set([path]);
  let length = path.length;
  for (const { id, mediaAssetId = '' } of payload.nodes) {
    words.add(id).add(mediaAssetId);
    length += id.length + mediaAssetId.length;
    if (length > LONGEST_SEARCHED) break;
  }
  return [...words]
    .filter((word) => word !== '')
    .join(' ')
    .toLowerCase()
    .slice(0, LONGEST_SEARCHED);
}

function numberCell(now: number, before: number | undefined, rest: Markup = NOTHING): Markup {
  const shown = before === undefined || before === now ? piece`${now}` : piece`${before} → <b>${now}</b>`;
  return piece`<td class="num" data-v="${now}">${shown}${rest}</td>`;
}

function row(report: Report, page: PageEntry, searched: string): Markup {
  const { entry, findings, action, anchor } = page;
  const { rule, figures, change, before } = entry;
  const old = change === 'modified' || change === 'renamed' ? before?.figures : undefined;
  const { depth, exact, upperBound } = figures.depth;
  const over = change !== 'removed' && depth > report.maxDepth;
  const rest = piece`${exact ? NOTHING : piece` to ${upperBound}`}${over ? piece` <span class="over" title="over the limit">✕</span>` : NOTHING}`;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const counts = spellCounts(findings);
  const weight = errors * 100_000 + findings.length;
  const marks = `${isChanged(entry) ? 'changed' : ''}${findings.length > 0 ? ' found' : ''}`.trim();
  const badge =
    counts === ''
      ? piece`<span class="quiet">none</span>`
      : piece`<span class="badge ${errors > 0 ? 'error' : 'warning'}">${counts}</span>`;
  const planned = report.plan === undefined ? NOTHING : piece`<td>${actionWords(action)}</td>`;
  return piece`<tr class="${marks}" data-for="${anchor ?? ''}" data-s="${searched}">
<th scope="row">${ruleLink(page)}</th><td><bdi>${rule.payload.campaignId}</bdi></td><td>${changeBadge(change)}</td>${numberCell(figures.graph.ids.length, old?.graph.ids.length)}${numberCell(figures.graph.edgeCount, old?.graph.edgeCount)}${numberCell(depth, old?.depth.depth, rest)}<td data-v="${weight}">${badge}</td>${planned}</tr>
`;
}

function heads(report: Report): Markup {
  const head = (name: string, isNumber: boolean): Markup =>
    piece`<th scope="col" aria-sort="none"${isNumber ? piece` class="num"` : NOTHING}>
      <button type="button">${name}</button>
    </th>`;
  const words = [
    'Rule',
    'Campaign',
    'Change',
    'Nodes',
    'Transitions',
    `Depth (limit ${report.maxDepth})`,
    'Findings',
  ];
  const all = report.plan === undefined ? words : [...words, 'On the tenant'];
  return piece`${all.map((name, index) => head(name, index >= 3 && index <= 5))}`;
}

function filters(report: Report, entries: readonly PageEntry[]): Markup {
  const changed = entries.filter(({ entry }) => isChanged(entry)).length;
  const found = entries.filter(({ findings }) => findings.length > 0).length;
  const box = (id: string, words: string, number: number): Markup =>
    piece`<label><input type="checkbox" id="${id}" /> ${words} <span class="quiet">(${number})</span></label>`;
  return piece`<form class="filters" role="search" aria-label="Rules">
    <label class="search"
      ><span>Search</span
      ><input
        type="search"
        id="search"
        placeholder="Name, campaign, node or media id"
        autocomplete="off"
        spellcheck="false"
        aria-keyshortcuts="/"
    /></label>
    ${isCompared(report) ? box('only-changed', 'Changed only', changed) : NOTHING}${box('only-found', 'With findings', found)}
    <output id="shown" for="search">${count(entries.length, 'rule')}</output>
  </form>`;
}

/** The section with the list of rules. */
export function ruleTable(report: Report, entries: readonly PageEntry[]): Markup {
  const shown = entries.slice(0, MOST_RULES);
  let room = MOST_SEARCHED;
  const rows = shown.map((page) => {
    const searched = room > 0 ? searchedText(page) : '';
    room -= searched.length;
    return row(report, page, searched);
  });
  const notes = [
    ...(entries.length > shown.length
      ? [
          `${count(entries.length - shown.length, 'more rule')} left out for their number; report.json has them all.`,
        ]
      : []),
    ...(room <= 0
      ? ['The search knows the node and media ids of the first rules only: there are too many.']
      : []),
  ];
  return piece`<section id="rules" aria-labelledby="rules-title"><h2 id="rules-title">Rules</h2>
${filters(report, entries)}
<div class="scroll" tabindex="0" role="group" aria-label="List of rules"><table class="list" id="list"><thead><tr>${heads(report)}</tr></thead><tbody>
${rows}</tbody></table></div><p class="note" id="none" hidden>No rule matches.</p>${notes.map((text) => piece`<p class="note">${text}</p>`)}</section>
`;
}
