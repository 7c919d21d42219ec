import { describe, expect, it } from 'vitest';
import { type AuditRecord, startAuditLog } from '../../src/audit/audit-log.ts';
import { rulesetDigest } from '../../src/rules/hash.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import { ruleFile, sourceFile } from '../rules/rule-file.ts';
import { runIn, writeFolder } from './world.ts';

const RULES = { 'rules/menu.json': ruleFile() };
const { rules } = loadRules([sourceFile('rules/menu.json', ruleFile())]);
const DIGEST = rulesetDigest(rules);

/** The log of a deployment. @returns its lines */
function makeLog(start: string, first: number, digest = DIGEST): string[] {
  const lines: string[] = [];
  let [time, uuid] = [Date.parse('2027-01-01T12:00:00Z') + first * 60_000, first];
  const identity = { userId: 'octocat', environment: 'production', commit: 'a'.repeat(40), runId: '7' };
  const log = startAuditLog(identity, start, {
    now: () => (time += 1000),
    makeUuid: () => `uuid-${++uuid}`,
    append: (line) => lines.push(line),
  });
  log.append({ action: 'PLAN', flowId: null, ruleName: null, payloadHash: digest });
  log.append({
    action: 'ACTIVATE',
    flowId: 'flow-1',
    ruleName: 'Main\u001b[31m-Menu',
    payloadHash: 'b'.repeat(64),
  });
  log.append({ action: 'SEAL', flowId: null, ruleName: null, payloadHash: digest });
  return lines;
}

const headOf = (lines: readonly string[]): string => (JSON.parse(lines.at(-1) ?? '') as AuditRecord).hash;
const first = makeLog('0'.repeat(64), 0, 'c'.repeat(64));
const second = makeLog(headOf(first), 10);
const HEAD = headOf(second);
const FILES = {
  ...RULES,
  'audit.jsonl': [...first, ...second].join(''),
  '1.jsonl': first.join(''),
  '2.jsonl': second.join(''),
};

describe('verify', () => {
  it('says what a log tells, and that its end is open', async () => {
    const { out, err, exitCode } = await runIn(await writeFolder(FILES), ['verify']);
    expect(out).toBe(
      `remark    whether its end was cut off only the last hash tells, which the status of the commit has: give it as --head\n` +
        `6 audit records, from 2027-01-01T12:00:01.000Z to 2027-01-01T12:10:03.000Z, last hash ${HEAD}: everything fits\n`,
    );
    expect([exitCode, err]).toEqual([0, '']);
  });

  it.each<[string, readonly string[]]>([
    ['the last hash', ['--head', HEAD]],
    ['the last hash, as a status spells it', ['--head', `sha256:${HEAD}`]],
    ['files in their order', ['1.jsonl', '2.jsonl', '--head', HEAD]],
    ['the log of one deployment', ['2.jsonl', '--head', HEAD]],
    ['the environment', ['--environment', 'production', '--head', HEAD]],
    ['the rules', ['--rules', 'rules', '--head', HEAD]],
    ['the digest of the rules', ['--digest', DIGEST, '--head', HEAD]],
  ])('fits %s', async (_what, args) => {
    const { out, exitCode } = await runIn(await writeFolder(FILES), ['verify', ...args]);
    expect(out).toMatch(/^\d audit records, .*: everything fits\n$/);
    expect(exitCode).toBe(0);
  });

  it.each<[string, readonly string[], RegExp]>([
    [
      'another last hash',
      ['--head', 'd'.repeat(64)],
      /^mismatch {2}the last hash is to be d{64}, but no record of the log has it, and audit\.jsonl line 6 \(SEAL, .*\) ends it with/,
    ],
    [
      'an earlier last hash',
      ['--head', headOf(first)],
      /^mismatch {2}the last hash is to be \w{64}, but from audit\.jsonl line 4 \(PLAN, .*\) on the log tells of what came after it/,
    ],
    [
      'files out of order',
      ['2.jsonl', '1.jsonl', '--head', HEAD],
      /^mismatch {2}the chain breaks at 1\.jsonl line 1/,
    ],
    [
      'another environment',
      ['--environment', 'staging'],
      /^mismatch {2}audit\.jsonl line 1 \(PLAN, .*\) is of environment "production", not of "staging"/,
    ],
    [
      'another digest',
      ['--digest', 'e'.repeat(64), '--head', HEAD],
      /^mismatch {2}the 1 rule of the folder has the ruleset digest \w{64}, but it is to be e{64}\n/,
    ],
    [
      'other rules than the log was sealed with',
      ['1.jsonl', '--rules', 'rules', '--head', headOf(first)],
      /^mismatch {2}the 1 rule of the folder has the ruleset digest \w{64}, but 1\.jsonl line 3 \(SEAL, .*\) says c{64}\n/,
    ],
  ])('does not fit %s', async (_what, args, pattern) => {
    const { out, exitCode } = await runIn(await writeFolder(FILES), ['verify', ...args]);
    expect(out).toMatch(pattern);
    expect(out).toMatch(/: \d+ things? do(es)? not fit\n$/);
    expect(exitCode).toBe(1);
  });

  it('tells what was changed, and lets no escape through', async () => {
    const changed = second.with(1, second[1]!.replace('octocat', 'nobody')).join('');
    const { out, exitCode } = await runIn(await writeFolder({ 'audit.jsonl': changed }), ['verify']);
    expect(out).toMatch(
      /^mismatch {2}audit\.jsonl line 2 \(ACTIVATE of rule ".*", 2027.*auditId uuid-12\) was changed/,
    );
    expect(out).not.toContain('\u001b');
    expect(exitCode).toBe(1);
  });

  it('gives JSON', async () => {
    const changed = second.with(1, second[1]!.replace('octocat', 'nobody')).join('');
    const { out, exitCode } = await runIn(await writeFolder({ 'audit.jsonl': changed }), [
      'verify',
      '--json',
    ]);
    expect(JSON.parse(out)).toEqual({
      result: 'failed',
      records: 3,
      start: headOf(first),
      head: HEAD,
      mismatches: [expect.stringContaining('was changed')],
      remarks: [expect.stringContaining('--head')],
    });
    expect(exitCode).toBe(1);
  });

  it('fails on a log without records, and ends with 2 where there is no file', async () => {
    const folder = await writeFolder({ 'audit.jsonl': '' });
    expect(await runIn(folder, ['verify'])).toMatchObject({
      exitCode: 1,
      out: expect.stringContaining('no record is there'),
    });
    const { err, exitCode } = await runIn(folder, ['verify', 'gone.jsonl']);
    expect(err).toMatch(/^cxone-ivr: gone\.jsonl cannot be read/);
    expect(exitCode).toBe(2);
  });

  it('needs rules that can be read for a digest', async () => {
    const folder = await writeFolder({ ...FILES, 'rules/broken.json': '{' });
    const { err, exitCode } = await runIn(folder, ['verify', '--digest', DIGEST]);
    expect(err).toContain('1 file cannot be read as a rule, so there is no hash');
    expect(exitCode).toBe(2);
  });
});
