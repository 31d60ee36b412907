// Movements that no verb of motion carries, or that come in pairs: relief, having troops out, following with more.
import type { Finding, PresenceFinding } from '../../../finding.ts';
import { MOTION } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, NounLike, PlaceItem } from '../../../syntax/item.ts';
import { forceOfPronoun } from '../../../syntax/part-of-whole.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { thereOf } from '../presence/clause.ts';
import { forcesIn, ownerFrom, ownerPhrase, ownersIn, placeOf, routeOf, whereabouts } from '../roles.ts';
import { GO, movement } from './moves.ts';

/** "A takes over at P from B", "B were replaced by A": one comes, the other goes. */
export const relieves = rule({
  id: 'movement/relieves',
  on: 'predicate',
  lemmas: new Set(['take over', 'replace', 'relieve', 'succeed', 'swap']),
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
    const goes = [...forcesIn(p.object), ...they, ...forcesIn(p.others).filter((f) => f.prep === 'from')].filter(
      (f) => !haveLeft(f),
    );
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

/** "250 more troops are expected in Kosovo": on their way, in a word. */
export const expected = rule({
  id: 'movement/expected',
  on: 'predicate',
  lemmas: new Set(['expect', 'await']),
  read(p) {
    if (p.item.kind !== 'verb' || p.item.voice !== 'passive' || p.item.negated) return [];
    return forcesIn(p.object).flatMap((force) => {
      const { from, to } = routeOf(p, { ...GO, at: 'to' }, force);
      const more = (force.additional || force.adjectives.includes('remaining')) && force.quantity !== null;
      return to.length === 0 && !more ? [] : [movement(p, force, [], from, to, { move: 'deploy', phase: 'planned' })];
    });
  },
  examples: {
    'Forty Romanian soldiers landed in Pristina, and another 90 are expected.': ['movement RO 90 -> XK planned deploy'],
    'Forty Romanian soldiers landed in Pristina; the remaining 90 are expected by July 2020.': [
      'movement RO 90 -> XK planned deploy [..2020-07-31]',
    ],
    'An additional 250 Romanian troops are expected in Kosovo.': ['movement RO 250 -> XK planned deploy'],
  },
  not: ['An additional 250 Romanian guests are expected in Kosovo.'],
});

/** "will have its 145 soldiers out of Bamiyan by May". */
export const hasOut = rule({
  id: 'movement/has-out',
  on: 'predicate',
  lemmas: new Set(['have', 'get', 'want', 'take']),
  read(p) {
    if (p.item.kind !== 'verb' || p.item.voice === 'passive') return [];
    const from = p.places.filter((x) => x.prep === 'out-of');
    const home = p.places.filter((x) => x.ref === 'home');
    if (from.length + (p.lemma === 'take' ? 0 : home.length) === 0 || MOTION.has(p.lemma)) return [];
    return forcesIn(p.object).map((force) => movement(p, force, ownersIn(p.subject), from, home, { move: 'withdraw' }));
  },
  examples: {
    'New Zealand will have its 145 soldiers out of Afghanistan by the end of July.': [
      'movement NZ 145 AF -> planned withdraw [..2020-07-31]',
    ],
  },
  not: ['New Zealand will have its 145 soldiers out of debt.'],
});

/** "and Spain will follow with one battery". */
export const followsWith = rule({
  id: 'movement/follows-with',
  on: 'predicate',
  lemmas: new Set(['follow', 'reinforce', 'join', 'participate', 'respond']),
  read(p) {
    if (p.item.kind !== 'verb' || p.lemma !== 'follow' || p.relation === 'participle') return [];
    // "The largest is to UNIFIL, followed by UNDOF with 132": the next in a list.
    if (p.others.some((n) => n.kind === 'mission' && n.prep === 'by')) return [];
    const forces = forcesIn(p.others).filter((f) => f.prep === 'with');
    const { from, to } = routeOf(p, GO, null);
    const owners = ownersIn(p.subject);
    // "Fiji and Tonga followed with 50 and 65": each with its own.
    const paired = owners.length > 1 && owners.length === forces.length;
    return forces.map((force, i) => movement(p, force, paired ? [owners[i]!] : owners, from, to, { move: 'deploy' }));
  },
  examples: {
    'Australia sent 100 police officers to Nauru. Fiji and Tonga followed with 50 soldiers and 65 soldiers.': [
      'movement FJ 50 -> NR completed deploy',
      'movement TO 65 -> NR completed deploy',
    ],
    'The Netherlands shipped two Patriot batteries to Turkey, and Spain will follow with one.': [
      'movement ES 1 battery -> TR planned deploy',
    ],
  },
  not: ['The Netherlands shipped two paintings to Turkey, and Spain will follow with one.'],
});

/** "ended its military presence in that country". */
export const endsPresence = rule({
  id: 'movement/ends-presence',
  on: 'predicate',
  lemmas: new Set(['presence', 'deploy', 'station']),
  read(p) {
    const { item, governor } = p;
    if (
      item.kind !== 'nominal' ||
      governor?.item.kind !== 'verb' ||
      !/^(?:end|terminate|conclude|close|wind up|wind down|wrap up)$/.test(governor.lemma)
    )
      return [];
    const from = whereabouts(p, null).concat(whereabouts(governor, null));
    const owners = ownersIn(governor.subject).filter((o) => o.kind !== 'pronoun' || true);
    if (from.length === 0 || owners.length === 0 || p.object.some((o) => placeOf(o) === null && o.kind !== 'force'))
      return [];
    const [force = null] = forcesIn(p.object);
    return [movement(governor, force, owners, from.slice(0, 1), [], { move: 'withdraw', confidence: 0.7 })];
  },
  examples: {
    'The United States ended its limited military presence in Niger.': ['movement US NE -> completed withdraw'],
  },
  not: ['The company ended its limited presence in Niger, its troops of lawyers said.'],
});

/** "Somalia has asked Djibouti for 900 soldiers": who is asked would send, who asks would have them. */
export const askedFor = rule({
  id: 'movement/asked-for',
  on: 'predicate',
  lemmas: new Set(['ask', 'request', 'appeal', 'plead', 'call for', 'seek', 'want', 'need']),
  read(p) {
    if (p.item.kind !== 'verb' || p.item.voice === 'passive') return [];
    const asked = p.object.filter((o) => o.kind === 'actor');
    const wanted = [
      ...forcesIn(p.others).filter((f) => f.prep === 'for'),
      ...(p.lemma === 'ask' ? [] : forcesIn(p.object)),
    ];
    const to = [...p.subject.map(placeOf), ...whereabouts(p, null)].filter((x) => x !== null);
    const from = p.others.filter((o) => o.kind === 'actor' && o.prep === 'from');
    const owners = [...asked, ...from];
    if (owners.length === 0 || to.length === 0) return [];
    return wanted
      .filter((force) => force.quantity !== null)
      .map((force) =>
        movement(p, force, owners, [], to.slice(0, 1), { move: 'deploy', phase: 'proposed', dated: null }),
      );
  },
  examples: {
    'Somalia has asked Djibouti for 900 additional soldiers.': ['movement DJ 900 -> SO proposed deploy'],
  },
  not: ['Somalia has asked Djibouti for 900 additional tents for its soldiers.'],
});

/** "Afghanistan's request for 2,500 trainers": turned down it is cancelled, else no more than a wish. */
export const requested = rule({
  id: 'movement/requested',
  on: 'force',
  read(force, view) {
    if (force.prep !== 'for' || force.quantity === null) return [];
    const noun = view.items[view.items.indexOf(force) - 1];
    if (noun?.kind !== 'noun' || noun.owner === null || !/^(?:request|call|appeal|plea|demand|bid)$/.test(noun.head))
      return [];
    const p = view.predicates.find(
      (q) => q.item.kind === 'verb' && (q.object.includes(noun) || q.subject.includes(noun)),
    );
    if (p === undefined) return [];
    const asker = ownerPhrase(noun.owner, noun);
    const to = placeAt(asker);
    const refused = /^(?:turn down|reject|refuse|decline|deny|rebuff|ignore|dismiss)$/.test(p.lemma);
    const granted = /^(?:accept|approve|grant|agree|meet|heed)$/.test(p.lemma);
    const owners = ownersIn(p.object.includes(noun) ? p.subject : []);
    if (to === null || owners.length === 0) return [];
    const phase = refused ? 'cancelled' : granted ? 'planned' : 'proposed';
    return [movement(p, force, owners, [], [to], { move: 'deploy', phase, dated: null })];
  },
  examples: {
    "NATO has turned down Mali's request for 2,500 extra trainers.": ['movement NATO 2500 -> ML cancelled deploy'],
  },
  not: ["NATO has turned down Mali's request for 2,500 extra tents."],
});

/** "would add 400 troops to its 1,200": more of those that are there. */
export const addsTo = rule({
  id: 'movement/adds-to',
  on: 'predicate',
  lemmas: new Set(['add']),
  read(p, view): Finding[] {
    // "on top of the 800 it keeps in Latvia".
    const top = p.others.some((n) => n.kind === 'noun' && n.head === 'top' && n.prep === 'on');
    const there = forcesIn(p.others).find(
      (f) => f.quantity !== null && ((f.prep === 'to' && f.owner !== null) || (top && f.prep === 'of')),
    );
    const more = forcesIn(p.object).filter((f) => f.quantity?.of === 'personnel' && f.head !== null);
    if (p.item.kind !== 'verb' || there === undefined || more.length === 0) return [];
    const owner = ownersIn(p.subject);
    const keeps = view.predicates.find((q) => q.item.from > there.to - 1 && q.item.from <= there.to + 2);
    const kept = keeps && KEEPS.test(keeps.lemma) ? whereabouts(keeps, null).slice(0, 1) : [];
    const at = there.place ? [there.place] : kept;
    const stock: PresenceFinding = {
      kind: 'presence',
      predicate: null,
      evidence: there,
      confidence: 0.8,
      owner,
      force: there,
      places: at,
      fallback: true,
      dated: null,
    };
    return [stock, ...more.map((force) => movement(p, force, owner, [], at, { move: 'deploy' }))];
  },
  examples: {
    'Polish soldiers serve in Afghanistan. Poland said it would add 400 troops to its 1,200.': [
      'presence PL 1200 AF by "Poland"',
      'movement PL 400 -> AF planned deploy by "Poland"',
    ],
    'Canada is adding 600 soldiers on top of the 800 it keeps in Latvia.': [
      'presence CA 800 LV',
      'movement CA 600 -> LV underway deploy',
    ],
  },
  not: ['Poland said it would add 400 beds to its 1,200.', 'Poland will add 400 soldiers to its army.'],
});

const KEEPS = /^(?:keep|have|maintain|station|base)$/;

/** A state that owns a phrase, as the place it is. */
const placeAt = (n: NounLike): PlaceItem | null =>
  n.kind === 'actor' && n.party !== null && /^[A-Z]{2}$/.test(n.party)
    ? {
        kind: 'place',
        from: n.from,
        to: n.to,
        start: n.start,
        prep: null,
        places: [{ country: n.party, name: null }],
        ref: null,
        name: null,
      }
    : null;
