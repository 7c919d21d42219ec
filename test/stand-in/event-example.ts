// Copies an event that GitHub has sent, and gives it another repository and sender.

import { createRequire } from 'node:module';

export interface RunEvent {
  readonly eventName: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** GITHUB_REF. */
  readonly ref: string;
  /** GITHUB_SHA. */
  readonly sha: string;
}

export interface Common {
  /** `owner/name`. */
  readonly fullName: string;
  /** The login of whoever caused the event. Default `octo-ops`. */
  readonly sender?: string;
}

export type Payload = { [name: string]: unknown };
type Example = { readonly name: string; readonly examples: readonly Payload[] };

const require = createRequire(import.meta.url);

/** A copy of an example, with the repository's name in place of its own wherever that stands. */
export function example(
  name: string,
  common: Common,
  choose: (payload: Payload) => boolean = () => true,
): Payload {
  const all = require('@octokit/webhooks-examples') as readonly Example[];
  const found = all.find((event) => event.name === name)?.examples.find(choose);
  if (found === undefined) throw new Error(`no example of ${name} fits`);
  const copy = renamed(found, found['repository'] as Repository, common.fullName);
  Object.assign(copy['repository'] as Payload, { default_branch: 'main', master_branch: undefined });
  Object.assign(copy['sender'] as Payload, { login: common.sender ?? 'octo-ops' });
  delete copy['installation'];
  return copy;
}

export interface Repository {
  readonly full_name: string;
  readonly name: string;
  readonly owner: { readonly login: string };
}

/** A copy of a payload with the name and owner of a repository changed wherever they stand. */
export function renamed(payload: Payload, from: Repository, to: string): Payload {
  const [owner = '', name = ''] = to.split('/');
  const text = JSON.stringify(payload)
    .replaceAll(from.full_name, to)
    .replaceAll(from.owner.login, owner)
    .replaceAll(from.name, name);
  return JSON.parse(text) as Payload;
}

/** A copy of a payload without some of its properties. */
export function without(payload: Payload, names: readonly string[]): Payload {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !names.includes(name)));
}
