// The claims known on a day, as the views read them: held as a list, or ready in memory in a form of its own.
import { byDayKnown, type ClaimPlace } from '../ledger/fold.ts';
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Atlas } from '../model/atlas.ts';
import type { ClaimKind } from '../model/claim.ts';
import type { Party } from '../model/party.ts';
import { entry } from './entry.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import type { PostureQuestion, Reconciled } from './posture.ts';
import { reconcileEvidence } from './reconciler.ts';
import type { Spelling } from './wording.ts';

export interface Knowledge {
  /** All of them, or those of one kind, or those behind a place; sorted by the day known, then by id. Made one by one, as they are looked at. */
  claims(kind?: ClaimKind, after?: ClaimPlace | null): Iterable<KnownClaim>;
  /** Null where it is not known, or rejected. */
  claim(id: string): KnownClaim | null;
  /** Of everything, or all that bears on one party. */
  evidence(only: Party | null): Evidence;
  reconciled(question: PostureQuestion): Reconciled;
  /** The same, with whys and conflicts that write names for codes: for readers. */
  inNames(): Knowledge;
}

/** What a view is given: the claims as the fold gives them, or what stands for them. */
export type Known = readonly KnownClaim[] | Knowledge;

export function claimsOf(known: Known, kind?: ClaimKind, after: ClaimPlace | null = null): Iterable<KnownClaim> {
  if ('evidence' in known) return known.claims(kind, after);
  if (kind === undefined && after === null) return known;
  return known.filter(
    (one) => (kind === undefined || one.claim.kind === kind) && (after === null || byDayKnown(one, after) > 0),
  );
}

export function knowledgeOf(known: Known, atlas: Atlas): Knowledge {
  if ('evidence' in known) return known;
  let byId: Map<string, KnownClaim> | null = null;
  const gathered = new Map<Party | null, Evidence>();
  const evidence = (only: Party | null): Evidence => entry(gathered, only, () => gatherEvidence(known, atlas, only));
  const spelt = (spelling: Spelling): Knowledge => ({
    claims: (kind, after) => claimsOf(known, kind, after),
    claim: (id) => {
      byId ??= new Map(known.map((one) => [one.id, one]));
      return byId.get(id) ?? null;
    },
    evidence,
    reconciled: (question) => reconcileEvidence(evidence(question.party ?? null), question, spelling),
    inNames: () => spelt('names'),
  });
  return spelt('codes');
}

/** Rows and conflicts as of a day, from what `known` holds; the order of `known` does not matter. */
export const reconcile = (known: Known, atlas: Atlas, question: PostureQuestion): Reconciled =>
  knowledgeOf(known, atlas).reconciled(question);
