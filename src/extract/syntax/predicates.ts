// Items -> predicates: each verb group and doing-noun with its subject, objects, places, dates and the verb that holds it.
import { controlOf, reports } from '../lexicon/control.ts';
import {
  antecedentOf,
  fronted,
  isBare,
  isLink,
  isNoun,
  type Right,
  rightOf,
  type Subject,
  subjectOf,
} from './arguments.ts';
import { factualityOf } from './factuality.ts';
import type { DateItem, Item, NominalItem, NounLike, PlaceItem, VerbItem } from './item.ts';
import type { Factuality, Predicate, Relation } from './predicate.ts';

/** A predicate while it is being built; `at` is its item's index. */
export interface Building {
  readonly item: VerbItem | NominalItem;
  readonly at: number;
  lemma: string;
  subject: readonly NounLike[];
  object: readonly NounLike[];
  places: PlaceItem[];
  dates: DateItem[];
  others: NounLike[];
  governor: Building | null;
  relation: Relation | null;
  end: number;
  /** What an object relative hangs on: "forces which Addis Ababa plans to withdraw". */
  antecedent?: NounLike;
  factuality: Factuality;
}

const ASSERTED: Factuality = { mode: 'asserted', by: [], aspect: null };

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
    if (subject.by === 'plain') takeWhere(items, subject.items.length > 0 ? subject.at : i, b);
  }
  if (held?.relation === 'infinitive' && held.governor?.antecedent && b.object.length === 0)
    b.object = [held.governor.antecedent];
  undoVoice(items, b, subject);
  built.set(i, b);
  const clones: Building[] = [b];
  let gapped = right.gapped;
  let rounds = 0;
  while (gapped !== null && rounds++ < 12) {
    const again = rightOf(items, gapped, true);
    const clone: Building = {
      ...b,
      object: again.objects,
      places: again.places.length > 0 || !standsAlone(again.objects) ? [...again.places] : [...b.places],
      dates: again.dates.length > 0 ? [...again.dates] : b.dates,
      others: [...again.others],
      relation: 'coordinate',
      governor: b,
      end: again.end,
    };
    clone.subject = b.subject;
    if (b.dates.length === 0 && again.dates.length > 0) b.dates = [...again.dates];
    clones.push(clone);
    gapped = again.gapped;
  }
  if (clones.length === 1) clones.push(...gappedClauses(items, b));
  return respectively(items, b) ?? clones;
}

/** "Estonia has 160 soldiers in Helmand, Denmark 700 and Georgia 850 in Kabul": clauses that leave the verb out. */
function gappedClauses(items: readonly Item[], b: Building): Building[] {
  const clones: Building[] = [];
  if (!b.object.some((o) => o.kind === 'force') || b.lemma === 'follow') return clones;
  let i = b.end;
  for (;;) {
    let at = i;
    while (isLink(items[at], 'comma', 'and', 'semicolon', 'but', 'time') || items[at]?.kind === 'word') at++;
    // "followed by Ethiopia with 2,500"
    const follows = items[at]?.kind === 'verb' && (items[at] as VerbItem).lemma === 'follow' ? 1 : 0;
    const actor = items[at + follows];
    const force = items[at + follows + 1];
    const isActor = actor?.kind === 'actor' && (follows ? actor.prep === 'by' : actor.prep === null);
    if (
      !isActor ||
      at === i ||
      force?.kind !== 'force' ||
      !(force.prep === null || force.prep === 'with') ||
      force.quantity === null
    )
      return clones;
    const right = rightOf(items, at + follows + 2, false);
    clones.push({
      ...b,
      subject: [actor],
      object: [likeFirst(force, b.object.find((o) => o.kind === 'force')!)],
      places: right.places.length > 0 ? [...right.places] : b.places,
      dates: right.dates.length > 0 ? [...right.dates] : b.dates,
      others: [...right.others],
      relation: 'coordinate',
      governor: b,
      end: right.end,
    });
    i = right.end;
  }
}

/** A number alone in a list counts what its fellows count: "160 soldiers in Helmand, Denmark 700". */
function likeFirst(number: NounLike, model: NounLike): NounLike {
  if (number.kind !== 'force' || model.kind !== 'force' || number.head !== null) return number;
  const quantity = number.quantity && model.quantity ? { ...number.quantity, of: model.quantity.of } : number.quantity;
  return { ...number, head: model.head, sort: model.sort, quantity, mission: number.mission ?? model.mission };
}

/** "Kenya, Jamaica and Belize have flown 400, 24 and two officers respectively": pair by pair. */
function respectively(items: readonly Item[], b: Building): Building[] | null {
  const n = b.subject.length;
  if (n < 2 || b.object.length !== n) return null;
  const said = items.slice(b.at, b.end + 2).some((x) => x.kind === 'word' && x.word === 'respectively');
  if (!said) return null;
  return b.subject.map((subject, i) => ({
    ...b,
    subject: [subject],
    object: [likeFirst(b.object[i]!, b.object.at(-1)!)],
  }));
}

/** "sent eight jets to Jordan, a tanker and two drones": without ends of its own a second force takes the first one's. */
const standsAlone = (objects: readonly NounLike[]): boolean =>
  objects.every((o) => o.kind === 'force' && o.whole === null && !o.anaphor && o.head !== null && o.place === null);

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

/** In the surface sense: the subject of an active, the moved thing of a passive. */
const surfaceSubject = (b: Building | null): readonly NounLike[] => {
  if (b === null) return [];
  if (b.item.kind === 'verb' && b.item.voice === 'passive') return b.object;
  return b.subject;
};

interface Held {
  readonly governor: Building | null;
  readonly relation: Relation;
  readonly subject: readonly NounLike[];
}

/** Infinitives and gerunds: the verb or noun that holds them, and whose doing they are. */
function heldBy(items: readonly Item[], i: number, item: VerbItem, built: ReadonlyMap<number, Building>): Held | null {
  if (item.form === 'infinitive') return heldInfinitive(items, i, built);
  if (item.form === 'gerund') return heldGerund(items, i, built);
  if (item.bare) return heldByCopula(items, i, built);
  return null;
}

/** "remain deployed", "stayed posted": a participle right behind a verb of staying. */
function heldByCopula(items: readonly Item[], i: number, built: ReadonlyMap<number, Building>): Held | null {
  let j = i - 1;
  while (items[j]?.kind === 'word') j--;
  const before = items[j];
  if (before?.kind !== 'verb' || !/^(?:remain|stay|keep|lie|stand|sit|be)$/.test(before.lemma)) return null;
  const governor = built.get(j) ?? null;
  return { governor, relation: 'participle', subject: surfaceSubject(governor) };
}

function heldInfinitive(items: readonly Item[], i: number, built: ReadonlyMap<number, Building>): Held {
  const between: NounLike[] = [];
  for (let j = i - 1; j >= Math.max(0, i - 16); j--) {
    const item = items[j]!;
    if (item.kind === 'verb' || item.kind === 'nominal') {
      const governor = built.get(j);
      if (governor === undefined) break;
      if (item.kind === 'nominal') return { governor, relation: 'infinitive', subject: governor.subject };
      const nearest = between[0];
      const object =
        nearest?.prep === 'for' && nearest.kind === 'force'
          ? nearest
          : [...between].reverse().find((n) => n.prep === 'on' || n.prep === 'for' || isBare(n));
      const control = controlOf(governor.lemma, object !== undefined);
      if (object !== undefined && (control === null || control.control === 'object' || object.prep === 'for')) {
        // "is due there"; "sent 500 soldiers to help": the object acts.
        return {
          governor,
          relation: 'infinitive',
          subject: object.kind === 'noun' ? ownerOfNoun(object, governor) : [object],
        };
      }
      return { governor, relation: 'infinitive', subject: surfaceSubject(governor) };
    }
    const owner = between.length === 0 ? possessorAt(items, j) : null;
    if (owner) return { governor: null, relation: 'infinitive', subject: [owner] };
    if (isLink(item, 'semicolon', 'colon', 'relative', 'that', 'if', 'time')) break;
    if (isLink(item, 'and', 'or') && items[j - 1]?.kind !== 'noun' && between.length === 0) {
      // "to train and to advise": shares the earlier infinitive's holder.
      const earlier = previousInfinitive(items, j, built);
      if (earlier) return { governor: earlier.governor, relation: 'infinitive', subject: earlier.subject };
    }
    if (isNoun(item)) between.push(item);
  }
  // A headline's future ("Bulgaria to bring home 90 soldiers"): the phrase before acts.
  const bare = between.filter((n) => isBare(n));
  return { governor: null, relation: 'infinitive', subject: bare.slice(0, 1) };
}

/** "the president's proposal to send", "a plan to withdraw": whose plan it is acts, else who speaks of it. */
const ownerOfNoun = (noun: NounLike & { readonly kind: 'noun' }, governor: Building): readonly NounLike[] => {
  if (noun.owner?.kind === 'named')
    return [
      {
        kind: 'actor',
        ...noun.owner.at,
        start: noun.owner.at.from,
        prep: null,
        party: noun.owner.parties[0]!,
        place: null,
        name: '',
        what: 'state',
        role: null,
      },
    ];
  if (noun.owner?.kind === 'pronoun')
    return [{ kind: 'pronoun', ...noun.owner.at, start: noun.owner.at.from, prep: null, word: noun.owner.word }];
  return surfaceSubject(governor);
};

function previousInfinitive(items: readonly Item[], j: number, built: ReadonlyMap<number, Building>): Building | null {
  for (let k = j - 1; k >= Math.max(0, j - 12); k--) {
    const item = items[k]!;
    if (item.kind === 'verb') return item.form === 'infinitive' ? (built.get(k) ?? null) : null;
  }
  return null;
}

function heldGerund(items: readonly Item[], i: number, built: ReadonlyMap<number, Building>): Held {
  const before = items[i - 1];
  if (
    isLink(before, 'preposition') ||
    isLink(before, 'time', 'comma') ||
    before === undefined ||
    isLink(before, 'quote', 'dash', 'and', 'open')
  ) {
    const person = isLink(before, 'preposition') && /^(?:for|of)$/.test(before.word) ? nearestBare(items, i - 2) : null;
    const governor = previousBuilt(items, i - 1, built);
    // "Poland's partnership in hosting them": the noun's owner does it.
    const owner = isLink(before, 'preposition') ? possessorAt(items, i - 2) : null;
    if (owner) return { governor, relation: 'gerund', subject: [owner] };
    if (isLink(before, 'and') && governor?.item.kind === 'verb' && governor.item.form === 'gerund')
      return { governor: governor.governor, relation: 'gerund', subject: governor.subject };
    if (isLink(before, 'preposition') && before.word === 'from' && governor && governor.object.length > 0)
      return { governor, relation: 'gerund', subject: governor.object };
    if (person && governor && person !== governor.subject[0])
      return {
        governor,
        relation: 'gerund',
        subject: governor.item.kind === 'verb' && governor.item.voice === 'passive' ? governor.object : [person],
      };
    return { governor, relation: 'gerund', subject: surfaceSubject(governor) };
  }
  if (before?.kind === 'verb') {
    const governor = built.get(i - 1) ?? null;
    return { governor, relation: 'gerund', subject: surfaceSubject(governor) };
  }
  if (before?.kind === 'force' && before.prep !== null)
    return { governor: previousBuilt(items, i - 1, built), relation: 'participle', subject: [before] };
  if (before?.kind === 'word') {
    const governor = previousBuilt(items, i - 1, built);
    const nearest = nearestBare(items, i - 2);
    if (nearest === null && governor) return { governor, relation: 'gerund', subject: surfaceSubject(governor) };
  }
  const subject = subjectOf(items, i);
  if (subject.by === 'coordinate' && subject.verb !== null) {
    const governor = built.get(subject.verb) ?? null;
    return { governor: governor?.governor ?? governor, relation: 'gerund', subject: surfaceSubject(governor) };
  }
  return { governor: previousBuilt(items, i - 1, built), relation: 'participle', subject: subject.items };
}

/** The state that owns the noun at `i`: "Turkey's decision to send", "Poland's role in hosting". */
const possessorAt = (items: readonly Item[], i: number): NounLike | null => {
  const item = items[i];
  return item?.kind === 'noun' ? item.possessor : null;
};

function nearestBare(items: readonly Item[], from: number): NounLike | null {
  for (let j = from; j >= Math.max(0, from - 4); j--) {
    const item = items[j];
    if (item === undefined || item.kind === 'verb' || item.kind === 'link') return null;
    if (isBare(item)) return item;
  }
  return null;
}

function previousBuilt(items: readonly Item[], from: number, built: ReadonlyMap<number, Building>): Building | null {
  for (let j = from; j >= Math.max(0, from - 24); j--) {
    if (isLink(items[j], 'semicolon')) return null;
    if (items[j]?.kind === 'verb') return built.get(j) ?? null;
  }
  return null;
}

/** "By sending another 300 soldiers, Germany will double": the holder comes after. */
function lateGovernor(b: Building, all: readonly Building[]): void {
  const later = all.find(
    (o) => o.at > b.at && o.item.kind === 'verb' && o.item.form === 'finite' && o.relation !== 'relative',
  );
  if (later === undefined || later === b || later.governor === b) return;
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
    const place = antecedentOf(items, j);
    if (place?.item.kind === 'place') b.places.push(place.item);
    return;
  }
}

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

/** A doing-noun that is the subject or object of a verb is held by it: "announced a withdrawal", "the withdrawal has begun". */
function adoptNominals(_items: readonly Item[], b: Building, built: ReadonlyMap<number, Building>): void {
  if (b.item.kind !== 'verb') return;
  for (const noun of [...b.subject, ...b.object, ...b.others]) {
    if (noun.kind !== 'nominal' || /^(?:after|following|since|despite|upon)$/.test(noun.prep ?? '')) continue;
    for (const held of built.values()) {
      if (held.item !== noun || held === b || held.governor !== null) continue;
      held.governor = b;
      held.relation = 'of';
      if (
        held.subject.length === 0 &&
        held.item.kind === 'nominal' &&
        held.item.owner === null &&
        !reports(b.lemma) &&
        !WISHES.test(b.lemma)
      )
        held.subject = b.subject.filter((s) => s !== noun);
      if (held.subject.length === 0 && reports(b.lemma))
        held.subject = b.subject.filter((s) => s !== noun && s.kind === 'actor');
    }
  }
}
