// One mistake in a rule that is right gives one finding, at the mistake.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRule } from '../../src/rules/load-rules.ts';
import { pointerStep } from '../../src/rules/pointer.ts';
import { type Place, type Problem, atKey, atValue } from '../../src/rules/problem.ts';

const RUNS = { numRuns: 3000, seed: 20_271_101 };
const PATH = 'rules/a.json';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const transition = fc.record({ condition: fc.constantFrom('press_1', 'timeout', 'default'), target: word });
const transitions = optional(fc.array(transition, { maxLength: 3 }));
const node = fc.oneof(
  fc.record({ id: word, type: fc.constant('greeting'), mediaAssetId: word, transitions }),
  fc.record({
    id: word,
    type: fc.constantFrom('dtmf', 'transfer', 'queue', 'hangup'),
    mediaAssetId: optional(word),
    transitions,
  }),
);
const rules = fc
  .record({
    $schema: optional(word),
    name: word,
    campaignId: word,
    nodes: fc.array(node, { minLength: 1, maxLength: 4 }),
    fallbackAction: fc.record({
      type: fc.constantFrom('hangup', 'queue', 'transfer'),
      target: optional(word),
    }),
    effectiveDate: optional(fc.constant('2027-11-01T00:00:00Z')),
    expirationDate: optional(fc.constant('2027-12-01T00:00:00+01:00')),
    status: optional(fc.constantFrom('DRAFT', 'ACTIVE', 'INACTIVE')),
  })
  .map((rule) => JSON.parse(JSON.stringify(rule)) as Json);

/** One value below the root, with what holds it. */
interface Spot {
  readonly pointer: string;
  readonly holder: { [key: string]: Json } | Json[];
  readonly key: string;
  readonly value: Json;
}

function spotsOf(root: Json, pointer = ''): Spot[] {
  if (typeof root !== 'object' || root === null) return [];
  return Object.entries(root).flatMap(([key, value]) => {
    const below = pointer + pointerStep(Array.isArray(root) ? Number(key) : key);
    return [{ pointer: below, holder: root, key, value }, ...spotsOf(value, below)];
  });
}

const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

/** Makes a rule and one of its spots that fits, fresh at each call: changing the spot's holder changes the rule. */
type Make = () => { readonly rule: Json; readonly spot: Spot };

function ruleAndSpot(fits: (spot: Spot) => boolean): fc.Arbitrary<Make> {
  return fc
    .tuple(
      rules.filter((rule) => spotsOf(rule).some(fits)),
      fc.nat(),
    )
    .map(([rule, at]) => () => {
      const fresh = structuredClone(rule);
      const spots = spotsOf(fresh).filter(fits);
      return { rule: fresh, spot: spots[at % spots.length]! };
    });
}

function problemsOf(rule: Json): readonly Problem[] {
  const read = readRule(JSON.stringify(rule), PATH);
  return 'payload' in read ? [] : read;
}

function expectOne(rule: Json, place: Place): void {
  const found = problemsOf(rule);
  expect(found.map(({ message, place: where }) => ({ message, where }))).toHaveLength(1);
  expect(found[0]?.place).toEqual(place);
}

const isObjectSpot = ({ holder }: Spot): boolean => !Array.isArray(holder);

function isRequired({ pointer, holder, key }: Spot): boolean {
  if (Array.isArray(holder)) return false;
  if (pointer === `/${key}`) return ['name', 'campaignId', 'nodes', 'fallbackAction'].includes(key);
  if (key === 'mediaAssetId') return holder.type === 'greeting';
  return key !== 'transitions' && pointer !== '/fallbackAction/target';
}

it('a rule that is right has no finding', () => {
  fc.assert(
    fc.property(rules, (rule) => {
      expect(problemsOf(rule)).toEqual([]);
    }),
    RUNS,
  );
});

describe('one mistake, one finding', () => {
  it('a key that is left out, at the object that lacks it', () => {
    fc.assert(
      fc.property(ruleAndSpot(isRequired), (make) => {
        const { rule, spot } = make();
        Reflect.deleteProperty(spot.holder, spot.key);
        expectOne(rule, atValue(parentOf(spot.pointer)));
      }),
      RUNS,
    );
  });

  it('a key that is not known, at the key', () => {
    const key = fc.oneof(
      word,
      fc.constantFrom('__proto__', 'constructor', 'toString', 'owner', 'a/b', '~', ''),
    );
    fc.assert(
      fc.property(ruleAndSpot(isObjectSpot), key, word, (make, added, value) => {
        const { rule, spot } = make();
        fc.pre(
          !Object.hasOwn(spot.holder, added) && !['name', 'id', 'type', 'status', 'target'].includes(added),
        );
        Object.defineProperty(spot.holder, added, { value, enumerable: true });
        expectOne(rule, atKey(parentOf(spot.pointer) + pointerStep(added)));
      }),
      RUNS,
    );
  });

  it('a key that is misspelt, or called something else, at the key', () => {
    const rename = fc.oneof(
      fc.nat().map((at) => (key: string) => key.slice(0, at % key.length) + key.slice((at % key.length) + 1)),
      fc.nat().map((at) => (key: string) => `${key.slice(0, at % key.length)}x${key.slice(at % key.length)}`),
      fc.constantFrom('kind', 'value', 'goto', 'ID', 'x').map((other) => () => other),
      fc.constant((key: string) => key.toUpperCase()),
      fc.constant((key: string) => `${key}s`),
    );
    fc.assert(
      fc.property(ruleAndSpot(isObjectSpot), rename, (make, renameKey) => {
        const { rule, spot } = make();
        const renamed = renameKey(spot.key);
        fc.pre(renamed !== spot.key && !Object.hasOwn(spot.holder, renamed));
        Reflect.deleteProperty(spot.holder, spot.key);
        Object.assign(spot.holder, { [renamed]: spot.value });
        expectOne(rule, atKey(parentOf(spot.pointer) + pointerStep(renamed)));
      }),
      RUNS,
    );
  });

  it('a value of the wrong kind, at the value', () => {
    const wrong = fc.constantFrom<Json>(null, 7, true, [], {}, '', 'Holiday', ['x'], { x: 'y' }, [[[]]], 0.1);
    fc.assert(
      fc.property(
        ruleAndSpot(() => true),
        wrong,
        (make, value) => {
          const { rule, spot } = make();
          fc.pre(!isAllowed(spot, value));
          Object.assign(spot.holder, { [spot.key]: value });
          const { pointer } = spot;
          const found = problemsOf(rule);
          expect(found).toHaveLength(1);
          // An object in the place of another one is wrong in what it holds.
          const place = found[0]?.place as { pointer: string };
          expect(place.pointer === pointer || parentOf(place.pointer) === pointer).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it('a whole rule of the wrong kind, at the rule', () => {
    for (const value of [null, 7, 'x', [], true]) expectOne(value, atValue(''));
  });

  it('a date that is none, at the date', () => {
    const wrong = fc.constantFrom(
      '',
      'soon',
      '2027-11-01',
      '2027-02-30T00:00:00Z',
      '2027-11-01T00:00:00',
      '2027-11-01T25:00Z',
    );
    const isDate = ({ key }: Spot): boolean => key.endsWith('Date');
    fc.assert(
      fc.property(ruleAndSpot(isDate), wrong, (make, text) => {
        const { rule, spot } = make();
        Object.assign(spot.holder, { [spot.key]: text });
        expectOne(rule, atValue(spot.pointer));
      }),
      { ...RUNS, numRuns: 300 },
    );
  });

  it('a key that stands twice, at the second', () => {
    fc.assert(
      fc.property(ruleAndSpot(isObjectSpot), (make) => {
        const { rule, spot } = make();
        const twin = '"twin-of-a-key":""';
        Object.assign(spot.holder, { 'twin-of-a-key': '' });
        const pair = `${JSON.stringify(spot.key)}:${JSON.stringify(spot.value)}`;
        const text = JSON.stringify(rule).replace(twin, () => pair);
        const found = readRule(text, PATH);
        expect(found).toMatchObject([{ check: 'duplicate-key' }]);
        const { offset, length } = (found as Problem[])[0]!.place as { offset: number; length: number };
        expect(text.slice(offset, offset + length)).toBe(JSON.stringify(spot.key));
      }),
      RUNS,
    );
  });
});

/** Whether a value may stand at a spot, or more than one thing is wrong with it there. */
function isAllowed({ key, pointer }: Spot, value: Json): boolean {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    // An object that lacks several keys lacks each of them.
    return /^\/nodes\/\d+(\/transitions\/\d+)?$/.test(pointer) || pointer === '/fallbackAction';
  }
  if (Array.isArray(value)) return key === 'transitions' && value.length === 0;
  if (typeof value !== 'string') return false;
  const isText =
    !['type', 'status', 'nodes', 'transitions', 'fallbackAction'].includes(key) && !/^\d+$/.test(key);
  if (key.endsWith('Date')) return false;
  return (
    isText && (value !== '' || key === '$schema' || (pointer.includes('/transitions/') && key === 'target'))
  );
}
