// How long the comment and the job summary of a large pull request take, beside the checks and the comparison before them.
import { byteLength } from '../src/report/fit.ts';
import { renderComment, renderSummary } from '../src/report/markdown.ts';
import { type Files, lintReport, longRule } from '../test/report/sample-report.ts';
import { median } from './measure.ts';
import type { Result } from './result.ts';

const RULES = 400;
const NODES = 60;
const ROUNDS = 3;

function makeFiles(nodes: number): Files {
  const names = Array.from({ length: RULES }, (_, index) => `Rule-${index}`);
  return Object.fromEntries(names.map((name) => [`rules/${name}.json`, longRule(name, nodes)]));
}

interface Round {
  /** Milliseconds. */
  readonly check: number;
  readonly render: number;
  /** Bytes. */
  readonly comment: number;
  readonly summary: number;
}

function timeOnce(head: Files, base: Files): Round {
  const start = performance.now();
  const report = lintReport(head, base);
  const checked = performance.now();
  const [comment, summary] = [renderComment(report, ''), renderSummary(report)];
  const rendered = performance.now();
  return {
    check: checked - start,
    render: rendered - checked,
    comment: byteLength(comment),
    summary: byteLength(summary),
  };
}

export function benchLargeReport(): Result[] {
  const [head, base] = [makeFiles(NODES), makeFiles(NODES - 1)];
  const rounds = Array.from({ length: ROUNDS }, () => timeOnce(head, base));
  const middle = (key: keyof Round): number => median(rounds.map((round) => round[key]));
  const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
  return [
    {
      name: `comment and summary of ${RULES} changed rules, against their checks`,
      ratio: middle('render') / middle('check'),
      goal: { most: 1 },
      details: [
        `rules of ${NODES} nodes, each with an error, middle of ${ROUNDS} rounds`,
        `${seconds(middle('check'))} for checks, figures, graphs compared and walks of both versions`,
        `${seconds(middle('render'))} for both texts: ${middle('comment')} and ${middle('summary')} bytes`,
      ],
    },
  ];
}
