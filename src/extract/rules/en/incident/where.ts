// Where an attack was: the places of its clause, without those that it came from or that only say what it was compared with.

import { wordsOf } from '../../../../text/words-of.ts';
import type { NounLike, PlaceItem, Range } from '../../../syntax/item.ts';
import { type Predicate, type SentenceView, textOf } from '../../../syntax/predicate.ts';
import { standsAt } from '../roles.ts';

const AT =
  /^(?:in|at|near|on|around|inside|outside|over|off|across|along|against|within|throughout|between|toward|towards|into|by|of)$/;
const LOOSE = /^(?:to|from|into)$/;

/** Places of the clause and of its phrases, the surest kind alone. */
export function placesOf(view: SentenceView, predicates: readonly Predicate[], around: Range): readonly PlaceItem[] {
  const found: PlaceItem[] = [];
  const add = (place: PlaceItem): void => {
    // "the region bordering Cameroon" lies on this side.
    const beside = /^(?:bordering|neighbou?ring)$/.test(view.tokens[place.start - 1]?.lower ?? '');
    if (!beside && !found.some((p) => p.from === place.from)) found.push(place);
  };
  for (const predicate of predicates) {
    // "ships in the Caspian Sea fired at targets in Syria": where who fires stands is where it was only where nothing else is told.
    const own = new Set(predicate.subject.flatMap((n) => (n.kind === 'force' && n.place ? [n.place.from] : [])));
    const aims = predicate.places.filter((x) => !own.has(x.from));
    const at = aims.some((x) => x.places.length > 0 && AT.test(x.prep ?? '')) ? aims : predicate.places;
    for (const place of at) if (place.prep === null || AT.test(place.prep)) add(place);
    const phrases = at === aims ? predicate.subject.filter((n) => n.kind !== 'force') : predicate.subject;
    for (const item of [...predicate.object, ...phrases, ...predicate.others]) {
      const place = placeIn(item);
      if (place) add(place);
    }
  }
  const limit = comparedFrom(view, around);
  const named = found.filter((p) => p.places.length > 0 && p.from < limit);
  const plain = named.filter((p) => !/^(?:between|by|of|into|toward|towards)$/.test(p.prep ?? ''));
  if (named.length > 0) return withoutHosts(view, withFellows(view, plain.length > 0 ? plain : named));
  const inside = insidePlaces(predicates);
  if (inside.length > 0) return inside;
  const near = view.items.filter(
    (item): item is PlaceItem =>
      item.kind === 'place' &&
      item.places.length > 0 &&
      item.from >= around.from &&
      item.from <= Math.min(around.to + 14, limit) &&
      view.tokens[item.from - 1]?.text !== '(' &&
      view.tokens[item.from - 1]?.lower !== 'bordering' &&
      !(item.prep !== null && LOOSE.test(item.prep)),
  );
  if (near.length > 0) return withoutHosts(view, near.slice(0, 1));
  const beside = besideUnknown(view, around, limit);
  if (beside !== null) return [beside];
  // "a convoy of the African Union force in Somalia": where the force that was hit serves.
  const serves = predicates
    .flatMap((p) => [...p.object, ...p.others])
    .flatMap((n) => (n.kind === 'force' ? [standsAt(n)] : []));
  const there = serves.filter((p): p is PlaceItem => p !== null);
  return there.length > 0
    ? there
    : withoutHosts(
        view,
        found.filter((p) => p.from < limit),
      );
}

/** "near Qala-i-Naw": a name that the gazetteer lacks, where a place stands. */
export const hasUnknownPlace = (view: SentenceView, around: Range): boolean =>
  view.items.some(
    (item) =>
      item.kind === 'noun' &&
      item.from >= around.from &&
      item.from <= around.to + 8 &&
      /^(?:in|at|near|outside)$/.test(item.prep ?? '') &&
      /^\p{Lu}\p{Ll}/u.test(view.tokens[item.from]!.text),
  );

/** "in Bir al-Abed, Egypt": behind a name that the gazetteer lacks, the state that it lies in. */
function besideUnknown(view: SentenceView, around: Range, limit: number): PlaceItem | null {
  for (const [i, item] of view.items.entries()) {
    if (item.kind !== 'noun' || item.from < around.from || item.from > Math.min(around.to + 14, limit)) continue;
    const [comma, state] = [view.items[i + 1], view.items[i + 2]];
    if (!/^(?:in|at|near|outside)$/.test(item.prep ?? '') || !/^\p{Lu}/u.test(view.tokens[item.to - 1]!.text)) continue;
    if (comma?.kind !== 'link' || comma.link !== 'comma' || state?.kind !== 'actor' || state.place === null) continue;
    const { from, to, start } = state;
    return { kind: 'place', from, to, start, prep: 'in', places: [state.place], ref: null, name: null };
  }
  return null;
}

/** "the Baghdad bombing": the place that stands in the attack's own phrase. */
const insidePlaces = (predicates: readonly Predicate[]): PlaceItem[] =>
  predicates
    .flatMap((p) => [p.item, ...p.subject, ...p.object, ...p.others])
    .flatMap((n) => (n.kind === 'nominal' && n.place ? [n.place] : []))
    .filter((p, i, all) => all.findIndex((q) => q.from === p.from) === i);

function placeIn(item: NounLike): PlaceItem | null {
  if (item.kind === 'place') return item.prep === null || AT.test(item.prep) ? item : null;
  if (item.kind === 'force' || item.kind === 'mission')
    return item.place && (item.place.prep === null || AT.test(item.place.prep)) ? item.place : null;
  return null;
}

/** "against sites in Iraq and Syria": the state behind "and" is the second of two. */
function withFellows(view: SentenceView, places: readonly PlaceItem[]): readonly PlaceItem[] {
  const last = places.at(-1)!;
  const next = view.items[view.items.indexOf(last) + 2];
  if (view.tokens[last.to]?.lower !== 'and' || next?.from !== last.to + 1) return places;
  if (next.kind === 'place' && next.prep === null && next.places.length > 0) return [...places, next];
  if (next.kind !== 'actor' || next.what !== 'state' || next.place === null) return places;
  const { from, to, start, prep } = next;
  return [...places, { kind: 'place', from, to, start, prep, places: [next.place], ref: null, name: null }];
}

const BACKGROUND = wordsOf(/^(?:since|after|following|before|unlike|response|retaliation|reprisal|revenge)$/);
/** "the deadliest since an assault in Ghazni", "days after a raid on Gao": what comes behind is another attack. */
function comparedFrom(view: SentenceView, around: Range): number {
  for (let i = around.from + 1; i < Math.min(view.tokens.length, around.to + 16); i++)
    if (BACKGROUND.has(view.tokens[i]!.lower)) return i;
  return view.tokens.length;
}

/** "the French embassy in Niger", "the Spanish base at Tyre" stand where they stand, not at home. */
function withoutHosts(view: SentenceView, places: readonly PlaceItem[]): readonly PlaceItem[] {
  const hosted = places.filter(
    (p) => !/\b(?:embassy|consulate|base|camp|outpost|checkpoint|position)s?$/i.test(textOf(view, p)),
  );
  const stay = hosted.length > 0 ? hosted : places;
  // "near the town of Eyl off the coast of Puntland": the shore names it.
  const atSea = (p: PlaceItem): boolean =>
    p.places.every((x) => x.country === 'R:AT-SEA') && /\bcoast\b/i.test(textOf(view, p));
  const ashore = stay.filter((p) => !atSea(p));
  return ashore.length > 0 ? ashore : stay;
}
