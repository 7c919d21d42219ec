// What an endpoint answers, before it is put on the wire; knows no socket.

import type { Problem } from './shape.ts';

export interface Reply {
  readonly status: number;
  /** Sent as JSON; absent: no body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A success (status 200 or 201) with a JSON body. */
export function succeed(status: 200 | 201, body: unknown): Reply {
  return { status, body };
}

/** An error in the contract's form. */
export function refuse(status: number, code: string, message: string, errors?: readonly Problem[]): Reply {
  return { status, body: { code, message, ...(errors !== undefined && { errors }) } };
}

/** 400 for a body or a query with these problems. */
export function refuseInput(problems: readonly Problem[]): Reply {
  const [first] = problems;
  const summary =
    first === undefined ? 'It cannot be read.' : `${first.path || 'The body'} ${first.message}.`;
  return refuse(400, 'BAD_REQUEST', `The request is malformed: ${summary}`, problems);
}

/** 404 for something that is not there. */
export function refuseUnknown(what: string, id: string): Reply {
  return refuse(404, 'NOT_FOUND', `There is no ${what} with the id ${JSON.stringify(id)}.`);
}
