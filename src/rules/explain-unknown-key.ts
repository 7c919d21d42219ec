// A key that its object does not know → one sentence, at the key.
import { pointerStep } from './pointer.ts';
import { type Misfit, atKey } from './problem.ts';

/**
 * @param where the object at `pointer`, in words
 * @param known the keys that it knows
 * @param meant the one of them that is probably meant
 */
export function explainUnknownKey(
  where: string,
  pointer: string,
  key: string,
  known: readonly string[],
  meant: string | undefined,
): Misfit {
  const hint =
    meant === undefined ? `it knows ${known.join(', ')}` : `did you mean ${JSON.stringify(meant)}?`;
  return {
    message: `${where} has no property ${JSON.stringify(key)}: ${hint}`,
    place: atKey(pointer + pointerStep(key)),
  };
}
