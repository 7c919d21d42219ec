// report.sarif: the findings as SARIF 2.1.0 (OASIS), in the part of it that GitHub's code scanning reads.
import type { Finding } from '../lint/finding.ts';
import { count } from '../rules/count.ts';
import { cutText, terminalText, urlPath } from './escape.ts';
import { fingerprintFindings } from './fingerprint.ts';
import { type Report, presentRules } from './report.ts';
import { LEVELS, RULE_INDICES, describeChecks } from './sarif-rules.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** GitHub refuses a run with more results, and keeps 5,000 of them (docs.github.com, "SARIF results exceed limits"). */
const MOST_RESULTS = 25_000;
/** UTF-16 units. */
const LONGEST_MESSAGE = 1000;
const ZERO_WIDTH_SPACE = '\u200b';

/**
 * A sentence with untrusted words in it as a SARIF message: one line without control characters, in which nothing is a link
 * (`[text](target)`, section 3.11.6) or a placeholder (`{0}`, section 3.11.5).
 */
function sarifText(text: string): string {
  return cutText(terminalText(text), LONGEST_MESSAGE)
    .replaceAll('](', `]${ZERO_WIDTH_SPACE}(`)
    .replace(/\{(?=\d)/g, `{${ZERO_WIDTH_SPACE}`)
    .toWellFormed();
}

/** Both count from 1 and have an exclusive end column. An empty span is taken for the rest of its line. */
function regionOf({ line, column, endLine, endColumn }: Finding): object {
  const isEmpty = line === endLine && column === endColumn;
  return { startLine: line, startColumn: column, ...(isEmpty ? {} : { endLine, endColumn }) };
}

function resultOf(finding: Finding, fingerprint: string): object {
  const ruleIndex = RULE_INDICES.get(finding.check);
  return {
    ruleId: finding.check,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[finding.severity],
    message: { text: sarifText(finding.message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: urlPath(finding.path), uriBaseId: '%SRCROOT%' },
          region: regionOf(finding),
        },
      },
    ],
    partialFingerprints: { 'cxoneIvrPlace/v1': fingerprint },
  };
}

/** What is known of the commit; a run on a laptop knows nothing. */
function provenanceOf({ repositoryUrl, commit }: Report): object {
  if (repositoryUrl === '') return {};
  const revision = commit === '' ? {} : { revisionId: sarifText(commit) };
  return { versionControlProvenance: [{ repositoryUri: repositoryUrl, ...revision }] };
}

function tellLeftOut(left: number): object {
  if (left === 0) return {};
  const text = `${count(left, 'more finding')} left out, the mildest: report.json has them all`;
  const notification = { level: 'warning', message: { text } };
  return { invocations: [{ executionSuccessful: true, toolExecutionNotifications: [notification] }] };
}

/**
 * Renders report.sarif; the text ends in a newline. What the config suppresses is left out, since code scanning opens alerts for
 * suppressed results too. The environment alone is the category that code scanning compares alerts within (all up to the last
 * slash of the id), so that a pull request's lint is compared with what a deployment found on the default branch.
 */
export function renderSarif(report: Report): string {
  const findings = report.findings.slice(0, MOST_RESULTS);
  const prints = fingerprintFindings(
    findings,
    presentRules(report).map(({ rule }) => rule),
  );
  const run = {
    tool: { driver: { name: 'cxone-ivr-gitops', rules: describeChecks() } },
    automationDetails: {
      id: `cxone-ivr/${encodeURIComponent(report.environment.toWellFormed())}/${report.command}`,
    },
    ...provenanceOf(report),
    columnKind: 'utf16CodeUnits',
    ...tellLeftOut(report.findings.length - findings.length),
    results: findings.map((finding, index) => resultOf(finding, prints[index] ?? '')),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}
