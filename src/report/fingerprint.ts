// What a finding is recognised by from one commit to the next, wherever its lines have moved to.
import { createHash } from 'node:crypto';
import type { Finding } from '../lint/finding.ts';
import type { Rule } from '../rules/rule.ts';

const IN_NODE = /^\/nodes\/(\d+)(?:\/transitions\/(\d+))?(.*)$/s;

/**
 * A JSON pointer as the steps of a name that outlives an insertion: a node by its id, a transition by its condition, where the
 * rule has them.
 */
function nameSteps(pointer: string, rule: Rule | undefined): readonly (string | undefined)[] {
  const [, nodeIndex, transitionIndex, rest] = IN_NODE.exec(pointer) ?? [];
  const node = nodeIndex === undefined ? undefined : rule?.payload.nodes[Number(nodeIndex)];
  if (node === undefined) return [pointer];
  if (transitionIndex === undefined) return ['node', node.id, rest];
  const condition = node.transitions[Number(transitionIndex)]?.condition;
  return ['node', node.id, 'transition', condition ?? transitionIndex, rest];
}

/**
 * Names findings by their check, their rule (or their file, where it cannot be read as a rule) and their place in it: neither by
 * lines nor by words, so that the name of one stays when others come and go. Of those that would have one name, each has an
 * ordinal, in the order given.
 * @param rules the rules of the commit
 * @returns SHA-256, 64 hex digits, a finding
 */
export function fingerprintFindings(findings: readonly Finding[], rules: readonly Rule[]): string[] {
  const ruleOf = new Map(rules.map((rule) => [rule.path, rule]));
  const seen = new Map<string, number>();
  return findings.map(({ check, path, pointer }) => {
    const rule = ruleOf.get(path);
    const owner = rule === undefined ? ['file', path] : ['rule', rule.payload.name];
    const name = JSON.stringify([check, ...owner, ...nameSteps(pointer, rule)]);
    const ordinal = seen.get(name) ?? 0;
    seen.set(name, ordinal + 1);
    return createHash('sha256').update(`${name} ${ordinal}`).digest('hex');
  });
}
