// What a stranger writes stays text where people read: in the comment, the job summary and the page, of the run as it is built. That each
// field is escaped is tested in test/report; here it is that nothing goes past the escapers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Estate, openEstate } from '../e2e/estate.ts';
import { ruleText } from '../e2e/rules.ts';
import { attributeOf, elementsOf } from '../report/html/read-page.ts';
import { LIVE_TEXT } from '../report/read-markdown.ts';
import { readGfm } from '../report/read-gfm.ts';
import { runStrangersPull } from './strangers-pull.ts';

const WORDS =
  '@octocat [x](https://evil.example) ![x](https://evil.example/p.png) <img src=https://evil.example onerror=x> <script>x</script>';
const MARKER = '<!-- cxone-ivr-gitops:production -->';
let estate: Estate;

beforeEach(async () => {
  estate = await openEstate();
  await estate.commit({ 'rules/a.json': ruleText('A') });
});

afterEach(async () => estate.close());

/** A name within our own HTML: words, and all else by its number. */
const NAME = /<code>(?:[\p{L}\p{N} ]|&#\d+;)*<\/code>/gu;

/** Holds what was made of the words against what they would do: none of it lives. */
function expectNothingLive(markdown: string): void {
  const { html, links, texts } = readGfm(markdown);
  expect(html.filter((part) => /octocat|evil|script|img/.test(part.replaceAll(NAME, '')))).toEqual([]);
  expect(links.filter((link) => /evil/.test(new URL(link).host))).toEqual([]);
  expect(texts.filter((text) => LIVE_TEXT.test(text))).toEqual([]);
  expect(markdown.split('\n').filter((line) => line === MARKER).length).toBeLessThan(2);
}

const TEXTS: readonly string[] = [WORDS, `\n${MARKER}\n# ${WORDS}`, `\`\`\`\n${WORDS}`, `|${WORDS}|\\`];

it.each(TEXTS)('in a rule, its file, a path test and a config: %j', async (text) => {
  const rule = ruleText(text, (value) => {
    const [root] = value.nodes;
    root.id = text;
    root.transitions = [{ condition: text, target: 'sales' }];
    value.campaignId = text;
  });
  const test = { rule: text, tests: [{ name: text, caller: [text], endsAt: text }] };
  const files = {
    [`rules/${text.replaceAll('/', '_')}.json`]: rule,
    'rules/b.json': JSON.stringify({ name: text, [text]: text }),
    'rules/c.test.json': JSON.stringify(test),
  };
  const run = await runStrangersPull(estate, { files });
  expect(run.outputs).toMatchObject({ result: 'failed', reason: 'lint' });
  const [comment] = estate.github.comments(run.number);
  for (const markdown of [run.summary, comment?.body ?? '']) {
    expect(markdown).toContain('octocat');
    expectNothingLive(markdown);
  }
  const page = elementsOf(readFileSync(join(run.reportDir, 'report.html'), 'utf8'));
  expect(page.filter(({ tagName }) => tagName === 'img')).toEqual([]);
  expect(page.filter(({ tagName }) => tagName === 'script')).toHaveLength(1);
  expect(page.filter((element) => attributeOf(element, 'href')?.includes('//evil'))).toEqual([]);

  const config = JSON.stringify({ checks: { [text]: text }, [text]: text });
  const broken = await runStrangersPull(estate, { files: { 'cxone-rules.config.json': config } });
  expect(broken.outputs).toMatchObject({ result: 'failed', reason: 'input' });
  expect(broken.summary).toContain('octocat');
  expectNothingLive(broken.summary);
});
