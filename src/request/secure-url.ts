// URLs that secrets may be sent to: https, or http where the packets never leave the machine.

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** The URL of a text; undefined where it is none, or not a secure one. */
export function readSecureUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isSecure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return isSecure ? url : undefined;
}

/** A text that should be a URL, for an error: what may be a secret in it (credentials, query, fragment) is left out. */
export function hideSecretsOfUrl(text: string): string {
  return text
    .replace(/^([a-z][a-z+.-]*:[\\/]*)?.*@/is, '$1***@')
    .replace(/[?#].*$/s, (tail) => `${tail.charAt(0)}***`);
}
