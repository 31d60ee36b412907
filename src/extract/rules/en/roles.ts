import { MOTION, type Motion } from '../../lexicon/motion.ts';
import type { ActorItem, ForceItem, MissionItem, NounLike, PlaceItem, Range } from '../../syntax/item.ts';
import { placesSaid } from '../../syntax/mission-places.ts';
import type { Predicate } from '../../syntax/predicate.ts';

export const forcesIn = (phrases: readonly NounLike[]): ForceItem[] =>
  phrases.filter((n): n is ForceItem => n.kind === 'force');
export const missionIn = (phrases: readonly NounLike[]): MissionItem | null =>
  phrases.find((n): n is MissionItem => n.kind === 'mission') ?? null;
/** "runs a base in Djibouti with some 180 personnel": how many are there, told beside what is there. */
export const mannedBy = (p: Predicate): ForceItem | null =>
  forcesIn(p.others).find(
    (f) =>
      f.prep === 'with' &&
      f.quantity?.of === 'personnel' &&
      f.head !== null &&
      f.owner === null &&
      f.whole === null &&
      !f.additional,
  ) ?? null;

/** States, organisations, armies and pronouns: those who can own a force. Persons stand for their state. */
export const ownersIn = (phrases: readonly NounLike[]): NounLike[] =>
  phrases.filter(
    (n) =>
      n.kind === 'actor' ||
      n.kind === 'pronoun' ||
      n.kind === 'force' ||
      (n.kind === 'place' && n.ref === 'country') ||
      n.kind === 'mission',
  );

/** An actor that stands at the words of an owner ("Germany's withdrawal"), or the pronoun that does. */
export function ownerPhrase(owner: ForceItem['owner'], at: Range): NounLike {
  const base = { from: owner?.at.from ?? at.from, to: owner?.at.to ?? at.to, start: at.from, prep: null };
  if (owner === null || owner.kind === 'pronoun')
    return { kind: 'pronoun', ...base, word: owner?.kind === 'pronoun' ? owner.word : 'it' };
  return { kind: 'actor', ...base, party: owner.parties[0]!, place: null, name: '', what: 'state', role: null };
}

/** The place that a phrase is: a state as an object ("entered Mali"), a mission by where it is. */
export function placeOf(n: NounLike): PlaceItem | null {
  if (n.kind === 'place') return n;
  if (n.kind === 'actor' && n.place !== null) return actorPlace(n);
  if (n.kind === 'mission') return n.place ?? missionPlace(n);
  if (n.kind === 'force' && n.quantity === null) return n.place;
  return null;
}

const actorPlace = (n: ActorItem): PlaceItem => ({
  kind: 'place',
  from: n.from,
  to: n.to,
  start: n.start,
  prep: n.prep,
  places: [n.place!],
  ref: null,
  name: null,
});

function missionPlace(n: MissionItem): PlaceItem | null {
  const places = placesSaid(n);
  if (places.length === 0) return null;
  return { kind: 'place', from: n.from, to: n.to, start: n.start, prep: n.prep, places, ref: null, name: null };
}

/** Who drills, parades, plays or confers is neither stationed nor sent. */
export const isDrill = (n: NounLike): boolean =>
  /\b(?:exercises?|drills?|parade|ceremony|war ?games?|manoeuvres|maneuvers|competition|tournament|summit|talks)\b/i.test(
    n.kind === 'mission' ? n.name : n.kind === 'noun' ? n.head : '',
  );

export interface Route {
  readonly from: PlaceItem[];
  readonly to: PlaceItem[];
}

const TO = /^(?:to|into|onto|toward|towards)$/;
const FROM = /^(?:from|out-of|off)$/;
const AT = /^(?:in|at|on|near|inside|around|across|throughout|within|along|outside|aboard|between|behind)$/;

/** "landed at Dublin Airport, home from Tyre": where they came home to. */
const ARRIVES = /^(?:land|arrive|touch|step)$/;

/** Verbs after which "for" tells where to. */
const BOUND_FOR =
  /^(?:offer|pledge|promise|earmark|volunteer|leave|depart|sail|head|fly|fly out|embark|board|set|set off|set out|set sail|take off|steam|ship|swap|abandon|exit)$/;

/** The two ends of a movement, from the places around its predicate. `force`: the one that moves; its own place is where it stands. */
export function routeOf(
  p: Predicate,
  motion: Motion,
  force: ForceItem | null,
  around: readonly Predicate[] = [],
): Route {
  const route: Route = { from: [], to: [] };
  const at: PlaceItem[] = [];
  const add = (place: PlaceItem, prep: string | null): void => {
    if (prep === null) {
      if (place.ref === 'home' || place.ref === 'abroad') route.to.push(place);
      else if (place.ref === 'there') at.push(place);
      else if (motion.bare !== null) route[motion.bare].push(place);
    } else if (TO.test(prep)) route.to.push(place);
    else if (FROM.test(prep)) route.from.push(place);
    else if (prep === 'for' && p.item.kind === 'verb') route.to.push(place);
    else if (AT.test(prep) || (prep === 'through' && motion.move === 'rotate')) at.push(place);
    else if (prep === 'of' && p.item.kind === 'nominal') route[motion.bare ?? 'to'].push(place);
  };
  for (const object of p.object) {
    // "will join UNDOF on the Israeli border": where that serves.
    const joined =
      p.lemma === 'join' && (object.kind === 'mission' || object.kind === 'force') ? servesAt(object) : null;
    if (joined !== null) {
      add(joined, null);
      continue;
    }
    if (object.kind === 'force' || (motion.bare === null && object.kind !== 'place')) continue;
    const place = placeOf(object);
    // Who crosses a border is on the other side of it; "from Liberia into Sierra Leone" says more.
    if (p.lemma === 'cross' && p.places.some((x) => TO.test(x.prep ?? '') && x.places.length > 0)) continue;
    const crossed = place && p.lemma === 'cross' ? { ...place, prep: 'across' } : place;
    if (crossed) add(crossed, motion.bare === null ? crossed.prep : null);
  }
  for (const place of p.places) add(place, place.prep);
  for (const other of p.others) {
    const unit = other.kind === 'force' && other.sort === 'unit' && other.quantity === null;
    if (other.prep === null || !(other.kind === 'mission' || unit || other.kind === 'actor')) continue;
    const place = placeOf(other);
    if (place === null) continue;
    if (TO.test(other.prep) || (other.kind !== 'actor' && /^(?:with|for)$/.test(other.prep))) route.to.push(place);
    else if (FROM.test(other.prep)) route.from.push(place);
    else if (other.prep === 'for' && BOUND_FOR.test(p.lemma)) route.to.push(place);
    else if (AT.test(other.prep)) at.push(place);
  }
  if (force?.place) {
    if (force.place.prep !== null && FROM.test(force.place.prep)) route.from.push(force.place);
    else if (!at.some((x) => x.from === force.place!.from)) at.push(force.place);
  }
  // "leaving Mihail Kogălniceanu in Romania": a name that the gazetteer lacks, with its country behind it.
  const unknown = p.object.some(
    (o) => (o.kind === 'noun' || (o.kind === 'actor' && o.what === 'person')) && o.prep === null,
  );
  if (motion.bare !== null && unknown && route[motion.bare].length === 0 && at.length > 0)
    route[motion.bare].push(at.shift()!);
  for (const place of at) settleAt(place, force, motion, route, p.lemma);
  if (route.from.length + route.to.length === 0 && motion.move === 'deploy') route.to.push(...purposeOf(p, around));
  // "arrived from Sinai on a flight from Singapore": where they changed planes.
  const left =
    route.from.length > 1
      ? route.from.filter((x) => !p.others.some((o) => isCraft(o) && o.to === x.start))
      : route.from;
  return { from: unique(left), to: unique(route.to) };
}

const isCraft = (n: NounLike): boolean => n.kind === 'noun' && /^(?:flight|plane|ship|ferry|airliner)$/.test(n.head);

/** "sent 40 pilots to take part in air strikes in Libya": where they are to act is where they go. */
function purposeOf(p: Predicate, around: readonly Predicate[]): PlaceItem[] {
  for (const q of around) {
    if (q.governor !== p || q.relation !== 'infinitive' || q.item.kind !== 'verb' || MOTION.has(q.lemma)) continue;
    const places = q.places.filter((x) => x.prep !== null && AT.test(x.prep) && x.ref === null);
    if (places.length > 0) return places;
  }
  return [];
}

/** "sent 500 soldiers in Iraq to Kuwait": where it stands already is where it leaves, once the other end is told. */
function settleAt(place: PlaceItem, force: ForceItem | null, motion: Motion, route: Route, lemma: string): void {
  const own = force?.place?.from === place.from;
  if (motion.at === null) return;
  if (motion.at === 'from') {
    if (route.from.length === 0) route.from.push(place);
  } else if (
    route.to.every((x) => x.ref === 'home') &&
    !(own && route.from.length > 0) &&
    (route.to.length === 0 || ARRIVES.test(lemma))
  )
    route.to.push(place);
  else if (own && route.from.length === 0) route.from.push(place);
}

const unique = (places: readonly PlaceItem[]): PlaceItem[] =>
  places.filter((p, i) => places.findIndex((q) => q.from === p.from) === i);

/** Where a mission known by name serves, whatever place stands behind it. */
function servesAt(n: MissionItem | ForceItem): PlaceItem | null {
  if (n.kind === 'mission') return missionPlace(n);
  return n.mission?.entry ? standsAt({ ...n, place: null }) : null;
}

/** Where something is: the places of a clause with a preposition of rest, the force's own first. */
export function whereabouts(p: Predicate, force: ForceItem | null): PlaceItem[] {
  const places: PlaceItem[] = [];
  // "soldiers from several eastern countries": whose they are.
  if (force?.place && force.place.prep !== 'from') places.push(force.place);
  for (const place of p.places) {
    if (isOfPart(p, force, place)) continue;
    if (place.prep === null ? place.ref === 'there' || place.ref === 'abroad' : AT.test(place.prep)) places.push(place);
  }
  for (const other of p.others) {
    const holds =
      other.kind === 'mission' || (other.kind === 'force' && (other.sort === 'unit' || other.mission !== null));
    if (!holds || other.prep === null || !/^(?:in|with|at|to|under|for|of|among)$/.test(other.prep))
      if (other.kind !== 'mission' || other.prep !== 'on') continue;
    const place = other.kind === 'force' ? standsAt(other) : placeOf(other);
    if (place) places.push(place);
  }
  return unique(places);
}

/** "has 9,000 soldiers, 400 of them in Mali": where the part is, and not the whole. */
const isOfPart = (p: Predicate, whole: ForceItem | null, { from }: PlaceItem): boolean =>
  whole !== null &&
  whole.quantity !== null &&
  p.object.some((o) => o.kind === 'force' && o !== whole && o.anaphor && o.from >= whole.to && o.place?.from === from);

/** "400 of the 3,600 troops serving in Gedo": those who serve there are the 3,600; the 400 do something else. */
export const describedBy = (p: Predicate, force: ForceItem): ForceItem =>
  p.relation === 'participle' && force.whole?.quantity
    ? { ...force.whole, owner: force.whole.owner ?? force.owner, place: force.whole.place ?? force.place }
    : force;

/** Where a force is: its own place, else where the mission that it serves in is ("KFOR's 4,200 soldiers"). */
export function standsAt(force: ForceItem): PlaceItem | null {
  if (force.place !== null) return force.place;
  const places = force.mission === null ? [] : placesSaid(force.mission);
  if (places.length === 0) return null;
  const { from, to } = force.mission!.at;
  return { kind: 'place', from, to, start: from, prep: 'in', places, ref: null, name: null };
}

/** The verb's own words without what stands around: the least that the evidence holds. */
export const core = (p: Predicate): Range => ({ from: p.item.from, to: p.item.to });
