// Numbers with their nouns.

/** Such as `1 rule` or `2 rules`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}
