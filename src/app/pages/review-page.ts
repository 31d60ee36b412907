// The reviewer's queue, and what was judged last and by whom.
import { verdictsInForce } from '../../ledger/fold.ts';
import type { KnownClaim } from '../../ledger/known-claim.ts';
import type { Day } from '../../model/day.ts';
import type { JudgementFact, LedgerClaim, LedgerFacts } from '../../model/event.ts';
import { printFields } from '../../model/notation.ts';
import { REVIEW_ORDERS, type ReviewOrder } from '../../model/verdicts.ts';
import { claimsOf, type Knowledge, reconcile } from '../../reconcile/knowledge.ts';
import type { PostureRow } from '../../reconcile/posture.ts';
import { claimSentence, viewClaim } from '../../views/pages/claims.ts';
import { type DoneItem, type Effect, effectsOf, type QueueItem, type ReviewPage } from '../../views/pages/review.ts';
import { placeText } from '../../views/pages/words.ts';
import type { Asking } from '../known-on.ts';
import { type AskedDays, asked } from './asked.ts';

/** Items whose effect is worked out and shown at a time. */
const ITEMS = 8;
const DONE = 20;
const CONTEXT_LETTERS = 280;

/** `limit` items at most, 1 or more; claims in `without` were put off and are left out, though they count as open. */
export async function reviewPage(
  services: Asking,
  words: AskedDays & { readonly order?: string | undefined },
  { limit = ITEMS, without }: { readonly limit?: number; readonly without?: ReadonlySet<string> } = {},
): Promise<ReviewPage> {
  const { known, at, knowledge } = await asked(services, words);
  const order = REVIEW_ORDERS.find((one) => one === words.order) ?? 'effect';
  const facts = await services.store.facts({ known });
  const stored = new Map(facts.claims.map((claim) => [claim.id, claim]));
  const { rows } = reconcile(knowledge, services.atlas, { at });
  // A table's line says what its claim says: there is no text to hold it against.
  const open = [...claimsOf(knowledge)].filter((one) => one.verdict === null && one.grounded);
  const weights = weightsOf(rows);
  const ranked = rank(open, order, stored, weights).filter(({ id }) => !without?.has(id));
  const items = [];
  for (const one of ranked.slice(0, limit)) items.push(await queueItem(one, stored, knowledge, rows, at, services));
  return { page: 'review', known, order, open: open.length, items, done: doneOf(facts, known, services) };
}

/** Claim -> the most that any row it stands behind counts, and whether it is in a conflict. */
function weightsOf(
  rows: readonly PostureRow[],
): ReadonlyMap<string, { readonly count: number; readonly conflicts: number }> {
  const weights = new Map<string, { count: number; conflicts: number }>();
  for (const row of rows) {
    for (const id of row.claims) {
      const weight = weights.get(id) ?? { count: 0, conflicts: 0 };
      weight.count = Math.max(weight.count, row.max ?? row.min);
      weight.conflicts = Math.max(weight.conflicts, row.conflicts.length);
      weights.set(id, weight);
    }
  }
  return weights;
}

function rank(
  open: readonly KnownClaim[],
  order: ReviewOrder,
  stored: ReadonlyMap<string, LedgerClaim>,
  weights: ReturnType<typeof weightsOf>,
): KnownClaim[] {
  const unsure = (one: KnownClaim): number =>
    1 - (stored.get(one.id)?.confidence ?? 1) + ((weights.get(one.id)?.conflicts ?? 0) > 0 ? 1 : 0);
  const heavy = (one: KnownClaim): number => weights.get(one.id)?.count ?? 0;
  const [first, second] = order === 'uncertainty' ? [unsure, heavy] : [heavy, unsure];
  return [...open].sort((a, b) => first(b) - first(a) || second(b) - second(a) || (a.id < b.id ? -1 : 1));
}

async function queueItem(
  one: KnownClaim,
  stored: ReadonlyMap<string, LedgerClaim>,
  knowledge: Knowledge,
  rows: readonly PostureRow[],
  at: Day,
  services: Asking,
): Promise<QueueItem> {
  const { id, claim, report } = one;
  const span = stored.get(id)?.spans?.evidence ?? null;
  const text = span === null ? null : ((await services.store.report(report.id))?.text ?? null);
  return {
    claim: viewClaim(one, services.atlas),
    context:
      span === null || text === null
        ? null
        : {
            before: text.slice(Math.max(0, span[0] - CONTEXT_LETTERS), span[0]),
            after: text.slice(span[1], span[1] + CONTEXT_LETTERS),
          },
    notation: printFields(claim),
    confidence: stored.get(id)?.confidence ?? 1,
    effects: effects(one, knowledge, rows, at, services),
    conflicts: new Set(rows.filter((row) => row.claims.includes(id)).flatMap((row) => row.conflicts)).size,
  };
}

/** The party's rows once more, without the claim. */
function effects(
  one: KnownClaim,
  knowledge: Knowledge,
  rows: readonly PostureRow[],
  at: Day,
  { atlas }: Asking,
): Effect[] {
  const { claim } = one;
  if (claim.kind === 'decision' || claim.party === null) return [];
  const party = atlas.partyCode(claim.party) ?? claim.party;
  const others = [...claimsOf(knowledge)].filter(({ id }) => id !== one.id);
  const without = reconcile(others, atlas, { at, party }).rows;
  const nameOf = (code: string): string => atlas.displayName(code);
  return effectsOf(
    rows.filter((row) => row.party === party),
    without,
    nameOf,
    (row) => placeText(row.place, nameOf),
  );
}

function doneOf({ judgements, claims }: LedgerFacts, known: Day, { atlas }: Asking): DoneItem[] {
  const inForce = verdictsInForce(judgements, known);
  const stored = new Map(claims.map((claim) => [claim.id, claim]));
  const latest = [...judgements].sort((a, b) => b.transaction - a.transaction || b.ordinal - a.ordinal).slice(0, DONE);
  return latest.flatMap((judgement: JudgementFact): DoneItem[] => {
    const claim = stored.get(judgement.claim);
    if (claim === undefined) return [];
    const { verdict, on, by, note } = judgement;
    const isInForce = inForce.get(judgement.claim) === judgement;
    return [
      {
        claim: claim.id,
        report: claim.report,
        sentence: claimSentence(claim.claim, atlas),
        verdict,
        on,
        by,
        note,
        inForce: isInForce,
      },
    ];
  });
}
