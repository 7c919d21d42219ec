// JSON for a terminal: what a terminal could obey is written as an escape, which means the same.

/** Control, format and separator characters; JSON has them inside of texts only, but for line feeds. */
const INVISIBLE = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\n]]/gv;

/** Escapes every invisible character of a JSON document; its meaning stays the same. */
export function escapeJson(json: string): string {
  return json.replace(INVISIBLE, (sign) =>
    sign
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
