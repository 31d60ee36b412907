// Second pass over the items: parts of a whole, units, places of a phrase, nested and coordinated places grow together.
import { forceNoun } from '../lexicon/forces.ts';
import type { Annotated } from './annotate.ts';
import { joinBracketedStrengths } from './brackets.ts';
import type { ActorItem, ForceItem, Item, MissionItem, Owner, PlaceItem, PronounItem } from './item.ts';
import { words } from './phrase.ts';

export function joinItems(a: Annotated, chunks: readonly Item[]): Item[] {
  let items: Item[] = nestPlaces(a, joinBracketedStrengths(a, chunks));
  items = listPlaces(items);
  items = wholeFirst(joinForces(a, bracketed(sharedOwners(items))));
  items = joinMissions(a, items);
  items = joinActors(a, items);
  return placeForces(a, items);
}

const asPlace = (item: Item | undefined): PlaceItem | null => {
  if (item?.kind === 'place') return item;
  if (item?.kind === 'actor' && item.what === 'state' && item.place !== null) {
    const { from, to, prep, start } = item;
    return { kind: 'place', from, to, prep, start, places: [item.place], ref: null, name: null };
  }
  return null;
};

/** "Bria, in the Central African Republic"; "the airport at Kismayo"; "Obo, the remote Central African town"; "the town of Silopi". */
function nestPlaces(a: Annotated, items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const inner = asPlace(item) ?? unknownPlace(a, items, i);
    if (inner === null || inner.ref === 'there' || inner.ref === 'home' || inner.ref === 'abroad') {
      out.push(item);
      continue;
    }
    const direct = asPlace(items[i + 1]);
    const comma = items[i + 1]?.kind === 'link' && (items[i + 1] as { link: string }).link === 'comma';
    const after = comma ? asPlace(items[i + 2]) : null;
    const outer =
      direct &&
      direct.prep !== null &&
      /^(?:in|of|at|near|inside|outside|on|above|between|within|along|off)$/.test(direct.prep)
        ? direct
        : after;
    const isNest =
      outer !== null &&
      outer.ref === null &&
      (outer === direct
        ? inner.places.length === 0 || sameCountry(inner, outer) || inner.places[0]!.country === null
        : outer.prep === null
          ? sameCountry(inner, outer) && inner.places.length > 0
          : outer.prep === 'in' && (sameCountry(inner, outer) || inner.places.length === 0));
    if (!isNest) {
      out.push(item.kind === 'noun' || (item.kind === 'actor' && item.place === null) ? inner : item);
      continue;
    }
    const kept =
      inner.places.length > 0
        ? inner.places
        : [
            {
              country: outer!.places[0]!.country,
              name: `${inner.name ?? ''}${/^[A-Z]/.test(words(a, outer!.from, outer!.to)) ? ` ${words(a, outer!.start, outer!.to)}` : ` ${words(a, outer!.start, outer!.to)}`}`.trim(),
            },
          ];
    const places = kept.map((p) => (p.country === null ? { ...p, country: outer!.places[0]!.country } : p));
    out.push({
      kind: 'place',
      from: inner.from,
      to: outer!.to,
      prep: inner.prep,
      start: inner.start,
      places,
      ref: null,
      name: inner.name,
    });
    i += outer === direct ? 1 : 2;
    const closing = items[i + 1];
    if (outer !== direct && closing?.kind === 'link' && closing.link === 'comma') i++;
  }
  return out;
}

/** A capitalised name that the gazetteer lacks is a place where a known one follows: "at Doraleh, Djibouti", "in Obo, in the Central African Republic". */
function unknownPlace(a: Annotated, items: readonly Item[], i: number): PlaceItem | null {
  const item = items[i]!;
  if (item.kind !== 'noun' && !(item.kind === 'actor' && item.what === 'person' && item.party === null)) return null;
  const { from, to, prep, start } = item;
  if (prep !== null && !/^(?:in|at|near|to|from|into|on|outside|around)$/.test(prep)) return null;
  if (!/^\p{Lu}/u.test(a.tokens[to - 1]!.text) || to - from > 5) return null;
  const site =
    /^(?:camp|fort|base|forward|naval|air|joint|multi)/.test(a.tokens[from]!.lower) ||
    /^(?:base|airfield|airport|barracks|camp)$/.test(a.tokens[to - 1]!.lower);
  const next = asPlace(items[i + 1]);
  const comma =
    items[i + 1]?.kind === 'link' && (items[i + 1] as { link: string }).link === 'comma' ? asPlace(items[i + 2]) : null;
  const follows =
    (next !== null && next.prep === 'in' && next.places.length > 0) ||
    (comma !== null && comma.places.length > 0 && (comma.prep === null || comma.prep === 'in'));
  if (!(follows && prep !== null) && !site) return null;
  return {
    kind: 'place',
    from,
    to,
    prep,
    start,
    places: [{ country: null, name: words(a, from, to) }],
    ref: null,
    name: words(a, from, to),
  };
}

const sameCountry = (x: PlaceItem, y: PlaceItem): boolean =>
  x.places.length > 0 &&
  y.places.length > 0 &&
  (x.places[0]!.country === y.places[0]!.country || x.places[0]!.country === null);

/** "to Jordan and Kuwait", "Romania, Poland, and Germany": one preposition, one list. */
function listPlaces(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const first = items[i]!;
    if (first.kind !== 'place' || first.places.length === 0) {
      out.push(first);
      continue;
    }
    let list: PlaceItem = first;
    for (;;) {
      let at = i + 1;
      let and = false;
      while (
        items[at]?.kind === 'link' &&
        ['comma', 'and', 'or'].includes((items[at] as { link: string }).link) &&
        at < i + 3
      ) {
        and ||= (items[at] as { link: string }).link !== 'comma';
        at++;
      }
      if (at === i + 1) break;
      const next = asPlace(items[at]);
      if (next === null || next.prep !== null || next.places.length === 0) break;
      if (items[at]!.kind === 'actor' && first.prep === null) break;
      // "in Helmand, Denmark 700": a name that goes on with a number or verb opens a clause.
      const beyond = items[at + 1];
      if (items[at]!.kind === 'actor' && (beyond?.kind === 'verb' || beyond?.kind === 'force')) break;
      if (!and && !goesOnAsList(items, at)) break;
      list = { ...list, places: [...list.places, ...next.places], to: next.to };
      i = at;
    }
    out.push(list);
  }
  return out;
}

function goesOnAsList(items: readonly Item[], at: number): boolean {
  for (let i = at + 1; i < items.length; i++) {
    const item = items[i]!;
    if (item.kind === 'link' && (item.link === 'and' || item.link === 'or')) {
      const next = items[i + 1];
      return asPlace(next) !== null && (next as PlaceItem).prep === null;
    }
    if (item.kind === 'link' && item.link === 'comma') continue;
    const place = asPlace(item);
    if (place === null || place.prep !== null) return false;
  }
  return false;
}

/** "Polish and Lithuanian troops": the first demonym owns what the second one does. */
function sharedOwners(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const link = items[i + 1];
    const force = items[i + 2];
    const shared =
      item.kind === 'actor' &&
      item.what === 'state' &&
      item.role === null &&
      item.party !== null &&
      link?.kind === 'link' &&
      link.link === 'and' &&
      force?.kind === 'force' &&
      force.prep === null &&
      force.owner?.kind === 'named';
    if (!shared) {
      out.push(item);
      continue;
    }
    const owner: Owner = {
      kind: 'named',
      parties: [item.party!, ...(force.owner as { parties: readonly string[] }).parties],
      at: { from: item.from, to: force.owner!.at.to },
    };
    out.push({ ...force, from: item.from, start: item.start, prep: item.prep, owner });
    i += 2;
  }
  return out;
}

/** "Of the 450 Australians in Iraq, 120 will come home": the whole stands before its part. */
function wholeFirst(items: readonly Item[]): Item[] {
  const [whole, ...rest] = items;
  if (whole?.kind !== 'force' || whole.prep !== 'of' || whole.quantity === null) return [...items];
  const comma = rest.findIndex((x) => x.kind === 'link' && x.link === 'comma');
  const part = rest[comma + 1];
  const place = rest.slice(0, comma).find((x): x is PlaceItem => x.kind === 'place' && x.prep !== null) ?? null;
  if (comma < 0 || part?.kind !== 'force' || part.head !== null || part.prep !== null) return [...items];
  const joined = partitive({ ...part, from: part.from }, { ...whole, place: whole.place ?? place });
  return [...rest.slice(0, comma + 1), { ...joined, to: part.to }, ...rest.slice(comma + 2)];
}

/** "The contingent, 1,650 strong,", "the Protection Company (about 120 personnel)": the strength stands beside its formation. */
function bracketed(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const open = items[i + 1];
    const inner = items[i + 2];
    const close = items[i + 3];
    const isOpen = open?.kind === 'link' && (open.link === 'open' || open.link === 'comma');
    const isClose = close?.kind === 'link' && (close.link === 'close' || close.link === 'comma');
    if (
      item.kind === 'force' &&
      item.quantity === null &&
      isOpen &&
      isClose &&
      inner?.kind === 'force' &&
      inner.prep === null &&
      inner.quantity?.of === 'personnel'
    ) {
      const strength = open.link === 'open' ? inner.sort !== 'bare' : inner.strength;
      if (strength) {
        out.push({ ...strengthOf(item, inner), to: open.link === 'open' ? close.to : inner.to });
        i += open.link === 'open' ? 3 : 2;
        continue;
      }
    }
    out.push(item);
  }
  return out;
}

/** "thirty of the 120 soldiers", "a contingent of 14 soldiers", "soldiers of the 3rd Division", "a battalion of 760". */
function joinForces(a: Annotated, items: readonly Item[]): Item[] {
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
    // "the Belgian contingent of KFOR", "their soldiers in UNIFIL".
    if (item.kind === 'mission' && item.entry !== null && item.prep === 'of' && previous?.kind === 'force') {
      const mission = { entry: item.entry, name: item.name, at: { from: item.from, to: item.to } };
      out[out.length - 1] = { ...previous, to: item.to, mission: previous.mission ?? mission };
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
    const owner = ownerAfter(previous, item);
    out.push(item);
    if (owner && previous.owner === null && opensClause(out)) {
      out.pop();
      out[out.length - 1] = { ...previous, owner, to: item.to };
    }
  }
  return out;
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

const uniformed = (a: Annotated, at: number): boolean =>
  a.tokens[at]?.lower === 'in' && a.tokens[at + 1]?.lower === 'uniform';

function joinTwo(a: Annotated, left: Item, right: ForceItem): ForceItem | null {
  if (right.prep === 'of') {
    const part = partOf(left);
    if (part?.whole && part.whole.quantity === null && part.whole.sort === 'unit' && right.quantity !== null) {
      return partitive({ ...part, whole: null, unit: null, to: part.whole.from }, strengthOf(part.whole, right));
    }
    if (part && part.whole === null) {
      if (part.head === null || part.portion !== null || part.share !== null) return partitive(part, right);
      if (part.quantity !== null && right.quantity !== null && part.quantity.of === right.quantity.of)
        return partitive(part, right);
      if (part.sort === 'unit' || part.sort === 'strong') {
        if (right.unit && right.sort === 'unit' && right.quantity === null) return withUnit(part, right);
        if (right.quantity !== null || right.sort !== 'unit') return strengthOf(part, right);
      }
      if (right.owner && part.owner === null) return { ...part, owner: right.owner, to: right.to };
    }
    // "the number of French forces", "a total of 5,100 troops", "a series of": measure words.
    if (
      left.kind === 'noun' &&
      /^(?:total|number|group|handful|array|series|element|bulk|majority|part|portion|tranche|batch|party|wave|presence|deployment|level|strength|combination|mix)$/.test(
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
        ...(some && !partial && left.head === 'number' && right.quantity === null ? { portion: right.portion } : {}),
      };
    }
    return null;
  }
  if (left.kind !== 'force') return null;
  if (
    (right.prep === 'from' || right.prep === 'with') &&
    right.quantity === null &&
    (right.unit !== null || right.sort === 'unit') &&
    right.head !== 'convoy'
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

/** A number, "some", "half", "the rest" that can stand before "of the ...". */
function partOf(left: Item): ForceItem | null {
  if (left.kind === 'force') return left;
  if (left.kind === 'pronoun' && /^(?:some|most|all|many|few|others|none|each|both|one)$/.test(left.word)) {
    const portion =
      left.word === 'some' || left.word === 'many' || left.word === 'few'
        ? 'some'
        : left.word === 'most'
          ? 'most'
          : left.word === 'all' || left.word === 'both'
            ? 'all'
            : null;
    if (portion === null) return null;
    return bareForce(left, portion);
  }
  if (left.kind === 'number' && left.number.kind === 'share')
    return { ...bareForce(left, null), share: left.number.share ?? null, count: { from: left.from, to: left.to } };
  return null;
}

/** A pronoun that can stand for a force: "bring them home". */
export const forceOfPronoun = (at: PronounItem): ForceItem => ({
  ...bareForce(at, null),
  anaphor: true,
  definite: true,
});

const bareForce = (
  at: { from: number; to: number; start: number; prep: string | null },
  portion: ForceItem['portion'],
): ForceItem => ({
  kind: 'force',
  from: at.from,
  to: at.to,
  start: at.start,
  prep: at.prep,
  head: null,
  sort: 'bare',
  quantity: null,
  count: null,
  share: null,
  portion,
  whole: null,
  owner: null,
  unit: null,
  mission: null,
  place: null,
  additional: false,
  anaphor: false,
  strength: false,
  definite: false,
  plural: true,
  adjectives: [],
});

/** "thirty of the 120 German soldiers": a part with what it is of. */
function partitive(part: ForceItem, whole: ForceItem): ForceItem {
  return {
    ...part,
    to: whole.to,
    head: whole.head,
    sort: whole.sort,
    quantity:
      part.quantity === null
        ? null
        : { ...part.quantity, of: whole.quantity?.of ?? forceNoun(whole.head ?? '')?.of ?? part.quantity.of },
    owner: part.owner ?? whole.owner,
    unit: whole.unit,
    mission: whole.mission,
    place: whole.place,
    whole,
    plural: true,
  };
}

/** "its contingent of 14 soldiers": the strength counts, the formation goes to the unit. */
function strengthOf(formation: ForceItem, strength: ForceItem): ForceItem {
  return {
    ...formation,
    to: strength.to,
    head: strength.head ?? formation.head,
    sort: strength.sort === 'bare' ? formation.sort : strength.sort,
    quantity: strength.quantity ?? formation.quantity,
    count: strength.count ?? formation.count,
    owner: formation.owner ?? strength.owner,
    unit: formation.unit ?? strength.unit,
    mission: formation.mission ?? strength.mission,
    plural: true,
  };
}

const withUnit = (force: ForceItem, unit: ForceItem): ForceItem => ({
  ...force,
  to: unit.to,
  owner: force.owner ?? unit.owner,
  unit: unit.unit ?? force.unit,
  mission: force.mission ?? unit.mission,
});

function ownerAfter(force: ForceItem, item: Item): Owner | null {
  const from = item.kind === 'actor' || item.kind === 'place' ? item.prep : null;
  if ((from !== 'from' && from !== 'of') || force.head === null) return null;
  if (item.kind === 'actor' && item.party !== null) return { kind: 'named', parties: [item.party], at: item };
  if (item.kind === 'place' && item.ref === 'country' && from === 'from') return null;
  if (item.kind === 'place' && item.places.length > 0 && force.place === null) {
    const parties = item.places.map((p) => p.country).filter((c): c is string => c !== null && /^[A-Z]{2}$/.test(c));
    const states = item.places.every((p) => p.country !== null && p.name !== null);
    if (parties.length > 0 && states && from === 'from') return { kind: 'named', parties, at: item };
  }
  return null;
}

/** True where nothing but links and words stands before the last item but one: it is a subject. */
function opensClause(out: readonly Item[]): boolean {
  for (let i = out.length - 3; i >= 0; i--) {
    const item = out[i]!;
    if (item.kind === 'verb') return false;
    if (item.kind === 'link' && item.link !== 'comma' && item.link !== 'and' && item.link !== 'preposition')
      return true;
  }
  return true;
}

/** "the NATO-led force in Afghanistan", "the mission in Bangui", "Operation X in Mali". */
function joinMissions(a: Annotated, items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (const item of items) {
    const previous = out.at(-1);
    const place = asPlace(item);
    const inside =
      place !== null && place.prep !== null && /^(?:in|at|over|around|across|against|inside|near|on)$/.test(place.prep);
    if (inside && previous?.kind === 'mission' && previous.place === null) {
      out[out.length - 1] = withPlace(a, previous, place);
      continue;
    }
    out.push(item);
  }
  return out;
}

const withPlace = (a: Annotated, mission: MissionItem, place: PlaceItem): MissionItem => ({
  ...mission,
  place,
  to: place.to,
  name:
    mission.entry !== null || place.ref !== null ? mission.name : `${mission.name} ${words(a, place.start, place.to)}`,
});

/** "the defence minister of Poland", "officials in Seoul", "a spokesman for the mission". */
function joinActors(_a: Annotated, items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (const item of items) {
    const previous = out.at(-1);
    if (
      previous?.kind === 'actor' &&
      previous.party === null &&
      (previous.what === 'office' || previous.what === 'person')
    ) {
      const place = asPlace(item);
      if (place && place.prep === 'of' && place.places.length > 0) {
        const country = place.places[0]!.country;
        out[out.length - 1] = {
          ...previous,
          party: country !== null && /^[A-Z]{2}$/.test(country) ? country : null,
          to: place.to,
        };
        continue;
      }
      if (item.kind === 'actor' && item.prep === 'of' && item.party !== null) {
        const joined: ActorItem = { ...previous, party: item.party, to: item.to };
        out[out.length - 1] = joined;
        continue;
      }
    }
    out.push(item);
  }
  return out;
}

/** "the 120 German soldiers in Iraq", "the 50,000 already there": the place belongs to the phrase. */
function placeForces(_a: Annotated, items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const previous = out.at(-1);
    if (
      previous?.kind === 'force' &&
      previous.place === null &&
      item.kind === 'place' &&
      item.prep === 'from' &&
      opensClause([...out, item])
    ) {
      out[out.length - 1] = { ...previous, place: item };
    }
    if (previous?.kind === 'force' && previous.place === null && out.at(-1) === previous) {
      let at = i;
      while (
        items[at]?.kind === 'word' &&
        /^(?:already|currently|now|still|presently|both)$/.test((items[at] as { word: string }).word)
      )
        at++;
      const place = asPlace(items[at]);
      const inside =
        place !== null &&
        (place.ref === 'there' ||
          (place.prep !== null &&
            /^(?:in|at|on|near|inside|across|around|throughout|aboard|along|outside|off|within)$/.test(place.prep)));
      if (place && inside) {
        out[out.length - 1] = { ...previous, place };
        // The place stays an item of its own too: a verb may claim it.
      }
    }
    out.push(item);
  }
  return out;
}
