// Command graph: the figures of one rule, and its Mermaid text.
import type { CheckedWorkspace } from '../commands/source/lint-workspace.ts';
import { UserError } from '../errors.ts';
import type { Subject } from '../lint/check.ts';
import { terminalText } from '../report/escape.ts';
import { ruleEntry } from '../report/json.ts';
import { renderMermaid } from '../report/mermaid.ts';
import { didYouMean } from '../rules/nearest.ts';
import { checkGlobs, checkRules } from './check-rules.ts';
import type { CommandLine } from './command-line.ts';
import { escapeGlob, lookAt, toRelative } from './find-globs.ts';
import { escapeJson } from './json-text.ts';
import { listFindings } from './list-findings.ts';
import { choosePaint } from './paint.ts';
import type { World } from './world.ts';

/** The one rule of a file. @throws UserError (`input`) with what is wrong with the file */
function takeRule({ lint }: CheckedWorkspace, path: string): Subject {
  const [subject] = lint.subjects;
  if (subject !== undefined) return subject;
  const findings = listFindings(lint.findings, choosePaint(false, undefined, true));
  throw new UserError('input', [`${path} cannot be read as a rule`, ...findings].join('\n').trimEnd());
}

/** The rule with a name. @throws UserError (`input`) where there is none, or more than one */
function findByName({ lint }: CheckedWorkspace, name: string): Subject {
  const [subject, ...others] = lint.subjects.filter(({ rule }) => rule.payload.name === name);
  if (subject === undefined) {
    const names = lint.subjects.map(({ rule }) => rule.payload.name);
    const hint = didYouMean(name, names);
    throw new UserError('input', `no file and no rule is called ${JSON.stringify(name)}${hint}`);
  }
  if (others.length === 0) return subject;
  const paths = [subject, ...others].map(({ rule }) => rule.path).join(', ');
  throw new UserError(
    'input',
    `several rules are called ${JSON.stringify(name)}: give the path of one, ${paths}`,
  );
}

async function findRule(line: CommandLine, world: World): Promise<Subject> {
  const word = line.words[0] ?? '';
  const path = toRelative(world.folder, word);
  if (lookAt(world.folder, path) === 'file')
    return takeRule(await checkGlobs([escapeGlob(path)], line, world), word);
  return findByName(await checkRules(line, [], world), word);
}

/** The figures of a rule's graph, one a line. */
export function describeFigures({ rule, figures }: Subject): string[] {
  const { graph, depth, loops, traps, unreachable, undefinedTargets } = figures;
  const idOf = (index: number): string => graph.ids[index] ?? '';
  const join = (parts: readonly string[], by: string): string => parts.join(by) || 'none';
  const namesOf = (nodes: readonly number[]): string => join(nodes.map(idOf), ', ');
  const lines: readonly (readonly [string, string])[] = [
    ['file', rule.path],
    ['campaign', rule.payload.campaignId],
    ['nodes', `${graph.ids.length}`],
    ['transitions', `${graph.edgeCount}`],
    ['depth', depth.exact ? `${depth.depth}` : `${depth.depth} to ${depth.upperBound}`],
    ['longest way', depth.path.map(idOf).join(' → ')],
    ['loops', join(loops.map(namesOf), '; ')],
    ['traps', join(traps.map(namesOf), '; ')],
    ['unreachable', namesOf(unreachable)],
    [
      'undefined targets',
      join(
        undefinedTargets.map(({ node, target }) => `${idOf(node)} → ${target}`),
        ', ',
      ),
    ],
  ];
  const width = Math.max(...lines.map(([label]) => label.length));
  return lines.map(([label, text]) => `${label.padEnd(width)}  ${terminalText(text)}`);
}

/** Runs command graph. @returns the exit code @throws UserError (`input`) where there is no such rule */
export async function graph(line: CommandLine, world: World): Promise<number> {
  const subject = await findRule(line, world);
  if (line.json) {
    const figures = ruleEntry({ ...subject, change: undefined }, undefined);
    world.out(escapeJson(`${JSON.stringify(figures, null, 2)}\n`));
    return 0;
  }
  const paint = choosePaint(world.isTerminal, world.variables.NO_COLOR, line.noColor);
  const title = paint('bold', terminalText(subject.rule.payload.name));
  const drawn = renderMermaid(subject.rule) ?? 'The graph is too large to be drawn.';
  world.out(`${[title, ...describeFigures(subject), '', drawn].join('\n')}\n`);
  return 0;
}
