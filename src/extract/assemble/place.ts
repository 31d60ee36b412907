// Open references to places are filled from what was told: "there", "home", "the country", "the region", "the base".
import type { Atlas } from '../../model/atlas.ts';
import type { Span } from '../../model/claim.ts';
import { isState, type Party } from '../../model/party.ts';
import type { Place } from '../../model/place.ts';
import { isNeighbour } from '../lexicon/land-borders.ts';
import type { PlaceItem } from '../syntax/item.ts';
import { type Predicate, type SentenceView, textOf } from '../syntax/predicate.ts';
import { type Discourse, latest, spanOf, theatreOf, type Where } from './discourse.ts';

const CONTINENTS = ['R:EUROPE', 'R:AFRICA', 'R:ASIA-PACIFIC'];

export interface Told {
  readonly places: readonly Place[];
  /** Where the words that name them stand in the report; null where they name none. */
  readonly span: Span | null;
}

const NOWHERE: Told = { places: [], span: null };

const REACH = 6;
/** Regions that "the region" can mean, the narrower first. */
const AROUND =
  'R:BALTICS R:BALKANS R:SAHEL R:CENTRAL-ASIA R:MIDDLE-EAST R:EAST-AFRICA R:WEST-AFRICA R:CARIBBEAN R:EASTERN-EUROPE R:ASIA-PACIFIC R:AFRICA R:EUROPE'.split(
    ' ',
  );

export function placesOfItem(
  item: PlaceItem,
  party: Party | null,
  view: SentenceView,
  d: Discourse,
  atlas: Atlas,
): Told {
  const here = spanOf(view, item);
  if (item.places.length > 0) {
    const open = item.places.some((p) => p.country === null);
    const near = open ? lastPlace(view, item.from, d, (p) => p.country !== null) : null;
    const places = item.places.map((p) =>
      named(p.country === null && near ? { ...p, country: near.place.country } : p, atlas),
    );
    if (item.prep === 'surrounding' && places.length === 1 && isCountry(places[0]!, atlas)) {
      const near = AROUND.find((code) => atlas.liesIn(places[0]!, { country: code, name: null }));
      if (near) return { places: [{ country: near, name: `around ${places[0]!.name}` }], span: here };
    }
    // "to its frontier opposite Aleppo": its own side.
    if (party !== null && isState(party) && item.prep !== 'across' && OWN_BORDER.test(textOf(view, item)))
      return { places: [{ country: party, name: textOf(view, item) }], span: here };
    if (party !== null && isOwnSide(item, places, party))
      return { places: places.map((p) => ({ ...p, country: party })), span: here };
    if (item.prep === 'outside' && places.length === 1 && isCountry(places[0]!, atlas))
      return { places: [{ country: 'R:OTHER', name: `outside ${places[0]!.name}` }], span: here };
    return { places, span: here };
  }
  // Forces at a border stand on their own side of it.
  if (
    party !== null &&
    isState(party) &&
    item.prep !== 'across' &&
    (item.ref === 'site' || item.ref === 'region') &&
    /\b(?:border|frontier)s?\b/.test(item.name ?? '')
  )
    return { places: [{ country: party, name: item.name }], span: here };
  switch (item.ref) {
    case 'home':
      return party !== null && isState(party)
        ? { places: [{ country: party, name: atlas.displayName(party) }], span: here }
        : NOWHERE;
    case 'there': {
      const open = openBefore(item, view);
      if (open) return placesOfItem(open, party, view, d, atlas);
      // "moved 20,000 soldiers to Peshawar. They would remain there": where they went.
      const { route } = d;
      if (
        isThere(item, view) &&
        route !== null &&
        route.sentence === view.index - 1 &&
        route.whose.party === party &&
        route.to.length > 0
      ) {
        // Of those who are to come home again "there" is where they were.
        const isHome = route.from.length > 0 && route.to.every((p) => p.country === party);
        const places = isHome ? route.from : route.to;
        return {
          places,
          span: lastPlace(view, item.from, d, (p) => p.country === places[0]!.country)?.span ?? null,
        };
      }
      // "France and Britain, whose units were there": in none of those who act.
      const acts = new Set(d.actors.filter((a) => a.sentence === view.index && a.acts).map((a) => a.party));
      return told(
        lastPlace(view, item.from, d, (p) => p.country !== party && !acts.has(p.country ?? '')) ??
          lastPlace(view, item.from, d, (p) => p.country !== party),
        // At a border they stand on their own side.
        (p) =>
          party !== null && p.country !== null && BORDER.test(p.name ?? '') && isNeighbour(party, p.country)
            ? { ...p, country: party }
            : p,
      );
    }
    case 'country': {
      // "militants deployed in Libya to return to their country": their own.
      if (party !== null && isState(party) && /^(?:to )?(?:their|its|his|her|our)\b/i.test(textOf(view, item)))
        return { places: [{ country: party, name: atlas.displayName(party) }], span: here };
      const own = ownersIn(view);
      const isMeant = (p: Place): boolean =>
        p.country !== null &&
        isState(p.country) &&
        p.country !== party &&
        !own.has(p.country) &&
        fits(p, item, view, atlas);
      // "told Rahmon that they would leave the country": not the person's, where the report is of another.
      const theatre = theatreOf(d, new Set([party]));
      const most = theatre === null ? 0 : d.told.get(theatre.place.country!)!;
      const near = latest(
        d.actors,
        view.index,
        item.from,
        0,
        (x) => isMeant({ country: x.party, name: null }) && !(x.person && (d.told.get(x.party) ?? 0) <= most),
      );
      const place = countryToldOf(item, party, view, d, isMeant);
      if (near && (place === null || place.sentence < view.index || place.at < near.at))
        return { places: [{ country: near.party, name: atlas.displayName(near.party) }], span: near.span };
      return told(place, (p) => ({ country: p.country, name: atlas.displayName(p.country!) }));
    }
    case 'region':
      return region(item, party, view, d, atlas);
    case 'site': {
      // "from various installations": nowhere that was told of.
      if (SUNDRY.test(view.tokens[item.from]!.lower)) return NOWHERE;
      const before = siteBefore(item, party, view, d);
      if (before !== null) return told(before, (p) => p);
      // "near militant camps in the hills by the Syrian border": the clause says where those are.
      const behind = clauseOf(item, view)?.places.find(
        (x) => x.from >= item.to && x.places.length > 0 && /^(?:in|at|near|on|outside)$/.test(x.prep ?? ''),
      );
      if (behind !== undefined) return placesOfItem(behind, party, view, d, atlas);
      // "flew from Qatar to the airport": not where they left.
      const left = new Set(
        view.items.flatMap((x) => (x.kind === 'place' && /^(?:from|out-of)$/.test(x.prep ?? '') ? [x.from] : [])),
      );
      const near = latest(
        d.places,
        view.index,
        item.from,
        0,
        (w) => w.firm && w.place.country !== party && !(item.prep === 'to' && left.has(w.at)),
      );
      const story = near ?? theatreOf(d, new Set()) ?? lastPlace(view, item.from, d, (p) => p.country !== party);
      // "Poland's bases": at home, where no other place is told of.
      const owner = item.owner?.kind === 'named' ? item.owner.parties[0]! : null;
      if (story === null && owner !== null && isState(owner))
        return { places: [{ country: owner, name: item.name }], span: here };
      return told(story, (p) => ({
        country: p.country,
        name: item.name ?? p.name,
      }));
    }
    default:
      return NOWHERE;
  }
}

/** "troops from Russia and Belarus arrived in the country": in none of theirs. */
const ownersIn = (view: SentenceView): ReadonlySet<Party> =>
  new Set(
    view.items.flatMap((x) =>
      x.kind === 'force' && x.owner?.kind === 'named' && x.owner.parties.length > 1 ? x.owner.parties : [],
    ),
  );

/** What a site can have been called before: "the base" is Bagram Air Base, Camp Taji or Fort Drum. */
const CALLED: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:airport|airfield|airstrip|air ?base)$/, /\b(?:airport|airfield|airstrip|air ?base|air station)\b/i],
  [
    /\b(?:base|camp|barracks|garrison|compound|outpost)$/,
    /\b(?:base|camp|fort|barracks|garrison|air ?base|compound|outpost)\b/i,
  ],
  [/\b(?:embassy|mission|consulate)$/, /\b(?:embassy|consulate)\b/i],
  [/\b(?:port|harbou?r)$/, /\b(?:port|harbou?r)\b/i],
];

const clauseOf = (item: PlaceItem, view: SentenceView): Predicate | undefined =>
  view.predicates.find((p) => [...p.places, ...p.object].some((x) => x.from === item.from));

/** "the airport": the one told of by its name before, unless the sentence says in which town it is. */
function siteBefore(item: PlaceItem, party: Party | null, view: SentenceView, d: Discourse): Where | null {
  const called = CALLED.find(([word]) => word.test(item.name ?? ''))?.[1];
  if (called === undefined || item.owner) return null;
  const clause = clauseOf(item, view);
  if (clause?.places.some((x) => x.places.length > 0 && /^(?:in|at|near|outside)$/.test(x.prep ?? ''))) return null;
  return latest(
    d.places,
    view.index,
    item.from,
    REACH,
    (w) => w.firm && w.sentence >= d.section && w.place.country !== party && called.test(w.place.name ?? ''),
  );
}

/** The country that its own sentence names, else the one that the report is about where that was told of lately, else the one named last. */
function countryToldOf(
  item: PlaceItem,
  party: Party | null,
  view: SentenceView,
  d: Discourse,
  isMeant: (p: Place) => boolean,
): Where | null {
  const last = lastPlace(view, item.from, d, isMeant);
  if (last === null || last.sentence === view.index) return last;
  const theatre = theatreOf(d, new Set([party]));
  if (theatre === null || !isMeant(theatre.place)) return last;
  const times = (where: Where): number => d.told.get(where.place.country!) ?? 0;
  return times(theatre) > times(last) &&
    latest(d.places, view.index, item.from, REACH, (w) => w.firm && w.place.country === theatre.place.country) !== null
    ? theatre
    : last;
}

/** Regions that tell of which country one speaks: "the Baltic country", "the West African nation". */
const OF_REGION: readonly (readonly [RegExp, string])[] = [
  [/\bbaltic\b/i, 'R:BALTICS'],
  [/\bbalkan\b/i, 'R:BALKANS'],
  [/\b(?:sahel|sahelian)\b/i, 'R:SAHEL'],
  [/\bwest african\b/i, 'R:WEST-AFRICA'],
  [/\b(?:east african|horn of africa)\b/i, 'R:EAST-AFRICA'],
  [/\bcentral asian\b/i, 'R:CENTRAL-ASIA'],
  [/\bcaribbean\b/i, 'R:CARIBBEAN'],
  [/\b(?:middle eastern|arab)\b/i, 'R:MIDDLE-EAST'],
  [/\b(?:gulf)\b/i, 'R:GULF'],
  [/\beastern european\b/i, 'R:EASTERN-EUROPE'],
  [/\bafrican\b/i, 'R:AFRICA'],
  [/\beuropean\b/i, 'R:EUROPE'],
  [/\b(?:asian|pacific)\b/i, 'R:ASIA-PACIFIC'],
];

/** "the Baltic country" is none of the Balkans: what the phrase says of the country must hold. */
function fits(place: Place, item: PlaceItem, view: SentenceView, atlas: Atlas): boolean {
  const words = textOf(view, item);
  const region = OF_REGION.find(([adjective]) => adjective.test(words))?.[1];
  return region === undefined || atlas.liesIn(place, { country: region, name: null });
}

/** A state that stands for the place it is goes by its plain name. */
const named = (p: Place, atlas: Atlas): Place =>
  p.name === null && p.country !== null && isState(p.country) ? { ...p, name: atlas.displayName(p.country) } : p;

/** "near the Syrian border", "closer to Ukraine's border with Russia": forces stand on their own side, where their state has one. */
const isOwnSide = (item: PlaceItem, places: readonly Place[], party: Party): boolean =>
  item.prep !== null &&
  (/^(?:near|at|along|on|around|to|from|towards?|by|alongside|outside|close to)$/.test(item.prep) ||
    places.every((p) => NEAR_BORDER.test(p.name ?? ''))) &&
  places.every((p) => BORDER.test(p.name ?? '') && p.country !== null && isNeighbour(party, p.country));
/** "in the hills near the Syrian border". */
const NEAR_BORDER = /\b(?:near|along|close to|beside)\b.* (?:border|frontier)$/i;
const BORDER = /\b(?:border|frontier|borders)$/i;

const OWN_BORDER =
  /^(?:\w+ )?(?:its|their) (?:own )?(?:\w+ )?(?:border|frontier)\b(?! (?:town|village|post|crossing))/i;

const SUNDRY = /^(?:various|several|many|different|other|multiple|some|numerous|undisclosed|unspecified|any)$/;

const isThere = (item: PlaceItem, view: SentenceView): boolean => view.tokens[item.to - 1]!.lower === 'there';

/** "to the region atop the 50,000 already there": an open reference of the same sentence is what "there" means. */
const openBefore = (item: PlaceItem, view: SentenceView): PlaceItem | null => {
  const before = view.items.filter((x): x is PlaceItem => x.kind === 'place' && x.from < item.from).at(-1);
  return before !== undefined &&
    before.places.length === 0 &&
    before.ref !== 'there' &&
    before.ref !== 'home' &&
    before.ref !== 'abroad'
    ? before
    : null;
};

const isCountry = (place: Place, atlas: Atlas): boolean =>
  place.country !== null && isState(place.country) && place.name === atlas.displayName(place.country);

/** An area of a state, and neither the state nor a town or base in it. */
const isPart = (place: Place, atlas: Atlas): boolean =>
  place.country !== null &&
  isState(place.country) &&
  place.name !== atlas.displayName(place.country) &&
  /\b(?:south|north|east|west|province|region|state|coast|valley|highlands|peninsula|border)\b/i.test(place.name ?? '');

/** A town, a base or a province, and not the state. */
const isFiner = (place: Place, atlas: Atlas): boolean =>
  place.country !== null &&
  isState(place.country) &&
  place.name !== null &&
  place.name !== atlas.displayName(place.country);

const told = (where: Where | null, as: (p: Place) => Place): Told =>
  where === null ? NOWHERE : { places: [as(where.place)], span: where.span };

export const lastPlace = (view: SentenceView, at: number, d: Discourse, fits: (p: Place) => boolean): Where | null =>
  latest(d.places, view.index, at, 0, (w) => w.firm && fits(w.place)) ??
  latest(d.places, view.index, at, 0, (w) => fits(w.place)) ??
  latest(d.places, view.index, at, REACH, (w) => w.firm && fits(w.place)) ??
  latest(d.places, view.index, at, REACH, (w) => fits(w.place));

/** Said of one stretch of land, and of no region of states. */
const STRICKEN = /\b(?:restive|troubled|volatile|\w+-(?:plagued|torn|hit|ravaged|ridden))\b/i;

const PARTS = /^(?:province|territory|enclave|peninsula|island|district)$/;

function region(item: PlaceItem, party: Party | null, view: SentenceView, d: Discourse, atlas: Atlas): Told {
  const name = `the ${item.name ?? 'region'}`;
  // "have been in the mission area for a year": where the mission is.
  const mission = /^(?:mission|operations?) areas?$/.test(item.name ?? '') ? d.mission : null;
  if (mission !== null && mission.entry.places.length > 0) return { places: mission.entry.places, span: mission.span };
  if (/^mission areas?$/.test(item.name ?? '')) return told(theatreOf(d, new Set([party])), (p) => p);
  if (item.name === 'continent') {
    const near = theatreOf(d, new Set());
    const around =
      near === null ? undefined : CONTINENTS.find((code) => atlas.liesIn(near.place, { country: code, name: null }));
    return around === undefined ? NOWHERE : told(near, () => ({ country: around, name }));
  }
  // "the province", "the enclave": the one told of, and no region around it.
  if (PARTS.test(item.name ?? '')) {
    const told0 = latest(d.places, view.index, item.from, REACH, (w) => w.firm && isPart(w.place, atlas)) ?? null;
    const near0 = told0 ?? latest(d.places, view.index, item.from, REACH, (w) => w.firm && w.place.country !== null);
    if (near0 !== null) return told(near0, (p) => p);
  }
  // "in the violence-plagued region": where the report just was.
  const near1 = STRICKEN.test(textOf(view, item))
    ? latest(d.places, view.index, item.from, 2, (w) => w.firm && isState(w.place.country ?? ''))
    : null;
  if (near1 !== null) return told(near1, (p) => p);
  const named = latest(d.places, view.index, item.from, REACH, (w) =>
    /^R:(?!AT-SEA|WORLD|OTHER)/.test(w.place.country ?? ''),
  );
  if (named) return told(named, (p) => ({ country: p.country, name }));
  // "in Najaf ... in the area": there.
  if (item.name === 'area') {
    const near = latest(
      d.places,
      view.index,
      item.from,
      2,
      (w) => w.firm && w.place.country !== null && isState(w.place.country),
    );
    if (near !== null) return told(near, (p) => p);
  }
  // "Thailand's south ... the region": the part of a state told of just before.
  const part = latest(d.places, view.index, item.from, 2, (w) => w.firm && w.place.country !== null);
  if (item.name === 'region' && part !== null && isPart(part.place, atlas)) return told(part, (p) => p);
  // "at Samawa in southern Iraq ... in a region where", "in the relatively peaceful region": the one told of.
  const words = textOf(view, item).split(/\s+/);
  const described = words.slice(0, 2).some((w) => /^an?$/i.test(w)) || words.length > 3;
  if (item.name !== null && /\bregion$/.test(item.name) && described && part !== null && isFiner(part.place, atlas))
    return told(part, (p) => p);
  // "Iran threatens to close the strait. 10,000 soldiers will arrive in the region": around the state told of last.
  const near =
    theatreOf(d, new Set()) ??
    d.everywhere ??
    [...d.states.values()].findLast((w) => w.place.country !== party) ??
    null;
  const around =
    near === null ? undefined : AROUND.find((code) => atlas.liesIn(near.place, { country: code, name: null }));
  return around === undefined ? NOWHERE : told(near, () => ({ country: around, name }));
}
