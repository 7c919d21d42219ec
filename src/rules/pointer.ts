// JSON pointers (RFC 6901): made of steps, taken apart, followed, and spelt for people.

/** One step of a JSON pointer, escaped (section 3). */
export function pointerStep(key: string | number): string {
  return typeof key === 'number' ? `/${key}` : `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The steps of a JSON pointer as they were before they were escaped; none for the whole document. */
export function splitPointer(pointer: string): string[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value that a JSON pointer leads to, or undefined. */
export function valueAt(root: unknown, pointer: string): unknown {
  return splitPointer(pointer).reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string, unknown>>)[key]
        : undefined,
    root,
  );
}

/** A JSON pointer as people write it: `/nodes/3/mediaAssetId` → `nodes[3].mediaAssetId`. */
export function spellPointer(pointer: string): string {
  return splitPointer(pointer).reduce((text, step) => {
    if (/^\d+$/.test(step)) return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}
