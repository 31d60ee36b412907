// Verb or noun? A word that can be both is settled by the words beside it.
import type { Token } from '../../text/document.ts';
import { wordsOf } from '../../text/words-of.ts';
import { reports } from '../lexicon/control.ts';
import { forceNoun } from '../lexicon/forces.ts';
import { MOTION } from '../lexicon/motion.ts';
import type { VerbReading } from '../lexicon/verbs.ts';
import type { Tag } from './tags.ts';
import {
  isBehindPlural,
  isDoneTo,
  isInsideOf,
  isInsidePhrase,
  opensClause,
  opensWhere,
  PLURAL,
} from './verb-neighbours.ts';

/** Third-person and base forms that are far oftener nouns in this domain. */
export const NOUNISH = new Set(
  `command exercise force base troop plan attack strike report talk order vote claim call work need end ship tank guard move return increase cut request demand limit control visit place state part help name
point number house host post station study deal stop concern aim patrol change rise fall fear leave march land limit support mission aid lead mark man mass share battle clash fight offer exercise practice view question fire
arm blast bomb defeat delay fund document group mandate project target test threat training transfer trim triple use veto value wound welcome wait ban lift light line list record shell shoot surge camp garrison truck drive head position convoy rotate raid ambush storm
match matter measure respect result track count trust transition separate display posture supply approach struggle benefit judge drop draw trade spread bunker shelter loan flood pile trek hike drain canton barrack journey swarm ax axe lobby petition flow shower field shield police coach school tutor flank anchor design register exhibit warrant export switch scout shuttle salute pick tunnel sprawl conscript advocate exploit burn upgrade feed`.split(
    /\s+/,
  ),
);

const NOUNISH_GERUNDS = new Set(
  'stabbing training peacekeeping fighting landing bombing meeting building shipping shelling briefing understanding funding standing ruling warning holding crossing demining logistics policing mentoring monitoring engineering missing remaining surrounding neighbouring neighboring existing following'.split(
    ' ',
  ),
);

/** Gerunds that describe what follows: "supplement existing U.S. forces". */
const DESCRIBES = new Set(
  'existing remaining neighbouring neighboring missing uniformed mechanised mechanized armoured armored motorised motorized allied combined'.split(
    ' ',
  ),
);
const COPULA_LIKE = new Set(['remain', 'stay', 'keep', 'get', 'become', 'be', 'lie', 'seem']);

const BARE_INFINITIVE = new Set(['help', 'let', 'make', 'see', 'come', 'go', 'watch', 'have']);

/** Words that can stand alone for persons, unlike other determiners. */
const PRONOMINAL = new Set(
  'this these those some all both most many few each several more another either neither none'.split(' '),
);

const CATENATIVE = new Set('continue remain begin start agree refuse prepare seek want intend hope fail'.split(' '));

const ADJECTIVES = new Set('secure free open complete clear close separate'.split(' '));

const NEVER_NOUN = new Set('remain continue serve operate consist die arrive depart'.split(' '));

const PHRASE_OPENERS: ReadonlySet<Tag> = new Set(['determiner', 'number', 'name', 'to', 'that', 'pronoun', 'date']);

const isForceWord = (word: string): boolean =>
  /^(?:operations?|missions?|roles?|patrols?|support|power)$/.test(word) ||
  /^(?:strong|unit|platform)$/.test(forceNoun(word)?.sort ?? '');

const QUOTE = new Set(['"', "'", '\u2018', '\u201c']);
export function verbOrNoun(
  tokens: readonly Token[],
  tags: readonly Tag[],
  verbs: readonly (VerbReading | null)[],
  readings: readonly VerbReading[],
  i: number,
): VerbReading | null {
  const of = (form: VerbReading['form']) => readings.find((r) => r.form === form) ?? null;
  const finite = of('past') ?? of('third');
  let p = i - 1;
  while (p >= 0 && (tags[p] === 'adverb' || tags[p] === 'not' || isFloating(tokens, tags, p))) p--;
  // "the Battle Group (West) ceased operations": what stands before the bracket.
  if (p > 1 && tokens[p]?.text === ')') {
    const open = tokens.findLastIndex((t, k) => k < p && t.text === '(');
    if (open > 0 && p - open <= 4) p = open - 1;
  }
  const before: Tag | undefined = tags[p];
  const next = tags[i + 1];
  const word = tokens[i]!.lower;
  // "all of them volunteers": no verb of several.
  if (tokens[p]?.lower === 'them' && of('third') !== null && of('past') === null) return null;
  const nounish = NOUNISH.has(readings[0]!.own ?? readings[0]!.lemma);
  const nextNounish = (next === 'noun' || next === 'name') && !opensClause(tokens, tags, i + 1);
  // "from the same force", "soldiers present in Mali": named and described, not told of.
  if (tokens[i - 1]?.lower === 'same' && nounish) return null;
  if (
    word === 'present' &&
    (before === 'noun' || before === 'name') &&
    /^(?:in|at|on|there)$/.test(tokens[i + 1]?.lower ?? '')
  )
    return null;
  const saw = (upTo: number) =>
    verbs.slice(0, upTo).some((v) => v !== null) || tags.slice(0, upTo).some((t) => t === 'be' || t === 'have');
  if (DESCRIBES.has(word) && (next === 'noun' || next === 'name') && before !== 'be') return null;
  // "United States combat forces": what forces combat is no force.
  if (word === 'combat' && before === 'name' && isForceWord(tokens[i + 1]?.lower ?? '')) return null;
  // "navy and air force troops".
  if (word === 'force' && /^(?:air|task)$/.test(tokens[i - 1]?.lower ?? '')) return null;
  switch (before) {
    case 'to':
    case 'modal':
    case 'do':
      return of('base');
    case 'have':
      return of('participle');
    case 'be':
      // "are training Kurdish fighters" does, "are training missions" names.
      if (of('gerund') && NOUNISH_GERUNDS.has(word) && nextNounish && next !== 'name') return null;
      return of('gerund') ?? of('participle');
    case 'determiner': {
      const det = tokens[p]!.lower;
      // "This increases the number": no plural stands behind "this".
      if (det === 'this' && of('third') && p === i - 1 && !/^(?:arms|works|means|sales|talks)$/.test(word))
        return of('third');
      if (
        PRONOMINAL.has(det) &&
        (finite || of('base')) &&
        next !== undefined &&
        (PHRASE_OPENERS.has(next) || next === 'preposition') &&
        !nounish
      )
        return finite ?? of('base');
      if (det === 'all' || det === 'both' || det === 'each') return finite && !nounish ? finite : null;
      return null;
    }
    case 'possessive':
      return null;
    case 'number':
      // "750 left Fort Bragg": those who are left have no object.
      if (word === 'left' && (next === 'name' || next === 'determiner')) return of('past');
      // "a further 800 arrived": nobody is arrived by another.
      if (
        of('past') &&
        MOTION.get(readings[0]!.lemma)?.who === 'mover' &&
        MOTION.get(readings[0]!.lemma)?.bare === null
      )
        return of('past');
      // "some 6,400 returning home".
      if (of('gerund') && /^(?:home|back|there|abroad)$/.test(tokens[i + 1]?.lower ?? '')) return of('gerund');
      if (nextNounish || next === 'possessive') return null;
      // "the 1,000 serving with the force".
      if (of('gerund') && next === 'preposition' && !NOUNISH_GERUNDS.has(word)) return of('gerund');
      // "about 500 remain there".
      if (NEVER_NOUN.has(readings[0]!.lemma)) return of('third') ?? of('base');
      if (nounish && !of('participle')) return null;
      return (
        of('participle') ??
        finite ??
        (next === 'preposition' || next === 'to' || next === undefined ? of('base') : null)
      );
    case 'pronoun':
    case 'relative':
      // "whose mandate expires".
      if (tokens[p]!.lower === 'whose' && nounish && word !== 'number') return null;
      return finite ?? of('base') ?? of('participle') ?? of('gerund');
    case 'subordinator':
      return of('gerund') ?? (of('participle') && !nextNounish ? of('participle') : null);
    case 'that':
      return null;
    case 'preposition':
      // "lost 15 men in fighting with rebels": the noun.
      if (word === 'fighting' && next === 'preposition' && /^(?:in|during|amid|despite|after)$/.test(tokens[p]!.lower))
        return null;
      if (of('gerund'))
        return NOUNISH_GERUNDS.has(word) && nextNounish
          ? null
          : next === 'preposition' && tokens[i + 1]!.lower === 'of'
            ? null
            : of('gerund');
      // "three weeks earlier than planned": what was planned is no clause.
      if (tokens[p]!.lower === 'than' && /^(?:planned|expected|scheduled|announced|intended|anticipated)$/.test(word))
        return null;
      if (tokens[p]!.lower === 'than' || tokens[p]!.lower === 'as') return of('participle');
      return null;
    case 'noun':
    case 'name':
    case 'date':
      // "conduct precision strikes": what a verb takes right behind it begins no clause.
      if (before === 'noun' && nounish && p === i - 1 && verbs[p - 1] && !reports(verbs[p - 1]!.lemma) && of('third'))
        return null;
      // "a police patrol": one that patrols would be "patrols".
      if (word === 'patrol' && p === i - 1 && /^(?:an?|another)$/.test(tokens[p - 1]?.lower ?? '')) return null;
      return afterNoun(tokens, tags, verbs, readings, i, p, nounish);
    case 'verb': {
      const lemma = verbs[p]!.lemma;
      // "resumed training Iraqi forces" does, "resumed training missions" names.
      if (of('gerund')) return NOUNISH_GERUNDS.has(word) && nextNounish && next !== 'name' ? null : of('gerund');
      if (BARE_INFINITIVE.has(lemma) && of('base') && p === i - 1) return of('base');
      // "will stay put".
      if (lemma === 'stay' && word === 'put') return null;
      if (COPULA_LIKE.has(lemma)) return of('participle');
      if (p < i - 1 && of('participle') && !nextNounish) return of('participle');
      return null;
    }
    case 'conjunction':
    case 'punctuation': {
      if (QUOTE.has(tokens[p]!.text) && of('base') && (next === 'determiner' || next === 'number')) return of('base');
      if (of('gerund')) return NOUNISH_GERUNDS.has(word) && nextNounish ? null : of('gerund');
      if (of('past') || of('participle')) {
        // "The mission, with seven members, became operational": a past that is no participle.
        if (!saw(p) && nextNounish && (of('participle') || tags[p] !== 'punctuation')) return null;
        return of('past') ?? of('participle');
      }
      // "humane and secure detention operations": an adjective beside another.
      if (ADJECTIVES.has(word) && tags[p] === 'conjunction' && tags[p - 1] === 'noun' && nextNounish) return null;
      // "The troops, as part of a coalition, remain in place": no noun is spelt so.
      if (NEVER_NOUN.has(word) && tags[p] === 'punctuation') return of('third') ?? of('base');
      // "will stop bombing and return home": nobody's return is followed by its end so.
      if (word === 'return' && tags[p] === 'conjunction' && tokens[i + 1]?.lower === 'home' && saw(p))
        return of('base');
      // "live and work in", "train and support": a verb on the other side of the conjunction.
      if (nounish && tags[p] === 'conjunction' && sharesForm(verbs[p - 1], readings) && next === 'preposition')
        return of('third') ?? of('base');
      // "Togo's president, Faure Gnassingbé, orders the return of": the aside is over, and no verb has come.
      if (of('third') && !saw(p) && tags[p] === 'punctuation' && next === 'determiner' && closesAside(tokens, tags, p))
        return of('third');
      if (nounish) {
        const opener =
          next !== undefined && (PHRASE_OPENERS.has(next) || forceNoun(tokens[i + 1]!.lower) !== undefined);
        if (!opener || !(saw(p) || next === 'number')) return null;
      }
      return of('third') ?? of('base');
    }
    case undefined:
      // "Suspected rebels attacked": so persons are described, not done to.
      if (/^(?:suspected|alleged|armed|masked|unidentified|unknown)$/.test(word)) return null;
      if (of('gerund')) return NOUNISH_GERUNDS.has(word) && nextNounish ? null : of('gerund');
      if (of('base') && (next === 'determiner' || next === 'number')) return of('base');
      return of('participle') && !nextNounish ? of('participle') : null;
    default:
      return null;
  }
}

/** A comma at `p` that ends an aside of names or a bare title: another comma and only nouns stand before it. */
function closesAside(tokens: readonly Token[], tags: readonly Tag[], p: number): boolean {
  if (tokens[p]!.text !== ',') return false;
  for (let i = p - 1; i > 0 && i > p - 8; i--) {
    if (tokens[i]!.text === ',') return i < p - 1 && (tags[i + 1] === 'name' || /^\p{Lu}/u.test(tokens[i + 1]!.text));
    if (tags[i] !== 'name' && tags[i] !== 'noun') return false;
  }
  return false;
}

const SHOOTS = new Set('fire fires shoot shoots bomb bombs shell shells storm storms raid raids ambush'.split(' '));
const IS_SHOT = wordsOf(
  /^(?:rockets?|missiles?|mortars?|shells?|rounds?|drones?|artillery|torpedo(?:es)?|projectiles?|bullets|shots|flares|dead|down)$/,
);

/** "fires ballistic missiles", "shoots down a drone", "shoot dead": what is shot, or how, stands right behind. */
const isShot = (tokens: readonly Token[], tags: readonly Tag[], i: number): boolean =>
  IS_SHOT.has(tokens[i + 1]?.lower ?? '') ||
  (tags[i + 1] === 'noun' && IS_SHOT.has(tokens[i + 2]?.lower ?? '') && tokens[i + 2]!.lower !== 'down');

const sharesForm = (verb: VerbReading | null | undefined, readings: readonly VerbReading[]): boolean =>
  (verb?.form === 'base' || verb?.form === 'third') && readings.some((r) => r.form === verb.form);

/** "have each moved", "will both send": a quantifier between an auxiliary and its verb. */
const isFloating = (tokens: readonly Token[], tags: readonly Tag[], i: number): boolean =>
  tags[i] === 'determiner' &&
  /^(?:each|both|all)$/.test(tokens[i]!.lower) &&
  (tags[i - 1] === 'have' || tags[i - 1] === 'be' || tags[i - 1] === 'modal');

const isNamedForce = (tokens: readonly Token[], tags: readonly Tag[], p: number): boolean =>
  tokens[tags.findLastIndex((tag, k) => k < p && tag !== 'name')]?.lower === 'the';

const DEPARTS = /^(?:for|from|to|home|on|in|next)$/;
const PURPOSEFUL = /^(?:meant|intended|designed|aimed)$/;

function afterNoun(
  tokens: readonly Token[],
  tags: readonly Tag[],
  verbs: readonly (VerbReading | null)[],
  readings: readonly VerbReading[],
  i: number,
  p: number,
  nounish: boolean,
): VerbReading | null {
  const of = (form: VerbReading['form']) => readings.find((r) => r.form === form) ?? null;
  const word = tokens[i]!.lower;
  const next = tags[i + 1];
  if (word === 'forces' || word === 'troops') return null;
  // "a special operations force of around 30".
  if (word === 'force' && tokens[i + 1]?.lower === 'of') return null;
  // "from the ECOWAS force on 1 October", "men in the African Union force there": who forces forces somebody.
  if (word === 'force' && (tags[p] !== 'name' || isNamedForce(tokens, tags, p)) && !PHRASE_OPENERS.has(next ?? 'noun'))
    return null;
  if (of('gerund')) {
    const force = forceNoun(tokens[p]?.lower ?? '');
    if (force?.plural === true && word === 'landing') return of('gerund');
    // "in a targeted killing".
    if (word === 'killing' && /^(?:targeted|revenge|mass)$/.test(tokens[p]?.lower ?? '')) return null;
    if (
      NOUNISH_GERUNDS.has(word) &&
      (next === 'noun' || next === 'punctuation' || next === undefined || next === 'preposition' || next === 'verb')
    )
      return null;
    return of('gerund');
  }
  if (of('participle') && isInsidePhrase(tokens, tags, i, p)) return null;
  // "a buildup meant to deter", "flights aimed at": what it is for, and no clause of its own.
  if (of('participle') && PURPOSEFUL.test(word) && p === i - 1 && /^(?:to|at|for)$/.test(tokens[i + 1]?.lower ?? ''))
    return of('participle');
  if (of('past')) return of('past');
  // "the Mongolians come home", "the forces run a base": one form is both.
  if (of('participle') && of('base') && PLURAL.test(tokens[p]!.lower)) return of('base');
  if (of('participle')) return of('participle');
  if (SHOOTS.has(word) && isShot(tokens, tags, i)) return of('third') ?? of('base') ?? of('past');
  // "A missile lands in": what flies comes down; "a drone strike" is none.
  const flies = p === i - 1 && IS_SHOT.has(`${tokens[p]!.lower.replace(/s$/, '')}s`);
  if (flies && /^(?:lands|hits|falls)$/.test(word) && !tokens[p]!.lower.endsWith('s')) return of('third');
  if (flies && /^(?:land|hit|fall)$/.test(word) && tokens[p]!.lower.endsWith('s')) return of('base');
  const opener =
    next !== undefined &&
    (PHRASE_OPENERS.has(next) ||
      (next === 'noun' &&
        (forceNoun(tokens[i + 1]!.lower) !== undefined ||
          tokens[i + 1]!.lower === 'troop' ||
          /ing$/.test(tokens[i + 1]!.lower))));
  const plural = tags[p] === 'noun' ? PLURAL.test(tokens[p]!.lower) : tags[p] === 'date';
  // "Norway's ceasefire monitors, 60 strong": nobody monitors nothing.
  if (of('third') && forceNoun(word)?.plural === true && (next === 'punctuation' || next === undefined)) return null;
  if (of('third')) {
    // "came ashore from transport ships": what stands behind a preposition is named, not told of.
    if (forceNoun(word)?.plural === true && tags[p] === 'noun' && tags[p - 1] === 'preposition') return null;
    // "The frigate Peter Willemoes continues": a name ends in what it likes.
    if (NEVER_NOUN.has(readings[0]!.lemma) && tags[p] === 'noun' && /^\p{Lu}/u.test(tokens[p]!.text))
      return of('third');
    if (plural && tags[p] !== 'date' && (nounish || !isInsideOf(tokens, tags, p))) return null;
    // "The second battalion leaves for Haiti": a formation has no leaves.
    const departs =
      MOTION.get(readings[0]!.lemma)?.who !== undefined && MOTION.get(readings[0]!.lemma)!.who !== 'causer';
    if (departs && forceNoun(tokens[p]!.lower)?.plural === false && DEPARTS.test(tokens[i + 1]?.lower ?? ''))
      return of('third');
    return nounish && !opener ? null : of('third');
  }
  if (of('base')) {
    // "a US demand to": the name only tells whose.
    if (tags[p] === 'name' && tags[p - 1] === 'determiner' && /^(?:an?|any|no|another)$/.test(tokens[p - 1]!.lower))
      return null;
    // "forces in Iraq continue to advise": no noun takes "to" here.
    if (next === 'to' && CATENATIVE.has(word)) return of('base');
    const demanded =
      !nounish &&
      verbs
        .slice(0, i)
        .some((v) => v !== null && /^(?:recommend|demand|urge|propose|suggest|request|insist|ask)$/.test(v.lemma)) &&
      (next === undefined || next === 'punctuation' || next === 'preposition' || next === 'adverb');
    if (demanded) return of('base');
    // "those assigned to the observers in Egypt number 452".
    if (
      (word === 'number' || word === 'total') &&
      next === 'number' &&
      !verbs.slice(0, i).some((v) => v !== null && v.form !== 'participle' && v.form !== 'past' && v.form !== 'gerund')
    )
      return of('base');
    // "Two soldiers and a British marine die in": two are many.
    const joined = NEVER_NOUN.has(word) && tags.slice(Math.max(0, p - 4), p).includes('conjunction');
    const coordinated =
      tags[p - 1] === 'conjunction' || joined || isBehindPlural(tokens, tags, p, reports(readings[0]!.lemma));
    const first =
      !nounish && !tags.slice(0, i).some((t) => t === 'verb' || t === 'be' || t === 'have' || t === 'modal');
    if (!plural && !coordinated && tags[p] !== 'name' && !(first && opener)) return null;
    if (tags[p] === 'name' && !/s$|^(?:taliban|taleban|police)$/.test(tokens[p]!.lower) && !coordinated) return null;
    // "where 580 instructors now work".
    const atWork = /^(?:work|train|serve|patrol)$/.test(word) && opensWhere(tokens, tags, p) && next !== 'noun';
    // "Fifty soldiers guard Captain Kone".
    const guards = nounish && tags[p] === 'noun' && forceNoun(tokens[p]!.lower)?.plural === true && isDoneTo(tokens, i);
    if (nounish && !opener && !atWork && !guards && next !== 'preposition' && next !== 'adverb') return null;
    return of('base');
  }
  return null;
}
