// Small rule files for tests of the loading stage.
import type { SourceFile } from '../../src/rules/rule.ts';

/** A rule that is right, without a remark: a greeting and a queue. Parts of it can be changed; `undefined` takes a part away. */
export function ruleFile(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    name: 'Main-Menu',
    campaignId: 'camp_1',
    nodes: [
      {
        id: 'root',
        type: 'greeting',
        mediaAssetId: 'asset_1',
        transitions: [{ condition: 'default', target: 'sales' }],
      },
      { id: 'sales', type: 'queue' },
    ],
    fallbackAction: { type: 'hangup' },
    ...changes,
  };
}

/** A file with a text, or with the JSON of a value. */
export function sourceFile(path: string, content: unknown): SourceFile {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { path, bytes: new TextEncoder().encode(text) };
}
