// A sentence's tokens -> items, left to right: dates, links, verb groups, noun phrases with their prepositions, and the words left over.

import { wordsOf } from '../../text/words-of.ts';
import { CAUSE_WORDS, IF_WORDS } from '../lexicon/words.ts';
import type { Annotated } from './annotate.ts';
import type { Item, LinkItem, PlaceItem, WordItem } from './item.ts';
import { phraseItem } from './phrase.ts';
import { endOfPhrase, isAllOver } from './phrase-range.ts';
import { dueTo, verbGroupAt } from './verb-group.ts';

const PUNCTUATION: ReadonlyMap<string, LinkItem['link']> = new Map<string, LinkItem['link']>(
  Object.entries({
    ',': 'comma',
    ';': 'semicolon',
    ':': 'colon',
    '(': 'open',
    '[': 'open',
    ')': 'close',
    ']': 'close',
    '"': 'quote',
    "'": 'quote',
    '\u2018': 'quote',
    '\u2019': 'quote',
    '\u201c': 'quote',
    '\u201d': 'quote',
    '\u2013': 'dash',
    '\u2014': 'dash',
    '--': 'dash',
    '-': 'dash',
  }),
);

/** "At the time there were 2,000": no place. */
const OPENS_TIME = /^(?:time|moment|stage|peak|year|month|week|present)$/;

/** Adverbs of place that are places by themselves. */
const PLACE_WORDS: ReadonlyMap<string, PlaceItem['ref']> = new Map<string, PlaceItem['ref']>(
  Object.entries({
    there: 'there',
    here: 'there',
    ashore: 'there',
    home: 'home',
    abroad: 'abroad',
    overseas: 'abroad',
    elsewhere: 'abroad',
  }),
);

const linkAt = (from: number, to: number, link: LinkItem['link'], word: string): LinkItem => ({
  kind: 'link',
  from,
  to,
  start: from,
  link,
  word,
});
const wordAt = (i: number, word: string): WordItem => ({ kind: 'word', from: i, to: i + 1, start: i, word });

export function chunk(a: Annotated): Item[] {
  const items: Item[] = [];
  for (let i = 0; i < a.tokens.length; ) {
    const item = itemAt(a, i);
    items.push(item);
    i = Math.max(item.to, i + 1);
  }
  return items;
}

function itemAt(a: Annotated, i: number): Item {
  const tag = a.tags[i]!;
  const word = a.tokens[i]!.lower;
  switch (tag) {
    case 'punctuation':
      return linkAt(i, i + 1, PUNCTUATION.get(word) ?? 'comma', word);
    case 'conjunction':
      return linkAt(
        i,
        i + 1,
        word === 'but' || word === 'yet' ? 'but' : word === 'or' || word === 'nor' ? 'or' : 'and',
        word,
      );
    case 'relative':
      return linkAt(i, i + 1, 'relative', word);
    case 'that':
      return linkAt(i, i + 1, 'that', word);
    case 'subordinator':
      return linkAt(i, i + 1, IF_WORDS.has(word) ? 'if' : CAUSE_WORDS.has(word) ? 'cause' : 'time', word);
    case 'date': {
      const possessed = endOfPhrase(a, i);
      const date = a.dateAt[i];
      if (date && possessed <= date.to) return { kind: 'date', from: i, to: date.to, start: i, prep: null, date };
      if (possessed > i) return phraseItem(a, i, possessed, null, i);
      return wordAt(i, word);
    }
    case 'modal':
    case 'have':
    case 'be':
    case 'do':
    case 'not':
    case 'verb':
      return verbGroupAt(a, i) ?? wordAt(i, word);
    case 'pronoun':
      return { kind: 'pronoun', from: i, to: i + 1, start: i, prep: null, word };
    case 'to':
      return verbGroupAt(a, i) ?? prepositional(a, i, 'to', i + 1);
    case 'preposition':
      if (word === 'as' && a.tokens[i + 1]?.lower === 'well' && a.tokens[i + 2]?.lower === 'as')
        return linkAt(i, i + 3, 'and', 'as well as');
      return opensClause(a, i) ?? preposition(a, i);
    case 'adverb': {
      const ref = PLACE_WORDS.get(word);
      if (
        word === 'there' &&
        (!/^(?:adverb|noun|name|number)$/.test(a.tags[i - 1] ?? '') ||
          i === 1 ||
          OPENS_TIME.test(a.tokens[i - 1]!.lower)) &&
        (a.tags[i + 1] === 'be' || a.tags[i + 1] === 'have' || a.tags[i + 1] === 'modal')
      )
        return wordAt(i, 'there');
      // "went ashore in Liberia": the place behind it says where.
      if (word === 'ashore' && a.tags[i + 1] === 'preposition') return wordAt(i, word);
      if (ref) return { kind: 'place', from: i, to: i + 1, start: i, prep: null, places: [], ref, name: null };
      if (word === 'together' && a.tokens[i + 1]?.lower === 'with') return linkAt(i, i + 2, 'and', 'along with');
      const opens = verbGroupAt(a, i);
      return opens ?? wordAt(i, word);
    }
    default: {
      // "Estonia and Latvia both have", "the two each sent": a floating quantifier.
      const before = a.tags[i - 1];
      const next = a.tags[i + 1];
      const floats =
        tag === 'determiner' &&
        /^(?:each|both|all)$/.test(word) &&
        (before === 'name' || before === 'noun' || before === 'number');
      if (floats && (next === 'verb' || next === 'have' || next === 'be' || next === 'modal')) return wordAt(i, word);
      const due = dueTo(a, i);
      if (due) return due;
      if (isLastOf(a, i))
        return { kind: 'pronoun', from: i, to: i + 2, start: i, prep: null, word: `the ${a.tokens[i + 1]!.lower}` };
      const end = endOfPhrase(a, i);
      const prep = isAllOver(a, i) ? 'around' : null;
      return end > i ? phraseItem(a, i, end, prep, i) : wordAt(i, word);
    }
  }
}

/** "the last of its soldiers", "the first of 900 policemen": an ordinal that stands alone. */
const isLastOf = (a: Annotated, i: number): boolean =>
  a.tokens[i]!.lower === 'the' &&
  /^(?:last|first)$/.test(a.tokens[i + 1]?.lower ?? '') &&
  a.tokens[i + 2]?.lower === 'of';

const OPENS_CLAUSE = wordsOf(/^(?:after|before|as|since|until|till|once)$/);
/** "after", "before", "as", "since", "until" and "once" open a clause where a verb comes before the next stop and no noun alone does. */
function opensClause(a: Annotated, i: number): LinkItem | null {
  const word = a.tokens[i]!.lower;
  if (!OPENS_CLAUSE.has(word)) return null;
  let verbs = 0;
  for (let at = i + 1; at < a.tokens.length; at++) {
    const tag = a.tags[at]!;
    if (tag === 'punctuation' || tag === 'conjunction' || tag === 'relative' || tag === 'subordinator') break;
    if (tag === 'be' || tag === 'have' || tag === 'modal' || tag === 'do') verbs++;
    if (tag === 'verb' && at > i + 1 && a.verbs[at]!.form !== 'gerund' && a.tags[at - 1] !== 'to') verbs++;
    if (tag === 'verb' && at === i + 1 && a.verbs[at]!.form === 'participle' && word === 'as')
      return linkAt(i, i + 1, 'time', word);
  }
  return verbs > 0 ? linkAt(i, i + 1, 'time', word) : null;
}

const PARTICLE = wordsOf(/^(?:out|up|down|back|away|off|over)$/);
function preposition(a: Annotated, i: number): Item {
  const word = a.tokens[i]!.lower;
  const next = a.tokens[i + 1]?.lower;
  if (word === 'out' && next === 'of') return prepositional(a, i, 'out-of', i + 2);
  if (word === 'on' && next === 'board') return prepositional(a, i, 'aboard', i + 2);
  // "along with", "together with", "as well as" add to a list as "and" does.
  if ((word === 'along' || word === 'alongside') && next === 'with') return linkAt(i, i + 2, 'and', 'along with');
  if ((word === 'because' || word === 'ahead' || word === 'instead') && next === 'of')
    return prepositional(a, i, word, i + 2);
  // "from inside Iraq", "out to Gao", "down in Helmand": the last preposition says where, the first whence.
  if (
    (word === 'from' || word === 'to') &&
    next !== undefined &&
    a.tags[i + 1] === 'preposition' &&
    /^(?:inside|within|near|around|across|outside|over|behind|aboard)$/.test(next)
  )
    return prepositional(a, i, word, i + 2);
  // "took its soldiers out last year": no year is gone out of.
  const isParticle =
    a.tags[i + 1] === 'preposition' || a.tags[i + 1] === 'to' || (word === 'out' && a.dateAt[i + 1] !== null);
  if (PARTICLE.has(word) && isParticle) return wordAt(i, word);
  return prepositional(a, i, word, i + 1);
}

/** A preposition with its noun phrase; alone it is a link (before a gerund, a date, a clause). */
function prepositional(a: Annotated, start: number, prep: string, from: number): Item {
  const link = linkAt(start, from, 'preposition', prep);
  const tag = a.tags[from];
  if (
    tag === undefined ||
    tag === 'punctuation' ||
    tag === 'verb' ||
    tag === 'relative' ||
    tag === 'be' ||
    tag === 'have'
  )
    return link;
  if (tag === 'date') {
    const possessed = endOfPhrase(a, from);
    const date = a.dateAt[from];
    if (date && possessed <= date.to) return { kind: 'date', from, to: date.to, start, prep, date };
    return possessed > from ? phraseItem(a, from, possessed, prep, start) : link;
  }
  if (tag === 'pronoun' && /^(?:out-of|from|into|to|in|at)$/.test(prep) && /^(?:it)$/.test(a.tokens[from]!.lower))
    return { kind: 'place', from, to: from + 1, start, prep, places: [], ref: 'there', name: null };
  if (tag === 'pronoun') return { kind: 'pronoun', from, to: from + 1, start, prep, word: a.tokens[from]!.lower };
  if (tag === 'adverb') {
    const word = a.tokens[from]!.lower;
    const ref = PLACE_WORDS.get(word);
    if (ref) return { kind: 'place', from, to: from + 1, start, prep, places: [], ref, name: null };
    // "by then all troops will have left": what follows is no part of the phrase.
    if (word === 'then' || word === 'now') return link;
    let skip = from;
    while (a.tags[skip] === 'adverb') skip++;
    if (!['determiner', 'number', 'name', 'noun'].includes(a.tags[skip] ?? '')) return link;
    const end = endOfPhrase(a, skip);
    return end > skip ? phraseItem(a, skip, end, prep, start) : link;
  }
  const end = endOfPhrase(a, from);
  return end > from ? phraseItem(a, from, end, prep, start) : link;
}
