// A finding -> claims, by kind.
import type { ExtractedClaim } from '../../model/claim.ts';
import type { Finding, IncidentFinding, StatusFinding } from '../finding.ts';
import { common, dated, evidenceOf, joined, lastFirm, made, oneOrMore, partsOf } from './claim-parts.ts';
import type { Context } from './context.ts';
import { missionParty, missionPlaces } from './mission.ts';
import { movements } from './movement.ts';
import { statusMission } from './named.ts';
import { whoseIs } from './party.ts';
import { isTemporary } from './phase.ts';
import { placesOfItem } from './place.ts';
import { presences } from './presence.ts';

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

function statusOf(f: StatusFinding, rule: string, c: Context): ExtractedClaim[] {
  const whose = missionParty(f, c.view, c.discourse);
  const where = missionPlaces(f, whose, rule, c.view, c.discourse, c.atlas);
  const named = statusMission(f, c.view, c.discourse);
  const mission = named?.name ?? f.name;
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
      { party: whose.span, place: where.span, mission: named?.span ?? null },
      parts,
    ),
  ];
}

function incidentOf(f: IncidentFinding, rule: string, c: Context): ExtractedClaim[] {
  const whose = f.attacker.map((n) => whoseIs(n, c.view, c.discourse)).find((w) => w !== null) ?? null;
  const party = f.party ?? whose?.party ?? null;
  const told = joined(f.places.map((p) => placesOfItem(p, null, c.view, c.discourse, c.atlas)));
  const last = f.nearby && told.places.length === 0 ? lastFirm(c, f.evidence.from, 2, party) : null;
  const where = last ? { places: [last.place], span: last.span } : told;
  if (party === null && where.places.length === 0) return [];
  const parts = partsOf(f, f.places);
  const time = dated(f, 'completed', c);
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
