// How nodes look, and what lines say: shapes and words by type.
import type { FallbackAction, PayloadNode } from '../../rules/rule.ts';
import { isKey, keyNameOf } from '../../simulate/condition.ts';
import { NODE_WORDS } from '../node-words.ts';
import type { Face } from './picture.ts';

export const START: Face = { shape: 'start', id: 'call', word: '' };

export function faceOf({ type, id }: PayloadNode): Face {
  return { shape: type, id, word: NODE_WORDS[type] };
}

export function missingFace(target: string): Face {
  return { shape: 'missing', id: target, word: 'does not exist' };
}

export function fallbackFace({ type, target }: FallbackAction): Face {
  const word = NODE_WORDS[type];
  return target === undefined
    ? { shape: type, id: word, word: 'otherwise' }
    : { shape: type, id: target, word: `otherwise: ${word}` };
}

/** Conditions on one line, such as `press 1, 2, timeout`. */
export function spellConditions(conditions: readonly string[]): string {
  const words = conditions.map((condition, index) => {
    if (!isKey(condition)) return condition;
    const isFirst = index === 0 || !isKey(conditions[index - 1] ?? '');
    return isFirst ? `press ${keyNameOf(condition)}` : keyNameOf(condition);
  });
  return words.join(', ');
}
