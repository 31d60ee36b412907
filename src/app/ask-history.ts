// How the rows of one force at one place came to be: over the days on which it held, and over the days on which it was known.
import type { Day } from '../model/day.ts';
import { LaydownError } from '../model/errors.ts';
import type { Party } from '../model/party.ts';
import type { Place } from '../model/place.ts';
import { bearingOn } from '../reconcile/evidence.ts';
import { claimsOf } from '../reconcile/knowledge.ts';
import { namesOf } from '../reconcile/names.ts';
import type { Spelling } from '../reconcile/wording.ts';
import { historyOverKnown, historyOverValid, type RowHistory } from '../views/history.ts';
import type { Asking } from './known-on.ts';
import { dayIn, daysOf, partyNamed, placeNamed } from './names-and-days.ts';
import type { HistoryQuestion } from './questions.ts';

export interface HistoryAnswer {
  readonly party: Party;
  readonly place: Place;
  readonly at: Day;
  readonly known: Day;
  /** Day by day, as known on `known`. */
  readonly valid: readonly RowHistory[];
  /** What was thought of `at`, by the day on which it became known. */
  readonly learnt: readonly RowHistory[];
}

/** Throws LaydownError `not-found` for a name that is not known, `usage` for a day that is none. */
export async function askHistory(services: Asking, question: HistoryQuestion): Promise<HistoryAnswer> {
  const party = partyNamed(services.atlas, question.party);
  return historyAt(services, { ...question, party, place: placeNamed(services.atlas, question.place) });
}

/** The same of a party and a place that are found already. Throws `usage` for a day that is none. */
export async function historyAt(
  services: Asking,
  question: Omit<HistoryQuestion, 'party' | 'place'> & { readonly party: Party; readonly place: Place },
  spelling: Spelling = 'codes',
): Promise<HistoryAnswer> {
  const { store, clock, atlas } = services;
  const { party, place } = question;
  const { at, known } = daysOf(question, clock);
  const judged = question.judged === undefined ? known : dayIn(question.judged, 'judged');
  const since = question.since === undefined ? null : dayIn(question.since, 'since');
  if (since !== null && since > known)
    throw new LaydownError('usage', `since ${since} lies after the known day ${known}`);
  const facts = await store.facts({ known, judged, ...(await reportsNear(services, party, known, judged)) });
  const asked = { party, place, since, until: at > known ? at : known, spelling };
  const mine = (rows: readonly RowHistory[]): readonly RowHistory[] =>
    question.mission === undefined ? rows : rows.filter((row) => isMission(row.mission, question.mission!, atlas));
  return {
    party,
    place,
    at,
    known,
    valid: mine(historyOverValid(facts, atlas, known, judged, asked)),
    learnt: mine(historyOverKnown(facts, atlas, at, { ...asked, until: known })),
  };
}

/**
 * The reports whose claims can bear on a party, where the ledger is in memory: then the others need not be read. Reports with judgements are among them,
 * for a judgement may have made a claim one of this party, or of another.
 */
async function reportsNear(
  { store, warm, atlas }: Asking,
  party: Party,
  known: Day,
  judged: Day,
): Promise<{ readonly reports?: readonly string[] }> {
  if (warm === undefined) return {};
  const claims = [...claimsOf(await warm.on(known, judged))];
  const bearing = bearingOn(claims, namesOf(atlas), party).map((one) => one.report.id);
  return { reports: [...new Set([...bearing, ...(await store.judgedReports())])] };
}

const isMission = (shown: string | null, asked: string, atlas: Asking['atlas']): boolean =>
  shown !== null &&
  (shown === asked || (atlas.mission(shown)?.name ?? shown) === (atlas.mission(asked)?.name ?? asked));
