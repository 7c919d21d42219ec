// The top of the page: the verdict, what was looked at, what it comes to, and what a person must do.
import { countFindings } from '../../lint/finding.ts';
import { count } from '../../rules/count.ts';
import { type Detail, type Report, isChanged, largestDepth, presentRules } from '../report.ts';
import { isCompared, spellVerdict } from '../verdict.ts';
import { spellInstant } from '../../schedule/spell-span.ts';
import { type Markup, NOTHING, piece } from './markup.ts';
import { sentence } from './words.ts';

/** Nobody reads the milliseconds. */
const MINUTE = 60_000;

function commitOf({ commit, repositoryUrl }: Report): Markup {
  if (commit === '') return NOTHING;
  const short = piece`<code>${commit.slice(0, 12)}</code>`;
  const link = /^https?:\/\//.test(repositoryUrl)
    ? piece`<a href="${`${repositoryUrl}/commit/${commit}`}" rel="noreferrer">${short}</a>`
    : short;
  return piece`<div>
    <dt>Commit</dt>
    <dd>${link}</dd>
  </div>`;
}

function detailItem({ text, command }: Detail): Markup {
  return piece`<li>
    ${sentence(text)}${command === undefined ? NOTHING : piece` <code class="command">${command}</code>`}
  </li>`;
}

function figure(value: string | number, words: string, href: string): Markup {
  return piece`<li>
    <a href="${href}"><b>${value}</b> ${words}</a>
  </li>`;
}

function counts(report: Report): Markup {
  const errors = countFindings(report.findings, 'error');
  const warnings = countFindings(report.findings, 'warning');
  const remarks = countFindings(report.findings, 'info');
  const changed = report.rules.filter(isChanged).length;
  const depth = largestDepth(report);
  const noun = (number: number, word: string): string => count(number, word).replace(/^\d+ /, '');
  return piece`<ul class="counts">
    ${figure(presentRules(report).length, noun(presentRules(report).length, 'rule'), '#rules')}
    ${isCompared(report) && report.rules.length > 0 ? figure(changed, changed === 1 ? 'rule changes' : 'rules change', '#rules') : NOTHING}
    ${figure(errors, noun(errors, 'error'), '#findings')}
    ${figure(warnings, noun(warnings, 'warning'), '#findings')}
    ${remarks === 0 ? NOTHING : figure(remarks, noun(remarks, 'remark'), '#findings')}
    ${figure(`${depth} / ${report.maxDepth}`, 'deepest rule / limit', '#rules')}
  </ul>`;
}

/** The header of the page. */
export function headPart(report: Report): Markup {
  const { icon, main, rest } = spellVerdict(report);
  const isGood = icon !== '❌';
  const details =
    report.details.length === 0
      ? NOTHING
      : piece`<ul class="details">
          ${report.details.map(detailItem)}
        </ul>`;
  return piece`<header class="top ${isGood ? 'good' : 'bad'}">
    <div class="wide">
      <p class="kicker">CXone IVR rules</p>
      <h1><span class="mark" aria-hidden="true">${isGood ? '✓' : '✕'}</span><span>${main}${rest}</span></h1>
      ${report.message === '' ? NOTHING : piece`<p class="message">${sentence(report.message)}</p>`} ${details}
      <dl class="about">
        <div>
          <dt>Environment</dt>
          <dd><bdi>${report.environment}</bdi></dd>
        </div>
        ${commitOf(report)}
        <div>
          <dt>Command</dt>
          <dd>${report.command}</dd>
        </div>
        <div>
          <dt>Result</dt>
          <dd>${report.result}${report.reason === undefined ? NOTHING : piece` (${report.reason})`}</dd>
        </div>
        <div>
          <dt>Files</dt>
          <dd>${report.files}</dd>
        </div>
        <div>
          <dt>As of</dt>
          <dd>${spellInstant(report.now - (report.now % MINUTE))}</dd>
        </div>
      </dl>
      ${counts(report)}
    </div>
  </header> `;
}
