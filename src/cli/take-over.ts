// Commands import and adopt on a laptop: rule files from the tenant, for git to show what became of them.
import { planAdoption } from '../commands/adopt.ts';
import { checkScopes } from '../commands/check-scopes.ts';
import { compareTenant } from '../commands/drift/compare-tenant.ts';
import { planImport } from '../commands/import.ts';
import { findUnknownRules } from '../commands/source/find-unknown-rules.ts';
import type { CheckedWorkspace } from '../commands/source/lint-workspace.ts';
import { type TakeOver, takeOver } from '../commands/take-over.ts';
import { ENDPOINTS } from '../cxone/endpoints.ts';
import { UserError } from '../errors.ts';
import type { Finding } from '../lint/finding.ts';
import { indexByName } from '../plan/compare-rule-sets.ts';
import type { Tenant } from '../ports.ts';
import { tabulateDrift } from '../report/drift-text.ts';
import { terminalText } from '../report/escape.ts';
import type { Inputs } from '../request/inputs.ts';
import { readIdMapFile } from '../workspace/read-id-map-file.ts';
import { listFolder, writeFiles } from '../workspace/write-files.ts';
import { checkRules } from './check-rules.ts';
import { type CommandLine, inputsOf } from './command-line.ts';
import { findGlobs } from './find-globs.ts';
import { listFindings } from './list-findings.ts';
import { choosePaint } from './paint.ts';
import type { World } from './world.ts';

/** Secrets come from the environment alone: arguments are seen by other users of a machine, and stay in a shell's history. */
const VARIABLES = {
  'tenant-url': 'CXONE_TENANT_URL',
  'client-id': 'CXONE_CLIENT_ID',
  'client-secret': 'CXONE_CLIENT_SECRET',
  'access-key-id': 'CXONE_ACCESS_KEY_ID',
  'access-key-secret': 'CXONE_ACCESS_KEY_SECRET',
} as const;

function readTenantInputs({ options }: CommandLine, globs: readonly string[], { variables }: World): Inputs {
  const given = Object.entries(VARIABLES).map(([input, variable]) => [input, variables[variable] ?? '']);
  const inputs = inputsOf({ options: { ...Object.fromEntries(given), ...options } }, globs);
  if (inputs.tenantUrl === 'simulator')
    throw new UserError(
      'input',
      'the embedded tenant ends with this command, so there is nothing to take from it',
    );
  const needed = {
    CXONE_TENANT_URL: inputs.tenantUrl,
    CXONE_CLIENT_ID: inputs.clientId,
    CXONE_CLIENT_SECRET: inputs.clientSecret,
  };
  const missing = Object.entries(needed).flatMap(([variable, value]) => (value === '' ? [variable] : []));
  if (missing.length === 0) return inputs;
  throw new UserError('input', `the tenant is needed, but the environment lacks ${missing.join(', ')}`);
}

/** Runs something with the tenant, and closes what was opened. */
async function withTenant<T>(inputs: Inputs, world: World, use: (tenant: Tenant) => Promise<T>): Promise<T> {
  const [{ openTenant, readOwnApiConfig }, { makeAgents }] = await Promise.all([
    import('../runner/open-tenant.ts'),
    import('../network/agents.ts'),
  ]);
  const agents = makeAgents(inputs.concurrency);
  const say = (text: string): void => world.err(`cxone-ivr: ${terminalText(text)}\n`);
  const voice = { log: { info: say, warning: say, debug: () => {} }, onSecret: () => {} };
  const resources = { agents: async () => agents, onClose: () => {} };
  try {
    const never = new AbortController().signal;
    const api = await readOwnApiConfig(world.folder, inputs.apiConfig);
    const opened = await openTenant(api, inputs, resources, never, voice);
    if (opened === undefined) throw new UserError('input', 'the tenant is needed');
    await checkScopes(opened.tenant, [ENDPOINTS.listFlows.scope]);
    return await use(opened.tenant);
  } finally {
    agents.close();
  }
}

function print(
  world: World,
  line: CommandLine,
  findings: readonly Finding[],
  lines: readonly string[],
): void {
  const paint = choosePaint(world.isTerminal, world.variables.NO_COLOR, line.noColor);
  world.out([...listFindings(findings, paint), ...lines.map(terminalText), ''].join('\n'));
}

/** What both commands do around their plans. @returns the exit code */
async function run(
  line: CommandLine,
  world: World,
  mayBeEmpty: boolean,
  plan: (tenant: Tenant, checked: CheckedWorkspace, inputs: Inputs) => Promise<TakeOver>,
): Promise<number> {
  const inputs = readTenantInputs(line, findGlobs(world.folder, line.rules), world);
  const check = async (): Promise<CheckedWorkspace> => checkRules(line, [], world);
  const before = await check();
  const unknown = findUnknownRules(before, mayBeEmpty ? inputs.rules : []);
  if (unknown !== undefined) {
    print(world, line, unknown.findings, [unknown.end.message]);
    return 1;
  }
  const made = await withTenant(inputs, world, async (tenant) => plan(tenant, before, inputs));
  const writer = {
    listFolder: async (path: string) => listFolder(world.folder, path),
    writeFiles: async (files: Parameters<typeof writeFiles>[1]) => writeFiles(world.folder, files),
  };
  const { reported } = await takeOver({ writer, isDryRun: false, check }, made, before);
  const details = (reported.end.details ?? []).map(({ text }) => text);
  print(world, line, reported.findings ?? [], [...details, reported.end.message]);
  return 0;
}

/** Runs command import. @returns the exit code @throws UserError, ApiError */
export async function importFlows(line: CommandLine, world: World): Promise<number> {
  return run(line, world, true, async (tenant, checked, { rules: globs, idMap }) => {
    const map = readIdMapFile(world.folder, idMap)?.map;
    const writer = { listFolder: async (path: string) => listFolder(world.folder, path) };
    return planImport({ tenant, writer, globs, map, only: [], now: world.clock.now() }, checked);
  });
}

/** Runs command adopt. Nobody knows here what was deployed last: every difference counts. @returns the exit code */
export async function adopt(line: CommandLine, world: World): Promise<number> {
  return run(line, world, false, async (tenant, checked, { idMap }) => {
    const desired = indexByName(checked.loaded.rules);
    const request = { desired, deployed: undefined, live: undefined, now: world.clock.now() };
    const { drift } = await compareTenant(tenant, request, new Map(), false);
    const lines = tabulateDrift({ ...drift, unknown: undefined }).map(terminalText);
    world.out(lines.map((text) => `${text}\n`).join(''));
    return planAdoption(drift, checked, readIdMapFile(world.folder, idMap)?.map, []);
  });
}
