// The page of a row's history: how it came to be over the days it held, and over the days it became known, each step with its claims.
import type { Atlas } from '../../model/atlas.ts';
import { shownBounds } from '../../model/bounds.ts';
import type { Day } from '../../model/day.ts';
import type { Party } from '../../model/party.ts';
import type { Place } from '../../model/place.ts';
import type { Knowledge } from '../../reconcile/knowledge.ts';
import type { HistoryStep, RowHistory } from '../history.ts';
import { type ClaimView, viewClaimsOf } from './claims.ts';
import type { JudgementView } from './report.ts';
import { type RowSubject, subjectOf } from './rows.ts';
import { countText } from './words.ts';

export interface HistoryPage extends RowSubject {
  readonly page: 'history';
  readonly at: Day;
  readonly known: Day;
  /** Only the rows of this mission; null: all of them. */
  readonly mission: string | null;
  /** Day by day, as known on `known`. */
  readonly valid: readonly RowTrack[];
  /** What was thought of the day `at`, by the day on which it became known. */
  readonly learnt: readonly RowTrack[];
}

/** The steps of one row, the latest first. */
export interface RowTrack {
  readonly mission: string | null;
  readonly unit: string | null;
  /** "Minusma, 2nd Company, aircraft"; "" is the whole force. */
  readonly name: string;
  readonly steps: readonly TrackStep[];
}

export interface TrackStep {
  readonly since: Day;
  /** Null: it still stands at the end of what was asked. */
  readonly until: Day | null;
  /** "120", "at least 7", "not reported" */
  readonly text: string;
  readonly expected: string | null;
  readonly why: string;
  /** Claims that came in with this step, and those that it no longer stands on; what was rejected since is named by neither. */
  readonly added: readonly ClaimView[];
  readonly dropped: readonly ClaimView[];
  readonly conflicts: number;
  readonly judgements: readonly JudgementView[];
}

export interface HistorySource {
  readonly party: Party;
  readonly place: Place;
  readonly mission: string | null;
  readonly at: Day;
  readonly known: Day;
  readonly valid: readonly RowHistory[];
  readonly learnt: readonly RowHistory[];
}

export function viewHistory(
  { party, place, mission, at, known, valid, learnt }: HistorySource,
  knowledge: Pick<Knowledge, 'claim'>,
  atlas: Pick<Atlas, 'displayName'>,
): HistoryPage {
  const claims = (ids: readonly string[]): ClaimView[] => viewClaimsOf(ids, knowledge, atlas);
  const track = ({ mission, unit, of, steps }: RowHistory): RowTrack => ({
    mission,
    unit,
    name: [mission, unit, of === 'personnel' ? null : of].filter((word) => word !== null).join(', '),
    steps: steps.map((step) => viewStep(step, claims)).reverse(),
  });
  return {
    page: 'history',
    at,
    known,
    ...subjectOf(party, place, atlas),
    mission,
    valid: valid.map(track),
    learnt: learnt.map(track),
  };
}

function viewStep(step: HistoryStep, claims: (ids: readonly string[]) => ClaimView[]): TrackStep {
  const { since, until, state, why, added, dropped, conflicts, judgements } = step;
  const isWithin = state?.within != null;
  return {
    since,
    until,
    text: state === null ? 'not reported' : countText(shownBounds(state, isWithin)),
    expected: state?.expected == null ? null : countText(shownBounds(state.expected, isWithin)),
    why,
    added: claims(added),
    dropped: claims(dropped),
    conflicts: conflicts.length,
    judgements: judgements.map(({ verdict, on, by, note }) => ({ verdict, on, by, note })),
  };
}
