// A presence finding -> claims: whose, where, how many.
import type { ExtractedClaim } from '../../model/claim.ts';
import type { Party } from '../../model/party.ts';
import type { Place } from '../../model/place.ts';
import type { PresenceFinding } from '../finding.ts';
import {
  common,
  fromThenOn,
  lastFirm,
  made,
  oneOrMore,
  partsOf,
  remember,
  toldAt,
  unitAndMission,
} from './claim-parts.ts';
import type { Context } from './context.ts';
import { dated } from './dated.ts';
import { latest, spanOf, theatreOf, type Where } from './discourse.ts';
import { isKnownForce } from './known-force.ts';
import { partiesOf } from './party.ts';
import { placesOfItem, type Told } from './place.ts';
import { noteCounts, noteLater, quantityOf } from './quantity.ts';
import type { Dated } from './time.ts';

export function presences(f: PresenceFinding, rule: string, c: Context): ExtractedClaim[] {
  if (!isKnownForce(f, c)) return [];
  return partiesOf(f, c.view, c.discourse).flatMap((whose) => {
    let where = finest(f.places.map((p) => placesOfItem(p, whose.party, c.view, c.discourse, c.atlas)));
    if (where.places.length === 0) where = abroad(f, c);
    if (where.places.length === 0 && (f.fallback || f.force?.owner?.kind === 'pronoun' || f.force?.anaphor))
      where = lastWhere(f, whose.party, c);
    if (f.again && where.places.length === 0) where = whereAgain(f, whose.party, c);
    const told = c.discourse.mission;
    if (where.places.length === 0 && f.places.length === 0 && (f.mission || f.serving) && told)
      where = { places: told.entry.places, span: told.span };
    if (where.places.length === 0 || where.places.every((p) => p.country === null)) return [];
    if (isAtHome(whose.party, where.places, f)) return [];
    // "Armies across Europe are shrinking. Britain's will fall below 70,000": nowhere else than at home.
    if (f.places.length === 0 && where.places.every((p) => c.atlas.liesIn({ country: whose.party, name: null }, p)))
      return [];
    const quantity = areYetToBeLeft(f, c) ? null : quantityOf(f.force, whose.party, c.view, c.counts);
    if (f.force?.quantity && quantity === null) return [];
    noteLater(c.counts, c.view, whose.party, f.force);
    noteCounts(c.counts, c.view.index, whose.party, f, quantity);
    const own = dated(f, 'held', c);
    const time = f.since ? fromThenOn(own ?? ofTheMove(f, c)) : own;
    const fields = { party: whose.party, ...unitAndMission(f, c), quantity, place: oneOrMore(where.places) };
    const parts = partsOf(f, f.places);
    const claim = made(
      { kind: 'presence', ...fields, ...common(f, time, parts, c) },
      f,
      rule,
      c,
      time,
      { party: whose.span, place: where.span },
      parts,
    );
    remember(f, whose, quantity, where, c, false);
    return [claim];
  });
}

/** "Thirty will go. The others are to stay": how many those will be depends on what becomes of the plan. */
const areYetToBeLeft = (f: PresenceFinding, c: Context): boolean =>
  f.force?.portion === 'rest' &&
  f.force.quantity === null &&
  c.view.tokens[f.force.to - 1]?.lower === 'others' &&
  f.predicate?.item.kind === 'verb' &&
  (f.predicate.item.tense === 'future' || f.predicate.factuality.mode === 'planned');

/** "The withdrawal will cut the force to 2,500": from the day of the withdrawal that was told before. */
function ofTheMove(f: PresenceFinding, c: Context): Dated | null {
  const { moveTime } = c.discourse;
  const move = f.predicate?.subject.find((n) => n.kind === 'nominal' && n.definite && n.owner === null);
  if (move === undefined || f.dated !== undefined) return null;
  if (moveTime?.sentence !== c.view.index - 1) return null;
  return { period: moveTime.period, item: move };
}

/** Where the same party's forces were last told of, else the report's theatre. */
function lastWhere(f: PresenceFinding, party: Party, c: Context): Told {
  const at = f.force?.from ?? f.evidence.from;
  const set = latest(
    c.discourse.forces,
    c.view.index,
    at,
    3,
    (s) => s.party === party && s.place.length > 0 && !(s.moved && f.predicate === null),
  );
  if (set) return { places: set.place, span: toldAt(c, set.place, at) ?? set.span };
  // All of a force that left stood where the story is, not at the place named last.
  const all = f.fallback && f.force?.whole === null;
  const near = (all ? null : lastFirm(c, at, 1, party)) ?? theatreOf(c.discourse, new Set([party]));
  // "Of the 400, 301 are in Syria and 46 in Lebanon": all of them are at neither.
  const isParted = (w: Where): boolean =>
    w.sentence === c.view.index &&
    w.at > at &&
    c.discourse.places.some((x) => x.sentence === w.sentence && x.firm && x.place.country !== w.place.country);
  if (near !== null && isParted(near)) return { places: [], span: null };
  // "Foreign bases in the Horn of Africa": a state of it that forces were just told to be in says more.
  const finer =
    near?.place.country?.startsWith('R:') === true
      ? latest(
          c.discourse.forces,
          c.view.index,
          at,
          3,
          ({ place: [only, more] }) =>
            only !== undefined && more === undefined && only.country !== party && c.atlas.liesIn(only, near.place),
        )
      : null;
  if (finer) return { places: finer.place, span: toldAt(c, finer.place, at) ?? finer.span };
  return near === null ? { places: [], span: null } : { places: [near.place], span: near.span };
}

/** "7,650 soldiers are deployed abroad": all of a state's, wherever. */
function abroad({ places, force }: PresenceFinding, c: Context): Told {
  const at = places.find((p) => p.ref === 'abroad' && /^(?:abroad|overseas)$/.test(c.view.tokens[p.from]!.lower));
  if (at === undefined || force?.quantity?.of !== 'personnel') return NOWHERE;
  return { places: [{ country: 'R:WORLD', name: c.view.tokens[at.from]!.lower }], span: spanOf(c.view, at) };
}

/** Where the party's force, or its mission, was told of in the sentences just before. */
function whereAgain(f: PresenceFinding, party: Party, c: Context): Told {
  const { forces, mission } = c.discourse;
  const at = f.force?.from ?? f.evidence.from;
  const set = latest(
    forces,
    c.view.index,
    at,
    f.again === 'row' ? 3 : 2,
    (s) => isRow(f, s.party, party) && s.place.some((x) => x.country !== 'R:WORLD' && x.country !== party) && !s.moved,
  );
  if (set !== null) return { places: set.place, span: toldAt(c, set.place, at) ?? set.span };
  if (f.again === 'row') return lastWhere(f, party, c);
  if (mission === null || mission.sentence < c.view.index - 2 || mission.entry.flag !== party) return NOWHERE;
  return { places: mission.entry.places, span: mission.span };
}
const isRow = (f: PresenceFinding, told: Party | null, party: Party): boolean => told === party || f.again === 'row';
const NOWHERE: Told = { places: [], span: null };

/** An army at home is no presence, save where troops gather at a border or are counted beside it. */
const isAtHome = (party: Party, places: readonly Place[], f: PresenceFinding): boolean =>
  places.every((p) => p.country === party && !/border|frontier/.test(p.name ?? '')) &&
  !/^(?:mass|amass|concentrate)$/.test(f.predicate?.lemma ?? '');

/** Of several phrases for one place the finest; several countries in one phrase stay together. */
function finest(told: readonly Told[]): Told {
  const stated = told.filter((t) => t.places.length > 0);
  const first = stated[0];
  if (first === undefined) return { places: [], span: null };
  const finer = stated.find(
    (t) => t.places[0]!.country === first.places[0]!.country && t.places.length === 1 && first.places.length === 1,
  );
  return finer ?? first;
}
