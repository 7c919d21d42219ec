// Rule files as a large contact centre has them: 20 nodes each, many campaigns, the same bytes at every run.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const RULES_A_CAMPAIGN = 100;
const DEPARTMENTS = ['sales', 'billing', 'support', 'returns'] as const;
const MILLISECONDS_A_WEEK = 7 * 24 * 3_600_000;
/** Far enough ahead for no rule to be over or about to be. */
const FIRST_CHANGE = Date.parse('2090-01-01T00:00:00Z');

interface Node {
  readonly id: string;
  readonly type: string;
  readonly mediaAssetId?: string;
  readonly transitions?: readonly { readonly condition: string; readonly target: string }[];
}

function makeNode(id: string, type: string, media: string, to: Readonly<Record<string, string>> = {}): Node {
  const transitions = Object.entries(to).map(([condition, target]) => ({ condition, target }));
  const hasMedia = media !== '';
  return {
    id,
    type,
    ...(hasMedia ? { mediaAssetId: media } : {}),
    ...(transitions.length > 0 ? { transitions } : {}),
  };
}

/** Four nodes: a greeting, a menu, a queue that may be full, a transfer. */
function makeDepartment(name: string, asset: string): Node[] {
  return [
    makeNode(`${name}-welcome`, 'greeting', `${asset}_${name}_1`, { default: `${name}-menu` }),
    makeNode(`${name}-menu`, 'dtmf', `${asset}_${name}_2`, {
      press_1: `${name}-agents`,
      press_2: `${name}-desk`,
      default: `${name}-agents`,
    }),
    makeNode(`${name}-agents`, 'queue', '', { busy: `${name}-desk` }),
    makeNode(`${name}-desk`, 'transfer', ''),
  ];
}

function makeNodes(asset: string): Node[] {
  const keys = DEPARTMENTS.map((name, index) => [`press_${index + 1}`, `${name}-welcome`]);
  return [
    makeNode('welcome', 'greeting', `${asset}_welcome`, { default: 'main-menu' }),
    makeNode('main-menu', 'dtmf', `${asset}_main_menu`, {
      ...Object.fromEntries(keys),
      press_9: 'goodbye',
      timeout: 'say-again',
      invalid: 'say-again',
    }),
    makeNode('say-again', 'greeting', `${asset}_say_again`, { default: 'main-menu' }),
    ...DEPARTMENTS.flatMap((name) => makeDepartment(name, asset)),
    makeNode('goodbye', 'hangup', ''),
  ];
}

/** One rule file's text, one node a line. The rules of a campaign follow each other week by week, without a gap. */
function makeText(campaign: number, turn: number): string {
  const week = (count: number): string => new Date(FIRST_CHANGE + count * MILLISECONDS_A_WEEK).toISOString();
  const name = `Campaign-${campaign}-Week-${turn}`;
  const dates = [
    ...(turn === 0 ? [] : [`"effectiveDate": "${week(turn)}"`]),
    ...(turn === RULES_A_CAMPAIGN - 1 ? [] : [`"expirationDate": "${week(turn + 1)}"`]),
  ];
  return [
    '{',
    `  "name": "${name}",`,
    `  "campaignId": "camp_${campaign}",`,
    ...dates.map((date) => `  ${date},`),
    '  "nodes": [',
    makeNodes(`asset_${campaign}_${turn}`)
      .map((node) => `    ${JSON.stringify(node)}`)
      .join(',\n'),
    '  ],',
    '  "fallbackAction": { "type": "queue", "target": "general" }',
    '}',
    '',
  ].join('\n');
}

/**
 * Writes rule files below `rules/` of a folder.
 * @returns how many bytes they have in all
 */
export function writeRules(folder: string, count: number): number {
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const campaign = Math.floor(index / RULES_A_CAMPAIGN);
    const turn = index % RULES_A_CAMPAIGN;
    const place = join(folder, 'rules', `campaign-${campaign}`);
    if (turn === 0) mkdirSync(place, { recursive: true });
    const text = makeText(campaign, turn);
    writeFileSync(join(place, `week-${turn}.json`), text);
    bytes += text.length;
  }
  return bytes;
}
