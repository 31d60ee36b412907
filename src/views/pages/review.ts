// The reviewer's queue: claims that nobody has judged, the least sure or the weightiest first, with the evidence and what each one decides.
import type { Day } from '../../model/day.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { ReviewOrder } from '../../model/verdicts.ts';
import type { PostureRow } from '../../reconcile/posture.ts';
import type { ClaimView } from './claims.ts';
import type { CommentView } from './comments.ts';
import { answerText } from './words.ts';

export interface QueueItem {
  readonly claim: ClaimView;
  /** The text around the quotation; null where the ledger holds none. */
  readonly context: { readonly before: string; readonly after: string } | null;
  readonly notation: string;
  /** 0..1, as its maker gave it. */
  readonly confidence: number;
  /** Rows that would read otherwise without it. */
  readonly effects: readonly Effect[];
  readonly conflicts: number;
}

export interface Effect {
  readonly party: string;
  readonly where: string;
  readonly now: string;
  readonly without: string;
}

export interface ReviewPage {
  readonly page: 'review';
  readonly known: Day;
  readonly order: ReviewOrder;
  readonly open: number;
  readonly items: readonly QueueItem[];
  readonly done: readonly DoneItem[];
}

export interface DoneItem {
  readonly claim: string;
  readonly report: string;
  readonly sentence: string;
  readonly verdict: Judgement['verdict'];
  readonly on: Day;
  readonly by: string | null;
  readonly note: string | null;
  /** It is the judgement in force, and can be undone. */
  readonly inForce: boolean;
}

export interface ModerationPage {
  readonly page: 'moderation';
  readonly waiting: readonly ModerationItem[];
  readonly decided: readonly ModerationItem[];
}

export interface ModerationItem extends CommentView {
  readonly title: string | null;
  readonly by: string | null;
}

/** Rows of one party with a claim and without it: those that differ. */
export function effectsOf(
  now: readonly PostureRow[],
  without: readonly PostureRow[],
  nameOf: (code: string) => string,
  whereOf: (row: PostureRow) => string,
): Effect[] {
  const keyOf = (row: PostureRow): string => JSON.stringify([row.party, row.place, row.mission, row.unit, row.of]);
  const textOf = (row: PostureRow | undefined): string =>
    row === undefined ? 'not reported' : answerText(row, row.answer);
  const [a, b] = [new Map(now.map((row) => [keyOf(row), row])), new Map(without.map((row) => [keyOf(row), row]))];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key): Effect[] => {
    const [row, other] = [a.get(key), b.get(key)];
    const one = (row ?? other)!;
    const unit = [one.unit, one.mission].filter((word) => word !== null).join(', ');
    const effect = {
      party: nameOf(one.party),
      where: `${whereOf(one)}${unit === '' ? '' : ` (${unit})`}`,
      now: textOf(row),
      without: textOf(other),
    };
    return effect.now === effect.without ? [] : [effect];
  });
}
