// A finding -> claims, by kind.
import type { ExtractedClaim } from '../../model/claim.ts';
import { isState, type Party } from '../../model/party.ts';
import type { Finding, IncidentFinding, StatusFinding } from '../finding.ts';
import { isNeighbour } from '../lexicon/land-borders.ts';
import type { PlaceItem } from '../syntax/item.ts';
import { textOf } from '../syntax/predicate.ts';
import { common, evidenceOf, joined, lastFirm, made, oneOrMore, partsOf } from './claim-parts.ts';
import type { Context } from './context.ts';
import { dated } from './dated.ts';
import { latest, type Standing } from './discourse.ts';
import { missionParty, missionPlaces } from './mission.ts';
import { movements } from './movement.ts';
import { statusMission } from './named.ts';
import { isTemporary } from './phase.ts';
import { placesOfItem, type Told } from './place.ts';
import { presences } from './presence.ts';
import type { Dated } from './time.ts';
import { whoseIs } from './whose.ts';

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

/** An operation or an attack "off Libya" is told of Libya: only ships themselves are at sea. */
const ashore = (item: PlaceItem): PlaceItem => (item.off ? { ...item, places: item.off } : item);

function statusOf(found: StatusFinding, rule: string, c: Context): ExtractedClaim[] {
  const { mission: named0 } = found;
  const f: StatusFinding = {
    ...found,
    places: found.places.map(ashore),
    mission: named0?.place ? { ...named0, place: ashore(named0.place) } : named0,
  };
  const same = f.again ? standingBefore(c) : null;
  if (f.again && same === null) return [];
  const whose = same ? { party: same.party, span: same.partySpan } : missionParty(f, c.view, c.discourse);
  const where = same
    ? { places: same.places, span: same.placeSpan }
    : missionPlaces(f, whose, rule, c.view, c.discourse, c.atlas);
  const told = same?.mission ? { name: same.mission, span: same.missionSpan } : null;
  const named = same ? told : statusMission(f, c.view, c.discourse);
  const mission = named?.name ?? f.name;
  if (whose === null) return [];
  c.discourse.standing = {
    sentence: c.view.index,
    ...{ party: whose.party, partySpan: whose.span, mission, missionSpan: named?.span ?? null },
    ...{ places: where.places, placeSpan: where.span },
  };
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
      { party: whose.span, place: where.span, mission: named?.span ?? null },
      parts,
    ),
  ];
}

/** What a status was told of in the sentence before, else the mission that acts in it. */
function standingBefore({ discourse: d, view }: Context): Standing | null {
  if (d.standing !== null && d.standing.sentence === view.index - 1) return d.standing;
  const { mission } = d;
  if (mission === null || mission.sentence !== view.index - 1) return null;
  const acts = d.actors.some((a) => a.acts && a.sentence === mission.sentence && a.span[0] === mission.span[0]);
  if (!acts) return null;
  const { entry, span, sentence } = mission;
  const name = view.document.text.slice(...span).replace(/^the /i, '');
  return {
    sentence,
    ...{ party: entry.flag, partySpan: span, mission: name, missionSpan: span, places: entry.places, placeSpan: span },
  };
}

/** "killed on Saturday" is the last one, though the sentence looks ahead ("I can announce that ..."). */
function pastDay(time: Dated | null, c: Context): Dated | null {
  const { start, end } = time?.period ?? {};
  const { published } = c.view;
  if (time === null || published === null || start == null || start !== end || start <= published) return time;
  const words = textOf(c.view, time.item);
  if (!/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i.test(words) || /\d/.test(words)) return time;
  const day = new Date(Date.parse(start) - 7 * 86_400_000).toISOString().slice(0, 10) as typeof start;
  return { ...time, period: { start: day, end: day } };
}

/** "near the Syrian border" in a story of Iraq is in Iraq. */
function onThisSide(item: PlaceItem, told: Told, f: IncidentFinding, party: Party | null, c: Context): Told {
  const [place] = told.places;
  const beside =
    told.places.length === 1 &&
    /^(?:near|along|at|on)$/.test(item.prep ?? '') &&
    /\b(?:border|frontier)s?$/i.test(place?.name ?? '');
  if (!beside || place?.country == null) return told;
  // A state's own troops near a neighbour's border are at home.
  if (party !== null && isState(party) && isNeighbour(party, place.country))
    return { ...told, places: [{ ...place, country: party }] };
  const story = latest(
    c.discourse.places,
    c.view.index,
    f.evidence.from,
    3,
    (w) => w.firm && w.place.country !== null && w.place.country !== place.country,
  );
  const here = story?.place.country;
  return here && isNeighbour(here, place.country) ? { ...told, places: [{ ...place, country: here }] } : told;
}

function incidentOf(found: IncidentFinding, rule: string, c: Context): ExtractedClaim[] {
  const f: IncidentFinding = { ...found, places: found.places.map(ashore) };
  const whose = f.attacker.map((n) => whoseIs(n, c.view, c.discourse)).find((w) => w !== null) ?? null;
  const party = f.party ?? whose?.party ?? null;
  const told = joined(
    f.places.map((p) => onThisSide(p, placesOfItem(p, null, c.view, c.discourse, c.atlas), f, party, c)),
  );
  const last = f.nearby && told.places.length === 0 ? lastFirm(c, f.evidence.from, 2, party) : null;
  const where = last ? { places: [last.place], span: last.span } : told;
  if (party === null && where.places.length === 0) return [];
  const parts = partsOf(f, f.places);
  const time = pastDay(dated(f, 'completed', c), c);
  const day = time === null && f.day ? { time: f.day } : {};
  const fields = { party, place: oneOrMore(where.places), killed: f.killed, wounded: f.wounded };
  return [
    made(
      { kind: 'incident', ...fields, ...common(f, time, parts, c), ...day },
      f,
      rule,
      c,
      time,
      { party: whose?.span ?? null, place: where.span },
      parts,
    ),
  ];
}
