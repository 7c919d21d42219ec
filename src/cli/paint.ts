// Colours for a terminal, or none.
import { styleText } from 'node:util';
import type { Severity } from '../lint/finding.ts';

type Style = Parameters<typeof styleText>[0];

/** Gives a text a style, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

export const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'cyan' };

/**
 * Chooses between colours and none.
 * @param noColor variable NO_COLOR: any text but the empty one means none (no-color.org)
 */
export function choosePaint(isTerminal: boolean, noColor: string | undefined, isOff: boolean): Paint {
  if (!isTerminal || isOff || (noColor ?? '') !== '') return (_style, text) => text;
  // The stream was looked at already.
  return (style, text) => styleText(style, text, { validateStream: false });
}
