// The request for a token, in each of the ways that tenants know (RFC 6749, sections 2.3.1, 4.3 and 4.4).
import type { ApiConfig } from './api-config.ts';
import type { Exchange } from './send.ts';

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
  /** For grant `password`. */
  readonly accessKeyId?: string;
  readonly accessKeySecret?: string;
}

/** Where tokens come from: the only place that gets the client's secret. @param url the tenant's, without a trailing slash */
export function tokenUrlOf(url: string, { tokenUrl }: ApiConfig): string {
  return tokenUrl.startsWith('/') ? `${url}${tokenUrl}` : tokenUrl;
}

/** Percent-encodes all that form encoding may write in two ways, so that every decoder reads the same. */
export function encodePart(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The credentials of the Basic scheme: both parts are form-encoded before they are joined (RFC 6749, section 2.3.1). */
export function basicCredentials({ clientId, clientSecret }: Credentials): string {
  return Buffer.from(`${encodePart(clientId)}:${encodePart(clientSecret)}`).toString('base64');
}

function encodeForm(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([key, value]) => `${key}=${encodePart(value)}`)
    .join('&');
}

/** Makes the request for a token. */
export function tokenExchange(url: string, api: ApiConfig, credentials: Credentials): Exchange {
  const { clientId, clientSecret, accessKeyId = '', accessKeySecret = '' } = credentials;
  const isBasic = api.tokenStyle === 'basic';
  const fields = {
    grant_type: api.grant,
    ...(isBasic ? {} : { client_id: clientId, client_secret: clientSecret }),
    ...(api.grant === 'password' ? { username: accessKeyId, password: accessKeySecret } : {}),
  };
  const isJson = api.tokenStyle === 'json';
  return {
    method: 'POST',
    url: tokenUrlOf(url, api),
    headers: {
      accept: 'application/json',
      'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
      'user-agent': 'cxone-ivr-gitops',
      ...(isBasic ? { authorization: `Basic ${basicCredentials(credentials)}` } : {}),
    },
    body: isJson ? JSON.stringify(fields) : encodeForm(fields),
  };
}
