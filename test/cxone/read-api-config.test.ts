import { describe, expect, it } from 'vitest';
import type { UserError } from '../../src/errors.ts';
import { type ApiConfig, DEFAULT_API } from '../../src/cxone/api-config.ts';
import { ENDPOINTS } from '../../src/cxone/endpoints.ts';
import { readApiConfig } from '../../src/cxone/read-api-config.ts';
import schema from '../../schemas/api-config.schema.json' with { type: 'json' };

function read(value: unknown): ApiConfig {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return readApiConfig({ path: 'tenant.json', bytes: Buffer.from(text) });
}

function errorOf(value: unknown): string {
  try {
    read(value);
  } catch (error) {
    expect(error).toMatchObject({ name: 'UserError', reason: 'input' });
    return (error as UserError).message;
  }
  return expect.fail('it is taken');
}

it('the schema knows every path that there is, and no other', () => {
  expect(Object.keys(schema.properties.paths.properties)).toEqual(Object.keys(ENDPOINTS));
  for (const [name, { description }] of Object.entries(schema.properties.paths.properties)) {
    const { method, path } = ENDPOINTS[name as keyof typeof ENDPOINTS];
    expect(description).toBe([method, ...(path.match(/\{\w+\}/g) ?? [])].join(', '));
  }
});

describe('an API config', () => {
  it.each<[object, Partial<ApiConfig>]>([
    [{}, {}],
    [{ $schema: 'x', tokenStyle: 'form' }, { tokenStyle: 'form' }],
    [{ grant: 'password' }, { grant: 'password', tokenStyle: 'basic' }],
    [
      { grant: 'password', tokenStyle: 'form' },
      { grant: 'password', tokenStyle: 'form' },
    ],
    [{ tokenUrl: '/auth/token' }, { tokenUrl: '/auth/token' }],
    [{ tokenUrl: 'https://auth.example/a/token' }, { tokenUrl: 'https://auth.example/a/token' }],
    [{ tokenUrl: 'http://localhost:8080/token' }, { tokenUrl: 'http://localhost:8080/token' }],
  ])('is read: %j', (value, expected) => {
    expect(read(value)).toEqual({ ...DEFAULT_API, ...expected });
  });

  it('changes the paths that it names, and keeps their methods and scopes', () => {
    const { endpoints } = read({ paths: { getFlow: '/v3/flows/{flowId}', createFlow: '/v3/flows' } });
    expect(endpoints).toEqual({
      ...ENDPOINTS,
      getFlow: { ...ENDPOINTS.getFlow, path: '/v3/flows/{flowId}' },
      createFlow: { ...ENDPOINTS.createFlow, path: '/v3/flows' },
    });
  });

  it.each<[string, unknown, string]>([
    ['a list', [], 'tenant.json:1:1: an API config is a list, but it takes an object with tokenUrl'],
    [
      'an unknown style',
      { tokenStyle: 'jwt' },
      'tokenStyle is "jwt", but it takes "json", "form" or "basic"',
    ],
    ['an unknown grant', { grant: 'implicit' }, 'grant is "implicit", but it takes "client_credentials" or'],
    ['a typo', { tokenurl: '/a' }, 'an API config has no property "tokenurl": did you mean "tokenUrl"?'],
    ['an unknown path', { paths: { getFlows: '/a' } }, 'paths has no property "getFlows": did you mean'],
    ['a number', { paths: { getFlow: 7 } }, 'paths.getFlow is 7, but it takes a path template'],
    ['an empty token URL', { tokenUrl: '' }, 'tokenUrl is "", but it takes a path such as "/oauth/token"'],
    [
      'http',
      { tokenUrl: 'http://auth.example/t' },
      'tokenUrl is "http://auth.example/t", but it takes a path',
    ],
    ['another host', { tokenUrl: '//evil.example/t' }, 'or an https URL (http only on loopback): it may not'],
    ['no URL', { tokenUrl: 'auth.example/t' }, 'tokenUrl is "auth.example/t", but it takes'],
    ['steps up', { tokenUrl: '/a/../t' }, 'it may not hold . or .. as a step'],
    [
      'a wrong template',
      '{\n  "paths": {\n    "getFlow": "/flows"\n  }\n}',
      'tenant.json:3:16: paths.getFlow is "/flows", but it takes a path such as "/api/v2/ivr/flows/{flowId}": it must hold {flowId}, once, and no other',
    ],
  ])('is refused with %s', (_case, value, message) => {
    expect(errorOf(value)).toContain(message);
  });

  it('is told of every wrong template at once', () => {
    const message = errorOf({
      tokenUrl: 'x',
      paths: { getFlow: '/a', deleteFlow: 'https://b', listFlows: '/a b' },
    });
    for (const place of ['tokenUrl is', 'paths.getFlow is', 'paths.deleteFlow is', 'paths.listFlows is'])
      expect(message).toContain(place);
  });

  it.each([
    'https://user:hunter2@auth.example/token',
    'https://auth.example/token?key=hunter2',
    'https://auth.example/token#hunter2',
    'http://user:hunter2@auth.example/token',
    'ftp://user:hunter2@auth.example/token',
  ])('is refused with a secret in its URL, which is not shown: %s', (tokenUrl) => {
    const message = errorOf({ tokenUrl });
    expect(message).toContain('tokenUrl');
    expect(message).not.toContain('hunter2');
  });
});
