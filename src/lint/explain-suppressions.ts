// Suppressions that are over, or that suppress nothing → problems in the config file, at their places.
import { didYouMean } from '../rules/nearest.ts';
import { type Problem, atValue } from '../rules/problem.ts';
import { expiredSuppression } from './checks/expired-suppression.ts';
import { unusedSuppression } from './checks/unused-suppression.ts';
import type { LintConfig, Suppression } from './config.ts';
import { type RulesByName, isExpired } from './suppress.ts';

/** What suppressions are held against. */
export interface SuppressionScope {
  readonly rules: RulesByName;
  /** Whether every rule file is a rule; where one is not, a name that no rule has may be its. */
  readonly isComplete: boolean;
  /** The ids of all checks. */
  readonly checks: ReadonlySet<string>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const quote = (text: string): string => JSON.stringify(text);

/** Which part of a suppression that suppresses nothing is wrong, and why; undefined where that cannot be known. */
function explainUnused(
  { check, rule, node }: Suppression,
  { rules, isComplete, checks }: SuppressionScope,
  isOff: boolean,
): { readonly part: string; readonly message: string } | undefined {
  if (!checks.has(check))
    return { part: '/check', message: `there is no check ${quote(check)}${didYouMean(check, [...checks])}` };
  const named = rules.get(rule);
  if (named === undefined) {
    if (!isComplete) return undefined;
    return {
      part: '/rule',
      message: `no rule has the name ${quote(rule)}${didYouMean(rule, [...rules.keys()])}`,
    };
  }
  const ids = named.flatMap(({ payload }) => payload.nodes.map(({ id }) => id));
  if (node !== undefined && !ids.includes(node))
    return {
      part: '/node',
      message: `rule ${quote(rule)} has no node ${quote(node)}${didYouMean(node, ids)}`,
    };
  if (isOff) return { part: '', message: `check ${quote(check)} is off, so there is nothing to suppress` };
  const where = node === undefined ? `rule ${quote(rule)}` : `node ${quote(node)} of rule ${quote(rule)}`;
  return { part: '', message: `check ${quote(check)} finds nothing in ${where}: remove this suppression` };
}

function tellExpired(path: string, { pointer, check, rule, expires }: Suppression): Problem {
  return {
    check: expiredSuppression.id,
    path,
    message: `this suppression of ${quote(check)} in rule ${quote(rule)} was valid until ${quote(expires)}: remove it, or give it a new reason and date`,
    place: atValue(`${pointer}/expires`),
  };
}

/**
 * Tells which suppressions are over, and which of the others suppress nothing.
 * @param used those that suppress a finding
 */
export function explainSuppressions(
  { path, suppressions, severities }: LintConfig,
  used: ReadonlySet<Suppression>,
  scope: SuppressionScope,
): Problem[] {
  return suppressions.flatMap((suppression): Problem[] => {
    if (isExpired(suppression, scope.now)) return [tellExpired(path, suppression)];
    if (used.has(suppression)) return [];
    const unused = explainUnused(suppression, scope, severities.get(suppression.check) === 'off');
    if (unused === undefined) return [];
    const place = atValue(suppression.pointer + unused.part);
    return [{ check: unusedSuppression.id, path, message: unused.message, place }];
  });
}
