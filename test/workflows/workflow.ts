// Workflow files as the tests read them: the repository's own, the examples, and those that the README shows.
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';

const root = new URL('../../', import.meta.url);

export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'continue-on-error'?: boolean;
}

export interface Job {
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly permissions?: Readonly<Record<string, 'read' | 'write' | 'none'>>;
  readonly environment?: { readonly name: string; readonly deployment?: boolean };
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly name: string;
  readonly on: string | Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, 'read' | 'write' | 'none'>>;
  readonly concurrency?: {
    readonly group: string;
    readonly 'cancel-in-progress'?: boolean | string;
    readonly queue?: string;
  };
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface WorkflowFile {
  /** Where it stands, such as `examples/workflows/deploy.yml` or `README.md: IVR deploy`. */
  readonly path: string;
  readonly text: string;
  readonly workflow: Workflow;
}

function readFolder(folder: string): WorkflowFile[] {
  const names = readdirSync(new URL(folder, root)).toSorted();
  return names.map((name) => {
    const text = readFileSync(new URL(folder + name, root), 'utf8');
    return { path: folder + name, text, workflow: parse(text) as Workflow };
  });
}

export const OWN = readFolder('.github/workflows/');
export const EXAMPLES = readFolder('examples/workflows/');

/** The YAML blocks of a page that are whole workflows, in their order. */
function readPage(path: string): WorkflowFile[] {
  const blocks = readFileSync(new URL(path, root), 'utf8').matchAll(/^```yaml\n(.*?)^```$/gms);
  return [...blocks].flatMap(([, text = '']) => {
    const workflow = parse(text) as Workflow;
    return 'jobs' in workflow ? [{ path: `${path}: ${workflow.name}`, text, workflow }] : [];
  });
}

export const QUICK_START: readonly WorkflowFile[] = readPage('README.md');

/** The workflows that pages of docs/ show. */
export const SHOWN: readonly WorkflowFile[] = readdirSync(new URL('docs/', root))
  .filter((name) => name.endsWith('.md'))
  .toSorted()
  .flatMap((name) => readPage(`docs/${name}`));

export function stepsOf({ workflow }: WorkflowFile): readonly Step[] {
  return Object.values(workflow.jobs).flatMap(({ steps }) => steps);
}

/** Whether a step runs this action, by the name that users give it. */
export function isOwnStep({ uses }: Step): boolean {
  return uses?.startsWith('OWNER/cxone-ivr-gitops@') === true;
}
