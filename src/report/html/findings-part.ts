// Findings with the lines of the file that they are about.
import type { Finding } from '../../lint/finding.ts';
import { count } from '../../rules/count.ts';
import type { Report } from '../report.ts';
import { type ExcerptLine, excerpt } from './excerpt.ts';
import { MOST_FINDINGS, MOST_FINDINGS_OF_ONE } from './limits.ts';
import { type Markup, NOTHING, piece } from './markup.ts';
import { SEVERITY_SIGNS, fileLink, sentence } from './words.ts';

/** Shows findings, as long as there is room for more on the page. */
export type FindingsList = (findings: readonly Finding[]) => Markup;

function excerptLine({ number, before, marked, after, isHit }: ExcerptLine): Markup {
  const mark = marked === '' ? NOTHING : piece`<mark>${marked}</mark>`;
  return piece`<span class="${isHit ? 'ln hit' : 'ln'}"
    ><span class="no">${number}</span><span class="tx">${before}${mark}${after}</span></span
  > `;
}

function findingItem(report: Report, lines: readonly string[] | undefined, finding: Finding): Markup {
  const { severity, check, path, line, message } = finding;
  const source =
    lines === undefined ? NOTHING : piece`<pre class="src">${excerpt(lines, finding).map(excerptLine)}</pre>`;
  return piece`<li class="finding ${severity}">
    <p>
      <span class="sev"
        ><span class="sign" aria-hidden="true">${SEVERITY_SIGNS[severity]}</span>${severity}</span
      >
      ${sentence(message)} <span class="quiet">${check} · ${fileLink(report, path, line)}</span>
    </p>
    ${source}
  </li> `;
}

/** Makes the list of findings, which counts what it has shown. All findings of one list must be of one file. */
export function listFindings(report: Report): FindingsList {
  let room = MOST_FINDINGS;
  return (findings) => {
    if (findings.length === 0) return NOTHING;
    const shown = findings.slice(0, Math.min(room, MOST_FINDINGS_OF_ONE));
    room -= shown.length;
    const text = shown[0] === undefined ? undefined : report.textOf?.(shown[0].path);
    const lines = text?.split(/\r\n|\n/);
    const left = findings.length - shown.length;
    const more =
      left === 0
        ? NOTHING
        : piece`<p class="note">${count(left, 'more finding')} left out here; report.json has them all.</p>`;
    return piece`<ul class="findings">
        ${shown.map((finding) => findingItem(report, lines, finding))}
      </ul>
      ${more}`;
  };
}
