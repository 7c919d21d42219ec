// How wide texts of the pictures are. There is no font to measure with: a fixed pitch makes an estimate good enough.

/** Pixels of one character at 12 px: three fifths of the size in nearly every font of fixed pitch. */
const PITCH = 7.3;
/** Wide characters of East Asia, and pictures. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303f\uff00-\uff60]/gu;

/** Pixels of a text on one line. */
export function textWidth(text: string): number {
  const characters = Array.from(text).length;
  return Math.ceil((characters + (text.match(WIDE)?.length ?? 0)) * PITCH);
}
