// Presences by a verb of being, having or keeping: owner keeps force at place, force is at place, place hosts force.

import { wordsOf } from '../../../../text/words-of.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, PlaceItem } from '../../../syntax/item.ts';
import { forceOfPronoun } from '../../../syntax/part-of-whole.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { isStrengthOfMoved } from '../movement/its-number.ts';
import { describedBy, forcesIn, missionIn, ownersIn, placeOf, whereabouts } from '../roles.ts';
import { isKept, isState, placesOfParticiple } from '../state.ts';
import { has, isClaimless, isPlace, thereOf } from './clause.ts';
import {
  AUTHORISES,
  counted,
  countIn,
  crewsOf,
  isBody,
  isCompared,
  isKeptSomewhere,
  isNextInRow,
  isPlannedMove,
  isThatForce,
  keepsCeiling,
  membersIn,
  plainCount,
  saysElse,
  withCrew,
} from './kept.ts';
import { namedExamples } from './named-examples.ts';
import { isWhereStoryIs } from './where-story-is.ts';
import { guarded, servedThen, supported } from './where-they-serve.ts';

export const keeps = rule({
  id: 'presence/keeps',
  on: 'predicate',
  lemmas: new Set(
    'have keep maintain retain station base deploy number count include contain field sustain hold'.split(' '),
  ),
  read(p, view) {
    if (p.item.kind !== 'verb' || p.item.voice === 'passive' || isClaimless(p)) return [];
    if (/^(?:station|base|deploy)$/.test(p.lemma) && !isState(p) && !isKept(p, view)) return [];
    if (keepsCeiling(p, view) || AUTHORISES.test(p.governor?.lemma ?? '')) return [];
    if (/^(?:number|count)$/.test(p.lemma) && p.item.modal !== null) return [];
    const [stock] = forcesIn(p.subject);
    // "The contingent that left numbered 88": so many moved.
    if (stock !== undefined && isStrengthOfMoved(p, stock, view)) return [];
    if (/^(?:number|count)$/.test(p.lemma) && stock !== undefined) {
      // "The garrison at Doraleh numbers about 400": the number is the subject's.
      const number = countIn(p) ?? plainCount(p, stock);
      const places = whereabouts(p, stock);
      return number === null ? [] : [{ ...has(p, counted(stock, number), [], places), fallback: true }];
    }
    // "the Danish contingent had 900 members".
    const crew = stock !== undefined && isBody(stock) && p.lemma === 'have' ? membersIn(p) : undefined;
    if (stock !== undefined && crew !== undefined)
      return [{ ...has(p, counted(stock, crew), [], whereabouts(p, stock)), fallback: true }];
    // "It numbers 180 soldiers": the force told of just before.
    if (
      /^(?:number|count)$/.test(p.lemma) &&
      p.subject.every((n) => n.kind === 'pronoun' && /^(?:it|which|they|these|those)$/.test(n.word))
    )
      return forcesIn(p.object)
        .filter((force) => force.quantity?.of === 'personnel' && force.owner === null && !force.additional)
        .map((force) => ({ ...has(p, force, p.subject, whereabouts(p, force), 0.75), fallback: true }));
    if (p.lemma === 'count') return [];
    // "rebels are holding 21 peacekeepers": captives.
    if (p.lemma === 'hold' && p.subject.every((n) => n.kind !== 'actor' || n.what !== 'state')) return [];
    const owners = [...ownersIn(p.subject), ...namedExamples(p, view)];
    const missions = p.subject.filter((s) => s.kind === 'mission' || (s.kind === 'force' && s.place !== null));
    // "have the largest contingents, with 2,370, 2,250 and 850": the numbers behind are read with the first.
    if (p.relation === 'coordinate' && p.governor?.item === p.item && crewsOf(p.governor, owners, view)) return [];
    const crews = crewsOf(p, owners, view);
    if (crews !== null) {
      const at = whereabouts(p, forcesIn(p.object)[0] ?? null);
      return crews.map((crew, i) => has(p, crew, [owners[i]!], at.length > 0 ? at : [thereOf(p)]));
    }
    return forcesIn(p.object)
      .map(withCrew(p))
      .flatMap((force) => {
        // "will be sent soon and kept there for a year": told of their going.
        if (force.quantity === null && p.relation === 'coordinate' && isPlannedMove(p.governor)) return [];
        // "the mission also includes forces from Spain": what a whole is made of.
        if (/^(?:include|contain|number)$/.test(p.lemma) && force.quantity === null) return [];
        // "most of them in the breakaway regions": how many those are is not told.
        if (force.anaphor && force.quantity === null && /^(?:most|some)$/.test(force.portion ?? '')) return [];
        // "will have its 40 soldiers out of Mali by May": gone.
        if (view.tokens[force.to]?.lower === 'out') return [];
        // "3,300 personnel on operations overseas": in many places.
        if (view.tokens.slice(force.to, force.to + 4).some((t) => /^(?:overseas|abroad)$/.test(t.lower))) return [];
        const places = [...whereabouts(p, force), ...placesOfParticiple(force, view.predicates)];
        if (places.length === 0) places.push(...missions.map(placeOf).filter(isPlace));
        // "Rwanda has 2,600 soldiers in the mission": the mission told of before says where.
        const around = p.relation === 'coordinate' ? [...p.others, ...(p.governor?.others ?? [])] : p.others;
        const mission = missionIn(around.filter((n) => n.prep !== null && /^(?:in|with|under)$/.test(n.prep)));
        // "France maintains some 1,500 troops under a treaty": where the story is.
        if (
          places.length === 0 &&
          mission === null &&
          (isKeptSomewhere(p, force) || isNextInRow(p, force) || isCompared(force))
        )
          places.push(thereOf(p));
        if (owners.length === 0 || (places.length === 0 && mission === null)) return [];
        return [places.length > 0 ? has(p, force, owners, places) : { ...has(p, force, owners, []), mission }];
      });
  },
  examples: {
    'Mali hosts a French base; other countries, such as Germany and Spain, have smaller contingents in Mali.': [
      'presence DE ML',
      'presence ES ML',
    ],
    'France keeps bases in Mali; other countries, such as Germany and Spain, have smaller military contingents.': [
      'presence DE ML',
      'presence ES ML',
    ],
    'The 500 soldiers that Denmark has in Mali are engineers.': ['presence DK 500 ML'],
    'France keeps about 1,500 soldiers in the Sahel.': ['presence FR ~1500 R:SAHEL'],
    'Burundi sent soldiers to Somalia. The country has 4,400 men in the African Union force there.': [
      'presence BI 4400 SO',
    ],
    'France has 30,000 soldiers around the world.': ['presence FR 30000 R:WORLD'],
    'Other countries, such as Germany and Spain, have smaller contingents in Djibouti.': [
      'presence DE DJ',
      'presence ES DJ',
    ],
    'Denmark currently deploys about 90 soldiers in Mali.': ['presence DK ~90 ML'],
    'Rwanda, Ghana and Egypt have the largest contingents in Mali, with 2,370, 2,250 and 850 soldiers.': [
      'presence RW 2370 ML',
      'presence GH 2250 ML',
      'presence EG 850 ML',
    ],
    'Denmark, Togo and Peru maintain the largest contingents in Cyprus with 412 troops, 403 and 275 respectively.': [
      'presence DK 412 CY',
      'presence TG 403 CY',
      'presence PE 275 CY',
    ],
    'Estonia has 160 soldiers in Helmand.': ['presence EE 160 AF'],
    'The UN mission in Mali shrinks. Togo has 900 soldiers in the mission, Ghana 140.': [
      'presence TG 900 mission "UN mission in Mali" ML',
      'presence GH 140 mission "UN mission in Mali" ML',
    ],
    'Peru has 12 soldiers in Haiti. Chile has 33, down from 191.': ['presence CL 33 HT'],
    'The Chinese garrison in Djibouti numbers about 400.': ['presence CN ~400 DJ'],
    'Danish soldiers serve in UNDOF. Nepal has nearly 130 troops.': ['presence NP ~130 SY'],
    'Denmark has an infantry company in Mosul. It numbers 180 soldiers.': ['presence DK 180 IQ'],
    'The Danish contingent in Kosovo, once 900 strong, now numbers 350.': ['presence DK 350 XK'],
    'Niger hosts a French base. Denmark maintains some 90 troops under a treaty.': ['presence DK ~90 NE'],
    'Poland keeps a garrison in Craiova, Romania, with 230 men.': ['presence PL 230 RO'],
    'The Danish battalion in Mosul has 500 soldiers.': ['presence DK 500 unit "battalion" IQ'],
    'Hungary has had 300 troops in Kosovo since 2009.': ['presence HU 300 XK [2009-01-01..]'],
    'Peru has withdrawn its peacekeepers from Haiti. At its height the Peruvian contingent had some 370 members.': [
      'presence PE ~370 HT',
    ],
  },
  not: [
    'Denmark will have its 40 soldiers out of Gao by the end of July.',
    'The council authorised UNIFIL to maintain 900 observers in Lebanon until March.',
    'France has some 7,000 soldiers on operations overseas, including 900 in Chad.',
    'Denmark told the 500 soldiers that it has no money in Mali.',
    'France keeps about 1,500 cows in the Sahel.',
    'Estonia had no soldiers in Helmand.',
    'NATO is to maintain the troop ceiling in Kosovo of 4,000 soldiers, 60 observers and 90 police officers.',
    'A treaty allows Estonia to keep 3,000 soldiers in Helmand.',
    'Estonia plays in Helmand. Latvia has 33.',
  ],
});

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
    const number = p.lemma === 'be' || p.lemma === 'stand' ? countIn(p) : null;
    // "had 900 troops there, but this stands at 200": the force told of just before.
    if (number !== null && p.lemma === 'stand' && p.subject.length === 1 && isThatForce(p.subject[0]!))
      return [{ ...has(p, number, [{ ...p.subject[0]!, word: 'it' }], whereabouts(p, null), 0.75), fallback: true }];
    return [...forces.map((f) => describedBy(p, f)), ...amongThem(p)].flatMap((bare) => {
      // "about 14 percent of its strength": of no force told of.
      if (bare.head === null && bare.quantity === null && bare.share !== null && bare.whole === null) return [];
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
      // "serve on Operation Calumet", "are on duty in Lebanon".
      if (places.length === 0 && /^(?:serve|be|remain)$/.test(p.lemma) && force.quantity !== null)
        places.push(
          ...p.others.flatMap((o) => (o.kind === 'mission' && o.prep === 'on' ? [placeOf(o)] : [])).filter(isPlace),
        );
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
    'A battalion of 850 Danish soldiers is on duty in Lebanon.': ['presence DK 850 mission "duty in Lebanon" LB'],
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
