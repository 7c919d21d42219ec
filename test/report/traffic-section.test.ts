import { describe, expect, it } from 'vitest';
import type { TrafficReport } from '../../src/health/traffic-report.ts';
import { makeTrafficReport } from '../../src/health/traffic-report.ts';
import type { Traffic } from '../../src/ports.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderComment } from '../../src/report/markdown.ts';
import { trafficSection } from '../../src/report/traffic-section.ts';
import { lintReport, longRule } from './sample-report.ts';

const BUSY: Traffic = { calls: 1312, totalDuration: 94_464, averageDuration: 72, completionRate: 0.912 };
const FEW: Traffic = { calls: 40, totalDuration: 1640, averageDuration: 41, completionRate: 0.625 };
const NONE: Traffic = { calls: 0, totalDuration: 0, averageDuration: undefined, completionRate: undefined };

function render(traffic: TrafficReport | undefined, command: 'lint' | 'deploy' = 'lint'): string {
  const { head, items, tail } = trafficSection({ command, traffic });
  return `${head}${items.join('')}${tail}`;
}

describe('the calls of rules', () => {
  it('stand in a table, and no call is said in words', () => {
    const report = makeTrafficReport(
      new Map([
        ['B', NONE],
        ['A|`x`', BUSY],
      ]),
      new Map(),
      0,
    );
    expect(render(report)).toMatchInlineSnapshot(`
      "
      ### Calls

      | Rule | Calls in the last 24 h | Completed | Average duration |
      | --- | ---: | ---: | ---: |
      | \`\` A\\|\`x\` \`\` | 1,312 | 91.2 % | 1 min 12 s |
      | \`B\` | no calls in the last day | – | – |
      "
    `);
  });

  it('of new versions stand beside those of the versions before', () => {
    const report = makeTrafficReport(
      new Map([['A', BUSY]]),
      new Map([
        ['A', FEW],
        ['C', NONE],
      ]),
      7,
    );
    expect(render(report, 'deploy')).toMatchInlineSnapshot(`
      "
      ### Calls

      | Rule | Calls of the version before in its last 24 h | Completed | Average duration | Calls of the new version | Completed | Average duration |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: |
      | \`A\` | 1,312 | 91.2 % | 1 min 12 s | 40 | 62.5 % | 41 s |
      | \`C\` | – | – | – | no calls yet | – | – |

      _7 more rules were not asked for._
      "
    `);
  });

  it('are no section where there are none', () => {
    expect(makeTrafficReport(new Map(), new Map(), 0)).toBeUndefined();
    expect(trafficSection({ command: 'lint', traffic: undefined }).items).toEqual([]);
  });

  it('stand in the comment right after the plan, and in report.json', () => {
    const traffic = makeTrafficReport(
      new Map([
        ['A', BUSY],
        ['B', NONE],
      ]),
      new Map(),
      0,
    );
    const change = { name: 'A', retirements: [], deletions: [], known: [] } as const;
    const plan = { changes: [{ ...change, action: 'replace', reason: 'content' } as const] };
    const report = lintReport({ 'rules/a.json': longRule('A', 2) }, {}, { traffic, plan });
    const comment = renderComment(report, '');
    const heads = [...comment.matchAll(/^### (.*)$/gm)].map(([, text]) => text);
    expect(heads.slice(heads.indexOf('Plan for the tenant'))).toEqual(['Plan for the tenant', 'Calls']);
    expect(Object(JSON.parse(renderJson(report)))).toMatchObject({
      traffic: {
        rules: [
          { name: 'A', lastDay: BUSY },
          { name: 'B', lastDay: { calls: 0, totalDuration: 0 } },
        ],
        leftOut: 0,
      },
    });
  });
});
