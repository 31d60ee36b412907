// Clauses that leave out what the first one says: "Estonia has 160 soldiers in Helmand, Denmark 700"; "400, 24 and two respectively".
import { type Right, rightOf } from './arguments.ts';
import type { Building } from './building.ts';
import type { Item, NounLike, VerbItem } from './item.ts';
import { isLink } from './item-tests.ts';

/** "Estonia has 160 soldiers in Helmand, Denmark 700 and Georgia 850 in Kabul": clauses that leave the verb out. */
export function gappedClauses(items: readonly Item[], b: Building): Building[] {
  const clones: Building[] = [];
  if (b.lemma === 'follow') return clones;
  const next = followedBy(items, b);
  if (next !== null) return [next];
  if (!b.object.some((o) => o.kind === 'force')) return clones;
  let i = b.end;
  for (;;) {
    let at = i;
    while (
      isLink(items[at], 'comma', 'and', 'semicolon') ||
      isLink(items[at], 'but', 'time') ||
      items[at]?.kind === 'word'
    )
      at++;
    // "followed by Ethiopia with 2,500"
    const follows = items[at]?.kind === 'verb' && (items[at] as VerbItem).lemma === 'follow' ? 1 : 0;
    const actor = items[at + follows];
    // "Armenia – 100 of its troops".
    const dash = isLink(items[at + follows + 1], 'dash') ? 1 : 0;
    const force = items[at + follows + dash + 1];
    const isActor = actor?.kind === 'actor' && (follows ? actor.prep === 'by' : actor.prep === null);
    if (
      !isActor ||
      at === i ||
      force?.kind !== 'force' ||
      !(force.prep === null || force.prep === 'with') ||
      force.quantity === null
    )
      return clones;
    const right = rightOf(items, at + follows + dash + 2, false);
    clones.push(likewise(b, [actor], [likeFirst(force, b.object.find((o) => o.kind === 'force')!)], right));
    i = right.end;
  }
}

/** "A team of 15 will arrive on Monday, followed by a group of 50 on Friday": those do the same. */
function followedBy(items: readonly Item[], b: Building): Building | null {
  const comma = items[b.end];
  const [verb, force] = [items[b.end + 1], items[b.end + 2]];
  if (!isLink(comma, 'comma') || verb?.kind !== 'verb' || verb.lemma !== 'follow') return null;
  if (force?.kind !== 'force' || force.prep !== 'by' || force.quantity === null || force.owner !== null) return null;
  const model = [...b.object, ...b.subject].find((n) => n.kind === 'force' && n.quantity !== null);
  if (model?.kind !== 'force') return null;
  const right = rightOf(items, b.end + 3, false);
  const moved = likeFirst({ ...force, prep: null }, model);
  const who = moved.kind === 'force' ? { ...moved, owner: model.owner } : moved;
  const isObject = b.object.includes(model);
  return likewise(b, isObject ? b.subject : [who], isObject ? [who] : b.object, right);
}

/** The same done by others or to others; where and when, unless `right` says so, as in the first clause. */
function likewise(b: Building, subject: readonly NounLike[], object: readonly NounLike[], right: Right): Building {
  return {
    ...b,
    subject: [...subject],
    object: [...object],
    places: right.places.length > 0 ? [...right.places] : b.places,
    dates: right.dates.length > 0 ? [...right.dates] : b.dates,
    others: [...right.others],
    relation: 'coordinate',
    governor: b,
    end: right.end,
  };
}

/** "Spain provides 350 troops, Poland 160 and Italy 200": who and how many, in pairs; the verb's own object is the first. */
export function pairedObjects(b: Building): Building[] {
  const [first, ...rest] = b.object;
  if (first?.kind !== 'force' || first.quantity === null || rest.length < 2 || rest.length % 2 !== 0) return [];
  const isPair = (i: number): boolean => {
    const [actor, number] = [rest[i], rest[i + 1]];
    return (
      actor?.kind === 'actor' &&
      number?.kind === 'force' &&
      number.owner === null &&
      number.quantity !== null &&
      (number.head === null || number.quantity.of === first.quantity?.of)
    );
  };
  for (let i = 0; i < rest.length; i += 2) if (!isPair(i)) return [];
  b.object = [first];
  return Array.from({ length: rest.length / 2 }, (_, i) => ({
    ...b,
    subject: [rest[i * 2]!],
    object: [likeFirst(rest[i * 2 + 1]!, first)],
    relation: 'coordinate' as const,
    governor: b,
  }));
}

/** A number alone in a list counts what its fellows count: "160 soldiers in Helmand, Denmark 700". */
function likeFirst(number: NounLike, model: NounLike): NounLike {
  if (number.kind !== 'force' || model.kind !== 'force' || number.head !== null) return number;
  const quantity = number.quantity && model.quantity ? { ...number.quantity, of: model.quantity.of } : number.quantity;
  return { ...number, head: model.head, sort: model.sort, quantity, mission: number.mission ?? model.mission };
}

/** "Kenya, Jamaica and Belize have flown 400, 24 and two officers respectively": pair by pair. */
export function respectively(items: readonly Item[], b: Building): Building[] | null {
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
export const standsAlone = (objects: readonly NounLike[]): boolean =>
  objects.every((o) => o.kind === 'force' && o.whole === null && !o.anaphor && o.head !== null && o.place === null);

/** "300 soldiers in Iraq in 2019 and 900 in 2015", "and as many as 900 at the height of the war": so many there at another time. */
export const isOtherTime = ({ objects, places, dates, others }: Right): boolean =>
  places.length === 0 &&
  objects.length === 1 &&
  objects.every(
    (o) => o.kind === 'force' && o.head === null && o.quantity !== null && o.whole === null && !o.anaphor,
  ) &&
  (dates.length > 0 || others.some((o) => o.kind === 'noun' && /^(?:height|peak)$/.test(o.head)));
