// The estate that the faults meet, as pure data: a history of three commits, the people's own flows, and what each commit
// means for the tenant. It knows nothing of how anything is deployed.
import type { Seed } from '../../src/simulator/seed.ts';

/** Midday of the day on which everything happens: milliseconds since the epoch. */
export const NOON = Date.parse('2027-01-01T12:00:00Z');

/** The instant at which the future version of `Seasonal` takes effect. */
export const HAND_OVER = '2099-01-08T00:00:00.000Z';

/** A flow or rule without what a server adds: everything that callers can tell apart. */
export interface Content {
  readonly name: string;
  readonly campaignId: string;
  readonly nodes: readonly {
    readonly id: string;
    readonly type: 'greeting' | 'queue';
    readonly mediaAssetId?: string;
    readonly transitions: readonly { readonly condition: string; readonly target: string }[];
  }[];
  readonly fallbackAction: { readonly type: 'hangup' };
  readonly effectiveDate?: string;
  readonly expirationDate?: string;
}

function content(name: string, media: string, dates: Pick<Content, 'effectiveDate'> = {}): Content {
  return {
    name,
    campaignId: 'camp',
    nodes: [
      {
        id: 'root',
        type: 'greeting',
        mediaAssetId: media,
        transitions: [{ condition: 'press_1', target: 'desk' }],
      },
      { id: 'desk', type: 'queue', transitions: [] },
    ],
    fallbackAction: { type: 'hangup' },
    ...dates,
  };
}

/** A version that callers meet: its content, and the window that it has on the tenant. */
export interface Version {
  readonly content: Content;
  /** Null where there is no end: another one than the rule's own where a later version takes over. */
  readonly until: string | null;
}

/** One commit: its rules, and what is live once it is deployed on top of the first one. */
export interface Commit {
  readonly rules: readonly Content[];
  readonly live: readonly Version[];
}

const forever = (version: Content): Version => ({ content: version, until: null });

const same = content('Same', 'hello');
const seasonal = content('Seasonal', 'hello');
const winter = content('Seasonal', 'other', { effectiveDate: HAND_OVER });

const first = [content('Changed', 'hello'), content('Gone', 'hello'), same, seasonal];
/** A changed, a new, a removed, a future-dated and an unchanged rule. */
const second = [content('Changed', 'other'), content('New', 'hello'), same, winter];
/** The new rule is gone again, and the future one too. */
const third = [content('Changed', 'third'), same, seasonal];

export const COMMITS = {
  first: { rules: first, live: first.map(forever) },
  second: {
    rules: second,
    live: [
      ...[content('Changed', 'other'), content('New', 'hello'), same].map(forever),
      { content: seasonal, until: HAND_OVER },
      forever(winter),
    ],
  },
  third: { rules: third, live: third.map(forever) },
} as const satisfies Record<string, Commit>;

export type CommitName = keyof typeof COMMITS;

/** The rule that only the first commit has. */
export const REMOVED = 'Gone';

/** Rules that callers must reach at every instant, whatever becomes of a deployment. */
export const STEADY: readonly string[] = ['Changed', 'Same', 'Seasonal'];

/** Flows of people: one in use, a draft beside a rule of ours, one that is the new rule word for word, and an old one. */
export const FOREIGN = [
  { ...content('Foreign', 'hello'), id: 'person-1', status: 'ACTIVE' },
  { ...content('Changed', 'third'), id: 'person-2', status: 'DRAFT' },
  { ...content('New', 'hello'), id: 'person-3', status: 'DRAFT' },
  { ...content('Gone', 'other'), id: 'person-4', status: 'INACTIVE' },
] as const;

export const SEED: Seed = {
  clients: [
    {
      clientId: 'us',
      clientSecret: 'a secret',
      scopes: ['media:read', 'campaign:manage', 'ivr:flow:read', 'ivr:flow:write'],
    },
  ],
  campaigns: [{ id: 'camp', status: 'ACTIVE' }],
  media: [{ id: 'hello' }, { id: 'other' }, { id: 'third' }],
  flows: FOREIGN.map((flow) => ({ ...flow, createdAt: '2026-12-01T00:00:00Z' })),
};
