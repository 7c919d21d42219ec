// Replies without the secrets of a run: a tenant, or what stands before it, may repeat a token or the client's secret in an error or a
// name, and from there it would go into comments, statuses and reports, which no runner masks.
import type { Reply } from './send.ts';
import { type Credentials, basicCredentials, encodePart } from './token-request.ts';

export interface SecretKeeper {
  /** Keeps a secret that came later, such as a token. */
  readonly add: (secret: string) => void;
  /** The reply with *** in place of every secret; the same one where it has none. */
  readonly hide: (reply: Reply) => Reply;
}

/** Shorter ones stand in ordinary words by chance, and what is hidden in a rule makes it another rule. */
const SHORTEST = 6;
const HIDDEN = '***';

/** The forms in which a secret is repeated by what did not mean to: as it is, in URLs and forms, in base64. */
function formsOf(secret: string): string[] {
  const strict = encodePart(secret);
  const inForm = new URLSearchParams([['', secret]]).toString().slice(1);
  return [secret, encodeURIComponent(secret), strict, inForm, Buffer.from(secret).toString('base64')];
}

/** Hides within every text of a JSON value, names included. @returns the value, and whether there was something to hide */
function hideInside(
  root: unknown,
  hideText: (text: string) => string,
): { value: unknown; wasFound: boolean } {
  let wasFound = false;
  const clean = (text: string): string => {
    const hidden = hideText(text);
    wasFound ||= hidden !== text;
    return hidden;
  };
  const holder: Record<string, unknown> = { root };
  // Nesting may be deeper than the stack.
  const open: Record<string, unknown>[] = [holder];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    for (const [key, value] of Object.entries(current)) {
      if (typeof value === 'string') current[key] = clean(value);
      else if (typeof value === 'object' && value !== null) open.push(value as Record<string, unknown>);
      if (clean(key) !== key) delete current[key];
    }
  }
  return { value: holder['root'], wasFound };
}

function hideInText(text: string, hideText: (text: string) => string): string {
  const hidden = hideText(text);
  // A secret may be written with escapes; without any, the text says it all.
  if (!text.includes('\\')) return hidden;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return hidden;
  }
  const { value, wasFound } = hideInside(parsed, hideText);
  if (!wasFound) return hidden;
  try {
    return JSON.stringify(value);
  } catch {
    // Nested deeper than the stack: it cannot be written without the secret, and so is not read at all.
    return HIDDEN;
  }
}

/** Keeps the secrets of a tenant's client. */
export function keepSecrets(credentials: Credentials): SecretKeeper {
  const forms = new Set<string>();
  const add = (given: string): void => {
    const secret = given.toWellFormed();
    if (secret.length >= SHORTEST) for (const form of formsOf(secret)) forms.add(form);
  };
  const { clientSecret, accessKeySecret = '' } = credentials;
  for (const secret of [clientSecret, accessKeySecret]) add(secret);
  if (clientSecret.isWellFormed()) add(basicCredentials(credentials));
  const hideText = (text: string): string => {
    let hidden = text;
    for (const form of forms) hidden = hidden.replaceAll(form, HIDDEN);
    return hidden;
  };
  const hide = (reply: Reply): Reply => {
    const header = (name: string): string | undefined => {
      const value = reply.header(name);
      return value === undefined ? undefined : hideText(value);
    };
    return { ...reply, header, text: hideInText(reply.text, hideText) };
  };
  return { add, hide };
}
