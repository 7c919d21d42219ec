// The issue on the drift of an environment. It says nothing that changes while the drift stays the same: no time, no run.
import type { IssueText } from '../ports.ts';
import { driftSections } from './drift-sections.ts';
import { codeSpan, markdownSentence } from './escape.ts';
import { type Section, fitSections } from './fit.ts';
import type { Report } from './report.ts';

/** The largest body of an issue, in bytes: safe under every reading of GitHub's limit. */
const BODY_BUDGET = 65_536;
/** Left for the note that a closed issue gets. */
const NOTE_ROOM = 500;

/** The first line of our issue. */
export function driftIssueMarker(environment: string): string {
  return `<!-- cxone-ivr-gitops:drift:${environment} -->`;
}

const ADVICE = [
  'To keep what was changed on the tenant, run command `adopt` and merge what it makes of the rule files. To undo it, run command',
  '`deploy` with these rules in input `only`. This text is kept up to date, and the issue is closed once the tenant is as git says.',
].join(' ');

/** Renders the issue of an environment that has drifted. */
export function renderDriftIssue({ environment, drift, details }: Report): IssueText {
  const deployed =
    drift?.deployedSha === undefined ? '' : ` Deployed last: ${codeSpan(drift.deployedSha.slice(0, 12))}.`;
  const head = `${driftIssueMarker(environment)}\nThe tenant of environment ${codeSpan(environment)} is not as git says.${deployed}\n\n${ADVICE}\n`;
  const sections: Section[] = [
    { noun: '', head, items: [], tail: '', rank: 0 },
    {
      noun: 'remarks',
      head: details.length === 0 ? '' : '\n',
      items: details.map(({ text }) => `- ${markdownSentence(text)}\n`),
      tail: '',
      rank: 2,
    },
    ...(drift === undefined ? [] : driftSections(drift)),
  ];
  const { text } = fitSections(sections, BODY_BUDGET - NOTE_ROOM, (leftOut) => {
    const parts = [...leftOut].filter(([noun]) => noun !== '').map(([noun, number]) => `${number} ${noun}`);
    return `\n_Left out to fit GitHub's limit: ${parts.join(', ')}. The job summary of the run has it all._\n`;
  });
  return { title: `CXone IVR drift: ${environment}`, body: text };
}

/** The text of the issue as it is closed: what it said, and that it is over. */
export function renderClosedIssue({ title, body }: IssueText, { environment }: Report): IssueText {
  const marker = driftIssueMarker(environment);
  const rest = body.startsWith(marker) ? body.slice(marker.length).trimStart() : body;
  return { title, body: `${marker}\n**In sync again.** What follows is how it was.\n\n${rest}` };
}
