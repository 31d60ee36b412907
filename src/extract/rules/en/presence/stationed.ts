// Presences by a participle of place: "are stationed in Beirut", "remain deployed to Jordan", "surrounding the city".
import { MOTION } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, PlaceItem } from '../../../syntax/item.ts';
import { isNoun } from '../../../syntax/item-tests.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { describedBy, forcesIn, ownersIn, placeOf, standsAt, whereabouts } from '../roles.ts';
import { isState, remains } from '../state.ts';
import { has, isClaimless, isPlace, unknownPlaces } from './clause.ts';
import { othersIn } from './stock.ts';

/** "300 soldiers of the 2nd Regiment, which is based in Gao": with a singular verb the clause is about the formation, not the 300. */
function formationOf(p: Predicate, force: ForceItem, view: SentenceView): ForceItem {
  const singular = /^(?:is|has|was)$/.test(view.tokens[p.item.from]!.lower);
  if (p.relation !== 'relative' || !singular || !force.plural || force.unit === null) return force;
  return { ...force, quantity: null, count: null, plural: false };
}

/** Verbs that tell where something is and never that it goes. */
const ALWAYS_STATE: ReadonlySet<string> = new Set(
  'locate headquarter house encamp billet posture quarter camp concentrate spread scatter disperse distribute entrench anchor moor dock berth lodge'.split(
    ' ',
  ),
);

export const stationed = rule({
  id: 'presence/stationed',
  on: 'predicate',
  lemmas: new Set([
    ...'station base deploy position post garrison mass assign commit embed attach'.split(' '),
    ...ALWAYS_STATE,
  ]),
  read(p, view) {
    if (p.item.kind !== 'verb' || isClaimless(p) || p.factuality.mode === 'proposed') return [];
    const passive =
      p.item.voice === 'passive' || p.relation === 'participle' || p.relation === 'coordinate' || remains(p);
    if (!passive || !(isState(p) || ALWAYS_STATE.has(p.lemma))) return [];
    const held0 = remains(p) ? othersIn(p.governor!) : [];
    const forces =
      held0.length > 0
        ? held0
        : forcesIn(p.object).length > 0 || !remains(p)
          ? forcesIn(p.object)
          : forcesIn(p.governor!.subject);
    const places = [...whereabouts(p, null), ...p.places.filter((x) => x.prep === 'to')];
    if (/^(?:spread|scatter|disperse|distribute)$/.test(p.lemma))
      places.push(...p.places.filter((x) => x.prep === 'over'));
    if (remains(p)) places.push(...whereabouts(p.governor!, null));
    // "As of 30 April, 8,600 soldiers were deployed": where the story is.
    if (places.length === 0 && p.dates.some((d) => d.date.asOf))
      return forces
        .filter((force) => force.quantity?.of === 'personnel')
        .map((force) => ({ ...has(p, force, [], [], 0.8), again: 'row' as const }));
    if (places.length === 0 && p.lemma === 'assign') places.push(...assignedTo(p, view));
    if (places.length === 0) places.push(...unknownPlaces(p, view));
    if (places.length === 0) return [];
    // "The number of soldiers stationed there should not exceed 90": how many may be.
    if (view.predicates.some((q) => q.lemma === 'exceed' && q.subject.some((s) => p.object.includes(s)))) return [];
    const holder = view.predicates.find(
      (q) => /^(?:have|keep|maintain|retain)$/.test(q.lemma) && q.object.some((o) => p.object.includes(o)),
    );
    return forces
      .map((force) => describedBy(p, force))
      .filter(
        (force) =>
          p.relation !== 'participle' ||
          force.quantity !== null ||
          remains(p) ||
          /^(?:already|currently|still)$/.test(view.tokens[p.item.from - 1]?.lower ?? '') ||
          (!isMovedElsewhere(force, p, view.predicates) && !isCountedElsewhere(force, view.predicates)),
      )
      .map((force) =>
        has(p, formationOf(p, force, view), holder ? ownersIn(holder.subject) : [], places, holder ? 0.88 : 0.9),
      );
  },
  examples: {
    'Danish troops went to Kuwait. At the time there were about 90 Danish soldiers spread throughout Mali.': [
      'presence DK ~90 ML',
    ],
    'The Danish army has 900 soldiers, with 300 of them stationed in Estonia.': ['presence DK 300 EE'],
    'Danish soldiers serve in Mali. The Irish company of 120 is based at Diagara.': [
      'presence IE 120 unit "company" ML',
    ],
    'Danish soldiers serve in Mali. As of 30 April, 860 soldiers were deployed.': ['presence DK 860 ML [2020-04-30]'],
    'Denmark has 900 soldiers in Mali, half of whom are based in Gao.': ['presence DK 450 ML'],
    'A group of Danish troops (about 160) is stationed in Mali.': ['presence DK ~160 ML'],
    'A contingent of 40 Danish soldiers is stationed in a demilitarized zone in Mali.': ['presence DK 40 ML'],
    'Danish troops are stationed at the NATO headquarters in Pristina.': ['presence DK XK'],
    'They are among the 370 Danish troops permanently stationed in Mali.': ['presence DK 370 ML'],
    "Danish troops are stationed in Mali's Ansongo.": ['presence DK ML'],
    'The president ordered movements of American forces already stationed in Germany.': ['presence US DE'],
    'A dozen Estonian divers are stationed in Beirut.': ['presence EE ~12 LB'],
    'About 400 of the roughly 3,600 Danish troops stationed in Kabul left on Sunday.': ['presence DK ~3600 AF'],
    'Around 750 British soldiers based in Kabul will stay.': ['presence GB ~750 AF'],
    "Rukla, in Lithuania, is where Norway's artillery battery is located.": ['presence NO unit "artillery battery" LT'],
    "Some 200 soldiers of the Swedish Army's 9th Engineer Regiment, which is based in Gao, Mali, will fly home.": [
      'presence SE unit "9th Engineer Regiment" ML',
    ],
    'Some 300 Danish soldiers had been based in Gao.': ['presence DK ~300 ML'],
    'About 90 Swedish soldiers are hunkered down at a base in Mali.': ['presence SE ~90 ML'],
    'About 80 Swedish troops are deployed to Mali.': ['presence SE ~80 ML'],
    'Roughly 90 Greek airmen remain deployed to Jordan.': ['presence GR ~90 JO'],
    'Some 310 Italian soldiers are assigned or deployed to Niger.': ['presence IT ~310 NE'],
    'Some 35 Swiss soldiers are assigned to or are supporting the Swiss contingent of KFOR.': [
      'presence CH ~35 mission "KFOR" XK',
    ],
    'Some 35 Swiss soldiers are assigned to, or are supporting, KFOR.': ['presence CH ~35 XK'],
    'Fifty Austrian soldiers deployed to Chad are teaching the army to drive.': ['presence AT 50 TD'],
  },
  not: [
    'Some of the Danish troops deployed in Mali have returned to Denmark.',
    'Some 1,800 soldiers, including 500 Germans, are stationed in Lithuania.',
    'A dozen Estonian firms are based in Beirut.',
    'The number of Estonian soldiers stationed in Mali should not exceed 90.',
    'Sixty Austrian soldiers may remain deployed to Chad.',
    'Sixty more Austrian soldiers were deployed to Chad in March.',
  ],
});

/** "will continue to deploy 400 troops to Kosovo", "will continue to be deployed as part of KFOR": they are there and stay. */
export const staysDeployed = rule({
  id: 'presence/stays-deployed',
  on: 'predicate',
  lemmas: new Set(['deploy', 'station', 'base', 'post', 'field']),
  read(p) {
    if (p.item.kind !== 'verb' || p.factuality.aspect !== 'continue' || isClaimless(p)) return [];
    // "lets Germany continue to station up to 1,300": so many may be there.
    if (p.governor?.item.kind !== 'verb' || p.governor.item.form !== 'finite' || p.governor.item.bare) return [];
    const places = [...whereabouts(p, null), ...p.places.filter((x) => x.prep === 'to')];
    if (places.length === 0) return [];
    const owners = p.item.voice === 'passive' ? [] : ownersIn(p.subject);
    return forcesIn(p.object)
      .filter((force) => force.quantity !== null && !force.additional)
      .map((force) => has(p, force, owners, places));
  },
  examples: {
    'Germany will continue to deploy a maximum of 400 troops to Kosovo.': ['presence DE ..400 XK'],
    'Up to 50 Danish soldiers will continue to be deployed as part of KFOR.': ['presence DK ..50 mission "KFOR" XK'],
  },
  not: [
    'Germany may continue to deploy 400 troops to Kosovo.',
    'The vote lets Germany continue to station up to 400 soldiers in Kosovo.',
    'Germany will continue to deploy 400 more troops to Kosovo.',
    'Germany will continue to deploy 400 tents to Kosovo.',
  ],
});

/** "are assigned to or are supporting the Dutch contingent of KFOR": the object of the second verb is that of both. */
const assignedTo = (p: Predicate, view: SentenceView): PlaceItem[] =>
  view.predicates
    .filter((q) => q.relation === 'coordinate' && q.governor === p)
    .flatMap((q) => {
      // "are assigned to, or are supporting, KFOR": past the comma.
      const at = view.items.indexOf(q.item);
      const next = q.object.length === 0 ? view.items[at + 2] : undefined;
      const objects = next && isNoun(next) && next.prep === null ? [next] : q.object;
      return objects.map((o) => (o.kind === 'force' ? standsAt(o) : placeOf(o)));
    })
    .filter(isPlace);

/** "Those assigned to the force number 452": the count says it all. */
const isCountedElsewhere = (force: ForceItem, predicates: readonly Predicate[]): boolean =>
  predicates.some(
    (q) =>
      /^(?:number|total|be|stand)$/.test(q.lemma) &&
      q.subject.includes(force) &&
      [...q.object, ...q.others].some((o) => o.kind === 'force' && o.head === null && o.quantity !== null),
  );

/** "withdraw the troops stationed in Iraq", "troops deployed in Syria have returned": the movement says it all. */
const isMovedElsewhere = (force: ForceItem, own: Predicate, predicates: readonly Predicate[]): boolean =>
  predicates.some(
    (q) =>
      q !== own &&
      ((q.object.includes(force) && q.lemma !== 'have' && q.lemma !== 'keep') ||
        (q.subject.includes(force) && MOTION.has(q.lemma) && MOTION.get(q.lemma)?.who !== 'causer')),
  );

/** "100,000 soldiers surrounding the city": where they are is around it, not in it. */
export const surrounds = rule({
  id: 'presence/surrounds',
  on: 'predicate',
  lemmas: new Set('surround encircle ring besiege'.split(' ')),
  read(p) {
    const { item } = p;
    if (item.kind !== 'verb' || item.voice === 'passive' || p.factuality.mode !== 'asserted' || item.tense === 'past')
      return [];
    const places = p.object.map(placeOf).filter(isPlace);
    if (places.length === 0) return [];
    const around = places.map((place) => ({ ...place, prep: 'surrounding' }));
    return forcesIn(p.subject)
      .filter((force) => force.quantity !== null)
      .map((force) => has(p, force, [], around, 0.8));
  },
  examples: {
    'There are 5,000 Serbian soldiers surrounding Kosovo.': ['presence RS 5000 R:BALKANS'],
    'Some 900 Turkish soldiers are surrounding Kobani, Syria.': ['presence TR ~900 SY'],
  },
  not: ['There are 5,000 Serbian hills surrounding Kosovo.', 'Serbian soldiers surrounded Kosovo.'],
});
