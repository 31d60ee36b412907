// Reviewers' words on the lines of an import: judgements, merges and splits, redactions. Those that would spoil a batch, or that the ledger
// held before, are left out.
import type { z } from 'zod';
import { canonicalJson } from '../model/canonical-json.ts';
import { commentSchema, moderationSchema } from '../model/comment.ts';
import { entityJudgementSchema } from '../model/entity-judgement.ts';
import type { LedgerClaim, LedgerEvent } from '../model/event.ts';
import { judgementSchema } from '../model/judgement.ts';
import { redactionSchema } from '../model/redaction.ts';
import type { Report } from '../model/report.ts';
import type { LedgerTransaction } from '../ports/store.ts';
import type { Services } from './services.ts';
import { problemIn } from './sound-text.ts';

export interface Line {
  readonly where: string;
  /** Null on a line of judgements. */
  readonly report: Report | null;
  readonly claims: readonly LedgerClaim[];
  readonly events: readonly LedgerEvent[];
  readonly transaction: LedgerTransaction | null;
}

export type TellFault = (where: string, message: string) => void;

/** What a line states besides its report and claims. */
export interface StatedWords {
  readonly judgements: readonly unknown[];
  readonly entities: readonly unknown[];
  readonly redactions: readonly unknown[];
  readonly comments: readonly unknown[];
  readonly moderations: readonly unknown[];
}

export function readWords(stated: StatedWords, fault: (message: string) => void): LedgerEvent[] {
  const take = <T>(list: readonly unknown[], schema: z.ZodType<T>, what: string, event: (value: T) => LedgerEvent) =>
    list.flatMap((one): LedgerEvent[] => {
      const parsed = schema.safeParse(one);
      if (parsed.success) return [event(parsed.data)];
      fault(`holds a ${what} that is none: ${problemIn(parsed.error)}`);
      return [];
    });
  return [
    ...take(stated.judgements, judgementSchema, 'judgement', (judgement) => ({ kind: 'claim-judged', judgement })),
    ...take(stated.entities, entityJudgementSchema, 'merge or split', (judgement) => ({
      kind: 'entity-judged',
      judgement,
    })),
    ...take(stated.redactions, redactionSchema, 'redaction', (redaction) => ({ kind: 'report-redacted', redaction })),
    ...take(stated.comments, commentSchema, 'comment', (comment) => ({ kind: 'comment-posted', comment })),
    ...take(stated.moderations, moderationSchema, 'moderation', (moderation) => ({
      kind: 'comment-moderated',
      moderation,
    })),
  ];
}

const isWord = ({ kind }: LedgerEvent): boolean => kind !== 'report-added' && kind !== 'claims-extracted';

export const hasWords = (line: Line): boolean => line.events.some(isWord);

/** How often the ledger held each word, and the merges and splits that it knows. */
export interface Held {
  readonly times: Map<string, number>;
  readonly entities: Set<string>;
  readonly comments: Set<string>;
}

export const nothingHeld = (): Held => ({
  times: new Map(),
  entities: new Set(),
  comments: new Set(),
});

export async function heldWords(store: Services['store']): Promise<Held> {
  const times = new Map<string, number>();
  const count = (kind: string, fact: { readonly transaction: number; readonly ordinal: number }): void => {
    const { transaction: _transaction, ordinal: _ordinal, ...said } = fact;
    const key = canonicalJson([kind, said]);
    times.set(key, (times.get(key) ?? 0) + 1);
  };
  const { judgements, entities } = await store.facts({ only: ['judgements', 'entities'] });
  for (const judgement of judgements) count('claim-judged', judgement);
  for (const judgement of entities) count('entity-judged', judgement);
  const { comments, moderations } = await store.comments();
  for (const moderation of moderations) count('comment-moderated', moderation);
  return {
    times,
    entities: new Set(entities.map((e) => e.id)),
    comments: new Set(comments.map((c) => c.id)),
  };
}

/** Each that the ledger held before is left out as often as it did: said again after later ones, it would count as new. */
export async function withSoundWords(
  store: Services['store'],
  batch: readonly Line[],
  held: Held,
  fault: TellFault,
): Promise<Line[]> {
  const brought = new Set(
    batch.flatMap((line) => [...line.claims.map((c) => c.id), ...(line.report ? [line.report.id] : [])]),
  );
  const wasHeld = (kind: string, said: unknown): boolean => {
    const key = canonicalJson([kind, said]);
    const times = held.times.get(key) ?? 0;
    held.times.set(key, times - 1);
    return times > 0;
  };
  const isSound = async (event: LedgerEvent, where: string): Promise<boolean> => {
    switch (event.kind) {
      case 'claim-judged': {
        if (wasHeld(event.kind, event.judgement)) return false;
        const { claim } = event.judgement;
        if (brought.has(claim) || (await store.claim(claim)) !== null) return true;
        fault(where, `judges the claim ${claim}, which the ledger does not hold`);
        return false;
      }
      case 'entity-judged': {
        if (wasHeld(event.kind, event.judgement)) return false;
        const { id, verdict } = event.judgement;
        if (verdict !== 'withdraw' || held.entities.has(id)) {
          held.entities.add(id);
          return true;
        }
        fault(where, `withdraws the merge or split ${id}, which the ledger does not hold`);
        return false;
      }
      case 'report-redacted': {
        const { report } = event.redaction;
        if (brought.has(report) || (await store.report(report)) !== null) return true;
        fault(where, `redacts the report ${report}, which the ledger does not hold`);
        return false;
      }
      case 'comment-posted': {
        const { report, id } = event.comment;
        held.comments.add(id);
        if (brought.has(report) || (await store.report(report)) !== null) return true;
        fault(where, `comments on the report ${report}, which the ledger does not hold`);
        held.comments.delete(id);
        return false;
      }
      case 'comment-moderated': {
        if (wasHeld(event.kind, event.moderation)) return false;
        const { comment } = event.moderation;
        if (held.comments.has(comment)) return true;
        fault(where, `decides on the comment ${comment}, which the ledger does not hold`);
        return false;
      }
      default:
        return true;
    }
  };
  const sound: Line[] = [];
  for (const line of batch) {
    const events: LedgerEvent[] = [];
    for (const event of line.events) if (await isSound(event, line.where)) events.push(event);
    sound.push({ ...line, events });
  }
  return sound;
}
