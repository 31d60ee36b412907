// The gazetteer's door: names of a sentence -> what they can stand for, and the atlas over the same tables.
import type { Atlas } from '../model/atlas.ts';
import type { Token } from '../text/document.ts';
import { makeAtlas } from './atlas.ts';
import type { CityTable } from './cities.ts';
import { type AtlasTables, type Curated, type Membership, nameItems } from './curated.ts';
import type { Entry, Mention } from './entry.ts';
import { type MentionFinder, mentionFinder } from './find-mentions.ts';
import { type NameTable, packNames } from './name-table.ts';
import { once } from './once.ts';
import { statesNamed } from './rank.ts';
import { type RoleMention, roleFinder } from './role-words.ts';

/** All that look-ups need. What is large and seldom asked for is made when first asked for: a short run pays for what it reads. */
export interface GazetteerData {
  readonly names: NameTable;
  /** Null where the cities were not built. */
  readonly cities: CityTable | null;
  readonly entry: (id: number) => Entry;
  /** Every curated name as written, for "did you mean". */
  readonly allNames: () => Curated['names'];
  readonly tables: () => AtlasTables;
  readonly priors: () => Curated['priors'];
  readonly smallStarts: () => readonly string[];
}

export interface Gazetteer {
  /** The names in a sentence's tokens: the longest at each place, left to right, none overlapping, each with what it can mean, likeliest first. */
  readonly find: MentionFinder;
  /** The states that mentions name surely: the context for `find` and `rankEntries`. */
  countriesIn(mentions: readonly Mention[]): ReadonlySet<string>;
  /** The role noun that starts at token `at` ("defence ministry", "lawmakers"), the longest; null where none does. */
  roleAt(tokens: readonly Token[], at: number): RoleMention | null;
  readonly atlas: Atlas;
  /** Organisations that a state was a member of on a day ("NATO", "EU"); today's members where no day is given. */
  membershipsOf(country: string, day?: string): readonly string[];
}

/** Curated tables alone, names packed on the spot: for tests and for a checkout that is not built. */
export const dataFromCurated = (curated: Curated, cities: CityTable | null = null): GazetteerData => ({
  names: packNames(nameItems(curated)),
  cities,
  entry: (id) => curated.entries[id]!,
  allNames: () => curated.names,
  tables: () => curated.tables,
  priors: () => curated.priors,
  smallStarts: () => curated.smallStarts,
});

export function makeGazetteer(data: GazetteerData): Gazetteer {
  const { atlas, mayLieIn } = makeAtlas(data);
  const roleAt = once(() => roleFinder(data.tables().roles));
  const held = (m: Membership, day: string | undefined): boolean =>
    day === undefined ? m.to === null : m.from <= day && (m.to === null || day <= m.to);
  return {
    find: mentionFinder(data, mayLieIn),
    countriesIn: (mentions) => statesNamed(mentions),
    roleAt: (tokens, at) => roleAt()(tokens, at),
    atlas,
    membershipsOf: (country, day) =>
      data
        .tables()
        .members.filter((m) => m.country === country && held(m, day))
        .map((m) => m.organisation),
  };
}
