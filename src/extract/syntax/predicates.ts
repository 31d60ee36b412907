// Items -> predicates: each verb group and doing-noun with its subject, objects, places, dates and the verb that holds it.
import type { Place } from '../../model/place.ts';
import { reports } from '../lexicon/control.ts';
import { fronted, type Right, rightOf } from './arguments.ts';
import { ASSERTED, type Building, surfaceSubject } from './building.ts';
import { factualityOf } from './factuality.ts';
import { gappedClauses, isOtherTime, pairedObjects, respectively, standsAlone } from './gapped.ts';
import { heldBy } from './holder.ts';
import type { Item, NominalItem, NounLike, PlaceItem, VerbItem } from './item.ts';
import { isLink, isNoun } from './item-tests.ts';
import type { Predicate, Relation } from './predicate.ts';
import { undoPast } from './reduced-clause.ts';
import { antecedentOf, type Subject, subjectOf } from './subject.ts';

export function predicatesOf(items: readonly Item[]): Predicate[] {
  const built = new Map<number, Building>();
  const all: Building[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (item.kind === 'verb') all.push(...buildVerb(items, i, item, built));
    else if (item.kind === 'nominal') all.push(buildNominal(items, i, item, built));
  }
  for (const b of all) adoptNominals(items, b, built);
  for (const b of all) if (b.relation === 'gerund' && b.governor === null) lateGovernor(b, all);
  for (const b of all) b.factuality = factualityOf(items, b, all);
  return freeze(all, items);
}

function freeze(all: readonly Building[], items: readonly Item[]): Predicate[] {
  const made = new Map<Building, Predicate>();
  const open = new Set<Building>();
  const predicates: Predicate[] = [];
  const make = (b: Building): Predicate => {
    const known = made.get(b);
    if (known) return known;
    // A governor may stand to the right ("Having handed over ..., Australia flew"); a circle is cut where it closes.
    open.add(b);
    const governor = b.governor === null || open.has(b.governor) ? null : make(b.governor);
    const last = items[Math.max(b.at, b.end - 1)] ?? b.item;
    const predicate: Predicate = {
      index: all.indexOf(b),
      from: b.item.from,
      to: Math.max(b.item.to, last.to),
      item: b.item,
      lemma: b.lemma,
      subject: b.subject,
      object: b.object,
      places: b.places,
      dates: b.dates,
      others: b.others,
      governor,
      relation: b.relation,
      factuality: b.factuality,
    };
    open.delete(b);
    made.set(b, predicate);
    return predicate;
  };
  for (const b of all) predicates.push(make(b));
  return predicates;
}

function buildVerb(items: readonly Item[], i: number, item: VerbItem, built: Map<number, Building>): Building[] {
  const held = heldBy(items, i, item, built);
  const subject = held === null && !isOrder(items, i, item) ? subjectOf(items, i) : null;
  const right = rightOf(items, i + 1, true);
  const b: Building = {
    item,
    at: i,
    lemma: lemmaWith(item, right),
    subject: held?.subject ?? subject?.items ?? [],
    object: right.objects,
    places: [...right.places],
    dates: [...right.dates],
    others: [...right.others],
    governor: held?.governor ?? null,
    relation: held?.relation ?? relationOf(subject),
    end: right.end,
    factuality: ASSERTED,
  };
  if (subject) {
    if (subject.by === 'coordinate' && subject.verb !== null) {
      b.governor = built.get(subject.verb) ?? null;
      b.subject = surfaceSubject(b.governor);
      b.relation = 'coordinate';
    }
    const around =
      subject.by === 'coordinate'
        ? { dates: [], places: [], others: [] }
        : fronted(items, subject.items.length > 0 ? subject.at : i, i);
    b.dates.push(...around.dates);
    b.places.push(...around.places);
    b.others.push(...around.others);
    if (subject.antecedent) {
      b.object = [subject.antecedent, ...b.object];
      b.antecedent = subject.antecedent;
    }
    if (subject.by === 'plain') b.governor ??= seenBy(items, subject, item, built);
    if (b.governor?.lemma === 'see' && subject.by === 'plain') b.relation ??= 'infinitive';
    if (subject.by === 'plain') takeWhere(items, subject.items.length > 0 ? subject.at : i, b);
  }
  if (held?.relation === 'infinitive' && held.governor?.antecedent && b.object.length === 0)
    b.object = [held.governor.antecedent];
  undoVoice(items, b, subject);
  if (subject?.by === 'plain') undoPast(b, built);
  built.set(i, b);
  const clones: Building[] = [b];
  let gapped = right.gapped;
  let rounds = 0;
  while (gapped !== null && rounds++ < 12) {
    const again = rightOf(items, gapped, true);
    const otherTime = isOtherTime(again);
    const takesPlaces = again.places.length === 0 && (otherTime || standsAlone(again.objects));
    const clone: Building = {
      ...b,
      object: again.objects,
      places: takesPlaces ? [...b.places] : [...again.places],
      dates: again.dates.length > 0 || otherTime ? [...again.dates] : b.dates,
      others: [...again.others],
      relation: 'coordinate',
      governor: b,
      end: again.end,
    };
    clone.subject = b.subject;
    if (b.dates.length === 0 && again.dates.length > 0 && !otherTime) b.dates = [...again.dates];
    clones.push(clone);
    gapped = again.gapped;
  }
  if (clones.length === 1) clones.push(...pairedObjects(b));
  if (clones.length === 1) clones.push(...gappedClauses(items, b));
  return respectively(items, b) ?? clones;
}

/** "‘Bring our engineers home’": a bare verb that opens direct speech has no subject. */
const isOrder = (items: readonly Item[], i: number, item: VerbItem): boolean =>
  item.bare && item.form === 'finite' && item.tense === 'present' && isLink(items[i - 1], 'quote');

const relationOf = (subject: Subject | null): Relation | null =>
  subject === null ? null : subject.by === 'relative' ? 'relative' : subject.by === 'participle' ? 'participle' : null;

/** "pull its troops out": the particle behind the object belongs to the verb. */
function lemmaWith(item: VerbItem, right: Right): string {
  if (item.particle !== null || right.particle === null) return item.lemma;
  if (
    right.particle === 'out' &&
    (item.lemma === 'pull' ||
      item.lemma === 'take' ||
      item.lemma === 'move' ||
      item.lemma === 'bring' ||
      item.lemma === 'ship')
  )
    return `${item.lemma} out`;
  if (right.particle === 'back' && /^(?:pull|bring|send|fly|go|come)$/.test(item.lemma)) return `${item.lemma} back`;
  return item.lemma;
}

/** "The plan will see 500 troops leave": as much to come as the seeing. */
function seenBy(
  items: readonly Item[],
  { at }: Subject,
  { tense }: VerbItem,
  built: ReadonlyMap<number, Building>,
): Building | null {
  const before = items[at - 1];
  const sees = before?.kind === 'verb' && before.lemma === 'see' && tense === 'present';
  return sees && (before.tense === 'future' || before.modal !== null) ? (built.get(at - 1) ?? null) : null;
}

/** "By sending another 300 soldiers, Germany will double": the holder comes after. */
function lateGovernor(b: Building, all: readonly Building[]): void {
  const later = all.find(
    (o) => o.at > b.at && o.item.kind === 'verb' && o.item.form === 'finite' && o.relation !== 'relative',
  );
  if (later === undefined || later === b || later.governor === b) return;
  // "... wounding 16, officials said": who tells it did not do it.
  if (b.at > 1 && reports(later.lemma)) return;
  b.governor = later;
  if (b.subject.length === 0) b.subject = surfaceSubject(later);
}

/** "Lithuania, where they will patrol": the place before "where" is the clause's own. */
function takeWhere(items: readonly Item[], i: number, b: Building): void {
  for (let j = i - 1; j >= Math.max(0, i - 6); j--) {
    if (!isLink(items[j], 'relative')) continue;
    // "Rukla is where the battalion is based"
    const before = items[j - 1];
    const named = items[j - 2];
    if (before?.kind === 'verb' && before.lemma === 'be' && isNoun(named)) {
      if (named.kind === 'place') b.places.unshift({ ...named, prep: 'at' });
      return;
    }
    const place = placeBefore(items, j) ?? antecedentOf(items, j);
    if (place?.item.kind === 'place') b.places.push({ ...place.item, prep: restAt(place.item.prep) });
    else if (place?.item.kind === 'mission') {
      // "its mission in Kosovo, where it has 2,500 soldiers".
      const at = place.item.place?.places ?? place.item.entry?.places ?? [];
      if (at[0]) b.places.push({ ...placeIn(place.item, at[0]), places: at });
    } else if (place?.item.kind === 'actor' && place.item.place !== null)
      b.places.push(placeIn(place.item, place.item.place));
    return;
  }
}

/** "let soldiers into Darfur, where": the place right before, whatever stands before it. */
function placeBefore(items: readonly Item[], link: number): { readonly item: PlaceItem } | null {
  const before = items[isLink(items[link - 1], 'comma', 'dash') ? link - 2 : link - 1];
  return before?.kind === 'place' ? { item: before } : null;
}

/** "went to Gyumri, where they serve": they serve in it. */
const restAt = (prep: string | null): string =>
  prep === null || /^(?:to|into|onto|towards?|from|out-of|for|of|via|through)$/.test(prep) ? 'in' : prep;

const placeIn = ({ from, to, start }: NounLike, place: Place): PlaceItem => ({
  kind: 'place',
  from,
  to,
  start,
  prep: 'in',
  places: [place],
  ref: null,
  name: null,
});

/** A passive's subject is what it is done to, its "by" phrase who does it; a participle upon a noun likewise. */
function undoVoice(items: readonly Item[], b: Building, subject: Subject | null): void {
  const { item } = b;
  if (item.kind !== 'verb') return;
  const inherits =
    b.relation === 'coordinate' &&
    item.bare &&
    b.governor?.item.kind === 'verb' &&
    b.governor.item.voice === 'passive' &&
    b.object.length === 0;
  const gappedPassive = item.bare && item.form === 'participle' && b.object.length === 0;
  const reduced =
    (subject?.by === 'participle' || (subject === null && b.relation === 'participle')) && item.form !== 'gerund';
  const passive = item.voice === 'passive' || inherits || reduced || gappedPassive;
  if (!passive) return;
  if (reduced && isLink(items[b.at + 1], 'preposition') === false && b.object.length > 0 && b.subject.length > 0) {
    // "France has sent troops moved ..." never takes an object of its own: what follows is another phrase's.
    b.others.push(...b.object);
  }
  const done = b.subject;
  const by = b.others.filter((o) => o.prep === 'by');
  b.subject = by;
  b.object = done;
}

function buildNominal(items: readonly Item[], i: number, item: NominalItem, built: Map<number, Building>): Building {
  const right = rightOf(items, i + 1, false);
  const of = right.others.filter((o) => o.prep === 'of');
  const by = right.others.filter((o) => o.prep === 'by' || (o.prep === 'from' && o.kind === 'actor'));
  const placesOf = right.places.filter((p) => p.prep !== 'of');
  const b: Building = {
    item,
    at: i,
    lemma: item.lemma,
    subject: by.filter((o) => o.prep === 'by'),
    object: of.concat(right.places.filter((p) => p.prep === 'of')),
    places: [...placesOf],
    dates: [...right.dates],
    others: right.others.filter((o) => o.prep !== 'of'),
    governor: null,
    relation: null,
    end: right.end,
    factuality: ASSERTED,
  };
  // "Germany's withdrawal of 30 soldiers": the list after "of" goes on ("of 30 soldiers and two tanks").
  built.set(i, b);
  return b;
}

/** Who wishes a doing is not who does it. */
const WISHES =
  /^(?:call for|call on|demand|urge|want|seek|request|oppose|support|welcome|require|follow|mean|allow|permit|see|expect|criticise|criticize)$/;

/** A clause follows these, never a thing: who says "the pullout" goes on to say something of it. */
const SAYS = /^(?:say|insist|believe|think|argue|know|hope|add)$/;

/** A doing-noun that is the subject or object of a verb is held by it: "announced a withdrawal", "the withdrawal has begun". */
function adoptNominals(_items: readonly Item[], b: Building, built: ReadonlyMap<number, Building>): void {
  if (b.item.kind !== 'verb') return;
  for (const noun of [...b.subject, ...b.object, ...b.others]) {
    if (noun.kind !== 'nominal' || /^(?:after|following|since|despite|upon)$/.test(noun.prep ?? '')) continue;
    for (const held of built.values()) {
      if (held.item !== noun || held === b) continue;
      // "says the pullout is finished": it is finished, and only told.
      const toldOnly = held.governor !== null && SAYS.test(held.governor.lemma) && noun.to <= b.item.from;
      if (held.governor !== null && !(toldOnly && b.item.form === 'finite')) continue;
      held.governor = b;
      held.relation = 'of';
      if (
        held.subject.length === 0 &&
        held.item.kind === 'nominal' &&
        held.item.owner === null &&
        !reports(b.lemma) &&
        !WISHES.test(b.lemma) &&
        // "With the withdrawal from Mali, Chad will be the only place": that is told of Chad.
        !(b.lemma === 'be' && noun.prep !== null && noun.to < b.item.from)
      )
        held.subject = b.subject.filter((s) => s !== noun);
      if (held.subject.length === 0 && reports(b.lemma))
        held.subject = b.subject.filter((s) => s !== noun && s.kind === 'actor');
    }
  }
}
