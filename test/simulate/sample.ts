// Rules in few words, for tests of the simulation.
import { readRule } from '../../src/rules/load-rules.ts';
import type { Payload, Rule } from '../../src/rules/rule.ts';

export const NOON = Date.parse('2027-03-01T12:00:00.000Z');

/**
 * A node in one line: `id type condition>target condition>target`. It plays the asset `a-<id>`, but for queues,
 * transfers and hangups.
 */
function nodeOf(line: string): object {
  const [id = '', type = '', ...transitions] = line.split(' ');
  const plays = type === 'greeting' || type === 'dtmf';
  return {
    id,
    type,
    ...(plays ? { mediaAssetId: `a-${id}` } : {}),
    transitions: transitions.map((text) => {
      const [condition, target] = text.split('>');
      return { condition, target };
    }),
  };
}

/** A rule as a file is read; nodes as lines of {@link nodeOf}. */
export function ruleOf(lines: readonly string[], changes: Readonly<Record<string, unknown>> = {}): Rule {
  const file = {
    name: 'Menu',
    campaignId: 'camp',
    nodes: lines.map(nodeOf),
    fallbackAction: { type: 'hangup' },
    ...changes,
  };
  const rule = readRule(JSON.stringify(file), `rules/${file.name}.json`);
  if (!('payload' in rule)) throw new Error(JSON.stringify(rule));
  return rule;
}

export function payloadOf(
  lines: readonly string[],
  changes: Readonly<Record<string, unknown>> = {},
): Payload {
  return ruleOf(lines, changes).payload;
}
