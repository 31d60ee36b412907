// The ends of a movement that its clause leaves out, taken from what was told before: the same force's last way, where it stood, the mission's place.

import type { Move } from '../../model/claim.ts';
import { isState, type Party } from '../../model/party.ts';
import type { Place } from '../../model/place.ts';
import type { MovementFinding } from '../finding.ts';
import { MOTION } from '../lexicon/motion.ts';
import type { ActorItem } from '../syntax/item.ts';
import { placesSaid } from '../syntax/mission-places.ts';
import type { Predicate } from '../syntax/predicate.ts';
import { speaksThere } from './announced.ts';
import { joined, lastFirm, toldAt } from './claim-parts.ts';
import type { Context } from './context.ts';
import { latest, type Route, spanOf, theatreOf, type Where } from './discourse.ts';
import { placeOver } from './label.ts';
import { phaseOf } from './phase.ts';
import { placesOfItem, type Told } from './place.ts';
import { placesOfAim, placesOfTask } from './purpose.ts';
import type { Whose } from './whose.ts';

/** "This drawdown will continue": a doing-noun without owner or ends of its own is the movement told of last. */
export const refersBack = (f: MovementFinding): boolean =>
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

/** "Mauritania asks France for help; Paris says it will send 80 instructors": to those who ask. */
function askerBefore(p: Predicate | null, party: Party, c: Context): Told | null {
  for (const q of c.view.predicates) {
    if (p === null || q.item.kind !== 'verb' || q.item.from >= p.item.from) continue;
    if (!/^(?:ask|request|appeal|invite|call on|urge|seek)$/.test(q.lemma) || q.factuality.mode === 'cancelled')
      continue;
    const [who] = q.subject;
    if (who?.kind !== 'actor' || who.what !== 'state' || who.place === null || who.party === party) continue;
    return { places: [who.place], span: spanOf(c.view, who) };
  }
  return null;
}

/** "Canada's police left Haiti and flew to Cuba. France sent 30 soldiers": where others went from there is not where these go. */
const wentThere = (place: Place, party: Party, c: Context): boolean => {
  const { route } = c.discourse;
  return (
    route !== null &&
    route.whose.party !== party &&
    route.from.length > 0 &&
    route.from.every((x) => x.country !== route.whose.party) &&
    route.to.some((x) => x.country === place.country)
  );
};

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

const GOES_BACK = /^(?:return|(?:go|come|fly|sail) (?:back|home))$/;
const GOES = /^(?:go|leave|depart|return|fly out|pull out|withdraw|come back|go back)$/;

/** "The last of these forces arrived in Gao": where the report said that they would go, and from nowhere else. */
const arrivesWhereTold = (f: MovementFinding, whose: Whose, to: readonly Place[], c: Context): boolean =>
  /^(?:arrive|land|reach)$/.test(f.predicate?.lemma ?? '') &&
  c.discourse.route !== null &&
  c.discourse.route.whose.party === whose.party &&
  c.discourse.route.to.some((x) => to.some((y) => x.country === y.country));

/** "The others will follow": the way that the first of the same force left by. */
export function whereTheyWent(f: MovementFinding, whose: Whose, c: Context): [Told, Told] | null {
  const { route } = c.discourse;
  const more = f.force?.additional === true && f.force.quantity !== null && GOES.test(f.predicate?.lemma ?? '');
  if ((f.predicate?.lemma !== 'follow' && !more) || route === null || route.whose.party !== whose.party) return null;
  if (route.from.length === 0 || route.sentence < c.view.index - 2) return null;
  const told = (places: readonly Place[]): Told => ({ places, span: toldAt(c, places, f.evidence.from) });
  return [told(route.from), told(route.to)];
}

/** "Troops will be sent to Chad. The 70 soldiers leave on Monday": for there, and from home. */
function whereTheyAreBound(f: MovementFinding, whose: Whose, c: Context): Told | null {
  const { route } = c.discourse;
  if (route === null || route.sentence < c.view.index - ROUTE_REACH || route.whose.party !== whose.party) return null;
  const away = route.to.length > 0 && route.to.every((x) => x.country !== whose.party);
  const fromHome = route.from.every((x) => x.country === whose.party);
  if (
    !away ||
    !fromHome ||
    !route.ahead ||
    !/^(?:leave|depart|fly out|set off|set out)$/.test(f.predicate?.lemma ?? '')
  )
    return null;
  return { places: route.to, span: toldAt(c, route.to, f.evidence.from) };
}

/** Where a force of somebody else, or of all, was told to go just before: a story of one deployment goes on with its parts. */
function whereOthersGo(c: Context, whose: Whose): Told | null {
  const { route } = c.discourse;
  if (route === null || route.sentence < c.view.index - ROUTE_REACH || route.whose.party === whose.party) return null;
  if (route.to.length === 0) return null;
  if (route.to.some((x) => x.country === whose.party || x.country === route.whose.party)) return null;
  if (route.to.some((x) => wentThere(x, whose.party, c))) return null;
  return { places: route.to, span: toldAt(c, route.to, c.view.tokens.length) };
}
/** "will not send any troops", "discussed sending a battlegroup of 1,500": where the story is, where it is of one country. */
function isMeantForStory({ force, predicate }: MovementFinding, party: Party, c: Context): boolean {
  if (!/^(?:send|dispatch|deploy|commit|contribute|provide)$/.test(predicate?.lemma ?? '') || force === null)
    return false;
  // "does not rule out sending an armed unit".
  const body = force.sort === 'unit' && /^an?$/.test(c.view.tokens[force.from]!.lower);
  if (!body && force.quantity === null && (force.sort !== 'strong' || force.unit !== null || force.owner !== null))
    return false;
  if (force.quantity === null && c.discourse.voice !== null) return false;
  const theatre = theatreOf(c.discourse, new Set([party]))?.place.country ?? null;
  if (theatre === null || !isState(theatre)) return false;
  const last = lastFirm(c, c.view.tokens.length, 2, party);
  return last === null || last.place.country === theatre;
}
const ROUTE_REACH = 3;

function whereItsOwnWent(c: Context, party: Party): Where | null {
  const { route } = c.discourse;
  const [to, more] = route?.to ?? [];
  if (route == null || route.whose.party !== party || route.sentence < c.view.index - ROUTE_REACH) return null;
  if (to === undefined || more !== undefined || to.country === party) return null;
  return latest(c.discourse.places, c.view.index, 0, ROUTE_REACH, (w) => w.place.country === to.country);
}

/** What a story of contributors is about, where the place named last is a contributor itself: "for Darwin, Australia ... Singapore has committed 250". */
function whereNobodyActs(c: Context, party: Party): Where | null {
  const last = lastFirm(c, c.view.tokens.length, 2, party);
  const acting = new Set(c.discourse.actors.flatMap((a) => (a.acts ? [a.party] : [])));
  return last !== null && acting.has(last.place.country!) ? theatreOf(c.discourse, new Set([party, ...acting])) : null;
}

/** Part of a force that was told of leaves from where that force is; a bare "will follow" goes where the others went. */
export function missingEnds(
  f: MovementFinding,
  whose: Whose,
  move: Move,
  from: Told,
  to: Told,
  c: Context,
): [Told, Told] {
  const { force, predicate } = f;
  const bound = from.places.length + to.places.length === 0 ? whereTheyAreBound(f, whose, c) : null;
  if (bound !== null) return [from, bound];
  if (
    from.places.length + to.places.length === 0 &&
    predicate &&
    c.discourse.route &&
    ((move !== 'withdraw' && /^(?:follow|go)$/.test(predicate.lemma)) ||
      isMoreOfThem(f, c.discourse.route, c) ||
      entersToo(f, c.discourse.route, c))
  ) {
    const { route } = c.discourse;
    // "32 will go back and another 32 will come": to where those leave.
    const homeward = route.to.every((x) => x.country === whose.party) && route.from.length > 0;
    // Others who go do not go to those others' home.
    const others = homeward && route.whose.party !== whose.party;
    const there = homeward && (others || /^(?:come|arrive|land)$/.test(predicate.lemma)) ? route.from : route.to;
    return [from, { places: there, span: toldAt(c, there, predicate.from) }];
  }
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
      // "Australia will contribute 240 soldiers": where its first ones went, else to what the report is about.
      const near =
        (force?.quantity || (f.phase ?? phaseOf(f.predicate, c.view)) === 'cancelled') && whose.party !== null
          ? (whereNobodyActs(c, whose.party) ??
            whereItsOwnWent(c, whose.party) ??
            lastFirm(c, at, 2, whose.party) ??
            theatreOf(c.discourse, new Set([whose.party])))
          : null;
      // "Europe provides the bulk, with Italy to contribute 3,000": where they are from, and not where they go.
      const own =
        near?.place.country?.startsWith('R:') === true &&
        c.atlas.liesIn({ country: whose.party, name: null }, near.place);
      const there = own ? theatreOf(c.discourse, new Set([whose.party, near.place.country])) : near;
      return there ? [from, { places: [there.place], span: there.span }] : [from, to];
    }
  }
  // "32 soldiers will go back next week": from where those told of are, and home.
  const back =
    from.places.length + to.places.length === 0 && isState(whose.party) && GOES_BACK.test(predicate?.lemma ?? '');
  // Of those who are home, nobody knows whether they "go back".
  const isHome =
    c.discourse.route?.whose.party === whose.party && c.discourse.route.to.some((p) => p.country === whose.party);
  if (back && !isHome && predicate?.item.kind === 'verb') {
    const home = { country: whose.party, name: c.atlas.displayName(whose.party) };
    const abroad = latest(
      c.discourse.forces,
      c.view.index,
      at,
      4,
      (s) => s.party === whose.party && s.place.length > 0 && s.place.every((p) => p.country !== whose.party),
    );
    if (abroad)
      return [
        { places: abroad.place, span: toldAt(c, abroad.place, at) ?? abroad.span },
        { places: [home], span: null },
      ];
  }
  const leaves =
    move === 'withdraw' ||
    (to.places.length > 0 &&
      !arrivesWhereTold(f, whose, to.places, c) &&
      !isSentByThey(f, c) &&
      (force?.whole || force?.anaphor || force?.owner?.kind === 'pronoun'));
  if (from.places.length === 0 && leaves) {
    // "186 troops from the UN mission in Chad returned to Dublin".
    const served = move === 'withdraw' && force?.mission ? placesSaid(force.mission) : [];
    if (served.length > 0 && served.every((p) => isState(p.country ?? '') && p.country !== whose.party))
      return [{ places: served, span: spanOf(c.view, force!.mission!.at) }, to];
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
    // "Croatia brought home its soldiers, and Japan withdrew": from where those were.
    const beside = force === null ? c.discourse.route : null;
    if (
      beside !== null &&
      beside.sentence === c.view.index &&
      beside.whose.party !== whose.party &&
      beside.from.length > 0
    )
      return [{ places: beside.from, span: toldAt(c, beside.from, at) }, to];
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
    predicate?.lemma !== 'return' &&
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
    ((mere !== 'cancelled' && mere !== 'proposed') || isMeantForStory(f, whose.party, c))
  ) {
    // "We sent a 1,000-strong squadron": where the story is.
    const counted = force?.quantity && /^(?:send|dispatch|deploy)$/.test(predicate?.lemma ?? '');
    const asker = force?.quantity ? askerBefore(predicate, whose.party, c) : null;
    if (asker !== null) return [from, asker];
    const last = lastFirm(c, at, 2, whose.party);
    const where =
      (last !== null && wentThere(last.place, whose.party, c) ? null : last) ??
      (counted || mere === 'cancelled' ? theatreOf(c.discourse, new Set([whose.party])) : null);
    if (where) return [from, { places: [where.place], span: where.span }];
  }
  return [from, to];
}
