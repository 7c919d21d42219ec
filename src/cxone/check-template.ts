// Whether a path template of an API config can be taken: it must stay on the tenant, and name what its request is about.

const LONGEST = 500;
/** What may stand in a path (RFC 3986, section 3.3), and braces. */
const ALLOWED = /^[\w.~!$&'()*+,;=:@%{}/-]*$/;

function placeholdersOf(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map(([whole]) => whole).toSorted();
}

/** URLs take these for steps between folders, encoded or not. */
function isStep(segment: string): boolean {
  return /^(\.|%2e){1,2}$/i.test(segment);
}

function needed(placeholders: readonly string[]): string {
  return placeholders.length === 0 ? 'no placeholder' : `${placeholders.join(' and ')}, once, and no other`;
}

/**
 * What keeps a template from being taken.
 * @param usual the template that it takes the place of
 * @returns a clause, after "but"; undefined where nothing does
 */
export function whyNoTemplate(template: string, usual: string): string | undefined {
  if (template.length > LONGEST) return `it may have ${LONGEST} characters at most`;
  if (!template.startsWith('/'))
    return 'it must start with /, since no path may lead the token to another host';
  if (/[?#]/.test(template)) return 'it may have no query and no fragment';
  if (!ALLOWED.test(template)) return 'it may hold only what can stand in the path of a URL';
  if (/%(?![\da-f]{2})/i.test(template)) return 'after % two hex digits must follow';
  if (template.includes('//')) return 'it may not hold //';
  if (template.split('/').some(isStep)) return 'it may not hold . or .. as a step';
  const wanted = placeholdersOf(usual);
  const isRight = placeholdersOf(template).join(' ') === wanted.join(' ');
  const hasOthers = /[{}]/.test(template.replace(/\{\w+\}/g, ''));
  return isRight && !hasOthers ? undefined : `it must hold ${needed(wanted)}`;
}
