// A noun phrase headed by soldiers, units or platforms -> a force item with its number, owner, unit and flags.

import { isState } from '../../model/party.ts';
import type { Quantity } from '../../model/quantity.ts';
import type { NumberMention } from '../../text/document.ts';
import { wordsOf } from '../../text/words-of.ts';
import {
  aircraftType,
  FLIES,
  FORCES_OF_REGION,
  type ForceNoun,
  forceNoun,
  forcePair,
  MILITARY_WORDS,
  NO_FORCE,
} from '../lexicon/forces.ts';
import { type Head, numberOf, unitOf } from './force-unit.ts';
import type { ForceItem } from './item.ts';
import { shareIn } from './part-of-whole.ts';
import { entryOf, type Phrase, words } from './read-phrase.ts';

const ADDITIONAL: ReadonlySet<string> = new Set('more additional another extra further addition'.split(' '));

/** "not a single soldier", "not one soldier": as many as "no soldiers". */
const isNotOne = ({ a, from }: Phrase): boolean =>
  a.tokens[from - 1]?.lower === 'not' &&
  (a.tokens[from]!.lower === 'one' || (a.tokens[from]!.lower === 'a' && a.tokens[from + 1]?.lower === 'single'));

/** "passenger jets", "merchant ships": nobody's forces. */
const CIVIL =
  /^(?:passenger|civil|civilian|commercial|merchant|fishing|cruise|airline|charter|chartered|private|rescue|relief|aid|hospital)$/;

const DEFINITE = wordsOf(/^(?:the|this|that|these|those|its|their|our|his|all|both)$/);
export function forceOf(p: Phrase): ForceItem | null {
  // "how many troops are there": nobody says that they are.
  if (p.a.tokens[p.from]!.lower === 'many' && p.a.tokens[p.from - 1]?.lower === 'how') return null;
  const head = typeHead(p) ?? headOf(p) ?? ourPeople(p) ?? nameHead(p) ?? manned(p) ?? strongMission(p);
  if (head === null) return bareForce(p);
  const { a, from, to, prep, start } = p;
  const adjectives: string[] = [];
  let additional = false;
  for (let i = from; i < head.at; i++) {
    const word = a.tokens[i]!.lower;
    if (head.noun.sort === 'platform' && CIVIL.test(word)) return null;
    if (NO_FORCE.has(word) || word.startsWith('ex-') || (word === 'civilian' && !afterMilitary(p))) return null;
    // "more than 500" are not 500 more.
    if (ADDITIONAL.has(word) && a.tokens[i + 1]!.lower !== 'than' && a.tokens[to]?.lower !== 'than') additional = true;
    if (a.tags[i] === 'noun' || (a.tags[i] === 'determiner' && word === 'no')) adjectives.push(word);
  }
  if (isNotOne(p)) adjectives.push('no');
  const number = numberOf(p, head.at);
  if (number && number.use !== 'count') return null;
  const military = adjectives.some((word) => MILITARY_WORDS.has(word));
  const sort = head.noun.sort === 'weak' && military ? 'strong' : head.noun.sort;
  const count = number ? { from: number.from, to: number.to } : null;
  const first = a.tokens[from]!.lower;
  const quantity = quantityOf(p, head, number);
  return {
    kind: 'force',
    from,
    to,
    prep,
    start,
    head: head.noun.lemma,
    sort,
    quantity,
    count,
    ...shareIn(number),
    portion: portionOf(p, number),
    whole: null,
    owner: p.owner ?? ownName(p),
    people: p.owner?.kind === 'pronoun' && head.noun.of === 'personnel' ? peopleIn(p) : null,
    unit:
      head.noun.sort === 'unit' && quantity !== null && quantity.of === head.noun.of && quantity.of !== 'other'
        ? null
        : unitOf(p, head),
    called: calledIn(p),
    mission: missionOf(p),
    place: null,
    additional,
    anaphor: false,
    strength: number?.glued === 'persons',
    definite: p.body > from || DEFINITE.has(first),
    plural: head.noun.plural,
    adjectives,
  };
}

/** "two F-16s", "a KC-30A tanker", "four Su-27 fighters": a type of aircraft as the head or right before it. */
function typeHead(p: Phrase): Head | null {
  const { a, to } = p;
  const last = a.tokens[to - 1]!;
  let at = to - 1;
  let type = aircraftType(last.text);
  if (type === null && FLIES.has(last.lower))
    for (let i = to - 2; i >= p.body && type === null; i--) [type, at] = [aircraftType(a.tokens[i]!.text), to - 1];
  if (type === null) return null;
  const plural = last.text.endsWith('s');
  return { noun: { lemma: type, sort: 'platform', of: type, plural }, at, to };
}

/** "military and civilian personnel" counts soldiers too. */
const afterMilitary = (p: Phrase): boolean =>
  p.a.tokens[p.from - 1]?.lower === 'and' && MILITARY_WORDS.has(p.a.tokens[p.from - 2]?.lower ?? '');

function headOf(p: Phrase): Head | null {
  const { a, to } = p;
  for (let i = to - 1; i >= p.body; i--) {
    const tag = a.tags[i];
    const word = a.tokens[i]!.lower;
    if (tag === 'noun' || tag === 'name') {
      const pair = i > p.body ? forcePair(a.tokens[i - 1]!.lower, word) : undefined;
      if (pair) return { noun: pair, at: i - 1, to: i + 1 };
      if (tag === 'noun' || a.tokens[i]!.text === word) {
        const noun = forceNoun(word);
        if (noun && !(noun.lemma === 'company' && a.tokens[i]!.text !== word)) {
          // A platform or unit may carry its name behind it: "frigate Hessen"; other nouns must end the phrase.
          const tail = i + 1 < to;
          if (!tail || ((noun.sort === 'platform' || noun.sort === 'unit') && isNameTail(p, i + 1)))
            return compound(p, { noun, at: i, to: i + 1 });
        }
      }
    }
    if (i < to - 1 && !(tag === 'noun' || tag === 'name')) break;
    if (i < to - 3) break;
  }
  return null;
}

/** "We have about 400 people in Kabul": whoever speaks of forces calls them so. */
function ourPeople(p: Phrase): Head | null {
  const { a, from, to } = p;
  // "our people will come home".
  if (a.tokens[to - 1]!.lower === 'people' && p.owner?.kind === 'pronoun' && p.owner.word === 'our' && to - from === 2)
    return { noun: { lemma: 'people', sort: 'weak', of: 'personnel', plural: true }, at: to - 1, to };
  if (a.tokens[to - 1]!.lower !== 'people' || p.numbers.length === 0 || p.numbers.at(-1)!.to !== to - 1) return null;
  const people: Head = { noun: { lemma: 'people', sort: 'weak', of: 'personnel', plural: true }, at: to - 1, to };
  if (isHadByState(p)) return people;
  let i = from - 1;
  while (i >= 0 && i > from - 4 && /^(?:have|'ve|got|now|still|currently|also)$/.test(a.tokens[i]!.lower)) i--;
  if (i === from - 1 || a.tokens[i]?.lower !== 'we') return null;
  return people;
}

/** "Moldova now has 12 people in Iraq": beside others' soldiers those are its own. */
function isHadByState({ a, from, to }: Phrase): boolean {
  if (a.tokens[from - 1]?.lower !== 'has' || a.tokens[to]?.lower !== 'in') return false;
  const before = a.mentionAt.findLast((m, i) => i < from - 1 && m !== null);
  return before != null && before.to >= from - 2 && entryOf(before, 'country') !== null && a.mentionAt[to + 1] !== null;
}

/** "police officers", "fighter jets", "Patriot batteries" already end in their head; "troop levels" never gets here. */
function compound(p: Phrase, head: Head): Head {
  const before = head.at > p.body ? p.a.tokens[head.at - 1]!.lower : '';
  if (head.noun.lemma === 'officer' && before !== 'police' && before !== 'military' && before !== 'army')
    return { ...head, noun: { ...head.noun, sort: 'weak' } };
  return head;
}

const isNameTail = (p: Phrase, from: number): boolean => {
  for (let i = from; i < p.to; i++) {
    const { text } = p.a.tokens[i]!;
    // "the frigate Blas de Lezo".
    const inside = i > from && i < p.to - 1 && /^(?:de|del|di|da|van|von|el|al|of)$/.test(text);
    if (!inside && !/^[\p{Lu}\d"]/u.test(text)) return false;
  }
  return true;
};

/** The head is itself a name: a formation, an armed force, or people by their nation ("130 Norwegians"). */
function nameHead(p: Phrase): Head | null {
  const last = p.mentions.at(-1);
  if (last === undefined || last.to !== p.to || last.glued !== undefined) return null;
  const first = last.entries[0]!;
  const soldiers: ForceNoun = { lemma: 'troops', sort: 'strong', of: 'personnel', plural: true };
  // "200 U.S. Marines", "250 Gurkhas": persons by the name of their branch.
  const persons = forceNoun(p.a.tokens[p.to - 1]!.lower);
  if (persons?.of === 'personnel' && persons.plural && persons.sort === 'strong' && p.numbers.length > 0)
    return { noun: persons, at: p.to - 1, to: p.to };
  // "2,500 Revolutionary Guards": persons by the name of their force.
  const men = p.numbers.some((n) => n.use === 'count' && n.to <= last.from && (n.min ?? n.max ?? 0) >= 20);
  if (men && first.kind === 'force') return { noun: soldiers, at: last.from, to: last.to };
  if (first.kind === 'unit' || first.kind === 'force')
    return {
      noun: { ...soldiers, lemma: 'unit', sort: 'unit', of: 'other', plural: false },
      at: last.from,
      to: last.to,
    };
  if (first.kind === 'mission' && p.numbers.some((n) => n.glued === 'persons'))
    return {
      noun: { ...soldiers, lemma: 'force', sort: 'unit', of: 'other', plural: false },
      at: last.from,
      to: last.to,
    };
  if (p.numbers.length > 0 && entryOf(last, 'demonym') !== null) {
    const count = p.numbers.at(-1)!;
    if (count.to <= last.from)
      return { noun: { ...soldiers, lemma: 'national', sort: 'weak' }, at: last.from, to: last.to };
  }
  return null;
}

const MANNED = wordsOf(/^(?:commitment|contribution|presence|deployment)$/);
/** "the eight-person commitment", "a 30-strong contribution": so many people by what they are given for. */
function manned(p: Phrase): Head | null {
  const at = p.to - 1;
  if (!MANNED.has(p.a.tokens[at]!.lower)) return null;
  if (!p.numbers.some((n) => n.glued === 'persons')) return null;
  return { noun: { lemma: 'contingent', sort: 'unit', of: 'other', plural: false }, at, to: p.to };
}

/** "the 1,000-strong mission": its men are counted; a party of a dozen who visit are none. */
function strongMission(p: Phrase): Head | null {
  const number = p.numbers.at(-1);
  if (p.a.tokens[p.to - 1]!.lower !== 'mission' || number?.glued !== 'persons' || (number.min ?? 0) < 200) return null;
  return { noun: { lemma: 'mission', sort: 'unit', of: 'other', plural: false }, at: p.to - 1, to: p.to };
}

/** A formation or armed force is its party's own: "Bundeswehr", "82nd Airborne Division". */
function ownName(p: Phrase): ForceItem['owner'] {
  for (const mention of p.mentions) {
    const entry = mention.entries[0];
    if ((entry?.kind === 'force' || entry?.kind === 'unit') && entry.party !== null)
      return { kind: 'named', parties: [entry.party], at: { from: mention.from, to: mention.to } };
    const organisation = entryOf(mention, 'organisation');
    if (organisation?.party === 'FOREIGN' || (organisation?.party === 'WAGNER' && mention.to < p.to))
      return { kind: 'named', parties: [organisation.party], at: { from: mention.from, to: mention.to } };
    // "60,000 NATO-led troops".
    if (organisation !== null && mention.glued === 'led' && mention.to < p.to)
      return { kind: 'named', parties: [organisation.party], at: { from: mention.from, to: mention.to } };
    const ofRegion =
      entry?.kind === 'region' ? FORCES_OF_REGION.get(words(p.a, mention.from, mention.to).toLowerCase()) : null;
    if (ofRegion && mention.to < p.to)
      return { kind: 'named', parties: [ofRegion], at: { from: mention.from, to: mention.to } };
    const people = entryOf(mention, 'demonym');
    if (people && mention.to === p.to)
      return { kind: 'named', parties: [people.party], at: { from: mention.from, to: mention.to } };
  }
  return null;
}

/** The state's adjective before the head: "its Ethiopian peacekeepers". */
function peopleIn(p: Phrase): ForceItem['people'] {
  for (const mention of p.mentions) {
    const people = entryOf(mention, 'demonym');
    if (people !== null && isState(people.party) && mention.to < p.to && mention.glued === undefined)
      return { kind: 'named', parties: [people.party], at: { from: mention.from, to: mention.to } };
  }
  return null;
}

const NO_HEAD_BEHIND = wordsOf(/^(?:first|last|other|current|latest|total|initial|already|existing)$/);
/** A number alone, perhaps with "more", "the remaining", "its", "others". */
function bareForce(p: Phrase): ForceItem | null {
  const { a, from, to, prep, start } = p;
  const number = p.numbers.at(-1);
  // "The 30-member NATO": so many members.
  const last = p.mentions.at(-1);
  if (number?.glued != null && last !== undefined && last.to === to && entryOf(last, 'organisation') !== null)
    return null;
  const portion = portionOf(p, number ?? null);
  let additional = false;
  let rest = false;
  for (let i = from; i < to; i++) {
    const word = a.tokens[i]!.lower;
    if (number && i >= number.from && i < number.to) {
      additional ||= word === 'another' || word === 'more' || word === 'further' || word === 'additional';
      continue;
    }
    if (ADDITIONAL.has(word)) additional = true;
    else if (word === 'remaining' || word === 'rest' || word === 'remainder' || word === 'others') rest = true;
    else if (
      a.tags[i] !== 'determiner' &&
      !NO_HEAD_BEHIND.has(word) &&
      a.tags[i] !== 'name' &&
      a.tags[i] !== 'possessive'
    )
      return null;
  }
  if (number === undefined) {
    if (!rest && portion === null) return null;
  } else if (number.use !== 'count') return null;
  else if (number.glued !== null && number.glued !== 'persons') return null;
  if (number === undefined && !rest) return null;
  return {
    kind: 'force',
    from,
    to,
    prep,
    start,
    head: null,
    sort: 'bare',
    quantity:
      number && number.kind !== 'share'
        ? { min: number.min, max: number.max, approx: number.approx, of: 'personnel' }
        : null,
    count: number ? { from: number.from, to: number.to } : null,
    ...shareIn(number),
    portion: rest && number === undefined ? 'rest' : portion,
    whole: null,
    owner: p.owner,
    unit: null,
    mission: null,
    place: null,
    additional,
    anaphor: rest,
    strength: number?.glued === 'persons',
    definite: /^(?:the|these|those|its|their)$/.test(a.tokens[from]!.lower),
    plural: true,
    adjectives: rest ? ['remaining'] : [],
  };
}

function quantityOf(p: Phrase, head: Head, number: NumberMention | null): Quantity | null {
  const { of } = head.noun;
  if (number === null) {
    const article = p.a.tokens[p.body]!.lower;
    const one =
      (article === 'a' || article === 'an' || article === 'another') &&
      (!head.noun.plural || p.a.tokens[p.to - 1]!.lower === 'aircraft');
    const counted = head.noun.sort === 'platform' || (head.noun.sort === 'unit' && of !== 'other');
    return one && counted && head.to === p.to ? { min: 1, max: 1, approx: false, of } : null;
  }
  if (number.kind === 'share' || (number.min === null && number.max === null)) return null;
  if (number.glued === 'other') return null;
  const what = number.glued === 'persons' || isManned(head.noun, number) ? 'personnel' : of;
  return { min: number.min, max: number.max, approx: number.approx, of: what };
}

/** "a 2,000-plus Rwandan force", "269 elements": a force has men, and nobody counts so many forces; "140 Royal Engineers" are of one unit. */
const isManned = (noun: ForceNoun, { min, max }: NumberMention): boolean =>
  (noun.lemma === 'unit' && !noun.plural && (min ?? max ?? 0) > 1) ||
  (noun.of === 'other' &&
    /^(?:force|forces|contingent|detachment|element|team)$/.test(noun.lemma) &&
    (min ?? max ?? 0) >= 20);

function portionOf(p: Phrase, number: NumberMention | null): ForceItem['portion'] {
  if (number?.allBut) return 'all-but';
  const { a, from, to } = p;
  for (let i = from; i < to; i++) {
    const word = a.tokens[i]!.lower;
    if (word === 'some' && number === null) return 'some';
    if (word === 'most' && number === null) return 'most';
    if (word === 'all' && number === null) return 'all';
    if (word === 'rest' || word === 'remainder') return 'rest';
    if (word === 'remaining') return number === null ? 'rest' : null;
  }
  return null;
}

/** A state's forces by a name of their own ("Bundeswehr", "New Zealand Defence Force"); "the US military" only says whose they are. */
function calledIn(p: Phrase): ForceItem['called'] {
  const own = p.mentions.find((m) => m.entries[0]?.kind === 'force');
  if (own === undefined) return null;
  const name = words(p.a, own.from, own.to);
  return /\b(?:military|armed forces|forces|troops)\b/i.test(name)
    ? null
    : { name, at: { from: own.from, to: own.to } };
}

function missionOf(p: Phrase): ForceItem['mission'] {
  for (const mention of p.mentions) {
    const mission = entryOf(mention, 'mission');
    if (mission && mention.entries[0]!.kind === 'mission')
      return {
        entry: mission.mission,
        name: words(p.a, mention.from, mention.to),
        at: { from: mention.from, to: mention.to },
      };
  }
  return null;
}
