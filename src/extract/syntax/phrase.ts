// One noun phrase -> one item: what its head is decides the kind, what stands before it fills the fields.
import type { Entry, Mention } from '../../gazetteer/entry.ts';
import { wordsOf } from '../../text/words-of.ts';
import { forceNoun, NO_FORCE } from '../lexicon/forces.ts';
import { MISSION_NOUNS } from '../lexicon/missions.ts';
import { COUNTRY_REFERENCES, NOMINALS, REGION_REFERENCES, SITE_NOUNS } from '../lexicon/words.ts';
import { actorOf } from './actor.ts';
import { alliedStates } from './allied-states.ts';
import type { Annotated } from './annotate.ts';
import { forceOf } from './force.ts';
import type { ActorItem, MissionItem, NominalItem, NounLike, PlaceItem } from './item.ts';
import { isDoingWithParticle } from './phrase-range.ts';
import { entryOf, LOCATIVE, type Phrase, partyIn, readPhrase, skipArticle, words } from './read-phrase.ts';

export function phraseItem(a: Annotated, from: number, to: number, prep: string | null, start: number): NounLike {
  const p = readPhrase(a, from, to, prep, start);
  const only = to - from === 1 ? a.tokens[from]!.lower : null;
  if (only !== null && a.tags[from] === 'determiner') return { kind: 'pronoun', from, to, prep, start, word: only };
  return (
    forceOf(p) ??
    wholeMention(p) ??
    nominalOf(p) ??
    missionOf(p) ??
    alliedStates(p) ??
    placeOf(p) ??
    actorOf(p) ??
    bareNumber(p) ??
    unknownWithin(p) ?? {
      kind: 'noun',
      owner: p.owner,
      from,
      to,
      prep,
      start,
      head: singular(a.tokens[to - 1]!.lower),
      negated: a.tokens[from]!.lower === 'no',
      possessor: possessorOf(p),
    }
  );
}

const STANDS_IN = wordsOf(/^(?:in|at|near|around|outside)$/);
/** "in Ladakh's Depsang": a name that the gazetteer lacks lies in the place whose it is said to be. */
function unknownWithin(p: Phrase): PlaceItem | null {
  const { a, from, body, to, prep, start } = p;
  if (prep === null || !STANDS_IN.has(prep) || body === from || to - body > 2) return null;
  const whole = p.mentions.length === 1 ? entryOf(p.mentions[0]!, 'region', 'site', 'country') : null;
  if (whole === null || p.mentions[0]!.to > body) return null;
  for (let i = body; i < to; i++)
    if (!/^(?:name|noun)$/.test(a.tags[i]!) || !/^\p{Lu}\p{Ll}/u.test(a.tokens[i]!.text)) return null;
  const places = [{ country: whole.place.country, name: words(a, body, to) }];
  return { kind: 'place', from, to, prep, start, places, ref: null, name: null };
}

function possessorOf(p: Phrase): ActorItem | null {
  if (p.body === p.from) return null;
  const mention = p.mentions.filter((m) => m.to <= p.body && m.glued === undefined).at(-1);
  const country = mention ? entryOf(mention, 'country') : null;
  const party = mention ? (country?.party ?? entryOf(mention, 'organisation')?.party ?? null) : null;
  if (mention === undefined || party === null) return null;
  const { from, to } = mention;
  const name = words(p.a, from, to);
  const what = country ? 'state' : 'organisation';
  return {
    kind: 'actor',
    from,
    to,
    start: from,
    prep: null,
    party,
    place: country?.place ?? null,
    name,
    what,
    role: 'government',
  };
}

const singular = (word: string): string =>
  word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.endsWith('s') && !/(?:ss|is|us)$/.test(word)
      ? word.slice(0, -1)
      : word;

const first0 = (mention: Mention): Entry['kind'] | undefined => mention.entries[0]?.kind;

/** A phrase that is nothing but a name (and an article): a state, region, site, organisation, office or mission. */
function wholeMention(p: Phrase): NounLike | null {
  const { a, from, to, prep, start } = p;
  const last = p.mentions.at(-1);
  if (last === undefined || last.to !== to || last.glued !== undefined) return null;
  for (let i = from; i < last.from; i++) {
    const article = a.tags[i] === 'determiner' && /^(?:the|a|an|all)$/.test(a.tokens[i]!.lower);
    if (!article && !isApposed(p, last) && !isItsGroup(p, last)) return possessedSite(p, last);
  }
  const base = { from, to, prep, start };
  // "on U.S. and NATO aircraft": whose they are, no ground to stand on.
  const placed = prep !== null && LOCATIVE.has(prep) && !(prep === 'on' && ABBREVIATED.test(words(a, from, to)));
  const site = first0(last) === 'organisation' || first0(last) === 'force' ? null : entryOf(last, 'site', 'region');
  const country = entryOf(last, 'country');
  const first = last.entries[0]!;
  if (site && /^an?$/.test(a.tokens[from]!.lower) && isSmall(words(a, last.from, to))) return null;
  if (placed && (country || site)) {
    const best =
      first.kind === 'site' || first.kind === 'region' || first.kind === 'country' ? first : (country ?? site)!;
    return { kind: 'place', from, to, prep, start, places: [best.place], ref: null, name: null };
  }
  if (country)
    return {
      kind: 'actor',
      ...base,
      party: country.party,
      place: country.place,
      name: country.place.name ?? country.code,
      what: 'state',
      role: 'government',
    };
  const organisation = entryOf(last, 'organisation');
  // What is both, such as an observer force with an office of its own, is a mission: it has a place.
  if (organisation && entryOf(last, 'mission') === null)
    return {
      kind: 'actor',
      ...base,
      party: organisation.party,
      place: null,
      name: words(a, last.from, to),
      what: 'organisation',
      role: 'government',
    };
  const mission = entryOf(last, 'mission');
  if (mission)
    return {
      kind: 'mission',
      ...base,
      entry: mission.mission,
      name: words(a, last.from, to),
      owner: null,
      place: null,
    };
  const office = entryOf(last, 'office');
  if (office && (site === null || !placed))
    return {
      kind: 'actor',
      ...base,
      party: office.party,
      place: site?.place ?? null,
      name: office.name,
      what: 'office',
      role: office.role,
    };
  if (site) return { kind: 'place', from, to, prep, start, places: [site.place], ref: null, name: null };
  const people = entryOf(last, 'demonym');
  if (people)
    return {
      kind: 'actor',
      ...base,
      party: people.party,
      place: null,
      name: words(a, from, to),
      what: 'state',
      role: null,
    };
  return null;
}

const isSmall = (name: string): boolean => name === name.toLowerCase();

/** "the West African bloc ECOWAS", "the central Asian state Tajikistan", "neighbouring Niger", "the 15-nation ECOWAS", "war-torn Mali": a small-letter word right before the name that it explains. */
function isApposed(p: Phrase, last: Mention): boolean {
  const before = p.a.tokens[last.from - 1]?.lower ?? '';
  return (
    last.from > p.from &&
    /^(?:bloc|alliance|organi[sz]ation|group|union|state|nation|country|republic|kingdom|neighbou?r|neighbou?ring|neutral|landlocked|impoverished|communist|coalition|movement|militia|.+-(?:nation|member|country|state|rich|poor|torn|ravaged|hit|stricken))$/.test(
      before,
    )
  );
}

/** "Russia's Wagner group", "Lebanon's Hezbollah": an armed group by the state that it is of. */
const isItsGroup = (p: Phrase, last: Mention): boolean =>
  p.body > p.from &&
  p.body === last.from &&
  /^(?:WAGNER|HEZBOLLAH|HAMAS|TALIBAN|AL-SHABAAB|AL-QAEDA)$/.test(entryOf(last, 'organisation')?.party ?? '');

/** "Lithuania's Rukla", "neighbouring Kuwait", "northern Mali", "eastern Zaire": the name at the end decides, what stands before refines. */
function possessedSite(p: Phrase, last: Mention): PlaceItem | null {
  const site = entryOf(last, 'site', 'region', 'country');
  if (site === null || (p.prep !== null && !LOCATIVE.has(p.prep) && p.prep !== 'of')) return null;
  if (p.prep === null && p.body === p.from && site.kind === 'country') return null;
  const { from, to, prep, start, owner } = p;
  return { kind: 'place', from, to, prep, start, places: [site.place], ref: null, name: null, owner };
}

function nominalOf(p: Phrase): NominalItem | null {
  const { a, from, to, prep, start } = p;
  const two = to - from > 1 && isDoingWithParticle(a, to - 1);
  const noun = two ? `${a.tokens[to - 2]!.lower}-${a.tokens[to - 1]!.lower}` : a.tokens[to - 1]!.lower;
  const lemma = NOMINALS.get(noun);
  if (lemma === undefined || !(two || a.tags[to - 1] === 'noun')) return null;
  const adjectives: string[] = [];
  let force = false;
  for (let i = from; i < to - 1; i++) {
    if (a.tags[i] === 'noun') adjectives.push(a.tokens[i]!.lower);
    force ||=
      forceNoun(a.tokens[i]!.lower) !== undefined ||
      a.tokens[i]!.lower === 'military' ||
      a.tokens[i]!.lower === 'troop';
  }
  let date = null;
  for (let i = from; i < to; i++) date ??= a.dateAt[i] ?? null;
  const definite = /^(?:the|this|that|its|their|his|our)$/.test(a.tokens[from]!.lower) || p.body > from;
  const place = ATTACKS.has(lemma) ? placeBefore(p, noun) : null;
  const owner = place === null ? p.owner : null;
  return {
    ...{ kind: 'nominal', from, to, prep, start, noun, lemma, owner, adjectives, definite, date, force },
    ...(place === null ? {} : { place }),
  };
}

const ATTACKS: ReadonlySet<string> = new Set([
  'attack',
  'bomb',
  'strike',
  'shell',
  'ambush',
  'raid',
  'clash',
  'abduct',
]);

/** "the Baghdad bombing", "Somalia attack"; but "a US strike", "Israel's raid" and "Israel airstrikes" tell who. */
function placeBefore(p: Phrase, noun: string): PlaceItem | null {
  const mention = p.mentions.filter((m) => m.from >= p.body && m.to < p.to && m.glued === undefined).at(-1);
  if (
    mention === undefined ||
    mention.entries.some((e) => e.kind === 'demonym' || e.kind === 'organisation' || e.kind === 'force')
  )
    return null;
  const country = entryOf(mention, 'country');
  const named = entryOf(mention, 'site', 'region') ?? country;
  if (named === null || mention.entries[0] === undefined) return null;
  const who =
    country !== null &&
    (/^\p{Lu}[\p{Lu}.]+$/u.test(words(p.a, mention.from, mention.to)) || /strike|raid|shelling/.test(noun));
  if (who) return null;
  const { from, to } = mention;
  return { kind: 'place', from, to, start: from, prep: 'in', places: [named.place], ref: null, name: null };
}

/** "a French-led mission": whose it is, where no other name says so. */
function leaderOf(p: Phrase): MissionItem['owner'] {
  for (const mention of p.mentions) {
    if (mention.glued !== 'led') continue;
    for (const entry of mention.entries)
      if (
        (entry.kind === 'demonym' || entry.kind === 'country' || entry.kind === 'organisation') &&
        entry.party !== null
      )
        return { kind: 'named', parties: [entry.party], at: { from: mention.from, to: mention.to } };
  }
  return null;
}

function missionOf(p: Phrase): MissionItem | null {
  const { a, from, to, prep, start } = p;
  const noun = a.tokens[to - 1]!.lower;
  const named = p.mentions.find((m) => entryOf(m, 'mission') !== null && m.from >= p.body);
  const made = (entry: MissionItem['entry'], name: string): MissionItem => {
    const owner = p.owner ?? leaderOf(p);
    return { kind: 'mission', from, to, prep, start, owner, place: null, entry, name };
  };
  if (named && named.to >= to - 1) return made(entryOf(named, 'mission')!.mission, words(a, named.from, named.to));
  const operation = namedOperation(p);
  if (operation !== null) return made(null, operation);
  if (!MISSION_NOUNS.has(noun) || a.tags[to - 1] !== 'noun') return null;
  return made(null, words(a, skipArticle(a, from), to));
}

/** "Operation Gritrock": a name that no table holds; null where the phrase is none. */
function namedOperation({ a, body, to }: Phrase): string | null {
  for (let i = body; i < to - 1; i++) {
    if (a.tokens[i]!.text !== 'Operation') continue;
    return a.tokens.slice(i + 1, to).every((t) => /^\p{Lu}/u.test(t.text)) ? words(a, i, to) : null;
  }
  return null;
}

/** Phrases whose head is a noun of place: with a known name inside they are that place, without one an open reference. */
function placeOf(p: Phrase): PlaceItem | null {
  const { a, from, to, prep, start } = p;
  const noun = a.tokens[to - 1]!.lower;
  if (!SITE_NOUNS.has(noun)) return null;
  if (NO_FORCE.has(a.tokens[from]!.lower)) return null;
  // "the palace said" speaks; "are based in the palace" stands.
  if (noun === 'palace' && (prep === null || !LOCATIVE.has(prep))) return null;
  // "returned to its home station", "to their home base".
  if (a.tokens[to - 2]?.lower === 'home' && to - 2 >= from && p.mentions.length === 0)
    return { kind: 'place', from, to, prep, start, places: [], ref: 'home', name: null };
  // "troops from more than 40 countries": which those are is not told.
  if (/^(?:countries|nations|states)$/.test(noun) && p.numbers.length > 0 && p.mentions.length === 0) return null;
  // "the return of the peacekeepers to their countries".
  if (/^(?:countries|homelands)$/.test(noun) && p.owner?.kind === 'pronoun' && p.mentions.length === 0)
    return { kind: 'place', from, to, prep, start, places: [], ref: 'home', name: null };
  const item = (
    places: PlaceItem['places'],
    ref: PlaceItem['ref'],
    called: string | null,
    owner = p.owner,
  ): PlaceItem => ({ kind: 'place', from, to, prep, start, owner, places, ref, name: called });
  if (a.tokens[from]!.lower === 'other' && p.mentions.length === 0) return item([], 'abroad', null);
  const name = words(a, skipArticle(a, from), to);
  for (let i = p.mentions.length - 1; i >= 0; i--) {
    const mention = p.mentions[i]!;
    // "a joint US-Iraqi checkpoint", "the British-run zone", "a U.S. outpost": who is there, not where it is.
    if (mention.glued !== undefined && !/^(?:borders?|frontier)$/.test(noun)) break;
    const { from: at, to: end } = mention;
    const whose = OF_FORCES.test(noun) && ABBREVIATED.test(words(a, at, end)) ? partyIn(mention) : null;
    if (whose !== null)
      return item([], 'site', name, p.owner ?? { kind: 'named', parties: [whose], at: { from: at, to: end } });
    // "in a demilitarized zone": any such zone.
    if (end === to && /^an?$/.test(a.tokens[from]!.lower) && isSmall(words(a, at, end))) break;
    // "Turkey's base in Qatar": whose it is; where it is stands behind it.
    const state = mention.to <= p.body && end < to ? entryOf(mention, 'country') : null;
    // "Japan's base, opened in 2011": where the story is.
    const isOwned = /^['\u2019]s?$/.test(a.tokens[end]?.lower ?? '') && end + 1 < to;
    if (state?.party && OF_FORCES.test(noun) && (isInPlace(a, to) || isOwned))
      return item([], 'site', name, { kind: 'named', parties: [state.party], at: { from: at, to: end } });
    const site = COUNTRY_REFERENCES.has(noun) && mention.to < to ? null : entryOf(mention, 'site', 'region', 'country');
    // "the Black Sea port": on land.
    if (site?.place.country === 'R:AT-SEA' && ON_LAND.test(noun)) return item([], 'region', name);
    if (site)
      return item(
        [
          {
            country: site.place.country,
            name:
              site.kind === 'site' && mention.from < p.body
                ? name.replace(/^.*['\u2019]s\s+/u, '')
                : site.kind === 'country'
                  ? name
                  : (site.place.name ?? name),
          },
        ],
        null,
        name,
      );
    const demonym = entryOf(mention, 'demonym');
    const beside =
      mention.to === to - 1 ||
      (mention.to === to - 2 && /^(?:border|port|capital|air|naval|coastal|river)$/.test(a.tokens[to - 2]!.lower));
    // "the American base": whose it is, not where.
    if (demonym && mention.to < to && OF_FORCES.test(noun))
      return item(
        [],
        'site',
        name,
        p.owner ?? { kind: 'named', parties: [demonym.party], at: { from: mention.from, to: mention.to } },
      );
    if (demonym && demonym.party.length === 2 && beside && !COUNTRY_REFERENCES.has(noun))
      return item([{ country: demonym.party, name }], null, name);
    if (demonym) break;
  }
  if (COUNTRY_REFERENCES.has(noun)) return item([], 'country', name);
  // "other NATO countries": none that was told of.
  if (p.prep !== null && /^other\b.*\b(?:countries|nations)$/.test(name.toLowerCase())) return item([], 'abroad', name);
  if (noun === 'region' && /^(?:breakaway|separatist|occupied|disputed|rebel)$/.test(a.tokens[to - 2]?.lower ?? ''))
    return item([], 'site', name);
  if (noun === 'region' || noun === 'area' || noun === 'continent' || (REGION_REFERENCES.has(noun) && to - from <= 2))
    return item([], 'region', name);
  return item([], 'site', name);
}

/** "... in Qatar", "... near Mosul": a known place right behind. */
const isInPlace = (a: Annotated, at: number): boolean =>
  /^(?:in|at|near|on|outside)$/.test(a.tokens[at]?.lower ?? '') &&
  [a.mentionAt[at + 1], a.mentionAt[at + 2]].some(
    (m) => m?.entries.some((e) => e.kind === 'country' || e.kind === 'site' || e.kind === 'region') === true,
  );

/** States whose short names serve as adjectives. */
const ABBREVIATED = /^U\.?[SK]\.?$/;
const ON_LAND =
  /^(?:territory|region|area|peninsula|port|city|town|resort|enclave|province|country|state|nation|republic)$/;
/** Sites that a state keeps abroad. */
const OF_FORCES =
  /^(?:bases?|camps?|garrisons?|outposts?|checkpoints?|facilit(?:y|ies)|installations?|airbases?|cantonments?|encampments?)$/;

function bareNumber(p: Phrase): NounLike | null {
  const { from, to, prep, start } = p;
  const number = p.numbers.at(-1);
  if (number === undefined || number.to !== to) return null;
  return { kind: 'number', from, to, prep, start, number };
}
