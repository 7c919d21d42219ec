// A real browser for tests: Debian's chromium, which no package registry has to send.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The browser's program; undefined where there is none. */
export const BROWSER = PLACES.find((path) => path !== '' && existsSync(path));

/** Starts the browser. @throws where there is none: in CI that is a failure, elsewhere such tests are not to be begun */
export async function openBrowser(): Promise<Browser> {
  if (BROWSER === undefined)
    throw new Error('no browser is there: apt-get install chromium, or set CHROMIUM to the path of one');
  // As root, as in a container, chromium starts only without its sandbox; it opens nothing but a file of ours.
  return chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox'] });
}

/** Whether tests that need a browser are left out: never in CI. */
export const HAS_NO_BROWSER = BROWSER === undefined && process.env['CI'] !== 'true';
if (HAS_NO_BROWSER)
  console.warn('no chromium is there, so the tests in a browser are skipped: apt-get install chromium');
