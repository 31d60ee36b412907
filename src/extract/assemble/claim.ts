// A finding -> claims: references resolved, quantities worked out, phase and time read, evidence cut and every field's span noted.
import type { Atlas } from '../../model/atlas.ts';
import type { Claim, ExtractedClaim, Move, Span } from '../../model/claim.ts';
import type { Party } from '../../model/party.ts';
import type { Place } from '../../model/place.ts';
import type { Quantity } from '../../model/quantity.ts';
import type { Attributor } from '../attribution-hook.ts';
import type { Finding, IncidentFinding, MovementFinding, PresenceFinding, StatusFinding } from '../finding.ts';
import { MILITARY_WORDS } from '../lexicon/forces.ts';
import { MOTION } from '../lexicon/motion.ts';
import type { DateItem, MissionItem, NounLike, PlaceItem, Range } from '../syntax/item.ts';
import { type SentenceView, textOf } from '../syntax/predicate.ts';
import { type Discourse, latest, spanOf, theatreOf } from './discourse.ts';
import { missionParty, missionPlaces } from './mission.ts';
import { partiesOf, type Whose, whoseIs } from './party.ts';
import { isTemporary, phaseOf } from './phase.ts';
import { placesOfItem, type Told } from './place.ts';
import { type Counts, noteCounts, quantityOf } from './quantity.ts';
import { type Dated, timeOf } from './time.ts';

export interface Context {
  readonly view: SentenceView;
  readonly discourse: Discourse;
  readonly counts: Counts;
  readonly atlas: Atlas;
  readonly attributor: Attributor;
  /** True where the report speaks of forces at all: then "staff", "engineers", "the team" and ships are forces. */
  readonly military: boolean;
}

/** Claims of one finding; [] where a field that it needs cannot be settled. */
export function claimsOf(f: Finding, rule: string, c: Context): ExtractedClaim[] {
  switch (f.kind) {
    case 'presence':
      return presences(f, rule, c);
    case 'movement':
      return movements(f, rule, c);
    case 'status':
      return statusOf(f, rule, c);
    case 'decision': {
      const time = dated(f, 'completed', c);
      const { body, action, vote, final, pending } = f;
      return [
        made(
          { kind: 'decision', body, action, vote, final, pending, ...common(f, time, [], c) },
          f,
          rule,
          c,
          time,
          {},
          [],
        ),
      ];
    }
    case 'incident':
      return incidentOf(f, rule, c);
  }
}

type Spans = Record<string, Span | null>;

function presences(f: PresenceFinding, rule: string, c: Context): ExtractedClaim[] {
  if (!isKnownForce(f, c)) return [];
  return partiesOf(f, c.view, c.discourse).flatMap((whose) => {
    let where = finest(f.places.map((p) => placesOfItem(p, whose.party, c.view, c.discourse, c.atlas)));
    if (where.places.length === 0 && (f.fallback || f.force?.owner?.kind === 'pronoun' || f.force?.anaphor))
      where = lastWhere(f, whose.party, c);
    const told = c.discourse.mission;
    if (where.places.length === 0 && f.places.length === 0 && f.mission && told)
      where = { places: told.entry.places, span: told.span };
    if (where.places.length === 0 || where.places.every((p) => p.country === null)) return [];
    if (isAtHome(whose.party, where.places, f)) return [];
    const quantity = quantityOf(f.force, whose.party, c.view, c.counts);
    if (f.force?.quantity && quantity === null) return [];
    noteCounts(c.counts, c.view.index, whose.party, f, quantity);
    const time = f.since ? fromThenOn(dated(f, 'held', c)) : dated(f, 'held', c);
    const fields = { party: whose.party, ...unitAndMission(f), quantity, place: oneOrMore(where.places) };
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

function movements(f: MovementFinding, rule: string, c: Context): ExtractedClaim[] {
  const phase = f.phase ?? phaseOf(f.predicate, c.view);
  if (phase === null || !isKnownForce(f, c)) return [];
  return partiesOf(f, c.view, c.discourse).flatMap((whose) => {
    const { party } = whose;
    const ends = (items: readonly PlaceItem[]): Told =>
      joined(items.map((p) => placesOfItem(p, party, c.view, c.discourse, c.atlas)));
    let from = ends(f.from);
    let to = ends(f.to);
    const move = moveOf(f, party, from.places, to.places);
    [from, to] = missingEnds(f, whose, move, from, to, c);
    if (from.places.length + to.places.length === 0 || (f.to.length > 0 && f.to.every((p) => p.ref === 'abroad')))
      return [];
    const quantity = countedAs(quantityOf(f.force, party, c.view, c.counts), f, c);
    if (f.force?.quantity && quantity === null) return [];
    noteCounts(c.counts, c.view.index, party, f, quantity);
    const time = dated(f, phase, c);
    const parts = partsOf(f, [...f.from, ...f.to]);
    const evidence = evidenceOf(f, parts);
    const fields = {
      party,
      ...unitAndMission(f),
      quantity,
      from: [...from.places],
      to: [...to.places],
      move: moveOf(f, party, from.places, to.places),
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
    if (phase !== 'cancelled') remember(f, whose, quantity, to.places.length > 0 ? to : from, c, to.places.length > 0);
    c.discourse.route = { from: from.places, to: to.places };
    return [claim];
  });
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
  if (set) return { places: set.place, span: set.span };
  // All of a force that left stood where the story is, not at the place named last.
  const all = f.fallback && f.force?.whole === null;
  const near = (all ? null : lastFirm(c, at, 1, party)) ?? theatreOf(c.discourse, new Set([party]));
  return near === null ? { places: [], span: null } : { places: [near.place], span: near.span };
}

/** A team that plays is no force. */
const SIDES = /^(?:team|squad|side)$/;
const SPORT = /\b(?:tournament|match(?:es)?|league|cup|players?|coach|championships?|qualifiers?|olympics?|stadium)\b/i;

/** A number alone is a force only where one was told of just before; staff and engineers only where the report is about forces. */
function isKnownForce(f: PresenceFinding | MovementFinding, c: Context): boolean {
  const { force } = f;
  if (force === null || force.sort === 'strong') return true;
  if (SIDES.test(force.head ?? '') && SPORT.test(textOf(c.view, { from: 0, to: c.view.tokens.length }))) return false;
  if (force.sort === 'unit') {
    const loose = /^(?:team|squad|unit|convoy|element)$/.test(force.head ?? '');
    const formation = force.head === 'element' && force.owner?.kind === 'named';
    return c.military || !loose || formation || (force.strength && force.quantity !== null);
  }
  if (force.sort === 'weak' || force.sort === 'platform') {
    const national =
      force.owner?.kind === 'named' ||
      (force.owner?.kind === 'pronoun' && force.portion !== null) ||
      f.owner.some((n) => n.kind === 'actor' && n.party !== null && n.role !== 'media');
    const counts = force.quantity !== null || force.whole?.quantity != null;
    const naval = force.adjectives.some((word) => MILITARY_WORDS.has(word));
    return c.military || force.mission !== null || (national && (naval || counts || force.portion !== null));
  }
  if (f.confidence >= 1) return true;
  const beside = [...(f.predicate?.object ?? []), ...(f.predicate?.subject ?? [])];
  if (beside.some((n) => n.kind === 'force' && n.head !== null)) return true;
  const named = c.discourse.named;
  if (named !== null && named.sentence >= c.view.index - 2 && (named.sentence < c.view.index || named.at < force.from))
    return true;
  return latest(c.discourse.forces, c.view.index, force.from, 2) !== null;
}

/** "Spain will follow with one": one of what was counted before in the sentence. */
function countedAs(quantity: Quantity | null, f: MovementFinding, c: Context): Quantity | null {
  if (quantity === null || f.force === null || f.force.head !== null || quantity.of !== 'personnel') return quantity;
  const set = latest(c.discourse.forces, c.view.index, f.force.from, 0, (s) => s.quantity !== null);
  return set?.quantity ? { ...quantity, of: set.quantity.of } : quantity;
}

/** An army at home is no presence, save where troops gather at a border or are counted beside it. */
const isAtHome = (party: Party, places: readonly Place[], f: PresenceFinding): boolean =>
  places.every((p) => p.country === party && !/border|frontier/.test(p.name ?? '')) &&
  !/^(?:mass|amass|concentrate)$/.test(f.predicate?.lemma ?? '');

/** Kind of move by its ends, where the verb leaves it open or the ends speak against the verb. */
function moveOf(f: MovementFinding, party: Party, from: readonly Place[], to: readonly Place[]): Move {
  if (f.move === 'rotate') return 'rotate';
  const home = (places: readonly Place[]): boolean => places.length > 0 && places.every((p) => p.country === party);
  if (home(to) && !home(from)) return 'withdraw';
  if (home(from) && to.length > 0) return 'deploy';
  if (from.length > 0 && to.length > 0) return 'relocate';
  if (f.move === 'withdraw' && from.length === 0 && to.length > 0) return 'deploy';
  if (f.move !== null) return f.move;
  if (from.length > 0) return 'withdraw';
  return f.force?.whole || f.force?.anaphor ? 'relocate' : 'deploy';
}

/** Part of a force that was told of leaves from where that force is; a bare "will follow" goes where the others went. */
function missingEnds(f: MovementFinding, whose: Whose, move: Move, from: Told, to: Told, c: Context): [Told, Told] {
  const { force, predicate } = f;
  if (from.places.length + to.places.length === 0 && predicate?.lemma === 'follow' && c.discourse.route)
    return [from, { places: c.discourse.route.to, span: toldAt(c, c.discourse.route.to, predicate.from) }];
  const given = /^(?:contribute|commit|provide)$/.test(predicate?.lemma ?? '');
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
    if (given) return [from, to];
  }
  const leaves =
    move === 'withdraw' ||
    (to.places.length > 0 && (force?.whole || force?.anaphor || force?.owner?.kind === 'pronoun'));
  const at = force?.from ?? f.evidence.from;
  if (from.places.length === 0 && leaves) {
    const taken = new Set<string | null>([whose.party, ...to.places.map((p) => p.country)]);
    const set = latest(
      c.discourse.forces,
      c.view.index,
      at,
      4,
      (s) =>
        s.party === whose.party &&
        s.place.length > 0 &&
        !(s.moved && force?.portion === 'rest') &&
        !s.place.some((p) => taken.has(p.country)),
    );
    if (set) return [{ places: set.place, span: toldAt(c, set.place, at) ?? set.span }, to];
    const where =
      theatreOf(c.discourse, taken) ??
      latest(c.discourse.places, c.view.index, at, 1, (w) => w.place.country !== null && !taken.has(w.place.country));
    if (where) return [{ places: [where.place], span: toldAt(c, [where.place], at) ?? where.span }, to];
  }
  if (from.places.length + to.places.length === 0 && move === 'deploy' && predicate) {
    // "the mobilisation of 20,000 to secure the border": what the purpose is done to.
    const aims = c.view.predicates
      .filter((q) => q.governor === predicate && q.relation === 'infinitive')
      .flatMap((q) => q.object.filter((o) => o.kind === 'place'));
    const there = joined(aims.map((p) => placesOfItem(p, whose.party, c.view, c.discourse, c.atlas)));
    if (there.places.length > 0) return [from, there];
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
  const mere = phaseOf(predicate, c.view);
  if (
    from.places.length + to.places.length === 0 &&
    f.move === 'deploy' &&
    mere !== 'cancelled' &&
    mere !== 'proposed'
  ) {
    const where = lastFirm(c, at, 2, whose.party);
    if (where) return [from, { places: [where.place], span: where.span }];
  }
  return [from, to];
}

/** Where a place taken over from before was last named. */
const toldAt = (c: Context, places: readonly Place[], at: number): Span | null =>
  latest(c.discourse.places, c.view.index, at, Number.POSITIVE_INFINITY, (w) =>
    places.some((p) => p.country === w.place.country),
  )?.span ?? null;

const lastFirm = (c: Context, at: number, reach: number, party: Party | null) =>
  latest(
    c.discourse.places,
    c.view.index,
    at,
    reach,
    (w) => w.firm && w.sentence >= c.discourse.section && w.place.country !== null && w.place.country !== party,
  );

function statusOf(f: StatusFinding, rule: string, c: Context): ExtractedClaim[] {
  const whose = missionParty(f, c.view, c.discourse);
  const where = missionPlaces(f, whose, rule, c.view, c.discourse, c.atlas);
  const mission = f.mission?.name ?? f.name;
  if (whose === null) return [];
  const parts = partsOf(f, f.places);
  const time = dated(f, f.status === 'planned' ? 'planned' : 'completed', c);
  const evidence = evidenceOf(f, parts);
  const temporary = f.temporary ?? isTemporary(f.predicate, c.view, evidence.from, evidence.to);
  const fields = { party: whose.party, mission, place: oneOrMore(where.places), status: f.status, temporary };
  return [
    made(
      { kind: 'status', ...fields, ...common(f, time, parts, c) },
      f,
      rule,
      c,
      time,
      { party: whose.span, place: where.span },
      parts,
    ),
  ];
}

function incidentOf(f: IncidentFinding, rule: string, c: Context): ExtractedClaim[] {
  const whose = f.attacker.map((n) => whoseIs(n, c.view, c.discourse)).find((w) => w !== null) ?? null;
  const where = joined(f.places.map((p) => placesOfItem(p, null, c.view, c.discourse, c.atlas)));
  const party = f.party ?? whose?.party ?? null;
  if (party === null && where.places.length === 0) return [];
  const parts = partsOf(f, f.places);
  const time = dated(f, 'completed', c);
  const fields = { party, place: oneOrMore(where.places), killed: f.killed, wounded: f.wounded };
  return [
    made(
      { kind: 'incident', ...fields, ...common(f, time, parts, c) },
      f,
      rule,
      c,
      time,
      { party: whose?.span ?? null, place: where.span },
      parts,
    ),
  ];
}

const joined = (told: readonly Told[]): Told => {
  const places: Place[] = [];
  let span: Span | null = null;
  for (const t of told) {
    for (const p of t.places) if (!places.some((q) => q.country === p.country && q.name === p.name)) places.push(p);
    if (t.span) span = span === null ? t.span : [Math.min(span[0], t.span[0]), Math.max(span[1], t.span[1])];
  }
  return { places, span };
};

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

const oneOrMore = (places: readonly Place[]): Place | Place[] | null =>
  places.length === 0 ? null : places.length === 1 ? places[0]! : [...places];

function unitAndMission(f: PresenceFinding | MovementFinding): { unit: string | null; mission: string | null } {
  const phrases: readonly (NounLike | null | undefined)[] = [f.mission, ...f.owner];
  const mission = f.force?.mission?.name ?? phrases.find((n): n is MissionItem => n?.kind === 'mission')?.name ?? null;
  return { unit: f.force?.unit?.name ?? null, mission };
}

/** The phrases of the claim that stand in its sentence, for the evidence. */
const partsOf = (f: Finding, places: readonly PlaceItem[]): Range[] => {
  const ranges: Range[] = places.map((p) => ({ from: p.start, to: p.to }));
  if ((f.kind === 'presence' || f.kind === 'movement') && f.force) ranges.push(f.force);
  if ((f.kind === 'presence' || f.kind === 'movement') && f.predicate) for (const n of f.owner) ranges.push(n);
  if (f.kind === 'status' && f.mission) ranges.push(f.mission);
  return ranges;
};

function evidenceOf(f: Finding, parts: readonly Range[]): Range {
  let { from, to } = f.evidence;
  for (const part of parts) {
    from = Math.min(from, part.from);
    to = Math.max(to, part.to);
  }
  return { from, to };
}

function dated(f: Finding, phase: Parameters<typeof timeOf>[1], c: Context): Dated | null {
  return timeOf(f.predicate, phase, f.dated === undefined ? borrowed(f, c) : f.dated, (item: DateItem) =>
    c.attributor.isSaid(spanOf(c.view, item)),
  );
}

/** "withdraw the 3,500 troops who are in Burundi on 31 December": a date behind a clause in the present is the main verb's. */
function borrowed(f: Finding, c: Context): readonly NounLike[] | undefined {
  const p = f.predicate;
  if (p === null || p.dates.length > 0 || f.dated === null) return undefined;
  const stays = c.view.predicates.find(
    (q) =>
      q.relation === 'relative' &&
      q.lemma === 'be' &&
      q.item.kind === 'verb' &&
      q.item.tense === 'present' &&
      p.object.some((o) => q.subject.includes(o)),
  );
  return stays && stays.dates.length > 0 ? stays.dates : undefined;
}

/** The time after a change: from its day, or from the last day it may come about. */
const fromThenOn = (time: Dated | null): Dated | null =>
  time && { ...time, period: { start: time.period.end ?? time.period.start, end: null } };

function common(
  f: Finding,
  time: Dated | null,
  parts: readonly Range[],
  c: Context,
): { evidence: string; time: Claim['time']; said_by: string | null } {
  const range = evidenceOf(f, parts);
  const [start, end] = spanOf(c.view, range);
  const by = c.attributor.attribute(c.view, range, f);
  return { evidence: c.view.document.text.slice(start, end), time: time?.period ?? null, said_by: by?.name ?? null };
}

function made(
  claim: Claim,
  f: Finding,
  rule: string,
  c: Context,
  time: Dated | null,
  told: Spans,
  parts: readonly Range[],
): ExtractedClaim {
  const range = evidenceOf(f, parts);
  const spans: Record<string, Span> = { evidence: spanOf(c.view, range) };
  for (const [field, span] of Object.entries(told)) if (span) spans[field] = span;
  for (const [field, span] of Object.entries(f.told ?? {})) spans[field] = span;
  if (time) spans['time'] = spanOf(c.view, time.item);
  if (f.kind === 'presence' || f.kind === 'movement') {
    const { force } = f;
    if (force?.count) spans['quantity'] = spanOf(c.view, force.count);
    if (force?.unit) spans['unit'] = spanOf(c.view, force.unit.at);
    const mission = force?.mission?.at ?? f.mission;
    if (mission) spans['mission'] = spanOf(c.view, mission);
  }
  if (f.kind === 'status' && f.mission) spans['mission'] = spanOf(c.view, f.mission);
  const by = c.attributor.attribute(c.view, range, f);
  if (by && by.span[0] < by.span[1]) spans['said_by'] = by.span;
  return { ...claim, spans: spans as ExtractedClaim['spans'], rule, confidence: Math.min(1, f.confidence) };
}

function remember(
  f: PresenceFinding | MovementFinding,
  whose: Whose,
  quantity: Quantity | null,
  where: Told,
  c: Context,
  moved: boolean,
): void {
  const at = f.force ?? f.evidence;
  const { unit, mission } = unitAndMission(f);
  c.discourse.forces.push({
    sentence: c.view.index,
    at: at.from,
    span: whose.span ?? spanOf(c.view, at),
    party: whose.party,
    quantity,
    place: where.places,
    unit,
    mission,
    moved,
  });
}
