// Two versions of a rule → what differs, field by field, in words that a person can read.
import { pointerStep } from '../rules/pointer.ts';
import type { Payload, PayloadNode, Status, Transition } from '../rules/rule.ts';

/** One field that git and the tenant have otherwise; one that a side lacks is absent. All texts are untrusted. */
export interface FieldDifference {
  /** Like a JSON pointer, but with ids of nodes and conditions in place of positions: `/nodes/root/transitions/press_1`. */
  readonly path: string;
  /** What the field says, without its value: `on "press_1" node "root" leads to`. */
  readonly what: string;
  readonly git?: string;
  readonly tenant?: string;
}

/** A version of a rule, on either side. */
export interface Version {
  readonly payload: Payload;
  readonly status: Status;
}

const quote = (text: string): string => JSON.stringify(text);

function compareValues(path: string, what: string, git?: string, tenant?: string): FieldDifference[] {
  if (git === tenant) return [];
  return [{ path, what, ...(git === undefined ? {} : { git }), ...(tenant === undefined ? {} : { tenant }) }];
}

/** What two lists are compared by: how an entry is called, what it says, and how two of one name are compared. */
interface ListForm<T> {
  readonly path: string;
  /** What is said where only the order differs. */
  readonly order: string;
  readonly keyOf: (entry: T) => string;
  readonly compare: (path: string, git: T | undefined, tenant: T | undefined) => FieldDifference[];
}

function hasTwins(keys: readonly string[]): boolean {
  return new Set(keys).size !== keys.length;
}

/** Compares two lists by the names of their entries; by their positions where a name stands twice. */
function compareLists<T>(
  { path, order, keyOf, compare }: ListForm<T>,
  git: readonly T[],
  tenant: readonly T[],
): FieldDifference[] {
  const [ours, theirs] = [git.map(keyOf), tenant.map(keyOf)];
  if (hasTwins(ours) || hasTwins(theirs)) {
    const longest = Math.max(git.length, tenant.length);
    return Array.from({ length: longest }, (_, at) => compare(`${path}/${at}`, git[at], tenant[at])).flat();
  }
  const found = [...new Set([...ours, ...theirs])].flatMap((key) =>
    compare(path + pointerStep(key), git[ours.indexOf(key)], tenant[theirs.indexOf(key)]),
  );
  const shared = (keys: readonly string[], others: readonly string[]): string =>
    keys
      .filter((key) => others.includes(key))
      .map(quote)
      .join(', ');
  return [...found, ...compareValues(path, order, shared(ours, theirs), shared(theirs, ours))];
}

function compareTransitions(node: string, git: PayloadNode, tenant: PayloadNode, path: string) {
  const form: ListForm<Transition> = {
    path: `${path}/transitions`,
    order: `the order of the transitions of node ${quote(node)}`,
    keyOf: ({ condition }) => condition,
    compare: (at, ours, theirs) => {
      const condition = ours?.condition ?? theirs?.condition ?? '';
      const what = `on ${quote(condition)} node ${quote(node)} leads to`;
      const found = compareValues(at, what, ours?.target, theirs?.target);
      const isOther = ours !== undefined && theirs !== undefined && ours.condition !== theirs.condition;
      return isOther
        ? [
            ...compareValues(at, `condition in node ${quote(node)}`, ours.condition, theirs.condition),
            ...found,
          ]
        : found;
    },
  };
  return compareLists(form, git.transitions, tenant.transitions);
}

/** A whole node in one line. */
function describeNode({ type, mediaAssetId, transitions }: PayloadNode): string {
  const plays = mediaAssetId === undefined ? '' : `, plays ${mediaAssetId}`;
  const ways = transitions.map(({ condition, target }) => `, ${condition} leads to ${target}`).join('');
  return type + plays + ways;
}

function compareNodes(path: string, git: PayloadNode | undefined, tenant: PayloadNode | undefined) {
  const id = git?.id ?? tenant?.id ?? '';
  if (git === undefined || tenant === undefined) {
    const describe = (node: PayloadNode | undefined) => (node === undefined ? undefined : describeNode(node));
    return compareValues(path, `node ${quote(id)}`, describe(git), describe(tenant));
  }
  return [
    ...compareValues(`${path}/id`, `id of node ${quote(id)}`, git.id, tenant.id),
    ...compareValues(`${path}/type`, `type of node ${quote(id)}`, git.type, tenant.type),
    ...compareValues(
      `${path}/mediaAssetId`,
      `node ${quote(id)} plays`,
      git.mediaAssetId,
      tenant.mediaAssetId,
    ),
    ...compareTransitions(id, git, tenant, path),
  ];
}

const NODES: ListForm<PayloadNode> = {
  path: '/nodes',
  order: 'the order of the nodes, of which a call enters the first',
  keyOf: ({ id }) => id,
  compare: compareNodes,
};

/** Lists what differs between two versions of a rule; empty where they have one payload hash and one status. */
export function listDifferences(git: Version, tenant: Version): FieldDifference[] {
  const [ours, theirs] = [git.payload, tenant.payload];
  const [fallback, theirFallback] = [ours.fallbackAction, theirs.fallbackAction];
  return [
    ...compareValues('/status', 'status', git.status, tenant.status),
    ...compareValues('/name', 'name', ours.name, theirs.name),
    ...compareValues('/campaignId', 'campaign', ours.campaignId, theirs.campaignId),
    ...compareValues('/effectiveDate', 'takes effect', ours.effectiveDate, theirs.effectiveDate),
    ...compareValues('/expirationDate', 'ends', ours.expirationDate, theirs.expirationDate),
    ...compareLists(NODES, ours.nodes, theirs.nodes),
    ...compareValues('/fallbackAction/type', 'fallback', fallback.type, theirFallback.type),
    ...compareValues('/fallbackAction/target', 'fallback leads to', fallback.target, theirFallback.target),
  ];
}
