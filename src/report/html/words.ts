// Words and small pieces that several parts of the page share.
import type { Severity } from '../../lint/finding.ts';
import type { PlanAction } from '../../plan/plan.ts';
import type { ChangeKind } from '../../plan/compare-rule-sets.ts';
import { QUOTED, urlPath } from '../escape.ts';
import type { Report } from '../report.ts';
import { type Markup, NOTHING, piece } from './markup.ts';
import type { PageEntry } from './page-entries.ts';

const CHANGE_BADGES: Readonly<Record<ChangeKind, readonly [string, string]>> = {
  added: ['add', '+ new'],
  modified: ['mod', '~ changed'],
  renamed: ['mod', '~ renamed'],
  removed: ['del', '− removed'],
  unchanged: ['quiet', 'unchanged'],
};

export function changeBadge(change: ChangeKind | undefined): Markup {
  if (change === undefined) return NOTHING;
  const [name, words] = CHANGE_BADGES[change];
  return piece`<span class="badge ${name}">${words}</span>`;
}

const ACTION_WORDS: Readonly<Record<PlanAction, string>> = {
  create: 'create',
  replace: 'replace',
  activate: 'activate',
  deactivate: 'deactivate',
  delete: 'delete',
  none: 'nothing to do',
  held: 'held back',
};

export function actionWords(action: PlanAction | undefined): string {
  return action === undefined ? '' : ACTION_WORDS[action];
}

export const SEVERITY_SIGNS: Readonly<Record<Severity, string>> = { error: '✕', warning: '!', info: 'i' };

/** A sentence in which what stands in quotes, which others wrote, is told apart. */
export function sentence(text: string): Markup {
  const pieces = text.split(QUOTED);
  return piece`${pieces.map((text, index) => (index % 2 === 1 ? piece`<code>${text}</code>` : text))}`;
}

/** A sentence of our own words, to begin a line: one that may begin with another's word keeps its letters. */
export function ownSentence(text: string): Markup {
  return sentence(text.replace(/^[a-z]/, (letter) => letter.toUpperCase()));
}

/** The name of a rule, as a link to its part where it has one. */
export function ruleLink({ entry, anchor }: PageEntry): Markup {
  const { name } = entry.rule.payload;
  return anchor === undefined
    ? piece`<bdi>${name}</bdi>`
    : piece`<a href="#${anchor}"><bdi>${name}</bdi></a>`;
}

/** A file, as a link to its text on GitHub where the commit is known. */
export function fileLink({ repositoryUrl, commit }: Report, path: string, line?: number): Markup {
  const label = piece`<code>${line === undefined ? path : `${path}:${line}`}</code>`;
  if (!/^https?:\/\//.test(repositoryUrl) || !/^[0-9a-f]{40,64}$/.test(commit)) return label;
  const anchor = line === undefined ? '' : `#L${line}`;
  return piece`<a href="${`${repositoryUrl}/blob/${commit}/${urlPath(path)}${anchor}`}" rel="noreferrer"
    >${label}</a
  >`;
}
