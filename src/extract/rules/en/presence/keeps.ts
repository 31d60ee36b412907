// Presences by a verb of having or keeping: owner keeps force at place, force numbers so many.

import { rule } from '../../../rule.ts';
import { isStrengthOfMoved } from '../movement/its-number.ts';
import { forcesIn, missionIn, ownersIn, placeOf, whereabouts } from '../roles.ts';
import { isKept, isState, placesOfParticiple } from '../state.ts';
import { has, isClaimless, isPlace, thereOf, unknownPlaces } from './clause.ts';
import {
  AUTHORISES,
  counted,
  countIn,
  crewsOf,
  eachIts,
  isBody,
  isCompared,
  isKeptSomewhere,
  isNextInRow,
  isOfThatForce,
  isPlannedMove,
  keepsCeiling,
  membersIn,
  placesWithCounts,
  plainCount,
  withCrew,
} from './kept.ts';
import { namedExamples } from './named-examples.ts';
import { UNFILLED } from './strength.ts';

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
    // "a force that will number 6,000": whose it is to be is not told.
    const isAny = stock !== undefined && stock.owner === null && !stock.definite && stock.mission === null;
    if (isAny && stock.place === null && p.relation === 'relative') return [];
    if (/^(?:number|count)$/.test(p.lemma) && stock !== undefined) {
      // "The garrison at Doraleh numbers about 400": the number is the subject's.
      const number = countIn(p) ?? plainCount(p, stock);
      const places = whereabouts(p, stock);
      if (number === null) return [];
      // "Ethiopia's contingent numbers 1,290 and Rwanda's 1,836".
      const others = forcesIn(p.object).filter(
        (f) => f !== number && f.sort === 'bare' && f.owner?.kind === 'named' && f.quantity?.of === 'personnel',
      );
      return [
        { ...has(p, counted(stock, number), [], places), fallback: true },
        ...others.map((f) => ({ ...has(p, { ...f, head: stock.head, sort: stock.sort }, [], places), fallback: true })),
      ];
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
    const each = eachIts(p, owners);
    if (each !== null) return each.map(([owner, force]) => ({ ...has(p, force, [owner], []), again: 'row' as const }));
    const crews = crewsOf(p, owners, view);
    if (crews !== null) {
      const at = whereabouts(p, forcesIn(p.object)[0] ?? null);
      return crews.map((crew, i) => has(p, crew, [owners[i]!], at.length > 0 ? at : [thereOf(p)]));
    }
    const pairs = placesWithCounts(p, view);
    if (pairs.length > 0 && owners.length > 0) {
      const [first] = forcesIn(p.object);
      const there = p.places.filter((x) => !pairs.some(([y]) => x === y));
      const at = first === undefined ? [] : whereabouts({ ...p, places: there }, first);
      if (first?.quantity && at.length > 0)
        return [
          has({ ...p, places: there }, first, owners, at),
          ...pairs.map(([place, count]) =>
            has(p, { ...count, head: first.head, sort: first.sort, place }, owners, [place]),
          ),
        ];
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
        // "has an authorised strength of 4,200": how many there may be.
        if (view.tokens.slice(p.item.to, force.to).some((t) => UNFILLED.has(t.lower))) return [];
        // "will have its 40 soldiers out of Mali by May": gone.
        if (view.tokens[force.to]?.lower === 'out') return [];
        // "3,300 personnel on operations overseas": in many places.
        const away = view.tokens.slice(force.to, force.to + 5).find((t) => /^(?:overseas|abroad)$/.test(t.lower));
        const world = away === undefined ? undefined : p.places.find((x) => x.ref === 'abroad');
        if (away !== undefined) return world === undefined ? [] : [has(p, force, owners, [world])];
        const places = [...whereabouts(p, force), ...placesOfParticiple(force, view.predicates)];
        if (places.length === 0) places.push(...missions.map(placeOf).filter(isPlace));
        // "Rwanda has 2,600 soldiers in the mission": the mission told of before says where.
        // "The operation has nine warships": that told of just before.
        const told = p.subject.find((n) => n.kind === 'mission' && n.entry === null && n.owner === null);
        const isOdd = force.quantity !== null && (force.quantity.of !== 'personnel' || force.sort === 'bare');
        if (told && places.length === 0 && isOdd && force.owner === null && !force.additional)
          return [{ ...has(p, force, [told], [], 0.75), again: 'same' as const }];
        const around = p.relation === 'coordinate' ? [...p.others, ...(p.governor?.others ?? [])] : p.others;
        const mission = missionIn(around.filter((n) => n.prep !== null && /^(?:in|with|under)$/.test(n.prep)));
        // "France maintains some 1,500 troops under a treaty": where the story is.
        // "Nigeria, which has 9,000 soldiers in the force": in that told of.
        const inIt = p.others.some(
          (o) => o.kind === 'force' && o.prep === 'in' && o.head === 'force' && o.definite && o.quantity === null,
        );
        if (places.length === 0 && mission === null && (inIt || isNextInRow(p, force)))
          return [{ ...has(p, force, owners, []), again: 'row' as const }];
        if (places.length === 0 && mission === null && (isKeptSomewhere(p, force) || isCompared(force)))
          places.push(thereOf(p));
        if (places.length === 0 && mission === null && isOfThatForce(p, force))
          return [{ ...has(p, force, owners, [], 0.75), again: 'same' as const }];
        if (places.length === 0 && mission === null && force.quantity !== null && force.sort === 'strong')
          places.push(...unknownPlaces(p, view));
        if (owners.length === 0 || (places.length === 0 && mission === null)) return [];
        // "Operation Barkhane has about 4,500".
        const sure = force.sort === 'bare' && p.subject.some((n) => n.kind === 'mission' && n.entry !== null) ? 1 : 0.9;
        return [places.length > 0 ? has(p, force, owners, places, sure) : { ...has(p, force, owners, []), mission }];
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
    'France has some 7,000 soldiers on operations overseas, including 900 in Chad.': [
      'presence FR ~7000 mission "operations" R:WORLD',
    ],
    "Thai troops serve in Mali. Ethiopia's contingent numbers 290 and Togo's 136.": [
      'presence ET 290 ML',
      'presence TG 136 ML',
    ],
    'Danish soldiers are in Mali. Nigeria, which has 900 soldiers in the force, stays.': ['presence NG 900 ML'],
    'Thai troops serve in Mali. Chile and Peru have 500 and 700.': ['presence CL 500 ML', 'presence PE 700 ML'],
    'In Togo there are 950 French soldiers. France has 300 in Benin, in Gabon 350 and in Chad 400.': [
      'presence FR 300 BJ',
      'presence FR 350 GA',
      'presence FR 400 TD',
    ],
    'Denmark has 900 soldiers in Mali. Egypt and Peru had 140 each.': ['presence EG 140 ML', 'presence PE 140 ML'],
    'UNDOF had 1,300 soldiers in May. It now has 1,100.': ['presence UN 1100 SY'],
    'Denmark has 90 soldiers in Mali. Britain, in charge of the airport, keeps 300.': ['presence GB 300 ML'],
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
    'Ghana, Guinea and Benin keep 2,000 soldiers in Sierra Leone.': ['presence COALITION 2000 SL'],
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
    'Denmark told the 500 soldiers that it has no money in Mali.',
    'France keeps about 1,500 cows in the Sahel.',
    'Estonia had no soldiers in Helmand.',
    'NATO is to maintain the troop ceiling in Kosovo of 4,000 soldiers, 60 observers and 90 police officers.',
    'A treaty allows Estonia to keep 3,000 soldiers in Helmand.',
    'Estonia plays in Helmand. Latvia has 33.',
    'The mission in Mali, MINUSMA, has an authorised strength of 4,200 soldiers.',
    'Italy and Spain are in Albania, the vanguard of a force that will number 6,000.',
  ],
});
