import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/plan.ts';
import { byteLength } from '../../src/report/fit.ts';
import { COMMENT_BUDGET, commentMarker, renderComment, renderSummary } from '../../src/report/markdown.ts';
import type { Report } from '../../src/report/report.ts';
import { CONFIG_PATH } from '../lint/lint-texts.ts';
import { ruleFile } from '../rules/rule-file.ts';
import { hostileTexts } from './hostile-text.ts';
import { readGfm } from './read-gfm.ts';
import { LIVE_TEXT, findLive, readMarkdown } from './read-markdown.ts';
import { type Files, lintReport, longRule } from './sample-report.ts';

const RUN_URL = 'https://github.com/octo/rules/actions/runs/1';

const menu = ruleFile();
const [root, sales] = menu.nodes as Record<string, unknown>[];
const support = { id: 'support', type: 'queue', transitions: [{ condition: 'busy', target: 'bye' }] };
const bye = { id: 'bye', type: 'hangup' };
const both = [
  { condition: 'default', target: 'sales' },
  { condition: 'error', target: 'support' },
];
const larger = ruleFile({ nodes: [{ ...root, transitions: both }, sales, support, bye] });
const billing = ruleFile({ name: 'Billing', campaignId: 'camp_2' });

describe('the comment', () => {
  const render = (head: Files, base?: Files, changes?: Partial<Report>): string =>
    renderComment(lintReport(head, base, changes), RUN_URL);

  it('of a clean change', () => {
    const head = { 'rules/menu.json': larger, 'rules/billing.json': billing };
    expect(render(head, { 'rules/menu.json': menu, 'rules/billing.json': billing })).toMatchInlineSnapshot(`
      "<!-- cxone-ivr-gitops:production -->
      ### CXone IVR rules: \`production\`

      ✅ **1 rule changes, clean**

      ### What changes for callers

      - \`Main-Menu\`: all callers now wait at greeting \`"root"\` instead of reaching queue \`"sales"\` at once

      | Rule | Change | Nodes | Edges | Depth (limit 15) | Findings |
      | --- | --- | ---: | ---: | ---: | --- |
      | \`Main-Menu\` | ✏️ changed | 2 → 4 | 1 → 3 | 1 → 2 | – |

      <details><summary>1 unchanged rule</summary>

      | Rule | Change | Nodes | Edges | Depth (limit 15) | Findings |
      | --- | --- | ---: | ---: | ---: | --- |
      | \`Billing\` | unchanged | 2 | 1 | 1 | – |

      </details>

      ### Graphs of the changed rules

      <details><summary><code>Main&#45;Menu</code></summary>

      \`\`\`mermaid
      flowchart TD
        start(("call"))
        start --> n0
        n0["root (greeting)"]
        n2[("+ support (queue)")]:::added
        n3(["+ bye (hang up)"]):::added
        n0 ==>|"+ error"| n2
        n2 ==>|"+ busy"| n3
        classDef added stroke:#2da44e,stroke-width:4px
      \`\`\`

      \`+\` new (thick). Drawn: 3 of 4 nodes, what changed and what is next to it.

      Longest way (2 transitions, before: 1): \`root → support → bye\`

      </details>
      "
    `);
  });

  it('of a change with one error', () => {
    const broken = ruleFile({
      nodes: [{ ...root, transitions: [{ condition: 'default', target: 'slaes' }] }, sales],
    });
    const text = JSON.stringify(broken, null, 2);
    expect(render({ 'rules/menu.json': text }, { 'rules/menu.json': menu })).toMatchInlineSnapshot(`
      "<!-- cxone-ivr-gitops:production -->
      ### CXone IVR rules: \`production\`

      ❌ **1 rule changes, 1 error, 1 warning: cannot merge**

      ### What changes for callers

      - \`Main-Menu\`
        - all callers are now hung up on after greeting \`"root"\` instead of reaching queue \`"sales"\`
        - no longer reachable: queue \`"sales"\`

      ### Findings

      - ❌ [\`rules/menu.json:12\`](https://github.com/octo/rules/blob/0123456789abcdef0123456789abcdef01234567/rules/menu.json#L12) \`undefined-target\`: on \`"default"\` node \`"root"\` leads to \`"slaes"\`, which no node has as its id; did you mean \`"sales"\`?
      - ⚠️ [\`rules/menu.json:17\`](https://github.com/octo/rules/blob/0123456789abcdef0123456789abcdef01234567/rules/menu.json#L17) \`unreachable-node\`: no caller can reach node \`"sales"\`: no way leads to it from the entry \`"root"\`

      | Rule | Change | Nodes | Edges | Depth (limit 15) | Findings |
      | --- | --- | ---: | ---: | ---: | --- |
      | \`Main-Menu\` | ✏️ changed | 2 | 1 | 1 → 0 | 1 error, 1 warning |

      ### Graphs of the changed rules

      <details><summary><code>Main&#45;Menu</code></summary>

      \`\`\`mermaid
      flowchart TD
        start(("call"))
        start --> n0
        n0["root (greeting)"]
        n1[("sales (queue)")]
        n0 -.->|"− default"| n1
        n0 ==>|"+ default"| missing0["target does not exist"]:::missing
        classDef missing stroke-dasharray: 4 3,stroke-width:2px
      \`\`\`

      \`+\` new (thick), \`−\` gone (dashed).

      Longest way (0 transitions, before: 1): \`root\`

      </details>
      "
    `);
  });

  it('of what is suppressed, with the reasons', () => {
    const nodes = [{ ...root, transitions: [...both, { condition: 'press_3', target: 'gone' }] }, sales];
    const entry = { check: 'undefined-target', rule: 'Main-Menu', expires: '2027-12-31' };
    const suppressions = [
      { ...entry, node: 'root', reason: 'The queues come\nwith CALL-7 | <b>soon</b>.' },
      { ...entry, check: 'window-overlap', rule: 'Other', reason: 'Never used.' },
    ];
    const head = { 'rules/menu.json': ruleFile({ nodes }), [CONFIG_PATH]: { suppressions } };
    const comment = render(head, head);
    expect(comment).toContain('⚠️ **0 rules change, 1 warning: can merge**');
    expect(comment).toContain(
      [
        '<details><summary>2 findings suppressed</summary>',
        '',
        '- 2 findings of `undefined-target` in `Main-Menu`, node `root`, until `2027-12-31`: The queues come with `CALL-7 \\| <b>soon</b>.`',
        '',
        '</details>',
      ].join('\n'),
    );
    expect(comment).not.toContain('Never used');
    expect(render({ 'rules/menu.json': menu })).not.toContain('suppressed');
  });

  it('of rules that are renamed, removed and added', () => {
    const head = {
      'rules/menu.json': ruleFile({ name: 'Main-Menu-2' }),
      'rules/new.json': ruleFile({ name: 'New', campaignId: 'camp_3', nodes: [bye] }),
    };
    expect(render(head, { 'rules/menu.json': menu, 'rules/billing.json': { ...billing, nodes: [sales] } }))
      .toMatchInlineSnapshot(`
        "<!-- cxone-ivr-gitops:production -->
        ### CXone IVR rules: \`production\`

        ✅ **3 rules change, clean**

        ### What changes for callers

        - \`Billing\`: removed: campaign \`"camp_2"\` is left without a rule
        - \`Main-Menu-2\`
          - is now called \`"Main-Menu-2"\`, was \`"Main-Menu"\`
          - nothing changes for callers
        - \`New\`: new rule for campaign \`"camp_3"\`, takes effect at once

        | Rule | Change | Nodes | Edges | Depth (limit 15) | Findings |
        | --- | --- | ---: | ---: | ---: | --- |
        | \`Billing\` | 🗑️ removed | 1 | 0 | 0 | – |
        | \`Main-Menu\` → \`Main-Menu-2\` | 🏷️ renamed | 2 | 1 | 1 | – |
        | \`New\` | 🆕 added | 1 | 0 | 0 | – |

        ### Graphs of the changed rules

        <details><summary><code>Main&#45;Menu&#45;2</code></summary>

        The graph is what it was.

        Longest way (1 transition): \`root → sales\`

        </details>
        <details><summary><code>New</code></summary>

        \`\`\`mermaid
        flowchart TD
          start(("call")) --> n0
          n0(["bye (hang up)"])
        \`\`\`

        Longest way (0 transitions): \`bye\`

        </details>
        "
      `);
  });

  it('where there is nothing to compare with', () => {
    expect(render({ 'rules/menu.json': menu })).toMatchInlineSnapshot(`
      "<!-- cxone-ivr-gitops:production -->
      ### CXone IVR rules: \`production\`

      ✅ **1 rule, clean**

      There is no earlier version to compare with.

      <details><summary>1 rule</summary>

      | Rule | Change | Nodes | Edges | Depth (limit 15) | Findings |
      | --- | --- | ---: | ---: | ---: | --- |
      | \`Main-Menu\` |  | 2 | 1 | 1 | – |

      </details>
      "
    `);
  });

  it('with a plan, a message and remarks of a command that deploys', () => {
    const change = { retirements: [], deletions: [], known: [] };
    const plan: Plan = {
      changes: [
        { ...change, name: 'Billing', action: 'none', reason: 'unchanged' },
        { ...change, name: 'Main-Menu', action: 'replace', reason: 'content' },
      ],
    };
    const head = { 'rules/menu.json': larger, 'rules/billing.json': billing };
    const text = render(
      head,
      { 'rules/menu.json': menu, 'rules/billing.json': billing },
      {
        command: 'deploy',
        result: 'undone',
        reason: 'tenant',
        message: 'compiling "Main-Menu" failed, and all changes were taken back',
        details: [
          { text: 'the tenant said "out of licences"' },
          { text: 'to look at it:', command: 'curl -f https://tenant.example/flows' },
        ],
        plan,
      },
    );
    expect(text).toMatchInlineSnapshot(`
      "<!-- cxone-ivr-gitops:production -->
      ### CXone IVR rules: \`production\`

      ❌ **undone** · 1 rule changes

      compiling \`"Main-Menu"\` failed, and all changes were taken back

      - the tenant said \`"out of licences"\`
      - to look at it: \`curl -f https://tenant.example/flows\`

      ### What changes for callers

      - \`Main-Menu\`: all callers now wait at greeting \`"root"\` instead of reaching queue \`"sales"\` at once

      | Rule | Change | Nodes | Edges | Depth (limit 15) | Findings |
      | --- | --- | ---: | ---: | ---: | --- |
      | \`Main-Menu\` | ✏️ changed | 2 → 4 | 1 → 3 | 1 → 2 | – |

      <details><summary>1 unchanged rule</summary>

      | Rule | Change | Nodes | Edges | Depth (limit 15) | Findings |
      | --- | --- | ---: | ---: | ---: | --- |
      | \`Billing\` | unchanged | 2 | 1 | 1 | – |

      </details>

      ### Graphs of the changed rules

      <details><summary><code>Main&#45;Menu</code></summary>

      \`\`\`mermaid
      flowchart TD
        start(("call"))
        start --> n0
        n0["root (greeting)"]
        n2[("+ support (queue)")]:::added
        n3(["+ bye (hang up)"]):::added
        n0 ==>|"+ error"| n2
        n2 ==>|"+ busy"| n3
        classDef added stroke:#2da44e,stroke-width:4px
      \`\`\`

      \`+\` new (thick). Drawn: 3 of 4 nodes, what changed and what is next to it.

      Longest way (2 transitions, before: 1): \`root → support → bye\`

      </details>

      ### Plan for the tenant

      1 replace, 1 none. Plan digest: \`sha256:d06b94a7d86989a55b32e58edaea46be9b57619f8009065385e860bbba244e63\`

      | Action | Rule | Why | When |
      | --- | --- | --- | --- |
      | **replace** | \`Main-Menu\` | its content changes |  |
      "
    `);
  });

  it('says first what changes for callers, rule by rule, and then what was found', () => {
    const end = { id: 'late', type: 'queue' };
    const nodes = [{ ...root, transitions: [{ condition: 'default', target: 'late' }] }, sales, end];
    const head = {
      'rules/menu.json': ruleFile({ nodes, effectiveDate: '2027-11-01T00:00:00Z' }),
      'rules/billing.json': ruleFile({
        name: 'Billing',
        nodes: [root, sales, { id: 'attic', type: 'hangup' }],
      }),
    };
    const base = {
      'rules/menu.json': ruleFile({ nodes: [root, sales, end] }),
      'rules/billing.json': ruleFile({ name: 'Billing' }),
    };
    const text = render(head, base);
    expect(text).toContain(
      [
        '### What changes for callers',
        '',
        '- `Billing`: nothing changes for callers',
        '- `Main-Menu`',
        '  - all callers now reach queue `"late"` instead of `"sales"`',
        '  - no longer reachable: queue `"sales"`',
        '  - takes effect 1 Nov 2027 00:00 UTC instead of at once, beside `"Billing"`',
        '',
        '### Findings',
      ].join('\n'),
    );
    const order = ['**2 rules change', '### What', '### Findings', '| Rule |', '### Graphs'];
    const places = order.map((words) => text.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('tells once of rules that change alike, and of files that cannot be read', () => {
    const rules = (count: number, target: string): Files =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => {
          const nodes = [{ ...root, transitions: [{ condition: 'default', target }] }, sales, support, bye];
          return [`rules/${index}.json`, ruleFile({ name: `R${index}`, campaignId: `c${index}`, nodes })];
        }),
      );
    const told = (count: number, broken: number): string => {
      const files = Array.from({ length: broken }, (_, index) => [`rules/${index}.json`, '{']);
      const head = { ...rules(count, 'support'), ...Object.fromEntries(files) };
      return /### What changes for callers\n\n(.*)/.exec(render(head, rules(count, 'sales')))?.[1] ?? '';
    };
    expect(told(1, 0)).toBe('- `R0`');
    expect(told(2, 0)).toBe('- `R0` and `R1`');
    expect(told(5, 0)).toBe('- `R0`, `R1`, `R2`, `R3` and `R4`');
    expect(told(6, 0)).toBe('- `R0`, `R1`, `R2`, `R3` and 2 more rules');
    expect(told(6, 1)).toMatch(/^- `rules\/0\.json` cannot be read as a rule, so nobody can say/);
    expect(told(7, 6)).toMatch(/^- `rules\/0\.json`, .* and 2 more files cannot be read as rules, so/);
  });

  it('starts with its marker, which names the environment', () => {
    const [first] = render({ 'rules/menu.json': menu }, undefined, { environment: 'test' }).split('\n');
    expect(first).toBe(commentMarker('test'));
    expect(first).toBe('<!-- cxone-ivr-gitops:test -->');
  });

  it('has no links where there is no repository to link to', () => {
    const text = render({ 'rules/menu.json': '{' }, undefined, { repositoryUrl: '' });
    expect(readMarkdown(text).links).toEqual([]);
    expect(text).toContain('`rules/menu.json:1`');
  });

  it('is the same for the same report', () => {
    const head = { 'rules/menu.json': larger, 'rules/b.json': '{' };
    expect(render(head, {})).toBe(render(head, {}));
  });
});

/** Every fence and every details element that is opened is closed, in that order. */
function expectWhole(text: string): void {
  let isInFence = false;
  let details = 0;
  for (const line of text.split('\n')) {
    if (/^```[^`]*$/.test(line)) isInFence = !isInFence;
    else if (!isInFence) {
      if (line.startsWith('<details>')) details++;
      if (line.startsWith('</details>')) details--;
      expect(details).toBeGreaterThanOrEqual(0);
      expect(details).toBeLessThanOrEqual(1);
    }
  }
  expect([isInFence, details]).toEqual([false, 0]);
}

/** Noun → how many the closing sentence says are left out. */
function leftOut(text: string): Record<string, number> {
  const [, list = ''] = /^_Left out to fit GitHub's limit: (.*?)\. /m.exec(text) ?? [];
  const parts = list.split(', ').filter((part) => part !== '');
  return Object.fromEntries(
    parts.map((part) => [part.replace(/^(?:1 of the|\d+) /, ''), Number.parseInt(part, 10)]),
  );
}

describe('a report that is too large', () => {
  const names = Array.from({ length: 400 }, (_, index) => `Rule-${String(index).padStart(3, '0')}`);
  const files = (nodes: number): Files =>
    Object.fromEntries(names.map((name) => [`rules/${name}.json`, longRule(name, nodes)]));
  const report = lintReport(files(60), files(59));

  it('has 400 changed rules of 60 nodes', () => {
    expect(report.rules.filter(({ change }) => change === 'modified')).toHaveLength(400);
    expect(report.findings).toHaveLength(400);
  });

  it('gives a comment of at most 65,536 bytes', () => {
    const text = renderComment(report, RUN_URL);
    expect(COMMENT_BUDGET).toBe(65_536);
    expect(byteLength(text)).toBeLessThanOrEqual(65_536);
    expect(byteLength(text)).toBeGreaterThan(50_000);
    expectWhole(text);
    expect(text.startsWith(`${commentMarker('production')}\n`)).toBe(true);
    expect(text).toContain('400 rules change, 400 errors: cannot merge');
  });

  it('gives a summary of at most 1 MiB', () => {
    const text = renderSummary(report);
    expect(byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
    expect(byteLength(text)).toBeGreaterThan(500_000);
    expectWhole(text);
    expect(text.startsWith('### CXone IVR rules')).toBe(true);
  });

  it.each([
    ['the comment', () => renderComment(report, RUN_URL)],
    ['the summary', () => renderSummary(report)],
  ])('says truly in %s what is left out', (_, render) => {
    const text = render();
    const gone = leftOut(text);
    const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
    const shown = {
      findings: count(/^- ❌/gm),
      'table rows': count(/^\| `Rule-/gm),
      graphs: count(/^```mermaid$|^There is no room left to draw this graph\.$/gm),
    };
    for (const [noun, number] of Object.entries(shown))
      expect([noun, number + (gone[noun] ?? 0)]).toEqual([noun, 400]);
    expect(count(/^- `Rule-\d+`/gm) + (gone["rules' changes for callers"] ?? 0)).toBe(400);
    expect(count(/without what is next to it/g)).toBe(gone['sets of unchanged neighbours'] ?? 0);
    expect(Object.values(gone).length).toBeGreaterThan(0);
  });

  it('says where the rest is', () => {
    expect(renderComment(report, RUN_URL)).toContain(`[The job summary](${RUN_URL}) has it all._`);
    expect(renderComment(report, '')).toContain('report.json has it all._');
    expect(renderSummary(report)).toContain('report.json has it all._');
  });

  it('loses unchanged neighbours before graphs', () => {
    const prompts = (rules: number, asset: string): Files =>
      Object.fromEntries(
        names.slice(0, rules).map((name) => {
          const rule = longRule(name, 9) as { nodes: object[] };
          const nodes = rule.nodes.map((node, index) =>
            index === 2 ? { ...node, mediaAssetId: asset } : node,
          );
          return [`rules/${name}.json`, { ...rule, nodes }];
        }),
      );
    const [few, many] = [20, 60].map((rules) =>
      renderComment(lintReport(prompts(rules, 'new'), prompts(rules, 'old')), RUN_URL),
    );
    expect(leftOut(few ?? '')).toEqual({});
    expect(Object.keys(leftOut(many ?? ''))).toEqual(['sets of unchanged neighbours']);
    expect(byteLength(many ?? '')).toBeLessThanOrEqual(COMMENT_BUDGET);
    expectWhole(many ?? '');
  });

  it('loses graphs before what stands beside them, and that before tables', () => {
    const some = names.slice(0, 60).map((name) => [`rules/${name}.json`, longRule(name, 15)]);
    const text = renderComment(lintReport(Object.fromEntries(some), {}), RUN_URL);
    expect(Object.keys(leftOut(text))).toEqual(['graphs']);
    expect(text.match(/^Longest way/gm)).toHaveLength(60);
    expect(text.match(/^\| `Rule-/gm)).toHaveLength(60);
    expect(byteLength(text)).toBeLessThanOrEqual(COMMENT_BUDGET);
    expectWhole(text);
  });

  it('of many unchanged rules keeps the changed ones', () => {
    const base = files(10);
    const head = { ...base, 'rules/Rule-399.json': longRule('Rule-399', 11) };
    const text = renderComment(lintReport(head, base), RUN_URL);
    expect(byteLength(text)).toBeLessThanOrEqual(65_536);
    expectWhole(text);
    expect(text).toContain('| `Rule-399` | ✏️ changed | 10 → 11 |');
    expect(text).toContain('399 unchanged rules');
  });
});

describe('texts of strangers', () => {
  const marker = commentMarker('production');
  const OURS =
    /^<details><summary>(?:\d+ (?:unchanged |more |other )?rules?|\d+ (?:remarks? on rules that do not change|more findings? of the same checks in the same files): [a-z\d, -]+|campaign <code>(?:[\p{L}\p{N} ]|&#\d+;)*<\/code>: [\d a-z,]+|\d+ findings? suppressed|<code>(?:[\p{L}\p{N} ]|&#\d+;)*<\/code>)<\/summary>$/u;
  const isOurs = (html: string): boolean =>
    html
      .trim()
      .split('\n')
      .every((line) => line === marker || line === '</details>' || OURS.test(line));

  const hostileReports = fc
    .record({
      names: fc.uniqueArray(
        hostileTexts.filter((name) => name !== ''),
        { minLength: 2, maxLength: 3 },
      ),
      path: hostileTexts.filter((path) => path.isWellFormed()),
      condition: hostileTexts.filter((condition) => condition !== ''),
      target: hostileTexts,
      message: hostileTexts,
    })
    .map(({ names, path, condition, target, message }) => {
      const nodes = [
        {
          id: names[0],
          type: 'dtmf',
          transitions: [
            { condition, target },
            { condition, target: names[1] },
          ],
        },
        { id: names[1], type: 'dtmf', transitions: [{ condition, target: names[0] }] },
      ];
      const old = nodes.map((node, index) =>
        index === 0 ? { ...node, mediaAssetId: target } : { ...node, type: 'queue' },
      );
      const files = Object.fromEntries(
        names.map((name, index) => [
          `${path}${index}.json`,
          ruleFile({ name, nodes, campaignId: `${target}c`, effectiveDate: `2027-1${index}-01T00:00:00Z` }),
        ]),
      );
      const base = Object.fromEntries(
        names.map((name, index) => [
          `${index}.json`,
          ruleFile({ name: index === 0 ? `${name}x` : name, nodes: index === 0 ? nodes : old }),
        ]),
      );
      // A config takes no half of a surrogate pair.
      const [first = '', second = '', words] = [...names.slice(0, 2), message].map((text) =>
        text.toWellFormed(),
      );
      const suppression = { check: 'undefined-target', rule: first, node: first, reason: `${words}.` };
      const suppressions = [
        { ...suppression, expires: '2027-12-31' },
        { ...suppression, rule: second, expires: '2027-06-01' },
        { ...suppression, rule: words === '' ? 'x' : words, expires: '2027-12-31' },
      ];
      const twice = {
        ...files,
        [`${path}.json`]: ruleFile({ name: names[0] }),
        [CONFIG_PATH]: { suppressions },
      };
      return lintReport(twice, base, {
        command: 'deploy',
        result: 'refused',
        message,
        details: [{ text: message, command: path }],
        // This parser finds no link whose label is a code span with a longer fence and brackets in it.
        repositoryUrl: path.includes('`') ? '' : 'https://github.com/octo/rules',
      });
    });

  it('come to life nowhere in the comment', () => {
    fc.assert(
      fc.property(hostileReports, (report) => {
        const text = renderComment(report, RUN_URL);
        const parts = readMarkdown(text);
        expect(findLive(parts)).toBeUndefined();
        expect(parts.html.filter((html) => !isOurs(html))).toEqual([]);
        expect(parts.links.filter((link) => !link.startsWith('https://github.com/octo/rules/'))).toEqual([]);
        const strict = readGfm(text);
        expect(strict.texts.find((part) => LIVE_TEXT.test(part))).toBeUndefined();
        expect(strict.html.filter((html) => !isOurs(html))).toEqual([]);
        expect(strict.links.filter((link) => !link.startsWith('https://github.com/octo/rules/'))).toEqual([]);
        expect(strict.blocks.filter((block) => !/^(?:flowchart TD|gantt)\n/.test(block))).toEqual([]);
        expect(text.split('\n').filter((line) => line === marker)).toHaveLength(1);
        expectWhole(text);
      }),
      { numRuns: 500, seed: 20_271_101 },
    );
  });
});
