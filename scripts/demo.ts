// The demo: a pull request, a merge, a merge that fails half-way, and a rollback, each run by the built action against the
// embedded tenant and a local stand-in for GitHub, and shown as a person would meet them.
import { readFileSync, readdirSync } from 'node:fs';
import type { RuleFile } from '../src/rules/rule.ts';
import { type Estate, openEstate } from '../test/e2e/estate.ts';
import type { ActionRun } from '../test/stand-in/run-action.ts';

const isColoured = process.stdout.isTTY && (process.env.NO_COLOR ?? '') === '';
const bold = (text: string): string => (isColoured ? `\u001b[1m${text}\u001b[0m` : text);
const dim = (text: string): string => (isColoured ? `\u001b[2m${text}\u001b[0m` : text);
const print = (text = ''): void => {
  process.stdout.write(`${text}\n`);
};

function title(text: string): void {
  print(`\n${bold(`━━ ${text} ${'━'.repeat(Math.max(3, 96 - text.length))}`)}\n`);
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  │ ${line}`)
    .join('\n');
}

const folder = new URL('../rules/', import.meta.url);

function readExampleRules(): Record<string, string> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted();
  return Object.fromEntries(
    names.map((name) => [`rules/${name}`, readFileSync(new URL(name, folder), 'utf8')]),
  );
}

/** The text of an example rule after a change. */
function changeRule(file: string, change: (rule: RuleFile) => void): string {
  const rule = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as RuleFile;
  change(rule);
  return `${JSON.stringify(rule, null, 2)}\n`;
}

/** The holiday rule with a second key, and a third that leads to a new queue. */
function holidayWithKey2(target: string): string {
  return changeRule('holiday-support-routing.json', (rule) => {
    rule.nodes[0].transitions?.push(
      { condition: 'press_2', target },
      { condition: 'press_3', target: 'support' },
    );
    rule.nodes.push({ id: 'support', type: 'queue' });
  });
}

function showFlows(estate: Estate, names: readonly string[]): void {
  const flows = estate.tenant.state().flows.filter((flow) => names.includes(flow.name));
  for (const flow of flows) {
    const keys =
      flow.nodes[0]?.transitions?.map(({ condition, target }) => `${condition} → ${target}`).join(', ') ?? '';
    print(`  ${flow.id}  ${flow.status.padEnd(8)}  ${flow.name.padEnd(24)}  ${dim(keys)}`);
  }
}

function showCalls(estate: Estate, since: number, most: number): void {
  const calls = estate.tenant.state().requests.slice(since);
  for (const { method, path, status } of calls.slice(0, most))
    print(dim(`  ${method.padEnd(6)} ${path}  ${status ?? '–'}`));
  if (calls.length > most) print(dim(`  … and ${calls.length - most} more`));
}

function showStatuses(estate: Estate, sha: string): void {
  const newest = new Map(
    estate.github
      .statuses(sha)
      .toReversed()
      .map((status) => [status.context, status]),
  );
  for (const { context, state, description } of newest.values())
    print(`  ${state.padEnd(8)} ${context}: ${description ?? ''}`);
}

/** Shows how a run ended. @throws Error where it did not end as the demo says it does */
function showResult({ outputs, exitCode, stdout }: ActionRun, expected: string): void {
  if (outputs.result !== expected) throw new Error(`this run should have ended as ${expected}:\n${stdout}`);
  const reason = outputs.reason === undefined || outputs.reason === '' ? '' : ` (${outputs.reason})`;
  print(`  result: ${bold(`${outputs.result ?? '–'}${reason}`)}, exit code ${exitCode ?? '–'}`);
}

async function showPullRequest(estate: Estate): Promise<void> {
  title('1. A pull request gives the holiday rule a second key, and misspells its target');
  const run = await estate.pullRequest({ 'rules/holiday-support-routing.json': holidayWithKey2('suport') });
  showResult(run, 'failed');
  print('\n  The comment, as posted:\n');
  print(indent(estate.github.comments(run.number)[0]?.body ?? 'none'));
}

async function showMerge(estate: Estate): Promise<string> {
  title('2. Mended and merged: the changed rule goes live');
  const names = ['Holiday-Support-Routing'];
  print('  The tenant before:\n');
  showFlows(estate, names);
  const since = estate.tenant.state().requests.length;
  const sha = await estate.commit(
    { 'rules/holiday-support-routing.json': holidayWithKey2('support') },
    'Holiday key 2',
  );
  const run = await estate.push(sha);
  print();
  showResult(run, 'deployed');
  print('\n  The calls:\n');
  showCalls(estate, since, 30);
  print(`\n  The statuses of ${sha.slice(0, 12)}:\n`);
  showStatuses(estate, sha);
  print('\n  The tenant after:\n');
  showFlows(estate, names);
  return sha;
}

async function showFailure(estate: Estate): Promise<void> {
  title('3. A merge of two rules fails half-way, and is undone');
  const names = ['After-Hours', 'Holiday-Support-Routing'];
  print('  The tenant before:\n');
  showFlows(estate, names);
  const since = estate.tenant.state().requests.length;
  // One rule is active already and its old version retired when the tenant refuses the next request.
  estate.tenant.orderFault({
    match: { method: 'PATCH', path: '/api/v2/ivr/flows/{flowId}', nth: 4 },
    kind: '404',
    when: 'before',
  });
  const sha = await estate.commit({
    'rules/after-hours.json': changeRule('after-hours.json', (rule) => {
      rule.fallbackAction = { type: 'queue', target: 'night-desk' };
    }),
    'rules/holiday-support-routing.json': holidayWithKey2('sales'),
  });
  const run = await estate.push(sha);
  print();
  showResult(run, 'undone');
  print('\n  The calls (the tenant was told to refuse the fourth PATCH):\n');
  showCalls(estate, since, 40);
  print(`\n  The statuses of ${sha.slice(0, 12)}:\n`);
  showStatuses(estate, sha);
  print('\n  The tenant after, as it was:\n');
  showFlows(estate, names);
}

async function showRollback(estate: Estate, merged: string): Promise<void> {
  title('4. Somebody rolls back by hand: rollback-to previous');
  const since = estate.tenant.state().requests.length;
  const run = await estate.dispatch({ 'rollback-to': 'previous' });
  showResult(run, 'rolled-back');
  print('\n  The calls (the old version still lies on the tenant, so nothing is compiled again):\n');
  showCalls(estate, since, 30);
  print(`\n  The statuses of ${merged.slice(0, 12)}, which was live:\n`);
  showStatuses(estate, merged);
  print('\n  The tenant after:\n');
  showFlows(estate, ['Holiday-Support-Routing']);
  print('\n  The job summary:\n');
  print(indent(run.summary));
}

async function main(): Promise<void> {
  const startedAt = Date.now();
  const estate = await openEstate();
  try {
    title('0. The example rules are deployed for the first time');
    const run = await estate.push(await estate.commit(readExampleRules(), 'First rules'));
    showResult(run, 'deployed');
    const active = estate.tenant.state().flows.filter((flow) => flow.status === 'ACTIVE').length;
    print(
      `  ${active} flows are active on the tenant, after ${estate.tenant.state().requests.length} calls.`,
    );
    await showPullRequest(estate);
    const merged = await showMerge(estate);
    await showFailure(estate);
    await showRollback(estate, merged);
    const violations = estate.github.violations();
    title(`Done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
    print(
      `  ${estate.github.requests().length} requests to GitHub's API, ${violations.length} against its published description.`,
    );
    if (violations.length > 0) throw new Error(violations.join('\n'));
  } finally {
    await estate.close();
  }
}

await main();
