// One comes and another goes: "A takes over from B", "B is replaced by A", "B hands its base over to A".
import type { Finding } from '../../../finding.ts';
import { MOTION } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { ActorItem, ForceItem, NounLike } from '../../../syntax/item.ts';
import { ownerFrom } from '../../../syntax/owner-from.ts';
import { forceOfPeople, forceOfPronoun } from '../../../syntax/part-of-whole.ts';
import { type Predicate, type SentenceView, textOf } from '../../../syntax/predicate.ts';
import { thereOf } from '../presence/clause.ts';
import { forcesIn, ownerPhrase, ownersIn, placeOf, whereabouts } from '../roles.ts';
import { movement } from './moves.ts';

/** "A takes over at P from B", "B were replaced by A": one comes, the other goes. */
export const relieves = rule({
  id: 'movement/relieves',
  on: 'predicate',
  lemmas: new Set(['take over', 'replace', 'relieve', 'succeed', 'swap', 'hand over', 'turn over']),
  read(p, view) {
    if (p.item.kind !== 'verb') return [];
    // "pulls its troops out and replaces them with mercenaries".
    const instead = forcesIn(p.others).filter((f) => f.prep === 'with' && (f.owner !== null || !replacesOthers(p)));
    if (p.lemma === 'replace' && p.item.voice === 'active' && instead.length > 0 && forcesIn(p.subject).length === 0)
      return p.object.some(
        (o) => o.kind === 'force' || (o.kind === 'pronoun' && /^(?:it|them|these|those)$/.test(o.word)),
      )
        ? instead.map((force) => movement(p, force, ownersIn(p.subject), [], whereabouts(p, null), { move: 'deploy' }))
        : [];
    if (/^(?:hand|turn) over$/.test(p.lemma)) return handsOver(p);
    // "swaps its battalion in Latvia for a team of 80".
    const swapped = p.lemma === 'swap' && p.item.voice === 'active';
    const comes = swapped ? forcesIn(p.others).filter((f) => f.prep === 'for') : forcesIn(p.subject);
    // "They will be replaced by a platoon of 30": those told of go.
    const they = p.object.flatMap((n) =>
      n.kind === 'pronoun' && /^(?:they|them|it)$/.test(n.word) ? [forceOfPronoun(n)] : [],
    );
    // "to replace the soldiers who have left": that they left is told by itself.
    const haveLeft = (f: ForceItem): boolean =>
      view.predicates.some(
        (q) => q.relation === 'relative' && MOTION.get(q.lemma)?.bare === 'from' && q.subject.includes(f),
      );
    // "take over from the Finns": a people's own, or a state's.
    const theirs = [...p.object, ...p.others].filter(
      (n): n is ActorItem =>
        n.kind === 'actor' &&
        n.what === 'state' &&
        n.party !== null &&
        n.role === null &&
        (n.prep === 'from' || (n.prep === null && PEOPLE.test(textOf(view, n)))),
    );
    const goes = [
      ...forcesIn(p.object),
      ...they,
      ...theirs.map(forceOfPeople),
      ...forcesIn(p.others).filter((f) => f.prep === 'from'),
    ].filter((f) => !haveLeft(f));
    const places = [
      ...whereabouts(p, null),
      ...[...goes, ...comes].flatMap((f) => (f.place ? [f.place] : [])),
      // "will replace soldiers who have served in Sinai".
      ...view.predicates
        .filter((q) => q.relation === 'relative' && goes.some((f) => q.subject.includes(f)))
        .flatMap((q) => whereabouts(q, null)),
    ];
    const from = places.slice(0, 1);
    // "A third of the soldiers in Kosovo are to be relieved next month": by others of their own.
    if (
      comes.length === 0 &&
      /^(?:relieve|replace)$/.test(p.lemma) &&
      p.item.voice === 'passive' &&
      from.length > 0 &&
      !p.others.some((n) => /^(?:by|with)$/.test(n.prep ?? ''))
    )
      return goes.map((force) => movement(p, force, [], from, [], { move: 'rotate' }));
    // "SFOR will be replaced by an EU force of 7,000".
    const relieved =
      p.item.voice === 'passive' ? p.object.find((n) => n.kind === 'mission' && n.entry !== null) : undefined;
    const where = goes.length === 0 && relieved !== undefined ? placeOf(relieved) : null;
    if (where !== null)
      return comes
        .filter((force) => force.prep === 'by')
        .map((force) => movement(p, force, [], [], [where], { move: 'rotate' }));
    // "left in September, when a brigade of 4,800 troops took over": those told of before.
    if (p.lemma === 'take over' && goes.length === 0 && from.length === 0 && p.object.length === 0 && isPlain(p))
      return comes
        .filter((f) => f.quantity?.of === 'personnel' && f.owner?.kind === 'named')
        .map((force) => movement(p, force, [], [], [thereOf(p)], { move: 'rotate', confidence: 0.75 }));
    // "The new mission, MINUSCA, will take over from 6,000 African Union soldiers": those go, where the mission is.
    const mission = p.subject.find((n) => n.kind === 'mission');
    if (p.lemma === 'take over' && comes.length === 0 && mission !== undefined) {
      const there = from.length > 0 ? from : [placeOf(mission)].filter((x) => x !== null);
      return goes
        .filter((f) => f.quantity !== null && f.owner?.kind === 'named')
        .map((force) => movement(p, force, [], there, [], { move: 'rotate' }));
    }
    if (comes.length === 0 || goes.length === 0) return [];
    // "They will be replaced by Danish soldiers": there, and that those told of go was told.
    if (
      from.length === 0 &&
      p.item.voice === 'passive' &&
      they.length > 0 &&
      comes.every((f) => f.owner?.kind === 'named')
    )
      return comes.map((force) => movement(p, force, [], [], [thereOf(p)], { move: 'rotate' }));
    const owners = swapped ? ownersIn(p.subject) : [];
    const incoming = comes.map((force) =>
      movement(p, force, [...owners, ...originOf(force, view)], [], from, { move: 'rotate' }),
    );
    // "the 20th Brigade will be replaced by the 19th": of one army, and one relief.
    if (isOfOne([...comes, ...goes]) || goes.every((f) => isUntold(f, comes))) return incoming;
    return [
      ...incoming,
      // Nowhere told, they leave where they were told to be.
      ...goes.map((force) => movement(p, force, [], from, [], { move: from.length > 0 ? 'rotate' : 'withdraw' })),
    ];
  },
  examples: {
    'The 36-strong Danish contingent will replace soldiers who have served in Mali for a year.': [
      'movement DK 36 -> ML planned rotate',
    ],
    'The EU force left Gao in September, when a brigade of 4,800 UN troops took over.': [
      'movement UN 4800 -> ML completed rotate',
    ],
    'On 20 June about 170 Austrian soldiers take over in Kosovo from an Italian company.': [
      'movement AT ~170 -> XK planned rotate [2020-06-20]',
      'movement IT 1 company XK -> planned rotate [2020-06-20]',
    ],
    'Denmark will withdraw its contingent from Iraq and replace it with a helicopter unit of 55.': [
      'movement DK 55 unit "helicopter unit" -> IQ planned deploy',
    ],
    'Half of the 60 Swiss soldiers in Kosovo are to be relieved next month.': [
      'movement CH 30 XK -> planned rotate [2020-07-01..2020-07-31]',
    ],
    'SFOR is to be replaced by a European Union force of 7,000 soldiers.': ['movement EU 7000 -> BA planned rotate'],
    'Danish troops will leave Mali. They will be replaced by Fijian soldiers.': ['movement FJ -> ML planned rotate'],
    'Some 90 Peruvian soldiers will take over from the Finns on the Golan Heights.': [
      'movement PE ~90 -> SY planned rotate',
      'movement FI SY -> planned rotate',
    ],
    'A Swiss battalion handed over its base at Gao to 450 Togolese soldiers.': [
      'movement TG 450 -> ML completed rotate',
      'movement CH 1 battalion ML -> completed rotate',
    ],
    'A Swiss battalion, comprising 500 soldiers, was replaced in Kosovo.': ['movement CH 500 XK -> completed rotate'],
    'A Chadian battalion in Mali was replaced by 400 troops from Niger.': [
      'movement NE 400 -> ML completed rotate',
      'movement TD 1 battalion ML -> completed rotate',
    ],
    'Denmark will swap its battalion in Latvia for a team of 80 soldiers.': [
      'movement DK 80 unit "team" -> LV planned rotate',
      'movement DK unit "battalion" LV -> planned rotate',
    ],
    "Hungary's jets in Lithuania were replaced by four Belgian F-16s.": [
      'movement BE 4 aircraft -> LT completed rotate',
      'movement HU LT -> completed rotate',
    ],
  },
  not: [
    'Some 170 Danish soldiers will replace the Peruvian soldiers who have left.',
    'The minister takes over in June from an Italian.',
    'Latvia calls for replacing the Danish soldiers in Mali with a team of medics.',
    'The Danish soldiers in Mali should be replaced by civilian observers.',
  ],
});

const PEOPLE = /^the \p{Lu}\p{L}+$/u;

/** "The Moroccan battalion handed over its base at Bria to 450 Rwandan soldiers": of two armies, one goes and the other comes. */
function handsOver(p: Predicate): Finding[] {
  const people = p.subject.filter((n): n is ActorItem => n.kind === 'actor' && n.what === 'state' && n.party !== null);
  const goes =
    people.length === 1 && p.item.kind === 'verb' && p.item.voice === 'active'
      ? people.map(forceOfPeople)
      : forcesIn(
          p.item.kind === 'verb' && p.item.voice === 'passive' ? p.others.filter((n) => n.prep === 'by') : p.subject,
        );
  const comes = forcesIn(p.others).filter((f) => f.prep === 'to');
  const [one, other] = [goes[0]?.owner, comes[0]?.owner];
  if (one?.kind !== 'named' || other?.kind !== 'named' || one.parties[0] === other.parties[0]) return [];
  const places = [...whereabouts(p, null), ...[...p.object, ...goes, ...comes].map(placeOf).filter((x) => x !== null)];
  const where = places.slice(0, 1);
  if (where.length === 0) return [];
  return [
    ...comes.map((force) => movement(p, { ...force, place: null }, [], [], where, { move: 'rotate' })),
    ...goes.map((force) => movement(p, { ...force, place: null }, [], where, [], { move: 'rotate' })),
  ];
}

/** Formations without a number, none of them of another party than the others. */
function isOfOne(forces: readonly ForceItem[]): boolean {
  const parties = forces.flatMap((f) => (f.owner?.kind === 'named' ? f.owner.parties : []));
  return forces.every((f) => f.quantity === null && f.unit !== null) && new Set(parties).size < 2;
}

const isPlain = ({ item, factuality }: Predicate): boolean =>
  item.kind === 'verb' && item.form === 'finite' && item.tense === 'past' && factuality.mode === 'asserted';

/** "The 36-strong Fijian contingent will replace soldiers who have served for a year": how many go, and whose, is not told. */
const isUntold = (force: ForceItem, comes: readonly ForceItem[]): boolean =>
  force.quantity === null &&
  force.unit === null &&
  force.owner === null &&
  comes.every((f) => f.quantity !== null && f.owner?.kind === 'named');

/** "Moldova calls for replacing the Russian soldiers with a team": whose team it would be is not told. */
const replacesOthers = (p: Predicate): boolean =>
  forcesIn(p.object).some(
    (f) =>
      f.owner?.kind === 'named' &&
      !p.subject.some(
        (n) => n.kind === 'actor' && n.party === (f.owner as { parties?: readonly string[] }).parties?.[0],
      ),
  );

/** "replaced by 400 troops from Niger": whose they are. */
const originOf = (force: ForceItem, view: SentenceView): NounLike[] => {
  const owner = force.owner === null ? ownerFrom(force, view) : null;
  return owner === null ? [] : [ownerPhrase(owner, owner.at)];
};
