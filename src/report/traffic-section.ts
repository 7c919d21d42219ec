// The calls of the rules that change, as a Markdown table.
import { spellNumber, spellPercent, spellSeconds } from '../health/spell-figures.ts';
import type { RuleTraffic } from '../health/traffic-report.ts';
import type { Traffic } from '../ports.ts';
import { count } from '../rules/count.ts';
import { codeSpan } from './escape.ts';
import type { Section } from './fit.ts';
import type { Report } from './report.ts';

const FIGURES = 3;
const NO_FIGURES = Array.from({ length: FIGURES }, () => '–');

/** The cells of one version: calls, completed, average duration. */
function figureCells(traffic: Traffic | undefined, none: string): string[] {
  if (traffic === undefined) return NO_FIGURES;
  const { calls, completionRate, averageDuration } = traffic;
  if (completionRate === undefined || averageDuration === undefined) return [none, ...NO_FIGURES.slice(1)];
  return [spellNumber(calls), `${spellPercent(completionRate)} %`, spellSeconds(averageDuration)];
}

function row({ name, lastDay, since }: RuleTraffic, isWatched: boolean): string {
  const cells = [
    codeSpan(name),
    ...figureCells(lastDay, 'no calls in the last day'),
    ...(isWatched ? figureCells(since, 'no calls yet') : []),
  ];
  return `| ${cells.join(' | ')} |\n`;
}

function tableHead({ command }: Pick<Report, 'command'>, isWatched: boolean): string {
  const of = (when: string): string[] => [`Calls ${when}`, 'Completed', 'Average duration'];
  const which = command === 'lint' ? 'in the last 24 h' : 'of the version before in its last 24 h';
  const heads = ['Rule', ...of(which), ...(isWatched ? of('of the new version') : [])];
  const lines = heads.map((_, index) => (index === 0 ? '---' : '---:'));
  return `| ${heads.join(' | ')} |\n| ${lines.join(' | ')} |\n`;
}

/** The calls of the last day that met what is live, or what was before a deployment, and of new versions that were watched. */
export function trafficSection(report: Pick<Report, 'command' | 'traffic'>): Section {
  const { rules, leftOut } = report.traffic ?? { rules: [], leftOut: 0 };
  const isWatched = rules.some(({ since }) => since !== undefined);
  const tail =
    leftOut === 0
      ? ''
      : `\n_${count(leftOut, 'more rule')} ${leftOut === 1 ? 'was' : 'were'} not asked for._\n`;
  return {
    noun: 'rows of calls',
    head: `\n### Calls\n\n${tableHead(report, isWatched)}`,
    items: rules.map((rule) => row(rule, isWatched)),
    tail,
    rank: 3,
  };
}
