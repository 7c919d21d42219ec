// The file of input api-config → how the tenant is spoken to.
import { hideSecretsOfUrl, readSecureUrl } from '../request/secure-url.ts';
import { type Expectation, explainMisfits } from '../rules/explain-misfit.ts';
import { type Misfit, atValue } from '../rules/problem.ts';
import { readSmallFile } from '../rules/read-small-file.ts';
import type { SourceFile } from '../rules/rule.ts';
import { type ApiConfig, DEFAULT_API } from './api-config.ts';
import type { ApiConfigFile } from './api-config.generated.ts';
import { whyNoTemplate } from './check-template.ts';
import { ENDPOINTS, type Endpoint, type EndpointName, type Endpoints, TOKEN_PATH } from './endpoints.ts';
import { validate } from './validate-api-config.generated.js';

const WHAT = 'an API config';
const TOKEN_URL = 'a path such as "/oauth/token", or an https URL (http only on loopback)';
const NAMES = Object.keys(ENDPOINTS) as EndpointName[];

const TAKES: Readonly<Record<string, string>> = {
  '': 'an object with tokenUrl, tokenStyle, grant, paths, or some of them',
  '/$schema': 'a text for editors',
  '/tokenUrl': TOKEN_URL,
  '/tokenStyle': '"json", "form" or "basic"',
  '/grant': '"client_credentials" or "password"',
  '/paths': 'an object: {"name of a request": "path template"}',
};

const EXPECTATION: Expectation = {
  what: WHAT,
  takesAt: (pointer) => TAKES[pointer] ?? 'a path template',
  keysAt: (pointer) => (pointer === '/paths' ? NAMES : ['tokenUrl', 'tokenStyle', 'grant', 'paths']),
};

function wrong(pointer: string, where: string, value: string, takes: string): Misfit {
  const shown = value.length > 100 ? `${value.slice(0, 100)}…` : value;
  return { message: `${where} is ${JSON.stringify(shown)}, but ${takes}`, place: atValue(pointer) };
}

function lookAtPaths(paths: NonNullable<ApiConfigFile['paths']>): Misfit[] {
  return NAMES.flatMap((name) => {
    const template = paths[name];
    const why = template === undefined ? undefined : whyNoTemplate(template, ENDPOINTS[name].path);
    if (template === undefined || why === undefined) return [];
    const example = `it takes a path such as ${JSON.stringify(ENDPOINTS[name].path)}: ${why}`;
    return [wrong(`/paths/${name}`, `paths.${name}`, template, example)];
  });
}

function lookAtTokenUrl(text: string): Misfit[] {
  const refuse = (why: string): Misfit[] => [
    wrong('/tokenUrl', 'tokenUrl', hideSecretsOfUrl(text), `it takes ${TOKEN_URL}${why}`),
  ];
  if (text.startsWith('/')) {
    const why = whyNoTemplate(text, TOKEN_PATH);
    return why === undefined ? [] : refuse(`: ${why}`);
  }
  const url = readSecureUrl(text);
  if (url === undefined) return refuse('');
  // The value itself may hold a secret then, and is not repeated.
  const isPlain = url.username === '' && url.password === '' && !/[?#]/.test(text);
  const message = `tokenUrl takes ${TOKEN_URL}, without credentials, query or fragment`;
  return isPlain ? [] : [{ message, place: atValue('/tokenUrl') }];
}

function endpointsWith(paths: NonNullable<ApiConfigFile['paths']>): Endpoints {
  const entries = NAMES.map((name): [EndpointName, Endpoint] => [
    name,
    { ...ENDPOINTS[name], path: paths[name] ?? ENDPOINTS[name].path },
  ]);
  return Object.fromEntries(entries) as Record<EndpointName, Endpoint>;
}

/**
 * Reads an API config.
 * @throws UserError (`input`) with file, line and column of what is wrong
 */
export function readApiConfig(file: SourceFile): ApiConfig {
  return readSmallFile(file, 'api-config', WHAT, (value) => {
    if (!validate(value)) return explainMisfits(validate.errors ?? [], value, EXPECTATION);
    const { tokenUrl = DEFAULT_API.tokenUrl, paths = {}, ...rest } = value as ApiConfigFile;
    const { grant = DEFAULT_API.grant } = rest;
    const { tokenStyle = grant === 'password' ? 'basic' : DEFAULT_API.tokenStyle } = rest;
    const misfits = [...lookAtTokenUrl(tokenUrl), ...lookAtPaths(paths)];
    return misfits.length > 0
      ? misfits
      : { value: { tokenUrl, tokenStyle, grant, endpoints: endpointsWith(paths) } };
  });
}
