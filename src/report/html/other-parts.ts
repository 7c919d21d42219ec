// The smaller parts of the page: what a deployment does, the path tests, and what the config file suppresses.
import { isWrite } from '../../plan/plan.ts';
import { count } from '../../rules/count.ts';
import { type TestedRule, remarkOnPathTests, sumUpPathTests } from '../path-tests.ts';
import type { Report } from '../report.ts';
import { MOST_ROWS } from './limits.ts';
import { type Markup, NOTHING, piece, joinMarkup } from './markup.ts';
import { actionWords, fileLink, sentence } from './words.ts';

function section(id: string, title: string, body: Markup): Markup {
  return piece`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${body}
  </section> `;
}

function leftOut(number: number, noun: string): Markup {
  return number > 0 ? piece`<p class="note">${count(number, `more ${noun}`)} left out here.</p>` : NOTHING;
}

/** The section on the plan; nothing where nothing was planned. */
export function planPart({ plan, command }: Report): Markup {
  if (plan === undefined) return NOTHING;
  const told = plan.changes.filter((change) => isWrite(change) || change.action === 'held');
  const rest = plan.changes.length - told.length;
  const rows = told.slice(0, MOST_ROWS).map(
    ({ name, action, reason }) =>
      piece`<tr>
        <th scope="row"><bdi>${name}</bdi></th>
        <td>${actionWords(action)}</td>
        <td>${reason}</td>
      </tr>`,
  );
  const table =
    rows.length === 0
      ? piece`<p>Nothing is to be done on the tenant.</p>`
      : piece`<div class="scroll" tabindex="0" role="group" aria-label="Plan"><table class="rows"><thead><tr><th scope="col">Rule<th scope="col">On the tenant<th scope="col">Because<tbody>${rows}</table></div>`;
  const others =
    rest === 0 || rows.length === 0
      ? NOTHING
      : piece`<p class="note">
          ${count(rest, 'rule')} ${rest === 1 ? 'stays' : 'stay'} as ${rest === 1 ? 'it is' : 'they are'}.
        </p>`;
  const title = command === 'lint' ? 'What a merge would do on the tenant' : 'Plan';
  return section('plan', title, piece`${table}${leftOut(told.length - rows.length, 'change')}${others}`);
}

const MOST_UNTAKEN = 20;

function testedRow({ name, tests, failed, taken, transitions, untaken }: TestedRule): Markup {
  const named = untaken
    .slice(0, MOST_UNTAKEN)
    .map(({ node, condition }) => piece`<span class="way-out"><code>${node}</code> ${condition}</span>`);
  const more = untaken.length - named.length;
  return piece`<tr>
    <th scope="row"><bdi>${name}</bdi></th>
    <td class="num">${tests - failed}</td>
    <td class="num">${failed > 0 ? piece`<b class="over">✕ ${failed}</b>` : piece`0`}</td>
    <td class="num">${taken} of ${transitions}</td>
    <td>
      ${untaken.length === 0 ? piece`<span class="quiet">none</span>` : joinMarkup(named, ', ')}${more > 0 ? piece` and ${more} more` : NOTHING}
    </td>
  </tr>`;
}

/** The section on path tests; nothing where there are none. */
export function pathTestPart({ pathTests }: Report): Markup {
  if (pathTests === undefined) return NOTHING;
  const remark = remarkOnPathTests(pathTests);
  const rows = pathTests.rules.slice(0, MOST_ROWS).map(testedRow);
  const table =
    rows.length === 0
      ? NOTHING
      : piece`<div class="scroll" tabindex="0" role="group" aria-label="Path tests"><table class="rows"><thead><tr><th scope="col">Rule<th scope="col" class="num">Passed<th scope="col" class="num">Failed<th scope="col" class="num">Transitions taken<th scope="col">Taken by no test<tbody>${rows}</table></div>`;
  return section(
    'tests',
    'Path tests',
    piece`<p>${sumUpPathTests(pathTests)}.${remark === '' ? '' : ` ${remark}.`}</p>
      ${table}${leftOut(pathTests.rules.length - rows.length, 'rule')}`,
  );
}

/** The section on suppressed findings; nothing where there are none. */
export function suppressedPart(report: Report): Markup {
  const { suppressed } = report;
  if (suppressed.length === 0) return NOTHING;
  const rows = suppressed.slice(0, MOST_ROWS).map(
    ({ finding, suppression }) =>
      piece`<tr>
        <th scope="row">${finding.check}</th>
        <td>${sentence(finding.message)}<br />${fileLink(report, finding.path, finding.line)}</td>
        <td>${suppression.reason}</td>
        <td>${suppression.expires}</td>
      </tr>`,
  );
  return section(
    'suppressed',
    'Suppressed findings',
    piece`<p>The config file says that these do not count.</p><div class="scroll" tabindex="0" role="group" aria-label="Suppressed findings"><table class="rows"><thead><tr><th scope="col">Check<th scope="col">Finding<th scope="col">Reason<th scope="col">Until<tbody>${rows}</table></div>${leftOut(suppressed.length - rows.length, 'finding')}`,
  );
}
