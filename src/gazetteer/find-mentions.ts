// A sentence's tokens -> its mentions: the longest names first, cities beside the curated tables, then joined with what stands around them.
import type { Atlas } from '../model/atlas.ts';
import type { Token } from '../text/document.ts';
import { type CityTable, cityAt, cityOfItem, cityPrior, DIVISION } from './cities.ts';
import type { Entry, Mention } from './entry.ts';
import { isTitleCase, withoutFalseFriends } from './false-friends.ts';
import type { GazetteerData } from './gazetteer.ts';
import { joinPlaces } from './join-places.ts';
import { idsOf, longestName, type NameHit } from './lookup.ts';
import { keyOf } from './name-parts.ts';
import type { NameItem } from './name-table.ts';
import { type Priors, priorsOf } from './priors.ts';
import { LEAST_SCORE, rankEntries, statesNamed } from './rank.ts';
import { shoutedWords } from './shouting.ts';
import { matchUnit } from './unit-pattern.ts';

/** A city name's larger bearers; the rest are never meant. */
const MOST_CITIES = 4;

/** Reads the mentions of a sentence; `nearby` are states that the document has named outside of it. */
export type MentionFinder = (tokens: readonly Token[], nearby?: ReadonlySet<string>) => readonly Mention[];

export function mentionFinder(data: GazetteerData, atlas: Atlas): MentionFinder {
  const priors = priorsOf(data.curated.priors);
  return (tokens, nearby) => {
    const raw = rawMentions(data, priors, tokens);
    if (raw.length === 0) return raw;
    const titleCase = isTitleCase(tokens);
    const likely = raw.flatMap((m, i) => withoutFalseFriends(tokens, m, titleCase, raw[i - 1]?.to ?? -1) ?? []);
    return joinPlaces(tokens, likely, atlas).flatMap((mention, _, joined) => {
      const states = new Set([...statesNamed(joined, mention), ...(nearby ?? [])]);
      return meant(mention, states) ?? [];
    });
  };
}

/** The mention with the entries that can be meant, likeliest first; null where none can. */
function meant(mention: Mention, countries: ReadonlySet<string>): Mention | null {
  const entries = rankEntries(mention, { countries })
    .filter(({ score }) => score >= LEAST_SCORE)
    .map(({ entry }) => entry);
  return entries.length === 0 ? null : { ...mention, entries };
}

function rawMentions(data: GazetteerData, priors: Priors, tokens: readonly Token[]): readonly Mention[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < tokens.length; ) {
    const found = tokens[i]!.kind === 'punctuation' ? null : mentionAt(data, priors, tokens, i);
    if (found === null) i++;
    else {
      mentions.push(found);
      i = found.to;
    }
  }
  return mentions;
}

function mentionAt(data: GazetteerData, priors: Priors, tokens: readonly Token[], at: number): Mention | null {
  const curated = longestName(data.names, tokens, at);
  const city = data.cities === null ? null : longestName(data.cities.names, tokens, at);
  const unit = matchUnit(tokens, at);
  if (curated === null && city === null && unit === null) return null;
  const whole = Math.max(city?.glued === null ? city.to : 0, unit?.to ?? 0, curated?.glued === null ? curated.to : 0);
  // "Al Qaida-linked" goes further than the town of Ål.
  if (curated !== null && curated.glued !== null && curated.to > whole) {
    const glued = gluedMention(data, tokens, at, curated);
    if (glued !== null) return glued;
  }
  const ends = [
    curated === null || curated.glued !== null ? 0 : curated.to,
    city === null || city.glued !== null ? 0 : city.to,
    unit?.to ?? 0,
  ];
  for (const to of [...new Set(ends)].sort((a, b) => b - a)) {
    if (to === 0) break;
    const entries: Entry[] = [];
    if (to === ends[0]) entries.push(...curatedEntries(data, curated!.items));
    if (to === ends[2] && !entries.some((e) => e.kind === 'unit' || e.kind === 'force')) entries.push(unit!.entry);
    if (to === ends[1]) entries.push(...cityEntries(data.cities!, city!.items, entries));
    const kept = priors(nameOf(tokens, at, to), entries).filter((entry) => !isShouted(tokens, at, to, entry));
    if (kept.length > 0) return { from: at, to, entries: kept };
  }
  return null;
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
    const prior = cityPrior(city, item) * (entries.length === 0 ? 1 : 0.5);
    const what = city.seat === DIVISION ? 'area' : 'city';
    entries.push({ kind: 'site', place: city.place, what, prior, owner: null });
  }
  return entries;
}

/** "US-led", "Iran-backed", "Iraq-Syria": only names of the curated tables, the rest a small-letter word or a name itself. */
function gluedMention(data: GazetteerData, tokens: readonly Token[], at: number, hit: NameHit): Mention | null {
  const entries = curatedEntries(data, hit.items);
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
