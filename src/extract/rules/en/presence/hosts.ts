// Presences told from another side: the place that hosts, the deployment that lasts, the force that is joined.
import type { Finding } from '../../../finding.ts';
import { MOTION } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, PlaceItem } from '../../../syntax/item.ts';
import type { Predicate } from '../../../syntax/predicate.ts';
import { movement } from '../movement/moves.ts';
import { forcesIn, ownersIn, placeOf, whereabouts } from '../roles.ts';
import { has, isClaimless, isPlace } from './clause.ts';
import { withCrew } from './kept.ts';
import { asidesOf } from './takes-part.ts';

export const hosts = rule({
  id: 'presence/hosts',
  on: 'predicate',
  lemmas: new Set('host house accommodate harbour harbor shelter man garrison'.split(' ')),
  read(p, view) {
    if (p.item.kind !== 'verb' || isClaimless(p)) return [];
    if (p.lemma === 'man' || p.lemma === 'garrison') {
      const places = p.object.map(placeOf).filter(isPlace);
      return places.length === 0 ? [] : forcesIn(p.subject).map((force) => has(p, force, [], places));
    }
    const hosts = p.subject.flatMap((n) =>
      n.kind === 'noun' && n.owner?.kind === 'named' ? [stateAt(n.owner.parties[0]!, n.owner.at)] : [placeOf(n)],
    );
    const places = [...whereabouts(p, null), ...hosts.filter(isPlace)];
    const guests = forcesIn(p.object).map(withCrew(p));
    // "Only Djibouti, with 1,500 soldiers, and Gabon host French forces": so many of theirs in one of the places.
    const [guest] = guests;
    const beside =
      guest?.owner?.kind === 'named' && guest.quantity === null
        ? asidesOf(view).filter(({ force }) => force.to <= p.item.from)
        : [];
    return [
      ...guests.map((force): Finding => (force.additional ? comesTo(p, force, places) : has(p, force, [], places))),
      ...beside.flatMap(({ owner, force }) => {
        const place = placeOf(owner);
        return place === null ? [] : [has(p, { ...force, owner: guest!.owner }, [], [{ ...place, prep: 'in' }], 0.8)];
      }),
    ];
  },
  examples: {
    'Mali hosts more than 500 Danish soldiers.': ['presence DK 500.. ML'],
    'Only Djibouti, with 1,500 soldiers, and Gabon will still host French forces.': [
      'presence FR 1500 DJ',
      'presence FR GA',
    ],
    "Tajikistan hosts Russia's largest foreign garrison with some 7,000 men.": ['presence RU ~7000 TJ'],
    'Lithuania hosts 270 Dutch troops and 130 Norwegians.': ['presence NL 270 LT', 'presence NO 130 LT'],
    'Romania will host another 500 French soldiers.': ['movement FR 500 -> RO planned deploy'],
    'The post above Beirut, in Lebanon, is manned by 35 Ghanaian peacekeepers.': ['presence GH 35 LB'],
  },
  not: ['Lithuania hosts 270 Dutch teachers at Rukla.'],
});

/** "will host an extra 500": those come to it; how many there will be is not told. */
const comesTo = (p: Predicate, force: ForceItem, to: readonly PlaceItem[]): Finding =>
  movement(p, force, [], [], to, { confidence: 0.8, move: 'deploy' });

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
    // "A fresh rotation of 90 soldiers arrived": they come.
    const comes = governor?.item.kind === 'verb' && MOTION.has(governor.lemma) && governor.subject.includes(item);
    const stays = lasts || (p.lemma === 'rotate' && !away && !comes);
    const forces = forcesIn(p.object).filter((f) => f.quantity !== null);
    if (!stays || forces.length === 0) return [];
    const told = [...whereabouts(p, null), ...(lasts ? p.places.filter((x) => x.prep === 'to') : [])];
    return forces.map((force) => ({ ...has(p, force, [], force.place ? [force.place] : told), fallback: true }));
  },
  examples: {
    'The party is divided over the continued deployment of 8,500 British troops in Iraq.': ['presence GB 8500 IQ'],
    'The deployment of two Dutch helicopters in Mali will be extended.': ['presence NL 2 helicopter ML'],
    'The deployment of 60 Dutch medics to Mali has been prolonged.': ['presence NL 60 ML'],
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

/** "join 2,500 soldiers"; "the army, backed by 2,500 French soldiers". */
const isJoined = (p: Predicate, force: ForceItem): boolean => {
  if (p.item.kind !== 'verb' || !JOINS.test(p.lemma)) return false;
  if (p.item.voice === 'active' && p.item.form !== 'participle' && force.prep === null) return p.object.includes(force);
  return /^(?:assist|help|support|back)$/.test(p.lemma) && force.prep === 'by' && p.others.includes(force);
};

const JOINS = /^(?:join|reinforce|assist|help|support|relieve|augment|back)$/;

/** "will join 2,500 French forces", "with the help of 4,000 French troops": who is joined or helps is there already. */
export const joinedBy = rule({
  id: 'presence/joined',
  on: 'force',
  read(force, view) {
    if (
      force.quantity === null ||
      (force.sort !== 'strong' && force.sort !== 'weak') ||
      force.head === 'national' ||
      (force.owner === null && force.place === null) ||
      force.additional ||
      (force.place !== null && !/^(?:in|at|on|near)$/.test(force.place.prep ?? ''))
    )
      return [];
    const at = view.items.indexOf(force);
    const before = view.items[at - 1];
    const helps =
      force.prep === 'of' &&
      before?.kind === 'noun' &&
      before.prep === 'with' &&
      /^(?:help|support|assistance|backing|aid)$/.test(before.head);
    const p = view.predicates.find((q) => isJoined(q, force));
    if (!helps && (p === undefined || isClaimless(p))) return [];
    return [
      {
        kind: 'presence',
        predicate: null,
        evidence: force,
        confidence: 0.75,
        owner: p === undefined ? [] : ownersIn(p.subject),
        force,
        places: force.place === null ? [] : [force.place],
        fallback: true,
        dated: null,
      },
    ];
  },
  examples: {
    'The army of Mali, backed by 300 Danish soldiers, retook Gao.': ['presence DK 300 ML'],
    'They will join 50 Danish engineers already in Kabul.': ['presence DK 50 AF'],
    'The 60 Danish soldiers will join 50 engineers already in Kabul.': ['presence DK 50 AF'],
    'Peacekeepers arrived in Bangui, in the Central African Republic. They will join 2,500 French soldiers.': [
      'presence FR 2500 CF',
    ],
  },
  not: [
    'Peacekeepers arrived in Bangui. They will join 2,500 French nurses.',
    'They will join 50 Danish teachers already in Kabul.',
    'They could join 50 Danish engineers in Kabul.',
  ],
});
