// The verb or noun that holds an infinitive, a gerund or a participle, and whose doing that is.
import { controlOf } from '../lexicon/control.ts';
import { type Building, surfaceSubject } from './building.ts';
import type { Item, NounLike, VerbItem } from './item.ts';
import { isBare, isLink, isNoun } from './item-tests.ts';
import type { Relation } from './predicate.ts';
import { subjectOf } from './subject.ts';

interface Held {
  readonly governor: Building | null;
  readonly relation: Relation;
  readonly subject: readonly NounLike[];
}

/** Infinitives and gerunds: the verb or noun that holds them, and whose doing they are. */
export function heldBy(
  items: readonly Item[],
  i: number,
  item: VerbItem,
  built: ReadonlyMap<number, Building>,
): Held | null {
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

const STANDS = /^(?:base|station|deploy|assign|garrison|post|locate|house|stand)$/;

function heldInfinitive(items: readonly Item[], i: number, built: ReadonlyMap<number, Building>): Held {
  const between: NounLike[] = [];
  for (let j = i - 1; j >= Math.max(0, i - 16); j--) {
    const item = items[j]!;
    if (item.kind === 'verb' || item.kind === 'nominal') {
      const governor = built.get(j);
      if (governor === undefined) break;
      // "directed 1,000 soldiers based in Germany to reposition": the participle upon them holds nothing.
      if (governor.relation === 'participle' && item.kind === 'verb' && item.bare && STANDS.test(item.lemma)) continue;
      if (item.kind === 'nominal') return { governor, relation: 'infinitive', subject: governor.subject };
      const nearest = between[0];
      const pressed = pressedIn(between) ?? promisedIn(between);
      if (pressed) return { governor, relation: 'infinitive', subject: [pressed] };
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
    const promised = promisedIn(between);
    if (promised) return { governor: null, relation: 'infinitive', subject: [promised] };
    if (isLink(item, 'semicolon', 'colon', 'relative') || isLink(item, 'that', 'if', 'time')) break;
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

/** "put pressure on Russia to withdraw", "a call on Chad to leave": who is asked is to do it. `between`: right to left. */
function pressedIn([asked, asking]: readonly NounLike[]): NounLike | null {
  if (asking?.kind !== 'noun' || !ASKING.test(asking.head) || !/^(?:on|upon|to|for)$/.test(asked?.prep ?? ''))
    return null;
  if (asked?.kind === 'actor') return asked;
  const party = asked?.kind === 'place' && asked.places.length === 1 ? asked.places[0]!.country : null;
  if (asked === undefined || party === null) return null;
  const { from, to, start, prep } = asked;
  return { kind: 'actor', from, to, start, prep, party, place: null, name: '', what: 'state', role: 'government' };
}
/** "a promise by coalition forces to withdraw": who promised. */
function promisedIn([by, promise]: readonly NounLike[]): NounLike | null {
  const is =
    by?.prep === 'by' &&
    promise?.kind === 'noun' &&
    /^(?:promise|pledge|commitment|offer|vow|decision|plan|agreement|undertaking)$/.test(promise.head);
  return is && (by.kind === 'actor' || by.kind === 'force') ? by : null;
}
const ASKING = /^(?:pressure|call|demand|request|appeal|ultimatum|order|deadline)$/;

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
    const governor = isLink(before, 'comma')
      ? clauseOf(previousBuilt(items, i - 1, built))
      : previousBuilt(items, i - 1, built);
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
    return {
      governor: previousBuilt(items, i - 1, built),
      relation: before.prep === 'with' ? 'gerund' : 'participle',
      subject: [before],
    };
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

/** "has a history of supporting missions, having sent": behind a comma the clause holds it, not the gerund inside. */
function clauseOf(nearest: Building | null): Building | null {
  for (let b = nearest; b !== null; b = b.governor)
    if (b.item.kind === 'verb' && (b.item.form === 'finite' || b.relation === 'coordinate')) return b;
  return nearest;
}

function previousBuilt(items: readonly Item[], from: number, built: ReadonlyMap<number, Building>): Building | null {
  for (let j = from; j >= Math.max(0, from - 24); j--) {
    if (isLink(items[j], 'semicolon')) return null;
    if (items[j]?.kind === 'verb') return built.get(j) ?? null;
  }
  return null;
}
