import { describe, expect, it } from 'vitest';
import { NO_AUDIT_HEAD, readDeployedState, writeDeployedState } from '../../src/plan/deployed-state.ts';

const HASH = 'a1'.repeat(32);
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const STATE = {
  schemaVersion: 1,
  rulesetDigest: HASH,
  auditHead: 'b2'.repeat(32),
  previousSha: COMMIT,
  flows: { Sales: 'flow-1', 'Ärger & Co': 'flow-2' },
  held: [
    { name: 'Gone', payloadHash: '' },
    { name: 'Sales', payloadHash: HASH },
  ],
} as const;
/** The same as a record's payload has it. */
const WIRE = { ...STATE, held: [{ name: 'Sales', payloadHash: HASH }], heldRemovals: ['Gone'] };

describe('readDeployedState', () => {
  it('reads an object', () => {
    expect(readDeployedState(WIRE)).toEqual(STATE);
  });

  it('reads what was written, where a held removal stands beside the held versions', () => {
    expect(writeDeployedState(STATE)).toEqual(WIRE);
    expect(writeDeployedState({ ...STATE, held: [] })).toEqual({ ...STATE, held: [] });
  });

  it('reads a text, which is how some servers give a payload back', () => {
    expect(readDeployedState(JSON.stringify(WIRE))).toEqual(STATE);
  });

  it('leaves out what it does not know', () => {
    const held = WIRE.held.map((entry) => ({ ...entry, since: 'yesterday' }));
    expect(readDeployedState({ ...WIRE, held, note: 'by hand' })).toEqual(STATE);
  });

  it.each<[string, unknown]>([
    ['an empty text', ''],
    ['a text that is no JSON', '{"schemaVersion":1'],
    ['a text in a text', JSON.stringify(JSON.stringify(STATE))],
    ['null', null],
    ['the text null', 'null'],
    ['nothing', undefined],
    ['a number', 1],
    ['a list', [STATE]],
    ['an empty object', {}],
    ['another schema', { ...WIRE, schemaVersion: 2 }],
    ['a schema as text', { ...WIRE, schemaVersion: '1' }],
    ['no digest', { ...WIRE, rulesetDigest: undefined }],
    ['a digest that is too short', { ...WIRE, rulesetDigest: HASH.slice(1) }],
    ['a digest in capitals', { ...WIRE, rulesetDigest: HASH.toUpperCase() }],
    ['a digest with a line after it', { ...WIRE, rulesetDigest: `${HASH}\n` }],
    ['no audit head', { ...WIRE, auditHead: null }],
    ['an audit head that is none', { ...WIRE, auditHead: 'zz'.repeat(32) }],
    ['no flows', { ...WIRE, flows: undefined }],
    ['flows as a list', { ...WIRE, flows: ['flow-1'] }],
    ['flows as null', { ...WIRE, flows: null }],
    ['a flow id that is no text', { ...WIRE, flows: { Sales: 7 } }],
    ['no holds', { ...WIRE, held: undefined }],
    ['holds as an object', { ...WIRE, held: {} }],
    ['a hold that is null', { ...WIRE, held: [null] }],
    ['a hold without a hash', { ...WIRE, held: [{ name: 'Sales' }] }],
    ['a hold with a bad hash', { ...WIRE, held: [{ name: 'Sales', payloadHash: 'a1' }] }],
    ['a hold with an empty hash', { ...WIRE, held: [{ name: 'Sales', payloadHash: '' }] }],
    ['held removals that are no names', { ...WIRE, heldRemovals: [1] }],
    ['a hold without a name', { ...WIRE, held: [{ payloadHash: HASH }] }],
  ])('takes %s for nothing', (_case, payload) => {
    expect(readDeployedState(payload)).toBeUndefined();
  });

  it.each<[string, unknown, string | null]>([
    ['a commit', COMMIT, COMMIT],
    ['a commit of a SHA-256 repository', HASH, HASH],
    ['null', null, null],
    ['nothing', undefined, null],
    ['a branch', 'main', null],
    ['an option for git', '--upload-pack=true', null],
    ['half a commit', COMMIT.slice(1), null],
  ])('reads %s as the commit before', (_case, previousSha, expected) => {
    expect(readDeployedState({ ...WIRE, previousSha })?.previousSha).toBe(expected);
  });

  it('keeps names that mean something to JavaScript', () => {
    const text = JSON.stringify(WIRE).replace('"Sales":', '"__proto__":"flow-3","Sales":');
    const flows = readDeployedState(text)?.flows ?? {};
    expect(Object.entries(flows)).toContainEqual(['__proto__', 'flow-3']);
    expect(Object.getPrototypeOf(flows)).toBe(Object.prototype);
  });

  it('begins the chain with 64 zeros', () => {
    expect(NO_AUDIT_HEAD).toMatch(/^0{64}$/);
  });
});
