// Places grow together: nested ("Bria, in the Central African Republic"), listed ("to Jordan and Kuwait"), and taken by the force that stands there.

import { wordsOf } from '../../text/words-of.ts';
import type { Annotated } from './annotate.ts';
import type { Item, PlaceItem } from './item.ts';
import { opensClause } from './join-forces.ts';
import { words } from './read-phrase.ts';

export const asPlace = (item: Item | undefined): PlaceItem | null => {
  if (item?.kind === 'place') return item;
  if (item?.kind === 'actor' && item.what === 'state' && item.place !== null && item.prep !== 'on') {
    const { from, to, prep, start } = item;
    return { kind: 'place', from, to, prep, start, places: [item.place], ref: null, name: null };
  }
  return null;
};

/** "Bria, in the Central African Republic"; "the airport at Kismayo"; "Obo, the remote Central African town"; "the town of Silopi". */
export function nestPlaces(a: Annotated, items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const inner = asPlace(item) ?? unknownPlace(a, items, i);
    const told = inner !== null && inner.places.length === 0 ? toldWithin(a, inner, asPlace(items[i + 1])) : null;
    if (told !== null) {
      out.push(told);
      i++;
      continue;
    }
    if (inner === null || inner.ref === 'there' || inner.ref === 'home' || inner.ref === 'abroad') {
      out.push(item);
      continue;
    }
    const direct = asPlace(items[i + 1]) ?? capitalOf(inner, items[i + 1]);
    // "diverted from tribal areas near Afghanistan": where those are, and not where one goes.
    if (
      direct?.prep === 'near' &&
      inner.places.length === 1 &&
      inner.places[0]!.country !== null &&
      !sameCountry(inner, direct)
    ) {
      out.push({ ...inner, to: direct.to });
      i++;
      continue;
    }
    const comma = items[i + 1]?.kind === 'link' && (items[i + 1] as { link: string }).link === 'comma';
    const after = comma ? asPlace(items[i + 2]) : null;
    const outer =
      direct &&
      direct.prep !== null &&
      /^(?:in|of|at|near|inside|outside|on|above|around|between|within|along|off)$/.test(direct.prep)
        ? direct
        : after;
    const size = inner.places.length === 1 && comma ? sizeOf(a, items, i + 2) : 0;
    if (size > 0) {
      out.push({ ...inner, to: items[i + 1 + size]!.to });
      i += 1 + size;
      continue;
    }
    // "Bagram, the largest base in Afghanistan": one place.
    const apposed = comma ? items[i + 2] : undefined;
    const within = items[i + 3];
    if (
      inner.places.length === 1 &&
      apposed?.kind === 'place' &&
      apposed.prep === null &&
      apposed.ref === 'site' &&
      apposed.places.length === 0 &&
      within?.kind === 'place' &&
      /^(?:in|of)$/.test(within.prep ?? '') &&
      sameCountry(inner, within)
    ) {
      out.push({ ...inner, to: within.to });
      i += isLinkComma(items[i + 4]) ? 4 : 3;
      continue;
    }
    // "the Rafah crossing between Gaza and Egypt": where it is, it says by its name.
    const and = items[i + 2];
    if (
      direct?.prep === 'between' &&
      inner.places.length === 1 &&
      inner.places[0]!.country !== null &&
      and?.kind === 'link' &&
      and.link === 'and'
    ) {
      const other = asPlace(items[i + 3]);
      if (other?.prep === null) {
        out.push({ ...inner, to: other.to });
        i += 3;
        continue;
      }
    }
    const other0 = direct !== null && direct === outer ? siteWithin(a, inner, direct) : null;
    if (other0 !== null) {
      out.push(other0);
      i++;
      continue;
    }
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
      owner: inner.owner ?? null,
    });
    i += outer === direct ? 1 : 2;
    const closing = items[i + 1];
    if (outer !== direct && closing?.kind === 'link' && closing.link === 'comma') i++;
  }
  return out;
}

/** "Taji, a town of 9,000": so many items from `at` on say what a place is and how many live there; 0 where they do not. */
function sizeOf(a: Annotated, items: readonly Item[], at: number): number {
  const [what, number] = [items[at], items[at + 1]];
  if (what?.kind !== 'place' || what.prep !== null || what.ref !== 'site' || what.places.length > 0) return 0;
  if (!/^an?$/.test(a.tokens[what.from]!.lower)) return 0;
  const isCount =
    (number?.kind === 'force' && number.sort === 'bare') ||
    (number?.kind === 'place' && a.tokens[number.from]!.kind === 'number');
  return isCount && number.prep === 'of' ? 2 : 0;
}

/** "their home bases in Germany", "other countries in Europe": an open reference that says where. */
function toldWithin(a: Annotated, open: PlaceItem, whole: PlaceItem | null): PlaceItem | null {
  const isOpen =
    open.ref === 'abroad' ||
    (open.ref === 'home' && open.to - open.from > 1 && a.tokens[open.to - 1]!.lower !== 'home');
  if (!isOpen || whole === null || whole.prep !== 'in' || whole.places.length === 0) return null;
  return { ...whole, from: open.from, start: open.start, prep: open.prep };
}

/** "a new NATO headquarters in Sarajevo", "the line of contact in Karabakh": another one by that name lies elsewhere. */
function siteWithin(a: Annotated, site: PlaceItem, whole: PlaceItem): PlaceItem | null {
  const [at, more] = site.places;
  const [around] = whole.places;
  if (
    !/^(?:in|of)$/.test(whole.prep ?? '') ||
    at === undefined ||
    more !== undefined ||
    around === undefined ||
    sameCountry(site, whole)
  )
    return null;
  if (!/^[A-Z]{2}$/.test(around.country ?? '') || !NAMESAKES.test(words(a, site.from, site.to))) return null;
  return { ...site, to: whole.to, places: [{ ...at, country: around.country }] };
}
const NAMESAKES =
  /\b(?:headquarters|cent(?:er|re)|line of (?:contact|control)|zone|academy|school|hospital|college|institute|training (?:area|ground)|territory|territories)$/i;

/** "the outskirts of Beirut": a capital, and no government. */
function capitalOf(site: PlaceItem, item: Item | undefined): PlaceItem | null {
  if (item?.kind !== 'actor' || item.what !== 'office' || item.place === null || item.prep !== 'of') return null;
  if (site.ref !== 'site' || site.places.length > 0) return null;
  const { from, to, prep, start, place } = item;
  return { kind: 'place', from, to, prep, start, places: [place], ref: null, name: null };
}

/** "along the Turkish border in northeastern Syria": on the side that is named. */
export function borderSides(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (const item of items) {
    const border = out.at(-1);
    const at = border?.kind === 'place' && border.places.length === 1 ? border.places[0]! : null;
    if (border?.kind === 'place' && at !== null && /\b(?:border|frontier)$/.test(at.name ?? '')) {
      const side = asPlace(item);
      if (side?.prep === 'in' && side.places.length === 1 && !sameCountry(border, side)) {
        out[out.length - 1] = { ...border, to: side.to, places: [{ ...at, country: side.places[0]!.country }] };
        continue;
      }
    }
    out.push(item);
  }
  return out;
}

export const isLinkComma = (item: Item | undefined): boolean => item?.kind === 'link' && item.link === 'comma';

const AT_PLACE = wordsOf(/^(?:in|at|near|to|from|into|on|outside|around)$/);
/** A capitalised name that the gazetteer lacks is a place where a known one follows: "at Doraleh, Djibouti", "in Obo, in the Central African Republic". */
function unknownPlace(a: Annotated, items: readonly Item[], i: number): PlaceItem | null {
  const item = items[i]!;
  if (item.kind === 'noun' && PART_OF_PLACE.has(item.head) && isOfPlace(items[i + 1])) {
    const { from, to, prep, start } = item;
    const name = words(a, from, to);
    return { kind: 'place', from, to, prep, start, places: [], ref: 'site', name };
  }
  if (item.kind !== 'noun' && !(item.kind === 'actor' && item.what === 'person' && item.party === null)) return null;
  const { from, to, prep, start } = item;
  if (prep !== null && !AT_PLACE.has(prep)) return null;
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

/** "parts of the north", "the streets of Port-au-Prince", "the heart of Kabul". */
const PART_OF_PLACE = wordsOf(
  /^(?:part|street|centre|center|heart|vicinity|edge|interior|rest|majority|much|corner|remainder|swath|swathe|pocket|most|middle|tip|half|third|stretch|sector)$/,
);
const isOfPlace = (item: Item | undefined): boolean => asPlace(item)?.prep === 'of';

const sameCountry = (x: PlaceItem, y: PlaceItem): boolean =>
  x.places.length > 0 &&
  y.places.length > 0 &&
  (x.places[0]!.country === y.places[0]!.country || x.places[0]!.country === null);

/** "to Jordan and Kuwait", "Romania, Poland, and Germany": one preposition, one list. */
export function listPlaces(items: readonly Item[]): Item[] {
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
      // but "in Iraq and Kuwait the contingent numbers".
      const ownClause = beyond?.kind === 'verb' || (beyond?.kind === 'force' && !(and && beyond.definite));
      if (items[at]!.kind === 'actor' && ownClause && !areFrom(out, first) && !areHeld(out, list, items[at - 1])) break;
      if (at === i + 3 && list === first && areSubjects(items, at)) break;
      if (!and && !goesOnAsList(items, at)) break;
      list = { ...list, places: [...list.places, ...next.places], to: next.to };
      i = at;
    }
    out.push(list);
  }
  return out;
}

/** "The contingent in Iraq, Jordan, Qatar and Kuwait will consist of": the last of three and more places of a force that opens the clause. */
const areHeld = (out: readonly Item[], list: PlaceItem, link: Item | undefined): boolean =>
  list.prep === 'in' &&
  list.places.length > 1 &&
  link?.kind === 'link' &&
  link.link === 'and' &&
  out.at(-1)?.kind === 'force' &&
  opensClause([...out, list]);

/** "2,000 troops from Russia, Armenia and Belarus arrived": without the last state too, nobody arrives. */
const areFrom = (out: readonly Item[], list: PlaceItem): boolean => {
  const force = out.at(-1);
  return list.prep === 'from' && force?.kind === 'force' && opensClause([...out, list]);
};

/** "in Mali, and Togo and Chad have": names joined behind ", and" before a verb of their own are who does it. */
function areSubjects(items: readonly Item[], from: number): boolean {
  let at = from;
  for (;;) {
    const [item, link] = [items[at], items[at + 1]];
    if (item?.kind !== 'actor' || item.what !== 'state' || item.prep !== null) return false;
    if (link?.kind === 'verb') return at > from && link.form === 'finite';
    if (link?.kind !== 'link' || !/^(?:comma|and)$/.test(link.link)) return false;
    at += 2;
  }
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

/** "the 120 German soldiers in Iraq", "the 50,000 already there": the place belongs to the phrase. */
export function placeForces(_a: Annotated, items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const previous = out.at(-1);
    // "9,000 soldiers, including 4,000 to Guam": where that part goes.
    if (
      previous?.kind === 'force' &&
      previous.prep === 'including' &&
      previous.place === null &&
      item.kind === 'place' &&
      item.prep === 'to'
    ) {
      out[out.length - 1] = { ...previous, place: item };
      continue;
    }
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
