// A sentence's tokens -> its mentions: the longest names first, cities beside the curated tables, then joined with what stands around them.
import type { Day } from '../model/day.ts';
import type { Place } from '../model/place.ts';
import type { Token } from '../text/document.ts';
import { type CityTable, cityAt, cityOfItem, cityPrior, DIVISION } from './cities.ts';
import type { Entry, Mention } from './entry.ts';
import { withoutFalseFriends } from './false-friends.ts';
import type { GazetteerData } from './gazetteer.ts';
import { joinPlaces } from './join-places.ts';
import {
  goesOnIn,
  hashOfAll,
  keyOfStart,
  longestName,
  mayGoOn,
  type NameHit,
  type NameStart,
  startOf,
} from './lookup.ts';
import { partsOfToken } from './name-parts.ts';
import { once } from './once.ts';
import { type Priors, priorOf, priorsOf } from './priors.ts';
import { type Besides, LEAST_SCORE, namedBesides, rankedBy, stateOf } from './rank.ts';
import { shoutedWords } from './shouting.ts';
import { matchUnit, mayStartUnit } from './unit-pattern.ts';

/** A city name's larger bearers; the rest are never meant. */
const MOST_CITIES = 4;

/** An entry whose score is that much under the best one's is not kept beside it. */
const FAR_BEHIND = 0.35;

/** A town less sure than that counts only where its state is talked of, or none is. */
const LEAST_ALONE = 0.35;

/** A name less sure than that is a word or a surname as a rule, whatever state is talked of. */
const LEAST_VOUCHED = 0.22;

/** Sentences whose names are kept: a report's first ones are asked for what it is about, then read themselves. */
const MOST_KEPT = 256;

/** What the document tells about a sentence from outside of it. */
export interface FindContext {
  /** States that the document names in other sentences (`countriesIn`): they tell the bearers of a shared name apart and
   * vouch for small towns, not for names that are words. Asked for only where it matters. */
  readonly nearby?: () => ReadonlySet<string>;
  /** Whether the document calls a person by this last name: "Rhodes" is no island then. */
  readonly isSurname?: (word: string) => boolean;
  /** The day the report speaks of: tells missions of one name apart ("NATO mission in Afghanistan"). */
  readonly day?: Day | null;
}

/** Reads the mentions of a sentence. */
export type MentionFinder = (tokens: readonly Token[], context?: FindContext) => readonly Mention[];

/** What a search needs that is made once. */
interface Search {
  readonly data: GazetteerData;
  readonly priors: Priors;
  readonly smallStarts: ReadonlySet<string>;
  /** By the word as written; a word is looked up in the tables once. */
  readonly starts: Map<string, WordStart | null>;
}

export function mentionFinder(data: GazetteerData, mayLieIn: (inner: Place, outer: Place) => boolean): MentionFinder {
  const search = once(
    (): Search => ({
      data,
      priors: priorsOf(data.priors()),
      smallStarts: new Set(data.smallStarts()),
      starts: new Map(),
    }),
  );
  const kept = new Map<readonly Token[], readonly Mention[]>();
  /** The names of a sentence whatever is said around it. */
  const namesOf = (tokens: readonly Token[]): readonly Mention[] => {
    const known = kept.get(tokens);
    if (known !== undefined) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const names = joinPlaces(tokens, likelyMentions(tokens, rawMentions(search(), tokens)), mayLieIn);
    kept.set(tokens, names);
    return names;
  };
  return (tokens, context) => {
    const names = namesOf(tokens);
    let named: Besides | null = null;
    const meantOnes: Mention[] = [];
    for (let i = 0; i < names.length; i++) {
      const mention = names[i]!;
      if (context?.isSurname && isPersonsName(tokens, mention, context.isSurname)) continue;
      if (mention.entries.length === 1 && priorOf(mention.entries[0]!) >= LEAST_ALONE) meantOnes.push(mention);
      else {
        named ??= namedBesides(names);
        const one = meant(mention, named, context);
        if (one !== null) meantOnes.push(one);
      }
    }
    return meantOnes;
  };
}

function likelyMentions(tokens: readonly Token[], raw: readonly Mention[]): readonly Mention[] {
  const line = { isTitleCase: null };
  const likely: Mention[] = [];
  for (let i = 0; i < raw.length; i++) {
    const own = withoutFalseFriends(tokens, raw[i]!, line, i === 0 ? -1 : raw[i - 1]!.to);
    if (own !== null) likely.push(own);
  }
  return likely;
}

/** "Rhodes said": a town's name alone, with no preposition before it, where the document has a person of that name. */
function isPersonsName(tokens: readonly Token[], { from, to, entries }: Mention, isSurname: (word: string) => boolean) {
  const [entry] = entries;
  if (to !== from + 1 || entry?.kind !== 'site') return false;
  const before = tokens[from - 1]?.lower ?? '';
  return (
    !/^(?:in|at|near|from|to|into|of|off|around|outside|on|for|toward|towards)$/.test(before) &&
    isSurname(tokens[from]!.text)
  );
}

/** The mention with the entries that can be meant, likeliest first; null where none can. */
function meant(mention: Mention, named: Besides, context: FindContext | undefined): Mention | null {
  const isNamed = named(mention);
  const day = context?.day ?? null;
  let ranked = rankedBy(mention, isNamed, day);
  const [first] = ranked;
  const isDoubtful = first!.score < LEAST_ALONE && first!.score >= LEAST_VOUCHED;
  if (context?.nearby && (isDoubtful || ranked.some((r) => isOther(r.entry, first!.entry)))) {
    const around = context.nearby();
    if (around.size > 0) {
      ranked = rankedBy(mention, (state) => isNamed(state) || around.has(state), day);
      // "near Boni" in a story of Mali: not the town in Indonesia.
      if (ranked[0]!.score < LEAST_ALONE && ranked[0]!.entry.kind === 'site') return null;
    }
  }
  // "Jordan" where Indiana is talked of: the faint town beside the state is no candidate.
  const least = Math.max(LEAST_SCORE, ranked[0]!.score - FAR_BEHIND);
  const entries = ranked.filter(({ score }) => score >= least).map(({ entry }) => entry);
  return entries.length === 0 ? null : { ...mention, entries };
}

/** True for places or peoples of two states. */
const isOther = (a: Entry, b: Entry): boolean => a !== b && stateOf(a) !== null && stateOf(a) !== stateOf(b);

function rawMentions(search: Search, tokens: readonly Token[]): readonly Mention[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < tokens.length; ) {
    const found = mayStart(tokens, i) ? mentionAt(search, tokens, i) : null;
    if (found === null) i++;
    else {
      mentions.push(found);
      i = found.to;
    }
  }
  return mentions;
}

/** What can start with a word; null where nothing can. */
interface WordStart extends NameStart {
  readonly named: boolean;
  readonly city: boolean;
  readonly unit: boolean;
  /** An acronym that is a word in a line of capitals. */
  readonly shouted: boolean;
  /** Whether curated names and cities go on after the word, and the hash to look them up with. */
  readonly namedOn: boolean;
  readonly cityOn: boolean;
  readonly hashOfToken: number;
  /** What the word stands for by itself; undefined until first asked for. */
  alone: Mention | null | undefined;
}

const MOST_STARTS = 50_000;

function startAt(search: Search, token: Token): WordStart | null {
  const { starts } = search;
  const known = starts.get(token.text);
  if (known !== undefined) return known;
  if (starts.size >= MOST_STARTS) starts.clear();
  const made = mayStartByForm(search, token) ? newStart(search, token) : null;
  starts.set(token.text, made);
  return made;
}

/** Nearly all words end here: small ones but a few start no name. */
function mayStartByForm({ smallStarts }: Search, { kind, text, lower }: Token): boolean {
  const first = text.charCodeAt(0);
  if (kind === 'number' || first < 0x61 || first > 0x7a || smallStarts.has(lower)) return true;
  const dash = lower.indexOf('-');
  return dash > 0 && smallStarts.has(lower.slice(0, dash));
}

function newStart({ data }: Search, token: Token): WordStart | null {
  const start = startOf(token);
  if (start === null) return null;
  const named = keyOfStart(data.names, start) >= 0;
  const city = data.cities !== null && keyOfStart(data.cities.names, start) >= 0;
  const unit = mayStartUnit(token);
  if (!named && !city && !unit) return null;
  const hashOfToken = hashOfAll(start);
  const namedOn = named && goesOnIn(data.names, start, hashOfToken);
  const cityOn = city && goesOnIn(data.cities!.names, start, hashOfToken);
  const shouted = shoutedWords.has(token.text);
  const { parts, hash } = start;
  return { parts, hash, named, city, unit, shouted, namedOn, cityOn, hashOfToken, alone: undefined };
}

/** A number starts a name only before a capital: "3-69 Armor", "2/7 Marines". */
function mayStart(tokens: readonly Token[], at: number): boolean {
  const { kind } = tokens[at]!;
  if (kind !== 'number') return kind !== 'punctuation';
  const next = tokens[at + 1]?.text.charCodeAt(0) ?? 0;
  const behind = next === 0x2d || next === 0x2f ? (tokens[at + 3]?.text.charCodeAt(0) ?? 0) : next;
  return behind >= 0x41 && behind <= 0x5a;
}

function mentionAt(search: Search, tokens: readonly Token[], at: number): Mention | null {
  const start = startAt(search, tokens[at]!);
  if (start === null) return null;
  if (start.unit || start.shouted || goesOn(search.data, tokens, at, start))
    return longestMention(search, tokens, at, start);
  if (start.alone === undefined) start.alone = longestMention(search, [tokens[at]!], 0, start);
  const { alone } = start;
  if (alone === null) return null;
  return alone.glued === undefined
    ? { from: at, to: at + 1, entries: alone.entries }
    : { ...alone, from: at, to: at + 1 };
}

/** False where no name reaches beyond the word: then what it stands for hangs on nothing around it. */
function goesOn(data: GazetteerData, tokens: readonly Token[], at: number, start: WordStart): boolean {
  if (!start.namedOn && !start.cityOn) return false;
  const next = tokens[at + 1];
  const parts = next === undefined ? null : partsOfToken(next.lower);
  if (parts === null) return false;
  const first = parts[0];
  // A name goes on over a dash.
  if (first === undefined) return true;
  return (
    (start.namedOn && mayGoOn(data.names, start.hashOfToken, first)) ||
    (start.cityOn && mayGoOn(data.cities!.names, start.hashOfToken, first))
  );
}

function longestMention(search: Search, tokens: readonly Token[], at: number, start: WordStart): Mention | null {
  const { data, priors } = search;
  const curated = start.named ? longestName(data.names, tokens, at, start) : null;
  const found = start.city ? longestName(data.cities!.names, tokens, at, start) : null;
  const city = found?.to === at + 1 && isAcronym(tokens[at]!) ? null : found;
  const unit = start.unit ? matchUnit(tokens, at) : null;
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
  for (let to = lastUnder(ends, tokens.length + 1); to > 0; to = lastUnder(ends, to)) {
    const entries: Entry[] = [];
    if (to === ends[0]) entries.push(...curated!.ids.map(data.entry));
    if (to === ends[2] && !entries.some((e) => e.kind === 'unit' || e.kind === 'force')) entries.push(unit!.entry);
    if (to === ends[1]) entries.push(...cityEntries(data.cities!, city!.ids, entries));
    const key = to === ends[0] ? curated!.key : to === ends[1] ? city!.key : '';
    const kept = isShouted(tokens, at, to) ? [] : priors(key, entries);
    if (kept.length > 0) return { from: at, to, entries: kept };
  }
  return null;
}

/** "OSS", "PAU": two or three capitals stand for something else than a town of that name that no table of ours holds. */
const isAcronym = ({ text }: Token): boolean => /^[A-Z]{2,3}$/.test(text);

/** The last of the ends before a token; 0 where none is. */
const lastUnder = (ends: readonly number[], limit: number): number => {
  let last = 0;
  for (const end of ends) if (end < limit && end > last) last = end;
  return last;
};

/** In a line all in capitals, IS, CAR and WHO are words. */
const isShouted = (tokens: readonly Token[], from: number, to: number): boolean =>
  to === from + 1 && shoutedWords.has(tokens[from]!.text)
    ? tokens.every((token) => token.kind !== 'word' || token.text.length < 2 || token.text === token.text.toUpperCase())
    : false;

function cityEntries(table: CityTable, ids: readonly number[], known: readonly Entry[]): Entry[] {
  const entries: Entry[] = [];
  for (const id of ids) {
    if (entries.length === MOST_CITIES) break;
    const city = cityAt(table, cityOfItem(id));
    const same = (e: Entry): boolean => e.kind === 'site' && e.place.country === city.place.country;
    if (known.some(same) || entries.some((e) => same(e) && e.kind === 'site' && e.place.name === city.place.name))
      continue;
    const prior = cityPrior(city, id) * (entries.length === 0 ? 1 : 0.5);
    const what = city.seat === DIVISION ? 'area' : 'city';
    entries.push({ kind: 'site', place: city.place, what, prior, owner: null });
  }
  return entries;
}

/** "US-led", "Iran-backed", "Iraq-Syria": only names of the curated tables, the rest a small-letter word or a name itself. */
function gluedMention(data: GazetteerData, tokens: readonly Token[], at: number, hit: NameHit): Mention | null {
  const entries = hit.ids.map(data.entry);
  if (entries.length === 0) return null;
  const rest = hit.glued!;
  const last = tokens[hit.to - 1]!;
  const token: Token = { ...last, text: rest, lower: rest.toLowerCase() };
  const other = longestName(data.names, [token], 0);
  const gluedEntries = other === null || other.glued !== null ? [] : other.ids.map(data.entry);
  const capital = rest[0] !== rest[0]!.toLowerCase();
  if (gluedEntries.length === 0 && capital && rest !== rest.toUpperCase()) return null;
  const mention: Mention = { from: at, to: hit.to, entries, glued: rest.toLowerCase() };
  return gluedEntries.length === 0 ? mention : { ...mention, gluedEntries };
}
