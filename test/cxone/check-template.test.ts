import { describe, expect, it } from 'vitest';
import { whyNoTemplate } from '../../src/cxone/check-template.ts';
import { ENDPOINTS, TOKEN_PATH } from '../../src/cxone/endpoints.ts';

const USUAL = ENDPOINTS.getFlow.path;

describe('a path template', () => {
  it.each(Object.values(ENDPOINTS).map(({ path }) => path))('is taken as the contract has it: %s', (path) => {
    expect(whyNoTemplate(path, path)).toBeUndefined();
  });

  it.each([
    '/{flowId}',
    '/flows/{flowId}/',
    '/incontactapi/services/v30.0/flows/{flowId}',
    '/flows/{flowId}:read',
    "/a-b_c.d~e!$&'()*+,;=:@/{flowId}",
    '/a%20b/{flowId}',
    '/.well-known/...a/{flowId}',
  ])('is taken: %s', (template) => {
    expect(whyNoTemplate(template, USUAL)).toBeUndefined();
  });

  it.each<[string, string]>([
    ['', 'it must start with /'],
    ['flows/{flowId}', 'it must start with /'],
    ['https://evil.example/{flowId}', 'no path may lead the token to another host'],
    ['@evil.example/{flowId}', 'it must start with /'],
    [':8443/{flowId}', 'it must start with /'],
    ['.evil.example/{flowId}', 'it must start with /'],
    ['//evil.example/{flowId}', 'it may not hold //'],
    ['/a//{flowId}', 'it may not hold //'],
    ['/\\evil.example/{flowId}', 'only what can stand in the path'],
    ['/../{flowId}', 'it may not hold . or ..'],
    ['/a/./{flowId}', 'it may not hold . or ..'],
    ['/a/%2e%2E/{flowId}', 'it may not hold . or ..'],
    ['/a/.%2e/{flowId}', 'it may not hold . or ..'],
    ['/{flowId}/..', 'it may not hold . or ..'],
    ['/{flowId}?a=b', 'it may have no query'],
    ['/{flowId}#a', 'it may have no query and no fragment'],
    ['/a b/{flowId}', 'only what can stand in the path'],
    ['/a\n/{flowId}', 'only what can stand in the path'],
    ['/a\r\nx: y/{flowId}', 'only what can stand in the path'],
    ['/a\u0000/{flowId}', 'only what can stand in the path'],
    ['/ü/{flowId}', 'only what can stand in the path'],
    ['/a%2/{flowId}', 'after % two hex digits must follow'],
    ['/a%zz/{flowId}', 'after % two hex digits must follow'],
    ['/flows', 'it must hold {flowId}, once, and no other'],
    ['/{flowid}', 'it must hold {flowId}, once, and no other'],
    ['/{flowId}/{flowId}', 'it must hold {flowId}, once, and no other'],
    ['/{flowId}/{assetId}', 'it must hold {flowId}, once, and no other'],
    ['/{flowId', 'it must hold {flowId}, once, and no other'],
    ['/{{flowId}}', 'it must hold {flowId}, once, and no other'],
    ['/{flowId}/{}', 'it must hold {flowId}, once, and no other'],
    [`/${'a'.repeat(500)}/{flowId}`, 'it may have 500 characters at most'],
  ])('is refused: %j', (template, why) => {
    expect(whyNoTemplate(template, USUAL)).toContain(why);
  });

  it('has no placeholder where its request has none', () => {
    expect(whyNoTemplate('/auth/token', TOKEN_PATH)).toBeUndefined();
    expect(whyNoTemplate('/auth/{flowId}', TOKEN_PATH)).toBe('it must hold no placeholder');
  });

  it('never leads anywhere else, whatever is taken', () => {
    const parts = ['/', '//', '\\', '..', '.', '%2e', '@', ':', 'a', '{flowId}', '?', '#', 'https:', '\t'];
    const taken = parts
      .flatMap((a) => parts.flatMap((b) => parts.flatMap((c) => parts.map((d) => a + b + c + d))))
      .filter((template) => whyNoTemplate(template, USUAL) === undefined);
    expect(taken.length).toBeGreaterThan(50);
    for (const template of taken) {
      const path = template.replace('{flowId}', 'x');
      const url = new URL(`https://tenant.example/base${path}`);
      expect([url.host, url.pathname]).toEqual(['tenant.example', `/base${path}`]);
    }
  });
});
