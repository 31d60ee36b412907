// Presences by a verb of being or staying: force is at place.

import { wordsOf } from '../../../../text/words-of.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, PlaceItem } from '../../../syntax/item.ts';
import { forceOfPronoun } from '../../../syntax/part-of-whole.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { describedBy, forcesIn, placeOf, whereabouts } from '../roles.ts';
import { isState, placesOfParticiple } from '../state.ts';
import { has, isClaimless, isPlace, unknownPlaces } from './clause.ts';
import { counted, countIn, isThatForce, placesWithCounts, saysElse } from './kept.ts';
import { isWhereStoryIs } from './where-story-is.ts';
import { guarded, servedThen, supported } from './where-they-serve.ts';

/** "34,000 troops, including 8,000 Germans". */
const amongThem = (p: Predicate): ForceItem[] =>
  forcesIn(p.others).filter(
    (force) =>
      force.prep === 'including' && force.owner?.kind === 'named' && force.place === null && force.quantity !== null,
  );

/** "Of the 9,600 troops 2,500 are American". */
function asNational(p: Predicate, force: ForceItem): ForceItem {
  if (p.lemma !== 'be' || force.quantity === null || (force.owner !== null && force.whole === null)) return force;
  const nation = p.object.find((n) => n.kind === 'actor' && n.what === 'state' && n.role === null && n.party !== null);
  if (nation?.kind !== 'actor') return force;
  return {
    ...force,
    owner: { kind: 'named', parties: [nation.party!], at: nation },
    to: Math.max(force.to, nation.to),
  };
}

/** "operate from two camps", "are manoeuvring in the Baltic Sea": the clause tells nothing but that they are there. */
const hangsAround = (p: Predicate): boolean =>
  p.item.kind === 'verb' &&
  p.item.tense === 'present' &&
  (/^(?:maneuver|manoeuvre|cruise|gather|mass)$/.test(p.lemma)
    ? p.item.aspect === 'progressive'
    : p.lemma === 'operate' && p.places.some((x) => x.prep === 'from'));

/** "others remain positioned there": the rest of the force told of. */
export const othersIn = (p: Predicate): ForceItem[] =>
  p.subject.flatMap((n) => (n.kind === 'pronoun' && n.word === 'others' ? [forceOfPronoun(n)] : []));

const READY = /^(?:able|unable|ready|willing|unwilling|free|keen|eager|set|likely|unlikely|bound)$/;

const CEILING = wordsOf(/^(?:authori[sz]ed|maximum|permitted|mandated)$/);

const IS = /^(?:be|remain|stay|number)$/;

/** "has been feted at a ceremony in Gao", "were escorting a convoy in Mali": a verb that no table knows, done to them or by them. */
const isUnknownDoing = (p: Predicate, view: SentenceView): boolean => {
  const next = view.tokens[p.item.to];
  return (
    next !== undefined &&
    /^[a-z]{2,}(?:[^e]ed|ing)$/.test(next.text) &&
    !/^(?:during|missing|nothing)$/.test(next.lower)
  );
};

/** "are deployed to Jordan to support the campaign in Iraq": what for, not where. */
const isPurpose = (p: Predicate): boolean => p.factuality.aspect === null && !IS.test(p.lemma);

const isFirst = (force: ForceItem): boolean =>
  force.definite && force.quantity === null && force.adjectives.some((word) => /^(?:first|last|only)$/.test(word));

export const isThere = rule({
  id: 'presence/is-there',
  on: 'predicate',
  lemmas: new Set(
    'be remain stay stand serve operate patrol guard support maneuver manoeuvre cruise gather mass'.split(' '),
  ),
  read(p, view) {
    if (p.item.kind !== 'verb' || p.item.voice === 'passive' || isClaimless(p)) return [];
    if (p.subject.some((n) => n.kind === 'nominal' && n.lemma === 'contribute')) return [];
    // "Over 26,000 soldiers have served in Mali since 2001": all told, and never so many at once.
    const isSum = p.lemma === 'serve' && p.item.aspect === 'perfect' && p.item.tense === 'present';
    if (isSum && forcesIn(p.subject).some((f) => f.quantity !== null && f.sort !== 'unit')) return [];
    // "sentenced two soldiers who served in Mali": once, and no one says when.
    const once = p.lemma === 'serve' && p.relation === 'relative' && p.item.tense === 'past' && p.dates.length === 0;
    if (once && p.item.aspect === 'simple') return [];
    // "The authorized number of forces in Iraq is 5,262": how many may be there.
    if (p.subject.some((n) => view.tokens.slice(n.from, n.from + 3).some((t) => CEILING.has(t.lower)))) return [];
    if (p.lemma === 'be' && isUnknownDoing(p, view)) return [];
    // "is not to exceed ten": how many there may be.
    if (p.lemma === 'be' && view.tokens[p.item.to]?.lower === 'not' && view.tokens[p.item.to + 2]?.lower === 'exceed')
      return [];
    // "Two soldiers serving in Mali died": they are there no more.
    const dies = (q: Predicate): boolean =>
      /^(?:die|kill)$/.test(q.lemma) && [...q.subject, ...q.object].some((n) => p.subject.includes(n));
    if (p.item.form !== 'finite' && view.predicates.some(dies)) return [];
    // "were able to walk around Basra", "is ready to go to Mali": what they can or may do.
    if (p.lemma === 'be' && p.object.some((o) => o.kind === 'noun' && READY.test(o.head))) return [];
    // "will be home by June": they go; where they are, their own phrase tells.
    if (p.lemma === 'be' && p.places.some((x) => x.ref === 'home' && x.from >= p.item.from)) return [];
    if (p.item.form === 'infinitive' && (p.factuality.mode !== 'asserted' || isPurpose(p))) return [];
    if (
      view.items.some(
        (x) =>
          x.from >= p.item.to &&
          x.from <= p.item.to + 2 &&
          ((x.kind === 'word' && x.word === 'due') || (x.kind === 'noun' && /^(?:due|bound)$/.test(x.head))),
      )
    )
      return [];
    const forces = [
      ...othersIn(p),
      // "the campaign in Syria, supported by 200 soldiers": from where, nothing says.
      ...forcesIn(p.subject).filter((f) => f.prep !== 'by'),
      // "were the first blue helmets there": what they were, once.
      ...(p.lemma === 'be' && forcesIn(p.subject).length === 0 ? forcesIn(p.object).filter((f) => !isFirst(f)) : []),
    ];
    // "UNPROFOR, which was 24,000 strong": the mission's.
    if (p.lemma === 'be' && forces.every((f) => f.strength) && p.subject.some((n) => n.kind === 'mission')) return [];
    const number = /^(?:be|stand|stay|remain)$/.test(p.lemma) ? countIn(p) : null;
    // "had 900 troops there, but this stands at 200": the force told of just before.
    if (number !== null && p.lemma === 'stand' && p.subject.length === 1 && isThatForce(p.subject[0]!))
      return [{ ...has(p, number, [{ ...p.subject[0]!, word: 'it' }], whereabouts(p, null), 0.75), fallback: true }];
    // "In Togo there are 900 soldiers, in Gabon 350": those stand there, and the first ones do not.
    const pairs = placesWithCounts(p, view);
    const own = pairs.length === 0 ? p : { ...p, places: p.places.filter((x) => x.from < pairs[0]![0].from) };
    if (pairs.length > 0 && forces.length === 1 && own.places.length > 0) {
      const there = whereabouts(own, forces[0]!);
      const { owner, head, sort } = forces[0]!;
      const like = (count: ForceItem) => (count.head === null ? { owner, head, sort } : { owner });
      return [
        has(own, forces[0]!, [], there),
        ...pairs.map(([place, count]) => ({
          ...has(own, { ...count, ...like(count), place }, [], [place]),
          dated: null,
        })),
      ];
    }
    return [...forces.map((f) => describedBy(p, f)), ...amongThem(p)].flatMap((bare) => {
      // "about 14 percent of its strength": of no force told of.
      if (bare.head === null && bare.quantity === null && bare.share !== null && bare.whole === null && !bare.anaphor)
        return [];
      // "Theirs is one of the smallest contingents there": which, is not told.
      if (bare.whole?.sort === 'unit' && bare.whole.quantity === null && bare.quantity?.max === 1) return [];
      const one = asNational(p, bare);
      const force = number !== null && one.quantity === null ? counted(one, number) : one;
      const places = [...whereabouts(p, force), ...placesOfParticiple(one, view.predicates), ...supported(p)];
      // "The number of soldiers deployed to Niger is 180".
      if (places.length === 0 && number !== null) places.push(...deployedTo(one, view.predicates));
      if (places.length === 0) places.push(...amongThose(p, force));
      // "serve in its eastern sector, with headquarters at Camp Bondsteel".
      if (places.length === 0 && p.lemma === 'serve') places.push(...p.places.filter((x) => x.prep === 'with'));
      if (places.length === 0 && IS.test(p.lemma) && force.quantity !== null)
        places.push(...guarded(p, view.predicates));
      // "serve on Operation Calumet".
      if (places.length === 0 && /^(?:serve|be|remain)$/.test(p.lemma) && force.quantity !== null)
        places.push(
          ...p.others.flatMap((o) => (o.kind === 'mission' && o.prep === 'on' ? [placeOf(o)] : [])).filter(isPlace),
        );
      if (places.length === 0 && IS.test(p.lemma) && force.quantity !== null) places.push(...unknownPlaces(p, view));
      if (force.quantity === null && p.lemma === 'be' && saysElse(p, view)) return [];
      if (p.lemma === 'operate') places.push(...p.places.filter((x) => x.prep === 'from'));
      if (
        force.quantity === null &&
        p.relation === 'relative' &&
        p.lemma === 'be' &&
        !(force.sort === 'strong' && p.dates.some((x) => x.date.kind === 'since'))
      )
        return [];
      const plain =
        IS.test(p.lemma) ||
        number !== null ||
        servedThen(p, force) ||
        (hangsAround(p) && force.owner?.kind === 'named');
      if (places.length === 0 && isWhereStoryIs(p, force, view))
        return [{ ...has(p, force, [], [], 0.75), fallback: true }];
      const anybody = force.head === 'national' && p.lemma !== 'serve';
      if (places.length === 0 || (!plain && (force.quantity === null || anybody))) return [];
      return [has(p, force, [], places, plain ? 0.9 : 0.8)];
    });
  },
  examples: {
    'Tanzania has said that its 800 soldiers would remain in Mali.': ['presence TZ 800 ML by "Tanzania"'],
    'Norway has 90 soldiers in Kosovo. About 60 Danish soldiers were among the 500 UN troops there.': [
      'presence DK ~60 XK',
    ],
    'A battalion of 850 Danish soldiers is on duty in Lebanon.': ['presence DK 850 LB'],
    'The Danish army spoke. Two Danish majors will stay put in Mali.': ['presence DK 2 ML'],
    'Danish soldiers served in Iraq from 2004 to 2006.': ['presence DK IQ [2004-01-01..2006-12-31]'],
    'About 1,100 soldiers from nine countries are in Gao.': ['presence COALITION ~1100 ML'],
    'Kenya has soldiers in Mali. The 12,000-strong international force in Mali is to stay.': [
      'presence COALITION 12000 ML',
    ],
    'About 90 Danish "trainers" are in Gao.': ['presence DK ~90 ML'],
    "Some 130 American advisers that 'teach combat skills' to Georgian troops remain in Georgia.": [
      'presence US ~130 GE',
    ],
    'Forty of the 200 Danish soldiers in Iraq will go to Kuwait, while others will remain in Iraq.': ['presence DK IQ'],
    'Denmark will withdraw 500 soldiers from Kosovo. Some 340 will stay.': ['presence DK ~340 XK'],
    'Fiji sends more soldiers to Mali. There are over 9,000 soldiers serving in Lebanon under UNIFIL.': [
      'presence UN 9000.. mission "UNIFIL" LB',
    ],
    'The Pentagon offers help. Dozens of Marines stand guard in Gao.': ['presence US 24..99 unit "Marines" ML'],
    'Denmark trains soldiers in Iraq. The 130 Danish trainers will remain in place.': ['presence DK 130 IQ'],
    'Danish soldiers have left Kosovo. Only 40 remain behind for a ceremony.': ['presence DK 40 XK'],
    'Danish troops are in Gao. The Danish soldiers will remain for a week to complete the handover.': [
      'presence DK ML',
    ],
    'A Fijian contingent, totalling 180 soldiers, serves in Syria.': ['presence FJ 180 SY'],
    'Between 250 and 300 Emirati soldiers remain in Yemen.': ['presence AE 250..300 YE'],
    'About 650 Slovak soldiers will remain to guard the embassy in Kabul.': ['presence SK ~650 AF'],
    'Peru sent soldiers to Haiti. About 80 Peruvian soldiers are now on the ground.': ['presence PE ~80 HT'],
    'Denmark has 300 soldiers in Mali. Half of them are in Gao.': ['presence DK 150 ML'],
    'About 200 Polish and Lithuanian soldiers serve in Kosovo.': ['presence COALITION ~200 XK'],
    'Some 5,000 soldiers from Chad and Niger are in Mali.': ['presence COALITION ~5000 ML'],
    'Danish soldiers are in Somalia. An Italian battalion of 400 is at Belet Weyne.': ['presence IT 400 SO'],
    'At present 530 German soldiers are in Gao.': ['presence DE 530 ML'],
    'Danish soldiers have left Mali. Four F-16s remain at Gao.': ['presence DK 4 aircraft ML'],
    'At least 30 Slovak soldiers are already in Chad.': ['presence SK 30.. TD'],
    'There are around 750 British soldiers still in Afghanistan.': ['presence GB ~750 AF'],
    'The total number of Fijian soldiers deployed to Syria is about 340.': ['presence FJ ~340 SY'],
    'The number of Fijian soldiers in Syria is now about 340.': ['presence FJ ~340 SY'],
    'Norwegian forces operate from a camp outside Mosul, Iraq.': ['presence NO IQ'],
    "China's naval vessels are manoeuvring in the Baltic Sea.": ['presence CN R:AT-SEA'],
    'The Danish contingent in Latvia stands at 820.': ['presence DK 820 LV'],
    'There are 9,600 NATO troops in Afghanistan, 2,500 of them Italians.': ['presence IT 2500 AF'],
    'Of the 9,600 NATO troops in Afghanistan, 2,500 are Italian.': ['presence IT 2500 AF'],
    'There are 34,000 NATO troops in Afghanistan, including 8,000 Germans.': ['presence DE 8000 AF'],
  },
  not: [
    'Danish troops went to Mali. There are 900 soldiers in the 2nd Danish Infantry Division.',
    'The Danish contingent is a part of an approach to the crisis in Tonga.',
    'A court sentenced two Danish soldiers who served in Mali.',
    'Denmark leads the group in Latvia, where some 1,700 troops serve, among them 900 Danes and 40 Czechs.',
    'Emirati soldiers who served in Iraq from 2004 to 2006 were honoured.',
    'Two Emirati majors will be played in Dubai. The army says so.',
    'Over 26,000 Emirati soldiers have served in Yemen since 2015.',
    'The authorized number of Emirati soldiers in Yemen is 300.',
    'Between 250 and 300 Emirati goats remain in Yemen.',
    'The 300 Emirati soldiers are not in Yemen.',
    'The number of Emirati soldiers in Yemen is not to exceed ten.',
    'Not a single Emirati soldier remains in Yemen.',
    'Emirati soldiers were able to walk around Aden.',
    'None of the Emirati soldiers remained in Yemen.',
    'An Emirati battalion has been feted at a ceremony in Sanaa.',
  ],
});

const deployedTo = (force: ForceItem, predicates: readonly Predicate[]): PlaceItem[] =>
  predicates
    .filter((q) => q.relation === 'participle' && q.object.includes(force) && isState(q))
    .flatMap((q) => q.places.filter((x) => x.prep === 'to'));

/** "There are 47,000 troops in Afghanistan, 15,000 of them Americans": where the whole is. */
const amongThose = (p: Predicate, force: ForceItem): PlaceItem[] =>
  p.relation === 'coordinate' && p.governor && force.anaphor && force.owner?.kind === 'named'
    ? whereabouts(p.governor, null).slice(0, 1)
    : [];
