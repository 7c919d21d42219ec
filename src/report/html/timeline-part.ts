// The windows of each campaign's rules as bars, with overlaps and gaps, and the same in words.
import type { Rule } from '../../rules/rule.ts';
import { spellInstant, spellSpan } from '../../schedule/spell-span.ts';
import type { Timeline } from '../../schedule/timeline.ts';
import { type Window, isAlways } from '../../schedule/window.ts';
import { count } from '../../rules/count.ts';
import type { Report } from '../report.ts';
import { MOST_BARS, MOST_CAMPAIGNS } from './limits.ts';
import { type Markup, NOTHING, piece, joinMarkup } from './markup.ts';
import { type TimeScale, makeTimeScale } from './time-scale.ts';

const MOST_SENTENCES = 30;

function bar(name: string, span: Window, { place }: TimeScale): Markup {
  const from = place(span.start);
  const width = Math.max(0.8, Math.round((place(span.end) - from) * 100) / 100);
  return piece`<rect class="${name}" x="${from}%" width="${width}%" y="4" height="16" rx="3" />`;
}

function nowLine(now: number, { place }: TimeScale): Markup {
  return piece`<line class="now" x1="${place(now)}%" x2="${place(now)}%" y1="0" y2="24" />`;
}

interface Row {
  readonly name: Markup;
  readonly words: string;
  readonly bars: readonly Markup[];
}

function drawRow({ name, words, bars }: Row, now: Markup): Markup {
  return piece`<li>
    <span class="who">${name}</span
    ><svg width="100%" height="24" role="img" aria-label="${words}">${bars}${now}</svg
    ><span class="when">${words}</span>
  </li>`;
}

function axis({ ticks, place }: TimeScale, now: number): Markup {
  const dates = ticks.map(
    ({ at, words }) =>
      piece`<line x1="${at}%" x2="${at}%" y1="0" y2="5" /><text x="${at}%" y="17">${words}</text>`,
  );
  const mark = piece`<text class="now" x="${place(now)}%" y="32">now</text>`;
  return piece`<li class="axis" aria-hidden="true">
    <span class="who"></span><svg width="100%" height="36">${dates}${mark}</svg>
  </li>`;
}

function names(rules: readonly Rule[]): Markup {
  return joinMarkup(
    rules.map(({ payload }) => piece`<code>${payload.name}</code>`),
    ', ',
  );
}

function overlapsOf({ overlaps }: Timeline, rule: Rule): Window[] {
  return overlaps.filter(({ first, second }) => first === rule || second === rule).map(({ span }) => span);
}

function sentences(timeline: Timeline): Markup[] {
  const { current, overlaps, overlapsLeftOut, gaps, undated, expired, expiringSoon, neverInForce } = timeline;
  const more = current.leftOut === 0 ? '' : ` and ${current.leftOut} more`;
  const inForce =
    current.rules.length === 0
      ? piece`<li>Now no rule is in force.</li>`
      : piece`<li>Now in force: ${names(current.rules)}${more}.</li>`;
  const shown = overlaps.slice(0, MOST_SENTENCES);
  const left = overlapsLeftOut + overlaps.length - shown.length;
  return [
    inForce,
    ...shown.map(
      ({ first, second, span }) =>
        piece`<li class="bad">Overlap: ${names([first, second])} are both in force ${spellSpan(span)}.</li>`,
    ),
    ...(left > 0 ? [piece`<li>${count(left, 'more overlap')}, not told here.</li>`] : []),
    ...gaps
      .slice(0, MOST_SENTENCES)
      .map(({ span }) => piece`<li class="bad">Gap: no rule is in force ${spellSpan(span)}.</li>`),
    ...expiringSoon.map(
      ({ rule, at }) =>
        piece`<li class="bad">${names([rule])} expires at ${spellInstant(at)}, and no rule follows.</li>`,
    ),
    ...(undated.length > 0 && timeline.rules.length > undated.length
      ? [
          piece`<li>
            Without dates, so always in force beside the others: ${names(undated.slice(0, MOST_SENTENCES))}.
          </li>`,
        ]
      : []),
    ...(expired.length > 0 ? [piece`<li>Over: ${names(expired.slice(0, MOST_SENTENCES))}.</li>`] : []),
    ...(neverInForce.length > 0
      ? [
          piece`<li class="bad">
            Never in force, since the window ends where it starts or before:
            ${names(neverInForce.slice(0, MOST_SENTENCES))}.
          </li>`,
        ]
      : []),
  ];
}

function drawTimeline(timeline: Timeline, now: number, linkOf: (rule: Rule) => Markup): Markup {
  const { campaignId, rules, gaps } = timeline;
  const scale = makeTimeScale(
    rules.map(({ window }) => window),
    now,
  );
  const line = nowLine(now, scale);
  const shown = rules.slice(0, MOST_BARS);
  const rows = shown.map(({ rule, window }) => {
    const isNever = timeline.neverInForce.includes(rule);
    const isOver = timeline.expired.includes(rule);
    const bars = [
      bar(isOver ? 'bar over' : 'bar', window, scale),
      ...overlapsOf(timeline, rule).map((span) => bar('overlap', span, scale)),
    ];
    const words = isNever ? 'never in force' : spellSpan(window);
    return drawRow({ name: linkOf(rule), words, bars: isNever ? [] : bars }, line);
  });
  const gapRow =
    gaps.length === 0
      ? NOTHING
      : drawRow(
          {
            name: piece`<i>no rule</i>`,
            words: count(gaps.length, 'gap'),
            bars: gaps.map(({ span }) => bar('gap', span, scale)),
          },
          line,
        );
  const left = rules.length - shown.length;
  return piece`<section class="campaign">
    <h3>Campaign <bdi>${campaignId}</bdi></h3>
    <ul class="bars">
      ${rows}${gapRow}${axis(scale, now)}
    </ul>
    ${left > 0 ? piece`<p class="note">${count(left, 'more rule')} left out of the picture.</p>` : NOTHING}
    <ul class="told">
      ${sentences(timeline)}
    </ul>
  </section> `;
}

/** Whether a campaign has nothing to draw: no date, and so no change. */
function isPlain({ rules }: Timeline): boolean {
  return rules.every(({ window }) => isAlways(window));
}

/** The section with the campaigns' windows. @param linkOf the name of a rule, as a link where it has a part */
export function timelinePart(report: Report, linkOf: (rule: Rule) => Markup): Markup {
  const dated = report.timelines.filter((timeline) => !isPlain(timeline));
  const plain = report.timelines.filter(isPlain);
  if (report.timelines.length === 0) return NOTHING;
  const shown = dated.slice(0, MOST_CAMPAIGNS);
  const left = dated.length - shown.length;
  const rows = plain.slice(0, MOST_CAMPAIGNS).map(
    ({ campaignId, rules }) =>
      piece`<tr>
        <th scope="row"><bdi>${campaignId}</bdi></th>
        <td>
          ${joinMarkup(
            rules.slice(0, MOST_SENTENCES).map(({ rule }) => linkOf(rule)),
            ', ',
          )}
        </td>
      </tr>`,
  );
  const always =
    plain.length === 0
      ? NOTHING
      : piece`<details class="text"><summary>${count(plain.length, 'campaign')} without dates: always in force</summary><table class="rows"><thead><tr><th scope="col">Campaign<th scope="col">Rules<tbody>${rows}</table>${plain.length > rows.length ? piece`<p class="note">${count(plain.length - rows.length, 'more campaign')} left out.</p>` : NOTHING}</details>`;
  const legend = piece`<p class="legend quiet">
    <span><span class="swatch bar"></span> in force</span>
    <span><span class="swatch overlap"></span> two rules at once</span>
    <span><span class="swatch gap"></span> no rule</span>
    <span><span class="swatch now"></span> now</span>
    <span>All times are UTC.</span>
  </p>`;
  return piece`<section id="windows" aria-labelledby="windows-title">
    <h2 id="windows-title">When rules are in force</h2>
    ${dated.length === 0 ? NOTHING : legend}${shown.map((timeline) => drawTimeline(timeline, report.now, linkOf))}${left > 0 ? piece`<p class="note">${count(left, 'more campaign')} left out.</p>` : NOTHING}${always}
  </section> `;
}
