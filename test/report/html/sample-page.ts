// The reports whose pages are looked at: the example rules with a change as somebody might propose it, and large estates.
import { readFileSync, readdirSync } from 'node:fs';
import type { Report } from '../../../src/report/report.ts';
import { type Files, lintReport } from '../sample-report.ts';

const folder = new URL('../../../rules/', import.meta.url);

/** The example rules as they are. */
export function exampleFiles(): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    names.toSorted().map((name) => [`rules/${name}`, readFileSync(new URL(name, folder), 'utf8')]),
  );
}

/** Changes texts of a file. @throws where one is not there: the examples have changed */
function edit(
  files: Record<string, string>,
  name: string,
  edits: readonly (readonly [string, string])[],
): void {
  for (const [old, now] of edits) {
    const text = files[`rules/${name}.json`] ?? '';
    if (!text.includes(old)) throw new Error(`rules/${name}.json does not hold ${old}`);
    files[`rules/${name}.json`] = text.replace(old, now);
  }
}

const INVOICE_NODES = `{
      "id": "invoice-options",
      "type": "dtmf",
      "mediaAssetId": "asset_invoice_options",
      "transitions": [
        { "condition": "press_1", "target": "invoice-copy" },
        { "condition": "press_2", "target": "invoice-by-mail" },
        { "condition": "invalid", "target": "agent" },
        { "condition": "timeout", "target": "agent" }
      ]
    },
    { "id": "invoice-by-mail", "type": "queue", "transitions": [{ "condition": "full", "target": "agent" }] },
    {
      "id": "invoice-copy",`;

const OUTAGE = `{
  "name": "Outage-Notice",
  "campaignId": "camp_outage",
  "nodes": [
    {
      "id": "notice",
      "type": "greeting",
      "mediaAssetId": "asset_outage_notice",
      "transitions": [{ "condition": "default", "target": "stay" }]
    },
    {
      "id": "stay",
      "type": "dtmf",
      "mediaAssetId": "asset_outage_stay",
      "transitions": [
        { "condition": "press_1", "target": "support" },
        { "condition": "press_2", "target": "suport" },
        { "condition": "timeout", "target": "goodbye" }
      ]
    },
    { "id": "support", "type": "queue" },
    { "id": "goodbye", "type": "hangup" }
  ],
  "fallbackAction": { "type": "queue", "target": "support" }
}
`;

/** The files that a pull request proposes. */
export function proposedFiles(): Record<string, string> {
  const files = exampleFiles();
  edit(files, 'billing-and-payments', [
    ['"press_3", "target": "invoice-copy"', '"press_3", "target": "invoice-options"'],
    ['{\n      "id": "invoice-copy",', INVOICE_NODES],
    ['"invalid", "target": "payment-retry"', '"invalid", "target": "agent"'],
    [
      '{\n      "id": "payment-retry",\n      "type": "greeting",\n      "mediaAssetId": "asset_payment_menu_hint",\n      "transitions": [{ "condition": "default", "target": "payment" }]\n    },\n    ',
      '',
    ],
    ['"id": "bank-payment",\n      "type": "transfer"', '"id": "bank-payment",\n      "type": "queue"'],
  ]);
  edit(files, 'network-support', [['2028-03-04T22:00:00Z', '2028-03-04T23:30:00Z']]);
  edit(files, 'planned-maintenance-notice', [['2028-03-05T06:00:00Z', '2028-03-05T05:00:00Z']]);
  edit(files, 'customer-survey', [['"Customer-Survey"', '"Customer-Satisfaction-Survey"']]);
  delete files['rules/customer-survey.test.json'];
  delete files['rules/collections.json'];
  delete files['rules/collections.test.json'];
  files['rules/outage-notice.json'] = OUTAGE;
  return files;
}

/** The report of a pull request against the example rules. */
export function exampleReport(changes: Partial<Report> = {}): Report {
  return lintReport(proposedFiles(), exampleFiles(), changes);
}

/** A menu tree as an estate has them: a few ways on, a retry, ways back up, and agents at the end. */
function menuTree(name: string, nodes: number, edited: boolean): object {
  const list = Array.from({ length: nodes }, (_, at) => {
    const children = [at * 3 + 1, at * 3 + 2, at * 3 + 3].filter((child) => child < nodes - 1);
    if (at === nodes - 1) return { id: 'agent', type: 'queue' };
    if (children.length === 0) return { id: `queue-${at}`, type: at % 2 === 0 ? 'queue' : 'transfer' };
    const idOf = (child: number): string => (child * 3 + 1 < nodes - 1 ? `menu-${child}` : `queue-${child}`);
    const keys = children.map((child, key) => ({ condition: `press_${key + 1}`, target: idOf(child) }));
    return {
      id: `menu-${at}`,
      type: 'dtmf',
      mediaAssetId: `asset_${name}_${at}`,
      transitions: [
        ...keys,
        ...(edited && at === 2 ? [{ condition: 'press_9', target: 'agent' }] : []),
        { condition: 'press_star', target: at === 0 ? 'menu-0' : `menu-${Math.floor((at - 1) / 3)}` },
        { condition: 'default', target: edited && at === 1 ? 'menu-0' : 'agent' },
      ],
    };
  });
  return {
    name,
    campaignId: `camp_${name}`,
    nodes: list,
    fallbackAction: { type: 'queue', target: 'agent' },
  };
}

/** A report of many rules, all of them changed. */
export function largeReport(rules: number, nodes: number): Report {
  const make = (edited: boolean): Files =>
    Object.fromEntries(
      Array.from({ length: rules }, (_, index) => {
        const name = `Region-${String(index + 1).padStart(4, '0')}`;
        return [`rules/${name.toLowerCase()}.json`, menuTree(name, nodes, edited)];
      }),
    );
  return lintReport(make(true), make(false));
}
