// A movement finding -> claims: the ends that the clause leaves out are taken from what was told before.
import type { ExtractedClaim, Move } from '../../model/claim.ts';
import { isState, type Party } from '../../model/party.ts';
import type { Place } from '../../model/place.ts';
import type { Quantity } from '../../model/quantity.ts';
import type { MovementFinding } from '../finding.ts';
import type { PlaceItem } from '../syntax/item.ts';
import { common, evidenceOf, joined, made, partsOf, remember, unitAndMission } from './claim-parts.ts';
import type { Context } from './context.ts';
import { dated } from './dated.ts';
import { latest } from './discourse.ts';
import { isKnownForce } from './known-force.ts';
import { missingEnds, refersBack, whereTheyWent } from './missing-ends.ts';
import { partiesOf } from './party.ts';
import { isTemporary, phaseOf } from './phase.ts';
import { placesOfItem, type Told } from './place.ts';
import { isUncounted, noteCounts, noteLater, quantityOf } from './quantity.ts';

export function movements(f: MovementFinding, rule: string, c: Context): ExtractedClaim[] {
  const phase = f.phase ?? phaseOf(f.predicate, c.view);
  if (phase === null || !isKnownForce(f, c)) return [];
  const parties = refersBack(f)
    ? c.discourse.route
      ? [c.discourse.route.whose]
      : []
    : partiesOf(f, c.view, c.discourse);
  return parties.flatMap((whose) => {
    const { party } = whose;
    const ends = (items: readonly PlaceItem[]): Told =>
      joined(items.map((p) => placesOfItem(p, party, c.view, c.discourse, c.atlas)));
    let from = ends(f.from);
    let to = arrivesAtHome(f, party, from, ends(f.to), c);
    // "stepped off at Muir Airfield after ten months in Kuwait": nobody goes where they leave.
    const stays = to.places.every((x) => from.places.some((y) => x.country === y.country && x.name === y.name));
    if (stays && to.places.length > 0) to = { places: [], span: null };
    const after = from.places.length + to.places.length === 0 ? whereTheyWent(f, whose, c) : null;
    if (after !== null) [from, to] = after;
    const how = after === null ? f : { ...f, move: null };
    const move = moveOf(how, party, from.places, to.places, c);
    [from, to] = missingEnds(f, whose, move, from, to, c);
    if (
      from.places.length + to.places.length === 0 ||
      (from.places.length === 0 && f.to.length > 0 && f.to.every((p) => p.ref === 'abroad'))
    )
      return [];
    // "gave its approval for sending the country's soldiers on missions": at home is where they are, and not where they are sent.
    const isState = (x: Place): boolean => x.country === party && x.name === c.atlas.displayName(party);
    if (f.from.length + f.to.length + from.places.length === 0 && to.places.every(isState)) return [];
    // "deploys soldiers around the globe": from nowhere, to nowhere in particular.
    if (from.places.length === 0 && to.places.every((p) => p.country === 'R:WORLD')) return [];
    const quantity = countedAs(quantityOf(f.force, party, c.view, c.counts), f, c);
    if (f.force?.quantity && quantity === null) return [];
    noteLater(c.counts, c.view, party, f.force);
    noteCounts(c.counts, c.view.index, party, f, quantity);
    const time = dated(f, phase, c);
    const parts = partsOf(f, [...f.from, ...f.to]);
    const evidence = evidenceOf(f, parts);
    const fields = {
      party,
      ...unitAndMission(f, c),
      quantity,
      from: [...from.places],
      to: [...to.places],
      move: moveOf(how, party, from.places, to.places, c),
      phase,
    };
    const temporary = isTemporary(f.predicate, c.view, evidence.from, evidence.to);
    const claim = made(
      { kind: 'movement', ...fields, temporary, ...common(f, time, parts, c) },
      f,
      rule,
      c,
      time,
      { party: whose.span, from: from.span, to: to.span },
      parts,
    );
    // Of those who went home the story is where they were.
    const isHome = from.places.length > 0 && to.places.every((x) => x.country === party);
    if (phase !== 'cancelled')
      remember(f, whose, quantity, isHome || to.places.length === 0 ? from : to, c, to.places.length > 0);
    if (isUncounted(f.force, quantity) && phase !== 'cancelled')
      c.counts.uncounted = { claim, sentence: c.view.index, party };
    const ahead = phase === 'planned' || phase === 'underway';
    c.discourse.route = { from: from.places, to: to.places, whose, sentence: c.view.index, ahead };
    if (time) c.discourse.moveTime = { period: time.period, sentence: c.view.index };
    return [claim];
  });
}

/** "Spain will follow with one": one of what was counted before in the sentence. */
function countedAs(quantity: Quantity | null, f: MovementFinding, c: Context): Quantity | null {
  if (quantity === null || f.force === null || f.force.head !== null || quantity.of !== 'personnel') return quantity;
  const set = latest(c.discourse.forces, c.view.index, f.force.from, 0, (s) => s.quantity !== null);
  return set?.quantity ? { ...quantity, of: set.quantity.of } : quantity;
}

/** Kind of move by its ends, where the verb leaves it open or the ends speak against the verb. */
function moveOf(f: MovementFinding, party: Party, from: readonly Place[], to: readonly Place[], c: Context): Move {
  if (f.move === 'rotate') return 'rotate';
  const home = (places: readonly Place[]): boolean => places.length > 0 && places.every((p) => p.country === party);
  // "Ethiopia deploys troops in Tigray": within its own borders. Sent to the state as a whole they come home.
  // "Our troops have left Haiti. The last 96 landed in Montevideo".
  if (home(to) && from.length === 0 && ARRIVES.test(f.predicate?.lemma ?? '') && isAbroad(f, party, c))
    return 'withdraw';
  const within = to.every((p) => p.name !== null && (p.country === null || p.name !== c.atlas.displayName(p.country)));
  if (home(to) && within && from.length === 0 && (f.move === 'deploy' || SHIFTS.test(f.predicate?.lemma ?? '')))
    return 'deploy';
  // "orders its forces out of Aden".
  if (to.length === 0 && f.from.some((p) => p.prep === 'out-of') && f.move === 'deploy') return 'withdraw';
  if (home(to) && !home(from)) return 'withdraw';
  if (home(from) && f.to.some((p) => p.ref === 'home')) return 'withdraw';
  if (home(from) && home(to) && within && f.to.length > 0) return 'relocate';
  if (home(from)) return to.length === 0 && f.move === 'withdraw' ? 'withdraw' : 'deploy';
  if (from.length > 0 && to.length > 0) return 'relocate';
  // "Afghan soldiers flee to Tajikistan".
  if (/^(?:flee|retreat|escape)$/.test(f.predicate?.lemma ?? '')) return 'withdraw';
  if (f.move === 'withdraw' && from.length === 0 && to.length > 0) return 'deploy';
  if (f.move !== null) return f.move;
  if (from.length > 0) return 'withdraw';
  if (ARRIVES.test(f.predicate?.lemma ?? '')) return 'deploy';
  return f.force?.whole || f.force?.anaphor ? 'relocate' : 'deploy';
}

const ARRIVES = /^(?:land|arrive|touch|disembark|fly|fly in|sail|reach|come)$/;

/** "arrived in the country from Sinai": no other country was told of, so it is their own. */
function arrivesAtHome(f: MovementFinding, party: Party, from: Told, to: Told, c: Context): Told {
  const [item, more] = f.to;
  if (item?.ref !== 'country' || more !== undefined || !ARRIVES.test(f.predicate?.lemma ?? '')) return to;
  const there = to.places[0]?.country ?? null;
  if (!isState(party) || from.places.length === 0 || from.places.some((p) => p.country === party)) return to;
  if (there !== null && !from.places.some((p) => p.country === there)) return to;
  return placesOfItem({ ...item, ref: 'home' }, party, c.view, c.discourse, c.atlas);
}

/** A force of the party was told of just before, and somewhere else than at home. */
const isAbroad = (f: MovementFinding, party: Party, c: Context): boolean =>
  latest(
    c.discourse.forces,
    c.view.index,
    f.force?.from ?? f.evidence.from,
    3,
    (s) => s.party === party && s.place.length > 0,
  )?.place.every((x) => x.country !== party) === true;

/** Verbs of moving about: who is moved to a place of the own state does not come home. */
const SHIFTS =
  /^(?:move|shift|transfer|relocate|reposition|redeploy|rush|push|truck|bus|ferry|airlift|convoy|drive|march|mass)$/;
