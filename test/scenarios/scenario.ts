// Reads a scenario: rule files before and after, what happens, and what must come of it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const SCENARIOS = import.meta.dirname;

/** Path → content. */
export type Files = Readonly<Record<string, string>>;

interface ScenarioFile {
  /** One sentence for whoever reads it. */
  readonly about: string;
  /** Default `pull_request`; `push` is one to a branch of a repository without a default branch. */
  readonly event?: 'push';
  /** The token may only read. */
  readonly fork?: boolean;
  /** Credentials of the tenant are there. */
  readonly tenant?: boolean;
  /** The rules before were deployed. */
  readonly deployed?: boolean;
  /** They were then rolled back to those of the folder `earlier`. */
  readonly rolledBack?: boolean;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Each rule file stands for so many, with names and campaigns of their own. */
  readonly copies?: number;
  readonly expect: {
    readonly result: string;
    readonly reason?: string;
    /** Whether a comment is posted. */
    readonly posted: boolean;
    /** Words of a warning. */
    readonly warning?: string;
  };
}

export interface Scenario extends ScenarioFile {
  readonly name: string;
  readonly earlier: Files;
  readonly before: Files;
  readonly after: Files;
  /** The path of the comment that is expected. */
  readonly comment: string;
}

function copyFile(path: string, text: string, copies: number): [string, string][] {
  return Array.from({ length: copies }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    const rule = JSON.parse(text) as { name: string; campaignId: string };
    const copy = { ...rule, name: `${rule.name}-${number}`, campaignId: `${rule.campaignId}_${number}` };
    return [path.replace(/\.json$/, `-${number}.json`), `${JSON.stringify(copy, null, 2)}\n`];
  });
}

function readFiles(folder: string, copies: number): Files {
  const entries = readdirSync(SCENARIOS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path.startsWith(`${folder}/`))
    .toSorted()
    .map((path): [string, string] => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]);
  return Object.fromEntries(
    copies === 1 ? entries : entries.flatMap(([path, text]) => copyFile(path, text, copies)),
  );
}

function readScenario(name: string): Scenario {
  const folder = join(SCENARIOS, name);
  const file = JSON.parse(readFileSync(join(folder, 'scenario.json'), 'utf8')) as ScenarioFile;
  const read = (part: string): Files => readFiles(join(folder, part), file.copies ?? 1);
  return {
    ...file,
    name,
    earlier: read('earlier'),
    before: read('before'),
    after: read('after'),
    comment: join(folder, 'comment.md'),
  };
}

/** All scenarios, sorted by name. */
export function readScenarios(): Scenario[] {
  return readdirSync(SCENARIOS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readScenario(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
