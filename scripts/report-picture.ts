// Draws docs/images/report.png: the report of the example rules with a change, as a browser shows it. `--to <folder>` instead writes the
// page and pictures of it (light, dark, narrow, on paper) there, to be looked at.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { renderHtml } from '../src/report/html/render-html.ts';
import { openBrowser } from '../test/browser/open-browser.ts';
import { exampleReport } from '../test/report/html/sample-page.ts';

const VIEWS: Readonly<Record<string, BrowserContextOptions & { readonly media?: 'print' }>> = {
  light: { viewport: { width: 1280, height: 900 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  narrow: { viewport: { width: 390, height: 844 } },
  paper: { viewport: { width: 720, height: 1000 }, media: 'print' },
};

async function takePictures(browser: Browser, url: string, folder: string): Promise<void> {
  for (const [name, { media, ...options }] of Object.entries(VIEWS)) {
    const page = await browser.newPage(options);
    await page.goto(url);
    if (media !== undefined) await page.emulateMedia({ media });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    await page.close();
  }
}

/** The verdict, and below it the graphs of a changed rule. */
async function takeDocsPicture(browser: Browser, url: string, path: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1240, height: 1130 }, deviceScaleFactor: 1.25 });
  await page.goto(url);
  // What stands between the two would fill the picture with lists.
  await page.evaluate(`
    for (const part of document.querySelectorAll('main > section')) part.hidden = !['callers', 'each'].includes(part.id);
    for (const item of document.querySelectorAll('.callers > li:nth-child(n+2), #each h2, #each details, #each .group')) item.hidden = true;
    const part = [...document.querySelectorAll('.rule')].find((each) => each.textContent.includes('invoice-by-mail'));
    part.hidden = false;
    part.open = true;
    for (const item of part.querySelectorAll('h4, .told, .figures, .text')) item.hidden = true;
  `);
  await page.locator('.rule:visible [data-zoom=fit]').click();
  await page.mouse.move(0, 0);
  await page.screenshot({ path });
  await page.close();
}

const root = fileURLToPath(new URL('../', import.meta.url));
const { values } = parseArgs({ options: { to: { type: 'string' } } });
const folder = values.to ?? mkdtempSync(join(tmpdir(), 'report-'));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'report.html'), renderHtml(exampleReport()));
const url = pathToFileURL(join(folder, 'report.html')).href;
const browser = await openBrowser();
try {
  if (values.to === undefined) await takeDocsPicture(browser, url, join(root, 'docs/images/report.png'));
  else await takePictures(browser, url, folder);
} finally {
  await browser.close();
}
