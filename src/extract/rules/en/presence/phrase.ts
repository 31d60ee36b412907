// A counted force with its place in one phrase is a presence by itself, whatever the sentence goes on to say of it.

import { wordsOf } from '../../../../text/words-of.ts';
import type { PresenceFinding } from '../../../finding.ts';
import { MOTION } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, MissionItem, NounLike, PlaceItem } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { isYetToCome } from '../promised.ts';
import { placeOf, standsAt, whereabouts } from '../roles.ts';

const here = (force: ForceItem, place: PlaceItem | null): PresenceFinding => ({
  kind: 'presence',
  predicate: null,
  evidence: { from: force.from, to: Math.max(force.to, place?.to ?? 0) },
  confidence: 0.85,
  owner: [],
  force,
  places: place ? [place] : [],
});

/** "has provided $900 million for 3,000 peacekeepers in Mali": whose those are is not told. */
const isPaidFor = (force: ForceItem, { tokens, predicates }: SentenceView): boolean =>
  force.prep === 'for' &&
  force.owner === null &&
  predicates.some(
    (p) =>
      p.others.includes(force) &&
      tokens
        .slice(p.item.to, force.start)
        .some((t) => /^(?:[$\u00a3\u20ac]|dollars|euros|pounds|million|billion)$/.test(t.lower)),
  );

/** So many years back what is told of a force is no report of where it stands. */
const LONG = 2;

/** "General Lund, who led 900 soldiers in Mali in 2013": they were there then. */
function longAgo(force: ForceItem, { predicates, published }: SentenceView): Pick<PresenceFinding, 'dated'> {
  const told = predicates.find(
    (p) => p.item.kind === 'verb' && p.item.tense === 'past' && [...p.object, ...p.others].includes(force),
  );
  const year = (day: string): number => Number(day.slice(0, 4));
  const dates = (told?.dates ?? []).filter(({ date: { period } }) => {
    const end = period?.end ?? null;
    return end !== null && published !== null && year(end) <= year(published) - LONG;
  });
  return dates.length > 0 ? { dated: dates } : {};
}

/** "the 120 German soldiers in Iraq", "its 500 troops there"; in "thirty of the 120" the whole is a presence. */
export const phrase = rule({
  id: 'presence/phrase',
  on: 'force',
  read(force, view) {
    const { whole } = force;
    if (force.head === null && view.predicates.some((p) => p.object.some((o) => o !== force && o.from === force.from)))
      return [];
    // "1,500 soldiers in nine contingents": what they are ordered in.
    if (force.sort === 'unit' && force.prep === 'in') return [];
    // "stepped down from a C-17 at the airport": what they came in.
    if (
      force.sort === 'platform' &&
      force.quantity?.max === 1 &&
      /^(?:from|by|off|aboard|out-of)$/.test(force.prep ?? '')
    )
      return [];
    // "Britain leads one in Estonia": a battlegroup, and no person.
    if (force.sort === 'bare' && force.whole === null && force.quantity?.max === 1 && !force.strength) return [];
    if (isCapped(force, view)) return [];
    if (isSupposed(force, view.predicates) || isHarmed(force, view.predicates) || force.head === 'member') return [];
    if (isAskedFor(force, view)) return [];
    if (whole !== null && isYetToCome(whole, view)) return [];
    // "The first of 900 policemen have landed": how many are there is not told.
    if (whole !== null && force.quantity === null && force.adjectives.some((word) => /^(?:first|last)$/.test(word)))
      return [];
    // "The rest of the 400-strong force will fly in": not all of it is there.
    if (whole !== null && force.portion === 'rest' && isFollowing(force, view.predicates)) return [];
    // "The first 1,700 of 4,200 peacekeepers arrive", "900 of the 4,000 extra troops": the others are still to come.
    if (whole !== null && (!whole.definite || whole.additional) && isComing(force, view.predicates)) return [];
    // "half of the 1,000 had been announced": nothing says that those are there.
    if (whole !== null && !isTaken(force, view.predicates)) return [];
    if (whole !== null && whole.owner === null && whole.mission === null && isAccounted(force, view.predicates))
      return [];
    if (whole !== null && isDescribed(force, view.predicates)) return [];
    // "None of its 3,000 soldiers remained": those were there once.
    if (whole !== null && force.adjectives.includes('no') && isGone(force, view.predicates)) return [];
    if (whole !== null)
      return whole.quantity === null || !(whole.definite || whole.owner) || whole.quantity.of === 'vehicle'
        ? []
        : [{ ...here(whole, whole.place ?? force.place ?? missionPlace(whole)), ...leftFrom(force, view.predicates) }];
    // "With 2,070 soldiers overseas, Fiji sends more than most".
    const next =
      force.sort === 'strong' && force.place === null ? view.items.find((x) => x.from === force.to) : undefined;
    if (next?.kind === 'place' && next.ref === 'abroad' && force.prep === 'with' && force.start === 0)
      return [{ ...here(force, next), owner: ownersOpened(force, view) }];
    // "About 700 of them are in Gao, the rest in Kidal".
    if (force.portion === 'rest' && force.anaphor && force.head === null && /^(?:in|at)$/.test(force.place?.prep ?? ''))
      return [{ ...here(force, force.place), confidence: 0.8 }];
    if (force.share !== null && force.anaphor && force.place?.prep === 'in') return [here(force, force.place)];
    if (force.quantity === null) return goesOn(force, view.predicates) ? [here(force, force.place)] : [];
    // "another mission, the one in Haiti".
    if (force.sort === 'bare' && force.definite && force.quantity.max === 1) return [];
    // "a ship at the port of Douala": one of many.
    if (force.count === null && force.owner === null && force.sort === 'platform') return [];
    if (isAllThatLeft(force, view.predicates)) return [{ ...here(force, null), fallback: true, dated: null }];
    if (isStrongMission(force)) return [{ ...here(force, null), owner: [missionTold(force)], serving: true }];
    const place = force.place ?? (force.definite || force.owner?.kind === 'named' ? missionPlace(force) : null);
    if (place === null || /^(?:from|out-of|to)$/.test(place.prep ?? '')) return [];
    // "an attack on an American vehicle in Baghdad": one of those that are hit or pass.
    if (force.sort === 'platform' && force.count === null) return [];
    if (force.adjectives.some((word) => /^(?:planned|promised|proposed|future|additional)$/.test(word))) return [];
    if (force.place === null && view.predicates.some((p) => MOTION.has(p.lemma) && p.object.includes(force))) return [];
    if (isPaidFor(force, view)) return [];
    return isMoved(force, view.predicates)
      ? []
      : [{ ...here(force, place), owner: ownersOpened(force, view), ...longAgo(force, view) }];
  },
  examples: {
    'The 7,000 Kenyan peacekeepers currently in Darfur are poorly equipped.': ['presence KE 7000 SD'],
    "Danes are among KFOR's approximately 4,500 personnel.": ['presence NATO ~4500 mission "KFOR" XK'],
    'Thirty of the 120 German soldiers in Iraq are ill.': ['presence DE 120 IQ'],
    'Some 900 Danish soldiers serve in Mali, a third of them in Gao.': ['presence DK ~300 ML'],
    'With 300 soldiers in Mali, Denmark is the biggest contributor.': ['presence DK 300 ML'],
    'With 2,070 soldiers overseas, Fiji is a large contributor.': ['presence FJ 2070 R:WORLD'],
    'Kenya has 900 soldiers in Mali. About 700 of them are in Gao, the rest in Kidal.': ['presence KE 200 ML'],
    'Half the 120 German soldiers have left Iraq.': ['presence DE 120 IQ'],
    "About 60 Moldovans wear the badge of KFOR's approximately 4,300 soldiers.": [
      'presence NATO ~4300 mission "KFOR" XK',
    ],
    'Peru has troops in Haiti. In neighbouring Chile, the government wants to keep its 90 soldiers there.': [
      'presence CL 90 HT by "government"',
    ],
    'Some 60,000 Americans serve in the region: 13,000 in Kuwait and 7,000 in Bahrain.': [
      'presence US 13000 KW',
      'presence US 7000 BH',
    ],
    'Peru had 800 soldiers in Haiti. Chile, with 300 in Gao, left by the end of June.': ['presence CL 300 ML'],
    'UNDOF watches the Golan Heights. Peru belongs to the 1,000-strong mission.': [
      'presence UN 1000 mission "UNDOF" SY',
    ],
    'Chilean troops in Cyprus continue to watch the buffer zone.': ['presence CL CY'],
    'General Lund, who led 900 Danish soldiers in Mali in 2013, is a minister.': [
      'presence DK 900 ML [2013-01-01..2013-12-31]',
    ],
    'France has 600 troops in Lebanon. Slovenia has removed its nine soldiers.': ['presence SI 9 LB'],
  },
  not: [
    'Canada has provided $900 million for 3,000 peacekeepers in Mali.',
    'Peru has deployed 90 of the 400 extra soldiers for Haiti.',
    'Peru has troops in Haiti. Chile has promised soldiers, about half of the 8,000 that are needed.',
    'Parliament authorised a mission of up to 470 men in Niger.',
    'Bern turned down a request for 50 observers in Syria.',
    'Parliament has imposed a limit of 50 soldiers in Chad.',
    'Two ISAF soldiers killed in a bombing in Kabul',
    'Four ISAF soldiers died after a bomb strike in Kunar.',
    'Rebels ambushed 12 Kenyan soldiers in Somalia.',
    'A bomb went off, wounding seven people, including 12 Kenyan soldiers in Somalia.',
    'Turkey landed 70 soldiers in Kosovo.',
    'Gunmen launched an attack on a Turkish armoured vehicle in Kosovo.',
    'The captain rode in one of the three Danish vehicles near Gao.',
    'A mine blew up a United Nations vehicle near Gao.',
    'The UN mission in Mali has only 900 of its 2,600 authorised troops.',
    'Some 50 Chilean soldiers climbed down from a C-17 transport at the airport in Nicosia.',
    'Chile has soldiers in nine contingents across Africa.',
    'The rest of the 400-strong Chilean force in Mali will fly in on Sunday.',
    'Chilean troops in Cyprus watched the buffer zone.',
    'Denmark has deployed 200 of the 500 soldiers pledged to Mali.',
    'France has 600 troops in Lebanon. Slovenia has removed its nine soldiers from the mission.',
    'Chilean soldiers come from another mission, the one in Haiti.',
    'The lorries of the Chilean army will be loaded on a ship at the port of Djibouti.',
  ],
});

/** "With 300 soldiers in Mali, Denmark is the biggest contributor": the subject's. */
const ownersOpened = (force: ForceItem, view: SentenceView): readonly NounLike[] => {
  if (force.start !== 0 || force.prep !== 'with' || force.owner !== null) return [];
  const p = view.predicates.find((q) => q.others.includes(force));
  return p?.subject.every((n) => n.kind === 'actor' && n.what === 'state') ? p.subject : [];
};

const isFollowing = (force: ForceItem, predicates: readonly Predicate[]): boolean =>
  predicates.some(
    (p) =>
      /^(?:fly|fly in|arrive|deploy|come|follow|join|land)$/.test(p.lemma) &&
      p.item.kind === 'verb' &&
      (p.item.tense === 'future' || p.item.modal !== null) &&
      p.subject.includes(force),
  );

/** "the 1,000-strong mission": as many as the mission told of has. */
const isStrongMission = (force: ForceItem): boolean =>
  force.strength &&
  force.definite &&
  force.owner === null &&
  force.mission === null &&
  force.place === null &&
  force.head === 'mission';

const missionTold = ({ from, to, start, prep }: ForceItem): MissionItem => ({
  ...{ kind: 'mission', from, to, start, prep, name: 'mission' },
  ...{ entry: null, owner: null, place: null },
});

const isComing = (force: ForceItem, predicates: readonly Predicate[]): boolean =>
  predicates.some(
    (p) => MOTION.get(p.lemma)?.move === 'deploy' && (p.subject.includes(force) || p.object.includes(force)),
  );

const isGone = (force: ForceItem, predicates: readonly Predicate[]): boolean =>
  predicates.some((p) => /^(?:be|remain|stay)$/.test(p.lemma) && p.item.kind === 'verb' && p.subject.includes(force));

/** A part leaves, stays or is somewhere; or the whole has its place. */
const isTaken = (force: ForceItem, predicates: readonly Predicate[]): boolean =>
  force.place !== null ||
  force.whole?.place != null ||
  force.mission !== null ||
  !predicates.some(
    (p) =>
      p.item.kind === 'verb' &&
      p.item.voice === 'passive' &&
      p.object.includes(force) &&
      /^(?:announce|report|promise|pledge|approve|agree|plan|authorise|authorize|request|recruit|count|know|need|require|want|seek|pledge|expect)$/.test(
        p.lemma,
      ),
  );

/** "Danes make up 300 of the 900": whose the others are is not told. */
const isAccounted = (force: ForceItem, predicates: readonly Predicate[]): boolean =>
  predicates.some(
    (p) =>
      /^(?:make up|account|constitute|form|represent|provide|contribute|supply|field)$/.test(p.lemma) &&
      [...p.object, ...p.others].includes(force),
  );

/** "600 of the 1,250 soldiers stationed in Erbil": the participle tells where the whole is. */
const isDescribed = (force: ForceItem, predicates: readonly Predicate[]): boolean =>
  predicates.some(
    (p) =>
      p.relation === 'participle' &&
      (p.subject.includes(force) || p.object.includes(force)) &&
      whereabouts(p, null).length > 0 &&
      /^(?:serve|station|deploy|base|post|operate|work|garrison|locate|train|assign)$/.test(p.lemma),
  );

/** "The 4,300 soldiers of KFOR": the mission says where they are. */
const missionPlace = (force: ForceItem): PlaceItem | null =>
  force.mission?.entry && !isSomewhereOf(force) ? standsAt(force) : null;

/** "300 Ghanaians of ECOMOG": a nation's, in one of the states that the mission is in. */
const isSomewhereOf = ({ mission, owner }: ForceItem): boolean =>
  (mission?.entry?.places.length ?? 0) > 1 && owner?.kind === 'named' && owner.parties[0] !== mission?.entry?.flag;

/** "Troops in Cyprus continue to watch": that they go on being there is what the clause says. */
const goesOn = (force: ForceItem, predicates: readonly Predicate[]): boolean =>
  force.place !== null &&
  force.place.places.length > 0 &&
  force.owner?.kind === 'named' &&
  force.portion === null &&
  predicates.some(
    (p) =>
      p.lemma === 'continue' &&
      p.item.kind === 'verb' &&
      p.item.tense === 'present' &&
      !p.item.negated &&
      p.subject.includes(force),
  );

/** The whole stands where its part leaves: "95 of its 130 trainers home from Al Asad". */
function leftFrom(force: ForceItem, predicates: readonly Predicate[]): Partial<PresenceFinding> {
  if (force.place || force.whole?.place || (force.whole && missionPlace(force.whole))) return {};
  const p = predicates.find((q) => q.object.includes(force) || q.subject.includes(force));
  const places = p?.places.filter((x) => x.prep === 'from' || x.prep === 'out-of') ?? [];
  // "half the 50,000 had left Angola".
  if (p !== undefined && MOTION.get(p.lemma)?.bare === 'from' && p.subject.includes(force))
    places.push(...p.object.map(placeOf).filter((x) => x !== null));
  const owner = p ? p.subject : [];
  if (places.length > 0) return { places, owner };
  return force.whole!.sort === 'weak' && force.whole!.owner === null ? {} : { fallback: true, owner };
}

/** Who is struck is the attack's business. */
const isHarmed = (force: ForceItem, predicates: readonly Predicate[]): boolean =>
  predicates.some(
    (p) =>
      HARM.has(p.lemma) &&
      (p.object.includes(force) ||
        p.others.some((o) => o === force && o.prep === null) ||
        // "Two ISAF soldiers killed in Kabul", "four soldiers died".
        (p.subject.includes(force) && (p.lemma === 'die' || isHeadline(p))) ||
        // "wounding seven, including four soldiers in Gao".
        (force.prep === 'including' && p.item.from < force.from && force.from - p.item.to < 8)),
  );

const HARM = wordsOf(
  /^(?:attack|strike|hit|blow up|damage|rock|kill|wound|injure|bomb|target|destroy|ambush|shell|shoot|shoot dead|slay|die|massacre|raid|arrest|capture|ram|fire)$/,
);

const isHeadline = ({ item, object }: Predicate): boolean =>
  item.kind === 'verb' && item.bare && item.tense !== 'present' && object.length === 0;

/** In "had Belgium kept 300 paratroopers in Kigali" nobody was there. */
const isSupposed = (force: ForceItem, predicates: readonly Predicate[]): boolean =>
  predicates.some((p) => p.factuality.mode === 'none' && [...p.object, ...p.subject, ...p.others].includes(force));

const LIMIT = wordsOf(/^(?:limits?|caps?|ceilings?|quotas?|maximum)$/);
/** "a limit of 50 soldiers in Chad": so many may be there, how many are is not told. */
const isCapped = (force: ForceItem, view: SentenceView): boolean =>
  view.tokens.slice(Math.max(0, force.from - 3), force.from).some((t) => LIMIT.has(t.lower));

const DECIDES = /^(?:authori[sz]e|approve|propose|plan|allow|endorse|back|consider|vote|adopt|request|promise)$/;

/** "a request for 50 observers in Syria": they may come. */
function isAskedFor(force: ForceItem, { items, predicates }: SentenceView): boolean {
  const before = items[items.indexOf(force) - 1];
  // "authorised a mission of up to 470 men in Niger".
  if (force.prep === 'of' && before?.kind === 'mission')
    return predicates.some((p) => DECIDES.test(p.lemma) && (p.object.includes(before) || p.others.includes(before)));
  return (
    force.prep === 'for' &&
    before?.kind === 'noun' &&
    /^(?:request|call|appeal|plea|need|demand|proposal|bid|offer|plan|quota|room|mandate|ceiling|authority)$/.test(
      before.head,
    )
  );
}

/** "Slovakia has removed its seven soldiers": all that were there, wherever the story is; without it their leaving says nothing of who is left. */
const isAllThatLeft = (force: ForceItem, predicates: readonly Predicate[]): boolean =>
  force.owner?.kind === 'pronoun' &&
  !force.additional &&
  force.place === null &&
  predicates.some(
    (p) =>
      MOTION.get(p.lemma)?.move === 'withdraw' &&
      p.item.kind === 'verb' &&
      p.factuality.mode === 'asserted' &&
      p.object.includes(force) &&
      p.places.length === 0 &&
      // "its eight helicopters from the mission": from where is told with the move.
      !p.others.some((o) => o.prep === 'from' || o.prep === 'out-of'),
  );

/** The place of a force that a verb moves is where it goes: "landed 300 soldiers in Mali". */
const isMoved = (force: ForceItem, predicates: readonly Predicate[]): boolean =>
  !force.definite &&
  predicates.some(
    (p) =>
      ((MOTION.has(p.lemma) || STOCK.test(p.lemma)) && (p.object.includes(force) || p.subject.includes(force))) ||
      (HARMS.test(p.lemma) && p.object.includes(force)),
  );
/** Of those who are attacked, hurt or lost no count of who is there is told. */
const HARMS =
  /^(?:attack|hit|strike|kill|wound|injure|ambush|bomb|shell|capture|kidnap|abduct|target|lose|bury|mourn|honour|honor|arrest|detain)$/;
/** Verbs whose own rules read the place. */
const STOCK =
  /^(?:relieve|replace|succeed|take over|have|keep|maintain|host|house|be|remain|stay|station|base|deploy|number|include)$/;
