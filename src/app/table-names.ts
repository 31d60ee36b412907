// Words of a table -> parties and places: through the map's own names first, then ISO 3166-1 codes of two and three letters, then the gazetteer.
import countryCodes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import type { WordRule } from '../formats/table-map.ts';
import type { Atlas } from '../model/atlas.ts';
import { type Party, partySchema } from '../model/party.ts';
import type { Place } from '../model/place.ts';

/** "FRA" -> "FR". Kosovo has no code in the standard: both that are in use count. */
const ALPHA_3: ReadonlyMap<string, string> = new Map([
  ...(countryCodes as unknown as readonly (readonly [string, string])[]).map(([two, three]) => [three, two] as const),
  ['XKX', 'XK'],
  ['XKO', 'XK'],
]);

/** What a rule finds in a row: the word, in which column it stands (null: the map's own word), or that the row is to be left out. */
export type Found =
  | { readonly kind: 'word'; readonly word: string; readonly column: string | null; readonly cell: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'left out' };

export function findWord(
  rule: Pick<WordRule, 'is' | 'column' | 'names'> | undefined,
  cellOf: (column: string) => string,
  isAbsent: (cell: string) => boolean,
): Found {
  if (rule?.is !== undefined) return { kind: 'word', word: rule.is, column: null, cell: rule.is };
  for (const column of rule?.column ?? []) {
    const cell = cellOf(column);
    const name = Object.hasOwn(rule!.names, cell) ? rule!.names[cell] : undefined;
    if (name === null) return { kind: 'left out' };
    if (name === '' || (name === undefined && isAbsent(cell))) continue;
    return { kind: 'word', word: name ?? cell, column, cell };
  }
  return { kind: 'nothing' };
}

export interface TableNames {
  /** Null where nothing is known of that name. */
  party(word: string): Party | null;
  place(word: string): Place | null;
}

/** Looked up once a name: a table says the same few a thousand times. */
export function tableNames(atlas: Atlas): TableNames {
  const parties = new Map<string, Party | null>();
  const places = new Map<string, Place | null>();
  return {
    party: (word) =>
      remembered(parties, word, () => {
        const code = ALPHA_3.get(word) ?? atlas.partyCode(word);
        if (code !== null) return code;
        return partySchema.safeParse(word).success ? word : null;
      }),
    place: (word) => remembered(places, word, () => atlas.placeNamed(ALPHA_3.get(word) ?? word)),
  };
}

function remembered<T>(memory: Map<string, T>, key: string, find: () => T): T {
  if (!memory.has(key)) memory.set(key, find());
  return memory.get(key) as T;
}
