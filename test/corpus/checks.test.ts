// All checks over 142 published call flows, each as a rule set of its own. The flows stay outside the repository.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/lint/finding.ts';
import { lintSources } from '../lint/lint-texts.ts';

const corpus = new URL('../../../shared/corpus/', import.meta.url);
const isThere = existsSync(new URL('flows/', corpus));

if (!isThere)
  console.warn(
    'SKIPPED: the corpus is not beside the repository (../shared/corpus); no check was tried on it.',
  );

/** How many flows have findings of a check. Each number stands in docs/checks/README.md with what the findings are. */
const FLOWS_WITH: Readonly<Record<string, number>> = {
  'dead-end': 27,
  'hearing-twice': 8,
  'max-depth': 24,
  'menu-too-wide': 32,
  'no-input-handling': 22,
  trap: 1,
  'undefined-target': 7,
  'unreachable-node': 25,
};

/**
 * The flows with errors, each looked at by hand: the targets are missing in the originals, the announcement repeats itself for
 * ever, and the ways are as long as the finding says.
 */
const ERRORS: Readonly<Record<string, readonly string[]>> = {
  'max-depth': [
    'asterisk-futel__blerg.json',
    'asterisk-futel__conversations.json',
    'asterisk-futel__holdthephone-2020-12-21.json',
    'asterisk-futel__holdthephone.json',
    'asterisk-futel__oracle.json',
    'asterisk-futel__pbx-default-incoming-2015.json',
    'asterisk-futel__pbx-default-incoming-2017.json',
    'asterisk-futel__pbx-default-incoming-2019.json',
    'asterisk-futel__robotron.json',
    'asterisk-futel__voyager-2019-06-21.json',
    'asterisk-futel__voyager.json',
    'asterisk-futel__whole-pbx-2015.json',
    'asterisk-futel__whole-pbx-2017.json',
    'asterisk-futel__whole-pbx-2019.json',
    'asterisk-futel__whole-pbx-2021.json',
    'connect-guides__financial-contact-flow.json',
    'connect-rules-engine__rules-engine-nlumenu-2022-08-01.json',
    'connect-rules-engine__rules-engine-queue-2022-08-01.json',
    'connect-rules-engine__rules-engine-queue.json',
    'connect-salesforce-scv__aws-sample-scv-inbound-flow-with-transcription-2021-04-20.json',
    'connect-salesforce-scv__aws-sample-scv-inbound-flow-with-transcription.json',
    'connect-snippets__001-context-tracking-make-payment.json',
    'connect-voicemail-express__vmxin-queue-option-2025-10-04.json',
    'connect-voicemail-express__vmxin-queue-option.json',
  ],
  trap: ['asterisk-futel__misc-2023-11-20.json'],
  'undefined-target': [
    'asterisk-futel__challenge.json',
    'asterisk-futel__whole-pbx-2021.json',
    'connect-voicemail-express__vmxin-queue-option-2025-10-09.json',
    'menus-futel__all-menus-2025-10-25.json',
    'menus-futel__all-menus-2026-06-10.json',
    'menus-futel__outgoing-detroit-2026-06-10.json',
    'menus-futel__outgoing-detroit.json',
  ],
};

/** Check → the flows that have findings of it, sorted. */
function groupFlows(findings: readonly Finding[]): Record<string, string[]> {
  const groups = new Map<string, Set<string>>();
  for (const { check, path } of findings) groups.set(check, (groups.get(check) ?? new Set()).add(path));
  return Object.fromEntries([...groups].map(([check, paths]) => [check, [...paths].toSorted()]));
}

describe.skipIf(!isThere)('the checks over the corpus of published call flows', () => {
  const files = isThere ? readdirSync(new URL('flows/', corpus)).toSorted() : [];
  const findings = files.flatMap(
    (path) => lintSources([{ path, bytes: readFileSync(new URL(`flows/${path}`, corpus)) }]).findings,
  );
  const errors = findings.filter(({ severity }) => severity === 'error');

  it('have findings in so many flows', () => {
    expect(files).toHaveLength(142);
    const counts = Object.entries(groupFlows(findings)).map(([check, flows]) => [check, flows.length]);
    expect(Object.fromEntries(counts)).toEqual(FLOWS_WITH);
  });

  it('have errors in exactly these flows, all of which can be defended', () => {
    expect(groupFlows(errors)).toEqual(ERRORS);
  });

  it('are told in the docs with the same numbers', () => {
    const page = readFileSync(new URL('../../docs/checks/README.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| +(\d+) +\|/gm)];
    expect(Object.fromEntries(rows.map(([, check = '', count]) => [check, Number(count)]))).toEqual(
      FLOWS_WITH,
    );
    const withErrors = new Set(errors.map(({ path }) => path)).size;
    const otherErrors = new Set(errors.filter(({ check }) => check !== 'max-depth').map(({ path }) => path))
      .size;
    expect(page).toContain(`${withErrors} of the 142 flows`);
    expect(page).toContain(`${otherErrors} without \`max-depth\``);
  });
});
