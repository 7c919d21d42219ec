// The three escapers: everything that strangers wrote passes one of them on its way to a log, to Markdown or to Mermaid.

/** Control and format characters (direction marks among them) and line separators; joiners belong to some scripts. */
export const INVISIBLE = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\t\u200c\u200d]]/gv;
const ZERO_WIDTH_SPACE = '\u200b';

/** Cuts a text at a number of UTF-16 units, never inside a surrogate pair. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 2);
  const isFirstHalf = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, isFirstHalf ? most - 2 : most - 1)}…`;
}

/**
 * Makes a text safe for the runner's log: no line starts a workflow command (`::`), none holds the old form (`##[`).
 * Lines stay lines.
 */
export function escapeLog(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line
        .replace(INVISIBLE, '\ufffd')
        .replaceAll('##[', `##${ZERO_WIDTH_SPACE}[`)
        .replace(/^(\s*):(?=:)/, `$1:${ZERO_WIDTH_SPACE}`),
    )
    .join('\n');
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').replace(INVISIBLE, '\ufffd');
}

/** A text as a part of one line of a terminal: no control or escape sequence gets through, nor what commands a runner. */
export function terminalText(text: string): string {
  return escapeLog(oneLine(text));
}

/** UTF-16 units of a value that is shown. */
const LONGEST_SPAN = 300;

/** Texts that stand in a code span as they are: most names and ids. */
const PLAIN_SPAN = /^[\w.-]{1,200}$/;

/**
 * A text as a Markdown code span (CommonMark 6.1), in which neither mentions, links, HTML nor formatting live.
 * A pipe is escaped, so that the span can stand in a table.
 */
export function codeSpan(text: string, longest: number = LONGEST_SPAN): string {
  if (text.length <= longest && PLAIN_SPAN.test(text)) return `\`${text}\``;
  // A backslash before an escaped pipe would free the pipe again.
  const clean = cutText(oneLine(text), longest)
    .replace(/\\(?=\\*\|)/g, `\\${ZERO_WIDTH_SPACE}`)
    .replaceAll('|', String.raw`\|`);
  const longestRun = Math.max(0, ...(clean.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const needsSpace = clean === '' || /^[`\s]|[`\s]$/.test(clean);
  return needsSpace ? `${fence} ${clean} ${fence}` : `${fence}${clean}${fence}`;
}

/** A name inside an HTML element, where Markdown's code spans do not work. */
export function htmlCode(name: string): string {
  const span = codeSpan(name)
    .replace(/^`+ ?| ?`+$/g, '')
    .replaceAll(String.raw`\|`, '|');
  const text = span.replace(/[^\p{L}\p{N} ]/gu, (sign) => `&#${sign.codePointAt(0)};`);
  return `<code>${text}</code>`;
}

/** Ordinary words, small numbers, dates and times of the day; a number with a dot or a bracket behind it could begin a list. */
const PLAIN_WORD =
  /^\(?[A-Za-z]+(?:['’-][A-Za-z]+)*[),.;:?]*$|^\(?\d{1,6}[,;:]*$|^\d{4}-\d\d-\d\d[,;:]*$|^\d\d:\d\d(?::\d\d)?$|^[→,;:·]$/;
/** What GitHub would link as a commit. */
const COMMIT_LIKE = /^\(?[0-9a-f]{7,40}[),.;:?]*$/i;
/** A text in quotes, as JSON writes it; one that nothing ends goes to the end, or each quote in it would be looked at anew. */
export const QUOTED = /("(?:[^"\\]|\\[^]?)*(?:"|$))/;

/** Groups neighbours of one kind, so that two code tokens with a space between become one span. */
function joinTokens(tokens: readonly { readonly text: string; readonly isPlain: boolean }[]): string {
  const groups: { text: string; isPlain: boolean }[] = [];
  for (const { text, isPlain } of tokens) {
    const last = groups.at(-1);
    if (last !== undefined && last.isPlain === isPlain) last.text += ` ${text}`;
    else groups.push({ text, isPlain });
  }
  return groups.map((group) => (group.isPlain ? group.text : codeSpan(group.text))).join(' ');
}

/** UTF-16 units; a name that is not quoted may have millions, and would leave no room for anything else. */
const LONGEST_SENTENCE = 10_000;

/**
 * A sentence with untrusted words in it as Markdown: ordinary words stay, everything else, and every quoted text, becomes
 * a code span.
 */
export function markdownSentence(sentence: string): string {
  const pieces = cutText(oneLine(sentence), LONGEST_SENTENCE).split(QUOTED);
  const rendered = pieces.map((piece, index) => {
    if (index % 2 === 1) return codeSpan(piece);
    const [, before = '', body = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(piece) ?? [];
    // Punctuation right behind a quoted text belongs to the sentence.
    const mark = index > 0 ? (/^[),.;:?]+(?=\s|$)/.exec(body)?.[0] ?? '') : '';
    const words = body
      .slice(mark.length)
      .split(/\s+/)
      .filter((word) => word !== '');
    const text = joinTokens(
      words.map((word) => ({ text: word, isPlain: PLAIN_WORD.test(word) && !COMMIT_LIKE.test(word) })),
    );
    const gap = mark !== '' && text !== '' ? ' ' : '';
    return `${before === '' ? '' : ' '}${mark}${gap}${text}${after === '' ? '' : ' '}`;
  });
  // Two code spans that touch would become one with the wrong ends.
  return rendered
    .reduce(
      (text, piece) => (text.endsWith('`') && piece.startsWith('`') ? `${text} ${piece}` : text + piece),
      '',
    )
    .trim();
}

const MERMAID_ENTITIES: Readonly<Record<string, string>> = {
  '"': '#quot;',
  '#': '#35;',
  ';': '#59;',
  '\\': '#92;',
  '`': '#96;',
  '%': '#37;',
  '<': '#lt;',
  '>': '#gt;',
  '&': '#amp;',
  '@': '#64;',
  // Two of them start a formula.
  $: '#36;',
};

const LONGEST_LABEL = 60;

/** A text as the inside of a quoted Mermaid label; every character with a meaning becomes an entity. */
export function mermaidLabel(text: string): string {
  const clean = cutText(oneLine(text), LONGEST_LABEL);
  const escaped = clean.replace(/["#;\\`%<>&@$]/g, (sign) => MERMAID_ENTITIES[sign] ?? '');
  return escaped.trim() === '' ? ' ' : escaped;
}

/** Everything but letters, digits, and a few marks: colons, commas, `#`, `;` and `%` all command a Mermaid gantt chart. */
const NOT_GANTT = /[^\p{L}\p{M}\p{N} ._()/+-]/gu;

/**
 * A text as part of the name of a bar in a Mermaid gantt chart, where nothing can be quoted or written as an entity: what has a
 * meaning there becomes a dot. Something of ours stands before it, so that it is no keyword.
 */
export function ganttLabel(text: string): string {
  return cutText(oneLine(text).replace(NOT_GANTT, '·'), LONGEST_LABEL).trim();
}

/** A path within a repository as part of a URL. */
export function urlPath(path: string): string {
  return path
    .toWellFormed()
    .split('/')
    .map((step) =>
      encodeURIComponent(step).replace(/[()!'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
    )
    .join('/');
}
