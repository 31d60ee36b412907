// Force phrases grow together: parts of a whole, strengths, units, missions and owners behind the head.

import { forceNoun, MILITARY_WORDS } from '../lexicon/forces.ts';
import { MOTION } from '../lexicon/motion.ts';
import type { Annotated } from './annotate.ts';
import { acrossBranches } from './branches.ts';
import type { ForceItem, Item, Owner, PlaceItem } from './item.ts';
import { isPeople } from './item-tests.ts';
import { ownerAfter, ownerAmong } from './owner-after.ts';
import { partitive, partOf, strengthOf, withUnit } from './part-of-whole.ts';
import { words } from './read-phrase.ts';

/** "Of the 450 Australians in Iraq, 120 will come home": the whole stands before its part. */
export function wholeFirst(items: readonly Item[]): Item[] {
  const [whole, ...rest] = items;
  if (whole?.kind !== 'force' || whole.prep !== 'of' || whole.quantity === null) return [...items];
  // "Of these 10,500 are in Poland".
  if (whole.start === 0 && whole.head === null && whole.definite && rest[0]?.kind === 'verb')
    return [{ ...whole, prep: null, anaphor: true, definite: false }, ...rest];
  const comma = rest.findIndex((x) => x.kind === 'link' && x.link === 'comma');
  const part = rest[comma + 1];
  const place = rest.slice(0, comma).find((x): x is PlaceItem => x.kind === 'place' && x.prep !== null) ?? null;
  if (comma < 0 || part?.kind !== 'force' || part.head !== null || part.prep !== null) return [...items];
  const joined = partitive({ ...part, from: part.from }, { ...whole, place: whole.place ?? place });
  return [...rest.slice(0, comma + 1), { ...joined, to: part.to }, ...rest.slice(comma + 2)];
}

/** "thirty of the 120 soldiers", "a contingent of 14 soldiers", "soldiers of the 3rd Division", "a battalion of 760". */
export function joinForces(a: Annotated, items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (const item of items) {
    const previous = out.at(-1);
    if (item.kind === 'force' && previous !== undefined) {
      const joined = joinTwo(a, previous, item);
      if (joined) {
        out[out.length - 1] = joined;
        continue;
      }
    }
    // "400 troops and equipment": what comes along counts nothing by itself.
    if (item.kind === 'noun' && item.prep === null && COMES_ALONG.has(item.head) && isAndForce(out)) {
      out.splice(-2, 2, { ...(out.at(-2) as ForceItem), to: item.to });
      continue;
    }
    const row = acrossBranches(a, out, item);
    if (row) {
      out.splice(row.at, out.length - row.at, row.force);
      continue;
    }
    // "1,000 soldiers of the 12th and 17th brigades".
    const ranks = ofRanks(out, item);
    if (ranks) {
      out.splice(-3, 3, ranks);
      continue;
    }
    const pair = joinAnd(a, out, item);
    if (pair) {
      out.splice(-2, 2, pair);
      continue;
    }
    if (
      item.kind === 'pronoun' &&
      item.prep === 'of' &&
      previous !== undefined &&
      /^(?:them|these|those|whom)$/.test(item.word)
    ) {
      const part = partOf(previous);
      if (part) {
        out[out.length - 1] = { ...part, to: item.to, anaphor: true };
        continue;
      }
    }
    // "half of whom are in Gao".
    if (item.kind === 'link' && item.word === 'whom' && previous?.kind === 'link' && previous.word === 'of') {
      const part = partOfThem(out.at(-2), item.to);
      if (part) {
        out.splice(-2, 2, part);
        continue;
      }
    }
    // "15,000 of them Americans": whose those are.
    if (item.kind === 'actor' && isPeople(item) && previous?.kind === 'force' && isOfThem(previous, item)) {
      out[out.length - 1] = { ...previous, owner: { kind: 'named', parties: [item.party!], at: item }, to: item.to };
      continue;
    }
    // "the Belgian contingent of KFOR", "their soldiers in UNIFIL".
    if (item.kind === 'mission' && item.entry !== null && item.prep === 'of' && previous?.kind === 'force') {
      const mission = { entry: item.entry, name: item.name, at: { from: item.from, to: item.to } };
      out[out.length - 1] = { ...previous, to: item.to, mission: previous.mission ?? mission };
      continue;
    }
    const loyal = loyalTo(out, item);
    if (loyal) {
      out.splice(-2, 2, loyal);
      continue;
    }
    if (item.kind === 'force' || previous?.kind !== 'force') {
      out.push(item);
      continue;
    }
    if (
      item.kind === 'mission' &&
      previous.mission === null &&
      (item.prep === 'of' || (item.prep === 'from' && opensClause([...out, item])))
    ) {
      out[out.length - 1] = {
        ...previous,
        mission: { entry: item.entry, name: item.name, at: item },
        place: previous.place ?? item.place,
        to: item.to,
      };
      continue;
    }
    // "soldiers from the Togolese military", "forces from the Netherlands": whose, where the phrase opens a clause.
    const owner = isTakenFrom(out) ? null : (ownerAfter(previous, item) ?? ownerInList(out, previous, item));
    // "7,000 soldiers, among them 2,000 from Italy and 900 from France".
    const share = owner === null && previous.owner === null ? ownerAmong(out, previous, item) : null;
    if (share !== null) {
      out[out.length - 1] = { ...previous, owner: share, to: item.to };
      continue;
    }
    out.push(item);
    if (owner && previous.owner === null && (opensClause(out) || opensThere(out))) {
      out.pop();
      out[out.length - 1] = { ...previous, owner, to: item.to };
    }
  }
  return out;
}

const RANK = /^\d+(?:st|nd|rd|th)$/;
function ofRanks(out: readonly Item[], item: Item): ForceItem | null {
  const [force, first, and] = [out.at(-3), out.at(-2), out.at(-1)];
  if (item.kind !== 'force' || item.unit === null || !RANK.test(item.unit.name.split(' ', 1)[0]!)) return null;
  if (first?.kind !== 'noun' || first.prep !== 'of' || !RANK.test(first.head) || and?.kind !== 'link') return null;
  return force?.kind === 'force' && force.quantity !== null && and.link === 'and' ? withUnit(force, item) : null;
}

/** A number or share before "of whom". */
function partOfThem(left: Item | undefined, to: number): ForceItem | null {
  if (left?.kind !== 'force' || left.head !== null || (left.quantity === null && left.share === null)) return null;
  return { ...left, to, anaphor: true };
}

/** "the withdrawal of troops from Chad": where they leave, and not whose they are. */
function isTakenFrom(out: readonly Item[]): boolean {
  const [doing, force] = [out.at(-2), out.at(-1)];
  if (doing?.kind !== 'nominal' || force?.kind !== 'force' || force.prep !== 'of') return false;
  return doing.lemma === 'return' || MOTION.get(doing.lemma)?.move === 'withdraw';
}

const isOfThem = (force: ForceItem, next: Item): boolean =>
  force.anaphor && force.head === null && force.owner === null && force.quantity !== null && force.to === next.from;

const isLoyal = (item: Item | undefined): boolean =>
  (item?.kind === 'noun' && item.head === 'loyal') || (item?.kind === 'word' && item.word === 'loyal');

/** "forces loyal to Khalifa Haftar": whose side they are on. */
function loyalTo(out: readonly Item[], item: Item): ForceItem | null {
  if (item.kind !== 'actor' || item.prep !== 'to' || !isLoyal(out.at(-1))) return null;
  const force = out.at(-2);
  if (force?.kind !== 'force' || force.owner !== null) return null;
  if (item.party === null) return { ...force, to: item.to };
  return { ...force, owner: { kind: 'named', parties: [item.party], at: item }, to: item.to };
}

const COMES_ALONG: ReadonlySet<string> = new Set(
  'equipment materiel hardware gear weaponry armour armor supply'.split(' '),
);

const isAndForce = (out: readonly Item[]): boolean => {
  const and = out.at(-1);
  const force = out.at(-2);
  return and?.kind === 'link' && and.link === 'and' && force?.kind === 'force' && force.to === and.from;
};

/** "300 men and women", "a mixed security and reconstruction task force", "a Tanker and Transport aircraft": one phrase around "and". */
function joinAnd(a: Annotated, out: readonly Item[], item: Item): ForceItem | null {
  const and = out.at(-1);
  const left = out.at(-2);
  if (item.kind !== 'force' || item.prep !== null || and?.kind !== 'link' || and.link !== 'and') return null;
  if (left?.kind === 'force' && left.head === 'men' && item.head === 'women' && item.count === null)
    return { ...left, to: item.to, head: 'service member', sort: uniformed(a, item.to) ? 'strong' : left.sort };
  const both = left?.kind === 'force' ? oneNumber(left, item, and) : null;
  if (both !== null) return both;
  if (left?.kind !== 'noun' && left?.kind !== 'force' && left?.kind !== 'mission') return null;
  if (!/^an?$/.test(a.tokens[left.from]!.lower) || left.to !== and.from || item.to - item.from < 2) return null;
  if (item.count !== null || item.definite || item.owner !== null) return null;
  if (a.tags[item.from] !== 'noun' || (item.plural && item.head !== 'aircraft')) return null;
  const capital = (i: number): boolean => /^\p{Lu}/u.test(a.tokens[i]!.text);
  if (left.kind === 'force' && !(capital(left.to - 1) && capital(item.from))) return null;
  if (item.sort !== 'platform' && item.sort !== 'unit') return null;
  const one =
    item.sort === 'platform'
      ? {
          min: 1,
          max: 1,
          approx: false,
          of:
            left.kind === 'force' ? (left.quantity?.of ?? 'aircraft') : (forceNoun(item.head ?? '')?.of ?? 'aircraft'),
        }
      : null;
  const at = { from: left.from + 1, to: item.to };
  const unit = one && capital(left.from + 1) ? { name: words(a, at.from, at.to), at } : item.unit;
  return { ...item, from: left.from, start: left.start, prep: left.prep, quantity: one, unit };
}

/** "600 medics and engineers", "83 sappers and doctors of the army", "1,200 troops and naval personnel": one number counts both. */
function oneNumber(left: ForceItem, right: ForceItem, and: Item): ForceItem | null {
  const plain = (f: ForceItem): boolean =>
    f.head !== null && f.plural && (f.sort === 'strong' || f.sort === 'weak') && f.whole === null;
  // "3,000 sailors and marines of the 26th unit": the unit goes with them.
  if (!plain(left) || left.unit !== null || !plain(right) || left.to !== and.from || left.quantity?.of !== 'personnel')
    return null;
  if (
    left.count === null ||
    right.count !== null ||
    right.owner !== null ||
    right.definite ||
    right.adjectives.some((word) => !MILITARY_WORDS.has(word))
  )
    return null;
  return {
    ...left,
    to: right.to,
    place: right.place,
    unit: right.unit,
    sort: right.sort === 'strong' ? 'strong' : left.sort,
  };
}

const uniformed = (a: Annotated, at: number): boolean =>
  a.tokens[at]?.lower === 'in' && a.tokens[at + 1]?.lower === 'uniform';

function joinTwo(a: Annotated, left: Item, right: ForceItem): ForceItem | null {
  if (right.prep === 'of') {
    const told = partOf(left);
    // "not one of its soldiers", "not all of the 300 have left".
    const isDenied = told !== null && a.tokens[told.from - 1]?.lower === 'not';
    const part = isDenied ? { ...told, adjectives: [...told.adjectives, 'no'] } : told;
    if (part?.whole && part.whole.quantity === null && part.whole.sort === 'unit' && right.quantity !== null) {
      return partitive({ ...part, whole: null, unit: null, to: part.whole.from }, strengthOf(part.whole, right));
    }
    // "About 150 members of the Special Forces Task Group".
    if (part?.head === 'member' && part.quantity !== null && right.sort === 'unit' && right.quantity === null)
      return { ...withUnit(part, right), sort: 'strong' };
    // "the remaining contingent of 1,500 soldiers": its strength.
    if (part?.portion === 'rest' && part.whole === null && part.sort === 'unit' && !right.definite && right.quantity)
      return strengthOf(part, right);
    // "the first 40 of 1,700 troops of NATO's extraction force".
    if (
      part?.whole?.quantity &&
      part.owner === null &&
      right.owner?.kind === 'named' &&
      right.sort === 'unit' &&
      right.quantity === null
    )
      return { ...part, owner: right.owner, whole: { ...part.whole, owner: right.owner }, to: right.to };
    if (part && part.whole === null) {
      if (part.head === null || part.portion !== null || part.share !== null) return partitive(part, right);
      // "the first 90 soldiers of a Danish battalion", "two companies of a brigade": those counted are a part of it.
      if (
        part.quantity !== null &&
        right.quantity?.max === 1 &&
        right.quantity.of !== 'personnel' &&
        right.sort === 'unit'
      )
        return { ...withUnit(part, right), place: part.place ?? right.place };
      if (part.quantity !== null && right.quantity !== null && part.quantity.of === right.quantity.of)
        return partitive(part, right);
      if (part.sort === 'unit' || part.sort === 'strong') {
        // "the soldiers of the regional force": under that flag.
        if (right.mission?.entry && right.sort === 'unit' && part.sort === 'strong') return withUnit(part, right);
        if (right.unit && right.sort === 'unit' && right.quantity === null) return withUnit(part, right);
        if (right.quantity !== null || right.sort !== 'unit') return strengthOf(part, right);
      }
      if (right.owner && part.owner === null) return { ...part, owner: right.owner, to: right.to };
    }
    // "the number of French forces", "a total of 5,100 troops", "a series of": measure words.
    if (
      left.kind === 'noun' &&
      /^(?:total|number|size|peak|maximum|high|low|record|group|handful|array|series|element|bulk|majority|part|portion|tranche|batch|party|wave|presence|deployment|level|strength|combination|mix|commitment|contribution)$/.test(
        left.head,
      )
    ) {
      const some = /^(?:element|part|portion|majority|bulk|number|batch|group|wave)$/.test(left.head);
      const partial =
        left.head === 'bulk' ||
        left.head === 'majority' ||
        left.head === 'part' ||
        left.head === 'portion' ||
        left.head === 'element';
      return {
        ...right,
        from: left.from,
        start: left.start,
        prep: left.prep,
        ...(partial && right.quantity !== null ? { whole: right, quantity: null, portion: 'some' as const } : {}),
        // "the final group of 96 soldiers": those of the force told of.
        ...(/^(?:batch|group|wave|party|tranche)$/.test(left.head) && a.tokens[left.from]!.lower === 'the'
          ? { definite: true }
          : {}),
        ...(some && !partial && left.head === 'number' && right.quantity === null ? { portion: right.portion } : {}),
        ...missionOwned(a, left, right),
      };
    }
    return null;
  }
  if (left.kind !== 'force') return null;
  // "half the 900 soldiers".
  if (left.head === null && left.share !== null && right.prep === null && right.definite && left.to === right.from)
    return partitive(left, right);
  if (/^(?:an?|one|another)$/.test(a.tokens[left.from]!.lower) && isMannedWith(left, right))
    return strengthOf({ ...left, quantity: null, count: null }, right);
  if (
    (right.prep === 'from' || right.prep === 'with') &&
    right.quantity === null &&
    (right.unit !== null || right.sort === 'unit') &&
    right.head !== 'convoy' &&
    (right.prep === 'from' || /[\p{Lu}\d]/u.test(right.unit?.name ?? ''))
  )
    return { ...withUnit(left, right), definite: left.definite && right.mission === null };
  // "an aviation element of two helicopters": done above; "4,000 troops, a brigade of": left alone.
  if (
    right.prep === null &&
    right.sort === 'bare' &&
    left.head !== null &&
    left.quantity === null &&
    right.count &&
    a.tokens[right.count.to - 1]?.lower === 'strong'
  )
    return { ...left, quantity: right.quantity, count: right.count, to: right.to };
  return null;
}

/** "A U.S. Army brigade with some 4,500 troops": one formation and its soldiers. */
const isMannedWith = (unit: ForceItem, men: ForceItem): boolean =>
  men.prep === 'with' &&
  men.quantity?.of === 'personnel' &&
  men.sort === 'strong' &&
  men.owner === null &&
  men.whole === null &&
  men.place === null &&
  !men.additional &&
  !men.definite &&
  unit.sort === 'unit' &&
  !unit.plural &&
  unit.to === men.start &&
  (unit.quantity === null || (unit.quantity.max === 1 && unit.quantity.of !== 'personnel'));

/** "KFOR's total strength of 39,000 personnel": the mission's. */
function missionOwned(a: Annotated, left: Item, right: ForceItem): Partial<ForceItem> {
  if (right.owner !== null || right.mission !== null) return {};
  for (let i = left.from; i < left.to; i++) {
    const mention = a.mentionAt[i];
    const entry = mention?.entries.find((e) => e.kind === 'mission');
    if (mention && entry?.kind === 'mission') {
      const at = { from: mention.from, to: mention.to };
      return { mission: { entry: entry.mission, name: words(a, at.from, at.to), at }, definite: true };
    }
  }
  return {};
}

/** "two battalions from Bangladesh and one from Nigeria": the number alone is of the same, and whose it is stands where the first one's does. */
function ownerInList(out: readonly Item[], force: ForceItem, item: Item): Owner | null {
  const [first, and] = out.slice(-3);
  if (force.head !== null || force.quantity === null || first?.kind !== 'force' || first.head === null) return null;
  if (and?.kind !== 'link' || and.link !== 'and' || first.owner?.kind !== 'named') return null;
  const told =
    out.length >= 3 && first.owner.at.to === first.to ? ownerAfter({ ...force, head: first.head }, item) : null;
  return told;
}

/** "there are 500 soldiers from Chad in Mali": the last item but one is who there is. */
function opensThere(out: readonly Item[]): boolean {
  const [there, be] = [out.at(-4), out.at(-3)];
  const is = be?.kind === 'verb' && be.lemma === 'be';
  return (
    is && ((there?.kind === 'word' && there.word === 'there') || (there?.kind === 'place' && there.ref === 'there'))
  );
}

/** True where nothing but links and words stands before the last item but one: it is a subject. */
export function opensClause(out: readonly Item[]): boolean {
  for (let i = out.length - 3; i >= 0; i--) {
    const item = out[i]!;
    if (item.kind === 'verb') return false;
    if (item.kind === 'link' && item.link !== 'comma' && item.link !== 'and' && item.link !== 'preposition')
      return true;
  }
  return true;
}
