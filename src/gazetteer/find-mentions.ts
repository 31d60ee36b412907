// A sentence's tokens -> its mentions: the longest names first, cities beside the curated tables, then joined with what stands around them.
import type { Atlas } from '../model/atlas.ts';
import type { Token } from '../text/document.ts';
import { type CityTable, cityAt, cityOfItem, cityPrior, isOtherName } from './cities.ts';
import type { Entry, Mention } from './entry.ts';
import type { GazetteerData } from './gazetteer.ts';
import { joinPlaces } from './join-places.ts';
import { idsOf, longestName, type NameHit } from './lookup.ts';
import { keyOf } from './name-parts.ts';
import type { NameItem } from './name-table.ts';
import { type Priors, priorsOf } from './priors.ts';
import { shoutedWords } from './shouting.ts';
import { matchUnit } from './unit-pattern.ts';

/** Below this prior a city of several with the same name is not worth listing: the larger ones stand for the name. */
const MOST_CITIES = 4;

export function findMentions(data: GazetteerData, atlas: Atlas): (tokens: readonly Token[]) => readonly Mention[] {
  const priors = priorsOf(data.curated.priors);
  return (tokens) => {
    const mentions: Mention[] = [];
    for (let i = 0; i < tokens.length; ) {
      const found = mentionAt(data, priors, tokens, i);
      if (found === null) i++;
      else {
        mentions.push(found);
        i = found.to;
      }
    }
    return mentions.length === 0 ? mentions : joinPlaces(tokens, mentions, atlas);
  };
}

function mentionAt(data: GazetteerData, priors: Priors, tokens: readonly Token[], at: number): Mention | null {
  if (tokens[at]!.kind === 'punctuation') return null;
  const curated = longestName(data.names, tokens, at);
  const city = data.cities === null ? null : longestName(data.cities.names, tokens, at);
  const unit = matchUnit(tokens, at);
  const longest = Math.max(
    curated === null || curated.glued !== null ? 0 : curated.to,
    city === null || city.glued !== null ? 0 : city.to,
    unit === null ? 0 : unit.to,
  );
  if (longest === 0)
    return curated !== null && curated.glued !== null ? gluedMention(data, priors, tokens, at, curated) : null;
  const name = nameOf(tokens, at, longest);
  const entries: Entry[] = [];
  if (curated?.to === longest && curated.glued === null) entries.push(...curatedEntries(data, curated.items));
  if (unit?.to === longest && !entries.some((e) => e.kind === 'unit' || e.kind === 'force')) entries.push(unit.entry);
  if (city?.to === longest && city.glued === null) entries.push(...cityEntries(data.cities!, city.items, entries));
  const kept = priors(name, entries).filter((entry) => !isShouted(tokens, at, longest, entry));
  return kept.length === 0 ? null : { from: at, to: longest, entries: kept };
}

const nameOf = (tokens: readonly Token[], from: number, to: number): string =>
  keyOf(
    tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(' '),
  );

/** In a line all in capitals, IS, CAR and WHO are words. */
const isShouted = (tokens: readonly Token[], from: number, to: number, entry: Entry): boolean =>
  to === from + 1 && shoutedWords.has(tokens[from]!.text) && entry.kind !== 'country'
    ? tokens.every((token) => token.kind !== 'word' || token.text.length < 2 || token.text === token.text.toUpperCase())
    : false;

const curatedEntries = (data: GazetteerData, items: readonly NameItem[]): Entry[] =>
  idsOf(items).map((id) => data.curated.entries[id]!);

function cityEntries(table: CityTable, items: readonly NameItem[], known: readonly Entry[]): Entry[] {
  const entries: Entry[] = [];
  for (const item of items) {
    if (entries.length === MOST_CITIES) break;
    const city = cityAt(table, cityOfItem(item));
    const same = (e: Entry): boolean => e.kind === 'site' && e.place.country === city.place.country;
    if (known.some(same) || entries.some((e) => same(e) && e.kind === 'site' && e.place.name === city.place.name))
      continue;
    const prior = cityPrior(city, isOtherName(item)) * (entries.length === 0 ? 1 : 0.5);
    entries.push({ kind: 'site', place: city.place, what: 'city', prior, owner: null });
  }
  return entries;
}

/** "US-led", "Iran-backed", "Iraq-Syria": only names of the curated tables, the rest a small-letter word or a name itself. */
function gluedMention(
  data: GazetteerData,
  priors: Priors,
  tokens: readonly Token[],
  at: number,
  hit: NameHit,
): Mention | null {
  const entries = priors(nameOf(tokens, at, hit.to), curatedEntries(data, hit.items));
  if (entries.length === 0) return null;
  const rest = hit.glued!;
  const last = tokens[hit.to - 1]!;
  const token: Token = { ...last, text: rest, lower: rest.toLowerCase() };
  const other = longestName(data.names, [token], 0);
  const gluedEntries = other === null || other.glued !== null ? [] : curatedEntries(data, other.items);
  const capital = rest[0] !== rest[0]!.toLowerCase();
  if (gluedEntries.length === 0 && capital && rest !== rest.toUpperCase()) return null;
  const mention: Mention = { from: at, to: hit.to, entries, glued: rest.toLowerCase() };
  return gluedEntries.length === 0 ? mention : { ...mention, gluedEntries };
}
