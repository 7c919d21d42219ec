// The page around its parts: it allows itself nothing but its own style and script, which it names by their hashes.
import { createHash } from 'node:crypto';
import { type Markup, piece, ownMarkup } from './markup.ts';
import { PAGE_SCRIPT, PAGE_STYLE } from './page-assets.generated.ts';

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}

/** Nothing is loaded, sent or framed; `data:` is for the empty icon that keeps a browser from asking for one. */
const POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(PAGE_STYLE)}`,
  `script-src ${hashOf(PAGE_SCRIPT)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Heads of arrows, and the pattern of overlaps: every picture refers to them. */
const SHARED = ownMarkup(
  `<svg class="shared" width="0" height="0" aria-hidden="true" focusable="false"><defs>${[
    '',
    '-add',
    '-del',
    '-way',
  ]
    .map(
      (name) =>
        `<marker id="arrow${name}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>`,
    )
    .join(
      '',
    )}<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6"/><line x1="0" x2="0" y1="0" y2="6"/></pattern></defs></svg>`,
);

/** The whole file. @param title untrusted */
export function page(title: string, nav: Markup, header: Markup, main: Markup, footer: Markup): string {
  return piece`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${ownMarkup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${ownMarkup(PAGE_STYLE)}</style>
</head>
<body>
<a class="skip" href="#rules">Skip to the list of rules</a>
${SHARED}
${header}
${nav}
<main class="wide" id="main">
${main}
</main>
${footer}
<script>${ownMarkup(PAGE_SCRIPT)}</script>
</body>
</html>
`.markup;
}
