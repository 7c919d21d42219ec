import { describe, expect, it } from 'vitest';
import { NO_AUDIT_HEAD, readDeployedState } from '../../src/plan/deployed-state.ts';

const HASH = 'a1'.repeat(32);
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const STATE = {
  schemaVersion: 1,
  rulesetDigest: HASH,
  auditHead: 'b2'.repeat(32),
  previousSha: COMMIT,
  flows: { Sales: 'flow-1', 'Ärger & Co': 'flow-2' },
  held: [
    { name: 'Sales', payloadHash: HASH },
    { name: 'Gone', payloadHash: '' },
  ],
};

describe('readDeployedState', () => {
  it('reads an object', () => {
    expect(readDeployedState(STATE)).toEqual(STATE);
  });

  it('reads a text, which is how some servers give a payload back', () => {
    expect(readDeployedState(JSON.stringify(STATE))).toEqual(STATE);
  });

  it('leaves out what it does not know', () => {
    const held = STATE.held.map((entry) => ({ ...entry, since: 'yesterday' }));
    expect(readDeployedState({ ...STATE, held, note: 'by hand' })).toEqual(STATE);
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
    ['another schema', { ...STATE, schemaVersion: 2 }],
    ['a schema as text', { ...STATE, schemaVersion: '1' }],
    ['no digest', { ...STATE, rulesetDigest: undefined }],
    ['a digest that is too short', { ...STATE, rulesetDigest: HASH.slice(1) }],
    ['a digest in capitals', { ...STATE, rulesetDigest: HASH.toUpperCase() }],
    ['a digest with a line after it', { ...STATE, rulesetDigest: `${HASH}\n` }],
    ['no audit head', { ...STATE, auditHead: null }],
    ['an audit head that is none', { ...STATE, auditHead: 'zz'.repeat(32) }],
    ['no flows', { ...STATE, flows: undefined }],
    ['flows as a list', { ...STATE, flows: ['flow-1'] }],
    ['flows as null', { ...STATE, flows: null }],
    ['a flow id that is no text', { ...STATE, flows: { Sales: 7 } }],
    ['no holds', { ...STATE, held: undefined }],
    ['holds as an object', { ...STATE, held: {} }],
    ['a hold that is null', { ...STATE, held: [null] }],
    ['a hold without a hash', { ...STATE, held: [{ name: 'Sales' }] }],
    ['a hold with a bad hash', { ...STATE, held: [{ name: 'Sales', payloadHash: 'a1' }] }],
    ['a hold without a name', { ...STATE, held: [{ payloadHash: HASH }] }],
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
    expect(readDeployedState({ ...STATE, previousSha })?.previousSha).toBe(expected);
  });

  it('keeps names that mean something to JavaScript', () => {
    const text = JSON.stringify(STATE).replace('"Sales":', '"__proto__":"flow-3","Sales":');
    const flows = readDeployedState(text)?.flows ?? {};
    expect(Object.entries(flows)).toContainEqual(['__proto__', 'flow-3']);
    expect(Object.getPrototypeOf(flows)).toBe(Object.prototype);
  });

  it('begins the chain with 64 zeros', () => {
    expect(NO_AUDIT_HEAD).toMatch(/^0{64}$/);
  });
});
