// The expressions of a workflow, evaluated by GitHub's own library.
import { Evaluator, Lexer, Parser, data } from '@actions/expressions';

/** What the expressions of a job know, by the names of the contexts. */
export type Contexts = Readonly<Record<string, unknown>>;

/** Whether all steps before have gone well; what the status functions say. */
export interface Status {
  readonly hasFailed: boolean;
}

type Value = ReturnType<Evaluator['evaluate']>;
/** The library does not export the type of a function. */
type Functions = NonNullable<ConstructorParameters<typeof Evaluator>[2]>;

function statusFunctions({ hasFailed }: Status): Functions {
  const answers = { success: !hasFailed, failure: hasFailed, cancelled: false, always: true };
  return new Map(
    Object.entries(answers).map(([name, answer]) => [
      name,
      { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(answer) },
    ]),
  );
}

/** The value of an expression. @throws where it is none, or names a context that is not there */
export function evaluate(
  expression: string,
  contexts: Contexts,
  status: Status = { hasFailed: false },
): Value {
  const functions = statusFunctions(status);
  const { tokens } = new Lexer(expression).lex();
  const tree = new Parser(tokens, Object.keys(contexts), [...functions.values()]).parse();
  const known = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  return new Evaluator(tree, known, functions).evaluate();
}

/** A text with its expressions filled in. */
export function fillText(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_whole, expression: string) =>
    evaluate(expression.trim(), contexts).coerceString(),
  );
}

/** All values of a mapping with their expressions filled in. */
export function fillAll(
  texts: Readonly<Record<string, string | number | boolean>> | undefined,
  contexts: Contexts,
): Record<string, string> {
  const entries = Object.entries(texts ?? {});
  return Object.fromEntries(entries.map(([name, text]) => [name, fillText(String(text), contexts)]));
}

const STATUS = /\b(success|failure|cancelled|always)\(/;

/** Whether an `if:` lets a step run: without a word of its own on how those before went, only where they went well. */
export function isMet(condition: string | undefined, contexts: Contexts, status: Status): boolean {
  if (condition === undefined) return !status.hasFailed;
  const expression = condition.trim().replace(/^\$\{\{(.*)\}\}$/s, '$1');
  const isMetAlone = !['false', '', '0'].includes(evaluate(expression, contexts, status).coerceString());
  return isMetAlone && (STATUS.test(expression) || !status.hasFailed);
}
