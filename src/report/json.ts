// report.json (INTERFACE section 6): stable, versioned, described by schemas/report.schema.json.
import type { TrafficReport } from '../health/traffic-report.ts';
import { countFindings } from '../lint/finding.ts';
import type { SuppressedFinding } from '../lint/suppress.ts';
import { planDigest } from '../plan/plan-digest.ts';
import type { Drift } from '../plan/drift.ts';
import type { PathTestReport } from './path-tests.ts';
import { type Report, type ReportedRule, largestDepth, presentRules } from './report.ts';

/** A rule of a report, or one that is compared with nothing. */
type EnteredRule = Pick<ReportedRule, 'rule' | 'figures' | 'change'> & Partial<Pick<ReportedRule, 'callers'>>;

/** What the report says of one rule. */
export function ruleEntry(
  { rule, figures, change, callers = [] }: EnteredRule,
  plan: string | undefined,
): object {
  const idOf = (index: number): string => figures.graph.ids[index] ?? '';
  const idsOf = (indices: readonly number[]): string[] => indices.map(idOf);
  const { depth } = figures;
  return {
    path: rule.path,
    name: rule.payload.name,
    campaignId: rule.payload.campaignId,
    payloadHash: rule.payloadHash,
    nodes: figures.graph.ids.length,
    edges: figures.graph.edgeCount,
    depth: depth.depth,
    exact: depth.exact,
    depthUpperBound: depth.upperBound,
    longestPath: idsOf(depth.path),
    loops: figures.loops.map(idsOf),
    traps: figures.traps.map(idsOf),
    unreachable: idsOf(figures.unreachable),
    undefinedTargets: figures.undefinedTargets.map(({ node, target }) => ({ node: idOf(node), target })),
    ...(change === undefined ? {} : { change }),
    ...(callers.length === 0 ? {} : { callers }),
    ...(plan === undefined ? {} : { plan }),
  };
}

function pathTestEntry({ passed, failed, rules }: PathTestReport): object {
  return { passed, failed, rules: rules.map(({ failed: _failed, ...rule }) => rule) };
}

/** Rates and averages that do not exist are left out, as JSON leaves out what is undefined. */
function trafficEntry({ rules, leftOut }: TrafficReport): object {
  return { rules: rules.map(({ name, lastDay, since }) => ({ name, lastDay, since })), leftOut };
}

function suppressedEntry({ finding, suppression }: SuppressedFinding): object {
  const { rule, node, reason, expires } = suppression;
  return { ...finding, rule, ...(node === undefined ? {} : { node }), reason, until: expires };
}

function driftEntry({ deployedSha, isCommitGone, rules, unknown = [] }: Drift): object {
  return {
    deployedCommit: isCommitGone ? null : (deployedSha ?? null),
    rules: rules.map(({ taken: _taken, remarks, callers: _callers, ...rule }) => ({
      ...rule,
      ...(remarks.length === 0 ? {} : { remarks }),
    })),
    unknown: unknown.map(({ name, id, status, why }) => ({
      name,
      id,
      ...(status === undefined ? { why } : { status }),
    })),
  };
}

/** Renders report.json; the text ends in a newline. */
export function renderJson(report: Report): string {
  const planOf = new Map(report.plan?.changes.map((change) => [change.name, change.action]));
  const document = {
    schemaVersion: 1,
    command: report.command,
    environment: report.environment,
    commit: report.commit,
    result: report.result,
    ...(report.reason === undefined ? {} : { reason: report.reason }),
    summary: {
      files: report.files,
      rules: presentRules(report).length,
      errors: countFindings(report.findings, 'error'),
      warnings: countFindings(report.findings, 'warning'),
      maxDepth: largestDepth(report),
    },
    rules: report.rules.map((entry) => ruleEntry(entry, planOf.get(entry.rule.payload.name))),
    findings: report.findings,
    suppressed: report.suppressed.map(suppressedEntry),
    ...(report.plan === undefined ? {} : { planDigest: planDigest(report.plan) }),
    ...(report.details.length === 0 ? {} : { details: report.details }),
    ...(report.drift === undefined ? {} : { drift: driftEntry(report.drift) }),
    ...(report.writtenFiles === undefined ? {} : { writtenFiles: report.writtenFiles }),
    ...(report.traffic === undefined ? {} : { traffic: trafficEntry(report.traffic) }),
    ...(report.pathTests === undefined ? {} : { pathTests: pathTestEntry(report.pathTests) }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
