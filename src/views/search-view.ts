// Claims by words, force, place and number: what a reader remembers of a report.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Atlas } from '../model/atlas.ts';
import { type Bounds, isEmpty, meet } from '../model/bounds.ts';
import { fold } from '../model/plain-name.ts';
import { boundsOf } from '../model/quantity.ts';
import type { Known } from '../reconcile/knowledge.ts';
import { type ClaimsFilter, eachClaim } from './claims-view.ts';

export interface SearchFilter extends Pick<ClaimsFilter, 'party' | 'place' | 'kind'> {
  /** All of them stand in the quotation, the title, or the names of speaker, unit, mission and publisher; case and accents do not count. */
  readonly words?: string | null;
  /** Claims whose quantity may lie in here. */
  readonly between?: Bounds | null;
}

/** One by one, in the order in which they became known. */
export function* eachFound(
  known: Known,
  atlas: Atlas,
  { words, between, ...filter }: SearchFilter,
): Generator<KnownClaim, void, undefined> {
  const wanted = words == null ? [] : fold(words).split(' ').filter(Boolean);
  for (const one of eachClaim(known, atlas, filter)) {
    if (between != null && !mayLieIn(one, between)) continue;
    if (wanted.length === 0 || holdsAll(wordsOf(one), wanted)) yield one;
  }
}

function mayLieIn({ claim }: KnownClaim, between: Bounds): boolean {
  if (claim.kind !== 'presence' && claim.kind !== 'movement') return false;
  return claim.quantity !== null && !isEmpty(meet(boundsOf(claim.quantity), between));
}

const wordsOf = ({ claim, report }: KnownClaim): string => {
  const named = claim as {
    readonly unit?: string | null;
    readonly mission?: string | null;
    readonly body?: string | null;
  };
  const parts = [claim.evidence, report.title, report.publisher, claim.said_by, named.unit, named.mission, named.body];
  return ` ${fold(parts.filter(Boolean).join(' '))}`;
};

/** By the beginning of a word: "deploy" finds "deployed". */
const holdsAll = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(` ${word}`));
