// What a tenant holds when it starts, and the reading of it from JSON; knows no server and no clock.

import type { CompileStatus, FlowContent, FlowStatus } from './flow.ts';
import { FLOW_STATUSES } from './flow.ts';
import { contentFields, dateFields, pickContent } from './flow-shape.ts';
import type { Problem } from './shape.ts';
import { closedObject, dateTime, filledText, flag, list, oneOf } from './shape.ts';

export const SCOPES = [
  'media:read',
  'campaign:manage',
  'ivr:flow:read',
  'ivr:flow:write',
  'event:webhook:write',
  'analytics:read',
] as const;

export const TOKEN_STYLES = ['json', 'form', 'basic'] as const;

export type Scope = (typeof SCOPES)[number];

export interface SeedClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly Scope[];
  /** The access key of a user, for grant `password`; absent: the client has no such grant. */
  readonly accessKey?: { readonly id: string; readonly secret: string };
}

export interface Campaign {
  readonly id: string;
  readonly name?: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
}

export interface MediaAsset {
  readonly id: string;
  readonly name?: string;
  /** Whether every flow that plays this asset fails to compile. */
  readonly failsCompilation?: boolean;
}

/** A flow that is there already. One that is not a draft counts as compiled, unless `compileStatus` says else. */
export interface SeedFlow extends FlowContent {
  readonly id?: string;
  readonly status?: FlowStatus;
  readonly createdAt?: string;
  readonly compileStatus?: Exclude<CompileStatus, 'QUEUED' | 'COMPILING'>;
}

export interface Seed {
  readonly clients: readonly SeedClient[];
  readonly campaigns: readonly Campaign[];
  readonly media: readonly MediaAsset[];
  /** Oldest first, unless `createdAt` says else. */
  readonly flows: readonly SeedFlow[];
  /** Whether a token reply names the granted scopes; true where it is absent. */
  readonly scopeInToken?: boolean;
  /** The one way in which a client may say who it is; absent: any. */
  readonly tokenStyle?: (typeof TOKEN_STYLES)[number];
}

const client = closedObject(
  { clientId: filledText, clientSecret: filledText, scopes: list(oneOf(SCOPES)) },
  { accessKey: closedObject({ id: filledText, secret: filledText }) },
);
const campaign = closedObject(
  { id: filledText, status: oneOf(['ACTIVE', 'INACTIVE']) },
  { name: filledText },
);
const media = closedObject({ id: filledText }, { name: filledText, failsCompilation: flag });

/** The shape of a flow that is put in ready made. */
export const seedFlowShape = closedObject(contentFields, {
  ...dateFields,
  id: filledText,
  status: oneOf(FLOW_STATUSES),
  createdAt: dateTime,
  compileStatus: oneOf(['NONE', 'COMPILED', 'FAILED']),
});

const seedShape = closedObject(
  { clients: list(client, 1), campaigns: list(campaign), media: list(media) },
  { flows: list(seedFlowShape), scopeInToken: flag, tokenStyle: oneOf(TOKEN_STYLES) },
);

/**
 * Reads a seed from parsed JSON.
 * @param json the parsed file; `flows` may be absent
 * @returns the seed, with `flows` and their `transitions` filled in
 * @throws Error with one line for each thing that is wrong
 */
export function readSeed(json: unknown): Seed {
  const shape = seedShape(json, '');
  if (shape.length > 0) throw seedError(shape);
  const sent = json as Seed & { readonly flows?: readonly SeedFlow[] };
  const seed = { ...sent, flows: (sent.flows ?? []).map(readSeedFlow) };
  const repeats = findRepeats(seed);
  if (repeats.length > 0) throw seedError(repeats);
  return seed;
}

/** Takes a value that `seedFlowShape` has passed; returns it with `transitions` filled in. */
export function readSeedFlow(json: unknown): SeedFlow {
  const sent = json as SeedFlow;
  return {
    ...pickContent(sent),
    ...(sent.id !== undefined && { id: sent.id }),
    ...(sent.status !== undefined && { status: sent.status }),
    ...(sent.createdAt !== undefined && { createdAt: sent.createdAt }),
    ...(sent.compileStatus !== undefined && { compileStatus: sent.compileStatus }),
  };
}

function findRepeats(seed: Seed): Problem[] {
  const lists: [string, readonly (string | undefined)[]][] = [
    ['/clients', seed.clients.map((entry) => entry.clientId)],
    ['/campaigns', seed.campaigns.map((entry) => entry.id)],
    ['/media', seed.media.map((entry) => entry.id)],
    ['/flows', seed.flows.map((entry) => entry.id)],
  ];
  return lists.flatMap(([path, ids]) =>
    ids.flatMap((id, index) =>
      id !== undefined && ids.indexOf(id) !== index
        ? [{ path: `${path}/${index}`, message: `repeats the id ${JSON.stringify(id)}` }]
        : [],
    ),
  );
}

function seedError(problems: readonly Problem[]): Error {
  const lines = problems.map(({ path, message }) => `  ${path === '' ? 'the seed' : path} ${message}`);
  return new Error(`The seed cannot be used:\n${lines.join('\n')}`);
}
