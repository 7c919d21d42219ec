import { describe, expect, it } from 'vitest';
import { type AuditRecord, hashRecord, startAuditLog } from '../../src/audit/audit-log.ts';
import { checkChain } from '../../src/audit/check-chain.ts';
import { joinLogs } from '../../src/audit/join-logs.ts';
import { readLog } from '../../src/audit/read-log.ts';

const IDENTITY = { userId: 'octocat', environment: 'production', commit: 'a'.repeat(40), runId: '77' };
const START = '0'.repeat(64);

/** The lines of a log of so many records, each with what ends it. */
function makeLines(count: number, start = START, first = 0): string[] {
  const lines: string[] = [];
  let [time, uuid] = [Date.parse('2027-01-01T12:00:00Z') + first * 1000, first];
  const log = startAuditLog(IDENTITY, start, {
    now: () => (time += 1000),
    makeUuid: () => `uuid-${++uuid}`,
    append: (line) => lines.push(line),
  });
  for (let place = 0; place < count; place++)
    log.append({
      action: place === count - 1 ? 'SEAL' : 'CREATE',
      flowId: `flow-${place}`,
      ruleName: `Rule "${place}" Ü`,
      payloadHash: 'b'.repeat(64),
    });
  return lines;
}

function check(text: string | Uint8Array, environment?: string) {
  return checkChain(readLog({ path: 'audit.jsonl', bytes: Buffer.from(text) }), environment);
}

const textsOf = (text: string | Uint8Array, environment?: string): string[] =>
  check(text, environment).mismatches.map((mismatch) => mismatch.text);

const lines = makeLines(6);
const records = lines.map((line) => JSON.parse(line) as AuditRecord);
/** The log with one record changed. */
const withRecord = (place: number, change: object): string =>
  lines.with(place, `${JSON.stringify({ ...records[place], ...change })}\n`).join('');
/** A record with a hash that fits it. */
const sealed = (record: object): string => {
  const { hash: _hash, ...content } = record as AuditRecord;
  return `${JSON.stringify({ ...content, hash: hashRecord(content) })}\n`;
};
const name = (line: number, id = line): string =>
  String.raw`audit\.jsonl line ${line} \(${line === 6 ? 'SEAL' : 'CREATE'} of rule "Rule \\"\d\\" Ü", 2027-01-01T12:00:0\d\.000Z, auditId uuid-${id}\)`;

describe('a log as it was written', () => {
  it.each([1, 6])('of %d records is one chain', (count) => {
    const { mismatches, lines: links } = check(makeLines(count).join(''));
    expect(mismatches).toEqual([]);
    expect(links).toHaveLength(count);
  });

  it('may hold any text in its values', () => {
    const odd = sealed({
      ...records[0],
      ruleName: 'a\u0000\u007f\u2028"\\ \u{1f600} __proto__',
      reason: 'x',
    });
    expect(textsOf(odd)).toEqual([]);
  });

  it('of 10,000 records is one chain', () => {
    const { mismatches, lines: links } = check(makeLines(10_000).join(''));
    expect(mismatches).toEqual([]);
    expect(links).toHaveLength(10_000);
  });
});

describe('a log that was changed', () => {
  const CASES: readonly (readonly [string, string | Uint8Array, readonly string[]])[] = [
    [
      'a value changed',
      withRecord(2, { userId: 'nobody' }),
      [`^${name(3)} was changed: its content hashes to \\w{64}, but it says \\w{64}$`],
    ],
    ['a key added', withRecord(2, { note: 'x' }), [`^${name(3)} was changed`]],
    ['a hash changed', withRecord(2, { hash: 'c'.repeat(64) }), [`^${name(3)} was changed`]],
    [
      'a value changed and hashed anew',
      lines.with(2, sealed({ ...records[2], userId: 'nobody' })).join(''),
      [
        `^the chain breaks at ${name(4)}: the record that it follows is not there, so between it and ${name(3)} something was taken out, or that line was changed and hashed anew$`,
      ],
    ],
    [
      'a record taken out',
      lines.toSpliced(2, 1).join(''),
      [`^the chain breaks at ${name(3, 4)}: the record that it follows is not there`],
    ],
    [
      'a record put in',
      lines.toSpliced(3, 0, sealed({ ...records[2], auditId: 'x', previousHash: records[2]?.hash })).join(''),
      [
        `^the chain breaks at ${name(5, 4)}: it follows ${name(3)}, so audit\\.jsonl line 4 .* was put in between, or stems from a run that was not sealed$`,
      ],
    ],
    [
      'two records put in',
      lines.toSpliced(3, 0, ...makeLines(2, records[2]?.hash, 60)).join(''),
      [
        `it follows ${name(3)}, so audit\\.jsonl line 4 .* to audit\\.jsonl line 5 .* was put in`,
        'remark: .*is older than',
      ],
    ],
    [
      'two records swapped',
      [lines[0], lines[2], lines[1], ...lines.slice(3)].join(''),
      [
        `^the chain breaks at ${name(2, 3)}: it stands before the record that it follows, ${name(3, 2)}$`,
        `^the chain breaks at ${name(3, 2)}: it is out of order, and belongs right behind ${name(1)}$`,
        `^the chain breaks at ${name(4)}: it is out of order, and belongs right behind ${name(2, 3)}$`,
        'remark: .*is older than',
      ],
    ],
    [
      'a record twice',
      lines.toSpliced(3, 0, lines[2]!).join(''),
      [
        '^the chain breaks at audit\\.jsonl line 4 .*: it is the record before it once more$',
        '^audit\\.jsonl line 4 .* has the auditId of audit\\.jsonl line 3 ',
      ],
    ],
    [
      'an auditId of another record',
      lines.with(5, sealed({ ...records[5], auditId: 'uuid-1' })).join(''),
      ['^audit\\.jsonl line 6 .* has the auditId of audit\\.jsonl line 1 '],
    ],
    [
      'a timestamp that goes back',
      lines.with(5, sealed({ ...records[5], timestamp: '2026-01-01T00:00:00.000Z' })).join(''),
      ['^remark: audit\\.jsonl line 6 .* is older than audit\\.jsonl line 5 .* before it$'],
    ],
    [
      'a timestamp that is none',
      lines.with(5, sealed({ ...records[5], timestamp: 'noon' })).join(''),
      ['has a timestamp that is no date$'],
    ],
    [
      'an action that does not exist',
      lines.with(5, sealed({ ...records[5], action: 'SEEL' })).join(''),
      ['^audit\\.jsonl line 6 .* has the action "SEEL", which no record has$'],
    ],
    [
      'another compliance tag',
      lines.with(5, sealed({ ...records[5], complianceTag: 'x' })).join(''),
      ['lacks the complianceTag "IVR-ORCH-LOG"$'],
    ],
    [
      'another environment',
      lines.with(5, sealed({ ...records[5], environment: 'staging' })).join(''),
      ['^audit\\.jsonl line 6 .* is of environment "staging", not of "production"$'],
    ],
    [
      'a line that is no JSON',
      lines.with(2, '{"action":\n').join(''),
      ['^audit\\.jsonl line 3 is no JSON: it was cut off or changed$'],
    ],
    [
      'a line that is no object',
      lines.with(2, '[]\n').join(''),
      ['^audit\\.jsonl line 3 is no JSON object$'],
    ],
    [
      'a line that is no record',
      lines.with(2, '{"action":"PLAN","hash":7}\n').join(''),
      [
        '^audit\\.jsonl line 3 is no audit record: auditId, timestamp, userId, .*hash missing or of another kind$',
      ],
    ],
    ['an empty line', lines.toSpliced(2, 0, '\n').join(''), ['^audit\\.jsonl line 3 is empty$']],
    [
      'a key that stands twice',
      lines.with(2, lines[2]!.replace('{', '{"userId":"nobody",')).join(''),
      [`^${name(3)} is not spelled as the action spells it`],
    ],
    [
      'spaces in a line',
      lines.with(2, lines[2]!.replace(',', ', ')).join(''),
      ['is not spelled as the action spells it'],
    ],
    [
      'half of a surrogate pair',
      withRecord(2, { userId: '\ud800' }),
      ['was changed: its content hashes to nothing'],
    ],
    [
      'CR LF in all lines',
      lines.join('').replaceAll('\n', '\r\n'),
      [`^${name(1)} ends in CR LF: .*; so do the lines after it up to line 6$`],
    ],
    [
      'CR LF in one line',
      lines.with(2, lines[2]!.replace('\n', '\r\n')).join(''),
      [`^${name(3)} ends in CR LF: something has rewritten the line ends of the file$`],
    ],
    [
      'a byte order mark',
      `\ufeff${lines.join('')}`,
      ['^audit\\.jsonl line 1 starts with a byte order mark$'],
    ],
    [
      'the last line feed gone',
      lines.join('').slice(0, -1),
      [`^${name(6)} does not end in a line feed: it was cut off as it was written, or later$`],
    ],
    [
      'the last line torn',
      lines.join('').slice(0, -9),
      ['^audit\\.jsonl line 6 is no JSON', '^audit\\.jsonl line 6 does not end in a line feed'],
    ],
    [
      'invalid UTF-8',
      Buffer.from(lines.join('').replace('Ü', '\u00ff'), 'latin1'),
      ['^audit\\.jsonl line 1 is no valid UTF-8'],
    ],
  ];

  it.each(CASES)('%s', (_what, text, patterns) => {
    const { mismatches } = check(text);
    const told = mismatches.map(
      ({ text: sentence, isRemark }) => `${isRemark === true ? 'remark: ' : ''}${sentence}`,
    );
    expect(told.length).toBe(patterns.length);
    for (const [place, pattern] of patterns.entries()) expect(told[place]).toMatch(new RegExp(pattern));
  });

  it('tells every change, not the first only', () => {
    const text = lines
      .with(1, lines[1]!.replace('octocat', 'nobody'))
      .with(4, lines[4]!.replace('octocat', 'nobody'))
      .join('');
    expect(textsOf(text)).toHaveLength(2);
  });

  it('is of another environment than the one that is asked for', () => {
    expect(textsOf(lines.join(''), 'production')).toEqual([]);
    expect(textsOf(lines.join(''), 'staging')).toHaveLength(6);
  });

  it('gives away any single byte', () => {
    const bytes = Buffer.from(lines.slice(0, 3).join(''));
    // The start of a log is compared with the deployment records.
    const start = bytes.indexOf(START);
    for (let at = 0; at < bytes.length; at++) {
      if (at >= start && at < start + START.length) continue;
      const changed = Buffer.from(bytes);
      changed[at] = changed[at] === 0x30 ? 0x31 : 0x30;
      expect(check(changed).mismatches.length, `byte ${at}`).toBeGreaterThan(0);
    }
  });
});

describe('logs that are joined', () => {
  const read = (path: string, parts: readonly string[]) =>
    readLog({ path, bytes: Buffer.from(parts.join('')) });
  const other = makeLines(2, 'f'.repeat(64), 50);
  const joined = (first: readonly string[], second: readonly string[]): string[] =>
    joinLogs(read('branch', first), read('own', second)).map(({ text }) => `${text}\n`);

  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['both the same', lines, lines, lines],
    ['the second is the end of the first', lines, lines.slice(3), lines],
    ['the second goes on', lines.slice(0, 3), lines.slice(3), lines],
    ['the second overlaps and goes on', lines.slice(0, 3), lines.slice(1), lines],
    ['the second fills a gap', [...lines.slice(0, 2), ...lines.slice(4)], lines.slice(2, 4), lines],
    ['the second comes before', lines.slice(3), lines.slice(0, 3), lines],
    ['the first is empty', [], lines, lines],
    ['the second is empty', lines, [], lines],
    [
      'the second goes on where another chain stands behind it',
      [...lines.slice(0, 2), ...other],
      lines.slice(2),
      [...lines, ...other],
    ],
    [
      'the second comes before what another chain stands around',
      [...other.slice(0, 1), ...lines.slice(3), ...other.slice(1)],
      lines.slice(1, 3),
      [...other.slice(0, 1), ...lines.slice(1), ...other.slice(1)],
    ],
    [
      'a line that is none stands with the records before which it was read',
      [...lines.slice(0, 2), ...other],
      ['{\n', ...lines.slice(2), '}\n'],
      [...lines.slice(0, 2), '{\n', ...lines.slice(2), '}\n', ...other],
    ],
    [
      'a line that is none stands with the records after which it was read',
      [...other.slice(0, 1), ...lines.slice(3), ...other.slice(1)],
      ['{\n', ...lines.slice(1, 3), '}\n'],
      [...other.slice(0, 1), '{\n', ...lines.slice(1, 3), '}\n', ...lines.slice(3), ...other.slice(1)],
    ],
    ['lines that are none come last', lines, ['{\n', '}\n'], [...lines, '{\n', '}\n']],
    ['the second fills two gaps', [lines[0]!, lines[2]!, ...lines.slice(4)], lines, lines],
    [
      'the first of all comes before its own end',
      [...other, ...lines.slice(1)],
      lines.slice(0, 1),
      [...other, ...lines],
    ],
  ])('%s', (_what, first, second, expected) => {
    expect(joined(first, second)).toEqual(expected);
  });

  it('keep what fits nowhere, so that it is told', () => {
    const changed = [lines[0]!, lines[1]!.replace('octocat', 'nobody')];
    const chain = checkChain(joinLogs(read('branch', lines), read('own', changed)), undefined);
    expect(chain.mismatches.map(({ text }) => text).join('\n')).toMatch(/own line 2 .* was changed/);
  });
});
