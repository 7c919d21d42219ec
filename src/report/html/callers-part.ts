// What changes for callers, in words, rule by rule: the first thing on the page.
import { count } from '../../rules/count.ts';
import { type Report, isChanged } from '../report.ts';
import { isCompared } from '../verdict.ts';
import { MOST_ROWS } from './limits.ts';
import { type Markup, NOTHING, piece } from './markup.ts';
import type { PageEntry } from './page-entries.ts';
import { changeBadge, ownSentence, ruleLink } from './words.ts';

function callersItem(page: PageEntry): Markup {
  const { callers, change } = page.entry;
  return piece`<li>
    <h3>${ruleLink(page)} ${changeBadge(change)}</h3>
    <ul>
      ${callers.map((text) => piece`<li>${ownSentence(text)}</li>`)}
    </ul>
  </li>`;
}

/** Why nothing is said. */
function explainSilence(report: Report): string {
  if (!isCompared(report) || report.rules.length === 0)
    return 'There is nothing to compare these rules with, so what changes for callers is not told.';
  return report.rules.some(isChanged)
    ? 'Nothing changes for callers.'
    : 'No rule changes, so nothing changes for callers.';
}

/** The section on callers. */
export function callersPart(report: Report, entries: readonly PageEntry[]): Markup {
  const told = entries.filter(({ entry }) => entry.callers.length > 0);
  const left = told.length - MOST_ROWS;
  const body =
    told.length === 0
      ? piece`<p>${explainSilence(report)}</p>`
      : piece`<ul class="callers">
            ${told.slice(0, MOST_ROWS).map(callersItem)}
          </ul>
          ${left > 0 ? piece`<p class="note">${count(left, 'more rule')} left out here; each rule’s own part tells.</p>` : NOTHING}`;
  return piece`<section id="callers" aria-labelledby="callers-title">
    <h2 id="callers-title">What changes for callers</h2>
    ${body}
  </section> `;
}
