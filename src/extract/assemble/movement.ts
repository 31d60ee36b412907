// A movement finding -> claims: the ends that the clause leaves out are taken from what was told before.
import type { ExtractedClaim, Move } from '../../model/claim.ts';
import { isState, type Party } from '../../model/party.ts';
import type { Place } from '../../model/place.ts';
import type { Quantity } from '../../model/quantity.ts';
import type { MovementFinding } from '../finding.ts';
import { MOTION } from '../lexicon/motion.ts';
import type { ActorItem, PlaceItem } from '../syntax/item.ts';
import type { Predicate } from '../syntax/predicate.ts';
import { speaksThere } from './announced.ts';
import {
  common,
  evidenceOf,
  joined,
  lastFirm,
  made,
  partsOf,
  remember,
  toldAt,
  unitAndMission,
} from './claim-parts.ts';
import type { Context } from './context.ts';
import { dated } from './dated.ts';
import { latest, type Route, spanOf, theatreOf } from './discourse.ts';
import { isKnownForce } from './known-force.ts';
import { placeOver } from './label.ts';
import { partiesOf, type Whose } from './party.ts';
import { isTemporary, phaseOf } from './phase.ts';
import { placesOfItem, type Told } from './place.ts';
import { placesOfAim, placesOfTask } from './purpose.ts';
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
    let to = ends(f.to);
    const after = from.places.length + to.places.length === 0 ? whereTheyWent(f, whose, c) : null;
    if (after !== null) [from, to] = after;
    const how = after === null ? f : { ...f, move: null };
    const move = moveOf(how, party, from.places, to.places, c);
    [from, to] = missingEnds(f, whose, move, from, to, c);
    if (from.places.length + to.places.length === 0 || (f.to.length > 0 && f.to.every((p) => p.ref === 'abroad')))
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
    c.discourse.route = { from: from.places, to: to.places, whose, sentence: c.view.index };
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
  return f.force?.whole || f.force?.anaphor ? 'relocate' : 'deploy';
}

const ARRIVES = /^(?:land|arrive|touch|disembark|fly|fly in|sail|reach|come)$/;

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

/** "This drawdown will continue": a doing-noun without owner or ends of its own is the movement told of last. */
const refersBack = (f: MovementFinding): boolean =>
  f.force === null &&
  f.predicate?.item.kind === 'nominal' &&
  f.predicate.item.definite &&
  f.owner[0]?.kind === 'pronoun' &&
  f.from.length + f.to.length === 0;

/** "Mali's junta asks Denmark to withdraw its soldiers": from where those who ask are. */
function askerOf(p: Predicate | null, party: Party): ActorItem | null {
  const g = p?.governor;
  if (g?.item.kind !== 'verb' || !/^(?:ask|order|tell|urge|demand|request|want|give|expel|call on)$/.test(g.lemma))
    return null;
  return (
    g.subject.find(
      (n): n is ActorItem => n.kind === 'actor' && n.party !== null && isState(n.party) && n.party !== party,
    ) ?? null
  );
}

/** "has moved seven to Kuwait and sent the rest home": of one force, both parts leave from where it was; the route of the first part. */
function othersGo(f: MovementFinding, whose: Whose, c: Context): Route | null {
  const route = c.discourse.route;
  const { predicate } = f;
  if (route === null || predicate?.relation !== 'coordinate' || !MOTION.has(predicate.governor?.lemma ?? ''))
    return null;
  const isSame = route.sentence === c.view.index && route.whose.party === whose.party;
  return isSame && route.to.length > 0 ? route : null;
}

/** "750 more are on their way", "another 90 are expected": where the others went. */
const isMoreOfThem = (f: MovementFinding, route: Route, c: Context): boolean =>
  f.force !== null &&
  (f.force.additional || (f.force.quantity !== null && f.force.adjectives.includes('remaining'))) &&
  (f.force.head === null || isJoining(f)) &&
  route.sentence >= c.view.index - (isJoining(f) ? 2 : 1) &&
  route.to.length > 0 &&
  /^(?:be|expect|await|arrive|come|join|follow|reinforce|augment|land|send|deploy|dispatch)$/.test(
    f.predicate?.lemma ?? '',
  );

/** "They will be joined by 70 officers". */
const isJoining = (f: MovementFinding): boolean =>
  f.predicate?.item.kind === 'verb' &&
  f.predicate.item.voice === 'passive' &&
  /^(?:join|follow|reinforce|augment)$/.test(f.predicate.lemma);

/** "Togolese soldiers enter Mali, with Nigerian troops due to enter later": where the others did. */
const entersToo = ({ force, predicate }: MovementFinding, route: Route, c: Context): boolean =>
  force !== null &&
  force.owner !== null &&
  route.sentence >= c.view.index - 1 &&
  route.to.length > 0 &&
  /^(?:enter|arrive|come|land|move in|go in)$/.test(predicate?.lemma ?? '') &&
  predicate?.item.kind === 'verb' &&
  predicate.object.length === 0 &&
  predicate.places.length === 0;

/** "in Gabon, where they were sent in May": from where, nothing told before says. */
const isSentByThey = (f: MovementFinding, c: Context): boolean =>
  /^(?:send|dispatch|deploy)$/.test(f.predicate?.lemma ?? '') &&
  f.force !== null &&
  c.view.tokens[f.force.from]!.lower === 'they';

const GOES = /^(?:go|leave|depart|return|fly out|pull out|withdraw|come back|go back)$/;

/** "The last of these forces arrived in Gao": where the report said that they would go, and from nowhere else. */
const arrivesWhereTold = (f: MovementFinding, whose: Whose, to: readonly Place[], c: Context): boolean =>
  /^(?:arrive|land|reach)$/.test(f.predicate?.lemma ?? '') &&
  c.discourse.route !== null &&
  c.discourse.route.whose.party === whose.party &&
  c.discourse.route.to.some((x) => to.some((y) => x.country === y.country));

/** "The others will follow": the way that the first of the same force left by. */
function whereTheyWent(f: MovementFinding, whose: Whose, c: Context): [Told, Told] | null {
  const { route } = c.discourse;
  const more = f.force?.additional === true && f.force.quantity !== null && GOES.test(f.predicate?.lemma ?? '');
  if ((f.predicate?.lemma !== 'follow' && !more) || route === null || route.whose.party !== whose.party) return null;
  if (route.from.length === 0 || route.sentence < c.view.index - 2) return null;
  const told = (places: readonly Place[]): Told => ({ places, span: toldAt(c, places, f.evidence.from) });
  return [told(route.from), told(route.to)];
}

/** Where a force of somebody else, or of all, was told to go just before: a story of one deployment goes on with its parts. */
function whereOthersGo(c: Context, whose: Whose): Told | null {
  const { route } = c.discourse;
  if (route === null || route.sentence < c.view.index - ROUTE_REACH || route.whose.party === whose.party) return null;
  if (route.to.length === 0) return null;
  if (route.to.some((x) => x.country === whose.party || x.country === route.whose.party)) return null;
  return { places: route.to, span: toldAt(c, route.to, c.view.tokens.length) };
}
const ROUTE_REACH = 3;

/** Part of a force that was told of leaves from where that force is; a bare "will follow" goes where the others went. */
function missingEnds(f: MovementFinding, whose: Whose, move: Move, from: Told, to: Told, c: Context): [Told, Told] {
  const { force, predicate } = f;
  if (
    from.places.length + to.places.length === 0 &&
    predicate &&
    c.discourse.route &&
    ((move !== 'withdraw' && /^(?:follow|go)$/.test(predicate.lemma)) ||
      isMoreOfThem(f, c.discourse.route, c) ||
      entersToo(f, c.discourse.route, c))
  )
    return [from, { places: c.discourse.route.to, span: toldAt(c, c.discourse.route.to, predicate.from) }];
  const at = force?.from ?? f.evidence.from;
  const label = from.places.length + to.places.length === 0 ? placeOver(c, whose.party) : null;
  if (label !== null && f.from.length + f.to.length === 0) return move === 'withdraw' ? [label, to] : [from, label];
  // "withdraw its contingent from Iraq and replace it with a unit of 55".
  const left = predicate?.lemma === 'replace' && move !== 'withdraw' ? (c.discourse.route?.from ?? []) : [];
  if (from.places.length + to.places.length === 0 && left.length > 0)
    return [from, { places: left, span: toldAt(c, left, at) }];
  const before = othersGo(f, whose, c);
  if (before !== null && from.places.length === 0 && before.from.length > 0)
    return [{ places: before.from, span: toldAt(c, before.from, at) }, to];
  // "moves 28,000 troops to Kuwait and flies in 54 aircraft".
  if (before !== null && from.places.length + to.places.length === 0 && move === 'deploy' && force?.quantity)
    return [from, { places: before.to, span: toldAt(c, before.to, at) }];
  if (refersBack(f) && from.places.length + to.places.length === 0) {
    const route = c.discourse.route;
    if (route === null) return [from, to];
    const told = (places: readonly Place[]): Told => ({ places, span: toldAt(c, places, at) });
    return move === 'withdraw' ? [told(route.from), to] : [from, told(route.to)];
  }
  // "A force of 3,700 will go to Chad. Ireland has offered 350": to the same place.
  const offered = /^(?:offer|pledge|promise|contribute|commit|provide|send|dispatch|deploy|supply|add)$/;
  const together =
    from.places.length + to.places.length === 0 &&
    force?.quantity &&
    f.move === 'deploy' &&
    predicate &&
    offered.test(predicate.lemma) &&
    !force.mission &&
    !f.mission &&
    !predicate.others.some((n) => n.kind === 'mission')
      ? whereOthersGo(c, whose)
      : null;
  if (together !== null) return [from, together];
  const given = /^(?:contribute|commit|provide|supply|offer|pledge|promise)$/.test(predicate?.lemma ?? '');
  if (from.places.length + to.places.length === 0) {
    const named = force?.mission?.entry ?? f.mission?.entry ?? null;
    const mission = named
      ? { entry: named, span: null }
      : given || f.owner.some((n) => n.kind === 'mission')
        ? c.discourse.mission
        : null;
    if (mission && mission.entry.places.length > 0) {
      const there: Told = { places: mission.entry.places, span: mission.span };
      return move === 'withdraw' ? [there, to] : [from, there];
    }
    if (given) {
      // "Australia will contribute 240 soldiers": to what the report is about.
      const near =
        force?.quantity && whose.party !== null
          ? (lastFirm(c, at, 2, whose.party) ?? theatreOf(c.discourse, new Set([whose.party])))
          : null;
      // "Europe provides the bulk, with Italy to contribute 3,000": where they are from, and not where they go.
      const own =
        near?.place.country?.startsWith('R:') === true &&
        c.atlas.liesIn({ country: whose.party, name: null }, near.place);
      const there = own ? theatreOf(c.discourse, new Set([whose.party, near.place.country])) : near;
      return there ? [from, { places: [there.place], span: there.span }] : [from, to];
    }
  }
  const leaves =
    move === 'withdraw' ||
    (to.places.length > 0 &&
      !arrivesWhereTold(f, whose, to.places, c) &&
      !isSentByThey(f, c) &&
      (force?.whole || force?.anaphor || force?.owner?.kind === 'pronoun'));
  if (from.places.length === 0 && leaves) {
    const taken = new Set<string | null>([whose.party, ...[...to.places, ...(before?.to ?? [])].map((p) => p.country)]);
    const set = latest(
      c.discourse.forces,
      c.view.index,
      at,
      4,
      (s) =>
        s.party === whose.party &&
        s.place.length > 0 &&
        !(s.moved && (force?.portion === 'rest' || force?.adjectives.includes('other'))) &&
        !s.place.some((p) => taken.has(p.country)),
    );
    if (set) return [{ places: set.place, span: toldAt(c, set.place, at) ?? set.span }, to];
    const asker = askerOf(predicate, whose.party);
    if (asker !== null)
      return [
        { places: [{ country: asker.party, name: c.atlas.displayName(asker.party!) }], span: spanOf(c.view, asker) },
        to,
      ];
    // "their first 120 men will fly to Darwin": from home, where nothing was told of others.
    const fresh = move !== 'withdraw' && !force?.whole && !force?.anaphor && force?.adjectives.includes('first');
    if (fresh) return [from, to];
    const where =
      theatreOf(c.discourse, taken) ??
      latest(
        c.discourse.places,
        c.view.index,
        at,
        1,
        // "Peru and Chile said they would withdraw": a state that speaks is no place to leave.
        (w) => w.place.country !== null && !taken.has(w.place.country) && (w.firm || !speaksThere(c.view, w)),
      );
    if (where) return [{ places: [where.place], span: toldAt(c, [where.place], at) ?? where.span }, to];
  }
  if (from.places.length + to.places.length === 0 && move === 'deploy' && predicate) {
    const there = [placesOfAim(predicate, c.view), placesOfTask(force, c.view)]
      .map((items) => joined(items.map((p) => placesOfItem(p, whose.party, c.view, c.discourse, c.atlas))))
      .find((told) => told.places.length > 0);
    if (there !== undefined) return [from, there];
  }
  if (
    from.places.length + to.places.length === 0 &&
    (predicate?.relation === 'gerund' ||
      (predicate?.relation === 'of' && !MOTION.has(predicate.governor?.lemma ?? ''))) &&
    predicate.governor
  ) {
    // "By sending another 300 soldiers, Germany will double its contingent at Gao": where the main clause is.
    const main = predicate.governor;
    const items = [...main.places, ...main.object.flatMap((o) => (o.kind === 'force' && o.place ? [o.place] : []))];
    const there = joined(items.map((p) => placesOfItem(p, whose.party, c.view, c.discourse, c.atlas)));
    if (there.places.length > 0) return move === 'withdraw' ? [there, to] : [from, there];
  }
  // "Britain has sent 250 Gurkhas from Brunei": to where the story is.
  if (
    to.places.length === 0 &&
    move === 'deploy' &&
    /^(?:send|dispatch|fly in|bring in)$/.test(predicate?.lemma ?? '')
  ) {
    const taken = new Set(from.places.map((x) => x.country));
    const where = lastFirm(c, at, 2, whose.party);
    if (from.places.length > 0 && where && !taken.has(where.place.country))
      return [from, { places: [where.place], span: where.span }];
  }
  const mere = phaseOf(predicate, c.view);
  if (
    from.places.length + to.places.length === 0 &&
    f.move === 'deploy' &&
    !(predicate?.others ?? []).some((n) => n.kind === 'mission' && n.entry === null && /s$/.test(n.name)) &&
    mere !== 'cancelled' &&
    mere !== 'proposed'
  ) {
    // "We sent a 1,000-strong squadron": where the story is.
    const counted = force?.quantity && /^(?:send|dispatch|deploy)$/.test(predicate?.lemma ?? '');
    const where = lastFirm(c, at, 2, whose.party) ?? (counted ? theatreOf(c.discourse, new Set([whose.party])) : null);
    if (where) return [from, { places: [where.place], span: where.span }];
  }
  return [from, to];
}
