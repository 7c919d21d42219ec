import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../src/graph/figures.ts';
import { compareRuleSets } from '../../src/plan/compare-rule-sets.ts';
import { reportRules } from '../../src/report/report-rules.ts';
import { changedNames, isFailure, largestDepth, presentRules } from '../../src/report/report.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import { lintSources } from '../lint/lint-texts.ts';
import { ruleFile } from '../rules/rule-file.ts';
import { type Files, lintReport, longRule, sourceFiles } from './sample-report.ts';

const [root, sales] = ruleFile().nodes as object[];

describe('rules in a report', () => {
  const base = {
    'same.json': ruleFile({ name: 'Same' }),
    'edited.json': ruleFile({ name: 'Edited' }),
    'gone.json': longRule('Gone', 9),
    'old.json': ruleFile({ name: 'Old', campaignId: 'c' }),
  };
  const head = {
    'same.json': ruleFile({ name: 'Same' }),
    'edited.json': ruleFile({ name: 'Edited', nodes: [root, sales, { id: 'x', type: 'hangup' }] }),
    'new.json': ruleFile({ name: 'New', campaignId: 'c' }),
    'added.json': ruleFile({ name: 'Added' }),
  };
  const report = lintReport(head, base);

  it('say what became of each, by name', () => {
    expect(
      report.rules.map(({ rule, change, before, figures }) => [
        rule.payload.name,
        change,
        before?.rule.payload.name,
        figures.graph.ids.length,
        before?.figures.graph.ids.length,
      ]),
    ).toEqual([
      ['Added', 'added', undefined, 2, undefined],
      ['Edited', 'modified', 'Edited', 3, 2],
      ['Gone', 'removed', 'Gone', 9, 9],
      ['New', 'renamed', 'Old', 2, 2],
      ['Same', 'unchanged', 'Same', 2, 2],
    ]);
  });

  it('that change are named, removed ones and former names too', () => {
    expect(changedNames(report.rules)).toEqual(['Added', 'Edited', 'Gone', 'New', 'Old']);
  });

  it('of which two have one name are there both, and named once', () => {
    const { rules } = lintReport({ 'a.json': ruleFile(), 'b.json': ruleFile() }, {});
    expect(rules.map(({ rule }) => rule.path)).toEqual(['a.json', 'b.json']);
    expect(changedNames(rules)).toEqual(['Main-Menu']);
  });

  it('that are removed are not present, nor do they count for the largest depth', () => {
    expect(presentRules(report).map(({ rule }) => rule.payload.name)).toEqual([
      'Added',
      'Edited',
      'New',
      'Same',
    ]);
    expect(largestDepth(report)).toBe(1);
    expect(largestDepth(lintReport({}))).toBe(0);
  });

  it('have no change where there is nothing to compare with', () => {
    const { rules } = lintReport(head);
    expect(rules.map(({ change, before }) => [change, before])).toEqual(nothingFor(4));
    expect(changedNames(rules)).toEqual([]);
  });

  it('have figures computed only for versions that are gone or changed', () => {
    const load = (files: Files) => loadRules(sourceFiles(files));
    const { rules } = load(head);
    const { subjects } = lintSources(sourceFiles(head));
    const computed: string[] = [];
    const own = new Map(subjects.map(({ rule }) => [rule.path, rule]));
    const changes = compareRuleSets(
      load(base).rules,
      rules.map((rule) => own.get(rule.path) ?? rule),
    );
    reportRules(
      subjects,
      changes,
      (rule) => {
        computed.push(rule.payload.name);
        return computeFigures(rule.payload.nodes);
      },
      0,
    );
    expect(computed.toSorted()).toEqual(['Edited', 'Gone', 'Old']);
  });
});

function nothingFor(count: number): undefined[][] {
  return Array.from({ length: count }, () => [undefined, undefined]);
}

describe('a result', () => {
  it.each([
    ['passed', false],
    ['failed', true],
    ['deployed', false],
    ['nothing-to-do', false],
    ['planned', false],
    ['rolled-back', false],
    ['undone', true],
    ['undo-failed', true],
    ['refused', true],
    ['superseded', false],
  ] as const)('%s fails the run: %s', (result, fails) => {
    expect(isFailure(result)).toBe(fails);
  });
});
