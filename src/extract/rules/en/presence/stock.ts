// Presences by a verb of being, having or keeping: owner keeps force at place, force is at place, place hosts force.
import type { PresenceFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, NounLike, PlaceItem } from '../../../syntax/item.ts';
import { forceOfPronoun } from '../../../syntax/join.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { core, forcesIn, missionIn, ownerPhrase, ownersIn, placeOf, standsAt, whereabouts } from '../roles.ts';
import { isState, placesOfParticiple, remains } from '../state.ts';

const isPlace = (place: PlaceItem | null): place is PlaceItem => place !== null;
/** What is denied, supposed or only may be is no presence. */
const isClaimless = (p: Predicate): boolean => p.factuality.mode !== 'asserted' && p.factuality.mode !== 'planned';

function has(
  p: Predicate,
  force: ForceItem | null,
  owner: readonly NounLike[],
  places: readonly PlaceItem[],
  confidence = 0.9,
): PresenceFinding {
  const mission = missionIn(p.others);
  return { kind: 'presence', predicate: p, evidence: core(p), confidence, owner, force, places, mission };
}

export const keeps = rule({
  id: 'presence/keeps',
  on: 'predicate',
  lemmas: new Set('have keep maintain retain station base number include contain field sustain hold'.split(' ')),
  read(p, view) {
    if (p.item.kind !== 'verb' || p.item.voice === 'passive' || isClaimless(p)) return [];
    if ((p.lemma === 'station' || p.lemma === 'base') && !isState(p)) return [];
    const [stock] = forcesIn(p.subject);
    if (p.lemma === 'number' && stock !== undefined) {
      // "The garrison at Doraleh numbers about 400": the number is the subject's.
      const number = countIn(p);
      const places = whereabouts(p, stock);
      return number === null ? [] : [{ ...has(p, counted(stock, number), [], places), fallback: true }];
    }
    const owners = ownersIn(p.subject);
    const missions = p.subject.filter((s) => s.kind === 'mission' || (s.kind === 'force' && s.place !== null));
    return forcesIn(p.object).flatMap((force) => {
      const places = [...whereabouts(p, force), ...placesOfParticiple(force, view.predicates)];
      if (places.length === 0) places.push(...missions.map(placeOf).filter(isPlace));
      // "Rwanda has 2,600 soldiers in the mission": the mission told of before says where.
      const around = p.relation === 'coordinate' ? [...p.others, ...(p.governor?.others ?? [])] : p.others;
      const mission = missionIn(around.filter((n) => n.prep !== null && /^(?:in|with|under)$/.test(n.prep)));
      if (owners.length === 0 || (places.length === 0 && mission === null)) return [];
      return [places.length > 0 ? has(p, force, owners, places) : { ...has(p, force, owners, []), mission }];
    });
  },
  examples: {
    'France keeps about 1,500 soldiers in the Sahel.': ['presence FR ~1500 R:SAHEL'],
    'Estonia has 160 soldiers in Helmand.': ['presence EE 160 AF'],
    'The UN mission in Mali shrinks. Togo has 900 soldiers in the mission, Ghana 140.': [
      'presence TG 900 mission "mission" ML',
      'presence GH 140 mission "mission" ML',
    ],
    'The Chinese garrison in Djibouti numbers about 400.': ['presence CN ~400 DJ'],
    'Hungary has had 300 troops in Kosovo since 2009.': ['presence HU 300 XK [2009-01-01..]'],
  },
  not: ['France keeps about 1,500 cows in the Sahel.', 'Estonia had no soldiers in Helmand.'],
});

/** "Germany maintains a military presence in Gao". */
export const presenceNoun = rule({
  id: 'presence/presence-noun',
  on: 'predicate',
  lemmas: new Set(['presence']),
  read(p) {
    const { item, governor } = p;
    if (item.kind !== 'nominal' || governor === null || isClaimless(p) || isClaimless(governor)) return [];
    const stays = governor.subject.includes(item) && /^(?:remain|continue|exist|endure|stay)$/.test(governor.lemma);
    if (!stays && !/^(?:maintain|keep|have|retain|continue|sustain|remain)$/.test(governor.lemma)) return [];
    const places = whereabouts(p, null);
    if (stays) places.push(...whereabouts(governor, null));
    const forces = forcesIn(p.object);
    const owners =
      item.owner?.kind === 'named'
        ? [ownerPhrase(item.owner, item)]
        : stays
          ? ownersIn(p.subject)
          : ownersIn(governor.subject);
    if (owners.length + forces.length === 0 || places.length === 0) return [];
    return [has(governor, forces[0] ?? null, owners, places, 0.7)];
  },
  examples: {
    'NATO will continue to maintain a presence in Iraq.': ['presence NATO IQ'],
    'A modest presence of Spanish soldiers remains in scattered spots in Mali.': ['presence ES ML'],
  },
  not: ['The company maintains a presence in Iraq.', 'A modest presence of Spanish monks remains in Mali.'],
});

/** "is now 592", "stands at 820": a number alone that tells the strength of the subject. */
function countIn(p: Predicate): ForceItem | null {
  const numbers = forcesIn([...p.object, ...p.others.filter((o) => o.prep === 'at')]);
  return numbers.find((n) => n.sort === 'bare' && n.quantity !== null && n.whole === null && !n.additional) ?? null;
}

const counted = (force: ForceItem, number: ForceItem): ForceItem => ({
  ...force,
  quantity: number.quantity,
  count: number.count,
  to: Math.max(force.to, number.to),
});

/** "operate from two camps", "are manoeuvring in the Baltic Sea": the clause tells nothing but that they are there. */
const hangsAround = (p: Predicate): boolean =>
  p.item.kind === 'verb' &&
  p.item.tense === 'present' &&
  (/^(?:maneuver|manoeuvre|cruise|gather|mass)$/.test(p.lemma)
    ? p.item.aspect === 'progressive'
    : p.lemma === 'operate' && p.places.some((x) => x.prep === 'from'));

/** "others remain positioned there": the rest of the force told of. */
const othersIn = (p: Predicate): ForceItem[] =>
  p.subject.flatMap((n) => (n.kind === 'pronoun' && n.word === 'others' ? [forceOfPronoun(n)] : []));

const IS = /^(?:be|remain|stay|number)$/;

/** "are deployed to Jordan to support the campaign in Iraq": what for, not where. */
const isPurpose = (p: Predicate): boolean => p.factuality.aspect === null && !IS.test(p.lemma);

export const isThere = rule({
  id: 'presence/is-there',
  on: 'predicate',
  lemmas: new Set(
    'be remain stay stand serve operate patrol guard support maneuver manoeuvre cruise gather mass'.split(' '),
  ),
  read(p, view) {
    if (p.item.kind !== 'verb' || p.item.voice === 'passive' || isClaimless(p)) return [];
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
      ...forcesIn(p.subject),
      ...(p.lemma === 'be' && forcesIn(p.subject).length === 0 ? forcesIn(p.object) : []),
    ];
    const number = p.lemma === 'be' || p.lemma === 'stand' ? countIn(p) : null;
    return forces.flatMap((one) => {
      const force = number !== null && one.quantity === null ? counted(one, number) : one;
      const places = [...whereabouts(p, force), ...placesOfParticiple(one, view.predicates), ...supported(p)];
      if (p.lemma === 'operate') places.push(...p.places.filter((x) => x.prep === 'from'));
      if (force.quantity === null && p.relation === 'relative' && p.lemma === 'be') return [];
      const plain = IS.test(p.lemma) || number !== null || (hangsAround(p) && force.owner?.kind === 'named');
      const inMission = p.others.some(
        (o) => (o.kind === 'mission' || (o.kind === 'force' && o.sort === 'unit')) && o.prep === 'in',
      );
      if (places.length === 0 && inMission && force.quantity !== null)
        return [{ ...has(p, force, [], [], 0.75), fallback: true }];
      if (places.length === 0 || (!plain && (force.quantity === null || force.head === 'national'))) return [];
      return [has(p, force, [], places, plain ? 0.9 : 0.8)];
    });
  },
  examples: {
    'Between 250 and 300 Emirati soldiers remain in Yemen.': ['presence AE 250..300 YE'],
    'At least 30 Slovak soldiers are already in Chad.': ['presence SK 30.. TD'],
    'There are around 750 British soldiers still in Afghanistan.': ['presence GB ~750 AF'],
    'The number of Fijian soldiers in Syria is now about 340.': ['presence FJ ~340 SY'],
    'Norwegian forces operate from a camp outside Mosul, Iraq.': ['presence NO IQ'],
    "China's naval vessels are manoeuvring in the Baltic Sea.": ['presence CN R:AT-SEA'],
    'The Danish contingent in Latvia stands at 820.': ['presence DK 820 LV'],
  },
  not: ['Between 250 and 300 Emirati goats remain in Yemen.', 'The 300 Emirati soldiers are not in Yemen.'],
});

/** "support the contingent of the Multinational Force": where that is. */
const supported = (p: Predicate): PlaceItem[] =>
  (p.lemma !== 'support' && p.lemma !== 'serve') || (p.item.kind === 'verb' && p.item.form === 'infinitive')
    ? []
    : p.object
        .flatMap((o) => (o.kind === 'force' ? [standsAt(o)] : o.kind === 'mission' ? [placeOf(o)] : []))
        .filter(isPlace);

/** "300 soldiers of the 2nd Regiment, which is based in Gao": with a singular verb the clause is about the formation, not the 300. */
function formationOf(p: Predicate, force: ForceItem, view: SentenceView): ForceItem {
  const singular = /^(?:is|has|was)$/.test(view.tokens[p.item.from]!.lower);
  if (p.relation !== 'relative' || !singular || !force.plural || force.unit === null) return force;
  return { ...force, quantity: null, count: null, plural: false };
}

/** Verbs that tell where something is and never that it goes. */
const ALWAYS_STATE: ReadonlySet<string> = new Set(
  'locate headquarter house encamp billet posture quarter camp concentrate'.split(' '),
);

export const stationed = rule({
  id: 'presence/stationed',
  on: 'predicate',
  lemmas: new Set([...'station base deploy position post garrison mass assign commit'.split(' '), ...ALWAYS_STATE]),
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
    if (remains(p)) places.push(...whereabouts(p.governor!, null));
    if (places.length === 0 && p.lemma === 'assign') places.push(...assignedTo(p, view.predicates));
    if (places.length === 0) return [];
    const holder = view.predicates.find(
      (q) => /^(?:have|keep|maintain|retain)$/.test(q.lemma) && q.object.some((o) => p.object.includes(o)),
    );
    return forces
      .filter(
        (force) =>
          p.relation !== 'participle' ||
          force.quantity !== null ||
          remains(p) ||
          /^(?:already|currently|still)$/.test(view.tokens[p.item.from - 1]?.lower ?? '') ||
          !isMovedElsewhere(force, p, view.predicates),
      )
      .map((force) =>
        has(p, formationOf(p, force, view), holder ? ownersIn(holder.subject) : [], places, holder ? 0.88 : 0.9),
      );
  },
  examples: {
    'A dozen Estonian divers are stationed in Beirut.': ['presence EE ~12 LB'],
    'Around 750 British soldiers based in Kabul will stay.': ['presence GB ~750 AF'],
    "Rukla, in Lithuania, is where Norway's artillery battery is located.": ['presence NO unit "artillery battery" LT'],
    "Some 200 soldiers of the Swedish Army's 9th Engineer Regiment, which is based in Gao, Mali, will fly home.": [
      'presence SE unit "9th Engineer Regiment" ML',
    ],
    'About 80 Swedish troops are deployed to Mali.': ['presence SE ~80 ML'],
    'Roughly 90 Greek airmen remain deployed to Jordan.': ['presence GR ~90 JO'],
    'Some 310 Italian soldiers are assigned or deployed to Niger.': ['presence IT ~310 NE'],
    'Some 35 Swiss soldiers are assigned to or are supporting the Swiss contingent of KFOR.': ['presence CH ~35 XK'],
    'Fifty Austrian soldiers deployed to Chad are teaching the army to drive.': ['presence AT 50 TD'],
  },
  not: [
    'A dozen Estonian firms are based in Beirut.',
    'Sixty Austrian soldiers may remain deployed to Chad.',
    'Sixty more Austrian soldiers were deployed to Chad in March.',
  ],
});

/** "are assigned to or are supporting the Dutch contingent of KFOR": the object of the second verb is that of both. */
const assignedTo = (p: Predicate, predicates: readonly Predicate[]): PlaceItem[] =>
  predicates
    .filter((q) => q.relation === 'coordinate' && q.governor === p)
    .flatMap((q) => q.object.map((o) => (o.kind === 'force' ? standsAt(o) : placeOf(o))))
    .filter(isPlace);

/** "withdraw the troops stationed in Iraq": the movement says it all. */
const isMovedElsewhere = (force: ForceItem, own: Predicate, predicates: readonly Predicate[]): boolean =>
  predicates.some((q) => q !== own && q.object.includes(force) && q.lemma !== 'have' && q.lemma !== 'keep');

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

export const hosts = rule({
  id: 'presence/hosts',
  on: 'predicate',
  lemmas: new Set('host house accommodate harbour harbor shelter man garrison'.split(' ')),
  read(p) {
    if (p.item.kind !== 'verb' || isClaimless(p)) return [];
    if (p.lemma === 'man' || p.lemma === 'garrison') {
      const places = p.object.map(placeOf).filter(isPlace);
      return places.length === 0 ? [] : forcesIn(p.subject).map((force) => has(p, force, [], places));
    }
    const hosts = p.subject.flatMap((n) =>
      n.kind === 'noun' && n.owner?.kind === 'named' ? [stateAt(n.owner.parties[0]!, n.owner.at)] : [placeOf(n)],
    );
    const places = [...whereabouts(p, null), ...hosts.filter(isPlace)];
    return forcesIn(p.object).map((force) => has(p, force, [], places));
  },
  examples: {
    'Lithuania hosts 270 Dutch troops and 130 Norwegians.': ['presence NL 270 LT', 'presence NO 130 LT'],
    'The post above Beirut, in Lebanon, is manned by 35 Ghanaian peacekeepers.': ['presence GH 35 LB'],
  },
  not: ['Lithuania hosts 270 Dutch teachers at Rukla.'],
});

/** A state by its code, as the place it is: "Poland's partnership in hosting". */
const stateAt = (code: string, at: { readonly from: number; readonly to: number }): PlaceItem | null =>
  /^[A-Z]{2}$/.test(code)
    ? {
        kind: 'place',
        from: at.from,
        to: at.to,
        start: at.from,
        prep: null,
        places: [{ country: code, name: null }],
        ref: null,
        name: null,
      }
    : null;

const LASTS = /^(?:continued|continuing|ongoing|current|existing|present|long-term|permanent|yearlong|year-long)$/;

/** "the continued deployment of 8,500 troops in Iraq", "the deployment of two helicopters will be extended": they are there. */
export const deployment = rule({
  id: 'presence/deployment',
  on: 'predicate',
  lemmas: new Set(['deploy', 'rotate', 'station', 'base']),
  read(p) {
    const { item, governor } = p;
    if (item.kind !== 'nominal' || isClaimless(p)) return [];
    const lasts =
      item.adjectives.some((word) => LASTS.test(word)) ||
      (governor !== null && /^(?:extend|continue|prolong|sustain)$/.test(governor.lemma));
    const away = p.places.some((x) => x.prep === 'to' || x.prep === 'from');
    const stays = lasts || (p.lemma === 'rotate' && !away);
    const forces = forcesIn(p.object).filter((f) => f.quantity !== null);
    if (!stays || forces.length === 0) return [];
    return forces.map((force) => ({ ...has(p, force, [], whereabouts(p, force)), fallback: true }));
  },
  examples: {
    'The party is divided over the continued deployment of 8,500 British troops in Iraq.': ['presence GB 8500 IQ'],
    'The deployment of two Dutch helicopters in Mali will be extended.': ['presence NL 2 helicopter ML'],
  },
  not: ['The party is divided over the deployment of 8,500 British troops to Iraq.'],
});

/** "The airfield is home to 150 airmen", "Goma is the rear base of some 300 legionnaires". */
export const homeTo = rule({
  id: 'presence/home-to',
  on: 'predicate',
  lemmas: new Set(['be', 'become', 'serve']),
  read(p) {
    if (p.item.kind !== 'verb' || isClaimless(p)) return [];
    const home = p.places.some((x) => x.ref === 'home') || p.object.some((o) => o.kind === 'noun' && o.head === 'home');
    const base = p.object.some(
      (o) =>
        (o.kind === 'place' && o.ref === 'site') ||
        (o.kind === 'noun' && /^(?:base|headquarters|home|hub)$/.test(o.head)),
    );
    if (!home && !base) return [];
    const forces = forcesIn(p.others).filter(
      (f) => f.prep === (home ? 'to' : 'of') || f.prep === 'along with' || f.prep === null || f.prep === 'for',
    );
    const places = p.subject.map(placeOf).filter(isPlace);
    return places.length === 0 ? [] : forces.map((force) => has(p, force, [], places));
  },
  examples: {
    'The airfield near Kabul is home to around 150 Spanish airmen.': ['presence ES ~150 AF'],
    'Djibouti is the rear base of some 300 French legionnaires.': ['presence FR ~300 DJ'],
  },
  not: ['The airfield near Kabul is home to around 150 Spanish storks.'],
});

const JOINS = /^(?:join|reinforce|assist|help|support|relieve|augment|back)$/;

/** "will join 2,500 French forces", "with the help of 4,000 French troops": who is joined or helps is there already. */
export const joinedBy = rule({
  id: 'presence/joined',
  on: 'force',
  read(force, view) {
    if (
      force.quantity === null ||
      force.sort !== 'strong' ||
      force.owner === null ||
      force.additional ||
      force.place !== null
    )
      return [];
    const at = view.items.indexOf(force);
    const before = view.items[at - 1];
    const helps =
      force.prep === 'of' &&
      before?.kind === 'noun' &&
      before.prep === 'with' &&
      /^(?:help|support|assistance|backing|aid)$/.test(before.head);
    const p = view.predicates.find(
      (q) => JOINS.test(q.lemma) && q.item.kind === 'verb' && q.item.voice === 'active' && q.object.includes(force),
    );
    if (!helps && (p === undefined || isClaimless(p))) return [];
    return [
      {
        kind: 'presence',
        predicate: null,
        evidence: force,
        confidence: 0.75,
        owner: [],
        force,
        places: [],
        fallback: true,
        dated: null,
      },
    ];
  },
  examples: {
    'Peacekeepers arrived in Bangui, in the Central African Republic. They will join 2,500 French soldiers.': [
      'presence FR 2500 CF',
    ],
  },
  not: ['Peacekeepers arrived in Bangui. They will join 2,500 French nurses.'],
});
