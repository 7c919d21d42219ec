// report.html: the report that people read, one file that loads nothing. The parts are made here in their order.
import type { Rule } from '../../rules/rule.ts';
import { count } from '../../rules/count.ts';
import { type Report, isChanged } from '../report.ts';
import { spellVerdict } from '../verdict.ts';
import { callersPart } from './callers-part.ts';
import { type Drawing, drawRules } from './draw-rules.ts';
import { type FindingsList, listFindings } from './findings-part.ts';
import { headPart } from './head-part.ts';
import { MOST_TRANSITIONS, MOST_TRANSITIONS_OF_ONE } from './limits.ts';
import { type Markup, NOTHING, piece } from './markup.ts';
import { pathTestPart, planPart, suppressedPart } from './other-parts.ts';
import { page } from './page.ts';
import { type PageEntries, type PageEntry, makeEntries } from './page-entries.ts';
import { rulePart } from './rule-part.ts';
import { ruleTable } from './rule-table.ts';
import { timelinePart } from './timeline-part.ts';
import { rowsOf } from './transition-rows.ts';
import { transitionTable } from './transition-table.ts';
import { fileLink, ruleLink } from './words.ts';

/** Of so many rules to look at all are open at once. */
const MOST_OPEN = 4;

function hasFocus({ entry, findings }: PageEntry): boolean {
  return isChanged(entry) || findings.length > 0;
}

/** Tables of transitions while there is room for them: rules that changed or have findings come first. */
function makeTables(shown: readonly PageEntry[]): Map<PageEntry, Markup> {
  let room = MOST_TRANSITIONS;
  const tables = new Map<PageEntry, Markup>();
  const order = [...shown.filter(hasFocus), ...shown.filter((entry) => !hasFocus(entry))];
  for (const entry of order) {
    const most = Math.min(room, MOST_TRANSITIONS_OF_ONE);
    const { diff, figures } = entry.entry;
    const nodes = diff?.nodes.length ?? figures.graph.ids.length;
    const { markup, rows } = transitionTable(rowsOf(entry.entry, most), nodes, diff !== undefined, most);
    room -= rows;
    tables.set(entry, markup);
  }
  return tables;
}

/** What is said where not every rule has a part or a picture. */
function explainRoom(all: number, shown: number, drawings: readonly Drawing[]): Markup {
  const left = drawings.filter(({ isLeftOut }) => isLeftOut === true).length;
  const parts =
    all === shown
      ? []
      : [
          `${count(all - shown, 'rule')} ${all - shown === 1 ? 'is' : 'are'} in the list only, for want of room.`,
        ];
  const pictures =
    left === 0
      ? []
      : [
          `${count(left, 'rule')} of ${shown} ${left === 1 ? 'has' : 'have'} no picture; each says why, and has its transitions in words.`,
        ];
  return piece`${[...parts, ...pictures].map((text) => piece`<p class="note">${text}</p>`)}`;
}

function ruleParts(report: Report, { entries }: PageEntries, list: FindingsList): Markup {
  const shown = entries.filter(({ anchor }) => anchor !== undefined);
  const withFindings = new Set(shown.filter(({ findings }) => findings.length > 0).map(({ entry }) => entry));
  const drawings = drawRules(
    shown.map(({ entry }) => entry),
    (entry) => withFindings.has(entry),
  );
  const tables = makeTables(shown);
  const focus = shown.filter(hasFocus);
  const open = new Set(focus.length <= MOST_OPEN ? focus : []);
  const parts = shown.map((entry, index) => {
    const part = rulePart(
      report,
      entry,
      drawings[index] ?? { note: '' },
      tables.get(entry) ?? NOTHING,
      list,
      open.has(entry),
    );
    return { part, hasFocus: hasFocus(entry) };
  });
  const others = parts.filter((part) => !part.hasFocus);
  const title =
    focus.length > 0 && others.length > 0 ? piece`<h3 class="group">All other rules</h3>` : NOTHING;
  return piece`<section id="each" aria-labelledby="each-title">
    <h2 id="each-title">Rule by rule</h2>
    ${explainRoom(entries.length, shown.length, drawings)}
    <div id="parts">${parts.filter((part) => part.hasFocus).map(({ part }) => part)}</div>
    ${title}
    <div>${others.map(({ part }) => part)}</div>
  </section> `;
}

/** Findings with an index of the rules that have some, and those in files that hold no rule. */
function findingsPart(report: Report, { entries, elsewhere }: PageEntries, list: FindingsList): Markup {
  const found = entries.filter(({ findings }) => findings.length > 0);
  const links = found.map(
    (entry) =>
      piece`<li>${ruleLink(entry)} <span class="quiet">${count(entry.findings.length, 'finding')}</span></li>`,
  );
  const files = [...elsewhere].map(
    ([path, findings]) =>
      piece`<section class="file">
        <h3>${fileLink(report, path)}</h3>
        ${list(findings)}
      </section>`,
  );
  const none = report.findings.length === 0 ? piece`<p>None.</p>` : NOTHING;
  return piece`<section id="findings" aria-labelledby="findings-title">
    <h2 id="findings-title">Findings</h2>
    ${none}${
      links.length === 0
        ? NOTHING
        : piece`<p>In these rules; each rule’s own part shows them with the lines of its file:</p>
            <ul class="links">
              ${links}
            </ul>`
    }${
      files.length === 0
        ? NOTHING
        : piece`<p>In files that are not read as rules:</p>
            ${files}`
    }
  </section> `;
}

function navigation(report: Report): Markup {
  const links = [
    ['callers', 'For callers'],
    ['findings', 'Findings'],
    ['rules', 'Rules'],
    ['each', 'Rule by rule'],
    ...(report.timelines.length === 0 ? [] : [['windows', 'In force']]),
    ...(report.plan === undefined ? [] : [['plan', 'Plan']]),
    ...(report.pathTests === undefined ? [] : [['tests', 'Path tests']]),
    ...(report.suppressed.length === 0 ? [] : [['suppressed', 'Suppressed']]),
  ];
  return piece`<nav aria-label="Parts of this report">
    <ul class="wide">
      ${links.map(([id, words]) => piece`<li><a href="#${id}">${words}</a></li>`)}
    </ul>
  </nav> `;
}

/** Renders report.html; the text ends in a newline. Same report, same bytes. */
export function renderHtml(report: Report): string {
  const entries = makeEntries(report);
  const list = listFindings(report);
  const byRule = new Map(entries.entries.map((entry) => [entry.entry.rule, entry]));
  const linkOf = (rule: Rule): Markup => {
    const entry = byRule.get(rule);
    return entry === undefined ? piece`<bdi>${rule.payload.name}</bdi>` : ruleLink(entry);
  };
  // The parts of rules come before other files for room, and so are made first.
  const parts = ruleParts(report, entries, list);
  const main = piece`${callersPart(report, entries.entries)}${findingsPart(report, entries, list)}${ruleTable(report, entries.entries)}${parts}${timelinePart(report, linkOf)}${planPart(report)}${pathTestPart(report)}${suppressedPart(report)}`;
  const { main: words, rest } = spellVerdict(report);
  const footer = piece`<footer class="wide">
    <p>
      Made by CXone IVR GitOps. This file loads nothing, and sends nothing. The same report for machines is
      report.json.
    </p>
  </footer> `;
  return page(
    `IVR rules, ${report.environment}: ${words}${rest}`,
    navigation(report),
    headPart(report),
    main,
    footer,
  );
}
