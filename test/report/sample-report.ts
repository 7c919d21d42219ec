// Reports made from rule files as command lint makes them.
import { computeFigures } from '../../src/graph/figures.ts';
import { hasFailingFinding } from '../../src/lint/finding.ts';
import { compareRuleSets } from '../../src/plan/compare-rule-sets.ts';
import { reportPathTests } from '../../src/report/path-tests.ts';
import { reportRules, withoutUnreadable } from '../../src/report/report-rules.ts';
import type { Report } from '../../src/report/report.ts';
import { findUnreadable, loadRules } from '../../src/rules/load-rules.ts';
import { isPathTestPath } from '../../src/rules/rule-path.ts';
import type { SourceFile } from '../../src/rules/rule.ts';
import { CONFIG_PATH, lintSources } from '../lint/lint-texts.ts';
import { sourceFile } from '../rules/rule-file.ts';

/** Path → content: a text, or a value that is written as JSON. */
export type Files = Readonly<Record<string, unknown>>;

export const COMMIT = '0123456789abcdef0123456789abcdef01234567';

/** Files as they are read from a workspace. */
export function sourceFiles(files: Files): SourceFile[] {
  return Object.entries(files).map(([path, content]) => sourceFile(path, content));
}

function load(files: Files) {
  return loadRules(sourceFiles(files).filter(({ path }) => !isPathTestPath(path) && path !== CONFIG_PATH));
}

/**
 * The report of a lint.
 * @param base the files of the base commit; undefined where there is nothing to compare with
 */
export function lintReport(head: Files, base?: Files, changes: Partial<Report> = {}): Report {
  const loaded = load(head);
  const { findings, suppressed, subjects, files, pathTests, timelines, now, textOf } = lintSources(
    sourceFiles(head),
  );
  const unreadable = findUnreadable(loaded);
  const changed =
    base === undefined
      ? undefined
      : withoutUnreadable(compareRuleSets(load(base).rules, loaded.rules), unreadable);
  const fails = hasFailingFinding(findings, 'error');
  return {
    command: 'lint',
    environment: 'production',
    commit: COMMIT,
    result: fails ? 'failed' : 'passed',
    reason: fails ? 'lint' : undefined,
    message: '',
    details: [],
    maxDepth: 15,
    files,
    rules: reportRules(subjects, changed, (rule) => computeFigures(rule.payload.nodes), now),
    unreadable,
    findings,
    suppressed,
    now,
    timelines,
    textOf,
    plan: undefined,
    pathTests: reportPathTests(pathTests, subjects),
    repositoryUrl: 'https://github.com/octo/rules',
    ...changes,
  };
}

/** A rule of a campaign of its own, with a menu of so many nodes, each of which leads to the next and back to the menu. */
export function longRule(name: string, nodes: number): object {
  return {
    name,
    campaignId: `camp_${name}`,
    nodes: Array.from({ length: nodes }, (_, index) => ({
      id: `${name}-step-${index}`,
      type: index === nodes - 1 ? 'hangup' : 'dtmf',
      transitions:
        index === nodes - 1
          ? []
          : [
              { condition: 'default', target: `${name}-step-${index + 1}` },
              { condition: 'timeout', target: `${name}-step-0` },
            ],
    })),
    fallbackAction: { type: 'hangup' },
  };
}
