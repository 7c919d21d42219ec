// docs/tenant-api.md names every endpoint that the action uses, with its scope, and no other.
import { expect, it } from 'vitest';
import { DEPLOYMENT_SCOPES, ENDPOINTS } from '../../src/cxone/endpoints.ts';
import { readPage } from './page.ts';

const page = readPage('tenant-api.md');
const rows = [...page.matchAll(/^\| `((?:GET|POST|PATCH|DELETE) \S+)`\s+\| `(\S+)`/gm)].map(
  ([, call, scope]) => `${call} ${scope}`,
);

it('lists the endpoints in the order of the code', () => {
  expect(rows).toEqual(
    Object.values(ENDPOINTS).map(({ method, path, scope }) => `${method} ${path} ${scope}`),
  );
});

it('says how many of them a deployment needs', () => {
  const needed = Object.values(ENDPOINTS).filter(({ scope }) => DEPLOYMENT_SCOPES.includes(scope));
  expect(page).toContain(
    `Command \`deploy\` needs the first ${['nine', 'ten', 'eleven', 'twelve'][needed.length - 9]}`,
  );
});
