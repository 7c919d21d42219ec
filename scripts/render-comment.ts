// Renders a comment as a browser shows it, in light and dark, with its diagrams: for looking at comments, and for the picture of
// the README. It needs Chromium at CHROMIUM (default /usr/bin/chromium).
//   node scripts/render-comment.ts <comment.md> <folder> [word…]
// With words, only those folded parts are open whose line holds one of them; else all are.
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { marked } from 'marked';
import { type Browser, chromium } from 'playwright-core';

const MERMAID = new URL(import.meta.resolve('mermaid/dist/mermaid.min.js'));
const WIDTH = 900;

const THEMES = {
  light: { mermaid: 'default', text: '#1f2328', page: '#ffffff', line: '#d1d9e0', code: '#818b981f' },
  dark: { mermaid: 'dark', text: '#f0f6fc', page: '#0d1117', line: '#3d444d', code: '#656c7633' },
} as const;
type Theme = keyof typeof THEMES;

/** GitHub Flavored Markdown as a page much like GitHub's own. @param open words of the folded parts that are to be open; none for all */
function pageOf(markdown: string, theme: Theme, open: readonly string[]): string {
  const isOpen = (line: string): boolean => open.length === 0 || open.some((word) => line.includes(word));
  const { mermaid, text, page, line, code } = THEMES[theme];
  const html = marked
    .parse(markdown, { gfm: true, async: false })
    .replaceAll(
      /<pre><code class="language-mermaid">([^]*?)<\/code><\/pre>/g,
      '<pre class="mermaid">$1</pre>',
    )
    .replaceAll(/<details>.*/g, (line) =>
      isOpen(line) ? line.replace('<details>', '<details open>') : line,
    );
  return `<!doctype html><meta charset="utf-8"><style>
    body { font: 14px/1.5 "DejaVu Sans", sans-serif; color: ${text}; background: ${page}; max-width: ${WIDTH - 60}px; margin: 20px auto; }
    table { border-collapse: collapse; margin: 12px 0 } td, th { border: 1px solid ${line}; padding: 5px 10px; text-align: left }
    code { background: ${code}; border-radius: 5px; padding: 2px 5px; font-size: 85%; font-family: "DejaVu Sans Mono", monospace }
    pre.mermaid { background: none } a { color: #4493f8; text-decoration: none } h3 { margin: 20px 0 10px }
    li { margin: 3px 0 } summary { cursor: pointer; margin: 4px 0 }
  </style><body>${html}
  <script src="/mermaid.min.js"></script>
  <script>mermaid.initialize({ startOnLoad: false, theme: '${mermaid}' }); mermaid.run().then(() => (document.title = 'drawn'), (error) => (document.title = 'failed: ' + error.message));</script>`;
}

/** Serves one page and Mermaid on loopback. */
async function serve(page: string): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/mermaid.min.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? readFileSync(MERMAID) : page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

/** Takes a picture of a page once its diagrams are drawn. @throws Error where one of them cannot be */
async function picture(browser: Browser, html: string, path: string): Promise<void> {
  const served = await serve(html);
  const tab = await browser.newPage({ viewport: { width: WIDTH, height: 600 } });
  await tab.goto(served.url);
  await tab.waitForFunction('document.title !== ""');
  const title = await tab.title();
  if (title !== 'drawn') throw new Error(`${path}: ${title}`);
  await tab.screenshot({ path, fullPage: true });
  await tab.close();
  served.close();
}

const [file, folder, ...open] = process.argv.slice(2);
if (file === undefined || folder === undefined)
  throw new Error('usage: node scripts/render-comment.ts <comment.md> <folder> [word…]');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const theme of ['light', 'dark'] as const) {
  const path = join(folder, `${basename(file, '.md')}-${theme}.png`);
  await picture(browser, pageOf(readFileSync(file, 'utf8'), theme, open), path);
  console.log(path);
}
await browser.close();
