// Rules as they are written → with the ids of the environment's tenant (input id-map).
import { type IdMap, type IdMapEntry, findUnusedEntries, mapRule } from '../../rules/id-map.ts';
import type { LoadedRules } from '../../rules/load-rules.ts';
import type { Session } from '../session.ts';

/** Entries that a warning names; the rest are counted. */
const MOST_NAMED = 10;
const LONGEST_NAME = 60;

function spellEntry({ kind, id }: IdMapEntry): string {
  return `${kind} ${JSON.stringify(id.length > LONGEST_NAME ? `${id.slice(0, LONGEST_NAME)}…` : id)}`;
}

function unusedWarning(path: string, unused: readonly IdMapEntry[]): string {
  const named = unused.slice(0, MOST_NAMED).map(spellEntry).join(', ');
  const rest = unused.length > MOST_NAMED ? ` and ${unused.length - MOST_NAMED} more` : '';
  return `${path} (input id-map) maps ids that no rule uses: ${named}${rest}`;
}

export function mapLoadedRules(loaded: LoadedRules, map: IdMap): LoadedRules {
  return { ...loaded, rules: loaded.rules.map((rule) => mapRule(rule, map)) };
}

/** What this takes of a session. */
export interface MapRequest extends Pick<Session, 'readIdMap'> {
  readonly log: Pick<Session['log'], 'warning'>;
}

/** Maps the workspace's rules, and warns of entries that none of them uses. @throws UserError (`input`) for a map that cannot be read */
export async function mapWorkspaceRules(
  { readIdMap, log }: MapRequest,
  loaded: LoadedRules,
): Promise<LoadedRules> {
  const file = await readIdMap();
  if (file === undefined) return loaded;
  const unused = findUnusedEntries(loaded.rules, file.map);
  // A rule that cannot be read may use any of them.
  const isWhole = loaded.rules.length === loaded.files.length && loaded.files.length > 0;
  if (unused.length > 0 && isWhole) log.warning(unusedWarning(file.path, unused));
  return mapLoadedRules(loaded, file.map);
}
