// A claim as pages show it: a sentence of what is asserted, its fields as a list, its quotation, and where it stands.
import type { KnownClaim } from '../../ledger/known-claim.ts';
import type { Atlas } from '../../model/atlas.ts';
import { type Claim, type ClaimKind, placesOf } from '../../model/claim.ts';
import type { Day } from '../../model/day.ts';
import type { Period } from '../../model/period.ts';
import type { Place } from '../../model/place.ts';
import type { Knowledge } from '../../reconcile/knowledge.ts';
import {
  ACTION_WORDS,
  dayText,
  figure,
  MOVE_WORDS,
  PHASE_WORDS,
  placeText,
  quantityText,
  STATUS_WORDS,
} from './words.ts';

export interface ReportRef {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: Day | null;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

export interface ClaimView {
  readonly id: string;
  readonly kind: ClaimKind;
  /** "Germany: 30 from Iraq to Jordan and Kuwait, relocation, planned" */
  readonly sentence: string;
  readonly evidence: string;
  readonly saidBy: string | null;
  readonly fields: readonly Field[];
  readonly report: ReportRef;
  readonly known: Day;
  readonly verdict: KnownClaim['verdict'];
  readonly grounded: boolean;
  readonly maker: string;
}

export function viewClaim(known: KnownClaim, atlas: Pick<Atlas, 'displayName'>): ClaimView {
  const { id, claim, report, verdict, grounded, maker } = known;
  const { id: reportId, title, publisher, published } = report;
  return {
    id,
    kind: claim.kind,
    sentence: claimSentence(claim, atlas),
    evidence: claim.evidence,
    saidBy: claim.said_by,
    fields: claimFields(claim, atlas),
    report: { id: reportId, title, publisher, published },
    known: known.known,
    verdict,
    grounded,
    maker,
  };
}

/** Claims by id: those asked for and known, in the order asked. */
export function viewClaimsOf(
  ids: readonly string[],
  known: Pick<Knowledge, 'claim'>,
  atlas: Pick<Atlas, 'displayName'>,
): ClaimView[] {
  return ids.flatMap((id) => {
    const one = known.claim(id);
    return one === null ? [] : [viewClaim(one, atlas)];
  });
}

export function claimSentence(claim: Claim, atlas: Pick<Atlas, 'displayName'>): string {
  const nameOf = (code: string): string => atlas.displayName(code);
  const whose = claim.kind === 'decision' ? (claim.body ?? 'A body not named') : partyText(claim.party, nameOf);
  return `${whose}: ${assertion(claim, nameOf)}`;
}

const partyText = (party: string | null, nameOf: (code: string) => string): string =>
  party === null ? 'A party not named' : nameOf(party);

function assertion(claim: Claim, nameOf: (code: string) => string): string {
  const list = (places: readonly Place[]): string => places.map((place) => placeText(place, nameOf)).join(' and ');
  switch (claim.kind) {
    case 'presence': {
      const where = placesOf(claim.place);
      return [quantityOr(claim.quantity, 'present'), ...named(claim), where.length > 0 && `in ${list(where)}`]
        .filter(Boolean)
        .join(', ')
        .replace(/^([^,]+), in /, '$1 in ');
    }
    case 'movement': {
      const route = [
        quantityOr(claim.quantity, 'forces'),
        claim.from.length > 0 && `from ${list(claim.from)}`,
        claim.to.length > 0 && `to ${list(claim.to)}`,
      ];
      return [route.filter(Boolean).join(' '), ...named(claim), MOVE_WORDS[claim.move], PHASE_WORDS[claim.phase]]
        .filter(Boolean)
        .join(', ');
    }
    case 'status': {
      const where = placesOf(claim.place);
      return [
        claim.mission ?? 'operations',
        STATUS_WORDS[claim.status],
        claim.temporary && 'for the time being',
        where.length > 0 && `in ${list(where)}`,
      ]
        .filter(Boolean)
        .join(' ');
    }
    case 'decision':
      return `${ACTION_WORDS[claim.action]}${claim.final === false ? ', not final' : ''}`;
    case 'incident': {
      const where = placesOf(claim.place);
      return [
        `incident${where.length > 0 ? ` in ${list(where)}` : ''}`,
        claim.killed !== null && `${figure(claim.killed)} killed`,
        claim.wounded !== null && `${figure(claim.wounded)} wounded`,
      ]
        .filter(Boolean)
        .join(', ');
    }
  }
}

const quantityOr = (quantity: Parameters<typeof quantityText>[0], none: string): string =>
  quantity === null ? none : quantityText(quantity);
const named = (claim: { readonly unit: string | null; readonly mission: string | null }) => [claim.unit, claim.mission];

/** The fields that the claim settles, in the order in which its contract lists them; `name` is the field's own name. */
export function claimFields(claim: Claim, atlas: Pick<Atlas, 'displayName'>): Field[] {
  const nameOf = (code: string): string => atlas.displayName(code);
  const fields: Field[] = [];
  const add = (name: string, label: string, value: string | null | false): void => {
    if (value !== null && value !== false && value !== '') fields.push({ name, label, value });
  };
  const list = (places: readonly Place[]): string => places.map((place) => placeText(place, nameOf)).join(' and ');
  if (claim.kind === 'decision') {
    add('body', 'Body', claim.body);
    add('action', 'Decided', ACTION_WORDS[claim.action]);
    add('vote', 'Vote', claim.vote === null ? null : voteText(claim.vote));
    add('final', 'Final', claim.final === null ? null : claim.final ? 'yes' : 'no');
    add('pending', 'Still needs', claim.pending);
  } else add('party', 'Party', claim.party === null ? null : nameOf(claim.party));
  if (claim.kind === 'presence' || claim.kind === 'movement') {
    add('quantity', 'How many', claim.quantity === null ? null : quantityText(claim.quantity));
    add('unit', 'Unit', claim.unit);
  }
  if (claim.kind === 'presence' || claim.kind === 'movement' || claim.kind === 'status')
    add('mission', 'Mission', claim.mission);
  if (claim.kind === 'movement') {
    add('from', 'From', list(claim.from));
    add('to', 'To', list(claim.to));
    add('move', 'Movement', MOVE_WORDS[claim.move]);
    add('phase', 'Phase', PHASE_WORDS[claim.phase]);
  }
  if (claim.kind === 'presence' || claim.kind === 'status' || claim.kind === 'incident')
    add('place', 'Where', list(placesOf(claim.place)));
  if (claim.kind === 'status') add('status', 'Status', STATUS_WORDS[claim.status]);
  if (claim.kind === 'movement' || claim.kind === 'status')
    add('temporary', 'Temporary', claim.temporary && 'for the time being');
  if (claim.kind === 'incident') {
    add('killed', 'Killed', claim.killed === null ? null : figure(claim.killed));
    add('wounded', 'Wounded', claim.wounded === null ? null : figure(claim.wounded));
  }
  add('time', 'When', claim.time === null ? null : periodText(claim.time));
  add('said_by', 'Said by', claim.said_by);
  return fields;
}

export function periodText({ start, end }: Period): string {
  if (start !== null && start === end) return dayText(start);
  if (start === null) return `until ${dayText(end!)}`;
  return end === null ? `since ${dayText(start)}` : `${dayText(start)} to ${dayText(end)}`;
}

function voteText(vote: NonNullable<Extract<Claim, { kind: 'decision' }>['vote']>): string {
  const sides = `${vote.for ?? '?'} for, ${vote.against ?? '?'} against`;
  const abstained = vote.abstain === null ? '' : `, ${vote.abstain} abstained`;
  return `${sides}${abstained}${vote.members === null ? '' : `, of ${vote.members} members`}`;
}
