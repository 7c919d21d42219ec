import { expect, it } from 'vitest';
import { hashPayload } from '../../src/rules/hash.ts';
import { makePayload } from '../../src/rules/make-payload.ts';
import { makeRule } from '../../src/rules/make-rule.ts';
import type { RuleFile } from '../../src/rules/rule.ts';
import { ruleFile } from './rule-file.ts';

it('has the hash of its payload, in a copy and in JSON too', () => {
  const payload = makePayload(ruleFile() as unknown as RuleFile);
  const rule = makeRule('rules/a.json', payload, 'DRAFT');
  const whole = { path: 'rules/a.json', payload, status: 'DRAFT', payloadHash: hashPayload(payload) };
  expect({ ...rule }).toEqual(whole);
  expect(JSON.parse(JSON.stringify(rule))).toEqual(JSON.parse(JSON.stringify(whole)));
});
