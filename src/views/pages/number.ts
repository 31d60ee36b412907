// The page of one number: its bounds, the steps that made them, every claim behind it with its quotation, and what does not fit.
import type { Day } from '../../model/day.ts';
import type { Party } from '../../model/party.ts';
import type { Place } from '../../model/place.ts';
import type { Knowledge } from '../../reconcile/knowledge.ts';
import type { Why } from '../../reconcile/why.ts';
import type { PostureView } from '../posture-view.ts';
import { type ClaimView, viewClaimsOf } from './claims.ts';
import { type ConflictView, viewConflict } from './conflicts.ts';
import { type RowSource, type RowSubject, type RowView, subjectOf, viewRows } from './rows.ts';

export interface NumberPage extends RowSubject {
  readonly page: 'number';
  readonly at: Day;
  readonly known: Day;
  readonly mission: string | null;
  readonly unit: string | null;
  /** Null: nothing is reported of it on that day. */
  readonly row: RowView | null;
  /** The steps as one line; null where there is no row. */
  readonly why: string | null;
  /** How each end came about; null where there is no row. */
  readonly steps: { readonly min: Why; readonly max: Why; readonly expected: Why | null } | null;
  readonly claims: readonly ClaimView[];
  readonly conflicts: readonly ConflictView[];
  /** The same party's other rows here: sites, missions, units. */
  readonly others: readonly RowView[];
}

export interface NumberQuestion {
  readonly known: Day;
  readonly party: Party;
  readonly place: Place;
  readonly mission: string | null;
  readonly unit: string | null;
}

/** `view` is the posture of the party at the place, all missions and units. */
export function viewNumber(
  view: PostureView,
  known: Knowledge,
  question: NumberQuestion,
  source: RowSource,
): NumberPage {
  const { party, place, mission, unit } = question;
  const { atlas } = source;
  const name = place.name === (place.country === null ? null : atlas.displayName(place.country)) ? null : place.name;
  const isAsked = (row: PostureView['rows'][number]): boolean =>
    row.place.name === name && row.mission === mission && row.unit === unit;
  const found = view.rows.find((row) => isAsked(row) && row.of === 'personnel') ?? view.rows.find(isAsked) ?? null;
  const rows = viewRows(view.rows, source);
  const index = found === null ? -1 : view.rows.indexOf(found);
  return {
    page: 'number',
    at: view.at,
    known: question.known,
    ...subjectOf(party, { ...place, name }, atlas),
    mission,
    unit,
    row: rows[index] ?? null,
    why: found?.why ?? null,
    steps: found === null ? null : found.tree,
    claims: found === null ? [] : viewClaimsOf(inOrder(found.claims, known), known, atlas),
    conflicts: view.conflicts
      .filter((c) => found === null || found.conflicts.includes(c.id))
      .map((c) => viewConflict(c, known, atlas)),
    others: rows.filter((_, at) => at !== index),
  };
}

/** The latest known first. */
const inOrder = (ids: readonly string[], known: Knowledge): string[] =>
  [...ids].sort((a, b) => {
    const [x, y] = [known.claim(a)?.known ?? '', known.claim(b)?.known ?? ''];
    return x === y ? (a < b ? -1 : 1) : x > y ? -1 : 1;
  });
