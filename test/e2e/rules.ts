// Rules for the end-to-end tests: small, and with the ids of the embedded tenant's seed.
import type { RuleFile } from '../../src/rules/rule.ts';

/** A rule with one key and one queue, as text; `change` may alter it before it is written. */
export function ruleText(name: string, change: (rule: RuleFile) => void = () => {}): string {
  const rule: RuleFile = {
    name,
    campaignId: 'camp_9x8y7z',
    nodes: [
      {
        id: 'root',
        type: 'greeting',
        mediaAssetId: 'asset_abc123',
        transitions: [{ condition: 'press_1', target: 'sales' }],
      },
      { id: 'sales', type: 'queue' },
    ],
    fallbackAction: { type: 'hangup' },
  };
  change(rule);
  return `${JSON.stringify(rule, null, 2)}\n`;
}

/** The same rule with another fallback target, which is another version of it. */
export function version(name: string, target: string): string {
  return ruleText(name, (rule) => {
    rule.fallbackAction = { type: 'queue', target };
  });
}
