// The plan against the tenant as Markdown: what would be written, rule by rule, and the digest of all of it.
import type { Change, PlanReason } from '../plan/plan.ts';
import { planDigest } from '../plan/plan-digest.ts';
import { spellDay } from '../schedule/spell-span.ts';
import { windowOf } from '../schedule/window.ts';
import { count } from '../rules/count.ts';
import { codeSpan } from './escape.ts';
import type { Section } from './fit.ts';
import type { Report } from './report.ts';

const REASONS: Readonly<Record<PlanReason, string>> = {
  new: 'a new rule',
  content: 'its content changes',
  window: 'its dates change',
  status: 'its status changes',
  removed: 'its file is gone',
  renamed: 'a new name for a rule',
  held: 'held since a rollback',
  'already live': 'live already',
  unchanged: 'unchanged',
  'not selected': 'not selected',
};

const FINAL: Readonly<Record<'INACTIVE' | 'DRAFT', string>> = {
  INACTIVE: 'ready, but inactive',
  DRAFT: 'a draft, not activated',
};

function spellActivation({ rule, finalStatus = 'ACTIVE' }: Change, now: number): string {
  if (rule === undefined) return '';
  if (finalStatus !== 'ACTIVE') return FINAL[finalStatus];
  const { start, end } = windowOf(rule.payload);
  const ends = Number.isFinite(end) ? `, ends ${spellDay(end)}` : '';
  return `activate ${start > now ? `at ${spellDay(start)}` : 'at once'}${ends}`;
}

/** What becomes of the versions that are live: they go inactive, or end at an instant of their own. */
function spellRetirements({ retirements }: Change): string[] {
  const end = retirements.find(({ patch }) => typeof patch.expirationDate === 'string')?.patch.expirationDate;
  const stopped = retirements.filter(({ patch }) => patch.status === 'INACTIVE').length;
  return [
    ...(typeof end === 'string' ? [`the version before it ends ${spellDay(Date.parse(end))}`] : []),
    ...(stopped > 0 ? [`${count(stopped, 'live version goes', 'live versions go')} inactive at once`] : []),
  ];
}

/** When a change takes effect, and what becomes of what is live, such as `activate at once; 1 live version goes inactive at once`. */
export function spellChange(change: Change, now: number): string {
  if (change.action === 'held') return 'nothing is written';
  const parts = [
    spellActivation(change, now),
    ...spellRetirements(change),
    change.deletions.length === 0 ? '' : `${count(change.deletions.length, 'version')} deleted for good`,
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function planRow(change: Change, now: number): string {
  const cells = [
    `**${change.action}**`,
    codeSpan(change.name),
    REASONS[change.reason],
    spellChange(change, now),
  ];
  return `| ${cells.join(' | ')} |\n`;
}

/** Such as `2 create, 1 replace, 9 none`. */
export function sumUpPlan(changes: readonly Pick<Change, 'action'>[]): string {
  if (changes.length === 0) return 'nothing to do';
  const actions = ['create', 'replace', 'activate', 'deactivate', 'delete', 'held', 'none'] as const;
  const counts = actions.map((action) => [
    changes.filter((change) => change.action === action).length,
    action,
  ]);
  return counts.flatMap(([number, action]) => (number === 0 ? [] : [`${number} ${action}`])).join(', ');
}

/** The first lines of a plan matter more than the table of figures, the hundredth does not. */
const FIRST_CHANGES = 20;

/** The sections on the plan; none where nothing was planned. */
export function planSections({ plan, now }: Report): Section[] {
  if (plan === undefined) return [];
  const head = `\n### Plan for the tenant\n\n${sumUpPlan(plan.changes)}. Plan digest: \`sha256:${planDigest(plan)}\`\n`;
  const rows = plan.changes.filter(({ action }) => action !== 'none').map((change) => planRow(change, now));
  const section = { noun: 'plan lines', tail: '' };
  return [
    { noun: '', head, items: [], tail: '', rank: 0 },
    {
      ...section,
      head: '\n| Action | Rule | Why | When |\n| --- | --- | --- | --- |\n',
      items: rows.slice(0, FIRST_CHANGES),
      rank: 2,
    },
    { ...section, head: '', items: rows.slice(FIRST_CHANGES), rank: 4 },
  ];
}
