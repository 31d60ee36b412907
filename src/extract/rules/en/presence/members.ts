// Members of a force told by nation: "a battlegroup of 1,700 in Lithuania, among them 270 Dutch", "500 of them German", "of these, 500 are Danes",
// "soldiers who serve with RAMSI, alongside 40 from New Zealand and 20 from Tonga".
import type { PresenceFinding } from '../../../finding.ts';
import { MOTION } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, Item, Owner, PlaceItem } from '../../../syntax/item.ts';
import { ownerFrom } from '../../../syntax/owner-from.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { missionIn, placeOf, whereabouts } from '../roles.ts';
import { isState } from '../state.ts';
import { thereOf } from './clause.ts';

const THEM = /^(?:them|whom|these|those|which)$/;

const BESIDE = /^(?:alongside|together-with|along with|with)$/;

/** "among them", "of whom", "including", "alongside". */
const opens = (item: Item | undefined, force: ForceItem | null): boolean =>
  (item?.kind === 'pronoun' && (item.prep === 'among' || item.prep === 'of') && THEM.test(item.word)) ||
  (item?.kind === 'link' && item.word === 'whom') ||
  force?.prep === 'including' ||
  (BESIDE.test(force?.prep ?? '') && force?.owner === null);

/** "500 of them". */
const isOfThem = (force: ForceItem): boolean => force.anaphor && force.head === null && force.whole === null;

/** Whose: by its own words, by "German" or "from Germany" behind it, or by what the clause says they are ("500 are German"). */
function ownerOf(force: ForceItem, view: SentenceView): Extract<Owner, { kind: 'named' }> | null {
  if (force.owner !== null) return force.owner.kind === 'named' ? force.owner : null;
  const at = view.items.indexOf(force);
  const next = view.items[at + 1];
  const said = next?.kind === 'verb' && next.lemma === 'be' && !next.negated ? view.items[at + 2] : next;
  if (
    said?.kind === 'actor' &&
    said.party !== null &&
    said.what === 'state' &&
    said.role === null &&
    said.prep === null
  )
    return { kind: 'named', parties: [said.party], at: said };
  return ownerFrom(force, view);
}

/** Up to which item the words that tell whose they are reach. */
const isMember = (force: ForceItem, view: SentenceView): boolean =>
  (force.quantity?.of === 'personnel' || (force.share !== null && isOfThem(force))) &&
  !force.additional &&
  force.whole === null &&
  ownerOf(force, view) !== null;

/** Where the list that `force` stands in is opened: the index of its first member; -1 where none is. */
function openedAt(force: ForceItem, view: SentenceView): number {
  const { items } = view;
  for (let i = items.indexOf(force); i >= 0; i--) {
    const item = items[i]!;
    if (item.kind === 'force' && isOfThem(item)) return i;
    const before = items[i - 1];
    const fronted = before?.kind === 'link' && before.link === 'comma' ? items[i - 2] : before;
    if (opens(fronted, item.kind === 'force' ? item : null)) return i;
    if (item.kind === 'verb' && item.lemma === 'be' && items[i + 1]?.kind === 'actor') continue;
    const joins = item.kind === 'link' && /^(?:comma|and)$/.test(item.link);
    const says = item.kind === 'actor' || (item.kind === 'place' && item.prep === 'from') || item.kind === 'verb';
    if (!joins && !(says && items[i + 1]?.kind === 'link') && !(item.kind === 'force' && isMember(item, view)))
      return -1;
  }
  return -1;
}

/** The force that the list is of: the last one counted before it, in the clause. */
function wholeBefore(first: number, view: SentenceView): ForceItem | null {
  for (let k = first - 1; k >= 0; k--) {
    const item = view.items[k]!;
    if (item.kind === 'force' && item.quantity !== null && item.head !== null) return item;
    if (item.kind === 'verb' && item.form === 'gerund') return null;
  }
  return null;
}

const clauseOf = (whole: ForceItem | null, view: SentenceView): Predicate | undefined =>
  whole === null ? undefined : view.predicates.find((p) => p.subject.includes(whole) || p.object.includes(whole));

/** Where a force stands by its own words or by its clause; null where the clause moves it, or is yet to come. */
function standsIn(whole: ForceItem, view: SentenceView): PlaceItem | null {
  if (whole.place !== null) return whole.place;
  const clause = clauseOf(whole, view);
  if (clause === undefined || clause.factuality.mode !== 'asserted') return null;
  if (clause.item.kind === 'verb' && clause.item.tense === 'future') return null;
  if (MOTION.has(clause.lemma) && !isState(clause)) return null;
  const mission = clause.lemma === 'have' ? missionIn(clause.subject) : null;
  return whereabouts(clause, whole)[0] ?? (mission && placeOf(mission));
}

/** "Of these, 500 are German": those of the sentence before are where they were told of. */
function pointsBack(first: number, view: SentenceView): PlaceItem | null {
  // "Some 600 of them are Kenyans".
  const [start] = view.items;
  const own = first === 0 && start?.kind === 'force' && isOfThem(start) ? start : undefined;
  const opener =
    own ?? view.items.slice(0, first).find((x) => x.kind === 'pronoun' && x.prep === 'of' && THEM.test(x.word));
  const clause = view.predicates.find((p) => p.item.kind === 'verb' && p.lemma === 'be' && p.item.tense === 'present');
  return opener !== undefined && first <= 2 && clause !== undefined ? thereOf(clause) : null;
}

/** "with 15,180 of them assigned to ISAF": part of a force serves in a mission of its own. */
export const partInMission = rule({
  id: 'presence/part-in-mission',
  on: 'force',
  why: 'Those of a force who serve in a mission are where the mission is.',
  read(force, view): PresenceFinding[] {
    if (!isOfThem(force) || force.quantity?.of !== 'personnel' || force.place !== null) return [];
    const at = view.items.indexOf(force);
    const [verb, mission] = view.items.slice(at + 1, at + 3);
    const whole = wholeBefore(at, view);
    if (verb?.kind !== 'verb' || !/^(?:assign|attach|serve|detail|second)$/.test(verb.lemma) || verb.negated) return [];
    if (mission?.kind !== 'mission' || mission.prep === null || whole?.owner == null) return [];
    const place = placeOf(mission);
    const clause = view.predicates.find((p) => p.subject.includes(whole) || p.object.includes(whole));
    if (place === null || clause?.factuality.mode !== 'asserted') return [];
    return [
      {
        kind: 'presence',
        predicate: null,
        evidence: { from: whole.from, to: mission.to },
        confidence: 0.8,
        owner: [],
        force: { ...force, owner: whole.owner, anaphor: false },
        places: [place],
        mission,
      },
    ];
  },
  examples: {
    'Some 900 Danish soldiers are serving in Kosovo, with 340 of them assigned to KFOR.': [
      'presence DK 340 mission "KFOR" XK',
    ],
  },
  not: [
    'Some 900 Danish soldiers may serve in Kosovo, with 340 of them assigned to KFOR.',
    'Some 900 Danish tourists are in Kosovo, with 340 of them assigned to KFOR.',
  ],
});

export const members = rule({
  id: 'presence/members',
  on: 'force',
  why: 'Who is among a force is where it is.',
  read(force, view): PresenceFinding[] {
    if (force.place !== null || !isMember(force, view)) return [];
    const first = openedAt(force, view);
    if (first < 0) return [];
    const whole = wholeBefore(first, view);
    const owner = ownerOf(force, view);
    const place = whole === null ? pointsBack(first, view) : standsIn(whole, view);
    if (
      place === null ||
      owner === null ||
      (whole?.owner?.kind === 'named' && whole.owner.parties[0] === owner.parties[0])
    )
      return [];
    const to = Math.max(force.to, owner.at.to);
    const member = { ...force, to, owner, anaphor: false, whole: force.share === null ? null : whole };
    return [
      {
        kind: 'presence',
        predicate: null,
        evidence: { from: whole?.from ?? force.from, to },
        confidence: 0.8,
        owner: [],
        force: member,
        places: [place],
        mission: missionIn((clauseOf(whole, view)?.others ?? []).filter((o) => o.kind === 'mission')),
      },
    ];
  },
  examples: {
    'Germany leads a battlegroup of 1,700 troops in Lithuania, among them 270 Dutch, 150 Norwegians and 110 Czechs.': [
      'presence NL 270 LT',
      'presence NO 150 LT',
      'presence CZ 110 LT',
    ],
    'Some 1,800 soldiers, 500 of them German, are stationed in Lithuania.': ['presence DE 500 LT'],
    'NATO has 1,800 soldiers in Lithuania, 500 of them Germans.': ['presence DE 500 LT'],
    'NATO has 1,800 soldiers in Lithuania, including 500 from Germany and 200 from Norway.': [
      'presence DE 500 LT',
      'presence NO 200 LT',
    ],
    'Some 1,800 soldiers are stationed in Lithuania, of whom 500 are German.': ['presence DE 500 LT'],
    'NATO has 1,800 soldiers in Lithuania. Of these, 500 are German.': ['presence DE 500 LT'],
    'NATO has 1,800 soldiers in Lithuania. Some 600 of them are Germans and 200 Danes.': [
      'presence DE ~600 LT',
      'presence DK 200 LT',
    ],
    'UNIFIL has 9,000 soldiers from 40 nations, of whom 870 are Nepalese.': ['presence NP 870 LB'],
    'NATO has 1,800 soldiers in Lithuania, half of them German.': ['presence DE 900 LT'],
    'Some 80 Australian soldiers serve with RAMSI in Honiara, alongside 40 from New Zealand and 20 from Tonga.': [
      'presence NZ 40 mission "RAMSI" SB',
      'presence TO 20 mission "RAMSI" SB',
    ],
  },
  not: [
    'Germany leads a choir of 17 children in Lithuania, among them 2 Dutch.',
    'Germany trained 1,700 troops, among them 270 Dutch soldiers.',
    'NATO will send 1,800 soldiers to Lithuania, 500 of them German.',
    'NATO has 1,800 soldiers in Lithuania, 500 of them in Rukla.',
    'Some 80 Australian soldiers flew to Honiara with 40 from New Zealand.',
    'Some 80 Australian singers perform in Honiara, alongside 40 from New Zealand.',
    'Some 80 Australian soldiers will serve in Honiara, alongside 40 from New Zealand.',
    'Some 80 Danish soldiers work in Iraq with 40 Iraqi soldiers.',
  ],
});
