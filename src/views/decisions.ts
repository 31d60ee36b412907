// What bodies with a say have decided, and what a decision still needs. A decision moves nobody: it stands beside the numbers.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Action, Vote } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import { fold } from '../model/plain-name.ts';
import { claimsOf, type Known } from '../reconcile/knowledge.ts';
import { sameWords } from '../reconcile/names.ts';

export interface DecisionView {
  readonly body: string | null;
  readonly action: Action;
  /** The day it was taken: as the text dates it, else the day it was first published. */
  readonly day: Day;
  readonly vote: Vote | null;
  /** False: something is still needed, `pending` says what; true: done; null: no text tells. */
  readonly final: boolean | null;
  readonly pending: string | null;
  readonly evidence: string;
  /** Claims that tell of it, the first published first. */
  readonly claims: readonly string[];
  readonly published: Day;
  readonly said_by: string | null;
  readonly publisher: string | null;
}

/** Decisions taken on or before `at`, newest first; one told in several reports is one, as final as the latest report says. */
export function viewDecisions(known: Known, at: Day, filter: { readonly body?: string | null } = {}): DecisionView[] {
  const views: { view: DecisionView; body: string }[] = [];
  const ordered = [...claimsOf(known, 'decision')].sort(
    (a, b) => compare(publishedOf(a), publishedOf(b)) || compare(a.id, b.id),
  );
  for (const one of ordered) {
    const { claim } = one;
    if (claim.kind !== 'decision') continue;
    const published = publishedOf(one);
    const day = claim.time?.start ?? claim.time?.end ?? published;
    if (day > at) continue;
    const body = fold(claim.body ?? '');
    if (filter.body != null && !sameWords(body, fold(filter.body))) continue;
    const told = views.find(
      (v) =>
        v.view.action === claim.action && v.body === body && body !== '' && isSame(v.view, day, claim.time !== null),
    );
    const fresh: DecisionView = {
      body: claim.body,
      action: claim.action,
      day,
      vote: claim.vote,
      final: claim.final,
      pending: claim.pending,
      evidence: claim.evidence,
      claims: [one.id],
      published,
      said_by: claim.said_by,
      publisher: one.report.publisher,
    };
    if (!told) {
      views.push({ view: fresh, body });
      continue;
    }
    const { view } = told;
    told.view = {
      ...view,
      vote: view.vote ?? fresh.vote,
      final: fresh.final ?? view.final,
      pending: fresh.final === true ? null : (fresh.pending ?? view.pending),
      claims: [...view.claims, one.id],
    };
  }
  return views.map((v) => v.view).sort((a, b) => compare(b.day, a.day) || compare(a.claims[0]!, b.claims[0]!));
}

const publishedOf = (one: KnownClaim): Day => one.report.published ?? one.known;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same body's same action: of the very day, or told without a day within a fortnight after it. */
const isSame = (view: DecisionView, day: Day, dated: boolean): boolean =>
  dated ? view.day === day : day >= view.day && Date.parse(day) - Date.parse(view.day) <= 14 * 86_400_000;
