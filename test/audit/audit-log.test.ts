import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuditRecord, hashRecord, startAuditLog } from '../../src/audit/audit-log.ts';
import type { AuditEvent } from '../../src/transaction/audit-event.ts';

const START = '5a'.repeat(32);
const ZEROS = '0'.repeat(64);
const IDENTITY = { userId: 'octocat', environment: 'production', commit: 'a'.repeat(40), runId: '77' };
const CREATE: AuditEvent = {
  action: 'CREATE',
  flowId: 'flow-1',
  ruleName: 'Ärger "am"\nMontag \u{1f600}',
  payloadHash: 'b'.repeat(64),
};
const PLAN: AuditEvent = { action: 'PLAN', flowId: null, ruleName: null, payloadHash: 'c'.repeat(64) };

interface Written {
  readonly lines: string[];
  readonly records: () => AuditRecord[];
  readonly log: ReturnType<typeof startAuditLog>;
}

function start(previousHash = START): Written {
  const lines: string[] = [];
  let [time, count] = [Date.parse('2027-01-01T12:00:00Z'), 0];
  const log = startAuditLog(IDENTITY, previousHash, {
    now: () => (time += 1500),
    makeUuid: () => `uuid-${++count}`,
    append: (line) => lines.push(line),
  });
  return { lines, log, records: () => lines.map((line) => JSON.parse(line) as AuditRecord) };
}

/** Canonical JSON of a flat record, by hand: its keys in order, each with its value. */
function canonicalByHand(record: Readonly<Record<string, string | null>>): string {
  const parts = Object.keys(record)
    .toSorted((one, other) => (one < other ? -1 : 1))
    .map((key) => `${JSON.stringify(key)}:${JSON.stringify(record[key])}`);
  return `{${parts.join(',')}}`;
}

function hashByHand({ hash: _hash, ...record }: AuditRecord): string {
  return createHash('sha256')
    .update(canonicalByHand({ ...record }), 'utf8')
    .digest('hex');
}

describe('the audit log', () => {
  it('writes one line of JSON an event, with who, what, where and when', () => {
    const { lines, log, records } = start();
    log.append(CREATE);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\{.*\}\n$/);
    const [record] = records();
    expect(record).toEqual({
      auditId: 'uuid-1',
      timestamp: '2027-01-01T12:00:01.500Z',
      userId: 'octocat',
      action: 'CREATE',
      flowId: 'flow-1',
      payloadHash: 'b'.repeat(64),
      complianceTag: 'IVR-ORCH-LOG',
      ruleName: CREATE.ruleName,
      environment: 'production',
      commit: 'a'.repeat(40),
      runId: '77',
      previousHash: START,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('says null where an event is about no single flow or rule', () => {
    const { log, records } = start();
    log.append(PLAN);
    expect(records()[0]).toMatchObject({ flowId: null, ruleName: null });
  });

  it('links each record to the one before, and the first to the last deployment', () => {
    const { log, records } = start();
    for (const event of [PLAN, CREATE, CREATE]) log.append(event);
    const written = records();
    expect(written.map(({ previousHash }) => previousHash)).toEqual([
      START,
      written[0]?.hash,
      written[1]?.hash,
    ]);
    expect(new Set(written.map(({ hash }) => hash)).size).toBe(3);
  });

  it.each([ZEROS, START])('has a head, which is where it began as long as it is empty: %s', (previous) => {
    const { log, records } = start(previous);
    expect(log.head()).toBe(previous);
    log.append(PLAN);
    expect(records()[0]?.previousHash).toBe(previous);
    expect(log.head()).toBe(records()[0]?.hash);
    log.append(CREATE);
    expect(log.head()).toBe(records()[1]?.hash);
  });

  it('hashes the canonical JSON of a record without its hash, as anybody can', () => {
    const { log, records } = start();
    for (const event of [PLAN, CREATE]) log.append(event);
    for (const record of records()) expect(record.hash).toBe(hashByHand(record));
  });

  it('does so for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (ruleName, flowId) => {
        const { log, records } = start();
        log.append({ ...CREATE, ruleName, flowId });
        const [record] = records();
        expect(record).toMatchObject({ ruleName, flowId, hash: hashByHand(record!) });
      }),
      { numRuns: 300, seed: 20_270_101 },
    );
  });

  it('has a hash that never changes, for it is in the statuses of commits', () => {
    const record: Omit<AuditRecord, 'hash'> = {
      auditId: '00000000-0000-4000-8000-000000000000',
      timestamp: '2027-01-01T00:00:00.000Z',
      userId: 'octocat',
      action: 'SEAL',
      flowId: null,
      payloadHash: null,
      complianceTag: 'IVR-ORCH-LOG',
      ruleName: null,
      environment: 'production',
      commit: 'a'.repeat(40),
      runId: '1',
      previousHash: ZEROS,
    };
    const text =
      '{"action":"SEAL","auditId":"00000000-0000-4000-8000-000000000000",' +
      `"commit":"${'a'.repeat(40)}","complianceTag":"IVR-ORCH-LOG","environment":"production",` +
      `"flowId":null,"payloadHash":null,"previousHash":"${ZEROS}","ruleName":null,"runId":"1",` +
      '"timestamp":"2027-01-01T00:00:00.000Z","userId":"octocat"}';
    expect(hashRecord(record)).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it.each<[string, (record: AuditRecord) => AuditRecord]>([
    ['another actor', (record) => ({ ...record, userId: 'somebody' })],
    ['another time', (record) => ({ ...record, timestamp: '2027-01-01T12:00:00.000Z' })],
    ['another flow', (record) => ({ ...record, flowId: 'flow-2' })],
    ['another place in the chain', (record) => ({ ...record, previousHash: ZEROS })],
    ['null for a text', (record) => ({ ...record, ruleName: null })],
  ])('gives away %s', (_case, change) => {
    const { log, records } = start();
    log.append(CREATE);
    const forged = change(records()[0]!);
    const { hash, ...rest } = forged;
    expect(hashRecord(rest)).not.toBe(hash);
  });

  it('does not move its head where a line cannot be hashed', () => {
    const { log, lines } = start();
    const lonely = { ...CREATE, ruleName: 'a lone surrogate \ud800' };
    expect(() => log.append(lonely)).toThrow();
    expect(lines).toEqual([]);
    expect(log.head()).toBe(START);
  });

  it('says why an override was made, and of nothing else', () => {
    const { log, records } = start();
    log.append({
      action: 'OVERRIDE',
      flowId: null,
      ruleName: null,
      payloadHash: 'c'.repeat(64),
      reason: 'why',
    });
    log.append(PLAN);
    expect(records()[0]).toMatchObject({ action: 'OVERRIDE', reason: 'why' });
    expect(records()[1]).not.toHaveProperty('reason');
    expect(records().map(hashByHand)).toEqual(records().map(({ hash }) => hash));
  });

  it('gives the text of all its lines', () => {
    const { log, lines } = start();
    expect(log.text()).toBe('');
    log.append(PLAN);
    log.append(CREATE);
    expect(log.text()).toBe(lines.join(''));
    expect(lines).toHaveLength(2);
  });
});
