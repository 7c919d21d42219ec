// Rules with the ids of an environment: of the workspace, and of commits with the map that each of them holds.
import { describe, expect, it } from 'vitest';
import { lintWorkspace } from '../../../src/commands/source/lint-workspace.ts';
import {
  type RuleSource,
  gitBlobId,
  readCommitRules,
} from '../../../src/commands/source/read-commit-rules.ts';
import type { IdMapFile, Session } from '../../../src/commands/session.ts';
import type { GitHub } from '../../../src/ports.ts';
import { readIdMap } from '../../../src/rules/read-id-map.ts';
import type { SourceFile } from '../../../src/rules/rule.ts';
import { ruleFile, sourceFile } from '../../rules/rule-file.ts';

const MAP = 'env/eu.json';
const file = (path: string, text: string): SourceFile => ({ path, bytes: Buffer.from(text) });
const mapFile = (text: string): IdMapFile => ({ path: MAP, map: readIdMap(file(MAP, text)) });
const campaigns = (ids: Readonly<Record<string, string>>): string => JSON.stringify({ campaigns: ids });

describe('the rules of the workspace', () => {
  const rule = (name: string, campaignId: string): SourceFile =>
    sourceFile(`rules/${name}.json`, ruleFile({ name, campaignId }));
  const pathTest = sourceFile('rules/a.test.json', {
    campaign: 'line',
    tests: [{ name: 'reaches sales', caller: [], endsAt: 'sales' }],
  });

  async function lint(
    rules: readonly SourceFile[],
    map: string | undefined,
  ): Promise<{
    readonly checked: Awaited<ReturnType<typeof lintWorkspace>>;
    readonly warnings: readonly string[];
  }> {
    const warnings: string[] = [];
    const session = {
      inputs: { rules: ['rules/**/*.json'], config: 'cxone-rules.config.json', maxDepth: 15 },
      clock: { now: () => 0 },
      log: { info: () => {}, debug: () => {}, warning: (text: string) => warnings.push(text) },
      workspace: {
        readFiles: async () => ({ rules, pathTests: [pathTest], problems: [] }),
        readConfigFile: async () => undefined,
      },
      readIdMap: async () => (map === undefined ? undefined : mapFile(map)),
    } as unknown as Session;
    return { checked: await lintWorkspace(session), warnings };
  }

  it('are checked, hashed and shown with the ids of the tenant; path tests see what is written', async () => {
    const rules = [rule('A', 'line'), rule('B', 'other')];
    const { checked, warnings } = await lint(rules, campaigns({ line: 'C1' }));
    const plain = await lint(rules, undefined);
    const [a, b] = checked.loaded.rules;
    expect([a?.payload.campaignId, b?.payload.campaignId]).toEqual(['C1', 'other']);
    expect(checked.lint.subjects.map(({ rule }) => rule)).toEqual([a, b]);
    expect(b).toEqual(plain.checked.loaded.rules[1]);
    expect(a?.payloadHash).not.toBe(plain.checked.loaded.rules[0]?.payloadHash);
    expect(warnings).toEqual([]);
    // The tenant knows no campaign of this name, but the files do.
    expect(checked.lint.findings.filter(({ check }) => check === 'path-test')).toEqual([]);
    expect(checked.lint.pathTests).toHaveLength(1);
  });

  it('warn of entries that none of them uses, ten by name', async () => {
    const ids = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`id${index}`, 'x']));
    const { warnings } = await lint([rule('A', 'line')], campaigns({ line: 'C1', ...ids }));
    expect(warnings).toEqual([
      expect.stringMatching(
        /^env\/eu\.json \(input id-map\) maps ids that no rule uses: campaigns "id0", campaigns "id1", .*"id9" and 2 more$/,
      ),
    ]);
  });

  it('warn of none where a file cannot be read: it may use any', async () => {
    const { warnings } = await lint([rule('A', 'line'), file('rules/b.json', '{')], campaigns({ gone: 'x' }));
    expect(warnings).toEqual([]);
  });
});

describe('the rules of a commit', () => {
  type Commits = Readonly<Record<string, Readonly<Record<string, string>>>>;

  function githubOf(commits: Commits): GitHub {
    const blobs = Object.values(commits).flatMap((files) =>
      Object.values(files).map((text) => Buffer.from(text)),
    );
    return {
      readTree: async (sha: string) =>
        commits[sha] &&
        Object.entries(commits[sha]).map(([path, text]) => ({ path, blob: gitBlobId(Buffer.from(text)) })),
      readBlob: async (blob: string) => blobs.find((bytes) => gitBlobId(bytes) === blob),
    } as unknown as GitHub;
  }

  function sourceOf(map: string | undefined, commit = 'now'): RuleSource {
    return {
      inputs: { rules: ['rules/*.json'] },
      trigger: { commit },
      readIdMap: async () => (map === undefined ? undefined : mapFile(map)),
    } as unknown as RuleSource;
  }

  const RULES = { 'rules/a.json': JSON.stringify(ruleFile({ campaignId: 'line' })) };
  const [OLD, NEW] = [campaigns({ line: 'old' }), campaigns({ line: 'new' })];

  it.each<[string, Commits, string | undefined, string]>([
    ['no map at all', { before: RULES, now: RULES }, undefined, 'line'],
    [
      'the map of that commit',
      { before: { ...RULES, [MAP]: OLD }, now: { ...RULES, [MAP]: NEW } },
      NEW,
      'old',
    ],
    [
      'no map, where that commit was made before it',
      { before: RULES, now: { ...RULES, [MAP]: NEW } },
      NEW,
      'line',
    ],
    ['the map of the workspace, where no commit holds it', { before: RULES, now: RULES }, NEW, 'new'],
    ['the map of the workspace, where this commit is not there', { before: RULES }, NEW, 'new'],
    ['no map, where input id-map is not set', { before: { ...RULES, [MAP]: OLD } }, undefined, 'line'],
  ])('are mapped by %s', async (_case, commits, map, expected) => {
    const loaded = await readCommitRules(githubOf(commits), 'before', sourceOf(map), []);
    expect(loaded?.rules.map(({ payload }) => payload.campaignId)).toEqual([expected]);
  });

  it('are an error that names the commit where its map cannot be read', async () => {
    const github = githubOf({ before: { ...RULES, [MAP]: '{"media": 7}' } });
    await expect(readCommitRules(github, 'before', sourceOf(NEW), [])).rejects.toThrow(
      'input id-map: env/eu.json (at before):1:11: media is 7, but it takes an object',
    );
  });
});
