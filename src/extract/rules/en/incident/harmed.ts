// A verb of killing or wounding that tells of an attack: "gunmen killed five peacekeepers", "a soldier died in an ambush".
import { findToldDate } from '../../../../text/told-dates.ts';
import { wordsOf } from '../../../../text/words-of.ts';
import type { IncidentFinding } from '../../../finding.ts';
import { reports } from '../../../lexicon/control.ts';
import { rule } from '../../../rule.ts';
import type { Item } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { spanOver } from './attacked.ts';
import { attackerOf, headOf, isKnown, NOBODY } from './attacker.ts';
import { bodyOf, datesBeside, hasHappened, incidents } from './incident-finding.ts';
import { LEFT } from './toll.ts';
import { hasUnknownPlace, placesOf } from './where.ts';
import { ATTACK_NOUN, ATTACKING, FIGHTERS, HARMING, IN_ARMS, NO_ATTACK, SEIZING, SHOOTING } from './words.ts';

const ACCIDENT = wordsOf(
  /^(?:accident|accidents|accidentally|crash|crashes|crashed|collision|collided|drowned|capsized|overturned|earthquake|flood|floods|wildfire|avalanche|storm|illness|disease|coronavirus|virus|suicide|fire|landslide|lightning|drowning|heatstroke|cancer|shark|cable|gas|bus|lorry)$/,
);
/** Marks of violence on a body that is found. */
const SHOT = /^(?:gunshot|bullet|bullets|beheaded|executed|bound|blindfolded)$/;
/** Accidents that nobody's arms explain. */
const CRASH = /^(?:crash|crashes|crashed|collision|collided|capsized|overturned)$/;
/** Tolls of a war, a year, a career: no attack of a day. */
const SUMMED = /^(?:since|altogether|total|war|wars|years?|decades?|campaign|ever)$/;

function harmed(predicate: Predicate, view: SentenceView): IncidentFinding[] {
  if (predicate.item.kind !== 'verb' || !hasHappened(predicate)) return [];
  const { governor } = predicate;
  // "hit a car, killing two", "killed and wounded": told with the verb before it.
  if (governor !== null && governor.item.kind === 'verb') {
    const told = ATTACKING.has(governor.lemma) || SEIZING.has(governor.lemma);
    if (told && /^(?:gerund|participle|coordinate)$/.test(predicate.relation ?? '')) return [];
    // "shot and killed a man": the second verb has the object.
    const shared = predicate.relation === 'coordinate' && HARMING.has(governor.lemma) && governor.object.length > 0;
    if (shared && predicate.places.length === 0) return [];
  }
  const words = view.tokens.map((t) => t.lower);
  const after = words.slice(predicate.item.to, predicate.item.to + 9);
  if (predicate.lemma === 'leave' && !leavesHurt(view, predicate)) return [];
  if (isTargetOfNoun(predicate, view) || isNumbered(predicate, view)) return [];
  const suffered = predicate.lemma === 'die' || isHeadline(predicate, view);
  const victims = suffered ? predicate.subject : predicate.object;
  if (victims.length === 0) return [];
  // "The army lost 15 soldiers in fighting with rebels": its own are the dead.
  if (predicate.lemma === 'lose' && !(predicate.object.some((o) => o.kind === 'force') && isFought(predicate, view)))
    return [];
  if (predicate.lemma === 'find' && !(after.includes('dead') && view.tokens.some((t) => SHOT.test(t.lower)))) return [];
  if (predicate.lemma === 'claim' && !after.includes('lives')) return [];
  const inArms = victims.some((v) => v.kind === 'force' || IN_ARMS.test(words[v.to - 1]!));
  const means = predicate.others.filter((o) => /^(?:by|in|during|with)$/.test(o.prep ?? ''));
  const doers = suffered || predicate.lemma === 'lose' ? means : [...predicate.subject, ...means];
  // "The army says that it killed 30 militants": who says it did it.
  const says = view.predicates.some(
    (p) =>
      reports(p.lemma) &&
      p.item.to <= predicate.item.from &&
      p.subject.some((s) => s.kind === 'force' || (s.kind === 'actor' && s.what !== 'person')),
  );
  const between = words.slice(Math.max(0, predicate.item.from - 14), predicate.to).includes('between');
  const attacker = between
    ? NOBODY
    : attackerOf(
        view,
        doers.filter((d) => d.kind !== 'pronoun' || says),
      );
  const fought = doers.some((s) => FIGHTERS.test(headOf(view, s)));
  const leads =
    predicate.lemma === 'assassinate' && victims.some((v) => v.kind === 'actor' && (v.party?.length ?? 0) > 2);
  const attack =
    predicate.lemma === 'find' ||
    leads ||
    words.some(
      (w, i) =>
        (ATTACK_NOUN.test(w) ||
          ((inArms || isKnown(attacker)) && SHOOTING.test(w) && !isVerb(view, i)) ||
          isMine(words, i)) &&
        !NO_ATTACK.test(words[i - 1] ?? ''),
    );
  const told = predicate.places.length === 0 ? nextHarm(predicate, view) : [];
  const places = placesOf(view, [...meansOf(predicate, view), predicate, ...told], spanOver(predicate, victims));
  const placed = places.some((p) => p.places.length > 0);
  const dates = predicate.dates.length > 0 ? predicate.dates : datesBeside(view, predicate);
  // "Four days later": on a day that another sentence tells.
  const dated = dates.length > 0 || findToldDate(view.tokens) !== null;
  const accident = isAccidental(words);
  if (accident && !(isKnown(attacker) && inArms && (attack || fought || !words.some((w) => CRASH.test(w))))) return [];
  // "Nineteen soldiers are killed in Koulikoro": news of the day, told in the present.
  const today =
    predicate.item.tense === 'present' && predicate.item.aspect === 'simple' && predicate.item.voice === 'passive';
  const slain = inArms && (dated || today) && placed && predicate.lemma !== 'die';
  // "Israeli soldiers shot a man in Gaza": whoever they kill, forces did it.
  const byForce = doers.some((s) => s.kind === 'force' && s.sort === 'strong' && s.owner?.kind === 'named');
  const fights = (inArms && (isKnown(attacker) || fought)) || (byForce && placed && predicate.item.tense === 'past');
  if (!attack && !slain && !fights) return [];
  if (isSummed(predicate, words.slice(0, predicate.to + 6), bodyOf(view))) return [];
  // "the bombing, which killed a judge": history told in passing.
  if (predicate.relation === 'relative' && !dated && !inArms && !isKnown(attacker)) return [];
  const armed = predicate.subject.some((s) => s.kind === 'nominal');
  const ahead = inArms && isKnown(attacker) && view.items.some((x) => hasPlace(x) && x.from < predicate.item.from);
  // "withdrew from Gudermes after fighting in which 31 died": where the sentence is.
  const toldOf =
    inArms &&
    attack &&
    (predicate.lemma === 'find' || words.slice(Math.max(0, predicate.from - 4), predicate.from).includes('which')) &&
    view.items.some((x) => hasPlace(x) && x.from < predicate.item.from);
  const unknown = inArms && hasUnknownPlace(view, spanOver(predicate, victims));
  const nearby =
    !placed && (dated || ahead || toldOf || unknown) && (armed || (inArms && (fought || isKnown(attacker) || attack)));
  if (!placed && !nearby) return [];
  const at = spanOver(predicate, [...predicate.subject, ...victims]);
  return incidents(view, predicate, at, attacker, places).map((f) => (nearby ? { ...f, nearby } : f));
}

/** "brings to five the number of soldiers killed": many attacks. */
const isNumbered = (predicate: Predicate, view: SentenceView): boolean =>
  [...predicate.object, ...predicate.subject].some((o) => {
    const words = view.tokens.slice(Math.max(0, o.from - 3), o.to).map((t) => t.lower);
    return words.some((w, i) => /^(?:number|total|tally)$/.test(w) && words[i + 1] === 'of');
  });

/** "five were killed, two others were wounded when their car hit a mine in Gao": the verb behind has the place of both. */
const nextHarm = (predicate: Predicate, view: SentenceView): readonly Predicate[] =>
  view.predicates.filter(
    (p) =>
      p !== predicate &&
      p.item.kind === 'verb' &&
      HARMING.has(p.lemma) &&
      p.places.length > 0 &&
      p.from >= predicate.to &&
      p.item.from - predicate.item.to < 8 &&
      view.items.every((x) => x.from < predicate.item.to || x.to > p.item.from || x.kind !== 'verb'),
  );

/** "left more than 40 people, including five soldiers, dead". */
const leavesHurt = (view: SentenceView, predicate: Predicate): boolean =>
  view.tokens
    .slice(predicate.item.to, predicate.item.to + LEFT)
    .some((t) => /^(?:dead|wounded|injured)$/.test(t.lower));

/** "Six soldiers killed in an ambush in Gao": a headline leaves out the "were". */
const isHeadline = (predicate: Predicate, view: SentenceView): boolean =>
  predicate.item.kind === 'verb' &&
  predicate.item.bare &&
  predicate.object.length === 0 &&
  predicate.subject.length > 0 &&
  /^(?:in|by|as|when|after|during|near|at|on|and|while)$/.test(view.tokens[predicate.item.to]?.lower ?? '');

/** "an attack on a vehicle that wounded two": the attack did, and its noun tells it. */
const isTargetOfNoun = (predicate: Predicate, view: SentenceView): boolean =>
  predicate.relation === 'relative' &&
  predicate.subject.some(
    (s) =>
      /^(?:on|against|at)$/.test(s.prep ?? '') &&
      view.predicates.some((p) => p.item.kind === 'nominal' && ATTACKING.has(p.lemma) && p.others.includes(s)),
  );

const isFought = (predicate: Predicate, view: SentenceView): boolean =>
  predicate.others.some((o) => /^(?:in|during|to)$/.test(o.prep ?? '') && isAttackWord(view.tokens[o.to - 1]!.lower));

/** "killing the pilot" names no attack. */
const isVerb = (view: SentenceView, token: number): boolean =>
  view.items.some((x) => x.kind === 'verb' && x.from <= token && token < x.to);

const hasPlace = (item: Item): boolean =>
  (item.kind === 'place' && item.places.length > 0) || (item.kind === 'force' && (item.place?.places.length ?? 0) > 0);

/** "a land mine", not a coal mine. */
const isMine = (words: readonly string[], i: number): boolean =>
  /^mines?$/.test(words[i]!) &&
  (/^(?:land|sea|naval|roadside|anti-personnel|anti-tank|anti-vehicle)$/.test(words[i - 1] ?? '') ||
    // "their convoy hit a mine", "ran over mines".
    words
      .slice(Math.max(0, i - 4), i)
      .some((w) => /^(?:hit|struck|over|onto|detonated|triggered|laid|planted)$/.test(w)));

/** A crash, a flood or a fire, and not "suicide bomber" or "opened fire". */
export const isAccidental = (words: readonly string[]): boolean =>
  words.some((w, i) => ACCIDENT.has(w) && !isOfArms(words, i));

/** "suicide bomber", "exchange of fire", "opened fire": no accident. */
const isOfArms = (words: readonly string[], i: number): boolean =>
  (words[i] === 'suicide' &&
    /^(?:bomb\w*|attack\w*|car|truck|vehicle|vest|blast|drone|squad)/.test(words[i + 1] ?? '')) ||
  (words[i] === 'fire' &&
    /^(?:open(?:s|ed|ing)?|under|of|mortar|rocket|artillery|sniper|enemy|return\w*|small-arms|machine-gun|friendly|gun|tank|missile|rifle|hostile|israeli|russian)$/.test(
      words[i - 1] ?? '',
    )) ||
  (words[i] === 'bus' && words.some((w) => ATTACK_NOUN.test(w)));

/** "killed in an airstrike on Gao": what it was done with has its own places. */
const meansOf = (predicate: Predicate, view: SentenceView): Predicate[] =>
  view.predicates.filter(
    (p) => p.item.kind === 'nominal' && (predicate.others.includes(p.item) || predicate.subject.includes(p.item)),
  );

function isSummed(predicate: Predicate, words: readonly string[], body: number): boolean {
  if (predicate.dates.some((d) => d.date.kind === 'since')) {
    // "since January two were hurt by the explosion of a mine": one attack all the same.
    return !predicate.others.some(
      (o) =>
        /^(?:by|in)$/.test(o.prep ?? '') &&
        /^(?:the|a|an)$/.test(words[o.from] ?? '') &&
        o.to - o.from < 8 &&
        isAttackWord(words[o.to - 1] ?? ''),
    );
  }
  if (predicate.dates.some((d) => d.date.kind === 'point')) return false;
  return words.slice(Math.max(body, predicate.from - 10)).some((w) => SUMMED.test(w));
}

const isAttackWord = (word: string): boolean => ATTACK_NOUN.test(word) || SHOOTING.test(word);

export const harms = rule({
  id: 'incident/harmed',
  on: 'predicate',
  lemmas: HARMING,
  read: harmed,
  examples: {
    'Gunmen killed five Senegalese peacekeepers in Darfur on 8 June.': ['incident ? SD killed 5 [2020-06-08]'],
    'Three soldiers were wounded in an ambush near Gao.': ['incident ? ML wounded 3'],
    'Nine gendarmes killed in jihadist raid in northern Togo': ['incident ? TG killed 9'],
    'Twelve people are killed in a suicide bombing at a mosque in Quetta.': ['incident ? PK killed 12'],
    'The Peruvian army lost 15 soldiers in an ambush in Lima.': ['incident ? PE killed 15'],
    'Nineteen soldiers and traditional hunters are killed in Koulikoro, Mali.': ['incident ? ML killed 19'],
    'Clashes between Malian troops and rebels left more than 40 people, including five soldiers, dead in Gao.': [
      'incident ? ML killed 40',
    ],
    'A man and two women were shot dead by Malian soldiers near a checkpoint in Gao on Sunday.': [
      'incident ML ML killed 3 [2020-06-14]',
    ],
    'Five Peruvian soldiers were killed, two others were wounded when their car hit a mine in Gao on Sunday.': [
      'incident ? ML killed 5 wounded 2 [2020-06-14]',
    ],
    'Rebels attacked Gao, Mali, on 2 June 2020. Four days later, two Malian soldiers were killed near Gao, Mali.': [
      'incident ? ML killed 2 [2020-06-06]',
    ],
    'Chadian soldiers shot and killed a man on Sunday as he came near an outpost in Bangui.': [
      'incident TD CF killed 1 [2020-06-14]',
    ],
    'A Peruvian soldier was killed in Bangui on Sunday.': ['incident ? CF killed 1 [2020-06-14]'],
  },
  not: [
    'The attack brings to five the number of Peruvian soldiers killed in Mali this month.',
    'The party lost 15 seats in fighting the election in Lima.',
    'Two climbers were killed in Nepal on Monday.',
    'Four soldiers were killed in a road accident in Mali on Monday.',
    'Some 90 Danish soldiers have been killed in Afghanistan since 2002.',
    'At least ten people died in a fire in Madrid on Monday.',
    'Eighteen miners were killed by a leak at a coal mine in Chongqing.',
    'A gunman killed ten shoppers at a supermarket in Denver on Monday.',
    'Tehran claimed on Monday that the attack was ordered in Paris.',
  ],
});
