// The parts of a noun phrase before its kind is known: names, numbers, whose it is.
import type { Entry, Mention } from '../../gazetteer/entry.ts';
import { isState } from '../../model/party.ts';
import type { NumberMention } from '../../text/document.ts';
import { wordsOf } from '../../text/words-of.ts';
import { POSSESSIVE_PRONOUNS } from '../lexicon/words.ts';
import type { Annotated } from './annotate.ts';
import type { Owner } from './item.ts';

/** What the parts of a phrase read from it: the phrase without its preposition and what stands before its last possessive. */
export interface Phrase {
  readonly a: Annotated;
  readonly from: number;
  readonly to: number;
  readonly prep: string | null;
  readonly start: number;
  /** First token after the last possessive "'s", else `from`. */
  readonly body: number;
  readonly owner: Owner | null;
  readonly mentions: readonly Mention[];
  readonly numbers: readonly NumberMention[];
}

export const LOCATIVE = new Set(
  'in to into from at near inside across around throughout within outside along off onto toward towards out-of over through on between via aboard beyond above behind over under'.split(
    ' ',
  ),
);

export function readPhrase(a: Annotated, from: number, to: number, prep: string | null, start: number): Phrase {
  let body = from;
  for (let i = from; i < to; i++) if (a.tags[i] === 'possessive' && i + 1 < to) body = i + 1;
  const mentions: Mention[] = [];
  const numbers: NumberMention[] = [];
  for (let i = from; i < to; i++) {
    const mention = a.mentionAt[i];
    if (mention) mentions.push(mention);
    const number = a.numberAt[i];
    if (number) numbers.push(number);
  }
  return { a, from, to, prep, start, body, owner: ownerOf(a, from, to, body, mentions), mentions, numbers };
}

/** Whose the phrase's head is: its possessor, a possessive pronoun, or the demonyms before the head. */
function ownerOf(a: Annotated, from: number, to: number, body: number, mentions: readonly Mention[]): Owner | null {
  for (let i = to - 1; i >= from; i--) {
    const word = a.tokens[i]!.lower;
    if (a.tags[i] === 'determiner' && POSSESSIVE_PRONOUNS.has(word))
      return { kind: 'pronoun', word, at: { from: i, to: i + 1 } };
  }
  if (mentions.length === 0 && body === from) return null;
  const parties: string[] = [];
  let at: { from: number; to: number } | null = null;
  const take = (mention: Mention): void => {
    const party = partyIn(mention);
    if (party === null || parties.includes(party)) return;
    parties.push(party);
    at = { from: Math.min(at?.from ?? mention.from, mention.from), to: Math.max(at?.to ?? 0, mention.to) };
  };
  for (const mention of mentions) if (mention.from >= body && mention.to < to) take(mention);
  if (parties.length === 0) for (const mention of mentions) if (mention.to <= body) take(mention);
  const country = body - 2 >= from && COUNTRY.test(a.tokens[body - 2]!.lower);
  if (country && !parties.some(isState)) return { kind: 'pronoun', word: 'its', at: { from, to: body } };
  // "the mission's 11,600 soldiers": those of the mission told of.
  const mission = parties.length === 0 && body - 2 > from && /^(?:mission|operation)$/.test(a.tokens[body - 2]!.lower);
  if (mission) return { kind: 'pronoun', word: 'mission', at: { from, to: body } };
  // "North Dakota's 500 soldiers": a state of the Union sends the Union's.
  const home =
    parties.length === 0
      ? mentions.find((m) => m.to <= body && /^(?:region|site)$/.test(m.entries[0]?.kind ?? ''))
      : undefined;
  if (home !== undefined && entryOf(home, 'region', 'site')?.place.country === 'US')
    return { kind: 'named', parties: ['US'], at: { from: home.from, to: home.to } };
  return at === null ? null : { kind: 'named', parties: ofNation(a, parties, at), at };
}

/** "the country's 377 UN peacekeepers": those of the state told of. */
const COUNTRY = /^(?:country|nation|republic|kingdom)$/;

const JOINS_PARTIES = wordsOf(/^(?:and|or|,|[/&-]|plus)$/);
/** "Rwandan AU peacekeepers": a contingent under a flag is its nation's; "US and NATO troops" are of both. */
function ofNation(a: Annotated, parties: readonly string[], at: { from: number; to: number }): readonly string[] {
  const states = parties.filter(isState);
  const isList = a.tokens.slice(at.from, at.to).some((t) => JOINS_PARTIES.has(t.lower));
  return states.length === 1 && parties.length > 1 && !isList ? states : parties;
}

/** The party that a name gives to what follows it; null for places and glued names ("US-led"). */
export function partyIn(mention: Mention): string | null {
  if (mention.glued !== undefined && !/^(?:speaking|born)$/.test(mention.glued)) return null;
  for (const entry of mention.entries) {
    switch (entry.kind) {
      case 'demonym':
      case 'organisation':
      case 'country':
      case 'force':
        return entry.party;
      case 'unit':
      case 'office':
        if (entry.party !== null) return entry.party;
        break;
      case 'mission':
        return entry.mission.flag;
      default:
        break;
    }
  }
  return null;
}

/** The first of a mention's entries that is of one of the kinds; null where none is. */
export function entryOf<K extends Entry['kind']>(
  mention: Mention,
  kind: K,
  second?: K,
  third?: K,
): Extract<Entry, { kind: K }> | null {
  const { entries } = mention;
  for (let i = 0; i < entries.length; i++) {
    const own = entries[i]!.kind;
    if (own === kind || own === second || own === third) return entries[i] as Extract<Entry, { kind: K }>;
  }
  return null;
}

export const words = (a: Annotated, from: number, to: number): string => {
  let text = '';
  for (let i = from; i < to; i++) {
    if (i > from && a.tokens[i]!.start > a.tokens[i - 1]!.end) text += ' ';
    text += a.tokens[i]!.text;
  }
  return text;
};

const ARTICLE = wordsOf(/^(?:the|a|an|its|their|our|this|that|his)$/);
export const skipArticle = (a: Annotated, from: number): number =>
  ARTICLE.has(a.tokens[from]!.lower) ? from + 1 : from;
