// Fitting a document into a size: whole items go, never half of one, and what was left out is counted.

/** A part of a document: a head, items, and a tail that closes what the head opened. */
export interface Section {
  /** What its items are called when some are left out, such as `graphs`. */
  readonly noun: string;
  readonly head: string;
  readonly items: readonly string[];
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

/**
 * Joins sections and leaves out items until the document has at most `budget` bytes.
 * @param explain makes the closing sentence that says what was left out
 */
export function fitSections(
  sections: readonly Section[],
  budget: number,
  explain: (leftOut: ReadonlyMap<string, number>) => string,
): Fitted {
  const kept = sections.map((section) => section.items.length);
  const leftOut = new Map<string, number>();
  const whole = sections.reduce((sum, section) => sum + sizeOf(section, section.items.length), 0);
  const order = sections
    .map((_, index) => index)
    .toSorted((a, b) => (sections[b]?.rank ?? 0) - (sections[a]?.rank ?? 0) || b - a);
  let excess = whole - budget;
  if (excess > 0) {
    // The explanation needs room of its own; its longest form names every noun.
    const everything = new Map<string, number>();
    for (const { noun, items } of sections) everything.set(noun, (everything.get(noun) ?? 0) + items.length);
    excess += byteLength(explain(everything));
  }
  for (const index of order) {
    const section = sections[index];
    if (excess <= 0 || section === undefined || section.rank === 0) continue;
    const result = shrink(section, excess);
    const gone = section.items.length - result.kept;
    kept[index] = result.kept;
    excess -= result.saved;
    if (gone > 0) leftOut.set(section.noun, (leftOut.get(section.noun) ?? 0) + gone);
  }
  const body = sections.map((section, index) => render(section, kept[index] ?? 0)).join('');
  return { text: leftOut.size === 0 ? body : body + explain(leftOut), leftOut };
}
