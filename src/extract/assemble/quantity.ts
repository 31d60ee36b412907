// How many: stated, or worked out of a whole where the text gives both terms ("half of the 120", "the rest").

import type { ExtractedClaim, Span } from '../../model/claim.ts';
import type { Party } from '../../model/party.ts';
import type { Quantity } from '../../model/quantity.ts';
import type { MovementFinding, PresenceFinding } from '../finding.ts';
import type { ForceItem } from '../syntax/item.ts';
import type { SentenceView } from '../syntax/predicate.ts';
import { spanOf } from './discourse.ts';

/** Numbers told of one party's force, for "the rest": the whole, and what was taken from it. */
export interface Counts {
  readonly wholes: {
    readonly sentence: number;
    readonly party: Party;
    readonly n: number;
    readonly approx?: boolean;
  }[];
  readonly parts: { readonly sentence: number; readonly party: Party; readonly n: number }[];
  /** The last movement of all of a party's troops, told without a number: "announces plans to withdraw his country's troops". */
  uncounted: { readonly claim: ExtractedClaim; readonly sentence: number; readonly party: Party } | null;
  /** How many those were, where the sentence after tells it: "The 600 soldiers ...". */
  readonly told: Map<ExtractedClaim, { readonly quantity: Quantity; readonly span: Span }>;
}

const exact = (q: Quantity | null | undefined): number | null =>
  q && q.min !== null && q.min === q.max ? q.min : null;

export function quantityOf(
  force: ForceItem | null,
  party: Party | null,
  view: SentenceView,
  counts: Counts,
): Quantity | null {
  if (force === null) return null;
  const whole = force.whole?.quantity ?? null;
  if (force.share !== null) return shared(force, whole ?? (force.anaphor ? told(party, view, counts) : null));
  if (force.portion === 'all-but' && force.quantity !== null) {
    const [of, but] = [exact(whole), exact(force.quantity)];
    return of === null || but === null || of <= but ? null : { ...force.quantity, min: of - but, max: of - but };
  }
  if (force.portion === 'rest') return force.quantity ?? rest(force, party, view, counts);
  if (force.portion === 'all' && force.quantity === null) return whole;
  if (force.portion === 'some' || force.portion === 'most') return null;
  return force.quantity;
}

/** "half of the 120", "a third of them", "more than half of its 900". */
function shared({ share, shareHedge }: ForceItem, whole: Quantity | null): Quantity | null {
  if (share === null || whole === null || whole.min === null || whole.max === null) return null;
  const part = (n: number): number => Math.round(n * share);
  return {
    ...whole,
    min: shareHedge === 'cap' ? null : part(whole.min),
    max: shareHedge === 'floor' ? null : part(whole.max),
    approx:
      shareHedge !== 'cap' &&
      shareHedge !== 'floor' &&
      (whole.approx || shareHedge === 'approx' || part(whole.min) !== whole.min * share),
  };
}

/** How many the party was told to have in this sentence or the one before. */
function told(party: Party | null, view: SentenceView, counts: Counts): Quantity | null {
  const whole = counts.wholes.findLast((x) => x.party === party && x.sentence >= view.index - 1);
  return whole === undefined ? null : { min: whole.n, max: whole.n, approx: whole.approx ?? false, of: 'personnel' };
}

/** The whole less the parts told in this sentence and the one before. */
function rest(force: ForceItem, party: Party | null, view: SentenceView, counts: Counts): Quantity | null {
  if (party === null) return null;
  const near = (x: { readonly sentence: number; readonly party: Party }): boolean =>
    x.party === party && x.sentence >= view.index - 1;
  const whole = exact(force.whole?.quantity) ?? counts.wholes.filter(near).at(-1)?.n ?? null;
  const parts = counts.parts.filter(near);
  // "has 900 soldiers. About 700 of them are in Gao, the rest in Kidal": what stands elsewhere is no rest.
  if (force.place !== null && force.whole === null && parts.length === 0) {
    const [all, ...others] = counts.wholes.filter(near);
    const sum = others.reduce((total, part) => total + part.n, 0);
    return all === undefined || others.length === 0 || sum >= all.n
      ? null
      : { min: all.n - sum, max: all.n - sum, approx: false, of: 'personnel' };
  }
  if (whole === null || parts.length === 0) return null;
  const left = whole - parts.reduce((sum, part) => sum + part.n, 0);
  return left > 0 ? { min: left, max: left, approx: false, of: 'personnel' } : null;
}

/** Takes in a claim's numbers: a presence or a whole is what parts come out of. */
export function noteCounts(
  counts: Counts,
  sentence: number,
  party: Party,
  f: PresenceFinding | MovementFinding,
  quantity: Quantity | null,
): void {
  const n = exact(quantity);
  const whole = exact(f.force?.whole?.quantity);
  if (whole !== null)
    counts.wholes.push({ sentence, party, n: whole, approx: f.force?.whole?.quantity?.approx ?? false });
  if (n === null) return;
  if (f.kind === 'presence') counts.wholes.push({ sentence, party, n, approx: quantity?.approx ?? false });
  else counts.parts.push({ sentence, party, n });
}

/** "The 600 soldiers": those of the movement told in the sentence before, which gave no number. */
export function noteLater(counts: Counts, view: SentenceView, party: Party, force: ForceItem | null): void {
  const { uncounted } = counts;
  if (uncounted === null || uncounted.party !== party || view.index !== uncounted.sentence + 1) return;
  const plain =
    force?.sort === 'strong' && force.definite && force.owner === null && force.whole === null && force.place === null;
  // "Of the 44 officers, 33": told of the part.
  if (force?.prep === 'of' && force.start === 0) return;
  if (!plain || !force.quantity || force.quantity.of !== 'personnel' || force.count === null || force.anaphor) return;
  counts.told.set(uncounted.claim, { quantity: force.quantity, span: spanOf(view, force.count) });
  counts.uncounted = null;
}

/** A movement of all the troops a party has somewhere, however many. */
export const isUncounted = (force: ForceItem | null, quantity: Quantity | null): boolean =>
  quantity === null &&
  force?.sort === 'strong' &&
  force.plural &&
  force.owner !== null &&
  force.portion === null &&
  force.unit === null &&
  !force.additional;

/** The claim with the number that a later sentence gave it. */
export function withToldCount(claim: ExtractedClaim, counts: Counts): ExtractedClaim {
  const told = counts.told.get(claim);
  if (told === undefined || claim.kind !== 'movement') return claim;
  return { ...claim, quantity: told.quantity, spans: { ...claim.spans, quantity: told.span } };
}
