// The page as a whole: what it says, that strangers' texts stay texts in it, that it loads nothing, and what it leaves out.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../src/graph/figures.ts';
import { compareRuleSets } from '../../../src/plan/compare-rule-sets.ts';
import { renderHtml } from '../../../src/report/html/render-html.ts';
import { renderComment } from '../../../src/report/markdown.ts';
import { reportRules } from '../../../src/report/report-rules.ts';
import type { Report } from '../../../src/report/report.ts';
import type { Payload, PayloadNode, Rule } from '../../../src/rules/rule.ts';
import { makeTimelines } from '../../../src/schedule/make-timelines.ts';
import { ruleFile } from '../../rules/rule-file.ts';
import { hostileTexts } from '../hostile-text.ts';
import { lintReport, longRule } from '../sample-report.ts';
import { attributeOf, elementsOf, ofClass, textOf } from './read-page.ts';
import { exampleReport, largeReport } from './sample-page.ts';

const example = exampleReport();
const page = renderHtml(example);
const elements = elementsOf(page);

function sectionText(id: string, of = elements): string {
  const section = of.find((element) => attributeOf(element, 'id') === id);
  return section === undefined ? '' : textOf(section).replace(/\s+/g, ' ').trim();
}

describe('the page of a pull request', () => {
  it('has the verdict of the comment in its heading and its title', () => {
    const verdict = /^❌ \*\*(.*)\*\*$/m.exec(renderComment(example, ''))?.[1];
    const heading = elements.find(({ tagName }) => tagName === 'h1');
    const title = elements.find(({ tagName }) => tagName === 'title');
    expect(verdict).toBe('6 rules change, 5 errors, 1 warning: cannot merge');
    expect(heading === undefined ? '' : textOf(heading)).toBe(`✕${verdict}`);
    expect(title === undefined ? '' : textOf(title)).toBe(`IVR rules, production: ${verdict}`);
  });

  it('tells callers first, in words', () => {
    const main = elements.find(({ tagName }) => tagName === 'main');
    const sections = main?.childNodes.flatMap((node) => ('attrs' in node ? [attributeOf(node, 'id')] : []));
    expect(sections).toEqual(['callers', 'findings', 'rules', 'each', 'windows', 'tests']);
    expect(sectionText('callers')).toContain(
      'Billing-And-Payments ~ changed Callers who press 3 now come to menu "invoice-options" instead of',
    );
  });

  it('lists every rule, and has a part for each', () => {
    const rows = elements.filter((element) => attributeOf(element, 'data-for') !== undefined);
    expect(rows).toHaveLength(example.rules.length);
    expect(ofClass(elements, 'rule')).toHaveLength(example.rules.length);
    const billing = rows.find((row) => textOf(row).includes('Billing-And-Payments'));
    expect(billing === undefined ? '' : textOf(billing).replace(/\s+/g, ' ').trim()).toBe(
      'Billing-And-Paymentscamp_billing~ changed15 → 1627 → 319none',
    );
    expect(billing === undefined ? '' : attributeOf(billing, 'data-s')).toContain('asset_invoice_options');
  });

  it('shows findings with the lines of the file, and what they point at marked', () => {
    const part = elements.find(
      (element) => attributeOf(element, 'class')?.startsWith('rule') && textOf(element).includes('suport'),
    );
    const inside =
      part === undefined
        ? []
        : ofClass(elements, 'finding').filter((each) => textOf(each).includes('suport'));
    expect(textOf(inside[0] ?? elements[0]!)).toContain('"press_2", "target": "suport"');
    const marks = elements.filter(({ tagName }) => tagName === 'mark').map(textOf);
    expect(marks).toContain('"suport"');
  });

  it('draws both versions of a changed rule, with as many nodes as they have', () => {
    const id = `rule-${example.rules.findIndex(({ rule }) => rule.payload.name === 'Billing-And-Payments') + 1}`;
    const part = elements.find((element) => attributeOf(element, 'id') === id);
    const text = part === undefined ? '' : textOf(part);
    for (const words of ['Before', 'After', '+ invoice-options', '− payment-retry', '~ bank-payment'])
      expect(text).toContain(words);
  });

  it('draws windows with their overlap and their gap', () => {
    expect(ofClass(elements, 'overlap').filter(({ tagName }) => tagName === 'rect')).toHaveLength(2);
    expect(ofClass(elements, 'gap').filter(({ tagName }) => tagName === 'rect')).toHaveLength(1);
    expect(sectionText('windows')).toContain(
      'Gap: no rule is in force from 2028-03-05 05:00 UTC to 2028-03-05 06:00 UTC.',
    );
  });

  it('has every id once, and every link within the page leads somewhere', () => {
    const ids = elements.flatMap((element) => attributeOf(element, 'id') ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const targets = elements.flatMap((element) => {
      const href = attributeOf(element, 'href');
      return href?.startsWith('#') === true ? [href.slice(1)] : [];
    });
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it('has the same bytes for the same report', () => {
    expect(renderHtml(exampleReport()) === page).toBe(true);
  });
});

describe('what a page allows itself', () => {
  const only = (name: string) => elements.filter(({ tagName }) => tagName === name);
  const policy = attributeOf(
    elements.find((element) => attributeOf(element, 'http-equiv') === 'Content-Security-Policy')!,
    'content',
  );

  it.each(['style', 'script'])('is one %s, by its hash', (name) => {
    expect(only(name)).toHaveLength(1);
    const hash = createHash('sha256').update(only(name).map(textOf).join('')).digest('base64');
    expect(policy).toContain(`${name}-src 'sha256-${hash}';`);
  });

  it('has no style that a shape shown by reference would not get: it does not know the graph around itself', () => {
    const style = only('style').map(textOf).join('');
    expect(style.match(/\.graph [.a-z#][^{]*/g)).toBeNull();
  });

  it('is nothing else', () => {
    expect(policy).toMatch(
      /^default-src 'none'; style-src '[^' ]+'; script-src '[^' ]+'; img-src data:; base-uri 'none'; form-action 'none'$/,
    );
    const active = ['iframe', 'img', 'object', 'embed', 'base', 'foreignobject', 'image', 'audio', 'video'];
    expect(elements.filter(({ tagName }) => active.includes(tagName.toLowerCase()))).toEqual([]);
    const attributes = elements.flatMap(({ attrs }) => attrs);
    expect(attributes.filter(({ name }) => /^on|^style$|^src|^action$|^formaction$/.test(name))).toEqual([]);
    const links = attributes.filter(
      ({ name, value }) =>
        name === 'href' && !/^#|^data:,$|^https:\/\/github\.com\/octo\/rules\//.test(value),
    );
    expect(links).toEqual([]);
  });
});

const types = ['greeting', 'dtmf', 'transfer', 'queue', 'hangup'] as const;

/** A rule all of whose words are a stranger's. */
function hostileRule(words: readonly string[], path: string): Rule {
  const word = (index: number): string => words[index % words.length] ?? '';
  const nodes = types.map((type, index): PayloadNode => ({
    id: `${word(index)}${index}`,
    type,
    mediaAssetId: word(index + 1),
    transitions: [
      { condition: word(index + 2), target: `${word(index + 1)}${index + 1}` },
      { condition: `press_${word(index + 3)}`, target: word(index + 4) },
    ],
  }));
  const payload = {
    name: word(5),
    campaignId: word(6),
    nodes,
    fallbackAction: { type: 'queue' as const, target: word(7) },
    effectiveDate: '2027-01-01T00:00:00.000Z',
  };
  return { path, payload, payloadHash: words.join(' '), status: 'ACTIVE' };
}

function hostileReport(words: readonly string[]): Report {
  const word = (index: number): string => words[index % words.length] ?? '';
  const compute = (rule: Rule) => computeFigures(rule.payload.nodes);
  const path = word(8);
  const rule = hostileRule(words, path);
  const old = { ...rule, ...hostileRule([...words.slice(1), word(0)], path) };
  const before = { ...old, payload: { ...old.payload, name: rule.payload.name } };
  const finding = (at: string) =>
    ({
      check: 'schema',
      severity: 'error',
      path: at,
      line: 1,
      column: 2,
      endLine: 2,
      endColumn: 3,
      pointer: '',
      message: word(9),
    }) as const;
  return {
    ...example,
    environment: word(10),
    commit: word(11),
    message: word(12),
    details: [{ text: word(13), command: word(14) }],
    rules: reportRules([{ rule, figures: compute(rule) }], compareRuleSets([before], [rule]), compute, 0),
    findings: [finding(path), finding(word(15))],
    suppressed: [
      {
        finding: finding(path),
        suppression: {
          check: 'schema',
          rule: word(1),
          reason: word(2),
          expires: word(3),
          until: 0,
          pointer: '',
        } as never,
      },
    ],
    timelines: makeTimelines([rule, { ...rule, path: word(4) }], 0),
    plan: {
      changes: [
        { name: word(5), action: 'create', reason: 'new', retirements: [], deletions: [], known: [] },
      ],
    },
    pathTests: {
      passed: 1,
      failed: 1,
      withoutRule: 0,
      untested: 0,
      rules: [
        {
          name: word(0),
          path,
          tests: 1,
          failed: 1,
          transitions: 2,
          taken: 1,
          untaken: [{ node: word(1), condition: word(2), target: word(3) }],
        },
      ],
    },
    repositoryUrl: word(2),
    textOf: () => `${word(6)}\n${word(7)}`,
  };
}

describe("strangers' texts", () => {
  const tagsOf = (text: string) => elementsOf(text).map(({ tagName }) => tagName);
  const known = new Set([...tagsOf(page), ...tagsOf(renderHtml(hostileReport(['a', 'b'])))]);

  it('make neither elements nor attributes in any field of a report', () => {
    const names = new Set(
      elementsOf(renderHtml(hostileReport(['a', 'b'])))
        .concat(elements)
        .flatMap(({ attrs }) => attrs.map(({ name }) => name)),
    );
    fc.assert(
      fc.property(fc.array(hostileTexts, { minLength: 2, maxLength: 8 }), (words) => {
        const text = renderHtml(hostileReport(words));
        const found = elementsOf(text);
        expect([...new Set(found.map(({ tagName }) => tagName))].filter((tag) => !known.has(tag))).toEqual(
          [],
        );
        expect(found.flatMap(({ attrs }) => attrs).filter(({ name }) => !names.has(name))).toEqual([]);
        expect(found.filter(({ tagName }) => tagName === 'script')).toHaveLength(1);
        expect(
          found
            .flatMap((element) => attributeOf(element, 'href') ?? [])
            .filter((href) => !/^#|^data:,$|^https?:\/\//.test(href)),
        ).toEqual([]);
        expect(/[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\n\u200c\u200d]]/v.test(text)).toBe(false);
      }),
      { numRuns: 150, seed: 20_271_101 },
    );
  }, 60_000);

  it('are all there to be read', () => {
    const marks = Array.from({ length: 16 }, (_, index) => `mark-${index}-"<&>'`);
    const text = elementsOf(renderHtml(hostileReport(marks)))
      .filter(({ tagName }) => tagName === 'body')
      .map(textOf)
      .join('');
    for (const mark of marks.filter((_, index) => ![4, 11].includes(index))) expect(text).toContain(mark);
  });
});

describe('a small report', () => {
  it('says that nothing changes where nothing does', () => {
    const files = { 'rules/a.json': ruleFile() };
    const found = elementsOf(renderHtml(lintReport(files, files)));
    expect(sectionText('callers', found)).toContain('No rule changes, so nothing changes for callers.');
    expect(sectionText('findings', found)).toBe('Findings None.');
  });

  it('says that there is nothing to compare with', () => {
    const found = elementsOf(renderHtml(lintReport({ 'rules/a.json': ruleFile() })));
    expect(sectionText('callers', found)).toContain('There is nothing to compare these rules with');
    expect(found.some((element) => attributeOf(element, 'id') === 'only-changed')).toBe(false);
  });

  it('is made without any rule', () => {
    expect(renderHtml(lintReport({ 'rules/a.json': '{' }))).toContain('In files that are not read as rules');
  });

  it('has the plan, the message and the details', () => {
    const plan = {
      changes: [{ name: 'A', action: 'held', reason: 'held', retirements: [], deletions: [], known: [] }],
    } as const;
    const report = lintReport({ 'rules/a.json': ruleFile() }, undefined, {
      command: 'deploy',
      result: 'undone',
      plan,
      message: 'the tenant rejects "A"',
      details: [{ text: 'bring it in line:', command: 'git revert x' }],
    });
    const found = elementsOf(renderHtml(report));
    expect(sectionText('plan', found)).toMatch(/^Plan .*A held back held$/);
    const header = found.find(({ tagName }) => tagName === 'header');
    expect(header === undefined ? '' : textOf(header).replace(/\s+/g, ' ')).toMatch(
      /✕undone · 1 rule the tenant rejects "A" bring it in line: git revert x/,
    );
  });
});

describe('a large report', () => {
  it('of 400 changed rules of 60 nodes has a picture of each, and stays under 20 MB', () => {
    const text = renderHtml(largeReport(400, 60));
    expect(text.length).toBeLessThan(20_000_000);
    expect(text.includes('No picture')).toBe(false);
    expect(text.split('<figure class="picture">')).toHaveLength(401);
    expect(text.split('Drawn: 4 of 60 nodes').length).toBeGreaterThan(100);
  }, 120_000);

  it('draws no rule of 100,000 nodes, and bounds its table', () => {
    const { nodes, ...rest } = longRule('huge', 100_000) as Payload;
    const rule: Rule = { path: 'a.json', payload: { ...rest, nodes }, payloadHash: '', status: 'ACTIVE' };
    const figures = computeFigures(nodes);
    const rules = reportRules([{ rule, figures }], undefined, () => figures, 0);
    const report = { ...lintReport({ 'rules/a.json': ruleFile() }), rules };
    const text = renderHtml(report);
    expect(text.length).toBeLessThan(1_500_000);
    expect(/No picture: [^<]* are too many/.exec(text)?.[0]).toBe(
      'No picture: 100000 nodes and 199998 transitions are too many',
    );
    expect(/\d+ more nodes left out of this table/.test(text)).toBe(true);
  }, 60_000);

  it('draws the changed part of a rule that is too large to be drawn whole', () => {
    const rule = longRule('long', 500) as { nodes: { id: string; transitions: object[] }[] };
    const edited = structuredClone(rule);
    edited.nodes[250]!.transitions[1] = { condition: 'timeout', target: 'long-step-249' };
    const text = renderHtml(lintReport({ 'rules/a.json': edited }, { 'rules/a.json': rule }));
    expect(/Drawn: \d of 500 nodes, what changed and what is next to it\./.test(text)).toBe(true);
    expect(text.includes('class="e add"')).toBe(true);
  });
});
