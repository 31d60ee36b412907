// How the bounds of one force at one place came about: its rows with their trees, and the claims that they rest on.
import type { KnownClaim } from '../ledger/known-claim.ts';
import { viewPosture } from '../views/posture-view.ts';
import type { PostureAnswer } from './ask-posture.ts';
import { knownOn } from './known-on.ts';
import { daysOf, partyNamed, placeNamed } from './names-and-days.ts';
import type { WhyQuestion } from './questions.ts';
import type { Services } from './services.ts';

export interface WhyAnswer extends PostureAnswer {
  /** Every claim that a row or a conflict of it names, by id. */
  readonly cited: ReadonlyMap<string, KnownClaim>;
}

/** The rows of exactly that place where there are any, else those of places in it. Throws like askPosture. */
export async function askWhy(
  { store, clock, atlas }: Pick<Services, 'store' | 'clock' | 'atlas'>,
  question: WhyQuestion,
): Promise<WhyAnswer> {
  const { at, known } = daysOf(question, clock);
  const place = placeNamed(atlas, question.place);
  const party = partyNamed(atlas, question.party);
  const claims = await knownOn(store, known);
  const view = viewPosture(claims, atlas, at, { party, place, mission: question.mission ?? null });
  const wanted = atlas.plainPlace(place);
  const isIt = (p: { country: string | null; name: string | null }) => {
    const one = atlas.plainPlace(p);
    return one.country === wanted.country && one.name === wanted.name;
  };
  const own = view.rows.filter((row) => isIt(row.place));
  const rows = own.length > 0 ? own : view.rows;
  const named = new Set(rows.flatMap((row) => row.conflicts));
  const conflicts = view.conflicts.filter((c) => named.has(c.id));
  const ids = new Set([...rows.flatMap((row) => row.claims), ...conflicts.flatMap((c) => c.claims)]);
  return { at, known, rows, conflicts, cited: new Map(claims.filter((c) => ids.has(c.id)).map((c) => [c.id, c])) };
}
