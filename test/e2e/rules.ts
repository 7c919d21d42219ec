// Rules for the end-to-end tests: small, and with the ids of the embedded tenant's seed.
import type { RuleFile } from '../../src/rules/rule.ts';

/** A campaign for each name, since two rules in force for one campaign are told; the first for any other name. */
const CAMPAIGNS: Readonly<Record<string, string>> = {
  A: 'camp_9x8y7z',
  B: 'camp_main_line',
  C: 'camp_after_hours',
  D: 'camp_billing',
  E: 'camp_network',
  N: 'camp_survey',
  W: 'camp_callback',
  New: 'camp_collections',
  Foreign: 'camp_appointments',
};

/** A rule with one key and one queue, as text; `change` may alter it before it is written. */
export function ruleText(name: string, change: (rule: RuleFile) => void = () => {}): string {
  const rule: RuleFile = {
    name,
    campaignId: CAMPAIGNS[name] ?? 'camp_9x8y7z',
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
