// The checks as SARIF tells of them: what each finds, how much it weighs, and the help of its page.
import type { Check } from '../lint/check.ts';
import type { Severity } from '../lint/finding.ts';
import { CHECKS } from '../lint/registry.ts';
import { CHECK_HELP } from './check-help.generated.ts';

/** The words of SARIF for how much a result weighs. */
export const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;

/** What GitHub shows as the severity of an alert that is no security alert. */
const PROBLEM_SEVERITIES = { error: 'error', warning: 'warning', info: 'recommendation' } as const;

type Described = Pick<Check, 'id' | 'severity' | 'finds'>;

/** What findings have as their check where it is the tenant that found them; it has no page of its own. */
const TENANT: Described = {
  id: 'tenant',
  severity: 'error',
  finds: 'what the tenant says against a rule that a deployment sends it',
};
const TENANT_HELP = `## Why it matters

The tenant refused the rule when it was validated or compiled. Nothing of the deployment stays.

## How to mend it

Change what the message names. Where the message is not clear, the tenant's own documentation has more on it.
`;

/** A sentence from words that begin small and end without a full stop. */
function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Help for what shows no Markdown: without headings. */
function plainHelp(finds: string, help: string): string {
  return `${sentence(finds)}\n\n${help.replace(/^## .*\n+/gm, '').trimEnd()}`;
}

/** What a check looks at, for filters. */
function tagOf(check: Partial<Check>): string {
  if (check.lookAtRule !== undefined) return 'rule';
  if (check.lookAtTimelines !== undefined) return 'schedule';
  return check.lookAtAll === undefined ? 'file' : 'rule-set';
}

function describeCheck(check: Described & Partial<Check>, help: string): object {
  const { id, severity, finds } = check;
  return {
    id,
    shortDescription: { text: sentence(finds) },
    help: { text: plainHelp(finds, help), markdown: help },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ['ivr', check === TENANT ? 'tenant' : tagOf(check)],
      'problem.severity': PROBLEM_SEVERITIES[severity],
    },
  };
}

/** All checks as reporting descriptors (SARIF 2.1.0, section 3.49), the tenant last. */
export function describeChecks(): object[] {
  return [
    ...CHECKS.map((check) => describeCheck(check, CHECK_HELP[check.id] ?? '')),
    describeCheck(TENANT, TENANT_HELP),
  ];
}

/** Where each check stands in {@link describeChecks}. */
export const RULE_INDICES: ReadonlyMap<string, number> = new Map(
  [...CHECKS, TENANT].map(({ id }, index) => [id, index]),
);
