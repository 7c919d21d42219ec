// Fitting a document into a size: whole items go, never half of one, and what was left out is counted.

/** One degree by which the items of a section can give way. */
export interface ShorterForm {
  /** Undefined where an item has no such form. */
  readonly items: readonly (string | undefined)[];
  /** What an item in this form lacks, such as `sets of neighbours`. */
  readonly noun: string;
}

/** A part of a document: a head, items, and a tail that closes what the head opened. */
export interface Section {
  /** What its items are called when some are left out, such as `graphs`. */
  readonly noun: string;
  readonly head: string;
  readonly items: readonly string[];
  /** Shorter forms of its items, by degrees: every section gives way by the first degree before any does by the second, and all
   * of them before any item goes. Undefined where a section has nothing to give at a degree. */
  readonly shorter?: readonly (ShorterForm | undefined)[];
  readonly tail: string;
  /** Sections of the largest rank lose their items first; of rank 0 nothing goes. */
  readonly rank: number;
}

export interface Fitted {
  readonly text: string;
  /** Noun → how many were left out. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** The length of a text in UTF-8 bytes. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

function render(section: Section, kept: number): string {
  if (section.rank > 0 && section.items.length > 0 && kept === 0) return '';
  return section.head + section.items.slice(0, kept).join('') + section.tail;
}

function sizeOf(section: Section, kept: number): number {
  return byteLength(render(section, kept));
}

/** How many items of a section may stay so that at least `excess` bytes go; its last items go first. */
function shrink(section: Section, excess: number): { kept: number; saved: number } {
  const whole = sizeOf(section, section.items.length);
  let kept = section.items.length;
  let saved = 0;
  while (kept > 0 && saved < excess) {
    kept--;
    saved = kept === 0 ? whole : saved + byteLength(section.items[kept] ?? '');
  }
  return { kept, saved };
}

/** A document on its way to its size. */
interface Fitting {
  readonly sections: Section[];
  /** For each section what its items lack, by their positions. */
  readonly lacks: readonly Map<number, string>[];
  excess: number;
}

/** Puts shorter forms in place of the items of one section until enough bytes are gone; the last items first. */
function shortenSection(fitting: Fitting, index: number, degree: number): void {
  const section = fitting.sections[index];
  const form = section?.shorter?.[degree];
  if (section === undefined || form === undefined) return;
  const items = [...section.items];
  for (let item = items.length - 1; item >= 0 && fitting.excess > 0; item--) {
    const short = form.items[item];
    if (short === undefined) continue;
    fitting.excess -= byteLength(items[item] ?? '') - byteLength(short);
    items[item] = short;
    fitting.lacks[index]?.set(item, form.noun);
  }
  fitting.sections[index] = { ...section, items };
}

function shorten(fitting: Fitting, order: readonly number[]): void {
  const degrees = Math.max(0, ...fitting.sections.map(({ shorter }) => shorter?.length ?? 0));
  for (let degree = 0; degree < degrees && fitting.excess > 0; degree++)
    for (const index of order) shortenSection(fitting, index, degree);
}

/** Everything that could be left out, which makes the longest explanation. */
function countAll(sections: readonly Section[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const { noun, items, shorter = [] } of sections)
    for (const what of [noun, ...shorter.flatMap((form) => form?.noun ?? [])])
      all.set(what, (all.get(what) ?? 0) + items.length);
  return all;
}

/**
 * Joins sections and shortens or leaves out items until the document has at most `budget` bytes.
 * @param explain makes the closing sentence that says what was left out
 */
export function fitSections(
  sections: readonly Section[],
  budget: number,
  explain: (leftOut: ReadonlyMap<string, number>) => string,
): Fitted {
  const leftOut = new Map<string, number>();
  const countOut = (noun: string, number: number): void => {
    if (number > 0) leftOut.set(noun, (leftOut.get(noun) ?? 0) + number);
  };
  const whole = sections.reduce((sum, section) => sum + sizeOf(section, section.items.length), 0);
  const order = sections
    .map((_, index) => index)
    .toSorted((a, b) => (sections[b]?.rank ?? 0) - (sections[a]?.rank ?? 0) || b - a);
  // The explanation needs room of its own.
  const excess = whole > budget ? whole - budget + byteLength(explain(countAll(sections))) : 0;
  const fitting: Fitting = { sections: [...sections], lacks: sections.map(() => new Map()), excess };
  if (excess > 0) shorten(fitting, order);
  const kept = fitting.sections.map((section) => section.items.length);
  for (const index of order) {
    const section = fitting.sections[index];
    if (fitting.excess <= 0 || section === undefined || section.rank === 0) continue;
    const result = shrink(section, fitting.excess);
    kept[index] = result.kept;
    fitting.excess -= result.saved;
    countOut(section.noun, section.items.length - result.kept);
  }
  fitting.lacks.forEach((lacks, index) => {
    for (const [item, noun] of lacks) if (item < (kept[index] ?? 0)) countOut(noun, 1);
  });
  const body = fitting.sections.map((section, index) => render(section, kept[index] ?? 0)).join('');
  return { text: leftOut.size === 0 ? body : body + explain(leftOut), leftOut };
}
