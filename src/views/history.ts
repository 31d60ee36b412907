// How the rows of one force at one place came to be: a step for each day on which a row changed, over valid days or over days of knowing.
import { knownClaims, verdictsInForce } from '../ledger/fold.ts';
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Atlas } from '../model/atlas.ts';
import { sameBounds } from '../model/bounds.ts';
import { addDays, type Day } from '../model/day.ts';
import type { JudgementFact, LedgerFacts } from '../model/event.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Party } from '../model/party.ts';
import type { Place } from '../model/place.ts';
import { bearingOn, gatherEvidence } from '../reconcile/evidence.ts';
import { UNDATED_PLAN_DAYS } from '../reconcile/movements.ts';
import { namesOf } from '../reconcile/names.ts';
import { publishedOf } from '../reconcile/observations.ts';
import type { PostureRow } from '../reconcile/posture.ts';
import { reconcileEvidence } from '../reconcile/reconciler.ts';
import type { Spelling } from '../reconcile/wording.ts';
import { type RowState, rowKey, stateOf } from './changes.ts';

export interface HistoryStep {
  /** From this day, as far as and with `until`; null: to the end of what was asked. */
  readonly since: Day;
  readonly until: Day | null;
  /** Null: not reported, which is not zero. */
  readonly state: RowState | null;
  readonly observed: Day | null;
  readonly why: string;
  /** The claims it stands on, those that came in with this step, and those that it no longer stands on. */
  readonly claims: readonly string[];
  readonly added: readonly string[];
  readonly dropped: readonly string[];
  readonly conflicts: readonly string[];
  /** In force on the claims of this step and on those that it dropped. */
  readonly judgements: readonly Judgement[];
}

/** One row of a posture, told apart by mission, unit and thing counted. */
export interface RowHistory {
  readonly party: Party;
  readonly place: Place;
  readonly mission: string | null;
  readonly unit: string | null;
  readonly of: PostureRow['of'];
  readonly steps: readonly HistoryStep[];
}

export interface HistoryQuestion {
  readonly party: Party;
  readonly place: Place;
  /** First and last day, inclusive; `since` null: from the first day that is told of. */
  readonly since: Day | null;
  readonly until: Day;
  /** Default: codes. */
  readonly spelling?: Spelling;
}

/** What held, day by day, as known on `known`. Judgements count that were made up to `judged`. */
export function historyOverValid(
  facts: LedgerFacts,
  atlas: Atlas,
  known: Day,
  judged: Day,
  question: HistoryQuestion,
): RowHistory[] {
  const claims = knownClaims(facts, known, judged);
  const evidence = gatherEvidence(claims, atlas, question.party);
  const bearing = bearingOn(claims, namesOf(atlas), question.party);
  const verdicts = verdictsInForce(facts.judgements, judged);
  const recorder = new Recorder(atlas, question);
  for (const day of within(question, bearing.flatMap(turningDays))) {
    const { rows } = reconcileEvidence(
      evidence,
      { at: day, party: question.party, place: question.place },
      question.spelling,
    );
    recorder.take(day, rows, verdicts);
  }
  return recorder.histories();
}

/** What was thought of the day `at` on each day of knowing. */
export function historyOverKnown(facts: LedgerFacts, atlas: Atlas, at: Day, question: HistoryQuestion): RowHistory[] {
  const all = knownClaims(facts, question.until);
  const judged = new Set(facts.judgements.map((j) => j.claim));
  const bearing = new Set(bearingOn(all, namesOf(atlas), question.party).map((one) => one.report.id));
  const reports = facts.claims.filter((c) => judged.has(c.id) || bearing.has(c.report)).map((c) => c.report);
  const near = narrowed(facts, new Set(reports));
  const days = [
    ...all.filter((one) => bearing.has(one.report.id)).map((one) => one.known),
    ...near.judgements.map((j) => j.on),
    ...near.entities.map((e) => e.on),
  ];
  const recorder = new Recorder(atlas, question);
  for (const day of within(question, days)) {
    const evidence = gatherEvidence(knownClaims(near, day), atlas, question.party);
    const { rows } = reconcileEvidence(
      evidence,
      { at, party: question.party, place: question.place },
      question.spelling,
    );
    recorder.take(day, rows, verdictsInForce(near.judgements, day));
  }
  return recorder.histories();
}

/** Days on which what a claim says begins, ends, is heard of or lapses. */
function turningDays(one: KnownClaim): Day[] {
  const days = [publishedOf(one), one.known];
  const { time } = one.claim;
  if (time?.start != null) days.push(time.start, addDays(time.start, 1));
  if (time?.end != null) days.push(time.end, addDays(time.end, 1));
  if (one.claim.kind === 'movement') days.push(addDays(publishedOf(one), UNDATED_PLAN_DAYS + 1));
  return days;
}

function within({ since, until }: HistoryQuestion, days: readonly Day[]): Day[] {
  const inside = days.filter((day) => day <= until && (since === null || day > since));
  return [...new Set(since === null ? inside : [since, ...inside])].sort();
}

function narrowed(facts: LedgerFacts, reports: ReadonlySet<string>): LedgerFacts {
  const claims = facts.claims.filter((c) => reports.has(c.report));
  const ids = new Set(claims.map((c) => c.id));
  return {
    ...facts,
    claims,
    reports: facts.reports.filter((r) => reports.has(r.id)),
    readings: facts.readings.filter((r) => reports.has(r.report)),
    judgements: facts.judgements.filter((j) => ids.has(j.claim)),
  };
}

type Draft = { -readonly [K in keyof HistoryStep]: HistoryStep[K] };

/** Takes the rows of one day after another and keeps the days on which one of them changed. */
class Recorder {
  readonly #isAsked: (row: PostureRow) => boolean;
  readonly #rows = new Map<string, { readonly row: PostureRow; readonly steps: Draft[] }>();

  constructor(atlas: Atlas, { party, place }: HistoryQuestion) {
    const names = namesOf(atlas);
    const asked = names.where([place])?.key;
    this.#isAsked = (row) => row.party === names.party(party) && names.where([row.place])?.key === asked;
  }

  take(day: Day, rows: readonly PostureRow[], verdicts: ReadonlyMap<string, JudgementFact>): void {
    const asked = new Map(rows.filter(this.#isAsked).map((row) => [rowKey(row), row]));
    for (const [key, row] of asked) if (!this.#rows.has(key)) this.#rows.set(key, { row, steps: [] });
    for (const [key, { steps }] of this.#rows) {
      const last = steps.at(-1) ?? null;
      const row = asked.get(key) ?? null;
      if (last === null ? row === null : isSame(last, row)) continue;
      if (last !== null) last.until = addDays(day, -1);
      steps.push(stepOf(day, row, last, verdicts));
    }
  }

  histories(): RowHistory[] {
    return [...this.#rows.entries()]
      .sort(([a, { row: x }], [b, { row: y }]) => narrowness(x) - narrowness(y) || (a < b ? -1 : 1))
      .map(([, { row, steps }]) => {
        const { party, place, mission, unit, of } = row;
        return { party, place, mission, unit, of, steps };
      });
  }
}

/** All of a force before a mission or unit of it. */
const narrowness = ({ mission, unit }: PostureRow): number => Number(mission !== null) + 2 * Number(unit !== null);

function isSame(step: HistoryStep, row: PostureRow | null): boolean {
  if (step.state === null || row === null) return step.state === null && row === null;
  const [a, b] = [step.state.expected ?? step.state, row.expected ?? row];
  return (
    sameBounds(step.state, row) &&
    sameBounds(a, b) &&
    sameIds(step.claims, row.claims) &&
    sameIds(step.conflicts, row.conflicts)
  );
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);

function stepOf(
  day: Day,
  row: PostureRow | null,
  last: HistoryStep | null,
  verdicts: ReadonlyMap<string, JudgementFact>,
): Draft {
  const claims = row?.claims ?? [];
  const [old, now] = [new Set(last?.claims), new Set(claims)];
  const dropped = [...old].filter((id) => !now.has(id));
  return {
    since: day,
    until: null,
    state: stateOf(row),
    observed: row?.observed ?? null,
    why: row?.why ?? 'nothing is reported any more',
    claims,
    added: claims.filter((id) => !old.has(id)),
    dropped,
    conflicts: row?.conflicts ?? [],
    judgements: [...claims, ...dropped].flatMap((id) => {
      const judgement = verdicts.get(id);
      if (judgement === undefined) return [];
      const { transaction: _transaction, ordinal: _ordinal, ...stated } = judgement;
      return [stated];
    }),
  };
}
