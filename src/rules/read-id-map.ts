// The file of input id-map → the id map.
import { type Expectation, explainMisfits } from './explain-misfit.ts';
import type { IdMapFile } from './id-map.generated.ts';
import type { IdMap } from './id-map.ts';
import { readSmallFile } from './read-small-file.ts';
import type { SourceFile } from './rule.ts';
import { validate } from './validate-id-map.generated.js';

const WHAT = 'an id map';
const KEYS = ['campaigns', 'media', 'targets'] as const;

const EXPECTATION: Expectation = {
  what: WHAT,
  takesAt: (pointer) => {
    if (pointer === '') return 'an object with campaigns, media, targets, or some of them';
    if (pointer === '/$schema') return 'a text for editors';
    return pointer.indexOf('/', 1) < 0
      ? 'an object: {"id in the rules": "id on the tenant"}'
      : 'the id on the tenant, a text that is not empty';
  },
  keysAt: () => KEYS,
};

/**
 * Reads an id map.
 * @throws UserError (`input`) with file, line and column of what is wrong
 */
export function readIdMap(file: SourceFile): IdMap {
  return readSmallFile(file, 'id-map', WHAT, (value) => {
    if (!validate(value)) return explainMisfits(validate.errors ?? [], value, EXPECTATION);
    const { campaigns = {}, media = {}, targets = {} } = value as IdMapFile;
    return {
      value: {
        campaigns: new Map(Object.entries(campaigns)),
        media: new Map(Object.entries(media)),
        targets: new Map(Object.entries(targets)),
      },
    };
  });
}
