// The inputs that name something outside: a URL, an environment, a commit, a branch. It says how such a name may look, and asks nobody
// whether there is one.
import { isBranchName } from './branch-name.ts';
import { reject } from './read-value.ts';
import { ROLLBACK_TO_TAKES, readRollbackTo } from './rollback-to.ts';
import { hideSecretsOfUrl, readSecureUrl } from './secure-url.ts';

/** The tenant's URL, https unless it is on loopback, without credentials, query or fragment. */
export function readTenantUrl(value: string): string {
  if (value === '' || value === 'simulator') return value;
  const takes =
    'an https URL such as https://api-us-01.nice-incontact.com (http only on loopback), or the word simulator';
  const shown = hideSecretsOfUrl(value);
  const url = readSecureUrl(value) ?? reject('tenant-url', shown, takes);
  if (url.username !== '' || url.password !== '')
    reject('tenant-url', shown, `${takes}, without credentials in it: use client-id and client-secret`);
  if (url.search !== '' || url.hash !== '')
    reject('tenant-url', shown, `${takes}, without a query or fragment`);
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** A URL to which the tenant sends events: it may have a query. */
export function readWebhookUrl(value: string): string {
  if (value === '') return value;
  const takes = 'an https URL (http only on loopback), without credentials and fragment';
  const url = readSecureUrl(value);
  const isPlain = url !== undefined && url.username === '' && url.password === '' && url.hash === '';
  return isPlain ? url.href : reject('webhook-url', hideSecretsOfUrl(value), takes);
}

export function readEnvironment(value: string): string {
  const isPlain = /^[\w .:/+-]{1,100}$/.test(value);
  return isPlain
    ? value
    : reject('environment', value, 'a name of up to 100 letters, digits, spaces and the signs . _ - : / +');
}

export function readTarget(value: string): string {
  if (value === '') return value;
  return readRollbackTo(value) ?? reject('rollback-to', value, ROLLBACK_TO_TAKES);
}

export function readBranch(value: string): string {
  return isBranchName(value) || value === ''
    ? value
    : reject('audit-branch', value, 'the name of a branch, such as ivr-audit, without refs/heads/');
}
