import { describe, expect, it } from 'vitest';
import { type UndoEntry, readUndoEntry, restoringPatch } from '../../src/transaction/undo-entry.ts';

const DELETION = {
  kind: 'delete',
  name: 'Sales',
  payloadHash: '0a'.repeat(32),
  flowId: null,
  knownIds: ['flow-1'],
} as const;
const RESTORE = {
  kind: 'restore',
  name: 'Sales',
  flowId: 'flow-1',
  status: 'ACTIVE',
  effectiveDate: null,
  expirationDate: '2027-01-01T00:00:00.000Z',
} as const;

describe('readUndoEntry', () => {
  it.each<[string, UndoEntry]>([
    ['a flow that may have been created', DELETION],
    ['a flow that was created', { ...DELETION, flowId: 'flow-2', knownIds: [] }],
    ['a flow that was changed', RESTORE],
    ['a flow that was idle', { ...RESTORE, status: 'INACTIVE', expirationDate: null }],
    ['a flow that was a draft', { ...RESTORE, status: 'DRAFT', effectiveDate: '2026-01-01T00:00:00.000Z' }],
  ])('reads %s', (_case, entry) => {
    expect(readUndoEntry(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
  });

  it('leaves out what it does not know', () => {
    expect(readUndoEntry({ ...DELETION, url: 'https://elsewhere.example' })).toEqual(DELETION);
    expect(readUndoEntry({ ...RESTORE, payloadHash: 'x', url: 'https://elsewhere.example' })).toEqual(
      RESTORE,
    );
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'delete'],
    ['a list', [DELETION]],
    ['another kind', { ...DELETION, kind: 'create' }],
    ['no kind', { ...DELETION, kind: undefined }],
    ['a deletion without a name', { ...DELETION, name: '' }],
    ['a deletion with a name that is no text', { ...DELETION, name: 7 }],
    ['a deletion with a short hash', { ...DELETION, payloadHash: '0a' }],
    ['a deletion without an id, not even null', { ...DELETION, flowId: undefined }],
    ['a deletion of the empty id', { ...DELETION, flowId: '' }],
    ['a deletion of an id that is no text', { ...DELETION, flowId: ['flow-1'] }],
    ['a deletion without known ids', { ...DELETION, knownIds: undefined }],
    ['a deletion with a known id that is no text', { ...DELETION, knownIds: ['flow-1', null] }],
    ['a restoration without an id', { ...RESTORE, flowId: null }],
    ['a restoration of the empty id', { ...RESTORE, flowId: '' }],
    ['a restoration to an unknown state', { ...RESTORE, status: 'DELETED' }],
    ['a restoration to no state', { ...RESTORE, status: undefined }],
    ['a restoration without a date, not even null', { ...RESTORE, effectiveDate: undefined }],
    ['a restoration with a date as number', { ...RESTORE, expirationDate: 0 }],
    ['a restoration with an empty date', { ...RESTORE, effectiveDate: '' }],
  ])('takes %s for nothing', (_case, value) => {
    expect(readUndoEntry(value)).toBeUndefined();
  });
});

describe('restoringPatch', () => {
  it('says every date outright, so that one that was set meanwhile is cleared', () => {
    expect(restoringPatch(RESTORE)).toEqual({
      status: 'ACTIVE',
      effectiveDate: null,
      expirationDate: '2027-01-01T00:00:00.000Z',
    });
  });
});
