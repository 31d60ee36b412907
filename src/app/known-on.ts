// The claims known on a day, from the store: where every question begins.
import { knownClaims } from '../ledger/fold.ts';
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Day } from '../model/day.ts';
import type { Party } from '../model/party.ts';
import type { Place } from '../model/place.ts';
import { type Knowledge, type Known, knowledgeOf } from '../reconcile/knowledge.ts';
import type { Spelling } from '../reconcile/wording.ts';
import { dayIn, partyNamed, placeNamed } from './names-and-days.ts';
import type { Services } from './services.ts';

/** What the questions need: no reader, nothing to write with. */
export type Asking = Pick<Services, 'store' | 'clock' | 'atlas'> & { readonly warm?: WarmLedger };

/** A ledger held in memory (warm-ledger.ts): answers are those of the fold, without reading all of it for each. */
export interface WarmLedger {
  /** What is known on a day, as judged by a day (default: the same), up to the last transaction of the ledger. */
  on(known: Day, judged?: Day): Promise<Knowledge>;
  /** The ledger transaction that answers stand on. */
  transaction(): number;
  /** Names what answers follow from: changes with the transaction, and when words are hidden that were erased after it. */
  standing(): string;
  /** Resolves when what is in the ledger now is in memory, or after a second, or at once where all is read anew. Throws where the store is away. */
  fresh(): Promise<void>;
  /** Resolves when what is in the ledger now is in memory, however long that takes. */
  refreshed(): Promise<void>;
}

/** Folded from the store, or from the ledger in memory where there is one. `judged` as asked: throws `usage` where it is no day. */
export async function knownOn(
  { store, warm }: Pick<Asking, 'store' | 'warm'>,
  known: Day,
  judged?: string,
): Promise<Known> {
  const day = judged === undefined ? known : dayIn(judged, 'judged');
  return warm === undefined ? foldedOn(store, known, day) : warm.on(known, day);
}

/** Whys and conflicts with names in them for readers, with codes for programs. */
export const spelt = (known: Known, atlas: Atlas, spelling: Spelling): Known =>
  spelling === 'names' ? knowledgeOf(known, atlas).inNames() : known;

export const foldedOn = async (
  store: Services['store'],
  known: Day,
  judged: Day = known,
): Promise<readonly KnownClaim[]> => knownClaims(await store.facts({ known, judged }), known, judged);

/** Names as asked -> the filter of a view; null where not asked. Throws `not-found` with near names. */
export const whereAndWho = (
  { atlas }: Pick<Services, 'atlas'>,
  { party, place }: { readonly party?: string; readonly place?: string },
): { readonly party: Party | null; readonly place: Place | null } => ({
  party: party === undefined ? null : partyNamed(atlas, party),
  place: place === undefined ? null : placeNamed(atlas, place),
});
