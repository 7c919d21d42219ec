// A real browser for tests: one that the machine has, which no package registry has to send.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env['CHROMIUM'] ?? '',
  process.env['CHROME_PATH'] ?? '',
  process.env['CHROME_BIN'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  // Last, since on Ubuntu it may be a script that only says how to get a snap.
  '/usr/bin/chromium-browser',
];

/** The browser's program; undefined where there is none. */
export const BROWSER = PLACES.find((path) => path !== '' && existsSync(path));

/** Starts the browser. @throws where there is none: in CI that is a failure, elsewhere such tests are not to be begun */
export async function openBrowser(): Promise<Browser> {
  if (BROWSER === undefined)
    throw new Error('no browser is there: install Chromium or Chrome, or set CHROME_PATH to the path of one');
  // As root, as in a container, chromium starts only without its sandbox; it opens nothing but a file of ours.
  return chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox'] });
}

/** Whether tests that need a browser are left out: never in CI. */
export const HAS_NO_BROWSER = BROWSER === undefined && process.env['CI'] !== 'true';
if (HAS_NO_BROWSER)
  console.warn('SKIPPED: no Chromium or Chrome is there (CHROME_PATH); the report was tried in no browser.');
