// report.html in a real browser: it opens in silence, asks for nothing, and can be searched, sorted, sized, printed and read by
// keyboard and by screen reader, in both colour schemes.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/html/render-html.ts';
import { exampleReport } from '../report/html/sample-page.ts';
import { HAS_NO_BROWSER, openBrowser } from './open-browser.ts';

const report = exampleReport();
const anchorOf = (name: string): string =>
  `#rule-${report.rules.findIndex(({ rule }) => rule.payload.name === name) + 1}`;
const BILLING = anchorOf('Billing-And-Payments');
const AFTER_HOURS = anchorOf('After-Hours');

let browser: Browser;
let url: string;

interface Opened {
  readonly page: Page;
  /** What the console said, what was asked for beside the page, and what its policy refused. */
  readonly complaints: readonly string[];
}

async function open(options: BrowserContextOptions = {}, target = ''): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const asked = request.url();
    if (!asked.startsWith('file:') && asked !== 'data:,') complaints.push(`asked for ${asked}`);
  });
  await page.addInitScript(
    "document.addEventListener('securitypolicyviolation', (event) => console.error('refused: ' + event.violatedDirective))",
  );
  await page.goto(url + target);
  return { page, complaints };
}

const visibleNames = async (page: Page): Promise<string[]> =>
  page.locator('#list tbody tr:visible th').allInnerTexts();

describe.skipIf(HAS_NO_BROWSER)('report.html in a browser', () => {
  beforeAll(async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'report-')), 'report.html');
    writeFileSync(path, renderHtml(report));
    url = pathToFileURL(path).href;
    browser = await openBrowser();
  });

  afterAll(async () => browser?.close());

  it('opens in silence, and asks for nothing', async () => {
    const { page, complaints } = await open();
    for (const summary of await page.locator('details > summary:visible').all()) await summary.click();
    await page.locator('#search').fill('agent');
    await page.locator('#list thead button').first().click();
    expect(complaints).toEqual([]);
    expect(await page.title()).toBe(
      'IVR rules, production: 6 rules change, 5 errors, 1 warning: cannot merge',
    );
  });

  it('obeys its policy: neither a script nor a style that somebody adds has an effect', async () => {
    const { page, complaints } = await open();
    await page.evaluate(
      'document.body.insertAdjacentHTML(\'beforeend\', \'<p id=added style="position:fixed" onclick="document.title = 1">x</p>\')',
    );
    await page.locator('#added').click();
    expect(await page.evaluate("getComputedStyle(document.getElementById('added')).position")).toBe('static');
    expect(await page.title()).not.toBe('1');
    expect(complaints.filter((text) => text.startsWith('error: refused'))).not.toEqual([]);
  });

  it('finds rules by name, campaign, node and media, and hides the parts of the others', async () => {
    const { page } = await open();
    const search = page.locator('#search');
    for (const [text, names] of [
      ['billing-and', ['Billing-And-Payments']],
      [
        'camp_network',
        ['Network-Support', 'Network-Support-After-Maintenance', 'Planned-Maintenance-Notice'],
      ],
      ['invoice-by-mail', ['Billing-And-Payments']],
      ['asset_outage_stay', ['Outage-Notice']],
      ['CAMP_network notice', ['Planned-Maintenance-Notice']],
      ['nowhere', []],
    ] as const) {
      await search.fill(text);
      expect(await visibleNames(page)).toEqual(names);
    }
    expect(await page.locator('#none').isVisible()).toBe(true);
    expect(await page.locator('.rule:visible').count()).toBe(0);
    await search.press('Escape');
    expect(await visibleNames(page)).toHaveLength(report.rules.length);
    expect(await page.locator('#shown').innerText()).toBe('12 rules');
  });

  it('shows only what changed, or what has findings', async () => {
    const { page } = await open();
    await page.locator('#only-changed').check();
    expect(await visibleNames(page)).toEqual([
      'Billing-And-Payments',
      'Collections',
      'Customer-Satisfaction-Survey',
      'Network-Support',
      'Outage-Notice',
      'Planned-Maintenance-Notice',
    ]);
    await page.locator('#only-found').check();
    expect(await visibleNames(page)).toEqual(['Outage-Notice', 'Planned-Maintenance-Notice']);
    expect(await page.locator('#shown').innerText()).toBe('2 of 12 rules');
  });

  it('sorts by numbers and by words, and says which way', async () => {
    const { page } = await open();
    const head = page.locator('#list thead th', { hasText: 'Nodes' });
    const numbers = async (): Promise<number[]> =>
      (await page.locator('#list tbody td:nth-of-type(3)').all()).reduce<Promise<number[]>>(
        async (list, cell) => [...(await list), Number(await cell.getAttribute('data-v'))],
        Promise.resolve([]),
      );
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(await numbers()).toEqual((await numbers()).toSorted((a, b) => b - a));
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(await numbers()).toEqual((await numbers()).toSorted((a, b) => a - b));
    const names = page.locator('#list thead th', { hasText: 'Rule' });
    await names.getByRole('button').click();
    await names.getByRole('button').click();
    expect(await visibleNames(page)).toEqual(report.rules.map(({ rule }) => rule.payload.name).toReversed());
    expect(await head.getAttribute('aria-sort')).toBe('none');
  });

  it('draws graphs: as many shapes as there are nodes, all to be seen, none over another', async () => {
    const { page } = await open({}, AFTER_HOURS);
    const shapes = page.locator(`${AFTER_HOURS} .graph .n:not(.start)`);
    const boxes = await Promise.all((await shapes.all()).map(async (shape) => shape.boundingBox()));
    expect(boxes).toHaveLength(9);
    expect(boxes.filter((box) => box === null || box.width < 10 || box.height < 10)).toEqual([]);
    const pairs = boxes.flatMap((a, index) => boxes.slice(index + 1).map((b) => [a!, b!] as const));
    const over = pairs.filter(
      ([a, b]) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
    );
    expect(over).toEqual([]);
    expect(await page.locator(`${AFTER_HOURS} .graph .e`).count()).toBeGreaterThan(8);
  });

  it('draws both versions at the same places, and what is in both in both', async () => {
    const { page } = await open({}, BILLING);
    const [before, after] = [
      page.locator(`${BILLING} .graph`).first(),
      page.locator(`${BILLING} .graph`).last(),
    ];
    const common = async (name: string): Promise<number> =>
      (await page.evaluate(
        `document.querySelector('${BILLING} ${name}').getBoundingClientRect().width`,
      )) as number;
    expect(await common('use')).toBeGreaterThan(100);
    expect(Math.abs((await common('use')) - (await common('.graph g[id]')))).toBeLessThan(2);
    expect(await before.locator('.n.del').count()).toBe(1);
    expect(await before.locator('.n.add').count()).toBe(0);
    expect(await after.locator('.n.add').count()).toBe(2);
    expect(await after.locator('.n.mod').count()).toBe(1);
  });

  it('sizes graphs by buttons, keys and the wheel, and moves both versions together', async () => {
    const { page } = await open({}, BILLING);
    const graph = page.locator(`${BILLING} .graph`).first();
    const width = async (): Promise<number> => (await graph.boundingBox())?.width ?? 0;
    const natural = Number(await graph.getAttribute('viewBox').then((box) => box?.split(' ')[2]));
    await page.locator(`${BILLING} .picture[data-scale]`).waitFor();
    const first = await width();
    await page.locator(`${BILLING} [data-zoom=in]`).click();
    expect(await width()).toBeCloseTo(first * 1.25, -1);
    await page.locator(`${BILLING} [data-zoom=one]`).click();
    expect(await width()).toBeCloseTo(natural, 0);
    const left = page.locator(`${BILLING} .canvas`).first();
    const places = async () =>
      page.evaluate(
        `[...document.querySelectorAll('${BILLING} .canvas')].map((canvas) => [canvas.scrollLeft, canvas.scrollTop])`,
      ) as Promise<number[][]>;
    await left.focus();
    await page.keyboard.press('-');
    const smaller = await width();
    expect(smaller).toBeLessThan(natural);
    await left.hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await expect.poll(width).toBeGreaterThan(smaller);
    await page.evaluate(`document.querySelector('${BILLING} .canvas').scrollTo(30, 40)`);
    await expect.poll(places).toEqual([
      [30, 40],
      [30, 40],
    ]);
    await left.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await places())[1]?.[0]).toBeGreaterThan(30);
    await page.locator(`${BILLING} [data-zoom=fit]`).click();
    expect(await width()).toBeLessThanOrEqual((await left.boundingBox())?.width ?? 0);
  });

  it('shows the longest path when asked', async () => {
    const { page } = await open({}, BILLING);
    const way = page.locator(`${BILLING} .way`).last();
    expect(await way.isVisible()).toBe(false);
    await page.locator(`${BILLING} .show-way`).check();
    expect(await way.isVisible()).toBe(true);
    expect(await way.locator('path').count()).toBe(9);
  });

  it('is used by keyboard alone', async () => {
    const { page } = await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the list of rules');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('location.hash')).toBe('#rules');
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('search');
    await page.keyboard.type('after-hours');
    const reached = new Set<string>();
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab');
      const name = String(
        await page.evaluate(
          "(({ tagName, id, className, textContent, hash }) => hash || id || (tagName === 'BODY' ? '' : tagName + ' ' + className + ' ' + textContent.trim().slice(0, 20)))(document.activeElement)",
        ),
      );
      if (name.startsWith('SUMMARY  After-Hours')) await page.keyboard.press('Enter');
      if (name === 'BUTTON  Depth (limit 15)') await page.keyboard.press('Enter');
      reached.add(name);
    }
    for (const name of [
      'only-changed',
      'only-found',
      'BUTTON  Rule',
      AFTER_HOURS,
      'INPUT show-way ',
      'BUTTON  +',
      'BUTTON  Fit',
      'DIV canvas ',
    ])
      expect(
        [...reached].some((each) => each.startsWith(name)),
        name,
      ).toBe(true);
    expect(await page.locator(AFTER_HOURS).getAttribute('open')).toBe('');
    expect(await page.locator('#list thead th[aria-sort=descending]').innerText()).toContain('Depth');
  });

  it('opens the part that a link leads to', async () => {
    const { page } = await open();
    await page.locator('#callers a', { hasText: 'Billing-And-Payments' }).click();
    await page.locator(`${BILLING} .graph`).first().waitFor({ state: 'visible' });
  });

  it('is read without scripts', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    expect(await page.locator('#list tbody tr:visible').count()).toBe(report.rules.length);
    await page.locator(`${BILLING} > summary`).click();
    expect((await page.locator(`${BILLING} .graph`).first().boundingBox())?.width).toBeGreaterThan(300);
    expect(await page.locator('.zoom').first().isVisible()).toBe(false);
  });

  it('is printed open, without what paper cannot do, and within the page', async () => {
    const { page } = await open({ viewport: { width: 720, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator(`${BILLING} .graph`).first().isVisible()).toBe(true);
    for (const hidden of ['nav', '.filters', '.tools'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false);
    const wide = await page.evaluate(
      "[...document.querySelectorAll('.graph')].filter((graph) => graph.getBoundingClientRect().right > innerWidth + 1).length",
    );
    expect(wide).toBe(0);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
  });

  it.each([1280, 390])('has nothing cut off at %i pixels', async (width) => {
    const { page } = await open({ viewport: { width, height: 844 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });

  describe.each(['light', 'dark'] as const)('in the %s scheme', (colorScheme) => {
    it('has its own colours', async () => {
      const { page } = await open({ colorScheme });
      const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
      expect(background).toBe(colorScheme === 'dark' ? 'rgb(20, 23, 28)' : 'rgb(255, 255, 255)');
    });

    it('breaks no rule of WCAG 2.2 AA that axe can check', async () => {
      const { page } = await open({ colorScheme, bypassCSP: true });
      await page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })");
      await page.evaluate(axe.source);
      const violations = (await page.evaluate(
        "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, help, nodes }) => id + ': ' + help + ' ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))",
      )) as string[];
      expect(violations).toEqual([]);
    }, 60_000);
  });
});
