// The workflows of the repository, the examples and the README against GitHub's own parser and against the manners of safe workflows.
import { readFileSync, readdirSync } from 'node:fs';
import { validate } from '@actions/languageservice';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse, parseDocument } from 'yaml';
import { EXAMPLES, OWN, QUICK_START, SHOWN, isOwnStep, stepsOf } from '../workflows/workflow.ts';

const root = new URL('../../', import.meta.url);
const all = [...OWN, ...EXAMPLES, ...QUICK_START, ...SHOWN];

/** Contexts whose keys the parser cannot know. */
const UNKNOWABLE =
  /^Context access might be invalid: (CXONE_\w+|pull_request|number|head|repo|full_name|workflow_run|\w+_sha)$/;

let documents = 0;

/** What GitHub's parser says against a workflow. It remembers documents by their name, so each has its own. */
async function diagnose(text: string): Promise<string[]> {
  const uri = `file:///${documents++}/.github/workflows/workflow.yml`;
  const found = await validate(TextDocument.create(uri, 'yaml', 0, text));
  const messages = found.map(({ message }) => (typeof message === 'string' ? message : message.value));
  return messages.filter((message) => !UNKNOWABLE.test(message));
}

it('the README shows three workflows, each under 25 lines', () => {
  expect(QUICK_START.map(({ workflow }) => workflow.name)).toEqual([
    'IVR rules',
    'IVR deploy',
    'IVR rollback',
  ]);
  for (const { text } of QUICK_START) expect(text.trimEnd().split('\n').length).toBeLessThan(25);
});

it("GitHub's parser finds what is wrong with a workflow", async () => {
  const { text } = EXAMPLES.find(({ path }) => path.endsWith('/deploy.yml'))!;
  expect(await diagnose(text.replace('statuses: write', 'statuses: writes'))).not.toEqual([]);
  expect(await diagnose(text.replace('steps.rules.outputs', 'stepz.rules.outputs'))).not.toEqual([]);
  expect(await diagnose(text.replace('timeout-minutes', 'timeout-minute'))).not.toEqual([]);
});

describe.each(all.map((file) => [file.path, file] as const))('%s', (_path, file) => {
  const { text, workflow } = file;

  it("is valid to GitHub's parser", async () => {
    expect(parseDocument(text).errors).toEqual([]);
    expect(await diagnose(text)).toEqual([]);
  });

  it('names each permission with its reason, and gives none by default', () => {
    expect(workflow.permissions).toBeDefined();
    const lines = text.split('\n').filter((line) => /^ +[a-z-]+: (read|write)\b/.test(line));
    expect(lines.filter((line) => !/ # .{10,}/.test(line))).toEqual([]);
  });

  it('pins every action by a SHA, with its version beside it', () => {
    const uses = text.split('\n').filter((line) => /^ *(- )?uses: /.test(line));
    const loose = uses.filter(
      (line) =>
        !/uses: (\.\/|OWNER\/cxone-ivr-gitops@v\d+$)/.test(line) &&
        !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line),
    );
    expect(loose).toEqual([]);
  });

  it('puts no expression into a script, where its value would be run', () => {
    const scripts = stepsOf(file).flatMap((step) => [step.run ?? '', String(step.with?.['script'] ?? '')]);
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });
});

describe.each([...OWN, ...EXAMPLES].map((file) => [file.path, file] as const))('%s', (_path, file) => {
  const { workflow } = file;

  it('says in its first line what it is for, and how long its jobs may take', () => {
    expect(file.text).toMatch(/^# [A-Z]/);
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  it('leaves no credentials in the checkout, unless it pushes', () => {
    const steps = stepsOf(file);
    const pushes = steps.some(({ run }) => run?.includes('git push') === true);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@') === true);
    for (const { with: given } of checkouts)
      expect(given?.['persist-credentials']).toBe(pushes ? undefined : false);
  });
});

it.each([EXAMPLES, QUICK_START, SHOWN].map((files) => [files[0]?.path.split('/')[0], files] as const))(
  'what writes to one tenant is kept apart, and none cut off: %s and others',
  (_name, files) => {
    const writes = files.filter(({ workflow }) => workflow.permissions?.['deployments'] === 'write');
    expect(writes.length).toBeGreaterThan(1);
    const one = { group: 'ivr-production', 'cancel-in-progress': false, queue: 'max' };
    // A matrix has a group for each of its tenants.
    const groups = writes.flatMap(({ workflow }) => workflow.concurrency ?? []);
    expect(groups).toEqual(groups.map(() => one));
    const others = files.filter((file) => !writes.includes(file));
    expect(others.map(({ workflow }) => workflow.concurrency?.group)).not.toContain(one.group);
  },
);

describe('the examples', () => {
  it('each have a group of runs', () => {
    expect(EXAMPLES.map(({ workflow }) => workflow.concurrency?.group)).not.toContain(undefined);
  });

  const { inputs } = parse(readFileSync(new URL('action.yml', root), 'utf8')) as {
    inputs: Readonly<Record<string, object>>;
  };

  // The runner only warns of an input that is not there, so a typo would go unseen.
  it('give the action no input that it does not have', () => {
    const given = EXAMPLES.flatMap((file) => stepsOf(file).filter(isOwnStep)).flatMap((step) =>
      Object.keys(step.with ?? {}),
    );
    expect(given.filter((name) => !(name in inputs))).toEqual([]);
  });

  it('take secrets of an environment from it, without a second deployment record', () => {
    for (const { path, workflow } of EXAMPLES) {
      const [job] = Object.values(workflow.jobs);
      if (!/pull-request|fork-comment/.test(path))
        expect(job?.environment).toEqual({ name: 'production', deployment: false });
    }
  });
});

it('one version of an action is used everywhere', () => {
  const pins = new Map<string, Set<string>>();
  for (const { text } of all)
    for (const [, name = '', pin = ''] of text.matchAll(
      /uses: (\w[\w.-]+\/[\w.-]+)[\w/.-]*@([0-9a-f]{40} # v[\d.]+)/g,
    ))
      pins.set(name, (pins.get(name) ?? new Set()).add(pin));
  expect(pins.size).toBeGreaterThan(4);
  expect([...pins].filter(([, versions]) => versions.size > 1)).toEqual([]);
});

describe('the other files of .github', () => {
  const read = (path: string): unknown => parse(readFileSync(new URL(`.github/${path}`, root), 'utf8'));

  it('update every kind of dependency, in groups', () => {
    const { updates } = read('dependabot.yml') as {
      updates: { 'package-ecosystem': string; groups: object }[];
    };
    expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
    for (const { groups } of updates) expect(Object.keys(groups).length).toBeGreaterThan(0);
  });

  it('ask in forms with ids that are there once', () => {
    const forms = readdirSync(new URL('.github/ISSUE_TEMPLATE/', root)).filter(
      (name) => name !== 'config.yml',
    );
    expect(forms).toHaveLength(2);
    for (const name of forms) {
      const form = read(`ISSUE_TEMPLATE/${name}`) as {
        name: string;
        description: string;
        body: { id?: string }[];
      };
      expect([form.name.length, form.description.length].every((length) => length > 5)).toBe(true);
      const ids = form.body.flatMap(({ id }) => id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
